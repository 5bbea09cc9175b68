#pragma once

#include "db/db.hpp"

namespace rtkeren::db {

struct ComposedList {
    std::string text;
    std::vector<Parameter> parameters;
};

/// The list's SELECT wrapped in filter, search, place and order. The texts of `cut` are viewed: it outlives the answer.
Result<ComposedList> compose_list(
    Dialect, std::string_view text, std::span<std::string_view const> columns, ListCut const& cut, std::span<Parameter const> parameters);

} // namespace rtkeren::db
