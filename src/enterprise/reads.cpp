#include "enterprise/store.hpp"

#include "enterprise/sql.hpp"
#include "identity/persons.hpp"
#include "territory/territory.hpp"

#include <algorithm>

namespace rtkeren::enterprise {
namespace {

std::string kbli_text(db::Row const& row, std::size_t edition)
{
    return row.is_null(edition) ? std::string {} : std::to_string(row.integer(edition)) + ":" + row.text(edition + 1);
}

Business business_of(db::Row const& row)
{
    Business business;
    business.id = row.id<BusinessId>(0);
    business.owner = row.id<PersonId>(1);
    business.name = row.text(2);
    business.brand = row.text(3);
    business.activity = row.text(4);
    business.kbli = kbli_text(row, 5);
    business.place_kind = row.text(7);
    business.region = row.text(8);
    business.kelurahan = row.text(9);
    business.address = row.text(10);
    business.started_month = row.text_or(11);
    business.legal_form = row.text(12);
    business.capital = maybe_rupiah(row, 13);
    business.sales_year = maybe_integer(row, 14);
    business.sales_amount = maybe_rupiah(row, 15);
    business.sales_method = row.text_or(16);
    business.size_class = row.text_or(17);
    business.class_basis = row.text_or(18);
    business.workers_male = maybe_integer(row, 19);
    business.workers_female = maybe_integer(row, 20);
    business.workers_family = maybe_integer(row, 21);
    business.channels = row.text(22);
    business.bookkeeping = row.text_or(23);
    business.credit_source = row.text_or(24);
    business.seasonal = row.flag(25);
    business.closed_on = row.maybe_date(26);
    business.closed_reason = row.text(27);
    business.confirmed = row.text(28) == "confirmed";
    business.survivor = row.maybe_id<BusinessId>(29);
    business.source = row.text(30);
    business.as_of = row.date(31);
    business.import = row.maybe_id<ImportId>(32);
    business.example = row.flag(33);
    business.version = row.integer(34);
    business.entered_by_name = row.text(35);
    business.entered_at = row.instant(36);
    business.capital_by = row.maybe_id<UserId>(37);
    business.sales_by = row.maybe_id<UserId>(38);
    return business;
}

Licence licence_of(db::Row const& row)
{
    return {.id = row.id<LicenceId>(0), .business = row.id<BusinessId>(1), .kind = row.text(2), .number = row.text(3), .number_sealed = row.text_or(4), .issued_on = row.maybe_date(5),
        .valid_until = row.maybe_date(6), .file = row.text_or(7), .findings = row.text(8), .worst = row.text(9), .reason = row.text(10), .entered_by = row.id<UserId>(11),
        .entered_person = row.id<PersonId>(12), .entered_by_name = row.text(13), .entered_at = row.instant(14), .result = row.text_or(15), .checked_by_name = row.text(16),
        .checked_at = row.maybe_instant(17), .checked_where = row.text(18), .check_file = row.text_or(19), .retired_at = row.maybe_instant(20), .retired_reason = row.text(21)};
}

/// A word and what comes behind everything that begins with it.
std::pair<std::string, std::string> beginning(std::string word)
{
    auto behind = word + "\xF4\x8F\xBF\xBF";
    return {std::move(word), std::move(behind)};
}

} // namespace

Result<Business> find_business(db::ReadTx& tx, CityId city, BusinessId id)
{
    auto const row = TRY(tx.one("enterprise.no_business", sql::business, city, id));
    return business_of(row);
}

Result<BusinessId> standing_of(db::ReadTx& tx, CityId city, BusinessId id)
{
    auto const business = TRY(find_business(tx, city, id));
    return business.survivor.value_or(business.id);
}

Result<std::vector<Business>> businesses_of(db::ReadTx& tx, CityId city, PersonId owner)
{
    auto const rows = TRY(tx.run(sql::businesses_of_owner, city, owner));
    std::vector<Business> all;
    for (auto const& row : rows)
        all.push_back(business_of(row));
    return all;
}

std::string href_of(BusinessId id) { return "/umkm/" + id.str(); }

Result<PersonDetails> person_details(db::ReadTx& tx, CityId city, PersonId person)
{
    auto const row = TRY(tx.maybe(sql::person, city, person));
    PersonDetails details;
    if (!row)
        return details;
    details.sex = row->text_or(0);
    details.birth_date = row->maybe_date(1);
    details.address = row->text(2);
    details.no_nik = row->text_or(3);
    details.no_nik_note = row->text(4);
    details.consent_on = row->maybe_date(5);
    details.version = row->integer(6);
    return details;
}

bool owns(Actor const& actor, Business const& business) { return actor.has("enterprise.own") && actor.person == business.owner; }

bool may_read(Actor const& actor, Business const& business) { return may(actor, "enterprise.read", business.region) || owns(actor, business); }

bool sees_capital(Actor const& actor, Business const& business) { return owns(actor, business) || business.capital_by == actor.user; }

bool sees_sales(Actor const& actor, Business const& business) { return owns(actor, business) || business.sales_by == actor.user; }

Result<Licence> find_licence(db::ReadTx& tx, CityId city, LicenceId id)
{
    auto const row = TRY(tx.one("enterprise.no_licence", sql::licence, city, id));
    return licence_of(row);
}

Result<std::vector<Licence>> licences_of(db::ReadTx& tx, CityId city, BusinessId business)
{
    auto const rows = TRY(tx.run(sql::licences_of_business, city, business));
    std::vector<Licence> all;
    for (auto const& row : rows)
        all.push_back(licence_of(row));
    return all;
}

Searched searched(Services const& services, std::string_view typed)
{
    Searched searched;
    auto words = name_words(first_characters(typed, 120));
    std::string digits;
    std::ranges::copy_if(typed, std::back_inserter(digits), [](char c) { return c >= '0' && c <= '9'; });
    if (digits.size() >= 9 && digits.size() + 8 >= typed.size()) {
        auto hash = identity::nik_lookup(services, typed);
        if (hash.empty())
            hash = identity::phone_lookup(services, typed);
        words = {hash.empty() ? digits : "#" + hash};
    }
    // The longest word is in the fewest names: it leads.
    std::ranges::stable_sort(words, std::greater {}, &std::string::size);
    std::array<std::pair<std::string, std::string>*, 3> const places {&searched.first, &searched.second, &searched.third};
    for (std::size_t i = 0; i < std::min(words.size(), places.size()); ++i)
        *places.at(i) = beginning(std::move(words[i]));
    return searched;
}

Reach reach_of(Actor const& actor, std::string_view permission)
{
    Reach reach;
    reach.fill({"~", "~"});
    std::vector<std::string> places;
    for (auto const& grant : actor.grants)
        if (std::ranges::binary_search(grant.permissions, permission))
            places.push_back(covers_place(grant.place, "") ? std::string {} : grant.place);
    std::ranges::sort(places, {}, &std::string::size);
    std::vector<std::string> kept;
    for (auto const& place : places) {
        auto const is_held = std::ranges::any_of(kept, [&](std::string const& outer) { return territory::holds(outer, place); });
        if (is_held || kept.size() == reach.size())
            continue;
        // '/' follows the dot: the place itself and all below it.
        reach.at(kept.size()) = {place, place.empty() ? "~" : place + "/"};
        kept.push_back(place);
    }
    return reach;
}

Result<Business> changeable(db::ReadTx& tx, Actor const& actor, BusinessId id)
{
    auto business = TRY(find_business(tx, actor.city, id));
    if (!may_read(actor, business))
        return Error::not_found("enterprise.no_business");
    if (!may(actor, "enterprise.write", business.region) && !owns(actor, business))
        return Error::forbidden("operation.not_allowed");
    if (business.survivor)
        return Error::conflict("enterprise.was_merged", {{"name", business.name}});
    return business;
}

bool may_retire(Actor const& actor, Business const& business)
{
    return may(actor, "enterprise.write", business.region) || may(actor, "enterprise.check", business.region) || owns(actor, business);
}

Result<Business> readable(db::ReadTx& tx, Actor const& actor, std::string_view id)
{
    auto const parsed = BusinessId::parse(id);
    if (!parsed)
        return Error::not_found("enterprise.no_business");
    auto business = TRY(find_business(tx, actor.city, *parsed));
    if (!may_read(actor, business))
        return Error::not_found("enterprise.no_business");
    return business;
}

} // namespace rtkeren::enterprise
