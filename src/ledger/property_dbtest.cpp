#include "base/env.hpp"
#include "ledger/check.hpp"
#include "ledger/ledger.hpp"
#include "support/database.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <random>

/// Random sequences of events, possible and impossible, beside a model in memory that knows the event table and nothing of the ledger's code.
/// RTK_PROPERTY_RUNS sets how many; a failure prints its sequence's number, which is its seed.
namespace rtkeren::ledger {
namespace {

using CashKey = std::tuple<PokmasId, CashKind, PartyKey>;

struct PurseMove {
    std::size_t purse;
    Stage from, to;
    std::int64_t amount;
};
struct CashMove {
    CashKey from, to;
    std::int64_t amount;
};
struct Step {
    Entry entry;
    std::vector<PurseMove> purse_moves {};
    std::vector<CashMove> cash_moves {};
};

constexpr std::int64_t dpa_limit = 5000;

/// What must be true, in the words of the design.
struct Model {
    std::vector<PurseId> purses;
    std::vector<PokmasId> holders;
    std::vector<std::map<Stage, std::int64_t>> stages;
    std::map<CashKey, std::int64_t> cash;

    void apply(Step const& step, std::int64_t sign)
    {
        for (auto const& move : step.purse_moves) {
            stages[move.purse][move.from] -= sign * move.amount;
            stages[move.purse][move.to] += sign * move.amount;
        }
        for (auto const& move : step.cash_moves) {
            cash[move.from] -= sign * move.amount;
            cash[move.to] += sign * move.amount;
        }
    }
    [[nodiscard]] std::int64_t allocated() const
    {
        std::int64_t sum = 0;
        for (auto const& purse : stages) {
            for (auto const& [stage, amount] : purse)
                sum += stage == Stage::Anggaran || stage == Stage::Batal ? 0 : amount;
        }
        return sum;
    }
    [[nodiscard]] bool is_lawful() const
    {
        std::map<PokmasId, std::int64_t> differs, under_way;
        for (std::size_t purse = 0; purse < stages.size(); ++purse) {
            for (auto const& [stage, amount] : stages[purse]) {
                if (stage != Stage::Anggaran && amount < 0)
                    return false;
                differs[holders[purse]] -= stage == Stage::Cair ? amount : 0;
                under_way[holders[purse]] -= stage == Stage::Sp2d ? amount : 0;
            }
        }
        for (auto const& [key, amount] : cash) {
            auto const& [pokmas, kind, party] = key;
            bool is_outside = kind == CashKind::Kasda || kind == CashKind::Pemasok || kind == CashKind::Hapus;
            bool is_owed = kind == CashKind::Pajak || kind == CashKind::Bunga || kind == CashKind::Swadaya || kind == CashKind::Titipan;
            if (!is_outside && (is_owed ? amount > 0 : amount < 0))
                return false;
            if (kind == CashKind::Jalan)
                under_way[pokmas] += amount;
            else if (!is_outside)
                differs[pokmas] += amount;
        }
        auto is_zero = [](auto const& one) { return one.second == 0; };
        return std::ranges::all_of(differs, is_zero) && std::ranges::all_of(under_way, is_zero);
    }
};

class Sequence {
public:
    Sequence(db::WriteTx& tx, CityId city, std::uint64_t seed)
        : m_tx(tx)
        , m_city(city)
        , m_random(seed)
        , m_env(Instant::from_milliseconds(1'680'000'000'000 + std::int64_t(seed) * 1000), seed)
        , m_place("K" + std::to_string(seed))
    {
    }

    Result<void> run()
    {
        TRY(open());
        bool const takes_back = m_random() % 2 == 0;
        auto const steps = 8 + m_random() % 9;
        for (std::uint64_t i = 0; i < steps && !::testing::Test::HasFailure(); ++i) {
            if (takes_back && !m_posted.empty() && m_random() % 6 == 0)
                TRY(try_reverse(m_random() % m_posted.size()));
            else
                TRY(try_step(step()));
        }
        TRY(compare());
        if (!takes_back) {
            for (auto i = m_posted.size(); i-- > 0 && !::testing::Test::HasFailure();)
                TRY(try_reverse(i));
            for (auto const& purse : m_model.purses) {
                auto amounts = TRY(balance(m_tx, m_city, purse));
                EXPECT_EQ(amounts, StageAmounts {}) << "taking everything back leaves nothing";
            }
        }
        return Done {};
    }

private:
    struct Known {
        Step step;
        bool is_reversed {false};
    };

