#include "identity/single_offices.hpp"

#include "identity/sql.hpp"

namespace rtkeren::identity {

namespace {

/// Of a group where the office is one of a group: several serve one kelurahan, and one may serve several RW.
Result<std::optional<db::Row>> rival_of(db::ReadTx& tx, CityId city, NewGrant const& grant)
{
    auto const last = grant.until ? *grant.until : Date::of(9999, 12, 31).value();
    if (grant.pokmas.empty())
        return tx.maybe(sql::office_held_at, city, grant.role, grant.place, grant.person, grant.from, last, grant.acting);
    return tx.maybe(sql::office_held_in_group, city, grant.role, grant.pokmas, grant.person, grant.from, last, grant.acting);
}

std::string_view code_of(NewGrant const& grant, db::Row const& rival)
{
    if (grant.acting)
        return "identity.acting_held";
    if (rival.flag(4))
        return "identity.office_entered";
    return rival.is_null(3) ? "identity.office_held" : "identity.office_held_until";
}

} // namespace

Result<void> check_single(db::ReadTx& tx, CityId city, NewGrant const& grant, Rivals rivals)
{
    auto const* role = find_role(grant.role);
    if (role == nullptr || !role->single)
        return Done {};
    auto const rival = TRY(rival_of(tx, city, grant)); // who is confirmed comes before who waits
    if (!rival || (rivals == Rivals::Confirmed && rival->flag(4)))
        return Done {};
    auto const until = rival->maybe_date(3);
    auto office = TRY(office_label(tx, city, grant.role, grant.place));
    return Error::field("role", std::string(code_of(grant, *rival)), {},
        {{"office", std::move(office)}, {"name", rival->text(1)}, {"from", rival->date(2).iso()}, {"until", until ? until->iso() : std::string {}}, {"grant", rival->text(0)}});
}

} // namespace rtkeren::identity
