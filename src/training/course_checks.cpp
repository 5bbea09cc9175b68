#include "training/course_checks.hpp"

#include "training/sql.hpp"

#include <algorithm>
#include <set>

namespace rtkeren::training {
namespace {

/// The category must be a training of the menu that the purse's envelope may pay for.
Result<void> check_topic(Topic const& topic, rules::Pack const& pack, programme::Purse const& purse)
{
    if (topic.retired)
        return Error::field("topic", "training.topic_retired", topic.code);
    auto const* item = pack.menu_item(topic.category);
    auto const is_training = item != nullptr && item->training && std::ranges::find(item->envelopes, purse.envelope) != item->envelopes.end();
    if (!is_training)
        return Error::field("topic", "training.topic_category", topic.code, {{"category", item ? item->label : topic.category}});
    return Done {};
}

Result<std::vector<planning::PlanLine>> chosen_lines(db::ReadTx& tx, CityId city, PurseId purse, CoursePart const& part, Topic const& topic, rules::Pack const& pack, std::optional<CourseId> but)
{
    std::map<std::string, std::pair<CourseId, std::string>> taken;
    for (auto const& row : TRY(tx.run(sql::lines_of_purse, city, purse)))
        taken.emplace(row.text(0), std::pair {row.id<CourseId>(1), row.text(2)});
    auto const approved = TRY(planning::approved_lines(tx, city, purse));
    std::vector<planning::PlanLine> lines;
    std::set<std::string> seen;
    for (auto const& id : part.lines) {
        auto const line = std::ranges::find(approved, id, &planning::PlanLine::id);
        if (line == approved.end() || line->dropped_on)
            return Error::field("lines", "training.line_unknown", id.str());
        if (!seen.insert(id.str()).second)
            return Error::field("lines", "training.line_twice", id.str(), {{"item", line->item}});
        auto const other = taken.find(id.str());
        if (other != taken.end() && !(but && other->second.first == *but))
            return Error::field("lines", "training.line_taken", id.str(), {{"item", line->item}, {"title", other->second.second}});
        auto const* item = pack.menu_item(line->category);
        if (line->category != topic.category)
            return Error::field("lines", "training.line_category", id.str(), {{"item", line->item}, {"category", item ? item->label : line->category}, {"topic", topic.name}});
        lines.push_back(*line);
    }
    return lines;
}

/// Meetings in the year, each with an end after its beginning, none over another.
Result<void> check_meetings(std::vector<MeetingTimes> const& meetings, int year)
{
    for (std::size_t i = 0; i < meetings.size(); ++i) {
        auto const& meeting = meetings[i];
        auto const name = "sessions." + std::to_string(i) + ".";
        if (meeting.on.year() != year)
            return Error::field(name + "on", "date.outside_year", meeting.on.iso(), {{"year", std::to_string(year)}});
        if (meeting.begins >= meeting.ends)
            return Error::field(name + "ends", "training.session_times", Clock::of(meeting.ends).str());
        for (std::size_t j = 0; j < i; ++j)
            if (meetings[j].on == meeting.on && meetings[j].begins < meeting.ends && meetings[j].ends > meeting.begins)
                return Error::field(name + "on", "training.session_over_another", meeting.on.iso(), {{"number", std::to_string(j + 1)}});
    }
    return Done {};
}

Result<void> judge_numbers(CourseCheck& check, CoursePart const& part)
{
    auto const& pack = *check.pack;
    auto const least = pack.number("participants_min", 0), most = pack.number("participants_max", 0);
    if (part.quota < least)
        TRY(judge(check.verdicts, pack, "participants_min", {"training.quota_low", {}, {}, {{"quota", std::to_string(part.quota)}, {"minimum", std::to_string(least)}}}));
    if (most > 0 && part.quota > most)
        TRY(judge(check.verdicts, pack, "participants_max", {"training.quota_high", {}, {}, {{"quota", std::to_string(part.quota)}, {"maximum", std::to_string(most)}}}));
    auto const days = part.call_from.days_until(part.call_until) + 1;
    auto const call_days = pack.number("public_call_days", 0);
    if (days < call_days)
        TRY(judge(check.verdicts, pack, "public_call_days", {"training.call_short", {}, {}, {{"days", std::to_string(days)}, {"minimum", std::to_string(call_days)}}}));
    auto const seat = shared_by(check.planned, part.quota).value_or(check.planned).value();
    auto const low = pack.number("seat_cost_low", 0), high = pack.number("seat_cost_high", 0);
    Arguments const sum {{"cost", std::to_string(seat)}, {"low", std::to_string(low)}, {"high", std::to_string(high)}, {"planned", std::to_string(check.planned.value())},
        {"quota", std::to_string(part.quota)}};
    if (seat < low)
        TRY(judge(check.verdicts, pack, "seat_cost_low", {"training.seat_cost_low", {}, {}, sum}));
    if (high > 0 && seat > high)
        TRY(judge(check.verdicts, pack, "seat_cost_high", {"training.seat_cost_high", {}, {}, sum}));
    if (check.minutes < check.topic.hours * 60)
        check.verdicts.push_back({"training.hours_short", Severity::Warn, {}, {{"minutes", std::to_string(check.minutes)}, {"hours", std::to_string(check.topic.hours)}}});
    if (check.path.needs_bpom()) {
        auto const bpom = std::ranges::find(check.path.steps, "bpom", &PathStep::step);
        check.verdicts.push_back({"training.needs_bpom", Severity::Warn, bpom->basis, {{"kind", check.path.label}}});
    }
    return Done {};
}

} // namespace

Result<void> judge(std::vector<Verdict>& verdicts, rules::Pack const& pack, std::string_view key, Verdict verdict)
{
    auto const found = pack.numbers.find(std::string(key));
    verdict.severity = found == pack.numbers.end() ? Severity::Warn : found->second.basis.severity;
    verdict.citation = found == pack.numbers.end() ? std::string {} : found->second.basis.citation;
    if (verdict.severity == Severity::Block)
        return Error::refused({std::move(verdict)});
    verdicts.push_back(std::move(verdict));
    return Done {};
}

Result<CourseCheck> check_course(db::ReadTx& tx, operations::Context const& context, PurseId id, CoursePart const& part, std::vector<MeetingTimes> const& meetings, std::optional<CourseId> but)
{
    CourseCheck check;
    check.purse = TRY(programme::purse(tx, context.city, id));
    auto const pokmas = check.purse.pokmas ? check.purse.pokmas->str() : std::string {};
    if (!may(context.actor, "training.manage", check.purse.unit_code, pokmas))
        return Error::field("purse", "training.outside", id.str());
    if (!check.purse.pokmas)
        return Error::field("purse", "training.no_pokmas", id.str());
    TRY(programme::running_year(tx, context.city, check.purse.year));
    check.pack = TRY(rules::released(tx, context.city, check.purse.year));
    auto const known = training::topic(tx, context.city, part.topic.str());
    if (!known.ok())
        return known.error().kind == ErrorKind::NotFound ? Error::field("topic", "training.no_topic", part.topic.str()) : known.error();
    check.topic = *known;
    TRY(check_topic(check.topic, *check.pack, check.purse));
    if (meetings.empty())
        return Error::field("sessions", "required");
    TRY(check_meetings(meetings, check.purse.year));
    auto const [first, last] = std::ranges::minmax_element(meetings, {}, &MeetingTimes::on);
    check.starts_on = first->on;
    check.ends_on = last->on;
    for (auto const& meeting : meetings)
        check.minutes += meeting.ends - meeting.begins;
    if (part.call_until < part.call_from)
        return Error::field("call_until", "training.call_order", part.call_until.iso());
    if (part.call_until >= check.starts_on)
        return Error::field("call_until", "training.call_after_start", part.call_until.iso(), {{"on", check.starts_on.iso()}});
    for (auto const& line : TRY(chosen_lines(tx, context.city, id, part, check.topic, *check.pack, but)))
        check.planned += line.amount;
    check.path = legal_path(check.topic.product_kind, check.starts_on);
    TRY(judge_numbers(check, part));
    return check;
}

Result<std::vector<planning::PlanLine>> free_lines(db::ReadTx& tx, CityId city, PurseId purse, rules::Pack const& pack, std::string_view category, std::optional<CourseId> but)
{
    std::set<std::string> taken;
    for (auto const& row : TRY(tx.run(sql::lines_of_purse, city, purse)))
        if (!(but && row.id<CourseId>(1) == *but))
            taken.insert(row.text(0));
    std::vector<planning::PlanLine> lines;
    for (auto& line : TRY(planning::approved_lines(tx, city, purse))) {
        auto const* item = pack.menu_item(line.category);
        auto const fits = item != nullptr && item->training && (category.empty() || line.category == category);
        if (fits && !line.dropped_on && !taken.contains(line.id.str()))
            lines.push_back(std::move(line));
    }
    return lines;
}

} // namespace rtkeren::training
