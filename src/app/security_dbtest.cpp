#include "app/example_for_tests.hpp"
#include "evidence/evidence.hpp"
#include "language/language.hpp"

#include <algorithm>
#include <deque>
#include <regex>
#include <set>

/// What an attacker tries, against the program as it is served: every route, through the router and the program's own hooks.
namespace rtkeren::app {

namespace {

using http::Method;

bool says(http::Response const& response, std::string_view text) { return response.body.find(text) != std::string::npos; }

struct Security : testing::Test {
    ExampleTown& town {ExampleTown::get()};

    /// The example account that may use a route.
    Browser const& who_may(std::string const& permission)
    {
        static std::map<std::string, Browser> open;
        if (auto const known = open.find(permission); known != open.end())
            return known->second;
        auto const accounts = db::read(town.services.db, [&](db::ReadTx& tx) { return identity::example_accounts(tx, town.services.city,
            town.services.today()); }).value();
        for (auto const& account : accounts)
            if (permission == "signed_in" || town.actor(account.login).has(permission))
                return open[permission] = town.sign_in(account.login);
        ADD_FAILURE() << "nobody has " << permission;
        return open[permission];
    }
    static std::string filled(std::string pattern)
    {
        static std::regex const parameter("\\{[a-z0-9]+\\}");
        return std::regex_replace(pattern, parameter, "01JA7000000000000000000000");
    }
    /// The same city at another hour, for who looks at sessions that ended.
    struct Later {
        FixedEnv env;
        Services services;
        std::vector<http::Route> routes;
        http::Hooks hooks;
        Later(ExampleTown& town, std::int64_t seconds)
            : env(Instant::from_milliseconds(town.services.now().milliseconds() + seconds * 1000))
            , services {.db = town.services.db, .env = env, .keys = town.services.keys, .city = town.services.city, .city_name = town.services.city_name,
                .zone = Zone::Wib, .example = true,
                  .evidence_folder = town.services.evidence_folder}
            , routes(all_routes(services))
            , hooks(make_hooks(services))
        {
        }
    };
};

} // namespace

TEST_F(Security, EveryFormWantsTheTokenOfItsOwnSession)
{
    auto const stranger = town.sign_in("lurah");
    std::size_t forms = 0;
    for (auto const& route : town.routes) {
        if (route.method != Method::Post || route.permission.empty())
            continue;
        ++forms;
        auto const& browser = who_may(route.permission);
        for (std::string const& token : {std::string(), std::string("salah"), browser.csrf + "x", stranger.csrf}) {
            auto request = town.request(Method::Post, filled(route.pattern), browser);
            request.wants_json = true;
            request.form = {{"csrf", token}};
            auto const response = town.send(request);
            EXPECT_EQ(response.status, 403) << route.pattern << " with token '" << token << "'";
            EXPECT_TRUE(says(response, "csrf.invalid")) << route.pattern;
        }
    }
    EXPECT_GT(forms, 80u);
}

TEST_F(Security, NoOtherSiteSendsOurForms)
{
    for (auto const& route : town.routes) {
        if (route.method != Method::Post)
            continue;
        Browser const browser = route.permission.empty() ? Browser {} : who_may(route.permission);
        for (auto const& [name, value] : Pairs {{"origin", "https://jahat.example"}, {"origin", "null"}, {"origin",
            "https://rt.blitarkota.go.id.jahat.example"}, {"sec-fetch-site", "cross-site"}, {"sec-fetch-site", "same-site"}}) {
            auto request = town.request(Method::Post, filled(route.pattern), browser);
            request.wants_json = true;
            request.headers.emplace_back(name, value);
            request.form = {{"csrf", browser.csrf}};
            auto const response = town.send(request);
            EXPECT_EQ(response.status, 403) << route.pattern << " from " << value;
            EXPECT_TRUE(says(response, "csrf.cross_site")) << route.pattern;
        }
    }
}

TEST_F(Security, ASessionIsNeverOneThatSomebodyPlanted)
{
    auto request = town.request(Method::Post, "/masuk");
    request.cookies.emplace("sesi", "ditanam-orang-lain");
    request.form = {{"login", "sekkel"}, {"password", std::string(identity::example_password)}};
    auto const response = town.send(request);
    ASSERT_EQ(response.status, 303);
    auto const cookie = header_of(response, "Set-Cookie");
    EXPECT_TRUE(cookie.starts_with("sesi=")) << cookie;
    EXPECT_EQ(cookie.find("ditanam"), std::string::npos);
    EXPECT_NE(cookie.find("; HttpOnly"), std::string::npos);
    EXPECT_NE(cookie.find("; SameSite=Lax"), std::string::npos);
    EXPECT_EQ(town.get_page({"", "ditanam-orang-lain", ""}, "/menunggu").status, 303) << "the planted value is nobody's session";
}

TEST_F(Security, AllSessionsOfALostPhoneEndInOnePress)
{
    auto const here = town.sign_in("pokmas_sekretaris"), there = town.sign_in("pokmas_sekretaris"), other = town.sign_in("pokmas_ketua");
    auto const response = town.post(here, "/akun/sesi", {{"id", town.env.ulid().str()}});
    EXPECT_EQ(response.status, 303);
    EXPECT_FALSE(town.is_open(here));
    EXPECT_FALSE(town.is_open(there));
    EXPECT_TRUE(town.is_open(other));
    EXPECT_TRUE(header_of(town.get_page(there, "/menunggu"), "Location").starts_with("/masuk"));
}

TEST_F(Security, ASessionEndsByItselfAndKeepsWhatWasTyped)
{
    auto const browser = town.sign_in("pokmas_bendahara");
    Later const later(town, 15 * 24 * 3600);
    EXPECT_TRUE(header_of(http::dispatch(later.routes, later.hooks, town.request(Method::Get, "/menunggu", browser)), "Location").starts_with("/masuk"));
    auto request = town.request(Method::Post, "/belanja/baru", browser);
    request.form = {{"csrf", browser.csrf}, {"supplier_name", "Toko <b>Jaya</b>"}, {"gross", "1.350.000"}};
    auto const response = http::dispatch(later.routes, later.hooks, request);
    EXPECT_EQ(response.status, 401);
    EXPECT_TRUE(says(response, "Toko &lt;b&gt;Jaya&lt;/b&gt;"));
    EXPECT_TRUE(says(response, "1.350.000"));
    EXPECT_TRUE(says(response, "/masuk?lanjut=%2Fbelanja%2Fbaru"));
}

TEST_F(Security, OneLockedAccountLocksNobodyElseInTheOffice)
{
    auto const attempt = [&](std::string const& login, std::string const& password) {
        auto request = town.request(Method::Post, "/masuk");
        request.remote_address = "10.0.0.77";
        request.wants_json = false;
        request.form = {{"login", login}, {"password", password}};
        return town.send(request).status;
    };
    for (int i = 0; i < 5; ++i)
        EXPECT_NE(attempt("dprd", "salah"), 303);
    EXPECT_NE(attempt("dprd", std::string(identity::example_password)), 303) << "locked, though the password is right";
    EXPECT_EQ(attempt("bappeda", std::string(identity::example_password)), 303) << "the neighbour at the same address goes on";
}

TEST_F(Security, WhatIsUploadedIsJudgedByItsContent)
{
    auto const browser = town.sign_in("pokmas_bendahara");
    auto const actor = town.actor("pokmas_bendahara");
    auto const code_of = [&](std::string const& name, std::string const& type, std::string const& bytes) {
        auto const path = tests::fresh_path("upload");
        std::ofstream(path, std::ios::binary) << bytes;
        auto const stored = evidence::store(town.services, actor, {"nota", name, type, path, bytes.size()});
        return stored.ok() ? std::string("stored as ") + stored->content_type : stored.error().fields.empty() ? stored.error().code : stored.error().fields[0].code;
    };
    EXPECT_EQ(code_of("nota.jpg", "image/jpeg", "<html><script>alert(1)</script>"), "evidence.type");
    EXPECT_EQ(code_of("nota.svg", "image/svg+xml", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"), "evidence.type");
    EXPECT_EQ(code_of("nota.pdf", "application/pdf", "MZ\x90 a program"), "evidence.type");
    EXPECT_EQ(code_of("nota.jpg", "image/jpeg", ""), "evidence.empty");
    EXPECT_EQ(code_of("nota.jpg", "image/jpeg", "\xff\xd8\xff\xe0" + std::string(evidence::size_limit, 'x')), "evidence.too_large");
    auto const kept = code_of("../../../etc/cron.d/nota.png", "text/html", std::string("\x89PNG\r\n\x1a\n", 8) + std::string(64, '\0'));
    EXPECT_EQ(kept, "stored as image/png") << "neither the name nor the type that was claimed matters";
    (void)browser;
}

TEST_F(Security, ListsTakeEveryQueryAsWords)
{
    constexpr std::string_view hostile = "%27%3B+DROP+TABLE+identity_user%3B--%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E";
    auto const browser = town.sign_in("tapem");
    std::size_t pages = 0;
    for (auto const& route : town.routes) {
        if (route.method != Method::Get || route.pattern.find('{') != std::string::npos)
            continue;
        for (std::string const name : {"q", "sort", "after", "limit", "format", "kelurahan", "kecamatan", "tahun", "year", "state", "pokmas", "lanjut",
            "kembali", "ukur", "bulan"}) {
            auto const response = town.get_page(browser, route.pattern + "?" + name + "=" + std::string(hostile));
            EXPECT_LT(response.status, 500) << route.pattern << ' ' << name;
            EXPECT_FALSE(says(response, "<script>alert(1)")) << route.pattern << ' ' << name;
            for (auto const& [header, value] : response.headers)
                EXPECT_EQ(value.find_first_of("\r\n"), std::string::npos) << route.pattern << ' ' << header;
            ++pages;
        }
    }
    EXPECT_GT(pages, 300u);
    EXPECT_TRUE(town.is_open(browser)) << "the table of users is still there";
}

TEST_F(Security, NothingLeadsToAnotherSiteOrIntoAnotherHeader)
{
    for (std::string const target : {"/masuk?lanjut=%2F%2Fjahat.example", "/masuk?lanjut=https%3A%2F%2Fjahat.example",
        "/bahasa/en?kembali=%2F%2Fjahat.example", "/bahasa/en?kembali=%2F%0D%0ASet-Cookie%3A+a%3Db",
             "/bahasa/en?kembali=%5C%5Cjahat.example", "/bahasa/en?kembali=javascript%3Aalert(1)"}) {
        auto const response = town.get_page({}, target);
        auto const to = header_of(response, "Location");
        EXPECT_TRUE(to.empty() || (to.starts_with("/") && !to.starts_with("//") && !to.starts_with("/\\"))) << target << " -> " << to;
        EXPECT_EQ(to.find_first_of("\r\n"), std::string::npos) << target;
        EXPECT_FALSE(says(response, "href=\"//jahat")) << target;
        EXPECT_FALSE(says(response, "action=\"https://jahat")) << target;
    }
    auto const file = http::Response::download("x", "text/csv", "daftar\"\r\nSet-Cookie: a=b\r\n/../é.csv");
    auto const name = header_of(file, "Content-Disposition");
    EXPECT_EQ(name.find_first_of("\r\n"), std::string::npos) << name;
}

TEST_F(Security, EveryAnswerCarriesTheHeadersThatProtectIt)
{
    auto const browser = town.sign_in("tapem");
    for (std::string const target : {"/", "/masuk", "/menunggu", "/tidak-ada", "/belanja?format=csv", "/belanja?format=xlsx", "/belanja?format=json",
        "/publik/kelurahan/35.72.03.1002", "/api/openapi.json", "/-/sehat",
             "/pengguna/baru", "/tahun/2024/bonus"}) {
        auto const response = town.get_page(browser, target);
        auto const policy = header_of(response, "Content-Security-Policy");
        EXPECT_NE(policy.find("default-src 'self'"), std::string::npos) << target;
        EXPECT_NE(policy.find("frame-ancestors 'none'"), std::string::npos) << target;
        EXPECT_NE(policy.find("object-src 'none'"), std::string::npos) << target;
        EXPECT_EQ(policy.find("unsafe"), std::string::npos) << target;
        EXPECT_EQ(header_of(response, "X-Content-Type-Options"), "nosniff") << target;
        EXPECT_EQ(header_of(response, "Referrer-Policy"), "same-origin") << target;
        EXPECT_FALSE(header_of(response, "Cache-Control").empty()) << target;
        EXPECT_FALSE(response.content_type.empty()) << target;
    }
    EXPECT_EQ(header_of(town.get_page(browser, "/menunggu"), "Cache-Control"), "private, no-store");
    EXPECT_TRUE(header_of(town.get_page(browser, "/belanja?format=csv"), "Content-Disposition").starts_with("attachment"));
}

namespace {

std::vector<std::string> links_of(std::string const& html)
{
    static std::regex const href("href=\"(/[^\"]*)\"");
    std::vector<std::string> links;
    for (auto it = std::sregex_iterator(html.begin(), html.end(), href); it != std::sregex_iterator(); ++it) {
        auto link = (*it)[1].str();
        for (auto at = link.find("&amp;"); at != std::string::npos; at = link.find("&amp;", at))
            link.replace(at, 5, "&");
        if (auto const mark = link.find('#'); mark != std::string::npos)
            link.resize(mark);
        links.push_back(std::move(link));
    }
    return links;
}

} // namespace

/// Hostile words stand in every field that takes them; then a person follows every link, as far as some hundred pages.
TEST_F(Security, HostileWordsAreShownAsWordsAndEveryLinkOpens)
{
    std::string const hostile = "<img src=x onerror=alert(1)>\"'><script>alert(1)</script>";
    auto const pokmas = town.actor("pokmas_bendahara").grants.front().pokmas;
    town.run(town.actor("inspektorat"), "reporting.open_finding",
        {{"pokmas", pokmas}, {"year", 2024}, {"number", "LHP/" + hostile}, {"title", hostile}, {"description", hostile}, {"severity", "note"}});
    town.run(town.actor("pokmas_bendahara"), "spending.draw_cash", {{"pokmas", pokmas}, {"amount", 50000}, {"on", "2024-10-14"}, {"note", "Untuk paku"}});
    town.run(town.actor("pokmas_bendahara"), "spending.record_unplaced",
        {{"pokmas", pokmas}, {"year", 2024}, {"on", "2024-10-14"}, {"supplier_name", hostile}, {"receipt", hostile}, {"description", hostile}, {"amount",
            1000}, {"reason", hostile}});
    town.run(town.actor("tapem"), "programme.place_hold",
        {{"scope", "pokmas"}, {"subject", pokmas}, {"kinds", {"hand_over"}}, {"letter", hostile}, {"letter_date", "2024-10-14"}, {"signatory", hostile},
            {"reason", hostile}});
    for (auto const* login : {"tapem", "pokmas_bendahara", "sekkel", "inspektorat"}) {
        auto const browser = town.sign_in(login);
        std::deque<std::pair<std::string, std::string>> wanted {{"/menunggu", ""}, {"/temuan", ""}};
        if (may(town.actor(login), "insight.read", "")) // the list of all holds is for who reads the city
            wanted.emplace_back("/penahanan", "");
        std::set<std::string> seen;
        std::map<std::string, int> of_kind; // pages of one route are alike: a few of each are enough
        while (!wanted.empty() && seen.size() < 250) {
            auto const [target, from] = wanted.front();
            wanted.pop_front();
            auto const path = target.substr(0, target.find('?'));
            auto const match = http::match_route(town.routes, Method::Get, path);
            if (target.find("format=") != std::string::npos || target.starts_with("/bahasa/") || !seen.insert(target).second || (match.route != nullptr
                && ++of_kind[match.route->pattern] > 6))
                continue;
            auto const response = town.get_page(browser, target);
            EXPECT_TRUE(response.status == 200 || response.status == 303) << login << ": " << target << " on " << from << " answers " << response.status;
            EXPECT_FALSE(says(response, "<img src=x")) << target;
            EXPECT_FALSE(says(response, "<script>alert")) << target;
            EXPECT_FALSE(says(response, "\"'><")) << target;
            if (response.content_type.starts_with("text/html"))
                for (auto& link : links_of(response.body))
                    wanted.emplace_back(std::move(link), target);
        }
        EXPECT_GT(seen.size(), 25u) << login;
    }
}

} // namespace rtkeren::app
