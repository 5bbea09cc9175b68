#pragma once

#include "html/html.hpp"

#include <string>
#include <vector>

namespace rtkeren::planning {

struct LineRow {
    std::string id, item, specification, activity, category, quantity, price, amount, kind;
    std::string price_note; // "acuan Rp90.000"
    std::string price_tone;
    std::string dropped; // "dicabut 3 Juli 2023: alasan"
    std::string drop_action, drop_id; // "" when nobody may
    bool drop_refused {false}; // the form of the page is this line's
};
struct PurseBlock {
    std::string id, label, icon_name, ceiling, planned, left;
    std::string used; // width of the bar: "62.4%"
    std::string bar_class; // of the bar's rectangle
    std::string summary; // what the bar says, in words
    bool over {false};
    std::vector<LineRow> lines;
};
struct HistoryItem {
    std::string time, machine_time, what, who, reason, tone;
};
/// One button: a form of its own; with `reason` it asks for reason and paper.
struct ActionForm {
    std::string action, label, icon_name, kind, confirm, id;
    bool reason {false};
    bool evidence_required {false};
    std::string blocked {}; // why not this person: "Anda ikut mengisi RAB ini"
    bool refused {false}; // the form of the page is this one's: it opens with what was typed
};
struct PlanPage {
    html::Frame frame;
    html::FormState form;
    std::string title, state, tone, total, version;
    std::string standing; // "Addendum ke-1 sedang disusun; ..."
    std::string due; // "Ditunggu sampai 10 Juli 2023"
    bool late {false};
    std::string place_href, edit_href, compare_href;
    std::vector<html::VerdictCard> verdicts;
    std::string verdict_note; // of decisions already taken: pack and day
    std::vector<PurseBlock> purses;
    std::vector<ActionForm> actions;
    std::vector<HistoryItem> history;
};
void render(html::Out&, PlanPage const&);

struct EditCell {
    std::string value, error;
};
struct EditOption {
    std::string value, label, key;
    bool chosen {false};
};
struct OptionGroup {
    std::string label;
    std::vector<EditOption> options;
};
struct EditRow {
    std::string n, line, amount, note;
    std::string activity_name, item_name, specification_name, quantity_name, unit_name, price_name;
    EditCell activity, item, specification, quantity, unit, price;
    std::string category_error;
    std::vector<OptionGroup> categories;
    std::vector<EditOption> kinds;
};
struct EnvelopeTotal {
    std::string key, label, icon_name, ceiling, planned, share, rule;
};
struct EditPage {
    html::Frame frame;
    html::FormState form;
    std::string title, action, back, unit, year, total;
    std::vector<EnvelopeTotal> envelopes;
    std::vector<EditRow> rows;
};
void render(html::Out&, EditPage const&);

struct ComparedLine {
    std::string item, before, after, change, tone, what; // "ditambah", "dihapus", "berubah", ""
};
struct ComparePage {
    html::Frame frame;
    std::string title, heading, reason, href;
    std::vector<ComparedLine> lines;
    std::string before, after, change;
};
void render(html::Out&, ComparePage const&);

struct BulkRow {
    std::string id, title, amount, href;
    bool opened {false};
};
struct PlansPage {
    html::Frame frame;
    html::FormState form;
    html::Safe table;
    std::vector<BulkRow> waiting; // for this person's approval
    std::vector<html::Option> years;
    std::string year;
    bool may_write {false};
};
void render(html::Out&, PlansPage const&);

struct UnitChoice {
    std::string href, name, text;
};
struct ChooseUnitPage {
    html::Frame frame;
    std::vector<UnitChoice> units;
};
void render(html::Out&, ChooseUnitPage const&);

struct ImportRowLine {
    std::string number, place, what, amount, fate, tone;
};
struct ImportPlanPage {
    html::Frame frame;
    html::FormState form;
    std::string title, text, action, columns, example_href;
    std::vector<ImportRowLine> lines;
    bool ready {false};
    bool rejected {false};
};
void render(html::Out&, ImportPlanPage const&);

struct PricesPage {
    html::Frame frame;
    html::Safe table;
    bool may_import {false};
};
void render(html::Out&, PricesPage const&);

struct PlanPanel {
    std::string href, state, tone, total;
    std::vector<LineRow> lines;
};
void render(html::Out&, PlanPanel const&);

} // namespace rtkeren::planning
