#include "programme/room.hpp"

#include "programme/machines.hpp"
#include "programme/operations.hpp"

namespace rtkeren::programme {

std::vector<operations::Operation> operations()
{
    using operations::make;
    return {
        make<CreateYear>("programme.create_year", "programme.manage", "Draft a programme year from its released rule pack", create_year),
        make<DiscardYear>("programme.discard_year", "programme.manage", "Discard a draft year", discard_year),
        make<SetDpa>("programme.set_dpa", "programme.dpa", "Record a kelurahan's DPA or its change: the limits per envelope from now on", set_dpa),
        make<SetDpas>("programme.set_dpas", "programme.dpa", "Record the DPA of many kelurahan in one form", set_dpas),
        make<OpenYear>("programme.open_year", "programme.release", "Open a year: allocate a purse per envelope to every unit, within each DPA", open_year_now),
        make<AllocateUnit>(
            "programme.allocate_unit", "programme.manage", "Allocate to one unit after the opening: a new unit, or money that was declined", allocate_unit),
        make<Decline>("programme.decline", "programme.decline", "Record that a unit declines its money, whole or one envelope", decline),
        make<GiveBonus>("programme.bonus", "programme.bonus", "Give an award winner an allocation of its own reason", give_bonus),
        make<Reduce>("programme.reduce", "programme.manage", "Reduce a purse by what is still in pagu", reduce),
        make<Move>("programme.move", "programme.move", "Move money between the purses of a unit, as the pack allows", move),
        make<UndoChange>("programme.undo_change", "programme.manage", "Take back a change of a ceiling by a reversing entry", undo_change),
        make<PlaceHold>("programme.place_hold", "programme.hold", "Stop named kinds of posting on a purse, pokmas, kelurahan or the city", place_hold),
        make<ProposeHold>("programme.propose_hold", "programme.propose_hold", "Propose a hold, with the letter of the Inspektorat", propose_hold),
        make<DeclineHold>("programme.decline_hold", "programme.hold", "Decline a proposed hold", decline_hold),
        make<LiftHold>("programme.lift_hold", "programme.hold", "Lift a hold by a second person's decision", lift_hold),
        make<StartClosing>("programme.start_closing", "programme.close", "Stop planning and disbursing; reports, taxes and returns go on", start_closing),
        make<ReopenYear>("programme.reopen_year", "programme.manage", "Take a closing year back to open", reopen_year),
        make<CloseYear>("programme.close_year", "programme.close", "Close a year: unused money is cancelled, every purse is closed", close_year),
    };
}

std::vector<workflow::Machine> machines() { return {year_machine(), hold_machine()}; }

std::vector<screens::NavEntry> navigation()
{
    return {
        {"programme.manage", "/tahun", TR_NOOP("Tahun"), "calendar", 60, screens::NavPart::Money},
        {"programme.hold", "/penahanan", TR_NOOP("Penahanan"), "hand-stop", 65, screens::NavPart::Money},
        {"programme.propose_hold", "/penahanan", TR_NOOP("Penahanan"), "hand-stop", 65, screens::NavPart::Money},
    };
}

} // namespace rtkeren::programme
