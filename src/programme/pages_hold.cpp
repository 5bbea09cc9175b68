#include "programme/page_parts.hpp"

#include "language/language.hpp"
#include "programme/inputs.hpp"
#include "programme/sql.hpp"
#include "tables/list.hpp"
#include "workflow/workflow.hpp"

#include <algorithm>

namespace rtkeren::programme {

namespace {

tables::Tone tone_of_state(HoldState state)
{
    if (state == HoldState::InForce)
        return tables::Tone::No;
    return state == HoldState::Proposed ? tables::Tone::Warn : tables::Tone::None;
}

tables::TableSpec holds_spec()
{
    return {.path = "/penahanan",
        .columns = {{.key = "subject", .label = TR_NOOP("Yang ditahan"), .sort = "scope_name"},
            {.key = "state", .label = TR_NOOP("Keadaan"), .kind = tables::Kind::Badge, .sort = "state"}, {.key = "kinds", .label = TR_NOOP("Yang berhenti")},
            {.key = "letter", .label = TR_NOOP("Surat"), .sort = "letter"},
            {.key = "letter_on", .label = TR_NOOP("Tanggal"), .kind = tables::Kind::Date, .sort = "letter_on"},
            {.key = "signatory", .label = TR_NOOP("Penanda tangan"), .sort = "signatory", .hide_on_phone = true},
            {.key = "review_on", .label = TR_NOOP("Ditinjau lagi"), .kind = tables::Kind::Date, .sort = "review_on"}},
        .filters = {{"state", TR_NOOP("Keadaan"), "state",
            {{"proposed", label_of(HoldState::Proposed)}, {"in_force", label_of(HoldState::InForce)}, {"lifted", label_of(HoldState::Lifted)},
                {"declined", label_of(HoldState::Declined)}}}},
        .search = true,
        .default_sort = "-letter_on"};
}

Result<tables::Table> holds_table(db::ReadTx& tx, CityId city, tables::ListRequest const& request)
{
    auto spec = holds_spec();
    auto page = TRY(tables::fetch_rows(tx, sql::list_holds, request, spec, city));
    auto table = tables::table_of(spec, request, page);
    table.title = tr("Penahanan");
    table.empty_title = tr("Tidak ada penahanan");
    table.empty_text = tr("Penahanan menghentikan jenis pencatatan yang disebut, dengan surat, sampai dicabut orang kedua.");
    for (auto const& row : page.rows) {
        auto state = workflow::value_of<HoldState>(row.text(7));
        table
            .add({row.text(1), tables::Cell(label_of(state)).tone(tone_of_state(state)), labels_of(kinds_of(row.text(3))), row.text(4), row.date(5),
                row.text(6), row.maybe_date(8)})
            .at("/penahanan/" + row.text(0))
            .named(row.text(0));
    }
    return table;
}

/// Letters about one group or purse are read by who reads that group; one over a kelurahan or the city by everybody in it.
bool may_see(Actor const& actor, workflow::Item const& item)
{
    return std::ranges::any_of(actor.grants, [&](Grant const& grant) {
        auto const reads = std::ranges::binary_search(grant.permissions, "insight.read");
        auto const is_its_pokmas = !item.pokmas.empty() && grant.pokmas == item.pokmas;
        auto const is_above_them = item.pokmas.empty() && covers_place(item.place, grant.place);
        return reads && (is_its_pokmas || is_above_them || (grant.pokmas.empty() && covers_place(grant.place, item.place)));
    });
}

/// The list of the whole city is for those who read the whole city; others find theirs on the page of their purse.
Result<http::Response> show_holds(Services& services, http::Exchange& exchange)
{
    if (!may(exchange.actor(), "insight.read", ""))
        return Error::forbidden("operation.not_allowed");
    auto fetch
        = [&](tables::ListRequest const& request) { return db::read(services.db, [&](db::ReadTx& tx) { return holds_table(tx, services.city, request); }); };
    auto answer = TRY(screens::list(services, exchange, holds_spec(), fetch));
    if (answer.file)
        return std::move(*answer.file);
    ListPage page {
        .frame = screens::frame(services, exchange, tr("Penahanan")), .title = tr("Penahanan"), .lead = "", .list = std::move(answer.html), .buttons = {}};
    if (exchange.actor().has("programme.hold"))
        page.buttons.push_back({"/penahanan/baru", tr("Tahan"), "hand-stop"});
    if (exchange.actor().has("programme.propose_hold"))
        page.buttons.push_back({"/penahanan/usul", tr("Usulkan penahanan"), "hand-stop"});
    return screens::show(page);
}

std::string hint_of(ledger::HoldKind kind)
{
    switch (kind) {
    case ledger::HoldKind::Allocation:
        return tr("Alokasi, bonus, pindahan");
    case ledger::HoldKind::Planning:
        return tr("Persetujuan RAB");
    case ledger::HoldKind::Contract:
        return tr("Kontrak dan adendum naik");
    case ledger::HoldKind::Disbursement:
        return tr("SP2D baru");
    case ledger::HoldKind::CashOut:
        return tr("Tarik tunai dan uang muka");
    case ledger::HoldKind::Spending:
        return tr("Belanja baru");
    case ledger::HoldKind::Acceptance:
        return tr("Pengesahan belanja");
    case ledger::HoldKind::HandOver:
        break;
    }
    return tr("Pindah ke pokmas lain");
}

/// A new hold, a proposal, or the decision on the proposal `decided`.
HoldFormPage hold_form(Services& services, http::Exchange const& exchange, html::FormState form, bool is_proposal, Hold const* decided)
{
    auto title = is_proposal ? tr("Usulkan penahanan") : tr("Tahan");
    HoldFormPage page {.frame = screens::frame(services, exchange, title, {{"/penahanan", tr("Penahanan")}, {"", title}}), .form = std::move(form)};
    page.title = title;
    page.lead = is_proposal ? tr("Bagian Pemerintahan memutuskan usulan Anda.") : tr("Berlaku mulai tanggal surat. Mencabutnya adalah keputusan orang lain.");
    page.button = title;
    page.is_proposal = is_proposal;
    if (decided) {
        page.subject = decided->scope_name;
        page.proposal = decided->id.str();
    }
    for (auto scope : {ledger::HoldScope::Purse, ledger::HoldScope::Pokmas, ledger::HoldScope::Kelurahan, ledger::HoldScope::City})
        page.scopes.push_back({std::string(ledger::name_of(scope)), label_of(scope)});
    for (auto kind : ledger::all_hold_kinds)
        page.kinds.push_back({std::string(ledger::name_of(kind)), label_of(kind), hint_of(kind)});
    return page;
}

/// The proposal that the form decides on: "?usulan=" when it is opened, the hidden field when it is sent.
Result<std::optional<Hold>> decided_proposal(Services& services, std::string const& text)
{
    if (text.empty())
        return std::optional<Hold> {};
    auto id = Ulid::parse(text);
    if (!id.ok())
        return Error::not_found("programme.no_hold");
    auto found = TRY(db::read(services.db, [&](db::ReadTx& tx) { return hold(tx, services.city, *id); }));
    return std::optional(found);
}

Result<http::Response> show_new_hold(Services& services, http::Exchange& exchange)
{
    auto decided = TRY(decided_proposal(services, exchange.request.query_value("usulan")));
    auto form = screens::fresh_form(services);
    if (decided) {
        form.set("scope", std::string(ledger::name_of(decided->scope)));
        for (auto kind : decided->kinds)
            form.values.emplace_back("kinds", ledger::name_of(kind));
        form.set("reason", decided->reason);
    } else if (auto purse = exchange.request.query_value("kantong"); !purse.empty()) {
        form.set("scope", "purse");
        form.set("subject", purse);
    }
    return screens::show(hold_form(services, exchange, std::move(form), false, decided ? &*decided : nullptr));
}

Result<http::Response> send_new_hold(Services& services, http::Exchange& exchange)
{
    auto decided = TRY(decided_proposal(services, exchange.request.form_value("proposal")));
    return screens::submit(services, exchange, "programme.place_hold", {}, [&](html::FormState const& form, Error const&) -> Result<http::Response> {
        return screens::show(hold_form(services, exchange, form, false, decided ? &*decided : nullptr));
    });
}

Result<http::Response> show_proposal(Services& services, http::Exchange& exchange)
{
    return screens::show(hold_form(services, exchange, screens::fresh_form(services), true, nullptr));
}

Result<http::Response> send_proposal(Services& services, http::Exchange& exchange)
{
    return screens::submit(services, exchange, "programme.propose_hold", {},
        [&](html::FormState const& form, Error const&) -> Result<http::Response> { return screens::show(hold_form(services, exchange, form, true, nullptr)); });
}

std::string words_of(workflow::HistoryRow const& row)
{
    if (row.event == workflow::started)
        return row.to == workflow::name_of(HoldState::Proposed) ? tr("Diusulkan") : tr("Ditahan");
    if (row.event == workflow::name_of(HoldEvent::Place))
        return tr("Ditahan");
    return row.event == workflow::name_of(HoldEvent::Lift) ? tr("Dicabut") : tr("Tidak disetujui");
}

Result<http::Response> hold_page(Services& services, http::Exchange const& exchange, html::FormState form)
{
    auto id = TRY(id_in_path<Ulid>(exchange));
    return db::read(services.db, [&](db::ReadTx& tx) -> Result<http::Response> {
        auto found = TRY(hold(tx, services.city, id));
        auto const item = TRY(workflow::find(tx, services.city, hold_machine().name, id));
        if (!may_see(exchange.actor(), item))
            return Error::not_found("programme.no_hold");
        std::vector<html::Crumb> crumbs {{"", found.scope_name}};
        if (may(exchange.actor(), "insight.read", ""))
            crumbs.insert(crumbs.begin(), {"/penahanan", tr("Penahanan")});
        HoldPage page {
            .frame = screens::frame(services, exchange, found.scope_name, std::move(crumbs)), .form = std::move(form)};
        page.subject = found.scope_name;
        page.state = label_of(found.state);
        page.tone = std::string(tables::name_of(tone_of_state(found.state)));
        page.kinds = tr("Berhenti: {kinds}", {{"kinds", labels_of(found.kinds)}});
        page.reason = found.reason;
        page.letter = found.letter + ", " + day_of(found.letter_on);
        page.signatory = found.signatory;
        page.from = found.from ? day_of(*found.from) : "";
        page.review = found.review_on ? day_of(*found.review_on) : "";
        page.lifted = found.lifted_on ? day_of(*found.lifted_on) + ", " + found.lift_letter : "";
        for (auto const& event : TRY(workflow::possible_events(tx, exchange.actor(), hold_machine(), id))) {
            page.may_lift = page.may_lift || (event.same_as.empty() && event.row->event == workflow::name_of(HoldEvent::Lift));
            page.may_decide = page.may_decide || (event.same_as.empty() && event.row->event == workflow::name_of(HoldEvent::Place));
        }
        page.place_href = "/penahanan/baru?usulan=" + id.str();
        page.decline_action = "/penahanan/" + id.str() + "/tolak";
        page.lift_action = "/penahanan/" + id.str() + "/cabut";
        for (auto const& row : TRY(workflow::history(tx, services.city, hold_machine().name, id)))
            page.history.insert(page.history.begin(), {day_of(row.at.date_in(services.zone)), words_of(row), row.actor_name, row.reason});
        return screens::show(page);
    });
}

Result<http::Response> show_hold(Services& services, http::Exchange& exchange) { return hold_page(services, exchange, screens::fresh_form(services)); }

http::Handler send_decision(Services& services, std::string_view operation)
{
    return screens::page(services, [operation](Services& own, http::Exchange& exchange) -> Result<http::Response> {
        return screens::submit(own, exchange, operation, {{"hold", exchange.parameter("id")}},
            [&](html::FormState const& form, Error const&) { return hold_page(own, exchange, form); });
    });
}

} // namespace

void add_hold_routes(Services& services, std::vector<http::Route>& all)
{
    using http::Method;
    all.push_back({Method::Get, "/penahanan", "insight.read", screens::page(services, show_holds), "Holds and proposals"});
    all.push_back({Method::Get, "/penahanan/baru", "programme.hold", screens::page(services, show_new_hold), "Place a hold"});
    all.push_back({Method::Post, "/penahanan/baru", "programme.hold", screens::page(services, send_new_hold), "Place a hold"});
    all.push_back({Method::Get, "/penahanan/usul", "programme.propose_hold", screens::page(services, show_proposal), "Propose a hold"});
    all.push_back({Method::Post, "/penahanan/usul", "programme.propose_hold", screens::page(services, send_proposal), "Propose a hold"});
    all.push_back({Method::Get, "/penahanan/{id}", "insight.read", screens::page(services, show_hold), "One hold with its letter and history"});
    all.push_back({Method::Post, "/penahanan/{id}/cabut", "programme.hold", send_decision(services, "programme.lift_hold"), "Lift a hold"});
    all.push_back({Method::Post, "/penahanan/{id}/tolak", "programme.hold", send_decision(services, "programme.decline_hold"), "Decline a proposed hold"});
}

} // namespace rtkeren::programme
