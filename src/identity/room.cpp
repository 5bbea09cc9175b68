#include "identity/parts.hpp"
#include "language/language.hpp"

#include <iterator>

namespace rtkeren::identity {

namespace {

template <class Item> void append_to(std::vector<Item>& all, std::vector<Item> more)
{
    all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

} // namespace

std::vector<http::Route> routes(Services& services)
{
    std::vector<http::Route> all;
    for (auto* part : {sign_in_routes, account_routes, user_routes, grant_routes, slip_routes, number_routes})
        append_to(all, part(services));
    return all;
}

std::vector<operations::Operation> operations()
{
    std::vector<operations::Operation> all;
    for (auto* part : {people_operations, grant_operations, account_operations, import_operations})
        append_to(all, part());
    return all;
}

std::vector<screens::NavEntry> navigation()
{
    return {{"identity.users", "/pengguna", TR_NOOP("Pengguna"), "users", 80, screens::NavPart::Office},
        {"identity.confirm", "/pengguna/konfirmasi", TR_NOOP("Konfirmasi jabatan"), "user-check", 81, screens::NavPart::Office}};
}

std::vector<std::string_view> permissions() { return {"identity.users", "identity.confirm", "identity.unmask"}; }

} // namespace rtkeren::identity
