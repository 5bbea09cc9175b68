#include "documents/jpeg.hpp"
#include "documents/press.hpp"
#include "language/language.hpp"

#include <algorithm>

namespace rtkeren::documents {

namespace {

constexpr double gap = 5 * points_per_mm;
constexpr double photo_height_max = 75 * points_per_mm;
constexpr double sign_room = 24 * points_per_mm;

struct Placed {
    double width;
    double height;
};

Placed fit(JpegSize size, double width, double height_max)
{
    auto height = width * size.height / size.width;
    if (height <= height_max)
        return {width, height};
    return {height_max * size.width / size.height, height_max};
}

void put_dark(Press& press, Bars const& bars, double x, double y, double scale)
{
    for (auto const& rect : bars.dark)
        press.fill(x + rect.x * scale, y + rect.y * scale, rect.width * scale, rect.height * scale, 0);
}

constexpr double card_height = 60 * points_per_mm, card_code = 30 * points_per_mm, card_margin = 3 * points_per_mm;

void put_card(Press& press, Card const& card, double x, double y, double width)
{
    press.box(x, y, width, card_height, 0.7);
    auto const scale = card.bars.width > 0 ? card_code / card.bars.width : 0;
    put_dark(press, card.bars, x + card_margin, y + card_margin, scale);
    auto const text_x = x + card_margin * 2 + card_code;
    auto const text_width = width - card_code - card_margin * 3;
    auto at = y + card_margin;
    at += press.draw(card.title, text_x, at, text_width, {.size = 11, .bold = true}) + 3;
    if (!card.code.empty())
        at += press.draw(card.code, text_x, at, text_width, {.size = 16, .bold = true}) + 3;
    for (auto const& line : card.lines)
        at += press.draw(line, text_x, at, text_width, {.size = 8, .grey = 0.1}) + 2;
}

} // namespace

void press_cards(Press& press, Document::Cards const& part)
{
    auto const width = (press.width() - gap) / 2;
    for (std::size_t start = 0; start < part.cards.size(); start += 2) {
        press.need(card_height);
        for (auto i = start; i < std::min(start + 2, part.cards.size()); ++i)
            put_card(press, part.cards[i], press.left() + double(i - start) * (width + gap), press.y(), width);
        press.down(card_height + gap / 2);
    }
}

Result<void> press_photos(Press& press, Document::Photos const& part)
{
    auto columns = std::clamp(part.columns, 1, 4);
    auto width = (press.width() - gap * (columns - 1)) / columns;
    auto height_max = columns == 1 ? photo_height_max * 2 : photo_height_max;
    constexpr Style caption {.size = 8, .grey = 0.2};
    for (std::size_t start = 0; start < part.photos.size(); start += std::size_t(columns)) {
        auto end = std::min(start + std::size_t(columns), part.photos.size());
        double row_height = 0;
        std::vector<Placed> placed;
        for (auto i = start; i < end; ++i) {
            auto size = TRY(jpeg_size(part.photos[i].jpeg));
            placed.push_back(fit(size, width, height_max));
            row_height = std::max(row_height, placed.back().height + 3 + press.measure(part.photos[i].caption, width, caption));
        }
        press.need(row_height);
        for (auto i = start; i < end; ++i) {
            auto x = press.left() + double(i - start) * (width + gap);
            auto const& box = placed[i - start];
            TRY(press.picture(part.photos[i].jpeg, x, press.y(), box.width, box.height));
            press.draw(part.photos[i].caption, x, press.y() + box.height + 3, width, caption);
        }
        press.down(row_height + gap);
    }
    return Done {};
}

void press_bars(Press& press, Document::Code const& part)
{
    auto width = part.width_mm * points_per_mm;
    auto scale = part.bars.width > 0 ? width / part.bars.width : 0;
    auto height = part.bars.height * scale;
    constexpr Style caption {.size = 8, .grey = 0.2};
    press.need(height + 14);
    put_dark(press, part.bars, press.left(), press.y(), scale);
    for (auto const& label : part.bars.labels) {
        auto size = label.size * scale;
        press.draw(label.text, press.left() + (label.x - 40) * scale, press.y() + label.y * scale - size, 80 * scale, {.size = size, .align = Align::Center});
    }
    press.down(height + 2);
    if (!part.caption.empty())
        press.down(press.draw(part.caption, press.left(), press.y(), press.width(), caption));
    press.down(4);
}

namespace {

struct SignatureColumn {
    double x;
    double width;
};

void put_signature(Press& press, Signature const& place, SignatureColumn column, double top_height)
{
    constexpr Style plain {.size = 10, .align = Align::Center};
    constexpr Style name_style {.size = 10, .bold = true, .align = Align::Center};
    auto y = press.y();
    y += press.draw(place.above.empty() ? " " : place.above, column.x, y, column.width, plain);
    press.draw(place.office, column.x, y, column.width, plain);
    y = press.y() + top_height;
    if (place.stamp) {
        auto side = 16 * points_per_mm;
        press.box(column.x + 2, y + 4, side, side, 0.7);
        press.draw(tr("cap"), column.x + 2, y + side / 2, side, {.size = 8, .align = Align::Center, .grey = 0.6});
    }
    y += sign_room;
    auto name = place.name.empty() ? std::string("..............................") : place.name;
    y += press.draw(name, column.x, y, column.width, name_style);
    press.line(column.x + column.width * 0.1, y, column.x + column.width * 0.9, y, 0.5, 0);
    if (!place.number.empty())
        press.draw(place.number, column.x, y + 2, column.width, {.size = 9, .align = Align::Center});
}

} // namespace

void press_signatures(Press& press, Document::Signatures const& part)
{
    constexpr std::size_t across_max = 4;
    constexpr Style plain {.size = 10, .align = Align::Center};
    for (std::size_t start = 0; start < part.places.size(); start += across_max) {
        auto end = std::min(start + across_max, part.places.size());
        auto width = (press.width() - gap * double(end - start - 1)) / double(end - start);
        double top = 0;
        for (auto i = start; i < end; ++i) {
            auto const& place = part.places[i];
            top = std::max(top, press.measure(place.above.empty() ? " " : place.above, width, plain) + press.measure(place.office, width, plain));
        }
        auto height = top + sign_room + 44;
        press.need(height);
        for (auto i = start; i < end; ++i)
            put_signature(press, part.places[i], {press.left() + double(i - start) * (width + gap), width}, top);
        press.down(height);
    }
}

} // namespace rtkeren::documents
