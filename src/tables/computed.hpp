#pragma once

#include "tables/list.hpp"

/// A list whose rows are computed rather than stored (what each product waits for, judged by the papers of today): filtered, searched, ordered and cut
/// with the same request, words and tokens as a list query.
namespace rtkeren::tables {

/// `columns` name the cells of each row; "id" is one of them and unique, "search" may be one (folded text). Nothing known comes last in both directions;
/// equal values stand by id. A page for Html and Json, everything for the files. Only the rows of the answer are copied.
[[nodiscard]] Page cut_computed(std::span<db::Row const* const> rows, std::span<std::string_view const> columns, ListRequest const&, TableSpec const&);

} // namespace rtkeren::tables
