#pragma once

#include "turnover/turnover.hpp"

#include <span>

/// From records to figures: pure.
namespace rtkeren::turnover {

/// "2026-01"
[[nodiscard]] std::string month_of(Date);
[[nodiscard]] Date first_day(std::string_view month); // of a month that `month_of` made; anything else is our bug
[[nodiscard]] int days_in(std::string_view month);
[[nodiscard]] std::string month_before(std::string_view month, int months);

/// A record that spans months is spread evenly over its days; the parts sum to the amount.
struct MonthPart {
    std::string month;
    Rupiah amount;
    std::int64_t days {0};
};
[[nodiscard]] std::vector<MonthPart> split_by_month(Date from, Date to, Rupiah amount);

/// What a month has by one channel and one method.
struct MonthRow {
    std::string month;
    enterprise::Channel channel {enterprise::Channel::Rumah};
    enterprise::Method method {enterprise::Method::RecallMonth};
    Rupiah amount;
    std::int64_t days {0}; // that records speak of
};
/// Sums of records that count, per month, channel and method, in that order. Nothing is ever added across methods.
[[nodiscard]] std::vector<MonthRow> month_rows(std::span<Record const>);

/// For each channel the strongest method that speaks of half the month or more; where none does, the one that speaks of most days, the stronger first.
/// A bazaar lasts days, so there the strongest method is taken. Channels are added; nothing where there are no rows. All rows are of one month.
[[nodiscard]] std::optional<MonthFigure> figure_of(std::span<MonthRow const>);
/// Which of the rows the figure is made of.
[[nodiscard]] std::vector<MonthRow> rows_taken(std::span<MonthRow const>);

} // namespace rtkeren::turnover
