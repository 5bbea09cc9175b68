#include "planning/room.hpp"

#include "language/language.hpp"
#include "planning/steps.hpp"

namespace rtkeren::planning {

std::vector<operations::Operation> operations()
{
    using operations::make;
    return {
        make<SavePlan>("planning.save_plan", "planning.write", "Write the whole plan (RAB) of a unit and year as a draft", save_plan),
        make<ShiftLines>(
            "planning.shift_to_envelope", "planning.write", "Take an amount off the largest lines of one envelope and plan it in another", shift_to_envelope),
        make<StepPlan>("planning.submit", "planning.write", "Check a plan by the year's rules and send it to the kelurahan secretary", submit_plan),
        make<StepPlan>("planning.take_back", "planning.write", "Take a plan back before it is verified", take_back_plan),
        make<StepPlan>("planning.verify", "planning.verify", "Verify a plan that others entered", verify_plan),
        make<ReasonPlan>("planning.return", "", "Send a plan back with the reason", return_plan),
        make<StepPlan>("planning.approve", "planning.approve", "Approve a plan: its money stands in rencana from now on", approve_plan),
        make<ApproveBulk>("planning.approve_bulk", "planning.approve", "Approve several plans that one has opened", approve_bulk),
        make<ReasonPlan>("planning.withdraw", "", "Withdraw a plan, or what was approved and is not under contract", withdraw_plan),
        make<ReasonPlan>("planning.expire", "planning.verify", "Declare a plan expired that missed the year's deadline", expire_plan),
        make<StartAddendum>("planning.start_addendum", "planning.write", "Begin an addendum to an approved plan", start_addendum),
        make<DropLine>("planning.drop_line", "planning.approve", "Give up an approved line: its money goes back to pagu", drop_line),
        make<ImportPlan>("planning.import_plan", "planning.write", "Write the plans of many units from a spreadsheet, all or none", import_plan),
        make<ImportPrices>("planning.import_prices", "planning.prices", "Write reference prices from a spreadsheet", import_prices),
    };
}

std::vector<workflow::Machine> machines()
{
    return {rab_machine()};
}

std::vector<rules::Fact> facts()
{
    auto const read = [](db::ReadTx& tx, CityId city, std::string const& purse, int) -> Result<rules::FactAnswer> {
        auto const id = TRY(PurseId::parse(purse));
        auto const sums = TRY(approved_by_category(tx, city, id));
        rules::FactAnswer answer;
        answer.value = sums.empty() ? 0 : 1;
        auto const owner = TRY(programme::purse(tx, city, id));
        auto const plan = TRY(find_plan_of_unit(tx, city, owner.year, owner.unit));
        answer.href = plan ? href_of(plan->id) : "/rab/baru?unit=" + owner.unit_code;
        return answer;
    };
    return {{"planning.plan_locked", TR_NOOP("RAB disetujui dan dikunci"), read}};
}

std::vector<screens::NavEntry> navigation()
{
    return {{"insight.read", "/rab", TR_NOOP("RAB"), "clipboard-list", 30, screens::NavPart::Money}};
}

} // namespace rtkeren::planning
