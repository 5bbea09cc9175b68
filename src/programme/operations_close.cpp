#include "programme/closing.hpp"
#include "programme/operations.hpp"

#include "audit/audit.hpp"
#include "jobs/jobs.hpp"
#include "programme/machines.hpp"
#include "programme/sql.hpp"
#include "workflow/workflow.hpp"

#include <map>

namespace rtkeren::programme {

namespace {

/// Reasons by purse; an empty reason is no flag.
std::map<PurseId, std::string> flags_of(CloseYear const& input)
{
    std::map<PurseId, std::string> flags;
    for (auto const& debt : input.debts) {
        if (!debt.reason.empty())
            flags.emplace(debt.purse, debt.reason.str());
    }
    return flags;
}

/// What still stands in the way, per kelurahan: ordered money, purchases that nobody accepted, money with the pokmas without a flag.
std::vector<Verdict> obstacles(std::vector<Unclosed> const& purses, std::map<PurseId, std::string> const& flags)
{
    struct Sum {
        std::int64_t purses {0};
        Rupiah amount;
        std::string first;
    };
    std::map<std::pair<std::string, std::string>, Sum> sums;
    auto count = [&](std::string_view code, Unclosed const& purse, Rupiah amount) {
        if (amount.is_zero())
            return;
        auto& sum = sums[{std::string(code), purse.kelurahan}];
        if (sum.purses++ == 0)
            sum.first = purse.unit_name;
        sum.amount += amount;
    };
    for (auto const& purse : purses) {
        count("programme.close_under_way", purse, purse.sp2d);
        count("programme.close_not_accepted", purse, purse.belanja);
        if (!flags.contains(purse.id))
            count("programme.close_money_left", purse, purse.cair);
    }
    std::vector<Verdict> verdicts;
    for (auto const& [key, sum] : sums) {
        verdicts.push_back({key.first, Severity::Block, {},
            {{"kelurahan", key.second}, {"count", std::to_string(sum.purses)}, {"total", std::to_string(sum.amount.value())}, {"first", sum.first}}});
    }
    return verdicts;
}

Result<void> add_parts(db::ReadTx& tx, CityId city, Unclosed const& purse, ledger::Parts& rencana, ledger::Parts& kontrak)
{
    if (purse.rencana.is_zero() && purse.kontrak.is_zero())
        return Done {};
    auto amounts = TRY(ledger::category_amounts(tx, city, purse.id));
    for (auto const& [stage, category, amount] : amounts) {
        if (stage == ledger::Stage::Rencana)
            rencana.push_back({purse.id, category, amount});
        else if (stage == ledger::Stage::Kontrak)
            kontrak.push_back({purse.id, category, amount});
    }
    return Done {};
}

/// `pagu`, `rencana`, `kontrak` of every purse to `batal`; answers the sum.
Result<Rupiah> cancel_unused(db::WriteTx& tx, Context& context, int year, std::vector<Unclosed> const& purses, CloseYear const& input)
{
    std::vector<ledger::Entry> entries;
    Rupiah total;
    auto text = tr("Sisa pagu saat tutup tahun {year}, {letter}", {{"year", std::to_string(year)}, {"letter", input.letter.str()}});
    for (auto const& purse : purses) {
        if (purse.unused().is_zero())
            continue;
        ledger::Parts rencana, kontrak;
        TRY(add_parts(tx, context.city, purse, rencana, kontrak));
        auto header = header_of(context, year, input.letter_date, "closing", purse.id.str(), text);
        entries.push_back(ledger::unused_at_closing(std::move(header), purse.id, purse.pagu, rencana, kontrak));
        total += purse.unused();
    }
    TRY(ledger::post_batch(tx, context.city, entries));
    return total;
}

struct ClosedCounts {
    std::int64_t closed {0}, with_debt {0};
};

Result<ClosedCounts> close_purses(db::WriteTx& tx, Context& context, std::vector<Unclosed> const& purses, Date on, std::map<PurseId, std::string> const& flags)
{
    ClosedCounts counts;
    for (auto const& purse : purses) {
        auto state = TRY(ledger::close_purse(tx, context.city, purse.id, on, context.now));
        ++counts.closed;
        if (state != ledger::PurseState::ClosedWithDebt)
            continue;
        ++counts.with_debt;
        boost::json::object summary {{"left", purse.cair.value()}, {"envelope", purse.envelope}};
        TRY(audit::append(tx, context, {"programme.close_with_debt", "purse", purse.id.str(), purse.unit_code, std::move(summary), flags.at(purse.id)}));
    }
    return counts;
}

} // namespace

Result<std::vector<Unclosed>> unclosed_purses(db::ReadTx& tx, CityId city, int year)
{
    auto rows = TRY(tx.run(sql::unclosed_purses, city, year));
    std::vector<Unclosed> purses;
    purses.reserve(rows.size());
    for (auto const& row : rows) {
        purses.push_back({row.id<PurseId>(0), row.text(1), row.text(2), row.text(3), row.text(4), row.rupiah(5), row.rupiah(6), row.rupiah(7) - row.rupiah(8),
            row.rupiah(8), row.rupiah(9), row.rupiah(10)});
    }
    return purses;
}

Result<Answer> close_year(db::WriteTx& tx, Context& context, CloseYear const& input)
{
    auto number = int(input.year);
    TRY(allow(context, "programme.close", ""));
    auto year = TRY(year_of(tx, context.city, number));
    // The letter is of the year or of the first months after it; entries at closing carry its date.
    if (input.letter_date.year() != number && input.letter_date.year() != number + 1)
        return Error::field("letter_date", "date.outside_year", input.letter_date.iso(), {{"year", std::to_string(number)}});
    if (input.letter_date > context.today)
        return Error::field("letter_date", "date.future", input.letter_date.iso(), {{"today", context.today.iso()}});
    auto purses = TRY(unclosed_purses(tx, context.city, number));
    auto flags = flags_of(input);
    auto verdicts = obstacles(purses, flags);
    if (year.status == YearStatus::Closing && !verdicts.empty())
        return Error::refused(std::move(verdicts));
    TRY(workflow::advance(tx, context, year_machine(), year.id, YearEvent::Close, {.evidence = input.letter.str()}));
    auto unused = TRY(cancel_unused(tx, context, number, purses, input));
    auto counts = TRY(close_purses(tx, context, purses, input.letter_date, flags));
    TRY(tx.run(sql::set_closed, context.city, number, input.letter_date, input.letter));
    boost::json::object summary {{"letter", input.letter.str()}, {"purses", counts.closed}, {"with_debt", counts.with_debt}, {"unused", unused.value()}};
    TRY(audit::append(tx, context, {"programme.close_year", "year", std::to_string(number), "", summary, {}}));
    TRY(jobs::emit(tx, context, {"programme.close_year", std::to_string(number), summary}));
    return Answer {year.id.str(), href_of_year(number), "programme.year_closed_now",
        {{"year", std::to_string(number)}, {"purses", std::to_string(counts.closed)}, {"debts", std::to_string(counts.with_debt)},
            {"total", std::to_string(unused.value())}},
        std::move(summary)};
}

} // namespace rtkeren::programme
