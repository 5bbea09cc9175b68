#include "training/presence_pages.hpp"

#include "enterprise/store.hpp"
#include "language/language.hpp"
#include "tables/render.hpp"
#include "training/sql.hpp"

namespace rtkeren::training {
namespace {

enum DisputeColumn : std::size_t { DisputeOpened, DisputeRow, DisputeTitle, DisputeCourse, DisputeSays, DisputeStatus, DisputeDue, DisputeDecidedBy };

tables::Tone tone_of_decision(std::string_view state) { return state == "upheld" ? tables::Tone::Ok : state == "open" ? tables::Tone::Warn : tables::Tone::None; }

std::string decision_label(std::string_view state) { return tr(dispute_machine().state(state)->label); }

tables::TableSpec disputes_spec()
{
    using tables::Kind;
    std::vector<tables::Choice> choices;
    for (auto const& state : dispute_machine().states)
        choices.push_back({std::string(state.name), tr(state.label)});
    return {.path = "/keberatan",
        .columns = {{.key = "title", .label = TR_NOOP("Peserta"), .sort = "name_fold", .width = 30}, {.key = "course", .label = TR_NOOP("Pelatihan"), .sort = "course", .hide_on_phone = true, .width = 26},
            {.key = "says", .label = TR_NOOP("Kata peserta")}, {.key = "opened_at", .label = TR_NOOP("Diajukan"), .kind = Kind::Instant, .sort = "opened_at"},
            {.key = "due", .label = TR_NOOP("Tenggat"), .kind = Kind::Date, .sort = "due"}, {.key = "state", .label = TR_NOOP("Keadaan"), .kind = Kind::Badge, .sort = "state"},
            {.key = "decided_by", .label = TR_NOOP("Diputus oleh"), .hide_on_phone = true}},
        .filters = {{"keadaan", TR_NOOP("Keadaan"), "state", std::move(choices)}},
        .search = true,
        .default_sort = "-opened_at"};
}

Result<http::Response> get_disputes(Services& services, http::Exchange& exchange)
{
    auto const spec = disputes_spec();
    auto const r = enterprise::reach_of(exchange.actor(), "training.decide");
    auto const fetch = [&](tables::ListRequest const& request) {
        return db::read(services.db, [&](db::ReadTx& tx) -> Result<tables::Table> {
            auto const page = TRY(tables::fetch_rows(tx, sql::list_disputes, request, spec, services.city, r[0].first, r[0].second, r[1].first, r[1].second, r[2].first, r[2].second, r[3].first,
                r[3].second));
            auto table = tables::table_of(spec, request, page);
            table.title = tr("Keberatan presensi");
            table.zone = services.zone;
            table.filename = "keberatan";
            table.empty_title = tr("Tidak ada keberatan");
            table.empty_text = tr("Peserta yang menganggap catatan hadirnya keliru mengajukannya dari slip mereka.");
            for (auto const& row : page.rows)
                table.add({row.text(DisputeTitle), row.text(DisputeCourse), row.text(DisputeSays) == "present" ? tr("hadir") : tr("tidak hadir"), row.instant(DisputeOpened),
                         row.maybe_date(DisputeDue), tables::Cell(decision_label(row.text(DisputeStatus))).tone(tone_of_decision(row.text(DisputeStatus))), row.text(DisputeDecidedBy)})
                    .at("/keberatan/" + row.text(DisputeRow))
                    .named(row.text(DisputeRow));
            return table;
        });
    };
    auto answer = TRY(screens::list(services, exchange, spec, fetch));
    if (answer.file)
        return std::move(*answer.file);
    return screens::show(DisputesPage {screens::frame(services, exchange, tr("Keberatan presensi")), std::move(answer.html)});
}

Result<DisputePage> read_dispute(db::ReadTx& tx, Services const& services, http::Exchange const& exchange)
{
    auto const id = DisputeId::parse(exchange.parameter("id"));
    if (!id.ok())
        return Error::not_found("training.no_dispute");
    auto const& actor = exchange.actor();
    auto const found = TRY(dispute(tx, services.city, *id));
    auto const of = TRY(course(tx, services.city, found.course));
    if (!may(actor, "training.decide", of.kelurahan) && !may_read(actor, of))
        return Error::not_found("training.no_dispute");
    auto const about = TRY(session(tx, services.city, found.session));
    auto const who = TRY(seat(tx, services.city, found.seat));
    auto const item = TRY(workflow::find(tx, services.city, dispute_machine().name, found.id.ulid()));
    auto const marks = TRY(marks_of_session(tx, services.city, about.id));
    DisputePage page;
    page.title = tr("Keberatan {name}", {{"name", who.name}});
    page.action = "/keberatan/" + found.id.str();
    page.words = found.words;
    page.state = decision_label(item.state);
    page.tone = std::string(tables::name_of(tone_of_decision(item.state)));
    page.facts = {{tr("Kata peserta"), found.says_present ? tr("Saya hadir") : tr("Saya tidak hadir")}, {tr("Pelatihan"), of.title}, {session_title(about), session_when(about)},
        {tr("Fasilitator"), of.facilitator_name.empty() ? std::string("–") : of.facilitator_name}};
    if (item.due)
        page.facts.emplace_back(tr("Tenggat"), format_date(*item.due, language::current()));
    if (found.decided_at)
        page.decided = tr("{decision} oleh {name}: {reason}", {{"decision", page.state}, {"name", found.decided_by_name}, {"reason", found.decision_reason}});
    page.history = history_lines(services, marks, who.id);
    page.may_decide = item.state == "open" && may(actor, "training.decide", of.kelurahan);
    for (auto const& [value, name] : operations::Choices<Ruling>::values)
        page.decisions.push_back({std::string(name), language::word("training.decision." + std::string(name))});
    return page;
}

Result<http::Response> show_dispute(Services& services, http::Exchange const& exchange, html::FormState form)
{
    auto page = TRY(db::read(services.db, [&](db::ReadTx& tx) { return read_dispute(tx, services, exchange); }));
    page.frame = screens::frame(services, exchange, page.title, {{"/menunggu", tr("Menunggu saya")}, {"", page.title}});
    page.form = std::move(form);
    return screens::show(page);
}

Result<http::Response> get_dispute(Services& services, http::Exchange& exchange) { return show_dispute(services, exchange, screens::fresh_form(services)); }

Result<http::Response> post_dispute(Services& services, http::Exchange& exchange)
{
    TRY(db::read(services.db, [&](db::ReadTx& tx) { return read_dispute(tx, services, exchange); }));
    boost::json::object const extra {{"dispute", exchange.parameter("id")}};
    return screens::submit(services, exchange, "training.decide_dispute", extra, [&](html::FormState const& refused, Error const&) { return show_dispute(services, exchange, refused); });
}

} // namespace

std::vector<http::Route> dispute_routes(Services& services)
{
    using enum http::Method;
    return {{Get, "/keberatan", "training.decide", screens::page(services, get_disputes), "Disputes about attendance in one's territory"},
        {Get, "/keberatan/{id}", "signed_in", screens::page(services, get_dispute), "A dispute with the proofs of its meeting"},
        {Post, "/keberatan/{id}", "training.decide", screens::page(services, post_dispute), "Decide a dispute"}};
}

} // namespace rtkeren::training
