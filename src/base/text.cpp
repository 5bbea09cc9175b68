#include "base/text.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace rtkeren {
namespace {

constexpr std::string_view ascii_space = " \t\n\v\f\r";
/// No-break space, zero-width space, byte order mark: what copying from documents and spreadsheets leaves at the ends.
constexpr std::string_view invisible[] {"\xC2\xA0", "\xE2\x80\x8B", "\xEF\xBB\xBF"};

/// How long a code point starting with this byte is; 0 when none can start so.
std::size_t utf8_length(unsigned char lead)
{
    if (lead < 0x80)
        return 1;
    if (lead < 0xC2)
        return 0;
    if (lead < 0xE0)
        return 2;
    if (lead < 0xF0)
        return 3;
    return lead < 0xF5 ? 4 : 0;
}

struct CodePoint {
    char32_t value; // 0xFFFD where the bytes are no UTF-8
    std::size_t length; // 1 for an invalid byte
    bool valid;
};

constexpr CodePoint invalid_byte {0xFFFD, 1, false};

/// The first code point of a text that is not empty. Refuses long forms, surrogates and what lies beyond U+10FFFF (RFC 3629).
CodePoint first_code_point(std::string_view text)
{
    auto const lead = static_cast<unsigned char>(text.front());
    auto const length = utf8_length(lead);
    if (length == 0 || length > text.size())
        return invalid_byte;
    if (length == 1)
        return {lead, 1, true};
    char32_t value = lead & (0x7FU >> length);
    for (std::size_t i = 1; i < length; ++i) {
        auto const next = static_cast<unsigned char>(text[i]);
        if ((next & 0xC0U) != 0x80U)
            return invalid_byte;
        value = (value << 6) | (next & 0x3FU);
    }
    char32_t const smallest = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000;
    if (value < smallest || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF))
        return invalid_byte;
    return {value, length, true};
}

/// Control characters, and those that make a text look different from what it says.
bool is_forbidden(char32_t value)
{
    if (value == '\n' || value == '\t')
        return false;
    bool const control = value < 0x20 || (value >= 0x7F && value < 0xA0);
    bool const turns_direction = (value >= 0x202A && value <= 0x202E) || (value >= 0x2066 && value <= 0x2069);
    bool const no_character = (value & 0xFFFE) == 0xFFFE || (value >= 0xFDD0 && value <= 0xFDEF);
    return control || turns_direction || no_character;
}

std::string without_carriage_returns(std::string_view text)
{
    std::string result;
    result.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n')
            continue;
        result.push_back(text[i]);
    }
    return result;
}

/// Appends `c`, a run of white space as one blank, none at the beginning.
void append_collapsed(std::string& result, char c)
{
    if (ascii_space.find(c) == std::string_view::npos)
        result.push_back(c);
    else if (!result.empty() && result.back() != ' ')
        result.push_back(' ');
}

std::string fold_ascii(std::string_view text)
{
    std::string result;
    result.reserve(text.size());
    for (char const c : text)
        append_collapsed(result, c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c);
    if (!result.empty() && result.back() == ' ')
        result.pop_back();
    return result;
}

icu::UnicodeString decompose(icu::UnicodeString const& text)
{
    auto status = U_ZERO_ERROR;
    auto const* nfkd = icu::Normalizer2::getNFKDInstance(status);
    auto result = nfkd->normalize(text, status);
    CHECK(U_SUCCESS(status));
    return result;
}

icu::UnicodeString fold_once(icu::UnicodeString const& text)
{
    auto folded = decompose(text);
    folded.foldCase();
    auto const decomposed = decompose(folded);
    icu::UnicodeString result;
    for (std::int32_t i = 0; i < decomposed.length(); i = decomposed.moveIndex32(i, 1)) {
        auto const c = decomposed.char32At(i);
        if (u_charType(c) == U_NON_SPACING_MARK || u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT))
            continue;
        result.append(u_isUWhiteSpace(c) || u_iscntrl(c) ? UChar32 {' '} : c);
    }
    return result;
}

std::optional<int> hex_digit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return std::nullopt;
}

} // namespace

