#include "turnover/flags.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace rtkeren::turnover {
namespace {

using enterprise::Channel;
using enterprise::Method;

Record sale(int ago, std::int64_t amount, Channel channel = Channel::Rumah, Method method = Method::CashBook)
{
    Record made;
    made.from = made.to = Date::from_days(20'000 - ago);
    made.channel = channel;
    made.method = method;
    made.amount = Rupiah::checked(amount);
    return made;
}

std::string codes(NewRecord const& record, std::vector<Record> const& earlier, std::int64_t twins = 0)
{
    std::string text;
    for (auto const& flag : flags_of(record, {earlier, twins})) {
        EXPECT_EQ(flag.severity, Severity::Warn);
        text += (text.empty() ? "" : " ") + flag.code.substr(std::string_view("turnover.flag_").size());
    }
    return text;
}

TEST(Flags, TenTimesTheOwnMedianOfTheSameChannelAndMethod)
{
    std::vector<Record> const earlier {sale(1, 40'500), sale(2, 50'500), sale(3, 61'000), sale(4, 0)};
    EXPECT_EQ(codes(sale(0, 505'000), earlier), "") << "ten times is not more than ten times; the zero day does not pull the middle down";
    EXPECT_EQ(codes(sale(0, 505'001), earlier), "median");
    EXPECT_EQ(codes(sale(0, 505'001, Channel::Daring), earlier), "") << "another channel has no past";
    EXPECT_EQ(codes(sale(0, 5'050'010), {earlier.begin(), earlier.begin() + 2}), "") << "two days are no past";
    auto week = sale(6, 707'000);
    week.to = Date::from_days(20'000);
    EXPECT_EQ(codes(week, earlier), "") << "a week is compared by its days";
    week.selling_days = 1;
    EXPECT_EQ(codes(week, earlier), "median") << "by its selling days where they are said";
}

TEST(Flags, FourInFiveRoundToHundredThousand)
{
    std::vector<Record> earlier {sale(1, 100'000), sale(2, 200'000), sale(3, 300'000), sale(4, 123'000)};
    EXPECT_EQ(codes(sale(0, 400'000), earlier), "round");
    EXPECT_EQ(codes(sale(0, 410'000), earlier), "") << "a row that is not round is not to blame";
    earlier.back().amount = 99'000_rp;
    earlier[0].amount = 1'000_rp;
    EXPECT_EQ(codes(sale(0, 400'000), earlier), "") << "three in five";
    earlier.pop_back();
    earlier[0].amount = 100'000_rp;
    EXPECT_EQ(codes(sale(0, 400'000), earlier), "") << "four rows say nothing yet";
}

TEST(Flags, SameAmountInTheNeighbourhoodAndABazaarDayAboveFiveHomeDays)
{
    EXPECT_EQ(codes(sale(0, 75'000), {}, 2), "twins");
    EXPECT_EQ(codes(sale(0, 0), {}, 2), "") << "nobody copies nothing";
    std::vector<Record> const earlier {sale(1, 40'500), sale(2, 50'500), sale(3, 61'000)};
    EXPECT_EQ(codes(sale(0, 252'500, Channel::Bazar, Method::StallTally), earlier), "");
    EXPECT_EQ(codes(sale(0, 252'501, Channel::Bazar, Method::StallTally), earlier), "bazaar");
}

TEST(Flags, AreStoredAndReadAgainWithoutAnAmount)
{
    std::vector<Record> const earlier {sale(1, 100'000), sale(2, 100'000), sale(3, 100'000), sale(4, 100'000)};
    auto const flags = flags_of(sale(0, 7'700'000), {earlier, 3});
    ASSERT_EQ(flags.size(), 3U);
    auto const text = flags_text(flags);
    EXPECT_EQ(flags_of_text(text), flags);
    EXPECT_EQ(text.find("7700000"), std::string::npos);
    EXPECT_EQ(text.find("100000"), std::string::npos) << "a warning must not tell an officer the owner's median";
    EXPECT_TRUE(flags_of_text("[]").empty());
}

} // namespace
} // namespace rtkeren::turnover
