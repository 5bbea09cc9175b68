#include "language/language.hpp"
#include "ledger/reads.hpp"
#include "spending/room.hpp"
#include "spending/sql.hpp"

namespace rtkeren::spending {
namespace {

/// Accepted of what came in earlier tranches, in basis points rounded down.
Result<rules::FactAnswer> accepted_share(db::ReadTx& tx, CityId city, std::string const& subject, int tranche)
{
    auto const purse = TRY(PurseId::parse(subject));
    auto const rows = TRY(payout::disbursed(tx, city, purse));
    Rupiah before;
    for (auto const& row : rows)
        if (row.tranche < tranche)
            before += row.amount;
    auto const balance = TRY(ledger::balance(tx, city, purse));
    auto const accepted = balance.of(ledger::Stage::Sah);
    rules::FactAnswer answer {.numbers = {{"accepted", std::to_string(accepted.value())}, {"disbursed", std::to_string(before.value())}}, .href = "/kantong/" + subject};
    if (!before.is_positive()) {
        answer.known = false;
        return answer;
    }
    // Both are far below 10^14, so this stays within 64 bits.
    answer.value = accepted.value() * 10'000 / before.value();
    return answer;
}

Result<rules::FactAnswer> taxes_paid(db::ReadTx& tx, CityId city, std::string const& subject, int)
{
    auto const purse = TRY(PurseId::parse(subject));
    auto const row = TRY(tx.one("spending.no_tax", sql::taxes_owed_of_purse, city, purse));
    auto const owed = row.rupiah(0);
    return rules::FactAnswer {.value = owed.is_zero() ? 1 : 0, .numbers = {{"owed", std::to_string(owed.value())}}, .href = "/pajak"};
}

} // namespace

std::vector<rules::Fact> facts()
{
    return {{"spending.accepted_share", TR_NOOP("Bagian uang termin sebelumnya yang belanjanya sudah sah"), accepted_share},
        {"spending.taxes_paid", TR_NOOP("Pajak yang dipotong sudah disetor"), taxes_paid}};
}

} // namespace rtkeren::spending
