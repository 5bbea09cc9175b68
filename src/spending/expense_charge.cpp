#include "spending/expense_record.hpp"
#include "spending/sql.hpp"

#include <algorithm>

namespace rtkeren::spending {
namespace {

/// The line of the unit's other purse that can bear it: of what was bought, with most left.
Result<Charge> line_in_envelope(db::ReadTx& tx, CityId city, Charge const& from, std::string_view category, std::string_view envelope)
{
    auto const lines = TRY(charges_of_unit(tx, city, from.unit, from.year));
    Charge const* best = nullptr;
    for (auto const& line : lines) {
        auto const fits = line.envelope == envelope && line.category == category;
        if (fits && (best == nullptr || line.line_left() > best->line_left()))
            best = &line;
    }
    if (best == nullptr)
        return Error::field("envelope", "spending.no_line_there", std::string(envelope), {{"envelope", std::string(envelope)}, {"category", std::string(category)}});
    return *best;
}

rules::ExpenseFacts facts_of(RecordExpense const& input, Draft const& draft, Charge const& charge, Rupiah purse_left)
{
    rules::ExpenseFacts facts {.on = input.on, .envelope = charge.envelope, .category = draft.category.empty() ? charge.category : draft.category, .spend_kind = draft.spend_kind,
        .gross = charge.amount, .purse_left = purse_left, .line_left = charge.line_left(), .other_purses_left = {}, .papers = {}, .joint_letter = input.joint_letter.has_value(),
        .unit_charged = charge.unit_code, .unit_of_work = input.unit.empty() ? draft.first().unit_code : input.unit.str(),
        .unit_charged_name = charge.unit_name};
    auto const of_work = std::ranges::find(draft.charges, facts.unit_of_work, &Charge::unit_code);
    facts.unit_of_work_name = of_work == draft.charges.end() ? std::string {} : of_work->unit_name;
    // Papers are judged by the whole bill, not by one share of it.
    if (auto const* kind = draft.pack->spend_kind(draft.spend_kind))
        for (auto const& paper : kind->papers)
            facts.papers.push_back(paper.kind);
    return facts;
}

/// A fix is worth offering only where a line of the other purse can take it.
Result<std::map<std::string, Rupiah>> other_purses(db::ReadTx& tx, CityId city, Charge const& charge, std::string_view category)
{
    auto const lines = TRY(charges_of_unit(tx, city, charge.unit, charge.year));
    std::map<std::string, Rupiah> left;
    for (auto const& line : lines) {
        auto const able = line.envelope != charge.envelope && line.category == category && !line.closed && line.line_left() >= charge.amount;
        if (able)
            left[line.envelope] = line.purse_left;
    }
    return left;
}

} // namespace

Result<std::vector<Charge>> charges_of_input(db::ReadTx& tx, CityId city, RecordExpense const& input, Rupiah net_of_residents)
{
    std::vector<Charge> charges;
    if (input.shares.empty()) {
        if (!input.line)
            return Error::field("line", "required");
        auto charge = TRY(charge_of_line(tx, city, *input.line));
        auto const category = input.category.empty() ? charge.category : input.category.str();
        if (!input.envelope.empty() && input.envelope.str() != charge.envelope)
            charge = TRY(line_in_envelope(tx, city, charge, category, input.envelope.str()));
        charge.amount = net_of_residents;
        charges.push_back(std::move(charge));
        return charges;
    }
    Rupiah sum;
    for (std::size_t i = 0; i < input.shares.size(); ++i) {
        auto const& share = input.shares[i];
        auto const twice = std::ranges::any_of(charges, [&](Charge const& charge) { return charge.line == share.line; });
        if (twice)
            return Error::field("shares." + std::to_string(i) + ".line", "spending.line_twice", share.line.str());
        auto charge = TRY(charge_of_line(tx, city, share.line));
        charge.amount = share.amount;
        sum += share.amount;
        charges.push_back(std::move(charge));
    }
    if (sum != net_of_residents)
        return Error::field("shares", "spending.shares_differ", {}, {{"sum", std::to_string(sum.value())}, {"need", std::to_string(net_of_residents.value())}});
    return charges;
}

Result<std::vector<Verdict>> judge_charges(db::ReadTx& tx, CityId city, RecordExpense const& input, Draft const& draft)
{
    std::vector<Verdict> verdicts;
    std::map<PurseId, Rupiah> taken;
    for (auto const& charge : draft.charges) {
        auto facts = facts_of(input, draft, charge, charge.purse_left > taken[charge.purse] ? charge.purse_left - taken[charge.purse] : Rupiah {});
        taken[charge.purse] += charge.amount;
        auto found = rules::check_expense(facts, *draft.pack);
        if (rules::blocks(found)) {
            facts.other_purses_left = TRY(other_purses(tx, city, charge, facts.category));
            found = rules::check_expense(facts, *draft.pack);
        } else if (facts.category != charge.category) {
            found.push_back({"spending.not_planned", Severity::Block, {}, {{"category", facts.category}, {"planned", charge.category}, {"line", charge.item}}, std::nullopt});
        }
        verdicts.insert(verdicts.end(), found.begin(), found.end());
    }
    if (!draft.papers_missing.empty()) {
        auto const* kind = draft.pack->spend_kind(draft.spend_kind);
        std::string labels;
        for (auto const& label : draft.papers_missing)
            labels += (labels.empty() ? "" : ", ") + label;
        verdicts.push_back({"expense.papers_missing", Severity::Warn, kind == nullptr ? std::string {} : kind->basis.citation, {{"papers", labels}}, std::nullopt});
    }
    return verdicts;
}

Result<std::vector<Verdict>> marks_of(db::ReadTx& tx, CityId city, RecordExpense const& input, Draft const& draft)
{
    std::vector<Verdict> marks;
    if (draft.supplier.is_new)
        return marks;
    auto const days = int(draft.pack->number("split_days", 0));
    auto const receipt = fold(input.receipt.str());
    auto const rows = TRY(tx.run(sql::purchases_like, city, draft.supplier.id, input.on.plus_days(-days), input.on.plus_days(days), draft.pokmas, receipt, draft.gross, draft.year));
    auto const above = draft.pack->number("split_above", 0);
    auto together = draft.gross;
    auto all_small = draft.gross.value() <= above;
    for (auto const& row : rows) {
        if (draft.replaces && row.id<ExpenseId>(0) == *draft.replaces)
            continue;
        auto const same_bill = !row.text(6).empty() && row.text(6) == input.joint.str();
        if (!same_bill && !receipt.empty() && row.text(2) == receipt && row.rupiah(3) == draft.gross)
            marks.push_back({"spending.receipt_twice", Severity::Warn, {}, {{"number", row.text(1)}, {"receipt", input.receipt.str()}, {"expense", row.text(0)}}, std::nullopt});
        auto const near = row.id<PokmasId>(5) == draft.pokmas && std::abs(row.date(4).days_until(input.on)) <= days;
        if (near && days > 0) {
            together += row.rupiah(3);
            all_small = all_small && row.rupiah(3).value() <= above;
        }
    }
    if (above > 0 && all_small && together.value() > above)
        marks.push_back({"spending.split", Severity::Warn, {},
            {{"together", std::to_string(together.value())}, {"above", std::to_string(above)}, {"days", std::to_string(days)}, {"supplier", draft.supplier.name}}, std::nullopt});
    return marks;
}

} // namespace rtkeren::spending
