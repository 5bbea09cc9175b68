#pragma once

#include "base/actor.hpp"
#include "charts/stages.hpp"
#include "ledger/reads.hpp"
#include "programme/programme.hpp"
#include "territory/territory.hpp"

#include <array>
#include <map>
#include <string>
#include <vector>

/// Money by stage, of purses and of sums of them. Everything is read from ledger_v_purse.
namespace rtkeren::insight {

struct Figures {
    std::array<Rupiah, charts::stage_count> by_stage {}; // in the order of charts::Stage; `kontrak` with sp2d

    [[nodiscard]] static Figures of(ledger::StageAmounts const&);
    [[nodiscard]] Rupiah at(charts::Stage stage) const { return by_stage.at(std::size_t(stage)); }
    [[nodiscard]] Rupiah ceiling() const; // pagu awal: the sum over the stages
    /// Where most of the money stands; the later stage when two hold the same.
    [[nodiscard]] charts::Stage biggest() const;
    /// For charts; each amount leads to `href`.
    [[nodiscard]] std::vector<charts::StageAmount> stages(std::string const& href = {}) const;
    Figures& operator+=(Figures const&);
    bool operator==(Figures const&) const = default;
};

struct PurseMoney {
    PurseId id;
    std::string envelope;
    territory::RegionId unit;
    std::string unit_code, unit_name, kelurahan, state;
    std::optional<PokmasId> pokmas;
    Figures figures;
};
/// Purses of a place ("" or the city's code is everything) by unit code and the pack's envelope order.
[[nodiscard]] Result<std::vector<PurseMoney>> purses_of_place(db::ReadTx&, CityId, int year, std::string_view place);

/// Sums over purses; `envelopes` keeps the order in which they were met.
struct Total {
    Figures figures;
    std::vector<std::pair<std::string, Figures>> envelopes;
    std::int64_t units {0};
    void add(PurseMoney const&);

private:
    std::string m_last_unit;
};
[[nodiscard]] Total total_of(std::vector<PurseMoney> const&);

/// Files under way at a place.
struct OpenFiles {
    Instant oldest; // since when one has stood without a step
    std::int64_t late {0};
};
[[nodiscard]] Result<std::map<std::string, OpenFiles, std::less<>>> open_files(db::ReadTx&, CityId, std::string_view place, Date today);

/// Codes of a place and all below it: from `first` up to but not including `after`. "" and a city's code are everything.
struct CodeRange {
    std::string first, after;
};
[[nodiscard]] CodeRange range_of(std::string_view place);

} // namespace rtkeren::insight