Result<std::string> parse_text(std::string_view text, std::size_t minimum, std::size_t maximum)
{
    auto result = without_carriage_returns(trim(text));
    std::size_t characters = 0;
    for (std::string_view rest = result; !rest.empty(); ++characters) {
        auto const next = first_code_point(rest);
        if (!next.valid || is_forbidden(next.value))
            return Error::invalid("text.encoding");
        rest.remove_prefix(next.length);
    }
    if (characters == 0 && minimum > 0)
        return Error::invalid("text.empty");
    auto bound = [](std::string code, std::size_t limit) {
        auto error = Error::invalid(std::move(code));
        error.arguments.emplace_back("limit", std::to_string(limit));
        return error;
    };
    if (characters < minimum)
        return bound("text.short", minimum);
    if (characters > maximum)
        return bound("text.long", maximum);
    return result;
}

std::string_view trim(std::string_view text)
{
    for (bool again = true; again;) {
        again = false;
        text.remove_prefix(std::min(text.find_first_not_of(ascii_space), text.size()));
        text.remove_suffix(text.size() - (text.find_last_not_of(ascii_space) + 1));
        for (auto const space : invisible) {
            if (text.starts_with(space)) {
                text.remove_prefix(space.size());
                again = true;
            }
            if (text.ends_with(space)) {
                text.remove_suffix(space.size());
                again = true;
            }
        }
    }
    return text;
}

std::vector<std::string_view> split(std::string_view text, char separator)
{
    std::vector<std::string_view> parts;
    for (;;) {
        auto const at = text.find(separator);
        parts.push_back(text.substr(0, at));
        if (at == std::string_view::npos)
            return parts;
        text.remove_prefix(at + 1);
    }
}

bool is_valid_utf8(std::string_view text)
{
    while (!text.empty()) {
        auto const next = first_code_point(text);
        if (!next.valid)
            return false;
        text.remove_prefix(next.length);
    }
    return true;
}

std::size_t count_characters(std::string_view utf8)
{
    std::size_t count = 0;
    for (; !utf8.empty(); ++count)
        utf8.remove_prefix(first_code_point(utf8).length);
    return count;
}

std::string_view first_characters(std::string_view utf8, std::size_t maximum)
{
    std::size_t length = 0;
    for (; maximum > 0 && length < utf8.size(); --maximum)
        length += first_code_point(utf8.substr(length)).length;
    return utf8.substr(0, length);
}

std::string fold(std::string_view utf8)
{
    if (std::all_of(utf8.begin(), utf8.end(), [](char c) { return c >= 0x20 && c < 0x7F; }))
        return fold_ascii(utf8);
    auto text = icu::UnicodeString::fromUTF8(icu::StringPiece(utf8.data(), std::int32_t(utf8.size())));
    // Taking marks away can leave letters that fold again; two rounds settle all but invented sequences, the loop all.
    for (auto next = fold_once(text); next != text; next = fold_once(text))
        text = next;
    std::string result;
    text.toUTF8String(result);
    return fold_ascii(result);
}

std::string lower_ascii(std::string_view text)
{
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; });
    return result;
}

bool is_digits(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::optional<std::int64_t> parse_integer(std::string_view text)
{
    std::int64_t value = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc {} || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

std::string to_hex(std::string_view bytes)
{
    std::string result;
    result.reserve(bytes.size() * 2);
    for (char const c : bytes)
        fmt::format_to(std::back_inserter(result), "{:02x}", static_cast<unsigned char>(c));
    return result;
}

std::optional<std::string> from_hex(std::string_view hex)
{
    if (hex.size() % 2 != 0)
        return std::nullopt;
    std::string result;
    result.reserve(hex.size() / 2);
    for (std::size_t i = 0; i < hex.size(); i += 2) {
        auto const high = hex_digit(hex[i]);
        auto const low = hex_digit(hex[i + 1]);
        if (!high || !low)
            return std::nullopt;
        result.push_back(char(*high * 16 + *low));
    }
    return result;
}

std::optional<std::string> percent_decoded(std::string_view text)
{
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            result.push_back(text[i]);
            continue;
        }
        auto const byte = from_hex(text.substr(i + 1, 2));
        if (!byte || byte->size() != 1)
            return std::nullopt;
        result += *byte;
        i += 2;
    }
    return result;
}

} // namespace rtkeren
