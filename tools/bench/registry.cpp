#include "app/program.hpp"
#include "app/rooms.hpp"
#include "bare.hpp"
#include "lists.hpp"
#include "parts.hpp"
#include "report.hpp"

#include <algorithm>
#include <fstream>

namespace rtkeren::bench {

namespace {

/// A city of 630 RT without anything in it, in a folder of its own.
Result<std::unique_ptr<app::Program>> empty_city(std::filesystem::path const& folder)
{
    std::filesystem::remove_all(folder);
    territory::City const city {.id = TRY(territory::city_id_of("35.72")), .code = "35.72", .name = "Kota Blitar", .zone = Zone::Wib, .letterhead = "Pemerintah Kota Blitar", .example = true,
        .example_today = simulation::example_today(2024), .example_set_on = system_env()->now().date_in(Zone::Wib)};
    return app::Program::create({.data = folder}, city);
}

Actor importer(Services& services)
{
    return {.city = services.city, .user = UserId(services.env.ulid()), .person = PersonId(services.env.ulid()), .name = "Bench", .grants = {{"dinas", "35.72", "", {"enterprise.import"}}},
        .permissions = {"enterprise.import"}};
}

struct Imported {
    double seconds {0};
    double megabytes {0}; // what memory grew by at its highest
    std::vector<std::string> fates;
};

double kilobytes(std::string const& what)
{
    std::ifstream in("/proc/self/status");
    for (std::string line; std::getline(in, line);)
        if (line.starts_with(what + ":"))
            return std::stod(line.substr(what.size() + 1));
    return 0;
}

/// The highest memory is counted from here on.
void forget_highest_memory() { std::ofstream("/proc/self/clear_refs") << '5'; }

Result<Imported> import_list(Services& services, OfficeList const& list)
{
    auto const actor = importer(services);
    auto const* operation = app::registry().find("enterprise.import");
    CHECK(operation != nullptr);
    boost::json::object const input {{"id", services.env.ulid().str()}, {"source", "Bench"}, {"as_of", services.today().iso()}, {"rows", list.rows}};
    forget_highest_memory();
    auto const before = kilobytes("VmRSS");
    Stopwatch const watch;
    auto const answer = TRY(operations::run(services, actor, *operation, input));
    Imported imported {watch.seconds(), (kilobytes("VmHWM") - before) / 1024, {}};
    for (auto const& fate : answer.data.at("fates").as_array())
        imported.fates.emplace_back(fate.as_string());
    return imported;
}

/// The city's database copied, with the same keys.
struct Copied {
    std::unique_ptr<db::Database> database;
    Services services;
};
Result<Copied> copy_of(app::Program& program, std::filesystem::path const& path)
{
    std::filesystem::remove(path);
    TRY(program.database().copy_to(path.string()));
    auto database = TRY(db::Database::open("sqlite:" + path.string()));
    auto& of = program.services();
    Services services {.db = *database, .env = of.env, .keys = of.keys, .city = of.city, .city_name = of.city_name, .zone = of.zone, .example = of.example, .evidence_folder = of.evidence_folder};
    return Copied {std::move(database), std::move(services)};
}

/// Doubles that the import told of, and others that it took for doubles.
void print_found(OfficeList const& list, Imported const& imported)
{
    std::size_t planted = 0, found = 0, wrong = 0;
    for (std::size_t i = 0; i < list.is_double.size(); ++i) {
        auto const is_told = imported.fates[i] != "enterprise.fate_new";
        planted += list.is_double[i] ? 1 : 0;
        found += list.is_double[i] && is_told ? 1 : 0;
        wrong += !list.is_double[i] && is_told ? 1 : 0;
    }
    auto const share = static_cast<double>(found) / static_cast<double>(std::max<std::size_t>(planted, 1));
    auto const told = static_cast<double>(found) / static_cast<double>(std::max<std::size_t>(found + wrong, 1));
    print({"doubles told of " + count(static_cast<double>(planted)) + " planted", count(static_cast<double>(found)) + ", " + decimal(share * 100, 1) + " %",
        count(static_cast<double>(wrong)) + " others told beside them", "precision " + decimal(told, 2), "at least 95 %, precision 0,80", share >= 0.95 && told >= 0.8});
}

} // namespace

Result<void> measure_registry(Options const& options)
{
    auto program = TRY(empty_city(options.work / "registry"));
    simulation::Progress const silent = [](std::string_view, std::size_t, std::size_t) { };
    simulation::World world {.services = program->services(), .registry = app::registry(), .city = program->city(), .options = {.seed = 22}, .progress = silent,
        .random = simulation::Random(22), .kelurahan = {}, .home = {}, .logins = {}};
    TRY(simulation::make_regions(world));
    simulation::Random random(22);
    auto const what = count(static_cast<double>(options.businesses));
    auto const first = office_list(world, random, options.businesses, nullptr, 0);
    say("importing " + what + " businesses into an empty registry");
    auto const empty = TRY(import_list(program->services(), first));
    auto const second = office_list(world, random, options.businesses, &first, options.businesses);
    say(what + " more, each tenth of them a double");
    Recording recording;
    {
        Recorder recorder;
        auto heard = TRY(copy_of(*program, options.work / "registry-heard.sqlite"));
        recorder.start();
        TRY(import_list(heard.services, second));
        recording = recorder.take();
    }
    TRY(copy_of(*program, options.work / "registry-bare.sqlite"));
    auto const bare = TRY(replay_on_sqlite(recording, (options.work / "registry-bare.sqlite").string()));
    auto const full = TRY(import_list(program->services(), second));
    auto const rows = static_cast<double>(options.businesses);
    auto const rate = [&](double seconds) { return count(rows / seconds) + " rows/s"; };
    print({what + " businesses imported into an empty registry, doubles looked for", duration(empty.seconds) + ", " + rate(empty.seconds), "", "", "under 10 s", empty.seconds < 10});
    print({what + " businesses imported beside " + what + ", doubles looked for", duration(full.seconds) + ", " + rate(full.seconds) + ", " + count(full.megabytes) + " MB more",
        "bare SQLite, the rows alone: " + duration(bare), decimal(bare / full.seconds, 2), "under 10 s", full.seconds < 10});
    print_found(second, full);
    return Done {};
}

} // namespace rtkeren::bench
