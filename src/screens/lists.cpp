#include "screens/parts.hpp"
#include "tables/render.hpp"

namespace rtkeren::screens {

Result<ListAnswer> list(Services& services, http::Exchange const& exchange, tables::TableSpec const& spec, Fetch const& fetch)
{
    auto request = TRY(tables::parse_list_request(exchange.request.query, spec));
    auto table = TRY(fetch(request));
    if (request.format == tables::Format::Html)
        return ListAnswer {std::nullopt, tables::write_html(table, spec, request)};
    auto file = TRY(tables::render(table, request.format, services.city_name));
    if (request.format == tables::Format::Json)
        return ListAnswer {http::Response::json(std::move(file.bytes)), {}};
    return ListAnswer {http::Response::download(std::move(file.bytes), std::move(file.content_type), std::move(file.filename)), {}};
}

} // namespace rtkeren::screens
