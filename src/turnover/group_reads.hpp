#pragma once

#include "turnover/groups.hpp"

#include <map>

/// Groups of a city's businesses in the breakdowns of the page `/omzet`, as they were published (publishing.hpp).
namespace rtkeren::turnover {

/// In this order: kelurahan, activity (KBLI), place of selling, activity within kelurahan.
inline constexpr std::array<std::string_view, 4> breakdown_names {"kelurahan", "kegiatan", "tempat", "kegiatan-kelurahan"};
inline constexpr std::string_view whole_name = "kota"; // everybody, as a breakdown of one group
[[nodiscard]] std::optional<std::size_t> breakdown_of(std::string_view name);
/// Also of the whole.
[[nodiscard]] std::string_view name_of_breakdown(std::size_t breakdown);
/// The kelurahan of a key of "kelurahan" and "kegiatan-kelurahan"; "" of others.
[[nodiscard]] std::string kelurahan_of_key(std::size_t breakdown, std::string_view key);
[[nodiscard]] std::string activity_of_key(std::size_t breakdown, std::string_view key); // "2025:10710" or ""

/// A group and since when it is shown like this.
struct PublishedGroup : Group {
    Instant taken_at;
};
struct PublishedMonth {
    std::optional<PublishedGroup> whole {}; // nothing where the month was not published
    std::vector<PublishedGroup> groups;
};
[[nodiscard]] Result<PublishedMonth> published_month(db::ReadTx&, CityId, std::string_view month);
/// One group by month; `breakdown` by its name, also of the whole.
[[nodiscard]] Result<std::map<std::string, PublishedGroup>> published_group(
    db::ReadTx&, CityId, std::string_view breakdown, std::string_view key, std::string_view from_month, std::string_view to_month);
[[nodiscard]] Result<std::vector<std::string>> months_published(db::ReadTx&, CityId);

} // namespace rtkeren::turnover
