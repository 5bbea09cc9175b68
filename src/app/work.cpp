#include "app/work.hpp"

#include "app/checking.hpp"
#include "enterprise/room.hpp"
#include "followup/room.hpp"
#include "turnover/room.hpp"

#include <boost/json/serialize.hpp>

namespace rtkeren::app {

namespace {

constexpr int check_hour = 2;

Result<boost::json::object> check_at_night(Services& services, jobs::Job const&, jobs::Progress&)
{
    auto const checked = TRY(check_city(services.db, services.city));
    auto facts = json_of(checked);
    if (!checked.ok()) {
        auto error = Error::conflict("check.broken");
        error.detail = boost::json::serialize(facts.at("broken"));
        return error;
    }
    return facts;
}

} // namespace

jobs::Work own_work()
{
    jobs::Work all;
    for (auto& work : {enterprise::night_work(), turnover::night_work(), followup::night_work()}) {
        all.handlers.insert(work.handlers.begin(), work.handlers.end());
        all.schedules.insert(all.schedules.end(), work.schedules.begin(), work.schedules.end());
    }
    all.handlers.emplace("app.check", check_at_night);
    all.schedules.push_back({"nightly_check", check_hour, "app.check"});
    return all;
}

} // namespace rtkeren::app
