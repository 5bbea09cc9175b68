#pragma once

#include "base/result.hpp"

#include <algorithm>
#include <compare>
#include <string>
#include <string_view>

namespace rtkeren {

/// The SHA-256 of a file or record as 64 lower-case hex digits: how evidence is named. Computed by `secrets::sha256`.
class Sha256 {
public:
    Sha256() = default; // empty: "not given yet"
    static Result<Sha256> parse(std::string_view text) // sha256.format
    {
        auto const is_hex = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
        if (text.size() != 64 || !std::all_of(text.begin(), text.end(), is_hex))
            return Error::invalid("sha256.format");
        Sha256 parsed;
        parsed.m_text = text;
        return parsed;
    }
    [[nodiscard]] std::string const& str() const { return m_text; }
    [[nodiscard]] bool empty() const { return m_text.empty(); }
    auto operator<=>(Sha256 const&) const = default;

private:
    std::string m_text;
};

} // namespace rtkeren
