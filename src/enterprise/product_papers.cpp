#include "enterprise/product_operations.hpp"

#include "audit/audit.hpp"
#include "enterprise/applications.hpp"
#include "enterprise/numbers.hpp"
#include "enterprise/sql.hpp"
#include "evidence/evidence.hpp"

#include <algorithm>

/// What was asked for, which products a paper is for, and the owner's consent to a public page.
namespace rtkeren::enterprise {
namespace {

Result<void> attach_paper(db::WriteTx& tx, operations::Context& context, std::string_view kind, std::string const& subject, std::string_view paper, std::optional<Sha256> const& file)
{
    if (file)
        TRY(evidence::attach(tx, context, {.subject_kind = std::string(kind), .subject = subject, .paper = std::string(paper), .sha256 = file->str()}));
    return Done {};
}

std::optional<std::string> hash_of(std::optional<Sha256> const& file) { return file ? std::optional(file->str()) : std::nullopt; }

} // namespace

Result<operations::Answer> cover_products(db::WriteTx& tx, operations::Context& context, CoverProducts const& input)
{
    auto const licence = TRY(find_licence(tx, context.city, input.licence));
    auto const standing = TRY(standing_of(tx, context.city, licence.business));
    auto const business = changeable(tx, context.actor, standing);
    if (!business.ok())
        return business.error().kind == ErrorKind::NotFound ? Error::not_found("enterprise.no_licence") : business.error();
    auto const products = TRY(products_of(tx, context.city, standing));
    TRY(tx.run(sql::delete_coverage, context.city, licence.id));
    boost::json::array names;
    for (auto const& id : input.products) {
        auto const product = std::ranges::find(products, id, &Product::id);
        if (product == products.end())
            return Error::field("products", "enterprise.no_product");
        TRY(tx.run(sql::insert_coverage, context.city, licence.id, id, context.actor.user, context.now));
        names.emplace_back(product->name);
    }
    TRY(audit::append(tx, context, {"enterprise.cover_products", "business", standing.str(), business->region, {{"licence", licence.id.text()}, {"kind", licence.kind}, {"products", std::move(names)}}}));
    return operations::Answer {.id = licence.id.str(), .href = href_of(standing), .message = "enterprise.covered",
        .arguments = {{"kind", kind_label(licence.kind)}, {"count", std::to_string(input.products.size())}}};
}

Result<operations::Answer> apply_for_paper(db::WriteTx& tx, operations::Context& context, ApplyForPaper const& input)
{
    auto const ground = TRY(changeable_product(tx, context.actor, input.product));
    auto const step = input.step.str();
    auto const id = TRY(write_application(tx, context, {.product = ground.product.id, .step = step, .on = input.applied_on, .number = input.number.str(), .file = input.file}));
    TRY(log_product(tx, context, "enterprise.apply", ground, {{"step", step}, {"on", input.applied_on.iso()}, {"application", id.text()}}));
    return operations::Answer {.id = id.str(), .href = href_of(ground.product.id), .message = "enterprise.applied", .arguments = {{"kind", kind_label(step)}}};
}

Result<operations::Answer> end_application(db::WriteTx& tx, operations::Context& context, EndApplication const& input)
{
    auto const row = TRY(tx.one("enterprise.no_application", sql::application, context.city, input.application));
    auto const standing = TRY(standing_of(tx, context.city, row.id<BusinessId>(0)));
    auto const business = changeable(tx, context.actor, standing);
    if (!business.ok())
        return business.error().kind == ErrorKind::NotFound ? Error::not_found("enterprise.no_application") : business.error();
    TRY(close_application(tx, context, input.application, input.ended_as, input.reason.str()));
    TRY(audit::append(tx, context,
        {"enterprise.end_application", "business", standing.str(), business->region, {{"step", row.text(2)}, {"as", stored_choice(input.ended_as)}}, input.reason.str()}));
    auto const product = row.maybe_id<ProductId>(1);
    return operations::Answer {.id = input.application.str(), .href = product ? href_of(*product) : href_of(standing), .message = "enterprise.application_over",
        .arguments = {{"kind", kind_label(row.text(2))}}};
}

Result<void> settle_applications(db::WriteTx& tx, operations::Context& context, BusinessId business, std::string_view kind, LicenceId licence, std::optional<ProductId> const& product)
{
    if (product) {
        auto const ground = TRY(product_ground(tx, context.actor, *product));
        if (ground.business.id != business && ground.product.business != business)
            return Error::field("product", "enterprise.no_product");
        TRY(tx.run(sql::insert_coverage, context.city, licence, *product, context.actor.user, context.now));
    }
    auto const open = TRY(tx.run(sql::open_applications, context.city, business, kind));
    for (auto const& row : open) {
        auto const asked_for = row.maybe_id<ProductId>(1);
        auto const is_answered = !asked_for || (product && *product == *asked_for) || (!product && open.size() == 1);
        if (is_answered)
            TRY(tx.run(sql::end_application, context.city, row.id<ApplicationId>(0), context.today, "issued", ""));
    }
    return Done {};
}

/// The owner's own yes, or what the owner signed: nobody says it for another.
Result<operations::Answer> give_consent(db::WriteTx& tx, operations::Context& context, GiveConsent const& input)
{
    auto const ground = TRY(changeable_product(tx, context.actor, input.product));
    auto const is_owner = context.actor.person == ground.business.owner;
    if (!input.agrees)
        return Error::field("agrees", "required");
    if (!is_owner && !input.file)
        return Error::field("file", "enterprise.consent_paper");
    if (input.given_on > context.today)
        return Error::field("given_on", "enterprise.future", input.given_on.iso());
    if (ground.product.stopped)
        return Error::conflict("enterprise.product_stopped");
    auto const there = TRY(consent_of(tx, context.city, ground.product.id));
    if (there)
        return Error::conflict("enterprise.consent_already", {{"on", there->given_on.iso()}});
    auto const id = context.next<ConsentId>();
    auto const paper = is_owner ? std::optional<Sha256> {} : input.file;
    TRY(tx.run(sql::insert_consent, context.city, id, ground.product.id, input.given_on, is_owner ? "owner" : "paper", hash_of(paper), input.contact, context.actor.user, context.actor.name,
        context.now));
    TRY(attach_paper(tx, context, "product", ground.product.id.str(), "persetujuan", paper));
    TRY(log_product(tx, context, "enterprise.give_consent", ground, {{"by", is_owner ? "owner" : "paper"}, {"on", input.given_on.iso()}, {"contact", !input.contact.empty()}}));
    return operations::Answer {.id = ground.product.id.str(), .href = href_of(ground.product.id), .message = "enterprise.consent_given", .arguments = {{"name", ground.product.name}}};
}

Result<operations::Answer> withdraw_consent(db::WriteTx& tx, operations::Context& context, WithdrawConsent const& input)
{
    auto const ground = TRY(changeable_product(tx, context.actor, input.product));
    auto const gone = TRY(tx.run(sql::withdraw_consent, context.city, ground.product.id, context.today, context.actor.user, context.actor.name, context.now, input.reason));
    if (gone.rows == 0)
        return Error::conflict("enterprise.no_consent");
    TRY(log_product(tx, context, "enterprise.withdraw_consent", ground, {}, input.reason.str()));
    return operations::Answer {.id = ground.product.id.str(), .href = href_of(ground.product.id), .message = "enterprise.consent_withdrawn", .arguments = {{"name", ground.product.name}}};
}

} // namespace rtkeren::enterprise
