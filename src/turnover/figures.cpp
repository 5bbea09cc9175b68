#include "turnover/figures.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace rtkeren::turnover {
namespace {

/// Days that records speak of, weighed so that the better of two methods of one channel comes first.
bool is_better(MonthRow const& a, MonthRow const& b)
{
    if (a.channel != enterprise::Channel::Bazar) {
        auto const half = days_in(a.month);
        auto const a_covers = a.days * 2 >= half;
        auto const b_covers = b.days * 2 >= half;
        if (a_covers != b_covers)
            return a_covers;
        if (!a_covers && a.days != b.days)
            return a.days > b.days;
    }
    return a.method < b.method;
}

} // namespace

std::string month_of(Date day) { return day.iso().substr(0, 7); }

Date first_day(std::string_view month) { return Date::parse(std::string(month) + "-01").value(); }

int days_in(std::string_view month)
{
    auto const first = first_day(month);
    return first.days_until(first_day(month_of(first.plus_days(31))));
}

std::string month_before(std::string_view month, int months)
{
    auto const first = first_day(month);
    auto const index = first.year() * 12 + static_cast<int>(first.month()) - 1 - months;
    return month_of(Date::of(index / 12, static_cast<unsigned>(index % 12) + 1, 1).value());
}

std::vector<MonthPart> split_by_month(Date from, Date to, Rupiah amount)
{
    std::vector<MonthPart> parts;
    std::vector<std::int64_t> weights;
    for (auto begin = from; begin <= to;) {
        auto const month = month_of(begin);
        auto const next = first_day(month).plus_days(days_in(month));
        auto const days = std::min(begin.days_until(next), begin.days_until(to) + 1);
        parts.push_back({month, {}, days});
        weights.push_back(days);
        begin = next;
    }
    auto const amounts = allocate(amount, weights);
    for (std::size_t i = 0; i < parts.size(); ++i)
        parts[i].amount = amounts[i];
    return parts;
}

std::vector<MonthRow> month_rows(std::span<Record const> records)
{
    std::map<std::tuple<std::string, enterprise::Channel, enterprise::Method>, MonthRow> rows;
    for (auto const& record : records) {
        if (!record.counts())
            continue;
        for (auto const& part : split_by_month(record.from, record.to, record.amount)) {
            auto& row = rows[{part.month, record.channel, record.method}];
            row.month = part.month;
            row.channel = record.channel;
            row.method = record.method;
            row.amount += part.amount;
            row.days += part.days;
        }
    }
    std::vector<MonthRow> all;
    for (auto& [key, row] : rows)
        all.push_back(std::move(row));
    return all;
}

std::vector<MonthRow> rows_taken(std::span<MonthRow const> rows)
{
    std::map<enterprise::Channel, MonthRow> best;
    for (auto const& row : rows) {
        auto const [at, is_new] = best.try_emplace(row.channel, row);
        if (!is_new && is_better(row, at->second))
            at->second = row;
    }
    std::vector<MonthRow> taken;
    for (auto& [channel, row] : best)
        taken.push_back(std::move(row));
    return taken;
}

std::optional<MonthFigure> figure_of(std::span<MonthRow const> rows)
{
    if (rows.empty())
        return std::nullopt;
    MonthFigure figure {rows.front().month, {}, enterprise::Method::QrisStatement};
    for (auto const& row : rows_taken(rows)) {
        figure.amount += row.amount;
        figure.weakest = std::max(figure.weakest, row.method);
    }
    return figure;
}

} // namespace rtkeren::turnover
