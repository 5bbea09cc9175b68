#include "turnover/group_reads.hpp"

#include "base/text.hpp"
#include "turnover/sql.hpp"

#include <algorithm>

namespace rtkeren::turnover {
namespace {

/// In the order of the columns of published_month.sql.
PublishedGroup published_of(db::Row const& row)
{
    PublishedGroup group;
    group.breakdown = breakdown_of(row.text(1)).value_or(breakdown_names.size());
    group.key = row.text(2);
    group.shown = row.flag(3);
    group.businesses = row.integer(4);
    group.quarter = row.rupiah(5);
    group.median = row.rupiah(6);
    group.three_quarters = row.rupiah(7);
    auto const counts = split(row.text(8), ',');
    for (std::size_t i = 0; i < std::min(counts.size(), group.mix.size()); ++i)
        group.mix.at(i) = parse_integer(counts[i]).value_or(0);
    group.taken_at = row.instant(9);
    return group;
}

} // namespace

std::optional<std::size_t> breakdown_of(std::string_view name)
{
    auto const found = std::ranges::find(breakdown_names, name);
    return found == breakdown_names.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - breakdown_names.begin()));
}

std::string_view name_of_breakdown(std::size_t breakdown) { return breakdown < breakdown_names.size() ? breakdown_names.at(breakdown) : whole_name; }

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

Result<PublishedMonth> published_month(db::ReadTx& tx, CityId city, std::string_view month)
{
    PublishedMonth published;
    auto const rows = TRY(tx.run(sql::published_month, city, month));
    for (auto const& row : rows)
        if (auto group = published_of(row); group.breakdown == breakdown_names.size())
            published.whole = std::move(group);
        else
            published.groups.push_back(std::move(group));
    return published;
}

Result<std::map<std::string, PublishedGroup>> published_group(
    db::ReadTx& tx, CityId city, std::string_view breakdown, std::string_view key, std::string_view from_month, std::string_view to_month)
{
    std::map<std::string, PublishedGroup> months;
    auto const rows = TRY(tx.run(sql::published_group, city, breakdown, key, from_month, to_month));
    for (auto const& row : rows)
        months.emplace(row.text(0), published_of(row));
    return months;
}

Result<std::vector<std::string>> months_published(db::ReadTx& tx, CityId city)
{
    std::vector<std::string> months;
    auto const rows = TRY(tx.run(sql::months_published, city));
    for (auto const& row : rows)
        months.push_back(row.text(0));
    return months;
}

} // namespace rtkeren::turnover
