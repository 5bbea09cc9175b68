#pragma once

#include "territory/inputs.hpp"
#include "territory/territory.hpp"

#include <map>
#include <set>

/// The city's own list of RT against the register: what stays, begins, ends, and what came out of what. Reads only; `import_rt` writes it.
namespace rtkeren::territory {

/// What becomes of one row.
enum class Fate : std::uint8_t { Kept, Begins, Split, Merged, Renumbered, Ends, Past };
[[nodiscard]] std::string_view code_of(Fate); // "territory.fate_kept"

struct ListedRt {
    PlaceCode code;
    Date from;
    std::optional<Date> until {};
    std::int64_t households {0};
    std::vector<std::string> origins {}; // codes
    std::vector<Region> predecessors {}; // once it was settled
    Fate fate {Fate::Kept};
};
struct EndingRegion {
    Region region;
    Date on; // first day without it
};
struct RtList {
    std::vector<ListedRt> rows;
    std::vector<EndingRegion> ends; // RT, then RW without any RT left
    std::map<std::string, Date> new_rws; // code -> first day
    std::map<std::string, Region> kept; // RT and RW that the list bears out, by code
    std::vector<FieldError> errors; // "rows.3.kelurahan"; nothing is settled while there are any
};

/// Kelurahan that the list names are replaced whole; others stay as they are.
/// Codes: place.format, required, territory.kelurahan_unknown, territory.rt_twice {row}, territory.origin_format, territory.origin_unknown,
/// territory.ends_before, territory.too_early {code, from}, date.future {today}.
[[nodiscard]] Result<RtList> settle_list(db::ReadTx&, CityId, ImportRt const&, Date today);

} // namespace rtkeren::territory
