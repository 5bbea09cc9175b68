#pragma once

#include "enterprise/pages_room.hpp"
#include "identifiers/inspection.hpp"

/// Licences as pages show them: parts, findings in words, what was found when somebody looked.
namespace rtkeren::enterprise {

[[nodiscard]] std::vector<Fact> parts_of(identifiers::Inspection const&);
[[nodiscard]] std::vector<FindingLine> findings_of(identifiers::Inspection const&);
[[nodiscard]] LicenceCard card_of(Services const&, Actor const&, Business const&, Licence const&);
/// "Nama sama, telepon sama" of "name,same_phone".
[[nodiscard]] std::string like_words(std::string_view reasons);

} // namespace rtkeren::enterprise
