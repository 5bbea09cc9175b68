#pragma once

#include "html/html.hpp"

#include <string>
#include <vector>

/// View models of this room's pages: finished words and amounts.
namespace rtkeren::programme {

/// A list with its buttons: years, changes of ceilings, holds.
struct ListPage {
    html::Frame frame;
    std::string title {}, lead {};
    html::Safe list {};
    std::vector<html::Option> buttons {}; // value: where it leads; hint: icon
};
void render(html::Out&, ListPage const&);

struct DeadlineLine {
    std::string label, due, left, tone, basis; // "15 Juni 2023", "18 hari lagi", "warn"
};
struct HoldLine {
    std::string href, subject, kinds, letter;
};
/// Who is not there yet: what is missing and where to mend it.
struct MissingLine {
    std::string label, href;
};
/// A step of the year that is one press: the form stands on the page and asks before it is sent.
struct StepForm {
    std::string action, label, confirm; // confirm: the numbers; "" when the link leads to a page of its own
    std::string href {};
    bool reason {false};
    std::string kind {}; // "", "second", "danger"
    std::string id {}; // request id
};
struct YearPage {
    html::Frame frame;
    html::FormState form {};
    std::string title {}, status {}, tone {}, facts {}; // "Tahun 2023", "Berjalan", when and by which letter
    std::string pack {}, pack_href {}, pack_basis {}; // "RT Keren 2023, versi 1"
    std::string pagu {}, dpa {}, left {}; // sums over the city
    std::vector<StepForm> steps {};
    html::Safe dpa_table {};
    std::vector<DeadlineLine> deadlines {};
    std::vector<HoldLine> holds {};
    std::vector<MissingLine> missing {};
    std::vector<html::Option> links {};
};
void render(html::Out&, YearPage const&);

struct DpaCell {
    std::string envelope, label, name, value, allocated; // name: "rows.0.amounts.1"
};
struct DpaLine {
    std::string kelurahan, code, name; // name: "rows.0"
    std::string number, date;
    std::vector<DpaCell> cells;
};
struct DpaPage {
    html::Frame frame;
    html::FormState form {};
    std::string title {};
    std::vector<std::string> envelopes {};
    std::vector<DpaLine> lines {};
};
void render(html::Out&, DpaPage const&);

struct NeedLine {
    std::string kelurahan, units, envelope, limit, allocated, needed, left, tone;
};
/// Part of the page on which a pack is released: what it would allocate against each DPA.
struct ReleasePart {
    std::string summary;
    std::vector<NeedLine> needs;
};
void render(html::Out&, ReleasePart const&);

struct OpenPage {
    html::Frame frame;
    html::FormState form {};
    std::string title {}, units {}, needed {}, confirm {};
    bool pilot {false}; // the units are typed
    bool counted {false}; // the preview below is of what was typed
    bool fits {false};
    std::vector<NeedLine> needs {};
};
void render(html::Out&, OpenPage const&);

struct DebtLine {
    std::string unit, href, left, purse, name, reason; // name: "debts.0"
};
struct ClosePage {
    html::Frame frame;
    html::FormState form {};
    std::string title {}, purses {}, unused {}, confirm {};
    std::vector<DebtLine> debts {};
};
void render(html::Out&, ClosePage const&);

/// One form for everything that changes a ceiling: the parts that a step does not need are empty.
struct CeilingAmount {
    std::string envelope, label, name, value; // name: "amounts.0"
};
struct CeilingPage {
    html::Frame frame;
    html::FormState form {};
    std::string title {}, lead {}, unit {}, left {}; // whose purse, what is still in pagu
    std::string button {}, confirm {};
    bool asks_unit {false}, asks_rank {false}, asks_amount {false};
    std::vector<html::Option> envelopes {}; // to decline one of
    std::vector<html::Option> targets {}; // to move to
    std::vector<html::Option> ranks {};
    std::vector<html::Option> units {}; // who may get it, to choose from while typing
    std::vector<CeilingAmount> amounts {};
    std::string number_label {};
    bool asks_paper {true};
    std::string hidden_name {}, hidden_value {};
};
void render(html::Out&, CeilingPage const&);

struct HoldFormPage {
    html::Frame frame;
    html::FormState form {};
    std::string title {}, lead {}, button {};
    bool is_proposal {false};
    std::string proposal {}; // id of the proposal that is decided; then the subject is fixed
    std::string subject {};
    std::vector<html::Option> scopes {}, kinds {};
};
void render(html::Out&, HoldFormPage const&);

struct HistoryLine {
    std::string when, what, who, reason;
};
struct HoldPage {
    html::Frame frame;
    html::FormState form {};
    std::string subject {}, state {}, tone {}, kinds {}, reason {}, letter {}, signatory {}, from {}, review {}, lifted {};
    bool may_lift {false}, may_decide {false};
    std::string place_href {}, decline_action {}, lift_action {};
    std::vector<HistoryLine> history {};
};
void render(html::Out&, HoldPage const&);

} // namespace rtkeren::programme
