#include "app/openapi.hpp"

#include "app/rooms.hpp"

namespace rtkeren::app {

namespace {

boost::json::object error_reference() { return {{"description", "Refused"}, {"content", {{"application/json", {{"schema", {{"$ref", "#/components/schemas/Error"}}}}}}}}; }

boost::json::object responses_of(boost::json::value ok)
{
    boost::json::object all {{"200", std::move(ok)}};
    for (auto const* status : {"401", "403", "404", "409", "422", "503"})
        all[status] = error_reference();
    return all;
}

boost::json::object operation_path(operations::Operation const& operation)
{
    boost::json::object const answer {{"description", "Done, or done before with the same content"}, {"content", {{"application/json", {{"schema", {{"$ref", "#/components/schemas/Answer"}}}}}}}};
    return {{"post",
        {{"operationId", operation.name}, {"summary", operation.summary}, {"description", operation.permission.empty() ? "Everybody signed in" : "Needs " + operation.permission},
            {"requestBody", {{"required", true}, {"content", {{"application/json", {{"schema", operations::schema_of(operation)}}}}}}}, {"responses", responses_of(answer)}}}};
}

boost::json::object schemas()
{
    boost::json::object const text {{"type", "string"}};
    boost::json::object const error {{"type", "object"},
        {"properties",
            {{"error",
                {{"type", "object"},
                    {"properties",
                        {{"code", text}, {"kind", text}, {"message", text}, {"request", {{"type", boost::json::array {"string", "null"}}}}, {"fields", {{"type", "array"}}},
                            {"verdicts", {{"type", "array"}}}}}}}}}};
    boost::json::object const answer {{"type", "object"}, {"properties", {{"id", text}, {"href", text}, {"message", text}, {"arguments", {{"type", "object"}}}, {"data", {{"type", "object"}}}, {"verdicts", {{"type", "array"}}}}}};
    return {{"Error", error}, {"Answer", answer}};
}

} // namespace

boost::json::object openapi_document(std::vector<http::Route> const& routes)
{
    boost::json::object paths;
    for (auto const& operation : registry().all())
        paths["/api/v1/do/" + operation.name] = operation_path(operation);
    for (auto const& route : routes)
        if (route.method == http::Method::Get && route.pattern.starts_with("/api/v1/"))
            paths[route.pattern] = boost::json::object {{"get", {{"summary", route.summary}, {"responses", responses_of(boost::json::object {{"description", "Items"}})}}}};
    return {{"openapi", "3.1.0"}, {"info", {{"title", "rtkeren"}, {"version", "0.1.0"}, {"license", {{"name", "Apache-2.0"}, {"identifier", "Apache-2.0"}}}}},
        {"paths", std::move(paths)},
        {"components", {{"schemas", schemas()}, {"securitySchemes", {{"token", {{"type", "http"}, {"scheme", "bearer"}}}, {"session", {{"type", "apiKey"}, {"in", "cookie"}, {"name", "sesi"}}}}}}},
        {"security", boost::json::array {boost::json::object {{"token", boost::json::array {}}}, boost::json::object {{"session", boost::json::array {}}}}}};
}

} // namespace rtkeren::app
