#pragma once

#include "base/actor.hpp"
#include "db/db.hpp"
#include "operations/operations.hpp"
#include "workflow/machine.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

/// Moves items through their machines, keeps the history, and answers what waits for whom.
namespace rtkeren::workflow {

using ItemId = Id<struct WorkflowItemTag>;

struct Item {
    ItemId id;
    std::string machine;
    Ulid subject;
    std::string title; // "RAB RT 002 RW 003 Plosokerep 2023": what the inbox shows
    std::string state;
    std::int64_t version;
    std::string place; // region code; "" is the whole city
    std::string pokmas; // id or ""
    std::string waits_for; // permission; "" at an end
    std::optional<Date> due;
    Instant since; // when it came into this state
    UserId entered_by;
};

/// The day `days` after `from`: the calendar's working days when the caller has them.
using Deadline = std::function<Date(Date from, int days, Days)>;
/// Calendar days as they are; working days are Monday to Friday, without holidays.
[[nodiscard]] Date plain_deadline(Date from, int days, Days);

struct Start {
    Ulid subject;
    std::string title;
    std::string place;
    std::string pokmas {};
    std::string_view state {}; // the machine's first start when empty
    std::string evidence {}; // hashes or numbers of papers
    Deadline deadline {plain_deadline};
};
/// Puts a subject on its way. Conflict workflow.started when it is there already.
Result<Item> start(db::WriteTx&, operations::Context&, Machine const&, Start const&);

struct Step {
    std::string reason {};
    std::string evidence {};
    std::optional<std::int64_t> version {}; // what the person saw
    std::optional<int> days {}; // the pack's deadline instead of the table's
    Deadline deadline {plain_deadline};
};
struct Advanced {
    std::string from, to;
    std::int64_t version;
};
/// NotFound workflow.not_found; Conflict workflow.moved (state, version) when the person saw an older version; Conflict workflow.not_possible (state, event);
/// Forbidden workflow.not_yours where permission or place are missing; Forbidden workflow.four_eyes (event, name); fields `reason`, `evidence`: required.
Result<Advanced> advance(db::WriteTx&, operations::Context&, Machine const&, Ulid const& subject, std::string_view event, Step const& = {});
template<class Event>
    requires std::is_enum_v<Event>
Result<Advanced> advance(db::WriteTx& tx, operations::Context& context, Machine const& machine, Ulid const& subject, Event event, Step const& step = {})
{
    return advance(tx, context, machine, subject, name_of(event), step);
}

/// The item passes to another place or pokmas (a unit was renumbered, a purse handed over); its version grows, its state stays.
Result<void> relocate(db::WriteTx&, operations::Context const&, Machine const&, Ulid const& subject, std::string_view place, std::string_view pokmas);

/// NotFound workflow.not_found
[[nodiscard]] Result<Item> find(db::ReadTx&, CityId, std::string_view machine, Ulid const& subject);
[[nodiscard]] Result<std::optional<Item>> maybe_find(db::ReadTx&, CityId, std::string_view machine, Ulid const& subject);

struct HistoryRow {
    std::int64_t number;
    std::string event, from, to;
    UserId actor;
    PersonId person;
    std::string actor_name;
    std::string role; // that gave the permission; "" for a consequence
    Instant at;
    std::string reason, evidence;
};
/// Oldest first; the first one's event is `started`.
[[nodiscard]] Result<std::vector<HistoryRow>> history(db::ReadTx&, CityId, std::string_view machine, Ulid const& subject);

/// The buttons of a page: what this actor can do with the item now. `same_as` names who did an earlier step, when four eyes forbid it.
struct PossibleEvent {
    TransitionRow const* row;
    std::string same_as {};
};
[[nodiscard]] Result<std::vector<PossibleEvent>> possible_events(db::ReadTx&, Actor const&, Machine const&, Ulid const& subject);

struct Waiting {
    Item item;
    std::optional<int> days_left {}; // negative when late
};
/// What waits for this person, by deadline, late ones first; at most `limit`.
[[nodiscard]] Result<std::vector<Waiting>> inbox(db::ReadTx&, Actor const&, Date today, int limit = 200);
/// What this person entered and is still under way, newest first.
[[nodiscard]] Result<std::vector<Waiting>> followed(db::ReadTx&, Actor const&, Date today, int limit = 50);

void register_messages();

} // namespace rtkeren::workflow
