#include "base/embedded.hpp"
#include "territory/territory.hpp"

namespace rtkeren::territory {

std::span<EmbeddedText const> embedded_texts(); // packs/<city>/regions.csv, built in

namespace {

std::int64_t number_or_zero(std::string_view text)
{
    return parse_integer(text).value_or(0);
}

/// Six columns without quotes: the file is ours and a test reads every row of it.
std::vector<OfficialRegion> read_official(std::string_view csv)
{
    std::vector<OfficialRegion> all;
    bool heading = true;
    for (auto line : split(csv, '\n')) {
        auto cells = split(trim(line), ',');
        if (!heading && cells.size() == 6)
            all.push_back({cells[0], cells[1], number_or_zero(cells[2]), number_or_zero(cells[3]), static_cast<int>(number_or_zero(cells[4])), static_cast<int>(number_or_zero(cells[5]))});
        heading = false;
    }
    return all;
}

} // namespace

std::vector<OfficialRegion> official_regions(std::string_view city_code)
{
    for (auto const& text : embedded_texts())
        if (text.name == std::string(city_code) + "/regions.csv")
            return read_official(text.text);
    return {};
}

} // namespace rtkeren::territory
