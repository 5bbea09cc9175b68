#include "enterprise/product_operations.hpp"

#include "audit/audit.hpp"
#include "enterprise/sql.hpp"
#include "evidence/evidence.hpp"
#include "identifiers/gtin.hpp"
#include "identifiers/label.hpp"
#include "identifiers/pirt.hpp"
#include "jobs/jobs.hpp"
#include "secrets/secrets.hpp"

#include <algorithm>
#include <ranges>

namespace rtkeren::enterprise {
namespace {

constexpr std::size_t most_photos = 8;

bool is_code(std::span<identifiers::PirtCode const> table, std::string_view code)
{
    return code.empty() || std::ranges::find(table, code, &identifiers::PirtCode::code) != table.end();
}

std::string allergens_text(std::vector<Allergen> const& chosen)
{
    std::string text;
    for (auto const& [allergen, name] : operations::Choices<Allergen>::values)
        if (std::ranges::find(chosen, allergen) != chosen.end())
            text += (text.empty() ? "" : ",") + std::string(name);
    return text;
}

Result<void> check_product(ProductPart const& part)
{
    std::vector<FieldError> wrong;
    if (part.net && !part.unit)
        wrong.push_back({"unit", "required", {}});
    if (part.unit && !part.net)
        wrong.push_back({"net", "required", {}});
    if (part.unit == Unit::Pcs && part.net && part.net->milli() % 1000 != 0)
        wrong.push_back({"net", "enterprise.pieces_whole", part.net->str()});
    if (!is_code(identifiers::pirt_packagings(), part.packaging.str()))
        wrong.push_back({"packaging", "enterprise.code_unknown", part.packaging.str()});
    if (!is_code(identifiers::pirt_foods(), part.food.str()))
        wrong.push_back({"food", "enterprise.code_unknown", part.food.str()});
    if (part.price_retail && part.price_wholesale && *part.price_wholesale > *part.price_retail)
        wrong.push_back({"price_wholesale", "enterprise.wholesale_above", format_number(part.price_wholesale->value())});
    if (!wrong.empty())
        return Error::invalid("input.invalid", std::move(wrong));
    return Done {};
}

/// The number under the bar code as it is kept, with what is doubtful about it.
Result<std::optional<std::string>> read_gtin(db::ReadTx& tx, operations::Context const& context, ProductPart const& part, std::optional<ProductId> own, std::vector<Verdict>& verdicts)
{
    if (part.gtin.empty())
        return std::optional<std::string> {};
    auto const seen = identifiers::inspect_gtin(part.gtin.str());
    for (auto const& finding : seen.findings) {
        if (finding.level == identifiers::Level::Error)
            return Error::field("gtin", finding.code, part.gtin.str(), finding.arguments);
        if (finding.level == identifiers::Level::Warn)
            verdicts.push_back({finding.code, Severity::Warn, {}, finding.arguments});
    }
    auto number = std::string(seen.part("gtin14"));
    auto const rows = TRY(tx.run(sql::same_gtin, context.city, number));
    for (auto const& row : rows)
        if (!own || row.id<ProductId>(0) != *own)
            verdicts.push_back({"enterprise.gtin_elsewhere", Severity::Warn, {}, {{"name", row.text(1)}}});
    return std::optional(std::move(number));
}

/// The end of an id is mostly a counter, the same in each request: the code is taken from its hash, so that no two products meet.
std::string public_code(ProductId id)
{
    auto const hash = secrets::sha256_bytes("product_code/" + id.str());
    std::array<std::uint8_t, 10> noise {};
    std::copy_n(hash.begin(), noise.size(), noise.begin());
    auto const text = Ulid::make(0, noise).str();
    return lower_ascii(text.substr(text.size() - product_code_length));
}

std::optional<std::string> known_text(std::string const& text) { return text.empty() ? std::nullopt : std::optional(text); }

boost::json::object product_summary(ProductPart const& part, BusinessId business)
{
    return {{"business", business.text()}, {"name", part.name.str()}, {"kind", part.kind.str()}, {"retail", part.price_retail ? boost::json::value(part.price_retail->value()) : nullptr},
        {"net", part.net ? part.net->str() + " " + stored_choice(part.unit).value_or("") : ""}};
}

/// Pictures behind those that are there; one that proves something else already is worth a look.
Result<std::vector<Verdict>> write_photos(db::WriteTx& tx, operations::Context& context, ProductId product, std::vector<Sha256> const& photos)
{
    std::vector<Verdict> verdicts;
    auto const there = TRY(tx.run(sql::photos_of_product, context.city, product));
    if (there.size() + photos.size() > most_photos)
        return Error::field("photos", "enterprise.photos_full", {}, {{"limit", std::to_string(most_photos)}});
    auto place = there.empty() ? std::int64_t {0} : there.back().integer(1);
    for (auto const& photo : photos) {
        auto const attached = TRY(evidence::attach(tx, context, {.subject_kind = "product", .subject = product.str(), .paper = "foto", .sha256 = photo.str()}));
        auto const is_elsewhere = std::ranges::any_of(attached.reused_for, [&](evidence::Link const& link) { return link.subject_kind == "product" && link.subject != product.str(); });
        if (is_elsewhere)
            verdicts.push_back({"enterprise.photo_reused", Severity::Warn, {}, {}});
        TRY(tx.run(sql::insert_photo, context.city, product, photo.str(), ++place, context.actor.user, context.now));
    }
    auto const links = TRY(evidence::links(tx, context.city, "product", product.str()));
    auto const is_paper = [](evidence::Link const& link) { return link.paper == "foto" && !link.content_type.starts_with("image/"); };
    if (std::ranges::any_of(links, is_paper))
        return Error::field("photos", "enterprise.photo_type");
    return verdicts;
}

operations::Answer product_answer(ProductGround const& ground, std::string message, std::vector<Verdict> verdicts = {})
{
    return {.id = ground.product.id.str(), .href = href_of(ground.product.id), .message = std::move(message), .arguments = {{"name", ground.product.name}}, .verdicts = std::move(verdicts)};
}

} // namespace

Result<void> log_product(db::WriteTx& tx, operations::Context& context, std::string_view operation, ProductGround const& ground, boost::json::object summary, std::string reason)
{
    auto const id = ground.product.id.str();
    TRY(audit::append(tx, context, {operation, "product", id, ground.business.region, std::move(summary), std::move(reason)}));
    TRY(jobs::emit(tx, context, {"enterprise.product_changed", id, {{"business", ground.business.id.text()}, {"by", operation}}}));
    return Done {};
}

identifiers::Inspection label_of(ProductPart const& part, Date today)
{
    identifiers::LabelFacts facts {.shelf_days = part.shelf_days, .needs_permit = false, .whole = true};
    auto const* kind = product_kind(part.kind.str());
    for (auto const& step : kind ? kind->path(today) : std::vector<LegalStep> {}) {
        facts.needs_permit = facts.needs_permit || (step.required && (step.step == "pirt" || step.step == "bpom"));
        facts.needs_halal = facts.needs_halal || (step.required && step.step == "halal");
    }
    return identifiers::inspect_label(part.label_text.str(), today, facts);
}

std::string label_status_of(ProductPart const& part, Date today)
{
    if (part.label_text.empty())
        return "none";
    auto const seen = label_of(part, today);
    auto const is_warned = std::ranges::any_of(seen.findings, [](identifiers::Finding const& finding) { return finding.level == identifiers::Level::Warn; });
    return !seen.ok ? "wrong" : is_warned ? "doubtful" : "complete";
}

Result<operations::Answer> record_product(db::WriteTx& tx, operations::Context& context, RecordProduct const& input)
{
    TRY(check_product(input));
    auto const business = TRY(changeable(tx, context.actor, input.business));
    if (business.closed_on)
        return Error::conflict("enterprise.business_closed", {{"name", business.name}});
    auto const id = context.next<ProductId>();
    std::vector<Verdict> verdicts;
    auto const gtin = TRY(read_gtin(tx, context, input, {}, verdicts));
    auto const edition = input.kbli ? std::optional(std::int64_t {input.kbli->edition}) : std::nullopt;
    auto const code = public_code(id);
    auto const milli = input.net ? std::optional(input.net->milli()) : std::nullopt;
    TRY(tx.run(sql::insert_product, context.city, id, business.id, code, input.name, fold(input.name.str()), input.brand, input.kind.str(), edition,
        input.kbli ? std::optional(input.kbli->code) : std::nullopt, milli, stored_choice(input.unit), known_text(input.packaging.str()), known_text(input.food.str()), input.price_retail,
        input.price_wholesale, input.cost, input.capacity_month, input.batch_min, input.shelf_days, input.process, input.ingredients, allergens_text(input.allergens), gtin, input.label_text,
        label_status_of(input, context.today), context.services.example, context.actor.user, context.actor.name, context.now));
    auto reused = TRY(write_photos(tx, context, id, input.photos));
    std::ranges::move(reused, std::back_inserter(verdicts));
    auto const ground = TRY(product_ground(tx, context.actor, id));
    TRY(log_product(tx, context, "enterprise.record_product", ground, product_summary(input, business.id)));
    return product_answer(ground, "enterprise.product_recorded", std::move(verdicts));
}

Result<operations::Answer> change_product(db::WriteTx& tx, operations::Context& context, ChangeProduct const& input)
{
    TRY(check_product(input));
    auto const before = TRY(changeable_product(tx, context.actor, input.product));
    auto const& product = before.product;
    if (product.version != input.version)
        return Error::conflict("enterprise.changed_meanwhile", {{"version", std::to_string(product.version)}});
    std::vector<Verdict> verdicts;
    auto const gtin = TRY(read_gtin(tx, context, input, product.id, verdicts));
    auto const is_other_recipe = fold(input.ingredients.str()) != fold(product.ingredients) || fold(input.process.str()) != fold(product.process);
    auto const recipe_changed_on = is_other_recipe && !product.ingredients.empty() ? std::optional(context.today) : product.recipe_changed_on;
    // A bar code names one content and one recipe.
    auto const is_other_content = product.net_milli && (!input.net || input.net->milli() != *product.net_milli);
    if (gtin && *gtin == product.gtin && (is_other_content || (is_other_recipe && !product.ingredients.empty()) || input.name.str() != product.name))
        verdicts.push_back({"enterprise.gtin_kept", Severity::Warn, {}, {}});
    auto const edition = input.kbli ? std::optional(std::int64_t {input.kbli->edition}) : std::nullopt;
    auto const milli = input.net ? std::optional(input.net->milli()) : std::nullopt;
    TRY(tx.run(sql::update_product, context.city, product.id, input.name, fold(input.name.str()), input.brand, input.kind.str(), edition,
        input.kbli ? std::optional(input.kbli->code) : std::nullopt, milli, stored_choice(input.unit), known_text(input.packaging.str()), known_text(input.food.str()), input.price_retail,
        input.price_wholesale, input.cost, input.capacity_month, input.batch_min, input.shelf_days, input.process, input.ingredients, allergens_text(input.allergens), recipe_changed_on, gtin,
        input.label_text, label_status_of(input, context.today), context.now));
    auto summary = product_summary(input, before.business.id);
    summary["before"] = {{"name", product.name}, {"kind", product.kind}, {"retail", product.price_retail ? boost::json::value(product.price_retail->value()) : nullptr}, {"net", net_words(product)}};
    summary["recipe"] = is_other_recipe;
    TRY(log_product(tx, context, "enterprise.change_product", before, std::move(summary)));
    return product_answer(before, "enterprise.product_changed", std::move(verdicts));
}

Result<operations::Answer> stop_product(db::WriteTx& tx, operations::Context& context, StopProduct const& input)
{
    auto const ground = TRY(changeable_product(tx, context.actor, input.product));
    if (ground.product.stopped)
        return Error::conflict("enterprise.product_stopped");
    if (input.on > context.today)
        return Error::field("on", "enterprise.future", input.on.iso());
    TRY(tx.run(sql::set_product_state, context.city, ground.product.id, "stopped", input.on, input.reason, context.now));
    TRY(log_product(tx, context, "enterprise.stop_product", ground, {{"on", input.on.iso()}}, input.reason.str()));
    return product_answer(ground, "enterprise.product_now_stopped");
}

Result<operations::Answer> resume_product(db::WriteTx& tx, operations::Context& context, ResumeProduct const& input)
{
    auto const ground = TRY(changeable_product(tx, context.actor, input.product));
    if (!ground.product.stopped)
        return Error::conflict("enterprise.product_active");
    TRY(tx.run(sql::set_product_state, context.city, ground.product.id, "active", std::nullopt, "", context.now));
    TRY(log_product(tx, context, "enterprise.resume_product", ground, {}, input.reason.str()));
    return product_answer(ground, "enterprise.product_resumed");
}

Result<operations::Answer> add_photos(db::WriteTx& tx, operations::Context& context, AddPhotos const& input)
{
    auto const ground = TRY(changeable_product(tx, context.actor, input.product));
    auto verdicts = TRY(write_photos(tx, context, ground.product.id, input.photos));
    TRY(log_product(tx, context, "enterprise.add_photos", ground, {{"count", input.photos.size()}}));
    return product_answer(ground, "enterprise.photos_added", std::move(verdicts));
}

Result<operations::Answer> remove_photo(db::WriteTx& tx, operations::Context& context, OnePhoto const& input)
{
    auto const ground = TRY(changeable_product(tx, context.actor, input.product));
    auto const gone = TRY(tx.run(sql::delete_photo, context.city, ground.product.id, input.photo.str()));
    if (gone.rows == 0)
        return Error::not_found("enterprise.no_photo");
    TRY(log_product(tx, context, "enterprise.remove_photo", ground, {{"photo", input.photo.str()}}));
    return product_answer(ground, "enterprise.photo_gone");
}

Result<operations::Answer> put_photo_first(db::WriteTx& tx, operations::Context& context, OnePhoto const& input)
{
    auto const ground = TRY(changeable_product(tx, context.actor, input.product));
    auto const there = TRY(tx.run(sql::photos_of_product, context.city, ground.product.id));
    auto const is_there = std::ranges::any_of(there, [&](db::Row const& row) { return row.text(0) == input.photo.str(); });
    if (!is_there)
        return Error::not_found("enterprise.no_photo");
    TRY(tx.run(sql::place_photo, context.city, ground.product.id, input.photo.str(), there.front().integer(1) - 1));
    TRY(log_product(tx, context, "enterprise.first_photo", ground, {{"photo", input.photo.str()}}));
    return product_answer(ground, "enterprise.photo_first");
}

} // namespace rtkeren::enterprise
