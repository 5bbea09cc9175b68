#include "audit/audit.hpp"
#include "identity/town_for_tests.hpp"

namespace rtkeren::identity {
namespace {

struct SingleOfficeTest : Town {
    std::string const rt {kelurahan + ".001.001"}, other_rt {kelurahan + ".001.002"};
    Made const tapem {add("tapem", "tapem", "35.72")};
    Made const secretary {add("sekkel", "sekkel", kelurahan)};

    std::string said(std::string const& code, std::string_view argument)
    {
        auto const& fields = refusal.fields;
        auto const found = std::ranges::find(fields, code, &FieldError::code);
        if (found == fields.end())
            return "no " + code;
        auto const value = std::ranges::find(found->arguments, argument, &Arguments::value_type::first);
        return value == found->arguments.end() ? std::string {} : value->second;
    }
    /// The whole refusal, with its arguments.
    void refuse(Actor const& who, std::string const& name, boost::json::object input)
    {
        static auto const all = operations();
        input["id"] = env.ulid().text();
        auto const answer = operations::run(services, who, *std::ranges::find(all, name, &operations::Operation::name), input);
        ASSERT_FALSE(answer.ok());
        refusal = answer.error();
    }
    Signer signer(std::string_view on)
    {
        return look([&](db::ReadTx& tx) { return signer_of(tx, city, "lurah", kelurahan, Date::parse(on).value()); }).value();
    }
    Error refusal;
};

TEST_F(SingleOfficeTest, ASecondLurahIsRefusedWithWhoHoldsItAndTheWayOut)
{
    auto const first = add("lurah", "lurah", kelurahan), second = add("baru", "", kelurahan);
    auto const who = actor("tapem");
    EXPECT_EQ(grant(who, second, "lurah", kelurahan), "identity.office_held");
    refuse(who, "identity.grant", {{"person", second.person.text()}, {"role", "lurah"}, {"place", kelurahan}, {"decree", "SK 9"}, {"from", "2023-07-03"}});
    ASSERT_EQ(refusal.fields.front().name, "role");
    EXPECT_EQ(said("identity.office_held", "name"), "Nama lurah");
    EXPECT_EQ(said("identity.office_held", "from"), "2023-01-01");
    auto const held = said("identity.office_held", "grant");
    EXPECT_EQ(run(who, "identity.end_grant", {{"grant", held}, {"on", "2023-07-31"}, {"reason", "Mutasi"}}), "");
    EXPECT_EQ(grant(who, second, "lurah", kelurahan, {{"from", "2023-07-31"}}), "identity.office_held_until") << "the last day is still hers";
    EXPECT_EQ(grant(who, second, "lurah", kelurahan, {{"from", "2023-08-01"}}), "");
    EXPECT_EQ(run(who, "identity.end_grant", {{"grant", held}, {"on", "2023-08-15"}, {"reason", "Diperpanjang"}}), "identity.office_held") << "into the days of the next one";
    EXPECT_EQ(run(who, "identity.end_grant", {{"grant", held}, {"on", "2023-07-20"}, {"reason", "Lebih awal"}}), "");
    EXPECT_EQ(grant(who, add("lain", "", kelurahan), "lurah", other_kelurahan), "") << "another place";
    EXPECT_EQ(grant(who, first, "camat", "35.72.03", {{"from", "2023-08-01"}}), "");
}

TEST_F(SingleOfficeTest, OneActingOfficerStandsBesideAnAbsentHolderAndSigns)
{
    add("lurah", "lurah", kelurahan);
    auto const substitute = add("plh", "", kelurahan), another = add("lagi", "", kelurahan);
    auto const who = actor("tapem");
    boost::json::object const week {{"acting", true}, {"from", "2023-07-10"}, {"until", "2023-07-14"}};
    EXPECT_EQ(grant(who, substitute, "lurah", kelurahan, week), "");
    EXPECT_EQ(grant(who, another, "lurah", kelurahan, {{"acting", true}, {"from", "2023-07-14"}, {"until", "2023-07-20"}}), "identity.acting_held");
    EXPECT_EQ(grant(who, another, "lurah", kelurahan, {{"acting", true}, {"from", "2023-07-15"}, {"until", "2023-07-20"}}), "");
    EXPECT_EQ(signer("2023-07-09").office + ' ' + signer("2023-07-09").name, "Lurah Nama lurah");
    EXPECT_EQ(signer("2023-07-10").office + ' ' + signer("2023-07-10").name, "Plh. Lurah Nama plh");
    EXPECT_EQ(signer("2023-07-21").name, "Nama lurah");
    EXPECT_EQ(signer("2022-12-31").office, "Lurah");
    EXPECT_EQ(signer("2022-12-31").name, "") << "nobody was in office";
}

TEST_F(SingleOfficeTest, WhereNobodyHoldsItTheActingOfficerIsPlt)
{
    EXPECT_EQ(grant(actor("tapem"), add("plt", "", kelurahan), "lurah", kelurahan, {{"acting", true}, {"until", "2023-12-31"}}), "");
    EXPECT_EQ(signer("2023-07-10").office, "Plt. Lurah");
    EXPECT_EQ(grant(actor("tapem"), add("tetap", "", kelurahan), "lurah", kelurahan, {{"from", "2023-09-01"}}), "") << "the new holder comes while the substitute is there";
}

TEST_F(SingleOfficeTest, WhatWaitsForTheLurahHoldsThePlaceToo)
{
    add("lurah", "lurah", kelurahan);
    auto const who = actor("sekkel");
    EXPECT_EQ(grant(who, add("rt01", "", kelurahan), "ketua_rt", rt), "");
    auto const waiting = last.id;
    auto const second = add("rt01b", "", kelurahan);
    EXPECT_EQ(grant(who, second, "ketua_rt", rt), "identity.office_entered");
    EXPECT_EQ(run(actor("lurah"), "identity.refuse_grant", {{"grant", waiting}, {"reason", "Warga memilih yang lain"}}), "");
    EXPECT_EQ(grant(who, second, "ketua_rt", rt), "");
    for (auto const* login : {"lpmk1", "lpmk2"})
        EXPECT_EQ(grant(who, add(login, "", kelurahan), "lpmk", kelurahan), "") << "several sit in it";
}

TEST_F(SingleOfficeTest, TwoThatWaitSinceBeforeAreNotBothConfirmed)
{
    add("lurah", "lurah", kelurahan);
    EXPECT_EQ(grant(actor("sekkel"), add("rt01", "", kelurahan), "ketua_rt", rt), "");
    auto const first = last.id;
    EXPECT_EQ(grant(actor("sekkel"), add("rt02", "", kelurahan), "ketua_rt", other_rt), "");
    auto const second = last.id;
    change([&](db::WriteTx& tx, operations::Context&) -> Result<void> { // as it was stored before an office was one person's
        static constexpr db::WriteQuery<3> moved {"test_move_grant", "UPDATE identity_grant SET place = $3 WHERE city = $1 AND id = $2"};
        TRY(tx.run(moved, city, second, rt));
        return Done {};
    });
    EXPECT_EQ(run(actor("lurah"), "identity.confirm_grant", {{"grant", first}}), "");
    EXPECT_EQ(run(actor("lurah"), "identity.confirm_grant", {{"grant", second}}), "identity.office_held");
    EXPECT_EQ(run(actor("lurah"), "identity.refuse_grant", {{"grant", second}, {"reason", "Sudah ada"}}), "");
}

TEST_F(SingleOfficeTest, AnOfficeOfAGroupIsOneOfTheGroup)
{
    auto const east = env.ulid().str(), west = env.ulid().str();
    auto const chair = [&](std::string const& login, std::string const& group, std::string const& place) {
        return grant(actor("sekkel"), add(login, "", kelurahan), "pokmas_ketua", place, {{"pokmas", group}});
    };
    EXPECT_EQ(chair("ketua1", east, kelurahan), "");
    EXPECT_EQ(chair("ketua2", west, kelurahan), "") << "another group of the same kelurahan";
    EXPECT_EQ(chair("ketua3", east, kelurahan + ".001"), "identity.office_entered") << "the same group under another of its places";
}

TEST_F(SingleOfficeTest, AListObeysTooAndNamesItsRows)
{
    add("lurah", "lurah", kelurahan);
    add("rt01", "ketua_rt", rt);
    auto const row = [](std::string_view name, std::string_view role, std::string_view place) {
        return boost::json::object {{"name", name}, {"phone", nullptr}, {"role", role}, {"place", place}, {"decree", "SK 4"}, {"nip", nullptr}};
    };
    refuse(actor("sekkel"), "identity.import_users",
        {{"from", "2023-07-03"},
            {"rows", boost::json::array {row("Budi", "Ketua RT", "RT 1 RW 1"), row("Citra", "Ketua RT", "RT 2 RW 1"), row("Dedi", "LPMK", kelurahan), row("Eko", "Ketua RT", "RT 2 RW 1")}}});
    ASSERT_EQ(refusal.fields.size(), 2U);
    EXPECT_EQ(refusal.fields[0].name + ' ' + refusal.fields[0].code, "rows.0.role identity.office_held");
    EXPECT_EQ(refusal.fields[1].name + ' ' + refusal.fields[1].code, "rows.3.role identity.office_in_list");
    EXPECT_EQ(said("identity.office_in_list", "row"), "2");
    EXPECT_EQ(said("identity.office_in_list", "name"), "Citra");
}

TEST_F(SingleOfficeTest, TheLurahConfirmsSeveralAtOnceEachADecisionOfItsOwn)
{
    add("lurah", "lurah", kelurahan);
    boost::json::array grants;
    for (auto const& [login, place] : {std::pair {"rt01", rt}, std::pair {"rt02", other_rt}}) {
        EXPECT_EQ(grant(actor("sekkel"), add(login, "", kelurahan), "ketua_rt", place), "");
        grants.emplace_back(last.id);
    }
    EXPECT_EQ(grant(actor("sekkel"), add("rw01", "", kelurahan), "ketua_rw", kelurahan + ".001"), "");
    grants.emplace_back(last.id);
    EXPECT_EQ(run(actor("lurah"), "identity.refuse_grant", {{"grant", last.id}, {"reason", "Bukan dia"}}), "");
    EXPECT_EQ(run(actor("lurah"), "identity.confirm_grants", {{"grants", grants}}), "");
    EXPECT_EQ(last.data.at("confirmed").as_int64(), 2);
    ASSERT_EQ(last.data.at("refused").as_array().size(), 1U) << "one that was decided does not lose the others";
    EXPECT_EQ(last.data.at("refused").at(0).at("code").as_string(), "identity.decided_already");
    EXPECT_EQ(last.data.at("refused").at(0).at("arguments").at("whose").as_string(), "Nama rw01");
    EXPECT_TRUE(actor("rt01").has_role("ketua_rt"));
    EXPECT_TRUE(actor("rt02").has_role("ketua_rt"));
    EXPECT_FALSE(actor("rw01").has_role("ketua_rw"));
    auto const events = look([&](db::ReadTx& tx) { return audit::of_subject(tx, city, "person", actor("rt02").person.str()); }).value();
    EXPECT_EQ(std::ranges::count(events, "identity.confirm_grant", &audit::Entry::operation), 1) << "in the trail of each";
    refuse(actor("lurah"), "identity.confirm_grants", {{"grants", grants}});
    EXPECT_EQ(refusal.fields.size(), 3U) << "nothing left to confirm";
    EXPECT_EQ(run(actor("sekkel"), "identity.confirm_grants", {{"grants", grants}}), "operation.not_allowed");
}

} // namespace
} // namespace rtkeren::identity
