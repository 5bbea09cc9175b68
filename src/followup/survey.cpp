#include "followup/operations.hpp"

#include "audit/audit.hpp"
#include "followup/draw.hpp"
#include "followup/sql.hpp"
#include "followup/survey.hpp"
#include "jobs/jobs.hpp"
#include "secrets/secrets.hpp"
#include "territory/territory.hpp"

#include <algorithm>
#include <unordered_map>

namespace rtkeren::followup {
namespace {

constexpr std::int64_t longest_days = 120;

Result<std::string> place_of(db::ReadTx& tx, operations::Context const& context, std::string const& typed)
{
    auto const place = typed.empty() ? TRY(territory::city(tx, context.city)).code : TRY(territory::find(tx, context.city, typed)).code;
    if (!may(context.actor, "followup.survey", place))
        return Error::field("place", "enterprise.outside", place);
    return place;
}

/// A month is asked about when it is over; the baseline comes before any of the year's money.
Result<void> check_days(db::ReadTx& tx, operations::Context const& context, PlanRound const& input)
{
    auto const month = days_of(Told::RecallMonth, input.from, input.month.str());
    if (input.from <= month.to)
        return Error::field("from", "followup.month_runs", input.from.iso(), {{"to", month.to.iso()}});
    if (input.until < input.from)
        return Error::field("until", "followup.until_before", input.until.iso());
    if (input.from.days_until(input.until) > longest_days)
        return Error::field("until", "followup.too_long", input.until.iso(), {{"days", std::to_string(longest_days)}});
    if (input.until < context.today)
        return Error::field("until", "followup.until_past", input.until.iso());
    if (!input.baseline_for)
        return Done {};
    auto const row = TRY(tx.one("followup.no_round", sql::money_out, context.city, *input.baseline_for));
    if (row.integer(0) > 0)
        return Error::field("baseline_for", "followup.baseline_late", std::to_string(*input.baseline_for), {{"amount", std::to_string(row.integer(0))}});
    return Done {};
}

Result<std::vector<Member>> members_of(db::ReadTx& tx, CityId city, PlanRound const& input, std::string const& place)
{
    auto const at = stretch_of(place);
    std::vector<Member> members;
    auto const month = input.month.str();
    if (input.frame == FrameKind::Business) {
        auto const rows = TRY(tx.run(sql::frame_of_businesses, city, at.from, at.behind, input.from, month));
        for (auto const& row : rows)
            members.push_back({'a', row.text(0)});
        return members;
    }
    auto const rows = TRY(tx.run(sql::frame_compared, city, at.from, at.behind, input.from, month));
    for (auto const& row : rows)
        members.push_back({row.text(1).front(), row.text(0)});
    return members;
}

/// Nobody chooses it and nobody can try another: it follows from the round and its frame by the city's secret key. Its hash is told before the draw.
std::string seed_of(Services const& services, RoundId id, std::string const& frame_hash) { return services.keys.lookup("followup.draw", id.str() + ':' + frame_hash); }

std::array<db::Parameter, 9> interview_row(operations::Context& context, RoundId round, std::int64_t number, Member const& member, db::Row const& business)
{
    return {context.city, context.next<InterviewId>(), round, number, std::string(1, member.stratum), member.id, business.id<PersonId>(1), business.text(2), business.text(3)};
}

Result<void> write_sample(db::WriteTx& tx, operations::Context& context, Round const& one, std::vector<Member> const& sample)
{
    auto const at = stretch_of(one.place);
    auto const rows = TRY(tx.run(sql::businesses_of_frame, context.city, at.from, at.behind));
    std::unordered_map<std::string, db::Row const*> known;
    for (auto const& row : rows)
        known.emplace(row.text(0), &row);
    std::vector<std::array<db::Parameter, 9>> tuples;
    std::int64_t number = 0;
    for (auto const& member : sample) {
        auto const found = known.find(member.id);
        ++number;
        if (found != known.end()) // merged away or moved since the frame was fixed: drawn all the same, and nobody takes its place
            tuples.push_back(interview_row(context, one.id, number, member, *found->second));
    }
    TRY(tx.run_rows(sql::insert_interviews, tuples));
    return Done {};
}

} // namespace

Result<operations::Answer> plan_round(db::WriteTx& tx, operations::Context& context, PlanRound const& input)
{
    auto const place = TRY(place_of(tx, context, input.place.str()));
    TRY(check_days(tx, context, input));
    auto const members = TRY(members_of(tx, context.city, input, place));
    if (std::ssize(members) < turnover::smallest_group)
        return Error::field("place", "followup.frame_small", place, {{"count", std::to_string(members.size())}, {"least", std::to_string(turnover::smallest_group)}});
    auto const numbers = TRY(numbers_of(tx, context.city, input.from.year()));
    auto const size = std::min<std::int64_t>(input.sample_size.value_or(numbers.survey_sample), std::ssize(members));
    auto const id = context.next<RoundId>();
    auto const frame = frame_text(members);
    auto const hash = fingerprint(frame);
    auto const commitment = fingerprint(seed_of(context.services, id, hash));
    auto const next = TRY(tx.one("followup.no_round", sql::next_round_number, context.city));
    TRY(tx.run(sql::insert_round, context.city, id, next.integer(0), input.name, place, stored_choice(input.frame), input.baseline_for, input.month.str(), input.from, input.until, size,
        std::ssize(members), hash, commitment, numbers.survey_tries, context.actor.user, context.actor.name, context.now));
    TRY(tx.run(sql::insert_frame, context.city, id, frame));
    TRY(workflow::start(tx, context, survey_machine(), {.subject = id.ulid(), .title = "Survei " + input.name.str(), .place = place}));
    TRY(audit::append(tx, context,
        {"followup.plan_round", "survey", id.str(), place, {{"number", next.integer(0)}, {"frame", std::ssize(members)}, {"frame_hash", hash}, {"commitment", commitment}, {"sample", size}}}));
    return operations::Answer {.id = id.str(), .href = href_of(id), .message = "followup.round_planned", .arguments = {{"name", input.name.str()}, {"count", std::to_string(members.size())}},
        .data = {{"round", id.text()}, {"frame_hash", hash}, {"commitment", commitment}}};
}

Result<operations::Answer> draw_round(db::WriteTx& tx, operations::Context& context, StepRound const& input)
{
    auto const one = TRY(round_for(tx, context.actor, input.round));
    if (!one.seed.empty())
        return Error::conflict("followup.drawn_already", {{"name", one.drawn_by_name}, {"on", one.drawn_at->date_in(context.services.zone).iso()}});
    auto const text = TRY(frame_of_round(tx, context.city, one.id));
    auto const seed = seed_of(context.services, one.id, one.frame_hash);
    if (fingerprint(text) != one.frame_hash || fingerprint(seed) != one.commitment)
        return Error::conflict("followup.frame_altered");
    TRY(workflow::advance(tx, context, survey_machine(), one.id.ulid(), "draw"));
    TRY(tx.run(sql::set_drawn, context.city, one.id, seed, context.actor.user, context.actor.name, context.now));
    auto const sample = draw(frame_of(text), seed, static_cast<std::size_t>(one.sample_size));
    TRY(write_sample(tx, context, one, sample));
    TRY(audit::append(tx, context, {"followup.draw_round", "survey", one.id.str(), one.place, {{"seed", seed}, {"frame_hash", one.frame_hash}, {"sample", one.sample_size}}}));
    TRY(jobs::emit(tx, context, {"followup.round_drawn", one.id.str(), {{"seed", seed}}}));
    return operations::Answer {.id = one.id.str(), .href = href_of(one.id), .message = "followup.round_drawn", .arguments = {{"name", one.name}, {"count", std::to_string(sample.size())}},
        .data = {{"seed", seed}, {"sample", std::ssize(sample)}}};
}

Result<operations::Answer> assign_round(db::WriteTx& tx, operations::Context& context, AssignRound const& input)
{
    auto const one = TRY(round_for(tx, context.actor, input.round));
    if (one.state != "drawn")
        return Error::conflict("followup.not_running");
    auto const place = input.place.empty() ? one.place : input.place.str();
    if (!territory::holds(one.place, place))
        return Error::field("place", "enterprise.outside", place);
    auto const all = TRY(interviewers(tx, context.city, context.today));
    auto const who = std::ranges::find(all, input.interviewer, &Interviewer::person);
    if (who == all.end())
        return Error::field("interviewer", "followup.no_interviewer");
    if (who->knows_treated)
        return Error::field("interviewer", "followup.knows_treated", {}, {{"name", who->name}});
    auto const at = stretch_of(place);
    auto const own = TRY(tx.one("followup.no_round", sql::owners_of_open, context.city, one.id, at.from, at.behind, who->person));
    if (own.integer(0) > 0)
        return Error::field("interviewer", "followup.own_interview", {}, {{"name", who->name}});
    auto const changed = TRY(tx.run(sql::assign, context.city, one.id, at.from, at.behind, who->person, who->name));
    TRY(audit::append(tx, context, {"followup.assign", "survey", one.id.str(), place, {{"interviewer", who->person.text()}, {"count", changed.rows}}}));
    return operations::Answer {.id = one.id.str(), .href = href_of(one.id), .message = "followup.assigned", .arguments = {{"name", who->name}, {"count", std::to_string(changed.rows)}},
        .data = {{"count", changed.rows}}};
}

Result<operations::Answer> close_round(db::WriteTx& tx, operations::Context& context, StepRound const& input)
{
    auto const one = TRY(round_for(tx, context.actor, input.round));
    if (context.today <= one.until_on && one.state == "drawn")
        return Error::conflict("followup.round_runs", {{"on", one.until_on.iso()}});
    TRY(workflow::advance(tx, context, survey_machine(), one.id.ulid(), "close"));
    TRY(audit::append(tx, context, {"followup.close_round", "survey", one.id.str(), one.place, {}}));
    return operations::Answer {.id = one.id.str(), .href = href_of(one.id), .message = "followup.round_closed", .arguments = {{"name", one.name}}};
}

Result<operations::Answer> cancel_round(db::WriteTx& tx, operations::Context& context, CancelRound const& input)
{
    auto const one = TRY(round_for(tx, context.actor, input.round));
    TRY(workflow::advance(tx, context, survey_machine(), one.id.ulid(), "cancel", {.reason = input.reason.str()}));
    TRY(audit::append(tx, context, {"followup.cancel_round", "survey", one.id.str(), one.place, {{"drawn", !one.seed.empty()}}, input.reason.str()}));
    return operations::Answer {.id = one.id.str(), .href = href_of(one.id), .message = "followup.round_cancelled", .arguments = {{"name", one.name}}};
}

Result<operations::Answer> log_panel(db::WriteTx& tx, operations::Context& context, StepRound const& input)
{
    auto const one = TRY(round(tx, context.city, input.round));
    if (!may(context.actor, "followup.panel", one.place))
        return Error::not_found("followup.no_round");
    TRY(audit::append(tx, context, {"followup.export_panel", "survey", one.id.str(), one.place, {}}));
    return operations::Answer {.id = one.id.str(), .href = href_of(one.id), .message = "followup.panel_logged"};
}

} // namespace rtkeren::followup
