#pragma once

#include "base/date.hpp"
#include "base/id.hpp"
#include "base/rupiah.hpp"
#include "base/sha256.hpp"
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
    std::int64_t minimum {0}, maximum {0}; // of integers and amounts (0 and 0: unbounded); characters of texts; entries of lists
    bool allow_negative {false};
    bool secret {false}; // never echoed, logged or shown again
    std::vector<std::string> choices; // of enums: lower snake
    std::vector<FieldInfo> fields; // of objects and of lists of objects; of a list of scalars the one field without a name
};

/// What one writes beside a member.
struct FieldOptions {
    std::string_view label {};
    std::string_view hint {};
    std::string_view example {};
    std::int64_t minimum {0}, maximum {0}; // integers, amounts, counts of lists; of a list maximum 0 means `default_list_maximum`
    bool allow_negative {false};
    bool secret {false}; // set by itself for the usual names: `is_secret_name`
};

inline constexpr std::int64_t default_list_maximum = 1000;

/// "password", "nik", "account_number", …: refused values of such fields are not echoed, whatever the options say.
[[nodiscard]] bool is_secret_name(std::string_view);

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

/// Members may be: Id<T>, Ulid, Text<a,b>, Rupiah, Date, Instant, std::int64_t, bool, Sha256, enums with Choices, any class with `static Result<T> parse(std::string_view)`
/// and `str()` (a code), structs with Fields, std::optional of these (not required), std::vector of all but lists.
/// A `bool` and a Text<0, n> are never required: absent is false and empty.

} // namespace rtkeren::operations
