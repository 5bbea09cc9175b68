#include "app/program.hpp"
#include "child.hpp"
#include "identity/identity.hpp"
#include "parts.hpp"
#include "report.hpp"

#include <fmt/format.h>

#include <arpa/inet.h>
#include <array>
#include <atomic>
#include <mutex>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

namespace rtkeren::bench {

namespace {

constexpr std::uint16_t port = 18'080;
constexpr std::size_t connections = 8;
constexpr std::array<std::string_view, 6> paths {"/belanja", "/umkm", "/produk", "/pelatihan", "/pencairan", "/kota"};

/// One kept connection; as much of HTTP as our own server answers with.
class Connection {
public:
    Connection() : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_in address {};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        m_is_open = ::connect(m_socket, reinterpret_cast<sockaddr const*>(&address), sizeof address) == 0;
        int const at_once = 1;
        ::setsockopt(m_socket, IPPROTO_TCP, TCP_NODELAY, &at_once, sizeof at_once);
    }
    ~Connection() { ::close(m_socket); }
    Connection(Connection const&) = delete;
    Connection& operator=(Connection const&) = delete;

    /// The status; 0 when the connection broke.
    int get(std::string const& path, std::string const& cookie)
    {
        auto const request = "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: sesi=" + cookie + "\r\n\r\n";
        if (!m_is_open || ::send(m_socket, request.data(), request.size(), MSG_NOSIGNAL) != static_cast<ssize_t>(request.size()))
            return 0;
        std::string answer;
        std::size_t wanted = std::string::npos;
        while (answer.size() < wanted) {
            char piece[65536];
            auto const got = ::recv(m_socket, piece, sizeof piece, 0);
            if (got <= 0)
                return 0;
            answer.append(piece, static_cast<std::size_t>(got));
            auto const head = answer.find("\r\n\r\n");
            auto const length = answer.find("Content-Length: ");
            if (wanted == std::string::npos && head != std::string::npos && length < head)
                wanted = head + 4 + std::stoul(answer.substr(length + 16));
        }
        m_bytes = answer.size();
        return std::stoi(answer.substr(9, 3));
    }
    [[nodiscard]] std::size_t bytes() const { return m_bytes; }

private:
    int m_socket;
    bool m_is_open {false};
    std::size_t m_bytes {0};
};

Result<std::string> session(Options const& options)
{
    auto program = TRY(app::Program::open({.data = options.city}));
    auto& services = program->services();
    auto const accounts = TRY(db::read(services.db, [&](db::ReadTx& tx) { return identity::example_accounts(tx, services.city, services.today()); }));
    for (auto const& account : accounts) {
        if (account.role != "tapem")
            continue;
        auto const signed_in = TRY(identity::sign_in(services, account.login, identity::example_password, "bench"));
        return signed_in.token;
    }
    return Error::unavailable("bench.no_account", "the example city has no account of tapem");
}

Result<Child> start(Options const& options)
{
    return Child::start({options.program.string(), "--data", options.city.string(), "serve", "--listen", "127.0.0.1:" + std::to_string(port)});
}

/// Until it answers; the child is there already.
void wait_for_answer()
{
    while (Connection().get("/-/sehat", "") != 200)
        std::this_thread::sleep_for(std::chrono::milliseconds {1});
}

Result<void> measure_start(Options const& options)
{
    std::vector<double> starts;
    for (int i = 0; i < 5; ++i) {
        Stopwatch const watch;
        auto const child = TRY(start(options));
        wait_for_answer();
        starts.push_back(watch.seconds());
    }
    auto const median = percentile(starts, 0.5);
    print({"start of `serve` until it answers", duration(median), "", "", "under 0,5 s", median < 0.5});
    return Done {};
}

struct Load {
    std::vector<double> latencies;
    double seconds;
    std::size_t failed, bytes;
};

Load load(std::string const& path, std::string const& cookie, std::size_t requests)
{
    std::atomic<std::size_t> next {0}, failed {0}, bytes {0};
    std::mutex mutex;
    Load all {};
    Stopwatch const whole;
    {
        std::vector<std::jthread> threads;
        for (std::size_t i = 0; i < connections; ++i)
            threads.emplace_back([&] {
                Connection connection;
                std::vector<double> own;
                while (next++ < requests) {
                    Stopwatch const one;
                    failed += connection.get(path, cookie) == 200 ? 0 : 1;
                    own.push_back(one.seconds());
                }
                bytes = connection.bytes();
                std::scoped_lock lock(mutex);
                all.latencies.insert(all.latencies.end(), own.begin(), own.end());
            });
    }
    all.seconds = whole.seconds();
    all.failed = failed;
    all.bytes = bytes;
    return all;
}

} // namespace

Result<void> measure_server(Options const& options)
{
    auto const cookie = TRY(session(options));
    TRY(measure_start(options));
    auto const child = TRY(start(options));
    wait_for_answer();
    auto const requests = static_cast<double>(options.requests);
    for (auto const& path : paths) {
        auto const is_list = path != "/kota";
        say(count(requests) + " requests of " + std::string(path));
        auto run = load(std::string(path), cookie, options.requests);
        auto const p99 = percentile(run.latencies, 0.99);
        print({fmt::format("signed-in {} {} at 8 connections, {} kB", is_list ? "list" : "page", path, run.bytes / 1024),
            "p99 " + duration(p99) + ", median " + duration(percentile(run.latencies, 0.5)) + ", " + count(requests / run.seconds) + "/s", "", "", is_list ? "p99 under 10 ms" : "",
            p99 < 0.010 && run.failed == 0});
        if (run.failed > 0)
            say(std::to_string(run.failed) + " requests failed");
    }
    auto const memory = child.megabytes("VmRSS");
    print({"memory after " + count(static_cast<double>(paths.size()) * requests) + " requests", count(memory) + " MB, highest " + count(child.megabytes("VmHWM")) + " MB", "", "", "under 100 MB", memory < 100});
    return Done {};
}

} // namespace rtkeren::bench
