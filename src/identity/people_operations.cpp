#include "audit/audit.hpp"
#include "identifiers/contact.hpp"
#include "identity/appoint.hpp"
#include "identity/newcomers.hpp"
#include "identity/parts.hpp"
#include "identity/phones.hpp"
#include "identity/sql.hpp"

#include <algorithm>

namespace rtkeren::identity {

namespace {

Result<operations::Answer> create_user(db::WriteTx& tx, operations::Context& context, CreateUser const& input)
{
    Newcomer newcomer {.person = context.next<PersonId>(),
        .user = context.next<UserId>(),
        .name = input.name.str(),
        .phone = input.phone.str(),
        .nik = input.nik.str(),
        .nip = input.nip.str(),
        .place = {},
        .login = {},
        .shares_phone = input.shared};
    newcomer.place = TRY(place_in_reach(tx, context.actor, input.place.str()));
    TRY(recognise(tx, context, newcomer));
    TRY(check_newcomer(tx, context, newcomer));
    auto login = input.login.empty() ? free_login(tx, context.city, newcomer.name, {}) : parse_login(input.login.str());
    newcomer.login = TRY(std::move(login));
    TRY(write_newcomer(tx, context, newcomer));
    return operations::Answer {.id = newcomer.user.str(),
        .href = "/pengguna/" + newcomer.user.str(),
        .message = "identity.user_created",
        .arguments = {{"name", newcomer.name}, {"login", newcomer.login}},
        .data = {{"user", newcomer.user.text()}, {"person", newcomer.person.text()}, {"login", newcomer.login}}};
}

/// Who may make slips for an account may put right what was typed about its person. A NIP stays while an office of a civil servant is held.
Result<operations::Answer> correct(db::WriteTx& tx, operations::Context& context, CorrectPerson const& input)
{
    auto const account = TRY(kept_account(tx, context.actor, input.user, context.today));
    if (input.user == context.actor.user)
        return Error::forbidden("identity.not_yourself");
    TRY(check_nip(tx, context.city, input.nip.str(), account.person));
    auto const needs_nip = std::ranges::any_of(account.offices, [](auto const& office) {
        auto const* role = find_role(office.first);
        return role != nullptr && role->civil_servant;
    });
    if (input.nip.empty() && needs_nip)
        return Error::field("nip", "identity.nip_missing");
    if (!input.phone.empty()) {
        auto const phone = identifiers::normalise_phone(input.phone.str());
        if (!phone.ok())
            return Error::field("phone", phone.error().code);
        if (!input.shared)
            TRY(check_phone_free(tx, context.services, *phone, account.person));
    }
    TRY(correct_person(tx, context, {account.person, input.name.str(), input.phone.str(), digits_of(input.nip.str())}));
    TRY(audit::append(tx, context,
        {"identity.correct_person", "user", input.user.str(), account.region,
            {{"name", input.name.str()}, {"before", account.name}, {"phone_changed", !input.phone.empty()}}}));
    return operations::Answer {.id = input.user.str(),
        .href = "/pengguna/" + input.user.str(),
        .message = "identity.person_corrected",
        .arguments = {{"name", input.name.str()}}};
}

} // namespace

std::vector<operations::Operation> people_operations()
{
    return {operations::make<CreateUser>("identity.create_user", "identity.users", "Record a person with an account that a slip opens", create_user),
        operations::make<CorrectPerson>("identity.correct_person", "identity.users", "Put right the name, phone number or NIP of a person", correct)};
}

} // namespace rtkeren::identity
