#include "workflow/rows.hpp"

#include "workflow/sql.hpp"

namespace rtkeren::workflow {

Item item_of(db::Row const& row)
{
    return {row.id<ItemId>(0), row.text(1), row.ulid(2), row.text(3), row.text(4), row.integer(5), row.text(6), row.text(7), row.text(8), row.maybe_date(9), row.instant(10),
        row.id<UserId>(11)};
}

Result<std::vector<HistoryRow>> history_of_item(db::ReadTx& tx, CityId city, ItemId const& item)
{
    auto const rows = TRY(tx.run(sql::item_history, city, item));
    std::vector<HistoryRow> steps;
    steps.reserve(rows.size());
    for (auto const& row : rows) {
        steps.push_back({row.integer(0), row.text(1), row.text(2), row.text(3), row.id<UserId>(4), row.id<PersonId>(5), row.text(6), row.text(7), row.instant(8), row.text(9),
            row.text(10)});
    }
    return steps;
}

Result<std::optional<Item>> maybe_find(db::ReadTx& tx, CityId city, std::string_view machine, Ulid const& subject)
{
    auto const row = TRY(tx.maybe(sql::find_item, city, machine, subject));
    if (!row)
        return std::optional<Item> {};
    return std::optional {item_of(*row)};
}

Result<Item> find(db::ReadTx& tx, CityId city, std::string_view machine, Ulid const& subject)
{
    auto item = TRY(maybe_find(tx, city, machine, subject));
    if (!item)
        return Error::not_found("workflow.not_found");
    return std::move(*item);
}

Result<std::vector<HistoryRow>> history(db::ReadTx& tx, CityId city, std::string_view machine, Ulid const& subject)
{
    auto const item = TRY(find(tx, city, machine, subject));
    return history_of_item(tx, city, item.id);
}

} // namespace rtkeren::workflow
