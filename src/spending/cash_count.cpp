#include "spending/cash_operations.hpp"
#include "spending/sql.hpp"

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>

/// The cash in the box beside the book: what is missing is owed by who held it, what is over is not ours.
namespace rtkeren::spending {

namespace {

/// The sum of the pieces, each value once; nothing when none was listed.
Result<std::optional<Rupiah>> sum_of_pieces(std::vector<Pieces> const& pieces)
{
    std::optional<Rupiah> sum;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        if (!pieces[i].count)
            continue;
        std::int64_t product = 0;
        auto const is_too_much = __builtin_mul_overflow(pieces[i].value.value(), *pieces[i].count, &product);
        auto const amount = is_too_much ? std::nullopt : Rupiah::of(product);
        auto const added = amount ? checked_add(sum.value_or(Rupiah {}), *amount) : std::nullopt;
        if (!added)
            return Error::field("pieces." + std::to_string(i) + ".count", "rupiah.range", std::to_string(*pieces[i].count));
        sum = *added;
    }
    return sum;
}

Result<Rupiah> counted_sum(CountCash const& input)
{
    auto const sum = TRY(sum_of_pieces(input.pieces));
    if (!sum && !input.counted)
        return Error::field("counted", "required");
    if (sum && input.counted && *sum != *input.counted)
        return Error::field("counted", "spending.count_differs", format_rupiah(*input.counted), {{"pieces", digits_of(*sum)}, {"counted", digits_of(*input.counted)}});
    return sum ? *sum : *input.counted;
}

std::string pieces_text(std::vector<Pieces> const& pieces)
{
    boost::json::array rows;
    for (auto const& one : pieces) {
        if (one.count && *one.count > 0)
            rows.push_back(boost::json::array {one.value.value(), *one.count});
    }
    return boost::json::serialize(rows);
}

struct Difference {
    Rupiah book, counted;
};

Result<Answer> post_missing(db::WriteTx& tx, Context& context, Desk const& desk, CountCash const& input, Difference const& found)
{
    auto const named = input.holder || !input.holder_name.empty();
    auto const holder = TRY(holder_for(tx, context, input.pokmas, named ? input.holder : std::optional(context.actor.person), input.holder_name.str()));
    CashFact fact {.operation = "spending.count_cash", .message = "spending.cash_missing", .on = input.on, .text = input.note.empty() ? "Kas kurang saat dihitung" : input.note.str(),
        .field = "counted"};
    fact.summary = {{"book", found.book.value()}, {"counted", found.counted.value()}, {"holder", holder.text()}};
    return keep_fact(tx, context, desk, ledger::cash_missing(header_for(context, desk, fact), input.pokmas, party_of(holder), found.book - found.counted), fact);
}

Result<Answer> post_over(db::WriteTx& tx, Context& context, Desk const& desk, CountCash const& input, Difference const& found)
{
    CashFact fact {.operation = "spending.count_cash", .message = "spending.cash_over", .on = input.on, .text = input.note.empty() ? "Kas lebih saat dihitung" : input.note.str()};
    fact.summary = {{"book", found.book.value()}, {"counted", found.counted.value()}};
    return keep_fact(tx, context, desk, ledger::cash_over(header_for(context, desk, fact), input.pokmas, found.counted - found.book), fact);
}

Result<Answer> tell_equal(db::WriteTx& tx, Context& context, Desk const& desk, Difference const& found, Ulid const& id)
{
    TRY(tell_fact(tx, context, desk.pokmas, "spending.count_cash", "cash_count", id.str(), {{"book", found.book.value()}, {"counted", found.counted.value()}}, ""));
    return Answer {.id = id.str(), .href = href_of_cash(desk.pokmas.id), .message = "spending.cash_equal", .arguments = {{"kas", digits_of(found.counted)}}};
}

} // namespace

Result<Answer> count_cash(db::WriteTx& tx, Context& context, CountCash const& input)
{
    auto const desk = TRY(desk_for(tx, context, "spending.cash", input.pokmas, input.on));
    auto const counted = TRY(counted_sum(input));
    auto const as_of = TRY(ledger::cash_as_of(tx, context.city, input.pokmas, input.on));
    Difference const found {as_of.of(ledger::CashKind::Kas), counted};
    auto const id = context.next_id();
    auto answer = TRY(found.counted < found.book ? post_missing(tx, context, desk, input, found)
            : found.counted > found.book         ? post_over(tx, context, desk, input, found)
                                                 : tell_equal(tx, context, desk, found, id));
    auto const* const entry = answer.data.if_contains("entry");
    auto const entry_id = entry != nullptr ? std::optional<std::string>(entry->as_string().c_str()) : std::nullopt;
    TRY(tx.run(sql::cash_insert_count, context.city, id, input.pokmas, input.on, found.book, found.counted, pieces_text(input.pieces), entry_id, input.note, context.now,
        context.actor.user));
    TRY(keep_proof(tx, context, "cash_count", id.str(), input.proof));
    answer.id = id.str();
    answer.data["book"] = found.book.value();
    answer.data["counted"] = found.counted.value();
    return answer;
}

} // namespace rtkeren::spending
