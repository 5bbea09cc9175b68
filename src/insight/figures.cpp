#include "insight/figures.hpp"

#include "insight/sql.hpp"

#include <algorithm>

namespace rtkeren::insight {
namespace {

Figures figures_from(db::Row const& row, std::size_t first)
{
    Figures figures;
    for (std::size_t i = 0; i < charts::stage_count; ++i)
        figures.by_stage.at(i) = row.rupiah(first + i); // the queries name them in the order of charts::Stage
    return figures;
}

} // namespace

Figures Figures::of(ledger::StageAmounts const& amounts)
{
    using ledger::Stage;
    return {{amounts.of(Stage::Pagu), amounts.of(Stage::Rencana), amounts.kontrak(), amounts.of(Stage::Cair), amounts.of(Stage::Belanja), amounts.of(Stage::Sah),
        amounts.of(Stage::Kembali), amounts.of(Stage::Batal)}};
}

Rupiah Figures::ceiling() const
{
    Rupiah sum;
    for (auto const amount : by_stage)
        sum += amount;
    return sum;
}

charts::Stage Figures::biggest() const
{
    std::size_t biggest = 0;
    for (std::size_t i = 1; i < by_stage.size(); ++i) {
        if (by_stage.at(i) >= by_stage.at(biggest) && by_stage.at(i).is_positive())
            biggest = i;
    }
    return charts::Stage(biggest);
}

std::vector<charts::StageAmount> Figures::stages(std::string const& href) const
{
    std::vector<charts::StageAmount> stages;
    for (std::size_t i = 0; i < by_stage.size(); ++i)
        stages.push_back({charts::Stage(i), by_stage.at(i), href});
    return stages;
}

Figures& Figures::operator+=(Figures const& other)
{
    for (std::size_t i = 0; i < by_stage.size(); ++i)
        by_stage.at(i) += other.by_stage.at(i);
    return *this;
}

CodeRange range_of(std::string_view place)
{
    if (covers_place(place, ""))
        return {"", "~"};
    return {std::string(place), std::string(place) + '/'}; // codes are digits and dots, and '/' follows the dot
}

Result<std::vector<PurseMoney>> purses_of_place(db::ReadTx& tx, CityId city, int year, std::string_view place)
{
    auto const range = range_of(place);
    auto const rows = TRY(tx.run(sql::purses_between, city, year, range.first, range.after));
    std::vector<PurseMoney> purses;
    purses.reserve(rows.size());
    for (auto const& row : rows)
        purses.push_back({row.id<PurseId>(0), row.text(1), row.id<territory::RegionId>(2), row.text(3), row.text(4), row.text(5), row.text(6), row.maybe_id<PokmasId>(7), figures_from(row, 8)});
    return purses;
}

void Total::add(PurseMoney const& purse)
{
    figures += purse.figures;
    auto found = std::ranges::find(envelopes, purse.envelope, &std::pair<std::string, Figures>::first);
    if (found == envelopes.end())
        found = envelopes.insert(envelopes.end(), {purse.envelope, {}});
    found->second += purse.figures;
    if (m_last_unit != purse.unit_code) {
        m_last_unit = purse.unit_code;
        ++units;
    }
}

Total total_of(std::vector<PurseMoney> const& purses)
{
    Total total;
    for (auto const& purse : purses)
        total.add(purse);
    return total;
}

Result<std::map<std::string, OpenFiles, std::less<>>> open_files(db::ReadTx& tx, CityId city, std::string_view place, Date today)
{
    auto const range = range_of(place);
    auto const rows = TRY(tx.run(sql::open_items_by_place, city, range.first, range.after, today));
    std::map<std::string, OpenFiles, std::less<>> found;
    for (auto const& row : rows)
        found.emplace(row.text(0), OpenFiles {row.instant(1), row.integer(3)});
    return found;
}

} // namespace rtkeren::insight
