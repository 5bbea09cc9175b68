#include "ledger/ledger.hpp"
#include "rules/differences.hpp"
#include "rules/store.hpp"
#include "secrets/secrets.hpp"
#include "support/database.hpp"
#include "support/packs.hpp"

#include <algorithm>

namespace rtkeren::rules {
namespace {

std::string changed(std::string text, std::string_view from, std::string_view to)
{
    text.replace(text.find(from), from.size(), to);
    return text;
}

struct RulesTest : testing::Test {
    FixedEnv env {Instant::parse("2023-07-03T05:00:00.000Z").value()};
    secrets::Keys keys {secrets::Keys::from(env)};
    CityId city {next_city()};
    Services services {.db = test_database(), .env = env, .keys = keys, .city = city, .city_name = "Kota Blitar", .evidence_folder = {}};
    std::vector<operations::Operation> list {operations()};
    Actor loader {tests::tapem_officer(services, "35.72", "Parmi")};
    Actor releaser {tests::tapem_officer(services, "35.72", "Fredi")};
    std::string text {tests::shipped_pack("35.72", 2023)};

    RulesTest()
    {
        tests::register_missing_facts();
        tests::found_city_of(services, "35.72");
    }
    Result<operations::Answer> load(Actor const& actor, std::string const& pack)
    {
        return operations::run(services, actor, list[0], {{"id", env.ulid().text()}, {"text", pack}});
    }
    Result<operations::Answer> release(Actor const& actor, int version, std::string_view letter_date = "2023-07-01")
    {
        return operations::run(services, actor, list[1],
            {{"id", env.ulid().text()}, {"year", 2023}, {"version", version}, {"letter", "188/45/2023"}, {"letter_date", letter_date}});
    }
    Result<std::shared_ptr<Pack const>> in_force()
    {
        return db::read(test_database(), [&](db::ReadTx& tx) { return released(tx, city, 2023); });
    }
};

TEST_F(RulesTest, OnePersonPutsInAnotherReleases)
{
    EXPECT_EQ(in_force().error().code, "rules.no_pack");
    auto const loaded = load(loader, text);
    ASSERT_TRUE(loaded.ok()) << loaded.error().code;
    EXPECT_EQ(loaded->href, "/aturan/2023/1");
    EXPECT_EQ(in_force().error().code, "rules.no_pack");
    EXPECT_EQ(release(loader, 1).error().code, "rules.same_person");
    auto const done = release(releaser, 1);
    ASSERT_TRUE(done.ok()) << done.error().code;
    auto const pack = in_force();
    ASSERT_TRUE(pack.ok());
    EXPECT_EQ((*pack)->version, 1);
    EXPECT_EQ((*pack)->ceiling_per_unit(), 50'000'000_rp);
    EXPECT_EQ(release(releaser, 1).error().code, "rules.released_already");
    EXPECT_EQ(in_force().value(), *pack) << "parsed once, shared";
}

TEST_F(RulesTest, TheLedgerLearnsWhatEachEnvelopeMayPayFor)
{
    ASSERT_EQ(tests::release_pack(services, "35.72", text), 1);
    auto const allowed = [&](std::string_view envelope) {
        static constexpr db::ReadQuery<2> query {"rules.test_allowed", "SELECT category FROM ledger_allowed WHERE city = $1 AND year = 2023 AND envelope = $2"};
        auto const rows = db::read(test_database(), [&](db::ReadTx& tx) { return tx.run(query, city, envelope); }).value();
        std::vector<std::string> codes;
        for (auto const& row : rows)
            codes.push_back(row.text(0));
        return codes;
    };
    auto const has = [](std::vector<std::string> const& codes, std::string_view code) { return std::ranges::find(codes, code) != codes.end(); };
    EXPECT_TRUE(has(allowed("fisik"), "paving"));
    EXPECT_FALSE(has(allowed("umkm"), "paving"));
    EXPECT_TRUE(has(allowed("umkm"), "pelatihan_kue"));
    EXPECT_FALSE(has(allowed("fisik"), "gapura")) << "banned the whole year";
}

TEST_F(RulesTest, AChangeAppliesFromItsReleaseAndOldDecisionsKeepTheirs)
{
    ASSERT_TRUE(load(loader, text).ok());
    ASSERT_TRUE(release(releaser, 1).ok());
    ASSERT_TRUE(load(loader, changed(text, "value = 1000, basis", "value = 1500, basis")).ok());
    EXPECT_EQ(in_force().value()->number("price_warn_bp", 0), 1000);
    ASSERT_TRUE(release(releaser, 2).ok());
    EXPECT_EQ(in_force().value()->number("price_warn_bp", 0), 1500);
    auto const old = db::read(test_database(), [&](db::ReadTx& tx) { return version(tx, city, 2023, 1); }).value();
    EXPECT_EQ(old->number("price_warn_bp", 0), 1000);
    EXPECT_EQ(old->version, 1);
    auto const all = differences(*old, *in_force().value());
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(all[0].path, "number.price_warn_bp");
    EXPECT_EQ(all[0].before, "10 %");
    EXPECT_EQ(all[0].after, "15 %");
}

TEST_F(RulesTest, NeverBackwards)
{
    ASSERT_TRUE(load(loader, text).ok());
    ASSERT_TRUE(load(loader, changed(text, "value = 1000, basis", "value = 1500, basis")).ok());
    ASSERT_TRUE(release(releaser, 2).ok());
    EXPECT_EQ(release(releaser, 1).error().code, "rules.superseded");
    EXPECT_EQ(release(releaser, 7).error().code, "rules.no_version");
}

TEST_F(RulesTest, RefusesBrokenTextsOtherCitiesAndRepeats)
{
    auto const broken = load(loader, changed(text, "year = 2023", "year = 23"));
    ASSERT_FALSE(broken.ok());
    ASSERT_FALSE(broken.error().fields.empty());
    EXPECT_EQ(broken.error().fields.front().name, "text");
    EXPECT_EQ(broken.error().fields.front().code, "pack.range");
    EXPECT_EQ(load(loader, tests::shipped_pack("35.71", 2024)).error().fields.front().code, "rules.other_city");
    ASSERT_TRUE(load(loader, text).ok());
    EXPECT_EQ(load(loader, text).error().code, "rules.same_text");
}

TEST_F(RulesTest, AGateThatNobodyJudgesIsNotReleased)
{
    ASSERT_TRUE(load(loader, changed(text, "payout.pokmas_active", "payout.pokmas_aktive")).ok());
    auto const refused = release(releaser, 1);
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().code, "rules.unknown_fact");
    EXPECT_EQ(refused.error().fields.front().value, "payout.pokmas_aktive");
}

TEST_F(RulesTest, LettersAreNotFromTheFuture)
{
    ASSERT_TRUE(load(loader, text).ok());
    EXPECT_EQ(release(releaser, 1, "2023-07-04").error().fields.front().name, "letter_date");
}

TEST_F(RulesTest, OfficersOfAnotherPlaceMayNot)
{
    auto const elsewhere = tests::tapem_officer(services, "35.71", "Kediri");
    EXPECT_EQ(load(elsewhere, text).error().code, "operation.not_allowed");
}

TEST_F(RulesTest, GatesAskTheFacts)
{
    ASSERT_EQ(tests::release_pack(services, "35.72", text), 1);
    auto const pack = in_force().value();
    auto const answers = db::read(test_database(), [&](db::ReadTx& tx) { return judge_gates(tx, city, pack->tranches[1], "purse"); }).value();
    ASSERT_EQ(answers.size(), pack->tranches[1].gates.size());
    EXPECT_TRUE(std::ranges::all_of(answers, &GateAnswer::passed));
    Tranche const unknown {.number = 1, .share = BasisPoints(10'000), .gates = {{.fact = "nobody.knows", .label = "", .basis = {}}}, .basis = {}};
    EXPECT_EQ(db::read(test_database(), [&](db::ReadTx& tx) { return judge_gates(tx, city, unknown, "purse"); }).error().code, "rules.unknown_fact");
}

TEST_F(RulesTest, PagesShowListPackAndRelease)
{
    static operations::Registry const registry = [] {
        operations::Registry all;
        all.add(operations());
        return all;
    }();
    screens::use_registry(registry);
    auto const table = routes(services);
    http::Hooks const hooks {.session = [&](http::Request const&) { return std::optional(http::Session {.actor = releaser, .csrf = "token"}); },
        .error_page = [](http::Request const&, std::optional<http::Session> const&,
                          Error const& error) { return http::Response::text(error.code, http_status_of(error.kind)); },
        .finish = [](http::Response&) {},
        .ulid = [&] { return env.ulid(); }};
    auto const get = [&](std::string path) {
        http::Request request;
        request.path = std::move(path);
        return http::dispatch(table, hooks, request);
    };
    auto const post = [&](std::string path, std::vector<std::pair<std::string, std::string>> form) {
        http::Request request;
        request.method = http::Method::Post;
        request.path = std::move(path);
        request.form = std::move(form);
        request.form.emplace_back("csrf", "token");
        request.form.emplace_back("id", env.ulid().str());
        return http::dispatch(table, hooks, request);
    };
    EXPECT_EQ(get("/aturan").status, 200);
    EXPECT_EQ(get("/aturan/2023").status, 404);
    ASSERT_TRUE(load(loader, text).ok());
    EXPECT_NE(get("/aturan").body.find("menunggu rilis"), std::string::npos);
    EXPECT_NE(get("/aturan/2023/1").body.find("/aturan/2023/1/rilis"), std::string::npos);
    EXPECT_EQ(get("/aturan/2023/1/rilis").status, 200);
    EXPECT_EQ(post("/aturan/2023/1/rilis", {{"letter", ""}, {"letter_date", "31/02/2023"}}).status, 422);
    auto const done = post("/aturan/2023/1/rilis", {{"letter", "188/45/2023"}, {"letter_date", "2023-07-01"}});
    EXPECT_EQ(done.status, 303) << done.body;
    auto const page = get("/aturan/2023");
    EXPECT_EQ(page.status, 200);
    EXPECT_NE(page.body.find("Rp35.000.000"), std::string::npos);
    EXPECT_NE(page.body.find("Perwali Blitar 6/2022, pasal belum dicatat"), std::string::npos);
    EXPECT_EQ(get("/aturan/2023/1/berkas").body, trim(text));
    EXPECT_EQ(get("/aturan/muat").status, 200);
    auto const refused = post("/aturan/muat", {{"text", "year = = 1"}, {"note", ""}});
    EXPECT_EQ(refused.status, 422);
    EXPECT_EQ(post("/aturan/muat", {{"text", changed(text, "value = 1000, basis", "value = 1200, basis")}, {"note", "SSH baru"}}).status, 303);
    EXPECT_NE(get("/aturan/2023/2/rilis").body.find("12 %"), std::string::npos);
    EXPECT_EQ(get("/aturan/x/1").status, 404);
}

TEST_F(RulesTest, QueriesPrepare)
{
    tests::expect_all_queries_prepare("rules");
    tests::expect_all_queries_run_at_end("rules");
}

} // namespace
} // namespace rtkeren::rules
