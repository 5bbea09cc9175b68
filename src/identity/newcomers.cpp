#include "identity/newcomers.hpp"

#include "audit/audit.hpp"
#include "identifiers/contact.hpp"
#include "identifiers/nik.hpp"
#include "identity/persons.hpp"
#include "identity/phones.hpp"
#include "identity/serving.hpp"
#include "identity/single_offices.hpp"
#include "identity/sql.hpp"
#include "secrets/secrets.hpp"
#include "territory/territory.hpp"

#include <algorithm>

namespace rtkeren::identity {

namespace {

constexpr std::size_t longest_made_login = 30;

bool is_letter(char character) { return character >= 'a' && character <= 'z'; }
bool is_digit_character(char character) { return character >= '0' && character <= '9'; }

Result<void> check_phone(db::ReadTx& tx, operations::Context& context, Newcomer const& newcomer)
{
    if (newcomer.phone.empty())
        return Done {};
    auto phone = identifiers::normalise_phone(newcomer.phone);
    if (!phone.ok())
        return Error::field("phone", phone.error().code);
    auto rows = TRY(tx.run(sql::persons_by_phone, context.city, context.services.keys.lookup("person.phone", *phone)));
    auto const name = fold(newcomer.name);
    if (std::ranges::any_of(rows, [&](db::Row const& row) { return row.text(1) == name && row.id<PersonId>(0) != newcomer.person; }))
        return Error::field("phone", "identity.person_known");
    return newcomer.shares_phone ? Result<void>(Done {}) : check_phone_free(tx, context.services, newcomer.phone, newcomer.person);
}

Result<void> check_nik(db::ReadTx& tx, operations::Context& context, Newcomer const& newcomer)
{
    if (newcomer.nik.empty())
        return Done {};
    auto const seen = identifiers::inspect_nik(newcomer.nik, context.today);
    for (auto const& finding : seen.findings)
        if (finding.level == identifiers::Level::Error)
            return Error::field("nik", finding.code, {}, finding.arguments);
    auto known = TRY(tx.maybe(sql::person_by_nik, context.city, context.services.keys.lookup("person.nik", seen.value)));
    if (known && known->id<PersonId>(0) != newcomer.person)
        return Error::field("nik", "identity.nik_known");
    return Done {};
}

/// Persons of the newcomer's name and number who have no account.
Result<std::vector<PersonId>> recorded_by_phone(db::ReadTx& tx, operations::Context& context, Newcomer const& newcomer)
{
    std::vector<PersonId> found;
    auto const phone = identifiers::normalise_phone(newcomer.phone);
    if (newcomer.phone.empty() || !phone.ok())
        return found;
    auto const rows = TRY(tx.run(sql::persons_by_phone, context.city, context.services.keys.lookup("person.phone", *phone)));
    for (auto const& row : rows) {
        auto const account = TRY(tx.maybe(sql::user_of_person, context.city, row.id<PersonId>(0)));
        if (row.text(1) == fold(newcomer.name) && !account)
            found.push_back(row.id<PersonId>(0));
    }
    return found;
}

} // namespace

Result<void> recognise(db::ReadTx& tx, operations::Context& context, Newcomer& newcomer)
{
    auto found = TRY(recorded_by_phone(tx, context, newcomer));
    // A name alone says it at an RW only, where groups record their officers: elsewhere stand thousands of owners of businesses.
    auto const place = territory::PlaceCode::parse(newcomer.place);
    if (found.empty() && place.ok() && place->level == territory::Level::Rw) {
        auto const rows = TRY(tx.run(sql::unnumbered_persons, context.city, fold(newcomer.name), newcomer.place));
        for (auto const& row : rows)
            found.push_back(row.id<PersonId>(0));
    }
    if (found.size() != 1) // nobody, or nobody can say who
        return Done {};
    newcomer.person = found.front();
    newcomer.is_recorded = true;
    return Done {};
}

std::string digits_of(std::string_view typed)
{
    std::string digits;
    std::ranges::copy_if(typed, std::back_inserter(digits), is_digit_character);
    return digits;
}

Result<void> check_nip(db::ReadTx& tx, CityId city, std::string_view nip, PersonId person)
{
    if (nip.empty())
        return Done {};
    auto const digits = digits_of(nip);
    if (nip.find_first_not_of("0123456789 .") != std::string_view::npos || digits.size() != 18)
        return Error::field("nip", "identity.nip_format", std::string(nip));
    auto const known = TRY(tx.maybe(sql::person_by_nip, city, digits));
    if (known && known->id<PersonId>(0) != person)
        return Error::field("nip", "identity.nip_known", std::string(nip));
    return Done {};
}

std::string login_of_name(std::string_view name)
{
    std::string login;
    for (char const character : fold(name)) {
        auto const is_kept = is_letter(character) || is_digit_character(character);
        if (is_kept)
            login += character;
        else if (character == ' ' && !login.empty() && login.back() != '.')
            login += '.';
        if (login.size() == longest_made_login)
            break;
    }
    while (!login.empty() && login.back() == '.')
        login.pop_back();
    return login.size() < 3 || std::ranges::none_of(login, is_letter) ? "warga." + login : login;
}

Result<std::string> free_login(db::ReadTx& tx, CityId city, std::string_view name, std::vector<std::string> const& taken)
{
    auto const base = login_of_name(name);
    for (int number = 1; number < 1000; ++number) {
        auto login = number == 1 ? base : base + std::to_string(number);
        if (std::ranges::find(taken, login) != taken.end())
            continue;
        auto known = TRY(tx.maybe(sql::user_by_login, city, fold(login)));
        if (!known)
            return login;
    }
    return Error::field("login", "identity.login_taken", base);
}

Result<std::string> parse_login(std::string_view typed)
{
    auto login = lower_ascii(trim(typed));
    auto const is_fine = std::ranges::all_of(login, [](char c) { return is_letter(c) || is_digit_character(c) || c == '.' || c == '-' || c == '_'; });
    if (!is_fine || login.size() < 3 || login.size() > 40 || std::ranges::none_of(login, is_letter))
        return Error::field("login", "identity.login_format", std::string(typed));
    return login;
}

Result<std::string> place_in_reach(db::ReadTx& tx, Actor const& actor, std::string_view typed)
{
    auto code = territory::PlaceCode::parse(typed);
    if (!code.ok())
        return Error::field("place", "place.format", std::string(typed));
    if (!may(actor, "identity.users", code->text))
        return Error::field("place", "identity.outside_territory", std::string(typed));
    auto region = territory::find(tx, actor.city, code->text);
    if (!region.ok())
        return region.error().kind == ErrorKind::NotFound ? Error::field("place", "place.unknown", std::string(typed)) : region.error();
    return code->text;
}

Result<void> check_newcomer(db::ReadTx& tx, operations::Context& context, Newcomer const& newcomer)
{
    TRY(check_phone(tx, context, newcomer));
    TRY(check_nik(tx, context, newcomer));
    return check_nip(tx, context.city, newcomer.nip, newcomer.person);
}

Result<void> write_newcomer(db::WriteTx& tx, operations::Context& context, Newcomer const& newcomer)
{
    auto const nik = newcomer.nik.empty() ? std::string {} : identifiers::inspect_nik(newcomer.nik, context.today).value;
    if (newcomer.is_recorded) {
        TRY(correct_person(tx, context, {newcomer.person, newcomer.name, newcomer.phone, digits_of(newcomer.nip)}));
        if (!nik.empty())
            TRY(change_person(tx, context, {.id = newcomer.person, .name = newcomer.name, .region = newcomer.place, .phone = {}, .nik = nik}));
    } else {
        TRY(add_person(tx, context, {newcomer.person, newcomer.name, newcomer.phone, nik, digits_of(newcomer.nip), newcomer.place, context.services.example}));
    }
    TRY(add_user(tx, context, {newcomer.user, newcomer.person, newcomer.login, {}}));
    TRY(audit::append(
        tx, context, {"identity.create_user", "user", newcomer.user.str(), newcomer.place, {{"login", newcomer.login}, {"name", newcomer.name}}}));
    return Done {};
}

Result<void> name_pokmas(db::ReadTx& tx, CityId city, Office& office)
{
    auto const* role = find_role(office.role);
    if (role == nullptr || role->office != "pokmas" || !office.pokmas.empty())
        return Done {};
    auto serving = TRY(pokmas_serving(tx, city, office.place));
    if (!serving)
        return Done {};
    if (serving->empty())
        return Error::field("place", "identity.no_pokmas_there", office.place);
    office.pokmas = std::move(*serving);
    return Done {};
}

namespace {

NewGrant grant_of(Office const& office, Ulid id, bool awaits)
{
    return {.id = id,
        .person = office.person,
        .role = office.role,
        .place = office.place,
        .pokmas = office.pokmas,
        .decree = office.decree,
        .from = office.from,
        .until = office.until,
        .acting = office.acting,
        .awaits_confirmation = awaits};
}

} // namespace

Result<Role const*> check_office(db::ReadTx& tx, operations::Context& context, Office const& office)
{
    if (office.until && *office.until < office.from)
        return Error::field("until", "identity.dates_order", office.until->iso());
    if (office.acting && !office.until)
        return Error::field("until", "identity.acting_until");
    auto const* role = TRY(check_appointment(tx, context.actor, office.person, office.role, office.place, context.today));
    auto const last = office.until ? *office.until : Date::parse("9999-12-31").value();
    auto same = TRY(tx.maybe(sql::same_grant, context.city, office.person, office.role, office.place, office.pokmas, office.from, last));
    if (same)
        return Error::conflict("identity.granted_already");
    TRY(check_single(tx, context.city, grant_of(office, {}, false)));
    return role;
}

Result<Ulid> write_office(db::WriteTx& tx, operations::Context& context, Office const& office, Role const& role)
{
    auto const id = context.next_id();
    auto const awaits = !role.confirmed_by.empty();
    TRY(add_grant(tx, context, grant_of(office, id, awaits)));
    TRY(audit::append(tx, context,
        {"identity.grant", "person", office.person.str(), office.place,
            {{"grant", id.text()}, {"role", office.role}, {"decree", office.decree}, {"from", office.from.iso()},
                {"until", office.until ? boost::json::value(office.until->iso()) : boost::json::value(nullptr)}, {"acting", office.acting},
                {"awaits", awaits}}}));
    return id;
}

} // namespace rtkeren::identity
