#pragma once

#include "base/date.hpp"
#include "turnover/figures.hpp"

#include <optional>
#include <span>
#include <string>

/// A business against its own past, and only where that can be said. Pure.
///
/// Compared are three consecutive whole months of one method that is at least a cash book, each of them recorded for half its days or more (days without sales
/// are records too), with the same months of the year before; where those are not there, with the three months before, which a season may have moved. Both
/// sides know the same channels: who began to write down a second channel did not grow by it.
namespace rtkeren::ladder {

enum class Incomparable : std::uint8_t { No, NoRecords, WeakMethod, TooShort, NoPast, OtherChannels, PastZero };
[[nodiscard]] std::string_view name_of(Incomparable); // "too_short"

struct Span {
    std::string from, until; // months: "2025-03"
    Rupiah amount;
};
struct Growth {
    Incomparable why {Incomparable::NoRecords};
    enterprise::Method method {enterprise::Method::EstimateOfficial}; // of both sides
    Span now, past;
    bool same_season {false}; // against the same months of a year before
    std::int64_t change_bp {0};
    [[nodiscard]] bool is_comparable() const { return why == Incomparable::No; }
};
[[nodiscard]] Growth growth_of(std::span<turnover::MonthRow const>, Date today);

/// Three months running with a cash book: from which month that was so, and whether it still is. A book that ended more than two months ago has stopped.
struct BookRun {
    std::optional<std::string> since {}; // the third month of the newest run of three and more
    std::string last; // the newest month of that run
    bool holds {false};
};
[[nodiscard]] BookRun book_run(std::span<turnover::MonthRow const>, Date today);

} // namespace rtkeren::ladder
