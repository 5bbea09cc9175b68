#pragma once

#include "base/rupiah.hpp"

#include <optional>
#include <string>
#include <string_view>

/// Size classes of PP 7/2021 article 35. Nearly every business here is micro for life, so a class is shown and never counted as progress.
namespace rtkeren::enterprise {

/// By working capital without land and buildings: up to 1 milliard micro, 5 small, 10 medium. Nothing for nothing.
[[nodiscard]] std::string_view class_by_capital(Rupiah capital);
/// By sales of a year: up to 2 milliard micro, 15 small, 50 medium.
[[nodiscard]] std::string_view class_by_sales(Rupiah sales);

struct SizeClass {
    std::string_view name; // "mikro", "kecil", "menengah", "besar"; "" is not known, which is never micro
    std::string_view basis; // "modal", "penjualan" or ""
};
/// Founded after 2 February 2021 (`started_month` "2021-03"): by capital, where it is known. Older, or where only sales are known: by sales,
/// which facilities and empowerment go by for all.
[[nodiscard]] SizeClass classify(std::string_view started_month, std::optional<Rupiah> capital, std::optional<Rupiah> sales);

} // namespace rtkeren::enterprise
