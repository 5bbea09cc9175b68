#include "html/html.hpp"
#include "language/language.hpp"

#include <algorithm>

namespace rtkeren::html {
namespace {

std::string const* find_pair(std::vector<std::pair<std::string, std::string>> const& pairs, std::string_view name)
{
    auto found = std::find_if(pairs.begin(), pairs.end(), [&](auto const& pair) { return pair.first == name; });
    return found == pairs.end() ? nullptr : &found->second;
}

std::string worded_first(std::string const& own, std::string const& general, Arguments const& arguments)
{
    if (language::has_message(own))
        return language::word(own, arguments);
    return language::has_message(general) ? language::word(general, arguments) : std::string {};
}

std::vector<SumRow> rows_of(Verdict const& verdict)
{
    std::vector<SumRow> rows;
    for (auto const& [name, value] : verdict.numbers) {
        auto arguments = verdict.numbers;
        arguments.emplace_back("value", value);
        auto text = worded_first(verdict.code + "." + name, "number." + name, arguments);
        auto bar = text.rfind('|');
        if (bar != std::string::npos)
            rows.push_back({text.substr(0, bar), text.substr(bar + 1), name.starts_with("total")});
    }
    return rows;
}

} // namespace

std::string FormState::value(std::string_view field, std::string_view fallback) const
{
    auto const* found = find_pair(values, field);
    return found ? *found : std::string(fallback);
}

std::string FormState::error(std::string_view field) const
{
    auto const* found = find_pair(errors, field);
    return found ? *found : std::string {};
}

std::string FormState::label(std::string_view field) const
{
    auto const* found = find_pair(labels, field);
    return found ? *found : std::string {};
}

bool FormState::is_chosen(std::string_view field, std::string_view option) const
{
    return std::any_of(values.begin(), values.end(), [&](auto const& pair) { return pair.first == field && pair.second == option; });
}

void FormState::set(std::string_view field, std::string value)
{
    std::erase_if(values, [&](auto const& pair) { return pair.first == field; });
    values.emplace_back(field, std::move(value));
}

VerdictCard card_of(Verdict const& verdict)
{
    VerdictCard card;
    card.tone = verdict.severity == Severity::Block ? "no" : verdict.severity == Severity::Warn ? "warn" : "info";
    card.title = language::word(verdict);
    card.why = worded_first(verdict.code + ".why", {}, verdict.numbers);
    card.rows = rows_of(verdict);
    card.citation = verdict.citation;
    if (verdict.fix) {
        auto arguments = verdict.numbers;
        arguments.insert(arguments.end(), verdict.fix->input.begin(), verdict.fix->input.end());
        card.fix_label = worded_first(verdict.code + ".fix", "fix." + verdict.fix->operation, arguments);
        card.fix_action = "/-/lakukan/" + verdict.fix->operation;
        card.fix_input = verdict.fix->input;
    }
    return card;
}

FormState refused_form(Arguments typed, Error const& error)
{
    FormState form;
    form.values = std::move(typed);
    for (auto const& field : error.fields)
        form.errors.emplace_back(field.name, language::word(field));
    for (auto const& verdict : error.verdicts)
        form.verdicts.push_back(card_of(verdict));
    if (form.errors.empty() && form.verdicts.empty())
        form.summary = language::word(error);
    return form;
}

std::string_view date_input_type(std::string_view value)
{
    return value.empty() || Date::parse(value).ok() ? "date" : "text";
}

} // namespace rtkeren::html
