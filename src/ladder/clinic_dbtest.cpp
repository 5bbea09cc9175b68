#include "training/fixture_dbtest.hpp"

#include "ladder/pages_room.hpp"
#include "ladder/room.hpp"
#include "ladder/sql.hpp"

namespace rtkeren::ladder {
namespace {

/// A course that was held and paid for, in a city with a pack.
struct ClinicTest : training::CourseTest {
    Actor desk;

    void SetUp() override
    {
        training::CourseTest::SetUp();
        for (auto& each : ladder::operations())
            all.push_back(std::move(each));
        desk = person("Rini", "dinas", "35.72", {"enterprise.read", "ladder.clinic", "ladder.desk"});
    }
    SeatCost cost_of_step(std::string_view step)
    {
        auto const costs = must_read([&](db::ReadTx& tx) { return seat_costs(tx, services); });
        auto const found = std::ranges::find(costs, step, &SeatCost::step);
        CHECK(found != costs.end());
        return *found;
    }
};

TEST_F(ClinicTest, ASeatCostsWhatIsKnownBest)
{
    auto const proposed = cost_of_step("pirt");
    EXPECT_EQ(proposed.source, CostSource::Pack);
    EXPECT_EQ(proposed.per_seat, 100'000_rp);
    EXPECT_EQ(cost_of_step("bpom").source, CostSource::Unknown) << "nobody knows what a clinic for BPOM costs: no number";
    must(desk, "ladder.link_topic", {{"step", "pirt"}, {"topic", "bakpia"}});
    auto const usual = cost_of_step("pirt");
    EXPECT_EQ(usual.source, CostSource::Topic);
    EXPECT_EQ(usual.per_seat, 750'000_rp);

    auto const id = finished_course();
    EXPECT_EQ(cost_of_step("pirt").source, CostSource::Topic) << "held, not paid yet";
    auto paid = bill(line(rt1, "umkm", "Honor pelatih"), 1'000'000);
    paid["on"] = "2023-07-16";
    paid["papers"] = papers({"kuitansi"});
    must(treasurer, "spending.record_expense", paid);
    auto const spent = cost_of_step("pirt");
    EXPECT_EQ(spent.source, CostSource::Spent);
    EXPECT_EQ(spent.seats, 3);
    EXPECT_EQ(spent.spent, 1'000'000_rp);
    EXPECT_EQ(spent.per_seat, 333'333_rp);
    EXPECT_EQ(spent.as_of, Date::parse("2023-07-16").value());

    auto const courses = must_read([&](db::ReadTx& tx) { return tx.run(sql::courses_of_step, city, "pirt"); });
    ASSERT_EQ(courses.size(), 1U) << "the number leads to what it is made of";
    EXPECT_EQ(courses[0].integer(4), 3);
    EXPECT_EQ(courses[0].rupiah(5), 1'000'000_rp);
    EXPECT_EQ(refusal(desk, "ladder.link_topic", {{"step", "titip"}, {"topic", "bakpia"}}).code, "ladder.step_unknown");
    EXPECT_EQ(refusal(desk, "ladder.link_topic", {{"step", "pirt"}, {"topic", "angin"}}).code, "ladder.no_topic");
    must(desk, "ladder.unlink_topic", {{"step", "pirt"}, {"topic", "bakpia"}});
    EXPECT_EQ(cost_of_step("pirt").source, CostSource::Pack);
}

TEST_F(ClinicTest, SuccessIsAssumedUntilEnoughSeatsTellIt)
{
    must(desk, "ladder.link_topic", {{"step", "pirt"}, {"topic", "bakpia"}});
    finished_course();
    auto const shares = must_read([&](db::ReadTx& tx) { return successes(tx, services); });
    auto const pirt = std::ranges::find(shares, "pirt", &Success::step);
    ASSERT_NE(pirt, shares.end());
    EXPECT_EQ(pirt->source, SuccessSource::Assumed);
    EXPECT_EQ(pirt->share_bp, 5'000);
    EXPECT_NE(pirt->said.find("2023"), std::string::npos) << "which pack assumes it";
}

} // namespace
} // namespace rtkeren::ladder
