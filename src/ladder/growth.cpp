#include "ladder/growth.hpp"

#include "base/check.hpp"
#include "base/text.hpp"

#include <map>
#include <set>

namespace rtkeren::ladder {
namespace {

constexpr int run_months = 3;
constexpr int stopped_after_months = 2;

int index_of(std::string_view month)
{
    auto const first = Date::parse(std::string(month) + "-01");
    CHECK(first.ok());
    return first->year() * 12 + int(first->month()) - 1;
}
std::string month_of(int index)
{
    return Date::of(index / 12, unsigned(index % 12) + 1, 1).value().iso().substr(0, 7);
}
int days_in(int index)
{
    auto const first = Date::of(index / 12, unsigned(index % 12) + 1, 1).value();
    auto const next = Date::of((index + 1) / 12, unsigned((index + 1) % 12) + 1, 1).value();
    return first.days_until(next);
}
int current_month(Date today) { return today.year() * 12 + int(today.month()) - 1; }

/// What one method says of a month.
struct MonthOfMethod {
    Rupiah amount;
    std::int64_t days {0}; // of the channel that was recorded longest
    std::set<enterprise::Channel> channels;
};
using Months = std::map<int, MonthOfMethod>;

Months months_by(std::span<turnover::MonthRow const> rows, enterprise::Method method)
{
    Months months;
    for (auto const& row : rows) {
        if (row.method != method)
            continue;
        auto& month = months[index_of(row.month)];
        month.amount += row.amount;
        month.days = std::max(month.days, row.days);
        month.channels.insert(row.channel);
    }
    std::erase_if(months, [](auto const& each) { return each.second.days * 2 < days_in(each.first); });
    return months;
}

bool has_run(Months const& months, int last)
{
    for (int i = 0; i < run_months; ++i)
        if (!months.contains(last - i))
            return false;
    return true;
}

/// The newest month, before `behind`, that ends a run.
std::optional<int> newest_run(Months const& months, int behind)
{
    for (auto month = months.rbegin(); month != months.rend(); ++month)
        if (month->first < behind && has_run(months, month->first))
            return month->first;
    return std::nullopt;
}

Span span_of(Months const& months, int last)
{
    Span span {month_of(last - run_months + 1), month_of(last), {}};
    for (int i = 0; i < run_months; ++i)
        span.amount += months.at(last - i).amount;
    return span;
}

std::set<enterprise::Channel> channels_of(Months const& months, int last)
{
    std::set<enterprise::Channel> all;
    for (int i = 0; i < run_months; ++i)
        all.insert(months.at(last - i).channels.begin(), months.at(last - i).channels.end());
    return all;
}

/// Against one past run; says why it cannot be.
Incomparable compare(Growth& growth, Months const& months, int last, int past)
{
    if (!has_run(months, past))
        return Incomparable::NoPast;
    growth.past = span_of(months, past);
    if (channels_of(months, last) != channels_of(months, past))
        return Incomparable::OtherChannels;
    if (growth.past.amount.is_zero())
        return Incomparable::PastZero;
    auto const difference = (growth.now.amount - growth.past.amount).value();
    growth.change_bp = difference * 10'000 / growth.past.amount.value();
    return Incomparable::No;
}

} // namespace

std::string_view name_of(Incomparable why)
{
    switch (why) {
    case Incomparable::No: return "no";
    case Incomparable::NoRecords: return "no_records";
    case Incomparable::WeakMethod: return "weak_method";
    case Incomparable::TooShort: return "too_short";
    case Incomparable::NoPast: return "no_past";
    case Incomparable::OtherChannels: return "other_channels";
    case Incomparable::PastZero: return "past_zero";
    }
    check_failed("why turnover cannot be compared");
}

Growth growth_of(std::span<turnover::MonthRow const> rows, Date today)
{
    Growth growth;
    if (rows.empty())
        return growth;
    growth.why = Incomparable::WeakMethod;
    std::optional<int> newest;
    Months chosen;
    for (auto const method : {enterprise::Method::QrisStatement, enterprise::Method::CashBook}) {
        auto months = months_by(rows, method);
        auto const is_used = std::ranges::any_of(rows, [&](turnover::MonthRow const& row) { return row.method == method; });
        if (is_used)
            growth.why = Incomparable::TooShort;
        auto const last = newest_run(months, current_month(today));
        if (last && (!newest || *last > *newest)) {
            newest = last;
            chosen = std::move(months);
            growth.method = method;
        }
    }
    if (!newest)
        return growth;
    growth.now = span_of(chosen, *newest);
    growth.why = compare(growth, chosen, *newest, *newest - 12);
    growth.same_season = growth.is_comparable();
    if (growth.is_comparable())
        return growth;
    Growth before = growth;
    before.why = compare(before, chosen, *newest, *newest - run_months);
    return before.is_comparable() || growth.why == Incomparable::NoPast ? before : growth;
}

BookRun book_run(std::span<turnover::MonthRow const> rows, Date today)
{
    auto const months = months_by(rows, enterprise::Method::CashBook);
    auto const last = newest_run(months, current_month(today) + 1);
    if (!last)
        return {};
    auto first = *last;
    while (months.contains(first - 1))
        --first;
    return {.since = month_of(first + run_months - 1), .last = month_of(*last), .holds = current_month(today) - *last <= stopped_after_months};
}

} // namespace rtkeren::ladder
