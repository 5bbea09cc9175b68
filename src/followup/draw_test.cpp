#include "followup/draw.hpp"
#include "followup/followup.hpp"
#include "followup/panel_rows.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace rtkeren::followup {
namespace {

std::vector<Member> everybody(std::size_t count, char stratum = 'a')
{
    std::vector<Member> members;
    for (std::size_t i = 0; i < count; ++i)
        members.push_back({stratum, "B" + std::to_string(1000 + i)});
    return members;
}
std::string seed_of(std::uint64_t number) { return fingerprint("seed " + std::to_string(number)); }

/// Made with coreutils: for i in A B C D E; do printf '%s:%s' "$(printf '0%.0s' $(seq 64))" $i | sha256sum; done | sort
TEST(Draw, AgreesWithTheCommandLine)
{
    auto const seed = std::string(64, '0');
    EXPECT_EQ(ticket(seed, "E"), "2d809a346ed3893cb4c2513257bf7dbb74abe6044cd73dc4e53ed94b894662d8");
    EXPECT_EQ(ticket(seed, "A"), "ecb1fe74cfec919507772a874db454feac2b08a7f9aff45270fe85ae2d8a1e2a");
    std::vector<Member> const frame {{'a', "A"}, {'a', "B"}, {'a', "C"}, {'a', "D"}, {'a', "E"}};
    EXPECT_EQ(draw(frame, seed, 3), (std::vector<Member> {{'a', "E"}, {'a', "C"}, {'a', "D"}}));
    EXPECT_EQ(draw(frame, seed, 5).back().id, "A");
}

TEST(Draw, TheFrameIsTheSameInWhateverOrderItCame)
{
    std::vector<Member> const one {{'t', "B"}, {'c', "A"}}, two {{'c', "A"}, {'t', "B"}};
    EXPECT_EQ(frame_text(one), "c A\nt B\n");
    EXPECT_EQ(frame_text(one), frame_text(two));
    EXPECT_EQ(frame_of(frame_text(one)), (std::vector<Member> {{'c', "A"}, {'t', "B"}}));
    EXPECT_EQ(fingerprint("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Draw, TheSameSeedDrawsTheSameAndNobodyTwice)
{
    EXPECT_TRUE(rc::check("reproducible, of the right size, without repetition, whatever the order of the frame", [] {
        auto const count = *rc::gen::inRange<std::size_t>(1, 60);
        auto const size = *rc::gen::inRange<std::size_t>(1, count + 1);
        auto const seed = seed_of(*rc::gen::arbitrary<std::uint32_t>());
        auto frame = everybody(count);
        auto const sample = draw(frame, seed, size);
        std::ranges::reverse(frame);
        RC_ASSERT(draw(frame, seed, size) == sample);
        std::set<std::string> ids;
        for (auto const& member : sample)
            ids.insert(member.id);
        RC_ASSERT(ids.size() == size && sample.size() == size);
        // A larger sample of the same draw begins with the smaller one: nobody is exchanged.
        auto const larger = draw(frame, seed, std::min(count, size + 1));
        RC_ASSERT(std::equal(sample.begin(), sample.end(), larger.begin()));
    }));
}

TEST(Draw, EveryMemberIsEquallyLikely)
{
    constexpr std::size_t members = 40, size = 10, draws = 4000;
    auto const frame = everybody(members);
    std::map<std::string, std::size_t> chosen;
    for (std::size_t i = 0; i < draws; ++i)
        for (auto const& member : draw(frame, seed_of(i), size))
            ++chosen[member.id];
    ASSERT_EQ(chosen.size(), members);
    // Each is drawn with probability 1/4: 1000 of 4000, standard deviation 27. Five of them are the tolerance.
    double statistic = 0;
    for (auto const& [id, count] : chosen) {
        EXPECT_NEAR(static_cast<double>(count), 1000.0, 137.0) << id;
        statistic += std::pow(static_cast<double>(count) - 1000.0, 2) / (1000.0 * 0.75);
    }
    // Chi squared with 39 degrees of freedom: 72 is passed once in a thousand.
    EXPECT_LT(statistic, 72.0);
}

TEST(Draw, HalfOfEachStratumAndWhatOneLacksTheOtherGives)
{
    auto frame = everybody(30, 't');
    for (auto& member : everybody(500, 'c'))
        frame.push_back({'c', "C" + member.id});
    auto const of = [](std::vector<Member> const& sample, char stratum) { return std::ranges::count(sample, stratum, &Member::stratum); };
    auto sample = draw(frame, seed_of(1), 40);
    EXPECT_EQ(of(sample, 't'), 20);
    EXPECT_EQ(of(sample, 'c'), 20);
    sample = draw(frame, seed_of(1), 100);
    EXPECT_EQ(of(sample, 't'), 30);
    EXPECT_EQ(of(sample, 'c'), 70);
    EXPECT_TRUE(rc::check("shares sum to the size, and no stratum gives more than it has", [] {
        auto const treated = *rc::gen::inRange<std::size_t>(0, 50), compared = *rc::gen::inRange<std::size_t>(0, 50);
        RC_PRE(treated + compared > 0);
        auto all = everybody(treated, 't');
        auto const others = everybody(compared, 'c');
        all.insert(all.end(), others.begin(), others.end());
        auto const wanted = *rc::gen::inRange<std::size_t>(1, treated + compared + 1);
        auto const shares = shares_of(all, wanted);
        RC_ASSERT(shares.t + shares.c == wanted && shares.t <= treated && shares.c <= compared && shares.a == 0);
    }));
}

TEST(Panel, EveryShownGroupHasTenAndWhatIsHiddenCannotBeTakenFromTheRest)
{
    EXPECT_TRUE(rc::check("each cohort and each kelurahan within it is of ten units or more", [] {
        auto const units = *rc::gen::inRange(10, 200);
        std::vector<PanelRow> rows;
        for (int i = 0; i < units; ++i) {
            PanelRow row;
            row.unit = std::to_string(i);
            row.cohort = "C" + std::to_string(*rc::gen::inRange(0, 6));
            row.kelurahan = "K" + std::to_string(*rc::gen::inRange(0, 8));
            rows.push_back(row);
        }
        coarsen(rows, 10);
        std::map<std::string, std::int64_t> cohorts;
        std::map<std::pair<std::string, std::string>, std::int64_t> cells;
        for (auto const& row : rows) {
            ++cohorts[row.cohort];
            ++cells[{row.cohort, row.kelurahan}];
        }
        for (auto const& [cohort, count] : cohorts)
            RC_ASSERT(count >= 10);
        for (auto const& [cell, count] : cells)
            RC_ASSERT(count >= 10);
    }));
}

TEST(Machines, ReachAnEndFromEachState)
{
    EXPECT_EQ(workflow::check_machine(followup_machine()), std::vector<std::string> {});
    EXPECT_EQ(workflow::check_machine(survey_machine()), std::vector<std::string> {});
    EXPECT_EQ(followup_machine().start_state().name, "due");
    EXPECT_EQ(followup_machine().transition("again", "give_up")->to, "unreachable");
    EXPECT_EQ(followup_machine().transition("due", "expire")->permission, "") << "time does it";
}

} // namespace
} // namespace rtkeren::followup
