#include "insight/kinds.hpp"

#include "insight/room.hpp"
#include "language/language.hpp"

#include <algorithm>

namespace rtkeren::insight {
namespace {

std::vector<workflow::Machine>& handed_in()
{
    static std::vector<workflow::Machine> machines;
    return machines;
}

} // namespace

void use_machines(std::vector<workflow::Machine> machines) { handed_in() = std::move(machines); }

workflow::Machine const* machine_of(std::string_view name)
{
    auto const found = std::ranges::find(handed_in(), name, &workflow::Machine::name);
    return found == handed_in().end() ? nullptr : &*found;
}

std::string kind_label(std::string_view machine)
{
    auto const* found = machine_of(machine);
    return found == nullptr ? tr("Berkas") : tr(found->label);
}

std::string state_label(workflow::Item const& item)
{
    auto const* machine = machine_of(item.machine);
    auto const* state = machine == nullptr ? nullptr : machine->state(item.state);
    return state == nullptr ? std::string {} : tr(state->label);
}

std::string item_href(std::string_view machine, std::string_view subject)
{
    auto const* found = machine_of(machine);
    return found == nullptr ? std::string {} : std::string(found->href) + std::string(subject);
}

} // namespace rtkeren::insight
