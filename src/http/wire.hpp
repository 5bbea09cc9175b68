#pragma once

// Beast's side of the room: included by server.cpp alone, so that one translation unit pays for its templates.
#ifdef __SANITIZE_THREAD__
#define BOOST_ASIO_DISABLE_FENCED_BLOCK // fences are what the thread sanitizer cannot follow; asio's own mutexes order the handlers
#endif
#include "http/routes.hpp"
#include "http/temporary_file.hpp"

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>

#include <fmt/chrono.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <chrono>
#include <ctime>

namespace rtkeren::http::wire {

namespace asio = boost::asio;
namespace beast = boost::beast::http;
using Tcp = asio::ip::tcp;
using SteadyClock = std::chrono::steady_clock;
using Milliseconds = std::chrono::milliseconds;
using ErrorCode = boost::beast::error_code;

constexpr std::uint32_t head_bytes_max = 16 * 1024;
constexpr std::size_t read_piece = 64 * 1024;
constexpr std::uint64_t slowest_upload = 32; // bytes a millisecond: beyond the deadline, large bodies get this much more time
constexpr std::uint64_t slowest_download = 4;
constexpr Milliseconds linger_time {2000};

/// Beast hands the pieces of a body to this reader as they come.
struct SpoolBody {
    using value_type = Spool;

    class reader {
    public:
        template<bool is_request, class Fields>
        reader(beast::header<is_request, Fields>&, value_type& spool) : m_spool(spool) { }

        void init(boost::optional<std::uint64_t> const&, ErrorCode& code) { code = {}; }

        template<class Buffers>
        std::size_t put(Buffers const& buffers, ErrorCode& code)
        {
            std::size_t taken = 0;
            for (auto const buffer : boost::beast::buffers_range_ref(buffers)) {
                auto const appended = m_spool.append({static_cast<char const*>(buffer.data()), buffer.size()});
                if (!appended.ok()) {
                    spdlog::error("body not kept: {} {}", appended.error().code, appended.error().detail);
                    code = make_error_code(boost::system::errc::no_space_on_device);
                    return taken;
                }
                taken += buffer.size();
            }
            code = {};
            return taken;
        }

        void finish(ErrorCode& code) { code = {}; }

    private:
        value_type& m_spool;
    };
};

inline std::string http_date()
{
    return fmt::format("{:%a, %d %b %Y %H:%M:%S} GMT", fmt::gmtime(std::time(nullptr)));
}

/// A value that came from somewhere may not start a header of its own.
inline std::string header_value(std::string_view value)
{
    auto clean = std::string(value);
    std::replace_if(clean.begin(), clean.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }, ' ');
    return clean;
}

inline std::optional<Method> method_of(beast::verb verb)
{
    if (verb == beast::verb::get)
        return Method::Get;
    if (verb == beast::verb::head)
        return Method::Head;
    if (verb == beast::verb::post)
        return Method::Post;
    return std::nullopt;
}

inline std::string lower_case(std::string_view text)
{
    auto lower = std::string(text);
    std::transform(lower.begin(), lower.end(), lower.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return lower;
}

inline Refusal malformed_request()
{
    return {Error::invalid("request.malformed"), 400};
}

inline Refusal too_large()
{
    return {Error::invalid("request.too_large"), 413};
}

inline Refusal server_busy()
{
    return {Error::retry("server.busy"), 503};
}

} // namespace rtkeren::http::wire
