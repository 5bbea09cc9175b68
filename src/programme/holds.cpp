#include "programme/holds.hpp"

#include "language/language.hpp"
#include "programme/inputs.hpp"
#include "programme/sql.hpp"
#include "workflow/workflow.hpp"

#include <algorithm>

namespace rtkeren::programme {

namespace {

Hold hold_of_row(db::Row const& row)
{
    return {row.ulid(0), workflow::value_of<ledger::HoldScope>(row.text(1)), row.text(2), row.text(3), kinds_of(row.text(4)), row.text(5), row.text(6),
        row.text(8), row.date(7), row.maybe_date(9), row.maybe_date(10), row.maybe_date(12), row.text_or(11), row.instant(13),
        workflow::value_of<HoldState>(row.text(14))};
}

bool reaches(Hold const& hold, Purse const& purse)
{
    switch (hold.scope) {
    case ledger::HoldScope::City:
        return true;
    case ledger::HoldScope::Kelurahan:
        return hold.scope_id == purse.kelurahan;
    case ledger::HoldScope::Pokmas:
        return purse.pokmas && hold.scope_id == purse.pokmas->text();
    case ledger::HoldScope::Purse:
        break;
    }
    return hold.scope_id == purse.id.text();
}

constexpr std::string_view kind_labels[] {TR_NOOP("Alokasi"), TR_NOOP("Rencana"), TR_NOOP("Kontrak"), TR_NOOP("Pencairan"), TR_NOOP("Uang keluar"),
    TR_NOOP("Belanja"), TR_NOOP("Pengesahan"), TR_NOOP("Serah terima")};
constexpr std::string_view scope_labels[] {TR_NOOP("Seluruh kota"), TR_NOOP("Kelurahan"), TR_NOOP("Pokmas"), TR_NOOP("Kantong")};

} // namespace

std::string label_of(ledger::HoldKind kind) { return tr(kind_labels[std::size_t(kind)]); }
std::string label_of(ledger::HoldScope scope) { return tr(scope_labels[std::size_t(scope)]); }
std::string label_of(HoldState state) { return tr(hold_machine().state(workflow::name_of(state))->label); }

std::string labels_of(std::vector<ledger::HoldKind> const& kinds)
{
    std::string text;
    for (auto kind : kinds)
        text += (text.empty() ? "" : ", ") + label_of(kind);
    return text;
}

std::string kinds_text(std::vector<ledger::HoldKind> const& kinds)
{
    std::string text;
    for (auto kind : kinds)
        text += (text.empty() ? "" : " ") + std::string(ledger::name_of(kind));
    return text;
}

std::vector<ledger::HoldKind> kinds_of(std::string_view text)
{
    std::vector<ledger::HoldKind> kinds;
    for (auto name : split(text, ' ')) {
        if (auto kind = ledger::hold_kind_of(name))
            kinds.push_back(*kind);
    }
    return kinds;
}

Result<Hold> hold(db::ReadTx& tx, CityId city, Ulid const& id)
{
    auto row = TRY(tx.one("programme.no_hold", sql::hold, city, id));
    return hold_of_row(row);
}

Result<std::vector<Hold>> holds_in_force(db::ReadTx& tx, CityId city)
{
    auto rows = TRY(tx.run(sql::holds_in_force, city));
    std::vector<Hold> found;
    for (auto const& row : rows)
        found.push_back(hold_of_row(row));
    return found;
}

Result<std::vector<Hold>> holds_on(db::ReadTx& tx, CityId city, Purse const& purse)
{
    auto found = TRY(holds_in_force(tx, city));
    std::erase_if(found, [&](Hold const& hold) { return !reaches(hold, purse); });
    return found;
}

} // namespace rtkeren::programme
