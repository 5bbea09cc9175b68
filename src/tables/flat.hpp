#pragma once

#include "tables/table.hpp"

#include <optional>
#include <string>
#include <vector>

namespace rtkeren::tables {

/// A column of a file: as in the table, but a stage bar becomes one amount a stage.
struct FlatColumn {
    std::string label; // translated
    std::string key;
    Kind kind {Kind::Text};
    std::size_t source {0};
    std::optional<charts::Stage> stage {};
    int width {0};
};

/// Stages that stand in no row get no column.
[[nodiscard]] std::vector<FlatColumn> flat_columns(Table const&);
[[nodiscard]] Cell flat_cell(std::vector<Cell> const& cells, FlatColumn const&);
[[nodiscard]] bool has_groups(Table const&);
/// "Angka per 9 Oktober 2023, 17.30 WIB", or "".
[[nodiscard]] std::string as_of_words(Table const&);
/// "Jumlah", or "Jumlah halaman ini" when other pages exist.
[[nodiscard]] std::string total_label(Table const&);
/// "41.4": hundredths of a percent as a plain decimal.
[[nodiscard]] std::string plain_percent(BasisPoints);

} // namespace rtkeren::tables
