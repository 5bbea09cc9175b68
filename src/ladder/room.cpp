#include "ladder/room.hpp"

namespace rtkeren::ladder {

std::vector<http::Route> routes(Services&) { return {}; }
std::vector<operations::Operation> operations() { return {}; }
std::vector<workflow::Machine> machines() { return {}; }
std::vector<screens::NavEntry> navigation() { return {}; }
std::vector<screens::Panel> panels() { return {}; }
std::vector<evidence::Placed> places() { return {}; }
std::vector<sheets::Kind const*> imports() { return {}; }
void register_messages() { }

} // namespace rtkeren::ladder
