#include "payout/fixture_dbtest.hpp"

namespace rtkeren::payout {
namespace {

using ledger::CashKind;
using ledger::Stage;

TEST_F(PayoutTest, EveryQueryPreparesAndRuns)
{
    tests::expect_all_queries_prepare("payout");
    tests::expect_all_queries_run_at_end("payout");
}

TEST_F(PayoutTest, MoneyGoesFromPlanToThePokmasInTwoTranches)
{
    auto const contract_id = sign_contract();
    EXPECT_EQ(total(Stage::Kontrak), 150'000'000_rp);
    EXPECT_EQ(total(Stage::Rencana), 0_rp);
    auto const signed_contract = must_read([&](db::ReadTx& tx) { return contract(tx, city, ContractId::parse(contract_id).value()); });
    EXPECT_EQ(signed_contract.number, "001/KTR/2023");
    EXPECT_EQ(signed_contract.amount, 150'000'000_rp);

    auto const first = request(1);
    EXPECT_EQ(now(first).amount, 75'000'003_rp); // each line by its own largest remainder: 10.000.001 of 20.000.001
    EXPECT_EQ(now(first).state, "requested");
    to_sp2d(first);
    EXPECT_EQ(total(Stage::Kontrak), 74'999'997_rp);
    EXPECT_EQ(total(Stage::Sp2d), 75'000'003_rp);
    EXPECT_EQ(cash(pokmas_id).of(CashKind::Jalan), 75'000'003_rp);
    must(treasurer, "payout.confirm", receiving(first));
    EXPECT_EQ(total(Stage::Cair), 75'000'003_rp);
    EXPECT_EQ(cash(pokmas_id).of(CashKind::Bank), 75'000'003_rp);
    EXPECT_EQ(now(first).state, "confirmed");
    EXPECT_EQ(now(first).confirmed_on, Date::of(2023, 7, 3).value());

    auto const purse = purse_of(rt1, "fisik");
    auto const reached = must_read([&](db::ReadTx& tx) { return disbursed(tx, city, purse.id); });
    ASSERT_EQ(reached.size(), 1U);
    EXPECT_EQ(reached[0].amount, 17'500'001_rp);

    auto const second = request(2);
    EXPECT_EQ(now(second).amount, 74'999'997_rp);
    settle(second, "SP2D/2");
    EXPECT_EQ(total(Stage::Kontrak), 0_rp);
    EXPECT_EQ(total(Stage::Cair), 150'000'000_rp);
    EXPECT_EQ(refused(chair, "payout.request_tranche", requesting(2)), "payout.nothing_to_request");
    auto const covering = must_read([&](db::ReadTx& tx) { return contract_of_purse(tx, city, purse.id); });
    ASSERT_TRUE(covering);
    EXPECT_EQ(covering->id, signed_contract.id);
    EXPECT_EQ(must_read([&](db::ReadTx& tx) { return tranches_of(tx, city, pokmas_id, 2023); }).size(), 2U);
    EXPECT_EQ(must_read([&](db::ReadTx& tx) { return contract_lines(tx, city, signed_contract.id); }).size(), 9U);
}

TEST_F(PayoutTest, ALateRtDoesNotHoldUpItsNeighbours)
{
    sign_contract();
    red_purses() = { purse_of(rt2, "umkm").id.str() };
    auto const answer = must(chair, "payout.request_tranche", requesting(1));
    EXPECT_EQ(now(answer.id).amount, 50'000'002_rp);
    ASSERT_FALSE(answer.verdicts.empty());
    for (auto const& verdict : answer.verdicts)
        EXPECT_EQ(verdict.severity, Severity::Warn) << verdict.code;
    settle(answer.id);
    EXPECT_EQ(at(purse_of(rt2, "fisik"), Stage::Cair), 0_rp);
    EXPECT_EQ(at(purse_of(rt1, "fisik"), Stage::Cair) + at(purse_of(rt1, "umkm"), Stage::Cair), 25'000'001_rp);

    // Naming the late one is refused with its red gate; when it is green, it asks in a supplement and its neighbours are left alone.
    auto named = requesting(1);
    named["units"] = boost::json::array { boost::json::string(rt2) };
    EXPECT_EQ(refused(chair, "payout.request_tranche", named), "payout.gate");
    red_purses().clear();
    auto const late = must(chair, "payout.request_tranche", requesting(1));
    EXPECT_EQ(now(late.id).supplement, 1);
    EXPECT_EQ(now(late.id).amount, 25'000'001_rp);
    // Tranche 2 only for those whose first has arrived.
    auto const second = must(chair, "payout.request_tranche", requesting(2));
    EXPECT_EQ(now(second.id).amount, 49'999'998_rp);
    settle(late.id, "SP2D/2");
    auto const last = must(chair, "payout.request_tranche", requesting(2));
    EXPECT_EQ(now(last.id).amount, 24'999'999_rp);
}

TEST_F(PayoutTest, AnOrderThatBouncedIsIssuedAgain)
{
    sign_contract();
    auto const id = request(1);
    to_sp2d(id);
    EXPECT_EQ(refused(treasurer, "payout.bounce", { { "tranche", id }, { "date", "2023-07-03" }, { "reason", "Rekening tutup" } }), "operation.not_allowed");
    must(hadi, "payout.bounce", { { "tranche", id }, { "date", "2023-07-03" }, { "reason", "Nama rekening berbeda" } });
    EXPECT_EQ(now(id).state, "bounced");
    EXPECT_EQ(total(Stage::Kontrak), 150'000'000_rp);
    EXPECT_EQ(total(Stage::Sp2d), 0_rp);
    EXPECT_EQ(cash(pokmas_id).of(CashKind::Jalan), 0_rp);
    must(kas, "payout.record_sp2d", { { "tranche", id }, { "number", "SP2D/77" }, { "date", "2023-07-03" } });
    must(treasurer, "payout.confirm", receiving(id));
    EXPECT_EQ(now(id).sp2d, "SP2D/77");
    EXPECT_EQ(total(Stage::Cair), now(id).amount);
}

TEST_F(PayoutTest, MoneyThatReachedAnotherPokmasIsSentOnAndStaysUnconfirmedUntilThen)
{
    sign_contract();
    auto const other = activated("Pokmas Anggrek", "35.72.03.1002.001", "99887766");
    auto const other_treasurer = officer("pokmas_bendahara", other, "35.72.03.1002.001", { "payout.confirm" });
    auto const id = request(1);
    to_sp2d(id);
    EXPECT_EQ(refused(kas, "payout.send_on", { { "tranche", id }, { "date", "2023-07-03" } }), "payout.nothing_elsewhere");
    boost::json::object const wrong { { "tranche", id }, { "receiver", other.text() }, { "date", "2023-07-03" }, { "reason", "Nomor rekening tertukar" } };
    must(kas, "payout.arrived_elsewhere", wrong);
    EXPECT_EQ(cash(other).of(CashKind::Bank), now(id).amount);
    EXPECT_EQ(cash(other).of(CashKind::Titipan), -now(id).amount);
    EXPECT_EQ(total(Stage::Sp2d), now(id).amount);
    EXPECT_EQ(refused(treasurer, "payout.confirm", receiving(id)), "payout.still_elsewhere");
    EXPECT_EQ(refused(kas, "payout.arrived_elsewhere", wrong), "payout.still_elsewhere");
    EXPECT_EQ(refused(treasurer, "payout.send_on", { { "tranche", id }, { "date", "2023-07-03" } }), "operation.not_allowed");
    must(other_treasurer, "payout.send_on", { { "tranche", id }, { "date", "2023-07-03" }, { "evidence", "TRX 5" } });
    EXPECT_EQ(cash(other).of(CashKind::Bank), 0_rp);
    must(treasurer, "payout.confirm", receiving(id));
    EXPECT_EQ(total(Stage::Cair), now(id).amount);
}

TEST_F(PayoutTest, NobodyChecksWhatTheyDidBefore)
{
    sign_contract();
    auto everything
        = officer("pokmas_ketua", {}, "35.72", { "payout.account", "payout.approve", "payout.confirm", "payout.request", "payout.sp2d", "payout.verify" });
    everything.grants.front().pokmas.clear();
    auto const id = must(everything, "payout.request_tranche", requesting(1)).id;
    EXPECT_EQ(refused(everything, "payout.verify", { { "tranche", id } }), "workflow.four_eyes");
    auto verifier = everything;
    verifier.user = dewi.user;
    verifier.person = dewi.person;
    must(verifier, "payout.verify", { { "tranche", id } });
    EXPECT_EQ(refused(verifier, "payout.approve", { { "tranche", id } }), "workflow.four_eyes");
    EXPECT_EQ(refused(everything, "payout.approve", { { "tranche", id } }), "workflow.four_eyes");
    must(ratna, "payout.approve", { { "tranche", id } });
    auto approver = everything;
    approver.user = ratna.user;
    approver.person = ratna.person;
    EXPECT_EQ(refused(approver, "payout.issue_spp", { { "tranche", id } }), "workflow.four_eyes");
    must(hadi, "payout.issue_spp", { { "tranche", id } });
    EXPECT_EQ(refused(approver, "payout.record_sp2d", { { "tranche", id }, { "number", "1" }, { "date", "2023-07-03" } }), "workflow.four_eyes");
    must(kas, "payout.record_sp2d", { { "tranche", id }, { "number", "1" }, { "date", "2023-07-03" } });
    auto payer = everything;
    payer.user = kas.user;
    payer.person = kas.person;
    EXPECT_EQ(refused(payer, "payout.confirm", receiving(id)), "workflow.four_eyes");
    must(treasurer, "payout.confirm", receiving(id));
}

TEST_F(PayoutTest, AGateThatTurnsRedStopsTheApproval)
{
    sign_contract();
    auto const id = request(1);
    must(dewi, "payout.verify", { { "tranche", id } });
    red_purses() = { purse_of(rt3, "fisik").id.str() };
    EXPECT_EQ(refused(ratna, "payout.approve", { { "tranche", id } }), "payout.gate");
    // Returned and sent again it goes without that RT.
    must(ratna, "payout.return", { { "tranche", id }, { "reason", "RT 03 belum memenuhi syarat" } });
    EXPECT_EQ(now(id).state, "returned");
    must(chair, "payout.resubmit", { { "tranche", id } });
    EXPECT_EQ(now(id).amount, 50'000'002_rp);
    must(dewi, "payout.verify", { { "tranche", id } });
    must(ratna, "payout.approve_bulk", { { "tranches", boost::json::array { boost::json::string(id) } } });
    EXPECT_EQ(now(id).state, "approved");
}

TEST_F(PayoutTest, WithdrawnRequestsGiveTheirMoneyBackToTheNext)
{
    sign_contract();
    auto const id = request(1);
    EXPECT_EQ(refused(chair, "payout.request_tranche", requesting(1)), "payout.nothing_to_request");
    must(chair, "payout.withdraw", { { "tranche", id }, { "reason", "Salah termin" } });
    auto const again = request(1);
    EXPECT_EQ(now(again).amount, now(id).amount);
    EXPECT_EQ(refused(chair, "payout.request_tranche", requesting(2)), "payout.previous_open");
    EXPECT_EQ(refused(chair, "payout.request_tranche", requesting(3)), "payout.no_such_tranche");
}

TEST_F(PayoutTest, RefusesWrongOrdersAndAmounts)
{
    sign_contract();
    auto const id = request(1);
    to_spm(id);
    EXPECT_EQ(refused(kas, "payout.record_sp2d", { { "tranche", id }, { "number", "1" }, { "date", "2022-12-31" } }), "date.outside_year");
    EXPECT_EQ(refused(kas, "payout.record_sp2d", { { "tranche", id }, { "number", "1" }, { "date", "2023-07-04" } }), "date.future");
    must(kas, "payout.record_sp2d", { { "tranche", id }, { "number", "1" }, { "date", "2023-07-02" } });
    EXPECT_EQ(refused(treasurer, "payout.confirm", { { "tranche", id }, { "date", "2023-07-03" }, { "amount", 74'999'999 } }), "payout.amount_differs");
    EXPECT_EQ(
        refused(treasurer, "payout.confirm", { { "tranche", id }, { "date", "2023-07-01" }, { "amount", now(id).amount.value() } }), "payout.before_sp2d");
    EXPECT_EQ(
        refused(treasurer, "payout.confirm", { { "tranche", id }, { "date", "2023-07-03" }, { "amount", now(id).amount.value() - 5 }, { "withheld", 5 } }),
        "payout.withheld_by_pokmas");
    EXPECT_EQ(refused(treasurer, "payout.confirm", { { "tranche", id }, { "date", "2023-07-03" }, { "amount", now(id).amount.value() }, { "version", 1 } }),
        "workflow.moved");
    must(treasurer, "payout.confirm", receiving(id));
    EXPECT_EQ(refused(treasurer, "payout.confirm", receiving(id)), "workflow.not_possible");
    auto const second = request(2);
    to_spm(second);
    EXPECT_EQ(refused(kas, "payout.record_sp2d", { { "tranche", second }, { "number", "1" }, { "date", "2023-07-03" } }), "payout.sp2d_used");
}

TEST_F(PayoutTest, TheKelurahanTreasurerWithholdsWhereTheYearSaysSo)
{
    change_pack({ { "key = \"tax_withheld_by\", value = \"pokmas\"", "key = \"tax_withheld_by\", value = \"kelurahan\"" } });
    sign_contract();
    auto const id = request(1);
    to_sp2d(id);
    auto input = receiving(id);
    input["amount"] = now(id).amount.value() - 1'000'000;
    input["withheld"] = 1'000'000;
    EXPECT_EQ(refused(treasurer, "payout.confirm", input), "payout.no_treasurer");
    input["treasurer"] = hadi.person.text();
    must(treasurer, "payout.confirm", input);
    EXPECT_EQ(cash(pokmas_id).of(CashKind::Panjar, "treasurer:" + hadi.person.str()), 1'000'000_rp);
    EXPECT_EQ(total(Stage::Cair), now(id).amount);
}

TEST_F(PayoutTest, TheYearMayKeepSppAndSpmApart)
{
    change_pack(
        { { "{ key = \"pengawas\", needed = true,", "{ key = \"spm\", needed = true, basis = \"usulan\" },\n    { key = \"pengawas\", needed = true," } });
    sign_contract();
    auto const id = request(1);
    to_spm(id);
    EXPECT_EQ(now(id).state, "spp");
    EXPECT_EQ(refused(kas, "payout.record_sp2d", { { "tranche", id }, { "number", "1" }, { "date", "2023-07-03" } }), "workflow.not_possible");
    EXPECT_EQ(refused(hadi, "payout.sign_spm", { { "tranche", id } }), "operation.not_allowed");
    must(ratna, "payout.sign_spm", { { "tranche", id } });
    EXPECT_EQ(now(id).state, "spm");
    EXPECT_EQ(now(id).spp, "001/SPP/2023");
    EXPECT_EQ(now(id).spm, "001/SPM/2023");
}

TEST_F(PayoutTest, ThreeTranchesPayTheContractToTheLastRupiah)
{
    change_pack({ { "number = 1\nshare_bp = 5000", "number = 1\nshare_bp = 4000" }, { "number = 2\nshare_bp = 5000", "number = 2\nshare_bp = 3000" },
        { "# Bukti per jenis belanja", "[[tranche]]\nnumber = 3\nshare_bp = 3000\nbasis = \"termin\"\ngates = []\n\n# Bukti per jenis belanja" } });
    sign_contract();
    for (int number = 1; number <= 3; ++number)
        settle(request(number), "SP2D/" + std::to_string(number));
    EXPECT_EQ(total(Stage::Cair), 150'000'000_rp);
    EXPECT_EQ(total(Stage::Kontrak), 0_rp);
    EXPECT_EQ(at(purse_of(rt1, "umkm"), Stage::Cair), 15'000'000_rp);
}

} // namespace
} // namespace rtkeren::payout
