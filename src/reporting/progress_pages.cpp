#include "evidence/evidence.hpp"
#include "language/language.hpp"
#include "reporting/inputs.hpp"
#include "reporting/parts.hpp"
#include "reporting/sql.hpp"

#include <algorithm>
#include <map>

namespace rtkeren::reporting {
namespace {

struct UnitRead {
    territory::Region region;
    programme::Year year;
    std::vector<programme::Year> years;
    std::vector<programme::Purse> purses;
    std::shared_ptr<rules::Pack const> pack;
};

bool may_report(Actor const& actor, std::vector<programme::Purse> const& purses)
{
    return std::ranges::any_of(purses, [&](programme::Purse const& purse) { return may(actor, "reporting.progress", purse.unit_code, purse.pokmas ? purse.pokmas->str() : std::string {}); });
}

Result<UnitRead> read_unit(Services const& services, db::ReadTx& tx, http::Exchange const& exchange)
{
    UnitRead read;
    auto const code = territory::PlaceCode::parse(exchange.parameter("unit"));
    if (!code.ok())
        return Error::not_found("page.not_found");
    read.region = TRY(territory::find(tx, services.city, code->text));
    read.year = TRY(programme::year_or_current(tx, services.city, exchange.request.query_value("tahun")));
    read.years = TRY(programme::years(tx, services.city));
    read.purses = TRY(programme::purses_of_unit(tx, services.city, read.year.year, read.region.id));
    read.pack = TRY(rules::released(tx, services.city, read.year.year));
    auto const pokmas = read.purses.empty() || !read.purses.front().pokmas ? std::string {} : read.purses.front().pokmas->str();
    TRY(check_readable(exchange.actor(), read.region.code, pokmas));
    return read;
}

std::string label_of_envelope(rules::Pack const& pack, std::string_view key)
{
    auto const* envelope = pack.envelope(key);
    return envelope != nullptr ? envelope->label : std::string(key);
}

Picture picture_of(Photo const& photo)
{
    auto const what = photo.paper == "papan" ? tr("Papan informasi") : tr("{stage} persen", {{"stage", std::to_string(photo.stage)}});
    return {evidence::href(photo.sha256), what + ", " + day_of(photo.on)};
}

/// Photos of one activity: the first beside the furthest.
Progressed progressed(std::string title, std::vector<Photo> const& photos)
{
    Progressed work {.title = std::move(title), .before = {}, .after = {}, .before_label = {}, .after_label = {}, .pictures = {}};
    auto const first = picture_of(photos.front());
    work.before = first.href;
    work.before_label = first.label;
    if (photos.size() > 1) {
        auto const last = picture_of(photos.back());
        work.after = last.href;
        work.after_label = last.label;
    }
    for (auto const& photo : photos)
        work.pictures.push_back(picture_of(photo));
    return work;
}

Result<void> put_works(db::ReadTx& tx, CityId city, UnitRead const& unit, ProgressPage& page)
{
    for (auto const& purse : unit.purses) {
        std::map<std::string, std::vector<Photo>> by_activity;
        auto const photos = TRY(photos_of_purse(tx, city, purse.id));
        for (auto const& photo : photos) {
            if (photo.paper == "papan")
                page.boards.push_back(picture_of(photo));
            else
                by_activity[photo.activity].push_back(photo);
        }
        auto const label = label_of_envelope(*unit.pack, purse.envelope);
        for (auto const& [activity, some] : by_activity)
            page.works.push_back(progressed(activity.empty() ? label : label + ": " + activity, some));
    }
    return Done {};
}

Result<void> put_reports(Services const& services, db::ReadTx& tx, UnitRead const& unit, ProgressPage& page)
{
    auto const rows = TRY(tx.run(sql::progress_of_unit, services.city, unit.region.id, unit.year.year));
    for (auto const& row : rows) {
        auto const activity = row.text(2).empty() ? std::string {} : " " + row.text(2);
        page.reports.push_back({day_of(row.date(4)), row.text(4), tr("{stage} persen", {{"stage", std::to_string(row.integer(3))}}) + activity, row.text(7), row.text(5)});
    }
    return Done {};
}

Result<http::Response> show_unit(Services& services, http::Exchange& exchange)
{
    auto read = db::read(services.db, [&](db::ReadTx& tx) -> Result<ProgressPage> {
        auto const unit = TRY(read_unit(services, tx, exchange));
        ProgressPage made;
        made.title = tr("Kemajuan {unit}", {{"unit", territory::short_name(unit.region.level, unit.region.code, unit.region.name)}});
        made.year = std::to_string(unit.year.year);
        made.base = "/kemajuan/" + unit.region.code + "?tahun=";
        made.years = year_options(unit.years);
        if (may_report(exchange.actor(), unit.purses))
            made.new_href = "/kemajuan/" + unit.region.code + "/baru?tahun=" + made.year;
        TRY(put_works(tx, services.city, unit, made));
        TRY(put_reports(services, tx, unit, made));
        return made;
    });
    auto page = TRY(std::move(read));
    page.frame = screens::frame(services, exchange, page.title, {{"/progres?tahun=" + page.year, tr("Kemajuan")}, {"", page.title}});
    return screens::show(page);
}

Result<void> put_choices(db::ReadTx& tx, CityId city, Actor const& actor, UnitRead const& unit, NewProgressPage& page)
{
    page.activities.push_back({"", tr("Seluruh kantong")});
    for (auto const& purse : unit.purses) {
        if (purse.closed || !may(actor, "reporting.progress", purse.unit_code, purse.pokmas ? purse.pokmas->str() : std::string {}))
            continue;
        page.purses.push_back({purse.id.str(), label_of_envelope(*unit.pack, purse.envelope)});
        auto const lines = TRY(planning::approved_lines(tx, city, purse.id));
        for (auto const& line : lines) {
            auto const is_there = std::ranges::any_of(page.activities, [&](html::Option const& option) { return option.value == line.activity; });
            if (!is_there)
                page.activities.push_back({line.activity, line.activity});
        }
    }
    return Done {};
}

Result<http::Response> new_page(Services& services, http::Exchange const& exchange, html::FormState const& form, std::vector<std::string> kept, std::vector<std::string> boards)
{
    auto read = db::read(services.db, [&](db::ReadTx& tx) -> Result<NewProgressPage> {
        auto const unit = TRY(read_unit(services, tx, exchange));
        NewProgressPage made;
        made.unit = territory::short_name(unit.region.level, unit.region.code, unit.region.name) + ", " + std::to_string(unit.year.year);
        made.action = "/kemajuan/" + unit.region.code + "/baru?tahun=" + std::to_string(unit.year.year);
        TRY(put_choices(tx, services.city, exchange.actor(), unit, made));
        return made;
    });
    auto page = TRY(std::move(read));
    for (auto const* stage : {"0", "25", "50", "75", "100"})
        page.stages.push_back({stage, tr("{stage} persen", {{"stage", stage}})});
    page.form = form;
    page.kept = std::move(kept);
    page.kept_boards = std::move(boards);
    page.frame = screens::frame(services, exchange, tr("Laporkan kemajuan"), {{"", tr("Laporkan kemajuan")}});
    page.frame.kind = "form";
    page.frame.scripts = {"/-/aset/belanja.js"};
    return screens::show(page);
}

Result<http::Response> show_new(Services& services, http::Exchange& exchange)
{
    auto form = screens::fresh_form(services);
    form.set("on", services.today().iso());
    form.set("stage", "0");
    return new_page(services, exchange, form, {}, {});
}

/// What was sent now and what a refused try left, by kind of photo.
std::vector<std::string> hashes_of(http::Request const& request, std::vector<evidence::FormFile> const& files, std::string const& field)
{
    std::vector<std::string> hashes;
    for (auto const& [name, value] : request.form) {
        if (name == "kept_" + field)
            hashes.push_back(value);
    }
    for (auto const& file : files) {
        if (file.field == field)
            hashes.push_back(file.stored.sha256);
    }
    return hashes;
}

Result<http::Response> post_new(Services& services, http::Exchange& exchange)
{
    auto const files = TRY(evidence::store_uploads(services, exchange.actor(), exchange.request));
    auto const works = hashes_of(exchange.request, files, "foto");
    auto const boards = hashes_of(exchange.request, files, "papan");
    boost::json::array photos;
    for (auto const& hash : works)
        photos.push_back(boost::json::object {{"paper", "foto"}, {"sha256", hash}});
    for (auto const& hash : boards)
        photos.push_back(boost::json::object {{"paper", "papan"}, {"sha256", hash}});
    boost::json::object input {{"photos", std::move(photos)}};
    for (auto const* field : {"id", "purse", "activity", "stage", "on", "note"})
        input[field] = exchange.request.form_value(field);
    // Only what the operation knows: the camera's own fields are read with the files.
    http::Request bare = exchange.request;
    std::erase_if(bare.form, [](auto const& field) { return field.first != "id" && field.first != "purse" && field.first != "activity" && field.first != "stage" && field.first != "on" && field.first != "note"; });
    http::Exchange narrowed {bare, exchange.session, exchange.parameters, exchange.language};
    return screens::submit(services, narrowed, "reporting.report_progress", input,
        [&](html::FormState const& form, Error const&) { return new_page(services, exchange, form, works, boards); });
}

// -- the list ------------------------------------------------------------------------------------------------

tables::TableSpec progress_spec(std::string const& year)
{
    tables::TableSpec spec;
    spec.path = "/progres";
    spec.columns = {{.key = "unit", .label = TR_NOOP("Unit"), .sort = "unit_code"}, {.key = "envelope", .label = TR_NOOP("Kantong"), .sort = "envelope"},
        {.key = "activity", .label = TR_NOOP("Kegiatan")}, {.key = "stage", .label = TR_NOOP("Kemajuan (persen)"), .kind = tables::Kind::Integer, .sort = "stage"},
        {.key = "observed_on", .label = TR_NOOP("Tanggal foto"), .kind = tables::Kind::Date, .sort = "observed_on"}, {.key = "by", .label = TR_NOOP("Oleh"), .hide_on_phone = true}};
    spec.default_sort = "-observed_on";
    spec.search = true;
    spec.filters = {{.name = "unit", .label = TR_NOOP("Unit"), .column = "unit_code", .choices = {}}};
    spec.kept = {{"tahun", year}};
    return spec;
}

Result<http::Response> show_progress(Services& services, http::Exchange& exchange)
{
    auto const years = TRY(db::read(services.db, [&](db::ReadTx& tx) { return programme::years(tx, services.city); }));
    auto const current = TRY(db::read(services.db, [&](db::ReadTx& tx) { return programme::year_or_current(tx, services.city, exchange.request.query_value("tahun")); }));
    auto const year = current.year;
    auto const spec = progress_spec(std::to_string(year));
    auto const fetch = [&](tables::ListRequest const& request) -> Result<tables::Table> {
        auto const r = ranges_of(exchange.actor(), "insight.read");
        auto const page = TRY(db::read(services.db, [&](db::ReadTx& tx) {
            return tables::fetch_rows(
                tx, sql::list_progress, request, spec, services.city, year, r[0].from, r[0].below, r[1].from, r[1].below, r[2].from, r[2].below, r[3].from, r[3].below);
        }));
        auto table = tables::table_of(spec, request, page);
        table.title = tr("Kemajuan {year}", {{"year", std::to_string(year)}});
        table.empty_title = tr("Di sini nanti laporan kemajuan");
        table.empty_text = tr("Dari foto 0, 50, dan 100 persen tiap pekerjaan.");
        for (auto const& row : page.rows)
            table.add({row.text(4), row.text(5), row.text(6), row.integer(7), row.date(2), row.text(9)}).at(progress_href(row.text(3), year)).named(row.text(1));
        return table;
    };
    auto answer = TRY(screens::list(services, exchange, spec, fetch));
    if (answer.file)
        return std::move(*answer.file);
    auto const title = tr("Kemajuan {year}", {{"year", std::to_string(year)}});
    ListPage page {.frame = screens::frame(services, exchange, title), .title = title, .intro = tr("Seberapa jauh pekerjaan, dengan fotonya."), .year = std::to_string(year),
        .base = "/progres?tahun=", .years = year_options(years), .table = std::move(answer.html)};
    return screens::show(page);
}

} // namespace

std::vector<http::Route> progress_routes(Services& services)
{
    using http::Method;
    constexpr std::uint64_t photos_limit = 60 * 1024 * 1024;
    return {
        {Method::Get, "/progres", "insight.read", screens::page(services, show_progress), "Reports of progress"},
        {Method::Get, "/kemajuan/{unit}", "insight.read", screens::page(services, show_unit), "Photos of a unit, before and after"},
        {Method::Get, "/kemajuan/{unit}/baru", "reporting.progress", screens::page(services, show_new), "The form for progress"},
        {Method::Post, "/kemajuan/{unit}/baru", "reporting.progress", screens::page(services, post_new), "Report progress", photos_limit},
    };
}

} // namespace rtkeren::reporting
