#pragma once

#include "app/rooms.hpp"
#include "app/serve.hpp"
#include "identity/identity.hpp"
#include "operations/operations.hpp"
#include "simulation/simulation.hpp"
#include "support/database.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <sstream>

/// A small example city behind the program's own routes and hooks: what a browser would get, without the socket.
namespace rtkeren::app {

using Pairs = std::vector<std::pair<std::string, std::string>>;

/// Somebody with an open session, or a visitor (all empty).
struct Browser {
    std::string login, token, csrf;
};

class ExampleTown {
public:
    /// Made once for all tests of the program.
    static ExampleTown& get()
    {
        static ExampleTown town(false);
        return town;
    }
    /// Six RT with businesses and courses too; made once.
    static ExampleTown& with_market()
    {
        static ExampleTown town(true);
        return town;
    }

    FixedEnv env {Instant::parse("2024-10-15T02:00:00.000Z").value()};
    std::unique_ptr<Program> program;
    Services services {.db = program->database(),
        .env = env,
        .keys = program->services().keys,
        .city = program->city().id,
        .city_name = program->city().name,
        .zone = Zone::Wib,
        .example = true,
        .evidence_folder = program->services().evidence_folder};
    std::vector<http::Route> routes {all_routes(services)};
    http::Hooks hooks {make_hooks(services)};

    Browser sign_in(std::string const& login)
    {
        auto session = identity::sign_in(services, login, identity::example_password, "Chrome, Android").value();
        return {login, session.token, session.csrf};
    }
    bool is_open(Browser const& browser) { return identity::session_of(services, browser.token).value().has_value(); }
    Actor actor(std::string_view login)
    {
        return db::read(services.db, [&](db::ReadTx& tx) { return identity::actor_of_login(tx, services.city, login, services.today()); }).value();
    }

    http::Request request(http::Method method, std::string const& target, Browser const& browser = {}) const
    {
        http::Request made;
        made.method = method;
        made.target = target;
        auto const mark = target.find('?');
        made.path = http::url_decode(target.substr(0, mark), false).value();
        if (mark != std::string::npos)
            made.query = http::parse_query(std::string_view(target).substr(mark + 1));
        made.remote_address = "10.0.0.9";
        made.headers = {{"host", "rt.blitarkota.go.id"}};
        made.secure = true;
        made.request_id = "01JA7000000000000000000000";
        made.wants_json = made.path.starts_with("/api/");
        if (!browser.token.empty())
            made.cookies.emplace("sesi", browser.token);
        return made;
    }
    http::Response send(http::Request const& request) const { return http::dispatch(routes, hooks, request); }
    http::Response get_page(Browser const& browser, std::string const& target) const { return send(request(http::Method::Get, target, browser)); }
    /// A form of our own page; its hidden fields are the caller's.
    http::Request form_request(Browser const& browser, std::string const& path, Pairs form) const
    {
        auto made = request(http::Method::Post, path, browser);
        made.content_type = "application/x-www-form-urlencoded";
        made.form = std::move(form);
        made.form.emplace_back("csrf", browser.csrf);
        return made;
    }
    http::Response post(Browser const& browser, std::string const& path, Pairs form) const { return send(form_request(browser, path, std::move(form))); }
    /// Runs an operation as somebody; a refusal fails the test.
    operations::Answer run(Actor const& actor, std::string_view operation, boost::json::object input)
    {
        input["id"] = env.ulid().str();
        auto answer = operations::run(services, actor, *registry().find(operation), input);
        EXPECT_TRUE(answer.ok()) << operation << ' ' << answer.error().code << ' '
            << (answer.error().fields.empty() ? "" : answer.error().fields[0].name + answer.error().fields[0].code);
        return answer.ok() ? *answer : operations::Answer {};
    }

private:
    explicit ExampleTown(bool market) : program(found(market)) { }
    static std::unique_ptr<Program> found(bool market)
    {
        assemble();
        territory::City const city {.id = territory::city_id_of("35.72").value(),
            .code = "35.72",
            .name = "Kota Blitar",
            .zone = Zone::Wib,
            .letterhead = "Pemerintah Kota Blitar",
            .example = true,
            .example_today = simulation::example_today(2024),
            .example_set_on = system_env()->now().date_in(Zone::Wib)};
        auto made = Program::create({.data = tests::fresh_path("example"), .flags = {{"db", tests::fresh_database_url()}}}, city).value();
        simulation::DemoOptions const options {.seed = 2024, .first_year = 2024, .last_year = 2024, .units = market ? 2 : 18, .market = market};
        auto filled = simulation::make_demo(made->services(), registry(), city, options, [](auto, auto, auto) { });
        EXPECT_TRUE(filled.ok()) << filled.error().code << ' ' << filled.error().detail;
        return made;
    }
};

inline std::string header_of(http::Response const& response, std::string_view name)
{
    for (auto const& [key, value] : response.headers)
        if (key == name)
            return value;
    return {};
}

inline std::string text_of_file(std::string const& path)
{
    std::ifstream file(std::string(RTK_SOURCE_DIR) + "/" + path);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

} // namespace rtkeren::app
