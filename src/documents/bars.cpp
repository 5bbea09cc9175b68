#include "documents/bars.hpp"

#include <fmt/format.h>
#include <zint.h>

#include <algorithm>
#include <memory>

namespace rtkeren::documents {

namespace {

using Symbol = std::unique_ptr<zint_symbol, decltype([](zint_symbol* symbol) { ZBarcode_Delete(symbol); })>;

Error error_of(int code, zint_symbol const& symbol)
{
    auto name = code == ZINT_ERROR_TOO_LONG ? "code.too_long" : code == ZINT_ERROR_INVALID_CHECK ? "code.check_digit" : "code.data";
    auto error = Error::invalid(name);
    error.detail = symbol.errtxt;
    return error;
}

Bars bars_of(zint_symbol const& symbol)
{
    Bars bars;
    bars.width = double(symbol.vector->width);
    bars.height = double(symbol.vector->height);
    for (auto const* rect = symbol.vector->rectangles; rect; rect = rect->next)
        bars.dark.push_back({double(rect->x), double(rect->y), double(rect->width), double(rect->height)});
    for (auto const* words = symbol.vector->strings; words; words = words->next)
        bars.labels.push_back({double(words->x), double(words->y), double(words->fsize), reinterpret_cast<char const*>(words->text)});
    return bars;
}

Result<Bars> encode(zint_symbol& symbol, std::string_view text)
{
    // zint reads an empty text as "until the zero byte", so it never gets one.
    if (text.empty() || text.size() > 3000)
        return Error::invalid(text.empty() ? "code.data" : "code.too_long");
    std::string copy {text};
    int code = ZBarcode_Encode_and_Buffer_Vector(&symbol, reinterpret_cast<unsigned char const*>(copy.c_str()), int(copy.size()), 0);
    if (code >= ZINT_ERROR)
        return error_of(code, symbol);
    return bars_of(symbol);
}

std::string escape_attribute(std::string_view text)
{
    std::string out;
    for (char character : text) {
        switch (character) {
        case '&': out += "&amp;"; break;
        case '<': out += "&lt;"; break;
        case '>': out += "&gt;"; break;
        case '"': out += "&quot;"; break;
        default: out += character;
        }
    }
    return out;
}

} // namespace

Result<Bars> qr(std::string_view text)
{
    Symbol symbol {ZBarcode_Create()};
    symbol->symbology = BARCODE_QRCODE;
    symbol->input_mode = UNICODE_MODE;
    symbol->option_1 = 2; // error correction M
    symbol->output_options |= BARCODE_QUIET_ZONES;
    return encode(*symbol, text);
}

Result<Bars> ean13(std::string_view digits)
{
    bool all_digits = std::ranges::all_of(digits, [](char character) { return character >= '0' && character <= '9'; });
    if (!all_digits || (digits.size() != 12 && digits.size() != 13))
        return Error::invalid("code.data");
    Symbol symbol {ZBarcode_Create()};
    symbol->symbology = digits.size() == 13 ? BARCODE_EANX_CHK : BARCODE_EANX;
    symbol->output_options |= BARCODE_QUIET_ZONES;
    symbol->height = 50;
    return encode(*symbol, digits);
}

std::string svg_of(Bars const& bars, std::string_view label)
{
    auto svg = fmt::format(R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {:g} {:g}" role="img" aria-label="{}" shape-rendering="crispEdges">)"
                           R"(<rect width="{:g}" height="{:g}" fill="#fff"/><path fill="#000" d=")",
        bars.width, bars.height, escape_attribute(label), bars.width, bars.height);
    for (auto const& rect : bars.dark)
        svg += fmt::format("M{:g} {:g}h{:g}v{:g}h-{:g}z", rect.x, rect.y, rect.width, rect.height, rect.width);
    svg += "\"/>";
    for (auto const& words : bars.labels)
        svg += fmt::format(R"(<text x="{:g}" y="{:g}" font-size="{:g}" text-anchor="middle" fill="#000">{}</text>)", words.x, words.y, words.size, escape_attribute(words.text));
    return svg + "</svg>";
}

Result<std::string> qr_svg(std::string_view text, std::string_view label)
{
    auto bars = TRY(qr(text));
    return svg_of(bars, label);
}

Result<std::string> ean13_svg(std::string_view digits)
{
    auto bars = TRY(ean13(digits));
    return svg_of(bars, "EAN " + std::string(digits));
}

} // namespace rtkeren::documents
