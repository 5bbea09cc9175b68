#include "training/cost_sheet.hpp"
#include "training/selection.hpp"
#include "training/store.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <set>

namespace rtkeren::training {
namespace {

Applicant applicant(std::string id, std::int64_t points, std::string at = "2023-07-03")
{
    Applicant made;
    made.id = std::move(id);
    made.points = points;
    made.entered_at = std::move(at);
    return made;
}

std::vector<Applicant> any_applicants()
{
    std::vector<Applicant> all;
    auto const count = *rc::gen::inRange(0, 40);
    for (int i = 0; i < count; ++i)
        all.push_back(applicant(std::to_string(100 + i), *rc::gen::inRange(0, 8), "2023-07-" + std::to_string(*rc::gen::inRange(10, 20))));
    return all;
}

TEST(Selection, PointsHaveReasons)
{
    Priority const priority;
    auto fresh = applicant("a", 0);
    fresh.idea = fresh.poor = true;
    EXPECT_EQ(points_of(reasons_of(fresh, priority)), 7);
    auto again = fresh;
    again.earlier_topic = 1;
    again.earlier_year = 2;
    again.earlier_household = 1;
    std::vector<std::string> codes;
    for (auto const& reason : reasons_of(again, priority))
        codes.push_back(reason.code);
    EXPECT_EQ(codes, (std::vector<std::string> {"idea", "poor", "repeat_topic", "over_year", "household"}));
    EXPECT_EQ(points_of(reasons_of(again, priority)), 4);
    auto const back = reasons_in(stored_reasons(reasons_of(again, priority)));
    ASSERT_EQ(back.size(), 5U);
    EXPECT_EQ(back[3].count, 2);
}

TEST(Selection, ThePackChoosesThePoints)
{
    auto const pack = rules::Pack::parse(rules::shipped_packs().front().text).value();
    EXPECT_EQ(priority_of(*pack).untrained, pack->number("priority_untrained", -1));
    EXPECT_EQ(priority_of(*pack).repeat_months, pack->number("training_repeat_months", -1));
}

TEST(Selection, EqualPointsGoByWhoCameFirst)
{
    auto const proposal = propose({applicant("c", 3, "2023-07-05"), applicant("b", 3, "2023-07-04"), applicant("a", 1), applicant("d", 5, "2023-07-09")}, 2);
    EXPECT_EQ(proposal.selected, (std::vector<std::string> {"d", "b"}));
    EXPECT_EQ(proposal.waiting, (std::vector<std::string> {"c", "a"}));
}

TEST(Selection, NeverMoreThanThereAreSeatsAndNobodyIsPassedOver)
{
    rc::check("whoever applies", [] {
        auto const all = any_applicants();
        auto const quota = *rc::gen::inRange<std::int64_t>(1, 30);
        auto const proposal = propose(all, quota);
        RC_ASSERT(std::int64_t(proposal.selected.size()) == std::min<std::int64_t>(quota, std::int64_t(all.size())));
        RC_ASSERT(proposal.selected.size() + proposal.waiting.size() == all.size());
        auto const of = [&all](std::string const& id) { return *std::ranges::find(all, id, &Applicant::id); };
        for (auto const& chosen : proposal.selected)
            for (auto const& waiting : proposal.waiting)
                RC_ASSERT(comes_before(of(chosen), of(waiting)));
        for (std::size_t i = 1; i < proposal.waiting.size(); ++i)
            RC_ASSERT(comes_before(of(proposal.waiting[i - 1]), of(proposal.waiting[i])));
    });
}

TEST(Selection, DecisionsStandAndTheRestFollowsThePoints)
{
    rc::check("whatever is decided by hand", [] {
        auto const all = any_applicants();
        auto const quota = *rc::gen::inRange<std::int64_t>(1, 30);
        std::vector<Decided> decisions;
        std::int64_t by_hand = 0;
        for (auto const& each : all)
            if (*rc::gen::inRange(0, 4) == 0) {
                auto const state = *rc::gen::element<std::string>("selected", "waiting", "refused");
                by_hand += state == "selected" ? 1 : 0;
                decisions.push_back({each.id, state});
            }
        auto const settled = settle(all, quota, decisions);
        std::set<std::string> ids;
        std::int64_t selected = 0;
        for (auto const& each : settled) {
            ids.insert(each.id);
            selected += each.state == "selected" ? 1 : 0;
            auto const decided = std::ranges::find(decisions, each.id, &Decided::id);
            auto const stands = decided == decisions.end() ? !each.deviates && each.state != "refused" : each.state == decided->state;
            RC_ASSERT(stands);
        }
        RC_ASSERT(ids.size() == all.size());
        RC_ASSERT(selected <= std::max(quota, by_hand));
    });
}

TEST(Clock, ReadsTimesAsPeopleWriteThem)
{
    EXPECT_EQ(Clock::parse("8.30")->minutes(), 510);
    EXPECT_EQ(Clock::parse(" 08:30 ")->str(), "08.30");
    EXPECT_EQ(Clock::parse("13")->minutes(), 780);
    EXPECT_EQ(Clock::parse("24.00")->minutes(), 1440);
    for (auto const* wrong : {"", "8.5", "25.00", "08.60", "jam 8", "8.30.10", "-1", "24.01"})
        EXPECT_EQ(Clock::parse(wrong).error().code, "clock.format") << wrong;
}

TEST(CostSheet, AddsUpToTheRupiah)
{
    MaterialPart flour;
    flour.name = Text<1, 80>::parse("Tepung").value();
    flour.quantity = planning::Quantity(1500);
    flour.price = 12'001_rp;
    MaterialPart box = flour;
    box.quantity = planning::Quantity(20'000);
    box.price = 500_rp;
    auto const sheet = cost_sheet({flour, box}).value();
    EXPECT_EQ(sheet.total, 28'002_rp) << "18.001,5 half a rupiah up";
    EXPECT_EQ(sheet_in(stored_sheet(sheet)).total, sheet.total);
    EXPECT_EQ(shared_by(sheet.total, 20), 1'400_rp);
    EXPECT_EQ(shared_by(sheet.total, 0), std::nullopt);
    box.price = Rupiah::checked(Rupiah::limit);
    EXPECT_EQ(cost_sheet({flour, box}).error().fields.front().name, "materials.1.price");
}

TEST(LegalPath, SaysBeforehandWhatFrozenMeatNeeds)
{
    auto const day = Date::of(2024, 10, 20).value();
    EXPECT_TRUE(legal_path("beku", day).needs_bpom());
    EXPECT_TRUE(legal_path("kering", day).asks("pirt"));
    EXPECT_FALSE(legal_path("kering", day).needs_bpom());
    EXPECT_FALSE(legal_path("kerajinan", day).asks("pirt") || legal_path("kerajinan", day).asks("bpom"));
    EXPECT_TRUE(legal_path("", day).steps.empty());
    auto const back = path_in(stored_path(legal_path("beku", day)));
    EXPECT_TRUE(back.needs_bpom());
    EXPECT_EQ(back.label, legal_path("beku", day).label);
}

} // namespace
} // namespace rtkeren::training
