#include "programme/room.hpp"

#include "programme/holds.hpp"
#include "programme/sql.hpp"

#include <algorithm>

namespace rtkeren::programme {

namespace {

using rules::Fact;
using rules::FactAnswer;

Result<Purse> purse_named(db::ReadTx& tx, CityId city, std::string const& text)
{
    auto id = TRY(PurseId::parse(text));
    return purse(tx, city, id);
}

/// 1 when every purse of the unit's earlier years is closed and owes nothing; a unit without earlier years owes nothing.
Result<FactAnswer> read_no_debt(db::ReadTx& tx, CityId city, std::string const& subject, int)
{
    auto found = TRY(purse_named(tx, city, subject));
    auto rows = TRY(tx.run(sql::earlier_debts, city, found.unit, found.year));
    if (rows.empty())
        return FactAnswer {.value = 1};
    auto const& first = rows.front();
    Rupiah owed;
    for (auto const& row : rows)
        owed += row.rupiah(2);
    return FactAnswer {.value = 0,
        .numbers = {{"year", std::to_string(first.integer(1))}, {"amount", std::to_string(owed.value())}, {"count", std::to_string(rows.size())}},
        .href = "/kantong/" + first.text(0)};
}

/// 1 when no hold in force on the purse, its pokmas, kelurahan or the city stops disbursements.
Result<FactAnswer> read_not_held(db::ReadTx& tx, CityId city, std::string const& subject, int)
{
    auto found = TRY(purse_named(tx, city, subject));
    auto holds = TRY(holds_on(tx, city, found));
    auto stops = [](Hold const& hold) { return std::ranges::find(hold.kinds, ledger::HoldKind::Disbursement) != hold.kinds.end(); };
    auto held = std::ranges::find_if(holds, stops);
    if (held == holds.end())
        return FactAnswer {.value = 1};
    return FactAnswer {.value = 0, .numbers = {{"letter", held->letter}, {"subject", held->scope_name}}, .href = "/penahanan/" + held->id.str()};
}

} // namespace

std::vector<Fact> facts()
{
    return {
        {"programme.no_debt", TR_NOOP("Kantong tahun lalu sudah ditutup tanpa utang"), read_no_debt},
        {"programme.not_held", TR_NOOP("Tidak sedang ditahan"), read_not_held},
    };
}

} // namespace rtkeren::programme
