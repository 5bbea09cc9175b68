#include "base/actor.hpp"
#include "base/result.hpp"

#include <gtest/gtest.h>
#include <memory>

namespace rtkeren {
namespace {

Result<int> half_of(int number)
{
    if (number % 2 != 0)
        return Error::field("number", "number.odd", std::to_string(number));
    return number / 2;
}

Result<int> quarter_of(int number)
{
    auto const half = TRY(half_of(number));
    auto const quarter = TRY(half_of(half));
    return quarter;
}

Result<void> must_be_even(int number)
{
    TRY(half_of(number));
    return {};
}

Result<std::unique_ptr<int>> owned(int number)
{
    TRY(must_be_even(number));
    auto value = TRY(half_of(number));
    return std::make_unique<int>(value);
}

TEST(Result, CarriesTheValueOrTheError)
{
    EXPECT_EQ(quarter_of(8).value(), 2);
    EXPECT_EQ(quarter_of(6).error().code, "number.odd");
    EXPECT_EQ(quarter_of(6).error().fields.front().value, "3");
    EXPECT_EQ(half_of(3).value_or(7), 7);
    EXPECT_TRUE(must_be_even(2).ok());
    EXPECT_FALSE(must_be_even(1).ok());
    EXPECT_EQ(*owned(4).value(), 2);
    EXPECT_EQ(owned(1).error().kind, ErrorKind::Invalid);
    EXPECT_DEATH((void)half_of(1).value(), "CHECK");
}

TEST(Error, DecidesStatusAndExitCode)
{
    struct Row {
        ErrorKind kind;
        int status, exit_code;
        std::string_view name;
    };
    constexpr Row rows[] {
        {ErrorKind::Invalid, 422, 2, "invalid"}, {ErrorKind::NotFound, 404, 3, "not_found"}, {ErrorKind::Forbidden, 403, 4, "forbidden"},
        {ErrorKind::Conflict, 409, 5, "conflict"}, {ErrorKind::Retry, 503, 6, "retry"}, {ErrorKind::Unavailable, 503, 7, "unavailable"},
        {ErrorKind::Internal, 500, 1, "internal"},
    };
    for (auto const& row : rows) {
        EXPECT_EQ(http_status_of(row.kind), row.status);
        EXPECT_EQ(exit_code_of(row.kind), row.exit_code);
        EXPECT_EQ(name_of(row.kind), row.name);
    }
    EXPECT_EQ(severity_of("block"), std::optional(Severity::Block));
    EXPECT_EQ(severity_of("Block"), std::nullopt);
    EXPECT_EQ(Error::refused({{"rab.umkm_share", Severity::Block, "Perwali"}}).code, "rab.umkm_share");
}

TEST(Actor, HasWhatItsGrantsGive)
{
    Actor actor;
    EXPECT_FALSE(actor.has("spending.record"));
    actor.permissions = {"planning.approve", "spending.record"};
    actor.grants = {{"bendahara", "35.72.03.1002"}};
    EXPECT_TRUE(actor.has("spending.record"));
    EXPECT_FALSE(actor.has("spending"));
    EXPECT_TRUE(actor.has_role("bendahara"));
    EXPECT_FALSE(actor.has_role("lurah"));
}

} // namespace
} // namespace rtkeren
