#include "ledger/reads.hpp"

#include "ledger/posting.hpp"
#include "ledger/sql.hpp"

#include <algorithm>
#include <map>

namespace rtkeren::ledger {
namespace {

constexpr std::array<std::string_view, 3> state_names {"open", "closed", "closed_with_debt"};

struct PurseAccounts {
    std::int64_t first, last;
};

Result<PurseAccounts> accounts_of(db::ReadTx& tx, CityId city, PurseId const& id)
{
    auto row = TRY(tx.one("ledger.purse_unknown", sql::purse, city, id));
    auto first = row.integer(8);
    return PurseAccounts {first, first + std::int64_t(all_stages.size()) - 1};
}

Result<StageAmounts> amounts_of(db::ReadTx& tx, CityId city, PurseAccounts const& accounts)
{
    auto rows = TRY(tx.run(sql::balances_from, city, accounts.first, accounts.last));
    StageAmounts amounts;
    for (std::size_t stage = 0; stage < rows.size(); ++stage)
        amounts.amounts[stage] = rows[stage].rupiah(0);
    return amounts;
}

Stage stored_stage(std::string const& name)
{
    auto stage = stage_of(name);
    CHECK(stage);
    return *stage;
}

CashKind stored_cash_kind(std::string const& name)
{
    auto kind = cash_kind_of(name);
    CHECK(kind);
    return *kind;
}

std::vector<Purse> purses_in(db::Rows const& rows)
{
    std::vector<Purse> purses;
    for (auto const& row : rows)
        purses.push_back(purse_of(row));
    return purses;
}

Cash cash_in(std::map<std::pair<CashKind, PartyKey>, Rupiah> const& amounts)
{
    Cash cash;
    for (auto const& [key, amount] : amounts) {
        cash.totals[std::size_t(key.first)] += amount;
        if (!amount.is_zero())
            cash.parts.push_back({key.first, key.second, amount});
    }
    return cash;
}

Result<std::map<std::pair<CashKind, PartyKey>, Rupiah>> cash_accounts(db::ReadTx& tx, CityId city, PokmasId const& pokmas)
{
    auto rows = TRY(tx.run(sql::cash_of_pokmas, city, pokmas));
    std::map<std::pair<CashKind, PartyKey>, Rupiah> amounts;
    for (auto const& row : rows)
        amounts[{stored_cash_kind(row.text(0)), row.text(1)}] = row.rupiah(2);
    return amounts;
}

} // namespace

Rupiah StageAmounts::pagu_awal() const
{
    Rupiah sum;
    for (auto stage : all_stages) {
        if (stage != Stage::Anggaran)
            sum += of(stage);
    }
    return sum;
}

std::string_view name_of(PurseState state) { return state_names[std::size_t(state)]; }

Purse purse_of(db::Row const& row)
{
    auto state = std::ranges::find(state_names, row.text(6));
    CHECK(state != state_names.end());
    return {.id = row.id<PurseId>(0), .year = int(row.integer(1)), .unit = row.text(2), .kelurahan = row.text(3), .envelope = row.text(4),
        .pokmas = row.maybe_id<PokmasId>(5), .state = PurseState(state - state_names.begin()), .closed_on = row.maybe_date(7)};
}

Result<Purse> purse(db::ReadTx& tx, CityId city, PurseId id)
{
    auto row = TRY(tx.one("ledger.purse_unknown", sql::purse, city, id));
    return purse_of(row);
}

Result<std::vector<Purse>> purses_of_pokmas(db::ReadTx& tx, CityId city, PokmasId pokmas)
{
    auto rows = TRY(tx.run(sql::purses_of_pokmas, city, pokmas));
    return purses_in(rows);
}

Result<std::vector<Purse>> purses_of_unit(db::ReadTx& tx, CityId city, int year, std::string_view unit)
{
    auto rows = TRY(tx.run(sql::purses_of_unit, city, year, unit));
    return purses_in(rows);
}

Result<StageAmounts> balance(db::ReadTx& tx, CityId city, PurseId id)
{
    auto accounts = TRY(accounts_of(tx, city, id));
    return amounts_of(tx, city, accounts);
}

Result<StageAmounts> purse_as_of(db::ReadTx& tx, CityId city, PurseId id, Date day)
{
    auto accounts = TRY(accounts_of(tx, city, id));
    auto amounts = TRY(amounts_of(tx, city, accounts));
    auto later = TRY(tx.run(sql::later_moves_of_accounts, city, accounts.first, accounts.last, day));
    for (auto const& row : later)
        amounts.amounts[std::size_t(row.integer(0) - accounts.first)] -= row.rupiah(1);
    return amounts;
}

Result<std::vector<CategoryAmount>> category_amounts(db::ReadTx& tx, CityId city, PurseId id)
{
    auto accounts = TRY(accounts_of(tx, city, id));
    auto rows = TRY(tx.run(sql::category_amounts, city, accounts.first, accounts.last));
    std::vector<CategoryAmount> amounts;
    for (auto const& row : rows)
        amounts.push_back({stored_stage(row.text(0)), row.text(1), row.rupiah(2)});
    return amounts;
}

Result<std::vector<PlaceBalance>> place_balances(db::ReadTx& tx, CityId city, int year)
{
    std::map<std::pair<std::string, std::string>, PlaceBalance> places;
    auto counts = TRY(tx.run(sql::place_purses, city, year));
    for (auto const& row : counts)
        places[{row.text(0), row.text(1)}] = {year, row.text(0), row.text(1), row.integer(2), {}};
    auto amounts = TRY(tx.run(sql::place_balances, city, year));
    for (auto const& row : amounts)
        places.at({row.text(1), row.text(2)}).amounts.amounts[std::size_t(stored_stage(row.text(3)))] = row.rupiah(4);
    std::vector<PlaceBalance> list;
    for (auto& [key, place] : places)
        list.push_back(std::move(place));
    return list;
}

Result<std::vector<PlaceBalance>> place_balances_as_of(db::ReadTx& tx, CityId city, int year, Date day)
{
    auto list = TRY(place_balances(tx, city, year));
    auto later = TRY(tx.run(sql::later_moves_of_places, city, year, day));
    for (auto const& row : later) {
        auto place = std::ranges::find_if(list, [&](PlaceBalance const& one) { return one.kelurahan == row.text(0) && one.envelope == row.text(1); });
        CHECK(place != list.end());
        place->amounts.amounts[std::size_t(stored_stage(row.text(2)))] -= row.rupiah(3);
    }
    return list;
}

Result<Dpa> dpa(db::ReadTx& tx, CityId city, int year, std::string_view kelurahan, std::string_view envelope)
{
    auto limit = TRY(tx.run(sql::dpa_limit, city, year, kelurahan, envelope));
    auto used = TRY(tx.run(sql::dpa_use, city, year, kelurahan, envelope));
    return Dpa {limit.front().rupiah(0), used.front().rupiah(0)};
}

Rupiah Cash::of(CashKind kind, std::string_view party) const
{
    auto found = std::ranges::find_if(parts, [&](CashPart const& part) { return part.kind == kind && part.party == party; });
    return found == parts.end() ? Rupiah {} : found->amount;
}

Rupiah Cash::owed() const
{
    Rupiah sum;
    for (auto kind : all_cash_kinds) {
        if (is_debt(kind))
            sum -= of(kind);
    }
    return sum;
}

Rupiah Cash::held() const
{
    Rupiah sum;
    for (auto kind : all_cash_kinds) {
        if (is_held(kind))
            sum += of(kind);
    }
    return sum;
}

Result<Cash> cash_of(db::ReadTx& tx, CityId city, PokmasId pokmas)
{
    auto amounts = TRY(cash_accounts(tx, city, pokmas));
    return cash_in(amounts);
}

Result<Cash> cash_as_of(db::ReadTx& tx, CityId city, PokmasId pokmas, Date day)
{
    auto amounts = TRY(cash_accounts(tx, city, pokmas));
    auto later = TRY(tx.run(sql::later_moves_of_pokmas, city, pokmas, day));
    for (auto const& row : later)
        amounts[{stored_cash_kind(row.text(0)), row.text(1)}] -= row.rupiah(2);
    return cash_in(amounts);
}

Result<Entry> hand_over_all(db::ReadTx& tx, CityId city, Header header, PokmasId from, PokmasId to)
{
    auto purses = TRY(purses_of_pokmas(tx, city, from));
    if (purses.empty())
        return Error::not_found("ledger.pokmas_unknown");
    auto cash = TRY(cash_of(tx, city, from));
    if (!cash.of(CashKind::Jalan).is_zero())
        return Error::conflict("ledger.money_under_way", {{"pokmas", from.str()}});
    std::vector<PassedAmount> amounts;
    for (auto const& part : cash.parts) {
        if (is_held(part.kind) || is_debt(part.kind))
            amounts.push_back({part.kind, part.party, is_debt(part.kind) ? -part.amount : part.amount});
    }
    Passing passing {.purses = {}, .from = from, .to = to};
    for (auto const& one : purses)
        passing.purses.push_back(one.id);
    std::ranges::sort(passing.purses);
    return hand_over(std::move(header), std::move(passing), amounts);
}

} // namespace rtkeren::ledger
