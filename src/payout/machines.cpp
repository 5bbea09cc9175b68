#include "payout/machines.hpp"

#include "language/language.hpp"

namespace rtkeren::payout {
namespace {

using workflow::Days;
using workflow::name_of;
using workflow::StateKind;
using workflow::StateRow;
using workflow::TransitionRow;

constexpr std::string_view manage = "payout.manage", decree = "payout.decree", account = "payout.account", request = "payout.request", verify = "payout.verify",
                           approve = "payout.approve", treasury = "payout.sp2d", confirm = "payout.confirm";

using P = PokmasState;
using PE = PokmasEvent;

// An active group waits for its decree's end (the deadline of the item), so that nobody forgets to renew it.
constexpr StateRow pokmas_states[] {
    { name_of(P::Formed), TR_NOOP("Dibentuk"), StateKind::Start, decree, 14 },
    { name_of(P::DecreeIssued), TR_NOOP("SK terbit, rekening belum diperiksa"), StateKind::Start, account, 7 },
    { name_of(P::AccountVerified), TR_NOOP("Rekening diperiksa"), StateKind::Normal, manage, 7 },
    { name_of(P::Active), TR_NOOP("Aktif"), StateKind::Normal, decree, 365 },
    { name_of(P::Suspended), TR_NOOP("Dibekukan"), StateKind::Normal, decree, 30 },
    { name_of(P::Expired), TR_NOOP("SK berakhir"), StateKind::Normal, decree, 30 },
    { name_of(P::Dissolved), TR_NOOP("Dibubarkan"), StateKind::End },
};

constexpr TransitionRow set_account(P from, P to)
{
    return { .event = name_of(PE::SetAccount), .label = TR_NOOP("Isi rekening"), .from = name_of(from), .to = name_of(to), .permission = manage };
}
constexpr TransitionRow dissolve(P from)
{
    return { .event = name_of(PE::Dissolve),
        .label = TR_NOOP("Bubarkan"),
        .from = name_of(from),
        .to = name_of(P::Dissolved),
        .permission = decree,
        .reason_required = true };
}
constexpr TransitionRow expire(P from)
{
    return { .event = name_of(PE::Expire),
        .label = TR_NOOP("Nyatakan SK berakhir"),
        .from = name_of(from),
        .to = name_of(P::Expired),
        .permission = manage,
        .reason_required = true };
}
constexpr TransitionRow pokmas_transitions[] {
    set_account(P::Formed, P::Formed),
    set_account(P::DecreeIssued, P::DecreeIssued),
    set_account(P::AccountVerified, P::DecreeIssued),
    set_account(P::Active, P::DecreeIssued),
    { .event = name_of(PE::IssueDecree),
        .label = TR_NOOP("Terbitkan SK"),
        .from = name_of(P::Formed),
        .to = name_of(P::DecreeIssued),
        .permission = decree,
        .not_same_as = { workflow::started } },
    { .event = name_of(PE::VerifyAccount),
        .label = TR_NOOP("Nyatakan rekening benar"),
        .from = name_of(P::DecreeIssued),
        .to = name_of(P::AccountVerified),
        .permission = account,
        .evidence_required = true,
        .not_same_as = { workflow::started, name_of(PE::SetAccount) } },
    { .event = name_of(PE::Activate),
        .label = TR_NOOP("Aktifkan"),
        .from = name_of(P::AccountVerified),
        .to = name_of(P::Active),
        .permission = manage,
        .not_same_as = { name_of(PE::VerifyAccount) } },
    { .event = name_of(PE::Suspend),
        .label = TR_NOOP("Bekukan"),
        .from = name_of(P::Active),
        .to = name_of(P::Suspended),
        .permission = decree,
        .reason_required = true },
    { .event = name_of(PE::Resume),
        .label = TR_NOOP("Aktifkan kembali"),
        .from = name_of(P::Suspended),
        .to = name_of(P::Active),
        .permission = decree,
        .reason_required = true },
    { .event = name_of(PE::Renew), .label = TR_NOOP("Perpanjang SK"), .from = name_of(P::Active), .to = name_of(P::Active), .permission = decree },
    { .event = name_of(PE::Renew), .label = TR_NOOP("Perpanjang SK"), .from = name_of(P::Expired), .to = name_of(P::Active), .permission = decree },
    expire(P::Active),
    expire(P::Suspended),
    dissolve(P::Formed),
    dissolve(P::DecreeIssued),
    dissolve(P::AccountVerified),
    dissolve(P::Active),
    dissolve(P::Suspended),
    dissolve(P::Expired),
};

using T = TrancheState;
using TE = TrancheEvent;

constexpr StateRow tranche_states[] {
    { name_of(T::Requested), TR_NOOP("Menunggu verifikasi"), StateKind::Start, verify, 5, Days::Working },
    { name_of(T::Verified), TR_NOOP("Menunggu persetujuan lurah"), StateKind::Normal, approve, 3, Days::Working },
    { name_of(T::Approved), TR_NOOP("Menunggu SPP"), StateKind::Normal, account, 3, Days::Working },
    { name_of(T::Spp), TR_NOOP("Menunggu SPM"), StateKind::Normal, approve, 3, Days::Working },
    { name_of(T::Spm), TR_NOOP("Menunggu SP2D"), StateKind::Normal, treasury, 5, Days::Working },
    { name_of(T::Sp2d), TR_NOOP("Menunggu uang masuk"), StateKind::Normal, confirm, 3, Days::Working },
    { name_of(T::Confirmed), TR_NOOP("Diterima pokmas"), StateKind::End },
    { name_of(T::Returned), TR_NOOP("Diminta diperbaiki"), StateKind::Normal, request, 7 },
    { name_of(T::Bounced), TR_NOOP("Retur"), StateKind::Normal, treasury, 5, Days::Working },
    { name_of(T::Withdrawn), TR_NOOP("Ditarik"), StateKind::End },
};

constexpr TransitionRow send_back(T from, std::string_view permission)
{
    return { .event = name_of(TE::Return),
        .label = TR_NOOP("Kembalikan"),
        .from = name_of(from),
        .to = name_of(T::Returned),
        .permission = permission,
        .reason_required = true };
}
constexpr TransitionRow withdraw(T from, std::string_view permission)
{
    return { .event = name_of(TE::Withdraw),
        .label = TR_NOOP("Tarik permintaan"),
        .from = name_of(from),
        .to = name_of(T::Withdrawn),
        .permission = permission,
        .reason_required = true };
}
constexpr TransitionRow record_sp2d(T from)
{
    return { .event = name_of(TE::RecordSp2d),
        .label = TR_NOOP("Catat SP2D"),
        .from = name_of(from),
        .to = name_of(T::Sp2d),
        .permission = treasury,
        .evidence_required = true,
        .not_same_as = { workflow::started, name_of(TE::Resubmit), name_of(TE::Approve), name_of(TE::SignSpm) } };
}
// SPM signed by the same lurah who approved is the usual case: the four eyes of that step are the treasurer's SPP between them.
constexpr TransitionRow tranche_transitions[] {
    { .event = name_of(TE::Verify),
        .label = TR_NOOP("Nyatakan lengkap"),
        .from = name_of(T::Requested),
        .to = name_of(T::Verified),
        .permission = verify,
        .not_same_as = { workflow::started, name_of(TE::Resubmit) } },
    { .event = name_of(TE::Approve),
        .label = TR_NOOP("Setujui"),
        .from = name_of(T::Verified),
        .to = name_of(T::Approved),
        .permission = approve,
        .not_same_as = { workflow::started, name_of(TE::Resubmit), name_of(TE::Verify) } },
    { .event = name_of(TE::IssueSpp),
        .label = TR_NOOP("Terbitkan SPP"),
        .from = name_of(T::Approved),
        .to = name_of(T::Spp),
        .permission = account,
        .not_same_as = { workflow::started, name_of(TE::Resubmit), name_of(TE::Verify), name_of(TE::Approve) } },
    { .event = name_of(TE::IssueSppAndSpm),
        .label = TR_NOOP("Terbitkan SPP dan SPM"),
        .from = name_of(T::Approved),
        .to = name_of(T::Spm),
        .permission = account,
        .not_same_as = { workflow::started, name_of(TE::Resubmit), name_of(TE::Verify), name_of(TE::Approve) } },
    { .event = name_of(TE::SignSpm),
        .label = TR_NOOP("Tanda tangani SPM"),
        .from = name_of(T::Spp),
        .to = name_of(T::Spm),
        .permission = approve,
        .not_same_as = { workflow::started, name_of(TE::Resubmit), name_of(TE::IssueSpp) } },
    record_sp2d(T::Spm),
    record_sp2d(T::Bounced),
    { .event = name_of(TE::Confirm),
        .label = TR_NOOP("Uang sudah masuk"),
        .from = name_of(T::Sp2d),
        .to = name_of(T::Confirmed),
        .permission = confirm,
        .not_same_as = { name_of(TE::RecordSp2d) } },
    // Reported by the bank to BKD or to the kelurahan treasurer: the operation judges which of the two it is.
    { .event = name_of(TE::Bounce), .label = TR_NOOP("Catat retur"), .from = name_of(T::Sp2d), .to = name_of(T::Bounced), .reason_required = true },
    send_back(T::Requested, verify),
    send_back(T::Verified, approve),
    send_back(T::Approved, account),
    send_back(T::Spp, approve),
    send_back(T::Spm, treasury),
    { .event = name_of(TE::Resubmit), .label = TR_NOOP("Kirim lagi"), .from = name_of(T::Returned), .to = name_of(T::Requested), .permission = request },
    withdraw(T::Requested, request),
    withdraw(T::Returned, request),
    withdraw(T::Bounced, treasury),
};

} // namespace

workflow::Machine const& pokmas_machine()
{
    static constexpr workflow::Machine machine { "pokmas", TR_NOOP("Pokmas"), "/pokmas/", pokmas_states, pokmas_transitions };
    return machine;
}

workflow::Machine const& tranche_machine()
{
    static constexpr workflow::Machine machine { "tranche", TR_NOOP("Pencairan"), "/pencairan/", tranche_states, tranche_transitions };
    return machine;
}

} // namespace rtkeren::payout
