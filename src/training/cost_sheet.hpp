#pragma once

#include "training/inputs.hpp"

/// What a product costs to make: materials by quantity and price. Pure.
namespace rtkeren::training {

struct SheetLine {
    std::string name, unit;
    std::int64_t quantity_thousandths {0};
    Rupiah price, amount;
};
struct CostSheet {
    std::vector<SheetLine> lines;
    Rupiah total;
};
/// Amounts rounded half up to whole rupiah. Field: materials.N.price (rupiah.range).
[[nodiscard]] Result<CostSheet> cost_sheet(std::vector<MaterialPart> const&);
[[nodiscard]] std::string stored_sheet(CostSheet const&);
[[nodiscard]] CostSheet sheet_in(std::string const& stored);

} // namespace rtkeren::training
