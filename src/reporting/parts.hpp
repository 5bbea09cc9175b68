#pragma once

#include "http/http.hpp"
#include "reporting/document.hpp"
#include "reporting/pages.hpp"
#include "screens/screens.hpp"

/// What the pages of the room share.
namespace rtkeren::reporting {

/// 404 for who reads nothing there.
[[nodiscard]] Result<void> check_readable(Actor const&, std::string_view place, std::string_view pokmas);
[[nodiscard]] std::vector<html::Option> year_options(std::vector<programme::Year> const&);
[[nodiscard]] std::vector<HistoryLine> history_lines(Services const&, workflow::Machine const&, std::vector<workflow::HistoryRow> const&);
/// "28 Maret 2023", and "9 Okt 2023 14.05 WIB" for moments.
[[nodiscard]] std::string day_of(Date);
[[nodiscard]] std::string moment_of(Services const&, Instant);
[[nodiscard]] std::string tone_of_state(workflow::Machine const&, std::string_view state);
[[nodiscard]] std::string label_of_state(workflow::Machine const&, std::string_view state);
/// "paling lambat 12 Desember 2023", "terlambat 3 hari".
struct DueText {
    std::string text;
    bool late {false};
};
[[nodiscard]] DueText due_text(std::optional<Date> due, Date today);
/// Buttons for what this person can do with the item now; `base` is the page, `steps` names the path of each event.
struct StepPath {
    std::string_view event, path, icon, kind;
};
[[nodiscard]] std::vector<Action> actions_of(Services&, std::vector<workflow::PossibleEvent> const&, std::span<StepPath const> steps, std::string const& base, std::int64_t version);

/// The page of a report from what was read: pure.
struct LpjView {
    Account account;
    std::vector<Returned> returns;
    std::vector<workflow::HistoryRow> history;
    std::vector<workflow::PossibleEvent> possible;
    std::vector<programme::Purse> purses;
    std::vector<Rupiah> left; // of each purse
    bool may_open {false}, may_close {false};
};
[[nodiscard]] LpjPage present(Services&, LpjView const&, Date today);

} // namespace rtkeren::reporting
