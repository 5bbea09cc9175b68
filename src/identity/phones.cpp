#include "identity/phones.hpp"

#include "identity/persons.hpp"
#include "identity/sql.hpp"

namespace rtkeren::identity {

Result<void> check_phone_free(db::ReadTx& tx, Services const& services, std::string_view phone, PersonId person)
{
    auto const lookup = phone_lookup(services, phone);
    if (lookup.empty())
        return Done {};
    auto const accounts = TRY(tx.run(sql::users_by_phone, services.city, lookup));
    if (!accounts.empty() && accounts.front().id<PersonId>(1) != person)
        return Error::field("phone", "identity.phone_taken");
    return Done {};
}

Result<bool> shares_phone(db::ReadTx& tx, CityId city, PersonId person)
{
    auto const card = TRY(tx.one("identity.unknown_person", sql::person_card, city, person));
    if (card.is_null(3))
        return false;
    auto const accounts = TRY(tx.run(sql::users_by_phone, city, card.text(3)));
    return !accounts.empty() && accounts.front().id<PersonId>(1) != person;
}

Result<void> begin_phone(db::WriteTx& tx, operations::Context const& context, PersonId person)
{
    TRY(tx.run(sql::phone_since, context.city, person, context.now));
    return Done {};
}

} // namespace rtkeren::identity
