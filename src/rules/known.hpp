#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

/// The keys that a pack may set: what the program asks for by name. A key outside these lists is a slip of the pen.
namespace rtkeren::rules {

enum class Unit : std::uint8_t { Share, Money, Days, WorkingDays, Months, Count, Metres, Kilobytes };

struct KnownNumber {
    std::string_view key;
    Unit unit;
    std::int64_t minimum, maximum;
    std::string_view label; // msgid
};
[[nodiscard]] std::span<KnownNumber const> known_numbers();
[[nodiscard]] KnownNumber const* known_number(std::string_view key);
/// "10 %", "Rp2.000.000", "7 hari", "5 hari kerja".
[[nodiscard]] std::string shown(Unit, std::int64_t);

struct KnownWord {
    std::string_view key;
    std::string_view label; // msgid
    std::string_view values {}; // of choices, between spaces
};
[[nodiscard]] std::span<KnownWord const> known_choices();
[[nodiscard]] std::span<KnownWord const> known_steps();
[[nodiscard]] KnownWord const* known_word(std::span<KnownWord const>, std::string_view key);

/// Answers that a tax row may ask for.
[[nodiscard]] bool is_known_answer(std::string_view);

} // namespace rtkeren::rules
