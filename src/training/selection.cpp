#include "training/selection.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>
#include <numeric>
#include <tuple>

namespace rtkeren::training {

Priority priority_of(rules::Pack const& pack)
{
    Priority const usual;
    return {.untrained = pack.number("priority_untrained", usual.untrained), .idea = pack.number("priority_idea", usual.idea), .poor = pack.number("priority_poor", usual.poor),
        .repeat_months = pack.number("training_repeat_months", usual.repeat_months), .per_year = pack.number("trainings_per_year", usual.per_year)};
}

std::vector<PointReason> reasons_of(Applicant const& applicant, Priority const& priority)
{
    std::vector<PointReason> reasons;
    if (applicant.earlier_topic == 0 && applicant.earlier_year == 0)
        reasons.push_back({"untrained", priority.untrained, 0});
    if (applicant.idea)
        reasons.push_back({"idea", priority.idea, 0});
    if (applicant.poor)
        reasons.push_back({"poor", priority.poor, 0});
    if (applicant.earlier_topic > 0)
        reasons.push_back({"repeat_topic", 0, applicant.earlier_topic});
    if (applicant.earlier_year >= priority.per_year && applicant.earlier_year > 0)
        reasons.push_back({"over_year", 0, applicant.earlier_year});
    else if (applicant.earlier_year > 0)
        reasons.push_back({"repeat_year", 0, applicant.earlier_year});
    if (applicant.earlier_household > 0)
        reasons.push_back({"household", 0, applicant.earlier_household});
    return reasons;
}

std::int64_t points_of(std::vector<PointReason> const& reasons)
{
    return std::accumulate(reasons.begin(), reasons.end(), std::int64_t {0}, [](std::int64_t sum, PointReason const& reason) { return sum + reason.points; });
}

std::string stored_reasons(std::vector<PointReason> const& reasons)
{
    boost::json::array all;
    for (auto const& reason : reasons)
        all.push_back({{"code", reason.code}, {"points", reason.points}, {"count", reason.count}});
    return boost::json::serialize(all);
}

std::vector<PointReason> reasons_in(std::string const& stored)
{
    std::vector<PointReason> reasons;
    auto const parsed = boost::json::parse(stored);
    for (auto const& each : parsed.as_array()) {
        auto const& row = each.as_object();
        reasons.push_back({std::string(std::string_view(row.at("code").as_string())), row.at("points").to_number<std::int64_t>(), row.at("count").to_number<std::int64_t>()});
    }
    return reasons;
}

bool comes_before(Applicant const& a, Applicant const& b) { return std::tie(b.points, a.entered_at, a.id) < std::tie(a.points, b.entered_at, b.id); }

Proposal propose(std::vector<Applicant> applicants, std::int64_t quota)
{
    std::ranges::sort(applicants, comes_before);
    Proposal proposal;
    for (auto& applicant : applicants)
        (std::int64_t(proposal.selected.size()) < quota ? proposal.selected : proposal.waiting).push_back(std::move(applicant.id));
    return proposal;
}

std::vector<Settled> settle(std::vector<Applicant> applicants, std::int64_t quota, std::vector<Decided> const& decisions)
{
    auto const plain = propose(applicants, quota);
    auto const proposed = [&plain](std::string const& id) { return std::ranges::find(plain.selected, id) != plain.selected.end() ? "selected" : "waiting"; };
    std::vector<Settled> settled;
    std::int64_t left = quota;
    for (auto const& decided : decisions) {
        settled.push_back({decided.id, decided.state, decided.state != proposed(decided.id)});
        left -= decided.state == "selected" ? 1 : 0;
    }
    std::erase_if(applicants, [&decisions](Applicant const& each) { return std::ranges::find(decisions, each.id, &Decided::id) != decisions.end(); });
    auto const rest = propose(std::move(applicants), std::max<std::int64_t>(left, 0));
    for (auto const& id : rest.selected)
        settled.push_back({id, "selected", false});
    for (auto const& id : rest.waiting)
        settled.push_back({id, "waiting", false});
    return settled;
}

} // namespace rtkeren::training
