#pragma once

#include "html/html.hpp"

#include <string>
#include <vector>

/// View models of the expense pages.
namespace rtkeren::spending {

struct ExpenseListPage {
    html::Frame frame;
    html::Safe table;
    std::string year;
    std::vector<html::Option> years;
    bool may_record {false}, may_judge {false};
};
void render(html::Out&, ExpenseListPage const&);

/// A purse from which somebody may record: "Catat belanja" without a purse begins here.
struct PurseChoice {
    std::string href, label, place, left, icon_name;
};
struct ExpensePursesPage {
    html::Frame frame;
    std::vector<PurseChoice> purses;
};
void render(html::Out&, ExpensePursesPage const&);

struct LineChoice {
    std::string value, label, detail, left, icon_name, purse_left; // purse_left: digits
    bool chosen {false}, spent {false};
};
/// One tax question, in words.
struct TaxQuestion {
    std::string name, label, hint;
    std::vector<html::Option> options; // empty: a number or an amount is asked
    bool is_money {false};
};
struct PaperField {
    std::string field, label, state; // "_paper_nota"; "ok", "miss", "later"
    std::vector<std::string> hrefs; // of what was sent
};
/// A stored file that the form carries along.
struct PaperKept {
    std::string paper_name, paper, hash_name, hash, href, label;
};
/// One line of a purchase that several plan lines bear; `own` when its purse is the one whose rest the page shows.
struct ShareLine {
    std::string value, label;
    bool own {false};
};
struct ShareRow {
    std::string line_name, amount_name;
};
struct ExpenseFormPage {
    html::Frame frame;
    html::FormState form;
    std::string action, title, purse_label, unit, camera_field, camera_label;
    std::string left, left_digits; // of the purse
    std::vector<LineChoice> lines;
    std::vector<html::Option> kinds, payers, suppliers, holders;
    std::vector<TaxQuestion> questions;
    std::string tax_note;
    std::vector<PaperField> papers;
    std::vector<PaperKept> kept;
    std::string corrected; // number of the expense that this replaces
    std::vector<ShareLine> share_lines; // of all units of the pokmas
    std::vector<ShareRow> share_rows;
    std::vector<html::Option> officers; // for whom this person may record; empty: for nobody
    std::string letter_href, signed_href; // of letters that were sent
    bool joint_open {false};
};
void render(html::Out&, ExpenseFormPage const&);

struct Picture {
    std::string href, label;
    bool is_image {false};
};
struct ExpenseFigure {
    std::string label, amount, tone;
    bool total {false};
};
struct ExpenseShareLine {
    std::string place, item, href, amount, accepted, undone;
};
struct ExpenseHistory {
    std::string machine_time, time, what, who, reason, tone;
};
struct ExpenseAction {
    std::string action, label, icon_name, kind, confirm, id, blocked;
    bool refused {false}; // its form was just refused: open, with what was typed
    bool reason {false}, papers {false}, amount {false}, debtor {false}, account {false}, codes {false};
};
struct ExpenseUndoingLine {
    std::string what, amount, who, reason, day;
};
/// What the page of one expense and the checking screen both show.
struct ExpenseSheet {
    std::string id, number, version, title, supplier, receipt, day, place, place_href, purse_label, purse_href, kind, state, tone, due, recorded, entered_for;
    bool late {false};
    std::vector<Picture> pictures {};
    std::vector<ExpenseFigure> figures {};
    std::vector<ExpenseShareLine> shares {};
    std::vector<PaperField> papers_missing {};
    std::vector<html::VerdictCard> verdicts {};
    std::vector<ExpenseAction> actions {};
};
struct ExpensePage {
    html::Frame frame;
    html::FormState form;
    ExpenseSheet sheet;
    std::vector<ExpenseHistory> history;
    std::vector<ExpenseUndoingLine> undoings;
    std::vector<html::Option> codes, debtors, accounts;
    std::string edit_href, replaces_href, replaced_href, joint, verdict_note;
};
void render(html::Out&, ExpensePage const&);

struct QueueRow {
    std::string href, number, place, supplier, amount, marks, due;
    bool current {false}, late {false};
};
struct BulkGroup {
    std::string id, label, total, count, action;
    std::vector<std::string> ids; // hidden
    std::vector<Picture> sample; // links; is_image says that it was opened
    bool ready {false};
};
struct ExpenseQueuePage {
    html::Frame frame;
    html::FormState form;
    std::string count, next_href;
    std::vector<QueueRow> rows;
    std::vector<ExpenseSheet> current; // at most one
    std::vector<BulkGroup> groups;
    std::vector<html::Option> codes, debtors, accounts;
};
void render(html::Out&, ExpenseQueuePage const&);

struct PurseEntry {
    std::string href, picture, number, day, what, supplier, amount, state, tone;
};
struct PurseLineRow {
    std::string item, activity, planned, spent, left, record_href, width;
    bool over {false};
};
struct PurseSpendingPanel {
    std::vector<PurseLineRow> lines;
    std::vector<PurseEntry> entries;
    std::string record_href, all_href;
};
void render(html::Out&, PurseSpendingPanel const&);

struct UnplacedPage {
    html::Frame frame;
    html::FormState form;
    std::string title, state, tone, supplier, receipt, day, amount, holder, reason;
    std::vector<Picture> pictures;
    bool open {false};
    std::string action;
    std::vector<LineChoice> lines;
};
void render(html::Out&, UnplacedPage const&);

struct UnplacedFormPage {
    html::Frame frame;
    html::FormState form;
    std::string action, pokmas_name;
    std::vector<PaperKept> kept;
};
void render(html::Out&, UnplacedFormPage const&);

} // namespace rtkeren::spending
