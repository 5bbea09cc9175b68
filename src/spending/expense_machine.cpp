#include "language/language.hpp"
#include "spending/spending.hpp"

namespace rtkeren::spending {
namespace {

using workflow::Days;
using workflow::StateKind;
using workflow::StateRow;
using workflow::TransitionRow;

constexpr StateRow expense_states[] {
    {"draft", TR_NOOP("Dicatat"), StateKind::Start, "spending.record", 7},
    {"submitted", TR_NOOP("Menunggu pemeriksaan barang"), StateKind::Normal, "spending.goods", 3, Days::Working},
    {"goods_ok", TR_NOOP("Menunggu pemeriksaan nota"), StateKind::Normal, "spending.check", 5, Days::Working},
    {"checked", TR_NOOP("Menunggu pengesahan"), StateKind::Normal, "spending.accept", 5, Days::Working},
    {"query", TR_NOOP("Ditanyakan"), StateKind::Normal, "spending.record", 7},
    {"accepted", TR_NOOP("Sah"), StateKind::End},
    {"rejected", TR_NOOP("Ditolak"), StateKind::End},
    {"refunded", TR_NOOP("Uang kembali dari penyedia"), StateKind::End},
    {"withdrawn", TR_NOOP("Ditarik"), StateKind::End},
};

constexpr TransitionRow expense_transitions[] {
    {.event = "submit", .label = TR_NOOP("Kirim"), .from = "draft", .to = "submitted", .permission = "spending.record"},
    // The year's pack does not ask for supervisors.
    {.event = "submit_to_check", .label = TR_NOOP("Kirim"), .from = "draft", .to = "goods_ok", .permission = "spending.record"},
    {.event = "goods", .label = TR_NOOP("Barang sesuai"), .from = "submitted", .to = "goods_ok", .permission = "spending.goods", .not_same_as = {workflow::started, "submit"}},
    {.event = "check", .label = TR_NOOP("Nota sesuai"), .from = "goods_ok", .to = "checked", .permission = "spending.check",
        .not_same_as = {workflow::started, "submit", "submit_to_check"}},
    {.event = "accept", .label = TR_NOOP("Sahkan"), .from = "checked", .to = "accepted", .permission = "spending.accept",
        .not_same_as = {workflow::started, "submit", "submit_to_check", "check"}},
    {.event = "ask", .label = TR_NOOP("Tanyakan"), .from = "submitted", .to = "query", .permission = "spending.goods", .reason_required = true},
    {.event = "ask", .label = TR_NOOP("Tanyakan"), .from = "goods_ok", .to = "query", .permission = "spending.check", .reason_required = true},
    {.event = "ask", .label = TR_NOOP("Tanyakan"), .from = "checked", .to = "query", .permission = "spending.accept", .reason_required = true},
    {.event = "answer", .label = TR_NOOP("Jawab"), .from = "query", .to = "submitted", .permission = "spending.record"},
    {.event = "answer_to_check", .label = TR_NOOP("Jawab"), .from = "query", .to = "goods_ok", .permission = "spending.record"},
    {.event = "reject", .label = TR_NOOP("Tolak"), .from = "submitted", .to = "rejected", .permission = "spending.accept", .reason_required = true},
    {.event = "reject", .label = TR_NOOP("Tolak"), .from = "goods_ok", .to = "rejected", .permission = "spending.accept", .reason_required = true},
    {.event = "reject", .label = TR_NOOP("Tolak"), .from = "checked", .to = "rejected", .permission = "spending.accept", .reason_required = true},
    {.event = "reject", .label = TR_NOOP("Tolak"), .from = "query", .to = "rejected", .permission = "spending.accept", .reason_required = true},
    {.event = "withdraw", .label = TR_NOOP("Tarik"), .from = "draft", .to = "withdrawn", .permission = "spending.record", .reason_required = true},
    {.event = "withdraw", .label = TR_NOOP("Tarik"), .from = "submitted", .to = "withdrawn", .permission = "spending.record", .reason_required = true},
    {.event = "withdraw", .label = TR_NOOP("Tarik"), .from = "goods_ok", .to = "withdrawn", .permission = "spending.record", .reason_required = true},
    {.event = "withdraw", .label = TR_NOOP("Tarik"), .from = "query", .to = "withdrawn", .permission = "spending.record", .reason_required = true},
    // The shop gave everything back.
    {.event = "refund", .label = TR_NOOP("Uang kembali"), .from = "draft", .to = "refunded"},
    {.event = "refund", .label = TR_NOOP("Uang kembali"), .from = "submitted", .to = "refunded"},
    {.event = "refund", .label = TR_NOOP("Uang kembali"), .from = "goods_ok", .to = "refunded"},
    {.event = "refund", .label = TR_NOOP("Uang kembali"), .from = "checked", .to = "refunded"},
    {.event = "refund", .label = TR_NOOP("Uang kembali"), .from = "query", .to = "refunded"},
};

constexpr workflow::Machine expense_table {"expense", TR_NOOP("Belanja"), "/belanja/", expense_states, expense_transitions};

} // namespace

workflow::Machine const& expense_machine()
{
    return expense_table;
}

} // namespace rtkeren::spending
