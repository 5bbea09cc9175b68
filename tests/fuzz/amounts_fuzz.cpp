#include "fuzz/fuzz.hpp"

#include "base/check.hpp"
#include "base/date.hpp"
#include "base/id.hpp"
#include "base/rupiah.hpp"
#include "base/sha256.hpp"
#include "base/text.hpp"

/// What is read is written and read again to the same value: amounts, dates, instants, ids, integers, texts.
namespace {

using namespace rtkeren;

void amounts(std::string_view typed)
{
    auto const amount = parse_rupiah(typed, Negative::Allow);
    if (!amount.ok())
        return;
    CHECK(parse_rupiah(format_rupiah(*amount), Negative::Allow).value() == *amount);
    CHECK(parse_terbilang(terbilang(amount->value())) == amount->value());
}

void dates(std::string_view typed)
{
    auto const date = Date::parse_typed(typed);
    if (!date.ok())
        return;
    CHECK(Date::parse(date->iso()).value() == *date);
    if (date->year() >= 1000) // people type four digits
        CHECK(Date::parse_typed(format_date(*date)).value() == *date);
}

void instants(std::string_view typed)
{
    auto const instant = Instant::parse(typed);
    if (instant.ok())
        CHECK(Instant::parse(instant->iso()).value() == *instant);
}

void names(std::string_view typed)
{
    auto const ulid = Ulid::parse(typed);
    if (ulid.ok())
        CHECK(ulid->str() == typed);
    auto const hash = Sha256::parse(typed);
    if (hash.ok())
        CHECK(hash->str() == typed);
    auto const number = parse_integer(typed);
    if (number)
        CHECK(parse_integer(std::to_string(*number)) == number);
    auto const text = parse_text(typed, 1, 200);
    if (text.ok())
        CHECK(parse_text(*text, 1, 200).value() == *text);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(unsigned char const* data, std::size_t size)
{
    auto const text = fuzz::text_of(data, size);
    amounts(text);
    dates(text);
    instants(text);
    names(text);
    return 0;
}
