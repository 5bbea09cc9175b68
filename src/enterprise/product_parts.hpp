#pragma once

#include "enterprise/pages_room.hpp"
#include "enterprise/product_store.hpp"
#include "enterprise/standing.hpp"

/// What the pages of products share: words and options.
namespace rtkeren::enterprise {

struct WaitsWords {
    std::string text, tone;
};
/// "menunggu P-IRT" in a badge; "lengkap" when nothing is missing.
[[nodiscard]] WaitsWords waits_words(Standing const&);
/// "P-IRT: belum ada, giliran pemilik sejak 5 Januari 2026"
[[nodiscard]] std::string waits_sentence(Standing const&);
[[nodiscard]] std::vector<StepLine> step_lines(ProductGround const&, Standing const&, bool may_change);
[[nodiscard]] std::string kind_words(std::string_view kind);
[[nodiscard]] std::vector<html::Option> kind_options();
[[nodiscard]] std::string allergen_words(std::string_view allergens);
/// One a line or parted by commas, without what stands empty.
[[nodiscard]] std::vector<std::string> ingredient_lines(std::string_view ingredients);

} // namespace rtkeren::enterprise
