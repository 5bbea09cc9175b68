#include "spending/expense_record.hpp"
#include "spending/sql.hpp"

#include <array>

namespace rtkeren::spending {
namespace {

Supplier supplier_of(db::Row const& row)
{
    return {row.id<SupplierId>(0), row.text(1), row.text(2), row.flag(3), row.text(4), row.maybe_date(5)};
}

rules::TaxAnswers answers_of(RecordExpense const& input, Supplier const& supplier)
{
    auto const letter = !supplier.suket.empty() && (!supplier.suket_until || *supplier.suket_until >= input.on);
    rules::TaxAnswers answers;
    answers.supplier_pkp = input.supplier_pkp.value_or(supplier.pkp);
    answers.supplier_npwp = input.has_npwp.value_or(!supplier.npwp.empty());
    answers.suket_pp55 = input.suket_pp55.value_or(letter);
    answers.catering = input.catering;
    answers.civil_servant = input.civil_servant;
    answers.civil_rank = int(input.civil_rank.value_or(0));
    answers.wages_over_limit = input.wages_over_limit.value_or(Rupiah {});
    answers.days_over_limit = input.days_over_limit.value_or(0);
    return answers;
}

/// This pokmas's part of a tax on a bill that several share.
Rupiah part_of_bill(Rupiah tax, Rupiah gross, Rupiah bill_total)
{
    if (bill_total == gross)
        return tax;
    std::array<std::int64_t, 2> const weights {gross.value(), (bill_total - gross).value()};
    return allocate(tax, weights).front();
}

/// The purse bears what was not withheld: each share carries its part.
void charge_tax(Draft& draft, Rupiah tax)
{
    std::vector<std::int64_t> weights;
    for (auto const& charge : draft.charges)
        weights.push_back(charge.amount.value());
    auto const parts = allocate(tax, weights);
    for (std::size_t i = 0; i < parts.size(); ++i)
        draft.charges[i].amount += parts[i];
}

} // namespace

Result<Supplier> supplier_of_input(db::ReadTx& tx, operations::Context& context, RecordExpense const& input)
{
    if (input.supplier) {
        auto const row = TRY(tx.maybe(sql::supplier_by_id, context.city, *input.supplier));
        if (!row)
            return Error::field("supplier", "spending.no_supplier", input.supplier->str());
        return supplier_of(*row);
    }
    auto const name = fold(input.supplier_name.str());
    if (name.empty())
        return Error::field("supplier_name", "required");
    auto const row = TRY(tx.maybe(sql::supplier_by_name, context.city, name, input.supplier_npwp.str()));
    if (row)
        return supplier_of(*row);
    return Supplier {.id = context.next<SupplierId>(), .name = input.supplier_name.str(), .npwp = input.supplier_npwp.str(), .pkp = input.supplier_pkp.value_or(false), .suket = {},
        .suket_until = {}, .is_new = true};
}

Date tax_due_day(Date on, rules::Pack const& pack)
{
    auto const day = unsigned(pack.number("tax_due_day", 10));
    auto const year = on.month() == 12 ? on.year() + 1 : on.year();
    return Date::of(year, on.month() == 12 ? 1 : on.month() + 1, day).value();
}

Result<void> add_taxes(RecordExpense const& input, Draft& draft)
{
    draft.answers = answers_of(input, draft.supplier);
    auto const withheld = input.tax_withheld.value_or(Withheld::Yes) == Withheld::Yes;
    auto const bearer = withheld ? Bearer::Withheld : draft.pack->choice("purse_bears_tax", "tidak") == "ya" ? Bearer::Purse : Bearer::Person;
    auto const due = tax_due_day(input.on, *draft.pack);
    Rupiah sum;
    for (auto const& tax : rules::taxes_due(draft.spend_kind, draft.bill_total, input.on, draft.answers, *draft.pack)) {
        auto const amount = part_of_bill(tax.amount, draft.gross, draft.bill_total);
        if (!amount.is_positive())
            continue;
        draft.taxes.push_back({tax.key, tax.label, tax.base, amount, bearer, tax.city_tax, due});
        sum += amount;
    }
    auto const bill = draft.gross - draft.residents_share;
    draft.withheld = bearer == Bearer::Withheld ? sum : Rupiah {};
    if (draft.withheld > bill)
        return Error::field("residents_share", "spending.residents_too_much", {}, {{"tax", std::to_string(sum.value())}});
    draft.net = bill - draft.withheld;
    if (bearer == Bearer::Purse && sum.is_positive())
        charge_tax(draft, sum);
    draft.charged = bearer == Bearer::Purse ? bill + sum : bill;
    return Done {};
}

Result<ledger::Pays> pays_of_input(RecordExpense const& input, Rupiah net)
{
    ledger::Pays pays;
    if (net.is_zero())
        return pays;
    if (input.pay.empty())
        return ledger::Pays {{ledger::CashKind::Kas, "-", net}};
    std::optional<std::size_t> open;
    Rupiah paid;
    for (std::size_t i = 0; i < input.pay.size(); ++i) {
        auto const& each = input.pay[i];
        auto const name = "pay." + std::to_string(i);
        auto const kind = each.from == PayFrom::Bank ? ledger::CashKind::Bank : each.from == PayFrom::Kas ? ledger::CashKind::Kas : ledger::CashKind::Panjar;
        if (kind == ledger::CashKind::Panjar && each.holder.empty())
            return Error::field(name + ".holder", "required");
        if (!each.amount && open)
            return Error::field(name + ".amount", "required");
        if (!each.amount)
            open = i;
        paid += each.amount.value_or(Rupiah {});
        pays.push_back({kind, kind == ledger::CashKind::Panjar ? each.holder.str() : PartyKey("-"), each.amount.value_or(Rupiah {})});
    }
    if (open)
        pays[*open].amount = net - paid;
    auto const wrong = open ? !pays[*open].amount.is_positive() : paid != net;
    if (wrong)
        return Error::field(input.pay.size() == 1 ? "pay.0.amount" : "pay", "spending.pay_differs", {},
            {{"net", std::to_string(net.value())}, {"paid", std::to_string(paid.value())}});
    return pays;
}

} // namespace rtkeren::spending
