#include "app/commands.hpp"
#include "app/plain_table.hpp"
#include "portal/report.hpp"
#include "tables/render.hpp"

#include <boost/json/serialize.hpp>

#include <fstream>
#include <iostream>

namespace rtkeren::app {

namespace {

struct Wanted {
    std::string name;
    int year {0};
    std::string as_of, place, format {"text"}, out;
};

Result<std::string> bytes_of(portal::MoneyReport const& report, Wanted const& wanted, std::string const& city_name)
{
    if (wanted.format == "json")
        return boost::json::serialize(portal::to_json(report)) + "\n";
    auto const table = portal::to_table(report, city_name);
    if (wanted.format == "text")
        return plain_table(table);
    if (wanted.format == "csv")
        return tables::write_csv(table);
    auto rendered = TRY(tables::render(table, wanted.format == "pdf" ? tables::Format::Pdf : tables::Format::Xlsx, city_name));
    return rendered.bytes;
}

/// A day that is none is refused with what was typed.
Result<std::optional<Date>> day_of(std::string const& typed)
{
    if (typed.empty())
        return std::optional<Date> {};
    auto const day = Date::parse(typed);
    if (!day.ok())
        return Error::field("as-of", day.error().code, typed);
    return std::optional(*day);
}

Result<int> write_report(CommandLine const& line, Wanted wanted)
{
    if (wanted.name != "money") {
        auto error = Error::not_found("report.unknown");
        error.arguments = {{"value", wanted.name}};
        return error;
    }
    if (line.json)
        wanted.format = "json";
    auto const as_of = TRY(day_of(wanted.as_of));
    auto program = TRY(Program::open(line.open));
    auto& services = program->services();
    auto read = db::read(services.db, [&](db::ReadTx& tx) -> Result<portal::MoneyReport> {
        auto year = TRY(programme::year_or_current(tx, services.city, wanted.year == 0 ? "" : std::to_string(wanted.year)));
        return portal::money_report(tx, services.city, year.year, as_of, wanted.place, services.today());
    });
    auto const report = TRY(std::move(read));
    auto bytes = TRY(bytes_of(report, wanted, services.city_name));
    if (wanted.out.empty()) {
        std::cout << bytes;
        return 0;
    }
    std::ofstream out(wanted.out, std::ios::binary | std::ios::trunc);
    out << bytes;
    out.flush();
    if (!out)
        return Error::unavailable("environment.export_unwritable", wanted.out);
    return 0;
}

} // namespace

void add_report_commands(CommandLine& line)
{
    auto* command = line.cli.add_subcommand("report", "figures as of a day: money");
    auto wanted = std::make_shared<Wanted>();
    command->add_option("name", wanted->name, "money")->required();
    command->add_option("--year", wanted->year, "the newest that is not a draft when left out");
    command->add_option("--as-of", wanted->as_of, "YYYY-MM-DD; now when left out");
    command->add_option("--place", wanted->place, "code of a kecamatan, kelurahan, RW or RT");
    command->add_option("--format", wanted->format, "text, json, csv, xlsx or pdf")->check(CLI::IsMember({"text", "json", "csv", "xlsx", "pdf"}));
    command->add_option("-o", wanted->out, "file to write instead of standard output");
    command->callback([&line, wanted] { line.chosen = [&line, wanted] { return write_report(line, *wanted); }; });
}

} // namespace rtkeren::app
