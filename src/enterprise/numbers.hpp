#pragma once

#include "identifiers/inspection.hpp"
#include "language/language.hpp"

#include <optional>
#include <span>

/// The numbers of licences: how they are inspected and how their parts read.
namespace rtkeren::enterprise {

/// By the rules of its kind; "suket" and "pkp" have no public form, so only that something is written. The certificate's own last day decides a P-IRT.
[[nodiscard]] identifiers::Inspection inspect_number(std::string_view kind, std::string_view typed, Date today, std::optional<Date> valid_until);
/// "error", "warn", "info" or "none".
[[nodiscard]] std::string worst_of(identifiers::Inspection const&);
/// "P-IRT", "Sertifikat halal"
[[nodiscard]] std::string kind_label(std::string_view kind);
/// What a part of a number is called: "Kemasan", "Tahun berakhir".
[[nodiscard]] std::string part_label(std::string_view part);
/// How a part reads: dates in words, "female" as "perempuan".
[[nodiscard]] std::string part_text(std::string_view part, std::string_view value);

/// Names of parts, and codes that the program has no other sentence for.
[[nodiscard]] std::span<language::Message const> number_messages();

} // namespace rtkeren::enterprise
