#pragma once

#include "base/result.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rtkeren::identifiers {

/// One element of an EMVCo merchant payload: two digits of id, two of length, the value. Lengths count characters, not bytes.
struct EmvField {
    std::string id;
    std::string value;
    bool operator==(EmvField const&) const = default;
};

/// Elements in order. qris.tlv where an id or length is no number or a value is empty; qris.truncated where the text ends inside an element.
[[nodiscard]] Result<std::vector<EmvField>> parse_emv(std::string_view text);
/// Values of 1 to 99 characters; anything else is our bug.
[[nodiscard]] std::string write_emv(std::vector<EmvField> const& fields);

/// The value of the first element with that id; null when there is none.
[[nodiscard]] std::string const* find_emv(std::vector<EmvField> const& fields, std::string_view id);

/// CRC-16/CCITT-FALSE of the bytes.
[[nodiscard]] std::uint16_t emv_crc(std::string_view bytes);
/// `payload`, which ends with "6304", followed by its four digits.
[[nodiscard]] std::string with_emv_crc(std::string payload);

} // namespace rtkeren::identifiers
