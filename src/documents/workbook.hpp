#pragma once

#include "base/date.hpp"
#include "base/result.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Spreadsheets as offices send them: .xlsx and .csv. What stood in the file is kept beside what it means.
namespace rtkeren::documents {

enum class CellKind : std::uint8_t { Empty, Text, Number, Date, Bool, Error };

struct SheetCell {
    CellKind kind {CellKind::Empty};
    std::string text; // as it reads: "Paving ", "15000000", "3.57201E+15"; dates as ISO, booleans as "1" or "0"
    std::string raw {}; // what the file holds where it differs: the serial number of a date, "1.5E7"
    std::optional<Date> date {};
    bool repeated {false}; // stands here because a merged cell covers this place

    [[nodiscard]] bool empty() const { return text.empty(); }
    /// Digits that a spreadsheet has thrown away: scientific notation with 15 digits and more ("3.57201E+15", also as text), or a number cell of 16 digits.
    [[nodiscard]] bool lost_digits() const;
};

struct SheetRow {
    int number {0}; // as the spreadsheet counts, from 1
    std::vector<SheetCell> cells;
    [[nodiscard]] bool blank() const;
};

struct Sheet {
    std::string name;
    std::vector<SheetRow> rows; // blank rows at the end left out
};

struct Workbook {
    std::vector<Sheet> sheets;
};

/// What a file may be, so that none can fill the memory.
struct WorkbookLimits {
    std::uint64_t file_bytes {20'000'000};
    std::uint64_t unpacked_bytes {64'000'000};
    std::uint64_t ratio {200};
    int entries {1000};
    int rows {50'000};
    int columns {256};
};

/// By content, not by name: a ZIP with a workbook inside, or text. document.not_a_workbook (also for a damaged one, .xls, images),
/// document.workbook_limit (which one in `detail`), document.workbook_empty, document.unreadable, document.workbook_locked (with a password).
[[nodiscard]] Result<Workbook> read_workbook(std::filesystem::path const&, WorkbookLimits const& = {});
[[nodiscard]] Result<Workbook> read_workbook_bytes(std::string_view bytes, WorkbookLimits const& = {});

/// A column that an import wants, by any of its names ("nama_rt", "Nama RT", "NAMA  RT").
struct Wanted {
    std::string key;
    std::vector<std::string> names; // compared folded, without punctuation
    bool required {true};
};

struct TableLine {
    int number; // row in the spreadsheet
    std::vector<SheetCell> cells; // one a wanted column, in its order; empty where the sheet has none
};

struct SheetTable {
    std::string sheet;
    int heading_row {0}; // the last one of the heading
    std::vector<std::string> headings; // as found, one a wanted column; "" where absent
    std::vector<std::string> unknown; // headings of columns that nobody wants
    std::vector<TableLine> lines; // blank ones left out
};

/// Finds the heading in the first 30 rows of any sheet (one row, or two where the upper one is merged over several columns) and maps columns.
/// import.no_heading; import.heading_missing and import.heading_twice with one field a column; import.no_rows.
[[nodiscard]] Result<SheetTable> find_table(Workbook const&, std::vector<Wanted> const&);

} // namespace rtkeren::documents
