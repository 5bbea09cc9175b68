#pragma once

#include "http/addresses.hpp"
#include "http/body.hpp"
#include "http/gzip.hpp"
#include "http/head.hpp"
#include "http/reply.hpp"
#include "http/workers.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>

#include <unordered_map>
#include <unordered_set>

namespace rtkeren::http::wire {

using EmptyParser = beast::request_parser<beast::empty_body>;
using BodyParser = beast::request_parser<SpoolBody>;

class Connection;

/// What connections share.
class ServerState {
public:
    ServerState(Options given, std::vector<Route> rows, Hooks hooks_given, TrustedProxies proxies_given)
        : options(std::move(given))
        , routes(std::move(rows))
        , hooks(std::move(hooks_given))
        , proxies(std::move(proxies_given))
    {
    }

    Options options;
    std::vector<Route> routes;
    Hooks hooks;
    TrustedProxies proxies;
    std::unordered_set<Connection*> connections;
    std::unordered_map<std::string, std::size_t> connections_of_address;
    bool stopping {false};
    asio::io_context io {1};
    std::optional<Workers> workers; // ends before `io`, to which it posts
};

/// One socket and its requests, one after the other. Everything but `work` and what it calls runs on the thread of the sockets.
///
///     wait_for_request -> read_head -> on_head -> [admit on a worker] -> read_body_bytes -> [work on a worker] -> send -> again
///
/// `m_expiry` is absolute and set once a stage, so trickled bytes do not move it.
class Connection : public std::enable_shared_from_this<Connection> {
public:
    Connection(ServerState& state, Tcp::socket socket, std::string peer) : m_state(state), m_socket(std::move(socket)), m_peer(std::move(peer))
    {
        m_state.connections.insert(this);
        ++m_state.connections_of_address[m_peer];
    }

    ~Connection()
    {
        m_state.connections.erase(this);
        auto const counted = m_state.connections_of_address.find(m_peer);
        if (--counted->second == 0)
            m_state.connections_of_address.erase(counted);
        if (m_state.stopping && m_state.connections.empty())
            m_state.io.stop();
    }

    Connection(Connection const&) = delete;
    Connection& operator=(Connection const&) = delete;

    void start() { wait_for_request(); }

    void close_if_expired(SteadyClock::time_point now)
    {
        if (m_expiry <= now)
            close();
    }

    /// The server ends: who waits or still sends is let go, who is being answered gets the answer.
    void close_if_not_answering()
    {
        if (m_stage != Stage::Working && m_stage != Stage::Sending)
            close();
    }

    void close()
    {
        ErrorCode ignored;
        m_socket.close(ignored);
    }

private:
    enum class Stage : std::uint8_t { Waiting, Head, Body, Working, Sending, Lingering };
    enum class AfterWrite : std::uint8_t { NextRequest, Close, Linger };

    void enter(Stage stage, Milliseconds deadline)
    {
        m_stage = stage;
        m_expiry = SteadyClock::now() + deadline;
    }

    void wait_for_request()
    {
        m_empty_parser.reset();
        m_body_parser.reset();
        m_request = {};
        m_route = nullptr;
        if (m_buffer.size() > 0) // the next request came with this one
            return read_head();
        m_buffer.shrink_to_fit(); // hundreds of waiting phones keep no buffers
        enter(Stage::Waiting, Milliseconds(m_state.options.idle_deadline_ms));
        m_socket.async_wait(Tcp::socket::wait_read, [self = shared_from_this()](ErrorCode code) {
            if (!code)
                self->read_head();
        });
    }

    void read_head()
    {
        enter(Stage::Head, Milliseconds(m_state.options.header_deadline_ms));
        m_empty_parser.emplace();
        m_empty_parser->header_limit(head_bytes_max);
        m_empty_parser->body_limit(boost::none); // judged by route in on_head
        beast::async_read_header(m_socket, m_buffer, *m_empty_parser, [self = shared_from_this()](ErrorCode code, std::size_t) {
            if (code)
                self->on_read_error(code);
            else
                self->on_head();
        });
    }

    void on_read_error(ErrorCode code)
    {
        if (code == beast::error::body_limit)
            return refuse(too_large());
        if (code == beast::error::header_limit)
            return refuse({Error::invalid("request.head_too_large"), 431});
        if (code == make_error_code(boost::system::errc::no_space_on_device))
            return refuse({Error::unavailable("environment.disk"), 503});
        auto const is_ours_to_answer = code.category() == make_error_code(beast::error::bad_method).category() && code != beast::error::end_of_stream
            && code != beast::error::partial_message;
        if (is_ours_to_answer)
            refuse(malformed_request());
        // else the client left or a deadline ended it: there is nobody to answer
    }

