#pragma once

#include "enterprise/pages.hpp"
#include "enterprise/store.hpp"
#include "http/http.hpp"
#include "language/language.hpp"
#include "screens/screens.hpp"
#include "tables/list.hpp"

#include <span>
#include <map>

/// What the page files of this room share.
namespace rtkeren::enterprise {

[[nodiscard]] std::vector<http::Route> list_routes(Services&);
[[nodiscard]] std::vector<http::Route> form_routes(Services&);
[[nodiscard]] std::vector<http::Route> business_routes(Services&);
[[nodiscard]] std::vector<http::Route> licence_routes(Services&);
[[nodiscard]] std::vector<http::Route> merge_routes(Services&);
[[nodiscard]] std::vector<http::Route> product_routes(Services&);
[[nodiscard]] std::vector<http::Route> product_form_routes(Services&);
[[nodiscard]] std::vector<http::Route> public_routes(Services&);
[[nodiscard]] std::vector<http::Route> own_routes(Services&);
[[nodiscard]] std::vector<http::Route> claim_routes(Services&);
[[nodiscard]] std::vector<http::Route> claim_office_routes(Services&);
[[nodiscard]] std::span<language::Message const> registry_messages();
[[nodiscard]] std::span<language::Message const> product_messages();

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
/// "RT 02 RW 03, Plosokerep"; "Plosokerep". The same kelurahan stands in many rows: each is read once.
class PlaceWords {
public:
    PlaceWords(db::ReadTx& tx, CityId city) : m_tx(tx), m_city(city) { }
    [[nodiscard]] Result<std::string> of(std::string_view code);

private:
    db::ReadTx& m_tx;
    CityId m_city;
    std::map<std::string, std::string> m_names; // of kelurahan
};
[[nodiscard]] Result<std::string> place_words(db::ReadTx&, CityId, std::string_view code);
/// "2025:10710" as "10710 (KBLI 2025) Industri produk bakeri"; "–" of nothing.
[[nodiscard]] std::string kbli_words(std::string_view kbli);
/// Above a business: the list, or for an owner the own page.
[[nodiscard]] html::Crumb crumb_above(http::Exchange const&);
/// The newest edition first.
[[nodiscard]] std::vector<html::Option> kbli_options();
/// "–" of nothing.
[[nodiscard]] std::string or_dash(std::string);
/// A form begins with what is stored, where something is.
void set_amount(html::FormState&, std::string_view name, std::optional<Rupiah>);
void set_number(html::FormState&, std::string_view name, std::optional<std::int64_t>);
[[nodiscard]] std::string moment(Services const&, Instant);
/// Choices of a list's filter, worded like options.
[[nodiscard]] std::vector<tables::Choice> choices_of(std::string_view kind, std::initializer_list<std::string_view> names);
/// The kelurahan where one reads businesses.
[[nodiscard]] Result<std::vector<tables::Choice>> kelurahan_choices(Services&, Actor const&);
/// The trail of a subject, newest first.
[[nodiscard]] Result<std::vector<HistoryLine>> history_of(db::ReadTx&, Services const&, std::string_view kind, std::string const& subject);

/// The page of one business, also when something on it was refused.
[[nodiscard]] Result<http::Response> show_business(Services&, http::Exchange const&, html::FormState const&);

using ShowForm = Result<http::Response> (*)(Services&, http::Exchange const&, html::FormState);
/// A form with pictures: those kept from a refusal before and those sent now, as the list `photos`.
[[nodiscard]] Result<http::Response> submit_with_photos(Services&, http::Exchange&, std::string_view operation, boost::json::object extra, ShowForm);

inline constexpr std::uint64_t photos_body_limit = 40 * 1024 * 1024;
inline constexpr std::uint64_t file_body_limit = 12 * 1024 * 1024;

} // namespace rtkeren::enterprise
