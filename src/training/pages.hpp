#pragma once

#include "html/html.hpp"
#include "training/attendance_pages.hpp"

#include <string>
#include <vector>

/// View models of the course pages: finished words.
namespace rtkeren::training {

struct LabelText {
    std::string label, text;
    std::string href {};
};
/// One paper on the way of a product, and the way as a whole.
struct PathLine {
    std::string what, need, tone, desk, basis, note;
};
struct PathView {
    std::string label; // "" where nothing is made to be sold
    std::string warning {};
    std::vector<PathLine> steps {};
};
struct EarlierLine {
    std::string href, title, day, seats, outcome, cost;
};

struct TopicListPage {
    html::Frame frame;
    html::Safe table;
    std::string take_id; // request id of taking the shipped ones
    bool may_change {false};
};
void render(html::Out&, TopicListPage const&);

struct TopicPage {
    html::Frame frame;
    html::FormState form {};
    std::string name {}, base {}, state {}, step_label {}, step_action {};
    bool retired {false}, may_change {false};
    std::vector<LabelText> facts {};
    std::vector<std::string> curriculum {};
    PathView path {};
    std::vector<EarlierLine> earlier {};
    std::vector<html::Safe> panels {};
};
void render(html::Out&, TopicPage const&);

struct TopicFormPage {
    html::Frame frame;
    html::FormState form;
    std::string title, action, back_href;
    bool is_new {true};
    std::vector<html::Option> categories {}, kinds {};
};
void render(html::Out&, TopicFormPage const&);

struct CourseListPage {
    html::Frame frame;
    html::Safe table;
    bool may_plan {false};
};
void render(html::Out&, CourseListPage const&);

/// First step of planning: from which purse, what.
struct PlanStartPage {
    html::Frame frame;
    html::FormState form;
    std::vector<html::Option> purses {}, topics {};
};
void render(html::Out&, PlanStartPage const&);

struct LineChoice {
    std::string id, label, hint, amount;
    bool chosen {false};
};
struct MeetingRow {
    std::string index, on, begins, ends, subject, on_type;
};
struct PlanPage {
    html::Frame frame;
    html::FormState form;
    std::string title, action, back_href, purse_label, topic_label;
    std::string purse {}, topic {}; // hidden fields; "" on a change
    PathView path {};
    std::vector<LabelText> review {}; // typical cost and bounds
    std::vector<LineChoice> lines {};
    std::vector<MeetingRow> meetings {}; // none on a change
    std::vector<html::Option> facilitators {}, topics {};
    std::vector<EarlierLine> earlier {};
    std::vector<html::Safe> panels {};
};
void render(html::Out&, PlanPage const&);

struct MeetingLine {
    std::string number, day, time, venue, subject, note, tone;
    std::string move_href, cancel_href; // "" where one may not
};
struct TrainerLine {
    std::string name, expertise, hours, honor, tax, cv_href, remove_href;
};
struct ButtonLine {
    std::string href, label, kind; // kind "" is the main one, "second", "plain"
};
struct HistoryLine {
    std::string machine_time, time, what, who, reason;
};
struct NoteLine {
    std::string tone, text, why;
};
struct CoursePage {
    html::Frame frame;
    html::FormState form {};
    std::string base {}, title {}, lead {}, state {}, tone {};
    std::vector<ButtonLine> buttons {};
    std::vector<LabelText> facts {}, counts {}, money {};
    std::vector<NoteLine> notes {};
    PathView path {};
    std::vector<MeetingLine> meetings {};
    std::string add_meeting_href {}, add_trainer_href {}, waits {};
    std::vector<TrainerLine> trainers {};
    std::vector<ButtonLine> papers {};
    std::vector<html::Safe> panels {};
    std::vector<HistoryLine> history {};
};
void render(html::Out&, CoursePage const&);

/// A step of the course, of a seat, of a topic: a sentence, perhaps a reason.
struct StepForm {
    html::Frame frame;
    html::FormState form;
    std::string title, lead, action, back_href, button;
    bool asks_reason {false}, reason_required {false};
};
void render(html::Out&, StepForm const&);

struct FinishLine {
    std::string index, seat, name, present, reason, error;
    bool chosen {false};
};
struct FinishPage {
    html::Frame frame;
    html::FormState form;
    std::string action, back_href;
    std::vector<FinishLine> seats {};
};
void render(html::Out&, FinishPage const&);

struct MeetingFormPage {
    html::Frame frame;
    html::FormState form;
    std::string title, lead, action, back_href;
};
void render(html::Out&, MeetingFormPage const&);

struct TrainerFormPage {
    html::Frame frame;
    html::FormState form;
    std::string action, back_href;
    std::vector<html::Option> no_nik {}, places {}, ranks {};
};
void render(html::Out&, TrainerFormPage const&);

/// For everybody: the calls, and one course without a name in it.
struct CallsPage {
    html::Frame frame;
    html::Safe table;
};
void render(html::Out&, CallsPage const&);

struct CallPage {
    html::Frame frame;
    std::string title, lead, state, tone;
    std::string apply_href {}, closed_text {};
    std::vector<LabelText> facts {};
    std::vector<MeetingLine> meetings {};
    PathView path {};
    std::vector<std::string> curriculum {};
    std::vector<LabelText> list {}; // initials with their state
};
void render(html::Out&, CallPage const&);

struct ApplyPage {
    html::Frame frame;
    html::FormState form;
    std::string title, action, back_href;
    std::vector<html::Option> places {};
};
void render(html::Out&, ApplyPage const&);

struct SeatListPage {
    html::Frame frame;
    html::Safe table;
    std::string base {}, lead {};
    std::vector<ButtonLine> buttons {};
};
void render(html::Out&, SeatListPage const&);

struct FoundLine {
    std::string id, name, detail;
};
struct SeatFormPage {
    html::Frame frame;
    html::FormState form;
    std::string action, back_href, query {};
    bool searched {false};
    std::vector<FoundLine> found {};
    std::vector<html::Option> places {}, poors {};
};
void render(html::Out&, SeatFormPage const&);

struct CandidateLine {
    std::string seat, name, place, points, reasons, flags, proposed, reason, error;
    std::vector<html::Option> choices {};
    std::string chosen {};
};
struct SelectionPage {
    html::Frame frame;
    html::FormState form;
    std::string action, back_href, lead;
    bool may_set {false};
    std::vector<CandidateLine> candidates {};
};
void render(html::Out&, SelectionPage const&);

struct MaterialRow {
    std::string index, name, quantity, unit, price;
};
struct SheetRow {
    std::string name, quantity, price, amount;
};
struct MadeView {
    std::string product, photo_href, pieces, cost_each, price, margin, by;
    std::vector<SheetRow> sheet {};
};
struct SeatPage {
    html::Frame frame;
    html::FormState form {};
    std::string base {}, name {}, lead {}, state {}, tone {};
    std::vector<LabelText> facts {}, reasons {};
    std::vector<ButtonLine> buttons {};
    std::vector<MadeView> made {};
    std::vector<LabelText> certificates {};
    std::vector<HistoryLine> history {};
};
void render(html::Out&, SeatPage const&);

/// The number of a family card; `shown` once a reason was given.
struct HouseholdPage {
    html::Frame frame;
    html::FormState form;
    std::string title, action, back_href, masked, shown;
};
void render(html::Out&, HouseholdPage const&);

struct DecideForm {
    html::Frame frame;
    html::FormState form;
    std::string title, action, back_href;
    std::vector<html::Option> choices {};
};
void render(html::Out&, DecideForm const&);

struct ResultFormPage {
    html::Frame frame;
    html::FormState form;
    std::string name, action, back_href;
    std::vector<MaterialRow> materials {};
};
void render(html::Out&, ResultFormPage const&);

struct OutcomeFormPage {
    html::Frame frame;
    html::FormState form;
    std::string name, action, back_href, register_href {};
    std::vector<html::Option> outcomes {}, businesses {};
};
void render(html::Out&, OutcomeFormPage const&);

struct ScoreLine {
    std::string index, seat, name, score, other, error;
};
struct ScorePage {
    html::Frame frame;
    html::FormState form;
    std::string title, action, back_href, kind, other_href, other_label;
    std::vector<ScoreLine> seats {};
};
void render(html::Out&, ScorePage const&);

struct ExpenseLine {
    std::string href, number, day, what, amount, state;
};
struct CostLine {
    std::string item, planned, spent, accepted;
    std::vector<ExpenseLine> expenses {};
};
struct CostPage {
    html::Frame frame;
    std::string base, title;
    std::vector<LabelText> figures {};
    std::vector<CostLine> lines {};
};
void render(html::Out&, CostPage const&);

struct VerifyPage {
    html::Frame frame;
    std::string tone, icon_name, title, text;
    std::vector<LabelText> facts {};
};
void render(html::Out&, VerifyPage const&);

struct PanelLine {
    std::string href, title, day, state, seats, cost;
};
struct CoursesPanel {
    std::vector<PanelLine> lines {};
    std::string plan_href {};
    bool with_cost {false};
};
void render(html::Out&, CoursesPanel const&);

} // namespace rtkeren::training
