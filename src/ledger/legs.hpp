#pragma once

#include "ledger/events.hpp"

/// How events.cpp puts entries together; nothing else includes this.
namespace rtkeren::ledger {

/// Collects the legs of an entry. Zero moves nothing; a negative amount would turn the event round and is our bug.
class Legs {
public:
    Legs(Header header, EntryKind kind) : m_entry {.header = std::move(header), .kind = kind} { }

    /// X -> Y in the purse book.
    Legs& move(PurseId const& purse, Stage from, Stage to, Rupiah amount, std::string const& category = {})
    {
        return leg(purse, from, -amount, category).leg(purse, to, amount, category);
    }
    Legs& move(Parts const& parts, Stage from, Stage to)
    {
        for (auto const& part : parts)
            move(part.purse, from, to, positive(part.amount), part.category);
        return *this;
    }
    Legs& leg(PurseId const& purse, Stage stage, Rupiah amount, std::string const& category = {})
    {
        if (!amount.is_zero())
            m_entry.purse_legs.push_back({purse, stage, category, amount});
        return *this;
    }
    /// X -> Y in the cash book.
    Legs& pay(PokmasId const& pokmas, CashKind from, PartyKey const& from_party, CashKind to, PartyKey const& to_party, Rupiah amount)
    {
        return leg(pokmas, from, from_party, -positive(amount)).leg(pokmas, to, to_party, amount);
    }
    Legs& pay(PokmasId const& pokmas, CashKind from, CashKind to, Rupiah amount) { return pay(pokmas, from, "-", to, "-", amount); }
    Legs& leg(PokmasId const& pokmas, CashKind kind, PartyKey const& party, Rupiah amount)
    {
        if (!amount.is_zero())
            m_entry.cash_legs.push_back({pokmas, kind, party.empty() ? PartyKey {"-"} : party, amount});
        return *this;
    }
    Entry done() { return std::move(m_entry); }

    static Rupiah positive(Rupiah amount)
    {
        CHECK(!amount.is_negative());
        return amount;
    }

private:
    Entry m_entry;
};

} // namespace rtkeren::ledger
