#pragma once

#include "identifiers/inspection.hpp"

namespace rtkeren::identifiers {

/// Business number of OSS: 13 digits without a public check digit. Errors: nib.format, nib.digits_lost. Warn: nib.umku (the 21 digits of a permit under a NIB;
/// its first 13 are taken). Info: nib.issued, where the first six digits look like a day since 4 August 2021.
[[nodiscard]] Inspection inspect_nib(std::string_view typed, Date today);

/// Food registration of BPOM, `MD` (domestic) or `ML` (imported) and 12 or 15 digits. A P-IRT number is inspected as such, with Info bpom.is_pirt.
/// Parts: origin, and of 15 digits risk, packaging, province, food, product, company; of 12 packaging, food, province, company, product. They are for showing
/// only: no official layout is published. Errors: bpom.format, bpom.category (a cosmetic, medicine or supplement). Warn: bpom.prefix.
[[nodiscard]] Inspection inspect_bpom(std::string_view typed, Date today);

/// Halal certificate of BPJPH, `ID` and 17 digits; valid while composition and process stay, so there is no expiry here.
/// Parts: province, scale, serial, decided ("2024-04"). Errors: halal.format. Warn: halal.not_bpjph (a KH decree or a laboratory's letter), halal.decided
/// (the last four digits are no past month).
[[nodiscard]] Inspection inspect_halal(std::string_view typed, Date today);

/// Trade mark: `IDM` and 9 digits is registered; anything else is an application. Part: status ("registered", "applied").
/// Error: merek.empty. Warn: merek.unknown where it does not look like an application number (`DID…`, `JID…`) either.
[[nodiscard]] Inspection inspect_merek(std::string_view typed);

} // namespace rtkeren::identifiers
