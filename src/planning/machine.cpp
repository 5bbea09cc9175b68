#include "language/language.hpp"
#include "planning/planning.hpp"

namespace rtkeren::planning {
namespace {

using workflow::Days;
using workflow::StateKind;
using workflow::StateRow;
using workflow::TransitionRow;

constexpr StateRow rab_states[] {
    {"draft", TR_NOOP("Disusun"), StateKind::Start, "planning.write", 30},
    {"checked", TR_NOOP("Menunggu verifikasi"), StateKind::Normal, "planning.verify", 5, Days::Working},
    {"verified", TR_NOOP("Menunggu persetujuan"), StateKind::Normal, "planning.approve", 5, Days::Working},
    {"returned", TR_NOOP("Diminta diperbaiki"), StateKind::Normal, "planning.write", 7},
    {"approved", TR_NOOP("Disetujui"), StateKind::End},
    {"withdrawn", TR_NOOP("Ditarik"), StateKind::End},
    {"expired", TR_NOOP("Lewat waktu"), StateKind::End},
};

constexpr TransitionRow rab_transitions[] {
    {.event = "submit", .label = TR_NOOP("Kirim untuk diverifikasi"), .from = "draft", .to = "checked", .permission = "planning.write"},
    {.event = "submit", .label = TR_NOOP("Kirim lagi"), .from = "returned", .to = "checked", .permission = "planning.write"},
    {.event = "verify", .label = TR_NOOP("Verifikasi"), .from = "checked", .to = "verified", .permission = "planning.verify", .not_same_as = {"submit" }},
    { .event = "approve",
        .label = TR_NOOP("Setujui"),
        .from = "verified",
        .to = "approved",
        .permission = "planning.approve",
        .not_same_as = {"submit", "verify" }},
    {.event = "return", .label = TR_NOOP("Minta diperbaiki"), .from = "checked", .to = "returned", .permission = "planning.verify", .reason_required = true},
    { .event = "return",
        .label = TR_NOOP("Minta diperbaiki"),
        .from = "verified",
        .to = "returned",
        .permission = "planning.approve",
        .reason_required = true},
    // Approved before this program was used: a consequence of the opening balances, which two persons bring.
    {.event = "take_in", .label = TR_NOOP("Saldo awal"), .from = "draft", .to = "approved"},
    {.event = "take_back", .label = TR_NOOP("Ambil kembali"), .from = "checked", .to = "draft", .permission = "planning.write"},
    {.event = "withdraw", .label = TR_NOOP("Tarik RAB"), .from = "draft", .to = "withdrawn", .permission = "planning.write", .reason_required = true},
    {.event = "withdraw", .label = TR_NOOP("Tarik RAB"), .from = "returned", .to = "withdrawn", .permission = "planning.write", .reason_required = true},
    {.event = "withdraw", .label = TR_NOOP("Tarik RAB"), .from = "checked", .to = "withdrawn", .permission = "planning.write", .reason_required = true},
    {.event = "expire", .label = TR_NOOP("Nyatakan lewat waktu"), .from = "draft", .to = "expired", .permission = "planning.verify", .reason_required = true},
    { .event = "expire",
        .label = TR_NOOP("Nyatakan lewat waktu"),
        .from = "returned",
        .to = "expired",
        .permission = "planning.verify",
        .reason_required = true},
    { .event = "expire",
        .label = TR_NOOP("Nyatakan lewat waktu"),
        .from = "checked",
        .to = "expired",
        .permission = "planning.verify",
        .reason_required = true},
    { .event = "expire",
        .label = TR_NOOP("Nyatakan lewat waktu"),
        .from = "verified",
        .to = "expired",
        .permission = "planning.verify",
        .reason_required = true},
};

constexpr workflow::Machine rab {"rab", TR_NOOP("RAB"), "/rab/", rab_states, rab_transitions};

} // namespace

workflow::Machine const& rab_machine()
{
    return rab;
}

} // namespace rtkeren::planning
