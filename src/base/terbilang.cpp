#include "base/rupiah.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <array>

namespace rtkeren {
namespace {

constexpr std::array<std::string_view, 12> small_numbers {
    "nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas"};

struct NumberUnit {
    std::uint64_t size;
    std::string_view word;
};
constexpr std::array<NumberUnit, 4> large_units {{{1'000'000'000'000, "triliun"}, {1'000'000'000, "miliar"}, {1'000'000, "juta"}, {1'000, "ribu"}}};

void append_number(std::string& words, std::uint64_t number);

void append_word(std::string& words, std::string_view word)
{
    if (!words.empty())
        words += ' ';
    words += word;
}

/// "dua ratus", and what remains below it: the part below is said only when there is one.
void append_units(std::string& words, std::uint64_t number, NumberUnit unit)
{
    append_number(words, number / unit.size);
    append_word(words, unit.word);
    if (number % unit.size != 0)
        append_number(words, number % unit.size);
}

/// "seratus", "seribu": the short form exists for 100 and 1000 only; 21.000 is "dua puluh satu ribu".
void append_single(std::string& words, std::uint64_t number, std::uint64_t size, std::string_view word)
{
    append_word(words, word);
    if (number != size)
        append_number(words, number - size);
}

void append_number(std::string& words, std::uint64_t number)
{
    if (number < small_numbers.size())
        return append_word(words, small_numbers[number]);
    if (number < 20) {
        append_number(words, number - 10);
        return append_word(words, "belas");
    }
    if (number < 100)
        return append_units(words, number, {10, "puluh"});
    if (number < 200)
        return append_single(words, number, 100, "seratus");
    if (number < 1000)
        return append_units(words, number, {100, "ratus"});
    if (number < 2000)
        return append_single(words, number, 1000, "seribu");
    auto const* const unit = std::find_if(large_units.begin(), large_units.end(), [number](NumberUnit const& candidate) { return number >= candidate.size; });
    append_units(words, number, *unit);
}

using Words = std::span<std::string_view const>;

/// A count of at most three digits, without asking whether it is well said: `parse_terbilang` compares afterwards.
std::optional<std::uint64_t> hundreds_of(Words words)
{
    std::uint64_t total = 0;
    std::uint64_t last = 0;
    for (auto const word : words) {
        auto const* const small = std::find(small_numbers.begin(), small_numbers.end(), word);
        if (small != small_numbers.end()) {
            last = std::uint64_t(small - small_numbers.begin());
            total += last;
        } else if (word == "belas") {
            total += 10;
        } else if (word == "puluh" || word == "ratus") {
            total += last * (word == "puluh" ? 9U : 99U);
            last = 0;
        } else if (word == "seratus") {
            total += 100;
        } else {
            return std::nullopt;
        }
    }
    return total;
}

std::optional<std::uint64_t> number_of(Words words, std::size_t unit_index = 0)
{
    if (words.empty())
        return std::uint64_t {0};
    if (unit_index == large_units.size())
        return hundreds_of(words);
    auto const unit = large_units[unit_index];
    if (unit.word == "ribu" && words.front() == "seribu") {
        auto const rest = number_of(words.subspan(1), unit_index + 1);
        return rest ? std::optional(1000 + *rest) : std::nullopt;
    }
    // From the end: thousands and millions may themselves count the trillions.
    auto const at = std::find(words.rbegin(), words.rend(), unit.word);
    if (at == words.rend())
        return number_of(words, unit_index + 1);
    auto const index = std::size_t(words.rend() - at) - 1;
    auto const count = number_of(words.first(index), unit_index + 1);
    auto const rest = number_of(words.subspan(index + 1), unit_index + 1);
    if (!count || !rest || *count > 10'000'000)
        return std::nullopt;
    return *count * unit.size + *rest;
}

std::vector<std::string_view> words_of(std::string_view folded)
{
    auto words = split(folded, ' ');
    if (words.size() > 1 && words.back() == "rupiah")
        words.pop_back();
    for (auto& word : words) {
        if (word == "milyar")
            word = "miliar";
    }
    return words;
}

std::string joined(Words words)
{
    std::string text;
    for (auto const word : words)
        append_word(text, word);
    return text;
}

} // namespace

std::string terbilang(std::int64_t number)
{
    std::string words;
    if (number < 0)
        append_word(words, "negatif");
    append_number(words, number < 0 ? std::uint64_t {0} - std::uint64_t(number) : std::uint64_t(number));
    return words;
}

std::optional<std::int64_t> parse_terbilang(std::string_view text)
{
    // The longest number of 64 bits has fewer than 300 letters; anything longer is not one.
    if (text.size() > 400)
        return std::nullopt;
    auto const folded = fold(text);
    auto const words = words_of(folded);
    bool const negative = words.front() == "negatif";
    auto const number = number_of(Words(words).subspan(negative ? 1 : 0));
    if (!number || *number > std::uint64_t(INT64_MAX))
        return std::nullopt;
    auto const value = negative ? -std::int64_t(*number) : std::int64_t(*number);
    if (terbilang(value) != joined(words))
        return std::nullopt;
    return value;
}

} // namespace rtkeren
