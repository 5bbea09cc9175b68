#include "identity/identity.hpp"
#include "language/language.hpp"
#include "payout/page_parts.hpp"
#include "payout/sql.hpp"

#include <algorithm>

namespace rtkeren::payout {

namespace {

struct ReadContract {
    Contract contract;
    Pokmas pokmas;
};

Result<ReadContract> readable_contract(db::ReadTx& tx, CityId city, Actor const& actor, std::string_view id)
{
    auto parsed = ContractId::parse(id);
    if (!parsed.ok())
        return Error::not_found("payout.no_contract");
    auto found = TRY(contract(tx, city, *parsed));
    auto group = TRY(pokmas(tx, city, found.pokmas));
    if (!may_read(actor, group))
        return Error::not_found("payout.no_contract");
    return ReadContract { std::move(found), std::move(group) };
}

std::string label_of_category(rules::Pack const* pack, std::string const& code)
{
    auto const* item = pack != nullptr ? pack->menu_item(code) : nullptr;
    return item != nullptr ? item->label : code;
}

Rupiah requested_of(std::vector<Taken> const& taken, ContractLine const& line)
{
    Rupiah sum;
    for (auto const& each : taken)
        if (each.purse == line.purse && each.category == line.category)
            sum += each.amount;
    return sum;
}

Result<void> add_units(db::ReadTx& tx, CityId city, Contract const& contract, ContractPage& page)
{
    auto lines = TRY(lines_of(tx, city, contract.id));
    auto taken = TRY(taken_of(tx, city, contract.id));
    auto found = rules::released(tx, city, contract.year);
    auto const* pack = found.ok() ? found.value().get() : nullptr;
    std::string last;
    Rupiah total;
    for (auto const& line : lines) {
        if (last != line.unit_code) {
            page.units.push_back({ line.unit_name, {}, {} });
            total = {};
        }
        last = line.unit_code;
        total += line.amount;
        auto const* envelope = pack != nullptr ? pack->envelope(line.envelope) : nullptr;
        page.units.back().total = format_rupiah(total);
        page.units.back().lines.push_back({ envelope != nullptr ? envelope->label : line.envelope, label_of_category(pack, line.category),
            format_number(line.amount.value()), format_number(requested_of(taken, line).value()) });
    }
    auto rows = TRY(tx.run(sql::addenda, city, contract.id));
    for (auto const& row : rows)
        page.addenda.push_back({ row.text(1), format_date(row.date(2), language::current()), format_rupiah(row.rupiah(3)), row.text(4) });
    return Done {};
}

/// Who signed: the lurah, or who stood in, and the chair on the contract's date.
Result<void> add_signatures(Services& services, db::ReadTx& tx, Pokmas const& pokmas, Date signed_on, ContractPage& page)
{
    auto signer = TRY(identity::signer_of(tx, services.city, "lurah", pokmas.kelurahan, signed_on));
    page.lurah_office = std::move(signer.office);
    page.lurah = std::move(signer.name);
    auto in_office = TRY(officers_on(tx, services.city, pokmas.id, signed_on));
    auto const chair = std::ranges::find(in_office, Position::Ketua, &Officer::position);
    if (chair != in_office.end())
        page.chair = TRY(identity::person_name(tx, services.city, chair->person));
    return Done {};
}

Result<ContractPage> read_contract_page(Services& services, db::ReadTx& tx, http::Exchange const& exchange)
{
    auto const& actor = exchange.actor();
    auto [contract, pokmas] = TRY(readable_contract(tx, services.city, actor, exchange.parameter("id")));
    auto const shown = [](Date day) { return format_date(day, language::current()); };
    ContractPage page;
    page.title = tr("Kontrak {number}", { { "number", contract.number } });
    page.pokmas = pokmas.name;
    page.pokmas_href = href_of_pokmas(pokmas.id);
    page.state = contract.ended_on ? tr("Berakhir {on:date}", { { "on", contract.ended_on->iso() } }) : tr("Berlaku");
    page.tone = tone_of(contract.state);
    page.amount = format_rupiah(contract.amount);
    page.amount_words = terbilang(contract.amount.value()) + " rupiah";
    page.version = std::to_string(contract.version);
    page.facts = { { tr("Nomor"), contract.number }, { tr("Tahun"), std::to_string(contract.year) }, { tr("Pokmas"), pokmas.name, page.pokmas_href },
        { tr("SK pokmas"), pokmas.decree }, { tr("Ditandatangani"), shown(contract.signed_on) },
        { tr("Masa kontrak"), shown(contract.starts_on) + " – " + shown(contract.ends_on) } };
    TRY(add_units(tx, services.city, contract, page));
    TRY(add_signatures(services, tx, pokmas, contract.signed_on, page));
    if (!contract.ended_on && may(actor, "payout.contract", pokmas.place, pokmas.id.text())) {
        page.steps.push_back({ tr("Catat adendum"), "edit", "second", href_of_contract(contract.id) + "/adendum" });
        page.steps.push_back({ tr("Akhiri kontrak"), "x", "danger", href_of_contract(contract.id) + "/akhiri" });
    }
    if (!contract.ended_on && may(actor, "payout.request", pokmas.place, pokmas.id.text()))
        page.steps.insert(
            page.steps.begin(), { tr("Minta pencairan"), "cash", "", "/pencairan/baru?pokmas=" + pokmas.id.str() + "&tahun=" + std::to_string(contract.year) });
    return page;
}

Result<http::Response> get_contract(Services& services, http::Exchange& exchange)
{
    auto page = TRY(db::read(services.db, [&](db::ReadTx& tx) { return read_contract_page(services, tx, exchange); }));
    page.frame = screens::frame(services, exchange, page.title, { { "/pokmas", tr("Pokmas") }, { page.pokmas_href, page.pokmas }, { "", page.title } });
    return screens::show(page);
}

/// What a contract of this year would take in now: `rencana` of the group's purses.
Result<FormPage> new_contract(Services& services, db::ReadTx& tx, http::Exchange const& exchange, std::string const& pokmas_id, std::string const& typed_year)
{
    auto pokmas = TRY(readable_pokmas(tx, services.city, exchange.actor(), pokmas_id));
    auto year = TRY(programme::year_or_current(tx, services.city, typed_year));
    FormPage page;
    page.title = tr("Kontrak {year} dengan {pokmas}", { { "year", std::to_string(year.year) }, { "pokmas", pokmas.name } });
    page.lead = tr("Satu kontrak untuk semua RT yang RAB-nya disetujui. Nomornya diberikan sistem.");
    page.action = "/kontrak/baru?pokmas=" + pokmas.id.str() + "&tahun=" + std::to_string(year.year);
    page.cancel_href = href_of_pokmas(pokmas.id);
    Rupiah total;
    for (auto const& rw : pokmas.rws) {
        auto purses = TRY(programme::purses_below(tx, services.city, year.year, rw));
        for (auto const& purse : purses) {
            auto const planned = TRY(ledger::balance(tx, services.city, purse.id)).of(ledger::Stage::Rencana);
            total += planned;
            if (planned.is_positive())
                page.facts.push_back({ purse.unit_name + ", " + purse.envelope, format_rupiah(planned), "/kantong/" + purse.id.str() });
        }
    }
    page.facts.push_back({ tr("Jumlah kontrak"), format_rupiah(total) });
    page.fields = { { "signed_on", tr("Ditandatangani"), "date" }, { "starts_on", tr("Mulai"), "date" }, { "ends_on", tr("Selesai"), "date" } };
    page.button = tr("Tanda tangani kontrak");
    page.confirm = tr("Tanda tangani kontrak {amount} dengan {pokmas}?", { { "amount", format_rupiah(total) }, { "pokmas", pokmas.name } });
    return page;
}

Result<http::Response> new_contract_page(Services& services, http::Exchange const& exchange, html::FormState form, int status)
{
    auto const pokmas_id = exchange.request.query_value("pokmas");
    auto page
        = TRY(db::read(services.db, [&](db::ReadTx& tx) { return new_contract(services, tx, exchange, pokmas_id, exchange.request.query_value("tahun")); }));
    page.frame
        = screens::frame(services, exchange, page.title, { { "/pokmas", tr("Pokmas") }, { page.cancel_href, tr("Pokmas") }, { "", tr("Kontrak baru") } });
    page.form = std::move(form);
    return screens::show(page, status);
}

Result<http::Response> get_new_contract(Services& services, http::Exchange& exchange)
{
    auto form = screens::fresh_form(services);
    form.set("signed_on", services.today().iso());
    form.set("starts_on", services.today().iso());
    return new_contract_page(services, exchange, std::move(form), 200);
}

Result<http::Response> post_new_contract(Services& services, http::Exchange& exchange)
{
    auto const year
        = TRY(db::read(services.db, [&](db::ReadTx& tx) { return programme::year_or_current(tx, services.city, exchange.request.query_value("tahun")); }));
    return screens::submit(services, exchange, "payout.sign_contract", { { "pokmas", exchange.request.query_value("pokmas") }, { "year", year.year } },
        [&](html::FormState const& form, Error const&) { return new_contract_page(services, exchange, form, 422); });
}

} // namespace

std::vector<http::Route> contract_routes(Services& services)
{
    using enum http::Method;
    return {
        { Get, "/kontrak/baru", "payout.contract", screens::page(services, get_new_contract), "Form for a group's contract of a year" },
        { Post, "/kontrak/baru", "payout.contract", screens::page(services, post_new_contract), "Sign a contract" },
        { Get, "/kontrak/{id}", "insight.read", screens::page(services, get_contract), "A contract by unit, printable" },
    };
}

} // namespace rtkeren::payout
