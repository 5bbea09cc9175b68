#pragma once

#include "identifiers/inspection.hpp"

namespace rtkeren::identifiers {

/// A tax number: 15 digits with Luhn's digit ninth (`TT.SSS.SSS.C-KKK.BBB`), the same with 0 before it (16), or since PMK 112/PMK.03/2022 the NIK
/// of a resident person. 22 digits are a branch's NITKU: its first 16 are inspected.
/// Parts: form ("15", "16", "nik"), formatted, npwp16, office, branch; of a NIK those of the NIK.
/// Errors: npwp.format, npwp.length, npwp.checksum, npwp.digits_lost, and those of NIK. Info: npwp.branch.
[[nodiscard]] Inspection inspect_npwp(std::string_view typed, Date today);

/// "01.300.066.6-091.000" of 15 digits, also with 0 before them; anything else unchanged.
[[nodiscard]] std::string format_npwp(std::string_view digits);

} // namespace rtkeren::identifiers
