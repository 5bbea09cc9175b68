#include "base/rupiah.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <numeric>

namespace rtkeren {
namespace {

/// Room for ten to the fifteenth times any weight.
__extension__ using Wide = __int128;

Error refused_amount(std::string code, std::string_view typed)
{
    auto error = Error::invalid(std::move(code));
    error.detail = std::string(typed.substr(0, 200));
    return error;
}

bool take_sign(std::string_view& text)
{
    for (std::string_view const minus : {"-", "\xE2\x88\x92"}) {
        if (text.starts_with(minus)) {
            text = trim(text.substr(minus.size()));
            return true;
        }
    }
    return false;
}

void take_unit(std::string_view& text)
{
    if (text.size() < 2 || lower_ascii(text.substr(0, 2)) != "rp")
        return;
    text.remove_prefix(2);
    if (text.starts_with('.'))
        text.remove_prefix(1);
    text = trim(text);
}

/// ",00" and the ",-" of shop receipts say that there is no fraction; any other fraction stays and is refused.
void take_empty_fraction(std::string_view& text)
{
    for (std::string_view const fraction : {",00", ",0", ",-"}) {
        if (text.ends_with(fraction)) {
            text.remove_suffix(fraction.size());
            return;
        }
    }
}

/// The digits of "1.500.000" or "1500000"; empty when it is written in any other way.
std::string digits_without_dots(std::string_view text)
{
    auto const groups = split(text, '.');
    std::string digits;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        bool const well_sized = groups.size() == 1 || (i == 0 ? groups[i].size() <= 3 : groups[i].size() == 3);
        if (!is_digits(groups[i]) || !well_sized)
            return {};
        digits += groups[i];
    }
    // "0.500" is half of something, not five hundred.
    if (groups.size() > 1 && digits.front() == '0')
        return {};
    return digits;
}

struct ShortUnit {
    std::int64_t size;
    std::string_view name;
};
constexpr ShortUnit short_units[] {{1'000'000'000'000, "triliun"}, {1'000'000'000, "miliar"}, {1'000'000, "juta"}};

/// Magnitude of any int64, also of the smallest.
std::uint64_t magnitude(std::int64_t value)
{
    return value < 0 ? std::uint64_t {0} - std::uint64_t(value) : std::uint64_t(value);
}

std::string grouped(std::uint64_t value)
{
    auto text = std::to_string(value);
    for (auto at = std::ssize(text) - 3; at > 0; at -= 3)
        text.insert(std::size_t(at), 1, '.');
    return text;
}

} // namespace

Rupiah Rupiah::checked(std::int64_t amount)
{
    auto const rupiah = of(amount);
    CHECK(rupiah.has_value());
    return *rupiah;
}

Result<Rupiah> parse_rupiah(std::string_view typed, Negative negative)
{
    auto text = trim(typed);
    bool is_negative = take_sign(text);
    take_unit(text);
    if (!is_negative)
        is_negative = take_sign(text);
    take_empty_fraction(text);
    auto const digits = digits_without_dots(text);
    if (digits.empty())
        return refused_amount("rupiah.format", typed);
    std::int64_t value = 0;
    auto const [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    auto const amount = error == std::errc {} ? Rupiah::of(is_negative ? -value : value) : std::nullopt;
    if (!amount)
        return refused_amount("rupiah.range", typed);
    if (amount->is_negative() && negative == Negative::Refuse)
        return refused_amount("rupiah.negative", typed);
    return *amount;
}

std::string format_rupiah(Rupiah amount)
{
    return (amount.is_negative() ? "-Rp" : "Rp") + grouped(magnitude(amount.value()));
}

std::string format_number(std::int64_t value)
{
    return (value < 0 ? "-" : "") + grouped(magnitude(value));
}

std::string format_rupiah_short(Rupiah amount)
{
    auto const value = magnitude(amount.value());
    for (std::size_t i = 0; i < std::size(short_units); ++i) {
        auto const size = std::uint64_t(short_units[i].size);
        auto const hundredths = (value + size / 200) / (size / 100);
        // 999.999.999 rounds up to a whole of the next unit: it is asked first whether its rounding reaches one.
        if (hundredths < 100)
            continue;
        auto text = grouped(hundredths / 100);
        if (auto const fraction = hundredths % 100; fraction != 0) {
            text += ',';
            text += char('0' + fraction / 10);
            if (fraction % 10 != 0)
                text += char('0' + fraction % 10);
        }
        return (amount.is_negative() ? "-Rp" : "Rp") + text + " " + std::string(short_units[i].name);
    }
    return format_rupiah(amount);
}

Rupiah portion_of(Rupiah amount, BasisPoints share, Rounding rounding)
{
    CHECK(share.value() >= 0);
    constexpr std::int64_t whole = 10'000;
    Wide const product = Wide {std::abs(amount.value())} * share.value();
    auto quotient = std::int64_t(product / whole);
    auto const rest = std::int64_t(product % whole);
    switch (rounding) {
    case Rounding::Down: break;
    case Rounding::Up: quotient += rest > 0 ? 1 : 0; break;
    case Rounding::HalfUp: quotient += rest * 2 >= whole ? 1 : 0; break;
    }
    return Rupiah::checked(amount.is_negative() ? -quotient : quotient);
}

std::vector<Rupiah> allocate(Rupiah total, std::span<std::int64_t const> weights)
{
    CHECK(std::all_of(weights.begin(), weights.end(), [](std::int64_t weight) { return weight >= 0; }));
    Wide const sum = std::accumulate(weights.begin(), weights.end(), Wide {0});
    CHECK(sum > 0);
    Wide const magnitude_of_total = std::abs(total.value());
    std::vector<std::int64_t> parts;
    std::vector<Wide> remainders;
    auto left = std::abs(total.value());
    for (auto const weight : weights) {
        auto const product = magnitude_of_total * weight;
        parts.push_back(std::int64_t(product / sum));
        remainders.push_back(product % sum);
        left -= parts.back();
    }
    std::vector<std::size_t> order(weights.size());
    std::iota(order.begin(), order.end(), std::size_t {0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return remainders[a] > remainders[b]; });
    // What is left is less than the number of parts with a remainder, so no part without weight gets any.
    for (std::size_t i = 0; left > 0; ++i, --left)
        ++parts[order[i]];
    std::vector<Rupiah> result;
    result.reserve(parts.size());
    for (auto const part : parts)
        result.push_back(Rupiah::checked(total.is_negative() ? -part : part));
    return result;
}

} // namespace rtkeren
