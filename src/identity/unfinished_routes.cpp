#include "identity/parts.hpp"
namespace rtkeren::identity {
std::vector<http::Route> user_routes(Services&) { return {}; }
std::vector<http::Route> grant_routes(Services&) { return {}; }
std::vector<http::Route> slip_routes(Services&) { return {}; }
std::vector<http::Route> number_routes(Services&) { return {}; }
std::vector<operations::Operation> import_operations() { return {}; }
}
