#include "insight/scope.hpp"

#include "identity/identity.hpp"
#include "language/language.hpp"

#include <algorithm>

namespace rtkeren::insight {

constexpr std::string_view reading = "insight.read";

Result<std::vector<Choice>> year_choices(db::ReadTx& tx, CityId city, std::string const& path, int chosen)
{
    auto const years = TRY(programme::years(tx, city));
    std::vector<Choice> choices;
    for (auto const& year : years) {
        if (year.status != programme::YearStatus::Draft)
            choices.push_back({with_year(path, year.year), std::to_string(year.year), year.year == chosen});
    }
    if (choices.size() < 2)
        choices.clear();
    return choices;
}

std::string with_year(std::string const& href, int year) { return href + "?tahun=" + std::to_string(year); }

Result<void> check_sees(Actor const& actor, std::string_view place, std::string_view pokmas)
{
    if (!may(actor, reading, place, pokmas))
        return Error::not_found("page.not_found");
    return Done {};
}

Reach reach_of(Actor const& actor)
{
    Reach reach {"-", ""};
    for (auto const& grant : actor.grants) {
        if (!std::ranges::binary_search(grant.permissions, reading))
            continue;
        if (grant.pokmas.empty() && covers_place(grant.place, ""))
            return {"", ""};
        auto const is_wider = reach.place == "-" || (grant.pokmas.empty() && (!reach.pokmas.empty() || grant.place.size() < reach.place.size()));
        if (is_wider)
            reach = {grant.place, grant.pokmas};
    }
    return reach;
}

std::string who_has(std::string_view permission)
{
    for (auto const& role : identity::roles()) {
        if (std::ranges::find(role.permissions, permission) != role.permissions.end())
            return identity::role_label(role.key);
    }
    return {};
}

EnvelopeWords envelope_words(rules::Pack const* pack, std::string_view key)
{
    auto const* envelope = pack == nullptr ? nullptr : pack->envelope(key);
    return envelope == nullptr ? EnvelopeWords {std::string(key), "wallet"} : EnvelopeWords {envelope->label, envelope->sign};
}

Result<std::shared_ptr<rules::Pack const>> pack_of(db::ReadTx& tx, CityId city, int year)
{
    auto pack = rules::released(tx, city, year);
    if (!pack.ok() && pack.error().kind == ErrorKind::NotFound)
        return std::shared_ptr<rules::Pack const> {};
    return pack;
}

std::string as_of_words(Services& services)
{
    return tr("Angka per {date} pukul {time}.", {{"date", format_date(services.today(), language::current())}, {"time", format_time(services.now(), services.zone)}});
}

} // namespace rtkeren::insight
