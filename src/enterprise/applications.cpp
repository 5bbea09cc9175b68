#include "enterprise/applications.hpp"

#include "enterprise/sql.hpp"
#include "enterprise/store.hpp"
#include "evidence/evidence.hpp"

namespace rtkeren::enterprise {
namespace {

/// Issued for one product; the other papers are the business's.
bool is_for_product(std::string_view step) { return step == "pirt" || step == "bpom" || step == "halal"; }

} // namespace

Result<std::optional<OpenApplication>> open_application(db::ReadTx& tx, CityId city, ProductId id, std::string_view step)
{
    auto const product = TRY(find_product(tx, city, id));
    auto const business = TRY(standing_of(tx, city, product.business));
    auto const rows = TRY(tx.run(sql::open_applications, city, business, step));
    for (auto const& row : rows) {
        auto const asked_for = row.maybe_id<ProductId>(1);
        if (!asked_for || *asked_for == id)
            return std::optional(OpenApplication {row.id<ApplicationId>(0), asked_for, std::string(step), row.text(3), row.date(2)});
    }
    return std::optional<OpenApplication> {};
}

Result<ApplicationId> write_application(db::WriteTx& tx, operations::Context& context, NewApplication const& asked)
{
    auto const product = TRY(find_product(tx, context.city, asked.product));
    auto const business = TRY(standing_of(tx, context.city, product.business));
    auto const standing = TRY(legal_standing(tx, context.services, asked.product));
    auto const* step = standing.step(asked.step);
    if (step == nullptr)
        return Error::field("step", "enterprise.step_unknown", asked.step);
    auto const open = TRY(open_application(tx, context.city, asked.product, asked.step));
    if (open)
        return Error::conflict("enterprise.applied_already", {{"on", open->on.iso()}});
    if (step->state == StepState::Done)
        return Error::conflict("enterprise.step_done");
    if (asked.on > context.today)
        return Error::field("applied_on", "enterprise.future", asked.on.iso());
    auto const id = context.next<ApplicationId>();
    auto const of_product = is_for_product(asked.step) ? std::optional(asked.product.str()) : std::nullopt;
    auto const file = asked.file ? std::optional(std::string(asked.file->str())) : std::nullopt;
    TRY(tx.run(sql::insert_application, context.city, id, business, of_product, asked.step, asked.on, asked.number, file, context.actor.user, context.actor.name, context.now));
    if (asked.file)
        TRY(evidence::attach(tx, context, {.subject_kind = "application", .subject = id.str(), .paper = asked.step, .sha256 = std::string(asked.file->str())}));
    return id;
}

Result<void> close_application(db::WriteTx& tx, operations::Context& context, ApplicationId id, EndedAs ended_as, std::string const& reason)
{
    auto const row = TRY(tx.one("enterprise.no_application", sql::application, context.city, id));
    if (!row.is_null(3))
        return Error::conflict("enterprise.application_ended");
    TRY(tx.run(sql::end_application, context.city, id, context.today, stored_choice(ended_as), reason));
    return Done {};
}

} // namespace rtkeren::enterprise
