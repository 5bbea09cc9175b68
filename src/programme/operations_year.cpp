#include "programme/operations.hpp"

#include "audit/audit.hpp"
#include "jobs/jobs.hpp"
#include "programme/machines.hpp"
#include "programme/sql.hpp"
#include "workflow/workflow.hpp"

#include <algorithm>

namespace rtkeren::programme {

namespace {

Result<void> tell_year(db::WriteTx& tx, Context const& context, std::string_view operation, int year, boost::json::object summary, std::string reason = {})
{
    TRY(audit::append(tx, context, {operation, "year", std::to_string(year), "", summary, std::move(reason)}));
    TRY(jobs::emit(tx, context, {std::string(operation), std::to_string(year), std::move(summary)}));
    return Done {};
}

/// The day of the pack's last deadline, so that the inbox reminds of closing; else the last day of the year.
workflow::Deadline last_deadline(rules::Pack const& pack)
{
    auto due = Date::of(pack.year, 12, 31).value();
    if (auto const* books = pack.deadline("books_closed"))
        due = books->due;
    return [due](Date, int, workflow::Days) { return due; };
}

Asked asked_of(rules::Pack const& pack, std::vector<territory::Region> const& units)
{
    Asked asked;
    for (auto const& unit : units) {
        for (auto const& envelope : pack.envelopes)
            asked[{kelurahan_of(unit.code), envelope.key}] += envelope.per_unit;
    }
    return asked;
}

/// Of a city that starts in mid-year the purses begin empty.
std::vector<Allotment> allotments_of(rules::Pack const& pack, std::vector<territory::Region> const& units, bool mid_year)
{
    std::vector<Allotment> allotments;
    allotments.reserve(units.size() * pack.envelopes.size());
    for (auto const& unit : units) {
        for (auto const& envelope : pack.envelopes)
            allotments.push_back({&unit, envelope.key, mid_year ? Rupiah {} : envelope.per_unit});
    }
    return allotments;
}

std::vector<std::string> codes_of(std::vector<Code> const& units)
{
    std::vector<std::string> codes;
    for (auto const& unit : units)
        codes.push_back(unit.str());
    return codes;
}

} // namespace

Result<void> allow(Context const& context, std::string_view permission, std::string_view place)
{
    if (!may(context.actor, permission, place))
        return Error::forbidden("operation.not_allowed");
    return Done {};
}

Result<void> check_paper_date(int year, Date paper, Date today, std::string_view field)
{
    if (paper.year() != year && paper.year() != year - 1)
        return Error::field(std::string(field), "date.outside_year", paper.iso(), {{"year", std::to_string(year)}});
    if (paper > today)
        return Error::field(std::string(field), "date.future", paper.iso(), {{"today", today.iso()}});
    return Done {};
}

std::string href_of_year(int year) { return "/tahun/" + std::to_string(year); }

Result<Answer> create_year(db::WriteTx& tx, Context& context, CreateYear const& input)
{
    auto number = int(input.year);
    TRY(allow(context, "programme.manage", ""));
    auto pack = TRY(rules::released(tx, context.city, number));
    auto known = TRY(tx.maybe(sql::year, context.city, number));
    if (known)
        return Error::conflict("programme.year_exists", {{"year", std::to_string(number)}});
    auto id = context.next_id();
    TRY(tx.run(sql::insert_year, context.city, number, id, pack->version, pack->scheme, context.now, context.actor.user));
    TRY(workflow::start(tx, context, year_machine(), {.subject = id, .title = tr("Tahun program {year}", {{"year", std::to_string(number)}}), .place = ""}));
    TRY(tell_year(tx, context, "programme.create_year", number, {{"pack_version", pack->version}}));
    return Answer {id.str(), href_of_year(number), "programme.year_created", {{"year", std::to_string(number)}}};
}

Result<Answer> discard_year(db::WriteTx& tx, Context& context, DiscardYear const& input)
{
    auto number = int(input.year);
    TRY(allow(context, "programme.manage", ""));
    auto year = TRY(year_of(tx, context.city, number));
    TRY(workflow::advance(tx, context, year_machine(), year.id, YearEvent::Discard, {.reason = input.reason.str()}));
    TRY(tx.run(sql::delete_year, context.city, number));
    TRY(tell_year(tx, context, "programme.discard_year", number, {}, input.reason.str()));
    return Answer {year.id.str(), "/tahun", "programme.year_discarded", {{"year", std::to_string(number)}}};
}

Result<Answer> open_year_now(db::WriteTx& tx, Context& context, OpenYear const& input)
{
    auto number = int(input.year);
    TRY(allow(context, "programme.release", ""));
    auto year = TRY(year_of(tx, context.city, number));
    TRY(check_date(number, input.letter_date, context.today, "letter_date"));
    auto pack = TRY(rules::released(tx, context.city, number));
    auto units = TRY(units_of(tx, context.city, *pack, context.today, codes_of(input.units)));
    if (year.status == YearStatus::Draft) {
        auto verdicts = TRY(check_dpas(tx, context.city, number, asked_of(*pack, units), *pack));
        if (!verdicts.empty())
            return Error::refused(std::move(verdicts));
    }
    TRY(workflow::advance(tx, context, year_machine(), year.id, YearEvent::Open, {.evidence = input.letter.str(), .deadline = last_deadline(*pack)}));
    TRY(tx.run(sql::set_opened, context.city, number, input.letter_date, input.letter, pack->version));
    auto text = tr("Alokasi {year}, {letter}", {{"year", std::to_string(number)}, {"letter", input.letter.str()}});
    auto allotted = TRY(allot(tx, context, number, *pack, allotments_of(*pack, units, input.mid_year), {input.letter.str(), input.letter_date, std::move(text)}));
    auto total = std::to_string(allotted.total.value());
    TRY(tell_year(tx, context, "programme.open_year", number,
        {{"pack_version", pack->version}, {"units", std::int64_t(units.size())}, {"purses", std::int64_t(allotted.purses)}, {"total", allotted.total.value()},
            {"letter", input.letter.str()}}));
    return Answer {year.id.str(), href_of_year(number), "programme.year_opened",
        {{"year", std::to_string(number)}, {"units", std::to_string(units.size())}, {"total", total}},
        {{"total", allotted.total.value()}, {"purses", std::int64_t(allotted.purses)}}};
}

Result<Answer> start_closing(db::WriteTx& tx, Context& context, StartClosing const& input)
{
    auto number = int(input.year);
    TRY(allow(context, "programme.close", ""));
    auto year = TRY(year_of(tx, context.city, number));
    TRY(workflow::advance(tx, context, year_machine(), year.id, YearEvent::StartClosing));
    TRY(tell_year(tx, context, "programme.start_closing", number, {}));
    return Answer {year.id.str(), href_of_year(number), "programme.closing_started", {{"year", std::to_string(number)}}};
}

Result<Answer> reopen_year(db::WriteTx& tx, Context& context, ReopenYear const& input)
{
    auto number = int(input.year);
    TRY(allow(context, "programme.manage", ""));
    auto year = TRY(year_of(tx, context.city, number));
    auto pack = TRY(rules::released(tx, context.city, number));
    TRY(workflow::advance(tx, context, year_machine(), year.id, YearEvent::Reopen, {.reason = input.reason.str(), .deadline = last_deadline(*pack)}));
    TRY(tell_year(tx, context, "programme.reopen_year", number, {}, input.reason.str()));
    return Answer {year.id.str(), href_of_year(number), "programme.year_reopened", {{"year", std::to_string(number)}}};
}

} // namespace rtkeren::programme
