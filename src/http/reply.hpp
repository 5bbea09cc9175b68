#pragma once

#include "http/wire.hpp"

#include <variant>

namespace rtkeren::http::wire {

/// A response as Beast sends it. Made on a worker (it may open a file), sent by the thread of the sockets.
class Reply {
public:
    /// Whatever cannot be sent (a file that is not there, a header beyond all measure) becomes a 500. Never throws.
    void set(Hooks const& hooks, Request const& request, Response response)
    {
        try {
            set_message(hooks, request, std::move(response));
        } catch (std::exception const& thrown) {
            spdlog::error("request {} answer: {}", request.request_id, thrown.what());
            m_size = 0;
            m_message.emplace<Empty>().result(500);
            std::get<Empty>(m_message).content_length(0);
        }
    }

    template<class Socket, class Handler>
    void send(Socket& socket, unsigned version, bool keep_alive, Handler handler)
    {
        std::visit([&](auto& message) {
            message.version(version);
            message.set(beast::field::date, http_date());
            message.keep_alive(keep_alive);
            beast::async_write(socket, message, std::move(handler));
        }, m_message);
    }

    [[nodiscard]] std::uint64_t size() const { return m_size; }
    void clear() { m_message = Empty {}; }

private:
    using Empty = beast::response<beast::empty_body>;
    using Text = beast::response<beast::string_body>;
    using File = beast::response<beast::file_body>;

    void set_message(Hooks const& hooks, Request const& request, Response response)
    {
        beast::file_body::value_type file;
        if (response.file && !open_file(file, request, *response.file))
            response = finished_refusal(hooks, request, std::nullopt, {Error::internal("server.failed"), 500});
        auto const is_bodiless = response.status == 204 || response.status == 304;
        m_size = is_bodiless ? 0 : response.file ? file.size() : response.body.size();
        if (request.method == Method::Head || is_bodiless) {
            fill(m_message.emplace<Empty>(), request, response, is_bodiless);
            m_size = 0;
        } else if (response.file) {
            fill(m_message.emplace<File>(), request, response, is_bodiless);
            std::get<File>(m_message).body() = std::move(file);
        } else {
            fill(m_message.emplace<Text>(), request, response, is_bodiless);
            std::get<Text>(m_message).body() = std::move(response.body);
        }
    }

    static bool open_file(beast::file_body::value_type& file, Request const& request, std::filesystem::path const& path)
    {
        ErrorCode code;
        file.open(path.c_str(), boost::beast::file_mode::scan, code);
        if (code)
            spdlog::error("request {} file {}: {}", request.request_id, path.string(), code.message());
        return !code;
    }

    template<class Body>
    void fill(beast::response<Body>& message, Request const& request, Response const& response, bool is_bodiless) const
    {
        message.result(static_cast<unsigned>(response.status));
        if (!response.content_type.empty() && !is_bodiless)
            message.set(beast::field::content_type, header_value(response.content_type));
        for (auto const& [name, value] : response.headers) {
            auto const is_bare_cookie = request.secure && name == "Set-Cookie";
            message.insert(header_value(name), header_value(value) + (is_bare_cookie ? "; Secure" : ""));
        }
        if (!is_bodiless)
            message.content_length(m_size);
    }

    std::variant<Empty, Text, File> m_message;
    std::uint64_t m_size {0};
};

} // namespace rtkeren::http::wire
