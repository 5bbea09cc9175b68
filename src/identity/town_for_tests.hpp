#pragma once

#include "identity/identity.hpp"
#include "identity/room.hpp"
#include "secrets/secrets.hpp"
#include "support/database.hpp"
#include "territory/territory.hpp"

#include <gtest/gtest.h>

#include <map>

namespace rtkeren::identity {

/// A city with one kelurahan, two RW, three RT and a few offices; everybody's password is "jalan mawar 7".
struct Town : testing::Test {
    FixedEnv env {Instant::parse("2023-07-03T02:00:00.000Z").value()};
    secrets::Keys keys {secrets::Keys::from(env)};
    CityId city {next_city()};
    Services services {.db = test_database(), .env = env, .keys = keys, .city = city, .city_name = "Kota Uji", .evidence_folder = {}};
    Actor founder {system_actor(city, {"identity.users"})};
    std::string const kelurahan {"35.72.03.1002"}, other_kelurahan {"35.72.03.1003"};
    static constexpr std::string_view password = "jalan mawar 7";

    Town()
    {
        change([&](db::WriteTx& tx, operations::Context&) -> Result<void> {
            for (auto const* code : {"35.72", "35.72.03", "35.72.03.1002", "35.72.03.1003", "35.72.03.1002.001", "35.72.03.1002.002", "35.72.03.1002.001.001",
                     "35.72.03.1002.001.002"}) {
                auto const place = territory::PlaceCode::parse(code).value();
                territory::Region region;
                region.id = territory::RegionId(env.ulid());
                region.level = place.level;
                region.code = code;
                region.parent = place.parent();
                region.name = "Tempat " + region.code;
                region.valid_from = Date::parse("2020-01-01").value();
                TRY(territory::add(tx, city, region));
            }
            return Done {};
        });
        static auto const registered = (register_messages(), true);
        EXPECT_TRUE(registered);
    }

    static std::string const& hash()
    {
        static auto const made = secrets::hash_password(password);
        return made;
    }

    operations::Context context() { return {services, founder, city, services.now(), services.today(), RequestId(env.ulid()), {}, 0, env.ulid()}; }

    template <class Work> void change(Work const& work)
    {
        auto made = context();
        auto done = db::write(test_database(), city, [&](db::WriteTx& tx) { return work(tx, made); });
        ASSERT_TRUE(done.ok()) << done.error().code << ' ' << done.error().detail;
    }
    template <class Work> auto look(Work const& work) { return db::read(test_database(), work); }

    struct Made {
        PersonId person;
        UserId user;
    };
    /// A person with an account and, unless `role` is empty, an office from 1 January 2023.
    Made add(std::string const& login, std::string const& role, std::string const& place, std::string const& phone = {})
    {
        Made const made {PersonId(env.ulid()), UserId(env.ulid())};
        change([&](db::WriteTx& tx, operations::Context& c) -> Result<void> {
            TRY(add_person(tx, c, {.id = made.person, .name = "Nama " + login, .phone = phone, .nik = {}, .nip = "198001012005011001", .region = place}));
            TRY(add_user(tx, c, {made.user, made.person, login, hash()}));
            if (!role.empty())
                TRY(add_grant(tx, c,
                    {.id = env.ulid(),
                        .person = made.person,
                        .role = role,
                        .place = place,
                        .pokmas = {},
                        .decree = "SK 1",
                        .from = Date::parse("2023-01-01").value(),
                        .until = {}}));
            return Done {};
        });
        return made;
    }
    Actor actor(std::string_view login)
    {
        return look([&](db::ReadTx& tx) { return actor_of_login(tx, city, login, services.today()); }).value();
    }
    /// "" when it was done, otherwise the code of the refusal (of its first field, if there is one).
    std::string run(Actor const& who, std::string const& name, boost::json::object input)
    {
        static auto const all = operations();
        auto const found = std::ranges::find(all, name, &operations::Operation::name);
        CHECK(found != all.end());
        input["id"] = env.ulid().text();
        auto answer = operations::run(services, who, *found, input);
        if (answer.ok()) {
            last = *answer;
            return {};
        }
        auto const& error = answer.error();
        return error.fields.empty() ? error.code : error.fields.front().code;
    }
    std::string grant(Actor const& who, Made const& whom, std::string_view role, std::string_view place, boost::json::object more = {})
    {
        more["person"] = whom.person.text();
        more["role"] = role;
        more["place"] = place;
        more["decree"] = "SK 7/2023";
        more.emplace("from", "2023-07-03"); // unless the test gave its own
        return run(who, "identity.grant", std::move(more));
    }
    std::string sign_in_code(std::string_view login, std::string_view with)
    {
        auto session = sign_in(services, login, with, "test");
        return session.ok() ? std::string {} : session.error().code;
    }
    operations::Answer last;
};

} // namespace rtkeren::identity
