#pragma once

#include "http/http.hpp"
#include "rules/rules.hpp"
#include "screens/screens.hpp"
#include "spending/expense_pages.hpp"
#include "spending/expense_store.hpp"
#include "workflow/workflow.hpp"

#include <array>

/// What the expense pages share.
namespace rtkeren::spending {

/// Up to four stretches of codes in which this person reads expenses, as from and behind; unused ones hold nothing. `pokmas` when all is one group's.
struct ExpenseReach {
    std::array<std::pair<std::string, std::string>, 4> stretches;
    std::string pokmas;
};
[[nodiscard]] ExpenseReach expense_reach(Actor const&);
[[nodiscard]] bool may_read_expense(Actor const&, std::string_view place, std::string_view pokmas);
/// Others read 404: spending.no_expense.
[[nodiscard]] Result<StoredExpense> readable_expense(db::ReadTx&, CityId, Actor const&, std::string_view id);

[[nodiscard]] std::string expense_state_label(std::string_view state);
[[nodiscard]] std::string_view expense_state_tone(std::string_view state);
[[nodiscard]] std::string envelope_label(rules::Pack const&, std::string_view envelope);
[[nodiscard]] std::string envelope_icon(rules::Pack const&, std::string_view envelope);
[[nodiscard]] std::string paper_label(rules::Pack const&, std::string_view paper);

/// Figures, pictures, marks and the buttons of this actor.
[[nodiscard]] Result<ExpenseSheet> sheet_of(db::ReadTx&, Services&, Actor const&, StoredExpense const&);
[[nodiscard]] std::vector<html::Option> ask_options();
[[nodiscard]] std::vector<html::Option> debtor_options();
[[nodiscard]] std::vector<html::Option> account_options();

/// Files that a form stored, as `papers` of an operation: those it carried along, and those it just sent ("_paper_nota").
struct FormPapers {
    boost::json::array rows; // {paper, sha256}
    std::vector<PaperKept> kept;
    std::vector<std::pair<std::string, std::string>> letters; // "joint_letter" or "signed_paper", sha256
};
/// Those that the form carried along alone: what stays when a new file cannot be taken.
[[nodiscard]] FormPapers carried_papers(http::Exchange const&, rules::Pack const*);
[[nodiscard]] Result<FormPapers> form_papers(Services&, http::Exchange const&, rules::Pack const*);

[[nodiscard]] std::vector<http::Route> expense_list_routes(Services&);
[[nodiscard]] std::vector<http::Route> expense_form_routes(Services&);
[[nodiscard]] std::vector<http::Route> expense_page_routes(Services&);
[[nodiscard]] std::vector<http::Route> expense_queue_routes(Services&);
[[nodiscard]] std::vector<http::Route> unplaced_routes(Services&);

/// What a purchase of several needs: the lines that may share it, its letter, for whom it is recorded.
[[nodiscard]] Result<void> add_joint_parts(db::ReadTx&, Services&, Actor const&, programme::Purse const&, rules::Pack const&, ExpenseFormPage&);

/// The page of one expense, also when a step was refused.
[[nodiscard]] Result<http::Response> show_expense(Services&, http::Exchange const&, html::FormState const&);

inline constexpr std::uint64_t expense_body_limit = 30 * 1024 * 1024;

} // namespace rtkeren::spending
