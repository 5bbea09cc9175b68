#include "payout/operations.hpp"
#include "payout/sql.hpp"

#include <algorithm>
#include <map>

namespace rtkeren::payout {

namespace {

/// `rencana` of a purse by category, with its names: what a contract can take in.
struct Planned {
    programme::Purse purse;
    std::string category;
    Rupiah amount;
};

Result<std::vector<programme::Purse>> purses_of(db::ReadTx& tx, CityId city, Pokmas const& pokmas, int year)
{
    std::vector<programme::Purse> all;
    for (auto const& rw : pokmas.rws) {
        auto purses = TRY(programme::purses_below(tx, city, year, rw));
        all.insert(all.end(), purses.begin(), purses.end());
    }
    std::erase_if(all, [](programme::Purse const& purse) { return purse.closed; });
    return all;
}

Result<std::vector<Planned>> planned_of(db::ReadTx& tx, CityId city, std::vector<programme::Purse> const& purses)
{
    std::vector<Planned> planned;
    for (auto const& purse : purses) {
        auto amounts = TRY(ledger::category_amounts(tx, city, purse.id));
        for (auto const& each : amounts)
            if (each.stage == ledger::Stage::Rencana)
                planned.push_back({ purse, each.category, each.amount });
    }
    return planned;
}

/// Only the purses of the units that were named.
Result<void> keep_units(std::vector<programme::Purse>& purses, std::vector<Text<1, 40>> const& units)
{
    if (units.empty())
        return Done {};
    for (std::size_t i = 0; i < units.size(); ++i)
        if (std::ranges::find(purses, units[i].str(), &programme::Purse::unit_code) == purses.end())
            return Error::field("units." + std::to_string(i), "payout.unit_not_served", units[i].str());
    std::erase_if(
        purses, [&](programme::Purse const& purse) { return std::ranges::none_of(units, [&](auto const& unit) { return unit.str() == purse.unit_code; }); });
    return Done {};
}

Result<void> check_contract_dates(SignContract const& input, Date today)
{
    TRY(programme::check_date(int(input.year), input.signed_on, today, "signed_on"));
    if (input.starts_on.year() != int(input.year))
        return Error::field("starts_on", "date.outside_year", input.starts_on.iso(), { { "year", std::to_string(input.year) } });
    if (input.starts_on < input.signed_on)
        return Error::field("starts_on", "payout.contract_early", input.starts_on.iso(), { { "signed_on", input.signed_on.iso() } });
    if (input.ends_on < input.starts_on || input.ends_on.year() != int(input.year))
        return Error::field("ends_on", "payout.contract_dates", input.ends_on.iso());
    return Done {};
}

/// Nothing changes a contract before it was signed.
Result<void> check_after_signing(Contract const& contract, Date on, std::string const& field)
{
    if (on < contract.signed_on)
        return Error::field(field, "payout.before_contract", on.iso(), { { "signed_on", contract.signed_on.iso() } });
    return Done {};
}

ledger::Parts parts_of(std::vector<Planned> const& planned)
{
    ledger::Parts parts;
    for (auto const& each : planned)
        parts.push_back({ each.purse.id, each.category, each.amount });
    return parts;
}

Result<void> assign_purses(db::WriteTx& tx, CityId city, std::vector<Planned> const& planned, PokmasId pokmas)
{
    std::optional<PurseId> last;
    for (auto const& each : planned) {
        if (last != each.purse.id && each.purse.pokmas != pokmas)
            TRY(ledger::assign_pokmas(tx, city, each.purse.id, pokmas));
        last = each.purse.id;
    }
    return Done {};
}

/// The contract, when the actor may sign for its pokmas and saw its newest state.
Result<std::pair<Contract, Pokmas>> signable(db::ReadTx& tx, Context const& context, ContractId id, std::optional<std::int64_t> version)
{
    auto found = TRY(contract(tx, context.city, id));
    auto pokmas = TRY(allowed_pokmas(tx, context, "payout.contract", found.pokmas));
    if (found.ended_on)
        return Error::conflict("payout.contract_ended", { { "number", found.number } });
    if (version && *version != found.version)
        return Error::conflict("payout.contract_changed", { { "number", found.number }, { "version", std::to_string(found.version) } });
    return std::pair { std::move(found), std::move(pokmas) };
}

} // namespace

Result<Answer> sign_contract(db::WriteTx& tx, Context& context, SignContract const& input)
{
    auto const year = int(input.year);
    auto pokmas = TRY(allowed_pokmas(tx, context, "payout.contract", input.pokmas));
    TRY(programme::open_year(tx, context.city, year));
    TRY(check_active(pokmas));
    TRY(check_contract_dates(input, context.today));
    auto before = TRY(contract_of(tx, context.city, pokmas.id, year));
    if (before)
        return Error::conflict("payout.contract_there", { { "number", before->number }, { "pokmas", pokmas.name } });
    auto purses = TRY(purses_of(tx, context.city, pokmas, year));
    TRY(keep_units(purses, input.units));
    auto planned = TRY(planned_of(tx, context.city, purses));
    if (planned.empty())
        return Error::conflict("payout.nothing_planned", { { "pokmas", pokmas.name }, { "year", std::to_string(year) } });

    auto const id = context.next<ContractId>();
    auto const parts = parts_of(planned);
    auto const amount = ledger::sum_of(parts);
    auto number = TRY(programme::next_number(tx, context.city, "KTR", year));
    TRY(assign_purses(tx, context.city, planned, pokmas.id));
    TRY(ledger::post(tx, context.city,
        ledger::contracted(header_of(context, year, input.signed_on, "contract", id.str(), "Kontrak " + number + ", " + pokmas.name), parts)));
    TRY(tx.run(sql::insert_contract, context.city, id, pokmas.id, year, number, input.signed_on, input.starts_on, input.ends_on, amount, context.now,
        context.actor.user));
    std::vector<std::array<db::Parameter, 8>> rows;
    for (auto const& each : planned)
        rows.push_back({ context.city, id, each.purse.id, each.category, each.purse.envelope, each.purse.unit_code, each.purse.unit_name, each.amount });
    TRY(tx.run_rows<8>(sql::insert_contract_lines, rows));
    TRY(note(tx, context,
        { "payout.sign_contract", "contract", id.str(), pokmas.place,
            { { "number", number }, { "amount", amount.value() }, { "year", year }, { "pokmas", pokmas.id.text() } } }));
    Answer answer { id.str(), href_of_contract(id), "payout.contract_signed",
        { { "number", number }, { "pokmas", pokmas.name }, { "amount", std::to_string(amount.value()) } } };
    answer.data = { { "contract", id.text() }, { "number", number }, { "amount", amount.value() } };
    return answer;
}

namespace {

/// What the paper names, or everything that was planned since.
Result<std::vector<Planned>> changes_of(db::ReadTx& tx, Context const& context, Contract const& contract, Pokmas const& pokmas, Addendum const& input)
{
    auto purses = TRY(purses_of(tx, context.city, pokmas, contract.year));
    if (input.lines.empty())
        return planned_of(tx, context.city, purses);
    std::vector<Planned> changes;
    for (std::size_t i = 0; i < input.lines.size(); ++i) {
        auto const& line = input.lines[i];
        auto const purse = std::ranges::find(purses, line.purse, &programme::Purse::id);
        if (purse == purses.end())
            return Error::field("lines." + std::to_string(i) + ".purse", "payout.purse_not_served", line.purse.str());
        if (line.amount.is_zero())
            return Error::field("lines." + std::to_string(i) + ".amount", "payout.no_change");
        changes.push_back({ *purse, line.category.str(), line.amount });
    }
    return changes;
}

/// A line is never below what tranches have of it.
Result<void> check_reductions(db::ReadTx& tx, CityId city, Contract const& contract, std::vector<Planned> const& changes)
{
    auto lines = TRY(lines_of(tx, city, contract.id));
    auto taken = TRY(taken_of(tx, city, contract.id));
    std::map<std::pair<PurseId, std::string>, Rupiah> free;
    for (auto const& line : lines)
        free[{ line.purse, line.category }] += line.amount;
    for (auto const& each : taken)
        free[{ each.purse, each.category }] -= each.amount;
    for (std::size_t i = 0; i < changes.size(); ++i) {
        auto& left = free[{ changes[i].purse.id, changes[i].category }];
        left += changes[i].amount;
        if (changes[i].amount.is_negative() && left.is_negative())
            return Error::field("lines." + std::to_string(i) + ".amount", "payout.addendum_requested", std::to_string(changes[i].amount.value()),
                { { "unit", changes[i].purse.unit_name }, { "left", std::to_string((left - changes[i].amount).value()) } });
    }
    return Done {};
}

Result<void> post_changes(db::WriteTx& tx, Context& context, Contract const& contract, Addendum const& input, std::vector<Planned> const& changes)
{
    ledger::Parts more, less;
    for (auto const& change : changes)
        (change.amount.is_negative() ? less : more)
            .push_back({ change.purse.id, change.category, change.amount.is_negative() ? -change.amount : change.amount });
    auto const header = [&] {
        return header_of(context, contract.year, input.dated, "contract", contract.id.str(), "Adendum " + input.paper.str() + ": " + input.reason.str());
    };
    std::vector<ledger::Entry> entries;
    if (!less.empty())
        entries.push_back(ledger::contract_reduced(header(), less));
    if (!more.empty())
        entries.push_back(ledger::contracted(header(), more));
    TRY(ledger::post_batch(tx, context.city, entries));
    return Done {};
}

} // namespace

Result<Answer> addendum(db::WriteTx& tx, Context& context, Addendum const& input)
{
    auto [contract, pokmas] = TRY(signable(tx, context, input.contract, input.version));
    TRY(programme::open_year(tx, context.city, contract.year));
    TRY(check_active(pokmas));
    TRY(programme::check_date(contract.year, input.dated, context.today, "dated"));
    TRY(check_after_signing(contract, input.dated, "dated"));
    auto changes = TRY(changes_of(tx, context, contract, pokmas, input));
    if (changes.empty())
        return Error::conflict("payout.nothing_planned", { { "pokmas", pokmas.name }, { "year", std::to_string(contract.year) } });
    TRY(check_reductions(tx, context.city, contract, changes));
    TRY(assign_purses(tx, context.city, changes, pokmas.id));
    TRY(post_changes(tx, context, contract, input, changes));
    Rupiah total;
    for (auto const& change : changes) {
        total += change.amount;
        if (change.amount.is_negative())
            TRY(tx.run(sql::reduce_contract_line, context.city, contract.id, change.purse.id, change.category, -change.amount));
        else
            TRY(tx.run(sql::add_contract_line, context.city, contract.id, change.purse.id, change.category, change.purse.envelope, change.purse.unit_code,
                change.purse.unit_name, change.amount));
    }
    TRY(tx.run(sql::change_contract, context.city, contract.id, total));
    TRY(tx.run(sql::insert_addendum, context.city, contract.id, contract.version, context.next_id(), input.paper, input.dated, total, input.reason, context.now,
        context.actor.user));
    TRY(note(tx, context,
        { "payout.addendum", "contract", contract.id.str(), pokmas.place, { { "paper", input.paper.str() }, { "change", total.value() } },
            input.reason.str() }));
    return Answer { contract.id.str(), href_of_contract(contract.id), "payout.contract_changed_now",
        { { "number", contract.number }, { "change", std::to_string(total.value()) } } };
}

namespace {

/// What no tranche has: it leaves the contract.
ledger::Parts rest_of(std::vector<ContractLine> const& lines, std::vector<Taken> const& taken)
{
    ledger::Parts rest;
    for (auto const& line : lines) {
        auto left = line.amount;
        for (auto const& each : taken)
            if (each.purse == line.purse && each.category == line.category)
                left -= each.amount;
        if (left.is_positive())
            rest.push_back({ line.purse, line.category, left });
    }
    return rest;
}

/// kontrak -> rencana -> pagu -> batal, in one batch.
std::vector<ledger::Entry> ending_entries(Context& context, Contract const& contract, EndContract const& input, ledger::Parts const& rest)
{
    auto const text = "Kontrak " + contract.number + " diakhiri, " + input.paper.str() + ": " + input.reason.str();
    auto const header = [&] { return header_of(context, contract.year, input.on, "contract", contract.id.str(), text); };
    std::vector<ledger::Entry> entries { ledger::contract_ended(header(), rest), ledger::plan_withdrawn(header(), rest) };
    std::map<PurseId, Rupiah> by_purse;
    for (auto const& part : rest)
        by_purse[part.purse] += part.amount;
    for (auto const& [purse, amount] : by_purse)
        entries.push_back(ledger::reduced(header(), purse, amount));
    return entries;
}

} // namespace

Result<Answer> end_contract(db::WriteTx& tx, Context& context, EndContract const& input)
{
    auto [contract, pokmas] = TRY(signable(tx, context, input.contract, input.version));
    TRY(programme::running_year(tx, context.city, contract.year));
    TRY(programme::check_date(contract.year, input.on, context.today, "on"));
    TRY(check_after_signing(contract, input.on, "on"));
    auto lines = TRY(lines_of(tx, context.city, contract.id));
    auto taken = TRY(taken_of(tx, context.city, contract.id));
    if (std::ranges::any_of(taken, [](Taken const& each) { return each.state != workflow::name_of(TrancheState::Confirmed); }))
        return Error::conflict("payout.tranche_under_way", { { "pokmas", pokmas.name } });
    auto const rest = rest_of(lines, taken);
    if (!rest.empty())
        TRY(ledger::post_batch(tx, context.city, ending_entries(context, contract, input, rest)));
    TRY(tx.run(sql::end_contract, context.city, contract.id, input.on, input.paper, input.reason));
    auto const amount = std::to_string(ledger::sum_of(rest).value());
    TRY(note(tx, context,
        { "payout.end_contract", "contract", contract.id.str(), pokmas.place, { { "paper", input.paper.str() }, { "rest", ledger::sum_of(rest).value() } },
            input.reason.str() }));
    return Answer { contract.id.str(), href_of_contract(contract.id), "payout.contract_ended_now", { { "number", contract.number }, { "amount", amount } } };
}

Result<void> pass_purses(
    db::WriteTx& tx, operations::Context& context, std::vector<PurseId> const& purses, PokmasId from, PokmasId to, std::string_view minutes, Date on)
{
    auto const city = context.city;
    std::map<ContractId, std::vector<PurseId>> by_contract;
    for (auto const& purse : purses) {
        auto covering = TRY(contract_of_purse(tx, city, purse));
        if (covering && !covering->ended_on && covering->pokmas == from)
            by_contract[covering->id].push_back(purse);
    }
    for (auto const& [id, passing] : by_contract) {
        auto old = TRY(contract(tx, city, id));
        auto lines = TRY(lines_of(tx, city, id));
        auto taken = TRY(taken_of(tx, city, id));
        auto passes = [&](auto const& each) { return std::ranges::find(passing, each.purse) != passing.end(); };
        if (std::ranges::any_of(taken, [&](Taken const& each) { return passes(each) && each.state != workflow::name_of(TrancheState::Confirmed); }))
            return Error::conflict("payout.tranche_under_way", { { "pokmas", old.number } });
        Rupiah amount;
        for (auto const& line : lines)
            amount += passes(line) ? line.amount : Rupiah {};
        auto other = TRY(contract_of(tx, city, to, old.year));
        auto const new_id = other ? other->id : context.next<ContractId>();
        if (!other) {
            auto const number = old.number + " / " + std::string(minutes);
            TRY(tx.run(sql::insert_contract, city, new_id, to, old.year, number, on, on, old.ends_on, Rupiah {}, context.now, context.actor.user));
        }
        for (auto const& purse : passing) {
            TRY(tx.run(sql::move_lines_of_purse, city, id, purse, new_id));
            TRY(tx.run(sql::move_parts_of_purse, city, id, purse, new_id));
        }
        TRY(tx.run(sql::change_contract, city, id, -amount));
        TRY(tx.run(sql::change_contract, city, new_id, amount));
    }
    return Done {};
}

} // namespace rtkeren::payout
