#include "rules/room.hpp"
#include "spending/expense_fixture_dbtest.hpp"
#include "spending/expense_parts.hpp"

namespace rtkeren::spending {
namespace {

/// The room's pages as a browser meets them, without a socket.
struct ExpensePagesTest : ExpenseTest {
    http::Response ask(Actor const& actor, http::Method method, std::string path, std::vector<std::pair<std::string, std::string>> query, std::vector<std::pair<std::string, std::string>> form = {})
    {
        static operations::Registry registry = [] {
            operations::Registry all_of_room;
            all_of_room.add(expense_operations());
            return all_of_room;
        }();
        screens::use_registry(registry);
        http::Hooks hooks;
        hooks.session = [actor](http::Request const&) { return http::Session {actor, "token"}; };
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
        return http::dispatch(expense_routes(services), hooks, request);
    }
    http::Response get(Actor const& actor, std::string path, std::vector<std::pair<std::string, std::string>> query = {}) { return ask(actor, http::Method::Get, std::move(path), std::move(query)); }
    static bool has(http::Response const& response, std::string_view text) { return response.body.find(text) != std::string::npos; }
    void SetUp() override
    {
        if (!language::has_message("fix.spending.record_expense"))
            rules::register_messages();
        ExpenseTest::SetUp();
        for (auto* actor : {&treasurer, &supervisor, &checker, &officer_})
            add_reading(*actor);
    }
    static void add_reading(Actor& actor)
    {
        auto& permissions = actor.grants.front().permissions;
        permissions.push_back("insight.read");
        std::sort(permissions.begin(), permissions.end());
        actor.permissions = permissions;
    }
};

TEST_F(ExpensePagesTest, TheFormShowsLinesWithWhatIsLeftAndRefusesWithTheFix)
{
    auto const kemasan = line(rt1, "umkm", "Kemasan");
    auto const form = get(treasurer, "/belanja/baru", {{"baris", kemasan}});
    EXPECT_EQ(form.status, 200);
    EXPECT_TRUE(has(form, "Rp7.500.000"));
    EXPECT_TRUE(has(form, "data-camera"));
    EXPECT_TRUE(has(form, "PKP"));
    EXPECT_TRUE(has(get(treasurer, "/belanja/baru", {{"kantong", fisik.str()}}), "Paving"));
    EXPECT_TRUE(has(get(treasurer, "/belanja/baru"), "/belanja/baru?kantong="));
    std::vector<std::pair<std::string, std::string>> typed {{"id", env.ulid().str()}, {"line", kemasan}, {"category", "paving"}, {"on", "2023-07-03"}, {"supplier_name", "Toko Barokah"},
        {"description", "Paving K-300"}, {"gross", "Rp1.350.000"}, {"pay.0.from", "kas"}, {"papers.0.paper", "nota"}, {"papers.0.sha256", picture()}};
    auto const refused_page = ask(treasurer, http::Method::Post, "/belanja/baru", {{"kantong", umkm.str()}}, typed);
    EXPECT_EQ(refused_page.status, 422);
    EXPECT_TRUE(has(refused_page, "Toko Barokah")) << "what was typed is kept";
    EXPECT_TRUE(has(refused_page, typed.back().second)) << "and the files";
    EXPECT_TRUE(has(refused_page, "name=\"envelope\" value=\"fisik\"")) << "the fix sends it all again from the other purse";
    typed[0].second = env.ulid().str();
    typed.emplace_back("envelope", "fisik");
    auto const done = ask(treasurer, http::Method::Post, "/belanja/baru", {{"kantong", umkm.str()}}, typed);
    EXPECT_EQ(done.status, 303);
    EXPECT_EQ(stages(fisik), "cair 16150000 belanja 1350000 sah 0");
    auto const refreshed = ask(treasurer, http::Method::Post, "/belanja/baru", {{"kantong", fisik.str()}}, {{"_refresh", "1"}, {"spend_kind", "upah"}, {"gross", "1.000.000"}});
    EXPECT_EQ(refreshed.status, 200);
    EXPECT_TRUE(has(refreshed, "_paper_daftar_bayar"));
    EXPECT_EQ(get(stranger, "/belanja/baru", {{"kantong", fisik.str()}}).status, 403);
}

TEST_F(ExpensePagesTest, ListPageQueueAndPanelShowIt)
{
    auto const id = recorded(1'350'000).id;
    auto const second = recorded(1'350'000).id; // the same receipt: a mark
    checked(id);
    checked(second);
    EXPECT_TRUE(has(get(treasurer, "/belanja"), "001/BLJ/2023"));
    EXPECT_EQ(get(treasurer, "/belanja", {{"format", "csv"}}).status, 200);
    auto const page = get(officer_, "/belanja/" + id);
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(has(page, "/belanja/" + id + "/sahkan"));
    EXPECT_TRUE(has(page, "Rp1.350.000"));
    auto const queue = get(officer_, "/belanja/periksa");
    EXPECT_EQ(queue.status, 200);
    EXPECT_LT(queue.body.find("002/BLJ/2023"), queue.body.find("001/BLJ/2023")) << "risky ones first";
    EXPECT_TRUE(has(get(supervisor, "/belanja/periksa"), "Tidak ada yang menunggu Anda"));
    EXPECT_EQ(get(treasurer, "/belanja/periksa").status, 403);
    EXPECT_EQ(ask(officer_, http::Method::Post, "/belanja/" + id + "/sahkan", {}, {{"id", env.ulid().str()}}).status, 303);
    EXPECT_EQ(ask(officer_, http::Method::Post, "/belanja/" + id + "/sahkan", {}, {{"id", env.ulid().str()}}).status, 409);
    EXPECT_EQ(ask(officer_, http::Method::Post, "/belanja/sahkan-semua", {}, {{"id", env.ulid().str()}, {"expenses.0", second}}).status, 422);
    EXPECT_EQ(get(stranger, "/belanja/" + id).status, 404) << "another pokmas's expense is not there";
    auto const panel = must_read([&](db::ReadTx& tx) { return expense_panels().front().render(services, tx, &treasurer, fisik.text()); });
    EXPECT_NE(panel.str().find("/belanja/baru?baris="), std::string::npos);
    EXPECT_NE(panel.str().find("/belanja/" + id), std::string::npos);
    EXPECT_TRUE(has(get(treasurer, "/belanja/baru", {{"ganti", recorded(50'000, "9").id}}), "50.000"));
}

TEST_F(ExpensePagesTest, WhatHasNoPurseIsRecordedAndSolvedInTheBrowser)
{
    auto const form = get(treasurer, "/belanja/tanpa-kantong/baru", {{"pokmas", mekar.str()}});
    EXPECT_EQ(form.status, 200);
    auto const made = ask(treasurer, http::Method::Post, "/belanja/tanpa-kantong/baru", {{"pokmas", mekar.str()}},
        {{"id", env.ulid().str()}, {"pokmas", mekar.str()}, {"year", "2023"}, {"on", "2023-07-02"}, {"supplier_name", "Toko Jauh"}, {"description", "Semen 4 sak"}, {"amount", "260.000"},
            {"reason", "Sinyal tidak ada"}});
    ASSERT_EQ(made.status, 303);
    auto const open = must_read([&](db::ReadTx& tx) { return unplaced_of_pokmas(tx, city, mekar); });
    ASSERT_EQ(open.size(), 1U);
    auto const path = "/belanja/tanpa-kantong/" + open.front().id.str();
    EXPECT_TRUE(has(get(treasurer, path), "Paving"));
    EXPECT_EQ(ask(treasurer, http::Method::Post, path, {}, {{"id", env.ulid().str()}, {"how", "returned"}}).status, 303);
    EXPECT_TRUE(has(get(treasurer, path), "Uang sudah kembali"));
}

} // namespace
} // namespace rtkeren::spending
