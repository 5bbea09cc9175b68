#pragma once

#include "programme/programme.hpp"

/// Plans (RAB): the lines that say what a unit's purses are for, checked, verified, approved, locked; changed by addendum only.
namespace rtkeren::planning {

using PlanId = Id<struct PlanTag>;
using PlanLineId = Id<struct PlanLineTag>;

struct PlanLine {
    PlanLineId id;
    PurseId purse;
    std::string envelope, category; // menu code
    std::string activity; // "Saluran tepi gang 3"
    std::string item, specification, unit; // "Batu bata", "m3"
    std::int64_t quantity_thousandths {0}; // 12,5 m3 is 12500
    Rupiah unit_price, amount; // amount = quantity x price, rounded half up to whole rupiah
    std::string spend_kind; // "barang", "honor", ...
};
struct Plan {
    PlanId id;
    territory::RegionId unit;
    std::string unit_code;
    int year {0};
    std::string state; // of the machine "rab": draft, checked, verified, approved
    std::int64_t version {0};
    int pack_version {0};
    std::vector<PlanLine> lines; // of the newest revision
};
/// planning.no_plan
[[nodiscard]] Result<Plan> plan_of_unit(db::ReadTx&, CityId, int year, territory::RegionId);
/// Approved lines of a purse; empty before approval.
[[nodiscard]] Result<std::vector<PlanLine>> approved_lines(db::ReadTx&, CityId, PurseId);
[[nodiscard]] Result<PlanLine> approved_line(db::ReadTx&, CityId, PlanLineId); // planning.no_line
/// Sums of the approved lines of a purse by category.
[[nodiscard]] Result<std::vector<std::pair<std::string, Rupiah>>> approved_by_category(db::ReadTx&, CityId, PurseId);

} // namespace rtkeren::planning
