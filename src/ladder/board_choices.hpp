#pragma once

#include "http/http.hpp"
#include "operations/operations.hpp"
#include "tables/list.hpp"

/// What the board and its lists may be asked.
namespace rtkeren::ladder {

[[nodiscard]] std::vector<tables::Choice> step_choices();
[[nodiscard]] std::vector<tables::Choice> whose_choices();
[[nodiscard]] std::vector<tables::Choice> kind_choices();
struct Picture;
/// One row a product of the picture, in its order: what the list behind the board filters, sorts and shows.
[[nodiscard]] db::Rows waiting_rows(Picture const&, Date today);
/// The lists behind the board.
[[nodiscard]] std::vector<http::Route> waiting_routes(Services&);

} // namespace rtkeren::ladder
