#include "spending/room.hpp"

#include "spending/cash.hpp"

namespace rtkeren::spending {
namespace {

constexpr std::string_view room_permissions[] {"spending.record", "spending.goods", "spending.check", "spending.accept", "spending.disallow", "spending.cash", "spending.sign_month",
    "spending.tax", "spending.handover", "spending.write_off"};

template<class Rows>
Rows joined(Rows first, Rows second)
{
    first.insert(first.end(), std::make_move_iterator(second.begin()), std::make_move_iterator(second.end()));
    return first;
}

} // namespace

std::vector<http::Route> routes(Services& services)
{
    return joined(expense_routes(services), cash_routes(services));
}

std::vector<operations::Operation> operations()
{
    return joined(expense_operations(), cash_operations());
}

std::vector<workflow::Machine> machines()
{
    return joined(std::vector<workflow::Machine> {expense_machine()}, cash_machines());
}

std::vector<screens::NavEntry> navigation()
{
    std::vector<screens::NavEntry> mine {{"spending.record", "/belanja", TR_NOOP("Belanja"), "receipt", 40, screens::NavPart::Money}, {"spending.accept", "/belanja/periksa", TR_NOOP("Periksa belanja"), "checks", 41, screens::NavPart::Money},
        {"spending.check", "/belanja/periksa", TR_NOOP("Periksa belanja"), "checks", 41, screens::NavPart::Money}, {"spending.goods", "/belanja/periksa", TR_NOOP("Periksa belanja"), "checks", 41, screens::NavPart::Money}};
    return joined(std::move(mine), cash_navigation());
}

std::vector<screens::Panel> panels()
{
    return joined(expense_panels(), cash_panels());
}

std::span<std::string_view const> permissions()
{
    return room_permissions;
}

void register_messages()
{
    language::register_messages(expense_messages());
    register_cash_messages();
}

} // namespace rtkeren::spending
