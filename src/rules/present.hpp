#pragma once

#include "rules/differences.hpp"
#include "rules/pages.hpp"
#include "rules/store.hpp"

/// From packs and stored rows to what pages print; pure.
namespace rtkeren::rules {

struct Standing {
    std::string state, tone;
};
/// "berlaku", "digantikan", "menunggu rilis"; `in_force` is the year's version in force, 0 for none.
[[nodiscard]] Standing standing_of(StoredPack const&, int in_force);
[[nodiscard]] std::vector<ParameterSection> sections_of(Pack const&);
[[nodiscard]] std::vector<DifferenceLine> lines_of(std::vector<Difference> const&);
[[nodiscard]] std::vector<VersionLine> versions_of(std::vector<StoredPack> const&, Zone);
/// "dimasukkan 3 Juli 2023, dirilis 4 Juli 2023 dengan surat 188/1 tanggal 1 Juli 2023"
[[nodiscard]] std::string facts_of(StoredPack const&, Zone);

} // namespace rtkeren::rules
