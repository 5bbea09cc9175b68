#include "turnover/group_reads.hpp"

#include "enterprise/operations.hpp"
#include "turnover/sql.hpp"

#include <algorithm>

namespace rtkeren::turnover {

std::optional<std::size_t> breakdown_of(std::string_view name)
{
    auto const found = std::ranges::find(breakdown_names, name);
    return found == breakdown_names.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - breakdown_names.begin()));
}

std::string kelurahan_of_key(std::size_t breakdown, std::string_view key)
{
    if (breakdown == 0)
        return std::string(key);
    return breakdown == 3 ? std::string(key.substr(0, key.find('|'))) : std::string {};
}

std::string activity_of_key(std::size_t breakdown, std::string_view key)
{
    if (breakdown == 1)
        return std::string(key);
    return breakdown == 3 ? std::string(key.substr(key.find('|') + 1)) : std::string {};
}

Result<std::map<std::string, Publication>> publications(db::ReadTx& tx, CityId city, std::string_view from_month, std::string_view to_month)
{
    TRY(tx.expect_whole_tables());
    auto const rows = TRY(tx.run(sql::members_of_months, city, from_month, to_month));
    std::map<std::string, std::vector<Member>> members;
    std::string_view month, standing;
    for (auto const& row : rows) {
        if (row.text(0) == month && row.text(1) == standing)
            continue; // what was merged and recorded twice counts once
        month = row.text(0);
        standing = row.text(1);
        auto const activity = row.is_null(5) ? std::string {} : std::to_string(row.integer(5)) + ":" + row.text(6);
        members[row.text(0)].push_back({row.rupiah(2), enterprise::choice_of<enterprise::Method>(row.text(3)).value(), {row.text(4), activity, row.text(7), row.text(4) + "|" + activity}});
    }
    std::map<std::string, Publication> all;
    for (auto const& [each, list] : members)
        all.emplace(each, publish(list, breakdown_names.size()));
    return all;
}

Result<std::vector<std::string>> months_known(db::ReadTx& tx, CityId city)
{
    std::vector<std::string> months;
    auto const rows = TRY(tx.run(sql::months_known, city));
    for (auto const& row : rows)
        months.push_back(row.text(0));
    return months;
}

} // namespace rtkeren::turnover
