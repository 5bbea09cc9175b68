#include "identity/serving.hpp"
#include "planning/fixture_dbtest.hpp"

#include <rapidcheck.h>

namespace rtkeren::planning {
namespace {

using ledger::Stage;

TEST_F(PlanningTest, APlanLivesFromDraftToRencana)
{
    auto const saved = save(good_lines());
    auto const draft = plan_now();
    EXPECT_EQ(draft.id.str(), saved.id);
    EXPECT_EQ(draft.state, "draft");
    EXPECT_EQ(draft.title(), "RAB RT 01 RW 01 Kelurahan 1 2023");
    ASSERT_EQ(draft.lines.size(), 5U);
    EXPECT_EQ(draft.lines[1].amount, 12'000'000_rp);
    EXPECT_EQ(draft.lines[2].envelope, "fisik");
    EXPECT_EQ(draft.lines[3].activity, "Pelatihan kue dan roti");
    EXPECT_EQ(draft.amount, 50'000'000_rp);
    auto const lines_before = must_read([&](db::ReadTx& tx) { return approved_lines(tx, city, draft.lines[0].purse); });
    EXPECT_TRUE(lines_before.empty());

    auto const approved = approve(saved.id);
    EXPECT_EQ(approved.message, "planning.approved");
    auto const locked = plan_now();
    EXPECT_EQ(locked.state, "approved");
    EXPECT_EQ(locked.approved_revision, 1);
    EXPECT_EQ(locked.pack_version, 1);
    EXPECT_EQ(stage("fisik", Stage::Rencana), 35'000'000_rp);
    EXPECT_EQ(stage("fisik", Stage::Pagu), 0_rp);
    EXPECT_EQ(stage("umkm", Stage::Rencana), 15'000'000_rp);
    expect_books_agree();
    auto const line = must_read([&](db::ReadTx& tx) { return approved_line(tx, city, locked.lines[0].id); });
    EXPECT_EQ(line.item, "Paving");
    auto const sums = must_read([&](db::ReadTx& tx) { return approved_by_category(tx, city, locked.lines[3].purse); });
    EXPECT_EQ(sums, (std::vector<std::pair<std::string, Rupiah>> {{"kemasan_label", 5'000'000_rp}, {"pelatihan_kue", 10'000'000_rp}}));
    auto const fact = must_read([&](db::ReadTx& tx) { return facts().front().read(tx, city, locked.lines[0].purse.str(), 1); });
    EXPECT_EQ(fact.value, 1);
    EXPECT_EQ(refused(rina, "planning.save_plan", with(plan_of(rt, good_lines()), "version", locked.version)), "planning.not_editable");
}

TEST_F(PlanningTest, TheGroupThatServesTheUnitWritesItsPlanBeforeAnyContract)
{
    auto const group = env.ulid().str();
    auto siti = person("Siti", "pokmas_bendahara", "35.72.03.1001.001", {"planning.write"});
    siti.grants.front().pokmas = group;
    auto const input = plan_of(rt, good_lines());
    EXPECT_EQ(refused(siti, "planning.save_plan", input), "operation.not_allowed") << "nobody says whom the unit belongs to";
    identity::use_serving([&](db::ReadTx&, CityId, std::string_view place) { return Result<std::string>(place == rt ? group : ""); });
    auto const plan = must(siti, "planning.save_plan", input).id;
    must(siti, "planning.submit", {{"plan", plan}});
    must(dewi, "planning.return", {{"plan", plan}, {"reason", "Lengkapi volume"}});
    EXPECT_EQ(must_read([&](db::ReadTx& tx) { return workflow::inbox(tx, siti, services.today(), 10); }).size(), 1U) << "it comes back to the group";
    identity::use_serving({});
}

TEST_F(PlanningTest, NobodyDecidesOnWhatTheyEntered)
{
    auto both = person("Rina", "sekkel", "35.72.03.1001", {"planning.approve", "planning.verify", "planning.write"});
    auto const id = must(both, "planning.save_plan", plan_of(rt, good_lines())).id;
    must(rina, "planning.submit", {{"plan", id}});
    EXPECT_EQ(refused(both, "planning.verify", {{"plan", id}}), "planning.entered_by_you");
    // Another account of the same person is the same person.
    auto second_account = dewi;
    second_account.person = both.person;
    EXPECT_EQ(refused(second_account, "planning.verify", {{"plan", id}}), "planning.entered_by_you");
    EXPECT_EQ(refused(rina, "planning.verify", {{"plan", id}}), "operation.not_allowed");
    must(dewi, "planning.verify", {{"plan", id}});
    EXPECT_EQ(refused(both, "planning.approve", {{"plan", id}}), "planning.entered_by_you");
    auto verifier = person("Dewi", "lurah", "35.72.03.1001", {"planning.approve"});
    verifier.person = dewi.person;
    EXPECT_EQ(refused(verifier, "planning.approve", {{"plan", id}}), "workflow.four_eyes");
    must(ratna, "planning.approve", {{"plan", id}});
    EXPECT_EQ(refused(ratna, "planning.approve", {{"plan", id}}), "workflow.not_possible");
}

TEST_F(PlanningTest, OtherPlacesAreOutOfReach)
{
    EXPECT_EQ(refused(stranger, "planning.save_plan", plan_of(rt, good_lines())), "operation.not_allowed");
    auto const id = save(good_lines()).id;
    EXPECT_EQ(refused(stranger, "planning.submit", {{"plan", id}}), "operation.not_allowed");
    EXPECT_EQ(refused(rina, "planning.save_plan", plan_of("35.72.03.1001.009.001", good_lines())), "place.unknown");
    EXPECT_EQ(refused(rina, "planning.submit", {{"plan", env.ulid().text()}}), "planning.no_plan");
}

TEST_F(PlanningTest, TheFasterOneWins)
{
    auto const first = save(good_lines());
    auto changed = good_lines();
    changed.erase(changed.begin());
    EXPECT_EQ(refused(rina, "planning.save_plan", plan_of(rt, changed)), "planning.moved");
    must(rina, "planning.save_plan", with(plan_of(rt, changed), "version", 1));
    auto const late = run(rina, "planning.save_plan", with(plan_of(rt, good_lines()), "version", 1));
    ASSERT_FALSE(late.ok());
    EXPECT_EQ(late.error().kind, ErrorKind::Conflict);
    EXPECT_EQ(late.error().arguments, (Arguments {{"state", "draft"}, {"version", "2"}}));
    EXPECT_EQ(plan_now().lines.size(), 4U);
    EXPECT_EQ(first.data.at("version").to_number<std::int64_t>(), 1);
}

TEST_F(PlanningTest, AShareBelowThirtyPercentIsRefusedWithItsArithmeticAndAButton)
{
    auto lines = boost::json::array { line("paving", "Paving", "330", "m2", 110'000), line("administrasi", "ATK", "1", "paket", 50'000),
        line("pelatihan_kue", "Pelatihan", "1", "paket", 13'650'000) };
    auto const saved = save(lines);
    EXPECT_FALSE(saved.verdicts.empty());
    auto const refusal = run(rina, "planning.submit", {{"plan", saved.id}});
    ASSERT_FALSE(refusal.ok());
    auto const& verdicts = refusal.error().verdicts;
    auto const share = std::find_if(verdicts.begin(), verdicts.end(), [](Verdict const& each) { return each.code == "rab.umkm_share"; });
    ASSERT_NE(share, verdicts.end());
    EXPECT_EQ(share->severity, Severity::Block);
    auto const missing = std::find_if(share->numbers.begin(), share->numbers.end(), [](auto const& each) { return each.first == "missing"; });
    EXPECT_EQ(missing->second, "1350000");
    ASSERT_TRUE(share->fix.has_value());
    EXPECT_EQ(share->fix->operation, "planning.shift_to_envelope");
    EXPECT_EQ(plan_now().state, "draft");

    boost::json::object pressed;
    for (auto const& [name, value] : share->fix->input)
        pressed[name] = value;
    auto const shifted = must(rina, "planning.shift_to_envelope", pressed);
    EXPECT_EQ(shifted.href, "/rab/" + saved.id + "/ubah");
    auto const plan = plan_now();
    // 13 m2 of paving are the fewest whole ones that free Rp1.350.000.
    EXPECT_EQ(plan.lines[0].quantity_thousandths, 317'000);
    EXPECT_EQ(plan.lines.back().category, "pelatihan_kue");
    EXPECT_EQ(plan.lines.back().amount, 1'350'000_rp);
    must(rina, "planning.submit", {{"plan", saved.id}});
}

TEST_F(PlanningTest, WhatIsBannedOrTooMuchStaysADraft)
{
    auto const banned = save({line("gapura", "Gapura", "1", "unit", 20'000'000), line("pelatihan_kue", "Pelatihan", "1", "paket", 15'000'000)});
    auto const refusal = run(rina, "planning.submit", {{"plan", banned.id}});
    ASSERT_FALSE(refusal.ok());
    EXPECT_EQ(refusal.error().code, "rab.banned");
    must(rina, "planning.save_plan",
        with(plan_of(rt, {line("paving", "Paving", "1", "paket", 35'000'001), line("pelatihan_kue", "Pelatihan", "1", "paket", 15'000'000)}), "version", 1));
    EXPECT_EQ(refused(rina, "planning.submit", {{"plan", banned.id}}), "rab.over_purse");
    must(rina, "planning.save_plan", with(plan_of(rt, {}), "version", 2));
    EXPECT_EQ(refused(rina, "planning.submit", {{"plan", banned.id}}), "rab.umkm_share");
}

TEST_F(PlanningTest, WrongLinesAreNamedAllAtOnce)
{
    auto const refusal = run(rina, "planning.save_plan",
        plan_of(rt,
            { line("tidak_ada", "X", "1", "m", 1000), line("paving", "Y", "1", "m", 1000),
                with(line("umkm/administrasi", "Z", "1", "m", 1000), "spend_kind", "emas")}));
    ASSERT_FALSE(refusal.ok());
    auto const& fields = refusal.error().fields;
    ASSERT_EQ(fields.size(), 2U);
    EXPECT_EQ(fields[0].name, "lines.0.category");
    EXPECT_EQ(fields[0].code, "planning.category_unknown");
    EXPECT_EQ(fields[1].name, "lines.2.spend_kind");
    auto const unread = run(rina, "planning.save_plan", plan_of(rt, {line("paving", "Y", "1,2345", "m", 1000), line("paving", "Y", "0", "m", -5)}));
    ASSERT_FALSE(unread.ok());
    EXPECT_EQ(unread.error().fields.size(), 3U);
}

TEST_F(PlanningTest, ReturnedTakenBackWithdrawnAndBegunAnew)
{
    auto const id = save(good_lines()).id;
    must(rina, "planning.submit", {{"plan", id}});
    must(rina, "planning.take_back", {{"plan", id}});
    must(rina, "planning.submit", {{"plan", id}});
    EXPECT_EQ(refused(dewi, "planning.return", {{"plan", id}}), "input.invalid");
    must(dewi, "planning.return", {{"plan", id}, {"reason", "Gambar belum ada"}});
    EXPECT_EQ(plan_now().state, "returned");
    must(rina, "planning.submit", {{"plan", id}});
    must(dewi, "planning.verify", {{"plan", id}});
    EXPECT_EQ(refused(rina, "planning.take_back", {{"plan", id}}), "workflow.not_possible");
    must(ratna, "planning.return", {{"plan", id}, {"reason", "Harga dicek lagi"}});
    must(rina, "planning.withdraw", {{"plan", id}, {"reason", "Warga memilih pekerjaan lain"}});
    EXPECT_EQ(plan_now().state, "withdrawn");
    auto const anew = must(rina, "planning.save_plan", with(plan_of(rt, good_lines()), "version", plan_now().version));
    EXPECT_EQ(anew.id, id);
    EXPECT_EQ(plan_now().revision, 2);
    approve(id);
    EXPECT_EQ(plan_now().state, "approved");
    expect_books_agree();
}

TEST_F(PlanningTest, AnAddendumPostsOnlyTheDifference)
{
    auto const id = save(good_lines()).id;
    approve(id);
    auto const before = plan_now();
    auto const started = must(rina, "planning.start_addendum", {{"plan", id}, {"reason", "Panjang saluran bertambah"}, {"evidence", "BA/3/VIII/2023"}});
    EXPECT_EQ(started.href, "/rab/" + id + "/ubah");
    auto lines = again(plan_now().lines);
    lines[0].as_object()["quantity"] = "150";
    lines[1].as_object()["quantity"] = "18";
    must(rina, "planning.save_plan", with(plan_of(rt, lines), "version", plan_now().version));
    // Until it is approved, the old lines are in force.
    EXPECT_EQ(must_read([&](db::ReadTx& tx) { return approved_line(tx, city, before.lines[0].id); }).amount, 22'000'000_rp);
    expect_books_agree();
    approve(id);
    auto const after = plan_now();
    EXPECT_EQ(after.revision, 2);
    EXPECT_EQ(after.lines[0].id, before.lines[0].id);
    EXPECT_EQ(must_read([&](db::ReadTx& tx) { return approved_line(tx, city, before.lines[0].id); }).amount, 16'500'000_rp);
    EXPECT_EQ(stage("fisik", Stage::Rencana), 34'780'000_rp);
    expect_books_agree();
    auto const entries = must_read([&](db::ReadTx& tx) { return ledger::entries_of_subject(tx, city, "plan", id); });
    EXPECT_EQ(entries.size(), 3U);
}

TEST_F(PlanningTest, AnAddendumGivenUpLeavesTheApprovedPlan)
{
    auto const id = save(good_lines()).id;
    approve(id);
    must(rina, "planning.start_addendum", {{"plan", id}, {"reason", "Coba saja"}, {"evidence", "BA/4"}});
    must(rina, "planning.withdraw", {{"plan", id}, {"reason", "Tidak jadi"}});
    EXPECT_EQ(plan_now().state, "approved");
    EXPECT_EQ(plan_now().amount, 50'000'000_rp);
    expect_books_agree();
    must(rina, "planning.start_addendum", {{"plan", id}, {"reason", "Sekarang jadi"}, {"evidence", "BA/5"}});
    EXPECT_EQ(plan_now().revision, 3);
    auto const revisions = must_read([&](db::ReadTx& tx) { return revisions_of(tx, city, plan_now().id); });
    EXPECT_EQ(revisions.size(), 3U);
}

TEST_F(PlanningTest, LinesAndPlansGoBackToPaguUnlessUnderContract)
{
    auto const id = save(good_lines()).id;
    approve(id);
    auto const plan = plan_now();
    EXPECT_EQ(refused(rina, "planning.drop_line", {{"plan", id}, {"line", plan.lines[4].id.text()}, {"reason", "Tidak perlu"}}), "operation.not_allowed");
    must(ratna, "planning.drop_line", {{"plan", id}, {"line", plan.lines[4].id.text()}, {"reason", "Kemasan disumbang toko"}});
    EXPECT_EQ(stage("umkm", Stage::Pagu), 5'000'000_rp);
    EXPECT_EQ(refused(ratna, "planning.drop_line", {{"plan", id}, {"line", plan.lines[4].id.text()}, {"reason", "Dua kali"}}), "planning.no_line");
    expect_books_agree();
    // A cheaper course is no breach: an addendum to the works afterwards passes with a warning.
    must(rina, "planning.start_addendum", {{"plan", id}, {"reason", "Paving dikurangi"}, {"evidence", "BA/6"}});
    auto lines = again(plan_now().lines);
    EXPECT_EQ(lines.size(), 4U);
    lines[0].as_object()["quantity"] = "100";
    must(rina, "planning.save_plan", with(plan_of(rt, lines), "version", plan_now().version));
    approve(id);
    expect_books_agree();

    ASSERT_TRUE(post(ledger::contracted(header(services.today()), {{plan.lines[1].purse, "drainase", 12'000'000_rp}})).ok());
    EXPECT_EQ(refused(ratna, "planning.drop_line", {{"plan", id}, {"line", plan.lines[1].id.text()}, {"reason", "Terlambat"}}), "planning.contracted");
    EXPECT_EQ(refused(ratna, "planning.withdraw", {{"plan", id}, {"reason", "Terlambat"}}), "planning.contracted");
    ASSERT_TRUE(post(ledger::contract_ended(header(services.today()), {{plan.lines[1].purse, "drainase", 12'000'000_rp}})).ok());
    must(ratna, "planning.withdraw", {{"plan", id}, {"reason", "Pokmas bubar"}});
    EXPECT_EQ(stage("fisik", Stage::Rencana), 0_rp);
    EXPECT_EQ(stage("fisik", Stage::Pagu), 35'000'000_rp);
    expect_books_agree();
}

TEST_F(PlanningTest, SeveralAreApprovedByWhoOpenedEach)
{
    std::vector<std::string> ids;
    for (auto const* unit : {"35.72.03.1001.001.001", "35.72.03.1001.001.002"}) {
        ids.push_back(save(good_lines(), unit).id);
        must(rina, "planning.submit", {{"plan", ids.back()}});
        must(dewi, "planning.verify", {{"plan", ids.back()}});
    }
    boost::json::object const bulk {{"plans", {ids[0], ids[1]}}};
    auto const unseen = run(ratna, "planning.approve_bulk", bulk);
    ASSERT_FALSE(unseen.ok());
    EXPECT_EQ(unseen.error().code, "planning.not_opened");
    EXPECT_EQ(unseen.error().fields.front().name, "plans.0");
    for (auto const* unit : {"35.72.03.1001.001.001", "35.72.03.1001.001.002"})
        ASSERT_TRUE(mark_opened(services, ratna, plan_now(unit).id, plan_now(unit).version).ok());
    auto const done = must(ratna, "planning.approve_bulk", bulk);
    EXPECT_EQ(done.message, "planning.approved_bulk");
    EXPECT_EQ(stage("fisik", Stage::Rencana, "35.72.03.1001.001.002"), 35'000'000_rp);
    expect_books_agree();
}

TEST_F(PlanningTest, APlanExpiresOnlyAfterItsDeadline)
{
    auto const id = save(good_lines()).id;
    env.set(Instant::parse("2023-06-01T05:00:00.000Z").value());
    EXPECT_EQ(refused(dewi, "planning.expire", {{"plan", id}, {"reason", "Tidak pernah dikirim"}}), "planning.not_late");
    env.set(Instant::parse("2023-07-04T05:00:00.000Z").value());
    must(dewi, "planning.expire", {{"plan", id}, {"reason", "Tidak pernah dikirim"}});
    EXPECT_EQ(plan_now().state, "expired");
}

TEST_F(PlanningTest, PricesWarnAtTheLine)
{
    auto const price = [](std::string_view item, std::int64_t amount, std::string_view from, std::string_view place = "") {
        return boost::json::object {{"place", place}, {"item", item}, {"unit", "m2"}, {"price", amount}, {"source", "SK 1/2023"}, {"valid_from", from}};
    };
    EXPECT_EQ(refused(rina, "planning.import_prices", {{"year", 2023}, {"prices", {price("Paving", 1, "2023-01-01")}}}), "operation.not_allowed");
    must(prices, "planning.import_prices",
        {{"year", 2023},
            { "prices",
                {price("Paving", 90'000, "2023-01-01"), price("paving ", 95'000, "2023-05-01"), price("Paving", 200'000, "2023-01-01", "35.72.03.1003") } }});
    auto const twice = run(prices, "planning.import_prices", {{"year", 2023}, {"prices", {price("Bata", 1, "2023-01-01"), price("BATA", 2, "2023-01-01")}}});
    ASSERT_FALSE(twice.ok());
    EXPECT_EQ(twice.error().fields.front().code, "planning.price_twice");
    auto const saved = save(good_lines());
    EXPECT_EQ(plan_now().lines[0].reference_price, 95'000_rp);
    auto const& verdicts = saved.verdicts;
    EXPECT_TRUE(std::any_of(verdicts.begin(), verdicts.end(), [](Verdict const& each) { return each.code == "rab.price_warn"; }));
    auto const approved = approve(saved.id);
    EXPECT_FALSE(approved.verdicts.empty());
}

TEST_F(PlanningTest, ManyUnitsAreImportedAllOrNone)
{
    auto const row = [](std::string_view unit, std::string_view category, std::string_view item, std::int64_t price) {
        return boost::json::object {{"unit", unit}, {"category", category}, {"item", item}, {"quantity", "1"}, {"measure", "paket"}, {"unit_price", price}};
    };
    auto const refusal = run(rina, "planning.import_plan",
        {{"year", 2023},
            { "lines",
                { row(rt, "paving", "Paving", 5'000'000), row("35.72.03.1001.001.002", "salah", "Paving", 1), row("35.72.03.1001.9.9", "paving", "Paving", 1),
                    row(rt, "paving", "paving", 7)}}});
    ASSERT_FALSE(refusal.ok());
    std::vector<std::pair<std::string, std::string>> found;
    for (auto const& field : refusal.error().fields)
        found.emplace_back(field.name, field.code);
    EXPECT_EQ(found,
        (std::vector<std::pair<std::string, std::string>> {
            {"lines.3.item", "planning.line_twice"}, {"lines.1.category", "planning.category_unknown"}, {"lines.2.unit", "place.unknown" }}));
    must(rina, "planning.import_plan",
        {{"year", 2023}, {"lines", {row(rt, "paving", "Paving", 5'000'000), row("35.72.03.1001.1.2", "pelatihan_kue", "Pelatihan", 9'000'000) } }});
    EXPECT_EQ(plan_now().amount, 5'000'000_rp);
    EXPECT_EQ(plan_now("35.72.03.1001.001.002").amount, 9'000'000_rp);
}

TEST_F(PlanningTest, RandomAddendaKeepTheBooksAndThePlanAlike)
{
    auto const id = save(good_lines()).id;
    approve(id);
    rc::check([&](std::vector<std::uint16_t> const& draws) {
        if (draws.empty())
            return;
        must(rina, "planning.start_addendum", {{"plan", id}, {"reason", "Perubahan"}, {"evidence", "BA"}});
        auto lines = plan_now().lines;
        boost::json::array changed;
        for (std::size_t i = 0; i < lines.size(); ++i) {
            auto const draw = draws[i % draws.size()];
            auto each = again({lines[i]}).front().as_object();
            each["quantity"] = format_quantity(1 + draw % 5000);
            each["unit_price"] = 1000 + draw * 7;
            if (draw % 7 != 0)
                changed.push_back(each);
        }
        if (draws.front() % 2 == 0)
            changed.push_back(line("drainase", "Pipa", "2,5", "m", 1'000 + draws.front()));
        must(rina, "planning.save_plan", with(plan_of(rt, changed), "version", plan_now().version));
        approve(id);
        expect_books_agree();
    });
}

TEST_F(PlanningTest, QueriesPrepareAndRun)
{
    tests::expect_all_queries_prepare("planning");
    tests::expect_all_queries_run_at_end("planning");
}

} // namespace
} // namespace rtkeren::planning
