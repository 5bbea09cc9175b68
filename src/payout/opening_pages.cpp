#include "language/language.hpp"
#include "payout/opening.hpp"
#include "payout/page_parts.hpp"
#include "screens/screens.hpp"
#include "tables/render.hpp"

namespace rtkeren::payout {

namespace {

using ledger::Stage;

std::string title_of_opening(Opening const& opening)
{
    return tr("Saldo awal {year} per {on:date}", { { "year", std::to_string(opening.year) }, { "on", opening.cut_off.iso() } });
}

/// One row a pokmas; purses that nobody serves yet stand together.
tables::Table table_of(ReadyOpening const& ready)
{
    tables::Table table;
    table.title = tr("Saldo awal");
    table.columns = { { .key = "pokmas", .label = TR_NOOP("Pokmas") }, { .key = "purses", .label = TR_NOOP("Kantong"), .kind = tables::Kind::Integer, .total = true } };
    constexpr std::array stages { Stage::Pagu, Stage::Rencana, Stage::Kontrak, Stage::Sp2d, Stage::Cair, Stage::Belanja, Stage::Sah, Stage::Kembali, Stage::Batal };
    constexpr std::array<std::string_view, stages.size()> labels { TR_NOOP("Pagu"), TR_NOOP("Rencana"), TR_NOOP("Kontrak"), TR_NOOP("SP2D di jalan"), TR_NOOP("Cair"),
        TR_NOOP("Belanja"), TR_NOOP("Sah"), TR_NOOP("Kembali"), TR_NOOP("Batal") };
    for (std::size_t i = 0; i < stages.size(); ++i)
        table.columns.push_back({ .key = std::string(ledger::name_of(stages[i])), .label = std::string(labels[i]), .kind = tables::Kind::Rupiah, .total = true });
    table.columns.push_back({ .key = "held", .label = TR_NOOP("Dipegang"), .kind = tables::Kind::Rupiah, .total = true });
    table.columns.push_back({ .key = "owed", .label = TR_NOOP("Utang"), .kind = tables::Kind::Rupiah, .total = true });
    for (auto const& group : ready.groups) {
        std::vector<tables::Cell> cells { group.pokmas ? group.pokmas->name : tr("Belum dilayani pokmas"), std::int64_t(group.purses.size()) };
        for (auto const stage : stages)
            cells.emplace_back(group.at(stage));
        cells.emplace_back(group.held());
        cells.emplace_back(group.owed());
        table.add(std::move(cells));
    }
    return table;
}

/// The list as it was uploaded; while it waits, judged anew, so that the second person sees what would be refused now.
Result<void> add_groups(db::ReadTx& tx, Services& services, Opening const& opening, OpeningPage& page)
{
    if (!page.waits)
        return Done {};
    auto const typed = TRY(operations::parse<ProposeOpening>(opening.input));
    auto const pack = TRY(rules::released(tx, services.city, opening.year));
    auto const ready = TRY(ready_opening(tx, services.city, typed, *pack));
    for (auto const& error : ready.errors)
        page.form.errors.emplace_back(error.name, language::word(error));
    page.table = tables::write_html(table_of(ready));
    return Done {};
}

Result<OpeningPage> read_opening(db::ReadTx& tx, Services& services, http::Exchange const& exchange, html::FormState form)
{
    auto const id = OpeningId::parse(exchange.parameter("id"));
    if (!id.ok())
        return Error::not_found("payout.no_opening");
    auto const found = TRY(opening(tx, services.city, *id));
    OpeningPage page { .frame = {}, .form = std::move(form) };
    page.title = title_of_opening(found);
    page.state = state_label(opening_machine(), found.state);
    page.tone = found.state == "confirmed" ? "ok" : found.state == "refused" ? "no" : "warn";
    page.waits = found.state == "proposed";
    page.facts = { { tr("Berita acara"), found.paper }, { tr("Kantong"), format_number(found.purses) }, { tr("Pagu seluruhnya"), format_rupiah(found.amount) },
        { tr("Pokmas"), format_number(found.groups) }, { tr("Dipegang pokmas"), format_rupiah(found.held) } };
    auto const path = "/saldo-awal/" + found.id.str();
    page.confirm_action = path + "/bukukan";
    page.refuse_action = path + "/tolak";
    page.refuse_id = services.env.ulid().str();
    page.confirm = tr("Bukukan {amount} untuk {purses} kantong?", { { "amount", format_rupiah(found.amount) }, { "purses", format_number(found.purses) } });
    auto const possible = TRY(workflow::possible_events(tx, exchange.actor(), opening_machine(), found.id.ulid()));
    for (auto const& event : possible)
        if (event.row->event == workflow::name_of(OpeningEvent::Confirm) && !event.same_as.empty())
            page.not_yours = tr("Anda yang mengunggah saldo awal ini. Orang lain yang membukukannya.");
    TRY(add_groups(tx, services, found, page));
    return page;
}

Result<http::Response> show_opening(Services& services, http::Exchange& exchange, html::FormState form)
{
    auto page = TRY(db::read(services.db, [&](db::ReadTx& tx) { return read_opening(tx, services, exchange, std::move(form)); }));
    page.frame = screens::frame(services, exchange, page.title, { { "/saldo-awal", tr("Saldo awal") }, { "", page.title } });
    return screens::show(page);
}

Result<http::Response> get_opening(Services& services, http::Exchange& exchange) { return show_opening(services, exchange, screens::fresh_form(services)); }

Result<http::Response> decide(Services& services, http::Exchange& exchange, std::string_view operation)
{
    return screens::submit(services, exchange, operation, { { "opening", exchange.parameter("id") } },
        [&](html::FormState const& form, Error const&) { return show_opening(services, exchange, form); });
}

Result<http::Response> confirm_page(Services& services, http::Exchange& exchange) { return decide(services, exchange, "payout.confirm_opening"); }
Result<http::Response> refuse_page(Services& services, http::Exchange& exchange) { return decide(services, exchange, "payout.refuse_opening"); }

Result<http::Response> list_openings(Services& services, http::Exchange& exchange)
{
    auto const all = TRY(db::read(services.db, [&](db::ReadTx& tx) { return openings(tx, services.city); }));
    OpeningsPage page { .frame = screens::frame(services, exchange, tr("Saldo awal"), { { "", tr("Saldo awal") } }) };
    for (auto const& each : all)
        page.lines.push_back({ "/saldo-awal/" + each.id.str(), title_of_opening(each), format_rupiah(each.amount), state_label(opening_machine(), each.state),
            each.state == "confirmed" ? "ok" : each.state == "refused" ? "no" : "warn" });
    return screens::show(page);
}

} // namespace

std::vector<http::Route> opening_routes(Services& services)
{
    using enum http::Method;
    using screens::page;
    return {
        { Get, "/saldo-awal", "payout.opening", page(services, list_openings), "Balances brought by a city that starts in mid-year" },
        { Get, "/saldo-awal/{id}", "payout.opening", page(services, get_opening), "Uploaded balances, by pokmas" },
        { Post, "/saldo-awal/{id}/bukukan", "payout.opening", page(services, confirm_page), "Enter uploaded balances into the books" },
        { Post, "/saldo-awal/{id}/tolak", "payout.opening", page(services, refuse_page), "Refuse uploaded balances" },
    };
}

} // namespace rtkeren::payout
