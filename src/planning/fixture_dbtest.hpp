#pragma once

#include "planning/judge.hpp"
#include "planning/room.hpp"
#include "planning/steps.hpp"
#include "programme/fixture_dbtest.hpp"

namespace rtkeren::planning {

/// Three kelurahan with open purses of 35 and 15 million, and the people a plan needs.
struct PlanningTest : programme::ProgrammeTest {
    static constexpr std::string_view rt = "35.72.03.1001.001.001";
    Actor rina {person("Rina", "ketua_rt", "35.72.03.1001.001", {"planning.write"})};
    Actor dewi {person("Dewi", "sekkel", "35.72.03.1001", {"planning.verify"})};
    Actor ratna {person("Ratna", "lurah", "35.72.03.1001", {"planning.approve"})};
    Actor stranger {person("Tono", "ketua_rt", "35.72.03.1003.001", {"planning.write"})};
    Actor prices {person("Sari", "tapem", "35.72", {"planning.prices"})};

    PlanningTest()
    {
        for (auto& each : planning::operations())
            all.push_back(std::move(each));
    }
    void SetUp() override { open_small(); }

    static boost::json::object line(std::string_view category, std::string_view item, std::string_view quantity, std::string_view unit, std::int64_t price)
    {
        return {{"category", category}, {"item", item}, {"quantity", quantity}, {"unit", unit}, {"unit_price", price}};
    }
    /// 35.000.000 works and 15.000.000 UMKM.
    static boost::json::array good_lines()
    {
        return { line("paving", "Paving", "200", "m2", 110'000), line("drainase", "Batu bata", "12,5", "m3", 960'000),
            line("administrasi", "ATK", "1", "paket", 1'000'000), line("pelatihan_kue", "Pelatihan", "1", "paket", 10'000'000),
            line("kemasan_label", "Kemasan", "2500", "lembar", 2'000) };
    }
    static boost::json::object plan_of(std::string_view unit, boost::json::array lines)
    {
        return {{"unit", unit}, {"year", 2023}, {"lines", std::move(lines) }};
    }
    operations::Answer save(boost::json::array lines, std::string_view unit = rt) { return must(rina, "planning.save_plan", plan_of(unit, std::move(lines))); }
    operations::Answer approve(std::string const& id)
    {
        must(rina, "planning.submit", {{"plan", id}});
        must(dewi, "planning.verify", {{"plan", id}});
        return must(ratna, "planning.approve", {{"plan", id}});
    }
    Plan plan_now(std::string_view unit = rt)
    {
        return must_read([&](db::ReadTx& tx) -> Result<Plan> {
            auto const region = TRY(territory::find(tx, city, unit));
            return plan_of_unit(tx, city, 2023, region.id);
        });
    }
    boost::json::object step_of(Plan const& plan) { return {{"plan", plan.id.text()}, {"version", plan.version}}; }
    static boost::json::object with(boost::json::object input, std::string_view key, boost::json::value value)
    {
        input[key] = std::move(value);
        return input;
    }
    /// Stored lines as the form sends them again.
    static boost::json::array again(std::vector<PlanLine> const& lines)
    {
        boost::json::array all_lines;
        for (auto const& each : lines) {
            all_lines.push_back({{"line", each.id.text()}, {"envelope", each.envelope}, {"category", each.category}, {"activity", each.activity},
                {"item", each.item}, {"quantity", format_quantity(each.quantity_thousandths)}, {"unit", each.unit},
                {"unit_price", each.unit_price.value()}, {"spend_kind", each.spend_kind }});
        }
        return all_lines;
    }
    Rupiah stage(std::string_view envelope, ledger::Stage which, std::string_view unit = rt) { return at(purse_of(unit, envelope), which); }
    /// What the approved plan says stands in `rencana`, purse by purse.
    void expect_books_agree()
    {
        for (auto const& purse : must_read([&](db::ReadTx& tx) { return programme::purses_below(tx, city, 2023, ""); })) {
            auto const sums = must_read([&](db::ReadTx& tx) { return approved_by_category(tx, city, purse.id); });
            std::map<std::string, Rupiah> planned(sums.begin(), sums.end());
            std::map<std::string, Rupiah> booked;
            for (auto const& each : must_read([&](db::ReadTx& tx) { return ledger::category_amounts(tx, city, purse.id); })) {
                if (each.stage == ledger::Stage::Rencana)
                    booked[each.category] += each.amount;
            }
            EXPECT_EQ(planned, booked) << purse.unit_code << " " << purse.envelope;
        }
    }
};

} // namespace rtkeren::planning
