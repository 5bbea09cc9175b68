#pragma once

#include "base/result.hpp"

#include <compare>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rtkeren {

/// Whole rupiah, signed, never beyond ±10^15, so that adding two can never wrap.
/// There is no multiplication, no division and no floating point: money is divided by `allocate` only.
class Rupiah {
public:
    static constexpr std::int64_t limit = 1'000'000'000'000'000;

    constexpr Rupiah() = default;
    /// nullopt outside ±10^15.
    static constexpr std::optional<Rupiah> of(std::int64_t amount)
    {
        if (amount > limit || amount < -limit)
            return std::nullopt;
        return Rupiah(amount);
    }
    /// For amounts that are bounded already (a stored value, a count of test data); out of range is our bug.
    static Rupiah checked(std::int64_t amount);

    [[nodiscard]] constexpr std::int64_t value() const { return m_amount; }
    [[nodiscard]] constexpr bool is_zero() const { return m_amount == 0; }
    [[nodiscard]] constexpr bool is_positive() const { return m_amount > 0; }
    [[nodiscard]] constexpr bool is_negative() const { return m_amount < 0; }

    constexpr Rupiah operator-() const { return Rupiah(-m_amount); }
    constexpr auto operator<=>(Rupiah const&) const = default;

    friend constexpr std::optional<Rupiah> checked_add(Rupiah a, Rupiah b) { return of(a.m_amount + b.m_amount); }
    /// For sums of amounts of one city, which stay far below the limit; leaving it is our bug and stops the program.
    friend Rupiah operator+(Rupiah a, Rupiah b) { return checked(a.m_amount + b.m_amount); }
    friend Rupiah operator-(Rupiah a, Rupiah b) { return checked(a.m_amount - b.m_amount); }
    Rupiah& operator+=(Rupiah other) { return *this = *this + other; }
    Rupiah& operator-=(Rupiah other) { return *this = *this - other; }

private:
    explicit constexpr Rupiah(std::int64_t amount) : m_amount(amount) { }
    std::int64_t m_amount {0};
    friend consteval Rupiah operator""_rp(unsigned long long);
};

/// `50'000'000_rp`; beyond 10^15 it does not compile.
consteval Rupiah operator""_rp(unsigned long long amount)
{
    if (amount > static_cast<unsigned long long>(Rupiah::limit))
        throw "amount beyond 10^15";
    return Rupiah(static_cast<std::int64_t>(amount));
}

/// Reads "Rp1.000.000,00", "1.500.000", "Rp 15.000", "15000"; refuses "1,000,000", "15.00", "1,5 juta", fractions of a
/// rupiah and, unless allowed, negative amounts. Codes: rupiah.format, rupiah.negative, rupiah.range.
enum class Negative : std::uint8_t { Refuse, Allow };
[[nodiscard]] Result<Rupiah> parse_rupiah(std::string_view text, Negative negative = Negative::Refuse);

/// "Rp1.350.000", "-Rp5.000".
[[nodiscard]] std::string format_rupiah(Rupiah);
/// "1.350.000" for table cells whose heading names the unit.
[[nodiscard]] std::string format_number(std::int64_t);
/// "Rp22,05 miliar", "Rp805 juta": for headlines; never exact, never `M` alone.
[[nodiscard]] std::string format_rupiah_short(Rupiah);
/// "tiga puluh satu miliar lima ratus juta" as CLDR spells it; `negatif` before negative numbers.
[[nodiscard]] std::string terbilang(std::int64_t);
/// The number of such words, as written on a kuitansi: any case, `milyar` for `miliar`, `rupiah` at the end. Other spellings ("satu ratus") are nothing.
[[nodiscard]] std::optional<std::int64_t> parse_terbilang(std::string_view);

/// Hundredths of a percent: 3000 is 30 %.
class BasisPoints {
public:
    constexpr explicit BasisPoints(std::int32_t value) : m_value(value) { }
    [[nodiscard]] constexpr std::int32_t value() const { return m_value; }
    constexpr auto operator<=>(BasisPoints const&) const = default;

private:
    std::int32_t m_value;
};
/// Of the magnitude, so that the portion of -x is minus the portion of x: Down is towards zero.
enum class Rounding : std::uint8_t { Down, Up, HalfUp };
[[nodiscard]] Rupiah portion_of(Rupiah, BasisPoints, Rounding);

/// Splits `total` by integer weights, largest remainder first, ties by order; the parts sum to `total`.
/// Weights are not negative and not all zero. The only division of money.
[[nodiscard]] std::vector<Rupiah> allocate(Rupiah total, std::span<std::int64_t const> weights);

} // namespace rtkeren
