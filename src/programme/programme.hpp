#pragma once

#include "ledger/ids.hpp"
#include "ledger/reads.hpp"
#include "operations/operations.hpp"
#include "rules/rules.hpp"
#include "territory/territory.hpp"

#include <memory>
#include <string>
#include <vector>

/// Programme years: draft, open, closing, closed; each kelurahan's DPA; allocation of purses; declines, bonuses, moves between purses; holds; closing; numbers
/// of papers.
namespace rtkeren::programme {

enum class YearStatus : std::uint8_t { Draft, Open, Closing, Closed };

[[nodiscard]] std::string_view name_of(YearStatus); // "draft"

struct Year {
    int year {0};
    YearStatus status {YearStatus::Draft};
    int pack_version {0}; // that it was opened with; what counts today is `rules::released`
    std::string scheme;
    Ulid id {}; // subject of its workflow item
    std::optional<Date> opened_on {}, closed_on {}; // of the letters
};
/// programme.no_year
[[nodiscard]] Result<Year> year_of(db::ReadTx&, CityId, int year);
[[nodiscard]] Result<std::vector<Year>> years(db::ReadTx&, CityId); // newest first
/// The year a page shows: asked for, else the newest that is not draft.
[[nodiscard]] Result<Year> year_or_current(db::ReadTx&, CityId, std::string_view asked);
/// programme.year_not_open unless money may be planned and moved in it: what reserves or disburses asks this.
[[nodiscard]] Result<Year> open_year(db::ReadTx&, CityId, int year);
/// Open or closing, else programme.year_not_running: what records, accepts, reports and returns asks this, for that goes on while a year closes.
[[nodiscard]] Result<Year> running_year(db::ReadTx&, CityId, int year);
/// Whether a day lies in the year and not after today: date.outside_year, date.future.
[[nodiscard]] Result<void> check_date(int year, Date day, Date today, std::string_view field);

/// A purse as every room names it.
struct Purse {
    PurseId id;
    int year {0};
    std::string envelope; // "umkm"
    territory::RegionId unit;
    std::string unit_code; // "35.72.03.1002.003.002", as it was when allocated
    std::string unit_name; // "RT 02 RW 03"
    std::string kelurahan;
    std::optional<PokmasId> pokmas;
    bool closed {false};
};
/// programme.no_purse
[[nodiscard]] Result<Purse> purse(db::ReadTx&, CityId, PurseId);
/// The purses of a unit in a year, in the pack's envelope order.
[[nodiscard]] Result<std::vector<Purse>> purses_of_unit(db::ReadTx&, CityId, int year, territory::RegionId);
/// Purses below a place ("35.72.03.1002.003") in a year, by code and envelope.
[[nodiscard]] Result<std::vector<Purse>> purses_below(db::ReadTx&, CityId, int year, std::string_view place);

/// What opening a year would allocate, or did: one row a kelurahan and envelope.
struct Need {
    std::string kelurahan; // code
    std::string name; // "Plosokerep"
    std::string envelope;
    std::int64_t units {0};
    Rupiah needed; // by units and the pack's amounts
    Rupiah limit; // of the DPA
    Rupiah allocated; // already, less what was given back
    [[nodiscard]] Rupiah free() const { return limit - allocated; }
    [[nodiscard]] Rupiah missing() const { return needed > free() ? needed - free() : Rupiah {}; }
};
struct Preview {
    std::int64_t units {0};
    Rupiah needed;
    std::vector<Need> needs; // by kelurahan, then the pack's envelope order
    [[nodiscard]] bool fits() const;
};
/// `units` lists the unit codes of a pilot pack; empty otherwise. On which day the units are counted, says `on`.
/// rules.no_pack; programme.units_required, programme.units_not_asked, programme.no_units, programme.unit_unknown {code}.
[[nodiscard]] Result<Preview> preview_open(db::ReadTx&, CityId, int year, Date on, std::vector<std::string> const& units = {});

/// "001/KTR/2023": gapless within the series, only inside the transaction that uses it.
[[nodiscard]] Result<std::string> next_number(db::WriteTx&, CityId, std::string_view series, int year);

} // namespace rtkeren::programme
