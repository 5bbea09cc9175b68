#pragma once

#include "identifiers/inspection.hpp"

#include <optional>

namespace rtkeren::identifiers {

/// Home-industry food number `K JJ PPKK UU NNNN-TT`: packaging, food type, city, product, producer, year in which it ends.
/// The number carries only the year: with the certificate's own last day (`valid_to`) expiry is judged by that day.
/// Parts: packaging, packaging_name, food, food_name, region, product, producer, year.
/// Errors: pirt.format, pirt.digits_lost, pirt.legacy (12 digits, before 2012), pirt.packaging, pirt.food, pirt.region (no such province), pirt.product,
/// pirt.producer, pirt.year (over five years ahead), pirt.expired. Warn: pirt.hyphen, pirt.expiring (in its last year), pirt.region (regency not known).
/// Source: BPOM 22/2018.
[[nodiscard]] Inspection inspect_pirt(std::string_view typed, Date today, std::optional<Date> valid_to = std::nullopt);

/// Adds Warn pirt.product_mismatch where the product's own packaging ("2") or food type ("06") is not the number's; empty means not stated.
void compare_pirt(Inspection& pirt, std::string_view packaging, std::string_view food);

struct PirtCode {
    std::string_view code, name;
};
[[nodiscard]] std::span<PirtCode const> pirt_packagings(); // "1" gelas ... "8" ganda
[[nodiscard]] std::span<PirtCode const> pirt_foods();      // "01" ... "15"

} // namespace rtkeren::identifiers
