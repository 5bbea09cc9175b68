#include "identity/appoint.hpp"
#include "identity/ended_places.hpp"
#include "identity/persons.hpp"
#include "identity/serving.hpp"
#include "identity/town_for_tests.hpp"

namespace rtkeren::identity {
namespace {

using GrantTest = Town;

TEST_F(GrantTest, WhoAppointsWhom)
{
    add("admin", "admin", "35.72");
    add("tapem", "tapem", "35.72");
    add("dinas", "dinas", "35.72");
    add("sekkel", "sekkel", kelurahan);
    add("lurah", "lurah", kelurahan);
    auto const someone = add("seseorang", "", kelurahan);
    auto const rt = kelurahan + ".001.001", rw = kelurahan + ".001";
    struct Row {
        std::string_view who, role;
        std::string place;
        std::string_view refusal;
    };
    for (auto const& row :
        {Row {"tapem", "lurah", other_kelurahan, ""}, Row {"tapem", "bkd", "35.72", ""}, Row {"tapem", "camat", "35.72.03", ""}, Row {"tapem", "tapem", "35.72", ""},
            Row {"tapem", "ketua_rt", rt, "identity.may_not_appoint"}, Row {"tapem", "admin", "35.72", "identity.may_not_appoint"},
            Row {"dinas", "perizinan", "35.72", ""}, Row {"dinas", "lurah", kelurahan, "identity.may_not_appoint"}, Row {"sekkel", "ketua_rt", rt, ""},
            Row {"sekkel", "ketua_rw", rw, ""}, Row {"sekkel", "lpmk", kelurahan, ""}, Row {"sekkel", "pokmas_bendahara", rw, ""},
            Row {"sekkel", "operator", kelurahan, ""}, Row {"sekkel", "lurah", kelurahan, "identity.may_not_appoint"},
            Row {"sekkel", "lpmk", other_kelurahan, "identity.outside_territory"}, Row {"sekkel", "ketua_rt", rw, "identity.wrong_level"},
            Row {"sekkel", "ketua_rt", kelurahan + ".001.009", "place.unknown"}, Row {"sekkel", "raja", kelurahan, "identity.unknown_role"},
            Row {"lurah", "ketua_rt", rt, "operation.not_allowed"}, Row {"admin", "tapem", "35.72", "identity.first_only"}, Row {"admin", "admin", "35.72", ""},
            Row {"admin", "lurah", kelurahan, "identity.may_not_appoint"}}) {
        auto const whom = row.refusal.empty() ? add("baru" + env.ulid().str(), "", kelurahan) : someone;
        EXPECT_EQ(grant(actor(row.who), whom, row.role, row.place), row.refusal) << row.who << ' ' << row.role << ' ' << row.place;
    }
}

TEST_F(GrantTest, AnOfficeOfAPokmasIsOneOfTheGroupThatServesItsPlace)
{
    add("sekkel", "sekkel", kelurahan);
    add("lurah", "lurah", kelurahan);
    auto const rw = kelurahan + ".001", other_rw = kelurahan + ".002";
    auto const group = env.ulid().str();
    use_serving([&](db::ReadTx&, CityId, std::string_view place) { return Result<std::string>(place == rw ? group : ""); });
    EXPECT_EQ(grant(actor("sekkel"), add("siti", "", kelurahan), "pokmas_bendahara", rw), "");
    EXPECT_EQ(run(actor("lurah"), "identity.confirm_grant", {{"grant", last.id}}), "");
    EXPECT_EQ(actor("siti").grants.front().pokmas, group);
    auto const siti = actor("siti").person;
    change([&](db::WriteTx& tx, operations::Context& c) { return end_pokmas_office(tx, c, siti, "pokmas_bendahara", group, rw, services.today().plus_days(1)); });
    EXPECT_FALSE(actor("siti").grants.empty()) << "today is the last day";
    change([&](db::WriteTx& tx, operations::Context& c) { return end_pokmas_office(tx, c, siti, "pokmas_bendahara", group, rw, services.today()); });
    EXPECT_EQ(grant(actor("sekkel"), add("tono", "", kelurahan), "pokmas_bendahara", other_rw), "identity.no_pokmas_there");
    auto const row = [](std::string_view name, std::string_view place) {
        return boost::json::object {{"name", name}, {"phone", nullptr}, {"role", "Ketua pokmas"}, {"place", place}, {"decree", "SK 4"}, {"nip", nullptr}};
    };
    EXPECT_EQ(run(actor("sekkel"), "identity.import_users", {{"from", "2023-07-03"}, {"rows", boost::json::array {row("Darto Wibowo", "RW 1")}}}), "");
    use_serving({});
    auto const listed = look([&](db::ReadTx& tx) { return actor_of_login(tx, city, "darto.wibowo", services.today()); });
    ASSERT_TRUE(listed.ok());
    EXPECT_TRUE(listed->grants.empty()) << "not confirmed yet";
}

TEST_F(GrantTest, WhoWasRecordedBeforeGetsAnAccountAndIsNoSecondPerson)
{
    add("sekkel", "sekkel", kelurahan);
    auto const rw = kelurahan + ".001";
    auto const record = [&](std::string const& name, std::string const& phone) {
        PersonId const id(env.ulid());
        change([&](db::WriteTx& tx, operations::Context& c) { return add_person(tx, c, {.id = id, .name = name, .phone = phone, .nik = {}, .nip = {}, .region = rw}); });
        return id.str();
    };
    auto const with_number = record("Siti Aminah", "081234567821"), without = record("Darto Wibowo", "");
    auto const person_after = [&](boost::json::object input) {
        EXPECT_EQ(run(actor("sekkel"), "identity.create_user", input), "");
        return std::string(last.data.at("person").as_string());
    };
    EXPECT_EQ(person_after({{"name", "Siti Aminah"}, {"place", kelurahan}, {"phone", "0812 3456 7821"}}), with_number);
    EXPECT_EQ(person_after({{"name", "Darto Wibowo"}, {"place", rw}, {"phone", "081234567822"}}), without);
    EXPECT_EQ(run(actor("sekkel"), "identity.create_user", {{"name", "Darto Wibowo"}, {"place", rw}, {"phone", "081234567822"}}), "identity.person_known") << "an account is enough";
    EXPECT_NE(person_after({{"name", "Darto Wibowo"}, {"place", kelurahan + ".002"}, {"phone", "081234567823"}}), without) << "another place, another person";
}

TEST_F(GrantTest, WhoHeadsAnRtThatEndsIsNamed)
{
    add("budi", "ketua_rt", kelurahan + ".001.001");
    add("siti", "pokmas_bendahara", kelurahan + ".001");
    auto const notes = look([&](db::ReadTx& tx) { return heads_of_ended(tx, city, {kelurahan + ".001.001", kelurahan + ".001"}, services.today()); }).value();
    ASSERT_EQ(notes.size(), 1U) << "officers of a group see its purses to their end";
    EXPECT_TRUE(notes.front().starts_with("Nama budi masih Ketua RT di RT 01 RW 01 yang berakhir.")) << notes.front();
    EXPECT_EQ(look([&](db::ReadTx& tx) { return office_label(tx, city, "ketua_rt", kelurahan + ".001.009"); }).value(), "Ketua RT 09 RW 01 (wilayahnya sudah berakhir)");
}

TEST_F(GrantTest, TheAdministratorAppointsTheFirstOfficerOfBagianPemerintahan)
{
    add("admin", "admin", "35.72");
    auto const first = add("pertama", "", "35.72");
    EXPECT_EQ(grant(actor("admin"), first, "tapem", "35.72"), "");
    EXPECT_TRUE(actor("pertama").has("programme.manage"));
    EXPECT_EQ(grant(actor("admin"), add("kedua", "", "35.72"), "tapem", "35.72"), "identity.first_only");
    EXPECT_EQ(grant(actor("pertama"), first, "bkd", "35.72"), "identity.not_yourself");
}

TEST_F(GrantTest, TheLurahConfirmsWhatTheSecretaryEntered)
{
    add("sekkel", "sekkel", kelurahan);
    add("lurah", "lurah", kelurahan);
    add("lurah2", "lurah", other_kelurahan);
    auto const whom = add("rt01", "", kelurahan);
    EXPECT_EQ(grant(actor("sekkel"), whom, "ketua_rt", kelurahan + ".001.001"), "");
    boost::json::object const input {{"grant", last.id}};
    EXPECT_TRUE(actor("rt01").grants.empty());
    EXPECT_EQ(run(actor("sekkel"), "identity.confirm_grant", input), "operation.not_allowed");
    EXPECT_EQ(run(actor("lurah2"), "identity.confirm_grant", input), "identity.unknown_grant");
    EXPECT_EQ(run(actor("lurah"), "identity.confirm_grant", input), "");
    EXPECT_TRUE(actor("rt01").has_role("ketua_rt"));
    EXPECT_EQ(run(actor("lurah"), "identity.confirm_grant", input), "identity.decided_already");
}

TEST_F(GrantTest, WhatTheLurahRefusesNeverCounts)
{
    add("sekkel", "sekkel", kelurahan);
    add("lurah", "lurah", kelurahan);
    auto const whom = add("lpmk", "", kelurahan);
    EXPECT_EQ(grant(actor("sekkel"), whom, "lpmk", kelurahan), "");
    auto const id = last.id;
    EXPECT_EQ(run(actor("lurah"), "identity.refuse_grant", {{"grant", id}, {"reason", "Bukan warga sini"}}), "");
    EXPECT_TRUE(actor("lpmk").grants.empty());
    EXPECT_EQ(run(actor("lurah"), "identity.confirm_grant", {{"grant", id}}), "identity.decided_already");
    EXPECT_EQ(grant(actor("sekkel"), whom, "lpmk", kelurahan), "") << "entered again it waits again";
}

TEST_F(GrantTest, FourOfficesAreFourPersons)
{
    add("tapem", "tapem", "35.72");
    auto const whom = add("seseorang", "lurah", kelurahan);
    auto const who = actor("tapem");
    for (auto const* role : {"sekkel", "pptk", "bendahara_kelurahan"}) {
        EXPECT_EQ(grant(who, whom, role, kelurahan), "identity.four_offices") << role;
        EXPECT_EQ(grant(who, whom, role, other_kelurahan), "identity.four_offices") << role;
        EXPECT_EQ(grant(who, whom, role, kelurahan, {{"acting", true}, {"until", "2023-07-10"}}), "identity.four_offices") << role << ": not even for a week";
    }
    EXPECT_EQ(grant(who, whom, "sekkel", other_kelurahan, {{"acting", true}, {"until", "2023-07-10"}}), "") << "a substitute may come from another kelurahan";
    EXPECT_EQ(grant(who, whom, "bkd", "35.72"), "") << "only these four are kept apart";
}

TEST_F(GrantTest, FourOfficesAreKeptApartInTheFutureToo)
{
    add("tapem", "tapem", "35.72");
    auto const whom = add("seseorang", "", kelurahan);
    auto const who = actor("tapem");
    EXPECT_EQ(grant(who, whom, "sekkel", kelurahan, {{"from", "2023-09-01"}}), "");
    EXPECT_EQ(grant(who, whom, "pptk", kelurahan), "identity.four_offices") << "open end, so both would be held in September";
    EXPECT_EQ(grant(who, whom, "pptk", kelurahan, {{"until", "2023-08-31"}}), "");
}

TEST_F(GrantTest, DatesDecideWhatCounts)
{
    add("tapem", "tapem", "35.72");
    auto const whom = add("plt", "", kelurahan);
    auto const who = actor("tapem");
    EXPECT_EQ(grant(who, whom, "lurah", kelurahan, {{"acting", true}}), "identity.acting_until");
    EXPECT_EQ(grant(who, whom, "lurah", kelurahan, {{"from", "2023-07-05"}, {"until", "2023-07-04"}}), "identity.dates_order");
    EXPECT_EQ(grant(who, whom, "lurah", kelurahan, {{"acting", true}, {"from", "2023-07-04"}, {"until", "2023-07-05"}}), "");
    EXPECT_EQ(grant(who, whom, "lurah", kelurahan, {{"from", "2023-07-05"}}), "identity.granted_already");
    auto const is_lurah = [&] { return actor("plt").has_role("lurah"); };
    EXPECT_FALSE(is_lurah());
    env.advance_seconds(24 * 3600);
    EXPECT_TRUE(is_lurah());
    EXPECT_TRUE(look([&](db::ReadTx& tx) { return holders(tx, city, "lurah", kelurahan, services.today()); }).value().front().acting);
    env.advance_seconds(2 * 24 * 3600);
    EXPECT_FALSE(is_lurah());
}

TEST_F(GrantTest, AnOfficeEndsOnItsLastDay)
{
    add("tapem", "tapem", "35.72");
    add("lain", "dinas", "35.72");
    auto const whom = add("bkd", "", "35.72");
    EXPECT_EQ(grant(actor("tapem"), whom, "bkd", "35.72"), "");
    boost::json::object input {{"grant", last.id}, {"on", "2023-07-03"}, {"reason", "Mutasi"}};
    EXPECT_EQ(run(actor("lain"), "identity.end_grant", input), "identity.may_not_appoint");
    input["on"] = "2023-07-01";
    EXPECT_EQ(run(actor("tapem"), "identity.end_grant", input), "identity.dates_order");
    input["on"] = "2023-07-03";
    EXPECT_EQ(run(actor("tapem"), "identity.end_grant", input), "");
    EXPECT_TRUE(actor("bkd").has_role("bkd"));
    env.advance_seconds(24 * 3600);
    EXPECT_FALSE(actor("bkd").has_role("bkd"));
}

TEST_F(GrantTest, ACivilServantsOfficeNeedsANip)
{
    add("tapem", "tapem", "35.72");
    EXPECT_EQ(run(actor("tapem"), "identity.create_user", {{"name", "Dewi Lestari"}, {"place", kelurahan}}), "");
    Made const made {PersonId::parse(std::string_view(last.data.at("person").as_string())).value(), {}};
    EXPECT_EQ(grant(actor("tapem"), made, "lurah", kelurahan), "identity.nip_missing");
    EXPECT_EQ(grant(actor("tapem"), made, "pendamping", kelurahan), "");
}

TEST_F(GrantTest, WhatWasTypedAboutAPersonIsPutRight)
{
    add("tapem", "tapem", "35.72");
    add("sekkel", "sekkel", other_kelurahan);
    EXPECT_EQ(run(actor("tapem"), "identity.create_user", {{"name", "Dewi Lestri"}, {"place", kelurahan}, {"phone", "081234567811"}}), "");
    Made const made {PersonId::parse(std::string_view(last.data.at("person").as_string())).value(), {}};
    auto const user = std::string(last.data.at("user").as_string());
    boost::json::object input {{"user", user}, {"name", "Dewi Lestari"}, {"nip", "1980.0101 200501 2001"}};
    EXPECT_EQ(run(actor("sekkel"), "identity.correct_person", input), "identity.unknown_user") << "another kelurahan's";
    EXPECT_EQ(run(actor("tapem"), "identity.correct_person", input), "");
    EXPECT_EQ(look([&](db::ReadTx& tx) { return person_name(tx, city, made.person); }).value(), "Dewi Lestari");
    EXPECT_EQ(grant(actor("tapem"), made, "lurah", kelurahan), "") << "the office asked for the NIP";
    EXPECT_EQ(run(actor("tapem"), "identity.create_user", {{"name", "Dewi Lestari"}, {"place", kelurahan}, {"phone", "081234567811"}}), "identity.person_known")
        << "nothing typed: the phone number stays";
    input["nip"] = nullptr;
    EXPECT_EQ(run(actor("tapem"), "identity.correct_person", input), "identity.nip_missing");
    input["nip"] = "12";
    EXPECT_EQ(run(actor("tapem"), "identity.correct_person", input), "identity.nip_format");
    EXPECT_EQ(run(actor("tapem"), "identity.create_user", {{"name", "Orang Lain"}, {"place", kelurahan}, {"nip", "198001012005012001"}}), "identity.nip_known");
}

TEST_F(GrantTest, APersonIsRecordedOnceWithinOnesTerritory)
{
    add("sekkel", "sekkel", kelurahan);
    auto const who = actor("sekkel");
    boost::json::object input {{"name", "Siti Aminah"}, {"phone", "0812 3456 7899"}, {"place", kelurahan}};
    EXPECT_EQ(run(who, "identity.create_user", input), "");
    EXPECT_EQ(last.data.at("login").as_string(), "siti.aminah");
    EXPECT_EQ(run(who, "identity.create_user", input), "identity.person_known");
    input["phone"] = "0812 3456 7898";
    EXPECT_EQ(run(who, "identity.create_user", input), "");
    EXPECT_EQ(last.data.at("login").as_string(), "siti.aminah2");
    input["place"] = other_kelurahan;
    EXPECT_EQ(run(who, "identity.create_user", input), "identity.outside_territory");
    for (auto const& [field, value, code] : {std::tuple {"phone", "12", "phone.format"}, std::tuple {"nip", "123", "identity.nip_format"},
             std::tuple {"login", "081234567890", "identity.login_format"}, std::tuple {"login", "SEKKEL", "identity.login_taken"},
             std::tuple {"nik", "12", "nik.format"}}) {
        boost::json::object wrong {{"name", "Orang Lain"}, {"place", kelurahan}};
        wrong[field] = value;
        EXPECT_EQ(run(who, "identity.create_user", wrong), code) << field;
    }
    boost::json::object with_nik {{"name", "Orang Lain"}, {"place", kelurahan}, {"nik", "3572034107900001"}};
    EXPECT_EQ(run(who, "identity.create_user", with_nik), "");
    with_nik["name"] = "Penyalin";
    EXPECT_EQ(run(who, "identity.create_user", with_nik), "identity.nik_known");
}

TEST_F(GrantTest, SeeingANumberLeavesItsReason)
{
    add("sekkel", "sekkel", kelurahan);
    add("sekkel2", "sekkel", other_kelurahan);
    auto const whom = add("ibu", "", kelurahan, "081234567897");
    boost::json::object input {{"person", whom.person.text()}, {"field", "phone"}, {"reason", "Undangan rapat"}};
    EXPECT_EQ(run(actor("sekkel2"), "identity.unmask", input), "identity.unknown_person");
    EXPECT_EQ(run(actor("sekkel"), "identity.unmask", input), "");
    EXPECT_TRUE(last.data.empty()) << "the number is not in the stored answer";
    input["field"] = "nik";
    EXPECT_EQ(run(actor("sekkel"), "identity.unmask", input), "identity.number_missing");
}

} // namespace
} // namespace rtkeren::identity
