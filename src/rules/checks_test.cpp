#include "html/html.hpp"
#include "language/language.hpp"
#include "rules/room.hpp"
#include "rules/rules.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>

namespace rtkeren::rules {
namespace {

std::shared_ptr<Pack const> pack_of(std::string_view city, int year)
{
    for (auto const& shipped : shipped_packs())
        if (shipped.city == city && shipped.year == year)
            return Pack::parse(shipped.text).value();
    return nullptr;
}

Date day(int year, unsigned month, unsigned number) { return Date::of(year, month, number).value(); }

Verdict const* find(std::vector<Verdict> const& verdicts, std::string_view code)
{
    auto const found = std::ranges::find(verdicts, code, &Verdict::code);
    return found == verdicts.end() ? nullptr : &*found;
}

std::string number(Arguments const& numbers, std::string_view name)
{
    for (auto const& [key, value] : numbers)
        if (key == name)
            return value;
    return {};
}

PlanFacts plan(int year, Rupiah works, Rupiah umkm)
{
    return {day(year, 6, 1), {{"fisik", 35'000'000_rp}, {"umkm", 15'000'000_rp}},
        {{"fisik", "paving", "Paving", works, works, std::nullopt}, {"umkm", "pelatihan_kue", "Pelatihan", umkm, umkm, std::nullopt}}};
}

/// What the operation does with a fix: planned money, and where it says so ceiling, goes from one envelope to the other.
PlanFacts applied(PlanFacts facts, Fix const& fix, std::int64_t less = 0)
{
    auto const from = number(fix.input, "from");
    auto const to = number(fix.input, "to");
    auto rest = Rupiah::checked(std::stoll(number(fix.input, "amount")) - less);
    auto const ceiling = number(fix.input, "ceiling");
    if (!ceiling.empty()) {
        facts.ceiling[from] -= Rupiah::checked(std::stoll(ceiling));
        facts.ceiling[to] += Rupiah::checked(std::stoll(ceiling));
    }
    auto const moved = rest;
    for (auto& line : facts.lines)
        if (line.envelope == from) {
            auto const part = std::min(line.amount, rest);
            line.amount -= part;
            rest -= part;
        }
    for (auto& line : facts.lines)
        if (line.envelope == to) {
            line.amount += moved;
            return facts;
        }
    facts.lines.push_back({to, "pelatihan_kue", "Pelatihan", moved, moved, std::nullopt});
    return facts;
}

TEST(CheckPlan, TheExampleOfTheProgramme)
{
    auto const pack = pack_of("35.72", 2023);
    auto const verdicts = check_plan(plan(2023, 36'350'000_rp, 13'650'000_rp), *pack);
    EXPECT_TRUE(blocks(verdicts));
    auto const* share = find(verdicts, "rab.umkm_share");
    ASSERT_NE(share, nullptr);
    EXPECT_EQ(share->severity, Severity::Block);
    EXPECT_EQ(number(share->numbers, "missing"), "1350000");
    EXPECT_EQ(number(share->numbers, "minimum"), "15000000");
    EXPECT_EQ(number(share->numbers, "ceiling"), "50000000");
    EXPECT_EQ(share->citation, "Perwali Blitar 6/2022, pasal belum dicatat");
    Fix const expected {"planning.shift_to_envelope", {{"from", "fisik"}, {"to", "umkm"}, {"amount", "1350000"}}};
    EXPECT_EQ(share->fix, expected);
    auto const* over = find(verdicts, "rab.over_purse");
    ASSERT_NE(over, nullptr);
    EXPECT_EQ(over->fix, expected);
    EXPECT_TRUE(check_plan(applied(plan(2023, 36'350'000_rp, 13'650'000_rp), expected), *pack).empty());
    EXPECT_TRUE(check_plan(plan(2023, 35'000'000_rp, 15'000'000_rp), *pack).empty());
}

TEST(CheckPlan, ThePilotYearOnlyWarns)
{
    auto const verdicts = check_plan(plan(2021, 35'000'000_rp, 13'000'000_rp), *pack_of("35.72", 2021));
    ASSERT_NE(find(verdicts, "rab.umkm_share"), nullptr);
    EXPECT_EQ(find(verdicts, "rab.umkm_share")->severity, Severity::Warn);
    EXPECT_FALSE(blocks(verdicts));
}

TEST(CheckPlan, UnplannedMoneyNeedsNoSacrifice)
{
    auto const verdicts = check_plan(plan(2023, 30'000'000_rp, 13'650'000_rp), *pack_of("35.72", 2023));
    auto const* share = find(verdicts, "rab.umkm_share");
    ASSERT_NE(share, nullptr);
    EXPECT_EQ(number(share->numbers, "room"), "1350000");
    EXPECT_FALSE(share->fix.has_value());
}

TEST(CheckPlan, ABonusInWorksRaisesTheFloor)
{
    auto facts = plan(2023, 85'000'000_rp, 15'000'000_rp);
    facts.ceiling["fisik"] = 85'000'000_rp;
    auto const verdicts = check_plan(facts, *pack_of("35.72", 2023));
    auto const* share = find(verdicts, "rab.umkm_share");
    ASSERT_NE(share, nullptr);
    ASSERT_TRUE(share->fix.has_value());
    EXPECT_EQ(number(share->fix->input, "amount"), "15000000");
    EXPECT_EQ(number(share->fix->input, "ceiling"), "15000000");
    EXPECT_TRUE(check_plan(applied(facts, *share->fix), *pack_of("35.72", 2023)).empty());
}

TEST(CheckPlan, GapuraIsBannedFrom2023)
{
    auto facts = plan(2022, 35'000'000_rp, 15'000'000_rp);
    facts.lines.front().category = "gapura";
    EXPECT_TRUE(check_plan(facts, *pack_of("35.72", 2022)).empty());
    facts.on = day(2023, 1, 1);
    auto const verdicts = check_plan(facts, *pack_of("35.72", 2023));
    ASSERT_NE(find(verdicts, "rab.banned"), nullptr);
    EXPECT_EQ(number(find(verdicts, "rab.banned")->numbers, "from"), "2023-01-01");
    EXPECT_EQ(find(verdicts, "rab.banned")->citation, "Pengumuman Januari 2023: gapura tidak boleh dibangun");
    facts.on = day(2022, 12, 31);
    EXPECT_EQ(find(check_plan(facts, *pack_of("35.72", 2023)), "rab.banned"), nullptr);
}

TEST(CheckPlan, PavingIsNoUmkmSpending)
{
    auto facts = plan(2023, 35'000'000_rp, 15'000'000_rp);
    facts.lines.back().category = "paving";
    auto const verdicts = check_plan(facts, *pack_of("35.72", 2023));
    ASSERT_NE(find(verdicts, "rab.category_envelope"), nullptr);
    EXPECT_EQ(number(find(verdicts, "rab.category_envelope")->numbers, "allowed"), "Pekerjaan fisik");
    facts.lines.back().category = "menara";
    EXPECT_TRUE(blocks(check_plan(facts, *pack_of("35.72", 2023))));
}

TEST(CheckPlan, PricesAtTheBoundaries)
{
    auto const pack = pack_of("35.72", 2023);
    auto const code_at = [&](Rupiah price) {
        PlanFacts const facts {day(2023, 6, 1), {{"fisik", 35'000'000_rp}}, {{"fisik", "paving", "Paving", price, price, 100'000_rp}}};
        for (auto const* code : {"rab.price_block", "rab.price_warn"})
            if (find(check_plan(facts, *pack), code) != nullptr)
                return std::string(code);
        return std::string {};
    };
    EXPECT_EQ(code_at(110'000_rp), "");
    EXPECT_EQ(code_at(110'001_rp), "rab.price_warn");
    EXPECT_EQ(code_at(125'000_rp), "rab.price_warn");
    EXPECT_EQ(code_at(125'001_rp), "rab.price_block");
}

TEST(CheckPlan, TheAdministrationCapIsAnExampleAndWarns)
{
    auto facts = plan(2023, 35'000'000_rp - 1'250'001_rp, 15'000'000_rp);
    facts.lines.push_back({"fisik", "administrasi", "Alat tulis", 1'250'001_rp, 1'250'001_rp, std::nullopt});
    auto const verdicts = check_plan(facts, *pack_of("35.72", 2023));
    ASSERT_NE(find(verdicts, "rab.cap"), nullptr);
    EXPECT_EQ(number(find(verdicts, "rab.cap")->numbers, "over"), "1");
    EXPECT_FALSE(blocks(verdicts));
}

/// Whatever the plan: a fix, applied, ends its verdict, one rupiah less does not, and it breaks nothing that held.
TEST(CheckPlan, FixesWorkAndAreMinimal)
{
    auto const blitar = pack_of("35.72", 2023);
    auto const kediri = pack_of("35.71", 2024);
    EXPECT_TRUE(rc::check([&](bool in_blitar) {
        auto const& pack = in_blitar ? *blitar : *kediri;
        PlanFacts facts {day(pack.year, 6, 1), {}, {}};
        for (auto const& envelope : pack.envelopes) {
            facts.ceiling[envelope.key] = Rupiah::checked(envelope.per_unit.value() + *rc::gen::inRange<std::int64_t>(0, 20'000'001));
            auto const category = std::ranges::find_if(pack.menu, [&](MenuItem const& item) { return item.envelopes.front() == envelope.key; })->code;
            auto const amount = Rupiah::checked(*rc::gen::inRange<std::int64_t>(0, envelope.per_unit.value() * 3 / 2));
            facts.lines.push_back({envelope.key, category, category, amount, amount, std::nullopt});
        }
        auto const before = check_plan(facts, pack);
        RC_CLASSIFY(std::ranges::any_of(before, [](Verdict const& verdict) { return verdict.fix.has_value(); }), "with a fix");
        for (auto const& verdict : before) {
            if (!verdict.fix)
                continue;
            auto const envelope = number(verdict.numbers, "envelope");
            auto const same = [&](Verdict const& other) { return other.code == verdict.code && number(other.numbers, "envelope") == envelope; };
            auto const after = check_plan(applied(facts, *verdict.fix), pack);
            RC_ASSERT(std::ranges::none_of(after, same));
            RC_ASSERT(after.size() < before.size());
            RC_ASSERT(std::ranges::any_of(check_plan(applied(facts, *verdict.fix, 1), pack), same));
        }
    }));
}

ExpenseFacts expense()
{
    ExpenseFacts facts;
    facts.on = day(2023, 7, 3);
    facts.envelope = "fisik";
    facts.category = "paving";
    facts.spend_kind = "barang";
    facts.gross = 1'350'000_rp;
    facts.purse_left = 4'200'000_rp;
    facts.line_left = 2'000'000_rp;
    facts.papers = {"nota", "kuitansi", "foto_barang"};
    return facts;
}

TEST(CheckExpense, GoodOnesPass) { EXPECT_TRUE(check_expense(expense(), *pack_of("35.72", 2023)).empty()); }

TEST(CheckExpense, TheWrongPurseNamesTheRightOne)
{
    auto facts = expense();
    facts.envelope = "umkm";
    facts.other_purses_left = {{"fisik", 4'200'000_rp}};
    auto const verdicts = check_expense(facts, *pack_of("35.72", 2023));
    auto const* verdict = find(verdicts, "expense.category_envelope");
    ASSERT_NE(verdict, nullptr);
    EXPECT_EQ(verdict->fix, (Fix {"spending.record_expense", {{"envelope", "fisik"}}}));
    facts.other_purses_left = {{"fisik", 1'349'999_rp}};
    EXPECT_FALSE(find(check_expense(facts, *pack_of("35.72", 2023)), "expense.category_envelope")->fix.has_value());
}

TEST(CheckExpense, LimitsHoldToTheRupiah)
{
    auto facts = expense();
    facts.purse_left = facts.line_left = facts.gross;
    EXPECT_TRUE(check_expense(facts, *pack_of("35.72", 2023)).empty());
    facts.purse_left = facts.line_left = facts.gross - 1_rp;
    auto const verdicts = check_expense(facts, *pack_of("35.72", 2023));
    ASSERT_NE(find(verdicts, "expense.over_disbursed"), nullptr);
    ASSERT_NE(find(verdicts, "expense.over_line"), nullptr);
    EXPECT_EQ(number(find(verdicts, "expense.over_line")->numbers, "over"), "1");
}

TEST(CheckExpense, AnotherUnitNeedsTheLetter)
{
    auto facts = expense();
    facts.unit_charged = "RT 06";
    facts.unit_of_work = "RT 07";
    EXPECT_TRUE(check_expense(facts, *pack_of("35.72", 2023)).empty());
    facts.joint_letter = false;
    EXPECT_TRUE(blocks(check_expense(facts, *pack_of("35.72", 2023))));
}

TEST(CheckExpense, MissingPapersWarnAndStampsCountFromFiveMillion)
{
    auto facts = expense();
    facts.papers = {"nota"};
    auto verdicts = check_expense(facts, *pack_of("35.72", 2023));
    ASSERT_EQ(verdicts.size(), 1U);
    EXPECT_EQ(number(verdicts[0].numbers, "papers"), "Kuitansi bertanda tangan, Foto barang");
    EXPECT_FALSE(blocks(verdicts));
    auto const& kind = *pack_of("35.72", 2023)->spend_kind("barang");
    EXPECT_TRUE(missing_papers(kind, 5'000'000_rp, expense().papers).empty());
    EXPECT_EQ(missing_papers(kind, 5'000'001_rp, expense().papers).front().kind, "meterai");
}

TEST(Gates, AreJudgedByTheirMinimum)
{
    GateAnswer answer {.gate = {"spending.accepted_share", 8000, "Belanja sah", {}}, .passed = false, .fact = {.value = 7999}};
    EXPECT_EQ(verdicts_of({answer}).front().code, "rules.gate");
    answer.passed = true;
    EXPECT_TRUE(verdicts_of({answer}).empty());
}

TEST(Words, TheRefusalSaysWhatWhyAndTheWayOut)
{
    register_messages();
    auto const verdicts = check_plan(plan(2023, 36'350'000_rp, 13'650'000_rp), *pack_of("35.72", 2023));
    auto const card = html::card_of(*find(verdicts, "rab.umkm_share"));
    EXPECT_EQ(card.title, "Bagian UMKM dan pemberdayaan kurang Rp1.350.000.");
    EXPECT_EQ(card.fix_label, "Alihkan Rp1.350.000 ke UMKM dan pemberdayaan");
    EXPECT_EQ(card.fix_action, "/-/lakukan/planning.shift_to_envelope");
    ASSERT_GE(card.rows.size(), 4U);
    EXPECT_EQ(card.rows[1].label, "30 % dari Rp50.000.000");
    EXPECT_EQ(card.rows[1].amount, "Rp15.000.000");
}

} // namespace
} // namespace rtkeren::rules
