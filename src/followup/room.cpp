#include "followup/room.hpp"

#include "followup/operations.hpp"
#include "followup/pages_room.hpp"
#include "followup/sql.hpp"
#include "identity/identity.hpp"

#include <algorithm>

namespace rtkeren::followup {
namespace {

template<int N>
std::function<Result<std::optional<evidence::Standing>>(db::ReadTx&, CityId, std::string_view)> standing_by(db::ReadQuery<N> const& query)
{
    return [&query](db::ReadTx& tx, CityId city, std::string_view subject) -> Result<std::optional<evidence::Standing>> {
        auto const row = TRY(tx.maybe(query, city, subject));
        return row ? std::optional(evidence::Standing {row->text(0), {}}) : std::nullopt;
    };
}

/// As often as there is something to open or end.
Result<boost::json::object> open_due_at_night(Services& services, jobs::Job const&, jobs::Progress& progress)
{
    static auto const all = operations();
    auto const operation = std::ranges::find(all, "followup.open_due", &operations::Operation::name);
    auto const actor = identity::system_actor(services.city, {"followup.survey"});
    return jobs::run_while_due(services, actor, *operation, progress);
}

} // namespace

std::vector<http::Route> routes(Services& services)
{
    std::vector<http::Route> all;
    for (auto const part : {list_routes, result_routes, visit_routes, round_routes, interview_routes})
        for (auto& route : part(services))
            all.push_back(std::move(route));
    return all;
}

std::vector<operations::Operation> operations()
{
    using operations::make;
    return {
        make<RecordVisit>("followup.record", "followup.visit", "Record what somebody answered after a course", record_visit),
        make<CorrectVisit>("followup.correct", "followup.visit", "Correct an answer by a new one, with the reason", correct_visit),
        make<MissVisit>("followup.missed", "followup.visit", "Record that somebody was not met or would not answer", miss_visit),
        make<RepeatVisit>("followup.repeat", "followup.visit", "Ask again where a visit ended by mistake", repeat_visit),
        make<ShowPhone>("followup.show_phone", "followup.visit", "See the phone number of whom one is to ask", show_phone),
        make<OpenDue>("followup.open_due", "followup.survey", "Put follow-ups that come due onto the lists and end those whose time is over", open_due_visits),
        make<PlanRound>("followup.plan_round", "followup.survey", "Plan a survey round: its frame is fixed and its seed committed to", plan_round),
        make<StepRound>("followup.draw_round", "followup.survey", "Draw the sample of a round, once", draw_round),
        make<AssignRound>("followup.assign", "followup.survey", "Hand open interviews of a place to an interviewer", assign_round),
        make<StepRound>("followup.close_round", "followup.survey", "Close a round whose days are over", close_round),
        make<CancelRound>("followup.cancel_round", "followup.survey", "Cancel a round", cancel_round),
        make<StepRound>("followup.export_panel", "followup.panel", "Log that the panel without names was taken", log_panel),
        make<RecordInterview>("followup.interview", "followup.interview", "Record what a drawn business answered", record_interview),
        make<CorrectInterview>("followup.correct_interview", "followup.interview", "Correct an interview by a new answer, with the reason", correct_interview),
        make<MissInterview>("followup.miss_interview", "followup.interview", "Record a refusal or that nobody was met", miss_interview),
        make<ShowInterviewPhone>("followup.show_interview_phone", "followup.interview", "See the phone number of whom one is to interview", show_interview_phone),
    };
}

std::vector<workflow::Machine> machines() { return {followup_machine(), survey_machine()}; }

std::vector<screens::NavEntry> navigation()
{
    return {{"followup.read", "/pendampingan", TR_NOOP("Tindak lanjut"), "calendar-due", 64, screens::NavPart::Training}, {"followup.survey", "/survei", TR_NOOP("Survei"), "clipboard-list", 66, screens::NavPart::Training},
        {"followup.interview", "/wawancara", TR_NOOP("Wawancara saya"), "clipboard-list", 10}};
}

std::vector<screens::Panel> panels() { return figure_panels(); }

std::vector<evidence::Placed> places() { return {{"followup", standing_by(sql::place_of_visit)}, {"interview", standing_by(sql::place_of_interview), true}}; }

std::vector<sheets::Kind const*> imports() { return {}; }

jobs::Work night_work()
{
    constexpr int open_hour = 1;
    return {.handlers = {{"followup.open_due", open_due_at_night}}, .schedules = {{"nightly_followups", open_hour, "followup.open_due"}}};
}

void register_messages()
{
    language::register_messages(visit_messages());
    language::register_messages(survey_messages());
}

} // namespace rtkeren::followup
