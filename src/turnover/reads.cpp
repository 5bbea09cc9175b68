#include "turnover/store.hpp"

#include "audit/audit.hpp"
#include "enterprise/operations.hpp"
#include "turnover/flags.hpp"
#include "turnover/sql.hpp"

#include <algorithm>
#include <map>

namespace rtkeren::turnover {
namespace {

using enterprise::choice_of;

enterprise::Channel channel_of(db::Row const& row, std::size_t column) { return choice_of<enterprise::Channel>(row.text(column)).value(); }
enterprise::Method method_of(db::Row const& row, std::size_t column) { return choice_of<enterprise::Method>(row.text(column)).value(); }
std::optional<std::int64_t> maybe_integer(db::Row const& row, std::size_t column) { return row.is_null(column) ? std::nullopt : std::optional(row.integer(column)); }

/// An office that the owner lets look must still be one: consent to an officer ends with the office there.
bool works_at(Actor const& actor, std::string_view region)
{
    return std::ranges::any_of(actor.grants, [&](Grant const& grant) { return grant.role != "umkm" && covers_place(grant.place, region); });
}

} // namespace

Record record_of(db::Row const& row)
{
    Record record;
    record.id = row.id<RecordId>(0);
    record.business = row.id<enterprise::BusinessId>(1);
    record.from = row.date(2);
    record.to = row.date(3);
    record.channel = channel_of(row, 4);
    record.method = method_of(row, 5);
    record.amount = row.rupiah(6);
    record.units = maybe_integer(row, 7);
    record.selling_days = maybe_integer(row, 8);
    record.note = row.text(9);
    if (!row.is_null(10))
        record.file = Sha256::parse(row.text(10)).value();
    record.source = row.text(11);
    record.flags = flags_of_text(row.text(12));
    record.own_book = row.flag(13);
    record.corrects = row.maybe_id<RecordId>(14);
    record.withdrawn = row.flag(15);
    record.reason = row.text(16);
    record.recorded_by = row.id<PersonId>(17);
    record.recorded_by_name = row.text(18);
    record.recorded_at = row.instant(19);
    record.corrected_by = row.maybe_id<RecordId>(20);
    return record;
}

Result<Record> find_record(db::ReadTx& tx, CityId city, RecordId id)
{
    auto const row = TRY(tx.one("turnover.no_record", sql::record, city, id));
    return record_of(row);
}

Result<std::vector<Record>> records_of(db::ReadTx& tx, CityId city, enterprise::BusinessId business)
{
    auto const standing = TRY(enterprise::standing_of(tx, city, business));
    auto const rows = TRY(tx.run(sql::records_of_business, city, standing));
    std::vector<Record> records;
    for (auto const& row : rows)
        records.push_back(record_of(row));
    return records;
}

Result<std::vector<MonthRow>> month_rows_of(db::ReadTx& tx, CityId city, enterprise::BusinessId business)
{
    auto const standing = TRY(enterprise::standing_of(tx, city, business));
    auto const rows = TRY(tx.run(sql::months_of_business, city, standing));
    // What two that became one both wrote down for a month counts once: the larger.
    std::map<std::tuple<std::string, enterprise::Channel, enterprise::Method>, MonthRow> larger;
    for (auto const& row : rows) {
        MonthRow const each {row.text(1), channel_of(row, 2), method_of(row, 3), row.rupiah(4), row.integer(5)};
        auto const [at, is_new] = larger.try_emplace({each.month, each.channel, each.method}, each);
        if (!is_new && each.amount > at->second.amount)
            at->second = each;
    }
    std::vector<MonthRow> all;
    for (auto& [key, row] : larger)
        all.push_back(std::move(row));
    return all;
}

Result<std::vector<MonthSum>> months_of(db::ReadTx& tx, CityId city, enterprise::BusinessId business)
{
    auto const rows = TRY(month_rows_of(tx, city, business));
    std::map<std::pair<std::string, enterprise::Method>, Rupiah> sums;
    for (auto const& row : rows)
        sums[{row.month, row.method}] += row.amount;
    std::vector<MonthSum> all;
    for (auto const& [key, amount] : sums)
        all.push_back({key.first, key.second, amount});
    return all;
}

Result<std::vector<MonthFigure>> figures_of(db::ReadTx& tx, CityId city, enterprise::BusinessId business)
{
    auto const standing = TRY(enterprise::standing_of(tx, city, business));
    auto const rows = TRY(tx.run(sql::figures_of_business, city, standing));
    std::vector<MonthFigure> all;
    for (auto const& row : rows)
        if (all.empty() || all.back().month != row.text(0))
            all.push_back({row.text(0), row.rupiah(1), method_of(row, 2)});
    return all;
}

Result<bool> may_see(db::ReadTx& tx, Actor const& actor, enterprise::Business const& business, Date today)
{
    if (enterprise::owns(actor, business))
        return true;
    if (!works_at(actor, business.region))
        return false;
    // Given by who owns it now: a business that came into other hands took no consent with it.
    auto const consent = TRY(tx.maybe(sql::consent_of_officer, actor.city, business.id, actor.person, today, business.owner));
    return consent.has_value();
}

Result<void> note_reading(Services& services, Actor const& actor, enterprise::Business const& business, std::string_view page)
{
    if (enterprise::owns(actor, business))
        return Done {};
    auto const now = services.now();
    auto const id = services.env.ulid();
    return db::write(services.db, services.city, [&](db::WriteTx& tx) -> Result<void> {
        TRY(tx.run(sql::insert_reading, services.city, id, business.id, actor.person, actor.name, page, now));
        TRY(audit::append(tx, {services.city, actor.user, actor.person, now, {}}, {"turnover.read", "turnover", business.id.str(), business.region, {{"page", std::string(page)}}}));
        return Done {};
    });
}

Result<Record> readable_record(db::ReadTx& tx, Actor const& actor, std::string_view id, Date today)
{
    auto const parsed = RecordId::parse(id);
    if (!parsed.ok())
        return Error::not_found("turnover.no_record");
    auto record = TRY(find_record(tx, actor.city, *parsed));
    auto const standing = TRY(enterprise::standing_of(tx, actor.city, record.business));
    auto const business = TRY(enterprise::find_business(tx, actor.city, standing));
    auto const is_seen = TRY(may_see(tx, actor, business, today));
    if (record.recorded_by != actor.person && !is_seen)
        return Error::not_found("turnover.no_record");
    return record;
}

Result<SeenBusiness> seen_business(db::ReadTx& tx, Actor const& actor, std::string_view id, Date today)
{
    auto const parsed = enterprise::BusinessId::parse(id);
    if (!parsed.ok())
        return Error::not_found("enterprise.no_business");
    auto const standing = TRY(enterprise::standing_of(tx, actor.city, *parsed));
    auto business = TRY(enterprise::find_business(tx, actor.city, standing));
    auto const is_seen = TRY(may_see(tx, actor, business, today));
    if (!is_seen)
        return Error::not_found("enterprise.no_business");
    auto const is_owner = enterprise::owns(actor, business);
    return SeenBusiness {std::move(business), is_owner};
}

Result<enterprise::Business> own_business(db::ReadTx& tx, Actor const& actor, enterprise::BusinessId id)
{
    auto business = TRY(enterprise::find_business(tx, actor.city, id));
    if (!enterprise::owns(actor, business))
        return Error::not_found("enterprise.no_business");
    if (business.survivor)
        return Error::conflict("enterprise.was_merged", {{"name", business.name}});
    return business;
}

Result<enterprise::Business> recordable(db::ReadTx& tx, Actor const& actor, enterprise::BusinessId id)
{
    auto business = TRY(enterprise::find_business(tx, actor.city, id));
    if (!enterprise::owns(actor, business) && !may(actor, "turnover.record", business.region)) {
        if (enterprise::may_read(actor, business))
            return Error::forbidden("operation.not_allowed");
        return Error::not_found("enterprise.no_business");
    }
    if (business.survivor)
        return Error::conflict("enterprise.was_merged", {{"name", business.name}});
    return business;
}

} // namespace rtkeren::turnover
