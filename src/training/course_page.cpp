#include "training/pages_room.hpp"

#include "audit/audit.hpp"
#include "evidence/evidence.hpp"
#include "identity/identity.hpp"
#include "training/sql.hpp"

#include <algorithm>
#include <set>

namespace rtkeren::training {
namespace {

/// The Indonesian word of each step in its address.
constexpr std::array<std::pair<std::string_view, std::string_view>, 8> step_words {{{"open", "buka"}, {"back_to_plan", "ke-rencana"}, {"select", "seleksi"}, {"reopen", "buka-lagi"}, {"start", "mulai"},
    {"finish", "selesai"}, {"resume", "lanjutkan"}, {"close", "tutup"}}};

std::string step_href(std::string const& base, std::string_view event)
{
    for (auto const& [name, word] : step_words)
        if (name == event)
            return base + "/" + std::string(word);
    return base + "/batal";
}

bool goes_back(std::string_view event) { return event == "back_to_plan" || event == "reopen" || event == "resume" || event == "cancel"; }

Result<void> add_buttons(db::ReadTx& tx, Actor const& actor, Course const& course, CoursePage& page)
{
    if (!may_lead(actor, course))
        return Done {};
    auto const manages = may(actor, "training.manage", course.unit_code, course.pokmas.str());
    if (manages && (course.state == "planned" || course.state == "open"))
        page.buttons.push_back({page.base + "/ubah", tr("Ubah rencana"), "second"});
    for (auto const& possible : TRY(workflow::possible_events(tx, actor, course_machine(), course.id.ulid())))
        page.buttons.push_back({step_href(page.base, possible.row->event), tr(possible.row->label), goes_back(possible.row->event) ? "plain" : ""});
    // What moves it on stands first.
    std::ranges::stable_sort(page.buttons, {}, [](ButtonLine const& button) { return button.kind.empty() ? 0 : button.kind == "second" ? 1 : 2; });
    return Done {};
}

void add_facts(CoursePage& page, Course const& course, std::string place)
{
    auto const day = [](Date on) { return format_date(on, language::current()); };
    page.facts = {{tr("Topik"), course.topic_name, "/topik-pelatihan/" + course.topic}, {tr("Wilayah"), std::move(place)},
        {tr("Pendaftaran"), tr("{from} sampai {until}", {{"from", day(course.call_from)}, {"until", day(course.call_until)}})}, {tr("Tempat"), course.venue},
        {tr("Jumlah peserta"), std::to_string(course.quota)}, {tr("Untuk siapa"), course.target.empty() ? "–" : course.target},
        {tr("Fasilitator"), course.facilitator_name.empty() ? tr("belum ditentukan") : course.facilitator_name}, {tr("Kantong"), tr("Lihat kantong"), "/kantong/" + course.purse.str()},
        {tr("Direncanakan oleh"), course.entered_by_name}};
}

Result<void> add_seats(db::ReadTx& tx, Services& services, Course const& course, CoursePage& page)
{
    auto const seats = TRY(stored_seats(tx, services.city, course.id));
    auto const list = page.base + "/peserta";
    for (auto const* state : {"applied", "selected", "waiting", "refused", "withdrawn", "dropped", "finished"}) {
        auto const count = std::ranges::count(seats, state, &StoredSeat::state);
        auto const is_asked = (course.state == "open" && std::string_view(state) == "applied") || ((course.state == "selected" || course.state == "running") && std::string_view(state) == "selected");
        if (count > 0 || is_asked)
            page.counts.push_back({word_of("seat", state), std::to_string(count), list + "?keadaan=" + state});
    }
    auto const doubles = doubles_in(seats);
    if (!doubles.empty())
        page.notes.push_back({"warn", trn("{n} pendaftar mungkin tercatat dua kali atau serumah.", "{n} pendaftar mungkin tercatat dua kali atau serumah.", std::int64_t(doubles.size())), tr("Lihat daftar peserta.")});
    std::set<std::string> with_result;
    for (auto const& row : TRY(tx.run(sql::results_of_course, services.city, course.id)))
        with_result.insert(row.text(0));
    auto const without = std::ranges::count_if(seats, [&](StoredSeat const& seat) { return seat.state == "finished" && !with_result.contains(seat.id.str()); });
    if (without > 0)
        page.notes.push_back({"info", trn("{n} yang selesai belum punya hasil yang dicatat.", "{n} yang selesai belum punya hasil yang dicatat.", without), tr("Foto produk dan hitungan biayanya.")});
    // What was marked in two places is told by the checks of the attendance; here what may still be avoided.
    for (auto const& clash : TRY(clashes_of(tx, services.city, course.id)))
        if (clash.on >= services.today())
            page.notes.push_back({"warn", language::word("training.clash", {{"name", clash.name}, {"title", clash.title}, {"on", clash.on.iso()}, {"at", Clock::of(clash.begins).str()}}),
                language::word("training.clash.why")});
    return Done {};
}

Result<void> add_money(db::ReadTx& tx, Services& services, Course const& course, CoursePage& page)
{
    auto const cost = TRY(cost_of(tx, services.city, course));
    auto const details = page.base + "/biaya";
    page.money = {{tr("Rencana dari RAB"), format_rupiah(cost.planned), details}, {tr("Dibelanjakan"), format_rupiah(cost.spent), details}, {tr("Sah"), format_rupiah(cost.accepted), details},
        {tr("Per peserta"), money_or_dash(cost.per_seat()), details}, {tr("Per yang selesai"), money_or_dash(cost.per_finished()), details}};
    return Done {};
}

std::string tax_words(rules::Pack const& pack, Trainer const& trainer, Date on)
{
    rules::TaxAnswers answers;
    answers.civil_servant = trainer.civil_servant;
    answers.civil_rank = static_cast<int>(trainer.civil_rank);
    if (trainer.civil_servant && trainer.civil_rank == 0)
        return tr("potongan belum diketahui: golongannya belum dicatat");
    std::string text;
    for (auto const& due : rules::taxes_due("honor", trainer.honor, on, answers, pack))
        text += (text.empty() ? "" : ", ") + due.label + " " + format_rupiah(due.amount);
    return text.empty() ? tr("tanpa potongan") : text;
}

Result<void> add_trainers(db::ReadTx& tx, Services& services, Course const& course, bool changes, CoursePage& page)
{
    auto const pack = TRY(rules::released(tx, services.city, course.year));
    for (auto const& each : TRY(trainers_of(tx, services.city, course.id))) {
        auto const cv = each.cv_file.empty() ? std::string {} : evidence::href(each.cv_file);
        page.trainers.push_back({each.name, each.expertise, tr("{hours} jam", {{"hours", std::to_string(each.minutes / 60)}}), format_rupiah(each.honor), tax_words(*pack, each, course.ends_on), cv,
            changes ? page.base + "/pengajar/" + each.id.str() + "/keluar" : std::string {}});
    }
    if (page.trainers.empty() && course.state != "cancelled")
        page.notes.push_back({"info", tr("Belum ada pengajar."), tr("Catat pengajar dengan jam dan honornya.")});
    return Done {};
}

void add_papers(CoursePage& page, Course const& course, bool leads)
{
    auto const called = course.state != "planned" && course.state != "cancelled";
    if (called)
        page.papers.push_back({page.base + "/poster.pdf", tr("Poster pengumuman"), "second"});
    if (leads && called) {
        page.papers.push_back({page.base + "/peserta.pdf", tr("Daftar peserta"), "second"});
        page.papers.push_back({page.base + "/nilai", tr("Nilai tes"), "second"});
    }
    if (leads && (course.state == "results" || course.state == "closed"))
        page.papers.push_back({page.base + "/sertifikat", tr("Sertifikat"), "second"});
}

Result<void> add_history(db::ReadTx& tx, Services& services, Course const& course, CoursePage& page)
{
    auto const steps = TRY(workflow::history(tx, services.city, course_machine().name, course.id.ulid()));
    for (auto row = steps.rbegin(); row != steps.rend(); ++row) {
        auto const* step = course_machine().transition(row->from, row->event);
        page.history.push_back({row->at.iso(), enterprise::moment(services, row->at), step ? tr(step->label) : tr("Direncanakan"), row->actor_name, row->reason});
    }
    return Done {};
}

Result<CoursePage> read_course(db::ReadTx& tx, Services& services, http::Exchange const& exchange, Course const& course)
{
    auto const& actor = exchange.actor();
    CoursePage page {.frame = screens::frame(services, exchange, course.title, course_crumbs(course, {}))};
    page.base = href_of(course.id);
    page.title = course.title;
    page.state = course_state_label(course.state);
    page.tone = course_state_tone(course.state);
    auto place = TRY(enterprise::place_words(tx, services.city, course.unit_code));
    page.lead = tr("{topic}, {from} sampai {until}", {{"topic", course.topic_name}, {"from", format_date(course.starts_on, language::current())}, {"until", format_date(course.ends_on, language::current())}});
    auto const item = TRY(workflow::find(tx, services.city, course_machine().name, course.id.ulid()));
    if (item.due)
        page.waits = tr("Langkah berikutnya paling lambat {day}", {{"day", format_date(*item.due, language::current())}});
    auto const leads = may_lead(actor, course);
    auto const manages = may(actor, "training.manage", course.unit_code, course.pokmas.str());
    auto const under_way = course.state == "planned" || course.state == "open" || course.state == "selected" || course.state == "running";
    add_facts(page, course, std::move(place));
    TRY(add_buttons(tx, actor, course, page));
    auto const sessions = TRY(sessions_of(tx, services.city, course.id));
    page.meetings = meeting_lines(sessions);
    for (std::size_t i = 0; i < sessions.size(); ++i)
        if (leads && under_way && !sessions[i].cancelled) {
            page.meetings[i].move_href = page.base + "/pertemuan/" + sessions[i].id.str() + "/pindah";
            page.meetings[i].cancel_href = page.base + "/pertemuan/" + sessions[i].id.str() + "/batal";
        }
    if (leads && under_way)
        page.add_meeting_href = page.base + "/pertemuan/baru";
    if (manages && under_way)
        page.add_trainer_href = page.base + "/pengajar/baru";
    TRY(add_seats(tx, services, course, page));
    TRY(add_money(tx, services, course, page));
    TRY(add_trainers(tx, services, course, manages && under_way, page));
    page.path = path_view(path_in(course.legality));
    add_papers(page, course, leads);
    page.panels = TRY(screens::panels_of("course", services, tx, &actor, course.id.text()));
    TRY(add_history(tx, services, course, page));
    return page;
}

} // namespace

Result<http::Response> show_course_inside(Services& services, http::Exchange const& exchange, Course const& course)
{
    return screens::show(TRY(db::read(services.db, [&](db::ReadTx& tx) { return read_course(tx, services, exchange, course); })));
}

} // namespace rtkeren::training
