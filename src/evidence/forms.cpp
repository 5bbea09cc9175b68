#include "evidence/forms.hpp"

#include "evidence/evidence.hpp"
#include "screens/screens.hpp"

namespace rtkeren::evidence {
namespace {

/// The file of a form's one upload, stored before the operation; "" where none was sent.
Result<std::string> stored_file(Services& services, http::Exchange const& exchange, std::string_view field)
{
    auto const* upload = exchange.request.upload(field);
    if (upload == nullptr || upload->size == 0)
        return std::string {};
    auto const stored = TRY(store(services, exchange.actor(), *upload));
    return stored.sha256;
}

} // namespace

html::FormState typed_values(http::Exchange const& exchange)
{
    html::FormState form;
    for (auto const& [name, value] : exchange.request.form)
        if (name != "csrf" && !name.starts_with("_"))
            form.values.emplace_back(name, value);
    return form;
}

Result<http::Response> submit_with_file(
    Services& services, http::Exchange& exchange, std::string_view operation, boost::json::object extra, std::string_view upload, ShowForm const& show)
{
    auto const file = stored_file(services, exchange, upload);
    if (!file.ok()) {
        if (file.error().kind != ErrorKind::Invalid)
            return file.error();
        auto response = TRY(show(html::refused_form(typed_values(exchange).values, file.error())));
        response.status = 422;
        return response;
    }
    if (!file->empty())
        extra["file"] = *file;
    return screens::submit(services, exchange, operation, extra, [&](html::FormState refused, Error const&) {
        if (!file->empty())
            refused.set("file", *file);
        return show(refused);
    });
}

} // namespace rtkeren::evidence
