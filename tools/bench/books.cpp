#include "books.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rtkeren::bench {

namespace {

constexpr int kelurahan_count = 21;
constexpr int units_per_kelurahan = 30;
constexpr int units_per_pokmas = 10; // of three RW
constexpr std::int64_t ceiling = 25'000'000;

} // namespace

Books::Books()
    : m_env(std::make_unique<FixedEnv>(Instant::parse("2024-06-03T03:00:00.000Z").value(), 35))
{
}

ledger::Header Books::header(std::string text)
{
    ledger::Header header {.id = EntryId(m_env->ulid()), .occurred_on = m_env->now().date_in(Zone::Wib), .recorded_at = m_env->now(), .year = books_year};
    header.subject_kind = "expense";
    header.subject = m_env->ulid().str();
    header.text = std::move(text);
    return header;
}

void Books::plan()
{
    for (int k = 0; k < kelurahan_count; ++k) {
        PokmasId pokmas;
        for (int unit = 0; unit < units_per_kelurahan; ++unit) {
            if (unit % units_per_pokmas == 0)
                pokmas = PokmasId(m_env->ulid());
            for (auto const& [envelope, category] : {std::pair("fisik", "fisik.jalan"), std::pair("umkm", "umkm.pelatihan")})
                m_purses.push_back({PurseId(m_env->ulid()), pokmas, fmt::format("35.72.{:02}.{}", 1 + k / 7, 1001 + k), envelope, category});
        }
    }
}

Result<void> Books::open(db::Database& database)
{
    return db::write(database, books_city, [&](db::WriteTx& tx) -> Result<void> {
        for (auto const& purse : {m_purses[0], m_purses[1]}) {
            std::vector<std::string> const categories {purse.category};
            TRY(ledger::allow_categories(tx, books_city, books_year, purse.envelope, categories));
        }
        std::vector<ledger::NewPurse> purses;
        std::string last;
        for (std::size_t i = 0; i < m_purses.size(); ++i) {
            auto const& purse = m_purses[i];
            if (i % (std::size_t {units_per_kelurahan} * 2) < 2)
                TRY(ledger::change_dpa(tx, books_city, {m_env->ulid().str(), books_year, purse.kelurahan, purse.envelope, Rupiah::checked(10'000'000'000), "DPA 1", Date::of(books_year, 1, 2).value(), m_env->now()}));
            purses.push_back({purse.id, books_year, fmt::format("unit{:04}", i / 2), purse.kelurahan, purse.envelope, purse.pokmas, m_env->now()});
        }
        return ledger::open_purses(tx, books_city, purses);
    });
}

Result<void> Books::pay(db::Database& database)
{
    std::vector<ledger::Entry> entries;
    for (std::size_t i = 0; i < m_purses.size(); i += 2) {
        ledger::Parts parts;
        for (auto const& purse : {m_purses[i], m_purses[i + 1]}) {
            entries.push_back(ledger::allocated(header("Pagu"), purse.id, Rupiah::checked(ceiling)));
            parts.push_back({purse.id, purse.category, Rupiah::checked(ceiling)});
        }
        entries.push_back(ledger::plan_approved(header("RAB"), parts));
        entries.push_back(ledger::contracted(header("Kontrak"), parts));
        entries.push_back(ledger::sp2d_issued(header("SP2D"), m_purses[i].pokmas, parts));
        entries.push_back(ledger::sp2d_confirmed(header("Cair"), m_purses[i].pokmas, parts));
    }
    return db::write(database, books_city, [&](db::WriteTx& tx) -> Result<void> {
        TRY(ledger::post_batch(tx, books_city, entries));
        return Done {};
    });
}

Result<Books> Books::make(db::Database& database)
{
    Books books;
    books.plan();
    TRY(books.open(database));
    TRY(books.pay(database));
    return books;
}

std::vector<ledger::Entry> Books::expenses(std::size_t how_many)
{
    std::vector<ledger::Entry> entries;
    entries.reserve(how_many);
    for (std::size_t i = 0; i < how_many; ++i) {
        auto const& purse = m_purses[m_next++ % m_purses.size()];
        entries.push_back(ledger::expense(header("Semen 20 sak, Toko Barokah"), purse.pokmas,
            {.charged = {{purse.id, purse.category, Rupiah::checked(1000)}}, .paid = {{ledger::CashKind::Bank, "-", Rupiah::checked(1000)}}}));
    }
    return entries;
}

Result<void> Books::post(db::Database& database, std::size_t how_many, std::size_t per_batch)
{
    for (std::size_t done = 0; done < how_many; done += per_batch) {
        auto const entries = expenses(std::min(per_batch, how_many - done));
        TRY(db::write(database, books_city, [&](db::WriteTx& tx) { return ledger::post_batch(tx, books_city, entries); }));
    }
    return Done {};
}

} // namespace rtkeren::bench
