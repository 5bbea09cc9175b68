#include "turnover/operations.hpp"

#include "enterprise/operations.hpp"
#include "language/language.hpp"

namespace rtkeren::turnover {
namespace {

NewRecord record_from(enterprise::BusinessId business, RecordPart const& part)
{
    return {.business = business, .from = part.from, .to = part.to, .channel = part.channel, .method = part.method, .amount = part.amount, .units = part.units,
        .selling_days = part.selling_days, .note = part.note.str(), .file = part.file};
}

/// What an officer counts or estimates is not the owner's to say.
Result<void> check_method(Actor const& actor, enterprise::Business const& business, enterprise::Method method)
{
    using enterprise::Method;
    auto const is_by_officer = method == Method::StallTally || method == Method::EstimateOfficial;
    if (is_by_officer && enterprise::owns(actor, business))
        return Error::field("method", "turnover.method_of_officer");
    return Done {};
}

operations::Answer answer_of(Written written, std::string message, enterprise::Business const& business)
{
    return {.id = written.id.str(), .href = href_of(written.id), .message = std::move(message), .arguments = {{"name", business.name}}, .verdicts = std::move(written.verdicts)};
}

struct Ground {
    Record record;
    enterprise::Business business;
};
Result<Ground> correctable(db::ReadTx& tx, operations::Context const& context, RecordId id)
{
    auto record = TRY(readable_record(tx, context.actor, id.text(), context.today));
    auto const standing = TRY(enterprise::standing_of(tx, context.city, record.business));
    auto business = TRY(enterprise::find_business(tx, context.city, standing));
    if (!may_correct(context.actor, record, business))
        return Error::forbidden("operation.not_allowed");
    // The book is put right in the book, which then replaces its records by itself.
    if (record.own_book)
        return Error::conflict("turnover.correct_in_book");
    return Ground {std::move(record), std::move(business)};
}

} // namespace

bool may_correct(Actor const& actor, Record const& record, enterprise::Business const& business)
{
    return record.recorded_by == actor.person || enterprise::owns(actor, business);
}

std::string href_of(RecordId id) { return "/omzet/catatan/" + id.str(); }
std::string figures_href(enterprise::BusinessId id) { return "/omzet/usaha/" + id.str(); }

Result<operations::Answer> record_turnover(db::WriteTx& tx, operations::Context& context, RecordTurnover const& input)
{
    auto const business = TRY(recordable(tx, context.actor, input.business));
    TRY(check_method(context.actor, business, input.method));
    auto written = TRY(write_record_of(tx, context, record_from(business.id, input), {}));
    auto const message = written.verdicts.empty() ? "turnover.recorded" : "turnover.recorded_flagged";
    return answer_of(std::move(written), message, business);
}

Result<operations::Answer> correct_record(db::WriteTx& tx, operations::Context& context, CorrectRecord const& input)
{
    auto const ground = TRY(correctable(tx, context, input.record));
    TRY(check_method(context.actor, ground.business, input.method));
    auto record = record_from(ground.record.business, input);
    if (!record.file && record.method == ground.record.method)
        record.file = ground.record.file;
    auto written = TRY(write_record_of(tx, context, record, {.corrects = input.record, .reason = input.reason.str(), .source = ground.record.source}));
    return answer_of(std::move(written), "turnover.corrected", ground.business);
}

Result<operations::Answer> withdraw_record(db::WriteTx& tx, operations::Context& context, WithdrawRecord const& input)
{
    auto const ground = TRY(correctable(tx, context, input.record));
    auto record = static_cast<NewRecord const&>(ground.record);
    record.file.reset();
    auto written = TRY(write_record_of(tx, context, record, {.corrects = input.record, .reason = input.reason.str(), .source = ground.record.source, .withdraws = true}));
    return answer_of(std::move(written), "turnover.withdrawn", ground.business);
}

} // namespace rtkeren::turnover
