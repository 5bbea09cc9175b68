#include "rules/rules.hpp"

#include <algorithm>

namespace rtkeren::rules {

namespace {

/// Whether an answer that a row asks for was given.
bool holds(std::string_view condition, TaxAnswers const& answers)
{
    if (condition == "pkp")
        return answers.supplier_pkp;
    if (condition == "suket" || condition == "no_suket")
        return answers.suket_pp55 == (condition == "suket");
    if (condition == "catering" || condition == "no_catering")
        return answers.catering == (condition == "catering");
    if (condition == "civil" || condition == "no_civil")
        return answers.civil_servant == (condition == "civil");
    if (condition == "wages_over_limit")
        return answers.wages_over_limit.is_positive();
    return condition == "rank_" + std::to_string(answers.civil_rank);
}

/// Rows of the kind that are in force that day and reached by the payment, whatever was answered.
std::vector<TaxRow const*> rows_of(std::string_view spend_kind, Rupiah gross, Date on, Pack const& pack)
{
    std::vector<TaxRow const*> rows;
    auto const* kind = pack.spend_kind(spend_kind);
    if (kind == nullptr)
        return rows;
    for (auto const& key : kind->taxes)
        if (auto const* row = pack.tax(key, on); row != nullptr && gross > row->above)
            rows.push_back(row);
    return rows;
}

/// gross × 10000 / (10000 + rate), rounded down, without leaving 64 bits.
Rupiah without_tax(Rupiah gross, std::int64_t rate)
{
    auto const divisor = 10'000 + rate;
    auto const whole = gross.value() / divisor;
    auto const rest = gross.value() % divisor;
    return Rupiah::checked(whole * 10'000 + rest * 10'000 / divisor);
}

Rupiah base_of(TaxRow const& row, Rupiah net_price, TaxAnswers const& answers)
{
    if (std::ranges::find(row.when, "wages_over_limit") == row.when.end())
        return portion_of(net_price, row.base_share, Rounding::Down);
    auto const days = std::max(answers.days_over_limit, std::int64_t {0});
    auto const taxed = std::min(answers.wages_over_limit, net_price);
    // Days typed by a person may be any number: beyond what the wages can hold nothing is left to tax.
    if (row.free_per_day.is_positive() && days > taxed.value() / row.free_per_day.value())
        return {};
    return taxed - Rupiah::checked(days * row.free_per_day.value());
}

std::string_view question_of(std::string_view condition)
{
    if (condition == "pkp")
        return "supplier_pkp";
    if (condition == "suket" || condition == "no_suket")
        return "suket_pp55";
    if (condition == "catering" || condition == "no_catering")
        return "catering";
    if (condition == "civil" || condition == "no_civil")
        return "civil_servant";
    return condition == "wages_over_limit" ? "wages_over_limit" : "civil_rank";
}

} // namespace

std::vector<TaxDue> taxes_due(std::string_view spend_kind, Rupiah gross, Date on, TaxAnswers const& answers, Pack const& pack)
{
    std::vector<TaxRow const*> due;
    std::int64_t in_price = 0;
    for (auto const* row : rows_of(spend_kind, gross, on, pack))
        if (std::ranges::all_of(row->when, [&](std::string const& condition) { return holds(condition, answers); })) {
            due.push_back(row);
            in_price += row->in_price ? row->rate.value() : 0;
        }
    auto const net_price = without_tax(gross, in_price);
    std::vector<TaxDue> taxes;
    for (auto const* row : due) {
        auto const base = base_of(*row, net_price, answers);
        auto const rate = answers.supplier_npwp ? row->rate : row->rate_without_npwp;
        auto const amount = portion_of(base, rate, Rounding::Down);
        if (amount.is_positive())
            taxes.push_back({row->key, row->label, base, amount, row->basis, row->city_tax});
    }
    return taxes;
}

std::vector<std::string> tax_questions(std::string_view spend_kind, Rupiah gross, Date on, Pack const& pack)
{
    std::vector<std::string> questions;
    auto const ask = [&](std::string_view question) {
        if (std::ranges::find(questions, question) == questions.end())
            questions.emplace_back(question);
    };
    auto const rows = rows_of(spend_kind, gross, on, pack);
    for (auto const* row : rows)
        for (auto const& condition : row->when)
            ask(question_of(condition));
    if (std::ranges::any_of(rows, [](TaxRow const* row) { return row->rate != row->rate_without_npwp; }))
        ask("supplier_npwp");
    return questions;
}

} // namespace rtkeren::rules
