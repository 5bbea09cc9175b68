#include "app/commands.hpp"
#include "audit/audit.hpp"
#include "ledger/check.hpp"

#include <boost/json/serialize.hpp>

#include <fstream>
#include <iostream>

namespace rtkeren::app {

namespace {

struct Checked {
    ledger::CheckReport money;
    audit::Verified trail;
    [[nodiscard]] bool ok() const { return money.ok() && !trail.broken.has_value(); }
};

Result<Checked> check_city(Program& program)
{
    return db::read(program.database(), [&](db::ReadTx& tx) -> Result<Checked> {
        auto money = TRY(ledger::check(tx, program.city().id));
        auto trail = TRY(audit::verify(tx, program.city().id));
        return Checked {std::move(money), std::move(trail)};
    });
}

boost::json::object json_of(Checked const& checked)
{
    boost::json::object counts {{"audit_events", checked.trail.checked}};
    for (auto const& [name, count] : checked.money.checked)
        counts[name] = count;
    boost::json::array broken;
    for (auto const& item : checked.money.broken)
        broken.push_back({{"code", item.code}, {"subject", item.subject}, {"numbers", item.numbers}});
    if (checked.trail.broken)
        broken.push_back({{"code", "audit.chain"}, {"subject", std::to_string(*checked.trail.broken)}, {"numbers", ""}});
    return {{"ok", checked.ok()}, {"checked", std::move(counts)}, {"broken", std::move(broken)}};
}

void print(Checked const& checked)
{
    for (auto const& [name, count] : checked.money.checked)
        std::cout << "  " << name << ": " << count << '\n';
    std::cout << "  audit_events: " << checked.trail.checked << '\n';
    for (auto const& item : checked.money.broken)
        std::cout << "RUSAK " << item.code << ' ' << item.subject << ": " << item.numbers << '\n';
    if (checked.trail.broken)
        std::cout << "RUSAK audit.chain " << *checked.trail.broken << '\n';
    std::cout << (checked.ok() ? "Semua cocok.\n" : "Ada yang tidak cocok.\n");
}

Result<int> check(CommandLine const& line)
{
    auto program = TRY(Program::open(line.open));
    auto checked = TRY(check_city(*program));
    if (line.json)
        std::cout << boost::json::serialize(json_of(checked)) << '\n';
    else
        print(checked);
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