    Result<void> open()
    {
        std::vector<NewPurse> purses;
        for (int i = 0; i < 3; ++i) {
            if (i != 1)
                m_model.holders.push_back(PokmasId(m_env.ulid()));
            else
                m_model.holders.push_back(m_model.holders.front());
            m_model.purses.push_back(PurseId(m_env.ulid()));
            purses.push_back({m_model.purses.back(), 2023, m_place + "." + std::to_string(i), m_place, "umkm", m_model.holders.back(), m_env.now()});
        }
        m_model.stages.resize(3);
        TRY(open_purses(m_tx, m_city, purses));
        return change_dpa(m_tx, m_city,
            {.id = m_env.ulid().str(), .year = 2023, .kelurahan = m_place, .envelope = "umkm", .amount = Rupiah::checked(dpa_limit), .number = "1", .dated = day(),
                .recorded_at = m_env.now()});
    }

    Date day() { return m_env.now().date_in(Zone::Wib); }
    Header header() { return {.id = EntryId(m_env.ulid()), .occurred_on = day(), .recorded_at = m_env.now(), .year = 2023}; }
    /// Mostly possible, sometimes a little too much.
    std::int64_t some_of(std::int64_t have) { return 1 + std::int64_t(m_random() % std::uint64_t(std::max<std::int64_t>(have, 1) * 11 / 10 + 1)); }
    std::int64_t at(std::size_t purse, Stage stage) { return m_model.stages[purse][stage]; }

    Step step()
    {
        auto purse = m_random() % 3;
        // Advance where rupiah stand, so that sequences get far.
        switch (m_random() % 12) {
        case 0: case 1: return ceiling_step(purse);
        case 2: case 3: case 4: return forward_step(purse);
        case 5: return back_step(purse);
        case 6: case 7: return bill_step(purse);
        case 8: return undone_step(purse);
        case 9: case 10: return cash_step(purse);
        default: return return_step(purse);
        }
    }

    Step stage_step(Entry (*make)(Header, Parts const&), std::size_t purse, Stage from, Stage to)
    {
        auto amount = some_of(at(purse, from));
        return {make(header(), {{m_model.purses[purse], "kue", Rupiah::checked(amount)}}), {{purse, from, to, amount}}};
    }

    Step ceiling_step(std::size_t purse)
    {
        auto other = (purse + 1) % 3;
        auto const& id = m_model.purses[purse];
        if (m_random() % 3 > 0 || at(purse, Stage::Pagu) == 0) {
            auto amount = some_of(2000);
            return {allocated(header(), id, Rupiah::checked(amount)), {{purse, Stage::Anggaran, Stage::Pagu, amount}}};
        }
        auto amount = some_of(at(purse, Stage::Pagu));
        if (m_random() % 2 == 0)
            return {declined(header(), id, Rupiah::checked(amount)), {{purse, Stage::Pagu, Stage::Batal, amount}}};
        // As two half moves through a stage that the model counts for neither: pagu(A) -> pagu(B).
        return {moved_between_purses(header(), id, m_model.purses[other], Rupiah::checked(amount)),
            {{purse, Stage::Pagu, Stage::Anggaran, amount}, {other, Stage::Anggaran, Stage::Pagu, amount}}};
    }

    Step forward_step(std::size_t purse)
    {
        auto const& pokmas = m_model.holders[purse];
        if (at(purse, Stage::Sp2d) > 0 && m_random() % 2 == 0)
            return sp2d_step(purse);
        if (at(purse, Stage::Kontrak) > 0 && m_random() % 2 == 0) {
            auto amount = some_of(at(purse, Stage::Kontrak));
            return {sp2d_issued(header(), pokmas, {{m_model.purses[purse], "kue", Rupiah::checked(amount)}}), {{purse, Stage::Kontrak, Stage::Sp2d, amount}},
                {{{pokmas, CashKind::Kasda, "-"}, {pokmas, CashKind::Jalan, "-"}, amount}}};
        }
        if (at(purse, Stage::Rencana) > 0 && m_random() % 3 > 0)
            return stage_step(contracted, purse, Stage::Rencana, Stage::Kontrak);
        return stage_step(plan_approved, purse, Stage::Pagu, Stage::Rencana);
    }

