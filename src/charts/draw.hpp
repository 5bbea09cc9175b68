#pragma once

#include "base/rupiah.hpp"
#include "html/html.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// How the charts of this room write numbers and attributes.
namespace rtkeren::charts {

/// A length as an attribute: hundredths of a percent ("41.4%") of the drawing's width.
[[nodiscard]] std::string percent(std::int64_t basis_points);
/// floor(part * 10.000 / whole) without leaving 64 bits for amounts within Rupiah's limits; 0 when the whole is not positive.
[[nodiscard]] std::int64_t basis_points(std::int64_t part, std::int64_t whole);
/// "41,4 %" in the current language.
[[nodiscard]] std::string share_text(std::int64_t basis_points);

/// Builds SVG and HTML: attribute values and texts are escaped, names are literals of this room.
class Draw {
public:
    using Attributes = std::vector<std::pair<std::string_view, std::string>>;

    Draw& open(std::string_view name, Attributes const& = {});
    Draw& close(std::string_view name);
    Draw& empty(std::string_view name, Attributes const& = {}); // "<rect …/>"
    Draw& text(std::string_view words);
    Draw& safe(html::Safe const& markup);
    /// <name …>words</name>
    Draw& element(std::string_view name, std::string_view words, Attributes const& = {});
    [[nodiscard]] html::Safe take() { return m_out.take_safe(); }

private:
    void tag(std::string_view name, Attributes const&);
    html::Out m_out;
};

/// `<details class="fold">` with the numbers of a chart: heading cells, then rows; every cell but the first is a number.
[[nodiscard]] html::Safe numbers_table(std::vector<std::string> const& headings, std::vector<std::vector<std::string>> const& rows);

} // namespace rtkeren::charts
