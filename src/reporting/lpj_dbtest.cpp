#include "reporting/fixture_dbtest.hpp"

#include "documents/document.hpp"
#include "reporting/parts.hpp"
#include "reporting/sql.hpp"

#include <cstdio>
#include <fstream>

namespace rtkeren::reporting {
namespace {

TEST_F(ReportingTest, TheMachinesAreWhole)
{
    EXPECT_EQ(workflow::check_machine(lpj_machine()), std::vector<std::string> {});
    EXPECT_EQ(workflow::check_machine(finding_machine()), std::vector<std::string> {});
}

TEST_F(ReportingTest, EveryQueryPrepares)
{
    tests::expect_all_queries_prepare("reporting");
    tests::expect_all_queries_run_at_end("reporting");
}

TEST_F(ReportingTest, NamesWhatLacksWithTheWayToIt)
{
    EXPECT_EQ(lack_codes(), "photo photo photo photo photo photo board board leftover spending");
    auto bare = paving(2'400'000);
    bare["papers"] = papers({"nota", "kuitansi"});
    bare["has_npwp"] = true;
    auto const expense = record(bare);
    auto const found = lacks();
    auto const find = [&](std::string_view code) { return std::ranges::find(found, code, &Missing::code); };
    auto const paper = find("reporting.missing_paper");
    ASSERT_NE(paper, found.end());
    EXPECT_EQ(paper->href, "/belanja/" + expense.id);
    EXPECT_EQ(paper->numbers, (Arguments {{"number", "001/BLJ/2023"}, {"paper", "Foto barang"}}));
    auto const state = find("reporting.missing_acceptance");
    ASSERT_NE(state, found.end());
    EXPECT_EQ(state->severity, Severity::Block);
    auto const tax = find("reporting.missing_tax");
    ASSERT_NE(tax, found.end());
    EXPECT_EQ(tax->href, "/kas/" + mekar.str() + "/pajak");
    EXPECT_EQ(tax->numbers[1].second, "36000");
    EXPECT_EQ(std::ranges::count(found, "reporting.missing_photo", &Missing::code), 6);
    EXPECT_EQ(std::ranges::count(found, "reporting.missing_board", &Missing::code), 2);
    EXPECT_FALSE(is_complete(found));
    EXPECT_EQ(found.front().severity, Severity::Block);
    EXPECT_EQ(found.back().severity, Severity::Warn);
}

TEST_F(ReportingTest, IsOpenedOncePerPokmasAndYear)
{
    auto const id = opened();
    EXPECT_EQ(state_of(id), "open");
    EXPECT_EQ(refused(keeper, "reporting.open_lpj", {{"pokmas", mekar.text()}, {"year", 2023}}), "reporting.lpj_opened");
    EXPECT_EQ(refused(first, "reporting.open_lpj", {{"pokmas", melati.text()}, {"year", 2023}}), "reporting.no_contract");
    EXPECT_EQ(refused(keeper, "reporting.open_lpj", {{"pokmas", melati.text()}, {"year", 2023}}), "operation.not_allowed");
    auto const found = must_read([&](db::ReadTx& tx) { return lpj(tx, city, LpjId::parse(id).value()); });
    EXPECT_EQ(found.due, found.due_on); // the year's deadline
}

TEST_F(ReportingTest, IsRefusedWithTheListThenAcceptedByFourPersons)
{
    auto const id = opened();
    auto const expense = recorded(1'350'000).id;
    auto const error = refusal(keeper, "reporting.submit_lpj", {{"lpj", id}});
    EXPECT_TRUE(std::ranges::any_of(error.verdicts, [](Verdict const& verdict) { return verdict.code == "reporting.missing_acceptance"; }));
    EXPECT_EQ(state_of(id), "open");
    accepted(expense);
    photographed();
    EXPECT_EQ(lack_codes(), "leftover");
    EXPECT_EQ(step(first, "reporting.submit_lpj", id), "operation.not_allowed");
    must(keeper, "reporting.submit_lpj", {{"lpj", id}});
    EXPECT_EQ(step(keeper, "reporting.submit_lpj", id), "workflow.not_possible");
    EXPECT_EQ(step(second, "reporting.check_money", id), "workflow.not_possible");
    // Who sent it checks nothing, whatever their office.
    auto both = first;
    both.user = keeper.user;
    EXPECT_EQ(step(both, "reporting.check_lpj", id), "workflow.four_eyes");
    must(first, "reporting.check_lpj", {{"lpj", id}});
    both = second;
    both.person = first.person;
    EXPECT_EQ(step(both, "reporting.check_money", id), "workflow.four_eyes");
    must(second, "reporting.check_money", {{"lpj", id}});
    both = last;
    both.person = second.person;
    EXPECT_EQ(step(both, "reporting.accept_lpj", id), "workflow.four_eyes");
    must(last, "reporting.accept_lpj", {{"lpj", id}});
    auto const found = must_read([&](db::ReadTx& tx) { return lpj_of(tx, city, mekar, 2023); });
    ASSERT_TRUE(found.has_value());
    EXPECT_EQ(found->state, "accepted");
    EXPECT_EQ(found->rounds, 1);
    EXPECT_EQ(found->accepted_on, today);
}

TEST_F(ReportingTest, ComesBackWithTheDocumentAndTheFix)
{
    auto const id = opened();
    accepted(recorded(1'350'000).id);
    photographed();
    must(keeper, "reporting.submit_lpj", {{"lpj", id}});
    EXPECT_EQ(refused(first, "reporting.return_lpj", {{"lpj", id}, {"document", ""}, {"fix", ""}}), "input.invalid");
    EXPECT_EQ(refused(second, "reporting.return_lpj", {{"lpj", id}, {"document", "Kuitansi"}, {"fix", "Tanda tangan"}}), "operation.not_allowed");
    must(first, "reporting.return_lpj",
        {{"lpj", id}, {"document", "Kuitansi 001/BLJ/2023"}, {"fix", "Tanda tangan penerima"}, {"points", boost::json::array {{{"document", "Foto 100"}, {"fix", "Lebih terang"}}}}});
    EXPECT_EQ(state_of(id), "returned");
    auto const points = must_read([&](db::ReadTx& tx) { return returns_of(tx, city, LpjId::parse(id).value()); });
    ASSERT_EQ(points.size(), 2U);
    EXPECT_EQ(points[0].document, "Kuitansi 001/BLJ/2023");
    EXPECT_EQ(points[1].fix, "Lebih terang");
    must(head, "reporting.submit_lpj", {{"lpj", id}});
    must(head, "reporting.take_back_lpj", {{"lpj", id}, {"reason", "Salah foto"}});
    EXPECT_EQ(state_of(id), "open");
    must(head, "reporting.submit_lpj", {{"lpj", id}});
    EXPECT_EQ(must_read([&](db::ReadTx& tx) { return lpj(tx, city, LpjId::parse(id).value()); }).rounds, 3);
}

TEST_F(ReportingTest, TheSecondOfTwoOfficersSeesThatItMoved)
{
    auto const id = opened();
    accepted(recorded(1'350'000).id);
    photographed();
    must(keeper, "reporting.submit_lpj", {{"lpj", id}, {"version", 1}});
    EXPECT_EQ(refused(first, "reporting.check_lpj", {{"lpj", id}, {"version", 1}}), "workflow.moved");
}

TEST_F(ReportingTest, TheSumsOfTheReportAreThoseOfTheBooks)
{
    opened();
    accepted(recorded(1'350'000).id);
    recorded(650'000, "00418");
    auto const account = must_read([&](db::ReadTx& tx) { return account_of(services, tx, mekar, 2023); });
    EXPECT_EQ(account.total.ceiling, 100'000'000_rp);
    EXPECT_EQ(account.total.planned, 100'000'000_rp);
    EXPECT_EQ(account.total.spent, 2'000'000_rp);
    EXPECT_EQ(account.total.accepted, 1'350'000_rp);
    EXPECT_EQ(account.total.left, 48'000'000_rp);
    EXPECT_EQ(account.gross, 2'000'000_rp);
    EXPECT_EQ(account.charged, account.total.spent);
    EXPECT_EQ(account.expenses.size(), 2U);
    EXPECT_EQ(account.book.closing, 48'000'000_rp);
    EXPECT_EQ(account.proofs.size(), 6U);
    EXPECT_EQ(account.purses.size(), 4U);
    for (auto const& section : sections_of(account)) {
        for (auto const& row : section.rows)
            EXPECT_TRUE(row.cells.size() == 1 || row.cells.size() == section.columns.size()) << section.title;
        EXPECT_TRUE(section.totals.empty() || section.totals.size() == section.columns.size()) << section.title;
    }
}

std::string output_of(std::string const& command)
{
    std::string out;
    auto* pipe = ::popen(command.c_str(), "r");
    char buffer[4096];
    for (std::size_t got = 0; (got = std::fread(buffer, 1, sizeof buffer, pipe)) > 0;)
        out.append(buffer, got);
    ::pclose(pipe);
    return out;
}

TEST_F(ReportingTest, ThePaperSaysTheTotals)
{
    ASSERT_TRUE(documents::use_fonts(tests::fresh_path("fonts")).ok());
    opened();
    accepted(recorded(1'350'000).id);
    photographed();
    auto const bytes = lpj_pdf(services, mekar, 2023);
    ASSERT_TRUE(bytes.ok()) << bytes.error().code << " " << bytes.error().detail;
    EXPECT_TRUE(bytes->starts_with("%PDF"));
    auto const again = lpj_pdf(services, mekar, 2023);
    EXPECT_EQ(*bytes, *again); // the same facts and dates give the same bytes
    if (output_of("command -v pdftotext").empty())
        GTEST_SKIP() << "pdftotext is not installed (poppler-utils)";
    auto const path = tests::fresh_path("lpj.pdf");
    std::ofstream(path, std::ios::binary) << *bytes;
    auto const text = fold(output_of("pdftotext -layout '" + path + "' - 2>/dev/null")); // lines break where the paper is narrow
    for (auto const* expected : {"Rekapitulasi penyerapan", "100.000.000", "48.650.000", "1.350.000", "001/BLJ/2023", "Toko Barokah", "Buku kas umum", "Daftar bukti",
             "satu juta tiga ratus lima puluh ribu rupiah", "PEMERINTAH", "001/KTR/2023", "Mekar"})
        EXPECT_NE(text.find(fold(expected)), std::string::npos) << expected;
}

TEST_F(ReportingTest, APageOfTheReportSaysWhatLacksAndWhatComesNext)
{
    auto const id = opened();
    recorded(1'350'000);
    LpjView view;
    view.account = must_read([&](db::ReadTx& tx) { return account_of(services, tx, mekar, 2023); });
    view.purses = purses();
    for (auto const& purse : view.account.purses)
        view.left.push_back(purse.left);
    view.possible = must_read([&](db::ReadTx& tx) { return workflow::possible_events(tx, keeper, lpj_machine(), LpjId::parse(id).value().ulid()); });
    view.history = must_read([&](db::ReadTx& tx) { return workflow::history(tx, city, "lpj", LpjId::parse(id).value().ulid()); });
    auto page = present(services, view, today);
    ASSERT_EQ(page.actions.size(), 1U);
    EXPECT_EQ(page.actions[0].action, "/lpj/" + id + "/kirim");
    html::Out out;
    render(out, page);
    auto const text = out.take();
    EXPECT_NE(text.find("class=\"lpj\""), std::string::npos);
    EXPECT_NE(text.find("1.350.000"), std::string::npos);
    EXPECT_NE(text.find("/kemajuan/35.72.03.1001.001.001?tahun=2023"), std::string::npos);
}

template<class Page>
std::string rendered(Page const& page)
{
    html::Out out;
    render(out, page);
    return out.take();
}

TEST_F(ReportingTest, SmallPagesEscapeAndSayHowToBegin)
{
    EXPECT_NE(rendered(ProgressPage {.frame = {}, .title = "RT 01", .year = {}, .base = {}, .new_href = "/kemajuan/x/baru", .years = {}, .works = {}, .boards = {}, .reports = {}})
                  .find("/kemajuan/x/baru"),
        std::string::npos);
    FindingPage finding;
    finding.title = "<b>";
    finding.answer_action = "/temuan/1/jawab";
    auto const text = rendered(finding);
    EXPECT_EQ(text.find("<h1><b>"), std::string::npos);
    EXPECT_NE(text.find("/temuan/1/jawab"), std::string::npos);
    NewProgressPage form;
    form.kept = {"abc"};
    EXPECT_NE(rendered(form).find("name=\"kept_foto\" value=\"abc\""), std::string::npos);
    EXPECT_NE(rendered(NewFindingPage {}).find("/temuan/baru"), std::string::npos);
    must(keeper, "reporting.report_progress", progress(fisik, "0"));
    opened();
    auto const subjects = std::vector<std::pair<std::string, std::string>> {
        {"purse", fisik.str()}, {"unit", purse_of(rt1, "fisik").unit.str()}, {"pokmas", mekar.str()}};
    for (auto const& panel : reporting::panels()) {
        auto const subject = std::ranges::find(subjects, panel.slot, &std::pair<std::string, std::string>::first);
        ASSERT_NE(subject, subjects.end()) << panel.slot;
        EXPECT_FALSE(must_read([&](db::ReadTx& tx) { return panel.render(services, tx, &keeper, subject->second); }).empty()) << panel.slot;
        EXPECT_TRUE(must_read([&](db::ReadTx& tx) { return panel.render(services, tx, nullptr, subject->second); }).empty()) << panel.slot;
    }
}

TEST_F(ReportingTest, ListsReportsFindingsAndProgressOfAPlace)
{
    auto const reach = ranges_of(first, "insight.read");
    auto const rows = must_read([&](db::ReadTx& tx) {
        return tx.list(sql::list_lpj, {}, city, 2023, reach[0].from, reach[0].below, reach[1].from, reach[1].below, reach[2].from, reach[2].below, reach[3].from, reach[3].below,
            only_pokmas(first, "insight.read"));
    });
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows[0].text(6), "none");
    auto const own = only_pokmas(keeper, "insight.read");
    EXPECT_EQ(own, mekar.str());
    auto const findings = must_read([&](db::ReadTx& tx) {
        return tx.list(sql::list_findings, {}, city, 2023, reach[0].from, reach[0].below, reach[1].from, reach[1].below, reach[2].from, reach[2].below, reach[3].from, reach[3].below);
    });
    EXPECT_TRUE(findings.empty());
    must(keeper, "reporting.report_progress", progress(fisik, "0"));
    auto const seen = must_read([&](db::ReadTx& tx) {
        return tx.list(sql::list_progress, {}, city, 2023, reach[0].from, reach[0].below, reach[1].from, reach[1].below, reach[2].from, reach[2].below, reach[3].from, reach[3].below);
    });
    EXPECT_EQ(seen.size(), 1U);
}

} // namespace
} // namespace rtkeren::reporting
