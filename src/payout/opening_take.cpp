#include "payout/opening.hpp"

#include "payout/machines.hpp"
#include "payout/parts.hpp"
#include "payout/sql.hpp"
#include "workflow/workflow.hpp"

#include <algorithm>
#include <cstdlib>

/// What opening balances leave behind in this room: the contract in force, the tranches that were paid, the order that is under way.
namespace rtkeren::payout {

namespace {

using ledger::Stage;

constexpr bool is_paid(Stage stage) { return stage == Stage::Cair || stage == Stage::Belanja || stage == Stage::Sah || stage == Stage::Kembali; }
constexpr bool is_of_contract(Stage stage) { return stage == Stage::Kontrak || stage == Stage::Sp2d || is_paid(stage); }

using Line = std::pair<PurseId, std::string>;
struct LineMoney {
    Rupiah whole, paid, ordered; // of the contract; that reached the pokmas; under way
};

/// By purse and category. Returned money without a category is of no line.
std::map<Line, LineMoney> money_of(OpeningGroup const& group)
{
    std::map<Line, LineMoney> lines;
    for (auto const& part : group.parts) {
        if (part.category.empty() || !is_of_contract(part.stage))
            continue;
        auto& line = lines[{ part.purse, part.category }];
        line.whole += part.amount;
        if (is_paid(part.stage))
            line.paid += part.amount;
        if (part.stage == Stage::Sp2d)
            line.ordered += part.amount;
    }
    return lines;
}

/// How many tranches each unit has had: gates are judged per unit.
std::map<std::string, int> tranches_of_units(OpeningGroup const& group, std::map<Line, LineMoney> const& lines, rules::Pack const& pack)
{
    std::map<std::string, LineMoney> units;
    for (auto const& [key, money] : lines) {
        auto& unit = units[group.purses.at(key.first).unit_code];
        unit.whole += money.whole;
        unit.paid += money.paid;
    }
    std::map<std::string, int> numbers;
    for (auto const& [code, money] : units)
        numbers[code] = tranches_paid(money.paid, money.whole, pack.tranches);
    return numbers;
}

/// Parts by tranche number: what was paid is spread over the tranches by their shares, what is under way belongs to the next one.
struct Split {
    std::map<int, ledger::Parts> paid, ordered;
};
Split split_of(OpeningGroup const& group, rules::Pack const& pack)
{
    Split split;
    auto const lines = money_of(group);
    auto const had = tranches_of_units(group, lines, pack);
    for (auto const& [key, money] : lines) {
        auto const number = had.at(group.purses.at(key.first).unit_code);
        std::vector<std::int64_t> shares;
        for (int i = 0; i < number; ++i)
            shares.push_back(pack.tranches[std::size_t(i)].share.value());
        if (number > 0 && money.paid.is_positive()) {
            auto const parts = allocate(money.paid, shares);
            for (int i = 0; i < number; ++i)
                if (parts[std::size_t(i)].is_positive())
                    split.paid[i + 1].push_back({ key.first, key.second, parts[std::size_t(i)] });
        }
        if (money.ordered.is_positive())
            split.ordered[std::clamp(number + 1, 1, std::max(1, int(pack.tranches.size())))].push_back({ key.first, key.second, money.ordered });
    }
    return split;
}

Result<ContractId> take_in_contract(db::WriteTx& tx, Context& context, BookedGroup const& booked)
{
    auto const& group = booked.group;
    CHECK(group.pokmas && group.signed_on && group.ends_on);
    auto const id = context.next<ContractId>();
    Rupiah amount;
    std::vector<std::array<db::Parameter, 8>> rows;
    auto const moneys = money_of(group); // the rows look at its texts
    for (auto const& [key, money] : moneys) {
        auto const& purse = group.purses.at(key.first);
        rows.push_back({ context.city, id, key.first, key.second, purse.envelope, purse.unit_code, purse.unit_name, money.whole });
        amount += money.whole;
    }
    TRY(tx.run(sql::insert_contract, context.city, id, group.pokmas->id, booked.opening.year, group.contract, *group.signed_on, *group.signed_on, *group.ends_on,
        amount, context.now, context.actor.user));
    TRY(tx.run_rows<8>(sql::insert_contract_lines, rows));
    return id;
}

struct NewTranche {
    int number { 0 }, supplement { 0 };
    TrancheState state { TrancheState::Confirmed };
};
Result<Tranche> write_tranche(db::WriteTx& tx, Context& context, BookedGroup const& booked, ContractId contract, NewTranche const& made, ledger::Parts const& parts)
{
    Tranche tranche {};
    tranche.id = context.next<TrancheId>();
    tranche.pokmas = booked.group.pokmas->id;
    tranche.contract = contract;
    tranche.year = booked.opening.year;
    tranche.number = made.number;
    tranche.supplement = made.supplement;
    tranche.amount = ledger::sum_of(parts);
    auto const pack = TRY(rules::released(tx, context.city, tranche.year));
    TRY(tx.run(sql::insert_tranche, context.city, tranche.id, tranche.pokmas, tranche.contract, tranche.year, tranche.number, tranche.supplement, tranche.amount,
        pack->version, "[]", booked.opening.cut_off, context.now, context.actor.user));
    std::vector<std::array<db::Parameter, 6>> rows;
    for (auto const& part : parts)
        rows.push_back({ context.city, tranche.id, part.purse, part.category, contract, part.amount });
    TRY(tx.run_rows<6>(sql::insert_parts, rows));
    TRY(workflow::start(tx, context, tranche_machine(),
        { .subject = tranche.id.ulid(),
            .title = title_of(tranche, *booked.group.pokmas),
            .place = booked.group.pokmas->place,
            .pokmas = booked.group.pokmas->id.str(),
            .state = workflow::name_of(made.state),
            .evidence = words_of(booked.opening) + ", " + booked.opening.paper }));
    return tranche;
}

Result<void> take_in_paid(db::WriteTx& tx, Context& context, BookedGroup const& booked, ContractId contract, int number, ledger::Parts const& parts)
{
    auto const tranche = TRY(write_tranche(tx, context, booked, contract, { .number = number }, parts));
    TRY(tx.run(sql::set_sp2d, context.city, tranche.id, words_of(booked.opening), booked.opening.cut_off));
    TRY(tx.run(sql::set_confirmed, context.city, tranche.id, booked.opening.cut_off, tranche.amount, Rupiah {}));
    return Done {};
}

Result<void> take_in_order(db::WriteTx& tx, Context& context, BookedGroup const& booked, ContractId contract, NewTranche const& made, ledger::Parts const& parts)
{
    auto const& group = booked.group;
    auto const tranche = TRY(write_tranche(tx, context, booked, contract, made, parts));
    TRY(tx.run(sql::insert_sp2d, context.city, tranche.id, group.sp2d, fold(group.sp2d), *group.sp2d_on, booked.entry));
    TRY(tx.run(sql::set_sp2d, context.city, tranche.id, group.sp2d, *group.sp2d_on));
    return Done {};
}

} // namespace

bool OpeningGroup::is_contracted() const { return !money_of(*this).empty(); }

int tranches_paid(Rupiah paid, Rupiah whole, std::vector<rules::Tranche> const& tranches)
{
    if (!paid.is_positive() || tranches.empty())
        return 0;
    auto const last = int(tranches.size());
    if (paid >= whole)
        return last;
    constexpr std::int64_t all = 10'000; // basis points; both amounts are far below 10^14
    auto const share = paid.value() * all / whole.value();
    int nearest = 1;
    std::int64_t sum = 0, distance = all;
    for (int number = 1; number < std::max(last, 2); ++number) {
        sum += tranches[std::size_t(number) - 1].share.value();
        if (std::abs(sum - share) < distance) {
            nearest = number;
            distance = std::abs(sum - share);
        }
    }
    return nearest;
}

Result<void> take_in(db::WriteTx& tx, Context& context, BookedGroup const& booked, rules::Pack const& pack)
{
    auto const contract = TRY(take_in_contract(tx, context, booked));
    auto const split = split_of(booked.group, pack);
    for (auto const& [number, parts] : split.paid)
        TRY(take_in_paid(tx, context, booked, contract, number, parts));
    for (auto const& [number, parts] : split.ordered) {
        NewTranche const made { .number = number, .supplement = split.paid.contains(number) ? 1 : 0, .state = TrancheState::Sp2d };
        TRY(take_in_order(tx, context, booked, contract, made, parts));
    }
    return Done {};
}

} // namespace rtkeren::payout
