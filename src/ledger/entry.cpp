#include "ledger/entry.hpp"

#include <algorithm>

namespace rtkeren::ledger {
namespace {

enum class AfterClosing : bool { No, Yes };

struct KindRow {
    std::string_view name;
    std::optional<HoldKind> held;
    AfterClosing after;
};
using enum AfterClosing;

/// In the order of EntryKind.
constexpr std::array<KindRow, entry_kind_count> kind_rows {{
    {"allocated", HoldKind::Allocation, No},
    {"bonus", HoldKind::Allocation, No},
    {"declined", std::nullopt, No},
    {"reduced", std::nullopt, No},
    {"unused", std::nullopt, No},
    {"plan_approved", HoldKind::Planning, No},
    {"plan_withdrawn", std::nullopt, No},
    {"moved_between_purses", HoldKind::Allocation, No},
    {"contracted", HoldKind::Contract, No},
    {"contract_reduced", std::nullopt, No},
    {"contract_ended", std::nullopt, No},
    {"sp2d_issued", HoldKind::Disbursement, No},
    {"sp2d_confirmed", std::nullopt, No},
    {"sp2d_bounced", std::nullopt, No},
    {"arrived_elsewhere", std::nullopt, No},
    {"sent_on", std::nullopt, No},
    {"cash_drawn", HoldKind::CashOut, No},
    {"cash_paid_in", std::nullopt, No},
    {"advance_given", HoldKind::CashOut, No},
    {"advance_returned", std::nullopt, No},
    {"expense", HoldKind::Spending, No},
    {"tax_paid", std::nullopt, Yes},
    {"accepted", HoldKind::Acceptance, No},
    {"not_accepted", std::nullopt, Yes},
    {"disallowed", std::nullopt, Yes},
    {"supplier_refund", std::nullopt, Yes},
    {"repaid_by_person", std::nullopt, Yes},
    {"repaid_to_treasury", std::nullopt, Yes},
    {"bought_unplaced", std::nullopt, No},
    {"unplaced_borne", std::nullopt, No},
    {"leftover_returned", std::nullopt, Yes},
    {"interest", std::nullopt, No},
    {"bank_fee", std::nullopt, No},
    {"tax_on_interest", std::nullopt, No},
    {"interest_returned", std::nullopt, Yes},
    {"swadaya_in", std::nullopt, No},
    {"swadaya_used", HoldKind::Spending, No},
    {"cash_missing", std::nullopt, No},
    {"cash_over", std::nullopt, No},
    {"unknown_money", std::nullopt, No},
    {"written_off", std::nullopt, Yes},
    {"hand_over", HoldKind::HandOver, No},
    {"opening", std::nullopt, No},
    {"reversal", std::nullopt, No},
}};

constexpr std::array<std::string_view, all_hold_kinds.size()> hold_names {
    "allocation", "planning", "contract", "disbursement", "cash_out", "spending", "acceptance", "hand_over"};

} // namespace

std::string_view name_of(EntryKind kind) { return kind_rows[std::size_t(kind)].name; }
std::optional<HoldKind> held_by(EntryKind kind) { return kind_rows[std::size_t(kind)].held; }
bool allowed_after_closing(EntryKind kind) { return kind_rows[std::size_t(kind)].after == AfterClosing::Yes; }
std::string_view name_of(HoldKind kind) { return hold_names[std::size_t(kind)]; }

std::optional<EntryKind> entry_kind_of(std::string_view name)
{
    auto found = std::ranges::find(kind_rows, name, &KindRow::name);
    return found == kind_rows.end() ? std::nullopt : std::optional(EntryKind(found - kind_rows.begin()));
}

std::optional<HoldKind> hold_kind_of(std::string_view name)
{
    auto found = std::ranges::find(hold_names, name);
    return found == hold_names.end() ? std::nullopt : std::optional(HoldKind(found - hold_names.begin()));
}

} // namespace rtkeren::ledger
