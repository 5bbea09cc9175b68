#include "spending/expense_fixture_dbtest.hpp"

#include <thread>

namespace rtkeren::spending {
namespace {

/// Taxes of an expense as "pph22 36036 withheld".
std::string worded(std::vector<StoredTax> const& taxes)
{
    std::string text;
    for (auto const& tax : taxes)
        text += (text.empty() ? "" : ", ") + tax.key + " " + std::to_string(tax.amount.value()) + " " + std::string(name_of(tax.bearer));
    return text;
}

boost::json::object with_answers(boost::json::object input, boost::json::object const& answers)
{
    for (auto const& [key, value] : answers)
        input[key] = value;
    return input;
}

TEST_F(ExpenseTest, TaxesEndToEndWithExactBalances)
{
    struct Case {
        std::string line;
        std::int64_t gross;
        boost::json::object answers;
        std::string taxes;
        std::int64_t net;
    };
    auto const paving_line = line(rt1, "fisik", "Paving");
    auto const trainer = line(rt1, "umkm", "Honor pelatih");
    auto const food = line(rt1, "umkm", "Konsumsi");
    auto const works = line(rt1, "fisik", "Upah tukang");
    std::vector<Case> const cases {
        {paving_line, 2'000'000, {{"supplier_pkp", true}, {"has_npwp", true}}, "", 2'000'000},
        // 2.220.000 holds 11 %: 2.000.000 net, PPN 220.000, PPh 22 1,5 % of the net price.
        {paving_line, 2'220'000, {{"supplier_pkp", true}, {"has_npwp", true}}, "pph22 30000 withheld, ppn 220000 withheld", 1'970'000},
        {paving_line, 2'400'000, {{"has_npwp", true}}, "pph22 36000 withheld", 2'364'000},
        {paving_line, 2'400'000, {{"has_npwp", false}}, "pph22 72000 withheld", 2'328'000},
        {paving_line, 2'400'000, {{"has_npwp", true}, {"suket_pp55", true}}, "pph_final_umkm_barang 12000 withheld", 2'388'000},
        {trainer, 1'600'000, {{"has_npwp", true}}, "pph21_honor 40000 withheld", 1'560'000},
        {trainer, 1'000'000, {{"civil_servant", true}, {"civil_rank", 3}}, "pph21_pns_3 50000 withheld", 950'000},
        {food, 1'000'000, {{"has_npwp", true}}, "", 1'000'000},
        {works, 1'000'000, {{"wages_over_limit", 500'000}, {"days_over_limit", 1}}, "pph21_upah 2500 withheld", 997'500},
    };
    std::int64_t kas = 12'000'000;
    std::int64_t owed = 0;
    int receipt = 0;
    must(treasurer, "spending.draw_cash", move(10'000'000));
    kas += 10'000'000;
    for (auto const& each : cases) {
        auto input = with_answers(bill(each.line, each.gross, std::to_string(++receipt)), each.answers);
        input["supplier_name"] = "Toko " + std::to_string(receipt); // what a known supplier is, need not be asked again
        auto const answer = record(std::move(input));
        EXPECT_EQ(worded(taxes(answer.id)), each.taxes) << each.gross;
        EXPECT_EQ(answer.data.at("net").as_int64(), each.net);
        kas -= each.net;
        owed += each.gross - each.net;
        EXPECT_EQ(cash(mekar).of(ledger::CashKind::Kas).value(), kas);
        EXPECT_EQ(cash(mekar).of(ledger::CashKind::Pajak).value(), -owed);
    }
    auto const due = must_read([&](db::ReadTx& tx) { return taxes_owed(tx, city, mekar); });
    ASSERT_FALSE(due.empty());
    EXPECT_EQ(due.front().due.iso(), "2023-08-10");
}

TEST_F(ExpenseTest, ForgottenTaxIsOwedByThePersonAsThePackSays)
{
    auto input = paving(2'400'000);
    input["has_npwp"] = true;
    input["tax_withheld"] = "no";
    auto const answer = record(input);
    EXPECT_EQ(worded(taxes(answer.id)), "pph22 36000 person");
    EXPECT_EQ(held(), "bank 38000000 kas 9600000 piutang 36000 pajak -36000");
    EXPECT_EQ(stages(fisik), "cair 15100000 belanja 2400000 sah 0");
}

TEST_F(ExpenseTest, ABillOfSeveralPokmasIsTaxedAsOne)
{
    auto input = paving(1'200'000);
    input["bill_total"] = 2'400'000;
    input["has_npwp"] = true;
    input["joint"] = "SB/3/2023";
    EXPECT_EQ(worded(taxes(record(input).id)), "pph22 18000 withheld");
}

TEST_F(ExpenseTest, TaxesArePaidAndAcceptanceSaysWhatIsOwed)
{
    auto input = paving(2'400'000);
    input["has_npwp"] = true;
    auto const first = record(input);
    checked(first.id);
    auto const accepted_now = must(officer_, "spending.accept", {{"expense", first.id}});
    ASSERT_EQ(accepted_now.verdicts.size(), 1U);
    EXPECT_EQ(accepted_now.verdicts[0].code, "spending.tax_unpaid");
    EXPECT_EQ(accepted_now.verdicts[0].severity, Severity::Warn);
    auto const all_facts = facts();
    auto const fact = [&](std::size_t which, int tranche) { return must_read([&](db::ReadTx& tx) { return all_facts[which].read(tx, city, fisik.str(), tranche); }); };
    EXPECT_EQ(fact(1, 2).value, 0);
    must(treasurer, "spending.pay_tax", {{"pokmas", mekar.text()}, {"taxes", boost::json::array {{{"key", "pph22"}, {"amount", 36'000}}}}, {"from", "kas"}, {"ntpn", "A1B2C3D4E5F6G7H8"},
        {"on", "2023-07-03"}, {"proof", picture()}});
    EXPECT_EQ(fact(1, 2).value, 1);
    EXPECT_TRUE(must_read([&](db::ReadTx& tx) { return taxes_owed(tx, city, mekar); }).empty());
    EXPECT_EQ(held(), "bank 38000000 kas 9600000");
    EXPECT_FALSE(fact(0, 2).known) << "no tranche was confirmed through payout here";
}

TEST_F(ExpenseTest, WithoutAllPapersItIsSavedAndNotSent)
{
    auto input = paving(600'000);
    input["papers"] = papers({"nota"});
    input["submit"] = true;
    auto const answer = record(input);
    EXPECT_EQ(answer.message, "spending.recorded");
    ASSERT_EQ(answer.verdicts.size(), 1U);
    EXPECT_EQ(answer.verdicts[0].code, "expense.papers_missing");
    EXPECT_EQ(refused(treasurer, "spending.submit", {{"expense", answer.id}}), "spending.papers_first");
    EXPECT_EQ(refused(treasurer, "spending.add_papers", {{"expense", answer.id}}), "required");
    must(treasurer, "spending.add_papers", {{"expense", answer.id}, {"papers", papers({"kuitansi"})}});
    must(treasurer, "spending.submit", {{"expense", answer.id}, {"papers", papers({"foto_barang"})}});
    EXPECT_EQ(stored(answer.id).state, "submitted");
    auto whole = paving(600'000, "7");
    whole["submit"] = true;
    EXPECT_EQ(stored(record(whole).id).state, "submitted");
}

TEST_F(ExpenseTest, AskedBackAndAnsweredAndFourEyes)
{
    auto const id = recorded(750'000).id;
    auto const step = [&] { return boost::json::object {{"expense", id}}; };
    must(treasurer, "spending.submit", step());
    EXPECT_EQ(refused(checker, "spending.check", step()), "workflow.not_possible");
    must(supervisor, "spending.goods_ok", step());
    auto const asked = boost::json::object {{"expense", id}, {"code", "receipt"}, {"reason", "Nota tidak terbaca"}};
    EXPECT_EQ(refused(treasurer, "spending.ask_back", asked), "operation.not_allowed");
    must(checker, "spending.ask_back", asked);
    EXPECT_EQ(stored(id).state, "query");
    must(treasurer, "spending.answer", {{"expense", id}, {"reason", "Nota difoto ulang"}, {"papers", papers({"nota"})}});
    EXPECT_EQ(stored(id).state, "goods_ok") << "the goods were seen already";
    must(checker, "spending.check", step());
    auto both = checker;
    both.grants.front().permissions = {"spending.accept", "spending.check"};
    both.permissions = both.grants.front().permissions;
    EXPECT_EQ(refused(both, "spending.accept", step()), "workflow.four_eyes");
    EXPECT_EQ(refused(inspector, "spending.accept", step()), "operation.not_allowed");
    must(officer_, "spending.accept", {{"expense", id}, {"version", stored(id).version}});
    EXPECT_EQ(refused(officer_, "spending.accept", step()), "workflow.not_possible");
}

TEST_F(ExpenseTest, OfTwoOfficersAtOnceOneDecides)
{
    auto const id = recorded(750'000).id;
    checked(id);
    auto const seen = stored(id).version;
    auto const second = person("Karno", "pptk", std::string(kelurahan), {"spending.accept"});
    std::vector<Result<operations::Answer>> answers(2, Error::internal("none"));
    std::vector<boost::json::object> inputs {{{"id", env.ulid().text()}, {"expense", id}, {"version", seen}},
        {{"id", env.ulid().text()}, {"expense", id}, {"version", seen}, {"reason", "Bukan barang ini"}, {"debtor", "supplier"}}};
    std::thread one([&] { answers[0] = operations::run(services, officer_, operation("spending.accept"), inputs[0]); });
    std::thread two([&] { answers[1] = operations::run(services, second, operation("spending.not_accept"), inputs[1]); });
    one.join();
    two.join();
    EXPECT_NE(answers[0].ok(), answers[1].ok());
    auto const& late = answers[0].ok() ? answers[1] : answers[0];
    EXPECT_EQ(late.error().code, "workflow.moved");
}

TEST_F(ExpenseTest, SeveralAtOnceOnlyAfterTheSampleWasOpened)
{
    std::vector<ExpenseId> ids;
    boost::json::array listed;
    for (int i = 0; i < 12; ++i) {
        auto input = paving(100'000, std::to_string(i));
        input["supplier_name"] = "Toko " + std::to_string(i);
        ids.push_back(ExpenseId::parse(record(input).id).value());
        listed.push_back(boost::json::value(ids.back().text()));
        checked(ids.back().str());
    }
    auto const sample = sample_of(ids, officer_.user);
    ASSERT_EQ(sample.size(), 2U);
    boost::json::object const input {{"expenses", listed}};
    EXPECT_EQ(refused(officer_, "spending.accept_bulk", input), "spending.sample_not_opened");
    for (auto const& id : sample)
        ASSERT_TRUE(record_opening(services, officer_, id).ok());
    auto const answer = must(officer_, "spending.accept_bulk", input);
    EXPECT_EQ(answer.data.at("total").as_int64(), 1'200'000);
    EXPECT_EQ(stages(fisik), "cair 16300000 belanja 0 sah 1200000");
    auto const marked = recorded(100'000, "3").id;
    must(treasurer, "spending.withdraw", {{"expense", marked}, {"reason", "Salah catat"}});
}

TEST_F(ExpenseTest, RefusedInPartTheRestIsAccepted)
{
    auto input = paving(2'400'000);
    input["has_npwp"] = true;
    auto const id = record(input).id; // 36.000 withheld
    checked(id);
    boost::json::object const undo {{"expense", id}, {"amount", 600'000}, {"reason", "Jumlah barang kurang"}, {"debtor", "supplier"}};
    auto const answer = must(officer_, "spending.not_accept", undo);
    EXPECT_EQ(answer.data.at("tax").as_int64(), 9'000); // a quarter of what is not paid yet
    EXPECT_EQ(held(), "bank 38000000 kas 9636000 piutang 591000 pajak -27000");
    EXPECT_EQ(stages(fisik), "cair 15700000 belanja 1800000 sah 0");
    auto too_much = undo;
    too_much["amount"] = 1'800'001;
    EXPECT_EQ(refused(officer_, "spending.not_accept", too_much), "spending.undo_too_much");
    must(officer_, "spending.accept", {{"expense", id}});
    EXPECT_EQ(stages(fisik), "cair 15700000 belanja 0 sah 1800000");
    EXPECT_EQ(refused(officer_, "spending.not_accept", undo), "spending.decided");
}

TEST_F(ExpenseTest, RefusedWhollyItEnds)
{
    auto const id = recorded(500'000).id;
    checked(id);
    must(officer_, "spending.not_accept", {{"expense", id}, {"reason", "Barang tidak ada"}, {"debtor", "supplier"}});
    EXPECT_EQ(stored(id).state, "rejected");
    EXPECT_EQ(stages(fisik), "cair 17500000 belanja 0 sah 0");
    EXPECT_EQ(held(), "bank 38000000 kas 11500000 piutang 500000");
}

TEST_F(ExpenseTest, DisallowedAfterAcceptanceWithTaxUnpaid)
{
    auto input = paving(2'400'000);
    input["has_npwp"] = true;
    auto const id = record(input).id;
    EXPECT_EQ(refused(inspector, "spending.disallow", {{"expense", id}, {"reason", "Temuan"}, {"debtor", "supplier"}}), "spending.not_accepted_yet");
    accepted(id);
    must(inspector, "spending.disallow", {{"expense", id}, {"reason", "Temuan 3/2023"}, {"debtor", "supplier"}});
    EXPECT_EQ(stored(id).state, "accepted");
    EXPECT_EQ(stored(id).left(), 0_rp);
    EXPECT_EQ(stages(fisik), "cair 17500000 belanja 0 sah 0");
    EXPECT_EQ(held(), "bank 38000000 kas 9636000 piutang 2364000");
    EXPECT_EQ(refused(inspector, "spending.disallow", {{"expense", id}, {"reason", "Lagi"}, {"debtor", "supplier"}}), "spending.nothing_left");
}

TEST_F(ExpenseTest, TheSupplierGivesBack)
{
    auto const id = recorded(800'000).id;
    must(treasurer, "spending.supplier_refund", {{"expense", id}, {"amount", 300'000}, {"reason", "Paving pecah"}, {"to", "bank"}});
    EXPECT_EQ(stages(fisik), "cair 17000000 belanja 500000 sah 0");
    EXPECT_EQ(held(), "bank 38300000 kas 11200000");
    EXPECT_EQ(refused(treasurer, "spending.withdraw", {{"expense", id}, {"reason", "Salah"}}), "spending.partly_undone");
    must(treasurer, "spending.supplier_refund", {{"expense", id}, {"reason", "Dikembalikan semua"}, {"to", "kas"}});
    EXPECT_EQ(stored(id).state, "refunded");
    EXPECT_EQ(held(), "bank 38300000 kas 11700000");
    EXPECT_EQ(refused(treasurer, "spending.supplier_refund", {{"expense", id}, {"reason", "Lagi"}, {"to", "panjar"}}), "spending.refund_to");
}

TEST_F(ExpenseTest, AMistakeIsTakenBackOrCorrectedUntilSomebodyActed)
{
    auto const id = recorded(800'000).id;
    auto right = paving(80'000);
    right["expense"] = id;
    right["reason"] = "Satu nol kebanyakan";
    auto const answer = must(treasurer, "spending.correct", right);
    EXPECT_EQ(answer.message, "spending.corrected");
    EXPECT_TRUE(answer.verdicts.empty());
    EXPECT_EQ(stored(id).state, "withdrawn");
    EXPECT_EQ(stages(fisik), "cair 17420000 belanja 80000 sah 0");
    EXPECT_EQ(held(), "bank 38000000 kas 11920000");
    EXPECT_EQ(must_read([&](db::ReadTx& tx) { return expenses_of_purse(tx, city, fisik); }).size(), 1U);
    auto other = officer("Pengganti", "pokmas_bendahara", mekar, "35.72.03.1001.001", {"spending.record"});
    EXPECT_EQ(refused(other, "spending.withdraw", {{"expense", answer.id}, {"reason", "Bukan saya"}}), "spending.not_yours");
    must(treasurer, "spending.submit", {{"expense", answer.id}});
    must(supervisor, "spending.goods_ok", {{"expense", answer.id}});
    EXPECT_EQ(refused(treasurer, "spending.withdraw", {{"expense", answer.id}, {"reason", "Terlambat"}}), "spending.acted_on");
    must(checker, "spending.ask_back", {{"expense", answer.id}, {"code", "amount"}, {"reason", "Jumlah beda"}});
    must(other, "spending.withdraw", {{"expense", answer.id}, {"reason", "Diminta pemeriksa"}});
    EXPECT_EQ(stages(fisik), "cair 17500000 belanja 0 sah 0");
    auto taxed = paving(2'400'000);
    taxed["has_npwp"] = true;
    auto const with_tax = record(taxed).id;
    must(treasurer, "spending.pay_tax", {{"pokmas", mekar.text()}, {"taxes", boost::json::array {{{"key", "pph22"}, {"amount", 36'000}}}}, {"from", "kas"}, {"ntpn", "A1B2C3D4E5F6G7H9"},
        {"on", "2023-07-03"}, {"proof", picture()}});
    EXPECT_EQ(refused(treasurer, "spending.withdraw", {{"expense", with_tax}, {"reason", "Salah"}}), "spending.tax_paid_before");
}

TEST_F(ExpenseTest, BoughtButNoPurseCanBearIt)
{
    auto const buy_it = [&](std::int64_t amount) {
        return must(treasurer, "spending.record_unplaced", {{"pokmas", mekar.text()}, {"year", 2023}, {"on", "2023-07-02"}, {"supplier_name", "Toko Jauh"}, {"receipt", "5"},
            {"description", "Semen 4 sak"}, {"amount", amount}, {"reason", "Sinyal tidak ada"}, {"papers", goods_papers()}});
    };
    auto const first = buy_it(260'000);
    EXPECT_EQ(held(), "bank 38000000 kas 11740000 panjar 260000");
    EXPECT_EQ(must_read([&](db::ReadTx& tx) { return unplaced_of_pokmas(tx, city, mekar); }).size(), 1U);
    auto const charged = must(treasurer, "spending.place_unplaced", {{"unplaced", first.id}, {"how", "charged"}, {"line", line(rt1, "fisik", "Paving")}});
    EXPECT_EQ(held(), "bank 38000000 kas 11740000");
    EXPECT_EQ(stages(fisik), "cair 17240000 belanja 260000 sah 0");
    EXPECT_EQ(stored(charged.id).papers_missing, "");
    EXPECT_EQ(refused(treasurer, "spending.place_unplaced", {{"unplaced", first.id}, {"how", "returned"}}), "spending.unplaced_solved");
    must(treasurer, "spending.place_unplaced", {{"unplaced", buy_it(100'000).id}, {"how", "returned"}});
    EXPECT_EQ(held(), "bank 38000000 kas 11740000");
    must(treasurer, "spending.residents_in", move(50'000));
    must(treasurer, "spending.place_unplaced", {{"unplaced", buy_it(50'000).id}, {"how", "residents"}});
    EXPECT_EQ(held(), "bank 38000000 kas 11740000");
}

/// Whatever happens to expenses, in any order, the books stay whole (the fixture checks them at the end), and the room's sums are the ledger's.
TEST_F(ExpenseTest, AnyLifeKeepsTheBooksWhole)
{
    auto const paving_line = line(rt1, "fisik", "Paving");
    auto const training = line(rt1, "umkm", "Honor pelatih");
    std::vector<std::string> made;
    auto seed = 20'230'703U;
    auto const draw = [&seed](unsigned below) {
        seed = seed * 1'664'525U + 1'013'904'223U;
        return (seed >> 8) % below;
    };
    for (int i = 0; i < 160; ++i) {
        auto const what = draw(9);
        if (made.empty() || what < 3) {
            auto input = bill(draw(2) == 0 ? paving_line : training, 50'000 + std::int64_t {draw(3'000'000)}, std::to_string(i));
            input["has_npwp"] = draw(2) == 0;
            input["tax_withheld"] = draw(4) == 0 ? "no" : "yes";
            input["papers"] = papers({"nota", "kuitansi", "foto_barang", "surat_tugas", "daftar_hadir", "materi"});
            auto const answer = run(treasurer, "spending.record_expense", input);
            if (answer.ok())
                made.push_back(answer->id);
            continue;
        }
        auto const& id = made[draw(unsigned(made.size()))];
        boost::json::object step {{"expense", id}};
        boost::json::object undo {{"expense", id}, {"reason", "Acak sekali"}, {"debtor", "supplier"}, {"to", "kas"}};
        if (draw(2) == 0)
            undo["amount"] = 1 + std::int64_t {draw(400'000)};
        auto const refund_input = [&] {
            auto copy = undo;
            copy.erase("debtor");
            return copy;
        };
        auto const undo_input = [&] {
            auto copy = undo;
            copy.erase("to");
            return copy;
        };
        switch (what) {
        case 3: (void)run(treasurer, "spending.submit", step); break;
        case 4: (void)run(supervisor, "spending.goods_ok", step); break;
        case 5: (void)run(checker, "spending.check", step); break;
        case 6: (void)run(officer_, "spending.accept", step); break;
        case 7: (void)run(officer_, draw(2) == 0 ? "spending.not_accept" : "spending.disallow", undo_input()); break;
        default:
            if (draw(3) == 0)
                (void)run(treasurer, "spending.withdraw", {{"expense", id}, {"reason", "Acak sekali"}});
            else
                (void)run(treasurer, "spending.supplier_refund", refund_input());
        }
    }
    for (auto const purse : {fisik, umkm}) {
        auto const balance = must_read([&](db::ReadTx& tx) { return ledger::balance(tx, city, purse); });
        Rupiah spent, accepted_sum;
        for (auto const& each : must_read([&](db::ReadTx& tx) { return spending_by_line(tx, city, purse); })) {
            spent += each.spent;
            accepted_sum += each.accepted;
        }
        EXPECT_EQ(spent, balance.of(ledger::Stage::Belanja) + balance.of(ledger::Stage::Sah));
        EXPECT_EQ(accepted_sum, balance.of(ledger::Stage::Sah));
    }
    Rupiah owed;
    for (auto const& tax : must_read([&](db::ReadTx& tx) { return taxes_owed(tx, city, mekar); }))
        owed += tax.amount;
    EXPECT_EQ(owed, -cash(mekar).of(ledger::CashKind::Pajak));
}

} // namespace
} // namespace rtkeren::spending
