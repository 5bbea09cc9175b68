#pragma once

#include "identifiers/inspection.hpp"

namespace rtkeren::identifiers {

/// A mobile number of Indonesia as "628…": from "+62 812-…", "62812…", "0812…", "812…". phone.format
[[nodiscard]] Result<std::string> normalise_phone(std::string_view typed);
/// A bank account: 6 to 20 digits, separators taken out. account.format
[[nodiscard]] Result<std::string> normalise_account(std::string_view typed);

/// The same as inspections; codes phone.format, phone.digits_lost, account.format, account.digits_lost. Part of a phone: local ("0812…").
[[nodiscard]] Inspection inspect_phone(std::string_view typed);
[[nodiscard]] Inspection inspect_account(std::string_view typed);

[[nodiscard]] std::string mask_phone(std::string_view phone);     // "6281••••••789"
[[nodiscard]] std::string mask_account(std::string_view account); // "••••••3210"

} // namespace rtkeren::identifiers
