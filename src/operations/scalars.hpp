#pragma once

#include "operations/fields.hpp"

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include <concepts>
#include <span>
#include <type_traits>

/// How one value of a field is read from JSON or from what somebody typed, and written back.
namespace rtkeren::operations::detail {

namespace json = boost::json;

/// Codes: `field.type` for a JSON value of the wrong kind, otherwise those of the base type.
[[nodiscard]] Result<std::string> text_value(json::value const&);
[[nodiscard]] Result<Rupiah> rupiah_value(FieldInfo const&, json::value const&); // rupiah.format, rupiah.negative, rupiah.range
[[nodiscard]] Result<std::int64_t> integer_value(FieldInfo const&, json::value const&); // integer.format, integer.range
[[nodiscard]] Result<bool> flag_value(json::value const&); // flag.format
[[nodiscard]] Result<Ulid> ulid_value(json::value const&); // id.format, also for the id of zeros
/// Position in the choices; choice.unknown.
[[nodiscard]] Result<std::size_t> choice_value(FieldInfo const&, json::value const&);
/// null, an absent key, or nothing but blanks.
[[nodiscard]] bool is_blank(json::value const*);

/// Specialised for each kind of scalar: `type`, `describe`, `read`, `write`.
template<class T>
struct Scalar;

struct PlainScalar {
    static void describe(FieldInfo&) { }
};

template<>
struct Scalar<Rupiah> : PlainScalar {
    static constexpr auto type = FieldType::Rupiah;
    static Result<Rupiah> read(FieldInfo const& info, json::value const& value) { return rupiah_value(info, value); }
    static json::value write(Rupiah value) { return value.value(); }
};

template<>
struct Scalar<std::int64_t> : PlainScalar {
    static constexpr auto type = FieldType::Integer;
    static Result<std::int64_t> read(FieldInfo const& info, json::value const& value) { return integer_value(info, value); }
    static json::value write(std::int64_t value) { return value; }
};

template<>
struct Scalar<bool> {
    static constexpr auto type = FieldType::Flag;
    static void describe(FieldInfo& info) { info.required = false; }
    static Result<bool> read(FieldInfo const&, json::value const& value) { return flag_value(value); }
    static json::value write(bool value) { return value; }
};

template<>
struct Scalar<Date> : PlainScalar {
    static constexpr auto type = FieldType::Date;
    static Result<Date> read(FieldInfo const&, json::value const& value)
    {
        auto text = TRY(text_value(value));
        return Date::parse_typed(text);
    }
    static json::value write(Date value) { return json::value(value.iso()); }
};

template<>
struct Scalar<Instant> : PlainScalar {
    static constexpr auto type = FieldType::Text;
    static Result<Instant> read(FieldInfo const&, json::value const& value)
    {
        auto text = TRY(text_value(value));
        return Instant::parse(text);
    }
    static json::value write(Instant value) { return json::value(value.iso()); }
};

template<>
struct Scalar<Ulid> : PlainScalar {
    static constexpr auto type = FieldType::Id;
    static Result<Ulid> read(FieldInfo const&, json::value const& value) { return ulid_value(value); }
    static json::value write(Ulid const& value) { return json::value(value.text()); }
};

template<class Tag>
struct Scalar<Id<Tag>> : PlainScalar {
    static constexpr auto type = FieldType::Id;
    static Result<Id<Tag>> read(FieldInfo const&, json::value const& value)
    {
        auto ulid = TRY(ulid_value(value));
        return Id<Tag>(ulid);
    }
    static json::value write(Id<Tag> const& value) { return json::value(value.text()); }
};

template<std::size_t Minimum, std::size_t Maximum>
struct Scalar<Text<Minimum, Maximum>> {
    static constexpr auto type = Maximum > 200 ? FieldType::LongText : FieldType::Text;
    static void describe(FieldInfo& info)
    {
        info.required = Minimum > 0;
        info.minimum = std::int64_t {Minimum};
        info.maximum = std::int64_t {Maximum};
    }
    static Result<Text<Minimum, Maximum>> read(FieldInfo const&, json::value const& value)
    {
        auto text = TRY(text_value(value));
        return Text<Minimum, Maximum>::parse(text);
    }
    static json::value write(Text<Minimum, Maximum> const& value) { return json::value(value.str()); }
};

template<class Enum>
    requires std::is_enum_v<Enum>
struct Scalar<Enum> {
    static constexpr auto type = FieldType::Choice;
    static void describe(FieldInfo& info)
    {
        for (auto const& [value, name] : Choices<Enum>::values)
            info.choices.emplace_back(name);
    }
    static Result<Enum> read(FieldInfo const& info, json::value const& value)
    {
        auto index = TRY(choice_value(info, value));
        return Choices<Enum>::values[index].first;
    }
    static json::value write(Enum value)
    {
        for (auto const& [each, name] : Choices<Enum>::values) {
            if (each == value)
                return json::value(name);
        }
        CHECK(false);
    }
};

/// Codes of places, documents and hashes: whatever parses a text and gives it back.
template<class T>
concept ParsesText = requires(T const& value, std::string_view text) {
    { T::parse(text) } -> std::same_as<Result<T>>;
    { value.str() } -> std::convertible_to<std::string_view>;
};
template<ParsesText T>
struct Scalar<T> : PlainScalar {
    static constexpr auto type = std::is_same_v<T, Sha256> ? FieldType::Sha256 : FieldType::Code;
    static Result<T> read(FieldInfo const&, json::value const& value)
    {
        auto text = TRY(text_value(value));
        return T::parse(trim(text));
    }
    static json::value write(T const& value) { return json::value(std::string_view(value.str())); }
};

} // namespace rtkeren::operations::detail
