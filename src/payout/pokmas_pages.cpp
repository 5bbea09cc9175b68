#include "audit/audit.hpp"
#include "identity/identity.hpp"
#include "language/language.hpp"
#include "payout/page_parts.hpp"
#include "payout/sql.hpp"
#include "secrets/secrets.hpp"

#include <algorithm>

namespace rtkeren::payout {

namespace {

/// How each event of the machine looks as a button; the step's form stands under its path.
struct PokmasLook {
    std::string_view event, path, icon_name, kind;
};
constexpr PokmasLook pokmas_looks[] {
    { "issue_decree", "sk", "rubber-stamp", "" },
    { "set_account", "rekening", "building-bank", "second" },
    { "verify_account", "periksa-rekening", "circle-check", "" },
    { "activate", "aktifkan", "check", "" },
    { "renew", "sk", "rubber-stamp", "second" },
    { "resume", "aktifkan-kembali", "rotate", "" },
    { "suspend", "bekukan", "hand-stop", "danger" },
    { "expire", "sk-berakhir", "calendar-due", "second" },
    { "dissolve", "bubarkan", "x", "danger" },
};

std::vector<StepButton> pokmas_steps(std::vector<workflow::PossibleEvent> const& events, Pokmas const& pokmas)
{
    std::vector<StepButton> steps;
    for (auto const& look : pokmas_looks)
        for (auto const& event : events)
            if (event.row->event == look.event) {
                StepButton step { tr(event.row->label), std::string(look.icon_name), std::string(look.kind),
                    href_of_pokmas(pokmas.id) + "/" + std::string(look.path) };
                if (!event.same_as.empty())
                    step.blocked = tr("langkah sebelumnya oleh {name}, jadi orang lain yang harus melakukannya", { { "name", event.same_as } });
                steps.push_back(std::move(step));
            }
    return steps;
}

std::string shown_date(std::optional<Date> day) { return day ? format_date(*day, language::current()) : "–"; }

Result<void> add_officers(db::ReadTx& tx, CityId city, Actor const& actor, Pokmas const& pokmas, PokmasPage& page)
{
    auto in_office = TRY(officers(tx, city, pokmas.id));
    for (auto const& officer : in_office) {
        auto name = TRY(identity::person_name(tx, city, officer.person));
        page.officers.push_back({ label_of(officer.position), std::move(name), format_date(officer.from, language::current()),
            actor.has("identity.unmask") ? "/orang/" + officer.person.str() + "/nomor" : std::string {} });
    }
    return Done {};
}

Result<void> add_cash(db::ReadTx& tx, CityId city, Pokmas const& pokmas, PokmasPage& page)
{
    using ledger::CashKind;
    auto cash = TRY(ledger::cash_of(tx, city, pokmas.id));
    page.cash = { { tr("Di bank"), format_rupiah(cash.of(CashKind::Bank)) }, { tr("Kas tunai"), format_rupiah(cash.of(CashKind::Kas)) },
        { tr("Panjar"), format_rupiah(cash.of(CashKind::Panjar)) }, { tr("Piutang"), format_rupiah(cash.of(CashKind::Piutang)) },
        { tr("Dalam perjalanan (SP2D)"), format_rupiah(cash.of(CashKind::Jalan)) },
        { tr("Utang pajak, bunga, swadaya, titipan"), format_rupiah(cash.owed()) } };
    return Done {};
}

std::string envelope_label(rules::Pack const* pack, std::string const& key)
{
    auto const* envelope = pack != nullptr ? pack->envelope(key) : nullptr;
    return envelope != nullptr ? envelope->label : key;
}

/// The purses that the group serves in a year, with where their money stands.
Result<void> add_purses(db::ReadTx& tx, CityId city, Actor const& actor, Pokmas const& pokmas, int year, PokmasPage& page)
{
    auto pack = rules::released(tx, city, year);
    auto const* labels = pack.ok() ? pack.value().get() : nullptr;
    for (auto const& rw : pokmas.rws) {
        auto purses = TRY(programme::purses_below(tx, city, year, rw));
        for (auto const& purse : purses) {
            auto amounts = TRY(ledger::balance(tx, city, purse.id));
            using ledger::Stage;
            auto const is_theirs = may(actor, "insight.read", purse.unit_code, pokmas.id.text());
            page.purses.push_back({ purse.unit_name, envelope_label(labels, purse.envelope), is_theirs ? "/kantong/" + purse.id.str() : std::string {},
                format_number(amounts.kontrak().value()), format_number(amounts.of(Stage::Cair).value()), format_number(amounts.of(Stage::Belanja).value()),
                format_number(amounts.of(Stage::Sah).value()) });
        }
    }
    return Done {};
}

Result<void> add_papers(db::ReadTx& tx, CityId city, Pokmas const& pokmas, int year, PokmasPage& page)
{
    auto rows = TRY(tx.run(sql::contracts_of_pokmas, city, pokmas.id));
    for (auto const& row : rows) {
        auto const one = contract_of_row(row);
        page.contracts.push_back({ tr("Kontrak {number}", { { "number", one.number } }), format_date(one.signed_on, language::current()),
            format_rupiah(one.amount), one.ended_on ? tr("Berakhir") : tr("Berlaku"), tone_of(one.state), href_of_contract(one.id) });
    }
    auto all = TRY(tranches_of(tx, city, pokmas.id, year));
    for (auto const& one : all)
        page.tranches.push_back({ one.supplement > 0 ? tr("Termin {number}, susulan", { { "number", std::to_string(one.number) } })
                                                     : tr("Termin {number}", { { "number", std::to_string(one.number) } }),
            format_date(one.requested_on, language::current()), format_rupiah(one.amount), state_label(tranche_machine(), one.state), tone_of(one.state),
            href_of_tranche(one.id) });
    return Done {};
}

/// What else can be done from here: contract and tranche.
void add_money_steps(Actor const& actor, Pokmas const& pokmas, int year, bool has_contract, std::vector<StepButton>& steps)
{
    auto const query = "?pokmas=" + pokmas.id.str() + "&tahun=" + std::to_string(year);
    if (pokmas.state != workflow::name_of(PokmasState::Active) || year == 0)
        return;
    if (!has_contract && may(actor, "payout.contract", pokmas.place, pokmas.id.text()))
        steps.insert(steps.begin(), { tr("Tanda tangani kontrak {year}", { { "year", std::to_string(year) } }), "signature", "", "/kontrak/baru" + query });
    if (has_contract && may(actor, "payout.request", pokmas.place, pokmas.id.text()))
        steps.insert(steps.begin(), { tr("Minta pencairan"), "cash", "", "/pencairan/baru" + query });
}

Result<PokmasPage> read_page(Services& services, db::ReadTx& tx, http::Exchange const& exchange)
{
    auto const city = services.city;
    auto const& actor = exchange.actor();
    auto pokmas = TRY(readable_pokmas(tx, city, actor, exchange.parameter("id")));
    auto item = TRY(workflow::find(tx, city, pokmas_machine().name, pokmas.id.ulid()));
    auto year = programme::year_or_current(tx, city, exchange.request.query_value("tahun"));
    auto const number = year.ok() ? year->year : 0;
    PokmasPage page;
    page.title = pokmas.name;
    page.state = state_label(pokmas_machine(), pokmas.state);
    page.tone = tone_of(pokmas.state);
    page.late = item.due && *item.due < services.today();
    page.due = due_words(item.due, services.today());
    page.version = std::to_string(item.version);
    page.year = number == 0 ? std::string {} : std::to_string(number);
    std::string serves;
    for (auto const& rw : pokmas.rws)
        serves += (serves.empty() ? "" : ", ") + territory::short_name(territory::Level::Rw, rw, "");
    page.facts = { { tr("Melayani"), serves, territory::href_of(pokmas.place) }, { tr("Sekretariat"), pokmas.address }, { tr("Berita acara"), pokmas.minutes },
        { tr("SK"), pokmas.decree.empty() ? tr("belum terbit") : pokmas.decree }, { tr("SK berlaku sampai"), shown_date(pokmas.decree_until) },
        { tr("Bank"), pokmas.bank }, { tr("Rekening"), pokmas.account_masked }, { tr("Atas nama"), pokmas.account_holder },
        { tr("Rekening diperiksa"), pokmas.account_verified ? tr("sudah") : tr("belum") } };
    if (actor.has("identity.unmask") && !pokmas.account_masked.empty())
        page.unmask_href = href_of_pokmas(pokmas.id) + "/nomor-rekening";
    TRY(add_officers(tx, city, actor, pokmas, page));
    TRY(add_cash(tx, city, pokmas, page));
    if (number != 0)
        TRY(add_purses(tx, city, actor, pokmas, number, page));
    TRY(add_papers(tx, city, pokmas, number, page));
    if (pokmas.state == workflow::name_of(PokmasState::Formed))
        page.verdicts = cards_of(TRY(doubles_of(tx, city, pokmas)));
    auto contract_now = TRY(contract_of(tx, city, pokmas.id, number));
    auto events = TRY(workflow::possible_events(tx, actor, pokmas_machine(), pokmas.id.ulid()));
    page.steps = pokmas_steps(events, pokmas);
    if (may(actor, "payout.manage", pokmas.place, pokmas.id.text()) && pokmas.state != workflow::name_of(PokmasState::Dissolved))
        page.steps.push_back({ tr("Ganti pengurus"), "users", "second", href_of_pokmas(pokmas.id) + "/ganti-pengurus" });
    add_money_steps(actor, pokmas, number, contract_now.has_value(), page.steps);
    page.panels = TRY(screens::panels_of("pokmas", services, tx, &actor, pokmas.id.text()));
    page.history = history_lines(pokmas_machine(), TRY(workflow::history(tx, city, pokmas_machine().name, pokmas.id.ulid())), services.zone);
    return page;
}

Result<http::Response> get_page(Services& services, http::Exchange& exchange)
{
    auto page = TRY(db::read(services.db, [&](db::ReadTx& tx) { return read_page(services, tx, exchange); }));
    page.frame = screens::frame(services, exchange, page.title, { { "/pokmas", tr("Pokmas") }, { "", page.title } });
    page.frame.help = tr("Tombol di samping adalah langkah yang boleh Anda ambil sekarang. Nomor rekening hanya terlihat sebagian.");
    return screens::show(page);
}

FormPage number_page(Services& services, http::Exchange const& exchange, Pokmas const& pokmas, html::FormState form)
{
    FormPage page;
    page.frame = screens::frame(services, exchange, tr("Lihat nomor rekening"),
        { { "/pokmas", tr("Pokmas") }, { href_of_pokmas(pokmas.id), pokmas.name }, { "", tr("Nomor rekening") } });
    page.form = std::move(form);
    page.title = tr("Lihat nomor rekening");
    page.lead = tr("Siapa yang melihat, kapan dan kenapa dicatat.");
    page.action = href_of_pokmas(pokmas.id) + "/nomor-rekening";
    page.facts = { { tr("Pokmas"), pokmas.name, href_of_pokmas(pokmas.id) }, { tr("Bank"), pokmas.bank }, { tr("Rekening"), pokmas.account_masked } };
    page.fields = { { "reason", tr("Alasan"), "long" } };
    page.button = tr("Tampilkan nomor");
    page.cancel_href = href_of_pokmas(pokmas.id);
    return page;
}

Result<http::Response> get_number(Services& services, http::Exchange& exchange)
{
    auto pokmas = TRY(db::read(services.db, [&](db::ReadTx& tx) { return readable_pokmas(tx, services.city, exchange.actor(), exchange.parameter("id")); }));
    return screens::show(number_page(services, exchange, pokmas, screens::fresh_form(services)));
}

/// The look goes into the trail before the number is shown; it is never part of a stored answer.
Result<http::Response> post_number(Services& services, http::Exchange& exchange)
{
    auto const& actor = exchange.actor();
    auto pokmas = TRY(db::read(services.db, [&](db::ReadTx& tx) { return readable_pokmas(tx, services.city, actor, exchange.parameter("id")); }));
    auto reason = Reason::parse(exchange.request.form_value("reason"));
    if (!reason.ok()) {
        auto const typed = exchange.request.form_value("reason");
        auto form = html::refused_form({ { "reason", typed } }, Error::field("reason", reason.error().code, {}, reason.error().arguments));
        return screens::show(number_page(services, exchange, pokmas, std::move(form)), 422);
    }
    if (!may(actor, "identity.unmask", pokmas.place))
        return Error::forbidden("operation.not_allowed");
    auto const now = services.now();
    auto const look = [&](db::WriteTx& tx) -> Result<std::string> {
        auto row = TRY(tx.one("payout.no_pokmas", sql::account, services.city, pokmas.id));
        TRY(audit::append(tx, audit::Made { services.city, actor.user, actor.person, now },
            { "payout.unmask_account", "pokmas", pokmas.id.str(), pokmas.place, {}, reason->str() }));
        return row.text_or(0);
    };
    auto sealed = TRY(db::write(services.db, services.city, look));
    auto page = number_page(services, exchange, pokmas, screens::fresh_form(services));
    page.shown_label = tr("Nomor rekening");
    page.shown = sealed.empty() ? "–" : TRY(services.keys.unseal({ "payout_pokmas", "account", pokmas.id.text() }, sealed));
    return screens::show(page);
}

} // namespace

std::vector<http::Route> pokmas_routes(Services& services)
{
    using enum http::Method;
    return {
        { Get, "/pokmas/{id}", "insight.read", screens::page(services, get_page), "A group with officers, account, purses, contracts, tranches and cash" },
        { Get, "/pokmas/{id}/nomor-rekening", "identity.unmask", screens::page(services, get_number), "Form for seeing an account number, with a reason" },
        { Post, "/pokmas/{id}/nomor-rekening", "identity.unmask", screens::page(services, post_number),
            "See an account number; the look is kept in the trail" },
    };
}

} // namespace rtkeren::payout
