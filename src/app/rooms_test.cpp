#include "app/rooms.hpp"

#include "app/openapi.hpp"
#include "identity/identity.hpp"
#include "insight/trail.hpp"
#include "language/language.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

/// What the program is made of hangs together: names, permissions, machines and sentences.
namespace rtkeren::app {

namespace {

/// The program is put together once a process.
void assemble_once()
{
    static bool const done = [] {
        assemble();
        return true;
    }();
    (void)done;
}

std::set<std::string> granted_permissions()
{
    std::set<std::string> all;
    for (auto const& role : identity::roles())
        all.insert(role.permissions.begin(), role.permissions.end());
    return all;
}

} // namespace

TEST(Rooms, EveryOperationNeedsAPermissionThatSomebodyHas)
{
    assemble_once();
    auto const granted = granted_permissions();
    ASSERT_GT(registry().all().size(), 100u);
    for (auto const& operation : registry().all()) {
        EXPECT_TRUE(operation.permission.empty() || granted.contains(operation.permission)) << operation.name << " needs " << operation.permission;
        EXPECT_FALSE(operation.summary.empty()) << operation.name;
        EXPECT_EQ(registry().find(operation.name), &operation);
    }
}

TEST(Rooms, EveryOperationHasItsWordsInTheTrail)
{
    assemble_once();
    for (auto const& operation : registry().all())
        EXPECT_FALSE(insight::deed_label(operation.name).empty()) << operation.name;
}

TEST(Rooms, EveryMachineReachesAnEndByRolesThatExist)
{
    assemble_once();
    auto const granted = granted_permissions();
    std::size_t machines = 0;
    for (auto const& room : rooms()) {
        if (!room.machines)
            continue;
        for (auto const& machine : room.machines()) {
            ++machines;
            EXPECT_EQ(workflow::check_machine(machine), std::vector<std::string> {}) << machine.name;
            for (auto const& state : machine.states)
                EXPECT_TRUE(state.waits_for.empty() || granted.contains(std::string(state.waits_for))) << machine.name << "." << state.name << " waits for " << state.waits_for;
            for (auto const& step : machine.transitions)
                EXPECT_TRUE(step.permission.empty() || granted.contains(std::string(step.permission))) << machine.name << "." << step.event;
        }
    }
    EXPECT_GE(machines, 6u);
}

TEST(Rooms, EveryFactThatAPackAsksForIsPublished)
{
    assemble_once();
    for (auto const& shipped : rules::shipped_packs()) {
        auto pack = rules::Pack::parse(shipped.text);
        ASSERT_TRUE(pack.ok()) << shipped.city << " " << shipped.year;
        for (auto const& tranche : (*pack)->tranches)
            for (auto const& gate : tranche.gates)
                EXPECT_NE(rules::find_fact(gate.fact), nullptr) << gate.fact;
    }
}

TEST(OpenApi, NamesEveryOperation)
{
    assemble_once();
    auto const document = openapi_document({});
    auto const& paths = document.at("paths").as_object();
    for (auto const& operation : registry().all())
        EXPECT_TRUE(paths.contains("/api/v1/do/" + operation.name)) << operation.name;
}

} // namespace rtkeren::app
