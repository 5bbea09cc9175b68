#include "audit/audit.hpp"
#include "evidence/evidence.hpp"
#include "identity/identity.hpp"
#include "spending/expense_record.hpp"
#include "spending/expense_steps.hpp"
#include "spending/sql.hpp"

namespace rtkeren::spending {
namespace {

Unplaced unplaced_of(db::Row const& row)
{
    return {row.id<UnplacedId>(0), row.id<PokmasId>(1), row.text(2), int(row.integer(3)), row.text(4), row.text(5), row.text(6), row.text(7), row.text(8), row.rupiah(9), row.text(10),
        row.date(11), row.text(13)};
}

ledger::Header header_of(operations::Context& context, UnplacedId id, int year, Date on, std::string text)
{
    return {.id = context.next<EntryId>(), .occurred_on = on, .recorded_at = context.now, .made_at = context.made_at, .actor = context.actor.user, .person = std::nullopt, .year = year,
        .subject_kind = "unplaced", .subject = id.str(), .text = std::move(text)};
}

Result<void> note_unplaced(db::WriteTx& tx, operations::Context const& context, Unplaced const& what, std::string_view operation)
{
    audit::Event const event {.operation = operation, .subject_kind = "unplaced", .subject = what.id.str(), .place = what.place,
        .summary = {{"amount", what.amount.value()}, {"state", what.state}, {"party", what.party}}, .reason = what.reason};
    TRY(audit::append(tx, context, event));
    return Done {};
}

/// Where the purchase belongs: the unit named, else the kelurahan of the pokmas.
Result<std::string> place_of(db::ReadTx& tx, operations::Context const& context, RecordUnplaced const& input)
{
    if (!input.unit.empty())
        return input.unit.str();
    auto const purses = TRY(ledger::purses_of_pokmas(tx, context.city, input.pokmas));
    for (auto const& purse : purses)
        if (purse.year == int(input.year)) {
            auto const named = TRY(programme::purse(tx, context.city, purse.id));
            return named.unit_code;
        }
    return Error::field("pokmas", "spending.no_purses", input.pokmas.str());
}

RecordExpense expense_of(PlaceUnplaced const& input, Unplaced const& what)
{
    RecordExpense record;
    record.id = input.id;
    record.line = input.line;
    record.on = what.on;
    record.gross = what.amount;
    record.supplier_name = Text<0, 120>::parse(what.supplier).value();
    record.receipt = Text<0, 80>::parse(what.receipt).value();
    record.description = Text<3, 300>::parse(what.description).value();
    record.spend_kind = input.spend_kind;
    record.supplier_pkp = input.supplier_pkp;
    record.has_npwp = input.has_npwp;
    record.suket_pp55 = input.suket_pp55;
    record.papers = input.papers;
    // The shop was paid in full when nobody thought of tax.
    record.tax_withheld = Withheld::No;
    record.pay.push_back({PayFrom::Panjar, Text<0, 80>::parse(what.party).value(), std::nullopt});
    return record;
}

Result<operations::Answer> charge_unplaced(db::WriteTx& tx, operations::Context& context, PlaceUnplaced const& input, Unplaced& what)
{
    auto record = expense_of(input, what);
    auto const links = TRY(evidence::links(tx, context.city, "unplaced", what.id.str()));
    for (auto const& link : links) {
        auto const paper = Text<1, 40>::parse(link.paper).value();
        auto const hash = Sha256::parse(link.sha256).value();
        record.papers.push_back({paper, hash});
    }
    auto draft = TRY(draft_of(tx, context, record));
    if (draft.pokmas != what.pokmas)
        return Error::field("line", "spending.other_pokmas", draft.first().line.str());
    auto answer = TRY(write_expense(tx, context, record, draft));
    TRY(tx.run(sql::solve_unplaced, context.city, what.id, "charged", draft.id, context.today));
    what.state = "charged";
    TRY(note_unplaced(tx, context, what, "spending.place_unplaced"));
    return answer;
}

} // namespace

Result<std::vector<Unplaced>> unplaced_of_pokmas(db::ReadTx& tx, CityId city, PokmasId pokmas)
{
    auto const rows = TRY(tx.run(sql::unplaced_of_pokmas, city, pokmas));
    std::vector<Unplaced> all;
    for (auto const& row : rows)
        all.push_back(unplaced_of(row));
    return all;
}

Result<Unplaced> find_unplaced(db::ReadTx& tx, CityId city, UnplacedId id)
{
    auto const row = TRY(tx.one("spending.no_unplaced", sql::unplaced, city, id));
    return unplaced_of(row);
}

Result<operations::Answer> record_unplaced(db::WriteTx& tx, operations::Context& context, RecordUnplaced const& input)
{
    auto const year = int(input.year);
    auto const place = TRY(place_of(tx, context, input));
    if (!may(context.actor, "spending.record", place, input.pokmas.str()))
        return Error::forbidden("operation.not_allowed");
    TRY(programme::running_year(tx, context.city, year));
    TRY(programme::check_date(year, input.on, context.today, "on"));
    auto const person = input.person.value_or(context.actor.person);
    auto const name = input.person ? TRY(identity::person_name(tx, context.city, person)) : context.actor.name;
    Unplaced const what {UnplacedId(context.next_id()), input.pokmas, place, year, "person:" + person.str(), name, input.supplier_name.str(), input.receipt.str(),
        input.description.str(), input.amount, input.reason.str(), input.on, "open"};
    for (auto const& paper : input.papers)
        TRY(evidence::attach(tx, context, {.subject_kind = "unplaced", .subject = what.id.str(), .paper = paper.paper.str(), .sha256 = paper.sha256.str()}));
    auto header = header_of(context, what.id, year, input.on, what.description + ", " + what.supplier);
    auto const entry = header.id;
    TRY(ledger::post(tx, context.city, ledger::bought_unplaced(std::move(header), input.pokmas, what.party, what.amount)));
    TRY(tx.run(sql::insert_unplaced, context.city, what.id, what.pokmas, place, year, what.party, what.party_name, what.supplier, what.receipt, what.description, what.amount, what.reason,
        what.on, entry, context.now, context.actor.user));
    TRY(note_unplaced(tx, context, what, "spending.record_unplaced"));
    operations::Answer answer {what.id.str(), "/belanja/tanpa-kantong/" + what.id.str(), "spending.unplaced", {{"amount", std::to_string(what.amount.value())}, {"name", name}}};
    answer.data = {{"party", what.party}, {"amount", what.amount.value()}};
    return answer;
}

Result<operations::Answer> place_unplaced(db::WriteTx& tx, operations::Context& context, PlaceUnplaced const& input)
{
    auto what = TRY(find_unplaced(tx, context.city, input.unplaced));
    if (!may(context.actor, "spending.record", what.place, what.pokmas.str()))
        return Error::forbidden("operation.not_allowed");
    if (what.state != "open")
        return Error::conflict("spending.unplaced_solved", {{"state", what.state}});
    if (input.how == Solution::Charged)
        return charge_unplaced(tx, context, input, what);
    auto header = header_of(context, what.id, what.year, context.today, what.description + ", " + what.supplier);
    auto const residents = input.how == Solution::Residents;
    auto const entry = residents ? ledger::unplaced_borne_by_residents(std::move(header), what.pokmas, what.party, what.amount)
                                 : ledger::advance_returned(std::move(header), what.pokmas, what.party, what.amount);
    TRY(ledger::post(tx, context.city, entry));
    what.state = residents ? "residents" : "returned";
    TRY(tx.run(sql::solve_unplaced, context.city, what.id, what.state, std::nullopt, context.today));
    TRY(note_unplaced(tx, context, what, "spending.place_unplaced"));
    operations::Answer answer {what.id.str(), "/belanja/tanpa-kantong/" + what.id.str(), residents ? "spending.unplaced_residents" : "spending.unplaced_returned",
        {{"amount", std::to_string(what.amount.value())}, {"name", what.party_name}}};
    answer.data = {{"state", what.state}};
    return answer;
}

} // namespace rtkeren::spending
