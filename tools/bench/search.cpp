#include "app/program.hpp"
#include "bare_search.hpp"
#include "enterprise/people.hpp"
#include "identity/identity.hpp"
#include "parts.hpp"
#include "report.hpp"
#include "simulation/market.hpp"

#include <fmt/format.h>

#include "base/text.hpp"

#include <algorithm>

namespace rtkeren::bench {

namespace {

constexpr std::size_t persons_a_commit = 10'000;
constexpr std::size_t searches = 300;
constexpr std::size_t scans = 5;

/// Persons as an import writes them: names of the city, telephone numbers, no NIK.
Result<void> fill(Services& services, std::size_t how_many)
{
    simulation::Random random(7);
    auto const actor = identity::system_actor(services.city, {});
    for (std::size_t done = 0; done < how_many;) {
        std::vector<std::pair<PersonId, enterprise::CheckedPerson>> persons;
        for (; done < how_many && persons.size() < persons_a_commit; ++done)
            persons.emplace_back(PersonId(services.env.ulid()),
                enterprise::CheckedPerson {.known = {}, .name = simulation::owner_name(random, random.chance(60)), .phone = fmt::format("62812{:08}", done), .nik = {},
                    .region = fmt::format("35.72.{:02}.{}", 1 + done % 3, 1001 + done % 7), .details = {}});
        TRY(db::write(services.db, services.city, [&](db::WriteTx& tx) {
            operations::Context context {.services = services, .actor = actor, .city = services.city, .now = services.now(), .today = services.today(), .request = {}};
            return enterprise::write_persons(tx, context, persons);
        }));
    }
    return Done {};
}

/// What somebody types of a name: the beginnings of some of its words, in any order.
std::vector<std::string> typed_of(simulation::Random& random, std::size_t words)
{
    for (;;) {
        std::vector<std::string> typed;
        for (auto const word : split(simulation::owner_name(random, random.chance(60)), ' '))
            typed.push_back(fold(word).substr(0, 3 + random.below(4)));
        if (typed.size() < words)
            continue;
        std::swap(typed.front(), typed[random.below(typed.size())]);
        typed.resize(words);
        return typed;
    }
}

std::string joined(std::vector<std::string> const& words)
{
    std::string text;
    for (auto const& word : words)
        text += (text.empty() ? "" : " ") + word;
    return text;
}

struct Kind {
    std::string what;
    std::size_t words; // 0: not by a name
    std::function<std::string(simulation::Random&)> typed;
};

Result<std::vector<double>> run_all(Services& services, Kind const& kind, std::string_view place)
{
    simulation::Random random(99);
    std::vector<double> seconds;
    for (std::size_t i = 0; i < searches; ++i) {
        auto const typed = kind.words > 0 ? joined(typed_of(random, kind.words)) : kind.typed(random);
        Stopwatch const watch;
        TRY(db::read(services.db, [&](db::ReadTx& tx) { return enterprise::find_persons(tx, services, typed, place, 10); }));
        seconds.push_back(watch.seconds());
    }
    return seconds;
}

/// The median of the baseline for as many words; a scan takes long, so there are few.
Result<std::string> baseline(BareSearch& bare, std::size_t words)
{
    simulation::Random random(99);
    std::vector<double> scanned, indexed;
    for (std::size_t i = 0; i < searches; ++i) {
        auto const typed = typed_of(random, words);
        if (i < scans)
            scanned.push_back(TRY(bare.scan(typed)));
        indexed.push_back(TRY(bare.by_index(typed)));
    }
    return "LIKE scan " + duration(percentile(scanned, 0.5)) + "; FTS5, unsorted, p50 " + duration(percentile(indexed, 0.5)) + ", p99 " + duration(percentile(indexed, 0.99));
}

} // namespace

Result<void> measure_search(Options const& options)
{
    auto const folder = options.work / "search";
    std::filesystem::remove_all(folder);
    territory::City const city {.id = TRY(territory::city_id_of("35.72")), .code = "35.72", .name = "Kota Blitar", .zone = Zone::Wib, .letterhead = "Pemerintah Kota Blitar", .example = true,
        .example_today = simulation::example_today(2024), .example_set_on = system_env()->now().date_in(Zone::Wib)};
    auto program = TRY(app::Program::create({.data = folder}, city));
    auto& services = program->services();
    auto const what = count(static_cast<double>(options.persons));
    say("writing " + what + " persons");
    Stopwatch const watch;
    TRY(fill(services, options.persons));
    say("written in " + duration(watch.seconds()));
    auto bare = TRY(BareSearch::make((folder / "rtkeren.sqlite").string(), (folder / "bare.sqlite").string()));
    say("FTS5 index made in " + duration(bare->seconds_to_make()));
    auto const how_many = options.persons;
    std::vector<Kind> const kinds {{"the beginning of one word", 1, {}}, {"the beginnings of two words", 2, {}}, {"the beginnings of three words", 3, {}},
        {"a name that nobody bears", 0, [](simulation::Random& random) { return "xq" + std::to_string(random.below(999)); }},
        {"a name and a word that nobody bears", 0, [](simulation::Random& random) { return joined(typed_of(random, 1)) + " xq"; }},
        {"a telephone number", 0, [how_many](simulation::Random& random) { return fmt::format("0812{:08}", random.below(how_many)); }}};
    for (auto const& [place, in] : {std::pair(std::string_view(), std::string()), std::pair(std::string_view("35.72.03.1002"), std::string(" in one kelurahan"))})
        for (auto const& kind : kinds) {
            auto seconds = TRY(run_all(services, kind, place));
            auto const p99 = percentile(seconds, 0.99);
            auto const beside = kind.words > 0 && place.empty() ? TRY(baseline(*bare, kind.words)) : std::string {};
            print({"search by " + kind.what + " over " + what + " persons" + in, "p50 " + duration(percentile(seconds, 0.5)) + ", p99 " + duration(p99), beside, "", "p99 under 50 ms", p99 < 0.05});
        }
    return Done {};
}

} // namespace rtkeren::bench
