#pragma once

#include "payout/inputs.hpp"
#include "payout/machines.hpp"
#include "payout/store.hpp"
#include "workflow/workflow.hpp"

/// What the operations of this room share.
namespace rtkeren::payout {

using operations::Answer;
using operations::Context;

/// operation.not_allowed unless the actor has the permission for this pokmas.
[[nodiscard]] Result<void> allow(Context const&, std::string_view permission, Pokmas const&);
/// The pokmas, when the actor has the permission there. payout.no_pokmas, operation.not_allowed
[[nodiscard]] Result<Pokmas> allowed_pokmas(db::ReadTx&, Context const&, std::string_view permission, PokmasId);
/// payout.pokmas_not_active {pokmas, state} unless it may sign and receive.
[[nodiscard]] Result<void> check_active(Pokmas const&);

/// The header of an entry of this room.
[[nodiscard]] ledger::Header header_of(Context&, int year, Date on, std::string_view subject_kind, std::string subject, std::string text);
/// Trail and outbox in one.
struct Noted {
    std::string_view operation; // "payout.confirm"
    std::string_view subject_kind; // "tranche"
    std::string subject, place;
    boost::json::object summary {};
    std::string reason {};
};
[[nodiscard]] Result<void> note(db::WriteTx&, Context const&, Noted);

[[nodiscard]] std::string href_of_pokmas(PokmasId);
[[nodiscard]] std::string href_of_contract(ContractId);
[[nodiscard]] std::string href_of_tranche(TrancheId);

/// "Pencairan termin 1 Pokmas Mekar Sari 2023": what the inbox shows.
[[nodiscard]] std::string title_of(Tranche const&, Pokmas const&);

/// What a group shares with others: officers elsewhere, a like name, the same address (programme.md 6.2). Warnings: seen before the decree.
[[nodiscard]] Result<std::vector<Verdict>> doubles_of(db::ReadTx&, CityId, Pokmas const&);
/// Whether two group names are the same but for spelling: equal words, or one letter apart in long ones. Numbers must be equal.
[[nodiscard]] bool are_alike(std::string_view a, std::string_view b);
/// Letters and digits alone, folded: how an account holder is compared with the group's name.
[[nodiscard]] std::string bare_name(std::string_view);

/// Digits of an account number; payout.account_format.
[[nodiscard]] Result<std::string> parse_account(std::string_view typed, std::string_view field);
struct SealedAccount {
    std::string sealed, lookup, masked;
};
[[nodiscard]] SealedAccount seal_account(secrets::Keys const&, PokmasId, std::string const& digits);
/// payout.account_used {pokmas} when another group has it; payout.account_holder when the name differs.
[[nodiscard]] Result<void> check_account(
    db::ReadTx&, CityId, PokmasId, std::string_view name, std::string_view holder, std::string const& lookup, std::string_view prefix = {});

} // namespace rtkeren::payout
