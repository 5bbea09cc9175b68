#include "followup/pages_room.hpp"

#include "evidence/forms.hpp"
#include "followup/sql.hpp"
#include "identity/persons.hpp"
#include "tables/render.hpp"

#include <algorithm>

/// What an interviewer sees. Nothing here reads training, and nothing that is shown tells who was in a course.
namespace rtkeren::followup {
namespace {

struct OwnColumn {
    enum : std::size_t { DrawNumber, RowId, BusinessName, Activity, OwnerName, RegionCode, RoundName, UntilOn, Outcome, Tries };
};

tables::TableSpec own_spec()
{
    using tables::Kind;
    std::vector<tables::Choice> outcomes;
    for (auto const* outcome : {"open", "answered", "refused", "not_reached"})
        outcomes.push_back({outcome, words_of("outcome", outcome)});
    return {.path = "/wawancara",
        .columns = {{.key = "business", .label = TR_NOOP("Usaha"), .sort = "business", .width = 24}, {.key = "owner", .label = TR_NOOP("Pemilik"), .sort = "owner", .width = 22},
            {.key = "place", .label = TR_NOOP("Wilayah"), .sort = "region", .width = 24}, {.key = "until", .label = TR_NOOP("Sampai"), .kind = Kind::Date, .sort = "until_on"},
            {.key = "outcome", .label = TR_NOOP("Hasil"), .kind = Kind::Badge, .sort = "outcome"}, {.key = "tries", .label = TR_NOOP("Percobaan"), .kind = Kind::Integer, .sort = "tries"},
            {.key = "round", .label = TR_NOOP("Putaran"), .hide_on_phone = true}, {.key = "number", .label = TR_NOOP("Nomor"), .kind = Kind::Integer, .sort = "number", .hide_on_phone = true}},
        .filters = {{"hasil", TR_NOOP("Hasil"), "outcome", std::move(outcomes)}},
        .search = true,
        .default_sort = "place"};
}

Result<tables::Table> own_table(Services& services, db::ReadTx& tx, Actor const& actor, tables::TableSpec const& spec, tables::ListRequest const& request)
{
    auto const page = TRY(tables::fetch_rows(tx, sql::list_own_interviews, request, spec, services.city, actor.person));
    auto table = tables::table_of(spec, request, page);
    table.title = tr("Wawancara saya");
    table.filename = "wawancara";
    table.short_cards = true;
    table.empty_title = tr("Di sini nanti usaha yang Anda tanya");
    table.empty_text = tr("Dinas atau Bappeda membagi sampel setelah diundi.");
    enterprise::PlaceWords places(tx, services.city);
    for (auto const& row : page.rows) {
        auto const place = TRY(places.of(row.text(OwnColumn::RegionCode)));
        auto const tone = tone_of_state(row.text(OwnColumn::Outcome));
        auto const badge = tone == "ok" ? tables::Tone::Ok : tone == "warn" ? tables::Tone::Warn : tone == "no" ? tables::Tone::No : tables::Tone::Info;
        table
            .add({row.text(OwnColumn::BusinessName), row.text(OwnColumn::OwnerName), place, row.date(OwnColumn::UntilOn), tables::Cell(words_of("outcome", row.text(OwnColumn::Outcome))).tone(badge), row.integer(OwnColumn::Tries), row.text(OwnColumn::RoundName),
                row.integer(OwnColumn::DrawNumber)})
            .at("/wawancara/" + row.text(OwnColumn::RowId))
            .named(row.text(OwnColumn::RowId));
    }
    return table;
}

Result<http::Response> get_own(Services& services, http::Exchange& exchange)
{
    auto const spec = own_spec();
    auto const fetch = [&](tables::ListRequest const& request) {
        return db::read(services.db, [&](db::ReadTx& tx) { return own_table(services, tx, exchange.actor(), spec, request); });
    };
    auto answer = TRY(screens::list(services, exchange, spec, fetch));
    if (answer.file)
        return std::move(*answer.file);
    InterviewListPage page {screens::frame(services, exchange, tr("Wawancara saya")), std::move(answer.html)};
    return screens::show(page);
}

struct Seen {
    Interview interview;
    Round round;
    std::vector<enterprise::Business> businesses; // the drawn one, where it still stands
};
Result<Seen> seen(db::ReadTx& tx, Services& services, http::Exchange const& exchange)
{
    auto const id = InterviewId::parse(exchange.parameter("id"));
    if (!id.ok())
        return Error::not_found("followup.no_interview");
    auto one = TRY(own_interview(tx, exchange.actor(), *id));
    auto in = TRY(round(tx, services.city, one.round));
    auto businesses = TRY(businesses_to_name(tx, services.city, one.owner));
    auto const standing = TRY(enterprise::standing_of(tx, services.city, one.business));
    std::erase_if(businesses, [&](enterprise::Business const& each) { return each.id != standing; });
    return Seen {std::move(one), std::move(in), std::move(businesses)};
}

Result<InterviewPage> read_interview_page(db::ReadTx& tx, Services& services, http::Exchange const& exchange, html::FormState form)
{
    auto const all = TRY(seen(tx, services, exchange));
    auto const& one = all.interview;
    auto const runs = all.round.state == "drawn" && services.today() >= all.round.from_on;
    InterviewPage page;
    page.form = std::move(form);
    page.base = href_of(one.id);
    page.business = one.business_name.empty() ? business_title(one.number) : one.business_name;
    page.activity = one.activity;
    page.owner = one.owner_name;
    page.place = TRY(enterprise::place_words(tx, services.city, one.region));
    page.round = tr("{round}, sampai {on:date}", {{"round", all.round.name}, {"on", all.round.until_on.iso()}});
    page.state = words_of("outcome", one.outcome);
    page.tone = tone_of_state(one.outcome);
    page.asks = runs && (one.outcome == "open" || one.outcome == "not_reached");
    page.may_correct = runs && (one.outcome == "answered" || one.outcome == "refused");
    if (page.asks && page.form.values.size() <= 1) {
        begin(page.form, one.phone_shown_to == exchange.actor().user);
        auto const last = TRY(last_answer(tx, services.city, one));
        if (last) {
            prefill(page.form, *last, false);
            page.prefilled = tr("Terisi dari jawaban {on:date}: ubah yang berbeda.", {{"on", last->on.iso()}});
        }
    }
    page.ask = ask_part(page.form, all.businesses, services.today(), all.round.month);
    page.phone = page.asks && one.phone_shown_to == exchange.actor().user ? TRY(full_phone(tx, services, one.owner)) : std::string {};
    auto const card = TRY(identity::person_card(tx, services, one.owner));
    page.may_phone = runs && one.outcome == "open" && !card.phone.empty();
    page.answers = answer_cards(services, exchange.actor(), TRY(answers_of(tx, services.city, one.id)));
    page.tries = try_lines(TRY(tries_of(tx, services.city, one.id)));
    return page;
}

Result<http::Response> show_interview(Services& services, http::Exchange const& exchange, html::FormState form)
{
    auto page = TRY(db::read(services.db, [&](db::ReadTx& tx) { return read_interview_page(tx, services, exchange, std::move(form)); }));
    page.frame = screens::frame(services, exchange, page.business, {{"/wawancara", tr("Wawancara saya")}, {"", page.business}});
    page.frame.scripts = {"/-/aset/belanja.js"};
    return screens::show(page);
}

Result<http::Response> get_interview(Services& services, http::Exchange& exchange) { return show_interview(services, exchange, screens::fresh_form(services)); }

boost::json::object interview_of(http::Exchange const& exchange) { return {{"interview", exchange.parameter("id")}}; }

Result<http::Response> post_interview(Services& services, http::Exchange& exchange)
{
    return evidence::submit_with_file(services, exchange, "followup.interview", interview_of(exchange), "_foto", [&](html::FormState const& form) { return show_interview(services, exchange, form); });
}

Result<http::Response> post_interview_phone(Services& services, http::Exchange& exchange)
{
    return screens::submit(
        services, exchange, "followup.show_interview_phone", interview_of(exchange), [&](html::FormState const& form, Error const&) { return show_interview(services, exchange, form); });
}

bool corrects(http::Exchange const& exchange) { return exchange.request.path.ends_with("/betulkan"); }

Result<StepPage> read_interview_step(db::ReadTx& tx, Services& services, http::Exchange const& exchange, html::FormState form, bool is_fresh)
{
    auto const all = TRY(seen(tx, services, exchange));
    StepPage page;
    page.form = std::move(form);
    page.asks_answer = page.asks_reason = page.uploads = corrects(exchange);
    page.asks_missed = !page.asks_answer;
    page.title = page.asks_answer ? tr("Betulkan jawaban") : tr("Menolak atau tidak bisa dihubungi");
    page.button = page.asks_answer ? tr("Simpan pembetulan") : tr("Simpan");
    page.lead = all.interview.business_name;
    page.action = exchange.request.path;
    page.back_href = href_of(all.interview.id);
    page.ways = options_of<Way>("way");
    page.results = options_of<Missed>("missed");
    if (page.asks_missed && is_fresh)
        page.form.set("way", "phone");
    if (!page.asks_answer)
        return page;
    auto const answers = TRY(answers_of(tx, services.city, all.interview.id));
    auto const current = std::ranges::find_if(answers, [](Answer const& each) { return !each.replaced_by; });
    if (is_fresh && current != answers.end())
        prefill(page.form, *current, current->entered_person == exchange.actor().person);
    page.ask = ask_part(page.form, all.businesses, services.today(), all.round.month);
    return page;
}

Result<http::Response> show_interview_step(Services& services, http::Exchange const& exchange, html::FormState form, bool is_fresh)
{
    auto page = TRY(db::read(services.db, [&](db::ReadTx& tx) { return read_interview_step(tx, services, exchange, std::move(form), is_fresh); }));
    page.frame = screens::frame(services, exchange, page.title, {{"/wawancara", tr("Wawancara saya")}, {page.back_href, page.lead}, {"", page.title}});
    page.frame.scripts = {"/-/aset/belanja.js"};
    return screens::show(page);
}

Result<http::Response> get_interview_step(Services& services, http::Exchange& exchange) { return show_interview_step(services, exchange, screens::fresh_form(services), true); }

Result<http::Response> post_interview_step(Services& services, http::Exchange& exchange)
{
    auto const again = [&](html::FormState const& form) { return show_interview_step(services, exchange, form, false); };
    if (corrects(exchange))
        return evidence::submit_with_file(services, exchange, "followup.correct_interview", interview_of(exchange), "_foto", again);
    return screens::submit(services, exchange, "followup.miss_interview", interview_of(exchange), [&](html::FormState const& form, Error const&) { return again(form); });
}

} // namespace

std::vector<http::Route> interview_routes(Services& services)
{
    using enum http::Method;
    std::vector<http::Route> all {{Get, "/wawancara", "followup.interview", screens::page(services, get_own), "What one is to ask in survey rounds that run"},
        {Get, "/wawancara/{id}", "followup.interview", screens::page(services, get_interview), "An interview: the business and the five questions"},
        {Post, "/wawancara/{id}", "followup.interview", screens::page(services, post_interview), "Record what a drawn business answered", photo_body_limit},
        {Post, "/wawancara/{id}/nomor", "followup.interview", screens::page(services, post_interview_phone), "See the phone number of whom one is to ask"}};
    for (auto const* step : {"tidak-bertemu", "betulkan"}) {
        all.push_back({Get, "/wawancara/{id}/" + std::string(step), "followup.interview", screens::page(services, get_interview_step), "Form for a refusal, not having met somebody, or a correction"});
        all.push_back({Post, "/wawancara/{id}/" + std::string(step), "followup.interview", screens::page(services, post_interview_step), "Record a refusal, not having met somebody, or a correction", photo_body_limit});
    }
    return all;
}

} // namespace rtkeren::followup