    Step sp2d_step(std::size_t purse)
    {
        auto const& pokmas = m_model.holders[purse];
        auto amount = some_of(at(purse, Stage::Sp2d));
        Parts parts {{m_model.purses[purse], "kue", Rupiah::checked(amount)}};
        if (m_random() % 4 == 0)
            return {sp2d_bounced(header(), pokmas, parts), {{purse, Stage::Sp2d, Stage::Kontrak, amount}},
                {{{pokmas, CashKind::Jalan, "-"}, {pokmas, CashKind::Kasda, "-"}, amount}}};
        auto kept = m_random() % 3 == 0 ? amount / 50 : 0;
        return {sp2d_confirmed(header(), pokmas, parts, Withholding {"rini", Rupiah::checked(kept)}), {{purse, Stage::Sp2d, Stage::Cair, amount}},
            {{{pokmas, CashKind::Jalan, "-"}, {pokmas, CashKind::Bank, "-"}, amount - kept}, {{pokmas, CashKind::Jalan, "-"}, {pokmas, CashKind::Panjar, "rini"}, kept}}};
    }

    Step back_step(std::size_t purse)
    {
        if (at(purse, Stage::Kontrak) > 0)
            return stage_step(contract_reduced, purse, Stage::Kontrak, Stage::Rencana);
        return stage_step(plan_withdrawn, purse, Stage::Rencana, Stage::Pagu);
    }

    Step bill_step(std::size_t purse)
    {
        auto const& pokmas = m_model.holders[purse];
        auto amount = some_of(at(purse, Stage::Cair) / 2);
        auto tax = amount / 50;
        auto cheat = m_random() % 15 == 0 ? 1 : 0; // charged and paid differ
        CashKey from {pokmas, m_random() % 2 == 0 ? CashKind::Bank : CashKind::Kas, "-"};
        if (m_random() % 4 == 0)
            from = {pokmas, CashKind::Panjar, "siti"};
        Bill bill {.supplier = "toko", .charged = {{m_model.purses[purse], "kue", Rupiah::checked(amount)}},
            .paid = {{std::get<1>(from), std::get<2>(from), Rupiah::checked(amount - tax + cheat)}}, .withheld = {{"-", Rupiah::checked(tax)}}};
        return {expense(header(), pokmas, bill), {{purse, Stage::Cair, Stage::Belanja, amount}},
            {{from, {pokmas, CashKind::Pemasok, "toko"}, amount - tax + cheat}, {{pokmas, CashKind::Pajak, "-"}, {pokmas, CashKind::Pemasok, "toko"}, tax}}};
    }

    Step undone_step(std::size_t purse)
    {
        auto const& pokmas = m_model.holders[purse];
        if (m_random() % 2 == 0)
            return stage_step(accepted, purse, Stage::Belanja, Stage::Sah);
        auto from = m_random() % 2 == 0 ? Stage::Belanja : Stage::Sah;
        auto amount = some_of(at(purse, from));
        auto tax = m_random() % 2 == 0 ? amount / 50 : 0;
        Undone what {from, {{m_model.purses[purse], "kue", Rupiah::checked(amount)}}, "toko", {{"-", Rupiah::checked(tax)}}};
        bool gives_back = m_random() % 2 == 0;
        CashKey to = gives_back ? CashKey {pokmas, CashKind::Kas, "-"} : CashKey {pokmas, CashKind::Piutang, "siti"};
        return {gives_back ? supplier_refund(header(), pokmas, what, CashKind::Kas) : not_accepted(header(), pokmas, what, "siti"), {{purse, from, Stage::Cair, amount}},
            {{{pokmas, CashKind::Pemasok, "toko"}, to, amount - tax}, {{pokmas, CashKind::Pemasok, "toko"}, {pokmas, CashKind::Pajak, "-"}, tax}}};
    }

