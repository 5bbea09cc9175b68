#include "tables/base64url.hpp"
#include "tables/list.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace rtkeren::tables {
namespace {

TableSpec spec()
{
    TableSpec spec {.path = "/belanja"};
    spec.columns = {{.key = "what", .label = "Uraian", .sort = "what_folded"}, {.key = "amount", .label = "Jumlah", .kind = Kind::Rupiah, .sort = "amount"}, {.key = "note", .label = "Catatan"}};
    spec.filters = {{"kelurahan", "Kelurahan", "kelurahan", {{"1002", "Plosokerep"}, {"1003", "Tanggung"}}}, {"year", "Tahun", "year", {}}};
    spec.search = true;
    spec.default_sort = "-amount";
    spec.kept = {{"tahun", "2023"}};
    return spec;
}

std::vector<std::string> refused(Query const& query)
{
    auto request = parse_list_request(query, spec());
    std::vector<std::string> codes;
    if (!request.ok()) {
        for (auto const& field : request.error().fields)
            codes.push_back(field.name + " " + field.code);
    }
    return codes;
}

TEST(ListRequest, ReadsWhatTheSpecAllows)
{
    auto request = parse_list_request({{"q", "  Paving  Blok "}, {"sort", "what"}, {"limit", "10"}, {"kelurahan", "1003"}, {"year", "2023"}, {"format", "csv"}, {"unknown", "x"}}, spec());
    ASSERT_TRUE(request.ok());
    auto cut = cut_of(*request, spec());
    EXPECT_EQ(cut.words, (std::vector<std::string> {"paving", "blok"}));
    EXPECT_EQ(cut.sort, "what_folded");
    EXPECT_FALSE(cut.descending);
    EXPECT_EQ(cut.limit, 10);
    EXPECT_EQ(cut.equals, (std::vector<std::pair<std::string, std::string>> {{"kelurahan", "1003"}, {"year", "2023"}}));
    EXPECT_EQ(request->format, Format::Csv);
    auto plain = parse_list_request({}, spec());
    EXPECT_EQ(plain->sort, "amount");
    EXPECT_TRUE(plain->descending);
    EXPECT_EQ(plain->limit, 50);
}

TEST(ListRequest, NamesEveryFieldThatIsWrong)
{
    EXPECT_EQ(refused({{"sort", "note"}, {"limit", "201"}, {"format", "xls"}, {"kelurahan", "9"}, {"q", std::string(101, 'a')}}),
        (std::vector<std::string> {"q list.search_long", "sort list.sort", "limit list.limit", "format list.format", "kelurahan list.filter"}));
    EXPECT_EQ(refused({{"limit", "0"}}), (std::vector<std::string> {"limit list.limit"}));
    EXPECT_EQ(refused({{"after", "%%%"}}), (std::vector<std::string> {"after list.after"}));
    EXPECT_EQ(refused({{"after", base64url_encode("[[[[")}}), (std::vector<std::string> {"after list.after"}));
    EXPECT_EQ(refused({{"after", base64url_encode(R"(["-amount",1,"x"])")}}), (std::vector<std::string> {"after list.after"}));
}

TEST(ListRequest, TakesBackItsOwnTokenButNotThatOfAnotherOrder)
{
    auto request = parse_list_request({}, spec());
    auto token = after_token(*request, {"1350000", "01HCAFE\"ü"});
    auto next = parse_list_request({{"after", token}}, spec());
    ASSERT_TRUE(next.ok());
    EXPECT_EQ(next->after, (std::vector<std::string> {"1350000", "01HCAFE\"ü"}));
    auto without_value = parse_list_request({{"after", after_token(*request, {"01HCAFE"})}}, spec());
    ASSERT_TRUE(without_value.ok());
    EXPECT_EQ(without_value->after, (std::vector<std::string> {"01HCAFE"}));
    EXPECT_EQ(refused({{"after", token}, {"sort", "what"}}), (std::vector<std::string> {"after list.after"}));
}

TEST(Base64Url, TakesBackWhatItWrote)
{
    EXPECT_EQ(base64url_encode("\xFB\xFF"), "-_8");
    EXPECT_FALSE(base64url_decode("-_9"));
    EXPECT_FALSE(base64url_decode("A"));
    EXPECT_FALSE(base64url_decode("AA=="));
    rc::check([](std::string const& bytes) { RC_ASSERT(base64url_decode(base64url_encode(bytes)) == bytes); });
}

db::Rows numbered(int from, int to)
{
    db::Rows rows;
    for (int i = from; i < to; ++i)
        rows.push_back(db::Row({std::int64_t {i} * 10, "id" + std::to_string(i)}));
    return rows;
}

constexpr std::string_view list_columns[] = {"amount", "id"};

TEST(Page, TakesOffTheRowTooMany)
{
    db::ListCut cut;
    cut.sort = "amount";
    cut.limit = 3;
    auto page = page_of(numbered(0, 4), cut, list_columns);
    EXPECT_EQ(page.rows.size(), 3U);
    EXPECT_EQ(page.last, (std::vector<std::string> {"20", "id2"}));
    EXPECT_FALSE(page_of(numbered(0, 3), cut, list_columns).has_next());
    cut.sort.clear();
    EXPECT_EQ(page_of(numbered(0, 4), cut, list_columns).last, (std::vector<std::string> {"20", "id2"}));
}

TEST(CollectAll, GoesToTheEndAndNotBeyondItsLimit)
{
    int total = 450;
    auto fetch = [&](db::ListCut const& cut) -> Result<Page> {
        int from = cut.after.empty() ? 0 : std::stoi(cut.after[1].substr(2)) + 1;
        return page_of(numbered(from, std::min(total, from + cut.limit + 1)), cut, list_columns);
    };
    db::ListCut cut;
    cut.sort = "amount";
    cut.after = {"990", "id99"};
    auto all = collect_all(cut, fetch);
    ASSERT_TRUE(all.ok());
    EXPECT_EQ(all->size(), 450U);
    EXPECT_EQ(all->back().integer(0), 4490);
    total = 50'001;
    EXPECT_EQ(collect_all(cut, fetch).error().code, "list.too_long");
}

TEST(Href, KeepsTheRequest)
{
    auto request = *parse_list_request({{"q", "kue & roti"}, {"kelurahan", "1002"}, {"sort", "what"}, {"limit", "20"}}, spec());
    EXPECT_EQ(href_of(spec(), request), "/belanja?tahun=2023&q=kue%20%26%20roti&kelurahan=1002&sort=what&limit=20");
    EXPECT_EQ(href_of(spec(), request, {.sort = "-amount", .format = Format::Xlsx}), "/belanja?tahun=2023&q=kue%20%26%20roti&kelurahan=1002&limit=20&format=xlsx");
    auto plain = spec();
    plain.kept.clear();
    EXPECT_EQ(href_of(plain, *parse_list_request({}, plain)), "/belanja");
}

} // namespace
} // namespace rtkeren::tables
