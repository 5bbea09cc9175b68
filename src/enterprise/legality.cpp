#include "enterprise/legality.hpp"

#include "base/check.hpp"
#include "base/embedded.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <optional>
#include <span>

namespace rtkeren::enterprise {

std::span<EmbeddedText const> embedded_texts(); // packs/legality.csv, built in

namespace {

/// The cells of a line; one in quotes may hold commas. The file is ours and a test reads every row of it.
std::vector<std::string_view> cells_of(std::string_view line)
{
    std::vector<std::string_view> cells;
    while (true) {
        auto const quoted = line.starts_with('"');
        auto const end = quoted ? line.find('"', 1) : line.find(',');
        cells.push_back(quoted ? line.substr(1, end - 1) : line.substr(0, end));
        auto const comma = quoted ? line.find(',', end) : end;
        if (comma == std::string_view::npos)
            return cells;
        line.remove_prefix(comma + 1);
    }
}

LegalStep step_of(std::vector<std::string_view> const& cells)
{
    auto const until = cells[6].empty() ? std::nullopt : std::optional(Date::parse(cells[6]).value());
    return {.step = cells[2], .required = cells[3] == "wajib", .desk = cells[4], .valid_from = Date::parse(cells[5]).value(), .valid_until = until, .certainty = cells[7], .basis = cells[8],
        .note = cells[9]};
}

std::vector<ProductKind> read_table(std::string_view csv)
{
    std::vector<ProductKind> kinds;
    for (auto line : split(csv, '\n')) {
        line = trim(line);
        if (line.empty() || line.starts_with('#'))
            continue;
        auto const cells = cells_of(line);
        CHECK(cells.size() == 10);
        if (kinds.empty() || kinds.back().code != cells[0])
            kinds.push_back({cells[0], cells[1], {}});
        kinds.back().steps.push_back(step_of(cells));
    }
    return kinds;
}

} // namespace

std::vector<LegalStep> ProductKind::path(Date on) const
{
    std::vector<LegalStep> in_force;
    for (auto const& step : steps)
        if (step.valid_from <= on && (!step.valid_until || on <= *step.valid_until))
            in_force.push_back(step);
    return in_force;
}

std::vector<ProductKind> const& product_kinds()
{
    static auto const kinds = read_table(embedded_texts().front().text);
    return kinds;
}

ProductKind const* product_kind(std::string_view code)
{
    auto const found = std::ranges::find(product_kinds(), code, &ProductKind::code);
    return found == product_kinds().end() ? nullptr : &*found;
}

} // namespace rtkeren::enterprise
