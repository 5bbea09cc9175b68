#include "enterprise/people.hpp"

#include "enterprise/sql.hpp"
#include "enterprise/wrong.hpp"
#include "identifiers/contact.hpp"
#include "identifiers/nik.hpp"
#include "identity/persons.hpp"
#include "language/language.hpp"

#include <algorithm>
#include <set>

namespace rtkeren::enterprise {
namespace {

std::vector<std::string> words_of_person(Services const& services, CheckedPerson const& person)
{
    std::set<std::string> words;
    for (auto& word : name_words(person.name))
        words.insert(std::move(word));
    for (auto const& hash : {identity::phone_lookup(services, person.phone), identity::nik_lookup(services, person.nik)})
        if (!hash.empty())
            words.insert("#" + hash);
    return {words.begin(), words.end()};
}

std::optional<std::string> text_or_nothing(std::string const& text) { return text.empty() ? std::nullopt : std::optional(text); }
db::Parameter nullable(std::string const& text) { return text.empty() ? db::Parameter(std::nullopt) : db::Parameter(text); }

/// A NIK of somebody else's name is a slip of the pen or of the card; whose it is, is not told.
Result<void> match_nik(db::ReadTx& tx, operations::Context const& context, CheckedPerson& person)
{
    person.known = TRY(identity::person_of_nik(tx, context.services, person.nik));
    if (!person.known)
        return Done {};
    auto const name = TRY(identity::person_name(tx, context.city, *person.known));
    auto const is_same = name_sound(name) == name_sound(person.name) || similarity(name_signature(name), name_signature(person.name)) >= 700;
    if (!is_same)
        return Error::field("owner_nik", "enterprise.nik_other_name");
    return Done {};
}

Result<std::string> checked_phone(std::string_view typed)
{
    if (typed.empty())
        return std::string {};
    auto phone = identifiers::normalise_phone(typed);
    if (!phone.ok())
        return Error::field("owner_phone", phone.error().code);
    return std::move(phone).value();
}

Result<void> check_day(std::string_view field, std::optional<Date> const& day, Date today)
{
    if (day && *day > today)
        return Error::field(std::string(field), "enterprise.future", day->iso());
    return Done {};
}

/// What differs between a NIK and a person, as a form says it: "17 Agustus 1945", "perempuan".
Arguments in_words(Arguments arguments)
{
    auto const is_sex = std::ranges::find(arguments, std::pair<std::string, std::string> {"part", "sex"}) != arguments.end();
    for (auto& [name, text] : arguments) {
        auto const day = Date::parse(text);
        text = is_sex && name != "part" ? language::word("enterprise.sex." + text) : day.ok() ? format_date(*day, language::current()) : text;
    }
    return arguments;
}

/// The number of who has one: a slip is refused, what is odd about it is said.
Result<void> take_nik(db::ReadTx& tx, operations::Context const& context, OwnerPart const& part, CheckedPerson& person)
{
    auto seen = identifiers::inspect_nik(part.owner_nik.str(), context.today);
    identifiers::compare_nik(seen, part.birth_date, person.details.sex);
    for (auto const& finding : seen.findings) {
        if (finding.level == identifiers::Level::Error)
            return Error::field("owner_nik", finding.code, {}, finding.arguments);
        if (finding.level == identifiers::Level::Warn)
            person.doubts.push_back({finding.code, Severity::Warn, {}, in_words(finding.arguments)});
    }
    person.nik = seen.value;
    person.details.no_nik.clear();
    person.details.no_nik_note.clear();
    return match_nik(tx, context, person);
}

} // namespace

PersonDetails details_of(OwnerPart const& part)
{
    PersonDetails details;
    details.sex = stored_choice(part.sex).value_or("");
    details.birth_date = part.birth_date;
    details.address = part.owner_address.str();
    details.no_nik = stored_choice(part.no_nik).value_or("");
    details.no_nik_note = part.no_nik_note.str();
    details.consent_on = part.consent_on;
    return details;
}

Result<CheckedPerson> check_person(db::ReadTx& tx, operations::Context const& context, OwnerPart const& part, bool nik_kept)
{
    CheckedPerson person {.known = {}, .name = part.owner_name.str(), .phone = {}, .nik = {}, .region = {}, .details = details_of(part), .doubts = {}};
    Wrong wrong;
    person.phone = TRY(wrong.take(checked_phone(part.owner_phone.str()))).value_or("");
    person.region = TRY(wrong.take(placed(tx, context.city, "owner_place", part.owner_place.str()))).value_or(Placed {}).region;
    TRY(wrong.take<Done>(check_day("birth_date", part.birth_date, context.today)));
    TRY(wrong.take<Done>(check_day("consent_on", part.consent_on, context.today)));
    if (!part.owner_nik.empty())
        TRY(wrong.take<Done>(take_nik(tx, context, part, person)));
    else if (!part.no_nik && !nik_kept)
        wrong.add("no_nik", "enterprise.nik_or_reason");
    TRY(wrong.said());
    return person;
}

Result<void> write_persons(db::WriteTx& tx, operations::Context& context, std::span<std::pair<PersonId, CheckedPerson> const> persons)
{
    std::vector<identity::NewPerson> cards;
    std::vector<std::array<db::Parameter, 10>> rows;
    std::vector<std::array<db::Parameter, 4>> words;
    for (auto const& [id, person] : persons) {
        cards.push_back({.id = id, .name = person.name, .phone = person.phone, .nik = person.nik, .nip = {}, .region = person.region, .example = context.services.example});
        auto const& details = person.details;
        rows.push_back({context.city, id, nullable(details.sex), details.birth_date, details.address, nullable(details.no_nik), details.no_nik_note, details.consent_on,
            context.actor.user, context.now});
        for (auto& word : words_of_person(context.services, person))
            words.push_back({context.city, "p", std::move(word), id});
    }
    TRY(identity::add_persons(tx, context, cards));
    TRY(tx.run_rows(sql::insert_persons, rows));
    TRY(tx.run_rows(sql::insert_words, words));
    return Done {};
}

Result<void> change_person_rows(db::WriteTx& tx, operations::Context& context, PersonId id, CheckedPerson const& person, bool phone_typed, bool nik_typed)
{
    identity::ChangedPerson changed {.id = id, .name = person.name, .region = person.region, .phone = {}, .nik = {}};
    if (phone_typed)
        changed.phone = person.phone;
    if (nik_typed)
        changed.nik = person.nik;
    TRY(identity::change_person(tx, context, changed));
    auto const& details = person.details;
    TRY(tx.run(sql::update_person, context.city, id, text_or_nothing(details.sex), details.birth_date, details.address, text_or_nothing(details.no_nik), details.no_nik_note,
        details.consent_on));
    // Numbers that the form left alone are found by their hashes again.
    auto const card = TRY(identity::person_card(tx, context.services, id));
    std::set<std::string> words;
    for (auto& word : name_words(card.name))
        words.insert(std::move(word));
    for (auto const* hash : {&card.phone_lookup, &card.nik_lookup})
        if (!hash->empty())
            words.insert("#" + *hash);
    TRY(tx.run(sql::delete_words, context.city, "p", id));
    std::vector<std::array<db::Parameter, 4>> rows;
    for (auto const& word : words)
        rows.push_back({context.city, "p", word, id});
    TRY(tx.run_rows(sql::insert_words, rows));
    return Done {};
}

Result<void> note_consent(db::WriteTx& tx, operations::Context& context, PersonId id)
{
    TRY(tx.run(sql::note_consent, context.city, id, context.today));
    return Done {};
}

Result<PersonId> record_person(db::WriteTx& tx, operations::Context& context, NewPerson const& typed)
{
    OwnerPart part;
    part.owner_name = TRY(Name::parse(typed.name));
    part.owner_phone = TRY((Text<0, 30>::parse(typed.phone)));
    part.owner_nik = TRY((Text<0, 30>::parse(typed.nik)));
    part.owner_place = TRY((Text<1, 40>::parse(typed.region)));
    if (typed.nik.empty() && typed.details.no_nik.empty())
        return Error::field("no_nik", "enterprise.nik_or_reason");
    auto person = TRY(check_person(tx, context, part, true));
    if (person.known)
        return *person.known;
    person.details = typed.details;
    std::pair<PersonId, CheckedPerson> const made {context.next<PersonId>(), std::move(person)};
    TRY(write_persons(tx, context, {&made, 1}));
    return made.first;
}

} // namespace rtkeren::enterprise
