#include "turnover/store.hpp"

#include "audit/audit.hpp"
#include "enterprise/operations.hpp"
#include "evidence/evidence.hpp"
#include "jobs/jobs.hpp"
#include "territory/territory.hpp"
#include "turnover/flags.hpp"
#include "turnover/sql.hpp"

#include <algorithm>

namespace rtkeren::turnover {
namespace {

using enterprise::stored_choice;

constexpr int longest_period_days = 366;

/// A document is proof only when it is there.
bool is_document(enterprise::Method method) { return method == enterprise::Method::QrisStatement || method == enterprise::Method::CashBook; }

Result<void> check_record(NewRecord const& record, Origin const& origin, Date today)
{
    std::vector<FieldError> wrong;
    if (record.to < record.from || record.from.days_until(record.to) >= longest_period_days)
        wrong.push_back({"to", "turnover.period", record.to.iso()});
    if (record.to > today)
        wrong.push_back({"to", "date.future", record.to.iso()});
    if (record.amount.is_negative())
        wrong.push_back({"amount", "rupiah.negative", std::to_string(record.amount.value())});
    auto const days = std::int64_t {record.from.days_until(record.to)} + 1;
    if (record.selling_days && (*record.selling_days < 0 || *record.selling_days > days))
        wrong.push_back({"selling_days", "turnover.too_many_days", std::to_string(*record.selling_days), {{"days", std::to_string(days)}}});
    if (record.units && *record.units < 0)
        wrong.push_back({"units", "integer.range", std::to_string(*record.units)});
    if (is_document(record.method) && !record.file && !origin.own_book && origin.source.empty() && !origin.withdraws)
        wrong.push_back({"file", "turnover.proof_missing", {}});
    if (wrong.empty())
        return Done {};
    return Error::invalid("input.invalid", std::move(wrong));
}

Result<Record> replaced(db::ReadTx& tx, CityId city, RecordId id, NewRecord const& by)
{
    auto before = TRY(find_record(tx, city, id));
    auto const old_standing = TRY(enterprise::standing_of(tx, city, before.business));
    auto const new_standing = TRY(enterprise::standing_of(tx, city, by.business));
    if (old_standing != new_standing)
        return Error::field("corrects", "turnover.other_business");
    if (before.corrected_by)
        return Error::conflict("turnover.corrected_already");
    if (before.withdrawn)
        return Error::conflict("turnover.withdrawn_already");
    return before;
}

Result<void> check_overlap(db::ReadTx& tx, CityId city, NewRecord const& record, Origin const& origin)
{
    auto const channel = stored_choice(record.channel);
    auto const method = stored_choice(record.method);
    auto const other = TRY(tx.maybe(sql::overlapping, city, record.business, channel, method, record.from, record.to, origin.corrects.value_or(RecordId {})));
    if (!other)
        return Done {};
    return Error::conflict("turnover.overlap", {{"from", other->date(0).iso()}, {"to", other->date(1).iso()}, {"channel", language::word("enterprise.channel." + channel)},
                                                   {"method", language::word("enterprise.method." + method)}, {"new_from", record.from.iso()}, {"new_to", record.to.iso()}});
}

Result<std::vector<Verdict>> judge(db::ReadTx& tx, CityId city, NewRecord const& record, std::string const& region, Origin const& origin)
{
    std::vector<Record> earlier;
    auto const rows = TRY(tx.run(sql::recent_records, city, record.business));
    for (auto const& row : rows)
        if (auto each = record_of(row); each.id != origin.corrects.value_or(RecordId {}))
            earlier.push_back(std::move(each));
    Surroundings around {.earlier = earlier};
    auto const place = territory::PlaceCode::parse(region);
    if (!record.amount.is_zero() && place.ok() && place->level == territory::Level::Rt) {
        auto const twins = TRY(tx.one("turnover.no_record", sql::twins, city, region, record.amount, record.from, record.to, record.business));
        around.twins = twins.integer(0);
    }
    return flags_of(record, around);
}

/// A figure that comes out as it was has not changed.
db::Parameter changed_at(db::Rows const& before, MonthFigure const& figure, Instant now)
{
    for (auto const& row : before)
        if (row.text(0) == figure.month && row.rupiah(1) == figure.amount && row.text(2) == stored_choice(figure.weakest))
            return row.is_null(3) ? db::Parameter(std::nullopt) : db::Parameter(row.instant(3));
    return now;
}

/// Months are summed anew from their records: nothing is added to what stood there.
Result<void> sum_months(db::WriteTx& tx, CityId city, enterprise::BusinessId business, Date from, Date to, Instant now)
{
    auto const first = month_of(from);
    auto const last = month_of(to);
    auto const rows = TRY(tx.run(sql::records_of_days, city, business, first_day(first), first_day(last).plus_days(days_in(last) - 1)));
    std::vector<Record> records;
    for (auto const& row : rows)
        records.push_back(record_of(row));
    auto const before = TRY(tx.run(sql::figures_between, city, business, first, last));
    std::vector<std::array<db::Parameter, 7>> sums;
    std::vector<std::array<db::Parameter, 6>> figures;
    std::vector<MonthRow> month;
    auto const close_month = [&] {
        if (auto const figure = figure_of(month))
            figures.push_back({city, std::string(figure->month), business, figure->amount, stored_choice(figure->weakest), changed_at(before, *figure, now)});
        month.clear();
    };
    auto const all = month_rows(records);
    for (auto const& row : all) {
        if (row.month < first || row.month > last)
            continue;
        sums.push_back({city, business, row.month, stored_choice(row.channel), stored_choice(row.method), row.amount, row.days});
        if (!month.empty() && month.front().month != row.month)
            close_month();
        month.push_back(row);
    }
    close_month();
    TRY(tx.run(sql::delete_month, city, business, first, last));
    TRY(tx.run(sql::delete_figures, city, business, first, last));
    TRY(tx.run_rows(sql::insert_months, sums));
    TRY(tx.run_rows(sql::insert_figures, figures));
    return Done {};
}

/// The trail says that something was recorded and of which days, never how much: more people read it than may see the figure.
Result<void> tell(db::WriteTx& tx, operations::Context& context, NewRecord const& record, Origin const& origin, RecordId id, std::string const& region)
{
    auto const operation = origin.withdraws ? "turnover.withdraw" : origin.corrects ? "turnover.correct" : "turnover.record";
    boost::json::object summary {{"record", id.text()}, {"from", record.from.iso()}, {"to", record.to.iso()}, {"channel", stored_choice(record.channel)}, {"method", stored_choice(record.method)}};
    if (origin.corrects)
        summary["corrects"] = origin.corrects->text();
    TRY(audit::append(tx, context, {operation, "turnover", record.business.str(), region, summary, origin.reason}));
    TRY(jobs::emit(tx, context, {"turnover.recorded", record.business.str(), {{"record", id.text()}, {"from", month_of(record.from)}, {"to", month_of(record.to)}}}));
    return Done {};
}

} // namespace

Result<Written> write_record_of(db::WriteTx& tx, operations::Context& context, NewRecord const& wanted, Origin const& origin)
{
    auto record = wanted;
    record.business = TRY(enterprise::standing_of(tx, context.city, wanted.business));
    auto const business = TRY(enterprise::find_business(tx, context.city, record.business));
    TRY(check_record(record, origin, context.today));
    std::optional<Record> before;
    if (origin.corrects)
        before = TRY(replaced(tx, context.city, *origin.corrects, record));
    if (!origin.withdraws)
        TRY(check_overlap(tx, context.city, record, origin));
    Written written {.id = context.next<RecordId>(), .verdicts = {}};
    if (!origin.withdraws)
        written.verdicts = TRY(judge(tx, context.city, record, business.region, origin));
    std::optional<std::string> const file = record.file ? std::optional(record.file->str()) : std::nullopt;
    TRY(tx.run(sql::insert_record, context.city, written.id, record.business, business.region, record.from, record.to, stored_choice(record.channel), stored_choice(record.method), record.amount,
        record.units, record.selling_days, record.note, file, origin.source, flags_text(written.verdicts), origin.own_book, origin.corrects, origin.withdraws, origin.reason, context.actor.person,
        context.actor.name, context.now));
    if (file)
        TRY(evidence::attach(tx, context, {.subject_kind = "turnover", .subject = written.id.str(), .paper = stored_choice(record.method), .sha256 = *file}));
    TRY(sum_months(tx, context.city, record.business, record.from, record.to, context.now));
    if (before)
        TRY(sum_months(tx, context.city, before->business, before->from, before->to, context.now));
    TRY(tell(tx, context, record, origin, written.id, business.region));
    return written;
}

Result<Written> write_record(db::WriteTx& tx, operations::Context& context, NewRecord const& record, std::optional<RecordId> corrects)
{
    return write_record_of(tx, context, record, {.corrects = corrects});
}

} // namespace rtkeren::turnover
