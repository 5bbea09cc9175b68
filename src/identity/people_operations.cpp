#include "identity/newcomers.hpp"
#include "identity/parts.hpp"
#include "identity/sql.hpp"

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
        .login = {}};
    newcomer.place = TRY(place_in_reach(tx, context.actor, input.place.str()));
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

} // namespace

std::vector<operations::Operation> people_operations()
{
    return {operations::make<CreateUser>("identity.create_user", "identity.users", "Record a person with an account that a slip opens", create_user)};
}

} // namespace rtkeren::identity
