#pragma once

#include "ledger/ledger.hpp"
#include "operations/operations.hpp"
#include "programme/programme.hpp"

#include <map>

/// Who gets a purse, how much that takes of each DPA, and the writing of it.
namespace rtkeren::programme {

/// The units of the pack on a day: all of its level, or those listed for a pilot.
[[nodiscard]] Result<std::vector<territory::Region>> units_of(db::ReadTx&, CityId, rules::Pack const&, Date on, std::vector<std::string> const& listed);
[[nodiscard]] territory::Level level_of(rules::Pack const&);

/// What `preview_open` answers, for a pack that need not be released yet.
[[nodiscard]] Result<Preview> preview_of(db::ReadTx&, CityId, rules::Pack const&, Date on, std::vector<std::string> const& listed);

/// kelurahan and envelope -> what is asked of its DPA.
using Asked = std::map<std::pair<std::string, std::string>, Rupiah>;
/// programme.dpa_short {kelurahan, name, envelope, limit, allocated, needed, missing} for each DPA that is too small.
[[nodiscard]] Result<std::vector<Verdict>> check_dpas(db::ReadTx&, CityId, int year, Asked const&, rules::Pack const&);

/// One amount for one unit's envelope. Zero opens the purse and allocates nothing.
struct Allotment {
    territory::Region const* unit;
    std::string envelope;
    Rupiah amount;
};
struct Allotted {
    std::size_t purses {0};
    Rupiah total;
    std::vector<std::pair<PurseId, EntryId>> entries; // in the order of the allotments; those of zero are left out
};
struct Paper {
    std::string number;
    Date date;
    std::string text; // what the books print
};
/// Opens the purses of units that have none of this year and envelope, and posts the entries in one batch.
[[nodiscard]] Result<Allotted> allot(db::WriteTx&, operations::Context&, int year, rules::Pack const&, std::vector<Allotment> const&, Paper const&);

/// The header of an entry of this room.
[[nodiscard]] ledger::Header header_of(operations::Context&, int year, Date on, std::string_view subject_kind, std::string subject, std::string text);
/// "RT 02 RW 03" for a region.
[[nodiscard]] std::string name_of(territory::Region const&);
/// Where a code lies; codes of this room's tables are well formed.
[[nodiscard]] std::string kelurahan_of(std::string_view code);

} // namespace rtkeren::programme
