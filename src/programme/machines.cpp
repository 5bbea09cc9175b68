#include "programme/machines.hpp"

#include "language/language.hpp"

namespace rtkeren::programme {

namespace {

using workflow::StateKind;
using workflow::StateRow;
using workflow::TransitionRow;

constexpr std::string_view manage = "programme.manage", close = "programme.close", hold = "programme.hold", release = "programme.release";
constexpr std::string_view discarded = "discarded";

constexpr StateRow year_states[] {
    {workflow::name_of(YearStatus::Draft), TR_NOOP("Rancangan"), StateKind::Start, release, 60},
    {workflow::name_of(YearStatus::Open), TR_NOOP("Berjalan"), StateKind::Normal, close, 365},
    {workflow::name_of(YearStatus::Closing), TR_NOOP("Sedang ditutup"), StateKind::Normal, close, 60},
    {workflow::name_of(YearStatus::Closed), TR_NOOP("Ditutup"), StateKind::End},
    {discarded, TR_NOOP("Dibuang"), StateKind::End},
};
constexpr TransitionRow year_transitions[] {
    {.event = workflow::name_of(YearEvent::Open),
        .label = TR_NOOP("Buka tahun"),
        .from = workflow::name_of(YearStatus::Draft),
        .to = workflow::name_of(YearStatus::Open),
        .permission = release,
        .evidence_required = true,
        .not_same_as = {workflow::started}},
    {.event = workflow::name_of(YearEvent::Discard),
        .label = TR_NOOP("Buang rancangan"),
        .from = workflow::name_of(YearStatus::Draft),
        .to = discarded,
        .permission = manage,
        .reason_required = true},
    {.event = workflow::name_of(YearEvent::StartClosing),
        .label = TR_NOOP("Mulai menutup"),
        .from = workflow::name_of(YearStatus::Open),
        .to = workflow::name_of(YearStatus::Closing),
        .permission = close},
    {.event = workflow::name_of(YearEvent::Reopen),
        .label = TR_NOOP("Buka kembali"),
        .from = workflow::name_of(YearStatus::Closing),
        .to = workflow::name_of(YearStatus::Open),
        .permission = manage,
        .reason_required = true},
    {.event = workflow::name_of(YearEvent::Close),
        .label = TR_NOOP("Tutup tahun"),
        .from = workflow::name_of(YearStatus::Closing),
        .to = workflow::name_of(YearStatus::Closed),
        .permission = close,
        .evidence_required = true,
        .not_same_as = {workflow::name_of(YearEvent::StartClosing)}},
};

constexpr StateRow hold_states[] {
    {workflow::name_of(HoldState::Proposed), TR_NOOP("Diusulkan"), StateKind::Start, hold, 3, workflow::Days::Working},
    {workflow::name_of(HoldState::InForce), TR_NOOP("Berlaku"), StateKind::Start, hold, 30},
    {workflow::name_of(HoldState::Lifted), TR_NOOP("Dicabut"), StateKind::End},
    {workflow::name_of(HoldState::Declined), TR_NOOP("Tidak disetujui"), StateKind::End},
};
constexpr TransitionRow hold_transitions[] {
    {.event = workflow::name_of(HoldEvent::Place),
        .label = TR_NOOP("Tahan"),
        .from = workflow::name_of(HoldState::Proposed),
        .to = workflow::name_of(HoldState::InForce),
        .permission = hold,
        .evidence_required = true,
        .not_same_as = {workflow::started}},
    {.event = workflow::name_of(HoldEvent::Decline),
        .label = TR_NOOP("Tidak disetujui"),
        .from = workflow::name_of(HoldState::Proposed),
        .to = workflow::name_of(HoldState::Declined),
        .permission = hold,
        .reason_required = true},
    {.event = workflow::name_of(HoldEvent::Lift),
        .label = TR_NOOP("Cabut"),
        .from = workflow::name_of(HoldState::InForce),
        .to = workflow::name_of(HoldState::Lifted),
        .permission = hold,
        .reason_required = true,
        .evidence_required = true,
        .not_same_as = {workflow::started, workflow::name_of(HoldEvent::Place)}},
};

} // namespace

workflow::Machine const& year_machine()
{
    static constexpr workflow::Machine machine {"year", TR_NOOP("Tahun program"), "/tahun/", year_states, year_transitions};
    return machine;
}

workflow::Machine const& hold_machine()
{
    static constexpr workflow::Machine machine {"hold", TR_NOOP("Penahanan"), "/penahanan/", hold_states, hold_transitions};
    return machine;
}

} // namespace rtkeren::programme
