#include "base/embedded.hpp"
#include "identity/identity.hpp"
#include "identity/stand_ins.hpp"

#include <toml++/toml.h>

#include <algorithm>
#include <map>

namespace rtkeren::identity {

std::span<EmbeddedText const> embedded_texts(); // roles.toml, built in

namespace {

std::vector<std::string> strings_of(toml::table const& table, std::string_view key)
{
    std::vector<std::string> all;
    if (auto const* array = table[key].as_array())
        for (auto const& item : *array)
            all.push_back(item.value_or(std::string {}));
    return all;
}

Role role_of(std::string_view key, toml::table const& table)
{
    Role role {.key = std::string(key),
        .label = table["label"].value_or(std::string(key)),
        .office = table["office"].value_or(std::string {}),
        .appointed_by = strings_of(table, "appointed_by"),
        .permissions = strings_of(table, "permissions"),
        .confirmed_by = table["confirmed_by"].value_or(std::string {}),
        .civil_servant = table["civil_servant"].value_or(false),
        .single = table["single"].value_or(false)};
    std::ranges::sort(role.permissions);
    return role;
}

std::vector<StandIn> stand_ins_of(toml::table const& table)
{
    std::vector<StandIn> all;
    if (auto const* array = table["falls_here"].as_array())
        for (auto const& item : *array)
            if (auto const* row = item.as_table())
                all.push_back({(*row)["permission"].value_or(std::string {}), strings_of(*row, "while_no")});
    return all;
}

/// The file is ours and built in: one that does not parse is a bug of this program.
std::vector<Role> read_roles()
{
    auto const parsed = toml::parse(embedded_texts().front().text);
    std::vector<std::pair<std::uint32_t, Role>> by_line; // the table sorts by key; the file's order is that of showing
    for (auto const& [key, value] : parsed)
        if (auto const* table = value.as_table())
            by_line.emplace_back(key.source().begin.line, role_of(key.str(), *table));
    CHECK(!by_line.empty());
    std::ranges::sort(by_line, {}, &std::pair<std::uint32_t, Role>::first);
    std::vector<Role> all;
    for (auto& [line, role] : by_line)
        all.push_back(std::move(role));
    return all;
}

std::map<std::string, std::vector<StandIn>, std::less<>> read_stand_ins()
{
    std::map<std::string, std::vector<StandIn>, std::less<>> all;
    auto const parsed = toml::parse(embedded_texts().front().text);
    for (auto const& [key, value] : parsed)
        if (auto const* table = value.as_table())
            all.emplace(key.str(), stand_ins_of(*table));
    return all;
}

} // namespace

std::vector<Role> const& roles()
{
    static std::vector<Role> const all = read_roles();
    return all;
}

std::vector<StandIn> const& stand_ins(std::string_view role)
{
    static auto const all = read_stand_ins();
    static std::vector<StandIn> const none;
    auto const found = all.find(role);
    return found == all.end() ? none : found->second;
}

Role const* find_role(std::string_view key)
{
    auto const found = std::ranges::find(roles(), key, &Role::key);
    return found == roles().end() ? nullptr : &*found;
}

} // namespace rtkeren::identity
