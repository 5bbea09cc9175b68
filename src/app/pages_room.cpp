#include "app/pages_room.hpp"

#include "app/openapi.hpp"
#include "app/rooms.hpp"
#include "app/start_pages.hpp"
#include "app/sync.hpp"
#include "assets/assets.hpp"
#include "language/language.hpp"
#include "screens/import.hpp"
#include "screens/screens.hpp"
#include "territory/room.hpp"
#include "workflow/holidays.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

namespace rtkeren::app {

namespace {

http::Response asset(http::Exchange& exchange)
{
    auto const* found = assets::find(exchange.parameter("name"));
    if (!found)
        return http::Response::text("no such file\n", 404);
    http::Response response;
    response.header("ETag", std::string(found->etag)).header("Cache-Control", "public, max-age=3600");
    if (exchange.request.if_none_match == found->etag) {
        response.status = 304;
        return response;
    }
    response.content_type = found->content_type;
    response.body = found->bytes;
    return response;
}

/// From the root, so that it reaches every page, and looked up anew each time, so that a new program replaces it.
http::Response worker(http::Exchange&)
{
    auto const* found = assets::find("sw.js");
    CHECK(found != nullptr);
    http::Response response;
    response.content_type = found->content_type;
    response.body = found->bytes;
    response.header("ETag", std::string(found->etag)).header("Cache-Control", "no-cache");
    return response;
}

http::Response health(http::Exchange&)
{
    auto response = http::Response::text("ok\n");
    response.header("Cache-Control", "no-store");
    return response;
}

/// The one door of scripts and of the phone's outbox: JSON in, JSON out, the same errors as everywhere.
Result<http::Response> do_as_json(Services& services, http::Exchange& exchange)
{
    auto const* operation = TRY(operation_named(registry(), exchange.parameter("operation")));
    boost::system::error_code failed;
    auto input = boost::json::parse(exchange.request.body, failed);
    if (failed || !input.is_object())
        return Error::invalid("json.syntax");
    auto answer = TRY(operations::run(services, exchange.actor(), *operation, input.get_object()));
    return http::Response::json(boost::json::serialize(operations::to_json(answer)));
}

/// The button of a refusal's fix, and every small form that needs no page of its own.
Result<http::Response> do_as_form(Services& services, http::Exchange& exchange)
{
    auto const* operation = TRY(operation_named(registry(), exchange.parameter("operation")));
    auto answer = TRY(operations::run(services, exchange.actor(), *operation, operations::object_of_form(exchange.request.form)));
    return screens::done(answer);
}

Result<http::Response> openapi(Services& services, http::Exchange&)
{
    auto response = http::Response::json(boost::json::serialize(openapi_document(all_routes(services))));
    response.header("Cache-Control", "public, max-age=300");
    return response;
}

} // namespace

std::vector<http::Route> own_routes(Services& services)
{
    using enum http::Method;
    std::vector<http::Route> routes {
        {Get, "/-/aset/{name}", "", asset, "Style sheet, scripts, icons, font", 0, true},
        {Get, "/sw.js", "", worker, "The worker behind the offline screens", 0, true},
        {Get, "/-/sehat", "", health, "Answers ok while the server lives", 0, true},
        {Post, "/api/v1/do/{operation}", "signed_in", screens::page(services, do_as_json), "Runs an operation", 1024 * 1024},
        {Post, "/-/lakukan/{operation}", "signed_in", screens::page(services, do_as_form), "Runs an operation from a form", 256 * 1024},
        {Get, "/api/openapi.json", "", screens::page(services, openapi), "This API, OpenAPI 3.1"},
    };
    for (auto const& kinds : {territory::imports(), workflow::imports()}) // these rooms stand below the pages
        for (auto const* kind : kinds)
            for (auto& route : screens::import_routes(services, *kind))
                routes.push_back(std::move(route));
    for (auto& route : sync_routes(services))
        routes.push_back(std::move(route));
    for (auto& route : start_routes(services))
        routes.push_back(std::move(route));
    return routes;
}

} // namespace rtkeren::app
