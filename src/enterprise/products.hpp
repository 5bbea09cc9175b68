#pragma once

#include "base/date.hpp"
#include "base/rupiah.hpp"
#include "enterprise/enterprise.hpp"

#include <optional>
#include <string>
#include <vector>

/// What a business makes and sells. Rooms above reach products by this and by the view enterprise_v_product.
namespace rtkeren::enterprise {

struct Product {
    ProductId id;
    BusinessId business; // where it was recorded; the one that stands for it now is `standing_of`
    std::string code; // of the public page: "/p/{code}"
    std::string name, brand;
    std::string kind; // of legality.hpp
    std::string kbli; // "2025:10710" or ""
    std::optional<std::int64_t> net_milli {}; // thousandths of `unit`
    std::string unit; // "g", "kg", "ml", "l", "pcs"
    std::string packaging, food; // digits of a P-IRT; "" when not said
    std::optional<Rupiah> price_retail {}, price_wholesale {};
    std::optional<Rupiah> cost {}; // of one piece: the owner's secret
    std::optional<std::int64_t> capacity_month {}, batch_min {}, shelf_days {};
    std::string process, ingredients; // ingredients in falling order, one a line
    std::string allergens; // "gluten,telur"
    std::optional<Date> recipe_changed_on {};
    std::string gtin;
    std::string label_text, label_status; // "none", "wrong", "doubtful", "complete"
    bool stopped {false};
    std::optional<Date> stopped_on {};
    std::string stopped_reason;
    bool example {false};
    std::int64_t version {0};
    std::string entered_by_name;
    Instant entered_at;
};
/// enterprise.no_product
[[nodiscard]] Result<Product> find_product(db::ReadTx&, CityId, ProductId);
/// Of a business and of those that it took up, by name; stopped ones last.
[[nodiscard]] Result<std::vector<Product>> products_of(db::ReadTx&, CityId, BusinessId);
[[nodiscard]] std::string href_of(ProductId);
/// "250 g", "1,5 l"; "" where nothing is known.
[[nodiscard]] std::string net_words(Product const&);
/// Hashes of its pictures, the first in front.
[[nodiscard]] Result<std::vector<std::string>> photos_of(db::ReadTx&, CityId, ProductId);

/// The owner's yes to a public page, as long as it was not taken back.
struct Consent {
    Date given_on;
    bool on_paper {false};
    std::string paper; // hash of the signed paper
    std::string contact; // what the owner wants shown; "" is nothing
    std::string entered_by_name;
};
[[nodiscard]] Result<std::optional<Consent>> consent_of(db::ReadTx&, CityId, ProductId);

} // namespace rtkeren::enterprise
