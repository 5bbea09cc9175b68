#include "identity/persons.hpp"

#include "audit/audit.hpp"
#include "base/text.hpp"
#include "identifiers/contact.hpp"
#include "identifiers/nik.hpp"
#include "identity/newcomers.hpp"
#include "identity/phones.hpp"
#include "identity/sql.hpp"
#include "identity/user_list.hpp"
#include "secrets/secrets.hpp"

#include <algorithm>
#include <array>

namespace rtkeren::identity {

namespace {

struct SealedNumber {
    std::optional<std::string> sealed, lookup;
};

SealedNumber seal_personal(Services const& services, std::string_view column, PersonId person, std::string const& plain)
{
    if (plain.empty())
        return {};
    auto const row = person.str();
    return {services.keys.seal({"identity_person", column, row}, plain), services.keys.lookup("person." + std::string(column), plain)};
}

std::string plain_nik(Services const& services, std::string_view typed)
{
    auto const seen = identifiers::inspect_nik(typed, services.today());
    return seen.ok ? seen.value : std::string {};
}

} // namespace

Result<PersonCard> person_card(db::ReadTx& tx, Services const& services, PersonId person)
{
    auto const row = TRY(tx.one("identity.unknown_person", sql::person_card, services.city, person));
    PersonCard card {.id = person, .name = row.text(0), .region = row.text(1), .phone = shown_phone(services, person, row.text_or(2)), .nik = {}};
    auto const nik = unsealed(services, "nik", person.str(), row.text_or(4));
    if (!nik.empty())
        card.nik = identifiers::mask_nik(nik);
    card.phone_lookup = row.text_or(3);
    card.nik_lookup = row.text_or(5);
    card.example = row.flag(6);
    return card;
}

std::string shown_phone(Services const& services, PersonId person, std::string const& sealed) { return masked_phone(services, person.str(), sealed); }

std::string plain_phone(Services const& services, PersonId person, std::string const& sealed) { return unsealed(services, "phone", person.str(), sealed); }

Result<std::optional<PersonId>> person_of_nik(db::ReadTx& tx, Services const& services, std::string_view nik)
{
    auto const lookup = nik_lookup(services, nik);
    if (lookup.empty())
        return std::optional<PersonId> {};
    auto const row = TRY(tx.maybe(sql::person_by_nik, services.city, lookup));
    return row ? row->maybe_id<PersonId>(0) : std::nullopt;
}

Result<std::vector<PersonId>> persons_of_phone(db::ReadTx& tx, Services const& services, std::string_view phone)
{
    std::vector<PersonId> persons;
    auto const lookup = phone_lookup(services, phone);
    if (lookup.empty())
        return persons;
    auto const rows = TRY(tx.run(sql::persons_by_phone, services.city, lookup));
    for (auto const& row : rows)
        persons.push_back(row.id<PersonId>(0));
    return persons;
}

std::string phone_lookup(Services const& services, std::string_view phone)
{
    auto const plain = identifiers::normalise_phone(phone);
    return plain.ok() ? services.keys.lookup("person.phone", *plain) : std::string {};
}

std::string nik_lookup(Services const& services, std::string_view nik)
{
    auto const plain = plain_nik(services, nik);
    return plain.empty() ? plain : services.keys.lookup("person.nik", plain);
}

Result<void> add_persons(db::WriteTx& tx, operations::Context& context, std::span<NewPerson const> persons)
{
    std::vector<std::array<db::Parameter, 11>> tuples;
    tuples.reserve(persons.size());
    for (auto const& person : persons) {
        auto const phone = identifiers::normalise_phone(person.phone).value_or("");
        auto const sealed_phone = seal_personal(context.services, "phone", person.id, phone);
        auto const sealed_nik = seal_personal(context.services, "nik", person.id, plain_nik(context.services, person.nik));
        auto const kept = [](std::optional<std::string> const& text) { return text ? db::Parameter(std::string(*text)) : db::Parameter(std::nullopt); };
        tuples.push_back({context.city, person.id, person.name, fold(person.name), person.region, kept(sealed_phone.sealed), kept(sealed_phone.lookup), kept(sealed_nik.sealed),
            kept(sealed_nik.lookup), person.example, context.now});
    }
    TRY(tx.run_rows(sql::insert_persons, tuples));
    return Done {};
}

Result<void> change_person(db::WriteTx& tx, operations::Context& context, ChangedPerson const& person)
{
    auto const& services = context.services;
    auto const before = TRY(tx.one("identity.unknown_person", sql::person_card, context.city, person.id));
    auto const kept = [&](std::size_t column) { return before.is_null(column) ? std::nullopt : std::optional(before.text(column)); };
    SealedNumber phone {kept(2), kept(3)};
    SealedNumber nik {kept(4), kept(5)};
    if (person.phone) {
        std::string plain;
        if (!person.phone->empty())
            plain = TRY(identifiers::normalise_phone(*person.phone));
        phone = seal_personal(services, "phone", person.id, plain);
        if (phone.lookup != kept(3))
            TRY(begin_phone(tx, context, person.id));
    }
    if (person.nik) {
        auto const known = TRY(person_of_nik(tx, services, *person.nik));
        if (known && *known != person.id)
            return Error::field("nik", "identity.nik_known");
        nik = seal_personal(services, "nik", person.id, plain_nik(services, *person.nik));
    }
    TRY(tx.run(sql::change_person, context.city, person.id, person.name, fold(person.name), person.region, phone.sealed, phone.lookup, nik.sealed, nik.lookup));
    return Done {};
}

namespace {

/// Nobody signs in with it yet and it opens nothing else.
Result<bool> may_have_slip(db::ReadTx& tx, CityId city, UserId user, PersonId person, std::string_view role)
{
    auto const account = TRY(tx.one("identity.unknown_user", sql::password_of_user, city, user));
    auto const grants = TRY(tx.run(sql::grants_ever, city, person));
    auto const has_other = std::ranges::any_of(grants, [&](db::Row const& grant) { return grant.text(1) != role; });
    return account.text(0).empty() && !account.flag(3) && !has_other;
}

} // namespace

Result<Opened> open_account(db::WriteTx& tx, operations::Context& context, PersonId person, std::string_view role, std::string_view place, std::string_view decree)
{
    auto const name = TRY(person_name(tx, context.city, person));
    auto const known = TRY(tx.maybe(sql::user_of_person, context.city, person));
    Opened opened;
    if (known) {
        opened.user = known->id<UserId>(0);
        opened.login = known->text(1);
    } else {
        opened.user = context.next<UserId>();
        opened.login = TRY(free_login(tx, context.city, name, {}));
        TRY(add_user(tx, context, {opened.user, person, opened.login, {}}));
    }
    auto const for_ever = Date::of(9999, 12, 31).value();
    auto const held = TRY(tx.maybe(sql::same_grant, context.city, person, role, place, "", context.today, for_ever));
    if (!held)
        TRY(add_grant(tx, context, {.id = context.next_id(), .person = person, .role = std::string(role), .place = std::string(place), .pokmas = {}, .decree = std::string(decree),
                                       .from = context.today, .until = {}}));
    auto const is_free = TRY(may_have_slip(tx, context.city, opened.user, person, role));
    if (is_free)
        opened.slip = TRY(add_slip(tx, context, opened.user));
    return opened;
}

Result<void> end_pokmas_office(
    db::WriteTx& tx, operations::Context& context, PersonId person, std::string const& role, std::string const& pokmas, std::string const& place, Date next_from)
{
    auto const last = next_from.plus_days(-1);
    auto const ended = TRY(tx.returning(sql::end_pokmas_office, context.city, person, role, pokmas, last));
    for (auto const& row : ended)
        TRY(audit::append(tx, context,
            {"identity.end_grant", "person", person.str(), place, {{"grant", row.text(0)}, {"role", role}, {"pokmas", pokmas}, {"on", last.iso()}}}));
    return Done {};
}

} // namespace rtkeren::identity
