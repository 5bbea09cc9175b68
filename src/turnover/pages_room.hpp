#pragma once

#include "enterprise/pages_room.hpp"
#include "turnover/operations.hpp"
#include "turnover/pages.hpp"

/// What the page files of this room share.
namespace rtkeren::turnover {

[[nodiscard]] std::vector<http::Route> book_routes(Services&);
[[nodiscard]] std::vector<http::Route> record_routes(Services&);
[[nodiscard]] std::vector<http::Route> list_routes(Services&);
[[nodiscard]] std::vector<http::Route> figures_routes(Services&);
[[nodiscard]] std::vector<http::Route> consent_routes(Services&);
[[nodiscard]] std::vector<http::Route> group_routes(Services&);

/// "Januari 2026"
[[nodiscard]] std::string month_words(std::string_view month);
/// "1 Desember 2025 sampai 31 Desember 2025", or the one day
[[nodiscard]] std::string period_words(Date from, Date to);
[[nodiscard]] std::string channel_label(enterprise::Channel);
[[nodiscard]] std::string method_label(enterprise::Method);
/// Where pages of one business begin: an owner came from the book.
[[nodiscard]] std::vector<html::Crumb> crumbs(Actor const&, enterprise::Business const&, std::string last);

} // namespace rtkeren::turnover
