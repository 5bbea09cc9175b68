#pragma once

#include "enterprise/pages_room.hpp"
#include "enterprise/room.hpp"
#include "enterprise/operations.hpp"
#include "evidence/evidence.hpp"
#include "evidence/room.hpp"
#include "identity/persons.hpp"
#include "identity/room.hpp"
#include "secrets/secrets.hpp"
#include "support/database.hpp"
#include "territory/territory.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace rtkeren::enterprise {

/// Two kelurahan with an RT each (one of them with two), and those who meet a business there.
struct RegistryTest : testing::Test {
    static constexpr std::string_view kelurahan = "35.72.03.1002", rt1 = "35.72.03.1002.003.001", rt2 = "35.72.03.1002.003.002", elsewhere = "35.72.03.1003";
    FixedEnv env {Instant::parse("2026-01-01T02:00:00.000Z").value()};
    secrets::Keys keys {secrets::Keys::from(env)};
    CityId city {next_city()};
    Services services {.db = test_database(), .env = env, .keys = keys, .city = city, .city_name = "Kota Uji", .evidence_folder = tests::fresh_path("bukti")};
    std::vector<operations::Operation> all {operations()};
    Actor dewi {make_actor("Dewi", "sekkel", kelurahan, {"enterprise.read", "enterprise.write", "enterprise.confirm", "enterprise.import", "enterprise.merge"})};
    Actor tono {make_actor("Tono", "pendamping", kelurahan, {"enterprise.read", "enterprise.write", "enterprise.check", "enterprise.confirm"})};
    Actor dinas {make_actor("Rini", "dinas", "35.72", {"enterprise.read", "enterprise.write", "enterprise.check", "enterprise.confirm", "enterprise.import", "enterprise.merge"})};
    Actor stranger {make_actor("Lain", "sekkel", elsewhere, {"enterprise.read", "enterprise.write", "enterprise.confirm", "enterprise.import", "enterprise.merge"})};

    RegistryTest()
    {
        static auto const registered = [] {
            register_messages();
            evidence::register_messages();
            identity::register_messages();
            evidence::use_places(places());
            static operations::Registry registry;
            registry.add(operations());
            screens::use_registry(registry);
            return true;
        }();
        EXPECT_TRUE(registered);
        auto const founded = db::write(services.db, city, [&](db::WriteTx& tx) -> Result<void> {
            for (auto const* code : {"35.72", "35.72.03", "35.72.03.1002", "35.72.03.1003", "35.72.03.1002.003", "35.72.03.1002.003.001", "35.72.03.1002.003.002"}) {
                auto const place = territory::PlaceCode::parse(code).value();
                territory::Region region;
                region.id = territory::RegionId(env.ulid());
                region.level = place.level;
                region.code = code;
                region.parent = place.parent();
                region.name = place.level == territory::Level::Kelurahan ? (region.code == kelurahan ? "Plosokerep" : "Karangsari") : "Tempat " + region.code;
                region.valid_from = Date::parse("2020-01-01").value();
                TRY(territory::add(tx, city, region));
            }
            return Done {};
        });
        EXPECT_TRUE(founded.ok());
    }
    Actor make_actor(std::string name, std::string role, std::string_view place, std::vector<Permission> permissions, PersonId person = {})
    {
        std::ranges::sort(permissions);
        return {.city = city, .user = UserId(env.ulid()), .person = person.is_none() ? PersonId(env.ulid()) : person, .name = std::move(name),
            .grants = {{std::move(role), std::string(place), {}, permissions}}, .permissions = permissions};
    }
    Result<operations::Answer> run(Actor const& actor, std::string_view name, boost::json::object input)
    {
        auto const operation = std::ranges::find(all, name, &operations::Operation::name);
        CHECK(operation != all.end());
        input.emplace("id", env.ulid().text());
        return operations::run(services, actor, *operation, input);
    }
    operations::Answer must(Actor const& actor, std::string_view name, boost::json::object input)
    {
        auto answer = run(actor, name, std::move(input));
        if (answer.ok())
            return *answer;
        auto const& error = answer.error();
        ADD_FAILURE() << name << ": " << error.code << ' ' << error.detail << ' ' << (error.fields.empty() ? "" : error.fields.front().name + " " + error.fields.front().code);
        return {};
    }
    std::string refusal(Actor const& actor, std::string_view name, boost::json::object input)
    {
        auto const answer = run(actor, name, std::move(input));
        if (answer.ok())
            return "";
        return answer.error().fields.empty() ? answer.error().code : answer.error().fields.front().name + " " + answer.error().fields.front().code;
    }
    static boost::json::object bakery()
    {
        return {{"owner_name", "Sri Utami"}, {"owner_phone", "+62 812-3456-7890"}, {"owner_nik", "3572025708450002"}, {"owner_place", rt1}, {"consent_on", "2025-12-30"},
            {"name", "Dapur Bu Sri"}, {"activity", "Kue kering"}, {"kbli", "2025:10710"}, {"place_kind", "rumah"}, {"place", rt1}, {"started", "03/2022"},
            {"legal_form", "perorangan"}, {"channels", boost::json::array {"rumah", "bazar"}}};
    }
    template<class Work>
    auto look(Work const& work)
    {
        auto answer = db::read(services.db, work);
        EXPECT_TRUE(answer.ok()) << (answer.ok() ? "" : answer.error().code + " " + answer.error().detail);
        return std::move(answer).value();
    }
    Business business(std::string const& id)
    {
        return look([&](db::ReadTx& tx) { return find_business(tx, city, BusinessId::parse(id).value()); });
    }
    std::string picture()
    {
        static int number = 0;
        return evidence::store_bytes(services, dewi, "\xFF\xD8\xFF\xE0 izin " + std::to_string(++number)).value().sha256;
    }
    http::Response ask(Actor const& actor, http::Method method, std::string path, std::vector<std::pair<std::string, std::string>> query = {}, std::vector<std::pair<std::string, std::string>> form = {})
    {
        http::Hooks hooks;
        hooks.session = [&actor](http::Request const&) { return http::Session {actor, "token"}; };
        hooks.error_page = [](http::Request const&, std::optional<http::Session> const&, Error const& error) { return http::Response::text(error.code, http_status_of(error.kind)); };
        hooks.finish = [](http::Response&) {};
        http::Request request;
        request.method = method;
        request.target = path;
        request.path = std::move(path);
        request.query = std::move(query);
        request.form = std::move(form);
        request.form.emplace_back("csrf", "token");
        request.headers = {{"sec-fetch-site", "same-origin"}};
        return http::dispatch(routes(services), hooks, request);
    }
    http::Response get(Actor const& actor, std::string path, std::vector<std::pair<std::string, std::string>> query = {}) { return ask(actor, http::Method::Get, std::move(path), std::move(query)); }
    static bool has(http::Response const& response, std::string_view text) { return response.body.find(text) != std::string::npos; }
};

} // namespace rtkeren::enterprise
