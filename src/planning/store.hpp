#pragma once

#include "ledger/ids.hpp"
#include "operations/operations.hpp"
#include "planning/planning.hpp"

#include <span>

/// How plans stand in the tables; nothing outside the room includes this.
namespace rtkeren::planning {

struct StoredPlan : Plan {
    RevisionId revision_id; // subject of the machine
    std::string editors; // users and persons who entered something, between spaces
    std::optional<Date> due;
    Instant since {};
    std::string pokmas; // as the inbox knows it
};

[[nodiscard]] StoredPlan stored_plan(db::Row const&);
[[nodiscard]] PlanLine line_of(db::Row const&);
/// Without lines. planning.no_plan
[[nodiscard]] Result<StoredPlan> find_plan(db::ReadTx&, CityId, PlanId);
[[nodiscard]] Result<std::optional<StoredPlan>> find_plan_of_unit(db::ReadTx&, CityId, int year, territory::RegionId);
[[nodiscard]] Result<std::vector<PlanLine>> lines_of(db::ReadTx&, CityId, PlanId, int revision);

/// A purse as the plan needs it.
struct PlanPurse {
    PurseId id;
    std::string envelope;
    Rupiah ceiling; // what may be planned: given, less cancelled and returned
    Rupiah pagu, rencana;
    std::string kelurahan;
    std::string pokmas; // id or ""
    bool open {true};
};
[[nodiscard]] Result<std::vector<PlanPurse>> purses_of(db::ReadTx&, CityId, int year, territory::RegionId);

/// What the approved revision plans of one category of a purse.
struct CategorySum {
    PurseId purse;
    std::string envelope, category;
    Rupiah amount;
};
[[nodiscard]] Result<std::vector<CategorySum>> sums_in_force(db::ReadTx&, CityId, Plan const&);
[[nodiscard]] std::vector<CategorySum> sums_of(std::span<PlanLine const>);

[[nodiscard]] Result<void> write_lines(db::WriteTx&, CityId, StoredPlan const&);
/// Writes what changed, version + 1; Conflict planning.moved when somebody was faster.
[[nodiscard]] Result<void> write_plan(db::WriteTx&, operations::Context const&, StoredPlan&);
[[nodiscard]] Rupiah sum_of(std::span<PlanLine const>);

struct Revision {
    int number {1};
    RevisionId id;
    std::optional<int> based_on;
    std::string reason, evidence;
    Rupiah amount;
    std::optional<Instant> approved_at;
    Instant started_at {};
};
[[nodiscard]] Result<std::vector<Revision>> revisions_of(db::ReadTx&, CityId, PlanId);

/// Whether the actor entered something of it, as user or as person.
[[nodiscard]] bool is_editor(StoredPlan const&, Actor const&);
void add_editor(StoredPlan&, Actor const&);

/// The group of a unit: the one that has its purses, or, before a contract gave them to any, the one that serves its place; "" when none does.
[[nodiscard]] Result<std::string> group_of(db::ReadTx&, CityId, std::string_view unit_code, std::string const& of_purses);

} // namespace rtkeren::planning
