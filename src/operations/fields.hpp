#pragma once

#include "base/date.hpp"
#include "base/id.hpp"
#include "base/rupiah.hpp"
#include "base/text.hpp"

#include <boost/json/value.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace rtkeren::operations {

enum class FieldType : std::uint8_t { Id, Text, LongText, Rupiah, Date, Integer, Flag, Choice, Code, Sha256, List, Object };

/// What forms, JSON, the command line, imports and OpenAPI know of one field.
struct FieldInfo {
    std::string name;
    FieldType type {FieldType::Text};
    bool required {true};
    std::string label; // msgid, Indonesian
    std::string hint; // msgid
    std::string example;
    std::int64_t minimum {0}, maximum {0}; // of integers; characters of texts
    bool allow_negative {false};
    std::vector<std::string> choices; // of enums: lower snake
    std::vector<FieldInfo> fields; // of lists and objects
};

/// What one writes beside a member.
struct FieldOptions {
    std::string_view label {};
    std::string_view hint {};
    std::string_view example {};
    std::int64_t minimum {0}, maximum {0}; // integers, counts of lists
    bool allow_negative {false};
};

template<class Struct, class Member>
struct Field {
    std::string_view name;
    Member Struct::*member;
    FieldOptions options;
};
template<class Struct, class Member>
constexpr Field<Struct, Member> field(std::string_view name, Member Struct::*member, FieldOptions options = {})
{
    return {name, member, options};
}

/// Specialise with `static constexpr auto table()` returning a tuple of fields.
template<class Struct>
struct Fields;

/// Specialise for enums that are fields: `static constexpr std::array<std::pair<E, std::string_view>, n> values`, lower snake.
template<class Enum>
struct Choices;

/// Members may be: Id<T>, Ulid, Text<a,b>, Rupiah, Date, Instant, std::int64_t, bool, enums with Choices, std::optional of these (not required),
/// std::vector of structs with Fields or of the scalars.

} // namespace rtkeren::operations
