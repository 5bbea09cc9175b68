#include "payout/machines.hpp"
#include "payout/parts.hpp"
#include "payout/room.hpp"
#include "payout/sql.hpp"

#include "language/language.hpp"

namespace rtkeren::payout {

namespace {

/// The group of a purse: its own, or the one that serves its place today when no contract gave it one yet.
struct GroupOfPurse {
    programme::Purse purse;
    std::optional<Pokmas> pokmas;
};

Result<GroupOfPurse> group_of(db::ReadTx& tx, CityId city, std::string const& text)
{
    auto id = TRY(PurseId::parse(text));
    GroupOfPurse found { TRY(programme::purse(tx, city, id)), {} };
    if (found.purse.pokmas) {
        found.pokmas = TRY(pokmas(tx, city, *found.purse.pokmas));
        return found;
    }
    auto code = TRY(territory::PlaceCode::parse(found.purse.unit_code));
    auto const rw = code.level == territory::Level::Rt ? code.parent() : code.text;
    auto serving = pokmas_of_rw(tx, city, rw);
    if (serving.ok())
        found.pokmas = std::move(serving).value();
    else if (serving.error().kind != ErrorKind::NotFound)
        return std::move(serving).error();
    return found;
}

rules::FactAnswer answer_about(GroupOfPurse const& found, bool yes)
{
    if (!found.pokmas)
        return { .value = 0, .href = "/pokmas/baru" };
    return { .value = yes ? 1 : 0, .numbers = { { "pokmas", found.pokmas->name } }, .href = href_of_pokmas(found.pokmas->id) };
}

Result<rules::FactAnswer> pokmas_active(db::ReadTx& tx, CityId city, std::string const& purse, int)
{
    auto found = TRY(group_of(tx, city, purse));
    return answer_about(found, found.pokmas && found.pokmas->state == workflow::name_of(PokmasState::Active));
}

Result<rules::FactAnswer> account_verified(db::ReadTx& tx, CityId city, std::string const& purse, int)
{
    auto found = TRY(group_of(tx, city, purse));
    return answer_about(found, found.pokmas && found.pokmas->account_verified);
}

Result<rules::FactAnswer> contract_signed(db::ReadTx& tx, CityId city, std::string const& purse, int)
{
    auto id = TRY(PurseId::parse(purse));
    auto found = TRY(contract_of_purse(tx, city, id));
    if (found && !found->ended_on)
        return rules::FactAnswer { .value = 1, .numbers = { { "number", found->number } }, .href = href_of_contract(found->id) };
    auto group = TRY(group_of(tx, city, purse));
    if (!group.pokmas)
        return answer_about(group, false);
    return rules::FactAnswer { .value = 0,
        .numbers = { { "pokmas", group.pokmas->name } },
        .href = "/kontrak/baru?pokmas=" + group.pokmas->id.str() + "&tahun=" + std::to_string(group.purse.year) };
}

/// How much of the contract reached the purse, in basis points.
Result<rules::FactAnswer> paid_share(db::ReadTx& tx, CityId city, std::string const& purse, int)
{
    auto id = TRY(PurseId::parse(purse));
    auto amounts = TRY(ledger::balance(tx, city, id));
    auto const reached
        = amounts.of(ledger::Stage::Cair) + amounts.of(ledger::Stage::Belanja) + amounts.of(ledger::Stage::Sah) + amounts.of(ledger::Stage::Kembali);
    auto const total = reached + amounts.kontrak();
    constexpr std::int64_t whole = 10'000;
    auto const share = total.is_zero() ? 0 : reached.value() * whole / total.value();
    return rules::FactAnswer {
        .value = share, .numbers = { { "reached", std::to_string(reached.value()) }, { "total", std::to_string(total.value()) } }, .href = "/kantong/" + purse
    };
}

} // namespace

std::vector<rules::Fact> facts()
{
    return {
        { "payout.pokmas_active", TR_NOOP("Pokmas aktif"), pokmas_active },
        { "payout.account_verified", TR_NOOP("Rekening pokmas sudah diperiksa"), account_verified },
        { "payout.contract_signed", TR_NOOP("Kontrak ditandatangani"), contract_signed },
        { "payout.paid_share", TR_NOOP("Bagian kontrak yang sudah cair"), paid_share },
    };
}

} // namespace rtkeren::payout
