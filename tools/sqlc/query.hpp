#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sqlc {

/// One .sql file, checked.
struct Query {
    enum class Kind { Read, Write, Rows, ReadRows, List };
    std::string name; // the file's name: insert_entry
    std::string purpose; // the first line's comment
    Kind kind;
    int parameters;
    std::string text; // for Rows and ReadRows: with one tuple
    std::string text_10; // for Rows and ReadRows
    std::string text_100; // for Rows and ReadRows
    std::vector<std::string> columns; // for List
};

/// Throws Refusal with file:line.
[[nodiscard]] Query parse_query(std::string const& file, std::string_view source);
/// <out>/sql.hpp of a room.
[[nodiscard]] std::string emit_room(std::string const& room, std::vector<Query> const& queries);

} // namespace sqlc
