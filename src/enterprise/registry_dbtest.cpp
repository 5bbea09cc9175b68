#include "enterprise/fixture_dbtest.hpp"
#include "enterprise/people.hpp"

namespace rtkeren::enterprise {
namespace {

TEST_F(RegistryTest, QueriesRun)
{
    tests::expect_all_queries_prepare("enterprise");
    tests::expect_all_queries_run_at_end("enterprise");
}

TEST_F(RegistryTest, OneOwnerMayHaveTwoActivitiesAndNoneTwice)
{
    auto const first = must(dewi, "enterprise.register", bakery());
    auto const baking = business(first.id);
    EXPECT_EQ(baking.name, "Dapur Bu Sri");
    EXPECT_EQ(baking.started_month, "2022-03");
    EXPECT_EQ(baking.channels, "rumah,bazar");
    EXPECT_EQ(baking.size_class, "") << "no capital and no sales: not known, never micro";
    EXPECT_FALSE(baking.confirmed);
    EXPECT_EQ(refusal(dewi, "enterprise.register", bakery()), "enterprise.known_already");
    auto stall = must(dewi, "enterprise.register_for", {{"owner", baking.owner.text()}, {"name", "Lapak Bu Sri"}, {"activity", "Menjual roti"}, {"kbli", "2025:47242"}, {"place_kind", "pasar"},
                                                           {"place", rt2}, {"legal_form", "perorangan"}});
    EXPECT_EQ(look([&](db::ReadTx& tx) { return businesses_of(tx, city, baking.owner); }).size(), 2U);
    EXPECT_TRUE(stall.verdicts.empty()) << "two activities of one owner are no doubles";
    auto third = bakery();
    third["name"] = "Dapur Bu Sri 2";
    third["place_kind"] = "toko";
    third["place"] = rt2;
    EXPECT_EQ(business(must(dewi, "enterprise.register", third).id).owner, baking.owner) << "the same NIK is the same person";
    auto other = bakery();
    other["owner_name"] = "Bambang Wijaya";
    EXPECT_EQ(refusal(dewi, "enterprise.register", other), "owner_nik enterprise.nik_other_name");
}

TEST_F(RegistryTest, WhatIsWrongIsSaidAtItsField)
{
    auto const with = [&](std::string_view key, boost::json::value value) {
        auto input = bakery();
        input[key] = std::move(value);
        return refusal(dewi, "enterprise.register", input);
    };
    EXPECT_EQ(with("owner_nik", "3502027102019913"), "owner_nik nik.date");
    EXPECT_EQ(with("owner_nik", nullptr), "no_nik enterprise.nik_or_reason");
    EXPECT_EQ(with("owner_phone", "123"), "owner_phone phone.format");
    EXPECT_EQ(with("kbli", "2025:13134"), "kbli kbli.other_edition");
    EXPECT_EQ(with("started", "13/2022"), "started month.format");
    EXPECT_EQ(with("started", "2026-02"), "started month.future");
    auto several = bakery();
    several["owner_phone"] = "123";
    several["owner_nik"] = "3502027102019913";
    several["consent_on"] = "2027-01-01";
    auto const refused = run(dewi, "enterprise.register", several);
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().fields.size(), 3U) << "all at once";
    EXPECT_EQ(with("started", "Februari 2026"), "started month.future") << "in words";
    EXPECT_EQ(with("place", "35.72"), "place enterprise.place_level");
    EXPECT_EQ(with("place", "35.72.03.1002.009.009"), "place place.unknown");
    EXPECT_EQ(with("place", boost::json::value(elsewhere)), "place enterprise.outside");
    EXPECT_EQ(with("sales_amount", 5), "sales_year required");
    auto without = bakery();
    without["owner_nik"] = nullptr;
    without["no_nik"] = "not_shown";
    EXPECT_EQ(refusal(dewi, "enterprise.register", without), "");
}

TEST_F(RegistryTest, ANikThatDoesNotFitThePersonIsTakenAndSaid)
{
    auto input = bakery();
    input["birth_date"] = "1945-08-18";
    input["sex"] = "male";
    auto const made = must(dewi, "enterprise.register", input);
    ASSERT_EQ(made.verdicts.size(), 2U) << "the day and the sex: cards with such mistakes exist";
    EXPECT_EQ(made.verdicts.front().code, "nik.mismatch");
    EXPECT_EQ(made.verdicts.front().severity, Severity::Warn);
    auto fitting = bakery();
    fitting["owner_nik"] = "3572011708450001";
    fitting["owner_name"] = "Joko";
    fitting["owner_phone"] = "0813 1111 2222";
    fitting["name"] = "Warung Joko";
    fitting["sex"] = "male";
    fitting["birth_date"] = "17/08/1945";
    for (auto const& verdict : must(dewi, "enterprise.register", fitting).verdicts)
        EXPECT_NE(verdict.code, "nik.mismatch");
}

TEST_F(RegistryTest, PersonsAreFoundByTheBeginningsOfWordsAndByNumbers)
{
    auto const made = business(must(dewi, "enterprise.register", bakery()).id);
    auto const found = [&](std::string_view typed, std::string_view place = "") {
        return look([&](db::ReadTx& tx) { return find_persons(tx, services, typed, place, 10); });
    };
    ASSERT_EQ(found("uta sr").size(), 1U);
    EXPECT_EQ(found("uta sr").front().id, made.owner);
    EXPECT_EQ(found("uta sr").front().phone.find("3456"), std::string::npos) << "masked";
    EXPECT_EQ(found("tami").size(), 0U);
    EXPECT_EQ(found("0812 3456 7890").size(), 1U);
    EXPECT_EQ(found("3572025708450002").size(), 1U);
    EXPECT_EQ(found("sri", elsewhere).size(), 0U);
    EXPECT_EQ(found("").size(), 0U);
    EXPECT_EQ(found("sri xq").size(), 0U) << "each word must be there";
}

TEST_F(RegistryTest, WhoseNameBeginsSoComesFirstAndNobodyTwice)
{
    for (auto const* name : {"Utami Nur", "Nur Nurhayati", "Aminah Nur", "Budi Santosa"}) {
        auto input = bakery();
        input["owner_name"] = name;
        input["name"] = std::string("Dapur ") + name;
        input.erase("owner_nik");
        input.erase("owner_phone");
        input["no_nik"] = "not_shown";
        must(dewi, "enterprise.register", input);
    }
    std::vector<std::string> names;
    for (auto const& person : look([&](db::ReadTx& tx) { return find_persons(tx, services, "nur", "", 10); }))
        names.push_back(person.name);
    EXPECT_EQ(names, (std::vector<std::string> {"Nur Nurhayati", "Aminah Nur", "Utami Nur"}));
    EXPECT_EQ(look([&](db::ReadTx& tx) { return find_persons(tx, services, "nur", "", 2); }).size(), 2U);
}

TEST_F(RegistryTest, ChangesKeepAVersionAndHistory)
{
    auto const id = must(dewi, "enterprise.register", bakery()).id;
    auto const before = business(id);
    boost::json::object change {{"business", id}, {"version", before.version}, {"name", "Dapur Bu Sri Rahayu"}, {"activity", "Brownies"}, {"kbli", "2025:10710"}, {"place_kind", "rumah"},
        {"place", rt2}, {"legal_form", "perorangan"}, {"sales_year", 2025}, {"sales_amount", "Rp24.000.000"}, {"sales_method", "recall_month"}, {"started", "2019-05"}};
    EXPECT_EQ(refusal(stranger, "enterprise.change", change), "enterprise.no_business");
    must(dewi, "enterprise.change", change);
    EXPECT_EQ(business(id).size_class, "mikro");
    EXPECT_EQ(business(id).class_basis, "penjualan");
    EXPECT_EQ(refusal(dewi, "enterprise.change", change), "enterprise.changed_meanwhile");
    boost::json::object owner {{"person", before.owner.text()}, {"version", 1}, {"owner_name", "Sri Rahayu Utami"}, {"owner_place", rt1}, {"sex", "female"}};
    must(dewi, "enterprise.change_owner", owner);
    EXPECT_TRUE(has(get(dewi, "/umkm", {{"q", "rahayu utami"}}), "Dapur Bu Sri Rahayu"));
    EXPECT_TRUE(has(get(dewi, "/umkm", {{"q", "081234567890"}}), "Dapur Bu Sri Rahayu")) << "the phone stayed";
    must(dewi, "enterprise.close", {{"business", id}, {"on", "2025-12-31"}, {"reason", "Pindah kota"}});
    EXPECT_EQ(refusal(dewi, "enterprise.close", {{"business", id}, {"on", "2025-12-31"}, {"reason", "Pindah kota"}}), "enterprise.closed_already");
    must(dewi, "enterprise.reopen", {{"business", id}, {"reason", "Kembali"}});
    EXPECT_EQ(refusal(dewi, "enterprise.confirm", {{"business", id}}), "saw_ktp required");
    must(dewi, "enterprise.confirm", {{"business", id}, {"saw_ktp", true}});
    auto const page = get(dewi, "/umkm/" + id);
    EXPECT_TRUE(has(page, "Pindah kota"));
    EXPECT_TRUE(has(page, "Dikonfirmasi"));
}

TEST_F(RegistryTest, ConsentIsNotedWhereItWasMissing)
{
    auto input = bakery();
    input["consent_on"] = nullptr;
    auto const owner = business(must(dewi, "enterprise.register", input).id).owner;
    auto const agrees = [&] {
        write([&](db::WriteTx& tx) -> Result<void> {
            auto made = context(dewi);
            return note_consent(tx, made, owner);
        });
        return look([&](db::ReadTx& tx) { return person_details(tx, city, owner); }).consent_on;
    };
    auto const first = services.today();
    EXPECT_EQ(agrees(), first);
    env.advance_seconds(24 * 3600);
    EXPECT_EQ(agrees(), first) << "the first day stays";
}

TEST_F(RegistryTest, CapitalAndSalesAreTheOwnersAndWhoRecordedThem)
{
    auto input = bakery();
    input["capital"] = 12'345'678;
    input["sales_year"] = 2025;
    input["sales_amount"] = 87'654'321;
    input["sales_method"] = "recall_month";
    auto const id = must(dewi, "enterprise.register", input).id;
    auto const owner = make_actor("Sri Utami", "umkm", kelurahan, {"enterprise.own"}, business(id).owner);
    auto const path = "/umkm/" + id;
    for (Actor const* reader : std::initializer_list<Actor const*> {&dewi, &owner})
        for (auto const* page : {"", "/ubah"})
            for (auto const* figure : {"12.345.678", "87.654.321"})
                EXPECT_TRUE(has(get(*reader, path + page), figure)) << reader->name << page;
    for (auto const* page : {"", "/ubah"}) {
        auto const seen = get(tono, path + page);
        EXPECT_EQ(seen.status, 200);
        EXPECT_FALSE(has(seen, "12.345.678") || has(seen, "87.654.321")) << page;
        EXPECT_TRUE(has(seen, "hanya pemilik dan pencatat yang melihat angkanya")) << page;
    }
    // Who may not read them leaves them as they are, and their class too.
    boost::json::object change {{"business", id}, {"version", 1}, {"name", "Dapur Sri"}, {"activity", "Kue kering"}, {"place_kind", "rumah"}, {"place", rt1}, {"legal_form", "perorangan"}};
    must(tono, "enterprise.change", change);
    EXPECT_EQ(business(id).sales_amount, Rupiah::checked(87'654'321));
    EXPECT_EQ(business(id).sales_method, "recall_month");
    EXPECT_EQ(business(id).capital, Rupiah::checked(12'345'678));
    EXPECT_EQ(business(id).size_class, "mikro");
    EXPECT_TRUE(has(get(dewi, path), "87.654.321"));
    // A figure of one's own replaces them: who wrote the one before reads it no more.
    change["version"] = 2;
    change["sales_year"] = 2025;
    change["sales_amount"] = 76'543'210;
    change["sales_method"] = "cash_book";
    must(tono, "enterprise.change", change);
    EXPECT_TRUE(has(get(tono, path), "76.543.210"));
    EXPECT_FALSE(has(get(dewi, path), "76.543.210"));
    EXPECT_TRUE(has(get(dewi, path), "12.345.678"));
    // What the owner's own form sends back stays whose it was; to who reads it, empty says that there is none.
    change["version"] = 3;
    must(owner, "enterprise.change", change);
    EXPECT_TRUE(has(get(tono, path), "76.543.210"));
    EXPECT_FALSE(business(id).capital);
}

TEST_F(RegistryTest, ALicenceIsVerifiedByAnotherPersonWithProofOrNotAtAll)
{
    auto const id = must(dewi, "enterprise.register", bakery()).id;
    auto const add = [&](std::string_view kind, std::string_view number, std::string_view reason = "") {
        return boost::json::object {{"business", id}, {"kind", kind}, {"number", number}, {"reason", reason}};
    };
    auto const nib = must(tono, "enterprise.add_licence", add("nib", "1112210007923")).id;
    EXPECT_EQ(refusal(tono, "enterprise.add_licence", add("nib", "1112 2100 07923")), "number enterprise.licence_known");
    EXPECT_EQ(refusal(tono, "enterprise.check_licence", {{"licence", nib}, {"result", "issued"}, {"where", "oss.go.id"}, {"file", picture()}}), "enterprise.checks_own");
    EXPECT_EQ(refusal(dinas, "enterprise.check_licence", {{"licence", nib}, {"result", "issued"}, {"where", "oss.go.id"}}), "file enterprise.proof_missing");
    EXPECT_EQ(refusal(dewi, "enterprise.check_licence", {{"licence", nib}, {"result", "issued"}, {"where", "oss.go.id"}, {"file", picture()}}), "operation.not_allowed");
    must(dinas, "enterprise.check_licence", {{"licence", nib}, {"result", "issued"}, {"where", "oss.go.id"}, {"file", picture()}});
    // A wrong number is kept as what somebody showed, and is never verified.
    auto const wrong = must(tono, "enterprise.add_licence", add("pirt", "P-IRT No. 2063216010384")).id;
    EXPECT_EQ(refusal(dinas, "enterprise.check_licence", {{"licence", wrong}, {"result", "issued"}, {"where", "Dinkes"}, {"file", picture()}}), "result enterprise.wrong_number_verified");
    EXPECT_EQ(refusal(tono, "enterprise.add_licence", add("pirt", "206357201000128")), "number pirt.hyphen");
    must(tono, "enterprise.add_licence", add("pirt", "206357201000128", "Tercetak tanpa garis"));
    EXPECT_EQ(refusal(tono, "enterprise.add_licence", add("halal", "KH 123")), "number halal.not_bpjph");
    must(tono, "enterprise.add_licence", add("npwp", "3572025708450002"));
    auto const page = get(dinas, "/umkm/" + id);
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(has(page, "Terbukti terbit"));
    EXPECT_TRUE(has(page, "Nomor salah"));
    EXPECT_FALSE(has(page, "3572025708450002")) << "a tax number may be a NIK";
    must(tono, "enterprise.retire_licence", {{"licence", wrong}, {"reason", "Salah ketik"}});
    EXPECT_EQ(refusal(tono, "enterprise.retire_licence", {{"licence", wrong}, {"reason", "Salah ketik"}}), "enterprise.licence_retired");
    // The same number at another business is worth a look.
    auto other = bakery();
    other["owner_name"] = "Joko Susilo";
    other["owner_nik"] = "3572011708450001";
    other["owner_phone"] = "0813 1111 2222";
    other["name"] = "Warung Joko";
    auto const second = must(dewi, "enterprise.register", other).id;
    auto const same = must(tono, "enterprise.add_licence", {{"business", second}, {"kind", "nib"}, {"number", "1112210007923"}});
    ASSERT_FALSE(same.verdicts.empty());
    EXPECT_EQ(same.verdicts.front().code, "enterprise.licence_elsewhere");
}

TEST_F(RegistryTest, PagesAreOnlyForWhoReadsThere)
{
    auto const id = must(dewi, "enterprise.register", bakery()).id;
    auto const owner = make_actor("Sri", "umkm", elsewhere, {"enterprise.own"}, business(id).owner);
    auto const nobody = make_actor("Bukan", "umkm", kelurahan, {"enterprise.own"});
    EXPECT_EQ(get(stranger, "/umkm/" + id).status, 404);
    EXPECT_EQ(get(nobody, "/umkm/" + id).status, 404) << "an owner's office gives nothing over others";
    EXPECT_EQ(get(owner, "/umkm/" + id).status, 200);
    EXPECT_TRUE(has(get(owner, "/umkm/saya"), "Dapur Bu Sri"));
    EXPECT_EQ(get(owner, "/umkm").status, 403);
    EXPECT_EQ(refusal(owner, "enterprise.confirm", {{"business", id}, {"saw_ktp", true}}), "operation.not_allowed");
    EXPECT_FALSE(has(get(stranger, "/umkm"), "Dapur Bu Sri"));
    auto const list = get(dewi, "/umkm", {{"q", "dap"}});
    EXPECT_TRUE(has(list, "Dapur Bu Sri"));
    EXPECT_FALSE(has(list, "34567890"));
    EXPECT_EQ(get(dewi, "/umkm", {{"format", "csv"}, {"keadaan", "active"}, {"sort", "-owner"}}).status, 200);
    for (auto const* path : {"/ubah", "/lain", "/pemilik", "/tutup", "/izin"}) {
        EXPECT_EQ(get(dewi, "/umkm/" + id + path).status, 200) << path;
        EXPECT_EQ(get(stranger, "/umkm/" + id + path).status, 404) << path;
    }
    EXPECT_EQ(get(dewi, "/umkm/baru").status, 200);
}

TEST_F(RegistryTest, TheFormsRecordAndGiveBackWhatWasTyped)
{
    std::vector<std::pair<std::string, std::string>> typed {{"id", env.ulid().str()}, {"owner_name", "Sri Utami"}, {"owner_phone", "08123456789"}, {"no_nik", "lost"}, {"owner_place", std::string(rt1)},
        {"name", "Dapur Bu Sri"}, {"activity", "Kue kering"}, {"kbli", "2025:10710"}, {"place_kind", "rumah"}, {"place", std::string(rt1)}, {"legal_form", "perorangan"},
        {"channels", "rumah"}, {"channels", "daring"}, {"started", "besok"}};
    auto const refused = ask(dewi, http::Method::Post, "/umkm/baru", {}, typed);
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(has(refused, "besok"));
    typed.back().second = "2021-03";
    auto const done = ask(dewi, http::Method::Post, "/umkm/baru", {}, typed);
    ASSERT_EQ(done.status, 303);
    auto const found = look([&](db::ReadTx& tx) { return find_persons(tx, services, "sri", "", 5); });
    ASSERT_EQ(found.size(), 1U);
    auto const made = look([&](db::ReadTx& tx) { return businesses_of(tx, city, found.front().id); }).front();
    EXPECT_EQ(made.channels, "rumah,daring");
    auto const path = href_of(made.id);
    auto const read = ask(dewi, http::Method::Post, path + "/izin", {}, {{"kind", "pirt"}, {"number", "2063572010001-28"}, {"_refresh", "1"}});
    EXPECT_EQ(read.status, 200);
    EXPECT_TRUE(has(read, "plastik")) << "its parts are shown before it is recorded";
    ASSERT_EQ(ask(dewi, http::Method::Post, path + "/izin", {}, {{"id", env.ulid().str()}, {"kind", "nib"}, {"number", "1112210007923"}}).status, 303);
    auto const licence = look([&](db::ReadTx& tx) { return licences_of(tx, city, made.id); }).front();
    EXPECT_TRUE(has(get(tono, path + "/izin/" + licence.id.str()), "1112210007923"));
    EXPECT_EQ(ask(tono, http::Method::Post, path + "/izin/" + licence.id.str(), {}, {{"id", env.ulid().str()}, {"result", "not_found"}, {"where", "oss.go.id"}}).status, 303);
    EXPECT_TRUE(has(get(tono, path), "Tidak ditemukan"));
    EXPECT_EQ(get(tono, path + "/izin/" + licence.id.str() + "/cabut").status, 200);
    EXPECT_EQ(ask(dewi, http::Method::Post, path + "/tutup", {}, {{"id", env.ulid().str()}, {"on", "2025-12-01"}, {"reason", "Sakit"}}).status, 303);
    EXPECT_TRUE(has(get(dewi, path), "Tutup"));
}

} // namespace
} // namespace rtkeren::enterprise
