#include "followup/survey.hpp"
#include "simulation/market.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

/// Survey rounds: drawn, handed to interviewers, and what became of each interview.
namespace rtkeren::simulation {
namespace {

constexpr std::int64_t smallest_sample = 40, largest_sample = 200; // a small city is asked less, though every seventh is many
constexpr std::int64_t one_in = 7;

struct RoundPlan {
    std::string name, month;
    Date planned, from, until;
    std::optional<int> baseline_for {};
    bool is_over {false};
};

/// The quarter before the last was the baseline of the next year's money; the last one is asked about in these weeks.
std::vector<RoundPlan> rounds_of(Market const& market)
{
    auto const year = market.today.year();
    auto const day = [&](unsigned month, unsigned of_month) { return Date::of(year, month, of_month).value(); };
    return {{.name = fmt::format("Triwulan II {} (contoh)", year), .month = fmt::format("{}-06", year), .planned = day(6, 26), .from = day(7, 1), .until = day(7, 31), .baseline_for = year + 1,
                .is_over = true},
        {.name = fmt::format("Triwulan III {} (contoh)", year), .month = fmt::format("{}-09", year), .planned = day(9, 25), .from = day(10, 1), .until = day(10, 31)}};
}

/// Planned by the Dinas, drawn by Bappeda, and handed out by kecamatan; the interviewer of the sign-in page has the one at home.
Result<followup::RoundId> start_round(Market& market, RoundPlan const& plan)
{
    auto& world = market.world;
    auto const dinas = world.login_of("dinas", world.city.code);
    auto const sample = std::clamp(static_cast<std::int64_t>(market.enterprises.size()) / one_in, smallest_sample, largest_sample);
    boost::json::object input {{"name", plan.name}, {"place", ""}, {"frame", "compared"}, {"month", plan.month}, {"from", plan.from.iso()}, {"until", plan.until.iso()}, {"sample_size", sample}};
    if (plan.baseline_for)
        input["baseline_for"] = *plan.baseline_for;
    auto const at = market.hour_of(plan.planned);
    auto const planned = TRY(run_steps(world, "survei direncanakan", {{"followup.plan_round", dinas, std::move(input), at}}));
    auto const& id = planned.front().id;
    std::vector<Step> steps {{"followup.draw_round", world.login_of("bappeda", world.city.code), {{"round", id}}, at.plus_seconds(86400)}};
    auto const home = territory::PlaceCode::parse(world.home).value().parent();
    std::vector<std::string> kecamatan {home};
    for (auto const& kelurahan : world.kelurahan)
        if (auto const place = territory::PlaceCode::parse(kelurahan.code).value().parent(); std::ranges::find(kecamatan, place) == kecamatan.end())
            kecamatan.push_back(place);
    for (std::size_t i = 0; i < kecamatan.size(); ++i)
        steps.push_back({"followup.assign", dinas, {{"round", id}, {"interviewer", world.interviewers[i % world.interviewers.size()].second.str()}, {"place", kecamatan[i]}}, at.plus_seconds(90'000)});
    TRY(run_steps(world, "sampel survei", steps));
    return followup::RoundId::parse(id);
}

/// Asks those who were drawn, by telephone or at the door.
class Asking {
public:
    Asking(Market& market, RoundPlan const& plan)
        : m_market(market)
        , m_plan(plan)
        , m_last(std::min(plan.until, market.today.plus_days(-1)))
    {
        for (auto const& enterprise : market.enterprises)
            if (!enterprise.id.empty())
                m_known.emplace(enterprise.id, &enterprise);
        for (auto const& [login, person] : market.world.interviewers)
            m_logins.emplace(person, login);
    }
    void add(followup::Interview const& one, std::vector<Step>& steps)
    {
        auto& random = m_market.random;
        auto const is_begun = m_plan.is_over ? random.chance(97) : random.chance(58);
        if (!is_begun || !one.interviewer)
            return;
        auto day = m_market.between(m_plan.from, m_last.plus_days(-6));
        auto const drawn = random.below(100);
        auto const misses = drawn >= 84 ? most_tries : random.chance(22) ? 1 : 0;
        for (int nth = 0; nth < misses && day <= m_last; ++nth, day = day.plus_days(2))
            add_miss(one, day, random.chance(60) ? "no_answer" : "not_home", steps);
        if (drawn < 10)
            add_miss(one, day, "refused", steps);
        else if (drawn < 84)
            steps.push_back({"followup.interview", m_logins.at(*one.interviewer), answer_of(one, day), m_market.hour_of(day)});
    }

private:
    static constexpr int most_tries = 3;

    void add_miss(followup::Interview const& one, Date day, std::string_view result, std::vector<Step>& steps)
    {
        steps.push_back({"followup.miss_interview", m_logins.at(*one.interviewer),
            {{"interview", one.id.str()}, {"way", result == "not_home" ? "visit" : "phone"}, {"on", day.iso()}, {"result", result}, {"note", ""}}, m_market.hour_of(day)});
    }

    boost::json::object answer_of(followup::Interview const& one, Date day)
    {
        auto& random = m_market.random;
        auto const known = m_known.find(one.business.str());
        auto const* enterprise = known == m_known.end() ? nullptr : known->second;
        auto const is_closed = enterprise && enterprise->closed;
        auto const drawn = is_closed ? 99 : random.below(100);
        auto const* producing = drawn < 82 ? "yes" : drawn < 91 ? "paused" : "stopped";
        boost::json::object input {{"interview", one.id.str()}, {"way", random.chance(64) ? "phone" : "visit"}, {"on", day.iso()}, {"producing", producing},
            {"workers", drawn < 82 ? random.between(0, 3) : 0}, {"obstacles", obstacles()}};
        if (drawn < 82)
            add_sales(enterprise, input);
        return input;
    }

    boost::json::array obstacles()
    {
        static constexpr std::string_view codes[] {"capital", "market", "papers", "raw_material", "packaging", "time_family"};
        boost::json::array all;
        if (m_market.random.chance(66))
            all.emplace_back(m_market.random.pick(codes));
        return all;
    }

    /// What the month brought, from memory, where the owner says so and nobody recorded it before.
    void add_sales(Enterprise const* enterprise, boost::json::object& input)
    {
        auto& random = m_market.random;
        auto const* channel = enterprise && enterprise->place_kind == "daring" ? "daring" : "rumah";
        boost::json::object sale {{"channel", channel}, {"sells", true}};
        if (!(enterprise && enterprise->tells_months) && random.chance(80)) {
            auto const usual = enterprise ? enterprise->month_sales : 1'500'000;
            sale["amount"] = usual * random.between(75, 125) / 100 / 50'000 * 50'000;
            input["told"] = "recall_month";
        }
        boost::json::array sales {std::move(sale)};
        if (random.chance(25))
            sales.push_back({{"channel", "titip"}, {"sells", true}});
        input["sales"] = std::move(sales);
    }

    Market& m_market;
    RoundPlan const& m_plan;
    Date m_last;
    std::map<std::string, Enterprise const*> m_known;
    std::map<PersonId, std::string> m_logins;
};

} // namespace

Result<void> make_surveys(Market& market)
{
    for (auto const& plan : rounds_of(market)) {
        auto const id = TRY(start_round(market, plan));
        auto const drawn = TRY(db::read(market.world.services.db, [&](db::ReadTx& tx) { return followup::interviews_of(tx, market.world.city.id, id); }));
        Asking asking(market, plan);
        std::vector<Step> steps;
        for (auto const& one : drawn)
            asking.add(one, steps);
        std::ranges::stable_sort(steps, {}, &Step::at);
        TRY(run_steps(market.world, "wawancara", steps));
        if (plan.is_over)
            TRY(run_steps(market.world, "survei ditutup",
                {{"followup.close_round", market.world.login_of("dinas", market.world.city.code), {{"round", id.str()}}, market.hour_of(plan.until.plus_days(1))}}));
    }
    return Done {};
}

} // namespace rtkeren::simulation
