#include "app/commands.hpp"
#include "app/rooms.hpp"
#include "language/language.hpp"
#include "screens/screens.hpp"

#include <boost/json/serialize.hpp>

#include <iostream>

namespace rtkeren::app {

int report_error(Error const& error, bool json)
{
    if (json) {
        std::cerr << boost::json::serialize(screens::error_json(error, {})) << '\n';
        return exit_code_of(error.kind);
    }
    std::cerr << "rtkeren: " << language::word(error) << " [" << error.code << "]\n";
    if (!error.detail.empty())
        std::cerr << "  " << error.detail << '\n';
    for (auto const& field : error.fields) {
        std::cerr << "  " << field.name << (field.value.empty() ? "" : " = \"" + field.value + "\"");
        if (field.code != error.code) // one wrong field speaks for the whole refusal
            std::cerr << ": " << language::word(field) << " [" << field.code << "]";
        std::cerr << '\n';
    }
    for (auto const& verdict : error.verdicts)
        std::cerr << "  " << language::word(verdict) << (verdict.citation.empty() ? "" : " (" + verdict.citation + ")") << " [" << verdict.code << "]\n";
    return exit_code_of(error.kind);
}

namespace {

int run(int argc, char** argv)
{
    assemble();
    CommandLine line;
    line.cli.add_option("--data", line.open.data, "folder of the database, the keys and the evidence")->capture_default_str();
    line.cli.add_option("--db", line.open.flags["db"], "sqlite:PATH or postgresql://…");
    std::string format = "text";
    line.cli.add_option("--format", format, "text or json")->check(CLI::IsMember({"text", "json"}));
    line.cli.require_subcommand(1);
    line.cli.fallthrough(); // --format and --data may stand behind the command, too
    add_serve_commands(line);
    add_user_commands(line);
    add_operation_commands(line);
    add_text_commands(line);
    add_data_commands(line);
    add_backup_commands(line);
    add_import_commands(line);
    add_demo_commands(line);
    add_report_commands(line);
    add_rules_commands(line);
    try {
        line.cli.parse(argc, argv);
    } catch (CLI::ParseError const& problem) {
        line.cli.exit(problem); // prints help or what is wrong
        return problem.get_exit_code() == 0 ? 0 : 2;
    }
    line.json = format == "json";
    auto const code = line.chosen();
    return code.ok() ? code.value() : report_error(code.error(), line.json);
}

} // namespace

} // namespace rtkeren::app

int main(int argc, char** argv)
{
    try {
        return rtkeren::app::run(argc, argv);
    } catch (std::exception const& problem) {
        std::cerr << "rtkeren: our mistake: " << problem.what() << '\n';
        return 1;
    }
}
