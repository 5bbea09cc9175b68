#include "base/text.hpp"
#include "identifiers/contact.hpp"
#include "identity/appoint.hpp"
#include "identity/identity.hpp"
#include "identity/newcomers.hpp"
#include "identity/phones.hpp"
#include "identity/single_offices.hpp"
#include "identity/sql.hpp"
#include "secrets/secrets.hpp"

namespace rtkeren::identity {

namespace {

struct Sealed {
    std::optional<std::string> sealed, lookup;
};

Sealed seal_number(secrets::Keys const& keys, std::string_view column, std::string const& row, std::string const& plain)
{
    if (plain.empty())
        return {};
    return {keys.seal({"identity_person", column, row}, plain), keys.lookup("person." + std::string(column), plain)};
}

bool is_kelurahan_office(std::string_view role) { return role == "lurah" || role == "sekkel" || role == "pptk" || role == "bendahara_kelurahan"; }

/// Lurah, secretary, PPTK and treasurer of a kelurahan are four different persons with a NIP (Permendagri 130/2018): at no time do two of the
/// four fall to one. Who holds one of them elsewhere may stand in for an absent colleague, for as long as that lasts.
Result<void> check_four_offices(db::ReadTx& tx, CityId city, NewGrant const& grant)
{
    if (!is_kelurahan_office(grant.role))
        return Done {};
    auto const last = grant.until ? *grant.until : Date::parse("9999-12-31").value();
    auto held = TRY(tx.run(sql::offices_of_person, city, grant.person, grant.from, last));
    for (auto const& row : held) {
        auto const stands_in = (grant.acting || row.flag(2)) && row.text(1) != grant.place;
        if (row.text(0) != grant.role && !stands_in)
            return Error::conflict("identity.four_offices", {{"held", role_label(row.text(0))}, {"place", row.text(1)}});
    }
    return Done {};
}

} // namespace

Result<void> add_person(db::WriteTx& tx, operations::Context& context, NewPerson const& person)
{
    auto const& keys = context.services.keys;
    std::string phone;
    if (!person.phone.empty())
        phone = TRY(identifiers::normalise_phone(person.phone));
    auto const row = person.id.str();
    auto const sealed_phone = seal_number(keys, "phone", row, phone);
    auto const sealed_nik = seal_number(keys, "nik", row, person.nik);
    TRY(tx.run(sql::insert_person, context.city, person.id, person.name, fold(person.name), person.nip.empty() ? std::optional<std::string> {} : person.nip,
        person.region, sealed_phone.sealed, sealed_phone.lookup, sealed_nik.sealed, sealed_nik.lookup, person.example, context.now));
    return Done {};
}

Result<void> correct_person(db::WriteTx& tx, operations::Context& context, CorrectedPerson const& person)
{
    std::string phone;
    if (!person.phone.empty())
        phone = TRY(identifiers::normalise_phone(person.phone));
    auto const sealed = seal_number(context.services.keys, "phone", person.id.str(), phone);
    auto const before = TRY(tx.one("identity.unknown_person", sql::person_card, context.city, person.id));
    if (sealed.lookup && *sealed.lookup != before.text_or(3))
        TRY(begin_phone(tx, context, person.id));
    TRY(tx.run(sql::correct_person, context.city, person.id, person.name, fold(person.name), person.nip.empty() ? std::optional<std::string> {} : person.nip, sealed.sealed,
        sealed.lookup));
    return Done {};
}

Result<void> add_user(db::WriteTx& tx, operations::Context& context, NewUser const& user)
{
    auto taken = TRY(tx.maybe(sql::user_by_login, context.city, fold(user.login)));
    if (taken)
        return Error::field("login", "identity.login_taken", user.login);
    TRY(tx.run(sql::insert_user, context.city, user.id, user.person, user.login, fold(user.login), user.password_hash, context.now));
    return Done {};
}

Result<void> add_grant(db::WriteTx& tx, operations::Context& context, NewGrant const& grant)
{
    auto const* role = find_role(grant.role);
    if (!role)
        return Error::field("role", "identity.unknown_role", grant.role);
    auto person = TRY(tx.one("identity.unknown_person", sql::person_by_id, context.city, grant.person));
    if (role->civil_servant && person.is_null(2))
        return Error::field("nip", "identity.nip_missing");
    TRY(check_four_offices(tx, context.city, grant));
    TRY(check_single(tx, context.city, grant));
    TRY(tx.run(sql::insert_grant, context.city, grant.id, grant.person, grant.role, grant.place, grant.pokmas, grant.decree, grant.from, grant.until,
        grant.acting, grant.awaits_confirmation, context.actor.user, context.now));
    return Done {};
}

} // namespace rtkeren::identity
