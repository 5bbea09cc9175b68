#pragma once

#include "app/program.hpp"
#include "http/http.hpp"

namespace rtkeren::app {

/// The server of this program, listening already: sessions from cookie or bearer token, error pages, security headers.
/// environment.port_in_use, environment.example_public (the example city listens beyond 127.0.0.1 only with `public_example`).
[[nodiscard]] Result<std::unique_ptr<http::Server>> make_server(Program&, bool public_example);
/// Before the program is opened, for the database has threads already: SIGINT and SIGTERM wait for `serve` instead of ending the process.
void hold_stop_signals();
/// Serves until SIGINT or SIGTERM; jobs run beside.
[[nodiscard]] Result<void> serve(Program&, bool public_example);

/// What the server asks for; also for tests without a socket.
[[nodiscard]] http::Hooks make_hooks(Services&);

} // namespace rtkeren::app
