#pragma once

#include "operations/operations.hpp"
#include "operations/reader.hpp"
#include "operations/scalars.hpp"

#include <tuple>

/// The templates behind `make`: from a field table to a description, a reader and a writer.
namespace rtkeren::operations {

namespace detail {

template<class T>
concept HasFields = requires { Fields<T>::table(); };

template<class T>
struct Wrapped {
    using Value = T;
    static constexpr bool optional = false, list = false;
};
template<class T>
struct Wrapped<std::optional<T>> {
    using Value = T;
    static constexpr bool optional = true, list = false;
};
template<class T>
struct Wrapped<std::vector<T>> {
    using Value = T;
    static constexpr bool optional = false, list = true;
};

template<class Struct>
std::vector<FieldInfo> describe_fields(bool secret = false);

/// Type, bounds and parts of one value; the caller has set what the options say.
template<class T>
void describe_value(FieldInfo& info)
{
    using Inner = typename Wrapped<T>::Value;
    if constexpr (Wrapped<T>::list) {
        info.type = FieldType::List;
        info.required = info.minimum > 0;
        if (info.maximum == 0)
            info.maximum = default_list_maximum;
        if constexpr (HasFields<Inner>) {
            info.fields = describe_fields<Inner>(info.secret);
        } else {
            FieldInfo item;
            item.secret = info.secret;
            describe_value<Inner>(item);
            info.fields.push_back(std::move(item));
        }
    } else if constexpr (HasFields<Inner>) {
        info.type = FieldType::Object;
        info.fields = describe_fields<Inner>(info.secret);
    } else {
        info.type = Scalar<Inner>::type;
        Scalar<Inner>::describe(info);
    }
    if constexpr (Wrapped<T>::optional)
        info.required = false;
}

template<class T>
FieldInfo describe(std::string_view name, FieldOptions const& options, bool secret)
{
    FieldInfo info;
    info.name = name;
    info.label = options.label;
    info.hint = options.hint;
    info.example = options.example;
    info.minimum = options.minimum;
    info.maximum = options.maximum;
    info.allow_negative = options.allow_negative;
    info.secret = secret || options.secret || is_secret_name(name);
    describe_value<T>(info);
    return info;
}

template<class Struct>
std::vector<FieldInfo> describe_fields(bool secret)
{
    return std::apply([secret](auto const&... each) { return std::vector<FieldInfo> {describe<std::remove_cvref_t<decltype(std::declval<Struct&>().*(each.member))>>(each.name, each.options, secret)...}; },
        Fields<Struct>::table());
}

template<class Struct>
Struct read_struct(Reader&, std::vector<FieldInfo> const&, json::object const&);

template<class T>
T read_value(Reader& reader, FieldInfo const& info, json::value const* value);

/// What was refused reads as the default value: the reader remembers that, and nobody sees the struct.
template<class T>
T read_present(Reader& reader, FieldInfo const& info, json::value const& value)
{
    if constexpr (HasFields<T>) {
        auto const* object = value.if_object();
        if (object != nullptr)
            return read_struct<T>(reader, info.fields, *object);
        reader.refuse(info, &value, Error::invalid("field.type"));
        return T {};
    } else {
        auto read = Scalar<T>::read(info, value);
        if (read)
            return std::move(read).value();
        reader.refuse(info, &value, read.error());
        return T {};
    }
}

/// One item of a list; a list of objects has no field of its own for the item, so that of the list serves.
template<class T>
std::vector<T> read_list(Reader& reader, FieldInfo const& info, json::value const& value)
{
    std::vector<T> items;
    auto const* array = reader.list_of(info, value);
    if (array == nullptr)
        return items;
    items.reserve(array->size());
    for (std::size_t i = 0; i < array->size(); ++i) {
        Reader::Step const step(reader, std::to_string(i));
        auto const& item = (*array)[i];
        auto const& described = HasFields<T> ? info : info.fields.front();
        if (is_blank(&item))
            reader.refuse(described, nullptr, Error::invalid("required"));
        else
            items.push_back(read_present<T>(reader, described, item));
    }
    return items;
}

template<class T>
T read_value(Reader& reader, FieldInfo const& info, json::value const* value)
{
    using Inner = typename Wrapped<T>::Value;
    if (is_blank(value)) {
        if constexpr (Wrapped<T>::list)
            reader.list_of(info, json::array {});
        else if (info.required)
            reader.refuse(info, nullptr, Error::invalid("required"));
        return T {};
    }
    if constexpr (Wrapped<T>::list)
        return read_list<Inner>(reader, info, *value);
    else
        return T(read_present<Inner>(reader, info, *value));
}

template<class Struct>
Struct read_struct(Reader& reader, std::vector<FieldInfo> const& infos, json::object const& object)
{
    Struct result {};
    reader.refuse_unknown(infos, object);
    std::size_t index = 0;
    auto read = [&](auto const& each) {
        using Member = std::remove_cvref_t<decltype(result.*(each.member))>;
        Reader::Step const step(reader, std::string(each.name));
        result.*(each.member) = read_value<Member>(reader, infos[index++], object.if_contains(each.name));
    };
    std::apply([&](auto const&... each) { (read(each), ...); }, Fields<Struct>::table());
    return result;
}

template<class Struct>
json::object write_struct(Struct const&);

template<class T>
json::value write_value(T const& value)
{
    using Inner = typename Wrapped<T>::Value;
    if constexpr (Wrapped<T>::list) {
        json::array items;
        for (auto const& item : value)
            items.push_back(write_value<Inner>(item));
        return items;
    } else if constexpr (Wrapped<T>::optional) {
        return value ? write_value<Inner>(*value) : json::value(nullptr);
    } else if constexpr (HasFields<T>) {
        return write_struct(value);
    } else {
        return Scalar<T>::write(value);
    }
}

template<class Struct>
json::object write_struct(Struct const& value)
{
    json::object object;
    std::apply([&](auto const&... each) { (object.emplace(each.name, write_value(value.*(each.member))), ...); }, Fields<Struct>::table());
    return object;
}

} // namespace detail

/// The description of a struct's fields, in the table's order.
template<class Struct>
std::vector<FieldInfo> const& fields_of()
{
    static auto const infos = detail::describe_fields<Struct>();
    return infos;
}

/// Reads a struct; `input.invalid` with every refused field: `required`, `field.unknown`, `field.type`, `list.short`, `list.long`,
/// `choice.unknown`, `integer.range` and the codes of the base types.
template<class Struct>
Result<Struct> parse(boost::json::object const& object)
{
    auto const& infos = fields_of<Struct>();
    detail::Reader reader;
    auto parsed = detail::read_struct<Struct>(reader, infos, object);
    if (!reader.ok())
        return reader.error();
    return parsed;
}

/// The canonical form: every field in the table's order, absent ones null. `parse` of it gives the same struct.
template<class Struct>
boost::json::object to_json(Struct const& value)
    requires detail::HasFields<Struct>
{
    return detail::write_struct(value);
}

template<class Input, class Work>
Operation make(std::string name, std::string permission, std::string summary, Work work)
{
    Operation operation {std::move(name), std::move(permission), std::move(summary), fields_of<Input>(), {}, {}};
    check_shape(operation);
    operation.normalise = [](boost::json::object const& input) -> Result<boost::json::object> {
        auto parsed = TRY(parse<Input>(input));
        return to_json(parsed);
    };
    operation.run = [work = std::move(work)](db::WriteTx& tx, Context& context, boost::json::object const& input) -> Result<Answer> {
        auto parsed = TRY(parse<Input>(input));
        return work(tx, context, parsed);
    };
    return operation;
}

} // namespace rtkeren::operations
