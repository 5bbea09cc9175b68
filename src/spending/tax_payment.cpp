#include "spending/cash.hpp"
#include "spending/cash_operations.hpp"
#include "spending/spending.hpp"
#include "spending/sql.hpp"

#include "rules/rules.hpp"

#include <algorithm>

/// Withheld taxes go to the treasury with their number: NTPN of the state, NTPD of the city. One number pays once.
namespace rtkeren::spending {

namespace {

struct TaxNumber {
    std::string_view kind; // "ntpn", "ntpd"
    std::string number;
};

Result<TaxNumber> number_of(db::ReadTx& tx, CityId city, PayTax const& input)
{
    if (input.ntpn.has_value() == !input.ntpd.empty())
        return Error::field("ntpn", "spending.one_tax_number");
    TaxNumber const number {input.ntpn ? "ntpn" : "ntpd", input.ntpn ? input.ntpn->str() : input.ntpd.str()};
    auto const used = TRY(tx.maybe(sql::cash_tax_number, city, number.number));
    if (used)
        return Error::field(std::string(number.kind), "spending.tax_number_used", number.number, {{"on", used->date(2).iso()}});
    return number;
}

/// Taxes of the city need an NTPD, those of the state an NTPN.
Result<void> check_number_kind(rules::Pack const& pack, TaxPart const& part, std::string const& field, Date on, TaxNumber const& number)
{
    auto const* row = pack.tax(part.key.str(), on);
    if (row == nullptr)
        row = pack.tax(part.key.str());
    if (row != nullptr && row->city_tax != (number.kind == "ntpd"))
        return Error::field(field, row->city_tax ? "spending.tax_needs_ntpd" : "spending.tax_needs_ntpn", part.key.str(), {{"tax", row->label}});
    return Done {};
}

Result<ledger::Taxes> taxes_of_payment(db::ReadTx& tx, Context const& context, Desk const& desk, PayTax const& input, TaxNumber const& number)
{
    ledger::Taxes taxes;
    auto const pack = rules::released(tx, context.city, desk.year);
    for (std::size_t i = 0; i < input.taxes.size(); ++i) {
        auto const& part = input.taxes[i];
        auto const amount = part.amount.value_or(Rupiah {});
        if (amount.is_zero())
            continue;
        auto const field = "taxes." + std::to_string(i);
        PartyKey const party = "tax:" + part.key.str();
        if (std::ranges::find(taxes, party, &ledger::Tax::kind) != taxes.end())
            return Error::field(field + ".key", "spending.tax_twice", part.key.str());
        if (pack.ok())
            TRY(check_number_kind(**pack, part, field + ".key", input.on, number));
        auto const owed = -desk.cash.of(ledger::CashKind::Pajak, party);
        if (amount > owed)
            return Error::field(field + ".amount", "spending.tax_more_than_owed", format_rupiah(amount), {{"owed", digits_of(owed)}, {"paid", digits_of(amount)}});
        taxes.push_back({party, amount});
    }
    if (taxes.empty())
        return Error::field("taxes", "required");
    return taxes;
}

/// The kelurahan treasurer pays from what was kept when the pokmas was paid, the pokmas from its own bank and cash.
Result<ledger::Pay> source_of(Context const& context, Desk const& desk, TaxSource from, Rupiah amount)
{
    if (from != TaxSource::Panjar) {
        if (!may_at(context.actor, "spending.cash", desk.pokmas))
            return Error::field("from", "spending.tax_source_not_yours", std::string(workflow::name_of(from)));
        return ledger::Pay {from == TaxSource::Bank ? ledger::CashKind::Bank : ledger::CashKind::Kas, "-", amount};
    }
    if (!may(context.actor, "spending.tax", desk.pokmas.kelurahan))
        return Error::field("from", "spending.tax_source_not_yours", "panjar");
    std::vector<PartyKey> kept;
    for (auto const& part : desk.cash.parts) {
        if (part.kind == ledger::CashKind::Panjar && part.party.starts_with("treasurer:"))
            kept.push_back(part.party);
    }
    for (auto const& own : {"treasurer:" + context.actor.person.str(), "treasurer:" + context.actor.user.str()}) {
        if (std::ranges::find(kept, own) != kept.end())
            return ledger::Pay {ledger::CashKind::Panjar, own, amount};
    }
    if (kept.size() != 1)
        return Error::field("from", "spending.nothing_kept", "panjar");
    return ledger::Pay {ledger::CashKind::Panjar, kept.front(), amount}; // of the treasurer before this one
}

/// The oldest taxes of a kind are paid first; what no expense of ours explains (an opening balance) is paid last.
Result<void> settle_kind(db::WriteTx& tx, Context const& context, std::vector<TaxOwed> const& owed, std::string const& key, Rupiah amount, auto const& keep)
{
    for (auto const& one : owed) {
        auto const take = std::min(one.amount, amount);
        if (one.key != key || !take.is_positive())
            continue;
        TRY(settle_tax(tx, context.city, one.expense, key, take));
        keep(key, std::optional(one.expense), take);
        amount -= take;
    }
    if (amount.is_positive())
        keep(key, std::nullopt, amount);
    return Done {};
}

Result<void> keep_payment(db::WriteTx& tx, Context const& context, ledger::Entry const& entry, PayTax const& input, ledger::Taxes const& taxes, TaxNumber const& number)
{
    auto const& payment = entry.header.subject;
    auto const proof = input.proof ? std::optional(input.proof->str()) : std::nullopt;
    TRY(tx.run(sql::cash_insert_tax_payment, context.city, payment, input.pokmas, entry.header.id, number.kind, number.number, input.on, workflow::name_of(input.from),
        ledger::sum_of(taxes), proof, context.now, context.actor.user));
    auto const owed = TRY(taxes_owed(tx, context.city, input.pokmas));
    std::vector<std::array<db::Parameter, 6>> rows;
    auto const keep = [&](std::string const& key, std::optional<ExpenseId> expense, Rupiah amount) {
        rows.push_back({context.city, payment, int(rows.size()), std::string(key), expense, amount});
    };
    for (auto const& tax : taxes)
        TRY(settle_kind(tx, context, owed, tax.kind.substr(4), tax.amount, keep));
    TRY(tx.run_rows<6>(sql::cash_insert_tax_parts, rows));
    return Done {};
}

} // namespace

Result<Answer> pay_tax(db::WriteTx& tx, Context& context, PayTax const& input)
{
    auto const desk = TRY(desk_for(tx, context, "spending.tax", input.pokmas, input.on));
    auto const number = TRY(number_of(tx, context.city, input));
    auto const taxes = TRY(taxes_of_payment(tx, context, desk, input, number));
    auto const source = TRY(source_of(context, desk, input.from, ledger::sum_of(taxes)));
    CashFact fact {.operation = "spending.pay_tax", .message = "spending.tax_paid", .on = input.on, .text = (number.kind == "ntpn" ? "NTPN " : "NTPD ") + number.number,
        .subject_kind = "tax_payment", .subject = context.next_id().str(), .field = "from", .proof = input.proof};
    if (!input.note.empty())
        fact.text += "; " + input.note.str();
    fact.summary["number"] = number.number;
    auto const entry = ledger::tax_paid(header_for(context, desk, fact), input.pokmas, {source}, taxes);
    auto answer = TRY(keep_fact(tx, context, desk, entry, fact));
    TRY(keep_payment(tx, context, entry, input, taxes, number));
    answer.arguments.emplace_back("number", number.number);
    return answer;
}

Result<std::vector<TaxPaid>> tax_payments(db::ReadTx& tx, CityId city, PokmasId pokmas)
{
    auto const rows = TRY(tx.run(sql::cash_tax_payments, city, pokmas));
    std::vector<TaxPaid> payments;
    for (auto const& row : rows)
        payments.push_back({row.text(0), row.text(1), row.text(2), row.date(3), row.text(4), row.rupiah(5), row.text_or(6)});
    return payments;
}

std::string tax_label(db::ReadTx& tx, CityId city, int year, std::string_view key, Date on)
{
    auto const pack = rules::released(tx, city, year);
    if (!pack.ok())
        return std::string(key);
    auto const* row = (*pack)->tax(key, on);
    if (row == nullptr)
        row = (*pack)->tax(key);
    return row == nullptr ? std::string(key) : row->label;
}

} // namespace rtkeren::spending
