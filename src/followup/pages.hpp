#pragma once

#include "html/html.hpp"

#include <string>
#include <utility>
#include <vector>

/// View models of this room's pages.
namespace rtkeren::followup {

struct WeekLink {
    std::string href, label, count, tone;
};
struct VisitListPage {
    html::Frame frame;
    html::Safe table;
    std::string lead;
    std::vector<WeekLink> weeks, parts;
    bool may_survey {false};
};
void render(html::Out&, VisitListPage const&);

struct Fact {
    std::string label, text;
};
/// One channel of the form: ticked or not, with the amount where it was told.
struct ChannelLine {
    std::string value, label, channel_name, sells_name, amount_name, amount;
    bool sells {false};
};
/// The questions of a visit and of an interview.
struct AskPart {
    std::vector<html::Option> ways, producing, told, obstacles, businesses;
    std::vector<ChannelLine> channels;
    std::string month_words; // which days the amounts are of
    std::string business_href; // where a business is recorded, when there is none
    std::string file; // hash of a photo that was sent before
    bool has_business {false};
    bool opens_rest {false}; // something stands in what is folded away, or is wrong there
};
struct AnswerCard {
    std::string id, day, who, tone, producing, reason, photo_href;
    std::vector<Fact> facts;
    bool replaced {false};
};
struct TryLine {
    std::string day, what, who, note;
};
struct SiblingLine {
    std::string href, label, state, tone;
    bool current {false};
};

/// One visit: who, what was said before, and the questions while it is open.
struct VisitPage {
    html::Frame frame;
    html::FormState form;
    AskPart ask;
    std::string base, name, title, place, state, tone, turn, phone, course_href, prefilled, opens;
    std::vector<Fact> facts;
    std::vector<AnswerCard> answers;
    std::vector<TryLine> tries;
    std::vector<SiblingLine> siblings;
    bool asks {false}, may_correct {false}, may_repeat {false}, may_phone {false};
};
void render(html::Out&, VisitPage const&);

/// Somebody was not met; a correction; a repetition: one form about one visit or interview.
struct StepPage {
    html::Frame frame;
    html::FormState form;
    AskPart ask;
    std::vector<html::Option> ways, results, places, people;
    std::string title, lead, action, back_href, button, note, confirm;
    bool asks_missed {false}, asks_answer {false}, asks_reason {false}, asks_who {false}, uploads {false};
};
void render(html::Out&, StepPage const&);

struct ResultsPage {
    html::Frame frame;
    html::Safe table, chart, obstacles;
    std::string sentence;
    std::vector<std::string> notes;
};
void render(html::Out&, ResultsPage const&);

struct SurvivalLine {
    std::string days, words, sold, asked, href;
};
/// On pages of lower rooms: a topic, a course, an RT, a purse.
struct SurvivalPanel {
    std::string title, lead, all_href, obstacles;
    std::vector<SurvivalLine> lines;
};
void render(html::Out&, SurvivalPanel const&);

struct PlanLine {
    std::string days, day, state;
};
struct PlanPanel {
    std::string lead;
    std::vector<PlanLine> lines;
};
void render(html::Out&, PlanPanel const&);

struct RoundsPage {
    html::Frame frame;
    html::Safe table;
};
void render(html::Out&, RoundsPage const&);

struct RoundFormPage {
    html::Frame frame;
    html::FormState form;
    std::string action, back_href;
    std::vector<html::Option> places, frames, years;
};
void render(html::Out&, RoundFormPage const&);

struct ProgressLine {
    std::string place, who, all, answered, refused, missed, open;
};
struct RoundPage {
    html::Frame frame;
    std::string base, name, state, tone, lead, rate, panel_action, frame_href;
    std::vector<Fact> facts, proof;
    std::vector<ProgressLine> progress;
    html::Safe table;
    html::FormState form;
    bool may_draw {false}, may_assign {false}, may_close {false}, may_cancel {false}, may_panel {false};
};
void render(html::Out&, RoundPage const&);

struct InterviewListPage {
    html::Frame frame;
    html::Safe table;
};
void render(html::Out&, InterviewListPage const&);

/// What an interviewer sees: the business and the questions, nothing of any course.
struct InterviewPage {
    html::Frame frame;
    html::FormState form;
    AskPart ask;
    std::string base, business, activity, owner, place, round, state, tone, phone, prefilled;
    std::vector<AnswerCard> answers;
    std::vector<TryLine> tries;
    bool asks {false}, may_correct {false}, may_phone {false};
};
void render(html::Out&, InterviewPage const&);

} // namespace rtkeren::followup
