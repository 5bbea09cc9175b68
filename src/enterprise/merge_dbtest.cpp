#include "enterprise/list_dbtest.hpp"

namespace rtkeren::enterprise {
namespace {

TEST_F(ListTest, EachRowHasItsFateAndNothingIsWrittenTwice)
{
    auto const csv = std::string(heading)
        + "Sri Utami;3572025708450002;0812-3456-7890;P;17/08/1945;Dapur Bu Sri;Kue kering;2025:10710;rumah;35.72.03.1002.003.001;03/2021;1112210007923\n"
          "SRI UTAMI ;3572025708450002;+62 812 3456 7890;P;17 Agustus 1945;DAPUR BU SRI ;Kue Kering;2025:10710;Rumah;35.72.03.1002.003.001;;\n"
          "Sri Utami;3572025708450002;;P;1945-08-17;Lapak Bu Sri;Menjual roti;2025:47242;lapak pasar;35.72.03.1002.003.002;;\n"
          "Joko Susilo;;62 813 1111 2222;L;;Warung Joko;Keripik singkong;10794;toko;RT 01 RW 03 Plosokerep;;\n"
          "Djoko Soesilo;;0813 9999 8888;;;Warung Djoko;Keripik singkong;10794;kios;RT 01 RW 03 Plosokerep;;\n"
          "Endang Lestari;0817 2222 3333;3572011708450001;;;Jahit Endang;Menjahit;;rumah;Plosokerep;;\n"
          "Tari;;3572014305800004;;;Batik Tari;Batik;;rumah;Plosokerep;;\n"
          "Yanti;0817 5555 6666;;;;Rias Yanti;Rias;;rumah;Plosokerep;;\n";
    auto const tried = import(csv, true);
    ASSERT_TRUE(tried.ok()) << wrong << tried.error().code << tried.error().detail;
    EXPECT_EQ(fates(*tried), "new twice activity like like new new new");
    EXPECT_EQ(count(), 0) << "a trial writes nothing";
    auto const done = import(csv);
    ASSERT_TRUE(done.ok()) << wrong;
    EXPECT_EQ(count(), 7);
    auto const again = import(csv);
    ASSERT_TRUE(again.ok()) << wrong;
    EXPECT_EQ(fates(*again), "known twice known known known known known known");
    EXPECT_EQ(count(), 7);
    auto const endang = look([&](db::ReadTx& tx) { return find_persons(tx, services, "3572011708450001", "", 5); });
    ASSERT_EQ(endang.size(), 1U) << "NIK and phone stood in each other's columns";
    for (auto const* alone : {"3572014305800004", "081755556666"})
        EXPECT_EQ(look([&](db::ReadTx& tx) { return find_persons(tx, services, alone, "", 5); }).size(), 1U) << alone << " stood alone in the other's column";
    auto const sri = look([&](db::ReadTx& tx) { return find_persons(tx, services, "sri utami", "", 5); });
    ASSERT_EQ(sri.size(), 1U);
    auto const own = look([&](db::ReadTx& tx) { return businesses_of(tx, city, sri.front().id); });
    ASSERT_EQ(own.size(), 2U);
    EXPECT_EQ(look([&](db::ReadTx& tx) { return licences_of(tx, city, own.front().id); }).size(), 1U);
    EXPECT_TRUE(has(get(dewi, href_of(own.front().id)), "Data Dinas 2025"));
    auto const joko = look([&](db::ReadTx& tx) { return find_persons(tx, services, "joko", "", 5); });
    ASSERT_EQ(joko.size(), 1U);
    auto const his = look([&](db::ReadTx& tx) { return businesses_of(tx, city, joko.front().id); });
    EXPECT_TRUE(has(get(dewi, href_of(his.front().id)), "tidak ada di daftar asal")) << "no reason is made up for a missing NIK";
}

TEST_F(ListTest, WhatIsWrongKeepsAllOut)
{
    auto const csv = std::string(heading)
        + "Sri Utami;3,57202E+15;0812-3456-7890;P;;Dapur Bu Sri;Kue kering;;rumah;Plosokerep;;\n"
          "Ani;3502027102019913;;P;;Ani;Kue;;rumah;Plosokerep;;\n"
          "Budi;;12;L;;Budi;Kue;;rumah;Plosokerep;;\n"
          "Cici;;;X;;Cici;Kue;;rumah;Plosokerep;;\n"
          "Didi;;;L;31/02/2000;Didi;Kue;;rumah;Plosokerep;;\n"
          "Edi;;;L;;Edi;Kue;10710;rumah;Plosokerep;;\n"
          "Fifi;;;P;;Fifi;Batik;2025:13134;rumah;Plosokerep;;\n"
          "Gani;;;L;;Gani;Kue;;di awan;Plosokerep;;\n"
          "Hadi;;;L;;Hadi;Kue;;rumah;Karangsari;;\n"
          "Ida;;;P;;Ida;Kue;;rumah;Plosokerep;kemarin;\n"
          "Jaja;;;L;;Jaja;Kue;;rumah;Plosokerep;;12345678\n"
          ";;;L;;Tanpa;Kue;;rumah;Plosokerep;;\n"
          "Ujang;3502027102019913;12;X;31/02/2001;Ujang;;2025:13134;di awan;Karangsari;kemarin;12345678\n";
    EXPECT_FALSE(import(csv).ok());
    for (auto const* expected : {"rows.0.owner_nik import.lost_digits", "rows.1.owner_nik nik.date", "rows.2.owner_phone phone.format", "rows.3.sex choice.unknown", "rows.4.birth_date date.invalid",
             "rows.5.kbli kbli.edition_missing", "rows.6.kbli kbli.other_edition", "rows.7.place_kind choice.unknown", "rows.8.place enterprise.outside", "rows.9.started month.format",
             "rows.10.nib nib.format", "rows.11.owner_name required",
             // A row says all that is wrong with it at once.
             "rows.12.owner_nik nik.date", "rows.12.owner_phone phone.format", "rows.12.sex choice.unknown", "rows.12.birth_date date.invalid", "rows.12.activity required", "rows.12.kbli kbli.other_edition",
             "rows.12.place_kind choice.unknown", "rows.12.place enterprise.outside", "rows.12.started month.format", "rows.12.nib nib.format"})
        EXPECT_NE(wrong.find(expected), std::string::npos) << expected << " in " << wrong;
    EXPECT_EQ(wrong.find("rows.12.place place."), std::string::npos) << wrong;
    EXPECT_EQ(count(), 0);
    EXPECT_EQ(get(dewi, "/umkm/impor").status, 200);
    EXPECT_EQ(get(dewi, "/umkm/impor/contoh").status, 200);
    EXPECT_EQ(get(tono, "/umkm/impor").status, 403);
}

TEST_F(ListTest, TwoLookalikesAreComparedMergedAndTakenApartAgain)
{
    auto first = must(dewi, "enterprise.register", bakery()).id;
    auto other = bakery();
    other["owner_name"] = "SRI UTAMI";
    other["owner_nik"] = nullptr;
    other["no_nik"] = "not_shown";
    other["name"] = "DAPUR BU SRI ";
    auto const made = must(tono, "enterprise.register", other);
    ASSERT_EQ(made.verdicts.size(), 1U);
    EXPECT_EQ(made.verdicts.front().code, "enterprise.like_another");
    auto const second = made.id;
    must(tono, "enterprise.add_licence", {{"business", second}, {"kind", "nib"}, {"number", "1112210007923"}});
    auto const list = get(dewi, "/umkm/mirip");
    EXPECT_TRUE(has(list, "teleponnya sama"));
    auto const at = list.body.find("/umkm/mirip/01");
    ASSERT_NE(at, std::string::npos) << "a link to the pair";
    auto const pair = list.body.substr(at, std::string_view("/umkm/mirip/").size() + 26);
    EXPECT_EQ(get(stranger, pair).status, 404);
    EXPECT_TRUE(has(get(dewi, pair), "Apa yang benar?"));
    auto const open_pair = [&] { return look([&](db::ReadTx& tx) { return open_pair_of(tx, city, BusinessId::parse(first).value(), BusinessId::parse(second).value()); }); };
    ASSERT_TRUE(open_pair());
    EXPECT_TRUE(pair.ends_with(open_pair()->str()));
    auto const snapshot = [&](std::string const& id) {
        auto const b = business(id);
        return b.name + "|" + b.activity + "|" + b.region + "|" + std::to_string(b.version) + "|" + (b.survivor ? b.survivor->str() : "-");
    };
    auto const before_first = snapshot(first), before_second = snapshot(second);
    ASSERT_EQ(ask(dewi, http::Method::Post, pair, {}, {{"id", env.ulid().str()}, {"_stays", first}, {"reason", "Orang dan telepon sama"}}).status, 303);
    EXPECT_EQ(business(second).survivor->str(), first);
    EXPECT_FALSE(open_pair());
    EXPECT_TRUE(has(get(dewi, "/umkm/" + second), "/umkm/" + first)) << "the merged one leads to what stays";
    EXPECT_EQ(look([&](db::ReadTx& tx) { return licences_of(tx, city, BusinessId::parse(first).value()); }).size(), 1U) << "its licence is read with it";
    EXPECT_EQ(count(), 1);
    EXPECT_EQ(refusal(dewi, "enterprise.change_owner", {{"person", business(second).owner.text()}, {"version", 1}, {"owner_name", "Sri Utami"}, {"owner_place", rt1}, {"no_nik", "lost"}}), "");
    // The one that stays is taken up itself, then the first merge is undone: it stands alone, and nothing else moves.
    auto third_input = bakery();
    third_input["name"] = "Dapur Sri Utami";
    third_input["place"] = rt2;
    third_input["owner_nik"] = "3572025708450002";
    auto const third = must(dewi, "enterprise.register", third_input).id;
    auto const upper = must(dewi, "enterprise.merge", {{"business", first}, {"into", third}, {"reason", "Pindah RT"}}).data.at("merge");
    EXPECT_EQ(business(second).survivor->str(), third);
    EXPECT_EQ(refusal(dewi, "enterprise.merge", {{"business", second}, {"into", third}, {"reason", "Lagi"}}), "enterprise.was_merged");
    must(dewi, "enterprise.undo_merge", {{"merge", upper}, {"reason", "Keliru"}});
    EXPECT_EQ(business(second).survivor->str(), first);
    auto const page = get(dewi, "/umkm/" + first);
    auto const undo_at = page.body.find("/umkm/gabungan/");
    ASSERT_NE(undo_at, std::string::npos);
    auto const undo = page.body.substr(undo_at, std::string_view("/umkm/gabungan/").size() + 26);
    EXPECT_EQ(get(dewi, undo).status, 200);
    ASSERT_EQ(ask(dewi, http::Method::Post, undo, {}, {{"id", env.ulid().str()}, {"reason", "Bukan orang yang sama"}}).status, 303);
    EXPECT_EQ(snapshot(first), before_first);
    EXPECT_EQ(snapshot(second), before_second);
    EXPECT_TRUE(has(get(dewi, "/umkm/" + first), "Dibatalkan"));
    EXPECT_EQ(ask(dewi, http::Method::Post, pair, {}, {{"id", env.ulid().str()}, {"_stays", "both"}, {"reason", "Kakak beradik"}}).status, 303);
    EXPECT_EQ(ask(dewi, http::Method::Post, pair, {}, {{"id", env.ulid().str()}, {"_stays", "both"}, {"reason", "Kakak beradik"}}).status, 409);
}

} // namespace
} // namespace rtkeren::enterprise
