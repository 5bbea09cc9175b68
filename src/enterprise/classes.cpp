#include "enterprise/classes.hpp"

#include <array>

namespace rtkeren::enterprise {
namespace {

constexpr std::int64_t milliard = 1'000'000'000;
constexpr std::array<std::string_view, 4> class_names {"mikro", "kecil", "menengah", "besar"};
constexpr std::string_view first_month_by_capital = "2021-03"; // the regulation is of 2 February 2021

/// The limits belong to the class below them.
std::string_view class_of(Rupiah amount, std::array<std::int64_t, 3> const& limits)
{
    std::size_t index = 0;
    while (index < limits.size() && amount.value() > limits.at(index))
        ++index;
    return class_names.at(index);
}

} // namespace

std::string_view class_by_capital(Rupiah capital) { return class_of(capital, {milliard, 5 * milliard, 10 * milliard}); }

std::string_view class_by_sales(Rupiah sales) { return class_of(sales, {2 * milliard, 15 * milliard, 50 * milliard}); }

SizeClass classify(std::string_view started_month, std::optional<Rupiah> capital, std::optional<Rupiah> sales)
{
    if (capital && started_month >= first_month_by_capital)
        return {class_by_capital(*capital), "modal"};
    if (sales)
        return {class_by_sales(*sales), "penjualan"};
    return {};
}

} // namespace rtkeren::enterprise
