#pragma once

#include "programme/holds.hpp"
#include "programme/pages.hpp"
#include "programme/programme.hpp"
#include "screens/screens.hpp"

/// What the handlers of this room share, and the routes of each file.
namespace rtkeren::programme {

/// The year of "/tahun/{year}": its number, or the id that its workflow item carries. programme.no_year
[[nodiscard]] Result<int> year_in_path(db::ReadTx&, CityId, http::Exchange const&);
/// page.not_found when it is no id.
template <class IdType> Result<IdType> id_in_path(http::Exchange const& exchange)
{
    auto id = IdType::parse(exchange.parameter("id"));
    if (!id.ok())
        return Error::not_found("page.not_found");
    return *id;
}
[[nodiscard]] std::string year_title(int year); // "Tahun 2023"
[[nodiscard]] std::string label_of(YearStatus);
[[nodiscard]] std::string tone_of(YearStatus);
[[nodiscard]] std::vector<html::Crumb> year_crumbs(int year, std::string last);
[[nodiscard]] std::string purse_title(rules::Pack const*, Purse const&); // "Pekerjaan fisik, RT 02 RW 03, 2023"
[[nodiscard]] std::string day_of(Date); // in the language of the request

[[nodiscard]] std::vector<NeedLine> need_lines(Preview const&, rules::Pack const&);

void add_year_routes(Services&, std::vector<http::Route>&);
void add_dpa_routes(Services&, std::vector<http::Route>&);
void add_opening_routes(Services&, std::vector<http::Route>&);
void add_ceiling_routes(Services&, std::vector<http::Route>&);
void add_hold_routes(Services&, std::vector<http::Route>&);

} // namespace rtkeren::programme
