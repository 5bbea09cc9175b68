#include "training/room.hpp"

#include "training/attendance_room.hpp"
#include "training/course_room.hpp"
#include "training/operations.hpp"

namespace rtkeren::training {
namespace {

/// The lists of the two halves of this room, one behind the other.
template<class T>
std::vector<T> together(std::vector<T> all, std::vector<T> more)
{
    all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    return all;
}

} // namespace

std::vector<http::Route> routes(Services& services) { return together(course_routes(services), attendance_routes(services)); }
std::vector<operations::Operation> operations() { return together(course_operations(), attendance_operations()); }
std::vector<workflow::Machine> machines() { return together({course_machine()}, attendance_machines()); }
std::vector<screens::NavEntry> navigation() { return together(course_navigation(), attendance_navigation()); }
std::vector<screens::Panel> panels() { return together(course_panels(), attendance_panels()); }
std::vector<evidence::Placed> places() { return together(course_places(), attendance_places()); }
std::vector<sheets::Kind const*> imports() { return {&topic_sheet()}; }

void register_messages()
{
    language::register_messages(course_messages());
    language::register_messages(attendance_messages());
}

} // namespace rtkeren::training
