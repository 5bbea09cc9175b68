#include "documents/document.hpp"

#include "documents/press.hpp"

#include <algorithm>

namespace rtkeren::documents {

namespace {

double heading_size(int level)
{
    return level <= 1 ? 15 : level == 2 ? 12.5 : 11;
}

void press_facts(Press& press, Document::Facts const& part)
{
    constexpr Style plain {.size = 10};
    auto label_width = press.width() * 0.32;
    auto value_width = press.width() - label_width - 10;
    for (auto const& [label, value] : part.rows) {
        auto height = std::max(press.measure(label, label_width, plain), press.measure(value, value_width, plain));
        press.need(height);
        press.draw(label, press.left(), press.y(), label_width - 4, plain);
        press.draw(":", press.left() + label_width, press.y(), 8, plain);
        press.draw(value, press.left() + label_width + 10, press.y(), value_width, plain);
        press.down(height + 1);
    }
    press.down(6);
}

/// Puts one part after the other.
struct Putter {
    Press& press;

    Result<void> operator()(Document::Heading const& part) const
    {
        constexpr double kept_with_next = 60;
        auto size = heading_size(part.level);
        if (!press.at_top())
            press.down(6);
        press.need(press.measure(part.text, press.width(), {.size = size, .bold = true}) + kept_with_next);
        if (part.level == 1)
            press.bookmark(part.text);
        press.flow(part.text, {.size = size, .bold = true});
        press.down(4);
        return Done {};
    }
    Result<void> operator()(Document::Paragraph const& part) const
    {
        press.flow(part.text, {.size = part.small ? 8.5 : 10, .align = part.align, .grey = part.small ? 0.25 : 0});
        press.down(part.small ? 3 : 6);
        return Done {};
    }
    Result<void> operator()(Document::Facts const& part) const
    {
        press_facts(press, part);
        return Done {};
    }
    Result<void> operator()(PaperTable const& part) const { return press_table(press, part); }
    Result<void> operator()(Document::Photos const& part) const { return press_photos(press, part); }
    Result<void> operator()(Document::Code const& part) const
    {
        press_bars(press, part);
        return Done {};
    }
    Result<void> operator()(Document::Cards const& part) const
    {
        press_cards(press, part);
        return Done {};
    }
    Result<void> operator()(Document::Signatures const& part) const
    {
        press_signatures(press, part);
        return Done {};
    }
    Result<void> operator()(Document::Space const& part) const
    {
        press.down(part.millimetres * points_per_mm);
        return Done {};
    }
    Result<void> operator()(Document::PageBreak const& part) const
    {
        if (part.paper)
            press.turn(*part.paper);
        else
            press.new_page();
        return Done {};
    }
};

Result<int> run_press(Press& press, std::vector<Document::Part> const& parts)
{
    press.put_letterhead();
    for (auto const& part : parts)
        TRY(std::visit(Putter {press}, part));
    return press.finish();
}

} // namespace

Document::Document(Setup setup) : m_setup(std::move(setup)) { }

void Document::heading(int level, std::string text) { m_parts.emplace_back(Heading {level, std::move(text)}); }
void Document::paragraph(std::string text, Align align) { m_parts.emplace_back(Paragraph {std::move(text), align, false}); }
void Document::small(std::string text) { m_parts.emplace_back(Paragraph {std::move(text), Align::Start, true}); }
void Document::facts(std::vector<std::pair<std::string, std::string>> rows) { m_parts.emplace_back(Facts {std::move(rows)}); }
void Document::table(PaperTable table) { m_parts.emplace_back(std::move(table)); }
void Document::photos(std::vector<Photo> photos, int columns) { m_parts.emplace_back(Photos {std::move(photos), columns}); }
void Document::bars(Bars bars, double width_mm, std::string caption) { m_parts.emplace_back(Code {std::move(bars), width_mm, std::move(caption)}); }
void Document::cards(std::vector<Card> cards) { m_parts.emplace_back(Cards {std::move(cards)}); }
void Document::signatures(std::vector<Signature> places) { m_parts.emplace_back(Signatures {std::move(places)}); }
void Document::space(double millimetres) { m_parts.emplace_back(Space {millimetres}); }
void Document::page_break(std::optional<Paper> next) { m_parts.emplace_back(PageBreak {next}); }

Result<std::string> Document::render() const
{
    Press counting(m_setup, 0);
    auto pages = TRY(run_press(counting, m_parts));
    Press printing(m_setup, pages);
    TRY(run_press(printing, m_parts));
    return printing.take();
}

} // namespace rtkeren::documents
