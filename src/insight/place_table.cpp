#include "insight/place.hpp"
#include "language/language.hpp"

#include <set>

namespace rtkeren::insight {
namespace {

using charts::Stage;
using tables::Cell;
using territory::Level;

constexpr std::array money_columns {Stage::Sah, Stage::Belanja, Stage::Cair, Stage::Kontrak, Stage::Rencana, Stage::Pagu, Stage::Kembali, Stage::Batal};

bool lists_kelurahan(PlaceData const& data) { return data.level == Level::Kota || data.level == Level::Kecamatan; }

std::string parent_of(std::string const& code)
{
    auto const place = territory::PlaceCode::parse(code);
    return place.ok() ? place->parent() : code;
}

/// The row that a purse belongs to, and the group of that row.
std::string row_code(PlaceData const& data, PurseMoney const& purse) { return lists_kelurahan(data) ? purse.kelurahan : purse.unit_code; }

struct PlaceRow {
    std::string code;
    Total total;
    std::int64_t late {0};
};
struct PlaceGroup {
    std::string code;
    std::vector<PlaceRow> rows;
};

std::vector<PlaceGroup> groups_of(PlaceData const& data)
{
    std::map<std::string, std::map<std::string, PlaceRow>> sorted;
    for (auto const& purse : data.purses) {
        auto const code = row_code(data, purse);
        auto& row = sorted[parent_of(code)][code];
        row.code = code;
        row.total.add(purse);
    }
    for (auto const& [place, files] : data.files) {
        auto const code = lists_kelurahan(data) ? place.substr(0, std::string_view("35.72.03.1002").size()) : place;
        auto const group = sorted.find(parent_of(code));
        if (group != sorted.end() && group->second.contains(code))
            group->second[code].late += files.late;
    }
    std::vector<PlaceGroup> groups;
    for (auto& [code, rows] : sorted) {
        groups.push_back({code, {}});
        for (auto& [row_key, row] : rows)
            groups.back().rows.push_back(std::move(row));
    }
    return groups;
}

/// Where the figures of a kelurahan lead: its expenses, its purses, its late files. The others lead to the place, with their row.
struct FigureLinks {
    std::string expenses, purses, late;
};
std::string stage_href(FigureLinks const& links, Stage stage)
{
    if (links.expenses.empty())
        return {};
    if (stage == Stage::Sah || stage == Stage::Belanja)
        return links.expenses + (stage == Stage::Sah ? "&keadaan=accepted" : "");
    return links.purses + "&sort=-" + std::string(charts::name_of(stage));
}

FigureLinks links_of(PlaceData const& data, std::string const& code)
{
    auto const place = territory::PlaceCode::parse(code);
    if (!place.ok() || place->level != Level::Kelurahan || !territory::holds(data.reach, code))
        return {};
    return {with_year("/belanja", data.year) + "&kelurahan=" + code, with_year("/kantong", data.year) + "&kelurahan=" + code, "/terlambat?kelurahan=" + code};
}

std::vector<Cell> cells_of(std::string const& name, Figures const& figures, std::int64_t units, std::int64_t late, FigureLinks const& links = {})
{
    std::vector<Cell> cells {name, units, figures.ceiling()};
    for (auto const stage : money_columns) {
        auto& cell = cells.emplace_back(figures.at(stage).is_zero() ? Cell() : Cell(figures.at(stage)));
        if (!figures.at(stage).is_zero())
            cell.link(stage_href(links, stage));
    }
    cells.push_back(charts::share_of(figures.at(Stage::Sah), figures.ceiling()));
    cells.push_back(Cell(figures.stages()));
    cells.push_back(late == 0 ? Cell() : Cell(late).tone(tables::Tone::No));
    if (late != 0 && !links.late.empty())
        cells.back().link(links.late);
    return cells;
}

std::string name_of_row(PlaceData const& data, std::string const& code)
{
    auto const place = territory::PlaceCode::parse(code);
    if (!place.ok() || place->level == Level::Kelurahan || place->level == Level::Kecamatan)
        return data.names.name(code);
    return territory::short_name(place->level, place->text, "");
}

void add_group_rows(tables::Table& table, PlaceData const& data, PlaceGroup const& group, bool with_subtotal)
{
    Total sum;
    std::int64_t units = 0, late = 0;
    if (with_subtotal)
        table.add_group(lists_kelurahan(data) ? tr("Kecamatan {name}", {{"name", data.names.name(group.code)}}) : name_of_row(data, group.code));
    for (auto const& row : group.rows) {
        auto const href = with_year(territory::href_of(row.code), data.year);
        table.add(cells_of(name_of_row(data, row.code), row.total.figures, row.total.units, row.late, links_of(data, row.code))).at(href).named(row.code);
        sum.figures += row.total.figures;
        units += row.total.units;
        late += row.late;
    }
    if (with_subtotal)
        table.add_subtotal(cells_of(tr("Jumlah {name}", {{"name", name_of_row(data, group.code)}}), sum.figures, units, late)).at(with_year(territory::href_of(group.code), data.year));
}

} // namespace

tables::TableSpec place_spec(PlaceData const& data)
{
    using tables::Kind;
    tables::TableSpec spec {.path = data.path};
    spec.columns = {{.key = "place", .label = TR_NOOP("Wilayah")}, {.key = "units", .label = TR_NOOP("RT"), .kind = Kind::Integer, .total = true},
        {.key = "pagu_awal", .label = TR_NOOP("Pagu awal"), .kind = Kind::Rupiah, .total = true}};
    constexpr std::array labels {TR_NOOP("Sah"), TR_NOOP("Belanja"), TR_NOOP("Cair"), TR_NOOP("Kontrak"), TR_NOOP("Rencana"), TR_NOOP("Pagu"), TR_NOOP("Kembali"), TR_NOOP("Batal")};
    for (std::size_t i = 0; i < money_columns.size(); ++i)
        spec.columns.push_back({.key = std::string(charts::name_of(money_columns.at(i))), .label = labels.at(i), .kind = Kind::Rupiah, .hide_on_phone = i > 1, .total = true});
    spec.columns.push_back({.key = "accepted_share", .label = TR_NOOP("% sah"), .kind = Kind::Percent});
    spec.columns.push_back({.key = "stages", .label = TR_NOOP("Tahap"), .kind = Kind::StageBar});
    spec.columns.push_back({.key = "late", .label = TR_NOOP("Terlambat"), .kind = Kind::Integer, .hide_on_phone = true, .total = true});
    spec.kept = {{"tahun", std::to_string(data.year)}};
    return spec;
}

tables::Table place_table(PlaceData const& data)
{
    tables::Table table;
    table.title = tr("{place}, tahun {year}", {{"place", data.title}, {"year", std::to_string(data.year)}});
    table.columns = place_spec(data).columns;
    table.filename = "uang-" + (data.level == Level::Kota ? std::string("kota") : data.code) + "-" + std::to_string(data.year);
    table.cards_on_phone = false;
    table.notes = {tr("Rupiah. Setiap rupiah ada di tepat satu tahap; pagu awal adalah jumlah semuanya.")};
    table.empty_title = tr("Belum ada kantong di sini");
    table.empty_text = tr("Kantong muncul begitu Bagian Pemerintahan membuka tahun ini.");
    auto const groups = groups_of(data);
    for (auto const& group : groups)
        add_group_rows(table, data, group, groups.size() > 1);
    return table;
}

} // namespace rtkeren::insight
