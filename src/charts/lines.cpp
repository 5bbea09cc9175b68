#include "charts/charts.hpp"

#include "charts/draw.hpp"
#include "language/language.hpp"

#include <algorithm>
#include <array>

namespace rtkeren::charts {

namespace {

constexpr int plot_top = 24; // room for the number of the highest line
constexpr int plot_height = 150;
constexpr int label_y = plot_top + plot_height + 20;
constexpr std::array<std::string_view, 4> line_classes {"g-accent", "g-ink", "g-late", "g-ink"};
constexpr std::array<std::string_view, 4> dashes {"none", "6 4", "2 3", "9 3 2 3"};

std::string number_text(std::int64_t value, Unit unit)
{
    switch (unit) {
    case Unit::Rupiah: {
        auto amount = Rupiah::of(value);
        return amount ? format_rupiah_short(*amount) : format_number(value);
    }
    case Unit::Count: return format_number(value);
    case Unit::Percent: return language::fill("{p:bp}", {{"p", std::to_string(value)}});
    }
    return {};
}

/// The least round number (1, 2, 5 × 10^n) that is not below the value.
std::int64_t round_up(std::int64_t value)
{
    std::int64_t step = 1;
    while (step < 1'000'000'000'000'000) {
        for (std::int64_t factor : {1, 2, 5}) {
            if (step * factor >= value)
                return step * factor;
        }
        step *= 10;
    }
    return value;
}

std::int64_t highest(std::vector<Series> const& series)
{
    std::int64_t most = 1;
    for (auto const& line : series) {
        for (auto const& point : line.points)
            most = std::max(most, point.value.value_or(0));
    }
    return round_up(most);
}

/// Points stand in the middle of equal columns.
std::string x_of(std::size_t index, std::size_t count)
{
    return percent(std::int64_t((2 * index + 1) * 10'000 / (2 * count)));
}

std::string y_of(std::int64_t value, std::int64_t top)
{
    auto share = basis_points(std::min(value, top), top);
    return std::to_string(plot_top + plot_height - share * plot_height / 10'000);
}

void put_line(Draw& draw, Series const& line, std::size_t index, std::int64_t top)
{
    std::string const name {line_classes.at(index)};
    std::string const dash {dashes.at(index)};
    auto count = line.points.size();
    for (std::size_t i = 0; i < count; ++i) {
        auto const& point = line.points[i];
        if (!point.value)
            continue;
        auto x = x_of(i, count);
        auto y = y_of(*point.value, top);
        if (i > 0 && line.points[i - 1].value)
            draw.empty("line", {{"class", name}, {"x1", x_of(i - 1, count)}, {"y1", y_of(*line.points[i - 1].value, top)}, {"x2", x}, {"y2", y}, {"stroke-width", "2"}, {"stroke-dasharray", dash}});
        draw.empty("circle", {{"class", name}, {"cx", x}, {"cy", y}, {"r", "3"}});
    }
}

void put_axis(Draw& draw, std::vector<Point> const& points, std::int64_t top, Unit unit)
{
    for (int part = 0; part <= 2; ++part) {
        auto y = std::to_string(plot_top + plot_height * part / 2);
        draw.empty("line", {{"class", "g-line"}, {"x1", "0"}, {"x2", "100%"}, {"y1", y}, {"y2", y}});
    }
    draw.element("text", number_text(top, unit), {{"class", "t-quiet"}, {"x", "0"}, {"y", std::to_string(plot_top - 6)}});
    // At most twelve labels, so that they do not meet on a phone.
    auto every = points.size() / 12 + 1;
    for (std::size_t i = 0; i < points.size(); i += every)
        draw.element("text", points[i].label, {{"class", "t-quiet"}, {"x", x_of(i, points.size())}, {"y", std::to_string(label_y)}, {"text-anchor", "middle"}});
}

void put_series_legend(Draw& draw, std::vector<Series> const& series)
{
    draw.open("ul", {{"class", "row small"}});
    for (std::size_t i = 0; i < series.size(); ++i) {
        draw.open("li", {{"class", "with-i"}}).open("svg", {{"width", "28"}, {"height", "12"}, {"aria-hidden", "true"}});
        draw.empty("line", {{"class", std::string(line_classes.at(i))}, {"x1", "0"}, {"x2", "28"}, {"y1", "6"}, {"y2", "6"}, {"stroke-width", "2"}, {"stroke-dasharray", std::string(dashes.at(i))}});
        draw.close("svg").text(series[i].label).close("li");
    }
    draw.close("ul");
}

html::Safe series_table(std::vector<Series> const& series, Unit unit)
{
    std::vector<std::string> headings {""};
    std::vector<std::vector<std::string>> rows;
    for (auto const& line : series) {
        headings.push_back(line.label);
        for (std::size_t i = 0; i < line.points.size(); ++i) {
            if (rows.size() <= i)
                rows.push_back({line.points[i].label});
            auto const& value = line.points[i].value;
            rows[i].push_back(!value ? "–" : unit == Unit::Percent ? number_text(*value, unit) : format_number(*value));
        }
    }
    return numbers_table(headings, rows);
}

} // namespace

html::Safe line_chart(std::string_view title, std::vector<Series> const& series, Unit unit)
{
    if (series.empty() || series.front().points.empty())
        return {};
    CHECK(series.size() <= line_classes.size());
    auto top = highest(series);
    Draw draw;
    draw.open("figure", {{"class", "chart"}});
    draw.open("svg", {{"width", "100%"}, {"height", std::to_string(label_y + 8)}, {"role", "img"}, {"aria-label", std::string(title)}}).element("title", title);
    put_axis(draw, series.front().points, top, unit);
    for (std::size_t i = 0; i < series.size(); ++i)
        put_line(draw, series[i], i, top);
    draw.close("svg");
    if (series.size() > 1)
        put_series_legend(draw, series);
    return draw.safe(series_table(series, unit)).close("figure").take();
}

html::Safe bars(std::string_view title, std::vector<Bar> const& rows, Unit unit)
{
    if (rows.empty())
        return {};
    auto longest = std::ranges::max_element(rows, {}, &Bar::value)->value;
    Draw draw;
    draw.open("figure", {{"class", "chart"}}).open("ol", {{"class", "flow"}, {"aria-label", std::string(title)}});
    for (auto const& row : rows) {
        draw.open("li");
        if (row.href.empty())
            draw.element("b", row.label);
        else
            draw.open("b").element("a", row.label, {{"href", row.href}}).close("b");
        draw.element("span", "").element("span", number_text(row.value, unit), {{"class", "num"}});
        draw.open("svg", {{"width", "100%"}, {"height", "12"}, {"aria-hidden", "true"}});
        draw.empty("rect", {{"class", "f-accent"}, {"width", percent(basis_points(row.value, longest))}, {"height", "12"}});
        draw.close("svg").close("li");
    }
    return draw.close("ol").close("figure").take();
}

} // namespace rtkeren::charts
