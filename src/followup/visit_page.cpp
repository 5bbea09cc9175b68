#include "followup/pages_room.hpp"

#include "evidence/forms.hpp"
#include "identity/identity.hpp"
#include "identity/persons.hpp"

#include <algorithm>

namespace rtkeren::followup {
namespace {

std::string title_of(Visit const& visit, training::Course const& course)
{
    return tr("{days} hari setelah {course}", {{"days", std::to_string(visit.after_days)}, {"course", course.title}});
}

bool is_open(Visit const& visit) { return visit.state == "due" || visit.state == "again" || visit.state == "scheduled"; }

Result<void> add_siblings(db::ReadTx& tx, Services& services, Visit const& visit, VisitPage& page)
{
    auto const all = TRY(visits_of(tx, services.city, visit.seat));
    for (auto const& each : all)
        page.siblings.push_back({href_of(each.id), tr("{days} hari, {on:date}", {{"days", std::to_string(each.after_days)}, {"on", each.due_on.iso()}}), state_words(followup_machine(), each.state),
            std::string(tone_of_state(each.state)), each.id == visit.id});
    return Done {};
}

Result<std::string> turn_words(db::ReadTx& tx, Services& services, Visit const& visit)
{
    auto const turn = TRY(turn_at(tx, services.city, visit.kelurahan, services.today()));
    std::string names;
    for (auto const& name : turn.names)
        names += (names.empty() ? "" : ", ") + name;
    if (turn.role == "pendamping")
        return tr("Giliran pendamping: {names}.", {{"names", names}});
    if (turn.role == "pptk")
        return tr("Tidak ada pendamping yang menjabat di kelurahan ini, jadi giliran PPTK: {names}.", {{"names", names}});
    return tr("Tidak ada pendamping dan PPTK yang menjabat di kelurahan ini, jadi giliran Dinas.");
}

Result<void> add_questions(db::ReadTx& tx, Services& services, Actor const& actor, Visit const& visit, VisitPage& page)
{
    page.asks = is_open(visit) && !visit.replaced && may_visit(actor, visit) && services.today() >= visit.opens_on && actor.person != visit.person;
    if (services.today() < visit.opens_on)
        page.opens = tr("Bisa diisi mulai {on:date}.", {{"on", visit.opens_on.iso()}});
    auto const businesses = TRY(businesses_to_name(tx, services.city, visit.person));
    if (page.asks && page.form.values.size() <= 1) { // a fresh one: only its id
        begin(page.form, visit.phone_shown_to == actor.user);
        auto const last = TRY(last_answer(tx, services.city, visit));
        if (last) {
            prefill(page.form, *last, false);
            page.prefilled = tr("Terisi dari jawaban {on:date}: ubah yang berbeda.", {{"on", last->on.iso()}});
        }
    }
    page.ask = ask_part(page.form, businesses, services.today(), {});
    page.ask.business_href = actor.has("enterprise.write") ? "/umkm/baru" : "";
    page.phone = page.asks && visit.phone_shown_to == actor.user ? TRY(full_phone(tx, services, visit.person)) : std::string {};
    auto const card = TRY(identity::person_card(tx, services, visit.person));
    page.may_phone = page.asks && !card.phone.empty();
    if (!card.phone.empty())
        page.facts.push_back({tr("Telepon"), card.phone});
    return Done {};
}

Result<VisitPage> read_visit_page(db::ReadTx& tx, Services& services, http::Exchange const& exchange, html::FormState form)
{
    auto const& actor = exchange.actor();
    auto const id = VisitId::parse(exchange.parameter("id"));
    if (!id.ok())
        return Error::not_found("followup.no_visit");
    auto const one = TRY(readable(tx, actor, *id));
    auto const course = TRY(training::course(tx, services.city, one.course));
    VisitPage page;
    page.form = std::move(form);
    page.base = href_of(one.id);
    page.name = one.name;
    page.title = title_of(one, course);
    page.place = TRY(enterprise::place_words(tx, services.city, one.region));
    page.state = one.replaced ? tr("Diganti") : state_words(followup_machine(), one.state);
    page.tone = tone_of_state(one.state);
    page.course_href = training::href_of(course.id);
    page.facts = {{tr("Topik"), course.topic_name}, {tr("Selesai"), day_words(course.ends_on)}, {tr("Paling baik"), day_words(one.due_on)}, {tr("Masih diterima sampai"), day_words(one.closes_on)}};
    page.turn = is_open(one) ? TRY(turn_words(tx, services, one)) : std::string {};
    TRY(add_questions(tx, services, actor, one, page));
    page.answers = answer_cards(services, actor, TRY(answers_of(tx, services.city, one.id)));
    page.tries = try_lines(TRY(tries_of(tx, services.city, one.id)));
    page.may_correct = one.answer && may_visit(actor, one);
    page.may_repeat = !one.replaced && (one.state == "unreachable" || one.state == "refused") && services.today() <= one.closes_on && may_visit(actor, one);
    TRY(add_siblings(tx, services, one, page));
    return page;
}

Result<http::Response> show_visit(Services& services, http::Exchange const& exchange, html::FormState form)
{
    auto page = TRY(db::read(services.db, [&](db::ReadTx& tx) { return read_visit_page(tx, services, exchange, std::move(form)); }));
    page.frame = screens::frame(services, exchange, page.name, {{"/pendampingan", tr("Tindak lanjut")}, {"", page.name}});
    page.frame.scripts = {"/-/aset/belanja.js"};
    return screens::show(page);
}

Result<http::Response> get_visit(Services& services, http::Exchange& exchange) { return show_visit(services, exchange, screens::fresh_form(services)); }

boost::json::object subject_of(http::Exchange const& exchange) { return {{"visit", exchange.parameter("id")}}; }

Result<http::Response> post_visit(Services& services, http::Exchange& exchange)
{
    return evidence::submit_with_file(services, exchange, "followup.record", subject_of(exchange), "_foto", [&](html::FormState const& form) { return show_visit(services, exchange, form); });
}

Result<http::Response> post_phone(Services& services, http::Exchange& exchange)
{
    return screens::submit(services, exchange, "followup.show_phone", subject_of(exchange), [&](html::FormState const& form, Error const&) { return show_visit(services, exchange, form); });
}

enum class Step : std::uint8_t { Miss, Correct, Repeat };
Step step_of(http::Exchange const& exchange)
{
    auto const& path = exchange.request.path;
    return path.ends_with("/betulkan") ? Step::Correct : path.ends_with("/ulangi") ? Step::Repeat : Step::Miss;
}
std::string_view operation_of(Step step) { return step == Step::Miss ? "followup.missed" : step == Step::Correct ? "followup.correct" : "followup.repeat"; }

void word_step(StepPage& page, Step step)
{
    page.title = step == Step::Miss ? tr("Tidak bisa dihubungi") : step == Step::Correct ? tr("Betulkan jawaban") : tr("Ternyata bisa ditemui");
    page.button = step == Step::Miss ? tr("Simpan") : step == Step::Correct ? tr("Simpan pembetulan") : tr("Tanya lagi");
    page.asks_missed = step == Step::Miss;
    page.asks_answer = step == Step::Correct;
    page.asks_reason = step != Step::Miss;
    page.uploads = step == Step::Correct;
    page.ways = options_of<Way>("way");
    page.results = options_of<Missed>("missed");
}

Result<StepPage> read_step(db::ReadTx& tx, Services& services, http::Exchange const& exchange, html::FormState form, bool is_fresh)
{
    auto const id = VisitId::parse(exchange.parameter("id"));
    if (!id.ok())
        return Error::not_found("followup.no_visit");
    auto const one = TRY(readable(tx, exchange.actor(), *id));
    if (!may_visit(exchange.actor(), one))
        return Error::forbidden("operation.not_allowed");
    StepPage page;
    page.form = std::move(form);
    word_step(page, step_of(exchange));
    page.lead = one.name;
    page.action = exchange.request.path;
    page.back_href = href_of(one.id);
    if (page.asks_missed && is_fresh)
        page.form.set("way", "visit");
    if (page.asks_answer) {
        auto const all = TRY(answers_of(tx, services.city, one.id));
        auto const current = std::ranges::find_if(all, [](Answer const& each) { return !each.replaced_by; });
        if (current == all.end())
            return Error::conflict("followup.not_answered");
        if (is_fresh)
            prefill(page.form, *current, current->entered_person == exchange.actor().person);
        page.ask = ask_part(page.form, TRY(businesses_to_name(tx, services.city, one.person)), current->on, {});
        page.note = tr("Jawaban lama tetap terbaca. Omzet yang sudah tercatat dibetulkan, tidak dihapus.");
    }
    return page;
}

Result<http::Response> show_step(Services& services, http::Exchange const& exchange, html::FormState form, bool is_fresh)
{
    auto page = TRY(db::read(services.db, [&](db::ReadTx& tx) { return read_step(tx, services, exchange, std::move(form), is_fresh); }));
    page.frame = screens::frame(services, exchange, page.title, {{"/pendampingan", tr("Tindak lanjut")}, {page.back_href, page.lead}, {"", page.title}});
    page.frame.scripts = {"/-/aset/belanja.js"};
    return screens::show(page);
}

Result<http::Response> get_step(Services& services, http::Exchange& exchange) { return show_step(services, exchange, screens::fresh_form(services), true); }

Result<http::Response> post_step(Services& services, http::Exchange& exchange)
{
    auto const step = step_of(exchange);
    auto const again = [&](html::FormState const& form) { return show_step(services, exchange, form, false); };
    if (step == Step::Correct)
        return evidence::submit_with_file(services, exchange, operation_of(step), subject_of(exchange), "_foto", again);
    return screens::submit(services, exchange, operation_of(step), subject_of(exchange), [&](html::FormState const& form, Error const&) { return again(form); });
}

} // namespace

std::vector<http::Route> visit_routes(Services& services)
{
    using enum http::Method;
    std::vector<http::Route> all {{Get, "/pendampingan/{id}", "followup.read", screens::page(services, get_visit), "A follow-up: who, what was said, the questions"},
        {Post, "/pendampingan/{id}", "followup.visit", screens::page(services, post_visit), "Record what somebody answered", photo_body_limit},
        {Post, "/pendampingan/{id}/nomor", "followup.visit", screens::page(services, post_phone), "See the phone number of whom one is to ask"}};
    for (auto const* step : {"tidak-bertemu", "betulkan", "ulangi"}) {
        all.push_back({Get, "/pendampingan/{id}/" + std::string(step), "followup.visit", screens::page(services, get_step), "Form for not having met somebody, correcting or asking again"});
        all.push_back({Post, "/pendampingan/{id}/" + std::string(step), "followup.visit", screens::page(services, post_step), "Record not having met somebody, correct or ask again", photo_body_limit});
    }
    return all;
}

} // namespace rtkeren::followup
