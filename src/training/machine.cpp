#include "language/language.hpp"
#include "training/training.hpp"

namespace rtkeren::training {
namespace {

using workflow::StateKind;
using workflow::StateRow;
using workflow::TransitionRow;

constexpr std::string_view may_manage = "training.manage", may_run = "training.lead";

constexpr StateRow course_states[] {
    {"planned", TR_NOOP("Direncanakan"), StateKind::Start, may_manage, 30},
    {"open", TR_NOOP("Pendaftaran dibuka"), StateKind::Normal, may_manage, 21},
    {"selected", TR_NOOP("Peserta ditetapkan"), StateKind::Normal, may_manage, 30},
    {"running", TR_NOOP("Berjalan"), StateKind::Normal, may_run, 30},
    {"results", TR_NOOP("Hasil dan sertifikat"), StateKind::Normal, may_manage, 14},
    {"closed", TR_NOOP("Selesai"), StateKind::End},
    {"cancelled", TR_NOOP("Dibatalkan"), StateKind::End},
};

constexpr TransitionRow cancel(std::string_view from)
{
    return {.event = "cancel", .label = TR_NOOP("Batalkan pelatihan"), .from = from, .to = "cancelled", .permission = may_manage, .reason_required = true};
}
constexpr TransitionRow course_transitions[] {
    {.event = "open", .label = TR_NOOP("Buka pendaftaran"), .from = "planned", .to = "open", .permission = may_manage},
    {.event = "back_to_plan", .label = TR_NOOP("Kembali ke rencana"), .from = "open", .to = "planned", .permission = may_manage, .reason_required = true},
    {.event = "select", .label = TR_NOOP("Tetapkan peserta"), .from = "open", .to = "selected", .permission = may_manage},
    {.event = "reopen", .label = TR_NOOP("Buka pendaftaran lagi"), .from = "selected", .to = "open", .permission = may_manage, .reason_required = true},
    {.event = "start", .label = TR_NOOP("Mulai"), .from = "selected", .to = "running", .permission = may_run},
    {.event = "finish", .label = TR_NOOP("Semua pertemuan selesai"), .from = "running", .to = "results", .permission = may_run},
    {.event = "resume", .label = TR_NOOP("Lanjutkan pertemuan"), .from = "results", .to = "running", .permission = may_manage, .reason_required = true},
    {.event = "close", .label = TR_NOOP("Tutup pelatihan"), .from = "results", .to = "closed", .permission = may_manage},
    cancel("planned"),
    cancel("open"),
    cancel("selected"),
    cancel("running"),
};

constexpr workflow::Machine machine {"course", TR_NOOP("Pelatihan"), "/pelatihan/", course_states, course_transitions};

} // namespace

workflow::Machine const& course_machine() { return machine; }

} // namespace rtkeren::training
