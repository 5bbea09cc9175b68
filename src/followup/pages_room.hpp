#pragma once

#include "enterprise/pages_room.hpp"
#include "followup/figures.hpp"
#include "followup/pages.hpp"
#include "followup/survey.hpp"
#include "http/http.hpp"
#include "language/language.hpp"
#include "screens/screens.hpp"

#include <span>

/// What the page files of this room share.
namespace rtkeren::followup {

[[nodiscard]] std::vector<http::Route> list_routes(Services&);
[[nodiscard]] std::vector<http::Route> visit_routes(Services&);
[[nodiscard]] std::vector<http::Route> result_routes(Services&);
[[nodiscard]] std::vector<http::Route> round_routes(Services&);
[[nodiscard]] std::vector<http::Route> interview_routes(Services&);
[[nodiscard]] std::vector<screens::Panel> figure_panels();
[[nodiscard]] std::span<language::Message const> visit_messages();
[[nodiscard]] std::span<language::Message const> survey_messages();

inline constexpr std::uint64_t photo_body_limit = 12 * 1024 * 1024;

/// "Masih produksi" of ("producing", "yes"): words of this room's codes; "" of nothing.
[[nodiscard]] std::string words_of(std::string_view kind, std::string_view name);
/// The worded choices of an enum: "followup.<kind>.<name>".
template<class Enum>
std::vector<html::Option> options_of(std::string_view kind)
{
    std::vector<html::Option> options;
    for (auto const& [value, name] : operations::Choices<Enum>::values)
        options.push_back({std::string(name), words_of(kind, name)});
    return options;
}
[[nodiscard]] std::string day_words(Date);
/// "Kota Blitar" of the city's code, else as `enterprise::place_words`.
[[nodiscard]] Result<std::string> place_name(db::ReadTx&, CityId, std::string_view code);
[[nodiscard]] std::string_view tone_of_state(std::string_view);
[[nodiscard]] std::string state_words(workflow::Machine const&, std::string_view state);

/// Which days "last month" and "last week" are: of a visit today, or of a survey's month.
[[nodiscard]] std::string days_words(Date today, std::optional<std::string> const& month);
/// The questions with what the form holds.
[[nodiscard]] AskPart ask_part(html::FormState const&, std::vector<enterprise::Business> const&, Date today, std::optional<std::string> const& month);
/// A fresh form: how one asks, and that amounts are told from memory.
void begin(html::FormState&, bool is_phoned);
/// Fills a fresh form from an earlier answer: everything but how one asks, amounts, photo and promise. A correction takes those along, too, where the actor told them.
void prefill(html::FormState&, Answer const&, bool with_amounts);
/// Answers as cards, newest first; amounts are read by who recorded them.
[[nodiscard]] std::vector<AnswerCard> answer_cards(Services const&, Actor const&, std::vector<Answer> const&);
[[nodiscard]] std::vector<TryLine> try_lines(std::vector<Try> const&);

} // namespace rtkeren::followup
