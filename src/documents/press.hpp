#pragma once

#include "documents/document.hpp"

#include <cairo.h>
#include <pango/pangocairo.h>

#include <memory>
#include <string>

/// The machine under a Document: one cairo PDF, one pango layout, a cursor that runs down the page.
namespace rtkeren::documents {

/// Points; 72 to an inch.
inline constexpr double points_per_mm = 72.0 / 25.4;
inline constexpr double margin_side = 20 * points_per_mm;
inline constexpr double margin_top = 20 * points_per_mm;
inline constexpr double margin_bottom = 22 * points_per_mm;

struct Style {
    double size {10};
    bool bold {false};
    Align align {Align::Start};
    double grey {0}; // 0 is black
};

/// A document is laid out twice: once to count its pages, once to print "x dari y".
class Press {
public:
    Press(Setup const&, int page_count); // 0: only counting
    ~Press();
    Press(Press const&) = delete;
    Press& operator=(Press const&) = delete;

    [[nodiscard]] double left() const { return margin_side; }
    [[nodiscard]] double width() const { return m_page_width - 2 * margin_side; }
    [[nodiscard]] double room() const { return m_page_height - margin_bottom - m_y; } // height left on this page
    [[nodiscard]] double page_room() const { return m_page_height - margin_bottom - margin_top; }
    [[nodiscard]] bool at_top() const { return m_y <= m_top; }
    [[nodiscard]] double y() const { return m_y; }
    void down(double points) { m_y += points; }

    [[nodiscard]] double measure(std::string const& text, double width, Style const&);
    /// Draws at (x, y) and gives the height.
    double draw(std::string const& text, double x, double y, double width, Style const&);
    /// At the cursor over the whole width, over as many pages as it needs.
    void flow(std::string const& text, Style const&);

    void line(double x1, double y1, double x2, double y2, double thickness = 0.5, double grey = 0.3);
    void fill(double x, double y, double width, double height, double grey);
    void box(double x, double y, double width, double height, double grey);
    Result<void> picture(std::string const& jpeg, double x, double y, double width, double height);
    void bookmark(std::string const& title);

    /// A new page unless `height` fits here.
    void need(double height);
    void new_page();
    void turn(Paper paper);
    void put_letterhead();

    /// Ends the file; number of pages.
    [[nodiscard]] int finish();
    [[nodiscard]] Result<std::string> take();

private:
    void set_paper(Paper);
    void set_layout(std::string const& text, double width, Style const&);
    void put_frame(); // header and footer of the page that ends

    Setup const& m_setup;
    int m_page_count;
    int m_page {1};
    double m_page_width {0};
    double m_page_height {0};
    double m_y {margin_top};
    double m_top {margin_top};
    std::string m_bytes;
    cairo_surface_t* m_surface {nullptr};
    cairo_t* m_cairo {nullptr};
    PangoLayout* m_layout {nullptr};
};

/// Rows over pages, heading on each.
Result<void> press_table(Press&, PaperTable const&);
Result<void> press_photos(Press&, Document::Photos const&);
void press_signatures(Press&, Document::Signatures const&);
void press_bars(Press&, Document::Code const&);
void press_cards(Press&, Document::Cards const&);

} // namespace rtkeren::documents
