#include "training/people.hpp"

#include "enterprise/people.hpp"
#include "identifiers/contact.hpp"
#include "identity/persons.hpp"
#include "secrets/secrets.hpp"
#include "training/sql.hpp"

namespace rtkeren::training {
namespace {

constexpr std::string_view not_asked = "Tidak diminta saat mendaftar pelatihan";

/// The registry calls its fields those of an owner.
Error as_typed_here(Error error)
{
    for (auto& field : error.fields)
        if (field.name.starts_with("owner_"))
            field.name.erase(0, 6);
    return error;
}

Result<std::optional<PersonId>> known_by_phone(db::ReadTx& tx, operations::Context const& context, TypedPerson const& typed)
{
    for (auto const& id : TRY(identity::persons_of_phone(tx, context.services, typed.phone))) {
        auto const card = TRY(identity::person_card(tx, context.services, id));
        if (fold(card.name) == fold(typed.name))
            return std::optional(id);
    }
    return std::optional<PersonId> {};
}

} // namespace

Result<void> complete_nik(db::WriteTx& tx, operations::Context& context, PersonId id, TypedPerson const& typed)
{
    auto const card = TRY(identity::person_card(tx, context.services, id));
    if (!card.nik.empty())
        return Done {};
    if (!typed.nik.empty()) {
        enterprise::OwnerPart part;
        part.owner_name = TRY(Name::parse(card.name));
        part.owner_nik = TRY((Text<0, 30>::parse(typed.nik)));
        part.owner_place = TRY((Text<1, 40>::parse(card.region)));
        auto checked = enterprise::check_person(tx, context, part);
        if (!checked.ok())
            return as_typed_here(std::move(checked).error());
        if (checked->known && *checked->known != id)
            return Error::field("nik", "identity.nik_known");
        return identity::change_person(tx, context, {.id = id, .name = card.name, .region = card.region, .phone = {}, .nik = checked->nik});
    }
    auto const details = TRY(enterprise::person_details(tx, context.city, id));
    if (details.no_nik.empty() && !typed.no_nik)
        return Error::field("no_nik", "enterprise.nik_or_reason");
    return Done {};
}

Result<PersonId> person_typed(db::WriteTx& tx, operations::Context& context, TypedPerson const& typed)
{
    auto const name = Name::parse(typed.name);
    if (!name.ok())
        return Error::field("name", name.error().code == "text.empty" ? "required" : name.error().code, typed.name);
    if (!typed.phone.empty()) {
        auto const phone = identifiers::normalise_phone(typed.phone);
        if (!phone.ok())
            return Error::field("phone", phone.error().code);
        auto const known = TRY(known_by_phone(tx, context, typed));
        if (known) {
            if (typed.asks_nik)
                TRY(complete_nik(tx, context, *known, typed));
            return *known;
        }
    }
    auto const at = TRY(enterprise::placed(tx, context.city, "place", typed.place));
    enterprise::NewPerson person {.name = typed.name, .phone = typed.phone, .nik = typed.nik, .region = at.region};
    person.details.consent_on = context.today;
    if (typed.nik.empty()) {
        person.details.no_nik = typed.asks_nik ? enterprise::stored_choice(typed.no_nik).value_or("") : std::string("other");
        person.details.no_nik_note = typed.asks_nik ? typed.no_nik_note : std::string(not_asked);
    }
    auto made = enterprise::record_person(tx, context, person);
    if (!made.ok())
        return as_typed_here(std::move(made).error());
    return *made;
}

Result<std::string> household_number(std::string_view typed)
{
    std::string digits;
    for (auto const letter : typed) {
        if (letter >= '0' && letter <= '9')
            digits += letter;
        else if (letter != ' ' && letter != '.' && letter != '-')
            return Error::field("household", "training.household");
    }
    if (!digits.empty() && digits.size() != 16)
        return Error::field("household", "training.household", {}, {{"digits", std::to_string(digits.size())}});
    return digits;
}

Result<std::string> household_of(db::ReadTx& tx, Services const& services, SeatId seat)
{
    auto const row = TRY(tx.one("training.no_seat", sql::household_of_seat, services.city, seat));
    return services.keys.unseal({"training_seat", "household_sealed", seat.text()}, row.text(0)).value_or("");
}

std::string household_lookup(Services const& services, std::string const& number) { return number.empty() ? std::string {} : services.keys.lookup("household", number); }

} // namespace rtkeren::training
