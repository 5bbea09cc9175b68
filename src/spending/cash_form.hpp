#pragma once

#include "spending/cash_show.hpp"

/// The forms of the cash book: one row each, one page for all.
namespace rtkeren::spending {

/// What a form is made from.
struct FormFacts {
    Desk desk;
    Date today;
    std::vector<html::Option> holders, advances, debtors; // people by name; of panjar, of piutang
    std::vector<html::Option> purses; // id, "Fisik RT 01 RW 02, 2023", detail: in `cair`
    std::vector<html::Option> other_pokmas;
    std::vector<html::Option> taxes; // key, label, detail: owed
    bool is_kelurahan_treasurer {false};
    std::string entry_text; // of the entry that is to be taken back
};
struct FormDraft {
    std::string title, lead, submit, confirm;
    std::vector<CashField> fields;
    std::vector<std::pair<ledger::CashKind, int>> effects {}; // which account changes, up or down
    std::vector<std::pair<std::string, std::string>> values {}; // what stands in the fields before anybody typed
};
struct FormRow {
    std::string_view slug, operation, permission, icon_name;
    FormDraft (*draft)(FormFacts const&);
    std::string_view summary; // English, for the list of routes
};
[[nodiscard]] std::span<FormRow const> cash_form_rows();

} // namespace rtkeren::spending
