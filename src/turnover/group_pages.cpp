#include "turnover/pages_room.hpp"
#include "turnover/publishing.hpp"

#include "charts/charts.hpp"
#include "tables/list.hpp"
#include "territory/territory.hpp"

#include <algorithm>

namespace rtkeren::turnover {
namespace {

constexpr int trend_months = 12;

std::string rule_words()
{
    return tr("Hanya kelompok {count} usaha atau lebih. Yang lebih kecil, dan yang akan membuat kelompok kecil terhitung dari selisihnya, tidak ditampilkan. Angka dibulatkan ke sepuluh ribu; jumlah, "
              "tertinggi dan terendah tidak pernah ditampilkan. Satu usaha dihitung menurut cara terlemah yang dipakai dalam angka bulannya. Angka sebulan terbit tanggal {day} bulan berikutnya; catatan "
              "yang menyusul ikut dihitung begitu {count} usaha atau lebih dalam kelompok itu berubah.",
        {{"count", std::to_string(smallest_group)}, {"day", std::to_string(publishing_day)}});
}

std::string breakdown_label(std::size_t breakdown)
{
    switch (breakdown) {
    case 0: return tr("Kelurahan");
    case 1: return tr("Kegiatan");
    case 2: return tr("Tempat usaha");
    default: return tr("Kegiatan per kelurahan");
    }
}

/// Names of kelurahan by code, of those that the actor reads.
using Kelurahan = std::map<std::string, std::string>;
Result<Kelurahan> kelurahan_of(db::ReadTx& tx, Services& services, Actor const& actor)
{
    Kelurahan names;
    auto const regions = TRY(territory::regions(tx, services.city, territory::Level::Kelurahan, "", services.today()));
    for (auto const& region : regions)
        if (may(actor, "turnover.groups", region.code))
            names.emplace(region.code, region.name);
    return names;
}

/// A group of a kelurahan is for who reads there; groups of the whole city are for every office that reads any.
bool is_in_reach(Kelurahan const& kelurahan, std::size_t breakdown, std::string_view key)
{
    auto const code = kelurahan_of_key(breakdown, key);
    return code.empty() || kelurahan.contains(code);
}

std::string group_words(Kelurahan const& kelurahan, std::size_t breakdown, std::string const& key)
{
    auto const activity = activity_of_key(breakdown, key);
    auto const activity_words = activity.empty() ? tr("KBLI belum diketahui") : enterprise::kbli_words(activity);
    switch (breakdown) {
    case 0: return kelurahan.at(key);
    case 1: return activity_words;
    case 2: return enterprise::choice_label("place_kind", key);
    default: return kelurahan.at(kelurahan_of_key(breakdown, key)) + ": " + activity_words;
    }
}

std::string mix_words(Mix const& mix)
{
    std::string words;
    for (auto const& [method, name] : operations::Choices<enterprise::Method>::values) {
        auto const count = mix.at(static_cast<std::size_t>(method));
        if (count > 0)
            words += (words.empty() ? "" : ", ") + enterprise::choice_label("method", name) + " " + format_number(count);
    }
    return words;
}

std::string group_href(std::size_t breakdown, std::string_view key) { return "/omzet/kelompok/" + std::string(breakdown_names.at(breakdown)) + "/" + http::url_encode(key.empty() ? "-" : key); }

tables::TableSpec groups_spec(std::size_t breakdown, std::string const& month, Kelurahan const& kelurahan)
{
    using tables::Kind;
    tables::TableSpec spec {.path = "/omzet",
        .columns = {{.key = "group", .label = TR_NOOP("Kelompok"), .sort = "group", .width = 36}, {.key = "businesses", .label = TR_NOOP("Usaha"), .kind = Kind::Integer, .sort = "businesses"},
            {.key = "quarter", .label = TR_NOOP("Seperempat di bawah"), .kind = Kind::Rupiah, .sort = "quarter"}, {.key = "median", .label = TR_NOOP("Median"), .kind = Kind::Rupiah, .sort = "median"},
            {.key = "three_quarters", .label = TR_NOOP("Tiga perempat di bawah"), .kind = Kind::Rupiah, .sort = "three_quarters"},
            {.key = "mix", .label = TR_NOOP("Dari mana angkanya"), .width = 30}},
        .filters = {},
        .search = true,
        .default_sort = "group",
        .kept = {{"bulan", month}, {"menurut", std::string(breakdown_names.at(breakdown))}}};
    if (breakdown == 3) {
        std::vector<tables::Choice> choices;
        for (auto const& [code, name] : kelurahan)
            choices.push_back({code, name});
        spec.filters.push_back({"kelurahan", TR_NOOP("Kelurahan"), "kelurahan", std::move(choices)});
    }
    return spec;
}

struct Line {
    Group const* group;
    std::string words;
};
std::int64_t sort_value(Group const& group, std::string_view sort)
{
    if (sort == "businesses")
        return group.businesses;
    auto const amount = sort == "quarter" ? group.quarter : sort == "median" ? group.median : group.three_quarters;
    return group.shown ? amount.value() : -1;
}

/// Made of a publication, not of rows: searched, filtered, sorted and cut here. Hidden groups come last whatever the order.
std::vector<Line> lines_of(PublishedMonth const& publication, Kelurahan const& kelurahan, std::size_t breakdown, tables::ListRequest const& request)
{
    std::vector<Line> lines;
    auto const words = split(request.q, ' ');
    auto const place = request.filter("kelurahan");
    for (auto const& group : publication.groups) {
        if (group.breakdown != breakdown || !is_in_reach(kelurahan, breakdown, group.key) || (!place.empty() && kelurahan_of_key(breakdown, group.key) != place))
            continue;
        Line line {&group, group_words(kelurahan, breakdown, group.key)};
        auto const text = fold(line.words);
        if (std::ranges::all_of(words, [&](std::string_view word) { return text.find(fold(word)) != std::string::npos; }))
            lines.push_back(std::move(line));
    }
    std::ranges::stable_sort(lines, [&](Line const& a, Line const& b) {
        if (a.group->shown != b.group->shown)
            return a.group->shown;
        if (request.sort == "group" || request.sort.empty())
            return request.descending ? fold(b.words) < fold(a.words) : fold(a.words) < fold(b.words);
        auto const x = sort_value(*a.group, request.sort);
        auto const y = sort_value(*b.group, request.sort);
        return request.descending ? y < x : x < y;
    });
    return lines;
}

/// The lines of the page that was asked for; a file has all.
std::span<Line const> page_of(std::vector<Line> const& lines, tables::ListRequest const& request, std::string& next)
{
    auto begin = lines.begin();
    if (!request.after.empty()) {
        auto const last = std::ranges::find_if(lines, [&](Line const& line) { return line.group->key == request.after.back(); });
        begin = last == lines.end() ? last : last + 1;
    }
    auto const is_file = request.format != tables::Format::Html && request.format != tables::Format::Json;
    auto const left = static_cast<std::size_t>(lines.end() - begin);
    auto const count = is_file ? left : std::min(left, static_cast<std::size_t>(request.limit));
    if (count < left)
        next = tables::after_token(request, {(begin + static_cast<std::ptrdiff_t>(count) - 1)->group->key});
    return {begin, count};
}

void add_group(tables::Table& table, std::string words, Group const& group, std::string href)
{
    if (!group.shown) {
        table.add({std::move(words), {}, {}, {}, {}, tables::Cell(tr("tidak ditampilkan"))}).named(group.key);
        return;
    }
    table.add({std::move(words), group.businesses, group.quarter, group.median, group.three_quarters, mix_words(group.mix)}).at(std::move(href)).named(group.key);
}

tables::Table groups_table(Services& services, PublishedMonth const& publication, Kelurahan const& kelurahan, std::size_t breakdown, tables::TableSpec const& spec, tables::ListRequest const& request)
{
    auto table = tables::table_of(spec, request, {});
    auto const lines = lines_of(publication, kelurahan, breakdown, request);
    table.title = tr("Omzet kelompok usaha, {month}", {{"month", month_words(spec.kept.front().second)}});
    table.as_of = publication.whole ? publication.whole->taken_at : services.now();
    table.zone = services.zone;
    table.filename = "omzet-kelompok";
    table.first_page = request.after.empty();
    table.empty_title = tr("Di sini nanti kelompok usaha");
    table.empty_text = tr("Kelompok sepuluh usaha atau lebih terlihat di sini begitu angka bulan ini terbit.");
    table.notes.push_back(rule_words());
    for (auto const& line : page_of(lines, request, table.next))
        add_group(table, line.words, *line.group, group_href(breakdown, line.group->key));
    return table;
}

struct Asked {
    std::vector<std::string> months;
    std::string month; // the newest that was published, when none was asked for
    std::size_t breakdown {0};
    Kelurahan kelurahan;
    PublishedMonth publication;
};
Result<Asked> asked(db::ReadTx& tx, Services& services, http::Exchange const& exchange)
{
    Asked asked;
    asked.months = TRY(months_published(tx, services.city));
    asked.kelurahan = TRY(kelurahan_of(tx, services, exchange.actor()));
    asked.breakdown = breakdown_of(exchange.request.query_value("menurut")).value_or(0);
    asked.month = asked.months.empty() ? last_published_month(services.today()) : asked.months.front();
    if (auto const typed = exchange.request.query_value("bulan"); std::ranges::find(asked.months, typed) != asked.months.end())
        asked.month = typed;
    asked.publication = TRY(published_month(tx, services.city, asked.month));
    return asked;
}

std::vector<Fact> whole_facts(std::optional<PublishedGroup> const& published)
{
    if (!published)
        return {{tr("Angka bulan ini"), tr("belum terbit")}};
    auto const& whole = *published;
    if (!whole.shown)
        return {{tr("Usaha dengan catatan"), tr("di bawah {count}, tidak ditampilkan", {{"count", std::to_string(smallest_group)}})}};
    return {{tr("Usaha dengan catatan"), format_number(whole.businesses)}, {tr("Median"), format_rupiah(whole.median)},
        {tr("Separuh di tengah"), format_rupiah(whole.quarter) + " – " + format_rupiah(whole.three_quarters)}, {tr("Dari mana angkanya"), mix_words(whole.mix)}};
}

Result<http::Response> get_groups(Services& services, http::Exchange& exchange)
{
    auto const ground = TRY(db::read(services.db, [&](db::ReadTx& tx) { return asked(tx, services, exchange); }));
    auto const spec = groups_spec(ground.breakdown, ground.month, ground.kelurahan);
    auto const fetch = [&](tables::ListRequest const& request) -> Result<tables::Table> {
        return groups_table(services, ground.publication, ground.kelurahan, ground.breakdown, spec, request);
    };
    auto answer = TRY(screens::list(services, exchange, spec, fetch));
    if (answer.file)
        return std::move(*answer.file);
    GroupsPage page {.frame = screens::frame(services, exchange, tr("Omzet")), .month_words = month_words(ground.month), .months = {},
        .breakdown = std::string(breakdown_names.at(ground.breakdown)), .form = {}, .breakdowns = {}, .whole = whole_facts(ground.publication.whole), .whole_href = {}, .table = std::move(answer.html)};
    page.form.set("bulan", ground.month);
    for (auto const& month : ground.months)
        page.months.push_back({month, month_words(month)});
    for (std::size_t i = 0; i < breakdown_names.size(); ++i)
        page.breakdowns.push_back({"/omzet?bulan=" + ground.month + "&menurut=" + std::string(breakdown_names.at(i)), breakdown_label(i), i == ground.breakdown});
    if (ground.publication.whole && ground.publication.whole->shown)
        page.whole_href = "/omzet/kelompok/kota/semua";
    return screens::show(page);
}

html::Safe trend_chart(std::map<std::string, Group const*> const& months)
{
    std::vector<charts::Series> series {{tr("Seperempat di bawah"), {}}, {tr("Median"), {}}, {tr("Tiga perempat di bawah"), {}}};
    for (auto const& [month, group] : months) {
        auto const label = format_date_short(first_day(month), language::current()).substr(2);
        auto const add = [&](std::size_t line, Rupiah amount) { series[line].points.push_back({label, group && group->shown ? std::optional(amount.value()) : std::nullopt}); };
        add(0, group ? group->quarter : Rupiah {});
        add(1, group ? group->median : Rupiah {});
        add(2, group ? group->three_quarters : Rupiah {});
    }
    return charts::line_chart(tr("Omzet sebulan"), series, charts::Unit::Rupiah);
}

Result<http::Response> get_group(Services& services, http::Exchange& exchange)
{
    auto const name = exchange.parameter("breakdown");
    auto const breakdown = breakdown_of(name);
    auto const key = !breakdown || exchange.parameter("key") == "-" ? std::string {} : exchange.parameter("key");
    auto const last = month_of(services.today());
    auto const first = month_before(last, trend_months);
    Kelurahan kelurahan;
    auto const read = [&](db::ReadTx& tx) -> Result<std::map<std::string, PublishedGroup>> {
        kelurahan = TRY(kelurahan_of(tx, services, exchange.actor()));
        return published_group(tx, services.city, name, key, first, month_before(last, 1));
    };
    auto const known = TRY(db::read(services.db, read));
    if ((!breakdown && name != whole_name) || (breakdown && !is_in_reach(kelurahan, *breakdown, key)) || known.empty())
        return Error::not_found("turnover.no_group");
    std::map<std::string, Group const*> months;
    for (auto month = first; month < last; month = month_before(month, -1))
        months[month] = known.contains(month) ? &known.at(month) : nullptr;
    auto spec = groups_spec(breakdown.value_or(0), last, {});
    spec.path = exchange.request.path;
    spec.search = false;
    spec.columns.front() = {.key = "month", .label = TR_NOOP("Bulan")};
    for (auto& column : spec.columns)
        column.sort.clear();
    spec.default_sort.clear();
    spec.filters.clear();
    spec.kept.clear();
    auto const title = breakdown ? group_words(kelurahan, *breakdown, key) : tr("Seluruh kota");
    auto const fetch = [&](tables::ListRequest const& request) -> Result<tables::Table> {
        auto table = tables::table_of(spec, request, {});
        table.title = tr("Omzet {name}", {{"name", title}});
        table.filename = "omzet-kelompok";
        table.notes.push_back(rule_words());
        for (auto month = months.rbegin(); month != months.rend(); ++month)
            add_group(table, month_words(month->first), month->second ? *month->second : Group {.key = month->first}, {});
        return table;
    };
    auto answer = TRY(screens::list(services, exchange, spec, fetch));
    if (answer.file)
        return std::move(*answer.file);
    GroupPage page {.frame = screens::frame(services, exchange, title, {{"/omzet", tr("Omzet")}, {"", title}}), .title = title, .lead = tr("Omzet sebulan, dari bulan ke bulan"),
        .chart = trend_chart(months), .table = std::move(answer.html)};
    return screens::show(page);
}

} // namespace

std::vector<http::Route> group_routes(Services& services)
{
    using enum http::Method;
    return {
        {Get, "/omzet", "turnover.groups", screens::page(services, get_groups), "Turnover of groups of ten businesses and more in a month"},
        {Get, "/omzet/kelompok/{breakdown}/{key}", "turnover.groups", screens::page(services, get_group), "Turnover of one group from month to month"},
    };
}

} // namespace rtkeren::turnover
