#include "ladder/fixture_dbtest.hpp"
#include "ladder/kept_picture.hpp"

#include "enterprise/applications.hpp"

namespace rtkeren::ladder {
namespace {

TEST_F(LadderTest, QueriesRun)
{
    tests::expect_all_queries_prepare("ladder");
    tests::expect_all_queries_run_at_end("ladder");
}

TEST_F(LadderTest, AProductWaitsSinceTheStepBeforeItWasProven)
{
    EXPECT_EQ(waiting(cake_id).now()->step, "nib");
    EXPECT_EQ(waiting(cake_id).missing, 4) << "NIB, PKP, P-IRT and halal";
    on("2026-01-21");
    EXPECT_EQ(board().steps.at(0).median_days, 20) << "since the product was recorded";
    proven("nib", "1112210007923");
    on("2026-01-31");
    auto const rows = board().steps;
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows[0].key, "pkp");
    EXPECT_EQ(rows[0].median_days, 10) << "since the NIB was proven";
    EXPECT_EQ(rows[0].longest_product, cake_id);
}

TEST_F(LadderTest, TheDeskTakesAPaperInHandAndTheDaysAreItsOwn)
{
    on("2026-01-21");
    EXPECT_EQ(board().desks.at(0).key, "pemilik");
    boost::json::object const taken {{"product", cake_id}, {"step", "nib"}, {"since", "2026-01-15"}, {"number", "B-7"}, {"expected_until", "2026-01-28"}, {"note", "Tunggu foto KTP"}};
    EXPECT_EQ(refusal(dewi, "ladder.in_process", taken), "operation.not_allowed");
    EXPECT_EQ(refusal(make_actor("Jauh", "perizinan", elsewhere, {"enterprise.read", "ladder.desk"}), "ladder.in_process", taken), "ladder.no_product");
    auto wrong = taken;
    wrong["since"] = "2026-02-01";
    EXPECT_EQ(refusal(desk, "ladder.in_process", wrong), "since ladder.future");
    wrong = taken;
    wrong["expected_until"] = "2026-01-10";
    EXPECT_EQ(refusal(desk, "ladder.in_process", wrong), "expected_until ladder.expected_before");
    wrong = taken;
    wrong["step"] = "bpom";
    EXPECT_EQ(refusal(desk, "ladder.in_process", wrong), "step ladder.step_unknown") << "dry cakes need none";
    must(desk, "ladder.in_process", taken);
    auto const now = waiting(cake_id);
    EXPECT_EQ(now.now()->whose, "dpmptsp");
    EXPECT_EQ(now.now()->since, Date::parse("2026-01-15").value());
    ASSERT_TRUE(now.word);
    EXPECT_EQ(now.word->number, "B-7");
    EXPECT_EQ(board().desks.at(0).key, "dpmptsp");
    EXPECT_EQ(board().desks.at(0).median_days, 6);
    EXPECT_TRUE(blocked_of(seen()).empty()) << "no clinic helps what lies at a desk";

    env.advance_seconds(60);
    must(desk, "ladder.in_process", {{"product", cake_id}, {"step", "nib"}, {"since", "2026-01-15"}, {"number", "B-7"}, {"expected_until", "2026-02-05"}, {"note", "Menunggu tanda tangan"}});
    EXPECT_EQ(waiting(cake_id).word->note, "Menunggu tanda tangan");
    EXPECT_TRUE(has(get(sri, "/naik-kelas/" + bakery_id), "Menunggu tanda tangan")) << "the owner sees whose move it is";
    EXPECT_TRUE(has(get(desk, "/penghalang/proses/" + cake_id + "/nib"), "Tunggu foto KTP")) << "what was said before stays";

    EXPECT_EQ(refusal(desk, "ladder.end_process", {{"product", cake_id}, {"step", "pkp"}, {"ended_as", "refused"}, {"reason", "Tidak lengkap"}}), "ladder.not_in_process");
    must(desk, "ladder.end_process", {{"product", cake_id}, {"step", "nib"}, {"ended_as", "refused"}, {"reason", "Tidak lengkap"}});
    EXPECT_EQ(waiting(cake_id).now()->whose, "pemilik");
    EXPECT_FALSE(waiting(cake_id).word);
}

TEST_F(LadderTest, ADeskHasNothingToDoWithWhatIsProvenOrOnlyUnchecked)
{
    must(dewi, "enterprise.add_licence", {{"business", bakery_id}, {"kind", "nib"}, {"number", "1112210007923"}});
    boost::json::object const taken {{"product", cake_id}, {"step", "nib"}, {"since", "2026-01-01"}};
    EXPECT_EQ(waiting(cake_id).now()->whose, "pemeriksa");
    EXPECT_EQ(refusal(desk, "ladder.in_process", taken), "ladder.number_there");
    auto const pkp = proven("pkp", "PKP-1");
    EXPECT_EQ(refusal(desk, "ladder.in_process", {{"product", cake_id}, {"step", "pkp"}, {"since", "2026-01-01"}}), "ladder.nothing_to_do");
}

TEST_F(LadderTest, TheBoardIsTheSumOfItsRowsAndLeadsToThem)
{
    auto const frozen = product("Nugget ayam", "beku");
    auto const craft = product("Gantungan kunci", "kerajinan");
    on("2026-03-01");
    must(desk, "ladder.in_process", {{"product", frozen}, {"step", "nib"}, {"since", "2026-02-20"}});
    auto const counted = board();
    EXPECT_EQ(counted.all.products, 3);
    EXPECT_EQ(counted.all.businesses, 1);
    ASSERT_EQ(counted.moves.size(), 1U) << "a NIB is the business's: taken in hand for one product, it is for all of them";
    EXPECT_EQ(counted.moves[0].key, "nib/dpmptsp");
    auto const page = get(office, "/penghalang");
    ASSERT_EQ(page.status, 200);
    EXPECT_TRUE(has(page, "/penghalang/daftar?langkah=nib&amp;giliran=dpmptsp"));
    auto const rows = get(office, "/penghalang/daftar", {{"langkah", "nib"}, {"giliran", "dpmptsp"}});
    EXPECT_TRUE(has(rows, "Nugget ayam"));
    EXPECT_TRUE(has(rows, "Gantungan kunci"));
    EXPECT_FALSE(has(get(office, "/penghalang/daftar", {{"giliran", "pemilik"}}), "Nugget ayam"));
    EXPECT_TRUE(has(get(office, "/penghalang/daftar", {{"q", "nugget"}, {"format", "csv"}}), "Nugget ayam"));
    EXPECT_FALSE(has(get(office, "/penghalang/daftar", {{"jenis", "kerajinan"}, {"format", "csv"}}), "Nugget ayam"));
    EXPECT_FALSE(has(get(stranger, "/penghalang/daftar"), "Nugget ayam")) << "another kelurahan";
    EXPECT_EQ(get(stranger, "/penghalang", {{"kelurahan", std::string(kelurahan)}}).status, 422);
    EXPECT_EQ(get(office, "/penghalang", {{"jenis", "angin"}}).status, 422);
    EXPECT_EQ(get(sri, "/penghalang").status, 403);
}

TEST_F(LadderTest, BusinessesWithoutAProductAreCountedApart)
{
    auto other = bakery();
    other["name"] = "Jahit Bu Sri";
    other["activity"] = "Menjahit";
    other["place_kind"] = "toko";
    must(dewi, "enterprise.register", other);
    auto const picture = seen();
    EXPECT_EQ(picture.businesses, 2);
    EXPECT_EQ(picture.without_product, 1);
    auto const page = get(dewi, "/penghalang/tanpa-produk");
    EXPECT_TRUE(has(page, "Jahit Bu Sri"));
    EXPECT_FALSE(has(page, "Dapur Bu Sri"));
}

TEST_F(LadderTest, TheBoardIsJudgedAnewOnlyWhenSomethingOfItHappened)
{
    auto const kept = [&] {
        return look([&](db::ReadTx& tx) { return kept_picture(tx, services, {""}); });
    };
    auto const first = kept();
    EXPECT_EQ(first->products.size(), 1U);
    EXPECT_EQ(kept(), first);
    auto sales = sold("2025-12-01", "2025-12-31", 500'000);
    sales["business"] = bakery_id;
    must(tono, "turnover.record", sales);
    EXPECT_EQ(kept(), first) << "what businesses sold tells nothing of papers";
    product("Keripik pisang");
    auto const second = kept();
    EXPECT_EQ(second->products.size(), 2U);
    must(desk, "ladder.in_process", {{"product", cake_id}, {"step", "nib"}, {"since", "2026-01-01"}});
    EXPECT_NE(kept(), second) << "a desk took a paper in hand";
    auto const third = kept();
    env.set(env.now().plus_seconds(24 * 3600));
    EXPECT_NE(kept(), third) << "a paper may run out overnight";
}

TEST_F(LadderTest, WhatIsCompleteIsCountedByWhatStillLacks)
{
    auto const craft = product("Gantungan kunci", "kerajinan");
    proven("nib", "1112210007923");
    EXPECT_EQ(waiting(craft).now(), nullptr) << "a craft needs a NIB only; a trade mark is advice";
    auto const page = get(office, "/penghalang/daftar", {{"sesudah", "gtin"}});
    EXPECT_TRUE(has(page, "Gantungan kunci"));
    EXPECT_FALSE(has(page, "Bakpia kering keju"));
    EXPECT_TRUE(has(get(office, "/penghalang/daftar", {{"sesudah", "merek"}}), "Gantungan kunci"));
    EXPECT_EQ(get(office, "/penghalang/daftar", {{"sesudah", "angin"}}).status, 422);
}

TEST_F(LadderTest, AClinicCountsOnlyWhatItWouldUnblock)
{
    proven("nib", "1112210007923");
    proven("pkp", "PKP-1");
    EXPECT_EQ(blocked_of(seen()).front().only, false) << "P-IRT and halal are missing";
    proven("pirt", "2063572010001-28");
    auto const blocked = blocked_of(seen());
    ASSERT_EQ(blocked.size(), 1U);
    EXPECT_TRUE(blocked[0].only);
    EXPECT_EQ(blocked[0].step, "halal");
    auto const page = get(office, "/penghalang/klinik", {{"uang", "1.000.000"}});
    ASSERT_EQ(page.status, 200);
    EXPECT_TRUE(has(page, "1 produk hanya kurang langkah ini, milik 1 orang."));
    EXPECT_TRUE(has(page, "Biaya per kursi belum diketahui")) << "no pack, no topic: no invented cost";
    EXPECT_TRUE(has(page, "0 dari 0 produk diharapkan terbuka"));
    EXPECT_EQ(get(office, "/penghalang/klinik", {{"uang", "1,5 juta"}}).status, 422);
    EXPECT_EQ(get(office, "/penghalang/klinik/pirt").status, 200);
    EXPECT_EQ(get(office, "/penghalang/klinik/angin").status, 404);
    EXPECT_EQ(post(office, "/penghalang/klinik", {{"step", "pirt"}, {"topic", "angin"}}).status, 422);
    EXPECT_EQ(post(desk, "/penghalang/klinik", {{"step", "pirt"}, {"topic", "angin"}}).status, 403);
}

TEST_F(LadderTest, AClosedBusinessWaitsForNothing)
{
    must(dewi, "enterprise.close", {{"business", bakery_id}, {"on", "2025-12-31"}, {"reason", "Pindah kota"}});
    EXPECT_TRUE(seen().products.empty());
    EXPECT_TRUE(has(get(dewi, "/naik-kelas/" + bakery_id), "Pindah kota")) << "and its page says so";
}

} // namespace
} // namespace rtkeren::ladder
