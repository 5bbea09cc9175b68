#pragma once

#include "html/html.hpp"
#include "http/http.hpp"
#include "operations/services.hpp"

#include <string>
#include <vector>

/// View models of the room's pages.
namespace rtkeren::reporting {

/// The chooser of years and one list.
struct ListPage {
    html::Frame frame;
    std::string title, intro, year, base; // base: "/lpj?tahun="
    std::vector<html::Option> years;
    html::Safe table;
    std::string new_href {}, new_label {};
    std::string other_href {}, other_label {}; // a list beside this one
};
void render(html::Out&, ListPage const&);

struct SheetCell {
    std::string text, href;
    bool number {false};
};
struct SheetRow {
    std::vector<SheetCell> cells;
    std::string group {}; // a heading over the whole width instead of cells
    std::string span {}; // how many columns that is
};
struct Sheet {
    std::string id, title, intro, empty;
    std::vector<SheetCell> heads;
    std::vector<SheetRow> rows;
    std::vector<SheetCell> totals;
};
struct Fact {
    std::string label, value;
};
struct LackLine {
    std::string text, why, href, state, icon; // state: miss or wait
};
/// A button or a small form beside the document.
struct Action {
    std::string label, action, id, version, kind, icon, confirm;
    std::string blocked {}; // who did the earlier step, when four eyes forbid it
    bool note {false}; // asks for a reason
    bool points {false}; // asks for document and fix
};
struct PurseToClose {
    std::string name, state, amount, action, id; // amount: what is left
    bool may_close {false};
    bool asks_debt {false};
};
struct ReturnLine {
    std::string round, document, fix, who;
};
struct HistoryLine {
    std::string time, machine_time, what, who, reason;
};
struct LpjPage {
    html::Frame frame;
    html::FormState form;
    std::string title, state, tone, due, rounds;
    bool late {false};
    std::string pdf_href, progress_href;
    std::vector<std::string> letterhead;
    std::vector<Fact> cover;
    std::vector<std::string> statement;
    std::string chair, treasurer;
    std::vector<Sheet> sheets;
    std::vector<LackLine> lacks;
    std::string lacks_title;
    std::vector<Action> actions;
    std::vector<PurseToClose> purses;
    std::vector<ReturnLine> returns;
    std::vector<HistoryLine> history;
};
void render(html::Out&, LpjPage const&);

struct Picture {
    std::string href, label;
};
struct Progressed {
    std::string title; // "Pekerjaan fisik: Saluran tepi gang 3"
    std::string before, after; // the first and the furthest photo
    std::string before_label, after_label;
    std::vector<Picture> pictures;
};
struct ProgressPage {
    html::Frame frame;
    std::string title, year, base, new_href; // new_href: "" for who may not
    std::vector<html::Option> years;
    std::vector<Progressed> works;
    std::vector<Picture> boards;
    std::vector<HistoryLine> reports;
};
void render(html::Out&, ProgressPage const&);

struct NewProgressPage {
    html::Frame frame;
    html::FormState form;
    std::string action, unit;
    std::vector<html::Option> purses, stages, activities;
    std::vector<std::string> kept; // hashes of photos that were stored by a refused try
    std::vector<std::string> kept_boards;
};
void render(html::Out&, NewProgressPage const&);

struct NewFindingPage {
    html::Frame frame;
    html::FormState form;
    std::vector<html::Option> pokmas, purses, severities;
    std::string year;
};
void render(html::Out&, NewFindingPage const&);

struct FindingPage {
    html::Frame frame;
    html::FormState form;
    std::string title, state, tone, description, response, closing, due;
    bool late {false};
    std::vector<Fact> facts;
    std::vector<Picture> papers;
    std::vector<Action> actions;
    std::string answer_action {}; // "" for who may not answer now
    std::vector<HistoryLine> history;
};
void render(html::Out&, FindingPage const&);

/// Parts for pages of lower rooms.
struct PhotosPanel {
    std::string href;
    std::vector<Picture> pictures;
};
void render(html::Out&, PhotosPanel const&);
struct LpjLine {
    std::string href, title, state, tone, due;
};
struct LpjPanel {
    std::vector<LpjLine> lines;
};
void render(html::Out&, LpjPanel const&);

[[nodiscard]] std::vector<http::Route> lpj_routes(Services&);
[[nodiscard]] std::vector<http::Route> progress_routes(Services&);
[[nodiscard]] std::vector<http::Route> finding_routes(Services&);

} // namespace rtkeren::reporting
