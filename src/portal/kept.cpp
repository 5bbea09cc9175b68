#include "portal/kept.hpp"

namespace rtkeren::portal {

std::optional<http::Response> Kept::find(std::string const& key, std::int64_t now)
{
    std::lock_guard const lock(m_mutex);
    auto const found = m_pages.find(key);
    if (found == m_pages.end() || found->second.until <= now)
        return std::nullopt;
    return found->second.response;
}

void Kept::put(std::string const& key, std::int64_t now, http::Response const& response)
{
    std::lock_guard const lock(m_mutex);
    if (m_pages.size() >= pages_max)
        m_pages.clear(); // addresses that nobody asks twice must not fill the memory
    m_pages.insert_or_assign(key, Page {now + seconds, response});
}

http::Handler keep(std::shared_ptr<Kept> kept, Services& services, http::Handler handler)
{
    return [kept = std::move(kept), &services, handler = std::move(handler)](http::Exchange& exchange) {
        if (exchange.session || !exchange.request.cookies.empty())
            return handler(exchange); // a notice or a session belongs to one person
        auto const key = exchange.request.target + (exchange.language == Language::English ? " en" : " id");
        auto const now = services.env.steady_seconds();
        if (auto known = kept->find(key, now))
            return std::move(*known);
        auto response = handler(exchange);
        if (response.status == 200) {
            response.header("Cache-Control", "public, max-age=10");
            kept->put(key, now, response);
        }
        return response;
    };
}

} // namespace rtkeren::portal
