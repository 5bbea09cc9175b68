#include "enterprise/pages_room.hpp"

#include "evidence/evidence.hpp"
#include "evidence/forms.hpp"

/// Forms that carry pictures.
namespace rtkeren::enterprise {
namespace {

std::vector<std::string> sent_hashes(http::Exchange const& exchange, std::string_view field)
{
    std::vector<std::string> hashes;
    for (auto const& [name, value] : exchange.request.form)
        if (name == field && Sha256::parse(value).ok())
            hashes.push_back(value);
    return hashes;
}

} // namespace

Result<http::Response> submit_with_photos(Services& services, http::Exchange& exchange, std::string_view operation, boost::json::object extra, ShowForm show)
{
    auto hashes = sent_hashes(exchange, "photos");
    auto const stored = evidence::store_uploads(services, exchange.actor(), exchange.request);
    if (!stored.ok() && stored.error().kind != ErrorKind::Invalid)
        return stored.error();
    auto const with_kept = [&](html::FormState form) {
        std::erase_if(form.values, [](auto const& pair) { return pair.first == "photos"; });
        for (auto const& hash : hashes)
            form.values.emplace_back("photos", hash);
        return show(services, exchange, std::move(form));
    };
    if (!stored.ok()) {
        auto error = stored.error();
        auto form = html::refused_form(evidence::typed_values(exchange).values, error.fields.empty() ? Error::field("photos", error.code, {}, error.arguments) : error);
        auto response = TRY(with_kept(std::move(form)));
        response.status = 422;
        return response;
    }
    for (auto const& file : *stored)
        hashes.push_back(file.stored.sha256);
    boost::json::array all;
    for (auto const& hash : hashes)
        all.emplace_back(hash);
    extra["photos"] = std::move(all);
    return screens::submit(services, exchange, operation, extra, [&](html::FormState const& refused, Error const&) { return with_kept(refused); });
}

} // namespace rtkeren::enterprise
