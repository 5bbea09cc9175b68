#include "app/rooms.hpp"
#include "parts.hpp"
#include "report.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <iostream>

/// `./dev bench`: figures with ratios to a named baseline. Nothing here fails for being slow.
namespace rtkeren::bench {

namespace {

struct Part {
    std::string name;
    Result<void> (*measure)(Options const&);
};

int run(int argc, char** argv)
{
    Options options;
    std::vector<Part> const parts {{"record", measure_recording}, {"import", measure_import}, {"postings", measure_postings}, {"registry", measure_registry}, {"search", measure_search},
        {"server", measure_server}, {"training", measure_attendance}};
    std::vector<std::string> wanted;
    CLI::App line {"Measures rtkeren beside what it stands on."};
    line.add_option("parts", wanted, "record, import, postings, registry, search, server, training; all when none is named");
    line.add_option("--city", options.city, "data folder of an example city")->required();
    line.add_option("--work", options.work, "folder for copies")->required();
    line.add_option("--program", options.program, "rtkeren")->required();
    line.add_option("--postgres", options.postgres, "a server's address");
    line.add_option("--expenses", options.expenses)->capture_default_str();
    line.add_option("--imported", options.imported)->capture_default_str();
    line.add_option("--postings", options.postings)->capture_default_str();
    line.add_option("--businesses", options.businesses)->capture_default_str();
    line.add_option("--persons", options.persons)->capture_default_str();
    line.add_option("--requests", options.requests)->capture_default_str();
    CLI11_PARSE(line, argc, argv);
    std::filesystem::create_directories(options.work);
    app::assemble();
    print_heading();
    for (auto const& part : parts) {
        if (!wanted.empty() && std::ranges::find(wanted, part.name) == wanted.end())
            continue;
        auto const outcome = part.measure(options);
        if (!outcome.ok()) {
            std::cerr << "bench: " << part.name << ": " << outcome.error().code << ' ' << outcome.error().detail << '\n';
            return exit_code_of(outcome.error().kind);
        }
    }
    return 0;
}

} // namespace

} // namespace rtkeren::bench

int main(int argc, char** argv) { return rtkeren::bench::run(argc, argv); }
