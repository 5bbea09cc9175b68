#include "evidence/places.hpp"

#include <algorithm>

namespace rtkeren::evidence {

namespace {

std::vector<Placed>& told()
{
    static std::vector<Placed> places;
    return places;
}

} // namespace

void use_places(std::vector<Placed> places) { told() = std::move(places); }

bool is_private(std::string_view subject_kind)
{
    auto const found = std::ranges::find(told(), subject_kind, &Placed::subject_kind);
    return found != told().end() && found->is_private;
}

Result<std::optional<Standing>> standing_of(db::ReadTx& tx, CityId city, std::string_view subject_kind, std::string_view subject)
{
    auto const found = std::ranges::find(told(), subject_kind, &Placed::subject_kind);
    return found == told().end() || !found->find ? Result<std::optional<Standing>>(std::nullopt) : found->find(tx, city, subject);
}

} // namespace rtkeren::evidence
