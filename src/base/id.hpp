#pragma once

#include "base/result.hpp"

#include <array>
#include <compare>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace rtkeren {

/// 26 characters of Crockford's base 32: 48 bits of milliseconds, 80 random bits. Sorts by time, readable in a log.
class Ulid {
public:
    Ulid() = default; // 26 zeros: "no id yet"
    static Result<Ulid> parse(std::string_view); // id.format; upper case, 26 characters, first at most '7'
    static Ulid make(std::uint64_t milliseconds, std::array<std::uint8_t, 10> const& random);

    [[nodiscard]] std::string_view text() const { return {m_text.data(), m_text.size()}; }
    [[nodiscard]] std::string str() const { return std::string(text()); }
    [[nodiscard]] bool is_none() const { return *this == Ulid {}; }
    auto operator<=>(Ulid const&) const = default;

private:
    std::array<char, 26> m_text {
        '0', '0', '0', '0', '0', '0', '0', '0', '0', '0', '0', '0', '0', '0', '0', '0', '0', '0', '0', '0', '0', '0', '0', '0', '0', '0'};
};

/// An id of one kind of thing; not convertible to another kind.
///
///     using PurseId = Id<struct PurseTag>;
template<class Tag>
class Id {
public:
    Id() = default;
    explicit Id(Ulid ulid) : m_ulid(ulid) { }
    static Result<Id> parse(std::string_view text)
    {
        auto ulid = TRY(Ulid::parse(text));
        return Id(ulid);
    }
    [[nodiscard]] Ulid ulid() const { return m_ulid; }
    [[nodiscard]] std::string_view text() const { return m_ulid.text(); }
    [[nodiscard]] std::string str() const { return m_ulid.str(); }
    [[nodiscard]] bool is_none() const { return m_ulid.is_none(); }
    auto operator<=>(Id const&) const = default;

private:
    Ulid m_ulid;
};

using PersonId = Id<struct PersonTag>;
using UserId = Id<struct UserTag>;
using RequestId = Id<struct RequestTag>;

/// The city's number: 35.72 is 3572. First part of every key.
struct CityId {
    std::int32_t value {0};
    auto operator<=>(CityId const&) const = default;
};

} // namespace rtkeren

template<class Tag>
struct std::hash<rtkeren::Id<Tag>> {
    std::size_t operator()(rtkeren::Id<Tag> const& id) const noexcept { return std::hash<std::string_view> {}(id.text()); }
};
