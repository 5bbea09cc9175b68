#pragma once

#include "secrets/codes.hpp"
#include "training/inputs.hpp"

/// What attendance obeys, without a database: times, names on slips, tokens of the session's QR.
namespace rtkeren::training {

/// From when until when something may be done with a meeting's list.
struct SessionTimes {
    Instant opens; // an hour before it begins
    Instant begins, ends;
    Instant scan_until; // half an hour after its end the QR is dead
    Instant late_after; // a day after its end: what comes then is named late
    Instant shut; // seven days after its end only who manages courses may still mark, with a reason
};
[[nodiscard]] SessionTimes times_of(Session const&, Zone);
/// Conflict training.meeting_cancelled, training.too_early {opens}, training.too_late {shut} (not for who manages and says why).
[[nodiscard]] Result<void> check_marking(Session const&, SessionTimes const&, Instant now, bool manages_with_reason);
/// A mark that was entered long after the meeting.
[[nodiscard]] bool is_late(SessionTimes const&, Instant recorded);
/// The device says that it was made at another time than the meeting's.
[[nodiscard]] bool is_clock_odd(SessionTimes const&, Instant made_at);

/// So many portions did this money pay for at that price, to the nearest; they fit while they stay within a tenth of the signatures.
[[nodiscard]] std::int64_t portions_of(std::int64_t spent, std::int64_t price);
[[nodiscard]] bool portions_fit(std::int64_t portions, std::int64_t signatures);

/// "Siti Nur Aminah" is "Siti N. A.": what slips, the projected list and the phone may show.
[[nodiscard]] std::string short_name(std::string_view name);
/// "08.00–11.00"
[[nodiscard]] std::string hours_of(Session const&);

/// "qr,paper" with another proof in it: each once, in the order in which they came.
[[nodiscard]] std::string with_route(std::string_view routes, std::string_view route);

/// The meeting's QR changes every two minutes and works one step longer, so that a photo of it sent home does not.
inline constexpr std::int64_t token_step_seconds = 120;
[[nodiscard]] std::string session_token(secrets::Keys const&, SessionId, Instant now);
[[nodiscard]] std::optional<SessionId> session_of_token(secrets::Keys const&, std::string_view token, Instant now);
/// Who opened the QR in time gets up to ten minutes to find the slip and type its code.
inline constexpr std::int64_t ticket_step_seconds = 300;
[[nodiscard]] std::string session_ticket(secrets::Keys const&, SessionId, Instant now);
[[nodiscard]] std::optional<SessionId> session_of_ticket(secrets::Keys const&, std::string_view ticket, Instant now);

/// The code on the paper, from the slip's id: no table, answer or log holds it. "7K3F-9QXB"
[[nodiscard]] std::string code_of_slip(secrets::Keys const&, SlipId);
[[nodiscard]] std::string hash_of_slip_code(secrets::Keys const&, std::string_view normal); // of secrets::normal_code

} // namespace rtkeren::training
