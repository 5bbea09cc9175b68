#include "followup/pages_room.hpp"

#include "followup/panel_rows.hpp"
#include "followup/sql.hpp"
#include "programme/programme.hpp"
#include "tables/render.hpp"
#include "territory/territory.hpp"

#include <algorithm>

namespace rtkeren::followup {
namespace {

struct RoundColumn {
    enum : std::size_t { Number, RowId, RoundName, Place, Frame, Baseline, MonthAsked, FromOn, UntilOn, SampleSize, State, Search, AnsweredCount, RefusedCount, MissedCount };
};
struct InterviewColumn {
    enum : std::size_t { DrawNumber, InterviewRow, BusinessName, Activity, RegionCode, Kelurahan, InterviewerName, Outcome, Tries };
};

tables::Tone table_tone(std::string_view state)
{
    auto const tone = tone_of_state(state);
    return tone == "ok" ? tables::Tone::Ok : tone == "warn" ? tables::Tone::Warn : tone == "no" ? tables::Tone::No : tables::Tone::Info;
}

/// Of everybody drawn, also of those who are gone since: "12 dari 200 menjawab (6,0 %)".
std::string rate_words(std::int64_t answered, std::int64_t sample)
{
    Tally tally;
    tally.add("yes", answered);
    tally.add("never", sample - answered);
    auto const share = tally.share();
    return tr("{answered} dari {sample} menjawab ({share:bp})",
        {{"answered", format_number(answered)}, {"sample", format_number(sample)}, {"share", std::to_string(share ? share->value() : 0)}});
}

tables::TableSpec rounds_spec()
{
    using tables::Kind;
    std::vector<tables::Choice> states;
    for (auto const& state : survey_machine().states)
        states.push_back({std::string(state.name), tr(state.label)});
    return {.path = "/survei",
        .columns = {{.key = "name", .label = TR_NOOP("Putaran"), .width = 26}, {.key = "number", .label = TR_NOOP("Nomor"), .kind = Kind::Integer, .sort = "number"},
            {.key = "place", .label = TR_NOOP("Wilayah"), .width = 20}, {.key = "month", .label = TR_NOOP("Bulan yang ditanyakan"), .sort = "month"},
            {.key = "until", .label = TR_NOOP("Sampai"), .kind = Kind::Date, .sort = "until_on"}, {.key = "sample", .label = TR_NOOP("Sampel"), .kind = Kind::Integer, .sort = "sample_size"},
            {.key = "answered", .label = TR_NOOP("Terjawab"), .kind = Kind::Integer, .sort = "answered"},
            {.key = "refused", .label = TR_NOOP("Menolak"), .kind = Kind::Integer, .sort = "refused", .hide_on_phone = true},
            {.key = "missed", .label = TR_NOOP("Tidak ditemui"), .kind = Kind::Integer, .sort = "not_reached", .hide_on_phone = true},
            {.key = "baseline", .label = TR_NOOP("Dasar sebelum"), .kind = Kind::Integer, .sort = "baseline_for", .hide_on_phone = true},
            {.key = "state", .label = TR_NOOP("Keadaan"), .kind = Kind::Badge, .sort = "state"}},
        .filters = {{"keadaan", TR_NOOP("Keadaan"), "state", std::move(states)}},
        .search = true,
        .default_sort = "-number"};
}

Result<tables::Table> rounds_table(Services& services, db::ReadTx& tx, Actor const& actor, tables::TableSpec const& spec, tables::ListRequest const& request)
{
    auto const page = TRY(tables::fetch_rows(tx, sql::list_rounds, request, spec, services.city));
    auto table = tables::table_of(spec, request, page);
    table.title = tr("Survei");
    table.filename = "survei";
    table.empty_title = tr("Di sini nanti putaran survei");
    table.empty_text = tr("Rencanakan putaran pertama sebelum uang tahun berikutnya keluar.");
    for (auto const& row : page.rows) {
        if (!may(actor, "followup.survey", row.text(RoundColumn::Place)))
            continue;
        auto place = TRY(place_name(tx, services.city, row.text(RoundColumn::Place)));
        auto const& state = row.text(RoundColumn::State);
        table
            .add({row.text(RoundColumn::RoundName), row.integer(RoundColumn::Number), std::move(place), row.text(RoundColumn::MonthAsked), row.date(RoundColumn::UntilOn), row.integer(RoundColumn::SampleSize), row.integer(RoundColumn::AnsweredCount), row.integer(RoundColumn::RefusedCount),
                row.integer(RoundColumn::MissedCount), row.is_null(RoundColumn::Baseline) ? tables::Cell() : tables::Cell(row.integer(RoundColumn::Baseline)), tables::Cell(state_words(survey_machine(), state)).tone(table_tone(state))})
            .at("/survei/" + row.text(RoundColumn::RowId))
            .named(row.text(RoundColumn::RowId));
    }
    return table;
}

Result<http::Response> get_rounds(Services& services, http::Exchange& exchange)
{
    auto const spec = rounds_spec();
    auto const fetch = [&](tables::ListRequest const& request) {
        return db::read(services.db, [&](db::ReadTx& tx) { return rounds_table(services, tx, exchange.actor(), spec, request); });
    };
    auto answer = TRY(screens::list(services, exchange, spec, fetch));
    if (answer.file)
        return std::move(*answer.file);
    RoundsPage page {screens::frame(services, exchange, tr("Survei")), std::move(answer.html)};
    return screens::show(page);
}

Result<std::vector<html::Option>> place_options(db::ReadTx& tx, Services& services, Actor const& actor, std::string_view below)
{
    std::vector<html::Option> options;
    auto const regions = TRY(territory::regions(tx, services.city, territory::Level::Kelurahan, below, services.today()));
    for (auto const& region : regions)
        if (may(actor, "followup.survey", region.code))
            options.push_back({region.code, region.name});
    return options;
}

Result<http::Response> show_round_form(Services& services, http::Exchange const& exchange, html::FormState form)
{
    RoundFormPage page;
    page.frame = screens::frame(services, exchange, tr("Rencanakan putaran survei"), {{"/survei", tr("Survei")}, {"", tr("Rencanakan putaran survei")}});
    page.form = std::move(form);
    page.action = "/survei/baru";
    page.back_href = "/survei";
    page.frames = {{"business", words_of("frame", "business"), words_of("frame", "business_hint")}, {"compared", words_of("frame", "compared"), words_of("frame", "compared_hint")}};
    page.places = TRY(db::read(services.db, [&](db::ReadTx& tx) { return place_options(tx, services, exchange.actor(), ""); }));
    for (auto const year : {services.today().year(), services.today().year() + 1})
        page.years.push_back({std::to_string(year), std::to_string(year)});
    return screens::show(page);
}

Result<http::Response> get_round_form(Services& services, http::Exchange& exchange)
{
    auto form = screens::fresh_form(services);
    auto const today = services.today();
    auto const month = days_of(Told::RecallMonth, today, {});
    form.set("frame", "compared");
    form.set("month", month.from.iso().substr(0, 7));
    form.set("from", today.iso());
    form.set("until", today.plus_days(14).iso());
    return show_round_form(services, exchange, std::move(form));
}

Result<http::Response> post_round_form(Services& services, http::Exchange& exchange)
{
    return screens::submit(services, exchange, "followup.plan_round", {}, [&](html::FormState const& form, Error const&) { return show_round_form(services, exchange, form); });
}

Result<RoundId> round_id(http::Exchange const& exchange)
{
    auto const id = RoundId::parse(exchange.parameter("id"));
    return id.ok() ? id : Result<RoundId>(Error::not_found("followup.no_round"));
}

tables::TableSpec interviews_spec(RoundId id)
{
    using tables::Kind;
    std::vector<tables::Choice> outcomes;
    for (auto const* outcome : {"open", "answered", "refused", "not_reached"})
        outcomes.push_back({outcome, words_of("outcome", outcome)});
    return {.path = href_of(id),
        .columns = {{.key = "number", .label = TR_NOOP("Nomor"), .kind = Kind::Integer, .sort = "number"}, {.key = "business", .label = TR_NOOP("Usaha"), .sort = "business", .width = 24},
            {.key = "activity", .label = TR_NOOP("Kegiatan"), .hide_on_phone = true, .width = 20}, {.key = "place", .label = TR_NOOP("Wilayah"), .sort = "region", .width = 24},
            {.key = "interviewer", .label = TR_NOOP("Pewawancara"), .sort = "interviewer"}, {.key = "outcome", .label = TR_NOOP("Hasil"), .kind = Kind::Badge, .sort = "outcome"},
            {.key = "tries", .label = TR_NOOP("Percobaan"), .kind = Kind::Integer, .sort = "tries", .hide_on_phone = true}},
        .filters = {{"hasil", TR_NOOP("Hasil"), "outcome", std::move(outcomes)}},
        .search = true,
        .default_sort = "number"};
}

Result<tables::Table> interviews_table(Services& services, db::ReadTx& tx, Round const& one, tables::TableSpec const& spec, tables::ListRequest const& request)
{
    auto const page = TRY(tables::fetch_rows(tx, sql::list_interviews, request, spec, services.city, one.id));
    auto table = tables::table_of(spec, request, page);
    table.title = tr("Sampel {name}", {{"name", one.name}});
    table.filename = "sampel-" + std::to_string(one.number);
    table.empty_title = tr("Di sini nanti usaha yang terpilih");
    table.empty_text = tr("Sampel muncul setelah diundi.");
    enterprise::PlaceWords places(tx, services.city);
    for (auto const& row : page.rows) {
        auto const place = TRY(places.of(row.text(InterviewColumn::RegionCode)));
        table
            .add({row.integer(InterviewColumn::DrawNumber), row.text(InterviewColumn::BusinessName), row.text(InterviewColumn::Activity), place, row.text(InterviewColumn::InterviewerName),
                tables::Cell(words_of("outcome", row.text(InterviewColumn::Outcome))).tone(table_tone(row.text(InterviewColumn::Outcome))), row.integer(InterviewColumn::Tries)})
            .named(row.text(InterviewColumn::InterviewRow));
    }
    return table;
}

Result<void> add_progress(db::ReadTx& tx, Services& services, Round const& one, RoundPage& page)
{
    auto const rows = TRY(tx.run(sql::progress_of_round, services.city, one.id));
    std::int64_t answered = 0, refused = 0, missed = 0, all = 0;
    for (auto const& row : rows) {
        auto place = TRY(enterprise::place_words(tx, services.city, row.text(0)));
        auto const open = row.integer(2) - row.integer(3) - row.integer(4) - row.integer(5);
        page.progress.push_back({std::move(place), row.text(1).empty() ? tr("belum dibagi") : row.text(1), format_number(row.integer(2)), format_number(row.integer(3)), format_number(row.integer(4)),
            format_number(row.integer(5)), format_number(open)});
        all += row.integer(2);
        answered += row.integer(3);
        refused += row.integer(4);
        missed += row.integer(5);
    }
    if (one.seed.empty())
        return Done {};
    page.rate = rate_words(answered, one.sample_size) + "; "
        + tr("{refused} menolak, {missed} tidak ditemui, {open} belum", {{"refused", format_number(refused)}, {"missed", format_number(missed)}, {"open", format_number(all - answered - refused - missed)}});
    if (all < one.sample_size)
        page.rate += "; " + tr("{n} tidak terdaftar lagi sejak direncanakan", {{"n", format_number(one.sample_size - all)}});
    return Done {};
}

void add_facts(Services const& services, Round const& one, std::string const& place, RoundPage& page)
{
    page.facts = {{tr("Nomor"), std::to_string(one.number)}, {tr("Wilayah"), place}, {tr("Yang bisa terpilih"), words_of("frame", one.frame_kind) + ": " + format_number(one.frame_count)},
        {tr("Besar sampel"), format_number(one.sample_size)}, {tr("Bulan yang ditanyakan"), one.month}, {tr("Wawancara"), day_words(one.from_on) + " – " + day_words(one.until_on)},
        {tr("Paling banyak dicoba"), std::to_string(one.tries)}, {tr("Direncanakan"), enterprise::moment(services, one.entered_at) + ", " + one.entered_by_name}};
    if (one.baseline_for)
        page.facts.push_back({tr("Putaran dasar sebelum uang tahun"), std::to_string(*one.baseline_for)});
    page.proof = {{tr("Sidik jari daftar (SHA-256)"), one.frame_hash}, {tr("Komitmen benih (SHA-256)"), one.commitment}, {tr("Benih"), one.seed.empty() ? tr("dibuka saat diundi") : one.seed}};
    if (one.drawn_at)
        page.proof.push_back({tr("Diundi"), enterprise::moment(services, *one.drawn_at) + ", " + one.drawn_by_name});
}

Result<RoundPage> read_round(db::ReadTx& tx, Services& services, http::Exchange const& exchange, html::FormState form)
{
    auto const& actor = exchange.actor();
    auto const one = TRY(round_for(tx, actor, TRY(round_id(exchange))));
    RoundPage page;
    page.form = std::move(form);
    page.base = href_of(one.id);
    page.name = one.name;
    page.state = state_words(survey_machine(), one.state);
    page.tone = tone_of_state(one.state);
    auto const place = TRY(place_name(tx, services.city, one.place));
    page.lead = place;
    page.frame_href = page.base + "/rangka";
    page.panel_action = page.base + "/panel";
    page.may_draw = one.state == "planned";
    page.may_assign = one.state == "drawn";
    page.may_close = one.state == "drawn" && services.today() > one.until_on;
    page.may_cancel = one.state == "planned" || one.state == "drawn";
    page.may_panel = may(actor, "followup.panel", one.place) && one.state != "planned" && one.state != "cancelled";
    add_facts(services, one, place, page);
    TRY(add_progress(tx, services, one, page));
    return page;
}

Result<http::Response> show_round(Services& services, http::Exchange const& exchange, html::FormState form)
{
    auto const one = TRY(db::read(services.db, [&](db::ReadTx& tx) -> Result<Round> { return round_for(tx, exchange.actor(), TRY(round_id(exchange))); }));
    auto const spec = interviews_spec(one.id);
    auto const fetch = [&](tables::ListRequest const& request) { return db::read(services.db, [&](db::ReadTx& tx) { return interviews_table(services, tx, one, spec, request); }); };
    auto list = TRY(screens::list(services, exchange, spec, fetch));
    if (list.file)
        return std::move(*list.file);
    auto page = TRY(db::read(services.db, [&](db::ReadTx& tx) { return read_round(tx, services, exchange, std::move(form)); }));
    page.frame = screens::frame(services, exchange, page.name, {{"/survei", tr("Survei")}, {"", page.name}});
    if (one.seed.empty())
        list.html = {};
    page.table = std::move(list.html);
    return screens::show(page);
}

Result<http::Response> get_round(Services& services, http::Exchange& exchange) { return show_round(services, exchange, screens::fresh_form(services)); }

/// The frame as it was hashed, byte by byte: ids, no names.
Result<http::Response> get_frame(Services& services, http::Exchange& exchange)
{
    auto text = TRY(db::read(services.db, [&](db::ReadTx& tx) -> Result<std::string> {
        auto const one = TRY(round_for(tx, exchange.actor(), TRY(round_id(exchange))));
        return frame_of_round(tx, services.city, one.id);
    }));
    return http::Response::download(std::move(text), "text/plain; charset=utf-8", "rangka.txt");
}

Result<http::Response> post_panel(Services& services, http::Exchange& exchange)
{
    auto const panel = db::read(services.db, [&](db::ReadTx& tx) -> Result<std::vector<PanelRow>> {
        auto const one = TRY(round(tx, services.city, TRY(round_id(exchange))));
        if (!may(exchange.actor(), "followup.panel", one.place))
            return Error::not_found("followup.no_round");
        return panel_of(tx, services, one);
    });
    if (!panel.ok() && panel.error().kind == ErrorKind::NotFound)
        return panel.error();
    if (!panel.ok()) {
        auto response = TRY(show_round(services, exchange, html::refused_form({}, panel.error())));
        response.status = http_status_of(panel.error().kind);
        return response;
    }
    auto logged = TRY(screens::submit(services, exchange, "followup.export_panel", {{"round", exchange.parameter("id")}},
        [&](html::FormState const& form, Error const&) { return show_round(services, exchange, form); }));
    return logged.status >= 400 ? std::move(logged) : http::Response::download(panel_csv(*panel), "text/csv; charset=utf-8", "panel.csv");
}

std::string round_step(http::Exchange const& exchange) { return exchange.request.path.substr(exchange.request.path.rfind('/') + 1); }

void word_round_step(StepPage& page, std::string_view step, Round const& one)
{
    page.title = step == "undi" ? tr("Undi sampel") : step == "petugas" ? tr("Bagi ke pewawancara") : step == "tutup" ? tr("Tutup putaran") : tr("Batalkan putaran");
    page.button = page.title;
    page.asks_who = step == "petugas";
    page.asks_reason = step == "batal";
    if (step == "undi")
        page.note = tr("{size} dari {count} usaha diundi sekarang, satu kali. Setelah itu tidak bisa diulang atau ditambah.",
            {{"size", format_number(one.sample_size)}, {"count", format_number(one.frame_count)}});
    if (step == "petugas")
        page.note = tr("Hanya pewawancara yang tidak memegang jabatan di pelatihan atau pendampingan: ia tidak tahu siapa yang pernah ikut.");
    if (step == "tutup")
        page.note = tr("Yang belum terjawab dihitung tidak menjawab.");
}

Result<StepPage> read_round_step(db::ReadTx& tx, Services& services, http::Exchange const& exchange, html::FormState form)
{
    auto const one = TRY(round_for(tx, exchange.actor(), TRY(round_id(exchange))));
    StepPage page;
    page.form = std::move(form);
    word_round_step(page, round_step(exchange), one);
    page.lead = one.name;
    page.action = exchange.request.path;
    page.back_href = href_of(one.id);
    if (page.asks_who) {
        auto const all = TRY(interviewers(tx, services.city, services.today()));
        for (auto const& each : all)
            page.people.push_back({each.person.str(), each.knows_treated ? tr("{name} (tahu siapa yang dilatih: tidak bisa)", {{"name", each.name}}) : each.name});
        page.places = TRY(place_options(tx, services, exchange.actor(), covers_place(one.place, "") ? std::string_view {} : one.place));
    }
    return page;
}

Result<http::Response> show_round_step(Services& services, http::Exchange const& exchange, html::FormState form)
{
    auto page = TRY(db::read(services.db, [&](db::ReadTx& tx) { return read_round_step(tx, services, exchange, std::move(form)); }));
    page.frame = screens::frame(services, exchange, page.title, {{"/survei", tr("Survei")}, {page.back_href, page.lead}, {"", page.title}});
    return screens::show(page);
}

Result<http::Response> get_round_step(Services& services, http::Exchange& exchange) { return show_round_step(services, exchange, screens::fresh_form(services)); }

Result<http::Response> post_round_step(Services& services, http::Exchange& exchange)
{
    auto const step = round_step(exchange);
    auto const operation = step == "undi" ? "followup.draw_round" : step == "petugas" ? "followup.assign" : step == "tutup" ? "followup.close_round" : "followup.cancel_round";
    return screens::submit(
        services, exchange, operation, {{"round", exchange.parameter("id")}}, [&](html::FormState const& form, Error const&) { return show_round_step(services, exchange, form); });
}

} // namespace

std::vector<http::Route> round_routes(Services& services)
{
    using enum http::Method;
    std::vector<http::Route> all {{Get, "/survei", "followup.survey", screens::page(services, get_rounds), "Survey rounds"},
        {Get, "/survei/baru", "followup.survey", screens::page(services, get_round_form), "Form of a planned survey round"},
        {Post, "/survei/baru", "followup.survey", screens::page(services, post_round_form), "Plan a survey round: frame and commitment are fixed"},
        {Get, "/survei/{id}", "followup.survey", screens::page(services, get_round), "A survey round with its progress and proof"},
        {Get, "/survei/{id}/rangka", "followup.survey", screens::page(services, get_frame), "The frame of a round as it was hashed"},
        {Post, "/survei/{id}/panel", "followup.panel", screens::page(services, post_panel), "The panel of answers without names, logged"}};
    for (auto const* step : {"undi", "petugas", "tutup", "batal"}) {
        all.push_back({Get, "/survei/{id}/" + std::string(step), "followup.survey", screens::page(services, get_round_step), "Form of a step of a survey round"});
        all.push_back({Post, "/survei/{id}/" + std::string(step), "followup.survey", screens::page(services, post_round_step), "Draw, hand out, close or cancel a survey round"});
    }
    return all;
}

} // namespace rtkeren::followup
