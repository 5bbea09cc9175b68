#include "evidence/evidence.hpp"
#include "language/language.hpp"
#include "reporting/parts.hpp"
#include "reporting/room.hpp"
#include "reporting/sql.hpp"

#include <algorithm>

namespace rtkeren::reporting {
namespace {

constexpr std::size_t most_pictures = 6;

html::Safe photos_part(std::vector<Photo> const& photos, std::string href)
{
    if (photos.empty())
        return {};
    PhotosPanel panel {std::move(href), {}};
    auto const first = photos.size() > most_pictures ? photos.size() - most_pictures : 0;
    for (std::size_t i = first; i < photos.size(); ++i) {
        auto const what = photos[i].paper == "papan" ? tr("Papan informasi") : tr("{stage} persen", {{"stage", std::to_string(photos[i].stage)}});
        panel.pictures.push_back({evidence::href(photos[i].sha256), what});
    }
    return html::part(panel);
}

Result<html::Safe> purse_part(Services& services, db::ReadTx& tx, Actor const* actor, std::string_view subject)
{
    if (actor == nullptr)
        return html::Safe {};
    auto const id = TRY(PurseId::parse(subject));
    auto const purse = TRY(programme::purse(tx, services.city, id));
    auto const photos = TRY(photos_of_purse(tx, services.city, id));
    return photos_part(photos, progress_href(purse.unit_code, purse.year));
}

Result<html::Safe> unit_part(Services& services, db::ReadTx& tx, Actor const* actor, std::string_view subject)
{
    if (actor == nullptr)
        return html::Safe {};
    auto const id = TRY(territory::RegionId::parse(subject));
    auto const region = TRY(territory::find(tx, services.city, id));
    auto const year = programme::year_or_current(tx, services.city, {});
    if (!year.ok())
        return html::Safe {};
    // Photos are papers: seen by who reads this place, or one of its purses as its pokmas.
    auto reads = may(*actor, "insight.read", region.code);
    for (auto const& purse : TRY(programme::purses_of_unit(tx, services.city, year->year, id)))
        reads = reads || may(*actor, "insight.read", region.code, purse.pokmas ? purse.pokmas->text() : std::string {});
    if (!reads)
        return html::Safe {};
    auto const photos = TRY(photos_of_unit(tx, services.city, id, year->year));
    return photos_part(photos, progress_href(region.code, year->year));
}

Result<html::Safe> pokmas_part(Services& services, db::ReadTx& tx, Actor const* actor, std::string_view subject)
{
    if (actor == nullptr)
        return html::Safe {};
    auto const id = TRY(PokmasId::parse(subject));
    auto const pokmas = TRY(payout::pokmas(tx, services.city, id));
    if (!may(*actor, "insight.read", pokmas.place, id.str())) // the head of one RT reads the group, not its report
        return html::Safe {};
    auto const years = TRY(programme::years(tx, services.city));
    LpjPanel panel;
    for (auto const& year : years) {
        auto const report = TRY(lpj_of(tx, services.city, id, year.year));
        auto const contract = TRY(payout::contract_of(tx, services.city, id, year.year));
        if (!report && !contract)
            continue;
        auto const state = report ? report->state : std::string("none");
        auto const due = report && report->is_with_pokmas() ? due_text(report->due, services.today()).text : std::string {};
        panel.lines.push_back({report ? href_of(report->id) : lpj_href(id, year.year), tr("LPJ {year}", {{"year", std::to_string(year.year)}}), label_of_state(lpj_machine(), state),
            tone_of_state(lpj_machine(), state), due});
    }
    return panel.lines.empty() ? html::Safe {} : html::part(panel);
}

} // namespace

std::vector<evidence::Placed> places()
{
    return {{"progress", [](db::ReadTx& tx, CityId city, std::string_view subject) -> Result<std::optional<evidence::Standing>> {
                 auto const row = TRY(tx.maybe(sql::place_of_progress, city, subject));
                 return row ? std::optional(evidence::Standing {row->text(0), row->text_or(1)}) : std::nullopt;
             }}};
}

std::vector<screens::Panel> panels()
{
    return {{"purse", 60, purse_part}, {"unit", 60, unit_part}, {"pokmas", 60, pokmas_part}};
}

} // namespace rtkeren::reporting
