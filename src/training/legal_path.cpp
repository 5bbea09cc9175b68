#include "enterprise/legality.hpp"
#include "training/store.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>

namespace rtkeren::training {
namespace {

std::string text_at(boost::json::object const& row, std::string_view key) { return std::string(std::string_view(row.at(key).as_string())); }

} // namespace

bool LegalPath::asks(std::string_view step) const
{
    return std::ranges::any_of(steps, [step](PathStep const& each) { return each.step == step && each.required; });
}

LegalPath legal_path(std::string_view product_kind, Date on)
{
    LegalPath path;
    auto const* kind = enterprise::product_kind(product_kind);
    if (kind == nullptr)
        return path;
    path.kind = kind->code;
    path.label = kind->label;
    for (auto const& step : kind->path(on))
        path.steps.push_back({std::string(step.step), std::string(step.desk), std::string(step.basis), std::string(step.certainty), std::string(step.note), step.required});
    return path;
}

std::string stored_path(LegalPath const& path)
{
    boost::json::array steps;
    for (auto const& each : path.steps)
        steps.push_back({{"step", each.step}, {"desk", each.desk}, {"basis", each.basis}, {"certainty", each.certainty}, {"note", each.note}, {"required", each.required}});
    return boost::json::serialize(boost::json::object {{"kind", path.kind}, {"label", path.label}, {"steps", std::move(steps)}});
}

LegalPath path_in(std::string const& stored)
{
    auto const parsed = boost::json::parse(stored);
    auto const& object = parsed.as_object();
    LegalPath path {text_at(object, "kind"), text_at(object, "label"), {}};
    for (auto const& each : object.at("steps").as_array()) {
        auto const& row = each.as_object();
        path.steps.push_back({text_at(row, "step"), text_at(row, "desk"), text_at(row, "basis"), text_at(row, "certainty"), text_at(row, "note"), row.at("required").as_bool()});
    }
    return path;
}

} // namespace rtkeren::training
