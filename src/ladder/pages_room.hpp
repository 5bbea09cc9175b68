#pragma once

#include "http/http.hpp"
#include "ladder/operations.hpp"
#include "ladder/pages.hpp"
#include "ladder/picture.hpp"
#include "language/language.hpp"
#include "screens/screens.hpp"

#include <span>

/// What the page files of this room share.
namespace rtkeren::ladder {

[[nodiscard]] std::vector<http::Route> board_routes(Services&);
[[nodiscard]] std::vector<http::Route> clinic_routes(Services&);
[[nodiscard]] std::vector<http::Route> process_routes(Services&);
[[nodiscard]] std::vector<http::Route> vector_routes(Services&);
[[nodiscard]] std::vector<http::Route> step_routes(Services&);
[[nodiscard]] std::vector<http::Route> taken_routes(Services&);
[[nodiscard]] std::span<language::Message const> messages();
[[nodiscard]] std::vector<screens::Panel> vector_panels();

/// "Dinas Kesehatan", "Pemilik usaha"
[[nodiscard]] std::string whose_name(std::string_view whose);
/// "Kue kering dan roti"
[[nodiscard]] std::string kind_name(std::string_view kind);
[[nodiscard]] std::string days_words(std::int64_t days);
[[nodiscard]] std::string date_words(Date);
[[nodiscard]] std::string band_name(std::size_t band);
[[nodiscard]] std::string process_href(enterprise::ProductId, std::string_view step);
/// "/penghalang/daftar?langkah=pirt&giliran=dinkes": pairs with nothing in them are left out.
[[nodiscard]] std::string list_href(std::vector<std::pair<std::string, std::string>> const& filters);
[[nodiscard]] std::vector<html::Option> options_of(std::vector<tables::Choice> const&);

} // namespace rtkeren::ladder
