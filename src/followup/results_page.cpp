#include "followup/pages_room.hpp"

#include "charts/charts.hpp"
#include "followup/sql.hpp"
#include "programme/programme.hpp"
#include "tables/render.hpp"
#include "territory/territory.hpp"

#include <algorithm>
#include <array>
#include <map>


namespace rtkeren::followup {
namespace {

constexpr std::array<std::string_view, 4> dimensions {"topik", "pelatih", "kelurahan", "rt"};

struct Names {
    std::map<std::string, std::string> topics, trainers, kelurahan;
    std::map<std::string, std::vector<std::string>> trainers_of; // course -> persons
};

Result<Names> names_of(db::ReadTx& tx, Services& services)
{
    Names names;
    auto const topics = TRY(tx.run(sql::topics, services.city));
    for (auto const& row : topics)
        names.topics.emplace(row.text(0), row.text(1));
    auto const trainers = TRY(tx.run(sql::trainers, services.city));
    for (auto const& row : trainers) {
        names.trainers.emplace(row.text(1), row.text(2));
        names.trainers_of[row.text(0)].push_back(row.text(1));
    }
    auto const regions = TRY(territory::regions(tx, services.city, territory::Level::Kelurahan, "", services.today()));
    for (auto const& region : regions)
        names.kelurahan.emplace(region.code, region.name);
    return names;
}

std::vector<tables::Choice> choices_of_names(std::map<std::string, std::string> const& names)
{
    std::vector<tables::Choice> choices;
    for (auto const& [value, label] : names)
        choices.push_back({value, label});
    std::ranges::sort(choices, {}, &tables::Choice::label);
    return choices;
}

std::vector<tables::Choice> dimension_choices()
{
    std::vector<tables::Choice> choices;
    for (auto const name : dimensions)
        choices.push_back({std::string(name), words_of("per", name)});
    return choices;
}

tables::TableSpec results_spec(Actor const& actor, Names const& names, std::vector<programme::Year> const& years)
{
    using tables::Kind;
    std::map<std::string, std::string> kelurahan;
    for (auto const& [code, name] : names.kelurahan)
        if (may(actor, "followup.read", code))
            kelurahan.emplace(code, name);
    std::vector<tables::Choice> year_choices;
    for (auto const& year : years)
        year_choices.push_back({std::to_string(year.year), std::to_string(year.year)});
    return {.path = "/pendampingan/hasil",
        .columns = {{.key = "group", .label = TR_NOOP("Kelompok"), .width = 24}, {.key = "days", .label = TR_NOOP("Hari ke"), .kind = Kind::Integer},
            {.key = "asked", .label = TR_NOOP("Ditanya"), .kind = Kind::Integer}, {.key = "answered", .label = TR_NOOP("Menjawab"), .kind = Kind::Integer},
            {.key = "yes", .label = TR_NOOP("Masih produksi"), .kind = Kind::Integer}, {.key = "share", .label = TR_NOOP("Dari yang menjawab"), .kind = Kind::Percent},
            {.key = "paused", .label = TR_NOOP("Berhenti dulu"), .kind = Kind::Integer, .hide_on_phone = true}, {.key = "stopped", .label = TR_NOOP("Berhenti"), .kind = Kind::Integer, .hide_on_phone = true},
            {.key = "never", .label = TR_NOOP("Belum mulai"), .kind = Kind::Integer, .hide_on_phone = true}, {.key = "missed", .label = TR_NOOP("Tidak ditemui"), .kind = Kind::Integer},
            {.key = "refused", .label = TR_NOOP("Tidak bersedia"), .kind = Kind::Integer}, {.key = "expired", .label = TR_NOOP("Lewat waktu"), .kind = Kind::Integer},
            {.key = "sold", .label = TR_NOOP("Omzet, tengah"), .width = 30}},
        .filters = {{"per", TR_NOOP("Menurut"), "per", dimension_choices()}, {"tahun", TR_NOOP("Tahun pelatihan"), "year", std::move(year_choices)},
            {"kelurahan", TR_NOOP("Kelurahan"), "kelurahan", choices_of_names(kelurahan)}, {"topik", TR_NOOP("Topik"), "topic", choices_of_names(names.topics)},
            {"pelatih", TR_NOOP("Pelatih"), "trainer", choices_of_names(names.trainers)}, {"rt", TR_NOOP("RT"), "region", {}}}};
}

std::string per_of(tables::ListRequest const& request)
{
    auto const per = request.filter("per");
    return std::ranges::find(dimensions, per) == dimensions.end() ? "topik" : per;
}

Scope scope_of(Actor const& actor, tables::ListRequest const& request)
{
    auto const rt = request.filter("rt");
    return {parse_integer(request.filter("tahun")).value_or(0), rt.empty() ? request.filter("kelurahan") : rt, request.filter("topik"), request.filter("pelatih"),
        enterprise::reach_of(actor, "followup.read")};
}

Keys keys_of(std::string const& per, Names const& names)
{
    if (per == "topik")
        return [](auto const& topic, auto const&, auto const&, auto) { return std::vector {topic}; };
    if (per == "kelurahan")
        return [](auto const&, auto const&, auto const& kelurahan, auto) { return std::vector {kelurahan}; };
    if (per == "rt")
        return [](auto const&, auto const& region, auto const&, auto) { return std::vector {region}; };
    return [&names](auto const&, auto const&, auto const&, training::CourseId course) {
        auto const found = names.trainers_of.find(course.str());
        return found == names.trainers_of.end() ? std::vector<std::string> {} : found->second;
    };
}

Result<std::string> label_of(db::ReadTx& tx, Services& services, std::string const& per, Names const& names, std::string const& key)
{
    auto const& known = per == "topik" ? names.topics : per == "pelatih" ? names.trainers : names.kelurahan;
    auto const found = known.find(key);
    return found == known.end() ? enterprise::place_words(tx, services.city, key) : Result<std::string>(found->second);
}

/// The visits that a number is made of.
class Links {
public:
    Links(std::string const& per, tables::ListRequest const& request) : m_base("/pendampingan?bagian=selesai"), m_per(per)
    {
        for (auto const* name : {"tahun", "kelurahan", "topik", "pelatih", "rt"})
            if (auto const value = request.filter(name); !value.empty() && per != name)
                m_base += "&" + std::string(name) + "=" + value;
    }
    [[nodiscard]] std::string of(std::string const& key, std::int64_t days, std::string_view more = {}) const
    {
        return m_base + "&" + m_per + "=" + key + "&hari=" + std::to_string(days) + std::string(more);
    }

private:
    std::string m_base, m_per;
};

tables::Cell linked(std::int64_t count, std::string href)
{
    tables::Cell cell(count);
    return count == 0 ? cell : std::move(cell).link(std::move(href));
}

void add_group(tables::Table& table, std::string const& label, Group const& group, Links const& links)
{
    for (auto const& figure : group.figures) {
        auto const& tally = figure.tally;
        auto const of = [&](std::string_view more) { return links.of(group.key, figure.days, more); };
        table
            .add({label, figure.days, linked(tally.asked(), of("")), linked(tally.answered(), of("&keadaan=done")), linked(tally.yes, of("&jawaban=yes")), tally.share(),
                linked(tally.paused, of("&jawaban=paused")), linked(tally.stopped, of("&jawaban=stopped")), linked(tally.never, of("&jawaban=never")),
                linked(tally.unreachable, of("&keadaan=unreachable")), linked(tally.refused, of("&keadaan=refused")), linked(tally.expired, of("&keadaan=expired")), median_words(figure.median)})
            .named(group.key + "-" + std::to_string(figure.days));
    }
}

struct Answered {
    std::vector<Group> groups;
    std::optional<Group> all;
    Counted counted;
    Names names;
};

Result<Answered> answer(db::ReadTx& tx, Services& services, Actor const& actor, tables::ListRequest const& request)
{
    Answered answered;
    answered.names = TRY(names_of(tx, services));
    answered.counted = TRY(count(tx, services.city, scope_of(actor, request)));
    answered.groups = groups_of(answered.counted.outcomes, answered.counted.sold, keys_of(per_of(request), answered.names));
    auto all = groups_of(answered.counted.outcomes, answered.counted.sold, [](auto const&, auto const&, auto const&, auto) { return std::vector<std::string> {""}; });
    if (!all.empty())
        answered.all = std::move(all.front());
    return answered;
}

Result<tables::Table> results_table(db::ReadTx& tx, Services& services, Answered const& answered, tables::TableSpec const& spec, tables::ListRequest const& request)
{
    auto const per = per_of(request);
    Links const links(per, request);
    tables::Table table;
    table.title = tr("Hasil pelatihan setelah selesai");
    table.zone = services.zone;
    table.as_of = services.now();
    table.columns = spec.columns;
    table.filename = "hasil-pelatihan";
    table.empty_title = tr("Di sini nanti berapa yang bertahan");
    table.empty_text = tr("Angka muncul setelah kunjungan pertama selesai.");
    std::vector<std::pair<std::string, Group const*>> named;
    for (auto const& group : answered.groups)
        named.emplace_back(TRY(label_of(tx, services, per, answered.names, group.key)), &group);
    std::ranges::sort(named, {}, &std::pair<std::string, Group const*>::first);
    for (auto const& [label, group] : named)
        add_group(table, label, *group, links);
    return table;
}

/// The whole selection over time; what each share is of stands in the table.
html::Safe survival_chart(Answered const& answered)
{
    if (!answered.all)
        return {};
    charts::Series line {tr("Masih produksi, dari yang menjawab"), {}};
    for (auto const& figure : answered.all->figures) {
        auto const share = figure.tally.share();
        line.points.push_back({tr("{days} hari", {{"days", std::to_string(figure.days)}}), share ? std::optional<std::int64_t>(share->value()) : std::nullopt});
    }
    return charts::line_chart(tr("Berapa yang masih produksi"), {line}, charts::Unit::Percent);
}

html::Safe obstacle_chart(Counted const& counted)
{
    if (counted.obstacles.empty())
        return {};
    std::vector<charts::Bar> bars;
    for (auto const& [code, named] : counted.obstacles)
        bars.push_back({words_of("obstacle", code), named});
    return charts::bars(tr("Yang menghambat, menurut jawaban"), bars, charts::Unit::Count);
}

std::string sentence_of(Answered const& answered)
{
    auto const* last = answered.all && !answered.all->figures.empty() ? &answered.all->figures.back() : nullptr;
    if (last == nullptr)
        return tr("Belum ada kunjungan yang selesai.");
    return tr("{days} hari setelah pelatihan: {words}; {asked} orang ditanya.",
        {{"days", std::to_string(last->days)}, {"words", share_words(last->tally)}, {"asked", format_number(last->tally.asked())}});
}

std::vector<std::string> notes()
{
    return {tr("Ditanya: kunjungan yang sudah selesai, terjawab atau tidak. Persen selalu dari yang menjawab, bukan dari semua peserta."),
        tr("Pelatihan dengan dua pelatih dihitung untuk keduanya."),
        tr("Omzet: nilai tengah per bulan atau minggu menurut cara yang paling banyak dipakai, dibulatkan ke Rp10.000; kelompok di bawah {n} usaha tidak ditunjukkan; cara lain tidak dicampur.",
            {{"n", std::to_string(turnover::smallest_group)}})};
}

Result<http::Response> get_results(Services& services, http::Exchange& exchange)
{
    auto const& actor = exchange.actor();
    auto const spec = TRY(db::read(services.db, [&](db::ReadTx& tx) -> Result<tables::TableSpec> {
        auto const names = TRY(names_of(tx, services));
        auto const years = TRY(programme::years(tx, services.city));
        return results_spec(actor, names, years);
    }));
    Answered answered; // what the table and the charts are of
    auto const fetch = [&](tables::ListRequest const& request) {
        return db::read(services.db, [&](db::ReadTx& tx) -> Result<tables::Table> {
            answered = TRY(answer(tx, services, actor, request));
            return results_table(tx, services, answered, spec, request);
        });
    };
    auto list = TRY(screens::list(services, exchange, spec, fetch));
    if (list.file)
        return std::move(*list.file);
    ResultsPage page;
    page.frame = screens::frame(services, exchange, tr("Hasil pelatihan"), {{"/pendampingan", tr("Tindak lanjut")}, {"", tr("Hasil")}});
    page.table = std::move(list.html);
    page.chart = survival_chart(answered);
    page.obstacles = obstacle_chart(answered.counted);
    page.sentence = sentence_of(answered);
    page.notes = notes();
    return screens::show(page);
}

} // namespace

std::vector<http::Route> result_routes(Services& services)
{
    using enum http::Method;
    return {{Get, "/pendampingan/hasil", "followup.read", screens::page(services, get_results), "How many still produce after a course, by topic, trainer, kelurahan or RT"}};
}

} // namespace rtkeren::followup
