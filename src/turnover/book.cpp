#include "turnover/book.hpp"

#include "audit/audit.hpp"
#include "enterprise/operations.hpp"
#include "turnover/operations.hpp"
#include "turnover/sql.hpp"

#include <map>

namespace rtkeren::turnover {
namespace {

using enterprise::Channel;

constexpr int days_back = 366;

Result<void> check_day(Date on, Date today)
{
    if (on > today)
        return Error::field("on", "date.future", on.iso());
    if (on.days_until(today) > days_back)
        return Error::field("on", "turnover.too_old", on.iso(), {{"days", std::to_string(days_back)}});
    return Done {};
}

/// Where a day without sales is written down: the first channel that the business has.
Channel main_channel(enterprise::Business const& business)
{
    return enterprise::choice_of<Channel>(std::string(split(business.channels, ',').front())).value_or(Channel::Rumah);
}

/// What a day's records must say.
Result<std::map<Channel, Rupiah>> wanted_of_day(db::ReadTx& tx, CityId city, enterprise::Business const& business, Date day)
{
    std::map<Channel, Rupiah> wanted;
    auto const rows = TRY(tx.run(sql::sales_of_day, city, business.id, day));
    for (auto const& row : rows)
        wanted[enterprise::choice_of<Channel>(row.text(0)).value()] = row.rupiah(1);
    if (wanted.empty())
        wanted[main_channel(business)] = {};
    return wanted;
}

Result<std::map<Channel, Record>> records_of_day(db::ReadTx& tx, CityId city, enterprise::BusinessId business, Date day)
{
    std::map<Channel, Record> found;
    auto const rows = TRY(tx.run(sql::records_of_days, city, business, day, day));
    for (auto const& row : rows)
        if (auto record = record_of(row); record.counts() && record.own_book)
            found.emplace(record.channel, std::move(record));
    return found;
}

/// Brings a closed day's records to what the book says now: writes what is missing, replaces what differs, withdraws what the book no longer has.
Result<std::vector<Verdict>> settle_day(db::WriteTx& tx, operations::Context& context, enterprise::Business const& business, Date day)
{
    auto const wanted = TRY(wanted_of_day(tx, context.city, business, day));
    auto const present = TRY(records_of_day(tx, context.city, business.id, day));
    std::vector<Verdict> verdicts;
    for (auto const& [channel, record] : present) {
        if (wanted.contains(channel))
            continue;
        TRY(write_record_of(tx, context, record, {.corrects = record.id, .reason = tr("Buku kas diubah"), .own_book = true, .withdraws = true}));
    }
    for (auto const& [channel, amount] : wanted) {
        auto const known = present.find(channel);
        if (known != present.end() && known->second.amount == amount)
            continue;
        NewRecord const record {.business = business.id, .from = day, .to = day, .channel = channel, .method = enterprise::Method::CashBook, .amount = amount,
            .selling_days = amount.is_zero() ? 0 : 1};
        Origin origin {.own_book = true};
        if (known != present.end()) {
            origin.corrects = known->second.id;
            origin.reason = tr("Buku kas diubah");
        }
        auto written = TRY(write_record_of(tx, context, record, origin));
        verdicts.insert(verdicts.end(), written.verdicts.begin(), written.verdicts.end());
    }
    return verdicts;
}

Result<std::int64_t> mark_closed(db::WriteTx& tx, operations::Context& context, enterprise::BusinessId business, Date day)
{
    auto const changed = TRY(tx.run(sql::close_day, context.city, business, day, context.actor.person, context.now));
    return changed.rows;
}

/// Days before this one that were left open become records now. One that stands against another record stays open: the page of that day says why.
Result<void> close_earlier(db::WriteTx& tx, operations::Context& context, enterprise::Business const& business, Date before)
{
    auto const days = TRY(open_days(tx, context.city, business.id, before));
    for (auto const day : days) {
        auto const outcome = tx.nested([&]() -> Result<void> {
            TRY(mark_closed(tx, context, business.id, day));
            TRY(settle_day(tx, context, business, day));
            return Done {};
        });
        if (!outcome.ok() && outcome.error().code != "turnover.overlap")
            return outcome;
    }
    return Done {};
}

/// That something was written and for which day; never how much.
Result<void> tell(db::WriteTx& tx, operations::Context& context, std::string_view operation, enterprise::Business const& business, Date day)
{
    TRY(audit::append(tx, context, {operation, "turnover", business.id.str(), business.region, {{"on", day.iso()}}}));
    return Done {};
}

struct NewEntry {
    Date on;
    std::optional<std::string> channel, cost;
    Rupiah amount;
    std::string note;
};
Result<operations::Answer> add_entry(db::WriteTx& tx, operations::Context& context, enterprise::BusinessId id, NewEntry const& entry)
{
    auto const business = TRY(own_business(tx, context.actor, id));
    TRY(check_day(entry.on, context.today));
    auto const entry_id = context.next<EntryId>();
    TRY(tx.run(sql::insert_entry, context.city, entry_id, business.id, entry.on, entry.channel ? "sale" : "cost", entry.channel, entry.cost, entry.amount, entry.note, context.actor.person,
        context.actor.name, context.now));
    TRY(tell(tx, context, entry.channel ? "turnover.add_sale" : "turnover.add_cost", business, entry.on));
    std::vector<Verdict> verdicts;
    if (entry.channel) {
        TRY(close_earlier(tx, context, business, entry.on));
        auto const closed = TRY(tx.maybe(sql::closed_day, context.city, business.id, entry.on));
        if (closed)
            verdicts = TRY(settle_day(tx, context, business, entry.on));
    }
    return operations::Answer {.id = entry_id.str(), .href = "/omzet/saya?usaha=" + business.id.str() + "&hari=" + entry.on.iso(), .message = entry.channel ? "turnover.sale_added" : "turnover.cost_added",
        .arguments = {{"amount", std::to_string(entry.amount.value())}}, .verdicts = std::move(verdicts)};
}

BookEntry entry_of(db::Row const& row)
{
    return {row.id<EntryId>(0), row.date(1), row.text(2) == "sale", row.text_or(3), row.text_or(4), row.rupiah(5), row.text(6), row.instant(7), !row.is_null(8)};
}

} // namespace

Result<operations::Answer> add_sale(db::WriteTx& tx, operations::Context& context, AddSale const& input)
{
    return add_entry(tx, context, input.business, {input.on, enterprise::stored_choice(input.channel), std::nullopt, input.amount, input.note.str()});
}

Result<operations::Answer> add_cost(db::WriteTx& tx, operations::Context& context, AddCost const& input)
{
    return add_entry(tx, context, input.business, {input.on, std::nullopt, enterprise::stored_choice(input.cost), input.amount, input.note.str()});
}

Result<operations::Answer> void_entry(db::WriteTx& tx, operations::Context& context, VoidEntry const& input)
{
    auto const entry = TRY(tx.one("turnover.no_entry", sql::entry, context.city, input.entry));
    auto const found = enterprise::find_business(tx, context.city, entry.id<enterprise::BusinessId>(0));
    if (!found.ok() || !enterprise::owns(context.actor, *found))
        return Error::not_found("turnover.no_entry");
    auto const business = TRY(own_business(tx, context.actor, found->id));
    auto const day = entry.date(1);
    auto const changed = TRY(tx.run(sql::void_entry, context.city, input.entry, context.now));
    if (changed.rows == 0)
        return Error::conflict("turnover.voided_already");
    TRY(tell(tx, context, "turnover.void_entry", business, day));
    auto const closed = TRY(tx.maybe(sql::closed_day, context.city, business.id, day));
    if (closed && entry.text(2) == "sale")
        TRY(settle_day(tx, context, business, day));
    return operations::Answer {.id = input.entry.str(), .href = "/omzet/saya?usaha=" + business.id.str() + "&hari=" + day.iso(), .message = "turnover.entry_voided"};
}

Result<operations::Answer> close_day(db::WriteTx& tx, operations::Context& context, CloseDay const& input)
{
    auto const business = TRY(own_business(tx, context.actor, input.business));
    TRY(check_day(input.on, context.today));
    auto const is_new = TRY(mark_closed(tx, context, business.id, input.on));
    if (is_new == 0)
        return Error::conflict("turnover.closed_already", {{"on", input.on.iso()}});
    TRY(tell(tx, context, "turnover.close_day", business, input.on));
    auto verdicts = TRY(settle_day(tx, context, business, input.on));
    auto const day = TRY(book_day(tx, context.city, business.id, input.on));
    return operations::Answer {.id = business.id.str(), .href = "/omzet/saya?usaha=" + business.id.str() + "&hari=" + input.on.iso(),
        .message = day.sales.is_zero() ? "turnover.zero_day" : "turnover.day_closed", .arguments = {{"on", input.on.iso()}, {"amount", std::to_string(day.sales.value())}},
        .verdicts = std::move(verdicts)};
}

Result<BookDay> book_day(db::ReadTx& tx, CityId city, enterprise::BusinessId business, Date on)
{
    BookDay day;
    auto const rows = TRY(tx.run(sql::entries_of_day, city, business, on));
    for (auto const& row : rows) {
        auto entry = entry_of(row);
        if (!entry.voided)
            (entry.is_sale ? day.sales : day.costs) += entry.amount;
        day.entries.push_back(std::move(entry));
    }
    auto const closed = TRY(tx.maybe(sql::closed_day, city, business, on));
    day.closed = closed.has_value();
    return day;
}

Result<std::vector<Rupiah>> usual_amounts(db::ReadTx& tx, CityId city, enterprise::BusinessId business, Date since)
{
    std::vector<Rupiah> amounts;
    auto const rows = TRY(tx.run(sql::usual_amounts, city, business, since));
    for (auto const& row : rows)
        amounts.push_back(row.rupiah(0));
    return amounts;
}

Result<std::vector<Date>> open_days(db::ReadTx& tx, CityId city, enterprise::BusinessId business, Date before)
{
    std::vector<Date> days;
    auto const rows = TRY(tx.run(sql::open_days, city, business, before));
    for (auto const& row : rows)
        days.push_back(row.date(0));
    return days;
}

Result<std::vector<BookMonth>> book_months(db::ReadTx& tx, CityId city, enterprise::BusinessId business, Date since)
{
    std::vector<BookMonth> months;
    auto const rows = TRY(tx.run(sql::book_days, city, business, since));
    for (auto const& row : rows) {
        auto const month = month_of(row.date(0));
        if (months.empty() || months.back().month != month)
            months.push_back({month, {}, {}, 0});
        months.back().sales += row.rupiah(1);
        months.back().costs += row.rupiah(2);
        months.back().days += row.rupiah(1).is_zero() ? 0 : 1;
    }
    return months;
}

} // namespace rtkeren::turnover
