#include "payout/opening.hpp"

#include "ledger/ledger.hpp"
#include "payout/parts.hpp"
#include "payout/sql.hpp"
#include "planning/take_in.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>
#include <set>

namespace rtkeren::payout {

namespace {

using ledger::Stage;
using workflow::name_of;
using workflow::StateKind;

constexpr std::string_view permission = "payout.opening";

constexpr workflow::StateRow opening_states[] {
    { name_of(OpeningState::Proposed), TR_NOOP("Menunggu orang kedua"), StateKind::Start, permission, 7 },
    { name_of(OpeningState::Confirmed), TR_NOOP("Dibukukan"), StateKind::End },
    { name_of(OpeningState::Refused), TR_NOOP("Ditolak"), StateKind::End },
};
constexpr workflow::TransitionRow opening_transitions[] {
    { .event = name_of(OpeningEvent::Confirm),
        .label = TR_NOOP("Bukukan saldo awal"),
        .from = name_of(OpeningState::Proposed),
        .to = name_of(OpeningState::Confirmed),
        .permission = permission,
        .not_same_as = { workflow::started } },
    { .event = name_of(OpeningEvent::Refuse),
        .label = TR_NOOP("Tolak"),
        .from = name_of(OpeningState::Proposed),
        .to = name_of(OpeningState::Refused),
        .permission = permission,
        .reason_required = true },
};

Opening opening_of_row(db::Row const& row)
{
    return { .id = row.id<OpeningId>(0),
        .year = int(row.integer(1)),
        .cut_off = row.date(2),
        .paper = row.text(3),
        .state = row.text(9),
        .purses = row.integer(5),
        .groups = row.integer(6),
        .amount = row.rupiah(7),
        .held = row.rupiah(8),
        .input = boost::json::parse(row.text(4)).as_object() };
}

struct Judged {
    std::shared_ptr<rules::Pack const> pack;
    ReadyOpening ready;
};

/// Everything that can be said against a list now.
Result<Judged> judged(db::ReadTx& tx, Context const& context, ProposeOpening const& input)
{
    if (!may(context.actor, permission, ""))
        return Error::forbidden("operation.not_allowed");
    auto const year = int(input.year);
    TRY(programme::open_year(tx, context.city, year));
    TRY(programme::check_date(year, input.cut_off, context.today, "cut_off"));
    auto pack = TRY(rules::released(tx, context.city, year));
    auto ready = TRY(ready_opening(tx, context.city, input, *pack));
    if (!ready.errors.empty())
        return Error::invalid("input.invalid", std::move(ready.errors));
    return Judged { std::move(pack), std::move(ready) };
}

Rupiah ceiling_of(ReadyOpening const& ready)
{
    Rupiah sum;
    for (auto const& group : ready.groups)
        for (auto const& part : group.parts)
            sum += part.amount;
    return sum;
}

std::int64_t purses_in(ReadyOpening const& ready)
{
    std::set<PurseId> purses;
    for (auto const& group : ready.groups)
        for (auto const& [id, purse] : group.purses)
            purses.insert(id);
    return std::int64_t(purses.size());
}

std::int64_t pokmas_in(ReadyOpening const& ready)
{
    return std::ranges::count_if(ready.groups, [](OpeningGroup const& group) { return group.pokmas.has_value(); });
}

std::vector<TakesIn>& takers()
{
    static std::vector<TakesIn> all;
    return all;
}

/// A refusal of the ledger in the words of the list; it has no row of its own. What was ordered and did not arrive yet is under way.
Result<EntryId> post_group(db::WriteTx& tx, Context& context, Opening const& opening, OpeningGroup const& group)
{
    auto header = header_of(context, opening.year, opening.cut_off, "opening", opening.id.str(), words_of(opening) + ", " + opening.paper);
    auto const entry = header.id;
    auto const pokmas = group.pokmas ? group.pokmas->id : PokmasId {};
    if (group.pokmas)
        for (auto const& [id, purse] : group.purses)
            if (purse.pokmas != pokmas)
                TRY(ledger::assign_pokmas(tx, context.city, id, pokmas));
    auto cash = group.cash;
    if (group.at(Stage::Sp2d).is_positive())
        cash.push_back({ ledger::CashKind::Jalan, "-", group.at(Stage::Sp2d) });
    TRY(ledger::post(tx, context.city, ledger::opening(std::move(header), pokmas, group.parts, cash)));
    return entry;
}

/// What is planned of each unit: everything of a category that stands in `rencana` or went on from there, so that expenses and gates find the plan that
/// was approved on paper.
std::map<territory::RegionId, planning::TakenPlan> plans_of(Opening const& opening, ReadyOpening const& ready, rules::Pack const& pack)
{
    std::map<territory::RegionId, planning::TakenPlan> plans;
    for (auto const& group : ready.groups)
        for (auto const& part : group.parts) {
            if (part.category.empty())
                continue;
            auto const& purse = group.purses.at(part.purse);
            auto& plan = plans[purse.unit];
            plan.unit = purse.unit;
            auto const same = [&](planning::TakenLine const& line) { return line.purse == part.purse && line.category == part.category; };
            auto const line = std::ranges::find_if(plan.lines, same);
            auto const* item = pack.menu_item(part.category);
            if (line != plan.lines.end())
                line->amount += part.amount;
            else
                plan.lines.push_back({ part.purse, purse.envelope, part.category, item != nullptr ? item->label : part.category, part.amount });
        }
    for (auto& [unit, plan] : plans) {
        plan.year = opening.year;
        plan.reason = words_of(opening);
        plan.paper = opening.paper;
    }
    return plans;
}

Result<void> write_opening(db::WriteTx& tx, Context& context, Opening const& opening, Judged const& found)
{
    std::vector<EntryId> entries;
    for (auto const& group : found.ready.groups)
        entries.push_back(TRY(post_group(tx, context, opening, group)));
    for (auto const& [unit, plan] : plans_of(opening, found.ready, *found.pack))
        TRY(planning::take_in(tx, context, plan));
    for (std::size_t i = 0; i < entries.size(); ++i) {
        BookedGroup const booked { opening, found.ready.groups[i], entries[i] };
        if (!booked.group.is_contracted())
            continue;
        TRY(take_in(tx, context, booked, *found.pack));
        for (auto const take : takers())
            TRY(take(tx, context, booked));
    }
    return Done {};
}

/// The limits of the ledger (DPA, categories, signed months) are asked by posting inside a savepoint that is taken back.
Result<void> try_posting(db::WriteTx& tx, Context& context, Opening const& opening, Judged const& found)
{
    auto trial = context;
    auto const outcome = tx.nested([&]() -> Result<void> {
        TRY(write_opening(tx, trial, opening, found));
        return Error::conflict("operation.attempted");
    });
    if (!outcome.ok() && outcome.error().code == "operation.attempted")
        return Done {};
    return outcome;
}

Arguments numbers_of(Opening const& opening)
{
    return { { "year", std::to_string(opening.year) }, { "purses", std::to_string(opening.purses) }, { "groups", std::to_string(opening.groups) },
        { "amount", std::to_string(opening.amount.value()) }, { "held", std::to_string(opening.held.value()) } };
}

Answer answer_of(Opening const& opening, std::string message)
{
    Answer answer { opening.id.str(), "/saldo-awal/" + opening.id.str(), std::move(message), numbers_of(opening) };
    answer.data = { { "opening", opening.id.text() }, { "purses", opening.purses }, { "pokmas", opening.groups }, { "amount", opening.amount.value() },
        { "held", opening.held.value() } };
    return answer;
}

Result<void> note_opening(db::WriteTx& tx, Context const& context, std::string_view operation, Opening const& opening, std::string reason = {})
{
    return note(tx, context,
        { operation, "opening", opening.id.str(), "", { { "year", opening.year }, { "cut_off", opening.cut_off.iso() }, { "amount", opening.amount.value() } },
            std::move(reason) });
}

} // namespace

workflow::Machine const& opening_machine()
{
    static constexpr workflow::Machine machine { "opening", TR_NOOP("Saldo awal"), "/saldo-awal/", opening_states, opening_transitions };
    return machine;
}

void use_takers(std::vector<TakesIn> all) { takers() = std::move(all); }

std::string words_of(Opening const& opening) { return tr("Saldo awal per {on:date}", { { "on", opening.cut_off.iso() } }); }

Result<Opening> opening(db::ReadTx& tx, CityId city, OpeningId id)
{
    auto const row = TRY(tx.one("payout.no_opening", sql::opening, city, id));
    return opening_of_row(row);
}

Result<std::vector<Opening>> openings(db::ReadTx& tx, CityId city)
{
    auto const rows = TRY(tx.run(sql::openings, city));
    std::vector<Opening> all;
    for (auto const& row : rows)
        all.push_back(opening_of_row(row));
    return all;
}

Result<Answer> propose_opening(db::WriteTx& tx, Context& context, ProposeOpening const& input)
{
    auto const found = TRY(judged(tx, context, input));
    Opening made { .id = context.next<OpeningId>(),
        .year = int(input.year),
        .cut_off = input.cut_off,
        .paper = input.paper.str(),
        .state = {},
        .purses = purses_in(found.ready),
        .groups = pokmas_in(found.ready),
        .amount = ceiling_of(found.ready),
        .held = {},
        .input = operations::to_json(input) };
    for (auto const& group : found.ready.groups)
        made.held += group.held();
    TRY(try_posting(tx, context, made, found));
    TRY(tx.run(sql::insert_opening, context.city, made.id, made.year, made.cut_off, made.paper, boost::json::serialize(made.input), made.purses, made.groups, made.amount,
        made.held, context.now, context.actor.user));
    TRY(workflow::start(tx, context, opening_machine(),
        { .subject = made.id.ulid(), .title = tr("Saldo awal {year} per {on:date}", { { "year", std::to_string(made.year) }, { "on", made.cut_off.iso() } }), .place = "" }));
    TRY(note_opening(tx, context, "payout.propose_opening", made));
    return answer_of(made, "payout.opening_proposed");
}

Result<Answer> confirm_opening(db::WriteTx& tx, Context& context, DecideOpening const& input)
{
    auto const found = TRY(opening(tx, context.city, input.opening));
    auto const typed = TRY(operations::parse<ProposeOpening>(found.input));
    TRY(workflow::advance(tx, context, opening_machine(), found.id.ulid(), OpeningEvent::Confirm));
    auto const again = TRY(judged(tx, context, typed)); // what was right when it was uploaded may be wrong by now
    TRY(write_opening(tx, context, found, again));
    TRY(note_opening(tx, context, "payout.confirm_opening", found));
    return answer_of(found, "payout.opening_confirmed");
}

Result<Answer> refuse_opening(db::WriteTx& tx, Context& context, RefuseOpening const& input)
{
    auto const found = TRY(opening(tx, context.city, input.opening));
    TRY(workflow::advance(tx, context, opening_machine(), found.id.ulid(), OpeningEvent::Refuse, { .reason = input.reason.str() }));
    TRY(note_opening(tx, context, "payout.refuse_opening", found, input.reason.str()));
    return answer_of(found, "payout.opening_refused");
}

} // namespace rtkeren::payout
