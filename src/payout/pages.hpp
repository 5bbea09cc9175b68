#pragma once

#include "html/html.hpp"

#include <string>
#include <vector>

/// View models: finished values, made by the page files.
namespace rtkeren::payout {

struct FactLine {
    std::string label, value, href {};
};
struct HistoryLine {
    std::string machine_time, time, what, who, reason, tone;
};
/// A step that can be taken here: sent at once (with a question), or a link to its form.
struct StepButton {
    std::string label, icon_name, kind; // kind: "" the main one, "second", "danger"
    std::string href {}; // of its form
    std::string action {}, id {}, confirm {}; // or posted at once
    std::string blocked {}; // why this person may not
};

struct ListPage {
    html::Frame frame;
    html::FormState form;
    std::string title, lead;
    html::Safe table;
    std::vector<StepButton> buttons {};
    struct Waiting {
        std::string id, name, amount, href;
    };
    std::vector<Waiting> waiting {}; // that this person may approve together
    std::string waiting_total {};
    std::vector<html::Option> years {};
    std::string path, year {};
};
void render(html::Out&, ListPage const&);

struct PokmasPage {
    html::Frame frame;
    std::string title, state, tone, due;
    bool late { false };
    std::vector<FactLine> facts {};
    struct OfficerLine {
        std::string position, name, since, number_href;
    };
    std::vector<OfficerLine> officers {};
    std::vector<html::VerdictCard> verdicts {};
    std::vector<FactLine> cash {};
    struct PurseLine {
        std::string unit, envelope, href, contracted, with_pokmas, spent, accepted;
    };
    std::vector<PurseLine> purses {};
    struct PaperLine {
        std::string what, when, amount, state, tone, href;
    };
    std::vector<PaperLine> contracts {}, tranches {};
    std::vector<StepButton> steps {};
    std::vector<html::Safe> panels {};
    std::vector<HistoryLine> history {};
    std::string version, year, unmask_href {};
};
void render(html::Out&, PokmasPage const&);

struct ContractPage {
    html::Frame frame;
    std::string title, pokmas, pokmas_href, state, tone, amount, amount_words;
    std::vector<FactLine> facts {};
    struct UnitBlock {
        std::string name, total;
        struct Line {
            std::string envelope, category, amount, requested;
        };
        std::vector<Line> lines {};
    };
    std::vector<UnitBlock> units {};
    struct AddendumLine {
        std::string paper, when, change, reason;
    };
    std::vector<AddendumLine> addenda {};
    std::vector<StepButton> steps {};
    std::string version, lurah_office, lurah, chair; // who signed on the contract's date: "Lurah", "Plh. Lurah"
};
void render(html::Out&, ContractPage const&);

struct GateLine {
    std::string state; // of the checklist: "ok", "miss", "later"
    std::string icon_name, label, why, href;
};
struct UnitLine {
    std::string code, name, amount, state, tone;
    std::vector<GateLine> gates {};
    bool passed { false }, chosen { false };
};
struct TranchePage {
    html::Frame frame;
    html::FormState form;
    std::string title, state, tone, due, amount, amount_words, pokmas, pokmas_href, contract, contract_href;
    bool late { false };
    std::vector<FactLine> facts {};
    std::vector<UnitLine> units {};
    std::string gates_note {};
    std::vector<html::VerdictCard> verdicts {};
    std::vector<StepButton> steps {};
    struct PurseLine {
        std::string unit, envelope, category, amount;
    };
    std::vector<PurseLine> purses {};
    struct OrderLine {
        std::string number, when, outcome, tone, reason;
    };
    std::vector<OrderLine> orders {};
    std::vector<FactLine> papers {};
    std::vector<HistoryLine> history {};
    std::string version;
};
void render(html::Out&, TranchePage const&);

struct RequestPage {
    html::Frame frame;
    html::FormState form;
    std::string title, lead, pokmas, year, number, total;
    std::vector<html::Option> numbers {};
    std::vector<UnitLine> units {};
    bool possible { false };
    std::string confirm {};
};
void render(html::Out&, RequestPage const&);

/// One step with its few fields: SP2D, money received, decree, account …
struct FormField {
    std::string name, label, kind; // "text", "date", "money", "long", "select", "file", "secret"
    std::string hint {};
    bool required { true };
    std::vector<html::Option> options {};
};
struct FormPage {
    html::Frame frame;
    html::FormState form;
    std::string title, lead, action;
    std::vector<FactLine> facts {};
    std::vector<FormField> fields {};
    std::string button, button_kind, confirm, cancel_href;
    std::string shown_label {}, shown {}; // a number that was asked for with a reason, once
};
void render(html::Out&, FormPage const&);

struct NewPokmasPage {
    html::Frame frame;
    html::FormState form;
    std::vector<html::Option> kelurahan {}, rws {}, positions {};
    struct OfficerRow {
        std::string prefix, position, name, phone;
    };
    std::vector<OfficerRow> officers {};
};
void render(html::Out&, NewPokmasPage const&);

struct OpeningsPage {
    html::Frame frame;
    html::Safe table {};
};
void render(html::Out&, OpeningsPage const&);

/// Saldo awal that waits for a second person, or is in the books.
struct OpeningPage {
    html::Frame frame;
    html::FormState form {};
    std::string title {}, state {}, tone {}, confirm_action {}, refuse_action {}, confirm {}, not_yours {}, refuse_id {};
    std::vector<FactLine> facts {};
    html::Safe table {};
    bool waits { false };
};
void render(html::Out&, OpeningPage const&);

} // namespace rtkeren::payout
