#pragma once

#include "enterprise/pages_room.hpp"
#include "screens/screens.hpp"
#include "training/course_checks.hpp"
#include "training/pages.hpp"
#include "training/store.hpp"
#include "workflow/workflow.hpp"

/// What the page files of this room share.
namespace rtkeren::training {

[[nodiscard]] std::vector<http::Route> topic_routes(Services&);
[[nodiscard]] std::vector<http::Route> list_routes(Services&);
[[nodiscard]] std::vector<http::Route> plan_routes(Services&);
[[nodiscard]] std::vector<http::Route> step_routes(Services&);
[[nodiscard]] std::vector<http::Route> session_routes(Services&);
[[nodiscard]] std::vector<http::Route> trainer_routes(Services&);
[[nodiscard]] std::vector<http::Route> public_routes(Services&);
[[nodiscard]] std::vector<http::Route> seat_routes(Services&);
[[nodiscard]] std::vector<http::Route> selection_routes(Services&);
[[nodiscard]] std::vector<http::Route> result_routes(Services&);
[[nodiscard]] std::vector<http::Route> certificate_routes(Services&);
[[nodiscard]] std::vector<http::Route> paper_routes(Services&);

/// The page of a course for who may read it; others see `/pelatihan/{id}` without a name in it.
[[nodiscard]] Result<http::Response> show_course_inside(Services&, http::Exchange const&, Course const&);

/// "training.<kind>.<name>" worded; "" of nothing.
[[nodiscard]] std::string word_of(std::string_view kind, std::string_view name);
template<class Enum>
std::vector<html::Option> choices_for(std::string_view kind)
{
    std::vector<html::Option> options;
    for (auto const& [value, name] : operations::Choices<Enum>::values)
        options.push_back({std::string(name), word_of(kind, name)});
    return options;
}
[[nodiscard]] std::string course_state_label(std::string_view state);
[[nodiscard]] std::string_view course_state_tone(std::string_view state);
[[nodiscard]] std::string_view seat_tone(std::string_view state);
[[nodiscard]] PathView path_view(LegalPath const&);
[[nodiscard]] std::vector<std::string> curriculum_lines(std::string const&);
[[nodiscard]] std::vector<MeetingLine> meeting_lines(std::vector<Session> const&);
/// "belum pernah ikut (3), punya rencana produk (2)"
[[nodiscard]] std::string reasons_words(std::string const& stored);
[[nodiscard]] std::string money_or_dash(std::optional<Rupiah>);
/// What earlier courses on the topic led to, the newest first; for insiders of the programme.
[[nodiscard]] Result<std::vector<EarlierLine>> earlier_lines(db::ReadTx&, CityId, std::string_view topic);
/// Kelurahan and RT of the city, for choosing where somebody lives; below a place where one is given.
[[nodiscard]] Result<std::vector<html::Option>> living_places(db::ReadTx&, Services const&, std::string_view below);

/// Up to four stretches of places, and the pokmas when all is one group's: where this person has the permission.
struct CourseReach {
    enterprise::Reach places;
    std::string pokmas;
};
[[nodiscard]] CourseReach course_reach(Actor const&, std::string_view permission);

/// "https://host" as the visitor sees this server.
[[nodiscard]] std::string site_of(http::Request const&);
[[nodiscard]] std::vector<html::Crumb> course_crumbs(Course const&, std::string last);
[[nodiscard]] html::Frame visitor_frame(Services&, http::Exchange const&, std::string title);

} // namespace rtkeren::training
