#pragma once

#include "enterprise/products.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// How far a product is on the way of papers that its kind must go (legality.hpp): which step is reached, since when, and whose move it is.
namespace rtkeren::enterprise {

enum class StepState : std::uint8_t {
    Done, // somebody looked it up and it was there
    Checking, // a number is recorded that nobody looked up yet
    Wrong, // the number cannot be right, was not found, is another's, or has run out
    Applied, // asked for, no number yet
    Missing,
    NotNeeded, // a P-IRT for what keeps less than seven days
};
[[nodiscard]] std::string_view name_of(StepState); // "done"

/// A paper of the business as far as the way needs it.
struct Paper {
    LicenceId id;
    std::string kind; // "pirt"
    std::string number; // "" where it is sealed
    std::string worst, result; // as stored with the licence
    Date entered_on;
    std::optional<Date> issued_on {}, valid_until {}, checked_on {};
    std::vector<ProductId> covers {}; // empty: every product that its digits fit
};
/// Something asked for and not yet answered; without a product it is for the business.
struct Applied {
    std::string step;
    std::optional<ProductId> product;
    Date on;
    std::optional<ApplicationId> application {};
};
struct ProductFacts {
    ProductId id;
    std::string kind, packaging, food;
    std::optional<std::int64_t> shelf_days {};
    std::optional<Date> recipe_changed_on {};
    Date entered_on;
};

struct StandingStep {
    std::string step; // "nib", "pkp", "pirt", "bpom", "halal", "merek"
    bool required {true}; // else recommended
    StepState state {StepState::Missing};
    std::string desk; // where it is got: "dinkes"
    std::string whose; // whose move: "pemilik", "pemeriksa", a desk; "" where nobody has to move
    std::optional<Date> since {}; // done: the day it was looked up; else since when it is this move. Nothing where its turn has not come
    std::optional<LicenceId> licence {};
    std::optional<ApplicationId> application {}; // that it lies at a desk by
    bool mismatch {false}; // a P-IRT whose digits name another packaging or kind of food
    bool recipe_changed {false}; // the recipe is younger than the paper
    std::string certainty, basis, note; // as in the table
};
struct Standing {
    std::vector<StandingStep> steps; // in the order of getting them
    std::optional<std::size_t> now {}; // the first required one that is not done: what the product waits for

    [[nodiscard]] bool complete() const { return !now; } // every required paper is proven
    [[nodiscard]] StandingStep const* step(std::string_view name) const;
};
/// Pure. An unknown kind has no steps.
[[nodiscard]] Standing judge_standing(ProductFacts const&, std::span<Paper const>, std::span<Applied const>, Date today);

struct ProductStanding {
    ProductId product;
    BusinessId business; // that stands for itself
    std::string product_name, kind, region, kelurahan;
    Standing standing;
    std::string business_name {}, gtin {}, label_status {};
    PersonId owner {};
    bool closed {false}; // the business
};
/// enterprise.no_product
[[nodiscard]] Result<Standing> legal_standing(db::ReadTx&, Services const&, ProductId);
/// Of a business: one a product that is not stopped, by name.
[[nodiscard]] Result<std::vector<ProductStanding>> legal_standing(db::ReadTx&, Services const&, BusinessId);
/// Of every product within a place that is not stopped ("" is the city), in four queries: for boards and nightly figures.
[[nodiscard]] Result<std::vector<ProductStanding>> legal_standings_in(db::ReadTx&, Services const&, std::string_view place);

} // namespace rtkeren::enterprise
