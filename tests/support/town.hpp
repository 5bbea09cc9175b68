#pragma once

#include "base/check.hpp"
#include "http/http.hpp"
#include "operations/operations.hpp"
#include "screens/screens.hpp"
#include "secrets/secrets.hpp"
#include "support/database.hpp"
#include "territory/territory.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace rtkeren::tests {

/// A city of its own with people, operations and pages of the rooms that a test names: what a browser or a script would meet, without the program around them.
struct Town : testing::Test {
    FixedEnv env;
    secrets::Keys keys {secrets::Keys::from(env)};
    CityId city {next_city()};
    Services services {.db = test_database(), .env = env, .keys = keys, .city = city, .city_name = "Kota Uji", .evidence_folder = fresh_path("bukti")};
    std::vector<operations::Operation> all;

    explicit Town(std::string_view now) : env(Instant::parse(now).value()) { }

    /// Adds what a room can do and show; called once for each.
    void serve(std::vector<operations::Operation> const& operations, std::vector<http::Route> const& routes)
    {
        all.insert(all.end(), operations.begin(), operations.end());
        m_registry.add(operations);
        m_routes.insert(m_routes.end(), routes.begin(), routes.end());
    }
    /// Places from the city down, above before below; some by a name of their own.
    void found_places(std::vector<std::string_view> const& codes, std::vector<std::pair<std::string_view, std::string_view>> const& names = {})
    {
        write([&](db::WriteTx& tx) -> Result<void> {
            for (auto const code : codes) {
                auto const place = territory::PlaceCode::parse(code).value();
                territory::Region region;
                region.id = territory::RegionId(env.ulid());
                region.level = place.level;
                region.code = code;
                region.parent = place.parent();
                auto const named = std::ranges::find(names, code, [](auto const& each) { return each.first; });
                region.name = named == names.end() ? "Tempat " + region.code : std::string(named->second);
                region.valid_from = Date::parse("2020-01-01").value();
                TRY(territory::add(tx, city, region));
            }
            return Done {};
        });
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
    /// "field code" of the first field, or the code; "" when it was done.
    std::string refusal(Actor const& actor, std::string_view name, boost::json::object input)
    {
        auto const answer = run(actor, name, std::move(input));
        if (answer.ok())
            return "";
        return answer.error().fields.empty() ? answer.error().code : answer.error().fields.front().name + " " + answer.error().fields.front().code;
    }
    template<class Work>
    void write(Work const& work)
    {
        auto const done = db::write(services.db, city, work);
        EXPECT_TRUE(done.ok()) << (done.ok() ? "" : done.error().code + " " + done.error().detail);
    }
    template<class Work>
    auto look(Work const& work)
    {
        auto answer = db::read(services.db, work);
        EXPECT_TRUE(answer.ok()) << (answer.ok() ? "" : answer.error().code + " " + answer.error().detail);
        return std::move(answer).value();
    }
    operations::Context context(Actor const& actor)
    {
        return {.services = services, .actor = actor, .city = city, .now = env.now(), .today = services.today(), .request = RequestId(env.ulid()), .id_seed = env.ulid()};
    }

    using Pairs = std::vector<std::pair<std::string, std::string>>;
    http::Request request_to(http::Method method, std::string path, Pairs query = {}, Pairs form = {})
    {
        http::Request request;
        request.method = method;
        request.target = path;
        request.path = std::move(path);
        request.query = std::move(query);
        request.form = std::move(form);
        request.form.emplace_back("csrf", "token");
        request.headers = {{"sec-fetch-site", "same-origin"}};
        return request;
    }
    /// Of somebody with a session, or of a visitor. An error is answered by its code.
    http::Response send(Actor const* actor, http::Request const& request)
    {
        screens::use_registry(m_registry);
        http::Hooks hooks;
        hooks.session = [actor](http::Request const&) { return actor == nullptr ? std::nullopt : std::optional(http::Session {*actor, "token"}); };
        hooks.error_page = [](http::Request const&, std::optional<http::Session> const&, Error const& error) { return http::Response::text(error.code, http_status_of(error.kind)); };
        hooks.finish = [](http::Response&) {};
        return http::dispatch(m_routes, hooks, request);
    }
    http::Response ask(Actor const& actor, http::Method method, std::string path, Pairs query = {}, Pairs form = {})
    {
        return send(&actor, request_to(method, std::move(path), std::move(query), std::move(form)));
    }
    http::Response get(Actor const& actor, std::string path, Pairs query = {}) { return ask(actor, http::Method::Get, std::move(path), std::move(query)); }
    /// A form that was sent for the first time.
    http::Response post(Actor const& actor, std::string path, Pairs form)
    {
        form.emplace_back("id", env.ulid().str());
        return ask(actor, http::Method::Post, std::move(path), {}, std::move(form));
    }
    static bool has(http::Response const& response, std::string_view text) { return response.body.find(text) != std::string::npos; }

private:
    operations::Registry m_registry;
    std::vector<http::Route> m_routes;
};

} // namespace rtkeren::tests
