#pragma once

#include "http/http.hpp"

/// What the server and `dispatch` share: the refusals, and how a refusal becomes an answer.
namespace rtkeren::http {

/// A refusal with the status of HTTP, which is finer than the kind of an error (413, 405, 401).
struct Refusal {
    Error error;
    int status {422};
};

/// Origin, session and permission: all that can be judged before the body is there.
[[nodiscard]] std::optional<Refusal> refuse_by_head(Route const&, Request const&, std::optional<Session> const&);

/// Page or JSON of a refusal, by Hooks::error_page, with the right status; 503 says when to come back. Never throws.
[[nodiscard]] Response answer_refusal(Hooks const&, Request const&, std::optional<Session> const&, Refusal const&);

/// The same with Hooks::finish and the request's id: ready to be sent.
[[nodiscard]] Response finished_refusal(Hooks const&, Request const&, std::optional<Session> const&, Refusal const&);

/// "GET, HEAD, POST" as far as the path has rows; empty for an unknown path.
[[nodiscard]] std::string allowed_methods(std::vector<Route> const&, std::string_view path);

/// The session, or nothing when there is no hook. May throw what the hook throws.
[[nodiscard]] std::optional<Session> session_of(Hooks const&, Request const&);

} // namespace rtkeren::http
