#include "simulation/market.hpp"

#include <fmt/format.h>

#include <algorithm>

/// Owners who register by themselves on the public page.
namespace rtkeren::simulation {
namespace {

enum class Fate : std::uint8_t { Waits, Confirmed, Refused };

struct Claim {
    Kelurahan const* kelurahan;
    Enterprise const* meant; // nothing: it was not recorded before
    Date on;
    Fate fate {Fate::Waits};
};

/// In the registry from a list, open, with a telephone number: its owner may come and say that it is theirs.
std::vector<Enterprise const*> listed_at(Market& market, Kelurahan const& kelurahan)
{
    std::vector<Enterprise const*> all;
    for (auto const& enterprise : market.enterprises) {
        auto const is_open = !enterprise.id.empty() && !enterprise.closed && enterprise.entry == Entry::List;
        if (enterprise.kelurahan == &kelurahan && is_open && !market.owner_of(enterprise).phone.empty())
            all.push_back(&enterprise);
    }
    return all;
}

/// At home some of each kind, elsewhere one here and there.
std::vector<Claim> planned_claims(Market& market)
{
    static constexpr std::pair<int, Fate> at_home[] {{-3, Fate::Waits}, {-6, Fate::Waits}, {-45, Fate::Confirmed}, {-38, Fate::Refused}};
    std::vector<Claim> claims;
    for (auto const& kelurahan : market.world.kelurahan) {
        auto const listed = listed_at(market, kelurahan);
        auto const nth = [&](std::size_t n) { return n < listed.size() ? listed[n] : nullptr; };
        auto const day = [&](int days) { return market.today.plus_days(days); };
        if (kelurahan.code == market.world.home) {
            for (std::size_t n = 0; n < std::size(at_home); ++n)
                claims.push_back({&kelurahan, nth(n), day(at_home[n].first), at_home[n].second});
            claims.push_back({&kelurahan, nullptr, day(-2)});
            claims.push_back({&kelurahan, nullptr, day(-40)}); // nobody came for a month
        } else if (market.random.chance(40)) {
            claims.push_back({&kelurahan, market.random.chance(60) ? nth(0) : nullptr, day(-static_cast<int>(market.random.between(1, 12)))});
        }
    }
    return claims;
}

boost::json::object claim_fields(Market& market, Claim const& claim)
{
    boost::json::object fields {{"place", claim.kelurahan->code}, {"recorded_before", claim.meant != nullptr}, {"note", ""}, {"agrees", true}};
    if (claim.meant) {
        auto const& owner = market.owner_of(*claim.meant);
        fields.insert({{"name", owner.name}, {"phone", owner.phone}, {"business_name", claim.meant->name}, {"activity", claim.meant->trade->activity}, {"place_kind", claim.meant->place_kind}});
        return fields;
    }
    auto const& trade = trades()[market.random.below(trades().size())];
    auto const name = owner_name(market.random, true);
    fields.insert({{"name", name}, {"phone", phone_number(60'000 + market.newcomers++)}, {"business_name", business_name(market.random, trade, name, true)}, {"activity", trade.activity},
        {"place_kind", "rumah"}, {"note", "Baru mulai, belum pernah didata (contoh)"}});
    return fields;
}

} // namespace

Result<void> claim_businesses(Market& market)
{
    auto const claims = planned_claims(market);
    std::vector<Step> make, decide;
    for (auto const& claim : claims)
        make.push_back({"enterprise.claim", std::string(visitor), claim_fields(market, claim), market.hour_of(claim.on)});
    auto const made = TRY(run_steps(market.world, "pendaftaran pemilik", make));
    for (std::size_t i = 0; i < claims.size(); ++i) {
        auto const login = market.world.login_of("operator", claims[i].kelurahan->code);
        auto const at = make[i].at.plus_seconds(4 * 86400);
        if (claims[i].fate == Fate::Confirmed && claims[i].meant)
            decide.push_back({"enterprise.confirm_claim", login, {{"claim", made[i].id}, {"business", claims[i].meant->id}, {"saw_ktp", true}}, at});
        if (claims[i].fate == Fate::Refused)
            decide.push_back({"enterprise.refuse_claim", login, {{"claim", made[i].id}, {"reason", "Usaha orang lain; nama di KTP berbeda (contoh)"}}, at});
    }
    TRY(run_steps(market.world, "pendaftaran diputuskan", decide));
    return Done {};
}

} // namespace rtkeren::simulation
