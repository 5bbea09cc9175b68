#include "app/commands.hpp"
#include "app/rooms.hpp"
#include "base/text.hpp"
#include "documents/document.hpp"
#include "simulation/simulation.hpp"

#include <chrono>
#include <iostream>

namespace rtkeren::app {

namespace {

struct Demo {
    std::uint64_t seed {2024};
    std::string years {"2021-2024"};
    std::string size {"city"};
    std::string only {};
    std::string city {"35.72"};
    std::string name {"Kota Blitar"};
};

Result<std::pair<int, int>> parse_years(std::string const& text)
{
    auto const parts = split(text, '-');
    auto const first = parse_integer(parts.front());
    auto const last = parse_integer(parts.back());
    if (parts.size() > 2 || !first || !last || *first < 2021 || *last > 2024 || *first > *last)
        return Error::field("years", "demo.years", text);
    return std::pair(static_cast<int>(*first), static_cast<int>(*last));
}

/// One line a step on a terminal and in a log: what, how much of it, how long so far.
class ProgressLine {
public:
    void operator()(std::string_view step, std::size_t done, std::size_t total)
    {
        auto const seconds = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - m_began).count();
        if (step != m_step || done == total || seconds - m_shown > 1000) {
            std::cerr << "  " << seconds / 1000 << ',' << seconds % 1000 / 100 << " s  " << step << ' ' << done << '/' << total << '\n';
            m_shown = seconds;
        }
        m_step = step;
    }

private:
    std::chrono::steady_clock::time_point m_began {std::chrono::steady_clock::now()};
    std::string m_step;
    long m_shown {0};
};

Result<int> make_example(CommandLine const& line, Demo const& demo)
{
    auto years = TRY(parse_years(demo.years));
    auto units = TRY(simulation::units_of_size(demo.size));
    auto id = TRY(territory::city_id_of(demo.city));
    auto const real_today = system_env()->now().date_in(Zone::Wib);
    territory::City const city {.id = id,
        .code = demo.city,
        .name = demo.name,
        .zone = Zone::Wib,
        .letterhead = "Pemerintah " + demo.name,
        .example = true,
        .example_today = simulation::example_today(years.second),
        .example_set_on = real_today};
    auto program = TRY(Program::create(line.open, city));
    ProgressLine shown;
    simulation::Progress const progress = [&](std::string_view step, std::size_t done, std::size_t total) { shown(step, done, total); };
    TRY(simulation::make_demo(program->services(), registry(), city, {.seed = demo.seed, .first_year = years.first, .last_year = years.second, .units = units, .market = demo.only.empty()},
        progress));
    std::cout << "Kota contoh siap di " << line.open.data.string() << ". Semua akun di halaman masuk bersandi \"contoh\".\n";
    return 0;
}

} // namespace

void add_demo_commands(CommandLine& line)
{
    auto* command = line.cli.add_subcommand("demo", "the example city, made through the operations; people are marked as examples");
    auto demo = std::make_shared<Demo>();
    command->add_option("--seed", demo->seed, "another seed, another city")->capture_default_str();
    command->add_option("--years", demo->years, "for example 2021-2024")->capture_default_str();
    command->add_option("--size", demo->size, "small, city or a number of RT")->capture_default_str();
    command->add_option("--only", demo->only, "money: nothing but the money")->check(CLI::IsMember({"money"}));
    command->callback([&line, demo] { line.chosen = [&line, demo] { return make_example(line, *demo); }; });
}

} // namespace rtkeren::app
