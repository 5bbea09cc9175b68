#pragma once

#include "enterprise/legality.hpp"
#include "enterprise/product_inputs.hpp"
#include "enterprise/products.hpp"
#include "enterprise/store.hpp"
#include "identifiers/inspection.hpp"
#include "language/language.hpp"

/// Products: what their operations and pages share.
namespace rtkeren::enterprise {

/// A product with the business that stands for it now.
struct ProductGround {
    Product product;
    Business business;
};
/// enterprise.no_product where it cannot be seen.
[[nodiscard]] Result<ProductGround> product_ground(db::ReadTx&, Actor const&, ProductId);
[[nodiscard]] Result<ProductGround> readable_product(db::ReadTx&, Actor const&, std::string_view id);
/// For who may change it: operation.not_allowed where it can only be read.
[[nodiscard]] Result<ProductGround> changeable_product(db::ReadTx&, Actor const&, ProductId);
/// Who writes businesses there, and the owner: they see costs, too.
[[nodiscard]] bool may_change(Actor const&, Business const&);

/// Into the trail and, for rooms that follow products, as the event enterprise.product_changed {business, by}.
[[nodiscard]] Result<void> log_product(db::WriteTx&, operations::Context&, std::string_view operation, ProductGround const&, boost::json::object summary, std::string reason = {});

/// "1.250,5" of thousandths.
[[nodiscard]] std::string amount_text(std::int64_t milli);

/// What a label says, judged with what is known of the product.
[[nodiscard]] identifiers::Inspection label_of(ProductPart const&, Date today);
[[nodiscard]] std::string label_status_of(ProductPart const&, Date today);

/// A hash that may be carried into a page only for a public product, by its short code.
inline constexpr std::size_t product_code_length = 10;

} // namespace rtkeren::enterprise
