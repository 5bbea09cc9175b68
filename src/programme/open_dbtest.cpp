#include "programme/fixture_dbtest.hpp"

#include "programme/machines.hpp"
#include "workflow/workflow.hpp"

#include <thread>

namespace rtkeren::programme {
namespace {

TEST_F(ProgrammeTest, EveryQueryPreparesAndRuns)
{
    tests::expect_all_queries_prepare("programme");
    tests::expect_all_queries_run_at_end("programme");
}

TEST_F(ProgrammeTest, MachinesAreWhole)
{
    EXPECT_EQ(workflow::check_machine(year_machine()), std::vector<std::string> {});
    EXPECT_EQ(workflow::check_machine(hold_machine()), std::vector<std::string> {});
}

TEST_F(ProgrammeTest, OpensASmallYearWithinEachDpa)
{
    open_small();
    auto year = must_read([&](db::ReadTx& tx) { return open_year(tx, city, 2023); });
    EXPECT_EQ(year.status, YearStatus::Open);
    auto purses = must_read([&](db::ReadTx& tx) { return purses_below(tx, city, 2023, ""); });
    ASSERT_EQ(purses.size(), 12U);
    EXPECT_EQ(purses[0].unit_code, "35.72.03.1001.001.001");
    EXPECT_EQ(purses[0].unit_name, "RT 01 RW 01");
    EXPECT_EQ(purses[0].envelope, "fisik");
    EXPECT_EQ(purses[1].envelope, "umkm");
    EXPECT_FALSE(purses[0].closed);
    auto places = must_read([&](db::ReadTx& tx) { return ledger::place_balances(tx, city, 2023); });
    Rupiah total;
    for (auto const& place : places)
        total += place.amounts.of(ledger::Stage::Pagu);
    EXPECT_EQ(total, 300'000'000_rp);
    auto of_unit = must_read([&](db::ReadTx& tx) { return purses_of_unit(tx, city, 2023, purses[0].unit); });
    ASSERT_EQ(of_unit.size(), 2U);
    EXPECT_EQ(must_read([&](db::ReadTx& tx) { return purse(tx, city, of_unit[1].id); }).envelope, "umkm");
    EXPECT_EQ(must_read([&](db::ReadTx& tx) { return purses_below(tx, city, 2023, plosokerep); }).size(), 4U);
    EXPECT_EQ(must_read([&](db::ReadTx& tx) { return purses_below(tx, city, 2023, "35.72.03.100"); }).size(), 0U);
}

TEST_F(ProgrammeTest, RefusesTheWholeYearWhenOneDpaIsShortByOneRupiah)
{
    found({3, 2, 1});
    release_pack();
    must(sari, "programme.create_year", {{"year", 2023}});
    set_dpa("35.72.03.1001", 105'000'000, 45'000'000);
    set_dpa("35.72.03.1002", 70'000'000, 29'999'999);
    set_dpa("35.72.03.1003", 35'000'000, 15'000'000);
    auto refusal = run(budi, "programme.open_year", opening());
    ASSERT_FALSE(refusal.ok());
    EXPECT_EQ(refusal.error().code, "programme.dpa_short");
    ASSERT_EQ(refusal.error().verdicts.size(), 1U);
    auto const& numbers = refusal.error().verdicts.front().numbers;
    EXPECT_EQ(numbers[1].second, "35.72.03.1002");
    EXPECT_EQ(numbers.back(), (std::pair<std::string, std::string> {"total_missing", "1"}));
    EXPECT_TRUE(must_read([&](db::ReadTx& tx) { return purses_below(tx, city, 2023, ""); }).empty());
    EXPECT_EQ(must_read([&](db::ReadTx& tx) { return year_of(tx, city, 2023); }).status, YearStatus::Draft);
    set_dpa("35.72.03.1002", 70'000'000, 30'000'000);
    must(budi, "programme.open_year", opening());
}

TEST_F(ProgrammeTest, AnotherPersonOpensAndOnlyOnce)
{
    found({1});
    release_pack();
    must(sari, "programme.create_year", {{"year", 2023}});
    EXPECT_EQ(refused(sari, "programme.create_year", {{"year", 2023}}), "programme.year_exists");
    EXPECT_EQ(refused(sari, "programme.create_year", {{"year", 2019}}), "rules.no_pack");
    set_dpa("35.72.03.1001", 35'000'000, 15'000'000);
    EXPECT_EQ(refused(sari, "programme.open_year", opening()), "workflow.four_eyes");
    auto same_person = budi;
    same_person.person = sari.person;
    EXPECT_EQ(refused(same_person, "programme.open_year", opening()), "workflow.four_eyes");
    EXPECT_EQ(refused(sekkel, "programme.open_year", opening()), "operation.not_allowed");
    auto input = opening();
    input["id"] = env.ulid().text();
    auto first = must(budi, "programme.open_year", input);
    auto again = must(budi, "programme.open_year", input); // the same request changes nothing
    EXPECT_EQ(first.data, again.data);
    EXPECT_EQ(refused(budi, "programme.open_year", opening()), "workflow.not_possible");
    EXPECT_EQ(must_read([&](db::ReadTx& tx) { return purses_below(tx, city, 2023, ""); }).size(), 2U);
}

TEST_F(ProgrammeTest, RefusesDatesAndDraftsThatDoNotFit)
{
    found({1});
    release_pack();
    must(sari, "programme.create_year", {{"year", 2023}});
    auto input = opening();
    input["letter_date"] = "2024-02-01";
    EXPECT_EQ(refused(budi, "programme.open_year", input), "date.outside_year");
    input["letter_date"] = "2023-08-01"; // today is 3 July 2023
    EXPECT_EQ(refused(budi, "programme.open_year", input), "date.future");
    input = opening();
    input["units"] = boost::json::array {"35.72.03.1001.001.001"};
    EXPECT_EQ(refused(budi, "programme.open_year", input), "programme.units_not_asked");
    must_read([&](db::ReadTx& tx) -> Result<bool> {
        EXPECT_EQ(open_year(tx, city, 2023).error().code, "programme.year_not_open");
        EXPECT_EQ(running_year(tx, city, 2023).error().code, "programme.year_not_running");
        EXPECT_EQ(year_of(tx, city, 2024).error().code, "programme.no_year");
        EXPECT_EQ(year_or_current(tx, city, "").error().code, "programme.none_yet");
        EXPECT_EQ(year_or_current(tx, city, "dua").error().code, "programme.no_year");
        EXPECT_EQ(year_or_current(tx, city, "2023")->year, 2023);
        return true;
    });
    must(sari, "programme.discard_year", {{"year", 2023}, {"reason", "Salah tahun"}});
    EXPECT_TRUE(must_read([&](db::ReadTx& tx) { return years(tx, city); }).empty());
    must(sari, "programme.create_year", {{"year", 2023}});
}

TEST_F(ProgrammeTest, APilotYearOpensForItsListAlone)
{
    found({3, 2});
    release_pack(2021);
    env.set(Instant::parse("2021-11-03T05:00:00.000Z").value());
    must(sari, "programme.create_year", {{"year", 2021}});
    for (auto const* kelurahan : {"35.72.03.1001", "35.72.03.1002"}) {
        must(sari, "programme.set_dpa",
            {{"year", 2021}, {"kelurahan", kelurahan}, {"number", "DPA/1"}, {"date", "2021-10-01"}, {"amounts", amounts(35'000'000, 15'000'000)}});
    }
    boost::json::object input {{"year", 2021}, {"letter", "1/2021"}, {"letter_date", "2021-11-01"}};
    EXPECT_EQ(refused(budi, "programme.open_year", input), "programme.units_required");
    input["units"] = boost::json::array {"35.72.03.1001.001.002", "35.72.03.1002.001.009"};
    EXPECT_EQ(refused(budi, "programme.open_year", input), "programme.unit_unknown");
    input["units"] = boost::json::array {"35.72.03.1001.001.002", "35.72.03.1002.1.1", "35.72.03.1001.001.002"};
    must(budi, "programme.open_year", input);
    auto purses = must_read([&](db::ReadTx& tx) { return purses_below(tx, city, 2021, ""); });
    ASSERT_EQ(purses.size(), 4U);
    EXPECT_EQ(purses[0].unit_code, "35.72.03.1001.001.002");
    EXPECT_EQ(purses[2].unit_code, "35.72.03.1002.001.001");
}

TEST_F(ProgrammeTest, DpaChangesCarryTheirPaperAndNeverGoBelowWhatWasGiven)
{
    open_small();
    auto dpa = [&](std::int64_t umkm) {
        return boost::json::object {
            {"year", 2023}, {"kelurahan", plosokerep}, {"number", "DPPA/1/2023"}, {"date", "2023-06-10"}, {"amounts", amounts(70'000'000, umkm)}};
    };
    EXPECT_EQ(refused(sari, "programme.set_dpa", dpa(29'999'999)), "programme.dpa_below_allocated");
    EXPECT_EQ(refused(sari, "programme.set_dpa", dpa(30'000'000)), "programme.dpa_same");
    must(sari, "programme.set_dpa", dpa(45'000'000));
    EXPECT_EQ(must_read([&](db::ReadTx& tx) { return ledger::dpa(tx, city, 2023, plosokerep, "umkm"); }).limit, 45'000'000_rp);
    auto input = dpa(50'000'000);
    input["date"] = "2021-06-10";
    EXPECT_EQ(refused(sari, "programme.set_dpa", input), "date.outside_year");
    input = dpa(50'000'000);
    input["kelurahan"] = "35.72.03.1099";
    EXPECT_EQ(refused(sari, "programme.set_dpa", input), "place.unknown");
    input["kelurahan"] = plosokerep;
    input["amounts"] = boost::json::array {{{"envelope", "taman"}, {"amount", 1}}};
    EXPECT_EQ(refused(sari, "programme.set_dpa", input), "programme.no_envelope");
    // In the form with all kelurahan a row that changes nothing needs no paper; one that does names its field.
    boost::json::object untouched {{"kelurahan", "35.72.03.1001"}, {"number", ""}, {"date", nullptr}, {"amounts", amounts(105'000'000, 45'000'000)}};
    boost::json::object changed {{"kelurahan", plosokerep}, {"number", ""}, {"date", nullptr}, {"amounts", amounts(80'000'000, 45'000'000)}};
    auto refusal = run(sari, "programme.set_dpas", {{"year", 2023}, {"rows", boost::json::array {untouched, changed}}});
    ASSERT_FALSE(refusal.ok());
    EXPECT_EQ(refusal.error().fields.front().name, "rows.1.number");
    changed["number"] = "DPPA/2/2023";
    changed["date"] = "2023-06-20";
    EXPECT_EQ(must(sari, "programme.set_dpas", {{"year", 2023}, {"rows", boost::json::array {untouched, changed}}}).arguments.front().second, "1");
}

TEST_F(ProgrammeTest, NumbersHaveNoGapsUnderEightThreads)
{
    std::vector<std::thread> threads;
    std::mutex mutex;
    std::vector<std::string> numbers;
    for (int t = 0; t < 8; ++t) {
        threads.emplace_back([&] {
            for (int i = 0; i < 10; ++i) {
                auto keep = i % 5 != 4; // a refused operation leaves no gap
                auto number = db::write(services.db, city, [&](db::WriteTx& tx) -> Result<std::string> {
                    auto next = TRY(next_number(tx, city, "BLJ", 2024));
                    return keep ? Result<std::string>(next) : Error::conflict("test.refused");
                });
                std::scoped_lock const lock(mutex);
                if (number.ok())
                    numbers.push_back(*number);
            }
        });
    }
    for (auto& thread : threads)
        thread.join();
    std::ranges::sort(numbers);
    ASSERT_EQ(numbers.size(), 64U);
    for (std::size_t i = 0; i < numbers.size(); ++i)
        EXPECT_EQ(numbers[i], fmt::format("{:03}/BLJ/2024", i + 1));
}

} // namespace
} // namespace rtkeren::programme
