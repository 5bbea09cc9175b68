#include "followup/store.hpp"

#include "evidence/evidence.hpp"
#include "followup/sql.hpp"

#include <algorithm>
#include <chrono>
#include <set>

/// One answer, of a visit or an interview: checked, written, with the turnover records that come of it.
namespace rtkeren::followup {
namespace {

/// The words of the amounts are recorded by turnover as what they are: told from memory, or read from a paper.
enterprise::Method method_of(Told told)
{
    switch (told) {
    case Told::RecallMonth: return enterprise::Method::RecallMonth;
    case Told::RecallWeek: return enterprise::Method::RecallWeek;
    case Told::CashBook: return enterprise::Method::CashBook;
    case Told::QrisStatement: return enterprise::Method::QrisStatement;
    }
    CHECK(false);
}

Days month_days(int year, unsigned month)
{
    auto const last = std::chrono::year_month_day {std::chrono::year {year} / std::chrono::month {month} / std::chrono::last};
    return {Date::of(year, month, 1).value(), Date::of(year, month, static_cast<unsigned>(last.day())).value()};
}

std::string path_of(std::size_t index, std::string_view part) { return "sales." + std::to_string(index) + "." + std::string(part); }

bool has_amount(AnswerPart const& part) { return std::ranges::any_of(part.sales, [](ChannelSale const& sale) { return sale.amount.has_value(); }); }

Result<Date> checked_day(AnswerPart const& part, Date today)
{
    auto const on = part.on.value_or(today);
    if (on > today)
        return Error::field("on", "date.future", on.iso());
    if (part.next_on && *part.next_on < on)
        return Error::field("next_on", "followup.next_before", part.next_on->iso());
    return on;
}

Result<void> check_words(AnswerPart const& part)
{
    if (std::ranges::find(part.obstacles, Obstacle::Other) != part.obstacles.end() && part.obstacle_note.empty())
        return Error::field("obstacle_note", "followup.other_note");
    std::set<enterprise::Channel> seen;
    for (std::size_t i = 0; i < part.sales.size(); ++i)
        if (!seen.insert(part.sales[i].channel).second)
            return Error::field(path_of(i, "channel"), "followup.channel_twice");
    if (has_amount(part) && !part.told)
        return Error::field("told", "followup.told_missing");
    return Done {};
}

/// Whose turnover it is: the one that is named, or the only one there is; it is the person's own.
Result<std::optional<enterprise::BusinessId>> business_of(db::ReadTx& tx, CityId city, Asked const& asked, AnswerPart const& part)
{
    auto const all = TRY(businesses_to_name(tx, city, asked.person));
    if (part.business) {
        if (std::ranges::find(all, *part.business, &enterprise::Business::id) == all.end())
            return Error::field("business", "enterprise.no_business");
        return part.business;
    }
    if (all.size() == 1)
        return std::optional(all.front().id);
    if (!has_amount(part))
        return std::optional<enterprise::BusinessId> {};
    if (!all.empty())
        return Error::field("business", "followup.which_business");
    auto const first = std::ranges::find_if(part.sales, [](ChannelSale const& sale) { return sale.amount.has_value(); });
    return Error::field(path_of(static_cast<std::size_t>(first - part.sales.begin()), "amount"), "followup.no_business");
}

/// The record that the corrected answer led to on this channel.
std::optional<turnover::RecordId> earlier_record(std::optional<Answer> const& corrects, std::string_view channel)
{
    if (!corrects)
        return std::nullopt;
    auto const sale = std::ranges::find(corrects->sales, channel, &Sale::channel);
    return sale == corrects->sales.end() ? std::nullopt : sale->record;
}

/// What turnover refuses is said at the field where it was typed.
Error at_field(Error error, std::string const& path)
{
    for (auto& field : error.fields) {
        if (field.name == "amount")
            field.name = path;
        else if (field.name == "from" || field.name == "to")
            field.name = "on";
    }
    if (error.fields.empty() && error.kind == ErrorKind::Conflict)
        return Error::field(path, error.code, {}, error.arguments);
    return error;
}

struct Ground {
    AnswerId id;
    std::optional<enterprise::BusinessId> business;
    std::optional<enterprise::Method> method;
    Days days;
};

Result<void> write_sale(db::WriteTx& tx, operations::Context& context, Ground const& ground, AnswerPart const& part, std::size_t index, std::optional<Answer> const& corrects, Written& written)
{
    auto const& sale = part.sales[index];
    auto const channel = stored_choice(sale.channel);
    auto const earlier = earlier_record(corrects, channel);
    if (!sale.amount && earlier)
        return Error::field(path_of(index, "amount"), "followup.amount_stays");
    if (!sale.sells && !sale.amount)
        return Done {};
    std::optional<turnover::RecordId> record;
    if (sale.amount) {
        turnover::NewRecord const told {.business = *ground.business, .from = ground.days.from, .to = ground.days.to, .channel = sale.channel, .method = *ground.method, .amount = *sale.amount,
            .file = part.file};
        auto made = turnover::write_record(tx, context, told, earlier);
        if (!made.ok())
            return at_field(made.error(), path_of(index, "amount"));
        record = made->id;
        std::ranges::move(made->verdicts, std::back_inserter(written.verdicts));
    }
    TRY(tx.run(sql::insert_sale, context.city, ground.id, channel, sale.amount, record));
    return Done {};
}

/// An amount that was recorded is corrected, never dropped: a channel that the form no longer names would leave its record behind.
Result<void> check_dropped(AnswerPart const& part, std::optional<Answer> const& corrects)
{
    if (!corrects)
        return Done {};
    for (auto const& sale : corrects->sales) {
        auto const is_named = std::ranges::any_of(part.sales, [&](ChannelSale const& each) { return stored_choice(each.channel) == sale.channel; });
        if (sale.record && !is_named)
            return Error::field("sales", "followup.amount_stays");
    }
    return Done {};
}

Result<void> keep_photo(db::WriteTx& tx, operations::Context& context, Asked const& asked, Sha256 const& file, Written& written)
{
    auto const subject = asked.visit ? asked.visit->str() : asked.interview->str();
    auto const attached = TRY(evidence::attach(tx, context, {.subject_kind = asked.photo_kind, .subject = subject, .paper = "foto", .sha256 = file.str()}));
    auto const is_other = [&](evidence::Link const& link) { return link.subject_kind != asked.photo_kind || link.subject != subject; };
    auto const others = std::ranges::count_if(attached.reused_for, is_other);
    if (others > 0)
        written.verdicts.push_back({"followup.photo_used", Severity::Warn, {}, {{"count", std::to_string(others)}}});
    return Done {};
}

} // namespace

Days days_of(Told told, Date on, std::optional<std::string> const& month)
{
    if (told == Told::RecallWeek)
        return {on.plus_days(-7), on.plus_days(-1)};
    if (month) {
        auto const first = Date::parse(*month + "-01").value();
        return month_days(first.year(), first.month());
    }
    return on.month() == 1 ? month_days(on.year() - 1, 12) : month_days(on.year(), on.month() - 1);
}

Result<Written> write_answer(db::WriteTx& tx, operations::Context& context, Asked const& asked, AnswerPart const& part, std::optional<Answer> const& corrects, std::string const& reason)
{
    auto const on = TRY(checked_day(part, context.today));
    TRY(check_words(part));
    TRY(check_dropped(part, corrects));
    Ground ground {.id = context.next<AnswerId>(), .business = TRY(business_of(tx, context.city, asked, part)), .method = {}, .days = {on, on}};
    if (has_amount(part)) {
        ground.method = method_of(*part.told);
        ground.days = days_of(*part.told, on, asked.month);
    }
    auto const method = ground.method ? std::optional(stored_choice(*ground.method)) : std::nullopt;
    auto const from = ground.method ? std::optional(ground.days.from) : std::nullopt;
    auto const to = ground.method ? std::optional(ground.days.to) : std::nullopt;
    auto const photo = part.file ? std::optional(part.file->str()) : std::nullopt;
    auto const corrected = corrects ? std::optional(corrects->id) : std::nullopt;
    TRY(tx.run(sql::insert_answer, context.city, ground.id, asked.visit, asked.interview, ground.business, stored_choice(part.way), on, stored_choice(part.producing), method, from, to, part.workers,
        part.obstacle_note, photo, part.next_step, part.next_on, part.note, corrected, reason, context.actor.user, context.actor.person, context.actor.name, context.now));
    Written written {ground.id, {}};
    // A page of a cash book tells the turnover: it proves the record alone, which is its owner's.
    auto const is_private = ground.method && part.told != Told::RecallMonth && part.told != Told::RecallWeek;
    if (part.file && !is_private)
        TRY(keep_photo(tx, context, asked, *part.file, written));
    for (std::size_t i = 0; i < part.sales.size(); ++i)
        TRY(write_sale(tx, context, ground, part, i, corrects, written));
    std::set<std::string> obstacles;
    for (auto const obstacle : part.obstacles)
        if (auto code = stored_choice(obstacle); obstacles.insert(code).second)
            TRY(tx.run(sql::insert_obstacle, context.city, ground.id, code));
    if (corrects)
        TRY(tx.run(sql::replace_answer, context.city, corrects->id, ground.id));
    return written;
}

} // namespace rtkeren::followup
