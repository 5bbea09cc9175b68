#pragma once

#include "turnover/figures.hpp"
#include "turnover/turnover.hpp"

/// Rows of records: written by operations and imports, read by pages.
namespace rtkeren::turnover {

/// Beside what a record says of itself: where it comes from.
struct Origin {
    std::optional<RecordId> corrects {};
    std::string reason {};
    std::string source {}; // the list that it came with
    bool own_book {false}; // a closed day of the owner's cash book, which is its own proof
    bool withdraws {false}; // what it corrects never was
};
[[nodiscard]] Result<Written> write_record_of(db::WriteTx&, operations::Context&, NewRecord const&, Origin const&);

/// In the order of the columns of record.sql.
[[nodiscard]] Record record_of(db::Row const&);

/// By business and month, channel and method as they are stored; those of merged businesses too.
[[nodiscard]] Result<std::vector<MonthRow>> month_rows_of(db::ReadTx&, CityId, enterprise::BusinessId);

/// The record for an actor who may see it: its recorder, or who may see the business. turnover.no_record
[[nodiscard]] Result<Record> readable_record(db::ReadTx&, Actor const&, std::string_view id, Date today);
/// The business for an actor who may see its figures; "named" when the actor is an officer with consent. enterprise.no_business
struct SeenBusiness {
    enterprise::Business business;
    bool is_owner {false};
};
[[nodiscard]] Result<SeenBusiness> seen_business(db::ReadTx&, Actor const&, std::string_view id, Date today);
/// What is the owner's alone: cash book and consents. enterprise.no_business, enterprise.was_merged
[[nodiscard]] Result<enterprise::Business> own_business(db::ReadTx&, Actor const&, enterprise::BusinessId);
/// Who may write records of a business: its owner, and offices with turnover.record there. enterprise.no_business, operation.not_allowed, enterprise.was_merged
[[nodiscard]] Result<enterprise::Business> recordable(db::ReadTx&, Actor const&, enterprise::BusinessId);

} // namespace rtkeren::turnover
