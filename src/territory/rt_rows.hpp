#pragma once

#include "territory/rt_list.hpp"

/// Rows as people write them: names of kelurahan, numbers with or without their words, origins.
namespace rtkeren::territory {

/// Kelurahan by code and by folded name.
class KelurahanNames {
public:
    explicit KelurahanNames(std::vector<Region> const&);
    /// "Plosokerep", "Kel. Plosokerep", "35.72.03.1002". "" when there is none, or two bear that name.
    [[nodiscard]] std::string code_of(std::string_view words) const;
    [[nodiscard]] bool has(std::string_view code) const { return m_codes.contains(std::string(code)); }

private:
    std::set<std::string> m_codes;
    std::map<std::string, std::vector<std::string>> m_by_name;
};

/// place.format, required, territory.kelurahan_unknown: with the field they are about.
[[nodiscard]] Result<PlaceCode> code_of_row(RtRow const&, KelurahanNames const&);
/// "RT 02 RW 03; 35.72.03.1002.003.004": the RW, where it is not said, is the row's own. territory.origin_format
[[nodiscard]] Result<std::vector<std::string>> origins_of_row(RtRow const&, PlaceCode const& own);

} // namespace rtkeren::territory
