#include "training/attendance_room.hpp"

#include "training/attendance.hpp"

namespace rtkeren::training {

std::vector<operations::Operation> attendance_operations()
{
    using operations::make;
    return {
        make<MarkAttendance>("training.mark", "", "Mark a participant of a meeting present or absent", mark_attendance),
        make<MarkPaper>("training.mark_paper", "", "Mark those present who signed a photographed list", mark_paper),
        make<ScanAttendance>("training.scan", "", "Mark oneself present with the meeting's QR and the code of one's slip", scan_attendance),
        make<CloseSession>("training.close_session", "", "Close the list of a meeting: who has no mark was absent", close_session),
        make<ReopenSession>("training.reopen_session", "", "Open the closed list of a meeting again", reopen_session),
        make<PrintSlips>("training.print_slips", "", "Make slips with codes for participants; older ones stop", print_slips),
        make<OpenDispute>("training.dispute", "", "Dispute a mark with the code of one's slip", open_dispute),
        make<WithdrawDispute>("training.withdraw_dispute", "", "Withdraw one's dispute", withdraw_dispute),
        make<DecideDispute>("training.decide_dispute", "training.decide", "Decide what a participant disputed", decide_dispute),
    };
}

std::vector<workflow::Machine> attendance_machines() { return {dispute_machine()}; }

std::vector<screens::NavEntry> attendance_navigation() { return {{"training.decide", "/keberatan", TR_NOOP("Keberatan presensi"), "gavel", 64, screens::NavPart::Training}}; }

std::vector<evidence::Placed> attendance_places()
{
    auto const find = [](db::ReadTx& tx, CityId city, std::string_view subject) -> Result<std::optional<evidence::Standing>> {
        auto const id = SessionId::parse(subject);
        if (!id.ok())
            return std::optional<evidence::Standing> {};
        auto const held = TRY(session(tx, city, *id));
        auto const of = TRY(course(tx, city, held.course));
        return std::optional(evidence::Standing {of.unit_code, of.pokmas.str()});
    };
    return {{"session", find}};
}

} // namespace rtkeren::training
