#pragma once

#include "http/http.hpp"
#include "insight/pages.hpp"
#include "operations/services.hpp"
#include "programme/programme.hpp"

/// Which year and place a page shows, and what its reader may see of it.
namespace rtkeren::insight {

/// The years to choose from (no drafts), as links of this page.
[[nodiscard]] Result<std::vector<Choice>> year_choices(db::ReadTx&, CityId, std::string const& path, int chosen);
/// "?tahun=2023" appended.
[[nodiscard]] std::string with_year(std::string const& href, int year);
/// Money by stage is seen by every inside reader; papers and entries of a place only by who reads that place. Otherwise it reads as not there.
[[nodiscard]] Result<void> check_sees(Actor const&, std::string_view place, std::string_view pokmas);

/// The widest place whose papers this person reads, and the pokmas where it is bound to one.
struct Reach {
    std::string place, pokmas;
};
[[nodiscard]] Reach reach_of(Actor const&);
/// Who has the permission that something waits for: "Lurah".
[[nodiscard]] std::string who_has(std::string_view permission);

/// "Kantong fisik" of the pack in force for the year; the key where the pack does not know it.
struct EnvelopeWords {
    std::string label, sign;
};
[[nodiscard]] EnvelopeWords envelope_words(rules::Pack const*, std::string_view key);
/// null when no pack of the year was released.
[[nodiscard]] Result<std::shared_ptr<rules::Pack const>> pack_of(db::ReadTx&, CityId, int year);
/// "Angka per 9 Oktober 2023 pukul 07.00 WIB."
[[nodiscard]] std::string as_of_words(Services&);

} // namespace rtkeren::insight
