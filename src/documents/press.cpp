#include "documents/press.hpp"

#include "documents/jpeg.hpp"
#include "language/language.hpp"

#include <cairo-pdf.h>

#include <algorithm>

namespace rtkeren::documents {

namespace {

constexpr double a4_short = 210 * points_per_mm;
constexpr double a4_long = 297 * points_per_mm;
constexpr double footer_size = 8;

cairo_status_t append_bytes(void* closure, unsigned char const* data, unsigned length)
{
    static_cast<std::string*>(closure)->append(reinterpret_cast<char const*>(data), length);
    return CAIRO_STATUS_SUCCESS;
}

PangoAlignment pango_align(Align align)
{
    switch (align) {
    case Align::Start: return PANGO_ALIGN_LEFT;
    case Align::Center: return PANGO_ALIGN_CENTER;
    case Align::End: return PANGO_ALIGN_RIGHT;
    }
    return PANGO_ALIGN_LEFT;
}

/// Zero bytes and broken UTF-8 would stop pango in the middle of a text.
std::string printable(std::string const& text)
{
    char* valid = g_utf8_make_valid(text.c_str(), gssize(text.size()));
    std::string copy {valid};
    g_free(valid);
    return copy;
}

} // namespace

Press::Press(Setup const& setup, int page_count) : m_setup(setup), m_page_count(page_count)
{
    m_surface = cairo_pdf_surface_create_for_stream(append_bytes, &m_bytes, a4_short, a4_long);
    cairo_pdf_surface_set_metadata(m_surface, CAIRO_PDF_METADATA_TITLE, printable(setup.title).c_str());
    cairo_pdf_surface_set_metadata(m_surface, CAIRO_PDF_METADATA_AUTHOR, printable(setup.author).c_str());
    cairo_pdf_surface_set_metadata(m_surface, CAIRO_PDF_METADATA_CREATOR, "rtkeren");
    auto created = setup.created.iso().substr(0, 19) + 'Z';
    cairo_pdf_surface_set_metadata(m_surface, CAIRO_PDF_METADATA_CREATE_DATE, created.c_str());
    m_cairo = cairo_create(m_surface);
    m_layout = pango_cairo_create_layout(m_cairo);
    auto* options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(pango_layout_get_context(m_layout), options);
    cairo_font_options_destroy(options);
    pango_layout_set_wrap(m_layout, PANGO_WRAP_WORD_CHAR);
    set_paper(setup.paper);
}

Press::~Press()
{
    g_object_unref(m_layout);
    cairo_destroy(m_cairo);
    cairo_surface_destroy(m_surface);
}

void Press::set_paper(Paper paper)
{
    bool portrait = paper == Paper::Portrait;
    m_page_width = portrait ? a4_short : a4_long;
    m_page_height = portrait ? a4_long : a4_short;
    cairo_pdf_surface_set_size(m_surface, m_page_width, m_page_height);
}

void Press::set_layout(std::string const& text, double width, Style const& style)
{
    auto* font = pango_font_description_new();
    pango_font_description_set_family_static(font, "Noto Sans");
    pango_font_description_set_weight(font, style.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_font_description_set_absolute_size(font, style.size * PANGO_SCALE);
    pango_layout_set_font_description(m_layout, font);
    pango_font_description_free(font);
    pango_layout_set_alignment(m_layout, pango_align(style.align));
    pango_layout_set_width(m_layout, int(std::max(width, 1.0) * PANGO_SCALE));
    auto valid = printable(text);
    pango_layout_set_text(m_layout, valid.c_str(), int(valid.size()));
}

double Press::measure(std::string const& text, double width, Style const& style)
{
    set_layout(text, width, style);
    int height = 0;
    pango_layout_get_size(m_layout, nullptr, &height);
    return double(height) / PANGO_SCALE;
}

double Press::draw(std::string const& text, double x, double y, double width, Style const& style)
{
    auto height = measure(text, width, style);
    if (m_page_count > 0) {
        cairo_set_source_rgb(m_cairo, style.grey, style.grey, style.grey);
        cairo_move_to(m_cairo, x, y);
        pango_cairo_show_layout(m_cairo, m_layout);
    }
    return height;
}

void Press::flow(std::string const& text, Style const& style)
{
    set_layout(text, width(), style);
    auto count = pango_layout_get_line_count(m_layout);
    for (int i = 0; i < count; ++i) {
        auto* whole = pango_layout_get_line_readonly(m_layout, i);
        PangoRectangle extents;
        pango_layout_line_get_extents(whole, nullptr, &extents);
        auto height = double(extents.height) / PANGO_SCALE;
        if (room() < height) {
            new_page();
            set_layout(text, width(), style); // the footer used the same layout
            whole = pango_layout_get_line_readonly(m_layout, i);
        }
        if (m_page_count > 0) {
            int x_start = 0;
            pango_layout_line_index_to_x(whole, whole->start_index, 0, &x_start);
            auto slack = width() - double(extents.width) / PANGO_SCALE;
            bool to_end = (style.align == Align::End) != (whole->resolved_dir == PANGO_DIRECTION_RTL);
            auto offset = style.align == Align::Center ? slack / 2 : to_end ? slack : 0;
            cairo_set_source_rgb(m_cairo, style.grey, style.grey, style.grey);
            cairo_move_to(m_cairo, left() + offset, m_y - double(extents.y) / PANGO_SCALE);
            pango_cairo_show_layout_line(m_cairo, whole);
        }
        m_y += height;
    }
}

void Press::line(double x1, double y1, double x2, double y2, double thickness, double grey)
{
    if (m_page_count == 0)
        return;
    cairo_set_source_rgb(m_cairo, grey, grey, grey);
    cairo_set_line_width(m_cairo, thickness);
    cairo_move_to(m_cairo, x1, y1);
    cairo_line_to(m_cairo, x2, y2);
    cairo_stroke(m_cairo);
}

void Press::fill(double x, double y, double width, double height, double grey)
{
    if (m_page_count == 0)
        return;
    cairo_set_source_rgb(m_cairo, grey, grey, grey);
    cairo_rectangle(m_cairo, x, y, width, height);
    cairo_fill(m_cairo);
}

void Press::box(double x, double y, double width, double height, double grey)
{
    if (m_page_count == 0)
        return;
    cairo_set_source_rgb(m_cairo, grey, grey, grey);
    cairo_set_line_width(m_cairo, 0.5);
    cairo_rectangle(m_cairo, x, y, width, height);
    cairo_stroke(m_cairo);
}

Result<void> Press::picture(std::string const& jpeg, double x, double y, double width, double height)
{
    auto size = TRY(jpeg_size(jpeg));
    if (m_page_count == 0)
        return Done {};
    // The pixels stay empty: the PDF takes the JPEG itself from the attached bytes.
    auto* image = cairo_image_surface_create(CAIRO_FORMAT_RGB24, size.width, size.height);
    auto* copy = new std::string(jpeg);
    auto status = cairo_surface_set_mime_data(image, CAIRO_MIME_TYPE_JPEG, reinterpret_cast<unsigned char const*>(copy->data()), copy->size(),
        [](void* data) { delete static_cast<std::string*>(data); }, copy);
    if (status != CAIRO_STATUS_SUCCESS) {
        delete copy;
        cairo_surface_destroy(image);
        return Error::internal("document.failed", cairo_status_to_string(status));
    }
    cairo_save(m_cairo);
    cairo_translate(m_cairo, x, y);
    cairo_scale(m_cairo, width / size.width, height / size.height);
    cairo_set_source_surface(m_cairo, image, 0, 0);
    cairo_paint(m_cairo);
    cairo_restore(m_cairo);
    cairo_surface_destroy(image);
    return Done {};
}

void Press::bookmark(std::string const& title)
{
    if (m_page_count == 0)
        return;
    auto target = "page=" + std::to_string(m_page) + " pos=[0 " + std::to_string(int(m_y)) + "]";
    cairo_pdf_surface_add_outline(m_surface, CAIRO_PDF_OUTLINE_ROOT, printable(title).c_str(), target.c_str(), CAIRO_PDF_OUTLINE_FLAG_OPEN);
}

void Press::put_frame()
{
    auto y = m_page_height - margin_bottom + 8 * points_per_mm;
    line(left(), y - 4, left() + width(), y - 4, 0.4, 0.6);
    auto words = tr("Halaman {page} dari {pages}", {{"page", std::to_string(m_page)}, {"pages", std::to_string(m_page_count)}});
    draw(words, left(), y, width(), {.size = footer_size, .align = Align::End, .grey = 0.3});
    if (!m_setup.footer.empty())
        draw(m_setup.footer, left(), y, width() * 0.7, {.size = footer_size, .grey = 0.3});
    if (m_page > 1)
        draw(m_setup.title, left(), margin_top - 9 * points_per_mm, width(), {.size = footer_size, .grey = 0.3});
}

void Press::need(double height)
{
    if (height > room() && !at_top())
        new_page();
}

void Press::new_page()
{
    put_frame();
    cairo_show_page(m_cairo);
    ++m_page;
    m_y = m_top = margin_top;
}

void Press::turn(Paper paper)
{
    new_page();
    set_paper(paper);
}

void Press::put_letterhead()
{
    if (!m_setup.letterhead)
        return;
    auto const& head = *m_setup.letterhead;
    auto start = m_y;
    for (std::size_t i = 0; i < head.lines.size(); ++i)
        m_y += draw(head.lines[i], left(), m_y, width(), {.size = i == 0 ? 14.0 : i == 1 ? 12.0 : 9.0, .bold = i < 2, .align = Align::Center});
    if (!head.logo_jpeg.empty()) {
        if (auto size = jpeg_size(head.logo_jpeg)) {
            auto height = 18 * points_per_mm;
            // A logo that cannot be drawn must not stop a letter.
            (void)picture(head.logo_jpeg, left(), start, height * size->width / size->height, height);
            m_y = std::max(m_y, start + height);
        }
    }
    m_y += 4;
    line(left(), m_y, left() + width(), m_y, 1.5, 0);
    line(left(), m_y + 2.5, left() + width(), m_y + 2.5, 0.5, 0);
    m_y += 14;
}

int Press::finish()
{
    put_frame();
    cairo_show_page(m_cairo);
    cairo_surface_finish(m_surface);
    return m_page;
}

Result<std::string> Press::take()
{
    auto status = cairo_status(m_cairo) != CAIRO_STATUS_SUCCESS ? cairo_status(m_cairo) : cairo_surface_status(m_surface);
    if (status != CAIRO_STATUS_SUCCESS)
        return Error::internal("document.failed", cairo_status_to_string(status));
    return std::move(m_bytes);
}

} // namespace rtkeren::documents
