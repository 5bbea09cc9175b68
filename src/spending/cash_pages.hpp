#pragma once

#include "html/html.hpp"

#include <string>
#include <vector>

/// View models of the cash book's pages.
namespace rtkeren::spending {

struct CashListPage {
    html::Frame frame;
    html::Safe table;
};
void render(html::Out&, CashListPage const&);

struct TaxListPage {
    html::Frame frame;
    html::Safe table;
};
void render(html::Out&, TaxListPage const&);

struct CashAction {
    std::string href, icon_name, label, hint;
};
struct CashFigure {
    std::string label, amount, note, href;
};
struct CashDebt {
    std::string label, amount, note, tone, href;
};
struct CashMovement {
    std::string date, what, text, amount, href, recorded, undo_href;
    bool reversed {false};
};
struct CashPage {
    html::Frame frame;
    std::string name, subtitle, base; // "/kas/01H…"
    std::string bank, kas, panjar, piutang;
    std::string count_note; // "Dihitung 3 Juli 2023: cocok"
    std::string month_note, month_href, month_tone;
    std::vector<CashDebt> debts; // owed: taxes, interest, residents, others
    std::vector<CashDebt> holders; // advances and receivables by name
    std::vector<CashAction> actions, more; // big ones and the rest
    std::vector<CashMovement> movements;
};
void render(html::Out&, CashPage const&);

struct BkuPage {
    html::Frame frame;
    std::string name, month, status, tone, opening, closing, bank, kas, panjar;
    std::string before_href, before_label, after_href, after_label, sign_href, base;
    html::Safe table;
};
void render(html::Out&, BkuPage const&);

/// What becomes of one account: now, and after what was typed.
struct CashEffect {
    std::string label, now, after;
};
/// One field of a form; `kind`: money, date, text, area, select, file, hidden, heading.
struct CashField {
    std::string kind, name, label;
    std::string hint {};
    bool required {false};
    std::vector<html::Option> options {};
    std::string first {}; // first choice of a select
    std::string maxlength {};
};
struct CashFormPage {
    html::Frame frame;
    html::FormState form;
    std::string title, lead, action, submit;
    std::string icon_name;
    std::string proof_href; // of a photo that was sent with a refused form
    std::vector<CashEffect> effects;
    std::vector<CashField> fields;
    bool has_file {false};
    bool can_preview {false}; // "Hitung dulu" shows the balances after
    std::string confirm;
};
void render(html::Out&, CashFormPage const&);

struct MonthRow {
    std::string month, label, state, tone, who, href;
    bool current {false};
};
struct MonthPage {
    html::Frame frame;
    html::FormState form;
    std::string name, base, month, label, state, tone, bank, kas, panjar, total, who, book_href;
    std::vector<MonthRow> months;
    bool can_sign {false};
    bool can_return {false};
    std::string sign_label;
};
void render(html::Out&, MonthPage const&);

/// Slot "pokmas".
struct CashPanel {
    std::string href, bank, kas, panjar, piutang, taxes, due;
    bool late {false};
};
void render(html::Out&, CashPanel const&);

} // namespace rtkeren::spending
