#include "programme/fixture_dbtest.hpp"

namespace rtkeren::programme {
namespace {

TEST_F(ProgrammeTest, OpensBlitar2023WithSixHundredThirtyRt)
{
    found(std::vector<int>(21, 30));
    release_pack();
    must(sari, "programme.create_year", {{"year", 2023}});
    boost::json::array rows;
    for (int k = 0; k < 21; ++k) {
        rows.push_back({{"kelurahan", fmt::format("35.72.03.{}", 1001 + k)}, {"number", fmt::format("DPA/{}/2023", k)}, {"date", "2023-01-10"},
            {"amounts", amounts(30 * 35'000'000, 30 * 15'000'000)}});
    }
    must(sari, "programme.set_dpas", {{"year", 2023}, {"rows", rows}});
    auto preview = must_read([&](db::ReadTx& tx) { return preview_open(tx, city, 2023, services.today()); });
    EXPECT_EQ(preview.needed, 31'500'000'000_rp);
    EXPECT_EQ(preview.units, 630);
    EXPECT_TRUE(preview.fits());
    auto answer = must(budi, "programme.open_year", opening());
    EXPECT_EQ(answer.data.at("total").as_int64(), 31'500'000'000);
    EXPECT_EQ(answer.data.at("purses").as_int64(), 1260);
    Rupiah works, umkm;
    for (auto const& place : must_read([&](db::ReadTx& tx) { return ledger::place_balances(tx, city, 2023); }))
        (place.envelope == "umkm" ? umkm : works) += place.amounts.pagu_awal();
    EXPECT_EQ(works, 22'050'000'000_rp);
    EXPECT_EQ(umkm, 9'450'000'000_rp);
}

} // namespace
} // namespace rtkeren::programme
