#include "tables/flat.hpp"
#include "tables/render.hpp"

#include <boost/json.hpp>

#include <algorithm>

namespace rtkeren::tables {

namespace {

namespace json = boost::json;

struct JsonOf {
    json::value operator()(std::monostate) const { return nullptr; }
    json::value operator()(std::string const& text) const { return json::value(text); }
    json::value operator()(Rupiah amount) const { return amount.value(); }
    json::value operator()(std::int64_t number) const { return number; }
    json::value operator()(BasisPoints share) const { return share.value(); }
    json::value operator()(Date date) const { return json::value(date.iso()); }
    json::value operator()(Instant instant) const { return json::value(instant.iso()); }
    json::value operator()(bool flag) const { return flag; }
    json::value operator()(Cell::Stages const& stages) const
    {
        json::object object;
        for (auto const& entry : stages)
            object[charts::name_of(entry.stage)] = entry.amount.value();
        return object;
    }
};

} // namespace

std::string write_json(Table const& table)
{
    json::array items;
    std::string group;
    bool grouped = has_groups(table);
    bool has_id = std::ranges::find(table.columns, "id", &Column::key) != table.columns.end();
    for (auto const& row : table.rows) {
        if (row.kind == RowKind::Group)
            group = text_of(row.cells.front(), table.zone);
        if (row.kind != RowKind::Data)
            continue;
        json::object item;
        if (!has_id && !row.id.empty())
            item["id"] = row.id;
        for (auto const& [name, value] : row.keys)
            item[name] = value.empty() ? json::value(nullptr) : json::value(value);
        if (grouped)
            item["group"] = group;
        for (std::size_t i = 0; i < table.columns.size(); ++i)
            item[table.columns[i].key] = std::visit(JsonOf {}, row.cells[i].value());
        items.emplace_back(std::move(item));
    }
    json::object answer;
    answer["items"] = std::move(items);
    answer["next"] = table.next.empty() ? json::value(nullptr) : json::value(table.next);
    answer["as_of"] = table.as_of ? json::value(table.as_of->iso()) : json::value(nullptr);
    return json::serialize(answer);
}

} // namespace rtkeren::tables
