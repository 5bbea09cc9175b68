#pragma once

#include "base/env.hpp"
#include "ledger/ledger.hpp"

#include <vector>

/// Books of a whole city without its papers: 630 RT in 21 kelurahan, two purses each, all money with 189 pokmas. The same ids on every run.
namespace rtkeren::bench {

inline constexpr CityId books_city {3572};
inline constexpr int books_year = 2024;
inline constexpr std::int64_t lines_per_expense = 4;

class Books {
public:
    /// In a database that is migrated and empty.
    static Result<Books> make(db::Database&);
    /// The next expenses of Rp1.000 each, purse after purse.
    [[nodiscard]] std::vector<ledger::Entry> expenses(std::size_t how_many);
    /// Posts `how_many` expenses, `per_batch` in a commit.
    Result<void> post(db::Database&, std::size_t how_many, std::size_t per_batch);

private:
    struct Purse {
        PurseId id;
        PokmasId pokmas;
        std::string kelurahan, envelope, category;
    };
    Books();
    [[nodiscard]] ledger::Header header(std::string text);
    void plan();
    Result<void> open(db::Database&);
    Result<void> pay(db::Database&);

    std::unique_ptr<FixedEnv> m_env;
    std::vector<Purse> m_purses;
    std::size_t m_next {0};
};

} // namespace rtkeren::bench
