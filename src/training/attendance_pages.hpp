#pragma once

#include "html/html.hpp"

#include <string>
#include <utility>
#include <vector>

/// View models of attendance, slips and disputes.
namespace rtkeren::training {

struct PresenceLine {
    std::string seat, name, state, tone, routes, href; // href: mark by hand
    bool present {false}, marked {false};
};
/// The facilitator's page of one meeting.
struct PresencePage {
    html::Frame frame;
    html::FormState form;
    std::string base, course_href, title, course, when, closed, state, live_href;
    html::Safe qr; // absent before, after and on cancelled meetings
    std::string qr_note;
    std::string present, absent, unmarked, n {"{n}"}; // n: left for the script to fill
    std::vector<PresenceLine> lines;
    bool may_mark {false}, may_close {false}, may_reopen {false};
};
void render(html::Out&, PresencePage const&);

/// The QR over the whole screen, for a projector or a tablet on the table.
struct QrPage {
    html::Frame frame;
    std::string title, lead, note, counted, names, back_href, live_href;
    html::Safe qr;
};
void render(html::Out&, QrPage const&);

struct MarkLine {
    std::string machine_time, time, what, tone, route, who, reason, file_href, device;
};
/// One participant at one meeting: every proof, and the form that marks by hand.
struct MarkPage {
    html::Frame frame;
    html::FormState form;
    std::string title, lead, action, back_href;
    std::vector<html::Option> marks;
    std::vector<MarkLine> history;
    bool may_mark {false};
};
void render(html::Out&, MarkPage const&);

struct PaperSeat {
    std::string id, name, note;
    bool chosen {false};
};
struct PaperPage {
    html::Frame frame;
    html::FormState form;
    std::string title, lead, action, back_href, file, file_href;
    std::vector<PaperSeat> seats;
};
void render(html::Out&, PaperPage const&);

/// Closing a meeting's list, or opening it again.
struct ClosingPage {
    html::Frame frame;
    html::FormState form;
    std::string title, lead, action, back_href, button;
    bool asks_reason {false};
};
void render(html::Out&, ClosingPage const&);

struct FindingLine {
    std::string tone, text, href;
};
struct MeetingPresence {
    std::string href, number, when, subject, state, tone, counts;
};
struct PhotoLine {
    std::string href, text;
};
/// Attendance of a course: meetings, everybody's marks, what does not fit together.
struct AttendancePage {
    html::Frame frame;
    std::string base, course_href;
    html::Safe table;
    std::vector<FindingLine> findings;
    std::vector<MeetingPresence> meetings;
    std::vector<PhotoLine> photos;
    bool may_lead {false};
};
void render(html::Out&, AttendancePage const&);

/// On the course's page.
struct AttendancePanel {
    std::string href, slip_href, counted, rate;
    std::vector<FindingLine> findings;
    bool may_lead {false};
};
void render(html::Out&, AttendancePanel const&);

struct SlipLine {
    std::string seat, name, state;
    bool has {false};
};
struct SlipsPage {
    html::Frame frame;
    html::FormState form;
    std::string action, pdf_href, pdf_note;
    std::vector<SlipLine> seats;
};
void render(html::Out&, SlipsPage const&);

/// Where a participant types the code of the slip.
struct SlipCodePage {
    html::Frame frame;
    html::FormState form;
    std::string title, lead, action, button, known_name, ticket;
};
void render(html::Out&, SlipCodePage const&);

struct OwnMeeting {
    std::string id, when, subject, state, tone, route, dispute_href, dispute_state, dispute_reason, withdraw_id;
};
/// What a slip shows.
struct OwnSlipPage {
    html::Frame frame;
    std::string name, course, course_href, venue, present, base, certificate_href, certificate, request_id;
    std::vector<OwnMeeting> meetings;
};
void render(html::Out&, OwnSlipPage const&);

struct DisputeFormPage {
    html::Frame frame;
    html::FormState form;
    std::string title, lead, action, back_href, says;
};
void render(html::Out&, DisputeFormPage const&);

struct ScannedPage {
    html::Frame frame;
    std::string course, slip_href;
};
void render(html::Out&, ScannedPage const&);

struct DisputePage {
    html::Frame frame;
    html::FormState form;
    std::string title, action, words, state, tone, mark_href, decided;
    std::vector<std::pair<std::string, std::string>> facts;
    std::vector<MarkLine> history;
    std::vector<html::Option> decisions;
    bool may_decide {false};
};
void render(html::Out&, DisputePage const&);

struct DisputesPage {
    html::Frame frame;
    html::Safe table;
};
void render(html::Out&, DisputesPage const&);

/// The shell that works without a signal: the same for everybody, filled by its script.
struct OfflinePage {
    html::Frame frame;
    std::string n {"{n}"}, name {"{name}"}, mark {"{mark}"}, time {"{time}"}, present {"{present}"}, absent {"{absent}"}, unmarked {"{unmarked}"}; // left for the script to fill
};
void render(html::Out&, OfflinePage const&);

} // namespace rtkeren::training
