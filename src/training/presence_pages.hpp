#pragma once

#include "http/http.hpp"
#include "screens/screens.hpp"
#include "training/attendance.hpp"
#include "training/attendance_pages.hpp"

/// What the pages of attendance share.
namespace rtkeren::training {

[[nodiscard]] std::vector<http::Route> presence_routes(Services&);
[[nodiscard]] std::vector<http::Route> presence_paper_routes(Services&);
[[nodiscard]] std::vector<http::Route> presence_offline_routes(Services&);
[[nodiscard]] std::vector<http::Route> attendance_page_routes(Services&);
[[nodiscard]] std::vector<http::Route> slip_routes(Services&);
[[nodiscard]] std::vector<http::Route> own_slip_routes(Services&);
[[nodiscard]] std::vector<http::Route> dispute_routes(Services&);

/// The meeting that the path names, of the course that it names, for who leads it: else it is not there.
[[nodiscard]] Result<Led> led_of_path(db::ReadTx&, Services const&, http::Exchange const&);
/// For who reads the course. training.no_course
[[nodiscard]] Result<Course> course_of_path(db::ReadTx&, http::Exchange const&);

[[nodiscard]] std::vector<html::Crumb> session_crumbs(Course const&, Session const&, std::string last);
/// "Pertemuan 2"
[[nodiscard]] std::string session_title(Session const&);
/// "Senin, 5 Januari 2026, 08.00–11.00, Balai RW 03"
[[nodiscard]] std::string session_when(Session const&);
/// "QR di ponsel peserta, tanda tangan di kertas"
[[nodiscard]] std::string routes_words(std::string_view routes);
[[nodiscard]] std::string mark_state(std::optional<bool> present);
[[nodiscard]] std::string_view mark_tone(std::optional<bool> present);
/// Every proof of one participant at one meeting, newest first.
[[nodiscard]] std::vector<MarkLine> history_lines(Services const&, std::vector<StoredMark> const&, SeatId);
[[nodiscard]] std::vector<html::Option> there_options();
[[nodiscard]] std::vector<FindingLine> finding_lines(std::vector<AttendanceFinding> const&);

/// A QR as it is put on a page or screen.
[[nodiscard]] Result<html::Safe> qr_part(std::string_view text, std::string_view label);

inline constexpr std::string_view slip_cookie = "slip";

} // namespace rtkeren::training
