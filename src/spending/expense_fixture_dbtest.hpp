#pragma once

#include "evidence/evidence.hpp"
#include "planning/room.hpp"
#include "spending/cash_fixture_dbtest.hpp"
#include "spending/expense_steps.hpp"
#include "spending/room.hpp"

#include <filesystem>

namespace rtkeren::spending {

/// Pokmas Mekar with the approved plans of RT 01 and RT 02, half of each disbursed, 12 million in cash; everybody whom an expense meets.
struct ExpenseTest : CashTest {
    static constexpr std::string_view rt1 = "35.72.03.1001.001.001";
    static constexpr std::string_view rt2 = "35.72.03.1001.001.002";
    Actor supervisor, checker, officer_, inspector;
    int pictures {0};

    ExpenseTest()
    {
        for (auto& each : expense_operations())
            all.push_back(std::move(each));
        for (auto& each : planning::operations())
            all.push_back(std::move(each));
    }
    static boost::json::object planned(std::string_view category, std::string_view item, std::int64_t price, std::string_view spend_kind)
    {
        return {{"category", category}, {"item", item}, {"quantity", "1"}, {"unit", "paket"}, {"unit_price", price}, {"spend_kind", spend_kind}};
    }
    void plan(std::string_view unit)
    {
        auto const rina = person("Rina", "ketua_rt", std::string(unit), {"planning.write"});
        auto const dewi = person("Dewi", "sekkel", std::string(kelurahan), {"planning.verify"});
        auto const approver = person("Ratna", "lurah", std::string(kelurahan), {"planning.approve"});
        boost::json::array const lines {planned("paving", "Paving", 24'000'000, "barang"), planned("drainase", "Upah tukang", 10'000'000, "upah"),
            planned("administrasi", "ATK", 1'000'000, "administrasi"), planned("pelatihan_kue", "Honor pelatih", 7'000'000, "honor"),
            planned("kemasan_label", "Kemasan", 5'000'000, "barang"), planned("pelatihan_kue", "Konsumsi", 3'000'000, "konsumsi")};
        auto const saved = must(rina, "planning.save_plan", {{"unit", unit}, {"year", 2023}, {"lines", lines}});
        must(rina, "planning.submit", {{"plan", saved.id}});
        must(dewi, "planning.verify", {{"plan", saved.id}});
        must(approver, "planning.approve", {{"plan", saved.id}});
    }
    /// Contract over everything; so much of each category reaches the pokmas.
    void disburse(std::string_view unit, std::string_view envelope, BasisPoints share = BasisPoints(5000))
    {
        auto const purse = purse_of(unit, envelope);
        must_write([&](db::WriteTx& tx) { return ledger::assign_pokmas(tx, city, purse.id, mekar); });
        ledger::Parts all_parts, paid;
        for (auto const& [category, amount] : must_read([&](db::ReadTx& tx) { return planning::approved_by_category(tx, city, purse.id); })) {
            all_parts.push_back({purse.id, category, amount});
            paid.push_back({purse.id, category, portion_of(amount, share, Rounding::Down)});
        }
        for (auto const& entry : {ledger::contracted(header(today), all_parts), ledger::sp2d_issued(header(today), mekar, paid), ledger::sp2d_confirmed(header(today), mekar, paid)})
            ASSERT_TRUE(post(entry).ok());
    }
    void SetUp() override
    {
        found({8});
        release_pack();
        must(sari, "programme.create_year", {{"year", 2023}});
        set_dpa(std::string(kelurahan), 8 * 35'000'000, 8 * 15'000'000);
        must(budi, "programme.open_year", opening());
        mekar = form("Mekar", "35.72.03.1001.001");
        melati = form("Melati", "35.72.03.1001.002");
        people();
        services.evidence_folder = tests::fresh_path("bukti");
        for (auto const unit : {rt1, rt2}) {
            plan(unit);
            disburse(unit, "fisik");
            disburse(unit, "umkm");
        }
        fisik = purse_of(rt1, "fisik").id;
        umkm = purse_of(rt1, "umkm").id;
        must(treasurer, "spending.draw_cash", move(12'000'000));
        treasurer = officer("Siti Aminah", "pokmas_bendahara", mekar, "35.72.03.1001.001", {"insight.read", "spending.cash", "spending.record", "spending.tax"});
        supervisor = officer("Hadi", "pokmas_pengawas", mekar, "35.72.03.1001.001", {"spending.goods"});
        checker = person("Dewi", "sekkel", std::string(kelurahan), {"spending.check"});
        officer_ = person("Joko", "pptk", std::string(kelurahan), {"spending.accept", "spending.disallow"});
        inspector = person("Agus", "inspektorat", "35.72", {"spending.disallow"});
    }
    std::string line(std::string_view unit, std::string_view envelope, std::string_view item)
    {
        for (auto const& each : must_read([&](db::ReadTx& tx) { return planning::approved_lines(tx, city, purse_of(unit, envelope).id); }))
            if (each.item == item)
                return each.id.str();
        ADD_FAILURE() << item;
        return {};
    }
    /// A picture that is no other.
    std::string picture()
    {
        auto const stored = evidence::store_bytes(services, treasurer, "\xFF\xD8\xFF\xE0 picture " + std::to_string(++pictures));
        EXPECT_TRUE(stored.ok()) << (stored.ok() ? "" : stored.error().code);
        return stored.ok() ? stored->sha256 : "";
    }
    boost::json::array papers(std::initializer_list<std::string_view> kinds)
    {
        boost::json::array rows;
        for (auto const kind : kinds)
            rows.push_back({{"paper", kind}, {"sha256", picture()}});
        return rows;
    }
    boost::json::array goods_papers() { return papers({"nota", "kuitansi", "foto_barang"}); }
    boost::json::object bill(std::string const& line_id, std::int64_t gross, std::string_view receipt = "00417")
    {
        return {{"line", line_id}, {"on", "2023-07-03"}, {"supplier_name", "Toko Barokah"}, {"receipt", receipt}, {"description", "Paving K-300"}, {"gross", gross},
            {"papers", goods_papers()}};
    }
    boost::json::object paving(std::int64_t gross, std::string_view receipt = "00417") { return bill(line(rt1, "fisik", "Paving"), gross, receipt); }
    operations::Answer record(boost::json::object input) { return must(treasurer, "spending.record_expense", std::move(input)); }
    operations::Answer recorded(std::int64_t gross, std::string_view receipt = "00417") { return record(paving(gross, receipt)); }
    /// To the state that waits for the PPTK.
    void checked(std::string const& id)
    {
        must(treasurer, "spending.submit", {{"expense", id}});
        must(supervisor, "spending.goods_ok", {{"expense", id}});
        must(checker, "spending.check", {{"expense", id}});
    }
    void accepted(std::string const& id)
    {
        checked(id);
        must(officer_, "spending.accept", {{"expense", id}});
    }
    StoredExpense stored(std::string const& id)
    {
        return must_read([&](db::ReadTx& tx) { return find_expense(tx, city, ExpenseId::parse(id).value()); });
    }
    std::vector<StoredTax> taxes(std::string const& id)
    {
        return must_read([&](db::ReadTx& tx) { return taxes_of(tx, city, ExpenseId::parse(id).value()); });
    }
    Error refused_with(boost::json::object input) { return refusal(treasurer, "spending.record_expense", std::move(input)); }
    static std::string figure(Verdict const& verdict, std::string_view name)
    {
        for (auto const& [key, value] : verdict.numbers)
            if (key == name)
                return value;
        return "none";
    }
    std::string stages(PurseId purse)
    {
        auto const now = must_read([&](db::ReadTx& tx) { return ledger::balance(tx, city, purse); });
        return "cair " + std::to_string(now.of(ledger::Stage::Cair).value()) + " belanja " + std::to_string(now.of(ledger::Stage::Belanja).value()) + " sah "
            + std::to_string(now.of(ledger::Stage::Sah).value());
    }
};

} // namespace rtkeren::spending