    void on_head()
    {
        auto const& message = m_empty_parser->get();
        m_version = message.version();
        m_keep_alive = message.keep_alive();
        m_has_body = !m_empty_parser->is_done();
        auto const method = method_of(message.method());
        auto request = request_of(head_of(message, method.value_or(Method::Post)), m_state.proxies, next_id());
        if (!request.ok()) {
            m_request.request_id = next_id().str();
            return refuse(malformed_request());
        }
        m_request = std::move(*request);
        auto const coded = message.find(beast::field::transfer_encoding) != message.end() && !m_empty_parser->chunked();
        if (coded || (m_has_body && m_request.method != Method::Post))
            return refuse(malformed_request());
        auto const match = match_route(m_state.routes, m_request.method, m_request.path);
        m_route = match.route;
        if (!method || !m_route)
            return on_no_route(match.path_known);
        if (m_route->quick && !m_has_body)
            return answer_quickly();
        if (m_has_body)
            return on_body_announced();
        submit_work();
    }

    Head head_of(beast::request<beast::empty_body> const& message, Method method) const
    {
        Head head {method, message.version() >= 11, std::string(message.target()), {}, m_peer};
        for (auto const& field : message)
            head.headers.emplace_back(lower_case(field.name_string()), std::string(field.value()));
        return head;
    }

    Ulid next_id() const { return m_state.hooks.ulid ? m_state.hooks.ulid() : Ulid {}; }

    /// An unknown page without a body is an ordinary request: its page may show who is signed in.
    void on_no_route(bool path_known)
    {
        auto const is_method_known = method_of(m_empty_parser->get().method()).has_value();
        if (is_method_known && !m_has_body)
            return submit_work();
        if (!path_known && allowed_methods(m_state.routes, m_request.path).empty())
            return refuse({Error::not_found("page.not_found"), 404});
        m_allow = allowed_methods(m_state.routes, m_request.path);
        refuse({Error::invalid("request.method"), 405});
    }

    void answer_quickly()
    {
        m_stage = Stage::Working;
        m_reply.set(m_state.hooks, m_request, dispatch(m_state.routes, m_state.hooks, m_request));
        send_reply(AfterWrite::NextRequest);
    }

    void on_body_announced()
    {
        auto const length = m_empty_parser->content_length();
        if (length && *length > m_route->body_limit)
            return refuse(too_large());
        auto const is_large = !length || *length > Spool::memory_limit;
        if (is_large)
            return ask_admission();
        invite_body();
    }

    /// Before a large body is taken: may this session send it at all? The look-up may read the database, so a worker does it.
    void ask_admission()
    {
        run_on_worker([](Connection& self) {
            self.m_refusal.reset();
            try {
                auto const session = self.m_route->quick ? std::nullopt : session_of(self.m_state.hooks, self.m_request);
                self.m_refusal = refuse_by_head(*self.m_route, self.m_request, session);
            } catch (std::exception const& thrown) {
                spdlog::error("request {} session: {}", self.m_request.request_id, thrown.what());
                self.m_refusal = Refusal {Error::internal("server.failed"), 500};
            }
        }, [](Connection& self) {
            if (self.m_refusal)
                self.refuse(*self.m_refusal);
            else
                self.invite_body();
        });
    }

    void invite_body()
    {
        if (lower_case(m_request.header("expect")) != "100-continue")
            return read_body_bytes();
        static constexpr std::string_view invitation = "HTTP/1.1 100 Continue\r\n\r\n";
        enter(Stage::Body, Milliseconds(m_state.options.header_deadline_ms));
        asio::async_write(m_socket, asio::buffer(invitation), [self = shared_from_this()](ErrorCode code, std::size_t) {
            if (!code)
                self->read_body_bytes();
        });
    }

    void read_body_bytes()
    {
        auto const length = m_empty_parser->content_length();
        auto const extra = Milliseconds(static_cast<std::int64_t>(length.value_or(0) / slowest_upload));
        enter(Stage::Body, Milliseconds(m_state.options.body_deadline_ms) + extra);
        m_body_parser.emplace(std::move(*m_empty_parser));
        m_body_parser->body_limit(m_route->body_limit);
        m_body_parser->get().body() = Spool(m_state.options.upload_folder);
        if (!length || *length > Spool::memory_limit)
            m_buffer.reserve(read_piece);
        beast::async_read(m_socket, m_buffer, *m_body_parser, [self = shared_from_this()](ErrorCode code, std::size_t) {
            if (code)
                return self->on_read_error(code);
            self->m_has_body = false; // nothing of it is left in the socket
            self->submit_work();
        });
    }

