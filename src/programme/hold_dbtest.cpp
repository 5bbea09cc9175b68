#include "programme/fixture_dbtest.hpp"

namespace rtkeren::programme {
namespace {

constexpr std::string_view held_rt = "35.72.03.1002.001.001";

boost::json::object letter_of_hold()
{
    return {{"letter", "700/3/2023"}, {"letter_date", "2023-07-01"}, {"signatory", "Inspektur Kota"}, {"reason", "Pemeriksaan khusus"}};
}
boost::json::object lifting(std::string_view hold)
{
    return {{"hold", hold}, {"letter", "700/9/2023"}, {"letter_date", "2023-07-03"}, {"reason", "Pemeriksaan selesai"}};
}

std::int64_t fact_of(ProgrammeTest& test, std::string_view name, Purse const& purse)
{
    for (auto const& fact : facts()) {
        if (fact.name == name)
            return test.must_read([&](db::ReadTx& tx) { return fact.read(tx, test.city, purse.id.str(), 1); }).value;
    }
    ADD_FAILURE() << name;
    return -1;
}

TEST_F(ProgrammeTest, AHoldStopsTheKindsItNamesUntilASecondPersonLiftsIt)
{
    open_small();
    auto purse = purse_of(held_rt, "fisik");
    auto input = letter_of_hold();
    input["scope"] = "kelurahan";
    input["subject"] = plosokerep;
    input["kinds"] = boost::json::array {"planning", "disbursement"};
    input["review_on"] = "2023-08-01";
    auto placed = must(sari, "programme.place_hold", input);
    auto on = services.today();
    EXPECT_EQ(post(ledger::plan_approved(header(on), {{purse.id, "paving", 1'000'000_rp}})).error().code, "ledger.hold");
    EXPECT_TRUE(post(ledger::declined(header(on), purse.id, 1'000_rp)).ok()); // not a kind that anybody can hold
    auto elsewhere = purse_of("35.72.03.1001.001.001", "fisik");
    EXPECT_TRUE(post(ledger::plan_approved(header(on), {{elsewhere.id, "paving", 1'000'000_rp}})).ok());
    EXPECT_EQ(fact_of(*this, "programme.not_held", purse), 0);
    EXPECT_EQ(fact_of(*this, "programme.not_held", elsewhere), 1);
    EXPECT_EQ(refused(sari, "programme.lift_hold", lifting(placed.id)), "workflow.four_eyes");
    must(budi, "programme.lift_hold", lifting(placed.id));
    EXPECT_TRUE(post(ledger::plan_approved(header(on), {{purse.id, "paving", 1'000'000_rp}})).ok());
    EXPECT_EQ(fact_of(*this, "programme.not_held", purse), 1);
    EXPECT_EQ(refused(budi, "programme.lift_hold", lifting(placed.id)), "workflow.not_possible");
}

TEST_F(ProgrammeTest, AProposalHoldsNothingUntilItIsDecided)
{
    open_small();
    auto purse = purse_of(held_rt, "umkm");
    auto input = letter_of_hold();
    input["scope"] = "purse";
    input["subject"] = purse.id.text();
    input["kinds"] = boost::json::array {"disbursement"};
    EXPECT_EQ(refused(auditor, "programme.place_hold", input), "operation.not_allowed");
    auto first = must(auditor, "programme.propose_hold", input);
    auto second = must(auditor, "programme.propose_hold", input);
    EXPECT_EQ(fact_of(*this, "programme.not_held", purse), 1);
    must(sari, "programme.decline_hold", {{"hold", first.id}, {"reason", "Belum cukup alasan"}});
    input["proposal"] = second.id;
    must(sari, "programme.place_hold", input);
    EXPECT_EQ(fact_of(*this, "programme.not_held", purse), 0);
    EXPECT_EQ(must_read([&](db::ReadTx& tx) { return hold(tx, city, Ulid::parse(first.id).value()); }).state, HoldState::Declined);
    auto in_force = must_read([&](db::ReadTx& tx) { return holds_in_force(tx, city); });
    ASSERT_EQ(in_force.size(), 1U);
    EXPECT_EQ(in_force[0].scope_name, "Kantong umkm RT 01 RW 01, 2023");
    must(budi, "programme.lift_hold", lifting(second.id));
}

TEST_F(ProgrammeTest, AHoldNamesSomethingThatExists)
{
    open_small();
    auto input = letter_of_hold();
    input["kinds"] = boost::json::array {"spending"};
    input["scope"] = "kelurahan";
    EXPECT_EQ(refused(sari, "programme.place_hold", input), "required");
    input["subject"] = "35.72.03.1077";
    EXPECT_EQ(refused(sari, "programme.place_hold", input), "place.unknown");
    input["scope"] = "pokmas";
    input["subject"] = env.ulid().text();
    EXPECT_EQ(refused(sari, "programme.place_hold", input), "programme.pokmas_without_purse");
    auto pokmas = PokmasId(env.ulid());
    auto umkm = purse_of(held_rt, "umkm");
    must_write([&](db::WriteTx& tx) { return ledger::assign_pokmas(tx, city, umkm.id, pokmas); });
    input["subject"] = pokmas.text();
    must(sari, "programme.place_hold", input);
    EXPECT_EQ(fact_of(*this, "programme.not_held", purse_of(held_rt, "umkm")), 1); // spending is held, disbursement is not
    input["scope"] = "city";
    input["subject"] = "";
    input["letter_date"] = "2023-07-04";
    EXPECT_EQ(refused(sari, "programme.place_hold", input), "date.future");
    input["letter_date"] = "2023-07-03";
    input["kinds"] = boost::json::array {};
    EXPECT_EQ(refused(sari, "programme.place_hold", input), "input.invalid");
    input["kinds"] = boost::json::array {"allocation", "disbursement"};
    must(sari, "programme.place_hold", input);
    EXPECT_EQ(fact_of(*this, "programme.not_held", purse_of("35.72.03.1003.001.001", "fisik")), 0);
}

boost::json::object closing() { return {{"year", 2023}, {"letter", "188/99/2023"}, {"letter_date", "2023-12-31"}}; }

TEST_F(ProgrammeTest, ClosingCancelsWhatWasNotUsed)
{
    open_small();
    auto fisik = purse_of(held_rt, "fisik");
    auto on = services.today();
    ASSERT_TRUE(post(ledger::plan_approved(header(on), {{fisik.id, "paving", 20'000'000_rp}, {fisik.id, "drainase", 10'000'000_rp}})).ok());
    ASSERT_TRUE(post(ledger::contracted(header(on), {{fisik.id, "paving", 15'000'000_rp}})).ok());
    env.set(Instant::parse("2023-12-31T05:00:00.000Z").value());
    EXPECT_EQ(refused(budi, "programme.close_year", closing()), "workflow.not_possible");
    must(sari, "programme.start_closing", {{"year", 2023}});
    must_read([&](db::ReadTx& tx) -> Result<bool> {
        EXPECT_EQ(open_year(tx, city, 2023).error().code, "programme.year_not_open");
        EXPECT_TRUE(running_year(tx, city, 2023).ok());
        return true;
    });
    must(sari, "programme.reopen_year", {{"year", 2023}, {"reason", "Perpanjangan"}});
    must(sari, "programme.start_closing", {{"year", 2023}});
    EXPECT_EQ(refused(sari, "programme.close_year", closing()), "workflow.four_eyes");
    auto answer = must(budi, "programme.close_year", closing());
    EXPECT_EQ(answer.data.at("unused").as_int64(), 300'000'000);
    EXPECT_EQ(answer.data.at("with_debt").as_int64(), 0);
    EXPECT_EQ(at(fisik, ledger::Stage::Batal), 35'000'000_rp);
    EXPECT_TRUE(purse_of(held_rt, "fisik").closed);
    EXPECT_EQ(must_read([&](db::ReadTx& tx) { return year_of(tx, city, 2023); }).status, YearStatus::Closed);
    EXPECT_EQ(refused(sari, "programme.set_dpa",
                  {{"year", 2023}, {"kelurahan", plosokerep}, {"number", "9"}, {"date", "2023-12-31"},
                      {"amounts", boost::json::array {{{"envelope", "umkm"}, {"amount", 1}}}}}),
        "programme.year_closed");
}

TEST_F(ProgrammeTest, MoneyLeftWithAPokmasNeedsAFlagAndLaterStopsTheUnit)
{
    open_small();
    auto fisik = purse_of(held_rt, "fisik");
    auto pokmas = PokmasId(env.ulid());
    auto on = services.today();
    must_write([&](db::WriteTx& tx) { return ledger::assign_pokmas(tx, city, fisik.id, pokmas); });
    ledger::Parts const parts {{fisik.id, "paving", 10'000'000_rp}};
    ASSERT_TRUE(post(ledger::plan_approved(header(on), parts)).ok());
    ASSERT_TRUE(post(ledger::contracted(header(on), parts)).ok());
    ASSERT_TRUE(post(ledger::sp2d_issued(header(on), pokmas, parts)).ok());
    must(sari, "programme.start_closing", {{"year", 2023}});
    env.set(Instant::parse("2024-01-05T05:00:00.000Z").value());
    EXPECT_EQ(refused(budi, "programme.close_year", closing()), "programme.close_under_way");
    ASSERT_TRUE(post(ledger::sp2d_confirmed(header(on), pokmas, parts)).ok());
    EXPECT_EQ(refused(budi, "programme.close_year", closing()), "programme.close_money_left");
    auto input = closing();
    input["debts"] = boost::json::array {{{"purse", fisik.id.text()}, {"reason", ""}}};
    EXPECT_EQ(refused(budi, "programme.close_year", input), "programme.close_money_left");
    EXPECT_EQ(fact_of(*this, "programme.no_debt", fisik), 1); // no earlier year
    input["debts"] = boost::json::array {{{"purse", fisik.id.text()}, {"reason", "Bendahara belum menyetor"}}};
    auto answer = must(budi, "programme.close_year", input);
    EXPECT_EQ(answer.data.at("with_debt").as_int64(), 1);
    EXPECT_EQ(at(fisik, ledger::Stage::Cair), 10'000'000_rp);

    // The next year: the unit owes, its neighbour does not; once it gave back what was left, nothing stops it.
    release_pack(2024);
    must(sari, "programme.create_year", {{"year", 2024}});
    for (int k = 0; k < 3; ++k) {
        must(sari, "programme.set_dpa",
            {{"year", 2024}, {"kelurahan", fmt::format("35.72.03.{}", 1001 + k)}, {"number", "DPA/1/2024"}, {"date", "2024-01-02"},
                {"amounts", amounts((3 - k) * 35'000'000, (3 - k) * 15'000'000)}});
    }
    must(budi, "programme.open_year", {{"year", 2024}, {"letter", "188/1/2024"}, {"letter_date", "2024-01-04"}});
    auto next = must_read([&](db::ReadTx& tx) { return purses_below(tx, city, 2024, held_rt); });
    auto other = must_read([&](db::ReadTx& tx) { return purses_below(tx, city, 2024, "35.72.03.1002.001.002"); });
    EXPECT_EQ(fact_of(*this, "programme.no_debt", next[1]), 0);
    EXPECT_EQ(fact_of(*this, "programme.no_debt", other[0]), 1);
    ASSERT_TRUE(post(ledger::leftover_returned(header(services.today()), pokmas, parts)).ok());
    EXPECT_EQ(fact_of(*this, "programme.no_debt", next[1]), 1);
    EXPECT_EQ(must_read([&](db::ReadTx& tx) { return year_or_current(tx, city, ""); }).year, 2024);
}

} // namespace
} // namespace rtkeren::programme
