#include "operations/operations.hpp"

#include <boost/json/array.hpp>

namespace rtkeren::operations {
namespace {

namespace json = boost::json;

json::object object_schema(std::vector<FieldInfo> const&);
json::object value_schema(FieldInfo const&);

bool has_bounds(FieldInfo const& info)
{
    return info.minimum != 0 || info.maximum != 0;
}

json::object amount_schema(FieldInfo const& info)
{
    json::object schema {{"type", "integer"}, {"format", "int64"}};
    auto const is_money = info.type == FieldType::Rupiah;
    if (has_bounds(info))
        schema["minimum"] = info.minimum;
    else if (is_money)
        schema["minimum"] = info.allow_negative ? -Rupiah::limit : 0;
    if (has_bounds(info) && info.maximum >= info.minimum)
        schema["maximum"] = info.maximum;
    else if (is_money)
        schema["maximum"] = Rupiah::limit;
    return schema;
}

json::object text_schema(FieldInfo const& info)
{
    json::object schema {{"type", "string"}};
    if (info.minimum > 0)
        schema["minLength"] = info.minimum;
    if (info.maximum > 0)
        schema["maxLength"] = info.maximum;
    return schema;
}

json::object list_schema(FieldInfo const& info)
{
    auto const is_of_scalars = info.fields.size() == 1 && info.fields.front().name.empty();
    json::object schema {{"type", "array"}, {"maxItems", info.maximum}};
    if (info.minimum > 0)
        schema["minItems"] = info.minimum;
    schema["items"] = is_of_scalars ? value_schema(info.fields.front()) : object_schema(info.fields);
    return schema;
}

json::object type_schema(FieldInfo const& info)
{
    switch (info.type) {
    case FieldType::Id:
        return {{"type", "string"}, {"pattern", "^[0-7][0-9A-HJKMNP-TV-Z]{25}$"}};
    case FieldType::Text:
    case FieldType::LongText:
        return text_schema(info);
    case FieldType::Rupiah:
    case FieldType::Integer:
        return amount_schema(info);
    case FieldType::Date:
        return {{"type", "string"}, {"format", "date"}};
    case FieldType::Flag:
        return {{"type", "boolean"}};
    case FieldType::Choice:
        return {{"type", "string"}, {"enum", json::array(info.choices.begin(), info.choices.end())}};
    case FieldType::Code:
        return {{"type", "string"}};
    case FieldType::Sha256:
        return {{"type", "string"}, {"pattern", "^[0-9a-f]{64}$"}};
    case FieldType::List:
        return list_schema(info);
    case FieldType::Object:
        return object_schema(info.fields);
    }
    CHECK(false);
}

/// JSON Schema 2020-12 has no "nullable": an absent value is null, so the type is a list.
json::object value_schema(FieldInfo const& info)
{
    auto schema = type_schema(info);
    if (!info.required && info.type != FieldType::List) {
        schema["type"] = json::array {schema.at("type"), "null"};
        if (auto* choices = schema.if_contains("enum"))
            choices->as_array().push_back(nullptr);
    }
    if (!info.label.empty())
        schema["title"] = info.label;
    if (!info.hint.empty())
        schema["description"] = info.hint;
    if (!info.example.empty())
        schema["examples"] = json::array {json::value(info.example)};
    if (info.secret)
        schema["writeOnly"] = true;
    return schema;
}

json::object object_schema(std::vector<FieldInfo> const& fields)
{
    json::object properties;
    json::array required;
    for (auto const& field : fields) {
        properties[field.name] = value_schema(field);
        if (field.required)
            required.push_back(json::value(field.name));
    }
    json::object schema {{"type", "object"}, {"properties", std::move(properties)}, {"additionalProperties", false}};
    if (!required.empty())
        schema["required"] = std::move(required);
    return schema;
}

} // namespace

json::object schema_of(Operation const& operation)
{
    return object_schema(operation.fields);
}

} // namespace rtkeren::operations
