#pragma once

#include "ledger/check.hpp"
#include "ledger/ledger.hpp"
#include "operations/operations.hpp"
#include "programme/holds.hpp"
#include "programme/programme.hpp"
#include "programme/room.hpp"
#include "rules/store.hpp"
#include "secrets/secrets.hpp"
#include "support/database.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <mutex>

namespace rtkeren::programme {

/// A city with kelurahan and RT of one's choice, the shipped pack of 2023 released, and one actor for each office of this room.
struct ProgrammeTest : testing::Test {
    FixedEnv env {Instant::parse("2023-07-03T05:00:00.000Z").value()};
    secrets::Keys keys {secrets::Keys::from(env)};
    CityId city {next_city()};
    Services services {.db = test_database(), .env = env, .keys = keys, .city = city, .city_name = "Kota Uji", .evidence_folder = {}};
    std::vector<operations::Operation> all {operations()};
    Actor sari {person("Sari", "tapem", "35.72",
        {"insight.read", "programme.bonus", "programme.close", "programme.dpa", "programme.hold", "programme.manage", "programme.move", "programme.release"})};
    Actor budi {person("Budi", "tapem", "35.72", sari.permissions)};
    Actor auditor {person("Agus", "inspektorat", "35.72", {"programme.propose_hold"})};
    Actor sekkel {person("Lina", "sekkel", "35.72.03.1002", {"programme.decline"})};

    static constexpr std::string_view plosokerep = "35.72.03.1002";

    Actor person(std::string name, std::string role, std::string place, std::vector<Permission> permissions)
    {
        Actor actor {.city = city, .user = UserId(env.ulid()), .person = PersonId(env.ulid()), .name = std::move(name)};
        actor.grants = {{std::move(role), std::move(place), "", permissions}};
        actor.permissions = std::move(permissions);
        return actor;
    }

    template <class Work> void must_write(Work work)
    {
        auto done = db::write(services.db, city, [&](db::WriteTx& tx) -> Result<void> { return work(tx); });
        ASSERT_TRUE(done.ok()) << done.error().code << " " << done.error().detail;
    }
    template <class Work> auto must_read(Work work)
    {
        auto found = db::read(services.db, [&](db::ReadTx& tx) { return work(tx); });
        EXPECT_TRUE(found.ok()) << (found.ok() ? "" : found.error().code + " " + found.error().detail);
        return std::move(found).value();
    }

    void add_region(db::WriteTx& tx, territory::Level level, std::string code, std::string parent, std::string name)
    {
        auto added = territory::add(tx, city,
            {.id = territory::RegionId(env.ulid()),
                .level = level,
                .code = std::move(code),
                .parent = std::move(parent),
                .name = std::move(name),
                .valid_from = Date::of(2021, 1, 1).value(),
                .valid_until = std::nullopt});
        ASSERT_TRUE(added.ok()) << added.error().code;
    }
    /// Kelurahan 35.72.03.1001 … with so many RT each, five RT a RW, in one kecamatan.
    void found(std::vector<int> const& rts_of_kelurahan)
    {
        must_write([&](db::WriteTx& tx) -> Result<void> {
            territory::City founded;
            founded.id = city;
            founded.code = "35.72";
            founded.name = "Kota Uji";
            TRY(territory::found_city(tx, founded, env.now()));
            add_region(tx, territory::Level::Kota, "35.72", "", "Kota Uji");
            add_region(tx, territory::Level::Kecamatan, "35.72.03", "35.72", "Kepanjenkidul");
            for (std::size_t k = 0; k < rts_of_kelurahan.size(); ++k) {
                auto kelurahan = fmt::format("35.72.03.{}", 1001 + k);
                add_region(tx, territory::Level::Kelurahan, kelurahan, "35.72.03", fmt::format("Kelurahan {}", k + 1));
                for (int rt = 0; rt < rts_of_kelurahan[k]; ++rt) {
                    auto rw = fmt::format("{}.{:03}", kelurahan, rt / 5 + 1);
                    if (rt % 5 == 0)
                        add_region(tx, territory::Level::Rw, rw, kelurahan, fmt::format("RW {:02}", rt / 5 + 1));
                    add_region(tx, territory::Level::Rt, fmt::format("{}.{:03}", rw, rt % 5 + 1), rw, fmt::format("RT {:02} RW {:02}", rt % 5 + 1, rt / 5 + 1));
                }
            }
            return Done {};
        });
    }

