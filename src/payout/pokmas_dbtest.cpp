#include "payout/fixture_dbtest.hpp"
#include "payout/parts.hpp"

namespace rtkeren::payout {
namespace {

using ledger::Stage;

TEST_F(PayoutTest, APokmasBecomesActiveByFourPersons)
{
    auto const id = must(dewi, "payout.form_pokmas", forming("Pokmas Mekar Sari", rw)).id;
    auto const group_id = PokmasId::parse(id).value();
    EXPECT_EQ(group(group_id).state, "formed");
    EXPECT_EQ(group(group_id).rws, std::vector<std::string> { std::string(rw) });
    EXPECT_EQ(refused(dewi, "payout.issue_decree", { { "pokmas", id }, { "decree", "1" }, { "decree_on", "2023-06-01" }, { "decree_until", "2025-12-31" } }),
        "operation.not_allowed");
    must(ratna, "payout.issue_decree", { { "pokmas", id }, { "decree", "188/1" }, { "decree_on", "2023-06-01" }, { "decree_until", "2025-12-31" } });
    EXPECT_EQ(refused(hadi, "payout.verify_account", { { "pokmas", id }, { "evidence", "x" } }), "payout.no_account");
    must(dewi, "payout.set_account",
        { { "pokmas", id }, { "bank", "Bank Jatim" }, { "account_number", "0011223344" }, { "account_holder", "POKMAS MEKAR SARI" } });
    EXPECT_EQ(group(group_id).account_masked, "••••3344");
    must(hadi, "payout.verify_account", { { "pokmas", id }, { "evidence", "Surat bank 7" } });
    must(dewi, "payout.activate", { { "pokmas", id } });
    EXPECT_EQ(group(group_id).state, "active");
    EXPECT_TRUE(group(group_id).account_verified);
    EXPECT_EQ(must_read([&](db::ReadTx& tx) { return pokmas_of_rw(tx, city, rw); }).id, group_id);
    EXPECT_EQ(must_read([&](db::ReadTx& tx) { return pokmas_below(tx, city, kelurahan); }).size(), 1U);
    auto const in_office = must_read([&](db::ReadTx& tx) { return officers(tx, city, group_id); });
    ASSERT_EQ(in_office.size(), 3U);
    EXPECT_EQ(in_office[0].position, Position::Ketua);

    // Another account must be looked at again before money goes there.
    must(dewi, "payout.set_account", { { "pokmas", id }, { "bank", "BRI" }, { "account_number", "5566778899" }, { "account_holder", "Pokmas Mekar Sari" } });
    EXPECT_EQ(group(group_id).state, "decree_issued");
    EXPECT_FALSE(group(group_id).account_verified);
}

TEST_F(PayoutTest, APlaceIsServedByItsGroup)
{
    auto const of = [&](std::string_view place) { return must_read([&](db::ReadTx& tx) { return serving(tx, city, place); }); };
    EXPECT_EQ(of(rw), "");
    activate_pokmas();
    for (auto const place : { rw, rt1, kelurahan })
        EXPECT_EQ(of(place), pokmas_id.str()) << place;
    EXPECT_EQ(of("35.72.03.1002.001"), "");
    EXPECT_EQ(of("35.72.03"), "") << "a kecamatan has many";
}

TEST_F(PayoutTest, OneAccountServesOneGroupUnderItsOwnName)
{
    activate_pokmas();
    auto const secretary = everywhere(dewi);
    auto const other = must(secretary, "payout.form_pokmas", forming("Pokmas Anggrek", "35.72.03.1002.001")).id;
    boost::json::object account { { "pokmas", other }, { "bank", "BRI" }, { "account_number", "00-1122-3344" }, { "account_holder", "Pokmas Anggrek" } };
    auto const answer = run(secretary, "payout.set_account", account);
    ASSERT_FALSE(answer.ok());
    EXPECT_EQ(answer.error().code, "payout.account_used");
    EXPECT_EQ(answer.error().arguments, (Arguments { { "pokmas", "Pokmas Mekar Sari" } }));
    account["account_number"] = "5500112233";
    account["account_holder"] = "Bu Sri";
    EXPECT_EQ(refused(secretary, "payout.set_account", account), "payout.account_holder");
}

TEST_F(PayoutTest, ShowsDoublesBeforeTheDecree)
{
    activate_pokmas();
    auto const shared = must_read([&](db::ReadTx& tx) { return officers(tx, city, pokmas_id); })[0].person;
    auto input = forming("Pokmas Mekkar Sari", "35.72.03.1002.001");
    input["officers"] = boost::json::array { { { "position", "ketua" }, { "person", shared.text() } }, { { "position", "sekretaris" }, { "name", "Sri" } },
        { { "position", "bendahara" }, { "name", "Budi" } } };
    auto const formed = must(everywhere(dewi), "payout.form_pokmas", input);
    std::set<std::string> codes;
    for (auto const& verdict : formed.verdicts)
        codes.insert(verdict.code);
    EXPECT_EQ(codes, (std::set<std::string> { "payout.officer_elsewhere", "payout.similar_name" }));
    auto const decreed = must(everywhere(ratna), "payout.issue_decree",
        { { "pokmas", formed.id }, { "decree", "188/2" }, { "decree_on", "2023-06-01" }, { "decree_until", "2025-12-31" } });
    EXPECT_EQ(decreed.verdicts.size(), 2U);
    auto const kept = must_read([&](db::ReadTx& tx) { return decisions_of(tx, city, Ulid::parse(formed.id).value()); });
    ASSERT_EQ(kept.size(), 1U);
    EXPECT_EQ(kept[0].verdicts.size(), 2U);
}

TEST_F(PayoutTest, RefusesAGroupThatIsNotOne)
{
    activate_pokmas();
    EXPECT_EQ(refused(dewi, "payout.form_pokmas", forming("Pokmas Lain", rw)), "payout.rw_served");
    EXPECT_EQ(refused(dewi, "payout.form_pokmas", forming("Pokmas Lain", "35.72.03.1002.001")), "operation.not_allowed");
    auto outside = forming("Pokmas Lain", rw);
    outside["rws"] = boost::json::array { "35.72.03.1002.001" };
    EXPECT_EQ(refused(dewi, "payout.form_pokmas", outside), "payout.rw_outside");
    auto alone = forming("Pokmas Lain", "35.72.03.1002.001");
    auto const one = known_person("Satu").str();
    alone["officers"] = boost::json::array { { { "position", "ketua" }, { "person", one } }, { { "position", "sekretaris" }, { "person", one } },
        { { "position", "bendahara" }, { "person", one } } };
    EXPECT_EQ(refused(everywhere(dewi), "payout.form_pokmas", alone), "payout.officer_double");
    alone["officers"].as_array()[2].as_object()["position"] = "pengawas";
    EXPECT_EQ(refused(everywhere(dewi), "payout.form_pokmas", alone), "payout.officer_missing");
}

TEST_F(PayoutTest, NoMoneyGoesToAGroupThatIsSuspended)
{
    sign_contract();
    auto const id = request(1);
    to_spm(id);
    must(ratna, "payout.suspend", { { "pokmas", pokmas_id.text() }, { "reason", "Temuan inspektorat" } });
    EXPECT_EQ(refused(kas, "payout.record_sp2d", { { "tranche", id }, { "number", "1" }, { "date", "2023-07-03" } }), "payout.pokmas_not_active");
    EXPECT_EQ(refused(ratna, "payout.dissolve", { { "pokmas", pokmas_id.text() }, { "reason", "Bubar" } }), "payout.tranche_under_way");
    must(ratna, "payout.resume", { { "pokmas", pokmas_id.text() }, { "reason", "Temuan selesai" } });
    must(kas, "payout.record_sp2d", { { "tranche", id }, { "number", "1" }, { "date", "2023-07-03" } });
    must(treasurer, "payout.confirm", receiving(id));
    EXPECT_EQ(refused(ratna, "payout.dissolve", { { "pokmas", pokmas_id.text() }, { "reason", "Bubar" } }), "payout.pokmas_has_money");
}

TEST_F(PayoutTest, EndsRenewsAndDissolves)
{
    activate_pokmas();
    must(dewi, "payout.expire", { { "pokmas", pokmas_id.text() }, { "reason", "SK berakhir" } });
    must(ratna, "payout.issue_decree",
        { { "pokmas", pokmas_id.text() }, { "decree", "188/9" }, { "decree_on", "2023-07-01" }, { "decree_until", "2026-12-31" } });
    EXPECT_EQ(group(pokmas_id).state, "active");
    EXPECT_EQ(group(pokmas_id).decree, "188/9");
    auto const before = must_read([&](db::ReadTx& tx) { return officers(tx, city, pokmas_id); });
    auto const in_office = [&] { return must_read([&](db::ReadTx& tx) { return identity::holders(tx, city, "pokmas_bendahara", rw, services.today()); }).size(); };
    must_write([&](db::WriteTx& tx) {
        operations::Context context { services, dewi, city, env.now(), services.today(), {}, {}, 0, env.ulid() };
        return identity::add_grant(tx, context,
            { .id = env.ulid(), .person = before[2].person, .role = "pokmas_bendahara", .place = std::string(rw), .pokmas = pokmas_id.str(), .decree = "SK",
                .from = Date::of(2023, 6, 1).value(), .until = {} });
    });
    EXPECT_EQ(in_office(), 1U);
    must(dewi, "payout.replace_officer",
        { { "pokmas", pokmas_id.text() }, { "leaves", before[2].person.text() }, { "comes", { { "position", "bendahara" }, { "name", "Bu Baru" } } },
            { "on", "2023-07-03" }, { "reason", "Pindah rumah" } });
    auto const after = must_read([&](db::ReadTx& tx) { return officers(tx, city, pokmas_id); });
    ASSERT_EQ(after.size(), 3U);
    EXPECT_NE(after[2].person, before[2].person);
    EXPECT_EQ(in_office(), 0U) << "who left may not touch the money any more";
    must(ratna, "payout.dissolve", { { "pokmas", pokmas_id.text() }, { "reason", "RW digabung" } });
    EXPECT_EQ(group(pokmas_id).state, "dissolved");
    EXPECT_TRUE(group(pokmas_id).rws.empty());
    must(dewi, "payout.form_pokmas", forming("Pokmas Baru", rw));
}

TEST_F(PayoutTest, AContractDoesNotStartBeforeItIsSigned)
{
    plan_unit(rt1);
    activate_pokmas();
    auto input = contract_input();
    input["starts_on"] = "2023-06-19";
    EXPECT_EQ(refused(ratna, "payout.sign_contract", input), "payout.contract_early");
    input["starts_on"] = "2023-06-20";
    auto const id = must(ratna, "payout.sign_contract", input).id;
    plan_unit(rt2);
    EXPECT_EQ(refused(ratna, "payout.addendum", { { "contract", id }, { "paper", "AD/1" }, { "dated", "2023-06-19" }, { "reason", "RT 02 menyusul" } }), "payout.before_contract");
    EXPECT_EQ(refused(ratna, "payout.end_contract", { { "contract", id }, { "paper", "S/1" }, { "on", "2023-06-19" }, { "reason", "Selesai" } }), "payout.before_contract");
}

TEST_F(PayoutTest, OneChairOneSecretaryOneTreasurer)
{
    auto form = forming("Pokmas Ganda", rw);
    form["officers"].as_array().push_back({ { "position", "ketua" }, { "name", "Ketua Kedua" } });
    EXPECT_EQ(refused(dewi, "payout.form_pokmas", form), "payout.officer_taken");
    form["officers"].as_array().back() = { { "position", "pengawas" }, { "name", "Pengawas Satu" } };
    form["officers"].as_array().push_back({ { "position", "pengawas" }, { "name", "Pengawas Dua" } });
    auto const id = must(dewi, "payout.form_pokmas", form).id;
    auto const known = must_read([&](db::ReadTx& tx) { return officers(tx, city, PokmasId::parse(id).value()); });
    EXPECT_EQ(refused(dewi, "payout.replace_officer",
                  { { "pokmas", id }, { "leaves", known[1].person.text() }, { "comes", { { "position", "ketua" }, { "name", "Ketua Kedua" } } }, { "on", "2023-07-03" }, { "reason", "Salah pilih" } }),
        "payout.officer_taken")
        << "who leaves is the secretary";
}

TEST_F(PayoutTest, AContractGrowsShrinksAndEnds)
{
    plan_unit(rt1);
    activate_pokmas();
    auto const id = must(ratna, "payout.sign_contract", contract_input()).id;
    EXPECT_EQ(refused(ratna, "payout.sign_contract", contract_input()), "payout.contract_there");
    plan_unit(rt2);
    boost::json::object const more { { "contract", id }, { "paper", "AD/1" }, { "dated", "2023-06-25" }, { "reason", "RT 02 menyusul" } };
    must(ratna, "payout.addendum", more);
    EXPECT_EQ(refused(ratna, "payout.addendum", more), "payout.nothing_planned");
    EXPECT_EQ(total(Stage::Kontrak), 100'000'000_rp);
    auto const tranche_id = request(1);
    auto less = [&](std::int64_t amount) {
        return boost::json::object { { "contract", id }, { "paper", "AD/2" }, { "dated", "2023-06-26" }, { "reason", "Harga turun" },
            { "lines", { { { "purse", purse_of(rt1, "umkm").id.text() }, { "category", "pelatihan_kue" }, { "amount", -amount } } } } };
    };
    EXPECT_EQ(refused(ratna, "payout.addendum", less(7'500'001)), "payout.addendum_requested");
    must(ratna, "payout.addendum", less(500'000));
    EXPECT_EQ(total(Stage::Rencana), 500'000_rp);
    EXPECT_EQ(refused(ratna, "payout.end_contract", { { "contract", id }, { "paper", "S/1" }, { "on", "2023-07-03" }, { "reason", "Selesai" } }),
        "payout.tranche_under_way");
    settle(tranche_id);
    auto const received = now(tranche_id).amount;
    must(ratna, "payout.end_contract", { { "contract", id }, { "paper", "S/1" }, { "on", "2023-07-03" }, { "reason", "Pokmas mengundurkan diri" } });
    EXPECT_EQ(total(Stage::Kontrak), 0_rp);
    EXPECT_EQ(total(Stage::Cair), received);
    EXPECT_EQ(total(Stage::Batal), 100'000'000_rp - 500'000_rp - received);
    EXPECT_EQ(refused(chair, "payout.request_tranche", requesting(2)), "payout.no_contract_yet");
}

TEST_F(PayoutTest, PurseThatPassesTakesItsContractAlong)
{
    auto const id = ContractId::parse(sign_contract()).value();
    settle(request(1));
    auto const heir = activated("Pokmas Anggrek", "35.72.03.1002.001", "99887766");
    std::vector<PurseId> const passing { purse_of(rt3, "fisik").id, purse_of(rt3, "umkm").id };
    must_write([&](db::WriteTx& tx) -> Result<void> {
        operations::Context context { services, ratna, city, env.now(), services.today(), {}, {}, 0, env.ulid() };
        return pass_purses(tx, context, passing, pokmas_id, heir, "BA 5", Date::of(2023, 7, 3).value());
    });
    auto const old = must_read([&](db::ReadTx& tx) { return contract(tx, city, id); });
    EXPECT_EQ(old.amount, 100'000'000_rp);
    auto const taken_over = must_read([&](db::ReadTx& tx) { return contract_of(tx, city, heir, 2023); });
    ASSERT_TRUE(taken_over);
    EXPECT_EQ(taken_over->amount, 50'000'000_rp);
    auto const judged = must_read([&](db::ReadTx& tx) { return judge_tranche(tx, city, heir, 2023, 2); });
    ASSERT_EQ(judged.units.size(), 1U);
    EXPECT_TRUE(judged.units[0].passed()) << judged.units[0].amount.value();
    EXPECT_EQ(judged.units[0].amount, 24'999'999_rp);
}

TEST_F(PayoutTest, TakesInAListOfGroupsAllOrNothing)
{
    auto const secretary = everywhere(dewi);
    auto row = [](std::string name, std::string place, std::string account) {
        return boost::json::object { { "name", name }, { "rws", place }, { "address", "Jalan " + name }, { "bank", "BRI" }, { "account_number", account },
            { "account_holder", name }, { "decree", "188/3" }, { "decree_on", "16/01/2023" }, { "decree_until", "2025-12-31" } };
    };
    boost::json::array rows { row("Pokmas Satu", std::string(rw), "1122334455"), row("Pokmas Dua", "35.72.03.1002.001", "1122334455") };
    auto const tried = must(secretary, "payout.import_pokmas", { { "dry_run", true }, { "rows", rows } });
    auto const& fates = tried.data.at("rows").as_array();
    EXPECT_TRUE(fates[0].at("ok").as_bool());
    EXPECT_FALSE(fates[1].at("ok").as_bool());
    auto const answer = run(secretary, "payout.import_pokmas", { { "rows", rows } });
    ASSERT_FALSE(answer.ok());
    ASSERT_EQ(answer.error().fields.size(), 1U);
    EXPECT_EQ(answer.error().fields[0].name, "rows.1.account_number");
    EXPECT_EQ(answer.error().fields[0].code, "payout.account_used");
    rows[1].as_object()["account_number"] = "6677889900";
    must(secretary, "payout.import_pokmas", { { "rows", rows } });
    auto const groups = must_read([&](db::ReadTx& tx) { return pokmas_below(tx, city, ""); });
    ASSERT_EQ(groups.size(), 2U);
    EXPECT_EQ(groups[0].state, "decree_issued");
    EXPECT_EQ(groups[0].account_masked, "••••4455");
}

TEST_F(PayoutTest, AListMaySayRwAsOfficesWriteIt)
{
    auto const row = [](std::string name, std::string place) { return boost::json::object { { "name", name }, { "rws", place } }; };
    must(dewi, "payout.import_pokmas", { { "rows", boost::json::array { row("Pokmas Satu", "RW 01") } } });
    auto const groups = must_read([&](db::ReadTx& tx) { return pokmas_below(tx, city, ""); });
    ASSERT_EQ(groups.size(), 1U);
    EXPECT_EQ(groups[0].rws, std::vector<std::string> { std::string(rw) });
    auto const refusal = run(dewi, "payout.import_pokmas", { { "rows", boost::json::array { row("Pokmas Dua", "RW 77"), row("Pokmas Tiga", "Antah 3") } } });
    ASSERT_FALSE(refusal.ok());
    ASSERT_EQ(refusal.error().fields.size(), 2U);
    EXPECT_EQ(refusal.error().fields[1].name, "rows.1.rws");
    EXPECT_EQ(refusal.error().fields[1].value, "Antah 3");
}

TEST_F(PayoutTest, AListBringsOfficersOrTheGroupGetsThemOneAfterTheOther)
{
    auto const secretary = everywhere(dewi);
    boost::json::object with { { "name", "Pokmas Satu" }, { "rws", rw }, { "chair", "Darto" }, { "secretary", "Sri" } };
    auto const refusal = run(secretary, "payout.import_pokmas", { { "rows", boost::json::array { with } } });
    ASSERT_FALSE(refusal.ok());
    EXPECT_EQ(refusal.error().fields.front().name, "rows.0.treasurer");
    with["treasurer"] = "Siti Aminah";
    boost::json::object const without { { "name", "Pokmas Dua" }, { "rws", "35.72.03.1002.001" } };
    must(secretary, "payout.import_pokmas", { { "rows", boost::json::array { with, without } } });
    auto const groups = must_read([&](db::ReadTx& tx) { return pokmas_below(tx, city, ""); });
    ASSERT_EQ(groups.size(), 2U);
    auto const officers_of = [&](std::size_t i) { return must_read([&](db::ReadTx& tx) { return officers(tx, city, groups[i].id); }).size(); };
    EXPECT_EQ(officers_of(0), 3U);
    EXPECT_EQ(officers_of(1), 0U);
    boost::json::object const comes { { "pokmas", groups[1].id.text() }, { "comes", { { "position", "ketua" }, { "name", "Pak Baru" } } }, { "on", "2023-07-03" },
        { "reason", "Pengurus awal" } };
    must(secretary, "payout.replace_officer", comes);
    EXPECT_EQ(officers_of(1), 1U);
}

TEST_F(PayoutTest, MatchesTheTreasurysListWithOpenRequests)
{
    sign_contract();
    auto const id = request(1);
    to_spm(id);
    auto row = [&](std::int64_t amount) {
        return boost::json::array { { { "number", "SP2D/5" }, { "date", "3 Juli 2023" }, { "amount", amount }, { "pokmas", "POKMAS MEKAR SARI" } } };
    };
    auto const tried = must(kas, "payout.import_sp2d", { { "dry_run", true }, { "rows", row(75'000'001) } });
    EXPECT_FALSE(tried.data.at("rows").as_array()[0].at("ok").as_bool());
    EXPECT_EQ(refused(kas, "payout.import_sp2d", { { "rows", row(75'000'001) } }), "input.invalid");
    must(kas, "payout.import_sp2d", { { "rows", row(now(id).amount.value()) } });
    EXPECT_EQ(now(id).state, "sp2d");
    EXPECT_EQ(now(id).sp2d, "SP2D/5");
}

TEST_F(PayoutTest, FactsNameWhatMendsThem)
{
    plan_unit(rt1);
    auto const purse = purse_of(rt1, "fisik").id.str();
    auto read = [&](std::string_view name) { return must_read([&](db::ReadTx& tx) { return rules::find_fact(name)->read(tx, city, purse, 1); }); };
    EXPECT_EQ(read("payout.pokmas_active").value, 0);
    EXPECT_EQ(read("payout.pokmas_active").href, "/pokmas/baru");
    activate_pokmas();
    EXPECT_EQ(read("payout.pokmas_active").value, 1);
    EXPECT_EQ(read("payout.account_verified").value, 1);
    EXPECT_EQ(read("payout.contract_signed").value, 0);
    EXPECT_EQ(read("payout.contract_signed").href, "/kontrak/baru?pokmas=" + pokmas_id.str() + "&tahun=2023");
    EXPECT_EQ(read("payout.paid_share").value, 0);
    must(ratna, "payout.sign_contract", contract_input());
    EXPECT_EQ(read("payout.contract_signed").value, 1);
    settle(request(1));
    EXPECT_EQ(read("payout.paid_share").value, 5000);
}

} // namespace
} // namespace rtkeren::payout
