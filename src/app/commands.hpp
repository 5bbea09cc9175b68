#pragma once

#include "app/program.hpp"

#include <CLI/CLI.hpp>

#include <functional>
#include <string>

/// The command line: each group adds its subcommands; what was chosen is run once the line was read whole.
namespace rtkeren::app {

struct CommandLine {
    CLI::App cli {"Runs a city's neighbourhood programme, from the budget to the receipt."};
    OpenOptions open {};
    bool json {false}; // --format json
    std::function<Result<int>()> chosen {}; // the exit code, 0 when all is well
};

/// `--format json` prints JSON on standard output; text is for people.
void add_serve_commands(CommandLine&); // init, serve, jobs run, config
void add_user_commands(CommandLine&); // user add, role, disable, enable, reset, token
void add_operation_commands(CommandLine&); // do
void add_text_commands(CommandLine&); // inspect, qris, terbilang
void add_data_commands(CommandLine&); // check, export
void add_backup_commands(CommandLine&); // backup, restore, keys
void add_import_commands(CommandLine&); // import rt, users, pokmas, …
void add_demo_commands(CommandLine&); // demo
void add_report_commands(CommandLine&); // report
void add_rules_commands(CommandLine&); // rules

/// Prints what went wrong to standard error (code, field, value, reason) and answers the exit code.
int report_error(Error const&, bool json);

} // namespace rtkeren::app