    Step cash_step(std::size_t purse)
    {
        struct Row {
            Entry (*make)(Header, PokmasId, PartyKey, Rupiah);
            CashKind from;
            PartyKey from_party;
            CashKind to;
            PartyKey to_party;
        };
        using enum CashKind;
        static std::vector<Row> const rows {
            {[](Header h, PokmasId p, PartyKey, Rupiah a) { return cash_drawn(std::move(h), p, a); }, Bank, "-", Kas, "-"},
            {[](Header h, PokmasId p, PartyKey, Rupiah a) { return cash_drawn(std::move(h), p, a); }, Bank, "-", Kas, "-"},
            {[](Header h, PokmasId p, PartyKey, Rupiah a) { return cash_paid_in(std::move(h), p, a); }, Kas, "-", Bank, "-"},
            {advance_given, Kas, "-", Panjar, "siti"},
            {advance_returned, Panjar, "siti", Kas, "-"},
            {bought_unplaced, Kas, "-", Panjar, "siti"},
            {unplaced_borne_by_residents, Panjar, "siti", Swadaya, "-"},
            {cash_missing, Kas, "-", Piutang, "siti"},
            {[](Header h, PokmasId p, PartyKey w, Rupiah a) { return repaid_by_person(std::move(h), p, w, a, Bank); }, Piutang, "siti", Bank, "-"},
            {[](Header h, PokmasId p, PartyKey, Rupiah a) { return interest(std::move(h), p, a); }, Bunga, "-", Bank, "-"},
            {[](Header h, PokmasId p, PartyKey, Rupiah a) { return interest_returned(std::move(h), p, a); }, Bank, "-", Bunga, "-"},
            {[](Header h, PokmasId p, PartyKey, Rupiah a) { return swadaya_in(std::move(h), p, a); }, Swadaya, "-", Kas, "-"},
            {[](Header h, PokmasId p, PartyKey, Rupiah a) { return swadaya_used(std::move(h), p, a); }, Kas, "-", Swadaya, "-"},
            {[](Header h, PokmasId p, PartyKey, Rupiah a) { return unknown_money(std::move(h), p, a); }, Titipan, "-", Bank, "-"},
            {[](Header h, PokmasId p, PartyKey, Rupiah a) { return sent_on(std::move(h), p, a); }, Bank, "-", Titipan, "-"},
            {[](Header h, PokmasId p, PartyKey, Rupiah a) { return tax_paid(std::move(h), p, {{Bank, "-", a}}, {{"-", a}}); }, Bank, "-", Pajak, "-"},
        };
        auto const& row = rows[m_random() % rows.size()];
        auto const& pokmas = m_model.holders[purse];
        CashKey from {pokmas, row.from, row.from_party};
        auto amount = some_of(is_debt(row.to) ? -m_model.cash[{pokmas, row.to, row.to_party}] : is_debt(row.from) ? 100 : m_model.cash[from]);
        return {row.make(header(), pokmas, "siti", Rupiah::checked(amount)), {}, {{from, {pokmas, row.to, row.to_party}, amount}}};
    }

    Step return_step(std::size_t purse)
    {
        auto const& pokmas = m_model.holders[purse];
        auto amount = some_of(at(purse, Stage::Cair));
        Parts parts {{m_model.purses[purse], "kue", Rupiah::checked(amount)}};
        switch (m_random() % 3) {
        case 0:
            return {leftover_returned(header(), pokmas, parts), {{purse, Stage::Cair, Stage::Kembali, amount}},
                {{{pokmas, CashKind::Bank, "-"}, {pokmas, CashKind::Kasda, "-"}, amount}}};
        case 1:
            return {repaid_to_treasury(header(), pokmas, parts, "siti"), {{purse, Stage::Cair, Stage::Kembali, amount}},
                {{{pokmas, CashKind::Piutang, "siti"}, {pokmas, CashKind::Kasda, "-"}, amount}}};
        default:
            return {written_off(header(), pokmas, parts, "siti"), {{purse, Stage::Cair, Stage::Batal, amount}},
                {{{pokmas, CashKind::Piutang, "siti"}, {pokmas, CashKind::Hapus, "-"}, amount}}};
        }
    }

