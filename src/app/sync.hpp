#pragma once

#include "http/http.hpp"
#include "operations/operations.hpp"

/// The outbox of a phone: `POST /api/v1/sync {"person", "items":[{id, operation, title, made_at, device, seq, input}]}`, at most 200 items, each in its own
/// savepoint with its own answer: done, already, refused, conflict, or later (our failure: the phone keeps it). What is refused stays in the sender's drafts.
namespace rtkeren::app {

inline constexpr std::size_t sync_items_max = 200;

/// json.syntax, sync.too_many {limit}, sync.other_person (the outbox is another's); Retry and Unavailable leave everything with the phone.
[[nodiscard]] Result<boost::json::object> sync_items(Services&, Actor const&, boost::json::object const& body, operations::Registry const&);

[[nodiscard]] std::vector<http::Route> sync_routes(Services&);
[[nodiscard]] std::vector<operations::Operation> sync_operations();

} // namespace rtkeren::app
