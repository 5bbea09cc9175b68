#include "screens/parts.hpp"

#include "language/language.hpp"

#include <gtest/gtest.h>

#include <array>

namespace rtkeren::screens {

namespace {

constexpr std::array notice_test_messages {language::Message {"test.saved", "Tersimpan: {amount:rp}."}};

std::string notice_on(std::string const& path, std::string const& cookie)
{
    http::Request request;
    request.path = path;
    request.cookies[std::string(notice_cookie)] = cookie;
    std::optional<http::Session> const nobody;
    http::Exchange const exchange {request, nobody, {}, Language::Indonesian};
    return notice_of(exchange);
}

} // namespace

TEST(Notice, ShowsOnThePageItIsMeantForAndNowhereElse)
{
    language::register_messages(notice_test_messages);
    auto const cookie = notice_value({.id = "x", .href = "/belanja/x?baru=1", .message = "test.saved", .arguments = {{"amount", "1350000"}}});
    EXPECT_EQ(notice_on("/belanja/x", cookie), "Tersimpan: Rp1.350.000.");
    EXPECT_EQ(notice_on("/belanja/y", cookie), "");
}

TEST(Notice, IgnoresWhatIsNoNotice)
{
    for (auto const* cookie : {"", "%%%", "e30", "bm90IGpzb24", "W10"})
        EXPECT_EQ(notice_on("/", cookie), "");
}

} // namespace rtkeren::screens
