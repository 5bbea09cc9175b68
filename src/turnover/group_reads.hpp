#pragma once

#include "turnover/groups.hpp"

#include <map>

/// Groups of a city's businesses in the breakdowns of the page `/omzet`.
namespace rtkeren::turnover {

/// In this order: kelurahan, activity (KBLI), place of selling, activity within kelurahan.
inline constexpr std::array<std::string_view, 4> breakdown_names {"kelurahan", "kegiatan", "tempat", "kegiatan-kelurahan"};
[[nodiscard]] std::optional<std::size_t> breakdown_of(std::string_view name);
/// The kelurahan of a key of "kelurahan" and "kegiatan-kelurahan"; "" of others.
[[nodiscard]] std::string kelurahan_of_key(std::size_t breakdown, std::string_view key);
[[nodiscard]] std::string activity_of_key(std::size_t breakdown, std::string_view key); // "2025:10710" or ""

/// By month, from one to another; months without figures are not there.
[[nodiscard]] Result<std::map<std::string, Publication>> publications(db::ReadTx&, CityId, std::string_view from_month, std::string_view to_month);
[[nodiscard]] Result<std::vector<std::string>> months_known(db::ReadTx&, CityId);

} // namespace rtkeren::turnover
