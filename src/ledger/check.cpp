#include "ledger/check.hpp"

#include "ledger/sql.hpp"

#include <array>

namespace rtkeren::ledger {
namespace {

/// A query whose every row is something broken: the first `subjects` columns name it, the rest are numbers.
struct Proof {
    db::ReadQuery<1> query;
    std::string_view code;
    std::size_t subjects;
    std::string_view wording; // with a {} for each number
};

constexpr std::array proofs {
    Proof {sql::check_numbers, "ledger.check.numbers", 0, "{} entries, numbered from {} to {}"},
    Proof {sql::check_sums, "ledger.check.sum", 1, "purse book {}, cash book {}"},
    Proof {sql::check_balances, "ledger.check.balance", 3, "kept {}, lines say {}"},
    Proof {sql::check_places, "ledger.check.place", 4, "kept {}, accounts say {}"},
    Proof {sql::check_pokmas, "ledger.check.pokmas", 1, "held less debts {}, cair {}; jalan {}, sp2d {}"},
    Proof {sql::check_ceilings, "ledger.check.ceiling", 1, "all stages with anggaran sum to {}, moves between purses to {}"},
    Proof {sql::check_dpa, "ledger.check.dpa", 3, "allocated {}, limit {}"},
    Proof {sql::check_reversals, "ledger.check.reversal", 1, "differs by {}"},
    Proof {sql::check_passings, "ledger.check.pokmas_of_purse", 3, ""},
};

Broken broken_of(Proof const& proof, db::Row const& row)
{
    Broken broken {std::string(proof.code), {}, {}};
    for (std::size_t column = 0; column < proof.subjects; ++column)
        broken.subject += (column > 0 ? " " : "") + row.text_or(column, "-");
    std::string_view wording = proof.wording;
    for (auto column = proof.subjects; column < row.size(); ++column) {
        auto hole = wording.find("{}");
        CHECK(hole != std::string_view::npos);
        broken.numbers += std::string(wording.substr(0, hole)) + row.text_or(column, "nothing");
        wording.remove_prefix(hole + 2);
    }
    broken.numbers += wording;
    return broken;
}

} // namespace

Result<CheckReport> check(db::ReadTx& tx, CityId city)
{
    CheckReport report;
    TRY(tx.expect_whole_tables());
    constexpr std::array<std::string_view, 8> counted {"entries", "lines", "accounts", "purses", "places", "pokmas", "reversals", "dpa_changes"};
    auto counts = TRY(tx.run(sql::check_counts, city));
    for (std::size_t column = 0; column < counted.size(); ++column)
        report.checked[std::string(counted[column])] = counts.front().integer(column);
    for (auto const& proof : proofs) {
        auto rows = TRY(tx.run(proof.query, city));
        for (auto const& row : rows)
            report.broken.push_back(broken_of(proof, row));
    }
    return report;
}

} // namespace rtkeren::ledger
