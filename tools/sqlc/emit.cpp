#include "query.hpp"

namespace sqlc {
namespace {

std::string raw(std::string const& text) { return "R\"sql(" + text + ")sql\""; }

std::string columns_of(Query const& query)
{
    std::string out = "inline constexpr std::string_view " + query.name + "_columns[] {";
    for (std::size_t i = 0; i < query.columns.size(); ++i)
        out += (i > 0 ? ", \"" : "\"") + query.columns[i] + "\"";
    return out + "};\n";
}

std::string emit_query(std::string const& room, Query const& query)
{
    auto const count = std::to_string(query.parameters);
    auto const name = "\"" + room + "." + query.name + "\"";
    std::string out = "\n/// " + query.purpose + "\n";
    auto declare = [&](std::string const& type) { return "inline constexpr db::" + type + "<" + count + "> " + query.name + " {" + name + ", " + raw(query.text); };
    switch (query.kind) {
    case Query::Kind::Read:
        return out + declare("ReadQuery") + "};\n";
    case Query::Kind::Write:
        return out + declare("WriteQuery") + "};\n";
    case Query::Kind::Rows:
    case Query::Kind::ReadRows:
        return out + declare(query.kind == Query::Kind::Rows ? "WriteRows" : "ReadRows") + ",\n" + raw(query.text_10) + ",\n" + raw(query.text_100) + "};\n";
    case Query::Kind::List:
        return out + columns_of(query) + declare("ListQuery") + ", " + query.name + "_columns};\n";
    }
    return out;
}

} // namespace

std::string emit_room(std::string const& room, std::vector<Query> const& queries)
{
    std::string out = "// Made by sqlc from src/" + room + "/sql/*.sql.\n#pragma once\n\n#include \"db/db.hpp\"\n\nnamespace rtkeren::" + room + "::sql {\n";
    for (auto const& query : queries)
        out += emit_query(room, query);
    out += "\ninline constexpr db::QueryInfo all[] {\n";
    for (auto const& query : queries) {
        bool writes = query.kind == Query::Kind::Write || query.kind == Query::Kind::Rows;
        bool repeats = query.kind == Query::Kind::Rows || query.kind == Query::Kind::ReadRows;
        out += "    {\"" + room + "." + query.name + "\", " + query.name + (repeats ? ".text_1" : ".text") + ", "
            + std::to_string(query.parameters) + ", " + (writes ? "true" : "false") + "},\n";
    }
    return out + "};\ninline bool const registered = db::register_queries(all);\n\n} // namespace rtkeren::" + room + "::sql\n";
}

} // namespace sqlc
