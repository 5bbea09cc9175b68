#include "identifiers/emv.hpp"

#include "base/text.hpp"
#include "identifiers/digits.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace rtkeren::identifiers {

Result<std::vector<EmvField>> parse_emv(std::string_view text)
{
    constexpr std::size_t head = 4;
    std::vector<EmvField> fields;
    while (!text.empty()) {
        if (text.size() < head)
            return Error::invalid("qris.truncated");
        auto const length_text = text.substr(2, 2);
        if (!is_digits(text.substr(0, head)) || length_text == "00")
            return Error::invalid("qris.tlv");
        auto const length = std::size_t(number_of(length_text));
        auto const value = first_characters(text.substr(head), length);
        if (count_characters(value) != length)
            return Error::invalid("qris.truncated");
        fields.push_back({std::string(text.substr(0, 2)), std::string(value)});
        text.remove_prefix(head + value.size());
    }
    return fields;
}

std::string write_emv(std::vector<EmvField> const& fields)
{
    std::string text;
    for (auto const& field : fields) {
        auto const length = count_characters(field.value);
        CHECK(field.id.size() == 2 && length >= 1 && length <= 99);
        text += fmt::format("{}{:02}{}", field.id, length, field.value);
    }
    return text;
}

std::string const* find_emv(std::vector<EmvField> const& fields, std::string_view id)
{
    auto const at = std::find_if(fields.begin(), fields.end(), [id](EmvField const& field) { return field.id == id; });
    return at == fields.end() ? nullptr : &at->value;
}

std::uint16_t emv_crc(std::string_view bytes)
{
    std::uint32_t crc = 0xFFFF;
    for (char const c : bytes) {
        crc ^= std::uint32_t(static_cast<unsigned char>(c)) << 8;
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc & 0x8000U) != 0 ? (crc << 1 ^ 0x1021U) & 0xFFFFU : crc << 1 & 0xFFFFU;
    }
    return std::uint16_t(crc);
}

std::string with_emv_crc(std::string payload)
{
    CHECK(payload.ends_with("6304"));
    return payload + fmt::format("{:04X}", emv_crc(payload));
}

} // namespace rtkeren::identifiers