    void submit_work()
    {
        run_on_worker([](Connection& self) { self.m_reply.set(self.m_state.hooks, self.m_request, self.work()); },
            [](Connection& self) { self.send_reply(AfterWrite::NextRequest); });
    }

    /// On a worker: nobody else touches the connection until `then` runs on the thread of the sockets.
    void run_on_worker(void (*job)(Connection&), void (*then)(Connection&))
    {
        m_stage = Stage::Working;
        m_expiry = SteadyClock::time_point::max();
        auto const taken = m_state.workers->submit([self = shared_from_this(), job, then]() mutable {
            job(*self);
            auto& io = self->m_state.io;
            asio::post(io, [self = std::move(self), then] { then(*self); }); // the last owner is always on that thread
        });
        if (!taken)
            refuse(server_busy());
    }

    Response work()
    {
        if (m_body_parser) {
            auto const done = read_body_safely(m_body_parser->get().body());
            if (!done.ok()) {
                auto const status = done.error().kind == ErrorKind::Invalid ? 400 : http_status_of(done.error().kind);
                return finished_refusal(m_state.hooks, m_request, std::nullopt, {done.error(), status});
            }
        }
        auto response = dispatch(m_state.routes, m_state.hooks, m_request);
        compress(m_request, response);
        return response;
    }

    Result<void> read_body_safely(Spool const& spool)
    {
        try {
            return read_body(m_request, spool);
        } catch (std::exception const& thrown) {
            spdlog::error("request {} body: {}", m_request.request_id, thrown.what());
            return Error::internal("server.failed", thrown.what());
        }
    }

    /// Answers without a worker. A body that nobody read makes the connection useless for another request.
    void refuse(Refusal const& refusal)
    {
        m_stage = Stage::Working;
        if (m_request.request_id.empty())
            m_request.request_id = next_id().str();
        auto const is_stream_lost = m_has_body || refusal.status == 400 || refusal.status == 431;
        auto response = finished_refusal(m_state.hooks, m_request, std::nullopt, refusal);
        if (refusal.status == 405)
            response.header("Allow", m_allow);
        m_reply.set(m_state.hooks, m_request, std::move(response));
        send_reply(is_stream_lost ? AfterWrite::Linger : AfterWrite::NextRequest);
    }

    void send_reply(AfterWrite after)
    {
        auto const extra = Milliseconds(static_cast<std::int64_t>(m_reply.size() / slowest_download));
        enter(Stage::Sending, Milliseconds(m_state.options.idle_deadline_ms) + extra);
        auto const next = after == AfterWrite::NextRequest && !(m_keep_alive && !m_state.stopping) ? AfterWrite::Close : after;
        spdlog::debug("request {} {} {} bytes", m_request.request_id, m_request.path, m_reply.size());
        m_reply.send(m_socket, m_version, next == AfterWrite::NextRequest, [self = shared_from_this(), next](ErrorCode code, std::size_t) {
            self->on_sent(code, next);
        });
    }

    void on_sent(ErrorCode code, AfterWrite next)
    {
        m_reply.clear();
        if (code && code != beast::error::end_of_stream) // which says that the connection is to be closed
            return;
        if (next == AfterWrite::NextRequest)
            return wait_for_request();
        ErrorCode ignored;
        m_socket.shutdown(Tcp::socket::shutdown_send, ignored);
        if (next == AfterWrite::Close)
            return close();
        // Closing now would reset the connection while the client still sends, and it would never see the answer.
        enter(Stage::Lingering, linger_time);
        discard();
    }

    void discard()
    {
        m_buffer.clear();
        m_socket.async_read_some(m_buffer.prepare(read_piece), [self = shared_from_this()](ErrorCode code, std::size_t) {
            if (!code)
                self->discard();
        });
    }

    ServerState& m_state;
    Tcp::socket m_socket;
    std::string m_peer;
    Stage m_stage {Stage::Waiting};
    SteadyClock::time_point m_expiry {SteadyClock::time_point::max()};
    boost::beast::flat_buffer m_buffer;
    std::optional<EmptyParser> m_empty_parser;
    std::optional<BodyParser> m_body_parser;
    unsigned m_version {11};
    bool m_keep_alive {false};
    bool m_has_body {false}; // announced and not yet read
    Request m_request;
    Route const* m_route {nullptr};
    std::string m_allow;
    std::optional<Refusal> m_refusal;
    Reply m_reply;
};

} // namespace rtkeren::http::wire
