#pragma once

#include "documents/workbook.hpp"
#include "operations/operations.hpp"
#include "tables/table.hpp"

#include <string>
#include <vector>

/// Spreadsheets as offices send them, on their way to an operation that takes a list of rows.
namespace rtkeren::sheets {

struct Column {
    std::string_view key; // field of the operation's row
    std::string_view label; // msgid: the heading of the template
    std::vector<std::string> names; // further headings
    bool required {true}; // the heading must be there; whether a cell may be empty is the operation's to say
    bool fill_down {false}; // an empty cell means the one above: merged or written once
    bool date {false}; // a bare number is a spreadsheet's serial day
};

/// What is asked once a file, beside its rows.
struct Extra {
    enum class Kind : std::uint8_t { Year, Date, Text };
    std::string_view key; // field of the operation and option of the command: "year"
    std::string_view label; // msgid
    Kind kind {Kind::Text};
    bool today {false}; // a date that begins as today
};

/// One import.
struct Kind {
    std::string_view operation; // "planning.import_plan"
    std::string_view list; // field of its rows: "lines"
    std::string_view filename; // of the template, without extension
    std::vector<Column> columns;
    std::vector<std::vector<std::string>> examples; // two rows
    std::string_view name {}; // word of the command: `rtkeren import rab`
    std::vector<Extra> extras {};
    std::string_view permission {}, path {}; // of its page: "planning.write", "/rab/impor"
    std::string_view title {}, lead {}; // msgids
    std::string_view back_href {}, back_label {}; // msgid; the page above
};

struct Line {
    int number {0}; // in the spreadsheet
    std::vector<std::string> texts; // one a column
    std::vector<FieldError> errors {}; // as the operation would refuse them
    std::string fate {}; // what would happen, worded; "" where the operation does not say
};
struct Lines {
    std::vector<Line> lines;
    [[nodiscard]] bool ok() const;
};

/// Codes of `documents`; a number cell's decimal point becomes a comma, dates become ISO. A line is marked import.lost_digits where digits are gone.
[[nodiscard]] Result<Lines> read(Kind const&, documents::Workbook const&);
/// The operation's input without its id; `extras` by key, empty ones are null.
[[nodiscard]] boost::json::object input_of(Kind const&, Lines const&, Arguments const& extras);
/// Puts refusals named "lines.3.category" at their lines; gives back those that belong to no line. An argument {row}, which counts the rows of the list
/// from 1, becomes the number that the spreadsheet shows.
std::vector<FieldError> add_errors(Kind const&, Lines&, std::vector<FieldError> const&);
/// The same for a whole refusal; what is left of it when it was about more than lines.
[[nodiscard]] std::optional<Error> place_error(Kind const&, Lines&, Error);
/// Runs the operation, takes everything back and puts its refusals and fates (`data.fates`, a code a row) at the lines. A refusal that is about
/// rows only is no error here: `lines.ok()` says it.
[[nodiscard]] Result<operations::Answer> attempt(Services&, Actor const&, operations::Operation const&, Kind const&, Lines&, Arguments const& extras);

/// As CSV with semicolons, so that it can be put right in the form and sent again.
[[nodiscard]] std::string text_of(Kind const&, Lines const&);
/// The template with its two example rows; the refused rows with why.
[[nodiscard]] tables::Table template_of(Kind const&);
[[nodiscard]] tables::Table rejected_of(Kind const&, Lines const&);
/// Why a line is refused, in words, each reason behind its column.
[[nodiscard]] std::string why(Kind const&, Line const&);
/// "Baris pertama judul kolom: kode unit; kategori; …" for the form's hint.
[[nodiscard]] std::string columns_text(Kind const&);

void register_messages();

} // namespace rtkeren::sheets
