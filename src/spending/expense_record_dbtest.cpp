#include "spending/expense_fixture_dbtest.hpp"

namespace rtkeren::spending {
namespace {

TEST_F(ExpenseTest, TheMachineIsWhole)
{
    EXPECT_EQ(workflow::check_machine(expense_machine()), std::vector<std::string> {});
}

TEST_F(ExpenseTest, EveryQueryPrepares)
{
    tests::expect_all_queries_prepare("spending");
}

TEST_F(ExpenseTest, RecordsAPurchaseAndCarriesItToAcceptance)
{
    auto const answer = recorded(1'350'000);
    EXPECT_EQ(answer.message, "spending.recorded");
    EXPECT_EQ(answer.data.at("number").as_string(), "001/BLJ/2023");
    EXPECT_TRUE(answer.verdicts.empty());
    EXPECT_EQ(stages(fisik), "cair 16150000 belanja 1350000 sah 0");
    EXPECT_EQ(held(), "bank 38000000 kas 10650000");
    EXPECT_EQ(stored(answer.id).state, "draft");
    accepted(answer.id);
    EXPECT_EQ(stages(fisik), "cair 16150000 belanja 0 sah 1350000");
    auto known = paving(10'000, "2");
    known.erase("supplier_name");
    known["supplier"] = env.ulid().text();
    EXPECT_EQ(refused_with(known).code, "spending.no_supplier");
    known["supplier"] = stored(answer.id).supplier.text();
    must(treasurer, "spending.withdraw", {{"expense", record(known).id}, {"reason", "Hanya dicoba"}});
    auto const listed = must_read([&](db::ReadTx& tx) { return expenses_of_purse(tx, city, fisik); });
    ASSERT_EQ(listed.size(), 1U);
    EXPECT_EQ(listed[0].supplier, "Toko Barokah");
    EXPECT_EQ(listed[0].state, "accepted");
    EXPECT_EQ(listed[0].accepted, 1'350'000_rp);
    auto const lines = must_read([&](db::ReadTx& tx) { return spending_by_line(tx, city, fisik); });
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_EQ(lines[0].spent, 1'350'000_rp);
    EXPECT_EQ(lines[0].accepted, 1'350'000_rp);
}

TEST_F(ExpenseTest, PavingFromTheUmkmPurseIsRefusedWithTheWayOut)
{
    auto input = bill(line(rt1, "umkm", "Kemasan"), 1'350'000);
    input["category"] = "paving";
    auto const error = refused_with(input);
    ASSERT_EQ(error.verdicts.size(), 1U);
    auto const& verdict = error.verdicts.front();
    EXPECT_EQ(verdict.code, "expense.category_envelope");
    EXPECT_FALSE(verdict.citation.empty());
    ASSERT_TRUE(verdict.fix.has_value());
    EXPECT_EQ(verdict.fix->operation, "spending.record_expense");
    ASSERT_EQ(verdict.fix->input, (Arguments {{"envelope", "fisik"}}));
    EXPECT_EQ(stages(umkm), "cair 7500000 belanja 0 sah 0");
    // The button of the fix: the same input with its overlay.
    input["envelope"] = "fisik";
    auto const answer = record(input);
    EXPECT_EQ(answer.data.at("purse").as_string(), fisik.str());
    EXPECT_EQ(stages(fisik), "cair 16150000 belanja 1350000 sah 0");
}

TEST_F(ExpenseTest, TheLedgerItselfKeepsPavingOutOfTheUmkmPurse)
{
    auto const done = post(ledger::expense(header(today), mekar, {.charged = {{umkm, "paving", 1'000_rp}}, .paid = {{ledger::CashKind::Kas, "-", 1'000_rp}}}));
    ASSERT_FALSE(done.ok());
    EXPECT_EQ(done.error().code, "ledger.category_not_allowed");
}

TEST_F(ExpenseTest, MoreThanWasDisbursedIsRefusedWithTheArithmetic)
{
    auto const error = refused_with(paving(17'500'001));
    ASSERT_FALSE(error.verdicts.empty());
    EXPECT_EQ(error.verdicts.front().code, "expense.over_disbursed");
    EXPECT_EQ(figure(error.verdicts.front(), "left"), "17500000");
    EXPECT_EQ(figure(error.verdicts.front(), "over"), "1");
    EXPECT_EQ(stages(fisik), "cair 17500000 belanja 0 sah 0");
}

TEST_F(ExpenseTest, MoreThanTheLineIsRefused)
{
    recorded(800'000);
    auto const error = refused_with(bill(line(rt1, "fisik", "ATK"), 1'000'001));
    ASSERT_FALSE(error.verdicts.empty());
    EXPECT_EQ(error.verdicts.front().code, "expense.over_line");
    EXPECT_EQ(figure(error.verdicts.front(), "over"), "1");
}

TEST_F(ExpenseTest, AnotherRtsPurseNeedsTheSignedLetter)
{
    auto input = paving(500'000);
    input["unit"] = rt2;
    auto const error = refused_with(input);
    ASSERT_FALSE(error.verdicts.empty());
    EXPECT_EQ(error.verdicts.front().code, "expense.other_unit");
    EXPECT_EQ(figure(error.verdicts.front(), "work"), std::string(rt2));
    input["joint"] = "SB/1/2023";
    input["joint_letter"] = picture();
    record(input);
    EXPECT_EQ(stages(fisik), "cair 17000000 belanja 500000 sah 0");
}

TEST_F(ExpenseTest, OneReceiptForTwoPursesByTheSignedShares)
{
    auto input = paving(1'000'000);
    input.erase("line");
    input["shares"] = boost::json::array {{{"line", line(rt1, "fisik", "Paving")}, {"amount", 600'000}}, {{"line", line(rt2, "fisik", "Paving")}, {"amount", 400'000}}};
    EXPECT_EQ(refused_with(input).verdicts.front().code, "expense.other_unit");
    input["joint"] = "SB/2/2023";
    input["joint_letter"] = picture();
    auto wrong = input;
    wrong["gross"] = 1'000'001;
    EXPECT_EQ(refused_with(wrong).code, "spending.shares_differ");
    auto const answer = record(input);
    EXPECT_EQ(stages(fisik), "cair 16900000 belanja 600000 sah 0");
    EXPECT_EQ(stages(purse_of(rt2, "fisik").id), "cair 17100000 belanja 400000 sah 0");
    EXPECT_EQ(held(), "bank 38000000 kas 11000000");
    accepted(answer.id);
    EXPECT_EQ(stages(fisik), "cair 16900000 belanja 0 sah 600000");
    EXPECT_EQ(stages(purse_of(rt2, "fisik").id), "cair 17100000 belanja 0 sah 400000");
}

TEST_F(ExpenseTest, ABannedActivityIsRefused)
{
    auto input = paving(500'000);
    input["category"] = "gapura";
    auto const error = refused_with(input);
    ASSERT_FALSE(error.verdicts.empty());
    EXPECT_EQ(error.verdicts.front().code, "expense.banned");
    EXPECT_NE(error.verdicts.front().citation.find("gapura"), std::string::npos);
    input["category"] = "talud"; // allowed, but the plan does not have it in this line
    EXPECT_EQ(refused_with(input).verdicts.front().code, "spending.not_planned");
}

TEST_F(ExpenseTest, BadInputSaysFieldAndReason)
{
    auto const codes = [&](std::string_view key, boost::json::value value) {
        auto input = paving(500'000);
        input[key] = std::move(value);
        auto const error = refused_with(input);
        EXPECT_FALSE(error.fields.empty()) << key;
        return error.fields.empty() ? std::string {} : error.fields.front().name + " " + error.fields.front().code;
    };
    EXPECT_EQ(codes("gross", "1,000,000"), "gross rupiah.format");
    EXPECT_EQ(codes("gross", "Rp 15.000,50"), "gross rupiah.format");
    EXPECT_EQ(codes("gross", -5), "gross rupiah.negative");
    EXPECT_EQ(codes("gross", "1000000000000001"), "gross rupiah.range");
    EXPECT_EQ(codes("on", "2023-02-30"), "on date.invalid");
    EXPECT_EQ(codes("on", "2022-12-31"), "on date.outside_year");
    EXPECT_EQ(codes("on", "2023-07-04"), "on date.future");
    EXPECT_EQ(codes("supplier_name", ""), "supplier_name required");
    EXPECT_EQ(codes("description", "x"), "description text.short");
    EXPECT_EQ(codes("residents_share", 500'000), "residents_share spending.residents_too_much");
    EXPECT_EQ(codes("bill_total", 400'000), "bill_total spending.bill_below");
    EXPECT_EQ(codes("entered_for", boost::json::value(chair.person.text())), "signed_paper spending.signed_paper");
    EXPECT_EQ(codes("line", nullptr), "line required");
    EXPECT_EQ(stages(fisik), "cair 17500000 belanja 0 sah 0");
}

TEST_F(ExpenseTest, OnlyWhoHoldsThePurse)
{
    auto stranger_too = officer("Tono", "pokmas_bendahara", melati, "35.72.03.1001.002", {"spending.record"});
    EXPECT_EQ(refused(stranger_too, "spending.record_expense", paving(1'000)), "operation.not_allowed");
    auto elsewhere = person("Operator", "operator", "35.72.03.1002", {"spending.record"});
    EXPECT_EQ(refused(elsewhere, "spending.record_expense", paving(1'000)), "operation.not_allowed");
    EXPECT_EQ(refused(checker, "spending.record_expense", paving(1'000)), "operation.not_allowed");
}

TEST_F(ExpenseTest, EnteredFromPaperForSomebodyWhoThenCannotCheck)
{
    auto clerk = person("Bagus", "operator", std::string(kelurahan), {"spending.record"});
    auto input = paving(700'000);
    input["entered_for"] = supervisor.person.text();
    input["signed_paper"] = picture();
    auto const answer = must(clerk, "spending.record_expense", input);
    must(clerk, "spending.submit", {{"expense", answer.id}});
    EXPECT_EQ(refused(supervisor, "spending.goods_ok", {{"expense", answer.id}}), "workflow.four_eyes");
    EXPECT_EQ(stored(answer.id).entered_for, supervisor.person);
}

TEST_F(ExpenseTest, PaysFromBankCashAndAdvanceInAnyMix)
{
    auto const slamet = person("Slamet", "warga", "", {});
    auto const given = must(treasurer, "spending.give_advance", with(move(300'000), "holder_name", "Pak Slamet"));
    auto const before = cash(mekar);
    std::string holder;
    for (auto const& part : before.parts)
        if (part.kind == ledger::CashKind::Panjar)
            holder = part.party;
    auto input = paving(1'000'000);
    input["pay"] = boost::json::array {{{"from", "bank"}, {"amount", 500'000}}, {{"from", "panjar"}, {"holder", holder}, {"amount", 300'000}}, {{"from", "kas"}}};
    record(input);
    EXPECT_EQ(held(), "bank 37500000 kas 11500000");
    input = paving(1'000'000, "2");
    input["pay"] = boost::json::array {{{"from", "bank"}, {"amount", 999'999}}};
    EXPECT_EQ(refused_with(input).code, "spending.pay_differs");
    input["pay"] = boost::json::array {{{"from", "panjar"}, {"holder", holder}}};
    EXPECT_EQ(refused_with(input).code, "ledger.insufficient");
}

TEST_F(ExpenseTest, ResidentsBearTheRestOfTheBill)
{
    must(treasurer, "spending.residents_in", move(400'000));
    auto input = paving(1'000'000);
    input["residents_share"] = 400'000;
    record(input);
    EXPECT_EQ(stages(fisik), "cair 16900000 belanja 600000 sah 0");
    EXPECT_EQ(held(), "bank 38000000 kas 11400000");
}

TEST_F(ExpenseTest, SaysAReceiptOrPhotoUsedTwiceAndASplitBill)
{
    auto const first = recorded(1'200'000);
    auto const second = record(paving(1'200'000));
    ASSERT_EQ(second.verdicts.size(), 2U);
    EXPECT_EQ(second.verdicts[0].code, "spending.receipt_twice");
    EXPECT_EQ(figure(second.verdicts[0], "number"), "001/BLJ/2023");
    EXPECT_EQ(second.verdicts[1].code, "spending.split");
    EXPECT_EQ(figure(second.verdicts[1], "together"), "2400000");
    EXPECT_EQ(stored(second.id).marks, 2);
    auto reused = bill(line(rt1, "fisik", "ATK"), 50'000, "9");
    reused["supplier_name"] = "Toko Lain";
    auto const photo = picture();
    reused["papers"] = boost::json::array {{{"paper", "nota"}, {"sha256", photo}}};
    EXPECT_TRUE(record(reused).verdicts.empty());
    reused["receipt"] = "10";
    reused["supplier_name"] = "Toko Ketiga";
    auto const again = record(reused);
    ASSERT_EQ(again.verdicts.size(), 1U);
    EXPECT_EQ(again.verdicts[0].code, "spending.photo_reused");
}

TEST_F(ExpenseTest, TheSameRequestAgainChangesNothing)
{
    auto input = paving(900'000);
    input["id"] = env.ulid().text();
    auto const first = record(input);
    EXPECT_EQ(record(input).id, first.id);
    EXPECT_EQ(stages(fisik), "cair 16600000 belanja 900000 sah 0");
    input["gross"] = 900'001;
    EXPECT_EQ(refused_with(input).code, "request.id_reused");
}

} // namespace
} // namespace rtkeren::spending
