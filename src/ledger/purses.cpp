#include "ledger/posting.hpp"
#include "ledger/sql.hpp"

#include <set>

namespace rtkeren::ledger {

using db::Parameter;

namespace {

/// Ten accounts and ten balances of zero for each purse.
Result<void> open_accounts(db::WriteTx& tx, CityId city, std::span<NewPurse const> purses, std::int64_t first_account)
{
    std::vector<std::array<Parameter, 12>> accounts;
    std::vector<std::array<Parameter, 4>> balances;
    for (auto const& purse : purses) {
        for (auto stage : all_stages) {
            accounts.push_back({city, first_account, "purse", name_of(stage), int(sign_of(stage)), purse.id, std::nullopt, "-", purse.year, purse.unit, purse.kelurahan,
                purse.envelope});
            balances.push_back({city, first_account, int(sign_of(stage)), 0});
            ++first_account;
        }
    }
    TRY(tx.run_rows<12>(sql::insert_accounts, accounts));
    TRY(tx.run_rows<4>(sql::save_balances, balances));
    return Done {};
}

} // namespace

Result<void> open_purses(db::WriteTx& tx, CityId city, std::span<NewPurse const> purses)
{
    if (purses.empty())
        return Done {};
    std::set<std::tuple<std::string, int, std::string>> seen;
    for (auto const& purse : purses) {
        auto existing = TRY(tx.maybe(sql::purse_of_unit, city, purse.unit, purse.year, purse.envelope));
        auto known = TRY(tx.maybe(sql::purse, city, purse.id));
        if (existing || known || !seen.emplace(purse.unit, purse.year, purse.envelope).second)
            return Error::conflict("ledger.purse_exists", {{"unit", purse.unit}, {"year", std::to_string(purse.year)}, {"envelope", purse.envelope}});
    }
    auto last = TRY(tx.run(sql::last_account, city));
    auto const first_account = last.front().integer(0) + 1;
    std::vector<std::array<Parameter, 9>> rows;
    for (auto const& purse : purses) {
        auto account = first_account + std::int64_t(rows.size() * all_stages.size());
        rows.push_back({city, purse.id, purse.year, purse.unit, purse.kelurahan, purse.envelope, purse.pokmas, account, purse.opened_at});
    }
    TRY(tx.run_rows<9>(sql::insert_purses, rows));
    return open_accounts(tx, city, purses, first_account);
}

Result<void> open_purse(db::WriteTx& tx, CityId city, NewPurse const& purse)
{
    return open_purses(tx, city, {&purse, 1});
}

Result<void> assign_pokmas(db::WriteTx& tx, CityId city, PurseId id, PokmasId pokmas)
{
    auto amounts = TRY(balance(tx, city, id));
    for (auto stage : {Stage::Sp2d, Stage::Cair, Stage::Belanja, Stage::Sah, Stage::Kembali}) {
        if (!amounts.of(stage).is_zero())
            return Error::conflict("ledger.purse_has_money", {{"stage", std::string(name_of(stage))}, {"amount", digits(amounts.of(stage))}});
    }
    TRY(tx.run(sql::set_pokmas, city, id, pokmas));
    return Done {};
}

Result<PurseState> close_purse(db::WriteTx& tx, CityId city, PurseId id, Date on, Instant at)
{
    auto found = TRY(purse(tx, city, id));
    if (found.state != PurseState::Open)
        return Error::conflict("ledger.purse_closed", {{"purse", id.str()}});
    auto amounts = TRY(balance(tx, city, id));
    for (auto stage : {Stage::Pagu, Stage::Rencana, Stage::Kontrak, Stage::Sp2d}) {
        if (!amounts.of(stage).is_zero())
            return Error::conflict("ledger.purse_not_empty", {{"stage", std::string(name_of(stage))}, {"amount", digits(amounts.of(stage))}});
    }
    auto state = amounts.of(Stage::Cair).is_zero() ? PurseState::Closed : PurseState::ClosedWithDebt;
    TRY(tx.run(sql::set_closed, city, id, name_of(state), on, at));
    return state;
}

} // namespace rtkeren::ledger
