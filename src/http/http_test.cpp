#include "http/addresses.hpp"
#include "http/gzip.hpp"
#include "http/head.hpp"
#include "http/routes.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <stdexcept>

namespace rtkeren::http {
namespace {

Route row(Method method, std::string pattern, std::string permission = {})
{
    auto name = pattern;
    auto handler = [name](Exchange& exchange) {
        auto text = name;
        for (auto const& [key, value] : exchange.parameters)
            text += " " + key + "=" + value;
        return Response::text(text);
    };
    return {method, std::move(pattern), std::move(permission), handler, "a row of the test"};
}

TEST(MatchRoute, LiteralWinsOverParameter)
{
    std::vector<Route> const routes {
        row(Method::Get, "/"),
        row(Method::Get, "/kantong/{id}"),
        row(Method::Get, "/kantong/baru"),
        row(Method::Post, "/kantong/{id}/setujui"),
        row(Method::Get, "/{apa}/baru"),
        row(Method::Get, "/rt/{kelurahan}/{rw}/{rt}"),
    };
    struct Case {
        Method method;
        std::string path;
        std::string pattern; // "" no row, "405" another method
    };
    std::vector<Case> const cases {
        {Method::Get, "/", "/"},
        {Method::Head, "/", "/"},
        {Method::Get, "/kantong/baru", "/kantong/baru"},
        {Method::Get, "/kantong/01H", "/kantong/{id}"},
        {Method::Get, "/belanja/baru", "/{apa}/baru"},
        {Method::Get, "/kantong/", ""},
        {Method::Get, "/kantong", ""},
        {Method::Get, "kantong/01H", ""},
        {Method::Get, "", ""},
        {Method::Post, "/kantong/01H", "405"},
        {Method::Get, "/kantong/01H/setujui", "405"},
        {Method::Post, "/kantong/01H/setujui", "/kantong/{id}/setujui"},
        {Method::Get, "/rt/35.72.03.1002/003/02", "/rt/{kelurahan}/{rw}/{rt}"},
        {Method::Get, "/rt/35.72.03.1002/003/02/x", ""},
    };
    for (auto const& test : cases) {
        auto const match = match_route(routes, test.method, test.path);
        auto const found = match.route ? match.route->pattern : match.path_known ? "405" : "";
        EXPECT_EQ(found, test.pattern) << test.path;
    }
    auto const match = match_route(routes, Method::Get, "/rt/35.72.03.1002/003/02");
    EXPECT_EQ(match.parameters.at("kelurahan"), "35.72.03.1002");
    EXPECT_EQ(match.parameters.at("rt"), "02");
    EXPECT_EQ(allowed_methods(routes, "/kantong/01H"), "GET, HEAD");
    EXPECT_EQ(allowed_methods(routes, "/kantong/01H/setujui"), "POST");
    EXPECT_EQ(allowed_methods(routes, "/tidak/ada"), "");
}

TEST(Url, EncodesAndDecodes)
{
    EXPECT_EQ(url_encode("/kantong?q=a b&c"), "%2Fkantong%3Fq%3Da%20b%26c");
    EXPECT_EQ(url_decode("Dapur+Bu%20Sri"), "Dapur Bu Sri");
    EXPECT_EQ(url_decode("1+1", false), "1+1");
    EXPECT_FALSE(url_decode("100%").has_value());
    EXPECT_FALSE(url_decode("%zz").has_value());
    EXPECT_TRUE(rc::check("decoding undoes encoding", [](std::string const& text) { RC_ASSERT(url_decode(url_encode(text)) == text); }));
}

TEST(Query, KeepsOrderAndWhatItCannotDecode)
{
    using Pairs = std::vector<std::pair<std::string, std::string>>;
    EXPECT_EQ(parse_query("a=1&b=x+y&a=2&&c&d=%3D=&e=100%"), (Pairs {{"a", "1"}, {"b", "x y"}, {"a", "2"}, {"c", ""}, {"d", "=="}, {"e", "100%"}}));
    EXPECT_TRUE(parse_query("").empty());
}

Head head_for(std::string target)
{
    return {Method::Get, true, std::move(target), {{"host", "rtkeren.example"}}, "192.0.2.7"};
}

TEST(Head, RefusesWhatHidesSomething)
{
    for (auto const* target : {"kantong", "*", "/a%2fb", "/a%00b", "/a%0ab", "/%ff", "/100%"}) {
        auto const request = request_of(head_for(target), {}, {});
        ASSERT_FALSE(request.ok()) << target;
        EXPECT_EQ(request.error().code, "request.malformed");
    }
    auto without_host = head_for("/");
    without_host.headers.clear();
    EXPECT_FALSE(request_of(without_host, {}, {}).ok());
    without_host.http_1_1 = false;
    EXPECT_TRUE(request_of(without_host, {}, {}).ok());
}

TEST(Head, BecomesARequest)
{
    auto head = head_for("/tempat/Plosokerep%20A?q=bu+sri&sort=nama");
    head.headers.emplace_back("cookie", "sesi=abc; bahasa=en");
    head.headers.emplace_back("accept", "application/json");
    auto const request = request_of(head, {}, {}).value();
    EXPECT_EQ(request.path, "/tempat/Plosokerep A");
    EXPECT_EQ(request.target, "/tempat/Plosokerep%20A?q=bu+sri&sort=nama");
    EXPECT_EQ(request.query_value("q"), "bu sri");
    EXPECT_EQ(request.cookies.at("sesi"), "abc");
    EXPECT_EQ(request.header("host"), "rtkeren.example");
    EXPECT_EQ(request.remote_address, "192.0.2.7");
    EXPECT_TRUE(request.wants_json);
    EXPECT_FALSE(request.secure);
    EXPECT_EQ(language_of(request, std::nullopt), Language::English);
}

TEST(TrustedProxies, BelieveOnlyWhatAProxyAppended)
{
    auto const proxies = TrustedProxies::parse({"127.0.0.1", "10.0.0.0/8", "fd00::/8"}).value();
    EXPECT_TRUE(proxies.contains("10.200.0.1"));
    EXPECT_TRUE(proxies.contains("::ffff:127.0.0.1"));
    EXPECT_TRUE(proxies.contains("fdab::1"));
    EXPECT_FALSE(proxies.contains("11.0.0.1"));
    EXPECT_EQ(proxies.client_of("127.0.0.1", "198.51.100.9"), "198.51.100.9");
    EXPECT_EQ(proxies.client_of("127.0.0.1", "1.2.3.4, 198.51.100.9, 10.0.0.3"), "198.51.100.9");
    EXPECT_EQ(proxies.client_of("203.0.113.5", "198.51.100.9"), "203.0.113.5") << "a stranger's claim";
    EXPECT_EQ(proxies.client_of("127.0.0.1", "unknown"), "127.0.0.1");
    EXPECT_EQ(proxies.client_of("127.0.0.1", ""), "127.0.0.1");
    for (auto const* wrong : {"10.0.0.0/33", "proxy.local", "10.0.0.0/", ""})
        EXPECT_EQ(TrustedProxies::parse({wrong}).error().code, "config.trusted_proxies") << wrong;
}

/// What stands around a dispatch: rows of each kind, and a session as the case wants it.
struct World {
    std::vector<Route> routes {
        row(Method::Get, "/umum"),
        row(Method::Post, "/masuk"),
        row(Method::Get, "/saya", "signed_in"),
        row(Method::Get, "/belanja/{id}", "spending.read"),
        row(Method::Post, "/belanja/{id}", "spending.record"),
        {Method::Get, "/rusak", "", [](Exchange&) -> Response { throw std::runtime_error("broken"); }, "throws"},
    };
    std::optional<Session> session;
    Hooks hooks {
        [this](Request const&) { return session; },
        [](Request const&, std::optional<Session> const&, Error const& error) { return Response::page(error.code); },
        [](Response& response) { response.header("X-Finished", "yes"); },
        [] { return Ulid {}; },
    };

