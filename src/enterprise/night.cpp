#include "enterprise/claim.hpp"
#include "enterprise/operations.hpp"
#include "enterprise/room.hpp"
#include "enterprise/sql.hpp"
#include "identity/identity.hpp"

#include <algorithm>

namespace rtkeren::enterprise {
namespace {

Result<std::vector<ClaimId>> late_claims(Services& services)
{
    auto const first_day = services.today().plus_days(-claim_days);
    return db::read(services.db, [&](db::ReadTx& tx) -> Result<std::vector<ClaimId>> {
        auto const rows = TRY(tx.run(sql::late_claims, services.city, Instant::start_of(first_day, services.zone)));
        std::vector<ClaimId> ids;
        for (auto const& row : rows)
            ids.push_back(row.id<ClaimId>(0));
        return ids;
    });
}

/// Ends what nobody came for, as an office would; each is a commit of its own. Somebody who decided one meanwhile was first.
Result<boost::json::object> end_late_claims(Services& services, jobs::Job const&, jobs::Progress& progress)
{
    static auto const all = operations();
    auto const operation = std::ranges::find(all, "enterprise.expire_claim", &operations::Operation::name);
    auto const actor = identity::system_actor(services.city, {"enterprise.confirm"});
    std::int64_t done = 0;
    while (true) {
        auto const late = TRY(late_claims(services));
        if (late.empty())
            return boost::json::object {{"count", done}};
        for (auto const& claim : late) {
            auto const answer = operations::run(services, actor, *operation, {{"id", services.env.ulid().text()}, {"claim", claim.text()}});
            if (!answer.ok() && answer.error().code != "enterprise.claim_decided")
                return answer.error();
            ++done;
        }
        TRY(progress.report(done, done));
    }
}

} // namespace

jobs::Work night_work()
{
    constexpr int claims_hour = 1;
    return {.handlers = {{"enterprise.expire_claims", end_late_claims}}, .schedules = {{"nightly_claims", claims_hour, "enterprise.expire_claims"}}};
}

} // namespace rtkeren::enterprise
