#pragma once

#include "base/date.hpp"

#include <optional>
#include <string_view>
#include <vector>

/// Which papers a kind of product needs before it may be sold beyond the neighbourhood, in the order in which they are got. From packs/legality.csv,
/// built in: national law, each row with its dates, its basis and how sure we are. A course and a product name a kind; nobody is told at the end of a
/// course on frozen meat that a P-IRT cannot be given for it.
namespace rtkeren::enterprise {

struct LegalStep {
    std::string_view step; // "nib", "pkp", "pirt", "bpom", "halal", "merek": a kind of licence, or "pkp": the class on food safety
    bool required; // else recommended
    std::string_view desk; // whose move it is: "pemilik", "dpmptsp", "dinkes", "bpom", "bpjph", "djki", "gs1", "dinas"
    Date valid_from;
    std::optional<Date> valid_until;
    std::string_view certainty; // "pasti", "diumumkan", "umum", "contoh"
    std::string_view basis; // as it is printed
    std::string_view note; // "" or what to look at
};
struct ProductKind {
    std::string_view code; // "kering", "beku", "kerajinan"
    std::string_view label; // Indonesian, as printed
    std::vector<LegalStep> steps;

    /// The steps in force on a day, in order.
    [[nodiscard]] std::vector<LegalStep> path(Date on) const;
};
/// In the order of the file.
[[nodiscard]] std::vector<ProductKind> const& product_kinds();
/// nullptr when there is no such kind.
[[nodiscard]] ProductKind const* product_kind(std::string_view code);

} // namespace rtkeren::enterprise
