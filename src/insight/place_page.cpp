#include "insight/calendar.hpp"
#include "insight/place.hpp"
#include "insight/sql.hpp"
#include "language/language.hpp"
#include "screens/screens.hpp"
#include "tables/render.hpp"

namespace rtkeren::insight {
namespace {

using territory::Level;

constexpr int late_shown = 6;

Result<html::Safe> city_calendar(db::ReadTx& tx, Services& services, programme::Year const& year, PlaceData const& data)
{
    if (data.pack == nullptr)
        return html::Safe {};
    auto const all = TRY(milestones(tx, services.city, year, *data.pack, services.zone));
    return calendar_chart(all, year.year, data.today, total_of(data.purses).figures);
}

std::string title_of(PlaceData const& data, std::string const& city_name)
{
    switch (data.level) {
    case Level::Kota:
        return city_name;
    case Level::Kecamatan:
        return tr("Kecamatan {name}", {{"name", data.name}});
    case Level::Kelurahan:
        return tr("Kelurahan {name}", {{"name", data.name}});
    case Level::Rw:
    case Level::Rt:
        break;
    }
    return data.names.words(data.code);
}

Result<PlaceData> read_place(db::ReadTx& tx, Services& services, http::Exchange const& exchange, Level level, std::string const& code)
{
    PlaceData data {.level = level, .code = code, .name = {}, .title = {}, .path = territory::href_of(code), .today = services.today(), .names = {}, .pack = {}, .kelurahan = {}, .purses = {},
        .files = {}, .late = {}, .years = {}, .calendar = {}};
    auto const year = TRY(programme::year_or_current(tx, services.city, exchange.request.query_value("tahun")));
    data.year = year.year;
    data.reach = reach_of(exchange.actor()).place;
    if (level != Level::Kota) {
        auto const region = TRY(territory::find(tx, services.city, code));
        if (region.level != level)
            return Error::not_found("place.unknown");
        data.name = region.name;
    }
    data.names = TRY(PlaceNames::read(tx, services.city, services.city_name, data.today));
    data.title = title_of(data, services.city_name);
    data.pack = TRY(pack_of(tx, services.city, data.year));
    data.purses = TRY(purses_of_place(tx, services.city, data.year, code));
    data.files = TRY(open_files(tx, services.city, code, data.today));
    for (auto const& [place, files] : data.files)
        data.late_count += files.late;
    return data;
}

/// What the page shows and a file of its table does not.
Result<void> read_rest(db::ReadTx& tx, Services& services, Actor const& actor, PlaceData& data)
{
    auto const year = TRY(programme::year_of(tx, services.city, data.year));
    data.late = TRY(late_items(tx, services.city, actor, data.code, data.today, late_shown));
    data.years = TRY(year_choices(tx, services.city, data.path, data.year));
    if (data.level == Level::Kota) {
        data.kelurahan = TRY(territory::regions(tx, services.city, Level::Kelurahan, "", data.today));
        data.calendar = TRY(city_calendar(tx, services, year, data));
    }
    return Done {};
}

std::vector<html::Crumb> crumbs_of(PlaceData const& data, std::string const& city_name)
{
    std::vector<html::Crumb> crumbs;
    if (data.level == Level::Kota)
        return crumbs;
    crumbs.push_back({with_year("/kota", data.year), city_name});
    if (data.level == Level::Rw) {
        auto const kelurahan = data.code.substr(0, data.code.rfind('.'));
        crumbs.push_back({with_year(territory::href_of(kelurahan), data.year), data.names.name(kelurahan)});
    }
    crumbs.push_back({"", data.level == Level::Rw ? territory::short_name(Level::Rw, data.code, "") : data.name});
    return crumbs;
}

Result<http::Response> show_place(Services& services, http::Exchange& exchange, Level level, std::string const& code)
{
    std::optional<http::Response> file;
    std::optional<PlaceData> data;
    auto const work = [&](db::ReadTx& tx) -> Result<PlacePage> {
        data = TRY(read_place(tx, services, exchange, level, code));
        auto const spec = place_spec(*data);
        auto list = TRY(screens::list(services, exchange, spec, [&](tables::ListRequest const&) -> Result<tables::Table> {
            auto table = place_table(*data);
            table.as_of = services.now();
            table.zone = services.zone;
            return table;
        }));
        if (list.file) {
            file = std::move(list.file);
            return PlacePage {};
        }
        TRY(read_rest(tx, services, exchange.actor(), *data));
        auto const measure = exchange.request.query_value("ukur") == "diam" ? Measure::Idle : Measure::Stage;
        auto page = present_place(*data, measure, services.zone);
        page.facts += " " + as_of_words(services);
        page.table = std::move(list.html);
        return page;
    };
    auto page = TRY(db::read(services.db, work));
    if (file)
        return std::move(*file);
    page.frame = screens::frame(services, exchange, data->title, crumbs_of(*data, services.city_name));
    page.frame.scripts = {"/-/aset/kota.js"};
    return screens::show(page);
}

/// A code as people may shorten it ("3" for RW 003), or there is no such page.
Result<std::string> code_in_path(std::string const& text)
{
    auto const code = territory::PlaceCode::parse(text);
    if (!code.ok())
        return Error::not_found("place.unknown");
    return code->text;
}

} // namespace

Result<http::Response> show_city(Services& services, http::Exchange& exchange) { return show_place(services, exchange, Level::Kota, ""); }

Result<http::Response> show_kecamatan(Services& services, http::Exchange& exchange)
{
    auto const code = TRY(code_in_path(exchange.parameter("code")));
    return show_place(services, exchange, Level::Kecamatan, code);
}

Result<http::Response> show_kelurahan(Services& services, http::Exchange& exchange)
{
    auto const code = TRY(code_in_path(exchange.parameter("code")));
    return show_place(services, exchange, Level::Kelurahan, code);
}

Result<http::Response> show_rw(Services& services, http::Exchange& exchange)
{
    auto const code = TRY(code_in_path(exchange.parameter("kelurahan") + "." + exchange.parameter("rw")));
    return show_place(services, exchange, Level::Rw, code);
}

} // namespace rtkeren::insight
