#include "app/rooms.hpp"

#include "app/messages.hpp"
#include "app/pages_room.hpp"
#include "app/start_pages.hpp"
#include "app/sync.hpp"
#include "documents/messages.hpp"
#include "enterprise/room.hpp"
#include "evidence/room.hpp"
#include "followup/followup.hpp"
#include "followup/room.hpp"
#include "identity/ended_places.hpp"
#include "identity/room.hpp"
#include "identity/serving.hpp"
#include "insight/room.hpp"
#include "jobs/jobs.hpp"
#include "ladder/room.hpp"
#include "language/language.hpp"
#include "ledger/messages.hpp"
#include "payout/room.hpp"
#include "planning/room.hpp"
#include "portal/room.hpp"
#include "programme/room.hpp"
#include "reporting/room.hpp"
#include "rules/room.hpp"
#include "spending/opening.hpp"
#include "spending/room.hpp"
#include "tables/messages.hpp"
#include "territory/room.hpp"
#include "training/room.hpp"
#include "training/training.hpp"
#include "turnover/room.hpp"
#include "workflow/holidays.hpp"

#include <utility>

namespace rtkeren::app {

std::vector<Room> const& rooms()
{
    // Floor order. A room leaves out what it does not bring.
    static std::vector<Room> const all {
        {.name = "documents", .register_messages = [] { language::register_messages(documents::messages()); }},
        {.name = "tables", .register_messages = [] { language::register_messages(tables::messages()); }},
        {.name = "jobs", .operations = jobs::operations, .register_messages = jobs::register_messages},
        {.name = "sheets", .register_messages = sheets::register_messages},
        {.name = "territory", .operations = territory::operations, .imports = territory::imports, .register_messages = territory::register_messages},
        {.name = "ledger", .register_messages = ledger::register_messages},
        {.name = "workflow", .operations = workflow::operations, .imports = workflow::imports, .register_messages = workflow::register_messages},
        {.name = "evidence", .routes = evidence::routes, .register_messages = evidence::register_messages},
        {.name = "identity",
            .routes = identity::routes,
            .operations = identity::operations,
            .navigation = identity::navigation,
            .imports = identity::imports,
            .register_messages = identity::register_messages},
        {.name = "rules", .routes = rules::routes, .operations = rules::operations, .navigation = rules::navigation, .register_messages = rules::register_messages},
        {.name = "programme",
            .routes = programme::routes,
            .operations = programme::operations,
            .machines = programme::machines,
            .facts = programme::facts,
            .navigation = programme::navigation,
            .panels = programme::panels,
            .register_messages = programme::register_messages},
        {.name = "planning",
            .routes = planning::routes,
            .operations = planning::operations,
            .machines = planning::machines,
            .facts = planning::facts,
            .navigation = planning::navigation,
            .panels = planning::panels,
            .imports = planning::imports,
            .register_messages = planning::register_messages},
        {.name = "payout",
            .routes = payout::routes,
            .operations = payout::operations,
            .machines = payout::machines,
            .facts = payout::facts,
            .navigation = payout::navigation,
            .imports = payout::imports,
            .register_messages = payout::register_messages},
        {.name = "spending",
            .routes = spending::routes,
            .operations = spending::operations,
            .machines = spending::machines,
            .facts = spending::facts,
            .navigation = spending::navigation,
            .panels = spending::panels,
            .takes_in = spending::take_in_opening,
            .register_messages = spending::register_messages},
        {.name = "reporting",
            .routes = reporting::routes,
            .operations = reporting::operations,
            .machines = reporting::machines,
            .facts = reporting::facts,
            .navigation = reporting::navigation,
            .panels = reporting::panels,
            .places = reporting::places,
            .register_messages = reporting::register_messages},
        {.name = "enterprise",
            .routes = enterprise::routes,
            .operations = enterprise::operations,
            .machines = enterprise::machines,
            .navigation = enterprise::navigation,
            .panels = enterprise::panels,
            .places = enterprise::places,
            .imports = enterprise::imports,
            .register_messages = enterprise::register_messages},
        {.name = "turnover",
            .routes = turnover::routes,
            .operations = turnover::operations,
            .machines = turnover::machines,
            .navigation = turnover::navigation,
            .panels = turnover::panels,
            .places = turnover::places,
            .imports = turnover::imports,
            .register_messages = turnover::register_messages},
        {.name = "training",
            .routes = training::routes,
            .operations = training::operations,
            .machines = training::machines,
            .navigation = training::navigation,
            .panels = training::panels,
            .places = training::places,
            .imports = training::imports,
            .register_messages = training::register_messages},
        {.name = "followup",
            .routes = followup::routes,
            .operations = followup::operations,
            .machines = followup::machines,
            .navigation = followup::navigation,
            .panels = followup::panels,
            .places = followup::places,
            .imports = followup::imports,
            .register_messages = followup::register_messages},
        {.name = "ladder",
            .routes = ladder::routes,
            .operations = ladder::operations,
            .machines = ladder::machines,
            .navigation = ladder::navigation,
            .panels = ladder::panels,
            .places = ladder::places,
            .imports = ladder::imports,
            .register_messages = ladder::register_messages},
        {.name = "insight", .routes = insight::routes, .navigation = insight::navigation},
        {.name = "portal", .routes = portal::routes},
        {.name = "app", .routes = own_routes, .operations = sync_operations, .navigation = start_navigation, .register_messages = register_own_messages},
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

Result<operations::Operation const*> operation_named(operations::Registry const& all, std::string_view name)
{
    auto const* operation = all.find(name);
    if (operation != nullptr)
        return operation;
    auto error = Error::not_found("operation.unknown");
    error.arguments = {{"value", std::string(name)}};
    return error;
}

void assemble()
{
    static bool was_assembled = false; // tests of one program need it each for themselves
    if (std::exchange(was_assembled, true))
        return;
    std::vector<rules::Fact> facts;
    std::vector<screens::NavEntry> navigation;
    std::vector<screens::Panel> panels;
    std::vector<workflow::Machine> machines;
    std::vector<evidence::Placed> places;
    std::vector<payout::TakesIn> takers;
    auto const append = [](auto& into, auto&& more) { into.insert(into.end(), more.begin(), more.end()); };
    for (auto const& room : rooms()) {
        if (room.register_messages)
            room.register_messages();
        if (room.operations)
            mutable_registry().add(room.operations());
        if (room.machines)
            append(machines, room.machines());
        if (room.facts)
            append(facts, room.facts());
        if (room.navigation)
            append(navigation, room.navigation());
        if (room.panels)
            append(panels, room.panels());
        if (room.places)
            append(places, room.places());
        if (room.takes_in)
            takers.push_back(room.takes_in);
    }
    rules::register_facts(std::move(facts));
    screens::use_registry(registry());
    screens::use_navigation(std::move(navigation));
    screens::use_panels(std::move(panels));
    evidence::use_places(std::move(places));
    insight::use_machines(std::move(machines));
    payout::use_takers(std::move(takers));
    identity::use_serving(payout::serving);
    territory::use_ending_notes(identity::heads_of_ended);
    training::use_followers({followup::follower()});
    screens::use_counts(insight::waiting_count);
}

std::vector<sheets::Kind const*> all_imports()
{
    std::vector<sheets::Kind const*> kinds;
    for (auto const& room : rooms())
        if (room.imports)
            for (auto const* kind : room.imports())
                kinds.push_back(kind);
    return kinds;
}

std::vector<http::Route> all_routes(Services& services)
{
    std::vector<http::Route> routes;
    for (auto const& room : rooms())
        if (room.routes)
            for (auto& route : room.routes(services))
                routes.push_back(std::move(route));
    return routes;
}

} // namespace rtkeren::app
