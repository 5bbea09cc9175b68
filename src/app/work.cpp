#include "app/work.hpp"

#include "app/checking.hpp"

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
    return {.handlers = {{"app.check", check_at_night}}, .schedules = {{"nightly_check", check_hour, "app.check"}}};
}

} // namespace rtkeren::app
