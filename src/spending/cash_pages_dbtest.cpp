#include "spending/cash_fixture_dbtest.hpp"

namespace rtkeren::spending {
namespace {

using http::Method;

/// The pages through the server's own dispatch: session, permission and CSRF included.
struct CashPagesTest : CashTest {
    std::vector<http::Route> routes {cash_routes(services)};
    Actor const* visitor {nullptr};
    http::Hooks hooks {.session = [this](http::Request const&) { return visitor == nullptr ? std::nullopt : std::optional(http::Session {*visitor, "token", false}); },
        .error_page = [this](http::Request const& request, std::optional<http::Session> const& session, Error const& error) {
            http::Exchange const exchange {request, session, {}, Language::Indonesian};
            return screens::refusal(services, exchange, error);
        },
        .finish = {},
        .ulid = [this] { return env.ulid(); }};

    CashPagesTest()
    {
        static operations::Registry const registry = [] {
            operations::Registry made;
            made.add(cash_operations());
            return made;
        }();
        static bool const is_worded = [] {
            register_cash_messages();
            return true;
        }();
        EXPECT_TRUE(is_worded);
        screens::use_registry(registry);
    }
    using Pairs = std::vector<std::pair<std::string, std::string>>;
    http::Response ask(Actor const& actor, Method method, std::string path, Pairs pairs = {})
    {
        visitor = &actor;
        http::Request request;
        request.method = method;
        request.path = std::move(path);
        request.target = request.path;
        request.headers = {{"host", "localhost"}};
        (method == Method::Post ? request.form : request.query) = std::move(pairs);
        if (method == Method::Post)
            request.form.emplace_back("csrf", "token");
        return http::dispatch(routes, hooks, request);
    }
    http::Response get(Actor const& actor, std::string const& path, Pairs query = {}) { return ask(actor, Method::Get, path, std::move(query)); }
    std::string base() { return "/kas/" + mekar.str(); }
    static bool has(http::Response const& response, std::string_view text) { return response.body.find(text) != std::string::npos; }
};

TEST_F(CashPagesTest, ATreasurerSeesTheOwnMoney)
{
    auto const home = get(treasurer, "/kas");
    EXPECT_EQ(home.status, 303);
    auto const page = get(treasurer, base());
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(has(page, "Rp15.000.000"));
    EXPECT_TRUE(has(page, base() + "/tarik"));
    EXPECT_TRUE(has(page, "Juni 2023 belum ditutup"));
    EXPECT_EQ(get(stranger, base()).status, 404);
    EXPECT_EQ(get(treasurer, "/kas/x").status, 404);
    EXPECT_FALSE(has(get(chair, base()), base() + "/tarik")) << "the chair reads and signs";
}

TEST_F(CashPagesTest, OfficesSeeEveryPokmasOfTheirPlace)
{
    auto const page = get(lurah, "/kas");
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(has(page, "Mekar"));
    EXPECT_TRUE(has(page, "Melati"));
    auto const file = get(lurah, "/kas", {{"format", "csv"}});
    EXPECT_TRUE(has(file, "15000000")) << file.body;
    auto const elsewhere = person("Joko", "lurah", "35.72.03.1002", {"insight.read"});
    EXPECT_FALSE(has(get(elsewhere, "/kas"), "Mekar"));
}

TEST_F(CashPagesTest, EveryFormShowsAndSaysWhatHappens)
{
    buy(1'000'000_rp, 15'000_rp);
    auto const debtor = owe(100'000_rp);
    for (auto const& route : routes) {
        if (route.method != Method::Get || !route.pattern.starts_with("/kas/{pokmas}/") || route.pattern.ends_with("batalkan"))
            continue;
        auto path = route.pattern;
        path.replace(path.find("{pokmas}"), 8, mekar.str());
        Actor everything = secretary;
        for (auto const* one : {&treasurer, &mayor}) {
            everything.grants.insert(everything.grants.end(), one->grants.begin(), one->grants.end());
            everything.permissions.insert(everything.permissions.end(), one->permissions.begin(), one->permissions.end());
        }
        std::ranges::sort(everything.permissions);
        auto const page = get(everything, path);
        EXPECT_EQ(page.status, 200) << path << page.body;
    }
    auto const preview = get(treasurer, base() + "/tarik", {{"amount", "1.500.000"}});
    EXPECT_TRUE(has(preview, "Rp1.500.000")) << "cash after";
    EXPECT_TRUE(has(preview, "Rp12.415.000")) << "bank after";
    EXPECT_TRUE(has(get(treasurer, base() + "/pajak"), "belum disetor Rp15.000"));
    EXPECT_EQ(get(chair, base() + "/tarik").status, 403);
}

TEST_F(CashPagesTest, AFormGoesThroughAndKeepsWhatWasTyped)
{
    auto const id = env.ulid().str();
    auto const sent = ask(treasurer, Method::Post, base() + "/tarik", {{"id", id}, {"amount", "Rp1.500.000"}, {"on", "3 Juli 2023"}, {"note", "Untuk tukang"}});
    EXPECT_EQ(sent.status, 303) << sent.body;
    EXPECT_EQ(held(), "bank 13500000 kas 1500000");
    auto const wrong = ask(treasurer, Method::Post, base() + "/setor", {{"id", env.ulid().str()}, {"amount", "1,000,000"}, {"on", "2023-07-32"}, {"note", "Sisa tukang"}});
    EXPECT_EQ(wrong.status, 422);
    EXPECT_TRUE(has(wrong, "1,000,000"));
    EXPECT_TRUE(has(wrong, "Sisa tukang"));
    EXPECT_TRUE(has(wrong, "e-amount")) << "the error stands at its field";
    auto const much = ask(treasurer, Method::Post, base() + "/setor", {{"id", env.ulid().str()}, {"amount", "2.000.000"}, {"on", "2023-07-03"}});
    EXPECT_EQ(much.status, 422);
    EXPECT_TRUE(has(much, "Kas hanya Rp1.500.000, dibutuhkan Rp2.000.000."));
    EXPECT_EQ(ask(stranger, Method::Post, base() + "/tarik", {{"id", env.ulid().str()}, {"amount", "1"}, {"on", "2023-07-03"}}).status, 404);
    EXPECT_EQ(held(), "bank 13500000 kas 1500000");
}

TEST_F(CashPagesTest, TheBookPrintsAsOfficesKnowIt)
{
    buy(1'000'000_rp, 15'000_rp);
    must(treasurer, "spending.draw_cash", move(100'000, "2023-07-02"));
    must(treasurer, "spending.pay_tax",
        {{"pokmas", mekar.text()}, {"from", "kas"}, {"on", "2023-07-03"}, {"ntpn", "AAAABBBBCCCCDDDD"}, {"taxes", boost::json::array {{{"key", "pph22"}, {"amount", 15'000}}}}});
    auto const page = get(chair, base() + "/bku", {{"bulan", "2023-07"}});
    EXPECT_EQ(page.status, 200);
    for (auto const* text : {"1.000.000", "Pajak dipotong", "NTPN AAAABBBBCCCCDDDD", "14.000.000", "2 Jul"})
        EXPECT_TRUE(has(page, text)) << text;
    auto const file = get(chair, base() + "/bku", {{"bulan", "2023-07"}, {"format", "csv"}});
    EXPECT_EQ(file.status, 200);
    EXPECT_TRUE(has(file, "1000000")) << file.body;
    for (auto const* format : {"xlsx", "pdf", "json"})
        EXPECT_EQ(get(chair, base() + "/bku", {{"bulan", "2023-07"}, {"format", format}}).status, 200) << format;
}

TEST_F(CashPagesTest, TaxesOwedOverTheTerritory)
{
    buy(1'000'000_rp, 15'000_rp);
    auto const page = get(kelurahan_treasurer, "/pajak");
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(has(page, "PPh 22"));
    EXPECT_TRUE(has(page, "15.000"));
    EXPECT_TRUE(has(get(stranger, "/pajak"), "Tidak ada pajak yang dipegang"));
}

TEST_F(CashPagesTest, AMonthIsSignedInTheBrowser)
{
    env.set(Instant::parse("2023-08-05T03:00:00.000Z").value());
    auto const page = get(treasurer, base() + "/tutup-bulan", {{"bulan", "2023-07"}});
    EXPECT_TRUE(has(page, "Tanda tangani sebagai bendahara"));
    auto const signed_first = ask(treasurer, Method::Post, base() + "/tutup-bulan", {{"id", env.ulid().str()}, {"month", "2023-07"}});
    EXPECT_EQ(signed_first.status, 303) << signed_first.body;
    auto const waiting = must_read([&](db::ReadTx& tx) { return workflow::inbox(tx, chair, services.today()); });
    ASSERT_EQ(waiting.size(), 1U);
    EXPECT_EQ(get(chair, "/kas/bulan/" + waiting.front().item.subject.str()).status, 303);
    EXPECT_EQ(ask(treasurer, Method::Post, base() + "/tutup-bulan", {{"id", env.ulid().str()}, {"month", "2023-07"}}).status, 409);
    EXPECT_EQ(ask(chair, Method::Post, base() + "/tutup-bulan/kembalikan", {{"id", env.ulid().str()}, {"month", "2023-07"}}).status, 422);
    EXPECT_EQ(ask(chair, Method::Post, base() + "/tutup-bulan", {{"id", env.ulid().str()}, {"month", "2023-07"}}).status, 303);
    EXPECT_TRUE(has(get(chair, base() + "/tutup-bulan", {{"bulan", "2023-07"}}), "Ditandatangani"));
}

TEST_F(CashPagesTest, AMistakeIsTakenBackFromTheList)
{
    auto const drawn = must(treasurer, "spending.draw_cash", move(100'000));
    std::string const entry = drawn.data.at("entry").as_string().c_str();
    EXPECT_TRUE(has(get(treasurer, base()), base() + "/batalkan?entry=" + entry));
    EXPECT_TRUE(has(get(treasurer, base() + "/batalkan", {{"entry", entry}}), "Tarik tunai, 3 Juli 2023, Rp100.000."));
    EXPECT_EQ(ask(treasurer, Method::Post, base() + "/batalkan", {{"id", env.ulid().str()}, {"entry", entry}, {"reason", "Salah ketik"}}).status, 303);
    EXPECT_EQ(held(), "bank 15000000");
}

TEST_F(CashPagesTest, ThePanelOfAPokmas)
{
    auto const panels = cash_panels();
    auto const shown = must_read([&](db::ReadTx& tx) { return panels.front().render(services, tx, &lurah, mekar.text()); });
    EXPECT_NE(shown.str().find("Rp15.000.000"), std::string::npos);
    EXPECT_TRUE(must_read([&](db::ReadTx& tx) { return panels.front().render(services, tx, nullptr, mekar.text()); }).empty());
}

} // namespace
} // namespace rtkeren::spending
