#include "spending/cash_operations.hpp"

#include "spending/cash.hpp"
#include "spending/sql.hpp"
#include "workflow/workflow.hpp"

#include <algorithm>

/// A month of the cash book is signed by the treasurer, then by the chair: two persons. From then on the ledger takes no entry of that month.
namespace rtkeren::spending {

namespace {

constexpr workflow::StateRow month_states[] {
    {"awaiting", TR_NOOP("Menunggu tanda tangan ketua"), workflow::StateKind::Start, "spending.sign_month", 7},
    {"signed", TR_NOOP("Ditandatangani"), workflow::StateKind::End},
    {"returned", TR_NOOP("Dikembalikan"), workflow::StateKind::End},
};
constexpr workflow::TransitionRow month_transitions[] {
    {.event = "sign", .label = TR_NOOP("Tanda tangani"), .from = "awaiting", .to = "signed", .permission = "spending.sign_month", .not_same_as = {workflow::started}},
    {.event = "return", .label = TR_NOOP("Kembalikan"), .from = "awaiting", .to = "returned", .permission = "spending.sign_month", .reason_required = true},
};
constexpr workflow::Machine cash_month {"cash_month", TR_NOOP("Tutup bulan buku kas"), "/kas/bulan/", month_states, month_transitions};

bool signs_as(Context const& context, std::string_view role, payout::Pokmas const& pokmas)
{
    return std::ranges::any_of(context.actor.grants, [&](Grant const& grant) { return grant.role == role && grant.pokmas == pokmas.id.str(); });
}

struct Closing {
    Rupiah bank, kas, panjar;
    std::int64_t rows {0};
};

Result<Closing> closing_of(db::ReadTx& tx, CityId city, PokmasId pokmas, Month const& month)
{
    auto const book = TRY(ledger::bku(tx, city, pokmas, month.first(), month.last()));
    return Closing {book.bank, book.kas, book.panjar, std::int64_t(book.rows.size())};
}

/// Months before `month` that nobody signed: an entry in one of them would change what is signed now. Those without movement are signed along with it.
Result<std::vector<Month>> quiet_months_before(db::ReadTx& tx, CityId city, PokmasId pokmas, Month const& month)
{
    std::vector<Month> quiet;
    auto const first = TRY(ledger::entries_of_pokmas(tx, city, pokmas, {.sort = "occurred_on", .limit = 1}));
    if (first.empty())
        return quiet;
    auto const is_signed = TRY(ledger::signed_months(tx, city, pokmas));
    for (auto each = Month::of(first.front().occurred_on); each < month; each = each.next()) {
        if (std::ranges::find(is_signed, each.str()) != is_signed.end())
            continue;
        auto const closing = TRY(closing_of(tx, city, pokmas, each));
        if (closing.rows > 0)
            return Error::field("month", "spending.earlier_month_open", month.str(), {{"month", each.str()}});
        quiet.push_back(each);
    }
    return quiet;
}

Result<Answer> sign_first(db::WriteTx& tx, Context& context, Desk const& desk, SignMonth const& input)
{
    if (!signs_as(context, "pokmas_bendahara", desk.pokmas))
        return Error::conflict("spending.treasurer_signs_first", {{"month", input.month.str()}});
    TRY(quiet_months_before(tx, context.city, input.pokmas, input.month));
    auto const closing = TRY(closing_of(tx, context.city, input.pokmas, input.month));
    auto const id = context.next_id();
    TRY(workflow::start(tx, context, cash_month,
        {.subject = id, .title = tr("Buku kas {pokmas} {month}", {{"pokmas", desk.pokmas.name}, {"month", month_name(input.month)}}), .place = desk.pokmas.place, .pokmas = input.pokmas.str()}));
    TRY(tx.run(sql::cash_insert_month, context.city, id, input.pokmas, input.month.str(), closing.bank, closing.kas, closing.panjar, closing.rows, context.actor.user,
        context.actor.name, context.now));
    TRY(tell_fact(tx, context, desk.pokmas, "spending.sign_month", "cash_month", id.str(), {{"month", input.month.str()}, {"step", "treasurer"}}, ""));
    return Answer {.id = id.str(), .href = href_of_cash(input.pokmas) + "/tutup-bulan?bulan=" + input.month.str(), .message = "spending.month_signed_first",
        .arguments = {{"month", month_name(input.month)}}};
}

Result<Answer> sign_second(db::WriteTx& tx, Context& context, Desk const& desk, SignMonth const& input, db::Row const& waiting)
{
    auto const id = waiting.ulid(0);
    if (!signs_as(context, "pokmas_ketua", desk.pokmas))
        return Error::conflict("spending.chair_signs_second", {{"month", input.month.str()}});
    auto const closing = TRY(closing_of(tx, context.city, input.pokmas, input.month));
    auto const is_same = closing.bank == waiting.rupiah(1) && closing.kas == waiting.rupiah(2) && closing.panjar == waiting.rupiah(3) && closing.rows == waiting.integer(4);
    if (!is_same)
        return Error::conflict("spending.month_changed", {{"signed", digits_of(waiting.rupiah(1) + waiting.rupiah(2) + waiting.rupiah(3))},
                                                             {"now", digits_of(closing.bank + closing.kas + closing.panjar)}});
    auto const quiet = TRY(quiet_months_before(tx, context.city, input.pokmas, input.month));
    TRY(workflow::advance(tx, context, cash_month, id, "sign"));
    for (auto const& month : quiet)
        TRY(ledger::sign_month(tx, context.city, input.pokmas, month.str(), context.now, waiting.id<UserId>(5), context.actor.user));
    TRY(ledger::sign_month(tx, context.city, input.pokmas, input.month.str(), context.now, waiting.id<UserId>(5), context.actor.user));
    TRY(tx.run(sql::cash_sign_month, context.city, id, context.actor.user, context.actor.name, context.now));
    TRY(tell_fact(tx, context, desk.pokmas, "spending.sign_month", "cash_month", id.str(), {{"month", input.month.str()}, {"step", "chair"}}, ""));
    return Answer {.id = id.str(), .href = href_of_cash(input.pokmas), .message = "spending.month_closed", .arguments = {{"month", month_name(input.month)}}};
}

} // namespace

workflow::Machine const& month_machine() { return cash_month; }

Result<Answer> sign_month(db::WriteTx& tx, Context& context, SignMonth const& input)
{
    auto const desk = TRY(desk_for(tx, context, "spending.sign_month", input.pokmas, context.today));
    if (input.month.last() >= context.today)
        return Error::field("month", "spending.month_not_over", input.month.str(), {{"last", input.month.last().iso()}});
    auto const is_signed = TRY(ledger::signed_months(tx, context.city, input.pokmas));
    if (std::ranges::find(is_signed, input.month.str()) != is_signed.end())
        return Error::conflict("spending.month_signed", {{"month", input.month.str()}});
    auto const rows = TRY(tx.run(sql::cash_month, context.city, input.pokmas, input.month.str()));
    if (rows.empty() || rows.front().text(10) != "awaiting")
        return sign_first(tx, context, desk, input);
    return sign_second(tx, context, desk, input, rows.front());
}

Result<Answer> return_month(db::WriteTx& tx, Context& context, ReturnMonth const& input)
{
    auto const desk = TRY(desk_for(tx, context, "spending.sign_month", input.pokmas, context.today));
    auto const rows = TRY(tx.run(sql::cash_month, context.city, input.pokmas, input.month.str()));
    if (rows.empty() || rows.front().text(10) != "awaiting")
        return Error::conflict("spending.month_not_waiting", {{"month", input.month.str()}});
    auto const id = rows.front().ulid(0);
    TRY(workflow::advance(tx, context, cash_month, id, "return", {.reason = input.reason.str()}));
    TRY(tell_fact(tx, context, desk.pokmas, "spending.return_month", "cash_month", id.str(), {{"month", input.month.str()}}, input.reason.str()));
    return Answer {.id = id.str(), .href = href_of_cash(input.pokmas), .message = "spending.month_returned", .arguments = {{"month", month_name(input.month)}}};
}

} // namespace rtkeren::spending
