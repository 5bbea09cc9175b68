#pragma once

#include "html/html.hpp"

#include <string>
#include <vector>

/// View models of the inside pages: finished words and numbers.
namespace rtkeren::insight {

/// A choice among links, one of them current.
struct Choice {
    std::string href, label;
    bool current {false};
};

/// A deadline as the corner of a card: tone "no", "warn" or none.
struct Leaf {
    std::string tone, number, unit;
};

// -- /menunggu -----------------------------------------------------------------------------------------------------

struct TaskCard {
    Leaf leaf;
    std::string title, state, place, since;
    std::string href, action; // "Buka RAB"
};
struct TaskGroup {
    std::string id, title;
    bool main {true}; // its buttons are main buttons
    std::vector<TaskCard> tasks;
};
struct FollowedLine {
    std::string href, title, state, when;
    bool late {false};
};
/// What waits without being a step of a machine: offices to confirm, rules to release, a city that was just founded.
struct WaitingNote {
    std::string title, text, href, action;
};
struct WaitingPage {
    html::Frame frame;
    std::string title, today, late, soon; // late and soon are "" when there is nothing
    std::int64_t count {0}; // cards and notes
    std::string record_href; // "" for who records no expenses
    std::vector<Choice> kinds;
    std::vector<WaitingNote> notes;
    std::vector<TaskGroup> groups;
    std::vector<FollowedLine> followed;
    std::string more_href, more; // next cards
    std::string place_name, place_href; // own kelurahan, "" for offices of the city
    html::Safe place_bar, place_legend;
};
void render(html::Out&, WaitingPage const&);

// -- /kota, /kecamatan, /kelurahan, /rw ----------------------------------------------------------------------------

/// Money of one envelope as a bar with its legend.
struct EnvelopeBar {
    std::string label, sign;
    Rupiah ceiling;
    html::Safe bar, legend;
};
struct LateLine {
    std::string href, title, what, who, days;
};
struct PlacePage {
    html::Frame frame;
    std::string title, facts; // "630 RT, Rp31,50 miliar. Angka per 9 Oktober 2023."
    std::vector<Choice> years;
    html::Safe calendar; // empty below the city
    std::string calendar_href;
    std::vector<EnvelopeBar> bars;
    std::string map_title, map_note;
    std::vector<Choice> measures;
    html::Safe map;
    std::vector<LateLine> late;
    std::string late_href, late_words; // "Semua 19"
    std::string table_title;
    html::Safe table;
};
void render(html::Out&, PlacePage const&);

// -- /rt -----------------------------------------------------------------------------------------------------------

struct PurseCard {
    std::string href, label, sign, state;
    Rupiah ceiling;
    html::Safe flow;
};
struct YearLine {
    std::string year, href;
    html::Safe bar;
    Rupiah ceiling, accepted;
    std::string share;
};
struct UnitPage {
    html::Frame frame;
    std::string title, facts, accepted_words;
    std::vector<Choice> years;
    std::vector<PurseCard> purses;
    std::vector<html::Safe> panels;
    std::vector<LateLine> late;
    std::vector<YearLine> history;
    std::vector<Choice> predecessors, successors;
};
void render(html::Out&, UnitPage const&);

// -- /kantong, /entri ----------------------------------------------------------------------------------------------

struct PursePage {
    html::Frame frame;
    std::string title, sign, facts, state, state_tone, unit_href;
    Rupiah ceiling;
    html::Safe flow;
    html::Safe lines; // plan lines by activity with what was spent and what is left
    std::vector<html::Safe> panels;
    html::Safe entries;
};
void render(html::Out&, PursePage const&);

struct LegLine {
    std::string href, holder, account, category, minus, plus;
};
struct Fact {
    std::string label, value, href;
};
struct EntryPage {
    html::Frame frame;
    std::string title, text;
    std::vector<Fact> facts;
    std::vector<LegLine> purse_legs, cash_legs;
    std::string reverses_href, reversed_by_href;
};
void render(html::Out&, EntryPage const&);

// -- /terlambat, /kalender -----------------------------------------------------------------------------------------

struct ListPage {
    html::Frame frame;
    std::string title, facts;
    html::Safe list;
    std::vector<Choice> years {};
};
void render(html::Out&, ListPage const&);

struct JobPage {
    html::Frame frame;
    html::FormState form;
    std::string title;
    std::string state {}, tone {}, error {}, job {};
    bool may_retry {false};
    std::vector<Fact> facts {};
};
void render(html::Out&, JobPage const&);

struct CalendarPage {
    html::Frame frame;
    std::string title, facts;
    std::vector<Choice> years;
    html::Safe chart, table;
    bool may_import {false}; // the holidays
};
void render(html::Out&, CalendarPage const&);

// -- /cari ---------------------------------------------------------------------------------------------------------

struct FoundLine {
    std::string href, label, detail;
};
struct FoundGroup {
    std::string title;
    std::vector<FoundLine> lines {};
    std::string more_href {}; // the list of that kind with the same words; "" where all are shown
    bool has_more {false};
};
struct SearchPage {
    html::Frame frame;
    std::string query; // as typed
    bool asked {false};
    std::vector<FoundGroup> groups {};
};
void render(html::Out&, SearchPage const&);

} // namespace rtkeren::insight