    void release_pack(int year = 2023)
    {
        for (auto const& shipped : rules::shipped_packs()) {
            if (shipped.city != "35.72" || shipped.year != year)
                continue;
            auto pack = rules::Pack::parse(shipped.text);
            ASSERT_TRUE(pack.ok());
            must_write([&](db::WriteTx& tx) -> Result<void> {
                operations::Context loading {services, sari, city, env.now(), services.today(), {}, {}, 0, env.ulid()};
                auto version = TRY(rules::store_pack(tx, loading, **pack, shipped.text, ""));
                operations::Context releasing {services, budi, city, env.now(), services.today(), {}, {}, 0, env.ulid()};
                return rules::mark_released(tx, releasing, **pack, version, "188/1", services.today());
            });
            return;
        }
        FAIL() << "no pack of " << year;
    }

    operations::Operation const& operation(std::string_view name)
    {
        for (auto const& each : all) {
            if (each.name == name)
                return each;
        }
        ADD_FAILURE() << name;
        return all.front();
    }
    Result<operations::Answer> run(Actor const& actor, std::string_view name, boost::json::object input)
    {
        if (!input.contains("id"))
            input["id"] = env.ulid().text();
        return operations::run(services, actor, operation(name), input);
    }
    operations::Answer must(Actor const& actor, std::string_view name, boost::json::object input)
    {
        auto answer = run(actor, name, std::move(input));
        if (!answer.ok()) {
            ADD_FAILURE() << name << ": " << answer.error().code << " " << answer.error().detail;
            for (auto const& field : answer.error().fields)
                ADD_FAILURE() << field.name << " " << field.code << " " << field.value;
            for (auto const& verdict : answer.error().verdicts) {
                for (auto const& [key, value] : verdict.numbers)
                    ADD_FAILURE() << verdict.code << " " << key << " " << value;
            }
            return {};
        }
        return *answer;
    }
    std::string refused(Actor const& actor, std::string_view name, boost::json::object input)
    {
        auto answer = run(actor, name, std::move(input));
        return answer.ok() ? "done" : answer.error().code;
    }

    static boost::json::array amounts(std::int64_t fisik, std::int64_t umkm)
    {
        return {{{"envelope", "fisik"}, {"amount", fisik}}, {{"envelope", "umkm"}, {"amount", umkm}}};
    }
    void set_dpa(std::string const& kelurahan, std::int64_t fisik, std::int64_t umkm)
    {
        must(sari, "programme.set_dpa",
            {{"year", 2023}, {"kelurahan", kelurahan}, {"number", "DPA/1/2023"}, {"date", "2023-01-10"}, {"amounts", amounts(fisik, umkm)}});
    }
    boost::json::object opening() { return {{"year", 2023}, {"letter", "188/2/2023"}, {"letter_date", "2023-02-01"}}; }
    /// Three kelurahan of 3, 2 and 1 RT (Plosokerep is the second), exactly enough DPA plus `spare` in each envelope, opened.
    void open_small(std::int64_t spare = 0)
    {
        found({3, 2, 1});
        release_pack();
        must(sari, "programme.create_year", {{"year", 2023}});
        for (int k = 0; k < 3; ++k)
            set_dpa(fmt::format("35.72.03.{}", 1001 + k), (3 - k) * 35'000'000 + spare, (3 - k) * 15'000'000 + spare);
        must(budi, "programme.open_year", opening());
    }
    Purse purse_of(std::string_view unit, std::string_view envelope)
    {
        auto purses = must_read([&](db::ReadTx& tx) { return purses_below(tx, city, 2023, unit); });
        for (auto const& each : purses) {
            if (each.envelope == envelope)
                return each;
        }
        ADD_FAILURE() << unit << " " << envelope;
        return {};
    }
    Rupiah at(Purse const& purse, ledger::Stage stage)
    {
        return must_read([&](db::ReadTx& tx) { return ledger::balance(tx, city, purse.id); }).of(stage);
    }
    /// Posts entries of the rooms above.
    Result<void> post(ledger::Entry const& entry)
    {
        return db::write(services.db, city, [&](db::WriteTx& tx) -> Result<void> {
            TRY(ledger::post(tx, city, entry));
            return Done {};
        });
    }
    ledger::Header header(Date on) { return {.id = EntryId(env.ulid()), .occurred_on = on, .recorded_at = env.now(), .actor = sari.user, .year = 2023}; }

    void TearDown() override
    {
        auto report = must_read([&](db::ReadTx& tx) { return ledger::check(tx, city); });
        for (auto const& broken : report.broken)
            ADD_FAILURE() << broken.code << " " << broken.subject << " " << broken.numbers;
    }
};

} // namespace rtkeren::programme