    /// The ledger and the model must say the same; a refusal changes nothing and leaves the transaction usable.
    Result<void> try_step(Step const& step)
    {
        auto after = m_model;
        after.apply(step, 1);
        bool const is_lawful = after.is_lawful() && (after.allocated() <= dpa_limit || after.allocated() <= m_model.allocated());
        auto posted = post(m_tx, m_city, step.entry);
        EXPECT_EQ(posted.ok(), is_lawful) << name_of(step.entry.kind) << ' ' << (posted.ok() ? "" : posted.error().code + " " + posted.error().detail);
        if (!posted.ok())
            return posted.error().kind == ErrorKind::Invalid ? Result<void> {} : Result<void> {posted.error()};
        m_model = std::move(after);
        m_posted.push_back({step});
        if (m_random() % 8 == 0) {
            auto again = TRY(post(m_tx, m_city, step.entry));
            EXPECT_EQ(again.replay, Replay::Already);
            EXPECT_EQ(again.number, posted->number);
        }
        return Done {};
    }

    Result<void> try_reverse(std::size_t which)
    {
        auto& known = m_posted[which];
        auto after = m_model;
        after.apply(known.step, -1);
        bool const is_lawful = !known.is_reversed && after.is_lawful() && (after.allocated() <= dpa_limit || after.allocated() <= m_model.allocated());
        auto reversed = reverse(m_tx, m_city, known.step.entry.header.id, header());
        EXPECT_EQ(reversed.ok(), is_lawful) << "reversal of " << name_of(known.step.entry.kind) << ' ' << (reversed.ok() ? "" : reversed.error().code);
        if (!reversed.ok())
            return Done {};
        m_model = std::move(after);
        known.is_reversed = true;
        return Done {};
    }

    Result<void> compare()
    {
        for (std::size_t i = 0; i < m_model.purses.size(); ++i) {
            auto amounts = TRY(balance(m_tx, m_city, m_model.purses[i]));
            for (auto stage : all_stages) {
                if (stage != Stage::Anggaran) {
                    EXPECT_EQ(amounts.of(stage).value(), at(i, stage)) << name_of(stage);
                }
            }
        }
        std::map<PokmasId, Cash> cash;
        for (auto const& [key, amount] : m_model.cash) {
            auto const& [pokmas, kind, party] = key;
            if (!cash.contains(pokmas))
                cash[pokmas] = TRY(cash_of(m_tx, m_city, pokmas));
            EXPECT_EQ(cash[pokmas].of(kind, party).value(), amount) << name_of(kind);
        }
        return Done {};
    }

    db::WriteTx& m_tx;
    CityId m_city;
    std::mt19937_64 m_random;
    FixedEnv m_env;
    std::string m_place;
    Model m_model;
    std::vector<Known> m_posted;
};

std::uint64_t wanted_runs()
{
    auto const* wanted = std::getenv("RTK_PROPERTY_RUNS");
    if (wanted && *wanted)
        return std::strtoull(wanted, nullptr, 10);
    return test_database().dialect() == db::Dialect::Postgres ? 1000 : 10000;
}

TEST(LedgerProperty, random_sequences_keep_every_invariant)
{
    constexpr std::uint64_t a_transaction = 50, a_city = 500;
    auto const runs = wanted_runs();
    CityId city = next_city();
    for (std::uint64_t first = 1; first <= runs; first += a_transaction) {
        if (first % a_city == 1) {
            city = next_city();
            auto allowed = db::write(test_database(), city, [&](db::WriteTx& tx) { return allow_categories(tx, city, 2023, "umkm", std::vector<std::string> {"kue"}); });
            ASSERT_TRUE(allowed.ok());
        }
        auto last = std::min(first + a_transaction - 1, runs);
        auto outcome = db::write(test_database(), city, [&](db::WriteTx& tx) -> Result<void> {
            for (auto seed = first; seed <= last; ++seed) {
                SCOPED_TRACE("sequence " + std::to_string(seed));
                TRY(Sequence(tx, city, seed).run());
            }
            return Done {};
        });
        ASSERT_TRUE(outcome.ok()) << outcome.error().code << ' ' << outcome.error().detail;
        ASSERT_FALSE(HasFailure());
        if (last == runs || (last % a_city) == 0) {
            auto report = db::read(test_database(), [&](db::ReadTx& tx) { return check(tx, city); });
            ASSERT_TRUE(report.ok());
            for (auto const& broken : report->broken)
                ADD_FAILURE() << broken.code << ' ' << broken.subject << ": " << broken.numbers;
        }
    }
}

} // namespace
} // namespace rtkeren::ledger
