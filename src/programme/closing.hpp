#pragma once

#include "programme/programme.hpp"

namespace rtkeren::programme {

/// A purse that is not closed, with what its closing depends on.
struct Unclosed {
    PurseId id;
    std::string unit_code, unit_name, kelurahan, envelope;
    Rupiah pagu, rencana, kontrak, sp2d, cair, belanja; // kontrak without sp2d
    [[nodiscard]] Rupiah unused() const { return pagu + rencana + kontrak; }
};
[[nodiscard]] Result<std::vector<Unclosed>> unclosed_purses(db::ReadTx&, CityId, int year);

} // namespace rtkeren::programme
