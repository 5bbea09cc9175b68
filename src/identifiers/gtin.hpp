#pragma once

#include "identifiers/inspection.hpp"

namespace rtkeren::identifiers {

/// A product's number under its bar code: GTIN of 8, 12, 13 or 14 digits, or a GS1 Digital Link that carries one
/// ("https://id.gs1.org/01/09521234543213/10/ABC123?17=261231"), of which the value is the GTIN in 14 digits.
/// Parts: form ("GTIN-13"), gtin14, prefix; of a link also link (canonical path), variant, batch, serial, and dates by name (expiry, best_before, ...).
/// Errors: gtin.format, gtin.digits_lost, gtin.checksum; of a link gtin.link, gtin.order, gtin.date.
/// Warn: gtin.restricted: numbers for use inside a shop, which a chain refuses; bazaar labels may have them. Info: gtin.indonesia: issued by GS1 Indonesia,
/// which says nothing on where a product was made. Source: GS1 General Specifications, Digital Link URI syntax.
[[nodiscard]] Inspection inspect_gtin(std::string_view typed);

/// The digit that completes 7, 11, 12 or 13 digits.
[[nodiscard]] char gtin_check_digit(std::string_view digits);

} // namespace rtkeren::identifiers
