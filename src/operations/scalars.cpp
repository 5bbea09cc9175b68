#include "operations/scalars.hpp"

#include <array>

namespace rtkeren::operations {
namespace {

constexpr std::array secret_names {
    std::string_view("password"), std::string_view("new_password"), std::string_view("old_password"), std::string_view("one_time_code"),
    std::string_view("token"), std::string_view("secret"), std::string_view("nik"), std::string_view("kk"), std::string_view("npwp"), std::string_view("phone"),
    std::string_view("account_number"), std::string_view("birth_date"),
};
constexpr std::array yes_words {std::string_view("ya"), std::string_view("y"), std::string_view("yes"), std::string_view("true"), std::string_view("on"), std::string_view("1")};
constexpr std::array no_words {std::string_view("tidak"), std::string_view("t"), std::string_view("no"), std::string_view("false"), std::string_view("off"), std::string_view("0")};

std::string lower(std::string_view text)
{
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; });
    return result;
}

bool is_bounded(FieldInfo const& info)
{
    return info.minimum != 0 || info.maximum != 0;
}

/// A bound of 0 beside another is meant, but an upper bound below the lower one is none: `.minimum = 1` alone.
bool is_within(FieldInfo const& info, std::int64_t value)
{
    return !is_bounded(info) || (value >= info.minimum && (info.maximum < info.minimum || value <= info.maximum));
}

Error out_of_range(FieldInfo const& info, std::string code)
{
    auto error = Error::invalid(std::move(code));
    error.arguments.emplace_back("minimum", std::to_string(info.minimum));
    if (info.maximum >= info.minimum)
        error.arguments.emplace_back("maximum", std::to_string(info.maximum));
    return error;
}

/// The integer of a JSON number; doubles are no integers, not even 1e6: an amount written so is a mistake somewhere.
std::optional<std::int64_t> json_integer(boost::json::value const& value)
{
    if (auto const* number = value.if_int64())
        return *number;
    return std::nullopt;
}

} // namespace

bool is_secret_name(std::string_view name)
{
    return std::find(secret_names.begin(), secret_names.end(), name) != secret_names.end();
}

namespace detail {

Result<std::string> text_value(json::value const& value)
{
    if (auto const* text = value.if_string())
        return std::string(text->data(), text->size());
    return Error::invalid("field.type");
}

Result<Rupiah> rupiah_value(FieldInfo const& info, json::value const& value)
{
    std::optional<Rupiah> amount;
    if (value.is_string()) {
        auto text = TRY(text_value(value));
        amount = TRY(parse_rupiah(text, info.allow_negative ? Negative::Allow : Negative::Refuse));
    } else if (auto const number = json_integer(value)) {
        amount = Rupiah::of(*number);
    } else if (!value.is_uint64()) {
        return Error::invalid(value.is_double() ? "rupiah.format" : "field.type");
    }
    if (!amount)
        return Error::invalid("rupiah.range");
    if (amount->is_negative() && !info.allow_negative)
        return Error::invalid("rupiah.negative");
    if (info.minimum == 1 && amount->is_zero())
        return Error::invalid("rupiah.zero");
    if (!is_within(info, amount->value()))
        return out_of_range(info, "rupiah.range");
    return *amount;
}

Result<std::int64_t> integer_value(FieldInfo const& info, json::value const& value)
{
    std::optional<std::int64_t> number = json_integer(value);
    if (auto const* text = value.if_string())
        number = parse_integer(trim(std::string_view(text->data(), text->size())));
    else if (value.is_uint64())
        return out_of_range(info, "integer.range");
    if (!number)
        return Error::invalid(value.is_string() || value.is_double() ? "integer.format" : "field.type");
    if (!is_within(info, *number))
        return out_of_range(info, "integer.range");
    return *number;
}

Result<bool> flag_value(json::value const& value)
{
    if (auto const* flag = value.if_bool())
        return *flag;
    auto text = TRY(text_value(value));
    auto const word = lower(trim(text));
    if (std::find(yes_words.begin(), yes_words.end(), word) != yes_words.end())
        return true;
    if (std::find(no_words.begin(), no_words.end(), word) != no_words.end())
        return false;
    return Error::invalid("flag.format");
}

Result<Ulid> ulid_value(json::value const& value)
{
    auto text = TRY(text_value(value));
    auto ulid = TRY(Ulid::parse(trim(text)));
    if (ulid.is_none())
        return Error::invalid("id.format");
    return ulid;
}

Result<std::size_t> choice_value(FieldInfo const& info, json::value const& value)
{
    auto text = TRY(text_value(value));
    auto const found = std::find(info.choices.begin(), info.choices.end(), trim(text));
    if (found == info.choices.end())
        return Error::invalid("choice.unknown");
    return static_cast<std::size_t>(found - info.choices.begin());
}

bool is_blank(json::value const* value)
{
    if (value == nullptr || value->is_null())
        return true;
    auto const* text = value->if_string();
    return text != nullptr && trim(std::string_view(text->data(), text->size())).empty();
}

} // namespace detail
} // namespace rtkeren::operations
