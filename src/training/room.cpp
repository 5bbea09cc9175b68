#include "training/room.hpp"

#include "training/course_room.hpp"
#include "training/operations.hpp"

namespace rtkeren::training {

std::vector<http::Route> routes(Services& services) { return course_routes(services); }
std::vector<operations::Operation> operations() { return course_operations(); }
std::vector<workflow::Machine> machines() { return {course_machine()}; }
std::vector<screens::NavEntry> navigation() { return course_navigation(); }
std::vector<screens::Panel> panels() { return course_panels(); }
std::vector<evidence::Placed> places() { return course_places(); }
std::vector<sheets::Kind const*> imports() { return {&topic_sheet()}; }
void register_messages() { language::register_messages(course_messages()); }

} // namespace rtkeren::training
