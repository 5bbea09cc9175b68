#pragma once

#include "base/date.hpp"
#include "base/result.hpp"
#include "documents/bars.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

/// A PDF on A4, made of parts in reading order. The same parts and dates give the same bytes.
///
///     documents::Document document({.title = "LPJ RT 05", .created = now});
///     document.heading(1, "Rekapitulasi");
///     document.table({.columns = {{.label = "Uraian", .width = 3}, {.label = "Jumlah", .align = documents::Align::End}}, .rows = {{{"Paving", "1.350.000"}}}});
///     auto bytes = TRY(document.render());
namespace rtkeren::documents {

enum class Paper : std::uint8_t { Portrait, Landscape };
enum class Align : std::uint8_t { Start, Center, End };

struct Letterhead {
    std::vector<std::string> lines; // the first one big: "PEMERINTAH KOTA BLITAR", "KELURAHAN PLOSOKEREP", address
    std::string logo_jpeg {}; // bytes, or empty
};

struct Setup {
    std::string title; // of the file, and of the line on top of each page but the first
    Instant created; // printed nowhere, kept in the file
    Paper paper {Paper::Portrait};
    std::optional<Letterhead> letterhead {}; // on the first page
    std::string footer {}; // left of "Halaman x dari y"
    std::string author {};
};

struct TableColumn {
    std::string label;
    double width {1}; // share of the width
    Align align {Align::Start};
};

struct TableRow {
    std::vector<std::string> cells; // fewer cells than columns: the last one spans the rest
    bool strong {false}; // subtotal, group
};

/// The heading stands on each page; a row is never cut unless it is higher than a page.
struct PaperTable {
    std::vector<TableColumn> columns;
    std::vector<TableRow> rows;
    std::vector<std::string> totals {}; // one a column, or none
    double font_size {9};
};

struct Photo {
    std::string jpeg; // bytes, embedded as they are
    std::string caption {};
};

/// Room for a signature and a stamp under the words of an office.
struct Signature {
    std::string above {}; // "Mengetahui,", "Blitar, 15 Oktober 2024"
    std::string office; // "Ketua RT 05"
    std::string name; // printed under the line; "" leaves dots
    std::string number {}; // "NIP 19780101 200501 1 002"
    bool stamp {false}; // a place marked "cap"
};

/// A slip to be cut out and given away: a QR with what stands beside it.
struct Card {
    std::string title; // whose it is
    std::string code; // printed big; "" for none
    std::vector<std::string> lines {};
    Bars bars;
};

class Document {
public:
    explicit Document(Setup);

    void heading(int level, std::string text); // 1 to 3; level 1 is also a bookmark
    void paragraph(std::string text, Align = Align::Start);
    void small(std::string text); // notes
    void facts(std::vector<std::pair<std::string, std::string>> rows); // label : value
    void table(PaperTable);
    void photos(std::vector<Photo>, int columns = 2); // 1 to 4 beside each other
    void bars(Bars, double width_mm, std::string caption = {});
    void cards(std::vector<Card>); // two beside each other with cutting lines, eight on a page
    void signatures(std::vector<Signature>); // one to four beside each other, kept together
    void space(double millimetres);
    void page_break(std::optional<Paper> next = {}); // from here on in this format

    /// document.photo (not a JPEG), document.photo_large (over 25 megapixels), document.failed.
    [[nodiscard]] Result<std::string> render() const;

    struct Heading { int level; std::string text; };
    struct Paragraph { std::string text; Align align; bool small; };
    struct Facts { std::vector<std::pair<std::string, std::string>> rows; };
    struct Photos { std::vector<Photo> photos; int columns; };
    struct Code { Bars bars; double width_mm; std::string caption; };
    struct Cards { std::vector<Card> cards; };
    struct Signatures { std::vector<Signature> places; };
    struct Space { double millimetres; };
    struct PageBreak { std::optional<Paper> paper; };
    using Part = std::variant<Heading, Paragraph, Facts, PaperTable, Photos, Code, Cards, Signatures, Space, PageBreak>;

private:
    Setup m_setup;
    std::vector<Part> m_parts;
};

/// Points pango to Debian's Noto fonts by a fontconfig file of our own in `folder` (made if absent, with its cache).
/// Once at start, before threads run. environment.folder
Result<void> use_fonts(std::string const& folder);

} // namespace rtkeren::documents
