#pragma once

#include "http/http.hpp"
#include "operations/services.hpp"

/// /cari: places, pokmas, purses, plans and expenses by name, code or number; only what the person may open.
namespace rtkeren::insight {

/// What was typed as words that must all occur: folded; "RT 2" is one word, written as names write it ("rt 02"). At most six.
[[nodiscard]] std::vector<std::string> search_words(std::string_view typed);

[[nodiscard]] Result<http::Response> show_search(Services&, http::Exchange&);

} // namespace rtkeren::insight
