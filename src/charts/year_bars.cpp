#include "charts/charts.hpp"

#include "charts/draw.hpp"
#include "language/language.hpp"

#include <algorithm>

namespace rtkeren::charts {

namespace {

constexpr std::int64_t whole_year = 10'000;

/// Places days of one year on the width.
class YearAxis {
public:
    explicit YearAxis(int year) : m_first(*Date::of(year, 1, 1)), m_days(m_first.days_until(*Date::of(year + 1, 1, 1))) { }

    /// Start of the day; days outside the year stand at its ends.
    [[nodiscard]] std::int64_t at(Date day) const
    {
        return std::int64_t {std::clamp(m_first.days_until(day), 0, m_days)} * whole_year / m_days;
    }
    [[nodiscard]] std::int64_t end_of(Date day) const { return at(day.plus_days(1)); }

private:
    Date m_first;
    int m_days;
};

std::string month_name(int year, unsigned month)
{
    auto text = format_date_short(*Date::of(year, month, 1), language::current());
    // "1 Jan" in both languages carries the day; only letters are the name.
    std::string name;
    for (char character : text) {
        if (character != ' ' && (character < '0' || character > '9'))
            name += character;
    }
    return name;
}

void put_months(Draw& draw, YearAxis const& axis, YearBars const& chart)
{
    auto words = tr("Januari sampai Desember {year}, hari ini {today}", {{"year", std::to_string(chart.year)}, {"today", format_date(chart.today, language::current())}});
    draw.element("dt", "", {{"class", "swap"}}).open("dd").open("svg", {{"height", "24"}, {"role", "img"}, {"aria-label", words}});
    for (unsigned month = 1; month <= 12; ++month) {
        auto middle = percent(axis.at(Date::of(chart.year, month, 15).value()));
        bool now = chart.today.year() == chart.year && chart.today.month() == month;
        auto name = month_name(chart.year, month);
        std::string const tone = now ? "t-b" : "t-quiet";
        draw.element("text", name, {{"class", "swap " + tone}, {"x", middle}, {"y", "16"}, {"text-anchor", "middle"}});
        draw.element("text", name.substr(0, 1), {{"class", "narrow " + tone}, {"x", middle}, {"y", "16"}, {"text-anchor", "middle"}});
    }
    draw.close("svg").close("dd");
}

void put_today(Draw& draw, std::int64_t today, std::string const& height)
{
    draw.empty("line", {{"class", "g-ink"}, {"x1", percent(today)}, {"x2", percent(today)}, {"y1", "0"}, {"y2", height}, {"stroke-width", "2"}});
}

void put_accepted(Draw& draw, YearAxis const& axis, YearBars const& chart)
{
    auto passed = axis.end_of(chart.today);
    std::int64_t accepted = std::clamp<std::int64_t>(chart.accepted->value(), 0, whole_year);
    auto behind = passed - accepted;
    auto words = tr("{passed} tahun lewat, {accepted} uang sah", {{"passed", share_text(passed)}, {"accepted", share_text(accepted)}});
    draw.open("dt").element("b", tr("Uang sah")).text(" ").element("span", tr("terhadap kalender"), {{"class", "quiet"}}).close("dt");
    draw.open("dd").open("svg", {{"height", "62"}, {"role", "img"}, {"aria-label", words}});
    draw.empty("rect", {{"class", "f-plan"}, {"x", "0"}, {"y", "6"}, {"width", percent(passed)}, {"height", "24"}});
    draw.empty("rect", {{"class", "sah"}, {"x", "0"}, {"y", "6"}, {"width", percent(accepted)}, {"height", "24"}});
    if (behind > 100) {
        draw.empty("line", {{"class", "g-late"}, {"x1", percent(accepted)}, {"x2", percent(passed)}, {"y1", "42"}, {"y2", "42"}, {"stroke-width", "2"}});
        draw.empty("line", {{"class", "g-late"}, {"x1", percent(accepted)}, {"x2", percent(accepted)}, {"y1", "36"}, {"y2", "48"}, {"stroke-width", "2"}});
        auto late = tr("{points} poin di belakang", {{"points", format_number(behind / 100)}});
        draw.element("text", late, {{"class", "t-late"}, {"x", percent((accepted + passed) / 2)}, {"y", "59"}, {"text-anchor", "middle"}});
    }
    put_today(draw, passed, "62");
    auto label = tr("sah {share}", {{"share", share_text(accepted)}});
    if (accepted >= 2000)
        draw.element("text", label, {{"class", "t-on"}, {"x", "8"}, {"y", "23"}});
    else
        draw.element("text", label, {{"class", "t-b"}, {"x", percent(std::max(accepted, passed))}, {"dx", "6"}, {"y", "23"}});
    draw.close("svg").close("dd");
}

std::string span_words(std::optional<Date> from, std::optional<Date> to, std::string const& open_end)
{
    if (!from)
        return "–";
    auto end = to ? format_date_short(*to, language::current()) : open_end;
    return format_date_short(*from, language::current()) + " – " + end;
}

std::string bar_words(YearBar const& bar)
{
    return tr("{label}: rencana {plan}, nyata {real}",
        {{"label", bar.label}, {"plan", span_words(bar.plan_from, bar.plan_to, tr("belum ditentukan"))}, {"real", span_words(bar.real_from, bar.real_to, tr("masih berjalan"))}});
}

void put_span(Draw& draw, std::string_view name, std::int64_t from, std::int64_t to, bool planned)
{
    if (to > from)
        draw.empty("rect", {{"class", std::string(name)}, {"x", percent(from)}, {"y", planned ? "4" : "8"}, {"width", percent(to - from)}, {"height", planned ? "18" : "10"}, {"rx", planned ? "4" : "3"}});
}

void put_bar(Draw& draw, YearAxis const& axis, YearBars const& chart, YearBar const& bar)
{
    draw.element("dt", bar.label).open("dd").open("svg", {{"height", "26"}, {"role", "img"}, {"aria-label", bar_words(bar)}});
    for (unsigned month = 1; month <= 12; ++month) {
        auto x = percent(axis.at(Date::of(chart.year, month, 1).value()));
        draw.empty("line", {{"class", "g-line"}, {"x1", x}, {"x2", x}, {"y1", "0"}, {"y2", "26"}});
    }
    if (bar.plan_from && bar.plan_to)
        put_span(draw, "f-plan", axis.at(*bar.plan_from), axis.end_of(*bar.plan_to), true);
    if (bar.real_from) {
        auto from = axis.at(*bar.real_from);
        auto to = axis.end_of(bar.real_to.value_or(chart.today));
        auto planned_end = bar.plan_to ? axis.end_of(*bar.plan_to) : to;
        put_span(draw, "f-accent", from, to, false);
        put_span(draw, "f-late", std::max(from, planned_end), to, false);
    } else if (bar.plan_to && *bar.plan_to < chart.today) {
        put_span(draw, "f-late", axis.end_of(*bar.plan_to), axis.end_of(chart.today), false);
    }
    put_today(draw, axis.end_of(chart.today), "26");
    draw.close("svg").close("dd");
}

} // namespace

html::Safe year_bars(YearBars const& chart)
{
    if (!Date::of(chart.year, 1, 1) || !Date::of(chart.year + 1, 1, 1))
        return {};
    YearAxis axis(chart.year);
    Draw draw;
    draw.open("dl", {{"class", "cal"}});
    put_months(draw, axis, chart);
    if (chart.accepted)
        put_accepted(draw, axis, chart);
    std::vector<std::vector<std::string>> rows;
    for (auto const& bar : chart.bars) {
        put_bar(draw, axis, chart, bar);
        rows.push_back({bar.label, span_words(bar.plan_from, bar.plan_to, tr("belum ditentukan")), span_words(bar.real_from, bar.real_to, tr("masih berjalan"))});
    }
    return draw.close("dl").safe(numbers_table({tr("Langkah"), tr("Rencana"), tr("Nyata")}, rows)).take();
}

} // namespace rtkeren::charts
