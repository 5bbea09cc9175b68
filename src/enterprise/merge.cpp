#include "enterprise/merge.hpp"

#include "audit/audit.hpp"
#include "enterprise/sql.hpp"
#include "language/language.hpp"

namespace rtkeren::enterprise {
namespace {

/// Of both places: who merges must answer for both.
Result<void> check_may_merge(operations::Context const& context, Business const& a, Business const& b)
{
    for (auto const* business : {&a, &b}) {
        if (!may_read(context.actor, *business))
            return Error::not_found("enterprise.no_business");
        if (!may(context.actor, "enterprise.merge", business->region))
            return Error::forbidden("operation.not_allowed");
    }
    return Done {};
}

boost::json::object both(Business const& business, Business const& into)
{
    return {{"business", business.id.text()}, {"name", business.name}, {"into", into.id.text()}, {"into_name", into.name}};
}

/// The trail of each says it.
Result<void> append_to_both(db::WriteTx& tx, operations::Context& context, std::string_view operation, Business const& business, Business const& into, std::string const& reason)
{
    for (auto const* subject : {&business, &into})
        TRY(audit::append(tx, context, {operation, "business", subject->id.str(), subject->region, both(business, into), reason}));
    return Done {};
}

} // namespace

Result<operations::Answer> merge_businesses(db::WriteTx& tx, operations::Context& context, MergeBusinesses const& input)
{
    if (input.business == input.into)
        return Error::field("into", "enterprise.same_one");
    auto const business = TRY(find_business(tx, context.city, input.business));
    auto const into = TRY(find_business(tx, context.city, input.into));
    TRY(check_may_merge(context, business, into));
    for (auto const* each : {&business, &into})
        if (each->survivor)
            return Error::conflict("enterprise.was_merged", {{"name", each->name}});
    auto const merge = context.next<MergeId>();
    TRY(tx.run(sql::insert_merge, context.city, merge, business.id, into.id, input.reason, context.actor.user, context.actor.name, context.now));
    TRY(tx.run(sql::set_survivor, context.city, business.id, into.id));
    TRY(tx.run(sql::decide_pair_of, context.city, std::min(business.id, into.id), std::max(business.id, into.id), "merged", context.actor.user, context.actor.name, context.now, input.reason));
    TRY(append_to_both(tx, context, "enterprise.merge", business, into, input.reason.str()));
    return operations::Answer {.id = merge.str(), .href = href_of(into.id), .message = "enterprise.merged", .arguments = {{"name", business.name}, {"into", into.name}},
        .data = {{"merge", merge.text()}}};
}

Result<operations::Answer> undo_merge(db::WriteTx& tx, operations::Context& context, UndoMerge const& input)
{
    auto const row = TRY(tx.one("enterprise.no_merge", sql::merge, context.city, input.merge));
    auto const business = TRY(find_business(tx, context.city, row.id<BusinessId>(0)));
    auto const into = TRY(find_business(tx, context.city, row.id<BusinessId>(1)));
    TRY(check_may_merge(context, business, into));
    if (!row.is_null(2))
        return Error::conflict("enterprise.merge_undone");
    TRY(tx.run(sql::undo_merge, context.city, input.merge, context.actor.user, context.actor.name, context.now, input.reason));
    // What it had taken up itself goes on standing with it.
    TRY(tx.run(sql::set_survivor_below, context.city, business.id));
    TRY(tx.run(sql::clear_survivor, context.city, business.id));
    TRY(tx.run(sql::reopen_pair_of, context.city, std::min(business.id, into.id), std::max(business.id, into.id)));
    TRY(append_to_both(tx, context, "enterprise.undo_merge", business, into, input.reason.str()));
    return operations::Answer {.id = input.merge.str(), .href = href_of(business.id), .message = "enterprise.unmerged", .arguments = {{"name", business.name}, {"into", into.name}}};
}

Result<std::optional<PairId>> open_pair_of(db::ReadTx& tx, CityId city, BusinessId one, BusinessId other)
{
    auto const row = TRY(tx.maybe(sql::open_pair_of, city, std::min(one, other), std::max(one, other)));
    return row ? std::optional(row->id<PairId>(0)) : std::nullopt;
}

Result<operations::Answer> keep_apart(db::WriteTx& tx, operations::Context& context, KeepApart const& input)
{
    auto const row = TRY(tx.one("enterprise.no_pair", sql::pair, context.city, input.pair));
    auto const a = TRY(find_business(tx, context.city, row.id<BusinessId>(1)));
    auto const b = TRY(find_business(tx, context.city, row.id<BusinessId>(2)));
    TRY(check_may_merge(context, a, b));
    if (row.text(5) != "open")
        return Error::conflict("enterprise.pair_decided");
    TRY(tx.run(sql::decide_pair_of, context.city, a.id, b.id, "different", context.actor.user, context.actor.name, context.now, input.reason));
    TRY(append_to_both(tx, context, "enterprise.keep_apart", a, b, input.reason.str()));
    return operations::Answer {.id = input.pair.str(), .href = "/umkm/mirip", .message = "enterprise.kept_apart", .arguments = {{"name", a.name}, {"into", b.name}}};
}

} // namespace rtkeren::enterprise
