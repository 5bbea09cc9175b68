#pragma once

#include "base/actor.hpp"
#include "base/result.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Requests and responses as the rooms see them. Beast stays in server.cpp; nothing here knows a socket.
namespace rtkeren::http {

enum class Method : std::uint8_t { Get, Head, Post };

class TemporaryFile;

/// One uploaded file of a multipart form: streamed to a temporary file, which goes with the last copy of this value.
/// Who wants to keep it, renames or copies it away. A body that is neither a form nor text is the one upload "body".
struct Upload {
    std::string field;
    std::string filename; // as the client says; for showing only
    std::string content_type; // a claim
    std::filesystem::path path;
    std::uint64_t size {0};
    std::shared_ptr<TemporaryFile const> keep {}; // owns `path`; null in tests that make uploads by hand
};

struct Request {
    Method method {Method::Get};
    std::string path; // decoded, no query: "/kantong/01H..."; valid UTF-8 without control characters
    std::string target {}; // path and query as sent, for the way back after signing in
    std::vector<std::pair<std::string, std::string>> query; // decoded, in order
    std::vector<std::pair<std::string, std::string>> form; // urlencoded or multipart text fields, in order
    std::vector<Upload> uploads;
    std::string body; // JSON bodies; empty for forms
    std::string content_type;
    std::vector<std::pair<std::string, std::string>> headers {}; // names in lower case, in order
    std::map<std::string, std::string> cookies;
    std::string remote_address; // of the client, forwarded addresses only from trusted proxies
    std::string request_id; // ULID, printed in logs and on error pages
    std::string accept_language;
    std::string if_none_match;
    std::string authorization;
    std::string user_agent;
    bool wants_json {false}; // path under /api/ or Accept: application/json
    bool secure {false}; // came to the trusted proxy by https; then every cookie gets Secure

    [[nodiscard]] std::string query_value(std::string_view name) const; // first, or ""
    [[nodiscard]] std::string form_value(std::string_view name) const; // first, or ""
    [[nodiscard]] std::string header(std::string_view name) const; // name in lower case; first, or ""
    [[nodiscard]] Upload const* upload(std::string_view field) const; // first of that name, or null
};

struct Response {
    int status {200};
    std::string content_type {"text/html; charset=utf-8"};
    std::string body;
    std::optional<std::filesystem::path> file; // streamed instead of body
    std::vector<std::pair<std::string, std::string>> headers;

    static Response page(std::string html, int status = 200);
    static Response json(std::string text, int status = 200);
    static Response text(std::string text, int status = 200);
    static Response see_other(std::string location); // 303
    static Response download(std::string bytes, std::string content_type, std::string filename);
    Response& header(std::string name, std::string value);
    /// Path=/, SameSite=Lax. A value of letters, digits and "-_." (others are percent-encoded); age 0 removes it.
    Response& cookie(std::string name, std::string value, std::int64_t max_age_seconds, bool http_only = true);
};

/// Who asks, as far as it is known: made by the session look-up that `app` hands in.
struct Session {
    Actor actor;
    std::string csrf; // token that each POST form carries in the hidden field "csrf"
    bool by_token {false}; // script with a bearer token: no cookie, so no CSRF check
};

/// One request on its way through a handler.
struct Exchange {
    Request const& request;
    std::optional<Session> const& session;
    std::map<std::string, std::string> parameters; // "{id}" of the path
    Language language {Language::Indonesian};

    [[nodiscard]] std::string parameter(std::string_view name) const; // our bug if the route has no such parameter
    [[nodiscard]] Actor const& actor() const; // only on routes with a permission
};

using Handler = std::function<Response(Exchange&)>;

/// One row of a room's routes. Session, CSRF and permission come from the row, so a handler cannot forget them.
struct Route {
    Method method;
    std::string pattern; // "/kantong/{id}", "/rt/{kelurahan}/{rw}/{rt}"
    std::string permission; // "" is public; "signed_in" needs any session; else a permission of the actor
    Handler handler;
    std::string summary; // one line for docs and OpenAPI, English
    std::uint64_t body_limit {64 * 1024};
    bool quick {false}; // answered before the worker pool: kept public pages, health
};

struct Options {
    std::string address {"127.0.0.1"};
    std::uint16_t port {8080}; // 0: any free port (tests)
    unsigned workers {8};
    std::size_t queue_limit {256}; // beyond: 503 with Retry-After
    std::size_t connection_limit {2000};
    std::size_t connection_limit_per_address {200};
    std::int64_t header_deadline_ms {3000};
    std::int64_t body_deadline_ms {120000};
    std::int64_t idle_deadline_ms {30000};
    std::vector<std::string> trusted_proxies; // addresses or networks ("10.0.0.0/8"); free of the limit per address
    std::filesystem::path upload_folder; // temporary files of bodies; empty: the system's folder
    std::int64_t stop_grace_ms {2000}; // answers under way when `stop` comes may still go out for so long
};

/// What the server asks the program for. `session` runs on workers; `error_page` and `finish` also on the thread of the
/// sockets (400, 413, 503), so they must not wait for anything. All are called from several threads.
struct Hooks {
    std::function<std::optional<Session>(Request const&)> session; // from cookie or bearer token
    std::function<Response(Request const&, std::optional<Session> const&, Error const&)> error_page; // 404, 403, 413, 500...
    std::function<void(Response&)> finish; // security headers
    std::function<Ulid()> ulid;
};

class Server {
public:
    /// Listens at once; environment.port_in_use, environment.address, environment.folder (uploads), config.trusted_proxies.
    static Result<std::unique_ptr<Server>> open(Options, std::vector<Route>, Hooks);
    virtual ~Server() = default;
    /// Serves until `stop` (which may come from another thread or a signal handler's thread).
    virtual void run() = 0;
    virtual void stop() = 0;
    [[nodiscard]] virtual std::uint16_t port() const = 0;
};

/// The matching row and its parameters; what the server itself uses, for tests and `route × role` tables.
struct Match {
    Route const* route {nullptr};
    std::map<std::string, std::string> parameters;
    bool path_known {false}; // the path exists with another method: 405
};
/// A literal segment wins over a parameter, from the left; HEAD finds GET rows; a parameter is never empty.
[[nodiscard]] Match match_route(std::vector<Route> const&, Method, std::string_view path);
/// Session, permission, CSRF, then the handler, then Hooks::finish: everything but the socket. Catches what a handler throws (500).
/// Refusals: page.not_found 404, request.method 405, session.missing 401 (a page: 303 to /masuk?lanjut=), permission.missing 403,
/// csrf.invalid 403, csrf.cross_site 403, server.failed 500. A quick row gets no session.
[[nodiscard]] Response dispatch(std::vector<Route> const&, Hooks const&, Request const&);

/// Cookie "bahasa" (id, en), else the session's language, else Indonesian.
[[nodiscard]] Language language_of(Request const&, std::optional<Session> const&);

[[nodiscard]] std::string url_encode(std::string_view);
[[nodiscard]] std::optional<std::string> url_decode(std::string_view, bool plus_is_space = true);
/// "a=1&b=x+y" in order; what does not decode stays as sent.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> parse_query(std::string_view);

} // namespace rtkeren::http
