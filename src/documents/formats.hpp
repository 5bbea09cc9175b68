#pragma once

#include "documents/workbook.hpp"

#include <string_view>

/// The two formats behind read_workbook.
namespace rtkeren::documents {

[[nodiscard]] Result<Workbook> read_xlsx(std::string_view bytes, WorkbookLimits const&);
/// Without a byte order mark. Comma, semicolon or tab, whichever divides the first lines alike ("sep=;" decides); quotes after RFC 4180; what is
/// not UTF-8 is read as Windows-1252. Every cell is text: a CSV does not say what it means.
[[nodiscard]] Result<Workbook> read_csv(std::string_view text, WorkbookLimits const&);

} // namespace rtkeren::documents
