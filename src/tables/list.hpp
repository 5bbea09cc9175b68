#pragma once

#include "base/result.hpp"
#include "db/db.hpp"
#include "tables/table.hpp"

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// What a list may be asked (`?q=&sort=&after=&limit=&format=` and its filters) and how the answer is cut from the database.
namespace rtkeren::tables {

enum class Format : std::uint8_t { Html, Csv, Xlsx, Pdf, Json };
[[nodiscard]] std::string_view name_of(Format); // "xlsx"

struct Choice {
    std::string value; // "" is "all"
    std::string label; // words, translated already (names of places are data)
};

struct Filter {
    std::string name; // word of the query: "kelurahan"
    std::string label; // msgid
    std::string column; // of the list query
    std::vector<Choice> choices; // without the "all", which the form adds; empty: any value is taken and no field is drawn
};

/// One list: declared once beside its query.
struct TableSpec {
    std::string path; // "/belanja"
    std::vector<Column> columns {};
    std::vector<Filter> filters {};
    bool search {false};
    std::string default_sort {}; // "-recorded_at": a key of a sortable column; "" keeps the query's own order
    std::vector<std::pair<std::string, std::string>> kept {}; // other words of the query that links and the form carry on: {"tahun", "2023"}
};

using Query = std::vector<std::pair<std::string, std::string>>;

/// A list request that was checked against its spec.
struct ListRequest {
    std::string q {};
    std::string sort {}; // key of a column, "" for the query's own order
    bool descending {false};
    std::vector<std::string> after {}; // {sort value, id} of the last row seen, or {id} where it had no sort value
    int limit {50};
    Format format {Format::Html};
    std::vector<std::pair<std::string, std::string>> filters {}; // name -> value, only those that are set

    [[nodiscard]] std::string filter(std::string_view name) const; // "" when not set
};

inline constexpr int limit_usual = 50;
inline constexpr int limit_max = 200;
inline constexpr std::size_t export_rows_max = 50'000;

/// All errors at once: list.sort, list.limit, list.after, list.format, list.filter, list.search_long. Words that the spec does not know are ignored.
[[nodiscard]] Result<ListRequest> parse_list_request(Query const&, TableSpec const&);

/// The opaque `after`: base64url of the JSON array [sort, sort value, id] (without the value where it was NULL), so a token of another order is refused.
[[nodiscard]] std::string after_token(ListRequest const&, std::vector<std::string> const& last_row);

/// For `ReadTx::list`.
[[nodiscard]] db::ListCut cut_of(ListRequest const&, TableSpec const&);

struct Page {
    db::Rows rows; // at most the limit
    std::vector<std::string> last; // as `ListCut::after` wants it, when there is a next page
    [[nodiscard]] bool has_next() const { return !last.empty(); }
};
/// Takes off the one row too many that says whether there is a next page. `columns` are those of the list query, with "id" among them.
[[nodiscard]] Page page_of(db::Rows, db::ListCut const&, std::span<std::string_view const> columns);

/// All rows of a list for an export: `fetch(cut) -> Result<Page>` is called until the end. list.too_long beyond 50.000 rows.
template<class Fetch>
Result<db::Rows> collect_all(db::ListCut cut, Fetch&& fetch)
{
    cut.limit = limit_max;
    cut.after.clear();
    db::Rows all;
    while (true) {
        auto page = TRY(fetch(cut));
        if (all.size() + page.rows.size() > export_rows_max)
            return Error::invalid("list.too_long");
        for (auto& row : page.rows)
            all.push_back(std::move(row));
        if (!page.has_next())
            return all;
        cut.after = page.last;
    }
}

/// The rows of a list as asked: a page for Html and Json, everything for the files. `tx.list(query, cut, args...)`.
template<int N, class... Args>
Result<Page> fetch_rows(db::ReadTx& tx, db::ListQuery<N> const& query, ListRequest const& request, TableSpec const& spec, Args const&... args)
{
    auto fetch = [&](db::ListCut const& cut) -> Result<Page> {
        auto rows = TRY(tx.list(query, cut, args...));
        return page_of(std::move(rows), cut, query.columns);
    };
    auto cut = cut_of(request, spec);
    if (request.format == Format::Html || request.format == Format::Json)
        return fetch(cut);
    auto rows = TRY(collect_all(std::move(cut), fetch));
    return Page {std::move(rows), {}};
}

/// A table of this list with its columns, the next token and whether it starts at the top; rows are added by the caller.
[[nodiscard]] Table table_of(TableSpec const&, ListRequest const&, Page const&);

/// "/belanja?tahun=2023&q=paving&sort=-amount" with everything of the request but `after`, `limit` as asked.
struct HrefChange {
    std::optional<std::string> sort {}; // "-amount"
    std::optional<std::string> after {};
    std::optional<Format> format {};
};
[[nodiscard]] std::string href_of(TableSpec const&, ListRequest const&, HrefChange const& = {});

} // namespace rtkeren::tables
