#include "tables/computed.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace rtkeren::tables {
namespace {

constexpr std::string_view computed_columns[] {"name", "id", "days", "step", "search"};

TableSpec computed_spec()
{
    return {.path = "/penghalang/daftar",
        .columns = {{.key = "name", .label = "Produk", .sort = "name"}, {.key = "days", .label = "Hari", .kind = Kind::Integer, .sort = "days"}},
        .filters = {{"langkah", "Langkah", "step", {}}},
        .search = true,
        .default_sort = "-days"};
}
db::Row thing(std::string name, std::string id, std::optional<std::int64_t> days, std::string step)
{
    auto search = name;
    return db::Row({std::move(name), std::move(id), days ? db::Row::Cell(*days) : db::Row::Cell(std::monostate {}), std::move(step), std::move(search)});
}
ListRequest asked(Query query) { return parse_list_request(query, computed_spec()).value(); }

std::vector<std::string> ids_of(Page const& page)
{
    std::vector<std::string> ids;
    for (auto const& row : page.rows)
        ids.push_back(row.text(1));
    return ids;
}

std::vector<db::Row const*> all_of(db::Rows const& rows)
{
    std::vector<db::Row const*> all;
    for (auto const& row : rows)
        all.push_back(&row);
    return all;
}

TEST(Computed, FiltersSearchesAndOrdersNumbersAsNumbers)
{
    db::Rows const rows {thing("kue", "a", 9, "pirt"), thing("keripik", "b", 100, "pirt"), thing("kue lapis", "c", std::nullopt, "pirt"), thing("nugget", "d", 20, "bpom")};
    EXPECT_EQ(ids_of(cut_computed(all_of(rows), computed_columns, asked({}), computed_spec())), (std::vector<std::string> {"b", "d", "a", "c"}));
    EXPECT_EQ(ids_of(cut_computed(all_of(rows), computed_columns, asked({{"sort", "days"}}), computed_spec())), (std::vector<std::string> {"a", "d", "b", "c"})) << "nothing known comes last";
    EXPECT_EQ(ids_of(cut_computed(all_of(rows), computed_columns, asked({{"langkah", "pirt"}, {"q", "kue"}}), computed_spec())), (std::vector<std::string> {"a", "c"}));
    EXPECT_EQ(ids_of(cut_computed(all_of(rows), computed_columns, asked({{"sort", "name"}}), computed_spec())), (std::vector<std::string> {"b", "a", "c", "d"}));
}

TEST(Computed, PagesShowEveryRowOnceInTheOrderOfTheFile)
{
    EXPECT_TRUE(rc::check([] {
        db::Rows rows;
        auto const count = *rc::gen::inRange(0, 40);
        for (int i = 0; i < count; ++i)
            rows.push_back(thing("p", "id" + std::to_string(i), *rc::gen::inRange(0, 4) == 0 ? std::nullopt : std::optional<std::int64_t>(*rc::gen::inRange(0, 6)), "nib"));
        auto const sort = *rc::gen::element<std::string>("days", "-days", "name", "-name");
        auto const limit = std::to_string(*rc::gen::inRange(1, 9));
        auto const whole = ids_of(cut_computed(all_of(rows), computed_columns, asked({{"sort", sort}, {"format", "csv"}}), computed_spec()));
        std::vector<std::string> paged;
        Query query {{"sort", sort}, {"limit", limit}};
        while (true) {
            auto const request = asked(query);
            auto const page = cut_computed(all_of(rows), computed_columns, request, computed_spec());
            for (auto const& id : ids_of(page))
                paged.push_back(id);
            if (!page.has_next())
                break;
            query = {{"sort", sort}, {"limit", limit}, {"after", after_token(request, page.last)}};
        }
        RC_ASSERT(whole.size() == std::size_t(count));
        RC_ASSERT(paged == whole);
    }));
}

} // namespace
} // namespace rtkeren::tables
