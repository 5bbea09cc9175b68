#pragma once

#include "enterprise/inputs.hpp"

/// What the operations of products are sent.
namespace rtkeren::enterprise {

enum class Unit : std::uint8_t { G, Kg, Ml, L, Pcs };
/// What a label must name: BPOM 31/2018 as amended.
enum class Allergen : std::uint8_t { Gluten, Egg, Milk, Peanut, Nuts, Soy, Fish, Crustacean, Mollusc, Sesame, Sulphite };
enum class EndedAs : std::uint8_t { Refused, Withdrawn };

/// An amount with up to three decimals behind a comma or dot: "250", "0,5". Codes: amount.format, amount.zero, amount.large.
class NetAmount {
public:
    static Result<NetAmount> parse(std::string_view);
    [[nodiscard]] std::int64_t milli() const { return m_milli; }
    [[nodiscard]] std::string str() const;
    static NetAmount of_milli(std::int64_t milli)
    {
        NetAmount amount;
        amount.m_milli = milli;
        return amount;
    }

private:
    std::int64_t m_milli {0};
};

/// A row of the legality table: "kering". Code: enterprise.kind_unknown.
class KindCode {
public:
    static Result<KindCode> parse(std::string_view);
    [[nodiscard]] std::string const& str() const { return m_code; }

private:
    std::string m_code;
};

struct ProductPart {
    Name name;
    Text<0, 120> brand;
    KindCode kind;
    std::optional<identifiers::Kbli> kbli;
    std::optional<NetAmount> net;
    std::optional<Unit> unit;
    Text<0, 1> packaging; // digit of a P-IRT
    Text<0, 2> food;
    std::optional<Rupiah> price_retail, price_wholesale, cost;
    std::optional<std::int64_t> capacity_month, batch_min, shelf_days;
    Text<0, 2000> process, ingredients;
    std::vector<Allergen> allergens;
    Text<0, 200> gtin; // digits or a GS1 Digital Link
    Text<0, 3000> label_text; // what is printed on it
};
struct RecordProduct : ProductPart {
    RequestId id;
    BusinessId business;
    std::vector<Sha256> photos;
};
struct ChangeProduct : ProductPart {
    RequestId id;
    ProductId product;
    std::int64_t version {0};
};
struct StopProduct {
    RequestId id;
    ProductId product;
    Date on;
    Reason reason;
};
struct ResumeProduct {
    RequestId id;
    ProductId product;
    Reason reason;
};
struct AddPhotos {
    RequestId id;
    ProductId product;
    std::vector<Sha256> photos;
};
/// Takes a picture away, or puts it in front.
struct OnePhoto {
    RequestId id;
    ProductId product;
    Sha256 photo;
};
struct CoverProducts {
    RequestId id;
    LicenceId licence;
    std::vector<ProductId> products; // none: every product that its digits fit
};
struct ApplyForPaper {
    RequestId id;
    ProductId product;
    Text<1, 20> step;
    Date applied_on;
    Text<0, 80> number;
    std::optional<Sha256> file;
};
struct EndApplication {
    RequestId id;
    ApplicationId application;
    EndedAs ended_as {EndedAs::Refused};
    Reason reason;
};
struct GiveConsent {
    RequestId id;
    ProductId product;
    bool agrees {false};
    Date given_on;
    std::optional<Sha256> file; // who is not the owner attaches what the owner signed
    Text<0, 120> contact;
};
struct WithdrawConsent {
    RequestId id;
    ProductId product;
    Reason reason;
};

} // namespace rtkeren::enterprise

#include "enterprise/product_fields.hpp"
