#include "ladder/clinics.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace rtkeren::ladder {
namespace {

/// Sri has three products that lack only the halal certificate; Tono one; Wati's lacks P-IRT too.
std::vector<Blocked> blocked_by_hand()
{
    return {{"halal", "sri", true}, {"halal", "sri", true}, {"halal", "sri", true}, {"halal", "tono", true}, {"halal", "wati", false}, {"pirt", "wati", true}, {"pirt", "agus", true}, {"nib", "budi", false}};
}
SeatCost cost(std::string step, std::int64_t amount) { return {.step = std::move(step), .source = CostSource::Pack, .per_seat = Rupiah::of(amount)}; }

Success success(std::string step, std::int64_t share_bp) { return {.step = std::move(step), .source = SuccessSource::Assumed, .share_bp = share_bp}; }
std::vector<Success> const& all_succeed()
{
    static std::vector<Success> const all {success("nib", 10'000), success("pirt", 10'000), success("halal", 10'000)};
    return all;
}
Date course_day(std::string_view text) { return Date::parse(text).value(); }

TEST(Clinics, AnOwnerSitsOnceForAllProducts)
{
    auto const blocked = blocked_by_hand();
    std::vector<SeatCost> const costs {cost("halal", 100'000), cost("pirt", 40'000)};
    auto const clinics = clinics_of(blocked, costs, all_succeed());
    ASSERT_EQ(clinics.size(), 3U);
    EXPECT_EQ(clinics[0].step, "pirt");
    EXPECT_EQ(clinics[0].per_product, 40'000_rp);
    EXPECT_EQ(clinics[1].step, "halal");
    EXPECT_EQ(clinics[1].only, 4);
    EXPECT_EQ(clinics[1].next, 1) << "what lacks more than this is not unblocked by it";
    EXPECT_EQ(clinics[1].seats, 2);
    EXPECT_EQ(clinics[1].total, 200'000_rp);
    EXPECT_EQ(clinics[1].per_product, 50'000_rp);
    EXPECT_EQ(clinics[2].step, "nib");
    EXPECT_FALSE(clinics[2].per_product) << "no cost is known and nothing would be unblocked";
}

TEST(Clinics, MoneyGoesToWhoHasMostToUnblock)
{
    auto const blocked = blocked_by_hand();
    std::vector<SeatCost> const costs {cost("halal", 100'000), cost("pirt", 40'000)};
    auto const clinics = clinics_of(blocked, costs, all_succeed());
    auto const answer = what_if(150'000_rp, blocked, clinics);
    ASSERT_EQ(answer.alone.size(), 2U);
    EXPECT_EQ(answer.alone[0].products, 2) << "two seats for P-IRT";
    EXPECT_EQ(answer.alone[1].seats, 1);
    EXPECT_EQ(answer.alone[1].products, 3) << "Sri first";
    EXPECT_EQ(answer.mixed_sum.products, 4) << "Sri's three for 100.000, then one P-IRT for 40.000";
    EXPECT_EQ(answer.mixed_sum.cost, 140'000_rp);
    EXPECT_EQ(what_if(30'000_rp, blocked, clinics).mixed_sum.seats, 0);
}

TEST(Clinics, NotEverySeatSucceeds)
{
    auto const blocked = blocked_by_hand();
    std::vector<SeatCost> const costs {cost("halal", 100'000), cost("pirt", 40'000)};
    std::vector<Success> const some {success("halal", 4'000), success("pirt", 1'000)};
    auto const clinics = clinics_of(blocked, costs, some);
    EXPECT_EQ(clinics[0].step, "halal") << "dearer a seat, but more of them come through";
    EXPECT_EQ(clinics[0].expected_tenths, 16) << "four products, two in five succeed";
    EXPECT_EQ(clinics[0].per_product, 125'000_rp) << "200.000 by 1,6";
    EXPECT_EQ(clinics[1].expected_tenths, 2);
    EXPECT_EQ(clinics[1].per_product, 400'000_rp);
    auto const answer = what_if(150'000_rp, blocked, clinics);
    EXPECT_EQ(answer.mixed_sum.products, 4);
    EXPECT_EQ(answer.mixed_sum.expected_bp, 13'000) << "Sri's three at two in five, one P-IRT at one in ten";
    EXPECT_EQ(answer.mixed_sum.expected_tenths(), 13);

    std::vector<Success> const nobody {success("halal", 0)};
    auto const hopeless = clinics_of(blocked, costs, nobody);
    EXPECT_FALSE(hopeless[0].per_product);
    EXPECT_TRUE(what_if(1'000'000_rp, blocked, hopeless).mixed.empty()) << "nothing is bought that never succeeded, nor what nobody knows of";
    EXPECT_EQ(what_if(1'000'000_rp, blocked, hopeless).alone.size(), 1U);
}

TEST(Clinics, SuccessIsMeasuredOnceItsDaysAreOver)
{
    std::vector<PastSeat> seats;
    for (int i = 0; i < 12; ++i)
        seats.push_back({"pirt", "Kue kering", "s" + std::to_string(i), course_day("2024-01-10"), i < 3 ? std::optional(course_day("2024-05-01")) : std::nullopt});
    seats.push_back({"pirt", "Kue kering", "s3", course_day("2024-01-10"), course_day("2024-02-01")}); // another business of the same owner
    seats.push_back({"pirt", "Kue kering", "had", course_day("2024-01-10"), course_day("2023-12-01")});
    seats.push_back({"pirt", "Keripik", "late", course_day("2024-01-10"), course_day("2024-12-01")});
    seats.push_back({"pirt", "Keripik", "young", course_day("2024-09-01"), course_day("2024-09-02")});
    seats.push_back({"halal", "Halal", "other", course_day("2024-01-10"), course_day("2024-02-01")});
    auto const seen = success_of("pirt", seats, course_day("2024-12-31"));
    EXPECT_EQ(seen.source, SuccessSource::Measured);
    EXPECT_EQ(seen.seats, 13) << "without who had it before and whose days are not over";
    EXPECT_EQ(seen.proven, 4);
    EXPECT_EQ(seen.share_bp, 3'076);
    EXPECT_EQ(seen.said, "Kue kering, Keripik");
    auto const few = success_of("halal", seats, course_day("2024-12-31"));
    EXPECT_EQ(few.source, SuccessSource::Unknown) << "one seat tells nothing";
    EXPECT_EQ(few.seats, 1);
    EXPECT_EQ(success_of("pirt", seats, course_day("2024-07-07")).seats, 0) << "half a year is not over";
}

TEST(Clinics, ACostNobodyCanPayIsNoSum)
{
    std::vector<Blocked> const blocked {{"nib", "a", true}, {"nib", "b", true}};
    std::vector<SeatCost> const costs {cost("nib", Rupiah::limit)};
    auto const clinics = clinics_of(blocked, costs, all_succeed());
    EXPECT_FALSE(clinics[0].total);
    EXPECT_EQ(cost_per_seat(1'000'000_rp, 3), 333'333_rp);
    EXPECT_EQ(cost_per_seat(1'000'001_rp, 2), 500'001_rp) << "half a rupiah up";
    EXPECT_FALSE(cost_per_seat(1'000'000_rp, 0));
    EXPECT_FALSE(cost_per_seat(0_rp, 3)) << "a course that was not paid has no cost yet";
}

TEST(Clinics, NeverMoreMoneySeatsOrProductsThanThereAre)
{
    EXPECT_TRUE(rc::check([] {
        std::vector<Blocked> blocked;
        auto const count = *rc::gen::inRange(0, 50);
        for (int i = 0; i < count; ++i)
            blocked.push_back({*rc::gen::element<std::string>("nib", "pirt", "halal"), "o" + std::to_string(*rc::gen::inRange(0, 12)), *rc::gen::arbitrary<bool>()});
        std::vector<SeatCost> const costs {cost("nib", *rc::gen::inRange(1, 90'000)), cost("pirt", *rc::gen::inRange(1, 90'000))};
        auto const clinics = clinics_of(blocked, costs, all_succeed());
        std::int64_t counted = 0;
        for (auto const& clinic : clinics) {
            counted += clinic.only + clinic.next;
            RC_ASSERT(clinic.seats <= clinic.only);
        }
        RC_ASSERT(counted == count);
        auto const money = Rupiah::of(*rc::gen::inRange(0, 1'000'000)).value();
        auto const answer = what_if(money, blocked, clinics);
        RC_ASSERT(answer.mixed_sum.cost <= money);
        std::int64_t most = 0;
        for (auto const& clinic : clinics)
            most += clinic.cost.per_seat ? clinic.only : 0; // all succeed
        RC_ASSERT(answer.mixed_sum.products <= most);
        for (auto const& bought : answer.alone)
            RC_ASSERT(bought.cost <= money);
        RC_ASSERT(what_if(Rupiah::of(money.value() * 1000 + 100'000'000).value(), blocked, clinics).mixed_sum.products == most);
    }));
}

} // namespace
} // namespace rtkeren::ladder
