#pragma once

#include "identifiers/inspection.hpp"

#include <optional>

namespace rtkeren::identifiers {

/// A person's NIK, `PPKKCC DDMMYY SSSS`: place of first registration, day of birth (a woman's plus 40), serial. It has no check digit.
/// Parts: province, regency, district (dotted codes), province_name, district_name where known, birth_date (a hint: the century is not in it), sex, serial.
/// Errors: nik.format, nik.digits_lost, nik.day, nik.date, nik.serial, nik.province. Warn: nik.region. Info: nik.century when two centuries are possible.
/// Never store it as a number; show it masked.
[[nodiscard]] Inspection inspect_nik(std::string_view typed, Date today);

/// Adds Warn nik.mismatch where the date or the sex ("male", "female") that the person gave is not what the NIK says. Cards with such mistakes exist.
void compare_nik(Inspection& nik, std::optional<Date> birth_date, std::string_view sex);

/// "3572••••••••0001"; of anything that is no NIK only bullets.
[[nodiscard]] std::string mask_nik(std::string_view nik);

} // namespace rtkeren::identifiers
