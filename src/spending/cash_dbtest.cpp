#include "spending/cash_fixture_dbtest.hpp"

#include <rapidcheck.h>

#include <random>
#include <set>

namespace rtkeren::spending {
namespace {

using tests::expect_all_queries_prepare;

TEST_F(CashTest, QueriesPrepare) { expect_all_queries_prepare("spending"); }

TEST_F(CashTest, MachineIsWhole)
{
    for (auto const& machine : cash_machines())
        EXPECT_EQ(workflow::check_machine(machine), std::vector<std::string> {});
}

TEST_F(CashTest, DrawsPaysInAndGivesAdvances)
{
    EXPECT_EQ(held(), "bank 15000000");
    auto const drawn = must(treasurer, "spending.draw_cash", move(1'500'000));
    EXPECT_EQ(held(), "bank 13500000 kas 1500000");
    EXPECT_EQ(drawn.data.at("kas").as_int64(), 1'500'000);
    EXPECT_TRUE(drawn.verdicts.empty());
    must(treasurer, "spending.pay_in", move(200'000));
    must(treasurer, "spending.give_advance", with(move(300'000), "holder_name", "Pak  Slamet"));
    must(operator_, "spending.give_advance", with(move(100'000), "holder_name", "pak slamet"));
    EXPECT_EQ(held(), "bank 13700000 kas 900000 panjar 400000");
    auto const parts = cash(mekar).parts;
    auto const slamet = std::ranges::find(parts, ledger::CashKind::Panjar, &ledger::CashPart::kind);
    ASSERT_NE(slamet, parts.end());
    EXPECT_EQ(slamet->amount, 400'000_rp) << "the same name is the same person";
    EXPECT_EQ(must_read([&](db::ReadTx& tx) { return party_name(tx, city, mekar, slamet->party); }), "Pak  Slamet");
    must(treasurer, "spending.return_advance", with(move(150'000), "holder", slamet->party));
    EXPECT_EQ(held(), "bank 13700000 kas 1050000 panjar 250000");
    auto const by_id = slamet->party.substr(7);
    must(treasurer, "spending.give_advance", with(move(50'000), "holder", by_id));
    EXPECT_EQ(held(), "bank 13700000 kas 1000000 panjar 300000");
}

TEST_F(CashTest, RefusesWithNumbers)
{
    must(treasurer, "spending.draw_cash", move(500'000));
    auto const too_much = refusal(treasurer, "spending.pay_in", move(700'000));
    EXPECT_EQ(too_much.code, "spending.not_enough_kas");
    EXPECT_EQ(number(too_much, "have"), "500000");
    EXPECT_EQ(number(too_much, "need"), "700000");
    EXPECT_EQ(refusal(treasurer, "spending.draw_cash", move(99'000'000)).code, "spending.not_enough_bank");
    EXPECT_EQ(refusal(treasurer, "spending.give_advance", move(100)).code, "required");
    EXPECT_EQ(refusal(treasurer, "spending.draw_cash", move(100, "2023-07-04")).code, "date.future");
    EXPECT_EQ(refusal(treasurer, "spending.draw_cash", move(100, "2022-12-31")).code, "date.outside_year");
    EXPECT_EQ(refusal(treasurer, "spending.draw_cash", move(0)).code, "input.invalid");
    EXPECT_EQ(refusal(treasurer, "spending.draw_cash", with(move(1), "amount", "1,000,000")).code, "input.invalid");
    EXPECT_EQ(refusal(stranger, "spending.draw_cash", move(100)).code, "operation.not_allowed");
    EXPECT_EQ(refusal(treasurer, "spending.record_bank_fee", move(5'000)).code, "spending.more_than_owed") << "there is no interest to take it from";
    EXPECT_EQ(held(), "bank 14500000 kas 500000");
}

TEST_F(CashTest, WarnsOfMuchCash)
{
    auto const drawn = must(treasurer, "spending.draw_cash", move(2'000'001));
    ASSERT_EQ(drawn.verdicts.size(), 1U);
    EXPECT_EQ(drawn.verdicts.front().code, "spending.cash_overnight");
    EXPECT_FALSE(drawn.verdicts.front().citation.empty());
}

TEST_F(CashTest, RepeatsAnswerAsBefore)
{
    auto const input = with(move(100'000), "id", env.ulid().text());
    auto const first = must(treasurer, "spending.draw_cash", input);
    EXPECT_EQ(must(treasurer, "spending.draw_cash", input).id, first.id);
    EXPECT_EQ(held(), "bank 14900000 kas 100000");
    EXPECT_EQ(refusal(treasurer, "spending.draw_cash", with(input, "amount", 200'000)).code, "request.id_reused");
}

TEST_F(CashTest, InterestBelongsToTheTreasury)
{
    must(treasurer, "spending.record_interest", move(12'000));
    must(treasurer, "spending.record_tax_on_interest", move(2'400));
    must(treasurer, "spending.record_bank_fee", move(1'000));
    EXPECT_EQ(held(), "bank 15008600 bunga -8600");
    must(treasurer, "spending.return_interest", with(move(8'600), "slip", "STS 001"));
    EXPECT_EQ(held(), "bank 15000000");
    must(treasurer, "spending.record_interest", move(500));
    auto const twice = refusal(treasurer, "spending.return_interest", with(move(500), "slip", "sts  001"));
    EXPECT_EQ(twice.code, "spending.slip_used");
    EXPECT_EQ(number(twice, "on"), "2023-07-03");
}

TEST_F(CashTest, ResidentsMoneyWorkAndGoods)
{
    must(treasurer, "spending.residents_in", move(250'000));
    EXPECT_EQ(held(), "bank 15000000 kas 250000 swadaya -250000");
    must(treasurer, "spending.residents_used", move(200'000));
    EXPECT_EQ(held(), "bank 15000000 kas 50000 swadaya -50000");
    EXPECT_EQ(refusal(treasurer, "spending.residents_used", move(60'000)).code, "spending.not_enough_kas");
    must(treasurer, "spending.residents_value",
        {{"pokmas", mekar.text()}, {"purse", fisik.text()}, {"kind", "work"}, {"value", 400'000}, {"what", "Kerja bakti 8 orang"}, {"on", "2023-07-02"}});
    EXPECT_EQ(held(), "bank 15000000 kas 50000 swadaya -50000");
    auto const gifts = must_read([&](db::ReadTx& tx) { return gifts_of_pokmas(tx, city, mekar); });
    ASSERT_EQ(gifts.size(), 1U);
    EXPECT_EQ(gifts.front().value, 400'000_rp);
    EXPECT_EQ(gifts.front().kind, GiftKind::Work);
}

TEST_F(CashTest, CountsWhatIsThere)
{
    must(treasurer, "spending.draw_cash", move(500'000));
    auto count = [&](std::int64_t counted) { return boost::json::object {{"pokmas", mekar.text()}, {"on", "2023-07-03"}, {"counted", counted}}; };
    auto const equal = must(treasurer, "spending.count_cash", count(500'000));
    EXPECT_EQ(equal.message, "spending.cash_equal");
    must(operator_, "spending.count_cash", with(count(450'000), "holder_name", "Siti"));
    EXPECT_EQ(held(), "bank 14500000 kas 450000 piutang 50000");
    must(treasurer, "spending.count_cash", count(470'000));
    EXPECT_EQ(held(), "bank 14500000 kas 470000 piutang 50000 titipan -20000");
    boost::json::array const pieces {{{"value", 100'000}, {"count", 4}}, {{"value", 50'000}, {"count", 1}}, {{"value", 1'000}, {"count", 20}}, {{"value", 500}, {"count", nullptr}}};
    auto by_pieces = with(count(470'000), "pieces", pieces);
    EXPECT_EQ(must(treasurer, "spending.count_cash", by_pieces).message, "spending.cash_equal");
    auto const differs = refusal(treasurer, "spending.count_cash", with(by_pieces, "counted", 471'000));
    EXPECT_EQ(differs.code, "spending.count_differs");
    EXPECT_EQ(number(differs, "pieces"), "470000");
    EXPECT_EQ(refusal(treasurer, "spending.count_cash", {{"pokmas", mekar.text()}, {"on", "2023-07-03"}}).code, "required");
}

TEST_F(CashTest, MissingCashIsOwedByWhoCounted)
{
    must_write([&](db::WriteTx& tx) -> Result<void> {
        operations::Context context {services, treasurer, city, env.now(), services.today(), {}, {}, 0, env.ulid()};
        return identity::add_person(tx, context, {.id = treasurer.person, .name = "Siti Aminah", .phone = {}, .nik = {}, .nip = {}, .region = std::string(kelurahan)});
    });
    must(treasurer, "spending.draw_cash", move(100'000));
    must(treasurer, "spending.count_cash", {{"pokmas", mekar.text()}, {"on", "2023-07-03"}, {"counted", 90'000}});
    EXPECT_EQ(cash(mekar).of(ledger::CashKind::Piutang, "person:" + treasurer.person.str()), 10'000_rp);
}

TEST_F(CashTest, UnknownMoneyIsHeldForItsOwner)
{
    must(treasurer, "spending.unknown_money_in", move(75'000));
    EXPECT_EQ(held(), "bank 15075000 titipan -75000");
}

TEST_F(CashTest, PaysTaxesWithTheirNumber)
{
    buy(3'000'000_rp, 45'000_rp);
    buy(2'500'000_rp, 37'500_rp);
    buy(1'000'000_rp, 100'000_rp, "pbjt");
    EXPECT_EQ(held(), "bank 8682500 pajak -182500");
    must(treasurer, "spending.draw_cash", move(100'000));
    boost::json::object const pay {{"pokmas", mekar.text()}, {"from", "kas"}, {"on", "2023-07-03"}, {"ntpn", "0a1b2c3d 4e5f6g7h"},
        {"taxes", boost::json::array {{{"key", "pph22"}, {"amount", 60'000}}}}};
    EXPECT_EQ(refusal(treasurer, "spending.pay_tax", with(pay, "ntpn", "123")).code, "input.invalid");
    EXPECT_EQ(refusal(treasurer, "spending.pay_tax", with(pay, "ntpn", nullptr)).code, "spending.one_tax_number");
    EXPECT_EQ(refusal(treasurer, "spending.pay_tax", with(pay, "ntpd", "NTPD 1")).code, "spending.one_tax_number");
    auto const too_much = refusal(treasurer, "spending.pay_tax", with(pay, "taxes", boost::json::array {{{"key", "pph22"}, {"amount", 90'000}}}));
    EXPECT_EQ(too_much.code, "spending.tax_more_than_owed");
    EXPECT_EQ(number(too_much, "owed"), "82500");
    EXPECT_EQ(refusal(treasurer, "spending.pay_tax", with(pay, "taxes", boost::json::array {{{"key", "pbjt"}, {"amount", 100'000}}})).code, "spending.tax_needs_ntpd");
    must(treasurer, "spending.pay_tax", pay);
    EXPECT_EQ(held(), "bank 8582500 kas 40000 pajak -122500");
    EXPECT_EQ(refusal(treasurer, "spending.pay_tax", pay).code, "spending.tax_number_used");
    must(treasurer, "spending.pay_tax",
        {{"pokmas", mekar.text()}, {"from", "bank"}, {"on", "2023-07-03"}, {"ntpd", "3572.001"}, {"taxes", boost::json::array {{{"key", "pbjt"}, {"amount", 100'000}}}}});
    EXPECT_EQ(held(), "bank 8482500 kas 40000 pajak -22500");
    auto const paid = must_read([&](db::ReadTx& tx) { return tax_payments(tx, city, mekar); });
    ASSERT_EQ(paid.size(), 2U);
    EXPECT_EQ(paid[1].number, "0A1B2C3D4E5F6G7H");
}

TEST_F(CashTest, KelurahanTreasurerPaysFromWhatWasKept)
{
    ledger::Parts const parts {{fisik, "paving", 1'000'000_rp}};
    for (auto const& entry : {ledger::plan_approved(header(today), parts), ledger::contracted(header(today), parts), ledger::sp2d_issued(header(today), mekar, parts),
             ledger::sp2d_confirmed(header(today), mekar, parts, ledger::Withholding {"treasurer:" + kelurahan_treasurer.person.str(), 20'000_rp})})
        ASSERT_TRUE(post(entry).ok());
    buy(1'000'000_rp, 20'000_rp);
    boost::json::object const pay {{"pokmas", mekar.text()}, {"from", "panjar"}, {"on", "2023-07-03"}, {"ntpn", "0000111122223333"},
        {"taxes", boost::json::array {{{"key", "pph22"}, {"amount", 20'000}}}}};
    EXPECT_EQ(refusal(treasurer, "spending.pay_tax", pay).code, "spending.tax_source_not_yours");
    EXPECT_EQ(refusal(kelurahan_treasurer, "spending.pay_tax", with(pay, "from", "bank")).code, "spending.tax_source_not_yours");
    must(kelurahan_treasurer, "spending.pay_tax", pay);
    EXPECT_EQ(held(), "bank 15000000");
}

TEST_F(CashTest, WhoOwesRepaysOrIsWrittenOff)
{
    auto const debtor = owe(300'000_rp);
    EXPECT_EQ(held(), "bank 14700000 piutang 300000");
    EXPECT_EQ(cair(fisik), 10'000'000_rp);
    must(treasurer, "spending.repay", with(with(move(100'000), "debtor", debtor), "to", "kas"));
    EXPECT_EQ(held(), "bank 14700000 kas 100000 piutang 200000");
    EXPECT_EQ(refusal(treasurer, "spending.repay", with(with(move(300'000), "debtor", debtor), "to", "bank")).code, "spending.not_enough_piutang");
    auto const share = boost::json::array {{{"purse", fisik.text()}, {"amount", 50'000}}};
    boost::json::object const decree {{"pokmas", mekar.text()}, {"debtor", debtor}, {"purses", share}, {"decree", "188/45/2023"}, {"on", "2023-07-03"}, {"reason", "Meninggal dunia"}};
    EXPECT_EQ(refusal(treasurer, "spending.write_off", decree).code, "operation.not_allowed");
    must(mayor, "spending.write_off", decree);
    EXPECT_EQ(held(), "bank 14700000 kas 100000 piutang 150000");
    EXPECT_EQ(stage(fisik, ledger::Stage::Batal), 50'000_rp);
    boost::json::object const straight {{"pokmas", mekar.text()}, {"debtor", debtor}, {"purses", share}, {"slip", "STS 9"}, {"on", "2023-07-03"}};
    EXPECT_EQ(refusal(treasurer, "spending.repay_to_treasury", straight).code, "spending.purse_still_open");
}

TEST_F(CashTest, ReturnsWhatIsLeft)
{
    auto part = [](PurseId purse, std::int64_t amount) { return boost::json::object {{"purse", purse.text()}, {"amount", amount}}; };
    boost::json::object const back {{"pokmas", mekar.text()}, {"slip", "STS 17"}, {"on", "2023-07-03"}, {"purses", boost::json::array {part(fisik, 2'000'000), part(umkm, 500'000)}}};
    auto const too_much = refusal(treasurer, "spending.return_leftover", with(back, "purses", boost::json::array {part(umkm, 5'000'001)}));
    EXPECT_EQ(too_much.code, "spending.not_enough_cair");
    EXPECT_EQ(number(too_much, "have"), "5000000");
    EXPECT_EQ(refusal(treasurer, "spending.return_leftover", with(back, "purses", boost::json::array {part(umkm, 1), part(umkm, 1)})).code, "spending.purse_twice");
    EXPECT_EQ(refusal(operator_, "spending.return_leftover", back).code, "operation.not_allowed");
    must(treasurer, "spending.return_leftover", back);
    EXPECT_EQ(held(), "bank 12500000");
    EXPECT_EQ(stage(fisik, ledger::Stage::Kembali), 2'000'000_rp);
    EXPECT_EQ(stage(umkm, ledger::Stage::Kembali), 500'000_rp);
    auto const deposits = must_read([&](db::ReadTx& tx) { return deposits_of_purse(tx, city, umkm); });
    ASSERT_EQ(deposits.size(), 1U);
    EXPECT_EQ(deposits.front().slip, "STS 17");
}

TEST_F(CashTest, AClosedPurseTakesRepaymentsTaxesAndWriteOffs)
{
    auto const debtor = owe(300'000_rp);
    buy(1'000'000_rp, 15'000_rp);
    must(treasurer, "spending.return_leftover",
        {{"pokmas", mekar.text()}, {"slip", "STS 1"}, {"on", "2023-07-03"},
            {"purses", boost::json::array {{{"purse", fisik.text()}, {"amount", 8'700'000}}, {{"purse", umkm.text()}, {"amount", 5'000'000}}}}});
    auto const left = stage(fisik, ledger::Stage::Pagu);
    ASSERT_TRUE(post(ledger::unused_at_closing(header(today), fisik, left)).ok());
    ASSERT_TRUE(post(ledger::unused_at_closing(header(today), umkm, stage(umkm, ledger::Stage::Pagu))).ok());
    must_write([&](db::WriteTx& tx) -> Result<void> {
        auto const fisik_state = TRY(ledger::close_purse(tx, city, fisik, today, env.now()));
        EXPECT_EQ(fisik_state, ledger::PurseState::ClosedWithDebt);
        TRY(ledger::close_purse(tx, city, umkm, today, env.now()));
        return Done {};
    });
    EXPECT_EQ(held(), "bank 15000 piutang 300000 pajak -15000");
    EXPECT_EQ(refusal(treasurer, "spending.draw_cash", move(1'000)).code, "spending.purses_closed");
    must(treasurer, "spending.pay_tax",
        {{"pokmas", mekar.text()}, {"from", "bank"}, {"on", "2023-07-03"}, {"ntpn", "AAAABBBBCCCCDDDD"}, {"taxes", boost::json::array {{{"key", "pph22"}, {"amount", 15'000}}}}});
    auto const share = [&](std::int64_t amount) { return boost::json::array {{{"purse", fisik.text()}, {"amount", amount}}}; };
    must(treasurer, "spending.repay_to_treasury", {{"pokmas", mekar.text()}, {"debtor", debtor}, {"purses", share(200'000)}, {"slip", "STS 2"}, {"on", "2023-07-03"}});
    EXPECT_EQ(held(), "piutang 100000");
    must(mayor, "spending.write_off", {{"pokmas", mekar.text()}, {"debtor", debtor}, {"purses", share(100'000)}, {"decree", "1/2023"}, {"on", "2023-07-03"}, {"reason", "Pailit"}});
    EXPECT_EQ(held(), "");
    EXPECT_EQ(stage(fisik, ledger::Stage::Kembali), 8'900'000_rp);
    EXPECT_EQ(stage(fisik, ledger::Stage::Cair), 0_rp);
}

TEST_F(CashTest, ASignedMonthTakesNothingMore)
{
    env.set(Instant::parse("2023-09-05T03:00:00.000Z").value());
    must(treasurer, "spending.draw_cash", move(100'000, "2023-07-20"));
    must(treasurer, "spending.pay_in", move(40'000, "2023-09-02"));
    auto sign = [&](std::string_view month) { return boost::json::object {{"pokmas", mekar.text()}, {"month", month}}; };
    EXPECT_EQ(refusal(treasurer, "spending.sign_month", sign("2023-09")).code, "spending.month_not_over");
    EXPECT_EQ(refusal(treasurer, "spending.sign_month", sign("2023-08")).code, "spending.earlier_month_open");
    EXPECT_EQ(refusal(chair, "spending.sign_month", sign("2023-07")).code, "spending.treasurer_signs_first");
    EXPECT_EQ(refusal(treasurer, "spending.sign_month", sign("2023-7")).code, "input.invalid");
    must(treasurer, "spending.sign_month", sign("2023-07"));
    EXPECT_EQ(refusal(treasurer, "spending.sign_month", sign("2023-07")).code, "spending.chair_signs_second");
    auto waiting = must_read([&](db::ReadTx& tx) { return workflow::inbox(tx, chair, services.today()); });
    ASSERT_EQ(waiting.size(), 1U);

    // An entry that comes in between is noticed.
    must(treasurer, "spending.draw_cash", move(5'000, "2023-07-21"));
    EXPECT_EQ(refusal(chair, "spending.sign_month", sign("2023-07")).code, "spending.month_changed");
    EXPECT_EQ(refusal(chair, "spending.return_month", sign("2023-07")).code, "input.invalid");
    must(chair, "spending.return_month", with(sign("2023-07"), "reason", "Ada tarikan baru"));
    must(treasurer, "spending.sign_month", sign("2023-07"));
    must(chair, "spending.sign_month", sign("2023-07"));
    EXPECT_EQ(must_read([&](db::ReadTx& tx) { return month_status(tx, city, mekar, Month::parse("2023-07").value()); }).state, "signed");

    auto const refused_entry = refusal(treasurer, "spending.draw_cash", move(1'000, "2023-07-31"));
    EXPECT_EQ(refused_entry.code, "spending.month_signed");
    EXPECT_EQ(refused_entry.kind, ErrorKind::Conflict);
    EXPECT_EQ(refusal(treasurer, "spending.sign_month", sign("2023-07")).code, "spending.month_signed");
    must(treasurer, "spending.draw_cash", move(1'000, "2023-08-01"));
}

TEST_F(CashTest, OnePersonCannotSignTwice)
{
    env.set(Instant::parse("2023-08-05T03:00:00.000Z").value());
    auto both = treasurer;
    both.grants.push_back(chair.grants.front());
    boost::json::object const july {{"pokmas", mekar.text()}, {"month", "2023-07"}};
    must(both, "spending.sign_month", july);
    EXPECT_EQ(refusal(both, "spending.sign_month", july).code, "workflow.four_eyes");
}

TEST_F(CashTest, AnotherPokmasTakesOverEverything)
{
    buy(1'000'000_rp, 15'000_rp);
    must(treasurer, "spending.draw_cash", move(400'000));
    must(treasurer, "spending.give_advance", with(move(150'000), "holder_name", "Slamet"));
    must(treasurer, "spending.record_interest", move(3'000));
    auto const debtor = owe(100'000_rp);
    auto const before = held();
    EXPECT_EQ(before, "bank 13518000 kas 250000 panjar 150000 piutang 100000 pajak -15000 bunga -3000");
    boost::json::object const pass {{"pokmas", mekar.text()}, {"to", melati.text()}, {"minutes", "7/BA/2023"}, {"counted", 250'000}, {"on", "2023-07-03"}};
    EXPECT_EQ(refusal(treasurer, "spending.hand_over", pass).code, "operation.not_allowed");
    EXPECT_EQ(refusal(secretary, "spending.hand_over", with(pass, "counted", nullptr)).code, "required");
    auto const differs = refusal(secretary, "spending.hand_over", with(pass, "counted", 240'000));
    EXPECT_EQ(differs.code, "spending.handover_count");
    EXPECT_EQ(number(differs, "book"), "250000");
    EXPECT_EQ(refusal(secretary, "spending.hand_over", with(pass, "to", mekar.text())).code, "spending.same_pokmas");
    must(secretary, "spending.hand_over", pass);
    EXPECT_EQ(held(mekar), "");
    EXPECT_EQ(held(melati), before);
    EXPECT_EQ(must_read([&](db::ReadTx& tx) { return ledger::purse(tx, city, fisik); }).pokmas, melati);
    auto const parts = cash(melati).parts;
    auto const slamet = std::ranges::find(parts, ledger::CashKind::Panjar, &ledger::CashPart::kind);
    ASSERT_NE(slamet, parts.end());
    EXPECT_EQ(must_read([&](db::ReadTx& tx) { return party_name(tx, city, melati, slamet->party); }), "Slamet");
    must(stranger, "spending.repay", {{"pokmas", melati.text()}, {"debtor", debtor}, {"amount", 100'000}, {"on", "2023-07-03"}, {"to", "bank"}});
}

TEST_F(CashTest, SomePursesPassWithTheirMoney)
{
    must(treasurer, "spending.draw_cash", move(12'000'000));
    boost::json::object const pass {{"pokmas", mekar.text()}, {"to", melati.text()}, {"minutes", "8/BA/2023"}, {"on", "2023-07-03"}, {"purses", boost::json::array {umkm.text()}}};
    must(lurah, "spending.hand_over", pass);
    EXPECT_EQ(held(melati), "bank 3000000 kas 2000000") << "from the bank, then from the cash";
    EXPECT_EQ(held(mekar), "kas 10000000");
    EXPECT_EQ(refusal(lurah, "spending.hand_over", pass).code, "spending.purse_elsewhere");
}

TEST_F(CashTest, MoneyUnderWayDoesNotPass)
{
    ledger::Parts const parts {{fisik, "paving", 1'000'000_rp}};
    for (auto const& entry : {ledger::plan_approved(header(today), parts), ledger::contracted(header(today), parts), ledger::sp2d_issued(header(today), mekar, parts)})
        ASSERT_TRUE(post(entry).ok());
    EXPECT_EQ(refusal(secretary, "spending.hand_over", {{"pokmas", mekar.text()}, {"to", melati.text()}, {"minutes", "7/BA"}, {"counted", 0}, {"on", "2023-07-03"}}).code,
        "spending.money_under_way");
}

TEST_F(CashTest, MistakesAreTakenBack)
{
    auto const drawn = must(treasurer, "spending.draw_cash", move(100'000));
    auto back = [&](operations::Answer const& answer) { return boost::json::object {{"entry", answer.data.at("entry")}, {"reason", "Salah ketik"}}; };
    EXPECT_EQ(refusal(operator_, "spending.take_back", back(drawn)).code, "operation.not_allowed");
    must(treasurer, "spending.take_back", back(drawn));
    EXPECT_EQ(held(), "bank 15000000");
    EXPECT_EQ(refusal(treasurer, "spending.take_back", back(drawn)).code, "ledger.already_reversed");

    buy(1'000'000_rp, 15'000_rp);
    boost::json::object const pay {{"pokmas", mekar.text()}, {"from", "bank"}, {"on", "2023-07-03"}, {"ntpn", "AAAABBBBCCCCDDDD"},
        {"taxes", boost::json::array {{{"key", "pph22"}, {"amount", 15'000}}}}};
    auto const paid = must(treasurer, "spending.pay_tax", pay);
    must(secretary, "spending.take_back", back(paid));
    EXPECT_EQ(held(), "bank 14015000 pajak -15000");
    must(treasurer, "spending.pay_tax", pay); // the number is free again
    auto const slip = must(treasurer, "spending.return_leftover",
        {{"pokmas", mekar.text()}, {"slip", "STS 3"}, {"on", "2023-07-03"}, {"purses", boost::json::array {{{"purse", umkm.text()}, {"amount", 1'000}}}}});
    must(treasurer, "spending.take_back", back(slip));
    EXPECT_TRUE(must_read([&](db::ReadTx& tx) { return deposits_of_purse(tx, city, umkm); }).empty());
}

TEST_F(CashTest, HoldsStopCashButNeverReturns)
{
    must_write([&](db::WriteTx& tx) {
        return ledger::place_hold(tx, city, {.id = env.ulid().str(), .scope = ledger::HoldScope::Pokmas, .scope_id = mekar.str(), .kinds = {ledger::HoldKind::CashOut}, .from = today,
                                                .letter = "1/2023", .signatory = "Sari", .placed_at = env.now()});
    });
    EXPECT_EQ(refusal(treasurer, "spending.draw_cash", move(1'000)).code, "ledger.hold");
    must(treasurer, "spending.record_interest", move(1'000));
    must(treasurer, "spending.return_interest", with(move(1'000), "slip", "STS 5"));
}

/// Random sequences of all that a treasurer does: TearDown proves the books, here each refusal leaves everything as it was.
TEST_F(CashTest, RandomDaysKeepTheBooks)
{
    std::mt19937_64 random {20230703};
    constexpr std::string_view names[] {"spending.draw_cash", "spending.pay_in", "spending.record_interest", "spending.record_bank_fee", "spending.residents_in",
        "spending.residents_used", "spending.unknown_money_in", "spending.give_advance", "spending.count_cash", "spending.record_tax_on_interest"};
    int refused_count = 0, done_count = 0;
    for (int i = 0; i < 120; ++i) {
        auto const name = names[random() % std::size(names)];
        auto input = move(std::int64_t(random() % 3'000'000) + 1);
        if (name == "spending.give_advance")
            input["holder_name"] = "Orang " + std::to_string(random() % 3);
        if (name == "spending.count_cash") {
            input["counted"] = input["amount"];
            input["holder_name"] = "Orang 1";
            input.erase("amount");
        }
        auto const before = held();
        input["id"] = env.ulid().text();
        auto const answer = run(treasurer, name, input);
        answer.ok() ? ++done_count : ++refused_count;
        if (!answer.ok()) {
            EXPECT_EQ(held(), before) << name;
            EXPECT_TRUE(answer.error().code.starts_with("spending.")) << answer.error().code;
            continue;
        }
        auto const after = held();
        EXPECT_TRUE(run(treasurer, name, input).ok());
        EXPECT_EQ(held(), after) << "a repeat changes nothing";
    }
    EXPECT_GT(done_count, 20);
    EXPECT_GT(refused_count, 5);
}

} // namespace
} // namespace rtkeren::spending
