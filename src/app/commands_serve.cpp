#include "app/commands.hpp"
#include "app/founding.hpp"
#include "app/serve.hpp"
#include "app/work.hpp"
#include "base/text.hpp"

#include <boost/json/serialize.hpp>

#include <iostream>

namespace rtkeren::app {

namespace {

Result<int> init(CommandLine const& line, Founding const& founding)
{
    auto founded = TRY(found_city(line.open, founding));
    if (line.json) {
        std::cout << boost::json::serialize(boost::json::object {{"city", founding.code}, {"login", founded.login}, {"code", founded.code}}) << '\n';
        return 0;
    }
    std::cout << "Kota didirikan. Administrator masuk dengan nama " << founded.login << " dan kode sekali pakai " << founded.code << " (berlaku tujuh hari).\n\n"
              << "Lembar pemulihan kunci: cetak sekali, simpan di lemari terkunci, jangan bersama cadangan data.\n\n"
              << founded.recovery << "\n\n"
              << "Berikutnya: jalankan `rtkeren --data " << line.open.data.string() << " serve`, buka alamat yang disebutnya, pilih \"Saya punya slip dengan kode\", lalu ikuti halaman Mulai (/mulai).\n";
    return 0;
}

Result<int> serve_city(CommandLine const& line, bool public_example)
{
    hold_stop_signals();
    auto program = TRY(Program::open(line.open));
    TRY(serve(*program, public_example));
    return 0;
}

/// For installations whose server is another process: until nothing is due.
Result<int> run_jobs(CommandLine const& line)
{
    auto program = TRY(Program::open(line.open));
    jobs::Runner runner(program->services(), own_work(), [](std::string_view what, Error const& error) { std::cerr << what << ": " << error.code << ' ' << error.detail << '\n'; });
    TRY(runner.run_all());
    return 0;
}

Result<int> print_config(CommandLine const& line)
{
    auto config = TRY(Config::read(line.open.data, line.open.flags));
    boost::json::object object;
    for (auto const& setting : settings()) {
        object[setting.key] = config.text(setting.key);
        if (!line.json)
            std::cout << setting.key << " = \"" << config.text(setting.key) << "\"  # " << setting.text << '\n';
    }
    if (line.json)
        std::cout << boost::json::serialize(object) << '\n';
    return 0;
}

} // namespace

void add_serve_commands(CommandLine& line)
{
    auto* init_command = line.cli.add_subcommand("init", "a new, empty city with its administrator");
    auto founding = std::make_shared<Founding>();
    init_command->add_option("--city", founding->code, "official code, for example 35.72")->required();
    init_command->add_option("--name", founding->name, "for example \"Kota Blitar\"")->required();
    init_command->add_option("--zone", founding->zone, "WIB, WITA or WIT")->check(CLI::IsMember({"WIB", "WITA", "WIT"}))->capture_default_str();
    init_command->add_option("--admin", founding->admin, "name of the administrator")->capture_default_str();
    init_command->callback([&line, founding] { line.chosen = [&line, founding] { return init(line, *founding); }; });

    auto* serve_command = line.cli.add_subcommand("serve", "the web server");
    serve_command->add_option("--listen", line.open.flags["listen"], "HOST:PORT");
    auto public_example = std::make_shared<bool>(false);
    serve_command->add_flag("--public-example", *public_example, "let the example city listen beyond 127.0.0.1");
    serve_command->callback([&line, public_example] { line.chosen = [&line, public_example] { return serve_city(line, *public_example); }; });

    auto* jobs_command = line.cli.add_subcommand("jobs", "what runs beside the pages");
    jobs_command->require_subcommand(1);
    jobs_command->add_subcommand("run", "everything that is due, then ends; `serve` does it by itself")->callback([&line] { line.chosen = [&line] { return run_jobs(line); }; });

    auto* config_command = line.cli.add_subcommand("config", "every setting with its value");
    config_command->callback([&line] { line.chosen = [&line] { return print_config(line); }; });
}

} // namespace rtkeren::app
