#include "base/env.hpp"
#include "ledger/check.hpp"
#include "ledger/ledger.hpp"
#include "support/database.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace rtkeren::ledger {
namespace {

Date on(char const* iso) { return *Date::parse(iso); }

/// SQL that the program itself never says; it stands in tests/ledger.
std::string raw_sql(std::string const& name)
{
    std::ifstream file(std::string(RTK_SOURCE_DIR) + "/tests/ledger/" + name + ".sql");
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

/// A city with one purse of 10.000 of which 4.000 were paid out.
class Ledger : public ::testing::Test {
protected:
    template<class Work>
    auto write(Work&& work) { return db::write(test_database(), city, std::forward<Work>(work)); }
    template<class Work>
    auto read(Work&& work) { return db::read(test_database(), std::forward<Work>(work)); }
    Ledger()
    {
        must(write([&](db::WriteTx& tx) -> Result<void> {
            TRY(allow_categories(tx, city, 2023, "umkm", std::vector<std::string> {"kue", "kemasan"}));
            TRY(allow_categories(tx, city, 2023, "fisik", std::vector<std::string> {"paving"}));
            TRY(change_dpa(tx, city,
                {.id = env.ulid().str(), .year = 2023, .kelurahan = "K1", .envelope = "umkm", .amount = 100'000_rp, .number = "DPA 1", .dated = on("2023-01-02"),
                    .recorded_at = env.now()}));
            return open_purse(tx, city, {purse_id, 2023, "RT-1", "K1", "umkm", pokmas, env.now()});
        }));
        post_on("2023-03-01", allocated(head(), purse_id, 10'000_rp));
        post_on("2023-03-02", plan_approved(head(), {{purse_id, "kue", 6'000_rp}, {purse_id, "kemasan", 2'000_rp}}));
        post_on("2023-03-03", contracted(head(), {{purse_id, "kue", 6'000_rp}}));
        post_on("2023-03-04", sp2d_issued(head(), pokmas, {{purse_id, "kue", 5'000_rp}}));
        post_on("2023-03-06", sp2d_confirmed(head(), pokmas, {{purse_id, "kue", 4'000_rp}}));
    }

    template<class T>
    static T must(Result<T> result)
    {
        EXPECT_TRUE(result.ok()) << (result.ok() ? "" : result.error().code + " " + result.error().detail);
        return std::move(result).value();
    }
    static void must(Result<void> result) { EXPECT_TRUE(result.ok()) << (result.ok() ? "" : result.error().code + " " + result.error().detail); }

    Header head() { return {.id = EntryId(env.ulid()), .occurred_on = on("2023-03-01"), .recorded_at = env.now(), .year = 2023, .subject_kind = "test", .subject = "1", .text = "Kue"}; }
    EntryId post_on(char const* day, Entry entry)
    {
        entry.header.occurred_on = on(day);
        must(write([&](db::WriteTx& tx) { return post(tx, city, entry); }));
        return entry.header.id;
    }
    template<int N, class... Args>
    Result<void> run_raw(std::string const& name, Args const&... args)
    {
        auto const text = raw_sql(name);
        auto const named = "test." + name;
        return write([&](db::WriteTx& tx) -> Result<void> {
            TRY(tx.run(db::WriteQuery<N> {named, text}, args...));
            return Done {};
        });
    }
    CheckReport checked() { return must(read([&](db::ReadTx& tx) { return check(tx, city); })); }

    CityId city {next_city()};
    FixedEnv env {Instant::from_milliseconds(1'678'000'000'000)};
    PurseId purse_id {env.ulid()};
    PokmasId pokmas {env.ulid()};
};

TEST_F(Ledger, every_query_prepares_and_runs)
{
    tests::expect_all_queries_prepare("ledger");
    tests::expect_all_queries_run_at_end("ledger");
}

TEST_F(Ledger, balances_can_be_read_as_of_a_past_day)
{
    auto amounts = [&](char const* day) { return must(read([&](db::ReadTx& tx) { return purse_as_of(tx, city, purse_id, on(day)); })); };
    EXPECT_EQ(amounts("2023-02-28"), StageAmounts {});
    EXPECT_EQ(amounts("2023-03-02").of(Stage::Rencana), 8'000_rp);
    EXPECT_EQ(amounts("2023-03-04").of(Stage::Sp2d), 5'000_rp);
    EXPECT_EQ(amounts("2023-03-04").kontrak(), 6'000_rp);
    EXPECT_EQ(amounts("2023-03-06"), must(read([&](db::ReadTx& tx) { return balance(tx, city, purse_id); })));
    EXPECT_EQ(amounts("2023-03-06").pagu_awal(), 10'000_rp);

    auto places = must(read([&](db::ReadTx& tx) { return place_balances_as_of(tx, city, 2023, on("2023-03-03")); }));
    ASSERT_EQ(places.size(), 1U);
    EXPECT_EQ(places[0].amounts.of(Stage::Kontrak), 6'000_rp);
    EXPECT_EQ(places[0].amounts.of(Stage::Cair), 0_rp);
    EXPECT_EQ(places[0].purses, 1);
    auto cash = must(read([&](db::ReadTx& tx) { return cash_as_of(tx, city, pokmas, on("2023-03-04")); }));
    EXPECT_EQ(cash.of(CashKind::Jalan), 5'000_rp);
    EXPECT_EQ(cash.of(CashKind::Bank), 0_rp);
}

TEST_F(Ledger, views_say_what_the_reads_say)
{
    auto purse_text = raw_sql("raw_view_purse");
    auto place_text = raw_sql("raw_view_place");
    auto row = must(read([&](db::ReadTx& tx) { return tx.one("none", db::ReadQuery<2> {"test.view_purse", purse_text}, city, purse_id); }));
    std::vector<std::int64_t> amounts;
    for (std::size_t i = 0; i < 10; ++i)
        amounts.push_back(row.integer(i));
    EXPECT_EQ(amounts, (std::vector<std::int64_t> {10'000, 2'000, 2'000, 2'000, 1'000, 4'000, 0, 0, 0, 0}));
    auto place = must(read([&](db::ReadTx& tx) { return tx.one("none", db::ReadQuery<1> {"test.view_place", place_text}, city); }));
    EXPECT_EQ(place.integer(0), 1);
    EXPECT_EQ(place.integer(1), 10'000);
    EXPECT_EQ(place.integer(4), 2'000);
    EXPECT_EQ(place.integer(6), 4'000);
}

TEST_F(Ledger, categories_are_exact_by_stage)
{
    auto amounts = must(read([&](db::ReadTx& tx) { return category_amounts(tx, city, purse_id); }));
    auto of = [&](Stage stage, std::string_view category) {
        auto found = std::ranges::find_if(amounts, [&](CategoryAmount const& one) { return one.stage == stage && one.category == category; });
        return found == amounts.end() ? Rupiah {} : found->amount;
    };
    EXPECT_EQ(of(Stage::Rencana, "kemasan"), 2'000_rp);
    EXPECT_EQ(of(Stage::Rencana, "kue"), 0_rp);
    EXPECT_EQ(of(Stage::Kontrak, "kue"), 1'000_rp);
    EXPECT_EQ(of(Stage::Cair, "kue"), 4'000_rp);
}

TEST_F(Ledger, lists_name_the_entries_of_purse_pokmas_and_subject)
{
    auto drawn = post_on("2023-03-07", cash_drawn(head(), pokmas, 100_rp));
    auto back = head();
    must(write([&](db::WriteTx& tx) { return reverse(tx, city, drawn, back); }));
    auto of_purse = must(read([&](db::ReadTx& tx) { return entries_of_purse(tx, city, purse_id); }));
    ASSERT_EQ(of_purse.size(), 5U);
    EXPECT_EQ(of_purse[1].amount, 8'000_rp);
    EXPECT_EQ(of_purse[1].kind, EntryKind::PlanApproved);
    auto of_pokmas = must(read([&](db::ReadTx& tx) { return entries_of_pokmas(tx, city, pokmas, {.sort = "number", .descending = true, .limit = 2}); }));
    ASSERT_EQ(of_pokmas.size(), 3U); // one more than asked: there is a next page
    EXPECT_EQ(of_pokmas[0].reverses, drawn);
    EXPECT_EQ(of_pokmas[1].reversed_by, back.id);
    auto of_subject = must(read([&](db::ReadTx& tx) { return entries_of_subject(tx, city, "test", "1"); }));
    EXPECT_EQ(of_subject.size(), 7U);
    EXPECT_EQ(of_subject[3].amount, 5'000_rp);
    auto whole = must(read([&](db::ReadTx& tx) { return entry(tx, city, drawn); }));
    EXPECT_EQ(whole.cash_legs.size(), 2U);
    EXPECT_EQ(read([&](db::ReadTx& tx) { return entry(tx, city, EntryId(env.ulid())); }).error().code, "ledger.entry_unknown");
    EXPECT_EQ(must(read([&](db::ReadTx& tx) { return purses_of_unit(tx, city, 2023, "RT-1"); })).size(), 1U);
    EXPECT_EQ(must(read([&](db::ReadTx& tx) { return purse(tx, city, purse_id); })).envelope, "umkm");
}

TEST_F(Ledger, cash_book_prints_gross_with_tax_in_and_out)
{
    post_on("2023-03-07", cash_drawn(head(), pokmas, 2'000_rp));
    post_on("2023-03-08", expense(head(), pokmas, {.supplier = "toko", .charged = {{purse_id, "kue", 1'000_rp}}, .paid = {{CashKind::Kas, "-", 980_rp}}, .withheld = {{"pph23", 20_rp}}}));
    post_on("2023-03-09", tax_paid(head(), pokmas, {{CashKind::Kas, "-", 20_rp}}, {{"pph23", 20_rp}}));
    auto book = must(read([&](db::ReadTx& tx) { return bku(tx, city, pokmas, on("2023-03-07"), on("2023-03-31")); }));
    EXPECT_EQ(book.opening, 4'000_rp);
    std::vector<std::array<std::int64_t, 3>> rows;
    for (auto const& row : book.rows)
        rows.push_back({row.in.value(), row.out.value(), row.balance.value()});
    EXPECT_EQ(rows, (std::vector<std::array<std::int64_t, 3>> {{2'000, 2'000, 4'000}, {0, 1'000, 3'000}, {20, 0, 3'020}, {0, 20, 3'000}}));
    EXPECT_EQ(book.rows[1].account, CashKind::Pemasok);
    EXPECT_EQ(book.rows[2].account, CashKind::Pajak);
    EXPECT_EQ(book.closing, 3'000_rp);
    EXPECT_EQ(book.bank, 2'000_rp);
    EXPECT_EQ(book.kas, 1'000_rp);

    auto to = PokmasId(env.ulid());
    post_on("2023-03-10", sp2d_bounced(head(), pokmas, {{purse_id, "kue", 1'000_rp}}));
    auto passed = must(read([&](db::ReadTx& tx) { return hand_over_all(tx, city, head(), pokmas, to); }));
    post_on("2023-03-11", passed);
    auto old_book = must(read([&](db::ReadTx& tx) { return bku(tx, city, pokmas, on("2023-03-11"), on("2023-03-31")); }));
    EXPECT_EQ(old_book.closing, 0_rp);
    EXPECT_EQ(old_book.rows.front().out, 3'000_rp);
    auto new_book = must(read([&](db::ReadTx& tx) { return bku(tx, city, to, on("2023-03-01"), on("2023-03-31")); }));
    EXPECT_EQ(new_book.closing, 3'000_rp);
    auto stored = must(read([&](db::ReadTx& tx) { return entry(tx, city, passed.header.id); }));
    EXPECT_EQ(stored.passing, passed.passing);
    EXPECT_TRUE(checked().ok());
}

TEST_F(Ledger, what_is_written_stays)
{
    for (auto const* name : {"raw_update_entry", "raw_delete_entry", "raw_update_line", "raw_delete_line", "raw_update_account"})
        EXPECT_EQ(run_raw<1>(name, city).error().code, "db.check") << name;
    EXPECT_TRUE(checked().ok());
}

TEST_F(Ledger, the_earmark_holds_against_raw_sql)
{
    auto line = [&](int number, Stage stage, std::string_view envelope, std::optional<std::string> const& category) {
        auto outcome = run_raw<6>("raw_insert_line", city, number, int(stage), envelope, name_of(stage), category);
        return outcome.ok() ? std::string("written") : outcome.error().code;
    };
    EXPECT_EQ(line(90, Stage::Belanja, "umkm", "paving"), "db.foreign_key");   // not allowed in this envelope
    EXPECT_EQ(line(91, Stage::Belanja, "fisik", "paving"), "db.foreign_key");  // not the account's envelope
    EXPECT_EQ(line(92, Stage::Belanja, "umkm", std::nullopt), "db.check");     // NULL would slip past the key
    EXPECT_EQ(line(93, Stage::Sah, "umkm", "kue"), "written");
    EXPECT_EQ(line(93, Stage::Sah, "umkm", "kue"), "db.unique");
}

TEST_F(Ledger, limits_hold_in_the_database)
{
    EXPECT_EQ(run_raw<2>("raw_update_balance", city, -2'001).error().code, "db.check");
    EXPECT_TRUE(checked().ok());
}

TEST_F(Ledger, check_finds_what_was_falsified)
{
    must(run_raw<2>("raw_update_balance", city, 7));
    auto report = checked();
    std::vector<std::string> codes;
    for (auto const& broken : report.broken)
        codes.push_back(broken.code);
    EXPECT_EQ(codes, (std::vector<std::string> {"ledger.check.balance", "ledger.check.place", "ledger.check.ceiling"}));
    EXPECT_EQ(report.broken[0].numbers, "kept 2007, lines say 2000");
    EXPECT_EQ(report.checked.at("entries"), 5);
    EXPECT_EQ(report.checked.at("lines"), 16);
}

TEST_F(Ledger, a_batch_is_all_or_nothing_and_tells_which_entry)
{
    std::vector<Entry> entries;
    for (int i = 0; i < 230; ++i)
        entries.push_back(cash_drawn(head(), pokmas, 10_rp));
    entries.push_back(cash_drawn(head(), pokmas, 10'000_rp));
    auto refused = write([&](db::WriteTx& tx) { return post_batch(tx, city, entries); });
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().code, "ledger.insufficient");
    EXPECT_EQ(refused.error().arguments.back(), (std::pair<std::string, std::string> {"entry", entries.back().header.id.str()}));
    EXPECT_EQ(checked().checked.at("entries"), 5);

    entries.pop_back();
    entries.push_back(entries.front()); // the same again
    auto posted = must(write([&](db::WriteTx& tx) { return post_batch(tx, city, entries); }));
    EXPECT_EQ(posted.front().number, 6);
    EXPECT_EQ(posted.back().number, 6);
    EXPECT_EQ(posted.back().replay, Replay::Already);
    auto cash = must(read([&](db::ReadTx& tx) { return cash_of(tx, city, pokmas); }));
    EXPECT_EQ(cash.of(CashKind::Kas), 2'300_rp);
    EXPECT_EQ(cash.held() - cash.owed(), 4'000_rp);
    EXPECT_TRUE(checked().ok());
}

TEST_F(Ledger, cities_do_not_see_each_other)
{
    auto other = next_city();
    auto report = must(read([&](db::ReadTx& tx) { return check(tx, other); }));
    EXPECT_EQ(report.checked.at("entries"), 0);
    EXPECT_EQ(read([&](db::ReadTx& tx) { return balance(tx, other, purse_id); }).error().code, "ledger.purse_unknown");
}

TEST_F(Ledger, hledger_reads_the_journal_and_agrees)
{
    auto path = tests::fresh_path("books.journal");
    {
        std::ofstream out(path);
        must(read([&](db::ReadTx& tx) { return write_journal(tx, city, out); }));
    }
    if (std::system("command -v hledger > /dev/null 2>&1") != 0)
        GTEST_SKIP() << "hledger is not installed";
    EXPECT_EQ(std::system(("LC_ALL=C.UTF-8 hledger -f " + path + " check --strict").c_str()), 0);
    auto balances = path + ".csv";
    ASSERT_EQ(std::system(("LC_ALL=C.UTF-8 hledger -f " + path + " bal --flat --layout=bare -O csv kantong > " + balances).c_str()), 0);
    std::ifstream file(balances);
    std::ostringstream text;
    text << file.rdbuf();
    EXPECT_NE(text.str().find(":cair\",\"IDR\",\"4000\""), std::string::npos) << text.str();
    EXPECT_NE(text.str().find(":sp2d\",\"IDR\",\"1000\""), std::string::npos) << text.str();
}

} // namespace
} // namespace rtkeren::ledger
