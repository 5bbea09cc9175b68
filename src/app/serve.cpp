#include "app/serve.hpp"

#include "app/rooms.hpp"
#include "app/work.hpp"
#include "base/text.hpp"
#include "identity/identity.hpp"
#include "identity/room.hpp"
#include "language/language.hpp"

#include <csignal>
#include <cstdio>
#include <thread>

namespace rtkeren::app {

namespace {

constexpr std::string_view content_policy = "default-src 'self'; img-src 'self' blob: data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

std::optional<http::Session> session_of_request(Services& services, http::Request const& request)
{
    if (request.authorization.starts_with("Bearer ")) {
        auto found = identity::session_of_bearer(services, trim(std::string_view(request.authorization).substr(7)));
        if (found.ok() && *found)
            return http::Session {std::move((*found)->actor), {}, true};
        return std::nullopt;
    }
    auto const cookie = request.cookies.find("sesi");
    if (cookie == request.cookies.end())
        return std::nullopt;
    auto found = identity::session_of(services, cookie->second);
    if (found.ok() && *found)
        return http::Session {std::move((*found)->actor), (*found)->csrf, false};
    return std::nullopt;
}

http::Response error_page(Services& services, http::Request const& request, std::optional<http::Session> const& session, Error const& error)
{
    auto const chosen = request.cookies.find("bahasa");
    http::Exchange const exchange {request, session, {}, language::language_of(chosen == request.cookies.end() ? "id" : chosen->second)};
    language::Use const use(exchange.language);
    if (error.code == "session.missing" && !request.wants_json) // a form whose session ended while somebody typed
        return identity::session_ended(services, exchange);
    if (error.code == "csrf.invalid" && !request.wants_json) // a form of the session before
        return identity::form_expired(services, exchange);
    return screens::refusal(services, exchange, error);
}

void finish(http::Response& response)
{
    auto const has = [&](std::string_view name) { return std::ranges::any_of(response.headers, [&](auto const& header) { return header.first == name; }); };
    response.header("Content-Security-Policy", std::string(content_policy));
    response.header("X-Content-Type-Options", "nosniff");
    response.header("Referrer-Policy", "same-origin");
    response.header("Permissions-Policy", "camera=(self), geolocation=(self), microphone=()");
    if (!has("Cache-Control"))
        response.header("Cache-Control", "private, no-store");
}

struct Address {
    std::string host;
    std::uint16_t port {8080};
};

Result<Address> parse_address(std::string const& text)
{
    auto const colon = text.rfind(':');
    auto const port = colon == std::string::npos ? std::nullopt : parse_integer(std::string_view(text).substr(colon + 1));
    if (!port || *port < 0 || *port > 65535)
        return Error::field("listen", "environment.address", text);
    return Address {text.substr(0, colon), static_cast<std::uint16_t>(*port)};
}

bool is_loopback(std::string_view host) { return host.starts_with("127.") || host == "localhost" || host == "::1" || host == "[::1]"; }

sigset_t stop_signals()
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    return signals;
}

/// SIGINT and SIGTERM, waited for on a thread of their own, so that nothing runs inside a signal handler.
class StopOnSignal {
public:
    explicit StopOnSignal(http::Server& server)
    {
        m_waiter = std::jthread([&server] {
            auto const signals = stop_signals();
            int which = 0;
            sigwait(&signals, &which);
            server.stop();
        });
    }

private:
    std::jthread m_waiter;
};

} // namespace

void hold_stop_signals()
{
    auto const signals = stop_signals();
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
}

http::Hooks make_hooks(Services& services)
{
    return {.session = [&services](http::Request const& request) { return session_of_request(services, request); },
        .error_page = [&services](http::Request const& request, std::optional<http::Session> const& session, Error const& error) { return error_page(services, request, session, error); },
        .finish = finish,
        .ulid = [&services] { return services.env.ulid(); }};
}

Result<std::unique_ptr<http::Server>> make_server(Program& program, bool public_example)
{
    auto address = TRY(parse_address(program.config().text("listen")));
    if (program.city().example && !is_loopback(address.host) && !public_example)
        return Error::unavailable("environment.example_public", address.host);
    http::Options options {.address = address.host,
        .port = address.port,
        .workers = static_cast<unsigned>(std::max<std::int64_t>(1, program.config().number("workers"))),
        .trusted_proxies = program.config().list("trusted_proxies"),
        .upload_folder = program.data() / "uploads"};
    return http::Server::open(std::move(options), all_routes(program.services()), make_hooks(program.services()));
}

Result<void> serve(Program& program, bool public_example)
{
    auto server = TRY(make_server(program, public_example));
    StopOnSignal const stop(*server);
    jobs::Runner runner(program.services(), own_work(), [](std::string_view what, Error const& error) {
        std::fprintf(stderr, "rtkeren: job %.*s: %s %s\n", static_cast<int>(what.size()), what.data(), error.code.c_str(), error.detail.c_str());
    });
    runner.start();
    std::fprintf(stderr, "rtkeren: %s on http://%s (port %u)\n", program.city().name.c_str(), program.config().text("listen").c_str(), unsigned {server->port()});
    server->run();
    return Done {};
}

} // namespace rtkeren::app
