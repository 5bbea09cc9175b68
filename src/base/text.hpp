#pragma once

#include "base/result.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rtkeren {

/// Trimmed, inner runs of white space kept (a browser's CR LF becomes LF), valid UTF-8 without control characters other than
/// tab and line feed and without characters that turn the direction of writing; length in characters within bounds.
/// `maxlength` of the form field is read from the type.
/// Codes: text.empty, text.short, text.long, text.encoding.
[[nodiscard]] Result<std::string> parse_text(std::string_view, std::size_t minimum, std::size_t maximum);

template<std::size_t Minimum, std::size_t Maximum>
class Text {
public:
    static constexpr std::size_t minimum = Minimum;
    static constexpr std::size_t maximum = Maximum;
    Text() = default; // empty: only as "not given yet"
    static Result<Text> parse(std::string_view text)
    {
        auto parsed = TRY(parse_text(text, Minimum, Maximum));
        return Text(std::move(parsed));
    }
    [[nodiscard]] std::string const& str() const { return m_text; }
    [[nodiscard]] bool empty() const { return m_text.empty(); }
    auto operator<=>(Text const&) const = default;

private:
    explicit Text(std::string text) : m_text(std::move(text)) { }
    std::string m_text;
};

using Name = Text<1, 120>;
using Note = Text<0, 2000>;
using Reason = Text<3, 1000>;
using PaperNumber = Text<1, 80>; // number of a letter, receipt or decree as printed on it

/// Without white space at both ends, also the no-break space and byte order mark that spreadsheets paste.
[[nodiscard]] std::string_view trim(std::string_view);
[[nodiscard]] std::vector<std::string_view> split(std::string_view, char separator);
[[nodiscard]] bool is_valid_utf8(std::string_view);
/// Code points; an invalid byte counts as one.
[[nodiscard]] std::size_t count_characters(std::string_view utf8);
/// The first `maximum` characters at most, never cutting one in two.
[[nodiscard]] std::string_view first_characters(std::string_view utf8, std::size_t maximum);
/// For sorting and searching: lower case, no accents, single spaces ("Dapur  Bu Sri" -> "dapur bu sri").
[[nodiscard]] std::string fold(std::string_view utf8);
/// Like `fold`, ASCII only and nothing else changed: for keywords and names of kinds.
[[nodiscard]] std::string lower_ascii(std::string_view);
[[nodiscard]] bool is_digits(std::string_view); // not empty, 0-9 only
/// Whole text as a number or nothing: no sign games, no trailing rubbish, no locale.
[[nodiscard]] std::optional<std::int64_t> parse_integer(std::string_view);
[[nodiscard]] std::string to_hex(std::string_view bytes); // lower case
[[nodiscard]] std::optional<std::string> from_hex(std::string_view hex); // either case
/// `%C3%A9` and the like as bytes; `+` stays. Nothing where a percent sign is not followed by two hexadecimal digits.
[[nodiscard]] std::optional<std::string> percent_decoded(std::string_view);

} // namespace rtkeren
