#include "charts/draw.hpp"

#include "language/language.hpp"

namespace rtkeren::charts {

std::string percent(std::int64_t basis_points)
{
    auto text = std::to_string(basis_points / 100);
    if (auto rest = basis_points % 100; rest != 0) {
        text += '.';
        text += char('0' + rest / 10);
        if (rest % 10 != 0)
            text += char('0' + rest % 10);
    }
    return text + '%';
}

std::int64_t basis_points(std::int64_t part, std::int64_t whole)
{
    constexpr std::int64_t scale = 10'000;
    if (whole <= 0 || part <= 0)
        return 0;
    // 10^15 * 10^4 does not fit; beyond 9 * 10^14 both are cut by the same factor, which no drawing shows.
    constexpr std::int64_t safe = 900'000'000'000'000;
    if (part > safe) {
        part /= scale;
        whole /= scale;
    }
    return part * scale / whole;
}

std::string share_text(std::int64_t basis_points)
{
    return language::fill("{share:bp}", {{"share", std::to_string(basis_points / 10 * 10)}});
}

void Draw::tag(std::string_view name, Attributes const& attributes)
{
    m_out.raw("<");
    m_out.raw(name);
    for (auto const& [key, value] : attributes) {
        m_out.raw(" ");
        m_out.raw(key);
        m_out.raw("=\"");
        if (key == "href")
            m_out.url(value);
        else
            m_out.text(std::string_view {value});
        m_out.raw("\"");
    }
}

Draw& Draw::open(std::string_view name, Attributes const& attributes)
{
    tag(name, attributes);
    m_out.raw(">");
    return *this;
}

Draw& Draw::close(std::string_view name)
{
    m_out.raw("</");
    m_out.raw(name);
    m_out.raw(">");
    return *this;
}

Draw& Draw::empty(std::string_view name, Attributes const& attributes)
{
    tag(name, attributes);
    m_out.raw("/>");
    return *this;
}

Draw& Draw::text(std::string_view words)
{
    m_out.text(words);
    return *this;
}

Draw& Draw::safe(html::Safe const& markup)
{
    m_out.text(markup);
    return *this;
}

Draw& Draw::element(std::string_view name, std::string_view words, Attributes const& attributes)
{
    return open(name, attributes).text(words).close(name);
}

html::Safe numbers_table(std::vector<std::string> const& headings, std::vector<std::vector<std::string>> const& rows)
{
    Draw draw;
    draw.open("details", {{"class", "fold"}}).element("summary", tr("Angka yang sama dalam tabel"));
    draw.open("div", {{"class", "scroll"}}).open("table", {{"class", "table"}}).open("thead").open("tr");
    for (std::size_t i = 0; i < headings.size(); ++i)
        draw.element("th", headings[i], i == 0 ? Draw::Attributes {{"scope", "col"}} : Draw::Attributes {{"scope", "col"}, {"class", "num"}});
    draw.close("tr").close("thead").open("tbody");
    for (auto const& row : rows) {
        draw.open("tr");
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (i == 0)
                draw.element("th", row[i], {{"scope", "row"}});
            else
                draw.element("td", row[i], {{"class", "num"}});
        }
        draw.close("tr");
    }
    draw.close("tbody").close("table").close("div").close("details");
    return draw.take();
}

} // namespace rtkeren::charts
