#include "payout/room.hpp"
namespace rtkeren::payout {
std::vector<http::Route> routes(Services&) { return {}; }
}
