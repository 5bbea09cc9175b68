#pragma once

#include "ledger/ledger.hpp"
#include "operations/operations.hpp"
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
    bool account_verified { false };
    std::string place {}; // the first of `rws`: where permissions are asked
    std::string address {}, minutes {};
    std::optional<Date> decree_on {};
};
/// payout.no_pokmas
[[nodiscard]] Result<Pokmas> pokmas(db::ReadTx&, CityId, PokmasId);
[[nodiscard]] Result<std::vector<Pokmas>> pokmas_below(db::ReadTx&, CityId, std::string_view place);
/// The group that serves an RW today. payout.no_pokmas
[[nodiscard]] Result<Pokmas> pokmas_of_rw(db::ReadTx&, CityId, std::string_view rw_code);

enum class Position : std::uint8_t { Ketua, Sekretaris, Bendahara, Pengawas, Pelaksana, Persiapan };
[[nodiscard]] std::string_view name_of(Position); // "ketua"
[[nodiscard]] std::string label_of(Position); // "Ketua", in the language of the thread
struct Officer {
    Position position { Position::Ketua };
    PersonId person;
    Date from;
};
/// In office today, chair first.
[[nodiscard]] Result<std::vector<Officer>> officers(db::ReadTx&, CityId, PokmasId);
/// In office on the date of a paper; today's where nobody was recorded yet on that day.
[[nodiscard]] Result<std::vector<Officer>> officers_on(db::ReadTx&, CityId, PokmasId, Date);

struct Contract {
    ContractId id;
    PokmasId pokmas;
    int year { 0 };
    std::string number, state; // "in_force", "ended"
    Date signed_on, starts_on, ends_on;
    Rupiah amount;
    std::int64_t version { 0 }; // grows with each addendum
    std::optional<Date> ended_on {};
};
[[nodiscard]] Result<Contract> contract(db::ReadTx&, CityId, ContractId); // payout.no_contract
/// The one in force, that pokmas's in that year.
[[nodiscard]] Result<std::optional<Contract>> contract_of(db::ReadTx&, CityId, PokmasId, int year);
[[nodiscard]] Result<std::optional<Contract>> contract_of_purse(db::ReadTx&, CityId, PurseId);
/// What a contract covers today, by purse and category.
[[nodiscard]] Result<ledger::Parts> contract_lines(db::ReadTx&, CityId, ContractId);

struct Disbursed {
    int tranche { 0 };
    Rupiah amount;
    Date confirmed_on;
};
/// What reached the pokmas for this purse, a row a tranche (and supplement).
[[nodiscard]] Result<std::vector<Disbursed>> disbursed(db::ReadTx&, CityId, PurseId);

struct Tranche {
    TrancheId id;
    PokmasId pokmas;
    ContractId contract;
    int year { 0 }, number { 0 };
    int supplement { 0 }; // 0 the first request of this number
    Rupiah amount;
    int pack_version { 0 };
    std::string state; // machine "tranche"
    std::int64_t version { 0 };
    std::optional<Date> due;
    Date requested_on;
    std::string spp, spm, sp2d;
    std::optional<Date> sp2d_on, confirmed_on;
    Rupiah received, withheld;
    std::optional<PokmasId> elsewhere; // where the money arrived by mistake
    Rupiah elsewhere_amount;

    [[nodiscard]] bool is_live() const { return state != "withdrawn"; } // its amounts are taken from the contract
};
[[nodiscard]] Result<Tranche> tranche(db::ReadTx&, CityId, TrancheId); // payout.no_tranche
/// By number and supplement; withdrawn ones too.
[[nodiscard]] Result<std::vector<Tranche>> tranches_of(db::ReadTx&, CityId, PokmasId, int year);
[[nodiscard]] Result<ledger::Parts> tranche_parts(db::ReadTx&, CityId, TrancheId);

/// A purse and what its contract and tranches are, for who passes purses to another pokmas.
/// The purses' contract lines and confirmed tranches pass with them: the new pokmas's contract of the year takes them in, or one is made under the old number
/// with the minutes' number behind it. Call it in the transaction that posts the hand-over. payout.tranche_under_way while an order for one of the purses is
/// open.
[[nodiscard]] Result<void> pass_purses(
    db::WriteTx&, operations::Context&, std::vector<PurseId> const&, PokmasId from, PokmasId to, std::string_view minutes, Date on);

} // namespace rtkeren::payout
