#include "enterprise/claim.hpp"

namespace rtkeren::enterprise {
namespace {

using workflow::StateKind;

constexpr std::string_view may_confirm = "enterprise.confirm";

constexpr workflow::StateRow claim_states[] {
    {"submitted", TR_NOOP("Menunggu pemiliknya datang"), StateKind::Start, may_confirm, 14, workflow::Days::Working},
    {"confirmed", TR_NOOP("Dikonfirmasi"), StateKind::End},
    {"refused", TR_NOOP("Ditolak"), StateKind::End},
    {"withdrawn", TR_NOOP("Ditarik pemiliknya"), StateKind::End},
    {"expired", TR_NOOP("Lewat waktu"), StateKind::End},
};
constexpr workflow::TransitionRow claim_transitions[] {
    {.event = "confirm", .label = TR_NOOP("Konfirmasi"), .from = "submitted", .to = "confirmed", .permission = may_confirm, .not_same_as = {workflow::started}},
    {.event = "refuse", .label = TR_NOOP("Tolak"), .from = "submitted", .to = "refused", .permission = may_confirm, .reason_required = true},
    {.event = "expire", .label = TR_NOOP("Akhiri, pemiliknya tidak datang"), .from = "submitted", .to = "expired", .permission = may_confirm},
    {.event = "withdraw", .label = TR_NOOP("Tarik"), .from = "submitted", .to = "withdrawn"},
};
constexpr workflow::Machine the_claim_machine {"claim", TR_NOOP("Pendaftaran usaha"), "/umkm/klaim/", claim_states, claim_transitions};

} // namespace

workflow::Machine const& claim_machine() { return the_claim_machine; }

} // namespace rtkeren::enterprise
