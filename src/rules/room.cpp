#include "rules/room.hpp"

#include "language/language.hpp"
#include "rules/present.hpp"
#include "territory/territory.hpp"

#include <array>
#include <fstream>
#include <sstream>

namespace rtkeren::rules {

namespace {

constexpr std::array<std::string_view, 2> permission_names {"rules.load", "rules.release"};

std::string pack_href(int year, int version) { return "/aturan/" + std::to_string(year) + "/" + std::to_string(version); }

std::vector<html::Crumb> crumbs(std::string last) { return {{"/aturan", tr("Aturan")}, {"", std::move(last)}}; }

/// A part of the path that is no number names nothing.
Result<int> number_in_path(http::Exchange const& exchange, std::string_view name)
{
    auto const number = parse_integer(exchange.parameter(name));
    if (!number || *number < 1 || *number > 100'000)
        return Error::not_found("page.not_found");
    return int(*number);
}

Result<http::Response> show_packs(Services& services, http::Exchange& exchange)
{
    auto const stored = TRY(db::read(services.db, [&](db::ReadTx& tx) { return stored_packs(tx, services.city); }));
    PacksPage page {.frame = screens::frame(services, exchange, tr("Aturan")),
        .versions = versions_of(stored, services.zone),
        .may_load = exchange.actor().has("rules.load")};
    return screens::show(page);
}

struct Read {
    StoredPack stored;
    std::shared_ptr<Pack const> pack;
    std::shared_ptr<Pack const> before; // in force; null when there is none or it is this one
    int in_force {0};
};

Result<Read> read_pack(db::ReadTx& tx, CityId city, int year, int number)
{
    Read read;
    read.stored = TRY(stored_pack(tx, city, year, number));
    read.pack = TRY(version(tx, city, year, number));
    read.in_force = TRY(version_in_force(tx, city, year));
    if (read.in_force != 0 && read.in_force != number)
        read.before = TRY(version(tx, city, year, read.in_force));
    return read;
}

Result<http::Response> pack_page(Services& services, http::Exchange& exchange, int year, int number)
{
    auto const read = TRY(db::read(services.db, [&](db::ReadTx& tx) { return read_pack(tx, services.city, year, number); }));
    auto const title = read.pack->scheme + " " + std::to_string(year);
    auto const standing = standing_of(read.stored, read.in_force);
    auto const& actor = exchange.actor();
    auto const waits = !read.stored.released_at && number > read.in_force && actor.has("rules.release") && actor.person != read.stored.loaded_by;
    PackPage page {.frame = screens::frame(services, exchange, title, crumbs(title)),
        .title = title,
        .state = standing.state,
        .tone = standing.tone,
        .facts = facts_of(read.stored, services.zone),
        .sections = sections_of(*read.pack),
        .release_href = waits ? pack_href(year, number) + "/rilis" : std::string {},
        .text_href = pack_href(year, number) + "/berkas"};
    return screens::show(page);
}

Result<http::Response> show_year(Services& services, http::Exchange& exchange)
{
    auto const year = TRY(number_in_path(exchange, "year"));
    auto const number = TRY(db::read(services.db, [&](db::ReadTx& tx) { return version_in_force(tx, services.city, year); }));
    if (number == 0)
        return Error::not_found("rules.no_pack");
    return pack_page(services, exchange, year, number);
}

Result<http::Response> show_version(Services& services, http::Exchange& exchange)
{
    auto const year = TRY(number_in_path(exchange, "year"));
    auto const number = TRY(number_in_path(exchange, "version"));
    return pack_page(services, exchange, year, number);
}

Result<http::Response> download_text(Services& services, http::Exchange& exchange)
{
    auto const year = TRY(number_in_path(exchange, "year"));
    auto const number = TRY(number_in_path(exchange, "version"));
    auto text = TRY(db::read(services.db, [&](db::ReadTx& tx) { return text_of(tx, services.city, year, number); }));
    return http::Response::download(std::move(text), "application/toml", std::to_string(year) + "-versi-" + std::to_string(number) + ".toml");
}

Result<http::Response> load_page(Services& services, http::Exchange const& exchange, html::FormState const& form)
{
    auto const city = TRY(db::read(services.db, [&](db::ReadTx& tx) { return territory::city(tx, services.city); }));
    LoadPage page {.frame = screens::frame(services, exchange, tr("Masukkan versi aturan"), crumbs(tr("Masukkan versi aturan"))), .form = form, .shipped = {}};
    for (auto const& shipped : shipped_packs())
        if (shipped.city == city.code)
            page.shipped.push_back(
                {"/aturan/muat?bawaan=" + std::to_string(shipped.year), tr("Aturan bawaan {year}", {{"year", std::to_string(shipped.year)}})});
    return screens::show(page);
}

Result<http::Response> show_load(Services& services, http::Exchange& exchange)
{
    auto const city = TRY(db::read(services.db, [&](db::ReadTx& tx) { return territory::city(tx, services.city); }));
    auto form = screens::fresh_form(services);
    auto const asked = exchange.request.query_value("bawaan");
    for (auto const& shipped : shipped_packs())
        if (shipped.city == city.code && std::to_string(shipped.year) == asked)
            form.set("text", std::string(shipped.text));
    return load_page(services, exchange, form);
}

/// A file that was chosen is meant, whatever stands in the field.
std::string text_of_upload(http::Upload const& upload)
{
    std::ifstream file(upload.path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return std::move(text).str();
}

Result<http::Response> load(Services& services, http::Exchange& exchange)
{
    boost::json::object extra;
    auto const* upload = exchange.request.upload("file");
    if (upload != nullptr && upload->size > 0)
        extra["text"] = text_of_upload(*upload);
    return screens::submit(services, exchange, "rules.load", extra, [&](html::FormState const& typed, Error const&) {
        auto form = typed;
        if (extra.contains("text") && is_valid_utf8(std::string_view(extra.at("text").as_string())))
            form.set("text", std::string(extra.at("text").as_string()));
        return load_page(services, exchange, form);
    });
}

Result<http::Response> release_page(Services& services, http::Exchange const& exchange, int year, int number, html::FormState const& form)
{
    auto const work = [&](db::ReadTx& tx) -> Result<ReleasePage> {
        auto const read = TRY(read_pack(tx, services.city, year, number));
        auto panels = TRY(screens::panels_of("rules.release", services, tx, &exchange.actor(), std::to_string(year) + "/" + std::to_string(number)));
        auto const title = tr("Rilis aturan {year} versi {version}", {{"year", std::to_string(year)}, {"version", std::to_string(number)}});
        return ReleasePage {.frame = screens::frame(services, exchange, title, crumbs(title)),
            .form = form,
            .title = title,
            .loaded = facts_of(read.stored, services.zone),
            .note = read.stored.note,
            .compared = read.before ? tr("Dibanding versi {version} yang berlaku", {{"version", std::to_string(read.in_force)}}) : std::string {},
            .first = read.before == nullptr,
            .differences = read.before ? lines_of(differences(*read.before, *read.pack)) : std::vector<DifferenceLine> {},
            .panels = std::move(panels),
            .pack_href = pack_href(year, number)};
    };
    auto const page = TRY(db::read(services.db, work));
    return screens::show(page);
}

Result<http::Response> show_release(Services& services, http::Exchange& exchange)
{
    auto const year = TRY(number_in_path(exchange, "year"));
    auto const number = TRY(number_in_path(exchange, "version"));
    return release_page(services, exchange, year, number, screens::fresh_form(services));
}

Result<http::Response> release(Services& services, http::Exchange& exchange)
{
    auto const year = TRY(number_in_path(exchange, "year"));
    auto const number = TRY(number_in_path(exchange, "version"));
    return screens::submit(services, exchange, "rules.release", {{"year", year}, {"version", number}},
        [&](html::FormState const& form, Error const&) { return release_page(services, exchange, year, number, form); });
}

} // namespace

std::vector<http::Route> routes(Services& services)
{
    using http::Method;
    constexpr std::uint64_t pack_body = 512 * 1024;
    return {{Method::Get, "/aturan", "signed_in", screens::page(services, show_packs), "Every version of every year's rules."},
        {Method::Get, "/aturan/muat", "rules.load", screens::page(services, show_load), "The form for a new version."},
        {Method::Post, "/aturan/muat", "rules.load", screens::page(services, load), "Puts a version in.", pack_body},
        {Method::Get, "/aturan/{year}", "signed_in", screens::page(services, show_year), "The rules in force."},
        {Method::Get, "/aturan/{year}/{version}", "signed_in", screens::page(services, show_version), "One version, every parameter with its basis."},
        {Method::Get, "/aturan/{year}/{version}/berkas", "signed_in", screens::page(services, download_text), "The pack's text."},
        {Method::Get, "/aturan/{year}/{version}/rilis", "rules.release", screens::page(services, show_release),
            "What a version changes, and the form of its release."},
        {Method::Post, "/aturan/{year}/{version}/rilis", "rules.release", screens::page(services, release), "Releases a version."}};
}

std::vector<screens::NavEntry> navigation() { return {{"signed_in", "/aturan", TR_NOOP("Aturan"), "gavel", 60, screens::NavPart::Office}}; }

std::span<std::string_view const> permissions() { return permission_names; }

} // namespace rtkeren::rules
