#include "payout/fixture_dbtest.hpp"
#include "payout/opening.hpp"
#include "planning/take_in.hpp"

namespace rtkeren::payout {
namespace {

/// A city that starts in mid-year: the year is open, its purses are empty.
struct OpeningTest : PayoutTest {
    Actor uploader { person("Sari", "tapem", "35.72", { "payout.opening" }) };
    Actor second { person("Budi", "bkd", "35.72", { "payout.opening" }) };

    void SetUp() override
    {
        red_purses().clear();
        found({ 3, 2, 1 });
        release_pack();
        must(sari, "programme.create_year", { { "year", 2023 } });
        for (int k = 0; k < 3; ++k)
            set_dpa(fmt::format("35.72.03.{}", 1001 + k), (3 - k) * 35'000'000, (3 - k) * 15'000'000);
        auto input = opening();
        input["mid_year"] = true;
        must(budi, "programme.open_year", input);
        activate_pokmas();
    }

    static boost::json::object purse_row(std::string_view unit, std::string_view envelope, std::string_view category, boost::json::object amounts)
    {
        amounts["unit"] = unit;
        amounts["envelope"] = envelope;
        if (!category.empty())
            amounts["category"] = category;
        return amounts;
    }
    static boost::json::object proposal(boost::json::array rows)
    {
        return { { "year", 2023 }, { "cut_off", "2023-06-30" }, { "paper", "BA/7" }, { "rows", std::move(rows) } };
    }
    /// Both purses of RT 1 and the works of RT 2; bank, cash, an advance and a tax not yet paid.
    static boost::json::array good_rows()
    {
        return { purse_row(rt1, "fisik", "paving", { { "kontrak", 20'000'000 }, { "cair", 3'000'000 }, { "sah", 12'000'000 } }),
            purse_row(rt1, "umkm", "", { { "pagu", 15'000'000 } }),
            purse_row(rt2, "Fisik", "paving", { { "rencana", 35'000'000 } }),
            boost::json::object { { "pokmas", "pokmas mekar sari" }, { "bank", 2'000'000 }, { "kas", 900'000 }, { "contract", "188/5" }, { "signed_on", "2023-06-20" },
                { "ends_on", "2023-12-15" } },
            boost::json::object { { "pokmas", "Pokmas Mekar Sari" }, { "panjar", 200'000 }, { "party", "Bendahara Pokmas Mekar Sari" } },
            boost::json::object { { "pokmas", "Pokmas Mekar Sari" }, { "pajak", 100'000 }, { "party", "pph23" } } };
    }
    std::vector<std::string> wrong(boost::json::array rows)
    {
        auto const answer = run(uploader, "payout.propose_opening", proposal(std::move(rows)));
        EXPECT_FALSE(answer.ok());
        std::vector<std::string> found;
        if (!answer.ok())
            for (auto const& field : answer.error().fields)
                found.push_back(field.name + " " + field.code);
        return found;
    }
};

TEST_F(OpeningTest, TwoPersonsBringTheBalancesIntoTheBooks)
{
    EXPECT_EQ(purse_of(rt1, "fisik").closed, false);
    auto const id = must(uploader, "payout.propose_opening", proposal(good_rows())).id;
    EXPECT_TRUE(at(purse_of(rt1, "fisik"), ledger::Stage::Sah).is_zero()) << "nothing is in the books before a second person";
    EXPECT_EQ(refused(uploader, "payout.confirm_opening", { { "opening", id } }), "workflow.four_eyes");
    EXPECT_EQ(refused(dewi, "payout.confirm_opening", { { "opening", id } }), "operation.not_allowed");
    must(second, "payout.confirm_opening", { { "opening", id } });
    EXPECT_EQ(at(purse_of(rt1, "fisik"), ledger::Stage::Kontrak), 20'000'000_rp);
    EXPECT_EQ(at(purse_of(rt1, "fisik"), ledger::Stage::Sah), 12'000'000_rp);
    EXPECT_EQ(at(purse_of(rt1, "umkm"), ledger::Stage::Pagu), 15'000'000_rp);
    EXPECT_EQ(at(purse_of(rt2, "fisik"), ledger::Stage::Rencana), 35'000'000_rp);
    EXPECT_EQ(cash(pokmas_id).of(ledger::CashKind::Bank), 2'000'000_rp);
    EXPECT_EQ(cash(pokmas_id).owed(), 100'000_rp);
    auto const contract = must_read([&](db::ReadTx& tx) { return contract_of(tx, city, pokmas_id, 2023); });
    ASSERT_TRUE(contract.has_value());
    EXPECT_EQ(contract->number, "188/5");
    EXPECT_EQ(contract->amount, 35'000'000_rp) << "what was paid out belongs to it";
    EXPECT_EQ(must_read([&](db::ReadTx& tx) { return planning::approved_by_category(tx, city, purse_of(rt2, "fisik").id); }).front().second, 35'000'000_rp);
    auto const entries = must_read([&](db::ReadTx& tx) { return ledger::entries_of_purse(tx, city, purse_of(rt1, "fisik").id); });
    ASSERT_EQ(entries.size(), 1U);
    EXPECT_EQ(entries.front().kind, ledger::EntryKind::Opening);
    EXPECT_NE(entries.front().text.find("Saldo awal"), std::string::npos);
    EXPECT_EQ(refused(second, "payout.confirm_opening", { { "opening", id } }), "workflow.not_possible");
    EXPECT_EQ(wrong({ purse_row(rt1, "umkm", "", { { "pagu", 1 } }) }), (std::vector<std::string> { "rows.0.unit payout.opening_not_empty" }));
}

TEST_F(OpeningTest, WorkGoesOnFromTheBalances)
{
    auto const id = must(uploader, "payout.propose_opening", proposal(good_rows())).id;
    must(second, "payout.confirm_opening", { { "opening", id } });
    EXPECT_EQ(refused(chair, "payout.request_tranche", requesting(1)), "payout.nothing_to_request") << "the first was paid before";
    auto const tranche = request(2);
    EXPECT_EQ(now(tranche).amount, 20'000'000_rp) << "the contract's rest";
    settle(tranche);
    EXPECT_EQ(at(purse_of(rt1, "fisik"), ledger::Stage::Cair), 23'000'000_rp);
}

TEST_F(OpeningTest, WhatWasPaidIsTheTranchesNearestToIt)
{
    auto const plan = [](std::vector<int> const& shares) {
        std::vector<rules::Tranche> tranches;
        for (auto const share : shares)
            tranches.push_back({ .number = int(tranches.size()) + 1, .share = BasisPoints(share), .gates = {}, .basis = {} });
        return tranches;
    };
    auto const halves = plan({ 5000, 5000 });
    EXPECT_EQ(tranches_paid(0_rp, 100_rp, halves), 0);
    EXPECT_EQ(tranches_paid(43_rp, 100_rp, halves), 1);
    EXPECT_EQ(tranches_paid(90_rp, 100_rp, halves), 1) << "something is left for the last one";
    EXPECT_EQ(tranches_paid(100_rp, 100_rp, halves), 2);
    auto const three = plan({ 4000, 3000, 3000 });
    EXPECT_EQ(tranches_paid(45_rp, 100_rp, three), 1);
    EXPECT_EQ(tranches_paid(69_rp, 100_rp, three), 2);
    EXPECT_EQ(tranches_paid(99_rp, 100_rp, three), 2);
    EXPECT_EQ(tranches_paid(30_rp, 100_rp, plan({ 10'000 })), 1);
}

TEST_F(OpeningTest, AnOrderUnderWayAndAPlanInTheWayAreNamed)
{
    auto const cash_row = [](boost::json::object more) {
        boost::json::object row { { "pokmas", "Pokmas Mekar Sari" }, { "contract", "188/5" }, { "signed_on", "2023-06-20" }, { "ends_on", "2023-12-15" } };
        for (auto const& [key, value] : more)
            row[key] = value;
        return row;
    };
    auto const order = purse_row(rt1, "fisik", "paving", { { "sp2d", 7 } });
    EXPECT_EQ(wrong({ order, cash_row({}) }), (std::vector<std::string> { "rows.1.sp2d_number payout.opening_sp2d" }));
    EXPECT_EQ(wrong({ order, cash_row({ { "sp2d_number", "1/SP2D" } }) }), (std::vector<std::string> { "rows.1.sp2d_on required" }));
    EXPECT_EQ(wrong({ order, cash_row({ { "sp2d_number", "1/SP2D" }, { "sp2d_on", "2023-07-01" }, { "signed_on", "2023-07-01" } }) }),
        (std::vector<std::string> { "rows.1.signed_on payout.opening_after", "rows.1.sp2d_on payout.opening_after" }));
    EXPECT_EQ(wrong({ order, cash_row({ { "sp2d_number", "1/SP2D" }, { "sp2d_on", "2023-06-29" }, { "ends_on", "2023-06-01" } }) }),
        (std::vector<std::string> { "rows.1.ends_on payout.contract_dates" }));
    auto const purse = purse_of(rt1, "fisik");
    must_write([&](db::WriteTx& tx) {
        operations::Context context { services, second, city, env.now(), services.today(), {}, {}, 0, env.ulid() };
        return planning::take_in(tx, context, { purse.unit, 2023, "Saldo awal", "BA/1", { { purse.id, "fisik", "paving", "Paving", 7_rp } } });
    });
    EXPECT_EQ(wrong({ purse_row(rt1, "fisik", "paving", { { "rencana", 7 } }) }), (std::vector<std::string> { "rows.0.unit payout.opening_plan" }));
}

TEST_F(OpeningTest, ARefusedListStaysOutAndSaysWhy)
{
    auto const id = must(uploader, "payout.propose_opening", proposal(good_rows())).id;
    EXPECT_EQ(refused(second, "payout.refuse_opening", { { "opening", id }, { "reason", "" } }), "input.invalid");
    must(second, "payout.refuse_opening", { { "opening", id }, { "reason", "Saldo bank belum cocok" } });
    EXPECT_EQ(refused(second, "payout.confirm_opening", { { "opening", id } }), "workflow.not_possible");
    auto const listed = must_read([&](db::ReadTx& tx) { return openings(tx, city); });
    ASSERT_EQ(listed.size(), 1U);
    EXPECT_EQ(listed.front().state, "refused");
    must(uploader, "payout.propose_opening", proposal(good_rows()));
}

TEST_F(OpeningTest, WrongRowsAreNamed)
{
    auto const row = [](boost::json::object object) { return object; };
    EXPECT_EQ(wrong({ purse_row("35.72.03.1009.001.001", "fisik", "paving", { { "rencana", 1 } }), purse_row(rt1, "lain", "paving", { { "rencana", 1 } }),
                  purse_row(rt1, "fisik", "pelatihan_kue", { { "rencana", 1 } }), purse_row(rt1, "fisik", "", { { "rencana", 1 } }), purse_row(rt1, "fisik", "paving", {}),
                  row({ { "pokmas", "Pokmas Antah" }, { "bank", 1 } }), purse_row(rt1, "umkm", "", { { "pagu", 1 }, { "bank", 1 } }) }),
        (std::vector<std::string> { "rows.0.unit payout.opening_no_purse", "rows.1.envelope payout.opening_envelope", "rows.2.category payout.opening_category",
            "rows.3.category required", "rows.4.pagu payout.opening_nothing", "rows.5.pokmas payout.opening_pokmas", "rows.6.unit payout.opening_both" }));
    EXPECT_EQ(wrong({ row({ { "pokmas", "Pokmas Mekar Sari" }, { "panjar", 5 }, { "party", "Orang lain" } }),
                  row({ { "pokmas", "Pokmas Mekar Sari" }, { "pajak", 5 }, { "party", "pajak kami" } }) }),
        (std::vector<std::string> { "rows.0.party payout.opening_party", "rows.1.party payout.opening_tax" }));
    EXPECT_EQ(wrong({ purse_row(rt1, "fisik", "paving", { { "cair", 5 }, { "kontrak", 7 } }), row({ { "pokmas", "Pokmas Mekar Sari" }, { "bank", 4 } }) }),
        (std::vector<std::string> { "rows.1.pokmas payout.opening_differs", "rows.1.contract payout.opening_contract" }));
    auto late = proposal(good_rows());
    late["cut_off"] = "2023-07-04";
    EXPECT_EQ(refused(uploader, "payout.propose_opening", late), "date.future");
    EXPECT_EQ(refused(uploader, "payout.propose_opening", proposal({ purse_row(rt1, "umkm", "", { { "pagu", 45'000'001 } }) })), "ledger.dpa_exceeded");
    EXPECT_TRUE(must_read([&](db::ReadTx& tx) { return openings(tx, city); }).empty());
}

TEST_F(OpeningTest, TheTemplateReadsAsItsOwnExamples)
{
    auto const kinds = imports();
    auto const found = std::ranges::find(kinds, "opening", &sheets::Kind::name);
    ASSERT_NE(found, kinds.end());
    for (auto const& example : (*found)->examples)
        EXPECT_EQ(example.size(), (*found)->columns.size());
}

} // namespace
} // namespace rtkeren::payout
