#pragma once

#include "turnover/inputs.hpp"
#include "turnover/store.hpp"

/// The owner's own cash book. A closed day stands as records of method cash_book, one a channel; what is written into it or struck out of it afterwards
/// replaces them in the same transaction, so that book and records never differ.
namespace rtkeren::turnover {

struct BookEntry {
    EntryId id;
    Date on;
    bool is_sale {false};
    std::string channel, cost; // code; the one that its kind has
    Rupiah amount;
    std::string note;
    Instant entered_at;
    bool voided {false};
};
struct BookDay {
    std::vector<BookEntry> entries; // newest first, struck out ones too
    Rupiah sales, costs;
    bool closed {false};
    [[nodiscard]] Rupiah left() const { return sales - costs; }
};
[[nodiscard]] Result<BookDay> book_day(db::ReadTx&, CityId, enterprise::BusinessId, Date);
/// Amounts of sales that come most often since a day, most often first.
[[nodiscard]] Result<std::vector<Rupiah>> usual_amounts(db::ReadTx&, CityId, enterprise::BusinessId, Date since);
/// Days with sales that have not become records yet, before one.
[[nodiscard]] Result<std::vector<Date>> open_days(db::ReadTx&, CityId, enterprise::BusinessId, Date before);
/// In and out by month, as the book has it.
struct BookMonth {
    std::string month;
    Rupiah sales, costs;
    std::int64_t days {0}; // with a sale
};
[[nodiscard]] Result<std::vector<BookMonth>> book_months(db::ReadTx&, CityId, enterprise::BusinessId, Date since);

} // namespace rtkeren::turnover
