#pragma once

#include "reporting/document.hpp"
#include "reporting/room.hpp"
#include "spending/expense_fixture_dbtest.hpp"

namespace rtkeren::reporting {

/// Pokmas Mekar with a contract over two RT, half of each purse disbursed; everybody whom a report meets.
struct ReportingTest : spending::ExpenseTest {
    Actor keeper, head, first, second, last, auditor;

    ReportingTest()
    {
        for (auto& each : reporting::operations())
            all.push_back(std::move(each));
    }
    void SetUp() override
    {
        spending::ExpenseTest::SetUp();
        keeper = officer("Siti", "pokmas_bendahara", mekar, "35.72.03.1001.001", {"insight.read", "reporting.progress", "reporting.return_leftover", "reporting.submit"});
        head = officer("Darto", "pokmas_ketua", mekar, "35.72.03.1001.001", {"insight.read", "reporting.progress", "reporting.submit"});
        first = person("Dewi", "sekkel", std::string(kelurahan), {"insight.read", "reporting.check"});
        second = person("Joko", "pptk", std::string(kelurahan), {"insight.read", "reporting.check_money"});
        last = person("Ratna", "lurah", std::string(kelurahan), {"insight.read", "reporting.accept", "reporting.close"});
        auditor = person("Agus", "inspektorat", "35.72", {"insight.read", "reporting.finding"});
        sign();
    }
    /// The row of a contract: how it comes about is not what is tested here.
    void sign()
    {
        static constexpr db::WriteQuery<3> contract {"reporting.test_contract",
            "INSERT INTO payout_contract (city, id, pokmas, year, number, signed_on, starts_on, ends_on, amount, version, end_number, end_reason, made_at, made_by) "
            "VALUES ($1, $2, $3, 2023, '001/KTR/2023', '2023-03-01', '2023-03-01', '2023-12-15', 100000000, 1, '', '', '', '')"};
        must_write([&](db::WriteTx& tx) -> Result<void> {
            TRY(tx.run(contract, city, env.ulid(), mekar));
            return Done {};
        });
    }
    std::string opened() { return must(keeper, "reporting.open_lpj", {{"pokmas", mekar.text()}, {"year", 2023}}).id; }
    boost::json::object progress(PurseId purse, std::string_view stage, std::string_view paper = "foto", std::string_view on = "2023-07-03")
    {
        return {{"purse", purse.text()}, {"stage", stage}, {"on", on}, {"photos", boost::json::array {{{"paper", paper}, {"sha256", picture()}}}}};
    }
    /// All that a report needs to show of the works of both RT.
    void photographed()
    {
        for (auto const unit : {rt1, rt2}) {
            for (auto const* stage : {"0", "50", "100"})
                must(keeper, "reporting.report_progress", progress(purse_of(unit, "fisik").id, stage));
            must(keeper, "reporting.report_progress", progress(purse_of(unit, "umkm").id, "0", "papan"));
        }
    }
    std::vector<Missing> lacks()
    {
        return must_read([&](db::ReadTx& tx) { return missing(tx, city, mekar, 2023); });
    }
    std::string lack_codes()
    {
        std::string text;
        for (auto const& each : lacks())
            text += (text.empty() ? "" : " ") + each.code.substr(std::string("reporting.missing_").size());
        return text;
    }
    std::string state_of(std::string const& id)
    {
        return must_read([&](db::ReadTx& tx) { return lpj(tx, city, LpjId::parse(id).value()); }).state;
    }
    std::string step(Actor const& actor, std::string_view operation, std::string const& id) { return refused(actor, operation, {{"lpj", id}}); }
    /// An accepted report over one accepted expense.
    std::string accepted_report()
    {
        auto const id = opened();
        accepted(recorded(1'350'000).id);
        photographed();
        must(keeper, "reporting.submit_lpj", {{"lpj", id}});
        must(first, "reporting.check_lpj", {{"lpj", id}});
        must(second, "reporting.check_money", {{"lpj", id}});
        must(last, "reporting.accept_lpj", {{"lpj", id}});
        return id;
    }
    std::vector<programme::Purse> purses()
    {
        return must_read([&](db::ReadTx& tx) { return purses_of_pokmas(tx, city, mekar, 2023); });
    }
    /// Everything that is left goes back to the treasury.
    void returned()
    {
        must(treasurer, "spending.pay_in", move(cash(mekar).of(ledger::CashKind::Kas).value()));
        boost::json::array parts;
        for (auto const& purse : purses()) {
            if (cair(purse.id).is_positive())
                parts.push_back({{"purse", purse.id.text()}, {"amount", cair(purse.id).value()}});
        }
        must(keeper, "spending.return_leftover", {{"pokmas", mekar.text()}, {"slip", "STS 1"}, {"on", "2023-07-03"}, {"purses", std::move(parts)}});
    }
};

} // namespace rtkeren::reporting
