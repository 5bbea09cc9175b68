#include "spending/cash.hpp"

#include "identity/identity.hpp"
#include "ledger/entry.hpp"
#include "spending/sql.hpp"

namespace rtkeren::spending {

Result<std::string> party_name(db::ReadTx& tx, CityId city, PokmasId pokmas, std::string_view party)
{
    auto const colon = party.find(':');
    auto const id = Ulid::parse(colon == std::string_view::npos ? std::string_view {} : party.substr(colon + 1));
    if (!id.ok())
        return std::string {};
    auto const kind = party.substr(0, colon);
    if (kind == "supplier") {
        auto const supplier = TRY(tx.maybe(sql::cash_supplier_name, city, *id));
        return supplier ? supplier->text(0) : tr("Toko");
    }
    auto const known = TRY(tx.maybe(sql::cash_holder, city, pokmas, *id));
    if (known)
        return known->text(0);
    auto const person = identity::person_name(tx, city, PersonId(*id));
    if (person.ok())
        return *person;
    return kind == "treasurer" ? tr("Bendahara kelurahan") : tr("Seseorang");
}

std::string month_name(Month const& month)
{
    auto const text = format_date(month.first(), language::current());
    return text.substr(text.find(' ') + 1); // "1 September 2024"
}

std::string label_of(ledger::EntryKind kind)
{
    return language::word("spending.kind." + std::string(ledger::name_of(kind)));
}

Result<std::vector<Deposited>> deposits_of_purse(db::ReadTx& tx, CityId city, PurseId purse)
{
    auto const rows = TRY(tx.run(sql::cash_deposits, city, purse));
    std::vector<Deposited> deposits;
    for (auto const& row : rows)
        deposits.push_back({row.text(0), row.text(1), row.date(2), row.rupiah(3)});
    return deposits;
}

Result<std::vector<Gift>> gifts_of_pokmas(db::ReadTx& tx, CityId city, PokmasId pokmas)
{
    auto const rows = TRY(tx.run(sql::cash_gifts, city, pokmas));
    std::vector<Gift> gifts;
    for (auto const& row : rows)
        gifts.push_back({row.text(0), row.maybe_id<PurseId>(1), workflow::value_of<GiftKind>(row.text(2)), row.date(3), row.rupiah(4), row.text(5), row.text(6)});
    return gifts;
}

Result<MonthStatus> month_status(db::ReadTx& tx, CityId city, PokmasId pokmas, Month const& month)
{
    auto const rows = TRY(tx.run(sql::cash_month, city, pokmas, month.str()));
    if (rows.empty())
        return MonthStatus {.month = month, .state = "open"};
    auto const& row = rows.front();
    return MonthStatus {month, row.text(10), row.text(6), row.text(8), row.instant(7), row.maybe_instant(9)};
}

} // namespace rtkeren::spending
