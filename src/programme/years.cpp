#include "programme/programme.hpp"

#include "programme/machines.hpp"
#include "programme/sql.hpp"
#include "workflow/workflow.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace rtkeren::programme {

namespace {

Year year_of_row(db::Row const& row)
{
    return {
        int(row.integer(0)), workflow::value_of<YearStatus>(row.text(6)), int(row.integer(2)), row.text(3), row.ulid(1), row.maybe_date(4), row.maybe_date(5)};
}

Error not_in_state(std::string code, Year const& year)
{
    return Error::conflict(std::move(code), {{"year", std::to_string(year.year)}, {"status", std::string(name_of(year.status))}});
}

} // namespace

std::string_view name_of(YearStatus status) { return workflow::name_of(status); }

Result<Year> year_of(db::ReadTx& tx, CityId city, int year)
{
    auto row = TRY(tx.maybe(sql::year, city, year));
    if (!row) {
        auto error = Error::not_found("programme.no_year");
        error.arguments = {{"year", std::to_string(year)}};
        return error;
    }
    return year_of_row(*row);
}

Result<std::vector<Year>> years(db::ReadTx& tx, CityId city)
{
    auto rows = TRY(tx.run(sql::years, city));
    std::vector<Year> found;
    found.reserve(rows.size());
    for (auto const& row : rows)
        found.push_back(year_of_row(row));
    return found;
}

Result<Year> year_or_current(db::ReadTx& tx, CityId city, std::string_view asked)
{
    if (!asked.empty()) {
        auto number = parse_integer(asked);
        return year_of(tx, city, number && *number > 0 && *number < 10'000 ? int(*number) : 0);
    }
    auto all = TRY(years(tx, city));
    auto found = std::ranges::find_if(all, [](Year const& year) { return year.status != YearStatus::Draft; });
    if (found == all.end())
        return Error::not_found("programme.none_yet");
    return *found;
}

Result<Year> open_year(db::ReadTx& tx, CityId city, int year)
{
    auto found = TRY(year_of(tx, city, year));
    if (found.status != YearStatus::Open)
        return not_in_state("programme.year_not_open", found);
    return found;
}

Result<Year> running_year(db::ReadTx& tx, CityId city, int year)
{
    auto found = TRY(year_of(tx, city, year));
    if (found.status != YearStatus::Open && found.status != YearStatus::Closing)
        return not_in_state("programme.year_not_running", found);
    return found;
}

Result<void> check_date(int year, Date day, Date today, std::string_view field)
{
    if (day.year() != year)
        return Error::field(std::string(field), "date.outside_year", day.iso(), {{"year", std::to_string(year)}});
    if (day > today)
        return Error::field(std::string(field), "date.future", day.iso(), {{"today", today.iso()}});
    return Done {};
}

Result<std::string> next_number(db::WriteTx& tx, CityId city, std::string_view series, int year)
{
    auto rows = TRY(tx.returning(sql::next_number, city, year, series));
    CHECK(rows.size() == 1);
    return fmt::format("{:03}/{}/{}", rows.front().integer(0), series, year);
}

} // namespace rtkeren::programme
