#include "spending/opening.hpp"

#include "rules/rules.hpp"
#include "spending/expense_store.hpp"
#include "spending/sql.hpp"
#include "workflow/workflow.hpp"

#include <algorithm>

namespace rtkeren::spending {
namespace {

using ledger::Stage;

/// The books before the cut-off date are on paper: who was paid stands there.
Result<Supplier> paper_supplier(db::WriteTx& tx, operations::Context& context)
{
    std::string const name = "Saldo awal"; // stored: the same in every language
    auto const row = TRY(tx.maybe(sql::supplier_by_name, context.city, fold(name), ""));
    if (row)
        return Supplier {.id = row->id<SupplierId>(0), .name = row->text(1), .npwp = {}, .pkp = false, .suket = {}, .suket_until = {}};
    Supplier made {.id = context.next<SupplierId>(), .name = name, .npwp = {}, .pkp = false, .suket = {}, .suket_until = {}};
    TRY(tx.run(sql::insert_supplier, context.city, made.id, made.name, fold(made.name), "", false, "", std::nullopt, "", context.services.example, context.now, context.actor.user));
    return made;
}

/// Who answers for it: the treasurer, else who else is in office.
Result<PartyKey> liable_of(db::ReadTx& tx, CityId city, PokmasId pokmas)
{
    auto const all = TRY(payout::officers(tx, city, pokmas));
    auto const treasurer = std::ranges::find(all, payout::Position::Bendahara, &payout::Officer::position);
    if (treasurer != all.end())
        return "person:" + treasurer->person.str();
    return all.empty() ? PartyKey("-") : "person:" + all.front().person.str();
}

/// The expense that is made, its shares beside their lines.
struct Taken {
    ExpenseId id;
    Stage stage;
    programme::Purse purse;
    std::vector<std::pair<planning::PlanLine, Rupiah>> shares;

    [[nodiscard]] Rupiah sum() const
    {
        Rupiah total;
        for (auto const& [line, amount] : shares)
            total += amount;
        return total;
    }
};

Result<Taken> taken_of(db::ReadTx& tx, operations::Context& context, payout::OpeningGroup const& group, programme::Purse const& purse, Stage stage)
{
    Taken taken {.id = {}, .stage = stage, .purse = purse, .shares = {}};
    auto const lines = TRY(planning::approved_lines(tx, context.city, purse.id));
    for (auto const& line : lines) {
        Rupiah amount;
        for (auto const& part : group.parts)
            if (part.purse == purse.id && part.stage == stage && part.category == line.category)
                amount += part.amount;
        if (amount.is_positive())
            taken.shares.emplace_back(line, amount);
    }
    if (!taken.shares.empty())
        taken.id = context.next<ExpenseId>();
    return taken;
}

struct Named {
    std::string number, description;
    Supplier supplier;
    PartyKey liable;
};

Result<void> insert_rows(db::WriteTx& tx, operations::Context const& context, payout::BookedGroup const& booked, Taken const& taken, Named const& named)
{
    auto const& opening = booked.opening;
    auto const& first = taken.shares.front().first;
    auto const pack = TRY(rules::released(tx, context.city, opening.year));
    auto const sum = taken.sum();
    auto const search = fold(named.number + " " + named.supplier.name + " " + named.description + " " + opening.paper + " " + taken.purse.unit_name);
    TRY(tx.run(sql::insert_expense, context.city, taken.id, opening.year, booked.group.pokmas->id, taken.purse.id, taken.purse.envelope, first.category, taken.purse.unit_code,
        taken.purse.unit_name, taken.purse.kelurahan, named.number, opening.cut_off, named.supplier.id, named.supplier.name, opening.paper, fold(opening.paper), named.description,
        first.spend_kind, sum, sum, Rupiah {}, sum, Rupiah {}, sum, "", named.liable, "{}", std::int64_t {0}, verdicts_json({}), "", pack->version, booked.entry, context.actor.user,
        context.actor.person, std::nullopt, std::nullopt, context.now, std::nullopt, search));
    std::vector<std::array<db::Parameter, 7>> shares;
    for (auto const& [line, amount] : taken.shares)
        shares.push_back({context.city, taken.id, std::int64_t(shares.size()), line.id, taken.purse.id, line.category, amount});
    TRY(tx.run_rows(sql::insert_shares, shares));
    return Done {};
}

Result<void> write_taken(db::WriteTx& tx, operations::Context& context, payout::BookedGroup const& booked, Taken const& taken)
{
    auto const& pokmas = *booked.group.pokmas;
    std::string activities;
    for (auto const& [line, amount] : taken.shares)
        activities += (activities.empty() ? "" : ", ") + line.activity;
    Named named {.number = TRY(programme::next_number(tx, context.city, "SA", booked.opening.year)),
        .description = payout::words_of(booked.opening) + ": " + activities,
        .supplier = TRY(paper_supplier(tx, context)),
        .liable = TRY(liable_of(tx, context.city, pokmas.id))};
    TRY(insert_rows(tx, context, booked, taken, named));
    auto const is_accepted = taken.stage == Stage::Sah;
    if (is_accepted) {
        TRY(tx.run(sql::accept_shares, context.city, taken.id));
        TRY(tx.run(sql::set_accepted, context.city, taken.id, booked.opening.cut_off));
    }
    TRY(workflow::start(tx, context, expense_machine(),
        {.subject = taken.id.ulid(), .title = named.number + ": " + named.description, .place = taken.purse.unit_code, .pokmas = pokmas.id.str(),
            .state = is_accepted ? "accepted" : "goods_ok", .evidence = booked.opening.paper}));
    return Done {};
}

} // namespace

Result<void> take_in_opening(db::WriteTx& tx, operations::Context& context, payout::BookedGroup const& booked)
{
    for (auto const& [id, purse] : booked.group.purses)
        for (auto const stage : {Stage::Belanja, Stage::Sah}) {
            auto const taken = TRY(taken_of(tx, context, booked.group, purse, stage));
            if (!taken.shares.empty())
                TRY(write_taken(tx, context, booked, taken));
        }
    return Done {};
}

} // namespace rtkeren::spending
