#pragma once

#include "documents/workbook.hpp"
#include "operations/operations.hpp"
#include "tables/table.hpp"

#include <span>
#include <string>
#include <vector>

/// Spreadsheets of plans (`import rab`) and of reference prices (`import prices`), as offices send them, on their way to an operation.
namespace rtkeren::planning {

struct SheetColumn {
    std::string_view key; // field of the operation's row
    std::string_view label; // msgid: the heading of the template
    std::vector<std::string> names; // further headings
    bool required {true};
    bool fill_down {false}; // an empty cell means the one above: merged or written once
};

/// One kind of import.
struct SheetKind {
    std::string_view operation; // "planning.import_plan"
    std::string_view list; // field of its rows: "lines"
    std::string_view filename; // of the template, without extension
    std::vector<SheetColumn> columns;
    std::vector<std::vector<std::string>> examples; // two rows
};
[[nodiscard]] SheetKind const& plan_sheet();
[[nodiscard]] SheetKind const& price_sheet();

struct SheetLine {
    int number {0}; // in the spreadsheet
    std::vector<std::string> texts; // one a column
    std::vector<FieldError> errors; // as the operation would refuse them
};
struct SheetLines {
    std::vector<SheetLine> lines;
    [[nodiscard]] bool ok() const;
};
/// Codes of `documents`; a number cell's decimal point becomes a comma, dates become ISO.
[[nodiscard]] Result<SheetLines> read_sheet(SheetKind const&, documents::Workbook const&);
/// The operation's input.
[[nodiscard]] boost::json::object input_of(SheetKind const&, SheetLines const&, std::int64_t year);
/// Puts refusals named "lines.3.category" at their lines.
void add_errors(SheetKind const&, SheetLines&, std::vector<FieldError> const&);
/// As CSV with semicolons, so that it can be put right in the form and sent again.
[[nodiscard]] std::string text_of(SheetKind const&, SheetLines const&);
/// The template with its two example rows; the refused rows with why.
[[nodiscard]] tables::Table template_of(SheetKind const&);
[[nodiscard]] tables::Table rejected_of(SheetKind const&, SheetLines const&);
/// "Kolom: kode unit; kategori; …" for the form's hint.
[[nodiscard]] std::string columns_text(SheetKind const&);

} // namespace rtkeren::planning
