#include "followup/followup.hpp"

#include "language/language.hpp"

namespace rtkeren::followup {
namespace {

using workflow::StateKind;
using workflow::StateRow;
using workflow::TransitionRow;

constexpr std::string_view may_visit = "followup.visit", may_survey = "followup.survey";

constexpr StateRow visit_states[] {
    {"due", TR_NOOP("Perlu ditanya"), StateKind::Start, may_visit, 30},
    {"again", TR_NOOP("Dicoba lagi"), StateKind::Normal, may_visit, 7},
    {"done", TR_NOOP("Terjawab"), StateKind::End},
    {"unreachable", TR_NOOP("Tidak ditemui"), StateKind::End},
    {"refused", TR_NOOP("Tidak bersedia"), StateKind::End},
    {"expired", TR_NOOP("Lewat waktu"), StateKind::End},
};

constexpr TransitionRow step(std::string_view event, std::string_view label, std::string_view from, std::string_view to)
{
    return {.event = event, .label = label, .from = from, .to = to, .permission = may_visit};
}
/// Time does it: nobody presses a button.
constexpr TransitionRow expiry(std::string_view from) { return {.event = "expire", .label = TR_NOOP("Lewat waktu"), .from = from, .to = "expired"}; }

constexpr TransitionRow visit_transitions[] {
    step("record", TR_NOOP("Catat jawaban"), "due", "done"),
    step("record", TR_NOOP("Catat jawaban"), "again", "done"),
    step("missed", TR_NOOP("Belum bertemu"), "due", "again"),
    step("give_up", TR_NOOP("Tidak ditemui"), "due", "unreachable"),
    step("give_up", TR_NOOP("Tidak ditemui"), "again", "unreachable"),
    step("missed", TR_NOOP("Belum bertemu"), "again", "again"),
    step("decline", TR_NOOP("Tidak bersedia"), "due", "refused"),
    step("decline", TR_NOOP("Tidak bersedia"), "again", "refused"),
    expiry("due"),
    expiry("again"),
};

constexpr StateRow survey_states[] {
    {"planned", TR_NOOP("Direncanakan"), StateKind::Start, may_survey, 14},
    {"drawn", TR_NOOP("Berjalan"), StateKind::Normal, may_survey, 30},
    {"closed", TR_NOOP("Selesai"), StateKind::End},
    {"cancelled", TR_NOOP("Dibatalkan"), StateKind::End},
};
constexpr TransitionRow survey_transitions[] {
    {.event = "draw", .label = TR_NOOP("Undi sampel"), .from = "planned", .to = "drawn", .permission = may_survey},
    {.event = "close", .label = TR_NOOP("Tutup putaran"), .from = "drawn", .to = "closed", .permission = may_survey},
    {.event = "cancel", .label = TR_NOOP("Batalkan putaran"), .from = "planned", .to = "cancelled", .permission = may_survey, .reason_required = true},
    {.event = "cancel", .label = TR_NOOP("Batalkan putaran"), .from = "drawn", .to = "cancelled", .permission = may_survey, .reason_required = true},
};

constexpr workflow::Machine visits {"followup", TR_NOOP("Tindak lanjut"), "/pendampingan/", visit_states, visit_transitions};
constexpr workflow::Machine surveys {"survey", TR_NOOP("Survei"), "/survei/", survey_states, survey_transitions};

} // namespace

workflow::Machine const& followup_machine() { return visits; }
workflow::Machine const& survey_machine() { return surveys; }

} // namespace rtkeren::followup
