#include "training/pages_room.hpp"

#include "audit/audit.hpp"
#include "evidence/evidence.hpp"
#include "identifiers/nik.hpp"
#include "identity/identity.hpp"
#include "identity/persons.hpp"
#include "tables/render.hpp"
#include "training/cost_sheet.hpp"
#include "training/people.hpp"
#include "training/sql.hpp"

#include <algorithm>

namespace rtkeren::training {
namespace {

constexpr int most_found = 20;

enum SeatColumn : std::size_t { SeatNameFold, SeatRow, SeatName, SeatPerson, SeatRegion, SeatPhone, SeatState, SeatPoints, SeatPoor, SeatIdea, SeatCameBy, SeatEarlierTopic, SeatEarlierYear,
    SeatEarlierHousehold, SeatPre, SeatPost, SeatOutcome, SeatCertificate, SeatReason };

tables::TableSpec seats_spec(Course const& course)
{
    using tables::Kind;
    std::vector<tables::Choice> states, outcomes;
    for (auto const* state : {"applied", "selected", "waiting", "refused", "withdrawn", "dropped", "finished"})
        states.push_back({state, word_of("seat", state)});
    for (auto const* outcome : {"business", "group", "will_not_continue", "none"})
        outcomes.push_back({outcome, word_of("outcome", outcome)});
    return {.path = href_of(course.id) + "/peserta",
        .columns = {{.key = "name", .label = TR_NOOP("Nama"), .sort = "name_fold", .width = 24}, {.key = "place", .label = TR_NOOP("Tempat tinggal"), .sort = "region", .width = 24},
            {.key = "phone", .label = TR_NOOP("Telepon"), .hide_on_phone = true}, {.key = "state", .label = TR_NOOP("Keadaan"), .kind = Kind::Badge, .sort = "state"},
            {.key = "points", .label = TR_NOOP("Nilai"), .kind = Kind::Integer, .sort = "points"}, {.key = "idea", .label = TR_NOOP("Rencana produk"), .sort = "idea", .hide_on_phone = true},
            {.key = "earlier_topic", .label = TR_NOOP("Topik ini, 24 bulan"), .kind = Kind::Integer, .sort = "earlier_topic", .hide_on_phone = true},
            {.key = "earlier_year", .label = TR_NOOP("Pelatihan tahun ini"), .kind = Kind::Integer, .sort = "earlier_year", .hide_on_phone = true},
            {.key = "earlier_household", .label = TR_NOOP("Serumah tahun ini"), .kind = Kind::Integer, .sort = "earlier_household", .hide_on_phone = true},
            {.key = "came_by", .label = TR_NOOP("Mendaftar lewat"), .sort = "came_by", .hide_on_phone = true}, {.key = "flags", .label = TR_NOOP("Perlu dilihat")},
            {.key = "pre_score", .label = TR_NOOP("Tes awal"), .kind = Kind::Integer, .sort = "pre_score", .hide_on_phone = true},
            {.key = "post_score", .label = TR_NOOP("Tes akhir"), .kind = Kind::Integer, .sort = "post_score", .hide_on_phone = true},
            {.key = "outcome", .label = TR_NOOP("Kelanjutan"), .sort = "outcome"}, {.key = "certificate", .label = TR_NOOP("Sertifikat"), .sort = "certificate_number", .hide_on_phone = true},
            {.key = "reason", .label = TR_NOOP("Alasan"), .hide_on_phone = true}},
        .filters = {{"keadaan", TR_NOOP("Keadaan"), "state", std::move(states)}, {"kelanjutan", TR_NOOP("Kelanjutan"), "outcome", std::move(outcomes)}},
        .search = true,
        .default_sort = "name"};
}

tables::Cell number_cell(db::Row const& row, std::size_t column) { return row.is_null(column) ? tables::Cell() : tables::Cell(row.integer(column)); }

std::string flags_of(std::map<std::string, std::vector<std::string>> const& doubles, std::string const& seat)
{
    std::string text;
    if (auto const found = doubles.find(seat); found != doubles.end())
        for (auto const& kind : found->second)
            text += (text.empty() ? "" : ", ") + word_of("double", kind);
    return text;
}

Result<tables::Table> seats_table(Services& services, db::ReadTx& tx, Course const& course, tables::TableSpec const& spec, tables::ListRequest const& request)
{
    auto const page = TRY(tables::fetch_rows(tx, sql::list_seats, request, spec, services.city, course.id));
    auto const doubles = doubles_in(TRY(stored_seats(tx, services.city, course.id)));
    auto table = tables::table_of(spec, request, page);
    table.title = tr("Peserta {title}", {{"title", course.title}});
    table.zone = services.zone;
    table.filename = "peserta";
    table.empty_title = tr("Di sini nanti yang mendaftar");
    table.empty_text = tr("Warga mendaftar di halaman umum, atau petugas mencatatnya.");
    for (auto const& row : page.rows) {
        auto place = TRY(enterprise::place_words(tx, services.city, row.text(SeatRegion)));
        auto const state = row.text(SeatState);
        auto const tone = seat_tone(state);
        table
            .add({row.text(SeatName), std::move(place), identity::shown_phone(services, row.id<PersonId>(SeatPerson), row.text_or(SeatPhone)),
                tables::Cell(word_of("seat", state)).tone(tone == "ok" ? tables::Tone::Ok : tone == "no" ? tables::Tone::No : tables::Tone::Info), row.integer(SeatPoints), row.text(SeatIdea),
                row.integer(SeatEarlierTopic), row.integer(SeatEarlierYear), row.integer(SeatEarlierHousehold), word_of("came_by", row.text(SeatCameBy)), flags_of(doubles, row.text(SeatRow)),
                number_cell(row, SeatPre), number_cell(row, SeatPost), row.text(SeatOutcome) == "none" ? std::string {} : word_of("outcome", row.text(SeatOutcome)), row.text_or(SeatCertificate),
                row.text(SeatReason)})
            .at(spec.path + "/" + row.text(SeatRow))
            .named(row.text(SeatRow));
    }
    return table;
}

Result<http::Response> get_seats(Services& services, http::Exchange& exchange)
{
    auto const course = TRY(db::read(services.db, [&](db::ReadTx& tx) { return readable_course(tx, exchange.actor(), services.city, exchange.parameter("id")); }));
    auto const spec = seats_spec(course);
    auto const fetch = [&](tables::ListRequest const& request) { return db::read(services.db, [&](db::ReadTx& tx) { return seats_table(services, tx, course, spec, request); }); };
    auto answer = TRY(screens::list(services, exchange, spec, fetch));
    if (answer.file)
        return std::move(*answer.file);
    SeatListPage page {screens::frame(services, exchange, tr("Peserta"), course_crumbs(course, tr("Peserta"))), std::move(answer.html)};
    page.base = href_of(course.id);
    page.lead = course.title;
    auto const leads = may_lead(exchange.actor(), course);
    if (leads && (course.state == "open" || course.state == "selected" || course.state == "running"))
        page.buttons.push_back({page.base + "/peserta/baru", tr("Catat pendaftar"), course.state == "open" ? "second" : ""});
    if (may(exchange.actor(), "training.manage", course.unit_code, course.pokmas.str()) && course.state == "open")
        page.buttons.push_back({page.base + "/seleksi", tr("Seleksi"), ""});
    return screens::show(page);
}

// -- the office writes somebody down -----------------------------------------------------------------------------

Result<SeatFormPage> read_seat_form(db::ReadTx& tx, Services& services, http::Exchange const& exchange, html::FormState form)
{
    auto const course = TRY(readable_course(tx, exchange.actor(), services.city, exchange.parameter("id")));
    TRY(leadable(tx, exchange.actor(), services.city, course.id));
    SeatFormPage page {screens::frame(services, exchange, tr("Catat pendaftar"), course_crumbs(course, tr("Catat pendaftar"))), std::move(form), exchange.request.path, href_of(course.id) + "/peserta"};
    page.query = exchange.request.query_value("q");
    page.searched = !page.query.empty();
    if (page.searched)
        for (auto const& found : TRY(enterprise::find_persons(tx, services, page.query, course.kelurahan, most_found)))
            page.found.push_back({found.id.str(), found.name, TRY(enterprise::place_words(tx, services.city, found.region)) + (found.phone.empty() ? "" : ", " + found.phone)});
    page.places = TRY(living_places(tx, services, course.kelurahan));
    page.poors = choices_for<Poor>("poor");
    return page;
}

Result<http::Response> show_seat_form(Services& services, http::Exchange const& exchange, html::FormState form)
{
    return screens::show(TRY(db::read(services.db, [&](db::ReadTx& tx) { return read_seat_form(tx, services, exchange, std::move(form)); })));
}

Result<http::Response> get_seat_form(Services& services, http::Exchange& exchange)
{
    auto form = screens::fresh_form(services);
    form.set("poor", "unknown");
    return show_seat_form(services, exchange, std::move(form));
}

Result<http::Response> post_seat_form(Services& services, http::Exchange& exchange)
{
    boost::json::object const extra {{"course", exchange.parameter("id")}};
    return screens::submit(services, exchange, "training.add_seat", extra, [&](html::FormState const& refused, Error const&) { return show_seat_form(services, exchange, refused); });
}

// -- one seat ---------------------------------------------------------------------------------------------------

struct SeatSubject {
    Course course;
    StoredSeat seat;
};

Result<SeatSubject> seat_subject(db::ReadTx& tx, Services& services, http::Exchange const& exchange)
{
    auto course = TRY(readable_course(tx, exchange.actor(), services.city, exchange.parameter("id")));
    auto const id = SeatId::parse(exchange.parameter("seat"));
    if (!id.ok())
        return Error::not_found("training.no_seat");
    auto seat = TRY(stored_seat(tx, services.city, *id));
    if (seat.course != course.id)
        return Error::not_found("training.no_seat");
    return SeatSubject {std::move(course), std::move(seat)};
}

MadeView made_view(Services const& services, Made const& made)
{
    auto const each = made.cost_each();
    MadeView view {made.product, evidence::href(made.photo), format_number(made.pieces), format_rupiah(each), format_rupiah(made.price), format_rupiah(made.price - each),
        tr("{name}, {when}", {{"name", made.entered_by_name}, {"when", enterprise::moment(services, made.entered_at)}})};
    for (auto const& line : sheet_in(made.sheet).lines)
        view.sheet.push_back({line.name, planning::format_quantity(line.quantity_thousandths) + " " + line.unit, format_rupiah(line.price), format_rupiah(line.amount)});
    return view;
}

Result<void> add_seat_facts(db::ReadTx& tx, Services& services, http::Exchange const& exchange, SeatSubject const& subject, SeatPage& page)
{
    auto const& seat = subject.seat;
    auto const phone = identity::shown_phone(services, seat.person, seat.phone_sealed);
    page.facts = {{tr("Tinggal di"), TRY(enterprise::place_words(tx, services.city, seat.region))}, {tr("Telepon"), phone.empty() ? "–" : phone}, {tr("Rencana produk"), seat.idea.empty() ? "–" : seat.idea},
        {tr("Keluarga kurang mampu"), word_of("poor", seat.poor)}, {tr("Mendaftar lewat"), word_of("came_by", seat.came_by)},
        {tr("Nomor KK"), seat.household.empty() ? tr("tidak diberikan") : identifiers::mask_nik(TRY(household_of(tx, services, seat.id))),
            !seat.household.empty() && may(exchange.actor(), "identity.unmask", seat.region) ? page.base + "/kk" : std::string {}},
        {tr("Setuju didata"), seat.consent_on ? format_date(*seat.consent_on, language::current()) : tr("belum dicatat")}, {tr("Tes awal"), seat.pre_score ? std::to_string(*seat.pre_score) : "–"},
        {tr("Tes akhir"), seat.post_score ? std::to_string(*seat.post_score) : "–"}};
    if (!seat.outcome.empty())
        page.facts.push_back({tr("Kelanjutan"), word_of("outcome", seat.outcome) + (seat.outcome_reason.empty() ? "" : ": " + seat.outcome_reason),
            seat.business ? enterprise::href_of(*seat.business) : std::string {}});
    for (auto const& reason : reasons_in(seat.reasons))
        page.reasons.push_back({language::word("training.reason." + reason.code, {{"count", std::to_string(reason.count)}}), reason.points > 0 ? std::to_string(reason.points) : "–"});
    page.reasons.push_back({tr("Nilai seluruhnya"), std::to_string(seat.points)});
    if (!seat.state_reason.empty())
        page.reasons.push_back({seat.deviates ? tr("Berbeda dari usulan, karena") : tr("Alasan"), seat.state_reason});
    if (seat.decided_at)
        page.reasons.push_back({tr("Diputuskan oleh"), tr("{name}, {when}", {{"name", seat.decided_by_name}, {"when", enterprise::moment(services, *seat.decided_at)}})});
    return Done {};
}

void add_seat_buttons(Actor const& actor, SeatSubject const& subject, SeatPage& page)
{
    auto const& state = subject.course.state;
    auto const& seat = subject.seat;
    if (!may_lead(actor, subject.course))
        return;
    auto const manages = may(actor, "training.manage", subject.course.unit_code, subject.course.pokmas.str());
    if ((state == "running" || state == "results") && seat.takes_part())
        page.buttons.push_back({page.base + "/hasil", tr("Catat hasil"), ""});
    if (state == "results" && seat.state == "finished")
        page.buttons.push_back({page.base + "/kelanjutan", tr("Catat kelanjutan"), ""});
    if (manages && (state == "selected" || state == "running") && (seat.state == "selected" || seat.state == "waiting" || seat.state == "refused"))
        page.buttons.push_back({page.base + "/putuskan", tr("Ubah keputusan"), "second"});
    auto const may_withdraw = (state == "open" || state == "selected" || state == "running") && (seat.state == "applied" || seat.state == "selected" || seat.state == "waiting");
    if (may_withdraw)
        page.buttons.push_back({page.base + "/mundur", tr("Mengundurkan diri"), "plain"});
    if ((state == "selected" || state == "running") && seat.state == "selected")
        page.buttons.push_back({page.base + "/keluar", tr("Tidak datang lagi"), "plain"});
    if (manages && !seat.certificate_number.empty())
        page.buttons.push_back({page.base + "/cabut", tr("Cabut sertifikat"), "plain"});
}

Result<void> add_certificates(db::ReadTx& tx, Services& services, SeatSubject const& subject, SeatPage& page)
{
    auto const& seat = subject.seat;
    if (!seat.certificate_number.empty())
        page.certificates.push_back({seat.certificate_number, tr("Unduh PDF"), page.base + "/sertifikat.pdf"});
    for (auto const& row : TRY(tx.run(sql::withdrawn_of_seat, services.city, seat.id)))
        page.certificates.push_back({row.text(1), tr("Dicabut: {reason}", {{"reason", row.text(4)}})});
    return Done {};
}

Result<void> add_seat_history(db::ReadTx& tx, Services& services, StoredSeat const& seat, SeatPage& page)
{
    auto const events = TRY(audit::of_subject(tx, services.city, "seat", seat.id.str()));
    for (auto event = events.rbegin(); event != events.rend(); ++event) {
        auto const by = identity::person_name(tx, services.city, event->made.person);
        page.history.push_back({event->made.at.iso(), enterprise::moment(services, event->made.at), word_of("event", event->operation.substr(event->operation.find('.') + 1)), by.value_or(""), event->reason});
    }
    return Done {};
}

Result<http::Response> get_seat(Services& services, http::Exchange& exchange)
{
    auto const read = [&](db::ReadTx& tx) -> Result<SeatPage> {
        auto const subject = TRY(seat_subject(tx, services, exchange));
        SeatPage made {.frame = screens::frame(services, exchange, subject.seat.name, course_crumbs(subject.course, subject.seat.name))};
        made.base = href_of(subject.course.id) + "/peserta/" + subject.seat.id.str();
        made.name = subject.seat.name;
        made.lead = subject.course.title;
        made.state = word_of("seat", subject.seat.state);
        made.tone = seat_tone(subject.seat.state);
        TRY(add_seat_facts(tx, services, exchange, subject, made));
        add_seat_buttons(exchange.actor(), subject, made);
        for (auto const& each : TRY(made_by(tx, services.city, subject.seat.id)))
            made.made.push_back(made_view(services, each));
        TRY(add_certificates(tx, services, subject, made));
        TRY(add_seat_history(tx, services, subject.seat, made));
        return made;
    };
    auto const page = TRY(db::read(services.db, read));
    return screens::show(page);
}

// -- the number of a family card ----------------------------------------------------------------------------------

Result<SeatSubject> household_subject(db::ReadTx& tx, Services& services, http::Exchange const& exchange)
{
    auto subject = TRY(seat_subject(tx, services, exchange));
    if (subject.seat.household.empty() || !may(exchange.actor(), "identity.unmask", subject.seat.region))
        return Error::not_found("training.no_household");
    return subject;
}

/// With the number only behind the reason: it is in this one response, and in no answer that is stored.
Result<http::Response> show_household(Services& services, http::Exchange const& exchange, html::FormState form, bool shown)
{
    auto const read = [&](db::ReadTx& tx) -> Result<HouseholdPage> {
        auto const subject = TRY(household_subject(tx, services, exchange));
        auto const title = tr("Nomor KK {name}", {{"name", subject.seat.name}});
        auto number = TRY(household_of(tx, services, subject.seat.id));
        return HouseholdPage {screens::frame(services, exchange, title, course_crumbs(subject.course, title)), std::move(form), title, exchange.request.path,
            href_of(subject.course.id) + "/peserta/" + subject.seat.id.str(), identifiers::mask_nik(number), shown ? number : std::string {}};
    };
    auto response = screens::show(TRY(db::read(services.db, read)));
    response.header("Cache-Control", "private, no-store");
    return response;
}

Result<http::Response> get_household(Services& services, http::Exchange& exchange) { return show_household(services, exchange, screens::fresh_form(services), false); }

Result<http::Response> post_household(Services& services, http::Exchange& exchange)
{
    auto const subject = TRY(db::read(services.db, [&](db::ReadTx& tx) { return household_subject(tx, services, exchange); }));
    auto answer = TRY(screens::submit(services, exchange, "training.show_household", {{"seat", subject.seat.id.text()}},
        [&](html::FormState const& refused, Error const&) { return show_household(services, exchange, refused, false); }));
    return answer.status >= 400 || exchange.request.wants_json ? Result<http::Response>(std::move(answer)) : show_household(services, exchange, {}, true);
}

// -- what is decided about one person ---------------------------------------------------------------------------

Result<http::Response> show_seat_step(Services& services, http::Exchange const& exchange, html::FormState form)
{
    auto const subject = TRY(db::read(services.db, [&](db::ReadTx& tx) { return seat_subject(tx, services, exchange); }));
    auto const& path = exchange.request.path;
    auto const back = href_of(subject.course.id) + "/peserta/" + subject.seat.id.str();
    Arguments const name {{"name", subject.seat.name}};
    auto const title = path.ends_with("/mundur") ? tr("{name} mengundurkan diri", name) : path.ends_with("/keluar") ? tr("{name} tidak datang lagi", name)
        : path.ends_with("/cabut") ? tr("Cabut sertifikat {name}", name) : tr("Keputusan untuk {name}", name);
    auto frame = screens::frame(services, exchange, title, course_crumbs(subject.course, title));
    if (path.ends_with("/putuskan"))
        return screens::show(DecideForm {std::move(frame), std::move(form), title, path, back, choices_for<Decision>("decision")});
    auto lead = path.ends_with("/cabut") ? tr("Siapa yang memindai kodenya melihat bahwa sertifikat ini dicabut. Sesudahnya bisa terbit yang baru dengan nomor lain.")
        : subject.course.state == "selected" ? tr("Yang pertama di daftar tunggu langsung naik.") : tr("Tempatnya menjadi kosong.");
    return screens::show(StepForm {std::move(frame), std::move(form), title, std::move(lead), path, back, tr("Simpan"), true, true});
}

Result<http::Response> get_seat_step(Services& services, http::Exchange& exchange) { return show_seat_step(services, exchange, screens::fresh_form(services)); }

Result<http::Response> post_seat_step(Services& services, http::Exchange& exchange)
{
    auto const subject = TRY(db::read(services.db, [&](db::ReadTx& tx) { return seat_subject(tx, services, exchange); }));
    auto const& path = exchange.request.path;
    auto const operation = path.ends_with("/mundur") ? "training.withdraw_seat" : path.ends_with("/keluar") ? "training.drop_seat"
        : path.ends_with("/cabut") ? "training.withdraw_certificate" : "training.decide_seat";
    return screens::submit(services, exchange, operation, {{"seat", subject.seat.id.text()}}, [&](html::FormState const& refused, Error const&) { return show_seat_step(services, exchange, refused); });
}

} // namespace

std::vector<http::Route> seat_routes(Services& services)
{
    using enum http::Method;
    std::vector<http::Route> all {{Get, "/pelatihan/{id}/peserta", "signed_in", screens::page(services, get_seats), "Everybody on the list of a course"},
        {Get, "/pelatihan/{id}/peserta/baru", "training.lead", screens::page(services, get_seat_form), "Form for putting somebody on the list"},
        {Post, "/pelatihan/{id}/peserta/baru", "training.lead", screens::page(services, post_seat_form), "Put somebody on the list"},
        {Get, "/pelatihan/{id}/peserta/{seat}", "signed_in", screens::page(services, get_seat), "One participant with reasons, results and outcome"},
        {Get, "/pelatihan/{id}/peserta/{seat}/kk", "identity.unmask", screens::page(services, get_household), "Form for seeing the number of a family card, with a reason"},
        {Post, "/pelatihan/{id}/peserta/{seat}/kk", "identity.unmask", screens::page(services, post_household), "See the number of a family card once"}};
    for (auto const& [word, permission] : {std::pair {"mundur", "training.lead"}, std::pair {"keluar", "training.lead"}, std::pair {"cabut", "training.manage"}, std::pair {"putuskan", "training.manage"}}) {
        auto const path = "/pelatihan/{id}/peserta/{seat}/" + std::string(word);
        all.push_back({Get, path, permission, screens::page(services, get_seat_step), "Form of a decision about one participant"});
        all.push_back({Post, path, permission, screens::page(services, post_seat_step), "Decide about one participant"});
    }
    return all;
}

} // namespace rtkeren::training
