#include "turnover/consent.hpp"
#include "turnover/fixture_dbtest.hpp"

#include "identity/identity.hpp"

namespace rtkeren::turnover {
namespace {

struct ConsentTest : TurnoverTest {
    std::string path {"/omzet/usaha/" + bakery_id};
    ConsentTest()
    {
        hold(tono, "pendamping", kelurahan);
        hold(rini, "dinas", "35.72");
        hold(stranger, "pendamping", elsewhere);
        must(sri, "turnover.record", of(bakery_id, sold("2025-12-01", "2025-12-31", 1'234'567)));
    }
    /// The office as identity has it: consent is given to persons who hold one.
    void hold(Actor const& actor, std::string_view role, std::string_view place)
    {
        auto const done = db::write(services.db, city, [&](db::WriteTx& tx) -> Result<void> {
            operations::Context context {services, dewi, city, services.now(), services.today(), RequestId(env.ulid())};
            context.id_seed = env.ulid();
            TRY(identity::add_person(tx, context, {.id = actor.person, .name = actor.name, .phone = {}, .nik = {}, .nip = "198501012010012001", .region = std::string(place)}));
            return identity::add_grant(tx, context, {.id = env.ulid(), .person = actor.person, .role = std::string(role), .place = std::string(place), .pokmas = {}, .decree = {},
                                                        .from = Date::parse("2025-01-01").value(), .until = {}});
        });
        EXPECT_TRUE(done.ok()) << (done.ok() ? "" : done.error().code + " " + done.error().detail);
    }
    boost::json::object consent(Actor const& officer, std::string_view until = "2026-02-01") { return {{"business", bakery_id}, {"officer", officer.person.text()}, {"until", until}}; }
};

TEST_F(ConsentTest, AnOfficerSeesAfterTheOwnerAllowedUntilTheDayAndTheOwnerSeesWhoLooked)
{
    EXPECT_EQ(get(tono, path).status, 404);
    EXPECT_EQ(get(lurah, path).status, 404);
    auto const id = must(sri, "turnover.give_consent", consent(tono)).id;
    EXPECT_TRUE(has(get(tono, path), "1.234.567"));
    EXPECT_TRUE(has(get(tono, path + "/catatan"), "1.234.567"));
    EXPECT_EQ(get(rini, path).status, 404) << "consent is a person's";
    auto const page = get(sri, path + "/izin");
    EXPECT_TRUE(has(page, "Tono"));
    auto const readings = look([&](db::ReadTx& tx) { return readings_of(tx, city, enterprise::BusinessId::parse(bakery_id).value()); });
    ASSERT_EQ(readings.size(), 2U) << "each look; refused ones and the owner's are none";
    EXPECT_EQ(readings.front().reader, "Tono");
    EXPECT_TRUE(has(get(tono, "/omzet/catatan"), "Omzet Dapur Bu Sri"));
    env.advance_seconds(31 * 24 * 3600);
    EXPECT_EQ(get(tono, path).status, 200) << "the last day";
    env.advance_seconds(24 * 3600);
    EXPECT_EQ(get(tono, path).status, 404);
    EXPECT_FALSE(has(get(tono, "/omzet/catatan"), "Omzet Dapur Bu Sri"));
    EXPECT_EQ(refusal(sri, "turnover.withdraw_consent", {{"consent", id}}), "");
}

TEST_F(ConsentTest, WhatTheOwnerToldTheRegistryIsReadHereAndNoted)
{
    auto const before = business(bakery_id);
    must(sri, "enterprise.change",
        {{"business", bakery_id}, {"version", before.version}, {"name", before.name}, {"activity", before.activity}, {"place_kind", before.place_kind}, {"place", before.region},
            {"legal_form", before.legal_form}, {"capital", 12'345'678}, {"sales_year", 2025}, {"sales_amount", 87'654'321}, {"sales_method", "recall_month"}});
    must(sri, "turnover.give_consent", consent(tono));
    EXPECT_FALSE(has(get(tono, "/umkm/" + bakery_id), "87.654.321")) << "that page notes no look";
    auto const seen = get(tono, path);
    EXPECT_TRUE(has(seen, "87.654.321"));
    EXPECT_TRUE(has(seen, "12.345.678"));
    EXPECT_TRUE(has(get(sri, path + "/izin"), "Tono"));
}

TEST_F(ConsentTest, WithdrawnItEndsAtOnce)
{
    auto const id = must(sri, "turnover.give_consent", consent(tono)).id;
    EXPECT_EQ(refusal(sri, "turnover.give_consent", consent(tono)), "officer turnover.consent_given");
    EXPECT_EQ(get(tono, path).status, 200);
    EXPECT_EQ(post(sri, path + "/izin/" + id + "/cabut", {}).status, 303);
    EXPECT_EQ(get(tono, path).status, 404);
    EXPECT_EQ(refusal(sri, "turnover.withdraw_consent", {{"consent", id}}), "turnover.consent_gone");
    must(sri, "turnover.give_consent", consent(tono));
    EXPECT_EQ(get(tono, path).status, 200);
}

TEST_F(ConsentTest, OnlyTheOwnerAllowsAndOnlyOfficersOfThePlace)
{
    EXPECT_EQ(refusal(sri, "turnover.give_consent", consent(stranger)), "officer turnover.no_officer");
    EXPECT_EQ(refusal(sri, "turnover.give_consent", consent(sri)), "officer turnover.no_officer");
    EXPECT_EQ(refusal(sri, "turnover.give_consent", consent(tono, "2025-12-31")), "until turnover.consent_until");
    EXPECT_EQ(refusal(sri, "turnover.give_consent", consent(tono, "2027-06-01")), "until turnover.consent_until");
    auto const other = make_actor("Lain", "umkm", kelurahan, {"enterprise.own", "turnover.own"});
    EXPECT_EQ(refusal(other, "turnover.give_consent", consent(tono)), "enterprise.no_business");
    EXPECT_EQ(get(other, path + "/izin").status, 404);
    EXPECT_EQ(get(other, path).status, 404);
    auto const id = must(sri, "turnover.give_consent", consent(rini)).id;
    EXPECT_EQ(refusal(other, "turnover.withdraw_consent", {{"consent", id}}), "turnover.no_consent");
    auto moved = rini;
    moved.grants = {{"dinas", "35.73", {}, rini.permissions}};
    EXPECT_EQ(get(moved, path).status, 404) << "an officer who left that office";
    EXPECT_EQ(get(rini, path).status, 200);
    auto const refused = post(sri, path + "/izin", {{"officer", ""}, {"until", "2026-02-01"}});
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(has(refused, "Pendamping"));
}

TEST_F(ConsentTest, TheListsThatAnOwnerTakesAlongAreTheWholeTruth)
{
    EXPECT_TRUE(has(get(sri, path, {{"format", "json"}}), "1234567"));
    EXPECT_EQ(get(sri, path, {{"format", "pdf"}}).status, 200);
    EXPECT_TRUE(has(get(sri, path + "/catatan", {{"bulan", "2025-12"}}), "1.234.567"));
    EXPECT_FALSE(has(get(sri, path + "/catatan", {{"bulan", "2025-11"}}), "1.234.567"));
    EXPECT_TRUE(has(get(sri, path), "<svg"));
    must(sri, "turnover.record", of(bakery_id, sold("2025-10-20", "2025-11-10", 2'345'678, "daring")));
    for (auto const* month : {"2025-10", "2025-11"})
        EXPECT_TRUE(has(get(sri, path + "/catatan", {{"bulan", month}}), "2.345.678")) << month << ": a paper of days in both";
    for (auto const* month : {"2025-09", "2025-12"})
        EXPECT_FALSE(has(get(sri, path + "/catatan", {{"bulan", month}}), "2.345.678")) << month;
}

} // namespace
} // namespace rtkeren::turnover
