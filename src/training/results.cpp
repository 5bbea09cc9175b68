#include "training/operations.hpp"

#include "audit/audit.hpp"
#include "evidence/evidence.hpp"
#include "training/cost_sheet.hpp"
#include "training/sql.hpp"

#include <boost/json/serialize.hpp>

#include <algorithm>

namespace rtkeren::training {

Result<Answer> record_scores(db::WriteTx& tx, Context& context, RecordScores const& input)
{
    auto const course = TRY(leadable(tx, context.actor, context.city, input.course));
    auto const is_post = input.kind == Score::Post;
    if (is_post)
        TRY(check_state(course, {"running", "results"}));
    else
        TRY(check_state(course, {"selected", "running", "results"}));
    auto const seats = TRY(seats_of(tx, context.city, course.id));
    auto const attendance = TRY(attendance_of(tx, context.city, course.id));
    std::int64_t count = 0;
    for (std::size_t i = 0; i < input.scores.size(); ++i) {
        auto const& part = input.scores[i];
        auto const seat = std::ranges::find(seats, part.seat, &Seat::id);
        auto const name = "scores." + std::to_string(i) + ".";
        if (seat == seats.end() || !seat->takes_part())
            return Error::field(name + "seat", "training.no_seat", part.seat.str());
        if (is_post && part.score && was_never_there(attendance, seat->id))
            return Error::field(name + "score", "training.not_present", std::to_string(*part.score), {{"name", seat->name}});
        if (is_post)
            TRY(tx.run(sql::set_post_score, context.city, seat->id, part.score));
        else
            TRY(tx.run(sql::set_pre_score, context.city, seat->id, part.score));
        count += part.score ? 1 : 0;
    }
    boost::json::object summary {{"kind", enterprise::stored_choice(input.kind)}, {"count", count}};
    TRY(audit::append(tx, context, {"training.record_scores", "course", course.id.str(), course.unit_code, std::move(summary)}));
    return Answer {.id = course.id.str(), .href = href_of(course.id) + "/nilai", .message = is_post ? "training.post_scores" : "training.pre_scores", .arguments = {{"count", std::to_string(count)}}};
}

Result<Answer> record_result(db::WriteTx& tx, Context& context, RecordResult const& input)
{
    auto const seat = TRY(stored_seat(tx, context.city, input.seat));
    auto const course = TRY(leadable(tx, context.actor, context.city, seat.course));
    TRY(check_state(course, {"running", "results"}));
    if (!seat.takes_part())
        return Error::conflict("training.seat_not_in", {{"name", seat.name}});
    if (!input.photo)
        return Error::field("photo", "required");
    auto const sheet = TRY(cost_sheet(input.materials));
    auto const id = context.next_id();
    auto const photo = std::string(input.photo->str());
    TRY(tx.run(sql::insert_result, context.city, id, seat.id, input.product, input.pieces, sheet.total, input.price, stored_sheet(sheet), photo, context.actor.user, context.actor.name, context.now));
    auto const attached = TRY(evidence::attach(tx, context, {.subject_kind = "training_result", .subject = id.str(), .paper = "foto_produk", .sha256 = photo}));
    boost::json::object summary {{"seat", seat.id.text()}, {"product", input.product.str()}, {"cost", sheet.total.value()}, {"pieces", input.pieces}, {"price", input.price.value()}};
    TRY(audit::append(tx, context, {"training.record_result", "seat", seat.id.str(), course.unit_code, std::move(summary)}));
    Answer answer {.id = id.str(), .href = href_of(course.id) + "/peserta/" + seat.id.str(), .message = "training.result_recorded",
        .arguments = {{"product", input.product.str()}, {"cost", std::to_string(shared_by(sheet.total, input.pieces).value_or(sheet.total).value())}}};
    auto const each = shared_by(sheet.total, input.pieces).value_or(sheet.total);
    if (input.price < each)
        answer.verdicts.push_back({"training.price_below_cost", Severity::Warn, {},
            {{"price", std::to_string(input.price.value())}, {"cost", std::to_string(each.value())}, {"total_loss", std::to_string((each - input.price).value())}}});
    if (!attached.reused_for.empty())
        answer.verdicts.push_back({"training.photo_again", Severity::Warn, {}, {{"name", seat.name}}});
    return answer;
}

Result<Answer> record_outcome(db::WriteTx& tx, Context& context, RecordOutcome const& input)
{
    auto const seat = TRY(stored_seat(tx, context.city, input.seat));
    auto const course = TRY(leadable(tx, context.actor, context.city, seat.course));
    TRY(check_state(course, {"results"}));
    if (seat.state != "finished")
        return Error::conflict("training.seat_not_in", {{"name", seat.name}});
    auto const is_business = input.outcome == Outcome::Business;
    if (is_business && !input.business)
        return Error::field("business", "required");
    if (!is_business && input.reason.str().size() < 3)
        return Error::field("reason", "required");
    if (is_business) {
        auto const business = enterprise::find_business(tx, context.city, *input.business);
        if (!business.ok())
            return Error::field("business", "enterprise.no_business", input.business->str());
        if (business->owner != seat.person)
            return Error::field("business", "training.others_business", input.business->str(), {{"name", seat.name}});
    }
    auto const kept = is_business ? db::Parameter(*input.business) : db::Parameter(std::nullopt);
    TRY(tx.run(sql::set_outcome, context.city, seat.id, enterprise::stored_choice(input.outcome), kept, input.reason));
    boost::json::object summary {{"course", course.id.text()}, {"outcome", enterprise::stored_choice(input.outcome)}};
    TRY(audit::append(tx, context, {"training.record_outcome", "seat", seat.id.str(), course.unit_code, std::move(summary), input.reason.str()}));
    return Answer {.id = seat.id.str(), .href = href_of(course.id) + "/peserta/" + seat.id.str(), .message = "training.outcome_recorded", .arguments = {{"name", seat.name}}};
}

} // namespace rtkeren::training
