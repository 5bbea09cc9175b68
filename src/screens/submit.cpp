#include "screens/parts.hpp"

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

} // namespace

Result<http::Response> submit(Services& services, http::Exchange& exchange, std::string_view operation, boost::json::object const& extra, Again const& again)
{
    auto const* found = registry().find(operation);
    CHECK(found != nullptr);
    auto answer = operations::run(services, exchange.actor(), *found, input_of(exchange, extra));
    if (answer.ok() && exchange.request.wants_json)
        return http::Response::json(boost::json::serialize(operations::to_json(*answer)));
    if (answer.ok())
        return done(*answer);
    auto const& error = answer.error();
    if (exchange.request.wants_json || error.kind == ErrorKind::NotFound || error.kind == ErrorKind::Internal)
        return error;
    auto form = html::refused_form(typed_of(exchange), error);
    for (auto& verdict : form.verdicts)
        verdict.fix_id = services.env.ulid().str();
    auto response = TRY(again(form, error));
    response.status = http_status_of(error.kind);
    return response;
}

} // namespace rtkeren::screens
