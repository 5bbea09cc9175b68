#pragma once

#include "base/id.hpp"
#include "db/db.hpp"
#include "operations/operations.hpp"

#include <boost/json/object.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The trail: one event for each change that somebody may ask about later, in order, gapless per city, each with the hash of the one before.
/// Both databases refuse to change or remove a row; `verify` finds what was done past them.
namespace rtkeren::audit {

/// What happened. `summary` says before and after in a few keys; never a secret, never a whole record.
struct Event {
    std::string_view operation; // "spending.record_expense"
    std::string_view subject_kind; // "expense"
    std::string subject; // its id
    std::string place; // region code; "" for the whole city
    boost::json::object summary {};
    std::string reason {}; // as the person gave it
};

/// Who did it and when, where no operation is running: sign-ins, logged reads.
struct Made {
    CityId city;
    UserId actor;
    PersonId person;
    Instant at;
    RequestId request {}; // of the operation, if there was one
};
[[nodiscard]] Made made_in(operations::Context const&);

/// Adds an event in the change's own transaction; answers its number.
Result<std::int64_t> append(db::WriteTx&, Made const&, Event const&);
Result<std::int64_t> append(db::WriteTx&, operations::Context const&, Event const&);

struct Entry {
    std::int64_t number;
    Made made;
    std::string operation, subject_kind, subject, place;
    std::string summary; // JSON
    std::string reason;
    std::string previous_hash, hash; // 64 hex digits; "" before the first
};

/// A subject's events, oldest first.
[[nodiscard]] Result<std::vector<Entry>> of_subject(db::ReadTx&, CityId, std::string_view subject_kind, std::string_view subject);

/// For pages: columns number, at, actor, operation, subject_kind, subject, place, summary, reason, id, search.
[[nodiscard]] Result<db::Rows> list(db::ReadTx&, CityId, db::ListCut const&);
[[nodiscard]] std::span<std::string_view const> list_columns();
/// What the city's events are about: "expense", "grant" …
[[nodiscard]] Result<std::vector<std::string>> subject_kinds(db::ReadTx&, CityId);

/// The newest event's number; 0 before the first.
[[nodiscard]] Result<std::int64_t> newest(db::ReadTx&, CityId);
/// Whether an operation whose name begins with one of `beginnings` was written down after event `number`; also where there are too many to look.
[[nodiscard]] Result<bool> touched_since(db::ReadTx&, CityId, std::int64_t number, std::span<std::string_view const> beginnings);

struct Verified {
    std::int64_t checked {0};
    std::optional<std::int64_t> broken {}; // number of the first event that is missing, altered or out of its chain
    std::string last_hash {}; // of the last good one: what a checkpoint keeps
};
/// Walks the whole chain.
[[nodiscard]] Result<Verified> verify(db::ReadTx&, CityId);

} // namespace rtkeren::audit
