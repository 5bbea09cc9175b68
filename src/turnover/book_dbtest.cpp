#include "turnover/book.hpp"
#include "turnover/fixture_dbtest.hpp"

namespace rtkeren::turnover {
namespace {

struct BookTest : TurnoverTest {
    boost::json::object sale(std::string_view on, std::int64_t amount, std::string_view channel = "rumah") { return {{"business", bakery_id}, {"on", on}, {"channel", channel}, {"amount", amount}}; }
    boost::json::object day(std::string_view on) { return {{"business", bakery_id}, {"on", on}}; }
    std::vector<Record> counting()
    {
        auto kept = records(bakery_id);
        std::erase_if(kept, [](Record const& record) { return !record.counts(); });
        return kept;
    }
};

TEST_F(BookTest, AClosedDayBecomesRecordsOnce)
{
    must(sri, "turnover.add_sale", sale("2025-12-30", 25'000));
    must(sri, "turnover.add_sale", sale("2025-12-30", 30'000));
    must(sri, "turnover.add_sale", sale("2025-12-30", 80'000, "daring"));
    must(sri, "turnover.add_cost", {{"business", bakery_id}, {"on", "2025-12-30"}, {"cost", "bahan"}, {"amount", 60'000}});
    EXPECT_TRUE(records(bakery_id).empty()) << "a day that is not over is no record";
    must(sri, "turnover.close_day", day("2025-12-30"));
    auto const after = counting();
    ASSERT_EQ(after.size(), 2U);
    EXPECT_EQ(after[0].amount + after[1].amount, 135'000_rp);
    EXPECT_TRUE(after[0].own_book && after[0].method == enterprise::Method::CashBook && !after[0].file);
    EXPECT_EQ(refusal(sri, "turnover.close_day", day("2025-12-30")), "turnover.closed_already");
    EXPECT_EQ(records(bakery_id).size(), 2U);
    expect_sums_agree(bakery_id);
    auto const book = look([&](db::ReadTx& tx) { return book_day(tx, city, enterprise::BusinessId::parse(bakery_id).value(), Date::parse("2025-12-30").value()); });
    EXPECT_EQ(book.left(), 75'000_rp);
}

TEST_F(BookTest, ADayIsClosedByTheNextOneAndWhatComesLateReplaces)
{
    must(sri, "turnover.add_sale", sale("2025-12-29", 40'000));
    must(sri, "turnover.add_sale", sale("2025-12-30", 50'000));
    ASSERT_EQ(counting().size(), 1U) << "the 29th";
    must(sri, "turnover.add_sale", sale("2025-12-29", 5'000));
    ASSERT_EQ(counting().size(), 1U);
    EXPECT_EQ(counting().front().amount, 45'000_rp);
    EXPECT_EQ(records(bakery_id).size(), 2U) << "the first record stays, replaced";
    expect_sums_agree(bakery_id);
    EXPECT_EQ(refusal(sri, "turnover.correct", [&] {
        auto input = sold("2025-12-29", "2025-12-29", 1, "rumah", "cash_book");
        input["record"] = counting().front().id.text();
        input["reason"] = "Coba";
        return input;
    }()), "turnover.correct_in_book");
}

TEST_F(BookTest, ADayWithoutSalesCountsAndEndsWhenASaleTurnsUp)
{
    must(sri, "turnover.close_day", day("2025-12-28"));
    ASSERT_EQ(counting().size(), 1U);
    EXPECT_EQ(counting().front().amount, 0_rp);
    EXPECT_EQ(month_rows_in(bakery_id).front().days, 1);
    auto const late = must(sri, "turnover.add_sale", sale("2025-12-28", 90'000, "daring")).id;
    ASSERT_EQ(counting().size(), 1U) << "the zero of the home channel is withdrawn";
    EXPECT_EQ(counting().front().channel, enterprise::Channel::Daring);
    must(sri, "turnover.void_entry", {{"entry", late}});
    EXPECT_EQ(refusal(sri, "turnover.void_entry", {{"entry", late}}), "turnover.voided_already");
    ASSERT_EQ(counting().size(), 1U);
    EXPECT_EQ(counting().front().amount, 0_rp) << "a day without sales again";
    expect_sums_agree(bakery_id);
}

TEST_F(BookTest, TheBookIsTheOwnersAlone)
{
    auto const entry = must(sri, "turnover.add_sale", sale("2025-12-30", 25'000)).id;
    auto const other = make_actor("Lain", "umkm", kelurahan, {"enterprise.own", "turnover.own"});
    EXPECT_EQ(refusal(other, "turnover.add_sale", sale("2025-12-30", 1)), "enterprise.no_business");
    EXPECT_EQ(refusal(other, "turnover.void_entry", {{"entry", entry}}), "turnover.no_entry");
    EXPECT_EQ(refusal(other, "turnover.close_day", day("2025-12-30")), "enterprise.no_business");
    EXPECT_EQ(refusal(tono, "turnover.add_sale", sale("2025-12-30", 1)), "operation.not_allowed");
    EXPECT_EQ(refusal(sri, "turnover.add_sale", sale("2026-01-02", 1)), "on date.future");
    EXPECT_EQ(refusal(sri, "turnover.add_sale", sale("2024-12-01", 1)), "on turnover.too_old");
    EXPECT_EQ(get(other, "/omzet/saya", {{"usaha", bakery_id}}).status, 404);
    EXPECT_TRUE(has(get(other, "/omzet/saya"), "belum tercatat"));
    EXPECT_EQ(get(other, "/omzet/saya/buku").status, 404);
    EXPECT_EQ(get(tono, "/omzet/saya").status, 403);
}

TEST_F(BookTest, APaperRecordOfTheSameDayKeepsTheDayOpenAndLosesNoSale)
{
    auto paper = of(bakery_id, sold("2025-12-01", "2025-12-29", 1'000'000, "rumah", "cash_book"));
    paper["file"] = picture();
    must(tono, "turnover.record", paper);
    must(sri, "turnover.add_sale", sale("2025-12-29", 40'000));
    must(sri, "turnover.add_sale", sale("2025-12-30", 50'000));
    EXPECT_EQ(counting().size(), 1U) << "the paper one";
    EXPECT_EQ(refusal(sri, "turnover.close_day", day("2025-12-29")), "turnover.overlap");
    EXPECT_TRUE(has(get(sri, "/omzet/saya"), "29 Desember 2025")) << "told as not closed";
}

TEST_F(BookTest, APhoneWritesADayWithQuickAmountsAndTakesTheBookHome)
{
    auto const page = get(sri, "/omzet/saya");
    EXPECT_TRUE(has(page, "Hari ini tidak jualan"));
    EXPECT_TRUE(has(page, "Rp5.000"));
    EXPECT_EQ(post(sri, "/omzet/saya", {{"business", bakery_id}, {"on", "2026-01-01"}, {"channel", "rumah"}, {"amount", ""}, {"_quick", "15000"}, {"note", ""}}).status, 303);
    EXPECT_EQ(post(sri, "/omzet/saya", {{"business", bakery_id}, {"on", "2026-01-01"}, {"channel", "rumah"}, {"amount", "15.000"}, {"note", "kue ulang tahun"}}).status, 303);
    auto const refused = post(sri, "/omzet/saya", {{"business", bakery_id}, {"on", "2026-01-01"}, {"channel", "daring"}, {"amount", "lima ribu"}, {"note", "Bu Tini"}});
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(has(refused, "lima ribu"));
    EXPECT_TRUE(has(refused, "Bu Tini"));
    EXPECT_EQ(post(sri, "/omzet/saya/biaya", {{"business", bakery_id}, {"on", "2026-01-01"}, {"cost", "kemasan"}, {"amount", "7.500"}}).status, 303);
    EXPECT_EQ(post(sri, "/omzet/saya/biaya", {{"business", bakery_id}, {"on", "2026-01-01"}, {"cost", "kemasan"}, {"amount", ""}}).status, 422);
    EXPECT_TRUE(has(get(sri, "/omzet/saya"), "Rp22.500")) << "what is left of the day";
    EXPECT_TRUE(has(get(sri, "/omzet/saya"), "Rp15.000")) << "a usual amount now";
    auto const csv = get(sri, "/omzet/saya/buku", {{"format", "csv"}});
    EXPECT_TRUE(has(csv, "kue ulang tahun"));
    EXPECT_TRUE(has(csv, "7500"));
    EXPECT_EQ(get(sri, "/omzet/saya/buku", {{"format", "xlsx"}}).status, 200);
    EXPECT_EQ(get(sri, "/omzet/saya/buku", {{"jenis", "cost"}}).status, 200);
    EXPECT_EQ(post(sri, "/omzet/saya/tutup", {{"business", bakery_id}, {"on", "2026-01-01"}}).status, 303);
    EXPECT_TRUE(has(get(sri, "/omzet/usaha/" + bakery_id), "Rp30.000"));
    EXPECT_TRUE(has(get(sri, "/omzet/saya/biaya"), "Kemasan"));
}

} // namespace
} // namespace rtkeren::turnover
