#include "training/cost_sheet.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

namespace rtkeren::training {

Result<CostSheet> cost_sheet(std::vector<MaterialPart> const& materials)
{
    CostSheet sheet;
    for (std::size_t i = 0; i < materials.size(); ++i) {
        auto const& part = materials[i];
        auto const amount = planning::line_amount(part.quantity.thousandths(), part.price);
        auto const total = amount ? checked_add(sheet.total, *amount) : std::nullopt;
        if (!total)
            return Error::field("materials." + std::to_string(i) + ".price", "rupiah.range", std::to_string(part.price.value()));
        sheet.total = *total;
        sheet.lines.push_back({part.name.str(), part.unit.str(), part.quantity.thousandths(), part.price, *amount});
    }
    return sheet;
}

std::string stored_sheet(CostSheet const& sheet)
{
    boost::json::array lines;
    for (auto const& line : sheet.lines)
        lines.push_back({{"name", line.name}, {"unit", line.unit}, {"quantity_thousandths", line.quantity_thousandths}, {"price", line.price.value()}, {"amount", line.amount.value()}});
    return boost::json::serialize(lines);
}

CostSheet sheet_in(std::string const& stored)
{
    CostSheet sheet;
    auto const parsed = boost::json::parse(stored);
    for (auto const& each : parsed.as_array()) {
        auto const& row = each.as_object();
        auto const text = [&row](std::string_view key) { return std::string(std::string_view(row.at(key).as_string())); };
        auto const number = [&row](std::string_view key) { return row.at(key).to_number<std::int64_t>(); };
        SheetLine line {text("name"), text("unit"), number("quantity_thousandths"), Rupiah::checked(number("price")), Rupiah::checked(number("amount"))};
        sheet.total += line.amount;
        sheet.lines.push_back(std::move(line));
    }
    return sheet;
}

} // namespace rtkeren::training
