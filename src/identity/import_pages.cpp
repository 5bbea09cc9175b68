#include "identity/room.hpp"
#include "identity/slip_pages.hpp"
#include "screens/import.hpp"

namespace rtkeren::identity {

std::vector<http::Route> import_routes(Services& services)
{
    return screens::import_routes(services, *imports().front(),
        [&services](http::Exchange const& exchange, operations::Answer const& answer) { return slips_page(services, exchange, answer, "/pengguna"); });
}

} // namespace rtkeren::identity
