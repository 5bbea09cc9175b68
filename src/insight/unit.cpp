#include "insight/unit.hpp"

#include "insight/figures.hpp"
#include "insight/late.hpp"
#include "insight/scope.hpp"
#include "insight/sql.hpp"
#include "language/language.hpp"
#include "screens/screens.hpp"

namespace rtkeren::insight {
namespace {

constexpr int late_of_unit = 10;

/// The region in force with this code, else the one whose purses bear it: a running purse stays with the RT as it was.
Result<territory::Region> find_unit(db::ReadTx& tx, CityId city, std::string const& code, std::vector<PurseMoney> const& purses)
{
    auto found = territory::find(tx, city, code);
    if (found.ok() || purses.empty())
        return found;
    return territory::find(tx, city, purses.front().unit);
}

/// Everybody inside sees the money; the purse's own page opens to who reads the place.
std::vector<PurseCard> cards_of_purses(Actor const& actor, std::vector<PurseMoney> const& purses, rules::Pack const* pack)
{
    std::vector<PurseCard> cards;
    for (auto const& purse : purses) {
        auto const words = envelope_words(pack, purse.envelope);
        auto const sees = check_sees(actor, purse.unit_code, purse.pokmas ? purse.pokmas->text() : std::string {}).ok();
        auto const href = sees ? "/kantong/" + purse.id.str() : std::string {};
        auto const state = purse.state == "open" ? std::string {} : purse.state == "closed" ? tr("ditutup") : tr("ditutup dengan utang");
        cards.push_back({href, words.label, words.sign, state, purse.figures.ceiling(), charts::flow({words.label, purse.figures.stages(href)})});
    }
    return cards;
}

/// One line a year over all purses of the unit.
Result<std::vector<YearLine>> history_of(db::ReadTx& tx, CityId city, territory::Region const& unit)
{
    auto const rows = TRY(tx.run(sql::purses_of_unit_by_year, city, unit.id));
    std::vector<std::pair<int, Figures>> years;
    for (auto const& row : rows) {
        auto const year = int(row.integer(0));
        if (years.empty() || years.back().first != year)
            years.emplace_back(year, Figures {});
        for (std::size_t i = 0; i < charts::stage_count; ++i)
            years.back().second.by_stage.at(i) += row.rupiah(3 + i);
    }
    std::vector<YearLine> lines;
    for (auto const& [year, figures] : years) {
        auto const accepted = figures.at(charts::Stage::Sah);
        lines.push_back({std::to_string(year), with_year(territory::href_of(unit.code), year), charts::stage_bar(figures.stages(), "", charts::BarSize::Cell), figures.ceiling(), accepted,
            language::fill("{share:bp}", {{"share", std::to_string(charts::share_of(accepted, figures.ceiling()).value())}})});
    }
    return lines;
}

std::vector<Choice> kin_links(std::vector<territory::Region> const& regions, PlaceNames const& names)
{
    std::vector<Choice> links;
    for (auto const& region : regions)
        links.push_back({territory::href_of(region.code), names.words(region.code), false});
    return links;
}

std::string accepted_words(Figures const& figures)
{
    return tr("RT ini mendapat {ceiling}. Yang sudah diperiksa dan diterima: {accepted}. Sisanya masih berjalan, dan di bawah ini tertulis di mana.",
        {{"ceiling", format_rupiah(figures.ceiling())}, {"accepted", format_rupiah(figures.at(charts::Stage::Sah))}});
}

std::vector<html::Crumb> crumbs_of_unit(territory::PlaceCode const& code, PlaceNames const& names, std::string const& city_name, int year)
{
    auto const rw = code.parent();
    return {{with_year("/kota", year), city_name}, {with_year(territory::href_of(code.kelurahan()), year), names.name(code.kelurahan())},
        {with_year(territory::href_of(rw), year), territory::short_name(territory::Level::Rw, rw, "")}, {"", territory::short_name(territory::Level::Rt, code.text, "")}};
}

Result<UnitPage> read_unit(db::ReadTx& tx, Services& services, http::Exchange const& exchange, territory::PlaceCode const& code)
{
    auto const year = TRY(programme::year_or_current(tx, services.city, exchange.request.query_value("tahun")));
    auto const purses = TRY(purses_of_place(tx, services.city, year.year, code.text));
    auto const unit = TRY(find_unit(tx, services.city, code.text, purses));
    auto const names = TRY(PlaceNames::read(tx, services.city, services.city_name, services.today()));
    auto const pack = TRY(pack_of(tx, services.city, year.year));
    auto const kin = TRY(territory::kin(tx, services.city, unit.id));
    auto const late = TRY(late_items(tx, services.city, exchange.actor(), code.text, services.today(), late_of_unit));
    auto const total = total_of(purses);
    UnitPage page;
    page.frame.crumbs = crumbs_of_unit(code, names, services.city_name, year.year);
    page.title = names.words(code.text);
    page.facts = tr("Tahun {year}.", {{"year", std::to_string(year.year)}}) + " " + as_of_words(services);
    page.accepted_words = purses.empty() ? tr("RT ini tidak punya kantong pada tahun {year}.", {{"year", std::to_string(year.year)}}) : accepted_words(total.figures);
    page.years = TRY(year_choices(tx, services.city, territory::href_of(code.text), year.year));
    page.purses = cards_of_purses(exchange.actor(), purses, pack.get());
    page.panels = TRY(screens::panels_of("unit", services, tx, &exchange.actor(), unit.id.text()));
    for (auto const& item : late)
        page.late.push_back(late_line(item, names, services.today()));
    page.history = TRY(history_of(tx, services.city, unit));
    page.predecessors = kin_links(kin.predecessors, names);
    page.successors = kin_links(kin.successors, names);
    return page;
}

} // namespace

Result<http::Response> show_unit(Services& services, http::Exchange& exchange)
{
    auto const code = territory::PlaceCode::parse(exchange.parameter("kelurahan") + "." + exchange.parameter("rw") + "." + exchange.parameter("rt"));
    if (!code.ok() || code->level != territory::Level::Rt)
        return Error::not_found("place.unknown");
    auto const work = [&](db::ReadTx& tx) { return read_unit(tx, services, exchange, *code); };
    auto page = TRY(db::read(services.db, work));
    page.frame = screens::frame(services, exchange, page.title, std::move(page.frame.crumbs));
    return screens::show(page);
}

} // namespace rtkeren::insight
