#include "training/course_room.hpp"

#include "training/operations.hpp"
#include "training/pages_room.hpp"
#include "training/sql.hpp"

namespace rtkeren::training {
namespace {

/// Files of a subject lie where its course lies.
template<class Query>
std::function<Result<std::optional<evidence::Standing>>(db::ReadTx&, CityId, std::string_view)> standing_by(Query const& query)
{
    return [&query](db::ReadTx& tx, CityId city, std::string_view subject) -> Result<std::optional<evidence::Standing>> {
        auto const row = TRY(tx.maybe(query, city, subject));
        return row ? std::optional(evidence::Standing {row->text(0), row->text(1)}) : std::nullopt;
    };
}

} // namespace

std::vector<http::Route> course_routes(Services& services)
{
    std::vector<http::Route> all;
    for (auto const part : {topic_routes, list_routes, plan_routes, step_routes, session_routes, trainer_routes, public_routes, seat_routes, selection_routes, result_routes, certificate_routes, paper_routes})
        for (auto& route : part(services))
            all.push_back(std::move(route));
    return all;
}

std::vector<operations::Operation> course_operations()
{
    using operations::make;
    return {
        make<SaveTopic>("training.save_topic", "training.topics", "Record or change what is taught", save_topic),
        make<TopicStep>("training.retire_topic", "training.topics", "Plan a topic no more", retire_topic),
        make<TopicStep>("training.restore_topic", "training.topics", "Plan a retired topic again", restore_topic),
        make<TakeTopics>("training.take_topics", "training.topics", "Take the topics that come with the program", take_topics),
        make<ImportTopics>("training.import_topics", "training.topics", "Record topics from a spreadsheet, all or none", import_topics),
        make<PlanCourse>("training.plan", "training.manage", "Plan a course on lines of a purse's plan", plan_course),
        make<ChangeCourse>("training.change", "training.manage", "Change the plan of a course", change_course),
        make<AddTrainer>("training.add_trainer", "training.manage", "Name a trainer with hours and honor", add_trainer),
        make<RemoveTrainer>("training.remove_trainer", "training.manage", "Take a trainer out", remove_trainer),
        make<CourseStep>("training.open", "training.manage", "Open the public call of a course", open_course),
        make<CourseStep>("training.back_to_plan", "training.manage", "Take the call of a course back", back_to_plan),
        make<SelectSeats>("training.select", "training.manage", "Set the list of participants, as proposed but for reasons", select_seats),
        make<CourseStep>("training.reopen", "training.manage", "Open the list of a course again", reopen_course),
        make<CourseStep>("training.start", "training.lead", "Start a course", start_course),
        make<FinishCourse>("training.finish", "training.lead", "Say that all meetings were held and who finished", finish_course),
        make<CourseStep>("training.resume", "training.manage", "Go back to the meetings of a course", resume_course),
        make<CourseStep>("training.close", "training.manage", "Close a course whose outcomes are known", close_course),
        make<CourseStep>("training.cancel", "training.manage", "Cancel a course", cancel_course),
        make<AddSeat>("training.add_seat", "training.lead", "Put somebody on the list of a course", add_seat),
        make<Apply>("training.apply", "", "Answer the public call of a course", apply),
        make<DecideSeat>("training.decide_seat", "training.manage", "Decide otherwise about one person, with a reason", decide_seat),
        make<SeatStep>("training.show_household", "identity.unmask", "Record the reason for looking at the number of a family card", show_household),
        make<SeatStep>("training.withdraw_seat", "training.lead", "Record that somebody withdrew", withdraw_seat),
        make<SeatStep>("training.drop_seat", "training.lead", "Record that somebody stays away", drop_seat),
        make<AddSession>("training.add_session", "training.lead", "Add a meeting", add_session),
        make<MoveSession>("training.move_session", "training.lead", "Move a meeting to another day or hour", move_session),
        make<CancelSession>("training.cancel_session", "training.lead", "Cancel a meeting", cancel_session),
        make<RecordScores>("training.record_scores", "training.lead", "Record a test before or after", record_scores),
        make<RecordResult>("training.record_result", "training.lead", "Record what a participant made, with its cost sheet", record_result),
        make<RecordOutcome>("training.record_outcome", "training.lead", "Record what became of who finished", record_outcome),
        make<IssueCertificates>("training.issue_certificates", "training.manage", "Give everybody who finished a certificate", issue_certificates),
        make<SeatStep>("training.withdraw_certificate", "training.manage", "Take a certificate back", withdraw_certificate),
    };
}

std::vector<screens::NavEntry> course_navigation()
{
    return {{"training.read", "/pelatihan/semua", TR_NOOP("Daftar pelatihan"), "school", 62, screens::NavPart::Training}, {"training.topics", "/topik-pelatihan", TR_NOOP("Topik pelatihan"), "list", 63, screens::NavPart::Training}};
}

std::vector<evidence::Placed> course_places() { return {{"training_result", standing_by(sql::course_of_result)}, {"trainer", standing_by(sql::course_of_trainer)}}; }

} // namespace rtkeren::training
