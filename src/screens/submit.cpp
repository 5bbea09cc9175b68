#include "screens/parts.hpp"
#include "screens/visitor.hpp"

#include <algorithm>
#include <boost/json/serialize.hpp>

namespace rtkeren::screens {

namespace {

boost::json::object input_of(http::Exchange const& exchange, boost::json::object const& extra)
{
    auto input = operations::object_of_form(exchange.request.form);
    for (auto const& item : extra)
        input[item.key()] = item.value();
    return input;
}

Arguments typed_of(http::Exchange const& exchange)
{
    Arguments typed;
    for (auto const& [name, value] : exchange.request.form)
        if (name != "csrf" && !operations::is_secret_name(name))
            typed.emplace_back(name, value);
    return typed;
}

/// What the page calls a field: "shares.1.amount" is "Pembagian 2, bagian".
std::string label_of_path(std::vector<operations::FieldInfo> const& fields, std::string_view path)
{
    auto const parts = split(path, '.');
    auto const* within = &fields;
    std::string words;
    for (auto const part : parts) {
        if (auto const row = parse_integer(part); row && !words.empty()) {
            words += " " + std::to_string(*row + 1);
            continue;
        }
        auto const found = std::ranges::find(*within, part, &operations::FieldInfo::name);
        if (found == within->end() || found->label.empty())
            break;
        words += (words.empty() ? "" : ", ") + tr(found->label);
        within = &found->fields;
    }
    return words;
}

/// With the value that was refused, unless the reason quotes it anyway.
std::string label_of_field(std::vector<operations::FieldInfo> const& fields, FieldError const& field)
{
    constexpr std::size_t longest = 60; // bytes: as much as one recognises it by
    auto label = label_of_path(fields, field.name);
    auto const is_quoted = language::word(field).find(field.value) != std::string::npos;
    auto const is_count = field.code.starts_with("list."); // its value is how many there were
    if (label.empty() || is_quoted || is_count)
        return label;
    auto const shown = first_characters(field.value, longest);
    return label + " “" + std::string(shown) + (shown.size() < field.value.size() ? "…”" : "”");
}

} // namespace

Result<http::Response> submit(Services& services, http::Exchange& exchange, std::string_view operation, boost::json::object const& extra, Again const& again)
{
    return submit_as(services, exchange, Visitor {exchange.actor()}, operation, extra, again);
}

Result<http::Response> submit_as(Services& services, http::Exchange& exchange, Visitor const& visitor, std::string_view operation, boost::json::object const& extra, Again const& again)
{
    auto const* found = registry().find(operation);
    CHECK(found != nullptr);
    auto answer = operations::run(services, visitor.actor, *found, input_of(exchange, extra));
    if (answer.ok() && exchange.request.wants_json)
        return http::Response::json(boost::json::serialize(operations::to_json(*answer)));
    if (answer.ok()) {
        answer->href = visitor.href.empty() ? answer->href : visitor.href;
        return done(*answer);
    }
    auto const& error = answer.error();
    if (exchange.request.wants_json || error.kind == ErrorKind::NotFound || error.kind == ErrorKind::Internal)
        return error;
    auto form = html::refused_form(typed_of(exchange), error);
    for (auto const& field : error.fields)
        form.labels.emplace_back(field.name, label_of_field(found->fields, field));
    for (auto& verdict : form.verdicts)
        verdict.fix_id = services.env.ulid().str();
    auto response = TRY(again(form, error));
    response.status = http_status_of(error.kind);
    return response;
}

} // namespace rtkeren::screens
