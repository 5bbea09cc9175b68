#pragma once

#include "rules/rules.hpp"

/// What the checks of plans and of expenses share.
namespace rtkeren::rules {

/// With the severity and citation of the parameter that speaks.
[[nodiscard]] Verdict verdict_of(std::string code, Basis const&, Arguments numbers);
/// {category, label, envelope, allowed} when the envelope may not pay for the category; an unknown category always blocks.
[[nodiscard]] std::optional<Verdict> check_category(std::string code, std::string const& category, std::string const& envelope, Pack const&);
/// {category, label, from} while the category is banned.
[[nodiscard]] std::optional<Verdict> check_ban(std::string code, std::string const& category, Date on, Pack const&);

} // namespace rtkeren::rules
