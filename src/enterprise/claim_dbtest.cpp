#include "enterprise/claim.hpp"
#include "enterprise/fixture_dbtest.hpp"

namespace rtkeren::enterprise {
namespace {

struct ClaimTest : RegistryTest {
    boost::json::object claim()
    {
        return {{"name", "Sri Utami"}, {"phone", "0812 3456 7890"}, {"business_name", "Dapur bu Sri"}, {"activity", "Kue kering"}, {"place_kind", "rumah"}, {"place", kelurahan}, {"agrees", true}};
    }
    Actor visitor {identity::system_actor(city, {})};
    std::string claimed(boost::json::object input) { return must(visitor, "enterprise.claim", std::move(input)).id; }
    Claim claim_now(std::string const& id)
    {
        return look([&](db::ReadTx& tx) { return find_claim(tx, city, ClaimId::parse(id).value()); });
    }
    std::string state(std::string const& id)
    {
        return look([&](db::ReadTx& tx) { return workflow::find(tx, city, "claim", ClaimId::parse(id).value().ulid()); }).state;
    }
    http::Response visit(http::Method method, std::string path, Pairs form = {})
    {
        auto request = request_to(method, std::move(path), {}, std::move(form));
        request.remote_address = "10.1.2.3";
        return send(nullptr, request);
    }
};

TEST_F(ClaimTest, AnOwnerNobodyKnowsIsRecordedOnceAndGetsAnAccount)
{
    auto const id = claimed(claim());
    EXPECT_EQ(state(id), "submitted");
    auto const waiting = look([&](db::ReadTx& tx) { return workflow::inbox(tx, tono, services.today()); });
    ASSERT_EQ(waiting.size(), 1U);
    EXPECT_EQ(waiting.front().item.machine, "claim");
    EXPECT_EQ(refusal(stranger, "enterprise.confirm_claim", {{"claim", id}, {"saw_ktp", true}, {"no_nik", "lost"}}), "enterprise.no_claim");
    EXPECT_EQ(refusal(tono, "enterprise.confirm_claim", {{"claim", id}, {"no_nik", "lost"}}), "saw_ktp required");
    EXPECT_EQ(refusal(tono, "enterprise.confirm_claim", {{"claim", id}, {"saw_ktp", true}}), "no_nik enterprise.nik_or_reason");
    EXPECT_EQ(refusal(tono, "enterprise.confirm_claim", {{"claim", id}, {"saw_ktp", true}, {"owner_nik", "3502027102019913"}}), "owner_nik nik.date");
    auto const done = must(tono, "enterprise.confirm_claim", {{"claim", id}, {"saw_ktp", true}, {"owner_nik", "3572025708450002"}, {"place", rt1}});
    ASSERT_EQ(done.data.at("slips").as_array().size(), 1U);
    auto const made = business(done.id);
    EXPECT_TRUE(made.confirmed);
    EXPECT_EQ(made.region, rt1);
    EXPECT_EQ(state(id), "confirmed");
    EXPECT_EQ(claim_now(id).business, made.id);
    auto const actor = look([&](db::ReadTx& tx) { return identity::actor_of_login(tx, city, std::string_view(done.data.at("login").as_string()), services.today()); });
    EXPECT_TRUE(owns(actor, made));
    EXPECT_EQ(refusal(tono, "enterprise.confirm_claim", {{"claim", id}, {"saw_ktp", true}, {"no_nik", "lost"}}), "enterprise.claim_decided");
    // The same again: the registry has it, whoever confirms.
    auto const again = claimed(claim());
    EXPECT_EQ(refusal(tono, "enterprise.confirm_claim", {{"claim", again}, {"saw_ktp", true}, {"owner_nik", "3572025708450002"}, {"place", rt1}}), "enterprise.known_already");
}

TEST_F(ClaimTest, AnImportedBusinessIsClaimedAndNotRegisteredTwice)
{
    auto imported = bakery();
    imported["owner_phone"] = nullptr;
    imported["owner_nik"] = nullptr;
    imported["no_nik"] = "other";
    imported["name"] = "DAPUR BU SRI ";
    auto const there = must(dewi, "enterprise.register", imported).id;
    auto const id = claimed(claim());
    auto const found = look([&](db::ReadTx& tx) { return candidates_of(tx, services, tono, claim_now(id)); });
    ASSERT_EQ(found.here.size(), 1U);
    EXPECT_EQ(found.here.front().business.id.str(), there);
    EXPECT_EQ(look([&](db::ReadTx& tx) { return candidates_of(tx, services, stranger, claim_now(id)); }).here.size(), 0U) << "out of reach";
    auto const done = must(tono, "enterprise.confirm_claim", {{"claim", id}, {"business", there}, {"saw_ktp", true}, {"owner_nik", "3572025708450002"}});
    EXPECT_EQ(done.id, there);
    EXPECT_TRUE(business(there).confirmed);
    EXPECT_EQ(look([&](db::ReadTx& tx) { return businesses_of(tx, city, business(there).owner); }).size(), 1U);
    auto const person = look([&](db::ReadTx& tx) { return identity::person_card(tx, services, business(there).owner); });
    EXPECT_EQ(person.phone_lookup, identity::phone_lookup(services, "081234567890")) << "reached by the number they came with";
    EXPECT_EQ(person.nik_lookup, identity::nik_lookup(services, "3572025708450002"));
    EXPECT_EQ(look([&](db::ReadTx& tx) { return find_persons(tx, services, "081234567890", "", 5); }).size(), 1U) << "and found by it";
    // Another's card opens nothing.
    auto const wrong = claimed(claim());
    EXPECT_EQ(refusal(tono, "enterprise.confirm_claim", {{"claim", wrong}, {"business", there}, {"saw_ktp", true}, {"owner_nik", "3572011708450001"}}), "owner_nik enterprise.claim_other_nik");
    auto const owner = make_actor("Sri", "sekkel", kelurahan, {"enterprise.confirm", "enterprise.read", "enterprise.write"}, business(there).owner);
    EXPECT_EQ(refusal(owner, "enterprise.confirm_claim", {{"claim", wrong}, {"business", there}, {"saw_ktp", true}}), "enterprise.own_business");
}

TEST_F(ClaimTest, EndsInEveryWayThatItCan)
{
    auto const refused = claimed(claim()), withdrawn = claimed(claim()), expired = claimed(claim());
    EXPECT_EQ(refusal(visitor, "enterprise.claim", claim()), "phone enterprise.claims_many");
    must(tono, "enterprise.refuse_claim", {{"claim", refused}, {"reason", "Usahanya di kota lain"}});
    EXPECT_EQ(state(refused), "refused");
    must(visitor, "enterprise.withdraw_claim", {{"claim", withdrawn}});
    EXPECT_EQ(state(withdrawn), "withdrawn");
    EXPECT_EQ(refusal(visitor, "enterprise.withdraw_claim", {{"claim", withdrawn}}), "enterprise.claim_decided");
    EXPECT_EQ(refusal(tono, "enterprise.expire_claim", {{"claim", expired}}), "enterprise.claim_young");
    env.advance_seconds(std::int64_t {32} * 24 * 3600);
    must(tono, "enterprise.expire_claim", {{"claim", expired}});
    EXPECT_EQ(state(expired), "expired");
    auto without = claim();
    without["agrees"] = false;
    EXPECT_EQ(refusal(visitor, "enterprise.claim", without), "agrees required");
    without = claim();
    without["phone"] = "12";
    EXPECT_EQ(refusal(visitor, "enterprise.claim", without), "phone phone.format");
    // Who entered it for somebody at the desk does not confirm it.
    auto other = claim();
    other["phone"] = "0813 1111 2222";
    auto const entered = must(tono, "enterprise.claim", other).id;
    EXPECT_EQ(refusal(tono, "enterprise.confirm_claim", {{"claim", entered}, {"saw_ktp", true}, {"no_nik", "lost"}, {"place", rt1}}), "workflow.four_eyes");
}

TEST_F(ClaimTest, TheNightEndsWhatNobodyCameForAndSaysSo)
{
    auto const old = claimed(claim());
    auto const night = [&] {
        env.advance_seconds(std::int64_t {1} * 24 * 3600);
        jobs::Runner runner(services, night_work());
        EXPECT_TRUE(runner.run_all().ok());
    };
    env.advance_seconds(std::int64_t {29} * 24 * 3600);
    EXPECT_TRUE(has(visit(http::Method::Get, "/umkm/daftar/" + old), "31 Januari 2026")) << "until when to come";
    auto const young = claimed(claim());
    night();
    EXPECT_EQ(state(old), "submitted") << "the last day";
    night();
    EXPECT_EQ(state(old), "expired");
    EXPECT_EQ(state(young), "submitted");
    EXPECT_EQ(claim_now(old).decided_by_name, "rtkeren");
    EXPECT_TRUE(has(visit(http::Method::Get, "/umkm/daftar/" + old), "belum ada yang datang"));
    EXPECT_TRUE(look([&](db::ReadTx& tx) { return workflow::inbox(tx, tono, services.today()); }).size() == 1U) << "nobody is asked for it any more";
    night();
    EXPECT_EQ(state(young), "submitted");
}

TEST_F(ClaimTest, AConfirmedOwnerGetsAnAccountAtTheDesk)
{
    auto const id = must(dewi, "enterprise.register", bakery()).id;
    EXPECT_EQ(refusal(dewi, "enterprise.open_account", {{"business", id}}), "enterprise.not_confirmed");
    must(tono, "enterprise.confirm", {{"business", id}, {"saw_ktp", true}});
    EXPECT_EQ(must(dewi, "enterprise.open_account", {{"business", id}}).message, "enterprise.account_opened");
    EXPECT_EQ(refusal(stranger, "enterprise.open_account", {{"business", id}}), "enterprise.no_business");
}

TEST_F(ClaimTest, TheFormTellsNothingAndKeepsWhatWasTyped)
{
    must(dewi, "enterprise.register", bakery());
    EXPECT_EQ(visit(http::Method::Get, "/umkm/daftar").status, 200);
    std::vector<std::pair<std::string, std::string>> typed {{"id", env.ulid().str()}, {"name", "Sri Utami"}, {"phone", "dua belas"}, {"business_name", "Dapur Bu Sri"}, {"activity", "Kue kering"},
        {"place_kind", "rumah"}, {"place", std::string(kelurahan)}, {"agrees", "true"}};
    auto const refused = visit(http::Method::Post, "/umkm/daftar", typed);
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(has(refused, "Dapur Bu Sri"));
    typed[2].second = "081234567890";
    auto const done = visit(http::Method::Post, "/umkm/daftar", typed);
    ASSERT_EQ(done.status, 303) << done.body;
    auto const location = std::ranges::find(done.headers, "Location", &std::pair<std::string, std::string>::first)->second;
    auto const status = visit(http::Method::Get, location.substr(0, location.find('?')));
    EXPECT_TRUE(has(status, "KTP"));
    EXPECT_FALSE(has(status, "7890")) << "no number, and nothing of the registry";
    auto const id = location.substr(std::string_view("/umkm/daftar/").size(), 26);
    auto const office = get(tono, "/umkm/klaim/" + id);
    EXPECT_TRUE(has(office, "teleponnya sama"));
    EXPECT_EQ(get(stranger, "/umkm/klaim/" + id).status, 404);
    EXPECT_TRUE(has(get(tono, "/umkm/klaim"), "Sri Utami"));
    EXPECT_FALSE(has(get(stranger, "/umkm/klaim"), "Sri Utami"));
    EXPECT_EQ(get(tono, "/umkm/klaim", {{"format", "csv"}, {"keadaan", "submitted"}, {"sort", "due"}, {"q", "dapur"}}).status, 200);
    auto const wrong = ask(tono, http::Method::Post, "/umkm/klaim/" + id + "/terima", {}, {{"id", env.ulid().str()}, {"owner_nik", "123"}, {"saw_ktp", "true"}});
    EXPECT_EQ(wrong.status, 422);
    auto const slip = ask(tono, http::Method::Post, "/umkm/klaim/" + id + "/terima", {},
        {{"id", env.ulid().str()}, {"business", look([&](db::ReadTx& tx) { return candidates_of(tx, services, tono, claim_now(id)); }).here.front().business.id.str()}, {"saw_ktp", "true"}});
    EXPECT_EQ(slip.status, 200) << slip.body;
    EXPECT_TRUE(has(slip, "Slip masuk"));
    EXPECT_TRUE(has(visit(http::Method::Get, "/umkm/daftar/" + id), "slip"));
    EXPECT_EQ(visit(http::Method::Post, "/umkm/daftar/" + id, {{"id", env.ulid().str()}}).status, 409);
    EXPECT_EQ(visit(http::Method::Get, "/umkm/daftar/" + env.ulid().str()).status, 404);
    for (int i = 0; i < 40; ++i)
        visit(http::Method::Post, "/umkm/daftar", {{"id", env.ulid().str()}, {"name", "x"}});
    auto const slowed = visit(http::Method::Post, "/umkm/daftar", typed);
    EXPECT_EQ(slowed.status, 429);
    EXPECT_TRUE(has(slowed, "Dapur Bu Sri")) << "what was typed is kept";
}

} // namespace
} // namespace rtkeren::enterprise
