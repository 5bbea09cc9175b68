// The only file that compiles sockets and Beast. One thread (the one that calls `run`) owns every socket and never waits;
// handlers run on workers. Completion handlers throughout: g++ 12.2 destroys temporaries of coroutines twice.
#include "http/connection.hpp"

#include <boost/asio/steady_timer.hpp>

namespace rtkeren::http {
namespace {

using namespace wire;

class BeastServer final : public Server {
public:
    BeastServer(Options options, std::vector<Route> routes, Hooks hooks, TrustedProxies proxies)
        : m_state(std::move(options), std::move(routes), std::move(hooks), std::move(proxies))
        , m_acceptor(m_state.io)
        , m_sweep(m_state.io)
        , m_retry_accept(m_state.io)
    {
    }

    ~BeastServer() override { m_state.workers.reset(); }

    Result<void> listen()
    {
        ErrorCode code;
        auto const address = asio::ip::make_address(m_state.options.address, code);
        if (code)
            return Error::unavailable("environment.address", m_state.options.address);
        Tcp::endpoint const endpoint(address, m_state.options.port);
        m_acceptor.open(endpoint.protocol(), code);
        if (!code)
            m_acceptor.set_option(Tcp::acceptor::reuse_address(true), code);
        if (!code)
            m_acceptor.bind(endpoint, code);
        if (!code)
            m_acceptor.listen(asio::socket_base::max_listen_connections, code);
        if (code == asio::error::address_in_use)
            return Error::unavailable("environment.port_in_use", fmt::format("{}:{}", m_state.options.address, m_state.options.port));
        if (code)
            return Error::unavailable("environment.address", fmt::format("{}:{} {}", m_state.options.address, m_state.options.port, code.message()));
        m_port = m_acceptor.local_endpoint(code).port();
        return {};
    }

    void run() override
    {
        m_state.workers.emplace(std::max(1U, m_state.options.workers), m_state.options.queue_limit);
        accept();
        sweep();
        while (!run_until_thrown()) { }
        m_state.workers.reset();
    }

    void stop() override
    {
        asio::post(m_state.io, [this] { begin_stopping(); });
    }

    [[nodiscard]] std::uint16_t port() const override { return m_port; }

private:
    /// One connection out of memory must not end the others: what it threw has closed it.
    bool run_until_thrown()
    {
        try {
            m_state.io.run();
            return true;
        } catch (std::exception const& thrown) {
            spdlog::error("connection: {}", thrown.what());
            return false;
        }
    }

    void begin_stopping()
    {
        m_state.stopping = true;
        m_end_at = SteadyClock::now() + Milliseconds(m_state.options.stop_grace_ms);
        ErrorCode ignored;
        m_acceptor.close(ignored);
        m_retry_accept.cancel();
        for (auto* connection : m_state.connections)
            connection->close_if_not_answering();
        if (m_state.connections.empty())
            m_state.io.stop();
    }

    void accept()
    {
        m_acceptor.async_accept([this](ErrorCode code, Tcp::socket socket) {
            if (m_state.stopping)
                return;
            if (code)
                return accept_later(code);
            accept();
            take(std::move(socket));
        });
    }

    /// No descriptors left: those in use will end.
    void accept_later(ErrorCode code)
    {
        spdlog::warn("accept: {}", code.message());
        m_retry_accept.expires_after(Milliseconds(100));
        m_retry_accept.async_wait([this](ErrorCode cancelled) {
            if (!cancelled)
                accept();
        });
    }

    void take(Tcp::socket socket)
    {
        ErrorCode code;
        auto const endpoint = socket.remote_endpoint(code);
        if (code)
            return;
        auto const peer = endpoint.address().to_string();
        if (is_over_limit(peer))
            return turn_away(socket);
        socket.set_option(Tcp::no_delay(true), code);
        std::make_shared<Connection>(m_state, std::move(socket), peer)->start();
    }

    bool is_over_limit(std::string const& peer) const
    {
        if (m_state.connections.size() >= m_state.options.connection_limit)
            return true;
        auto const counted = m_state.connections_of_address.find(peer);
        return counted != m_state.connections_of_address.end() && counted->second >= m_state.options.connection_limit_per_address
            && !m_state.proxies.contains(peer);
    }

    /// One try to say why; a full send buffer of a new socket is not worth waiting for.
    static void turn_away(Tcp::socket& socket)
    {
        static constexpr std::string_view answer = "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 5\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
        ErrorCode ignored;
        socket.non_blocking(true, ignored);
        socket.write_some(asio::buffer(answer), ignored);
        socket.shutdown(Tcp::socket::shutdown_send, ignored);
    }

    /// One timer for all connections instead of one each: looks a few times per deadline at who is over it.
    void sweep()
    {
        auto const& options = m_state.options;
        auto const shortest = std::min({options.header_deadline_ms, options.body_deadline_ms, options.idle_deadline_ms});
        m_sweep.expires_after(Milliseconds(std::clamp<std::int64_t>(shortest / 4, 5, 250)));
        m_sweep.async_wait([this](ErrorCode code) {
            if (code)
                return;
            auto const now = SteadyClock::now();
            if (m_state.stopping && now >= m_end_at)
                return m_state.io.stop();
            for (auto* connection : m_state.connections)
                connection->close_if_expired(now);
            sweep();
        });
    }

    ServerState m_state;
    Tcp::acceptor m_acceptor;
    asio::steady_timer m_sweep;
    asio::steady_timer m_retry_accept;
    SteadyClock::time_point m_end_at {};
    std::uint16_t m_port {0};
};

} // namespace

Result<std::unique_ptr<Server>> Server::open(Options options, std::vector<Route> routes, Hooks hooks)
{
    for (auto const& route : routes)
        CHECK(!route.quick || route.permission.empty()); // a quick row has no session to ask
    auto proxies = TRY(TrustedProxies::parse(options.trusted_proxies));
    TRY(TemporaryFile::create(options.upload_folder)); // better refused now than at the first large form
    auto server = std::make_unique<BeastServer>(std::move(options), std::move(routes), std::move(hooks), std::move(proxies));
    TRY(server->listen());
    return std::unique_ptr<Server>(std::move(server));
}

} // namespace rtkeren::http