    [[nodiscard]] Response ask(Request const& request) const { return dispatch(routes, hooks, request); }
};

Session session_with(std::vector<Permission> permissions)
{
    Session session;
    session.actor.permissions = std::move(permissions);
    session.csrf = "rahasia";
    return session;
}

Request request_to(Method method, std::string path)
{
    Request request;
    request.method = method;
    request.target = path;
    request.path = std::move(path);
    request.headers.emplace_back("host", "rtkeren.example");
    return request;
}

std::string header_of(Response const& response, std::string_view name)
{
    for (auto const& [key, value] : response.headers) {
        if (key == name)
            return value;
    }
    return {};
}

TEST(Dispatch, AsksForSessionAndPermission)
{
    World world;
    EXPECT_EQ(world.ask(request_to(Method::Get, "/umum")).body, "/umum");
    EXPECT_EQ(world.ask(request_to(Method::Get, "/tidak-ada")).status, 404);
    EXPECT_EQ(world.ask(request_to(Method::Get, "/masuk")).status, 405);
    EXPECT_EQ(header_of(world.ask(request_to(Method::Get, "/masuk")), "Allow"), "POST");

    auto wanted = request_to(Method::Get, "/belanja/7");
    wanted.target = "/belanja/7?tab=2";
    auto const sent_away = world.ask(wanted);
    EXPECT_EQ(sent_away.status, 303);
    EXPECT_EQ(header_of(sent_away, "Location"), "/masuk?lanjut=%2Fbelanja%2F7%3Ftab%3D2");
    EXPECT_EQ(header_of(sent_away, "X-Finished"), "yes");
    wanted.wants_json = true;
    EXPECT_EQ(world.ask(wanted).status, 401);
    EXPECT_EQ(world.ask(wanted).body, "session.missing");

    world.session = session_with({"spending.read"});
    EXPECT_EQ(world.ask(wanted).body, "/belanja/{id} id=7");
    EXPECT_EQ(world.ask(request_to(Method::Get, "/saya")).status, 200);
    EXPECT_EQ(world.ask(request_to(Method::Post, "/belanja/7")).body, "permission.missing");
    EXPECT_EQ(world.ask(request_to(Method::Post, "/belanja/7")).status, 403);
}

TEST(Dispatch, NeverSendsElsewhereAfterSignIn)
{
    World world;
    auto request = request_to(Method::Get, "/saya");
    for (auto const* target : {"//evil.example/saya", "/\\evil.example/saya"}) {
        request.target = target;
        EXPECT_EQ(header_of(world.ask(request), "Location"), "/masuk") << target;
    }
}

TEST(Dispatch, WantsTheTokenOfTheSessionOnEachPost)
{
    struct Case {
        std::string what;
        bool signed_in;
        bool by_token;
        std::string form_token;
        std::string header_token;
        int status;
        std::string body;
    };
    std::vector<Case> const cases {
        {"no token", true, false, "", "", 403, "csrf.invalid"},
        {"wrong token", true, false, "rahasi4", "", 403, "csrf.invalid"},
        {"in the form", true, false, "rahasia", "", 200, "/belanja/{id} id=7"},
        {"in the header", true, false, "", "rahasia", 200, "/belanja/{id} id=7"},
        {"the header counts", true, false, "rahasia", "falsch", 403, "csrf.invalid"},
        {"script", true, true, "", "", 200, "/belanja/{id} id=7"},
        {"nobody", false, false, "rahasia", "", 401, "session.missing"},
    };
    for (auto const& test : cases) {
        World world;
        if (test.signed_in)
            world.session = session_with({"spending.record"});
        if (test.by_token)
            world.session->by_token = true;
        auto request = request_to(Method::Post, "/belanja/7");
        if (!test.form_token.empty())
            request.form.emplace_back("csrf", test.form_token);
        if (!test.header_token.empty())
            request.headers.emplace_back("x-csrf-token", test.header_token);
        auto const response = world.ask(request);
        EXPECT_EQ(response.status, test.status) << test.what;
        EXPECT_EQ(response.body, test.body) << test.what;
    }
    World world;
    world.session = session_with({"spending.record"});
    world.session->csrf.clear();
    EXPECT_EQ(world.ask(request_to(Method::Post, "/belanja/7")).body, "csrf.invalid") << "a session without a token accepts no empty one";
}

TEST(Dispatch, RefusesFormsOfOtherSites)
{
    struct Case {
        std::string name;
        std::string value;
        bool allowed;
    };
    std::vector<Case> const cases {
        {"origin", "https://rtkeren.example", true},
        {"origin", "https://RTkeren.example", true},
        {"origin", "https://evil.example", false},
        {"origin", "null", false},
        {"sec-fetch-site", "same-origin", true},
        {"sec-fetch-site", "none", true},
        {"sec-fetch-site", "cross-site", false},
        {"sec-fetch-site", "same-site", false},
        {"user-agent", "curl", true},
    };
    World world;
    for (auto const& test : cases) {
        auto request = request_to(Method::Post, "/masuk");
        request.headers.emplace_back(test.name, test.value);
        EXPECT_EQ(world.ask(request).body, test.allowed ? "/masuk" : "csrf.cross_site") << test.name << ' ' << test.value;
    }
}

TEST(Dispatch, AnswersWhatAHandlerThrows)
{
    World world;
    auto response = world.ask(request_to(Method::Get, "/rusak"));
    EXPECT_EQ(response.status, 500);
    EXPECT_EQ(response.body, "server.failed");
    world.hooks.error_page = [](Request const&, std::optional<Session> const&, Error const&) -> Response { throw std::runtime_error("too"); };
    EXPECT_EQ(world.ask(request_to(Method::Get, "/rusak")).status, 500);
    world.hooks.session = [](Request const&) -> std::optional<Session> { throw std::runtime_error("database"); };
    EXPECT_EQ(world.ask(request_to(Method::Get, "/umum")).status, 500);
}

TEST(Dispatch, AsksNoSessionForQuickRows)
{
    World world;
    world.routes.front().quick = true;
    world.hooks.session = [](Request const&) -> std::optional<Session> { throw std::runtime_error("asked"); };
    EXPECT_EQ(world.ask(request_to(Method::Get, "/umum")).status, 200);
}

TEST(Response, CarriesCookiesAndNames)
{
    Response response;
    response.cookie("sesi", "a;b", 3600);
    EXPECT_EQ(header_of(response, "Set-Cookie"), "sesi=a%3Bb; Path=/; Max-Age=3600; SameSite=Lax; HttpOnly");
    auto const file = Response::download("x", "text/csv", "Laporan \"RT 02\".csv");
    EXPECT_EQ(header_of(file, "Content-Disposition"),
        "attachment; filename=\"Laporan _RT 02_.csv\"; filename*=UTF-8''Laporan%20%22RT%2002%22.csv");
}

TEST(Gzip, CompressesTextForThoseWhoTakeIt)
{
    auto request = request_to(Method::Get, "/");
    auto const long_page = [] { return Response::page(std::string(5000, 'a')); };
    auto plain = long_page();
    compress(request, plain);
    EXPECT_EQ(plain.body.size(), 5000U);
    EXPECT_EQ(header_of(plain, "Vary"), "Accept-Encoding");
    request.headers.emplace_back("accept-encoding", "br, gzip;q=0.8");
    auto packed = long_page();
    compress(request, packed);
    EXPECT_EQ(header_of(packed, "Content-Encoding"), "gzip");
    EXPECT_LT(packed.body.size(), 200U);
    EXPECT_EQ(packed.body.substr(0, 2), "\x1f\x8b");
    auto small = Response::page("kecil");
    compress(request, small);
    EXPECT_EQ(small.body, "kecil");
    auto image = Response::download(std::string(5000, 'a'), "image/jpeg", "foto.jpg");
    compress(request, image);
    EXPECT_EQ(image.body.size(), 5000U);
}

} // namespace
} // namespace rtkeren::http
