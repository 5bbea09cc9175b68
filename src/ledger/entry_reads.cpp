#include "ledger/reads.hpp"
#include "ledger/sql.hpp"

namespace rtkeren::ledger {
namespace {

EntryKind stored_kind(std::string const& name)
{
    auto kind = entry_kind_of(name);
    CHECK(kind);
    return *kind;
}

/// The columns of the three lists of entries.
std::vector<EntryRow> entry_rows(db::Rows const& rows)
{
    std::vector<EntryRow> entries;
    for (auto const& row : rows)
        entries.push_back({.id = row.id<EntryId>(1), .number = row.integer(0), .kind = stored_kind(row.text(2)), .occurred_on = row.date(3), .recorded_at = row.instant(4),
            .subject_kind = row.text(5), .subject = row.text(6), .text = row.text(7), .amount = row.rupiah(8), .reverses = row.maybe_id<EntryId>(9),
            .reversed_by = row.maybe_id<EntryId>(10)});
    return entries;
}

db::ListCut by_number(db::ListCut cut)
{
    if (cut.sort.empty())
        cut.sort = "number";
    return cut;
}

void add_leg(Entry& entry, db::Row const& row)
{
    if (row.text(0) == "purse") {
        auto stage = stage_of(row.text(1));
        CHECK(stage);
        entry.purse_legs.push_back({row.id<PurseId>(2), *stage, row.text_or(5), row.rupiah(6)});
    } else {
        auto kind = cash_kind_of(row.text(1));
        CHECK(kind);
        entry.cash_legs.push_back({row.id<PokmasId>(3), *kind, row.text(4), row.rupiah(6)});
    }
}

} // namespace

Result<std::vector<EntryRow>> entries_of_purse(db::ReadTx& tx, CityId city, PurseId id, db::ListCut const& cut)
{
    auto rows = TRY(tx.list(sql::entries_of_purse, by_number(cut), city, id));
    return entry_rows(rows);
}

Result<std::vector<EntryRow>> entries_of_pokmas(db::ReadTx& tx, CityId city, PokmasId pokmas, db::ListCut const& cut)
{
    auto rows = TRY(tx.list(sql::entries_of_pokmas, by_number(cut), city, pokmas));
    return entry_rows(rows);
}

Result<std::vector<EntryRow>> entries_of_subject(db::ReadTx& tx, CityId city, std::string_view subject_kind, std::string_view subject)
{
    auto rows = TRY(tx.run(sql::entries_of_subject, city, subject_kind, subject));
    return entry_rows(rows);
}

Result<Entry> entry(db::ReadTx& tx, CityId city, EntryId id)
{
    auto head = TRY(tx.one("ledger.entry_unknown", sql::entry_head, city, id));
    Entry entry {.header = {.id = id, .occurred_on = head.date(2), .recorded_at = head.instant(3), .made_at = head.maybe_instant(4), .actor = head.id<UserId>(5),
                     .person = head.maybe_id<PersonId>(6), .year = int(head.integer(7)), .subject_kind = head.text(8), .subject = head.text(9), .text = head.text(10)},
        .kind = stored_kind(head.text(1)), .reverses = head.maybe_id<EntryId>(11)};
    auto lines = TRY(tx.run(sql::entry_lines, city, head.integer(0)));
    for (auto const& line : lines)
        add_leg(entry, line);
    auto passings = TRY(tx.run(sql::entry_passings, city, head.integer(0)));
    for (auto const& row : passings) {
        if (!entry.passing)
            entry.passing = Passing {.purses = {}, .from = row.id<PokmasId>(1), .to = row.id<PokmasId>(2)};
        entry.passing->purses.push_back(row.id<PurseId>(0));
    }
    return entry;
}

} // namespace rtkeren::ledger
