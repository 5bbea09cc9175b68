#pragma once

#include "enterprise/pages.hpp"
#include "enterprise/store.hpp"
#include "http/http.hpp"
#include "language/language.hpp"
#include "screens/screens.hpp"

#include <span>

/// What the page files of this room share.
namespace rtkeren::enterprise {

[[nodiscard]] std::vector<http::Route> list_routes(Services&);
[[nodiscard]] std::vector<http::Route> form_routes(Services&);
[[nodiscard]] std::vector<http::Route> business_routes(Services&);
[[nodiscard]] std::vector<http::Route> licence_routes(Services&);
[[nodiscard]] std::vector<http::Route> merge_routes(Services&);
[[nodiscard]] std::span<language::Message const> registry_messages();

/// The worded choices of an enum: "enterprise.<kind>.<name>".
template<class Enum>
std::vector<html::Option> options_of(std::string_view kind)
{
    std::vector<html::Option> options;
    for (auto const& [value, name] : operations::Choices<Enum>::values)
        options.push_back({std::string(name), language::word("enterprise." + std::string(kind) + "." + std::string(name))});
    return options;
}
/// "Di rumah" of "rumah"; "" of nothing.
[[nodiscard]] std::string choice_label(std::string_view kind, std::string_view name);
/// "RT 02 RW 03, Plosokerep"
[[nodiscard]] Result<std::string> place_words(db::ReadTx&, CityId, std::string_view code);
/// "2025:10710" as "10710 (KBLI 2025) Industri produk bakeri"; "–" of nothing.
[[nodiscard]] std::string kbli_words(std::string_view kbli);
[[nodiscard]] std::string moment(Services const&, Instant);

/// The page of one business, also when something on it was refused.
[[nodiscard]] Result<http::Response> show_business(Services&, http::Exchange const&, html::FormState const&);

inline constexpr std::uint64_t file_body_limit = 12 * 1024 * 1024;

} // namespace rtkeren::enterprise
