#include "tables/list.hpp"

#include "base/text.hpp"
#include "tables/base64url.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <array>
#include <cctype>

namespace rtkeren::tables {

namespace {

constexpr std::size_t search_characters_max = 100;
constexpr std::size_t filter_bytes_max = 200;
constexpr std::size_t token_bytes_max = 2000;
constexpr std::array all_formats {Format::Html, Format::Csv, Format::Xlsx, Format::Pdf, Format::Json};

std::string_view last_value(Query const& query, std::string_view name)
{
    auto found = std::ranges::find(query.rbegin(), query.rend(), name, &Query::value_type::first);
    return found == query.rend() ? std::string_view {} : std::string_view {found->second};
}

Column const* sortable(TableSpec const& spec, std::string_view key)
{
    auto found = std::ranges::find(spec.columns, key, &Column::key);
    return found == spec.columns.end() || found->sort.empty() ? nullptr : &*found;
}

std::string signed_sort(ListRequest const& request)
{
    return (request.descending ? "-" : "") + request.sort;
}

void set_sort(ListRequest& request, std::string_view sort)
{
    request.descending = sort.starts_with('-');
    request.sort = request.descending ? sort.substr(1) : sort;
}

FieldError refuse(std::string_view name, std::string code, std::string_view value)
{
    return {std::string(name), std::move(code), std::string(value.substr(0, filter_bytes_max))};
}

void parse_sort(Query const& query, TableSpec const& spec, ListRequest& request, std::vector<FieldError>& errors)
{
    auto sort = last_value(query, "sort");
    set_sort(request, sort.empty() ? std::string_view {spec.default_sort} : sort);
    if (!request.sort.empty() && !sortable(spec, request.sort))
        errors.push_back(refuse("sort", "list.sort", sort));
}

void parse_limit(Query const& query, ListRequest& request, std::vector<FieldError>& errors)
{
    auto text = last_value(query, "limit");
    if (text.empty())
        return;
    auto number = parse_integer(text);
    if (!number || *number < 1 || *number > limit_max)
        errors.push_back(refuse("limit", "list.limit", text));
    else
        request.limit = int(*number);
}

std::optional<std::vector<std::string>> decode_token(std::string_view token, ListRequest const& request)
{
    if (token.size() > token_bytes_max)
        return std::nullopt;
    auto text = base64url_decode(token);
    if (!text)
        return std::nullopt;
    boost::system::error_code failed;
    auto parsed = boost::json::parse(*text, failed);
    if (failed || !parsed.is_array() || parsed.get_array().size() < 2 || parsed.get_array().size() > 3)
        return std::nullopt;
    std::vector<std::string> parts;
    for (auto const& part : parsed.get_array()) {
        if (!part.is_string())
            return std::nullopt;
        parts.emplace_back(part.get_string());
    }
    if (parts[0] != signed_sort(request))
        return std::nullopt;
    parts.erase(parts.begin());
    return parts;
}

void parse_after(Query const& query, ListRequest& request, std::vector<FieldError>& errors)
{
    auto token = last_value(query, "after");
    if (token.empty())
        return;
    if (auto after = decode_token(token, request))
        request.after = std::move(*after);
    else
        errors.push_back(refuse("after", "list.after", token));
}

void parse_format(Query const& query, ListRequest& request, std::vector<FieldError>& errors)
{
    auto text = last_value(query, "format");
    if (text.empty())
        return;
    auto found = std::ranges::find(all_formats, text, [](Format format) { return name_of(format); });
    if (found == all_formats.end())
        errors.push_back(refuse("format", "list.format", text));
    else
        request.format = *found;
}

void parse_filters(Query const& query, TableSpec const& spec, ListRequest& request, std::vector<FieldError>& errors)
{
    for (auto const& filter : spec.filters) {
        auto value = last_value(query, filter.name);
        if (value.empty())
            continue;
        bool known = filter.choices.empty() || std::ranges::find(filter.choices, value, &Choice::value) != filter.choices.end();
        if (!known || value.size() > filter_bytes_max || !is_valid_utf8(value))
            errors.push_back(refuse(filter.name, "list.filter", value));
        else
            request.filters.emplace_back(filter.name, value);
    }
}

void parse_search(Query const& query, TableSpec const& spec, ListRequest& request, std::vector<FieldError>& errors)
{
    auto text = trim(last_value(query, "q"));
    if (!spec.search || text.empty())
        return;
    if (!is_valid_utf8(text) || count_characters(text) > search_characters_max)
        errors.push_back(refuse("q", "list.search_long", {}));
    else
        request.q = text;
}

std::string percent_encoded(std::string_view text)
{
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out;
    for (char character : text) {
        auto byte = static_cast<unsigned char>(character);
        if (byte < 0x80 && (std::isalnum(byte) || std::string_view("-_.~").find(character) != std::string_view::npos)) {
            out += character;
            continue;
        }
        out += '%';
        out += digits[byte >> 4];
        out += digits[byte & 15];
    }
    return out;
}

} // namespace

std::string_view name_of(Format format)
{
    switch (format) {
    case Format::Html: return "html";
    case Format::Csv: return "csv";
    case Format::Xlsx: return "xlsx";
    case Format::Pdf: return "pdf";
    case Format::Json: return "json";
    }
    return "html";
}

std::string ListRequest::filter(std::string_view name) const
{
    auto found = std::ranges::find(filters, name, &Query::value_type::first);
    return found == filters.end() ? std::string {} : found->second;
}

Result<ListRequest> parse_list_request(Query const& query, TableSpec const& spec)
{
    ListRequest request;
    std::vector<FieldError> errors;
    parse_search(query, spec, request, errors);
    parse_sort(query, spec, request, errors);
    parse_limit(query, request, errors);
    parse_format(query, request, errors);
    parse_filters(query, spec, request, errors);
    if (errors.empty())
        parse_after(query, request, errors);
    if (!errors.empty()) {
        auto code = errors.front().code;
        return Error::invalid(std::move(code), std::move(errors));
    }
    return request;
}

std::string after_token(ListRequest const& request, std::vector<std::string> const& last_row)
{
    boost::json::array parts {boost::json::string(signed_sort(request))};
    for (auto const& part : last_row)
        parts.emplace_back(part);
    return base64url_encode(boost::json::serialize(parts));
}

db::ListCut cut_of(ListRequest const& request, TableSpec const& spec)
{
    db::ListCut cut;
    for (auto const& [name, value] : request.filters) {
        auto found = std::ranges::find(spec.filters, name, &Filter::name);
        CHECK(found != spec.filters.end());
        cut.equals.emplace_back(found->column, value);
    }
    auto folded = fold(request.q);
    for (auto word : split(folded, ' ')) {
        if (!word.empty())
            cut.words.emplace_back(word);
    }
    if (auto const* column = sortable(spec, request.sort))
        cut.sort = column->sort;
    cut.descending = request.descending;
    cut.after = request.after;
    cut.limit = request.limit;
    return cut;
}

Page page_of(db::Rows rows, db::ListCut const& cut, std::span<std::string_view const> columns)
{
    Page page {std::move(rows), {}};
    if (page.rows.size() <= std::size_t(cut.limit))
        return page;
    page.rows.resize(std::size_t(cut.limit), db::Row({}));
    page.last = db::after_of(page.rows.back(), columns, cut.sort);
    return page;
}

Table table_of(TableSpec const& spec, ListRequest const& request, Page const& page)
{
    Table table;
    table.columns = spec.columns;
    table.first_page = request.after.empty();
    if (page.has_next())
        table.next = after_token(request, page.last);
    return table;
}

std::string href_of(TableSpec const& spec, ListRequest const& request, HrefChange const& change)
{
    Query words = spec.kept;
    if (!request.q.empty())
        words.emplace_back("q", request.q);
    words.insert(words.end(), request.filters.begin(), request.filters.end());
    auto sort = change.sort.value_or(signed_sort(request));
    if (!sort.empty() && sort != spec.default_sort)
        words.emplace_back("sort", sort);
    if (request.limit != limit_usual)
        words.emplace_back("limit", std::to_string(request.limit));
    if (change.after && !change.after->empty())
        words.emplace_back("after", *change.after);
    if (change.format && *change.format != Format::Html)
        words.emplace_back("format", name_of(*change.format));
    std::string href = spec.path;
    char joint = '?';
    for (auto const& [name, value] : words) {
        href += joint + percent_encoded(name) + '=' + percent_encoded(value);
        joint = '&';
    }
    return href;
}

} // namespace rtkeren::tables
