#include "training/attendance_rules.hpp"

#include "base/env.hpp"

#include <gtest/gtest.h>

namespace rtkeren::training {
namespace {

Instant at(std::string_view text) { return Instant::parse(text).value(); }

Session morning()
{
    Session session;
    session.on = Date::parse("2026-01-05").value();
    session.begins = 480;
    session.ends = 660;
    return session;
}

TEST(AttendanceRules, AMeetingHasItsHoursInTheZoneOfTheCity)
{
    auto const wib = times_of(morning(), Zone::Wib);
    EXPECT_EQ(wib.opens, at("2026-01-05T00:00:00.000Z"));
    EXPECT_EQ(wib.ends, at("2026-01-05T04:00:00.000Z"));
    EXPECT_EQ(times_of(morning(), Zone::Wit).ends, at("2026-01-05T02:00:00.000Z"));
    EXPECT_FALSE(is_late(wib, wib.late_after));
    EXPECT_TRUE(is_late(wib, wib.late_after.plus_seconds(1)));
    EXPECT_EQ(hours_of(morning()), "08.00–11.00");
}

TEST(AttendanceRules, TimesBeforeAndLongAfterAreRefused)
{
    auto const session = morning();
    auto const times = times_of(session, Zone::Wib);
    EXPECT_TRUE(check_marking(session, times, times.opens, false).ok());
    EXPECT_EQ(check_marking(session, times, times.opens.plus_seconds(-1), true).error().code, "training.too_early") << "also with a reason";
    EXPECT_TRUE(check_marking(session, times, times.shut, false).ok());
    EXPECT_EQ(check_marking(session, times, times.shut.plus_seconds(1), false).error().code, "training.too_late");
    EXPECT_TRUE(check_marking(session, times, times.shut.plus_seconds(1), true).ok());
}

TEST(AttendanceRules, PortionsMayStrayByATenthOfTheSignatures)
{
    EXPECT_EQ(portions_of(1'350'000, 15'000), 90);
    EXPECT_EQ(portions_of(1'357'499, 15'000), 90);
    EXPECT_TRUE(portions_fit(110, 100));
    EXPECT_FALSE(portions_fit(111, 100));
    EXPECT_TRUE(portions_fit(90, 100));
    EXPECT_FALSE(portions_fit(89, 100));
    EXPECT_FALSE(portions_fit(1, 0)) << "food for nobody";
    EXPECT_TRUE(portions_fit(0, 0));
}

TEST(AttendanceRules, NamesOnPaperAreShort)
{
    EXPECT_EQ(short_name("Siti Nur Aminah"), "Siti N. A.");
    EXPECT_EQ(short_name("Tin"), "Tin");
    EXPECT_EQ(short_name("  Élise   Öz "), "Élise Ö.");
}

TEST(AttendanceRules, AProofStandsOnce)
{
    EXPECT_EQ(with_route("", "qr"), "qr");
    EXPECT_EQ(with_route("qr", "paper"), "qr,paper");
    EXPECT_EQ(with_route("qr,paper", "qr"), "qr,paper");
}

TEST(AttendanceRules, TheQrLivesTwoStepsAndOpensItsMeetingOnly)
{
    FixedEnv env(at("2026-01-05T01:00:00.000Z"));
    auto const keys = secrets::Keys::from(env);
    auto const others = secrets::Keys::from(env);
    auto const session = SessionId(env.ulid()), another = SessionId(env.ulid());
    auto const start = at("2026-01-05T01:00:00.000Z"); // a whole step
    auto const token = session_token(keys, session, start);
    EXPECT_EQ(session_of_token(keys, token, start), session);
    EXPECT_EQ(session_of_token(keys, token, start.plus_seconds(2 * token_step_seconds - 1)), session);
    EXPECT_FALSE(session_of_token(keys, token, start.plus_seconds(2 * token_step_seconds)));
    EXPECT_FALSE(session_of_token(keys, token, start.plus_seconds(-1))) << "made for later";
    EXPECT_FALSE(session_of_token(others, token, start));
    EXPECT_FALSE(session_of_token(keys, another.str() + token.substr(26), start)) << "of another meeting";
    EXPECT_FALSE(session_of_ticket(keys, token, start)) << "a token is no ticket";
    EXPECT_FALSE(session_of_token(keys, "", start));
    EXPECT_FALSE(session_of_token(keys, session.str() + ".", start));
}

TEST(AttendanceRules, OnlyTheKeysMakeACodeOfASlip)
{
    FixedEnv env(at("2026-01-05T01:00:00.000Z"));
    auto const keys = secrets::Keys::from(env);
    auto const slip = SlipId(env.ulid());
    auto const code = code_of_slip(keys, slip);
    EXPECT_EQ(code.size(), 9U);
    EXPECT_EQ(code, code_of_slip(keys, slip));
    EXPECT_NE(code, code_of_slip(secrets::Keys::from(env), slip));
    EXPECT_EQ(secrets::normal_code(code).size(), 8U);
}

} // namespace
} // namespace rtkeren::training
