#include "app/rooms.hpp"

#include "app/pages_room.hpp"
#include "identity/room.hpp"
#include "language/language.hpp"
#include "programme/room.hpp"
#include "rules/room.hpp"

namespace rtkeren::app {

std::vector<Room> const& rooms()
{
    // Floor order. A room leaves out what it does not bring.
    static std::vector<Room> const all {
        {.name = "identity", .routes = identity::routes, .operations = identity::operations, .navigation = identity::navigation, .register_messages = identity::register_messages},
        {.name = "rules", .routes = rules::routes, .operations = rules::operations, .navigation = rules::navigation, .register_messages = rules::register_messages},
        {.name = "programme", .routes = programme::routes, .operations = programme::operations, .facts = programme::facts, .navigation = programme::navigation, .register_messages = programme::register_messages},
    };
    return all;
}

namespace {

operations::Registry& mutable_registry()
{
    static operations::Registry all;
    return all;
}

} // namespace

operations::Registry const& registry() { return mutable_registry(); }

void assemble()
{
    std::vector<rules::Fact> facts;
    std::vector<screens::NavEntry> navigation;
    std::vector<screens::Panel> panels;
    auto const append = [](auto& into, auto&& more) { into.insert(into.end(), more.begin(), more.end()); };
    for (auto const& room : rooms()) {
        if (room.register_messages)
            room.register_messages();
        if (room.operations)
            mutable_registry().add(room.operations());
        if (room.facts)
            append(facts, room.facts());
        if (room.navigation)
            append(navigation, room.navigation());
        if (room.panels)
            append(panels, room.panels());
    }
    rules::register_facts(std::move(facts));
    screens::use_registry(registry());
    screens::use_navigation(std::move(navigation));
    screens::use_panels(std::move(panels));
}

std::vector<http::Route> all_routes(Services& services)
{
    auto routes = own_routes(services);
    for (auto const& room : rooms())
        if (room.routes)
            for (auto& route : room.routes(services))
                routes.push_back(std::move(route));
    return routes;
}

} // namespace rtkeren::app
