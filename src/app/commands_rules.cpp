#include "app/commands.hpp"
#include "language/language.hpp"
#include "programme/programme.hpp"
#include "rules/rules.hpp"

#include <fstream>
#include <iostream>
#include <iterator>

namespace rtkeren::app {

namespace {

Result<int> check_pack(std::string const& path)
{
    std::ifstream in(path, std::ios::binary);
    if (!in)
        return Error::field("file", "file.unreadable", path);
    auto const findings = rules::check_text(std::string(std::istreambuf_iterator<char>(in), {}));
    if (!findings.empty())
        return Error::invalid("pack.invalid", findings);
    std::cout << path << ": ok\n";
    return 0;
}

Result<int> explain_key(CommandLine const& line, int year, std::string const& key)
{
    auto program = TRY(Program::open(line.open));
    auto read = db::read(program->database(), [&](db::ReadTx& tx) { return rules::released(tx, program->city().id, year); });
    auto const pack = TRY(std::move(read));
    auto text = TRY(rules::explain(*pack, key));
    std::cout << text << '\n';
    return 0;
}

} // namespace

void add_rules_commands(CommandLine& line)
{
    auto* rules_command = line.cli.add_subcommand("rules", "rule packs")->require_subcommand(1);
    auto* check = rules_command->add_subcommand("check", "reads a pack and names everything that is wrong with it");
    auto path = std::make_shared<std::string>();
    check->add_option("file", *path)->required();
    check->callback([&line, path] { line.chosen = [path] { return check_pack(*path); }; });

    auto* explain = rules_command->add_subcommand("explain", "one parameter with its legal basis");
    auto year = std::make_shared<int>(0);
    auto key = std::make_shared<std::string>();
    explain->add_option("--year", *year)->required();
    explain->add_option("key", *key)->required();
    explain->callback([&line, year, key] { line.chosen = [&line, year, key] { return explain_key(line, *year, *key); }; });
}

} // namespace rtkeren::app
