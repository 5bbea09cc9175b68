#pragma once

#include "evidence/evidence.hpp"
#include "ledger/ledger.hpp"
#include "spending/cash_inputs.hpp"

/// What every operation of the cash book does alike: who may, which pokmas, post, keep papers, answer with the new balances.
namespace rtkeren::spending {

using operations::Answer;
using operations::Context;

/// A pokmas with its purses and money as they stand in this transaction.
struct Desk {
    payout::Pokmas pokmas;
    std::vector<ledger::Purse> purses;
    ledger::Cash cash;
    int year {0}; // of the newest open purse, else of the newest
    [[nodiscard]] bool all_closed() const;
    [[nodiscard]] ledger::Purse const* purse(PurseId) const;
};

/// Whether the actor has the permission for this pokmas or over the places that it serves.
[[nodiscard]] bool may_at(Actor const&, std::string_view permission, payout::Pokmas const&);
/// payout.no_pokmas, spending.pokmas_without_purse. For pages, which have asked `may_at` already.
[[nodiscard]] Result<Desk> read_desk(db::ReadTx&, CityId, PokmasId);
/// The same with the checks of an operation: operation.not_allowed; on field `on`: date.future, date.outside_year.
[[nodiscard]] Result<Desk> desk_for(db::ReadTx&, Context const&, std::string_view permission, PokmasId, Date on);

/// What an operation adds around its entry.
struct CashFact {
    std::string_view operation; // "spending.draw_cash"
    std::string_view message; // "spending.cash_drawn"
    Date on;
    std::string text {}; // printed in the books
    std::string subject_kind {"cash"};
    std::string subject {}; // the entry's own id when empty
    std::string reason {};
    std::string_view field {"amount"}; // where a refusal of the ledger is shown
    std::optional<Sha256> proof {};
    boost::json::object summary {};
    std::vector<Verdict> verdicts {};
};
[[nodiscard]] ledger::Header header_for(Context&, Desk const&, CashFact const&);
/// Posts, attaches the proof, writes the trail and the event; answers the new balances. `entry` was made with `header_for` of this fact.
/// What the ledger refuses comes back in the words of this room: spending.month_signed, spending.not_enough_<account> {have, need}, spending.more_than_owed {account, owed, paid}.
Result<Answer> keep_fact(db::WriteTx&, Context&, Desk const&, ledger::Entry const&, CashFact const&);
/// Only the wording of the ledger's refusal.
[[nodiscard]] Error explained(Error, std::string_view field);
/// Trail and event of a fact, without an entry or beside it.
Result<void> tell_fact(db::WriteTx&, Context const&, payout::Pokmas const&, std::string_view operation, std::string const& subject_kind, std::string const& subject,
    boost::json::object summary, std::string const& reason);
Result<void> keep_proof(db::WriteTx&, Context&, std::string const& subject_kind, std::string const& subject, std::optional<Sha256> const&);

[[nodiscard]] std::string digits_of(Rupiah);
[[nodiscard]] std::string href_of_cash(PokmasId);

/// Somebody at this pokmas by id or name; a new name is written down. holder_name: required.
Result<PersonId> holder_for(db::WriteTx&, Context&, PokmasId, std::optional<PersonId> const&, std::string_view name);
/// "person:<id>"
[[nodiscard]] PartyKey party_of(PersonId);

} // namespace rtkeren::spending
