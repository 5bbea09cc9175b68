#include "charts/charts.hpp"

#include "charts/draw.hpp"
#include "language/language.hpp"

#include <array>

namespace rtkeren::charts {

namespace {

constexpr std::array legend_order {Stage::Sah, Stage::Belanja, Stage::Cair, Stage::Kontrak, Stage::Rencana, Stage::Pagu, Stage::Kembali, Stage::Batal};

struct TileCounts {
    std::array<std::int64_t, stage_count> by_stage {};
    std::int64_t stuck {0};
    std::int64_t all {0};
};

TileCounts count_tiles(std::vector<TileGroup> const& groups)
{
    TileCounts counts;
    for (auto const& group : groups) {
        for (auto const& tile : group.tiles) {
            ++counts.by_stage.at(std::size_t(tile.stage));
            counts.stuck += tile.stuck ? 1 : 0;
            ++counts.all;
        }
    }
    return counts;
}

void put_choice(Draw& draw, std::string_view value, html::Safe const& words, std::int64_t count, bool checked)
{
    Draw::Attributes attributes {{"type", "radio"}, {"name", "tahap"}, {"value", std::string(value)}};
    if (checked)
        attributes.emplace_back("checked", "checked");
    draw.open("label").open("input", attributes).safe(words).element("b", format_number(count)).close("label");
}

void put_legend(Draw& draw, TileCounts const& counts)
{
    draw.open("fieldset", {{"class", "legend"}}).element("legend", tr("Saring menurut tahap"), {{"class", "vh"}});
    put_choice(draw, "", Draw().element("span", tr("Semua")).take(), counts.all, true);
    for (auto stage : legend_order) {
        auto count = counts.by_stage.at(std::size_t(stage));
        if (count == 0)
            continue;
        auto words = Draw().element("span", label_of(stage), {{"class", "stage"}, {"data-stage", std::string(name_of(stage))}}).take();
        put_choice(draw, name_of(stage), words, count, false);
    }
    if (counts.stuck > 0)
        put_choice(draw, "macet", Draw().element("span", tr("Macet"), {{"class", "stuck"}}).take(), counts.stuck, false);
    draw.close("fieldset");
}

std::string tile_words(Tile const& tile)
{
    auto words = tr("{place}: {stage}", {{"place", tile.label}, {"stage", label_of(tile.stage)}});
    return tile.stuck ? words + ", " + tr("macet") : words;
}

void put_tile(Draw& draw, Tile const& tile)
{
    auto words = tile_words(tile);
    Draw::Attributes attributes {{"data-stage", std::string(name_of(tile.stage))}, {"title", words}};
    if (tile.stuck)
        attributes.emplace_back("data-stuck", "1");
    if (!tile.href.empty())
        attributes.emplace_back("href", tile.href);
    if (tile.href.empty())
        draw.open("span", attributes).element("span", words, {{"class", "vh"}}).close("span");
    else
        draw.open("a", attributes).close("a"); // a link's title is its name: said once, for a city has hundreds of tiles
}

void put_group_of_tiles(Draw& draw, TileGroup const& group)
{
    Draw::Attributes attributes {{"class", "kel"}};
    auto place = [&](std::string_view name, int value) {
        if (value > 0)
            attributes.emplace_back(name, std::to_string(value));
    };
    place("data-c", group.column);
    place("data-r", group.row);
    place("data-c3", group.phone_column);
    place("data-r3", group.phone_row);
    draw.open("section", attributes).open("h3");
    auto count = format_number(std::int64_t(group.tiles.size()));
    if (group.href.empty())
        draw.text(group.label).text(" ").element("span", count);
    else
        draw.open("a", {{"href", group.href}}).text(group.label).text(" ").element("span", count).close("a");
    draw.close("h3").open("div", {{"class", "tiles"}});
    for (auto const& tile : group.tiles)
        put_tile(draw, tile);
    draw.close("div").close("section");
}

} // namespace

html::Safe tile_map(std::vector<TileGroup> const& groups)
{
    Draw draw;
    draw.open("section", {{"class", "tilemap"}, {"data-tilemap", "1"}, {"aria-label", tr("Peta petak menurut tahap")}});
    put_legend(draw, count_tiles(groups));
    draw.open("div", {{"class", "map"}});
    for (auto const& group : groups)
        put_group_of_tiles(draw, group);
    draw.close("div");
    std::vector<std::vector<std::string>> rows;
    for (auto const& group : groups) {
        auto counts = count_tiles({group});
        std::vector<std::string> row {group.label};
        for (auto stage : legend_order)
            row.push_back(format_number(counts.by_stage.at(std::size_t(stage))));
        row.push_back(format_number(counts.stuck));
        rows.push_back(std::move(row));
    }
    std::vector<std::string> headings {tr("Wilayah")};
    for (auto stage : legend_order)
        headings.push_back(label_of(stage));
    headings.push_back(tr("Macet"));
    return draw.safe(numbers_table(headings, rows)).close("section").take();
}

} // namespace rtkeren::charts
