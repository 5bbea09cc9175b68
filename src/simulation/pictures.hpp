#pragma once

#include "simulation/world.hpp"

#include <map>
#include <string>

namespace rtkeren::simulation {

/// Drawn papers and photos, each marked as an example: one a kind for the whole city, and one of its own for each expense of the home kelurahan
/// in the running year.
class Pictures {
public:
    explicit Pictures(int year) : m_year(year) { }
    /// The hash of the picture of a paper; `own` 0 is the one that stands in everywhere.
    [[nodiscard]] std::string hash_of(std::string const& kind, std::string const& label, std::size_t own);
    /// Bytes to disk, names to the database: before the operations that attach them.
    [[nodiscard]] Result<void> name_all(World&);

private:
    int m_year;
    std::map<std::string, std::string> m_hashes; // "nota 0" -> hash
    std::vector<std::string> m_bytes;
};

} // namespace rtkeren::simulation
