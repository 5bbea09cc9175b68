#include "spending/room.hpp"

#include "language/language.hpp"
#if __has_include("spending/cash.hpp")
#include "spending/cash.hpp"
#define RTK_SPENDING_CASH 1
#endif

namespace rtkeren::spending {
namespace {

constexpr std::string_view room_permissions[] {"spending.record", "spending.goods", "spending.check", "spending.accept", "spending.disallow", "spending.cash", "spending.sign_month",
    "spending.tax", "spending.handover", "spending.write_off"};

template<class Rows>
void append(Rows& into, Rows&& more)
{
    into.insert(into.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

} // namespace

std::vector<operations::Operation> operations()
{
    auto all = expense_operations();
#ifdef RTK_SPENDING_CASH
    append(all, cash_operations());
#endif
    return all;
}

std::vector<workflow::Machine> machines()
{
    return {expense_machine()};
}

std::span<std::string_view const> permissions()
{
    return room_permissions;
}

void register_messages()
{
    language::register_messages(expense_messages());
#ifdef RTK_SPENDING_CASH
    language::register_messages(cash_messages());
#endif
}

} // namespace rtkeren::spending
