#pragma once

#include "operations/operations.hpp"

#include <span>

/// What came from a phone and could not be done: kept for its sender, found at /draf, sent again under the same id or given up.
namespace rtkeren::operations {

struct Draft {
    RequestId id; // the request's: sent again under it, it is done once
    std::string operation;
    std::string title; // what the phone called it
    bool conflict {false}; // somebody else changed the same meanwhile
    boost::json::object input;
    Error error;
    Instant made_at; // as the phone says
    Instant received_at;
};

struct NewDraft {
    RequestId id;
    std::string operation, title, device;
    boost::json::object input;
    Instant made_at;
    Error error;
};
/// The input is sealed. Kept before and refused again, the newest refusal stands.
[[nodiscard]] Result<void> keep_draft(db::WriteTx&, Services const&, UserId, NewDraft const&, Instant received);
enum class DraftEnd : std::uint8_t { Done, Dropped };
/// Nothing when there is no such draft.
[[nodiscard]] Result<void> end_draft(db::WriteTx&, CityId, UserId, RequestId, DraftEnd, Instant);
/// Newest first, at most 200.
[[nodiscard]] Result<std::vector<Draft>> drafts_of(db::ReadTx&, Services const&, UserId);
[[nodiscard]] Result<std::vector<RequestId>> open_drafts(db::ReadTx&, CityId, UserId); // their ids
[[nodiscard]] Result<Draft> draft(db::ReadTx&, Services const&, UserId, RequestId); // operation.no_draft

/// Which of these requests were answered before: what runs again under them only repeats its answer.
[[nodiscard]] Result<std::vector<RequestId>> answered(db::ReadTx&, CityId, std::span<RequestId const>);

/// A refusal as it is stored, and back.
[[nodiscard]] boost::json::object stored_error(Error const&);
[[nodiscard]] Error error_of(boost::json::object const&); // of what stored_error wrote; anything else throws

} // namespace rtkeren::operations
