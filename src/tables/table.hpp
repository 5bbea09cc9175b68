#pragma once

#include "base/date.hpp"
#include "base/result.hpp"
#include "base/rupiah.hpp"
#include "charts/stages.hpp"

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// One table, made once from typed cells, and written as a page part, CSV, XLSX, PDF or JSON with the same rows and the same totals.
///
///     tables::Table table;
///     table.title = tr("Belanja");
///     table.columns = {{.key = "what", .label = TR_NOOP("Uraian")},
///                      {.key = "amount", .label = TR_NOOP("Jumlah"), .kind = tables::Kind::Rupiah, .sort = "amount", .total = true}};
///     table.add({"Paving", 1'350'000_rp}).at("/belanja/01H…");
namespace rtkeren::tables {

/// What a column holds: decides alignment, the XLSX number format and how an empty cell reads.
enum class Kind : std::uint8_t { Text, Rupiah, Integer, Percent, Date, Instant, Link, Badge, StageBar, Flag };

enum class Tone : std::uint8_t { None, Ok, Warn, No, Info };
[[nodiscard]] std::string_view name_of(Tone); // "ok"; "" for None

struct Column {
    std::string key; // English, lower snake: the JSON key and the word of `?sort=`
    std::string label; // msgid, Indonesian
    Kind kind {Kind::Text};
    std::string sort {}; // column of the list query; "" is not sortable
    bool hide_on_phone {false};
    bool total {false}; // summed in the last row; Rupiah and Integer only
    int width {0}; // characters on paper and in a sheet; 0 takes the kind's usual width
};

[[nodiscard]] bool is_numeric(Kind); // end-aligned
[[nodiscard]] int width_of(Column const&);

/// One typed value, with where it leads and how it is tinted. Nothing (an absent value) is a cell of its own.
class Cell {
public:
    using Stages = std::vector<charts::StageAmount>;
    using Value = std::variant<std::monostate, std::string, Rupiah, std::int64_t, BasisPoints, Date, Instant, bool, Stages>;

    Cell() = default;
    Cell(std::nullopt_t) { }
    Cell(std::string text) : m_value(std::move(text)) { }
    Cell(std::string_view text) : m_value(std::string(text)) { }
    Cell(char const* text) : m_value(std::string(text)) { }
    Cell(Rupiah amount) : m_value(amount) { }
    Cell(std::int64_t number) : m_value(number) { }
    Cell(int number) : m_value(std::int64_t {number}) { }
    Cell(BasisPoints share) : m_value(share) { }
    Cell(Date date) : m_value(date) { }
    Cell(Instant instant) : m_value(instant) { }
    Cell(std::same_as<bool> auto flag) : m_value(flag) { }
    Cell(Stages stages) : m_value(std::move(stages)) { }
    template<class T>
    Cell(std::optional<T> const& value)
    {
        if (value)
            m_value = Cell(*value).m_value;
    }

    Cell& link(std::string href) & { m_href = std::move(href); return *this; }
    Cell link(std::string href) && { m_href = std::move(href); return std::move(*this); }
    Cell& tone(Tone tone) & { m_tone = tone; return *this; }
    Cell tone(Tone tone) && { m_tone = tone; return std::move(*this); }

    [[nodiscard]] Value const& value() const { return m_value; }
    [[nodiscard]] bool is_empty() const { return std::holds_alternative<std::monostate>(m_value); }
    [[nodiscard]] std::string const& href() const { return m_href; }
    [[nodiscard]] Tone tone() const { return m_tone; }

private:
    Value m_value;
    std::string m_href;
    Tone m_tone {Tone::None};
};

/// A group row carries one text over the whole width; a subtotal closes it and is not added to the totals.
enum class RowKind : std::uint8_t { Data, Group, Subtotal };

struct Row {
    std::vector<Cell> cells;
    RowKind kind {RowKind::Data};
    std::string href {}; // of the whole row and of its first cell
    std::string id {}; // JSON "id" where no column has that key: what the row is about, as the row's page and the operations call it
    std::vector<std::pair<std::string, std::string>> keys {}; // further ids in JSON, by name; "" is null
    Tone tone {Tone::None};
    std::string picture {}; // a small one before the first cell, on pages only: it says nothing that the cell does not say

    Row& at(std::string where) { href = std::move(where); return *this; }
    Row& named(std::string row_id) { id = std::move(row_id); return *this; }
    Row& key(std::string name, std::string value) { keys.emplace_back(std::move(name), std::move(value)); return *this; }
    Row& pictured(std::string src) { picture = std::move(src); return *this; }
    Row& toned(Tone row_tone) { tone = row_tone; return *this; }
};

struct Table {
    std::string title; // words, translated already
    std::string subtitle {};
    std::optional<Instant> as_of {};
    Zone zone {Zone::Wib}; // how instants are shown
    std::vector<Column> columns {};
    std::vector<Row> rows {};
    std::vector<std::string> notes {};
    std::string empty_title {}; // what will stand here, when there are no rows
    std::string empty_text {};
    std::string next {}; // opaque token of the next page; "" at the end
    bool first_page {true};
    bool cards_on_phone {true};
    bool short_cards {false}; // a phone shows a row in two lines: for lists that one works through
    std::string filename {}; // without extension: "belanja-2023"; "" takes the folded title
    /// Totals of the whole list, where the caller has them cheaply; without them the shown rows are summed.
    std::optional<std::vector<Cell>> given_totals {};

    Row& add(std::vector<Cell> cells); // as many as there are columns, or it is our bug
    Row& add_group(std::string label);
    Row& add_subtotal(std::vector<Cell> cells);

    [[nodiscard]] bool has_totals() const;
    /// One cell a column: sums of the data rows where the column asks for it, nothing elsewhere; empty when no column does.
    [[nodiscard]] std::vector<Cell> totals() const;
};

} // namespace rtkeren::tables
