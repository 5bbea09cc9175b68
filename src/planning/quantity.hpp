#pragma once

#include "base/result.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace rtkeren::planning {

/// How much of something, in thousandths, above zero: "2", "12,5", "1.250,75" as people type it, "12.5" as scripts and spreadsheets write it
/// when what follows the dot is not three digits. Codes: quantity.format, quantity.range (zero, more than nine digits before the comma).
class Quantity {
public:
    Quantity() = default;
    explicit Quantity(std::int64_t thousandths) : m_thousandths(thousandths) { }
    static Result<Quantity> parse(std::string_view);
    [[nodiscard]] std::int64_t thousandths() const { return m_thousandths; }
    [[nodiscard]] std::string str() const; // "1.250,75"
    bool operator==(Quantity const&) const = default;

private:
    std::int64_t m_thousandths {0};
};

} // namespace rtkeren::planning
