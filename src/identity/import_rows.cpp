#include "identity/import_rows.hpp"

#include "identifiers/contact.hpp"
#include "territory/territory.hpp"

#include <algorithm>

namespace rtkeren::identity {

namespace {

using territory::Level;

/// "RT 02 RW 03 Plosokerep": the numbers behind RT and RW, and what is left.
struct PlaceWords {
    std::string rt, rw, name;
};

/// "rt02" as "rt" and "02", so that both spellings read alike.
std::vector<std::string> words_of(std::string_view text)
{
    std::vector<std::string> words;
    std::string spaced;
    for (char const character : fold(text)) {
        auto const is_separator = character == '/' || character == ',' || character == '.';
        auto const digit_after_letter = !spaced.empty() && character >= '0' && character <= '9' && spaced.back() >= 'a' && spaced.back() <= 'z';
        if (digit_after_letter)
            spaced += ' ';
        spaced += is_separator ? ' ' : character;
    }
    for (auto word : split(spaced, ' '))
        if (!word.empty())
            words.emplace_back(word);
    return words;
}

PlaceWords read_place(std::string_view text)
{
    PlaceWords place;
    auto const words = words_of(text);
    for (std::size_t i = 0; i < words.size(); ++i) {
        auto const has_number = i + 1 < words.size() && is_digits(words[i + 1]) && words[i + 1].size() <= 3;
        if (words[i] == "rt" && has_number)
            place.rt = words[++i];
        else if (words[i] == "rw" && has_number)
            place.rw = words[++i];
        else if (words[i] != "kel" && words[i] != "kelurahan")
            place.name += (place.name.empty() ? "" : " ") + words[i];
    }
    return place;
}

/// The kelurahan in whose office the actor sits; "" for who enters a whole city. What one may do there is the caller's to ask.
std::string own_kelurahan(Actor const& actor)
{
    for (auto const& grant : actor.grants) {
        auto const code = territory::PlaceCode::parse(grant.place);
        if (code.ok() && code->level == Level::Kelurahan && grant.pokmas.empty())
            return code->text;
    }
    return {};
}

Result<std::string> kelurahan_of_name(db::ReadTx& tx, Actor const& actor, std::string const& name, Date today)
{
    if (name.empty())
        return own_kelurahan(actor);
    auto regions = TRY(territory::regions(tx, actor.city, Level::Kelurahan, "", today));
    for (auto const& region : regions)
        if (fold(region.name) == name)
            return region.code;
    return std::string {};
}

bool same_person(Newcomer const& one, Newcomer const& other) { return fold(one.name) == fold(other.name) && one.phone == other.phone; }

bool same_phone(Newcomer const& one, Newcomer const& other)
{
    auto const number = identifiers::normalise_phone(one.phone);
    return number.ok() && number.value() == identifiers::normalise_phone(other.phone).value_or("");
}

/// Both are the one office that one person alone holds: the list has one first day for all.
bool same_single_office(PreparedRow const& one, PreparedRow const& other)
{
    auto const is_there = one.office.pokmas.empty() ? one.office.place == other.office.place : one.office.pokmas == other.office.pokmas;
    return one.role->single && one.role == other.role && is_there;
}

template <class Same> PreparedRow const* row_like(std::vector<PreparedRow> const& before, Same const& same)
{
    auto const found = std::ranges::find_if(before, same);
    return found == before.end() ? nullptr : &*found;
}

Arguments which_row(PreparedRow const& row) { return {{"row", std::to_string(row.index + 1)}}; }

/// What one row says that a row before it said, too.
Result<void> check_within_list(db::ReadTx& tx, CityId city, PreparedRow const& row, std::vector<PreparedRow> const& before)
{
    auto const& newcomer = row.newcomer;
    if (auto const* first = row_like(before, [&](PreparedRow const& other) { return same_person(other.newcomer, newcomer); }))
        return Error::field("name", "identity.twice_in_list", newcomer.name, which_row(*first));
    auto const nip = digits_of(newcomer.nip);
    if (auto const* first = row_like(before, [&](PreparedRow const& other) { return !nip.empty() && digits_of(other.newcomer.nip) == nip; }))
        return Error::field("nip", "identity.nip_in_list", newcomer.nip, which_row(*first));
    if (auto const* first = row_like(before, [&](PreparedRow const& other) { return !newcomer.shares_phone && same_phone(other.newcomer, newcomer); }))
        return Error::field("phone", "identity.phone_in_list", {}, which_row(*first));
    if (auto const* first = row_like(before, [&](PreparedRow const& other) { return same_single_office(other, row); })) {
        auto office = TRY(office_label(tx, city, row.office.role, row.office.place));
        auto arguments = which_row(*first);
        arguments.insert(arguments.end(), {{"office", std::move(office)}, {"name", first->newcomer.name}});
        return Error::field("role", "identity.office_in_list", {}, std::move(arguments));
    }
    return Done {};
}

Result<PreparedRow> prepare_row(db::ReadTx& tx, operations::Context& context, ImportUsers const& input, std::size_t index, std::vector<PreparedRow> const& before)
{
    auto const& row = input.rows[index];
    PreparedRow prepared;
    prepared.index = index;
    prepared.newcomer = {.person = context.next<PersonId>(),
        .user = context.next<UserId>(),
        .name = row.name.str(),
        .phone = row.phone.str(),
        .nik = {},
        .nip = row.nip.str(),
        .place = {},
        .login = {},
        .shares_phone = row.shared};
    auto const* role = TRY(role_of_words(row.role.str()));
    if (role->civil_servant && row.nip.empty())
        return Error::field("nip", "identity.nip_missing");
    auto words = TRY(place_of_words(tx, context.actor, row.place.str(), context.today));
    prepared.newcomer.place = TRY(place_in_reach(tx, context.actor, words));
    TRY(recognise(tx, context, prepared.newcomer));
    TRY(check_newcomer(tx, context, prepared.newcomer));
    prepared.office = {.person = prepared.newcomer.person,
        .name = prepared.newcomer.name,
        .role = role->key,
        .place = prepared.newcomer.place,
        .pokmas = {},
        .decree = row.decree.str(),
        .from = input.from};
    TRY(name_pokmas(tx, context.city, prepared.office));
    prepared.role = TRY(check_office(tx, context, prepared.office));
    TRY(check_within_list(tx, context.city, prepared, before));
    std::vector<std::string> taken;
    for (auto const& other : before)
        taken.push_back(other.newcomer.login);
    prepared.newcomer.login = TRY(free_login(tx, context.city, prepared.newcomer.name, taken));
    return prepared;
}

/// A refusal of one row as the fields of the whole.
void add_refusal(std::vector<FieldError>& fields, std::size_t row, Error const& error)
{
    auto const prefix = "rows." + std::to_string(row) + ".";
    if (error.fields.empty())
        fields.push_back({prefix + "role", error.code, {}, error.arguments});
    for (auto const& field : error.fields)
        fields.push_back({prefix + field.name, field.code, field.value, field.arguments});
}

bool is_about_the_row(Error const& error)
{
    return error.kind == ErrorKind::Invalid || error.kind == ErrorKind::Forbidden || error.kind == ErrorKind::Conflict || error.kind == ErrorKind::NotFound;
}

} // namespace

Result<Role const*> role_of_words(std::string_view words)
{
    auto const wanted = fold(words);
    for (auto const& role : roles())
        if (role.key == wanted || fold(role.label) == wanted || fold(role_label(role.key)) == wanted)
            return &role;
    return Error::field("role", "identity.unknown_role", std::string(words));
}

Result<std::string> place_of_words(db::ReadTx& tx, Actor const& actor, std::string_view words, Date today)
{
    auto code = territory::PlaceCode::parse(words);
    if (code.ok())
        return code->text;
    auto const place = read_place(words);
    auto kelurahan = TRY(kelurahan_of_name(tx, actor, place.name, today));
    if (kelurahan.empty() || (!place.rt.empty() && place.rw.empty()))
        return Error::field("place", "place.format", std::string(words));
    auto made = territory::PlaceCode::parse(kelurahan + (place.rw.empty() ? "" : "." + place.rw) + (place.rt.empty() ? "" : "." + place.rt));
    if (!made.ok())
        return Error::field("place", "place.format", std::string(words));
    return made->text;
}

Result<std::vector<PreparedRow>> prepare_rows(db::ReadTx& tx, operations::Context& context, ImportUsers const& input)
{
    std::vector<PreparedRow> prepared;
    std::vector<FieldError> wrong;
    for (std::size_t i = 0; i < input.rows.size(); ++i) {
        auto row = prepare_row(tx, context, input, i, prepared);
        if (row.ok())
            prepared.push_back(std::move(*row));
        else if (is_about_the_row(row.error()))
            add_refusal(wrong, i, row.error());
        else
            return row.error();
    }
    if (!wrong.empty())
        return Error::invalid("input.invalid", std::move(wrong));
    return prepared;
}

} // namespace rtkeren::identity
