#include "programme/page_parts.hpp"

#include "language/language.hpp"
#include "programme/machines.hpp"
#include "programme/room.hpp"
#include "programme/sql.hpp"

namespace rtkeren::programme {

Result<int> year_in_path(db::ReadTx& tx, CityId city, http::Exchange const& exchange)
{
    auto text = exchange.parameter("year");
    if (auto id = Ulid::parse(text); id.ok()) {
        auto row = TRY(tx.one("programme.no_year", sql::year_by_id, city, *id));
        return int(row.integer(0));
    }
    auto number = parse_integer(text);
    if (!number || *number < 2001 || *number > 2100)
        return Error::not_found("programme.no_year");
    return int(*number);
}

std::string year_title(int year) { return tr("Tahun {year}", {{"year", std::to_string(year)}}); }

std::string label_of(YearStatus status) { return tr(year_machine().state(name_of(status))->label); }

std::string tone_of(YearStatus status)
{
    switch (status) {
    case YearStatus::Draft:
        return "info";
    case YearStatus::Open:
        return "ok";
    case YearStatus::Closing:
        return "warn";
    case YearStatus::Closed:
        break;
    }
    return "";
}

std::vector<html::Crumb> year_crumbs(int year, std::string last)
{
    return {{"/tahun", tr("Tahun")}, {"/tahun/" + std::to_string(year), std::to_string(year)}, {"", std::move(last)}};
}

std::string purse_title(rules::Pack const* pack, Purse const& purse)
{
    auto const* envelope = pack ? pack->envelope(purse.envelope) : nullptr;
    return (envelope ? envelope->label : purse.envelope) + ", " + purse.unit_name + ", " + std::to_string(purse.year);
}

std::string day_of(Date date) { return format_date(date, language::current()); }

std::vector<http::Route> routes(Services& services)
{
    std::vector<http::Route> all;
    add_year_routes(services, all);
    add_dpa_routes(services, all);
    add_opening_routes(services, all);
    add_ceiling_routes(services, all);
    add_hold_routes(services, all);
    return all;
}

} // namespace rtkeren::programme
