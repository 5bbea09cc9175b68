#include "ledger/posting.hpp"
#include "ledger/sql.hpp"

#include <algorithm>

/// Allowed categories, DPA, holds, signed months.
namespace rtkeren::ledger {
namespace {

constexpr std::array<std::string_view, 4> scope_names {"city", "kelurahan", "pokmas", "purse"};

Hold hold_of(db::Row const& row)
{
    Hold hold {.id = row.text(0), .scope = HoldScope::City, .scope_id = row.text(2), .kinds = {}, .from = row.date(4), .until = row.maybe_date(5), .letter = row.text(6),
        .signatory = row.text(7), .placed_at = row.instant(8), .placed_by = row.id<UserId>(9), .lifted_on = row.maybe_date(10), .lift_letter = row.text_or(11)};
    if (auto scope = hold_scope_of(row.text(1)))
        hold.scope = *scope;
    for (auto name : split(trim(row.text(3)), ' ')) {
        if (auto kind = hold_kind_of(name))
            hold.kinds.push_back(*kind);
    }
    return hold;
}

} // namespace

std::string_view name_of(HoldScope scope) { return scope_names[std::size_t(scope)]; }

std::optional<HoldScope> hold_scope_of(std::string_view name)
{
    auto found = std::ranges::find(scope_names, name);
    return found == scope_names.end() ? std::nullopt : std::optional(HoldScope(found - scope_names.begin()));
}

std::string hold_kinds_text(std::vector<HoldKind> const& kinds)
{
    std::string text = " ";
    for (auto kind : kinds)
        text += std::string(name_of(kind)) + " ";
    return text;
}

Result<void> allow_categories(db::WriteTx& tx, CityId city, int year, std::string_view envelope, std::span<std::string const> categories)
{
    for (auto const& category : categories)
        TRY(tx.run(sql::allow_category, city, year, envelope, category));
    return Done {};
}

Result<void> change_dpa(db::WriteTx& tx, CityId city, DpaChange const& change)
{
    auto now = TRY(dpa(tx, city, change.year, change.kelurahan, change.envelope));
    auto limit = now.limit + change.amount;
    if (limit < now.allocated)
        return refuse_invalid("ledger.dpa_below_allocated", {{"limit", digits(limit)}, {"allocated", digits(now.allocated)}});
    if (change.amount.is_zero())
        return refuse_invalid("ledger.empty", {});
    TRY(tx.run(sql::insert_dpa, city, change.id, change.year, change.kelurahan, change.envelope, change.amount, change.number, change.dated, change.recorded_at));
    return Done {};
}

Result<void> place_hold(db::WriteTx& tx, CityId city, Hold const& hold)
{
    if (hold.kinds.empty())
        return refuse_invalid("ledger.empty", {});
    TRY(tx.run(sql::insert_hold, city, hold.id, name_of(hold.scope), hold.scope_id, hold_kinds_text(hold.kinds), hold.from, hold.until, hold.letter, hold.signatory,
        hold.placed_at, hold.placed_by));
    return Done {};
}

Result<void> lift_hold(db::WriteTx& tx, CityId city, std::string_view id, Date on, std::string_view letter)
{
    auto known = TRY(holds(tx, city));
    auto found = std::ranges::find(known, id, &Hold::id);
    if (found == known.end())
        return Error::not_found("ledger.hold_unknown");
    if (found->lifted_on)
        return Error::conflict("ledger.hold_lifted", {{"letter", found->lift_letter}});
    TRY(tx.run(sql::lift_hold, city, id, on, letter));
    return Done {};
}

Result<std::vector<Hold>> holds(db::ReadTx& tx, CityId city)
{
    auto rows = TRY(tx.run(sql::holds, city));
    std::vector<Hold> found;
    for (auto const& row : rows)
        found.push_back(hold_of(row));
    return found;
}

Result<void> sign_month(db::WriteTx& tx, CityId city, PokmasId pokmas, std::string_view month, Instant at, UserId treasurer, UserId chair)
{
    auto known = TRY(signed_months(tx, city, pokmas));
    if (std::ranges::find(known, month) != known.end())
        return Error::conflict("ledger.month_signed", {{"month", std::string(month)}, {"pokmas", pokmas.str()}});
    TRY(tx.run(sql::insert_month, city, pokmas, month, at, treasurer, chair));
    return Done {};
}

Result<std::vector<std::string>> signed_months(db::ReadTx& tx, CityId city, PokmasId pokmas)
{
    auto rows = TRY(tx.run(sql::signed_months, city, pokmas));
    std::vector<std::string> months;
    for (auto const& row : rows)
        months.push_back(row.text(0));
    return months;
}

} // namespace rtkeren::ledger
