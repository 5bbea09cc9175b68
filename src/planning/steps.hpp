#pragma once

#include "audit/audit.hpp"
#include "ledger/ledger.hpp"
#include "planning/inputs.hpp"
#include "planning/store.hpp"
#include "workflow/workflow.hpp"

/// What every operation of the room does the same way.
namespace rtkeren::planning {

/// The plan, when the actor has the permission there and saw this version; Forbidden operation.not_allowed, Conflict planning.moved {state, version}.
[[nodiscard]] Result<StoredPlan> plan_for(db::ReadTx&, operations::Context const&, PlanId, std::string_view permission, std::optional<std::int64_t> version);
[[nodiscard]] Result<void> check_version(StoredPlan const&, std::optional<std::int64_t> version);
/// Conflict planning.not_editable {state}
[[nodiscard]] Result<void> check_editable(StoredPlan const&);

/// The machine's step on the newest revision; the inbox follows the pokmas that has the purses now.
[[nodiscard]] Result<void> step(
    db::WriteTx&, operations::Context&, StoredPlan&, std::string_view event, std::string_view reason = {}, std::string_view evidence = {});
/// Puts a new revision of a plan that is there on its way; lines stay as they are in `plan`.
[[nodiscard]] Result<void> begin_revision(db::WriteTx&, operations::Context&, StoredPlan&, std::string_view reason, std::string_view evidence);

[[nodiscard]] Result<void> keep_verdicts(db::WriteTx&, operations::Context const&, StoredPlan const&, std::string_view decision, std::vector<Verdict> const&);
[[nodiscard]] Result<void> note(db::WriteTx&, operations::Context const&, StoredPlan const&, std::string_view operation, std::string_view reason = {});
/// {unit, total}, href of the plan.
[[nodiscard]] operations::Answer answer_of(StoredPlan const&, std::string message, std::vector<Verdict> verdicts = {});
[[nodiscard]] std::string href_of(PlanId);

/// Of a posting about this plan.
[[nodiscard]] ledger::Header header_of(operations::Context&, StoredPlan const&);
/// Conflict planning.contracted {category, asked, free} where less stands in `rencana`: a contract must be lowered first.
[[nodiscard]] Result<void> check_uncontracted(db::ReadTx&, operations::Context const&, ledger::Parts const& down);

/// The work of the operations.
[[nodiscard]] Result<operations::Answer> save_plan(db::WriteTx&, operations::Context&, SavePlan const&);
[[nodiscard]] Result<operations::Answer> shift_to_envelope(db::WriteTx&, operations::Context&, ShiftLines const&);
[[nodiscard]] Result<operations::Answer> submit_plan(db::WriteTx&, operations::Context&, StepPlan const&);
[[nodiscard]] Result<operations::Answer> take_back_plan(db::WriteTx&, operations::Context&, StepPlan const&);
[[nodiscard]] Result<operations::Answer> verify_plan(db::WriteTx&, operations::Context&, StepPlan const&);
[[nodiscard]] Result<operations::Answer> return_plan(db::WriteTx&, operations::Context&, ReasonPlan const&);
[[nodiscard]] Result<operations::Answer> approve_plan(db::WriteTx&, operations::Context&, StepPlan const&);
[[nodiscard]] Result<operations::Answer> approve_bulk(db::WriteTx&, operations::Context&, ApproveBulk const&);
[[nodiscard]] Result<operations::Answer> withdraw_plan(db::WriteTx&, operations::Context&, ReasonPlan const&);
[[nodiscard]] Result<operations::Answer> expire_plan(db::WriteTx&, operations::Context&, ReasonPlan const&);
[[nodiscard]] Result<operations::Answer> start_addendum(db::WriteTx&, operations::Context&, StartAddendum const&);
[[nodiscard]] Result<operations::Answer> drop_line(db::WriteTx&, operations::Context&, DropLine const&);
[[nodiscard]] Result<operations::Answer> import_plan(db::WriteTx&, operations::Context&, ImportPlan const&);
[[nodiscard]] Result<operations::Answer> import_prices(db::WriteTx&, operations::Context&, ImportPrices const&);

/// Remembers that this person opened this version; `approve_bulk` asks for it.
Result<void> mark_opened(Services&, Actor const&, PlanId, std::int64_t version);

/// What writing a plan takes beside its input.
struct Draft {
    std::optional<StoredPlan> plan; // that is there
    territory::RegionId unit;
    int year {0};
    std::vector<PlanPurse> purses;
    std::shared_ptr<rules::Pack const> pack;
    std::string unit_code, pokmas;
};
/// planning.no_purse, programme.year_not_open, operation.not_allowed
[[nodiscard]] Result<Draft> draft_of(db::ReadTx&, operations::Context const&, std::string_view unit, int year);
/// Lines as they will be stored; every wrong field at once, named "<prefix>N.category".
[[nodiscard]] Result<std::vector<PlanLine>> lines_of_input(
    db::ReadTx&, operations::Context&, Draft const&, std::span<LineInput const>, std::string_view prefix);
/// An import that was read and judged, nothing written: what each unit would get, and every refused row ("lines.3.category").
struct ReadyPlan {
    Draft draft;
    std::vector<PlanLine> lines;
    std::vector<std::size_t> rows; // of the import
};
struct ReadyImport {
    std::vector<ReadyPlan> plans;
    std::vector<FieldError> errors;
};
[[nodiscard]] Result<ReadyImport> ready_import(db::ReadTx&, operations::Context&, ImportPlan const&);
/// The same for prices: codes of places ("" is the city) beside the rows, and every refused field ("prices.2.place").
struct ReadyPrices {
    std::vector<std::string> places;
    std::vector<FieldError> errors;
};
[[nodiscard]] ReadyPrices ready_prices(db::ReadTx&, CityId, ImportPrices const&);

/// Creates or replaces the draft.
[[nodiscard]] Result<StoredPlan> write_draft(db::WriteTx&, operations::Context&, Draft&, std::vector<PlanLine>);

} // namespace rtkeren::planning
