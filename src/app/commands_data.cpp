#include "app/checking.hpp"
#include "app/commands.hpp"
#include "ledger/check.hpp"

#include <boost/json/serialize.hpp>

#include <fstream>
#include <iostream>

namespace rtkeren::app {

namespace {

Result<int> check(CommandLine const& line)
{
    auto program = TRY(Program::open(line.open));
    auto checked = TRY(check_city(program->database(), program->city().id));
    if (line.json)
        std::cout << boost::json::serialize(json_of(checked)) << '\n';
    else
        print(checked, std::cout);
    return checked.ok() ? 0 : 1;
}

Result<void> export_journal(Program& program, std::filesystem::path const& folder)
{
    auto const path = folder / "rtkeren.journal";
    std::ofstream out(path, std::ios::binary | std::ios::trunc);
    if (!out)
        return Error::unavailable("environment.export_unwritable", path.string());
    auto written = db::read(program.database(), [&](db::ReadTx& tx) { return ledger::write_journal(tx, program.city().id, out); });
    TRY(std::move(written));
    out.flush();
    if (!out)
        return Error::unavailable("environment.export_unwritable", path.string());
    std::cout << path.string() << '\n';
    return Done {};
}

Result<int> export_city(CommandLine const& line, std::filesystem::path const& folder)
{
    auto program = TRY(Program::open(line.open));
    std::error_code failed;
    std::filesystem::create_directories(folder, failed);
    if (failed)
        return Error::unavailable("environment.export_unwritable", folder.string() + ": " + failed.message());
    TRY(export_journal(*program, folder));
    return 0;
}

} // namespace

void add_data_commands(CommandLine& line)
{
    auto* check_command = line.cli.add_subcommand("check", "every invariant; names what is broken (exit 1)");
    check_command->callback([&line] { line.chosen = [&line] { return check(line); }; });

    auto* export_command = line.cli.add_subcommand("export", "the books for others to read");
    auto folder = std::make_shared<std::filesystem::path>();
    auto only = std::make_shared<std::string>("hledger");
    export_command->add_option("folder", *folder)->required();
    export_command->add_option("--only", *only, "hledger")->check(CLI::IsMember({"hledger"}))->capture_default_str();
    export_command->callback([&line, folder] { line.chosen = [&line, folder] { return export_city(line, *folder); }; });
}

} // namespace rtkeren::app
