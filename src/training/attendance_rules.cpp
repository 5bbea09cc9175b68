#include "training/attendance_rules.hpp"

#include "base/text.hpp"
#include "secrets/secrets.hpp"

#include <algorithm>
#include <cstdlib>

namespace rtkeren::training {
namespace {

constexpr std::int64_t a_minute = 60, an_hour = 60 * a_minute, a_day = 24 * an_hour;
constexpr std::size_t mac_length = 16;

struct TokenKind {
    std::string_view purpose;
    std::int64_t step;
};
constexpr TokenKind qr_kind {"training.session_qr", token_step_seconds}, ticket_kind {"training.session_ticket", ticket_step_seconds};

std::int64_t step_of(TokenKind kind, Instant now) { return now.milliseconds() / 1000 / kind.step; }

std::string mac_of(secrets::Keys const& keys, TokenKind kind, SessionId session, std::int64_t step)
{
    return keys.lookup(kind.purpose, session.str() + "|" + std::to_string(step)).substr(0, mac_length);
}

std::string token_of(secrets::Keys const& keys, TokenKind kind, SessionId session, Instant now) { return session.str() + "." + mac_of(keys, kind, session, step_of(kind, now)); }

std::optional<SessionId> session_in_token(secrets::Keys const& keys, TokenKind kind, std::string_view token, Instant now)
{
    auto const dot = token.find('.');
    if (dot == std::string_view::npos)
        return std::nullopt;
    auto const session = SessionId::parse(token.substr(0, dot));
    if (!session.ok())
        return std::nullopt;
    for (auto const step : {step_of(kind, now), step_of(kind, now) - 1})
        if (secrets::equal_in_constant_time(token.substr(dot + 1), mac_of(keys, kind, *session, step)))
            return *session;
    return std::nullopt;
}

} // namespace

SessionTimes times_of(Session const& session, Zone zone)
{
    auto const midnight = Instant::start_of(session.on, zone);
    auto const begins = midnight.plus_seconds(session.begins * a_minute), ends = midnight.plus_seconds(session.ends * a_minute);
    return {.opens = begins.plus_seconds(-an_hour), .begins = begins, .ends = ends, .scan_until = ends.plus_seconds(30 * a_minute), .late_after = ends.plus_seconds(a_day),
        .shut = ends.plus_seconds(7 * a_day)};
}

Result<void> check_marking(Session const& session, SessionTimes const& times, Instant now, bool manages_with_reason)
{
    if (session.cancelled)
        return Error::conflict("training.meeting_cancelled", {{"reason", session.cancelled_reason}});
    if (now < times.opens)
        return Error::conflict("training.too_early", {{"on", session.on.iso()}, {"from", Clock::of(std::max<std::int64_t>(session.begins - 60, 0)).str()}});
    if (now > times.shut && !manages_with_reason)
        return Error::conflict("training.too_late", {{"on", session.on.iso()}});
    return Done {};
}

bool is_late(SessionTimes const& times, Instant recorded) { return recorded > times.late_after; }

bool is_clock_odd(SessionTimes const& times, Instant made_at) { return made_at < times.opens || made_at > times.ends.plus_seconds(12 * an_hour); }

std::int64_t portions_of(std::int64_t spent, std::int64_t price) { return (spent + price / 2) / price; }

bool portions_fit(std::int64_t portions, std::int64_t signatures) { return 10 * std::abs(portions - signatures) <= signatures; }

std::string short_name(std::string_view name)
{
    std::string text;
    for (auto const word : split(name, ' ')) {
        if (word.empty())
            continue;
        text += text.empty() ? std::string(word) : " " + std::string(first_characters(word, 1)) + ".";
    }
    return text;
}

std::string hours_of(Session const& session) { return Clock::of(session.begins).str() + "–" + Clock::of(session.ends).str(); }

std::string with_route(std::string_view routes, std::string_view route)
{
    auto const known = split(routes, ',');
    if (std::ranges::find(known, route) != known.end())
        return std::string(routes);
    return routes.empty() ? std::string(route) : std::string(routes) + "," + std::string(route);
}

std::string session_token(secrets::Keys const& keys, SessionId session, Instant now) { return token_of(keys, qr_kind, session, now); }
std::optional<SessionId> session_of_token(secrets::Keys const& keys, std::string_view token, Instant now) { return session_in_token(keys, qr_kind, token, now); }
std::string session_ticket(secrets::Keys const& keys, SessionId session, Instant now) { return token_of(keys, ticket_kind, session, now); }
std::optional<SessionId> session_of_ticket(secrets::Keys const& keys, std::string_view ticket, Instant now) { return session_in_token(keys, ticket_kind, ticket, now); }

std::string code_of_slip(secrets::Keys const& keys, SlipId slip) { return secrets::paper_code(keys, "training.slip_code", slip.text(), 2); }

std::string hash_of_slip_code(secrets::Keys const& keys, std::string_view normal) { return keys.lookup("training.slip", normal); }

} // namespace rtkeren::training
