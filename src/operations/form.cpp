#include "operations/operations.hpp"

#include <algorithm>
#include <boost/json/array.hpp>
#include <map>

namespace rtkeren::operations {
namespace {

namespace json = boost::json;

constexpr std::size_t deepest = 6;

bool is_digits_of_row(std::string_view text)
{
    return !text.empty() && text.size() <= 6 && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

struct NamedNode;

/// Field names as a tree, children in the order of arrival.
struct FormNode {
    std::vector<std::string> values;
    std::vector<NamedNode> children;
};
struct NamedNode {
    std::string name;
    FormNode node;
};

FormNode& child_of(FormNode& parent, std::string_view name)
{
    for (auto& child : parent.children) {
        if (child.name == name)
            return child.node;
    }
    return parent.children.emplace_back(NamedNode {std::string(name), {}}).node;
}

bool is_list(FormNode const& node)
{
    return std::all_of(node.children.begin(), node.children.end(), [](NamedNode const& child) { return is_digits_of_row(child.name); });
}

json::value value_of(FormNode const&);

bool is_empty_value(json::value const& value)
{
    if (auto const* object = value.if_object())
        return std::all_of(object->begin(), object->end(), [](auto const& entry) { return is_empty_value(entry.value()); });
    if (auto const* array = value.if_array())
        return std::all_of(array->begin(), array->end(), is_empty_value);
    return value.is_null();
}

json::array rows_of(FormNode const& node)
{
    std::map<std::int64_t, json::value> rows;
    for (auto const& [name, child] : node.children)
        rows.insert_or_assign(parse_integer(name).value_or(0), value_of(child));
    json::array array;
    for (auto& [number, row] : rows) {
        if (!is_empty_value(row))
            array.push_back(std::move(row));
    }
    return array;
}

json::value value_of_text(std::string const& text)
{
    return trim(text).empty() ? json::value(nullptr) : json::value(text);
}

json::object object_of(FormNode const& node)
{
    json::object object;
    for (auto const& [name, child] : node.children)
        object.insert_or_assign(name, value_of(child));
    return object;
}

json::value value_of(FormNode const& node)
{
    if (!node.children.empty())
        return is_list(node) ? json::value(rows_of(node)) : json::value(object_of(node));
    if (node.values.size() == 1)
        return value_of_text(node.values.front());
    json::array array;
    for (auto const& text : node.values) {
        if (auto value = value_of_text(text); !value.is_null())
            array.push_back(std::move(value));
    }
    return array;
}

/// Adds one value under `name` as text; what is no text, number or flag is left out.
void append_scalar(Form& form, std::string name, json::value const& value)
{
    if (auto const* text = value.if_string())
        form.emplace_back(std::move(name), std::string(text->data(), text->size()));
    else if (auto const* number = value.if_int64())
        form.emplace_back(std::move(name), std::to_string(*number));
    else if (auto const* flag = value.if_bool())
        form.emplace_back(std::move(name), *flag ? "true" : "false");
}

void append_fields(Form&, std::string const& prefix, std::vector<FieldInfo> const&, json::object const&);

void append_item(Form& form, std::string const& name, FieldInfo const& info, json::value const& item)
{
    if (auto const* object = item.if_object())
        append_fields(form, name + '.', info.fields, *object);
    else
        append_scalar(form, name, item);
}

void append_fields(Form& form, std::string const& prefix, std::vector<FieldInfo> const& infos, json::object const& object)
{
    for (auto const& info : infos) {
        auto const* value = object.if_contains(info.name);
        if (value == nullptr || info.secret)
            continue;
        auto const* array = value->if_array();
        if (array == nullptr) {
            append_item(form, prefix + info.name, info, *value);
            continue;
        }
        for (std::size_t i = 0; i < array->size(); ++i)
            append_item(form, prefix + info.name + '.' + std::to_string(i), info, (*array)[i]);
    }
}

} // namespace

json::object object_of_form(Form const& form)
{
    FormNode root;
    for (auto const& [name, value] : form) {
        auto const parts = split(name, '.');
        auto const is_ours = name.starts_with('_') || name == "csrf" || name.empty();
        if (is_ours || parts.size() > deepest)
            continue;
        auto* node = &root;
        for (auto const part : parts)
            node = &child_of(*node, part);
        node->values.push_back(value);
    }
    return object_of(root);
}

Form form_values(Operation const& operation, json::object const& input)
{
    Form form;
    append_fields(form, {}, operation.fields, input);
    return form;
}

} // namespace rtkeren::operations
