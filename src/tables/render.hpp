#pragma once

#include "html/html.hpp"
#include "tables/list.hpp"
#include "tables/table.hpp"

#include <string>

/// The writers. Words come in the language of the thread (`language::Use`).
namespace rtkeren::tables {

/// A file that is ready to be sent.
struct Rendered {
    std::string bytes;
    std::string content_type;
    std::string filename;
};

/// Html is the table alone, as a part of a page. `city` heads the PDF ("Kota Blitar").
/// list.too_long for a PDF of more than 5.000 rows; documents.* when the PDF cannot be made; environment.temporary when a file cannot be written.
[[nodiscard]] Result<Rendered> render(Table const&, Format, std::string const& city = {});

/// The table alone, with its scroll box.
[[nodiscard]] html::Safe write_html(Table const&);
/// With filter bar, sortable headings, pager and export menu of its list. Works without script.
[[nodiscard]] html::Safe write_html(Table const&, TableSpec const&, ListRequest const&);

/// RFC 4180: comma, CRLF, UTF-8 with BOM (Excel needs it); amounts as bare integers, dates as ISO. A text that starts with
/// = + - @ gets a leading apostrophe, so that no spreadsheet takes it for a formula. Only data rows: a group is a first column,
/// subtotals and totals stay out, so that a sum over the file is right. Who needs semicolons takes the XLSX.
[[nodiscard]] std::string write_csv(Table const&);
/// {"items":[{key:value}],"next":null,"as_of":"…"}
[[nodiscard]] std::string write_json(Table const&);
[[nodiscard]] Result<std::string> write_xlsx(Table const&);
[[nodiscard]] Result<std::string> write_pdf(Table const&, std::string const& city);

/// How a value reads on a page or paper: "1.350.000", "28 Mar 2023", "28,5 %", "Ya", "–" for nothing.
[[nodiscard]] std::string text_of(Cell const&, Zone);

} // namespace rtkeren::tables
