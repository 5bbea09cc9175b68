#include "programme/operations.hpp"

#include "audit/audit.hpp"
#include "jobs/jobs.hpp"
#include "programme/sql.hpp"

#include <algorithm>

namespace rtkeren::programme {

namespace {

/// One kelurahan's limits as a paper gives them; `field` is the path of its row in the form.
struct DpaPaper {
    std::string kelurahan;
    std::string number;
    std::optional<Date> date;
    std::vector<EnvelopeAmount> const& amounts;
    std::string field;
};

struct LimitChange {
    std::string envelope;
    Rupiah limit, change;
};

Result<void> check_envelope(rules::Pack const& pack, std::string const& envelope, std::string const& field)
{
    if (pack.envelope(envelope) == nullptr)
        return Error::field(field, "programme.no_envelope", envelope);
    return Done {};
}

/// What differs from the limits in force; below what was allocated is refused here with the field to blame.
Result<std::vector<LimitChange>> changes_of(db::ReadTx& tx, CityId city, int year, rules::Pack const& pack, DpaPaper const& paper)
{
    std::vector<LimitChange> changes;
    for (std::size_t i = 0; i < paper.amounts.size(); ++i) {
        auto const& [envelope, amount] = paper.amounts[i];
        auto field = paper.field + "amounts." + std::to_string(i);
        TRY(check_envelope(pack, envelope.str(), field + ".envelope"));
        if (std::ranges::any_of(changes, [&](LimitChange const& other) { return other.envelope == envelope.str(); }))
            return Error::field(field + ".envelope", "programme.envelope_twice", envelope.str());
        auto now = TRY(ledger::dpa(tx, city, year, paper.kelurahan, envelope.str()));
        if (amount < now.allocated)
            return Error::field(
                field + ".amount", "programme.dpa_below_allocated", std::to_string(amount.value()), {{"allocated", std::to_string(now.allocated.value())}});
        changes.push_back({envelope.str(), amount, amount - now.limit});
    }
    std::erase_if(changes, [](LimitChange const& change) { return change.change.is_zero(); });
    return changes;
}

Result<void> write_changes(db::WriteTx& tx, Context& context, int year, DpaPaper const& paper, std::vector<LimitChange> const& changes)
{
    std::vector<std::array<db::Parameter, 11>> rows;
    boost::json::object summary {{"year", year}, {"number", paper.number}};
    for (auto const& change : changes) {
        auto id = context.next_id();
        TRY(ledger::change_dpa(tx, context.city, {id.str(), year, paper.kelurahan, change.envelope, change.change, paper.number, *paper.date, context.now}));
        rows.push_back({context.city, id, year, paper.kelurahan, change.envelope, change.limit, change.change, paper.number, *paper.date, context.now,
            context.actor.user});
        summary[change.envelope] = change.limit.value();
    }
    TRY(tx.run_rows<11>(sql::insert_dpa, rows));
    TRY(audit::append(tx, context, {"programme.set_dpa", "dpa", paper.kelurahan, paper.kelurahan, summary, {}}));
    TRY(jobs::emit(tx, context, {"programme.dpa_set", paper.kelurahan, std::move(summary)}));
    return Done {};
}

/// Answers whether anything changed.
Result<bool> apply_paper(db::WriteTx& tx, Context& context, int year, rules::Pack const& pack, DpaPaper const& paper)
{
    auto code = territory::PlaceCode::parse(paper.kelurahan);
    if (!code.ok() || code->level != territory::Level::Kelurahan)
        return Error::field(paper.field + "kelurahan", "place.format", paper.kelurahan);
    TRY(allow(context, "programme.dpa", code->text));
    TRY(territory::find(tx, context.city, code->text));
    auto changes = TRY(changes_of(tx, context.city, year, pack, paper));
    if (changes.empty())
        return false;
    if (paper.number.empty())
        return Error::field(paper.field + "number", "required");
    if (!paper.date)
        return Error::field(paper.field + "date", "required");
    TRY(check_paper_date(year, *paper.date, context.today, paper.field + "date"));
    TRY(write_changes(tx, context, year, paper, changes));
    return true;
}

/// Until it is closed: the last changes of a budget come when a year closes.
Result<std::shared_ptr<rules::Pack const>> pack_of_unclosed(db::ReadTx& tx, CityId city, int number)
{
    auto year = TRY(year_of(tx, city, number));
    if (year.status == YearStatus::Closed)
        return Error::conflict("programme.year_closed", {{"year", std::to_string(number)}});
    return rules::released(tx, city, number);
}

std::string href_of_dpa(int year) { return href_of_year(year) + "/dpa"; }

} // namespace

Result<Answer> set_dpa(db::WriteTx& tx, Context& context, SetDpa const& input)
{
    auto year = int(input.year);
    auto pack = TRY(pack_of_unclosed(tx, context.city, year));
    auto changed = TRY(apply_paper(tx, context, year, *pack, {input.kelurahan.str(), input.number.str(), input.date, input.amounts, ""}));
    if (!changed)
        return Error::conflict("programme.dpa_same");
    return Answer {input.kelurahan.str(), href_of_dpa(year), "programme.dpa_set", {{"count", "1"}}};
}

Result<Answer> set_dpas(db::WriteTx& tx, Context& context, SetDpas const& input)
{
    auto year = int(input.year);
    auto pack = TRY(pack_of_unclosed(tx, context.city, year));
    std::int64_t count = 0;
    for (std::size_t i = 0; i < input.rows.size(); ++i) {
        auto const& row = input.rows[i];
        auto changed
            = TRY(apply_paper(tx, context, year, *pack, {row.kelurahan.str(), row.number.str(), row.date, row.amounts, "rows." + std::to_string(i) + "."}));
        count += changed ? 1 : 0;
    }
    if (count == 0)
        return Error::conflict("programme.dpa_same");
    return Answer {std::to_string(year), href_of_dpa(year), "programme.dpa_set", {{"count", std::to_string(count)}}};
}

} // namespace rtkeren::programme
