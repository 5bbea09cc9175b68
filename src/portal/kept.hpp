#pragma once

#include "http/http.hpp"
#include "operations/services.hpp"

#include <map>
#include <memory>
#include <mutex>
#include <string>

namespace rtkeren::portal {

/// Rendered public pages by address and language, for ten seconds: a thousand visitors of one page cost one rendering.
class Kept {
public:
    static constexpr std::int64_t seconds = 10;
    [[nodiscard]] std::optional<http::Response> find(std::string const& key, std::int64_t now);
    void put(std::string const& key, std::int64_t now, http::Response const&);

private:
    static constexpr std::size_t pages_max = 500;
    struct Page {
        std::int64_t until {0};
        http::Response response;
    };
    std::mutex m_mutex;
    std::map<std::string, Page> m_pages;
};

/// Only visitors without a session and pages that succeeded are kept.
[[nodiscard]] http::Handler keep(std::shared_ptr<Kept>, Services&, http::Handler);

} // namespace rtkeren::portal
