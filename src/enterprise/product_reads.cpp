#include "enterprise/products.hpp"

#include "base/text.hpp"
#include "enterprise/product_store.hpp"
#include "enterprise/sql.hpp"

namespace rtkeren::enterprise {
namespace {

/// ",5" of thousandths; "" of a whole amount.
std::string decimals_of(std::int64_t milli)
{
    auto digits = std::to_string(milli % 1000 + 1000).substr(1);
    while (!digits.empty() && digits.back() == '0')
        digits.pop_back();
    return digits.empty() ? digits : "," + digits;
}

Product product_of(db::Row const& row)
{
    Product product;
    product.id = row.id<ProductId>(0);
    product.business = row.id<BusinessId>(1);
    product.code = row.text(2);
    product.name = row.text(3);
    product.brand = row.text(4);
    product.kind = row.text(5);
    product.kbli = row.is_null(6) ? std::string {} : std::to_string(row.integer(6)) + ":" + row.text(7);
    product.net_milli = maybe_integer(row, 8);
    product.unit = row.text_or(9);
    product.packaging = row.text_or(10);
    product.food = row.text_or(11);
    product.price_retail = maybe_rupiah(row, 12);
    product.price_wholesale = maybe_rupiah(row, 13);
    product.cost = maybe_rupiah(row, 14);
    product.capacity_month = maybe_integer(row, 15);
    product.batch_min = maybe_integer(row, 16);
    product.shelf_days = maybe_integer(row, 17);
    product.process = row.text(18);
    product.ingredients = row.text(19);
    product.allergens = row.text(20);
    product.recipe_changed_on = row.maybe_date(21);
    product.gtin = row.text_or(22);
    product.label_text = row.text(23);
    product.label_status = row.text(24);
    product.stopped = row.text(25) == "stopped";
    product.stopped_on = row.maybe_date(26);
    product.stopped_reason = row.text(27);
    product.example = row.flag(28);
    product.version = row.integer(29);
    product.entered_by_name = row.text(30);
    product.entered_at = row.instant(31);
    return product;
}

} // namespace

Result<Product> find_product(db::ReadTx& tx, CityId city, ProductId id)
{
    auto const row = TRY(tx.one("enterprise.no_product", sql::product, city, id));
    return product_of(row);
}

Result<std::vector<Product>> products_of(db::ReadTx& tx, CityId city, BusinessId business)
{
    auto const rows = TRY(tx.run(sql::products_of_business, city, business));
    std::vector<Product> all;
    for (auto const& row : rows)
        all.push_back(product_of(row));
    return all;
}

std::string href_of(ProductId id) { return "/produk/" + id.str(); }

std::string net_words(Product const& product)
{
    return product.net_milli ? amount_text(*product.net_milli) + " " + (product.unit == "pcs" ? tr("buah") : product.unit) : std::string {};
}

Result<std::vector<std::string>> photos_of(db::ReadTx& tx, CityId city, ProductId product)
{
    auto const rows = TRY(tx.run(sql::photos_of_product, city, product));
    std::vector<std::string> hashes;
    for (auto const& row : rows)
        hashes.push_back(row.text(0));
    return hashes;
}

Result<std::optional<Consent>> consent_of(db::ReadTx& tx, CityId city, ProductId product)
{
    auto const row = TRY(tx.maybe(sql::consent_of_product, city, product));
    if (!row)
        return std::optional<Consent> {};
    return std::optional(Consent {row->date(1), row->text(2) == "paper", row->text_or(3), row->text(4), row->text(5)});
}

Result<ProductGround> product_ground(db::ReadTx& tx, Actor const& actor, ProductId id)
{
    auto product = TRY(find_product(tx, actor.city, id));
    auto const standing = TRY(standing_of(tx, actor.city, product.business));
    auto business = TRY(find_business(tx, actor.city, standing));
    if (!may_read(actor, business))
        return Error::not_found("enterprise.no_product");
    return ProductGround {std::move(product), std::move(business)};
}

Result<ProductGround> readable_product(db::ReadTx& tx, Actor const& actor, std::string_view id)
{
    auto const parsed = ProductId::parse(id);
    if (!parsed.ok())
        return Error::not_found("enterprise.no_product");
    return product_ground(tx, actor, *parsed);
}

bool may_change(Actor const& actor, Business const& business) { return may(actor, "enterprise.write", business.region) || owns(actor, business); }

Result<ProductGround> changeable_product(db::ReadTx& tx, Actor const& actor, ProductId id)
{
    auto ground = TRY(product_ground(tx, actor, id));
    if (!may_change(actor, ground.business))
        return Error::forbidden("operation.not_allowed");
    return ground;
}

std::string amount_text(std::int64_t milli) { return format_number(milli / 1000) + decimals_of(milli); }

std::string NetAmount::str() const { return std::to_string(m_milli / 1000) + decimals_of(m_milli); }

Result<NetAmount> NetAmount::parse(std::string_view typed)
{
    constexpr std::int64_t most = 1'000'000; // whole units
    auto const text = trim(typed);
    auto const separator = text.find_first_of(",.");
    auto const fraction = separator == std::string_view::npos ? std::string_view {} : text.substr(separator + 1);
    auto const whole = text.substr(0, separator);
    auto const is_written = is_digits(whole) && whole.size() <= 9 && (separator == std::string_view::npos || (is_digits(fraction) && fraction.size() <= 3));
    if (!is_written)
        return Error::invalid("amount.format");
    // "1.000" is a thousand with a dot of thousands: three digits behind a dot are no decimals here.
    auto const is_thousands = separator != std::string_view::npos && text[separator] == '.' && fraction.size() == 3;
    auto digits = std::string(fraction);
    digits.append(3 - fraction.size(), '0');
    auto const milli = is_thousands ? *parse_integer(std::string(whole) + digits) * 1000 : *parse_integer(whole) * 1000 + *parse_integer(digits);
    if (milli == 0)
        return Error::invalid("amount.zero");
    if (milli > most * 1000)
        return Error::invalid("amount.large");
    return of_milli(milli);
}

Result<KindCode> KindCode::parse(std::string_view typed)
{
    auto const* kind = product_kind(trim(typed));
    if (kind == nullptr)
        return Error::invalid("enterprise.kind_unknown");
    KindCode code;
    code.m_code = kind->code;
    return code;
}

} // namespace rtkeren::enterprise
