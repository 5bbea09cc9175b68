#pragma once

#include "operations/operations.hpp"
#include "rules/room.hpp"
#include "rules/rules.hpp"
#include "territory/territory.hpp"

#include <gtest/gtest.h>

/// Released packs for tests of rooms that stand on `rules`. Header only: who includes it, links the room.
namespace rtkeren::tests {

/// Facts of rooms that this test does not link: every gate of the shipped packs finds an answer that passes.
inline void register_missing_facts()
{
    std::vector<rules::Fact> missing;
    for (auto const& shipped : rules::shipped_packs()) {
        auto const pack = rules::Pack::parse(shipped.text).value();
        for (auto const& tranche : pack->tranches)
            for (auto const& gate : tranche.gates) {
                auto const is_known = rules::find_fact(gate.fact) != nullptr || std::ranges::find(missing, gate.fact, &rules::Fact::name) != missing.end();
                if (!is_known)
                    missing.push_back({gate.fact, gate.label,
                        [](db::ReadTx&, CityId, std::string const&, int) -> Result<rules::FactAnswer> { return rules::FactAnswer {.value = 10'000}; }});
            }
    }
    rules::register_facts(std::move(missing));
}

[[nodiscard]] inline std::string shipped_pack(std::string_view city, int year)
{
    for (auto const& shipped : rules::shipped_packs())
        if (shipped.city == city && shipped.year == year)
            return std::string(shipped.text);
    ADD_FAILURE() << "no shipped pack for " << city << " " << year;
    return {};
}

/// An officer of Bagian Pemerintahan with a person and user of his own.
[[nodiscard]] inline Actor tapem_officer(Services& services, std::string_view city, std::string name)
{
    std::vector<Permission> const all {"rules.load", "rules.release"};
    return {.city = services.city,
        .user = UserId(services.env.ulid()),
        .person = PersonId(services.env.ulid()),
        .name = std::move(name),
        .grants = {{"tapem", std::string(city), {}, all}},
        .permissions = all};
}

/// Founds the city under its official code where the test has not done so.
inline void found_city_of(Services& services, std::string_view code)
{
    auto const founded = db::write(services.db, services.city, [&](db::WriteTx& tx) -> Result<void> {
        auto const known = territory::city(tx, services.city);
        if (known.ok())
            return Done {};
        return territory::found_city(tx,
            {.id = services.city,
                .code = std::string(code),
                .name = services.city_name,
                .zone = services.zone,
                .letterhead = {},
                .example = false,
                .example_today = {},
                .example_set_on = {}},
            services.now());
    });
    EXPECT_TRUE(founded.ok()) << founded.error().code;
}

/// One person puts the text in, another releases it. Answers the version in force.
inline int release_pack(Services& services, std::string_view code, std::string const& text)
{
    register_missing_facts();
    found_city_of(services, code);
    auto const list = rules::operations();
    auto const loader = tapem_officer(services, code, "Parmi");
    auto const loaded = operations::run(services, loader, list[0], {{"id", services.env.ulid().text()}, {"text", text}});
    EXPECT_TRUE(loaded.ok()) << loaded.error().code;
    if (!loaded.ok())
        return 0;
    auto const releaser = tapem_officer(services, code, "Fredi");
    auto const released = operations::run(services, releaser, list[1],
        {{"id", services.env.ulid().text()}, {"year", loaded->data.at("year")}, {"version", loaded->data.at("version")}, {"letter", "188/1/410.010/2023"},
            {"letter_date", services.today().iso()}});
    EXPECT_TRUE(released.ok()) << released.error().code;
    return int(loaded->data.at("version").to_number<int>());
}
inline int release_shipped_pack(Services& services, std::string_view code, int year) { return release_pack(services, code, shipped_pack(code, year)); }

} // namespace rtkeren::tests
