#include "documents/press.hpp"

#include <algorithm>
#include <numeric>

namespace rtkeren::documents {

namespace {

constexpr double cell_pad_x = 3;
constexpr double cell_pad_y = 2;

/// One table on its way down the pages.
class TablePress {
public:
    TablePress(Press& press, PaperTable const& table) : m_press(press), m_table(table)
    {
        auto sum = std::accumulate(table.columns.begin(), table.columns.end(), 0.0, [](double total, TableColumn const& column) { return total + column.width; });
        for (auto const& column : table.columns)
            m_widths.push_back(press.width() * column.width / (sum > 0 ? sum : 1));
        for (auto const& column : table.columns)
            m_labels.push_back(column.label);
        m_head_height = height_of(m_labels, true);
    }

    void put()
    {
        auto first = m_table.rows.empty() ? 0 : height_of(m_table.rows.front().cells, m_table.rows.front().strong);
        m_press.need(m_head_height + std::min(first, m_press.page_room() / 2));
        put_head();
        for (auto const& row : m_table.rows)
            put_row(row.cells, row.strong, row.strong ? 0.95 : 1);
        if (!m_table.totals.empty()) {
            put_row(m_table.totals, true, 0.9);
            m_press.line(m_press.left(), m_press.y(), m_press.left() + m_press.width(), m_press.y(), 1, 0);
        }
        m_press.down(8);
    }

private:
    [[nodiscard]] Style style_of(std::vector<std::string> const& cells, std::size_t column, bool strong) const
    {
        bool spans = column + 1 == cells.size() && cells.size() < m_widths.size();
        return {.size = m_table.font_size, .bold = strong, .align = spans ? Align::Start : m_table.columns[column].align};
    }

    /// The last given cell takes the width that is left.
    [[nodiscard]] double cell_width(std::vector<std::string> const& cells, std::size_t column) const
    {
        auto width = m_widths[column];
        if (column + 1 == cells.size())
            width = std::accumulate(m_widths.begin() + std::ptrdiff_t(column), m_widths.end(), 0.0);
        return width - 2 * cell_pad_x;
    }

    double height_of(std::vector<std::string> const& cells, bool strong)
    {
        double height = m_table.font_size * 1.4;
        for (std::size_t i = 0; i < std::min(cells.size(), m_widths.size()); ++i)
            height = std::max(height, m_press.measure(cells[i], cell_width(cells, i), style_of(cells, i, strong)));
        return height + 2 * cell_pad_y;
    }

    void put_head()
    {
        m_press.fill(m_press.left(), m_press.y(), m_press.width(), m_head_height, 0.88);
        put_cells(m_labels, true);
        m_press.down(m_head_height);
        m_press.line(m_press.left(), m_press.y(), m_press.left() + m_press.width(), m_press.y(), 1, 0);
    }

    void put_cells(std::vector<std::string> const& cells, bool strong)
    {
        auto x = m_press.left();
        for (std::size_t i = 0; i < std::min(cells.size(), m_widths.size()); ++i) {
            m_press.draw(cells[i], x + cell_pad_x, m_press.y() + cell_pad_y, cell_width(cells, i), style_of(cells, i, strong));
            x += m_widths[i];
        }
    }

    void put_row(std::vector<std::string> const& cells, bool strong, double grey)
    {
        auto height = height_of(cells, strong);
        if (height > m_press.room()) {
            if (height > m_press.page_room() - m_head_height)
                return put_long_row(cells, strong);
            m_press.new_page();
            put_head();
        }
        if (grey < 1)
            m_press.fill(m_press.left(), m_press.y(), m_press.width(), height, grey);
        put_cells(cells, strong);
        m_press.down(height);
        m_press.line(m_press.left(), m_press.y(), m_press.left() + m_press.width(), m_press.y(), 0.4, 0.6);
    }

    /// Higher than a page: each cell under its label, over as many pages as it needs.
    void put_long_row(std::vector<std::string> const& cells, bool strong)
    {
        for (std::size_t i = 0; i < std::min(cells.size(), m_widths.size()); ++i)
            m_press.flow(m_labels[i] + ": " + cells[i], {.size = m_table.font_size, .bold = strong});
        m_press.line(m_press.left(), m_press.y(), m_press.left() + m_press.width(), m_press.y(), 0.4, 0.6);
    }

    Press& m_press;
    PaperTable const& m_table;
    std::vector<double> m_widths;
    std::vector<std::string> m_labels;
    double m_head_height {0};
};

} // namespace

Result<void> press_table(Press& press, PaperTable const& table)
{
    if (table.columns.empty())
        return Error::internal("document.failed", "a table without columns");
    TablePress(press, table).put();
    return Done {};
}

} // namespace rtkeren::documents
