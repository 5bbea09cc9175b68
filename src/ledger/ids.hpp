#pragma once

#include "base/id.hpp"

#include <string>

/// Ids that the whole money side shares.
namespace rtkeren {

using PurseId = Id<struct PurseTag>;   // kantong: one unit, one year, one envelope
using PokmasId = Id<struct PokmasTag>; // kelompok masyarakat: who holds and spends the money of one or more purses
using EntryId = Id<struct EntryTag>;   // one business event in the ledger

/// Whose part of an account it is: "person:<ulid>", "supplier:<ulid>", "treasurer:<ulid>", "tax:pph21", or "-" when the account has no parts.
/// The ledger compares it and never reads it.
using PartyKey = std::string;

} // namespace rtkeren
