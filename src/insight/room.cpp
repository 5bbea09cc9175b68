#include "insight/room.hpp"

#include "insight/waiting.hpp"
#include "language/language.hpp"

namespace rtkeren::insight {

std::vector<http::Route> routes(Services& services)
{
    using http::Method;
    using screens::page;
    return {
        {Method::Get, "/menunggu", "signed_in", page(services, show_waiting), "What waits for the signed-in person, by deadline, and what they follow"},
    };
}

std::vector<screens::NavEntry> navigation()
{
    return {
        {"signed_in", "/menunggu", TR_NOOP("Menunggu"), "inbox", 10},
    };
}

void register_messages()
{
}

} // namespace rtkeren::insight
