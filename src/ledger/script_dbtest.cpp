#include "ledger/script_dbtest.hpp"

#include "support/database.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <sstream>

namespace rtkeren::ledger::testing {
namespace {

Rupiah amount_of(std::string const& word)
{
    auto amount = parse_rupiah(word, Negative::Allow);
    EXPECT_TRUE(amount.ok()) << word;
    return amount.value_or(Rupiah {});
}

Instant noon_of(Date day) { return Instant::from_milliseconds(std::int64_t {day.days()} * 86'400'000 + 5 * 3'600'000); }

bool is_purse_name(std::string const& word) { return word.size() > 1 && word[0] == 'P' && word[1] >= '0' && word[1] <= '9'; }

/// "panjar:siti" is a kind with a party.
std::pair<CashKind, PartyKey> account_named(std::string const& word)
{
    auto colon = word.find(':');
    auto kind = cash_kind_of(word.substr(0, colon));
    EXPECT_TRUE(kind) << word;
    return {kind.value_or(CashKind::Hapus), colon == std::string::npos ? PartyKey {"-"} : word.substr(colon + 1)};
}

} // namespace

struct Script::Cursor {
    Words const& words;
    std::size_t at {1};
    [[nodiscard]] bool done() const { return at >= words.size(); }
    std::string const& next() { return words.at(at++); }
    [[nodiscard]] std::string const& peek() const { return words.at(at); }
    Rupiah amount() { return amount_of(next()); }
    bool take(std::string_view word)
    {
        if (done() || words[at] != word)
            return false;
        ++at;
        return true;
    }
    Taxes taxes(std::string_view word)
    {
        Taxes found;
        while (take(word)) {
            auto kind = next();
            found.push_back({kind, amount()});
        }
        return found;
    }
};

Script::Script(CityId city)
    : m_city(city)
    , m_env(std::make_unique<FixedEnv>(noon_of(*Date::parse("2023-03-01"))))
    , m_day(*Date::parse("2023-03-01"))
    , m_today(m_day)
{
}

void Script::run(std::string const& path)
{
    std::ifstream file(path);
    ASSERT_TRUE(file) << path;
    std::string line;
    for (int number = 1; std::getline(file, line); ++number) {
        m_where = std::filesystem::path(path).filename().string() + ":" + std::to_string(number) + ": " + line;
        SCOPED_TRACE(m_where);
        std::istringstream stream(line.substr(0, line.find('#')));
        Words words {std::istream_iterator<std::string>(stream), {}};
        if (words.empty())
            continue;
        if (words[0] == "!")
            expect_refusal(words);
        else if (words[0] == "=" && is_purse_name(words[1]))
            expect_purse(words);
        else if (words[0] == "=")
            expect_cash(words);
        else
            command(words);
        if (::testing::Test::HasFailure())
            return;
    }
    EXPECT_FALSE(m_refused) << "refused: " << m_refused->code;
    auto report = db::read(test_database(), [&](db::ReadTx& tx) { return check(tx, m_city); });
    ASSERT_TRUE(report.ok()) << report.error().code << report.error().detail;
    for (auto const& broken : report->broken)
        ADD_FAILURE() << broken.code << ' ' << broken.subject << ": " << broken.numbers;
}

void Script::command(Words words)
{
    ASSERT_FALSE(m_refused) << "the command before was refused: " << m_refused->code << ' ' << m_refused->detail;
    std::string label;
    if (words[0].ends_with(':')) {
        label = words[0].substr(0, words[0].size() - 1);
        words.erase(words.begin());
    }
    bool is_known = false;
    auto outcome = set_up(words, is_known);
    if (!is_known)
        outcome = post_event(label, words);
    if (!outcome.ok())
        m_refused = outcome.error();
}

/// ! code key=value …
void Script::expect_refusal(Words const& words)
{
    ASSERT_TRUE(m_refused) << "nothing was refused";
    EXPECT_EQ(m_refused->code, words.at(1)) << m_refused->detail;
    for (std::size_t i = 2; i < words.size(); ++i) {
        auto equals = words[i].find('=');
        auto key = words[i].substr(0, equals);
        auto found = std::ranges::find(m_refused->arguments, key, [](auto const& argument) { return argument.first; });
        ASSERT_NE(found, m_refused->arguments.end()) << key;
        EXPECT_EQ(found->second, words[i].substr(equals + 1)) << key;
    }
    m_refused.reset();
}

/// = P1 cair 1.000 belanja 20: all other stages are empty.
void Script::expect_purse(Words const& words)
{
    auto amounts = db::read(test_database(), [&](db::ReadTx& tx) { return balance(tx, m_city, purse_named(words[1])); });
    ASSERT_TRUE(amounts.ok());
    std::map<std::string_view, Rupiah> wanted;
    for (std::size_t i = 2; i + 1 < words.size(); i += 2)
        wanted[words[i]] = amount_of(words[i + 1]);
    for (auto stage : all_stages) {
        if (stage != Stage::Anggaran) {
            EXPECT_EQ(format_rupiah(amounts->of(stage)), format_rupiah(wanted[name_of(stage)])) << name_of(stage);
        }
    }
}

/// = A bank 980 pajak 20: held, owed (as a positive amount) and outside accounts; all held and owed that are not named are empty.
void Script::expect_cash(Words const& words)
{
    auto cash = db::read(test_database(), [&](db::ReadTx& tx) { return cash_of(tx, m_city, pokmas_named(words[1])); });
    ASSERT_TRUE(cash.ok());
    std::map<std::pair<CashKind, PartyKey>, Rupiah> wanted;
    for (std::size_t i = 2; i + 1 < words.size(); i += 2) {
        auto account = account_named(words[i]);
        auto amount = amount_of(words[i + 1]);
        wanted[account] = is_debt(account.first) ? -amount : amount;
    }
    for (auto const& part : cash->parts) {
        bool is_outside = sign_of(part.kind) == Sign::Free;
        if (!is_outside || wanted.contains({part.kind, part.party})) {
            EXPECT_EQ(format_rupiah(part.amount), format_rupiah(wanted[{part.kind, part.party}])) << name_of(part.kind) << ' ' << part.party;
        }
    }
    for (auto const& [account, amount] : wanted)
        EXPECT_EQ(format_rupiah(cash->of(account.first, account.second)), format_rupiah(amount)) << name_of(account.first) << ' ' << account.second;
}

PokmasId Script::pokmas_named(std::string const& name)
{
    auto& id = m_pokmas[name];
    if (id.is_none())
        id = PokmasId(m_env->ulid());
    return id;
}

Header Script::header()
{
    return {.id = EntryId(m_env->ulid()), .occurred_on = m_day, .recorded_at = noon_of(m_today), .actor = {}, .year = 2023, .subject_kind = "test", .subject = "x",
        .text = m_where};
}

/// P1 kue 1.000 P2 kue 500 …
Parts Script::parts(Cursor& at)
{
    Parts found;
    while (!at.done() && is_purse_name(at.peek())) {
        auto purse = purse_named(at.next());
        auto category = at.next();
        found.push_back({purse, category, at.amount()});
    }
    return found;
}

/// Everything that is not an entry.
Result<void> Script::set_up(Words const& words, bool& is_known)
{
    is_known = true;
    auto write = [&](auto const& work) { return db::write(test_database(), m_city, work); };
    auto word = [&](std::size_t i) { return i < words.size() ? words[i] : std::string {}; };
    if (words[0] == "on") {
        m_day = *Date::parse(words.at(1));
        m_today = std::max(m_today, m_day);
        return Done {};
    }
    if (words[0] == "today") {
        m_today = *Date::parse(words.at(1));
        return Done {};
    }
    if (words[0] == "allow")
        return write([&](db::WriteTx& tx) { return allow_categories(tx, m_city, 2023, words.at(1), std::span(words).subspan(2)); });
    if (words[0] == "dpa")
        return write([&](db::WriteTx& tx) {
            return change_dpa(tx, m_city,
                {.id = m_env->ulid().str(), .year = 2023, .kelurahan = words.size() > 3 ? words[3] : "K1", .envelope = words.at(1), .amount = amount_of(words.at(2)),
                    .number = "DPA 1", .dated = m_day, .recorded_at = noon_of(m_today)});
        });
    if (words[0] == "purse") {
        NewPurse purse {.id = PurseId(m_env->ulid()), .year = 2023, .unit = "RT-" + word(1).substr(0, 2), .kelurahan = words.size() > 4 ? words[4] : "K1",
            .envelope = words.at(2), .opened_at = noon_of(m_today)};
        if (words.at(3) != "-")
            purse.pokmas = pokmas_named(words[3]);
        m_purses[words[1]] = purse.id;
        return write([&](db::WriteTx& tx) { return open_purse(tx, m_city, purse); });
    }
    if (words[0] == "assign")
        return write([&](db::WriteTx& tx) { return assign_pokmas(tx, m_city, purse_named(words.at(1)), pokmas_named(words.at(2))); });
    if (words[0] == "hold") {
        auto scope_id = word(2);
        if (is_purse_name(scope_id))
            scope_id = purse_named(scope_id).str();
        else if (words.at(1) == "pokmas")
            scope_id = pokmas_named(scope_id).str();
        else if (words.at(1) == "city")
            scope_id.clear();
        Hold hold {.id = m_env->ulid().str(), .scope = *hold_scope_of(words.at(1)), .scope_id = scope_id, .kinds = {}, .from = m_today, .letter = "S-1", .signatory = "Walikota",
            .placed_at = noon_of(m_today)};
        for (std::size_t i = 3; i < words.size(); ++i)
            hold.kinds.push_back(*hold_kind_of(words[i]));
        m_hold = hold.id;
        return write([&](db::WriteTx& tx) { return place_hold(tx, m_city, hold); });
    }
    if (words[0] == "lift")
        return write([&](db::WriteTx& tx) { return lift_hold(tx, m_city, m_hold, m_today, "S-2"); });
    if (words[0] == "sign")
        return write([&](db::WriteTx& tx) { return sign_month(tx, m_city, pokmas_named(words.at(1)), words.at(2), noon_of(m_today), {}, {}); });
    if (words[0] == "close")
        return write([&](db::WriteTx& tx) -> Result<void> {
            auto state = TRY(close_purse(tx, m_city, purse_named(words.at(1)), m_day, noon_of(m_today)));
            EXPECT_EQ(name_of(state), words.at(2));
            return Done {};
        });
    is_known = false;
    return Done {};
}

Result<void> Script::post_event(std::string const& label, Words const& words)
{
    if (words[0] == "again" || words[0] == "again-with") { // the last entry, sent again (with another text)
        auto entry = *m_last;
        if (words[0] == "again-with")
            entry.header.text = words.at(1);
        auto posted = TRY(db::write(test_database(), m_city, [&](db::WriteTx& tx) { return post(tx, m_city, entry); }));
        EXPECT_EQ(posted.replay, Replay::Already);
        return Done {};
    }
    if (words[0] == "reverse") {
        auto head = header();
        TRY(db::write(test_database(), m_city, [&](db::WriteTx& tx) { return reverse(tx, m_city, m_labels.at(words.at(1)), head); }));
        m_labels[label] = head.id;
        return Done {};
    }
    Cursor at {words};
    auto entry = TRY(event_of(words[0], at));
    EXPECT_TRUE(at.done()) << "left over: " << (at.done() ? "" : at.peek());
    TRY(db::write(test_database(), m_city, [&](db::WriteTx& tx) { return post(tx, m_city, entry); }));
    m_labels[label] = entry.header.id;
    m_last = entry;
    return Done {};
}

Result<Entry> Script::event_of(std::string const& name, Cursor& at)
{
    static std::map<std::string, Result<Entry> (Script::*)(std::string const&, Cursor&)> const families = [] {
        std::map<std::string, Result<Entry> (Script::*)(std::string const&, Cursor&)> map;
        for (auto const* word : {"allocate", "bonus", "decline", "reduce", "unused", "move"})
            map[word] = &Script::ceiling_event;
        for (auto const* word : {"plan", "unplan", "contract", "contract-down", "contract-end", "sp2d", "confirm", "bounce", "accept", "return"})
            map[word] = &Script::purse_event;
        for (auto const* word : {"elsewhere", "sendon", "draw", "payin", "advance", "advance-back", "bought", "residents-bear", "repaid", "interest", "bank-fee",
                 "interest-tax", "interest-back", "swadaya-in", "swadaya-used", "missing", "over", "unknown", "pay-tax"})
            map[word] = &Script::cash_event;
        for (auto const* word : {"expense", "reject", "disallow", "refund", "repaid-treasury", "write-off"})
            map[word] = &Script::spending_event;
        for (auto const* word : {"hand-over", "hand-over-all", "opening"})
            map[word] = &Script::passing_event;
        return map;
    }();
    auto family = families.find(name);
    EXPECT_NE(family, families.end()) << "unknown word " << name;
    if (family == families.end())
        return Error::invalid("test.word");
    return std::invoke(family->second, *this, name, at);
}

Result<Entry> Script::ceiling_event(std::string const& name, Cursor& at)
{
    auto purse = purse_named(at.next());
    if (name == "move") {
        auto to = purse_named(at.next());
        return moved_between_purses(header(), purse, to, at.amount());
    }
    auto amount = at.amount();
    if (name == "allocate")
        return allocated(header(), purse, amount);
    if (name == "bonus")
        return bonus(header(), purse, amount);
    if (name == "decline")
        return declined(header(), purse, amount);
    if (name == "reduce")
        return reduced(header(), purse, amount);
    Parts rencana, kontrak;
    while (!at.done()) {
        auto& into = at.next() == "rencana" ? rencana : kontrak;
        auto category = at.next();
        into.push_back({purse, category, at.amount()});
    }
    return unused_at_closing(header(), purse, amount, rencana, kontrak);
}

Result<Entry> Script::purse_event(std::string const& name, Cursor& at)
{
    static std::map<std::string, Entry (*)(Header, Parts const&)> const plain {
        {"plan", plan_approved}, {"unplan", plan_withdrawn}, {"contract", contracted}, {"contract-down", contract_reduced}, {"contract-end", contract_ended}, {"accept", accepted}};
    if (auto found = plain.find(name); found != plain.end())
        return found->second(header(), parts(at));
    auto pokmas = pokmas_named(at.next());
    auto what = parts(at);
    if (name == "sp2d")
        return sp2d_issued(header(), pokmas, what);
    if (name == "bounce")
        return sp2d_bounced(header(), pokmas, what);
    if (name == "return")
        return leftover_returned(header(), pokmas, what);
    std::optional<Withholding> withheld;
    if (at.take("withheld")) {
        auto treasurer = at.next();
        withheld = Withholding {treasurer, at.amount()};
    }
    return sp2d_confirmed(header(), pokmas, what, withheld);
}

Result<Entry> Script::cash_event(std::string const& name, Cursor& at)
{
    static std::map<std::string, Entry (*)(Header, PokmasId, Rupiah)> const plain {{"elsewhere", arrived_elsewhere}, {"draw", cash_drawn}, {"payin", cash_paid_in},
        {"interest", interest}, {"bank-fee", bank_fee}, {"interest-tax", tax_on_interest}, {"interest-back", interest_returned}, {"swadaya-in", swadaya_in},
        {"swadaya-used", swadaya_used}, {"over", cash_over}, {"unknown", unknown_money}};
    static std::map<std::string, Entry (*)(Header, PokmasId, PartyKey, Rupiah)> const with_party {{"advance", advance_given}, {"advance-back", advance_returned},
        {"bought", bought_unplaced}, {"residents-bear", unplaced_borne_by_residents}, {"missing", cash_missing}};
    auto pokmas = pokmas_named(at.next());
    if (auto found = plain.find(name); found != plain.end())
        return found->second(header(), pokmas, at.amount());
    if (auto found = with_party.find(name); found != with_party.end()) {
        auto party = at.next();
        return found->second(header(), pokmas, party, at.amount());
    }
    if (name == "sendon") {
        auto amount = at.amount();
        return sent_on(header(), pokmas, amount, at.take("kas") ? CashKind::Kas : CashKind::Bank);
    }
    if (name == "repaid") {
        auto party = at.next();
        auto amount = at.amount();
        return repaid_by_person(header(), pokmas, party, amount, at.take("bank") ? CashKind::Bank : (at.take("kas"), CashKind::Kas));
    }
    auto [from, party] = account_named(at.next()); // pay-tax A bank pph23 20
    auto kind = at.next();
    auto amount = at.amount();
    return tax_paid(header(), pokmas, {{from, party, amount}}, {{kind, amount}});
}

Result<Entry> Script::spending_event(std::string const& name, Cursor& at)
{
    auto pokmas = pokmas_named(at.next());
    auto party = at.next();
    if (name == "repaid-treasury")
        return repaid_to_treasury(header(), pokmas, parts(at), party);
    if (name == "write-off")
        return written_off(header(), pokmas, parts(at), party);
    if (name == "expense") {
        Bill bill {.supplier = party, .charged = parts(at), .paid = {}};
        while (at.take("paid")) {
            auto [from, holder] = account_named(at.next());
            bill.paid.push_back({from, holder, at.amount()});
        }
        bill.withheld = at.taxes("withheld");
        bill.tax_borne_by_purse = at.taxes("purse-bears");
        if (at.take("liable")) {
            bill.liable = at.next();
            bill.tax_borne_by_person = at.taxes("bears");
        }
        if (at.take("residents"))
            bill.residents_share = at.amount();
        return expense(header(), pokmas, bill);
    }
    Undone what {.from = name == "disallow" ? Stage::Sah : Stage::Belanja, .parts = {}, .supplier = at.next()};
    if (name == "refund")
        what.from = *stage_of(at.next());
    what.parts = parts(at);
    what.unpaid_tax = at.taxes("tax");
    if (name == "refund") // refund A kas toko belanja P1 …
        return supplier_refund(header(), pokmas, what, *cash_kind_of(party));
    return not_accepted(header(), pokmas, what, party);
}

Result<Entry> Script::passing_event(std::string const& name, Cursor& at)
{
    auto from = pokmas_named(at.next());
    if (name == "hand-over-all") {
        auto to = pokmas_named(at.next());
        return db::read(test_database(), [&](db::ReadTx& tx) { return hand_over_all(tx, m_city, header(), from, to); });
    }
    std::vector<PassedAmount> amounts;
    auto read_amounts = [&] {
        while (!at.done()) {
            auto [kind, party] = account_named(at.next());
            amounts.push_back({kind, party, at.amount()});
        }
    };
    if (name == "hand-over") {
        Passing passing {.purses = {}, .from = from, .to = pokmas_named(at.next())};
        while (!at.done() && is_purse_name(at.peek()))
            passing.purses.push_back(purse_named(at.next()));
        read_amounts();
        return hand_over(header(), passing, amounts);
    }
    std::vector<OpeningPart> opened;
    while (!at.done() && is_purse_name(at.peek())) {
        auto purse = purse_named(at.next());
        auto stage = *stage_of(at.next());
        auto category = at.next();
        opened.push_back({purse, stage, category == "-" ? "" : category, at.amount()});
    }
    read_amounts();
    return opening(header(), from, opened, amounts);
}

namespace {

std::vector<std::string> script_files()
{
    std::vector<std::string> paths;
    for (auto const& file : std::filesystem::directory_iterator(std::string(RTK_SOURCE_DIR) + "/tests/ledger")) {
        if (file.path().extension() == ".test")
            paths.push_back(file.path().string());
    }
    std::ranges::sort(paths);
    return paths;
}

std::string test_name(::testing::TestParamInfo<std::string> const& file)
{
    auto name = std::filesystem::path(file.param).stem().string();
    std::ranges::replace(name, '-', '_');
    return name;
}

class LedgerScripts : public ::testing::TestWithParam<std::string> { };

TEST_P(LedgerScripts, holds)
{
    Script(next_city()).run(GetParam());
}

INSTANTIATE_TEST_SUITE_P(Files, LedgerScripts, ::testing::ValuesIn(script_files()), test_name);

} // namespace
} // namespace rtkeren::ledger::testing
