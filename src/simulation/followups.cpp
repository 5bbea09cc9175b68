#include "followup/followup.hpp"
#include "simulation/market.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace rtkeren::simulation {

namespace {

/// Of a hundred who had a business or a group when the course ended, so many still make something after so many days: most courses fade.
int still_producing(std::int64_t after_days) { return after_days <= 30 ? 92 : after_days <= 90 ? 79 : after_days <= 180 ? 66 : 48; }

struct Asking {
    followup::Visit visit;
    training::Seat seat;
    int luck; // 0 to 99, the same at each visit of a seat
};

Result<std::vector<Asking>> visits_due(Market& market)
{
    return db::read(market.world.services.db, [&](db::ReadTx& tx) -> Result<std::vector<Asking>> {
        std::vector<Asking> all;
        for (auto const& course : market.courses) {
            auto const seats = TRY(training::seats_of(tx, market.world.city.id, training::CourseId::parse(course.id).value()));
            for (auto const& seat : seats) {
                if (seat.state != "finished")
                    continue;
                auto const luck = static_cast<int>(market.random.below(100));
                for (auto& visit : TRY(followup::visits_of(tx, market.world.city.id, seat.id)))
                    all.push_back({std::move(visit), seat, luck});
            }
        }
        return all;
    });
}

std::string_view producing(Market& market, Asking const& asking)
{
    auto const goes_on = asking.seat.outcome == "business" || asking.seat.outcome == "group";
    if (!goes_on)
        return market.random.chance(6) ? "yes" : "never";
    if (asking.luck < still_producing(asking.visit.after_days))
        return market.random.chance(8) ? "paused" : "yes";
    return "stopped";
}

boost::json::array obstacles_of(Market& market, std::string_view state)
{
    static constexpr std::string_view codes[] {"capital", "market", "papers", "raw_material", "time_family", "packaging", "tools", "skill", "health"};
    boost::json::array obstacles;
    if (state == "yes" && market.random.chance(35))
        return obstacles;
    auto const first = std::min(market.random.below(std::size(codes)), market.random.below(std::size(codes)));
    obstacles.emplace_back(codes[first]);
    if (market.random.chance(30))
        obstacles.emplace_back(codes[(first + 2) % std::size(codes)]);
    return obstacles;
}

/// Asked and told from memory of the last week; a business is asked once a month at most.
class Answers {
public:
    explicit Answers(Market& market) : m_market(market)
    {
        for (auto const& enterprise : market.enterprises)
            if (enterprise.closed)
                m_closed.emplace(enterprise.id, *enterprise.closed);
    }
    boost::json::object of(Asking const& asking, Date on)
    {
        auto& random = m_market.random;
        auto const closed = asking.seat.business ? m_closed.find(asking.seat.business->str()) : m_closed.end();
        auto const state = closed != m_closed.end() && closed->second <= on ? "stopped" : producing(m_market, asking);
        boost::json::object input {{"visit", asking.visit.id.str()}, {"way", random.chance(55) ? "visit" : "phone"}, {"on", on.iso()}, {"producing", state},
            {"workers", state == "yes" ? random.between(0, 3) : 0}, {"obstacles", obstacles_of(m_market, state)},
            {"next_step", state == "yes" && random.chance(50) ? "Bawa contoh kemasan ke pertemuan berikut" : ""}};
        if (state == "yes")
            add_sales(asking, on, input);
        return input;
    }

private:
    void add_sales(Asking const& asking, Date on, boost::json::object& input)
    {
        auto& random = m_market.random;
        auto const tells = asking.seat.business && !m_closed.contains(asking.seat.business->str()) && random.chance(72) && m_told.insert(asking.seat.business->str() + on.iso().substr(0, 7)).second;
        boost::json::object home {{"channel", "rumah"}, {"sells", true}};
        if (tells) {
            home["amount"] = random.between(4, 60) * 25'000;
            input["told"] = "recall_week";
            input["business"] = asking.seat.business->str();
        }
        boost::json::array sales {std::move(home)};
        if (random.chance(30))
            sales.push_back({{"channel", "daring"}, {"sells", true}});
        if (random.chance(22))
            sales.push_back({{"channel", "titip"}, {"sells", true}});
        input["sales"] = std::move(sales);
    }

    Market& m_market;
    std::map<std::string, Date> m_closed; // by business
    std::set<std::string> m_told;
};

} // namespace

Result<void> make_followups(Market& market)
{
    auto const due = TRY(visits_due(market));
    Answers answers(market);
    std::vector<Step> steps;
    for (auto const& asking : due) {
        auto const& visit = asking.visit;
        auto const on = Market::office_day(visit.due_on.plus_days(static_cast<int>(market.random.below(9))), std::chrono::Monday);
        // The newest wait still, and now and then one is forgotten.
        auto const is_late = market.random.chance(on.days_until(market.today) < 12 ? 75 : 8);
        if (!market.is_past(on) || on > visit.closes_on || is_late)
            continue;
        auto const login = market.world.login_of("pendamping", visit.kelurahan);
        if (market.random.chance(7))
            steps.push_back({"followup.missed", login, {{"visit", visit.id.str()}, {"way", "phone"}, {"on", on.iso()}, {"result", market.random.chance(80) ? "no_answer" : "moved"}, {"note", ""}}, market.hour_of(on)});
        else
            steps.push_back({"followup.record", login, answers.of(asking, on), market.hour_of(on)});
    }
    std::ranges::stable_sort(steps, {}, &Step::at);
    TRY(run_steps(market.world, "pendampingan", steps));
    auto const morning = Instant::start_of(market.today, market.world.services.zone).plus_seconds(6 * 3600);
    for (int round = 0; round < 4; ++round)
        TRY(run_steps(market.world, "jatuh tempo", {{"followup.open_due", market.world.login_of("dinas", market.world.city.code), {}, morning}}));
    return Done {};
}

} // namespace rtkeren::simulation
