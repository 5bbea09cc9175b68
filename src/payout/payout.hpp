#pragma once

#include "planning/planning.hpp"

/// Pokmas (residents' groups) with their officers and one bank account; contracts; tranches with gates judged per unit; SP2D, confirmation, retur.
namespace rtkeren::payout {

using ContractId = Id<struct ContractTag>;
using TrancheId = Id<struct TrancheTag>;

struct Pokmas {
    PokmasId id;
    std::string name, kelurahan;
    std::vector<std::string> rws; // codes served
    std::string state; // machine "pokmas"
    std::string decree; // SK number
    std::optional<Date> decree_until;
    std::string bank, account_masked, account_holder;
    bool account_verified {false};
};
/// payout.no_pokmas
[[nodiscard]] Result<Pokmas> pokmas(db::ReadTx&, CityId, PokmasId);
[[nodiscard]] Result<std::vector<Pokmas>> pokmas_below(db::ReadTx&, CityId, std::string_view place);
/// The group that serves an RW today. payout.no_pokmas
[[nodiscard]] Result<Pokmas> pokmas_of_rw(db::ReadTx&, CityId, std::string_view rw_code);

struct Contract {
    ContractId id;
    PokmasId pokmas;
    int year {0};
    std::string number, state;
    Date signed_on, starts_on, ends_on;
    Rupiah amount;
};
[[nodiscard]] Result<std::optional<Contract>> contract_of_purse(db::ReadTx&, CityId, PurseId);
struct Disbursed {
    int tranche {0};
    Rupiah amount;
    Date confirmed_on;
};
/// What reached the pokmas for this purse, a row a tranche.
[[nodiscard]] Result<std::vector<Disbursed>> disbursed(db::ReadTx&, CityId, PurseId);

} // namespace rtkeren::payout
