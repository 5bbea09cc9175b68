#include "enterprise/pages_room.hpp"

#include "enterprise/sql.hpp"
#include "identity/persons.hpp"
#include "tables/render.hpp"
#include "territory/territory.hpp"


namespace rtkeren::enterprise {
namespace {

enum BusinessColumn : std::size_t { NameFold, RowId, BusinessName, Brand, OwnerId, OwnerName, OwnerFold, PhoneSealed, Activity, KbliEdition, KbliCode, PlaceKindColumn, RegionCode, Kelurahan,
    ClassName, Status, Standing, StartedMonth, AsOf, Verified, Licences };

tables::TableSpec businesses_spec(std::vector<tables::Choice> kelurahan)
{
    using tables::Kind;
    return {.path = "/umkm",
        .columns = {{.key = "name", .label = TR_NOOP("Usaha"), .sort = "name_fold", .width = 26}, {.key = "owner", .label = TR_NOOP("Pemilik"), .sort = "owner_fold", .width = 22},
            {.key = "phone", .label = TR_NOOP("Telepon"), .hide_on_phone = true}, {.key = "activity", .label = TR_NOOP("Kegiatan"), .sort = "activity", .width = 22},
            {.key = "kbli", .label = TR_NOOP("KBLI"), .sort = "kbli_code", .hide_on_phone = true}, {.key = "place_kind", .label = TR_NOOP("Tempat usaha"), .sort = "place_kind", .hide_on_phone = true},
            {.key = "place", .label = TR_NOOP("Wilayah"), .sort = "region", .width = 24}, {.key = "class", .label = TR_NOOP("Kelas"), .sort = "class", .hide_on_phone = true},
            {.key = "verified", .label = TR_NOOP("Izin terbukti"), .kind = Kind::Integer, .sort = "verified"},
            {.key = "licences", .label = TR_NOOP("Izin tercatat"), .kind = Kind::Integer, .sort = "licences", .hide_on_phone = true},
            {.key = "status", .label = TR_NOOP("Keadaan"), .kind = Kind::Badge, .sort = "status"}, {.key = "standing", .label = TR_NOOP("Konfirmasi"), .kind = Kind::Badge, .sort = "standing"},
            {.key = "as_of", .label = TR_NOOP("Keadaan per"), .kind = Kind::Date, .sort = "as_of", .hide_on_phone = true}},
        .filters = {{"kelurahan", TR_NOOP("Kelurahan"), "kelurahan", std::move(kelurahan)}, {"keadaan", TR_NOOP("Keadaan"), "status", choices_of("status", {"active", "seasonal", "closed"})},
            {"konfirmasi", TR_NOOP("Konfirmasi"), "standing", choices_of("standing", {"entered", "confirmed"})},
            {"tempat", TR_NOOP("Tempat usaha"), "place_kind", choices_of("place_kind", {"rumah", "toko", "pasar", "keliling", "daring"})},
            {"kelas", TR_NOOP("Kelas"), "class", choices_of("class", {"mikro", "kecil", "menengah", "besar", "unknown"})}},
        .search = true,
        .default_sort = "name"};
}

/// Words are looked up at their beginnings in a table of their own, so the list is not searched by its text.
Result<tables::Page> fetch_page(Services& services, db::ReadTx& tx, Reach const& r, tables::TableSpec const& spec, tables::ListRequest request)
{
    auto const words = searched(services, request.q);
    request.q.clear();
    auto const& city = services.city;
    if (words.empty())
        return tables::fetch_rows(tx, sql::list_businesses, request, spec, city, r[0].first, r[0].second, r[1].first, r[1].second, r[2].first, r[2].second, r[3].first, r[3].second);
    return tables::fetch_rows(tx, sql::search_businesses, request, spec, city, r[0].first, r[0].second, r[1].first, r[1].second, r[2].first, r[2].second, r[3].first, r[3].second,
        words.first.first, words.first.second, words.second.first, words.second.second, words.third.first, words.third.second);
}

tables::Tone tone_of(std::string_view status) { return status == "closed" ? tables::Tone::No : status == "confirmed" || status == "active" ? tables::Tone::Ok : tables::Tone::Info; }

Result<tables::Table> businesses_table(Services& services, db::ReadTx& tx, Reach const& reach, tables::TableSpec const& spec, tables::ListRequest const& request)
{
    auto const page = TRY(fetch_page(services, tx, reach, spec, request));
    auto table = tables::table_of(spec, request, page);
    table.title = tr("UMKM");
    table.zone = services.zone;
    table.filename = "umkm";
    table.empty_title = tr("Di sini nanti daftar usaha");
    table.empty_text = tr("Catat usaha pertama, impor daftar, atau ubah pencarian.");
    PlaceWords places(tx, services.city);
    for (auto const& row : page.rows) {
        auto place = TRY(places.of(row.text(RegionCode)));
        auto const kbli = row.is_null(KbliCode) ? std::string {} : row.text(KbliCode) + " (" + std::to_string(row.integer(KbliEdition)) + ")";
        table
            .add({row.text(BusinessName), row.text(OwnerName), identity::shown_phone(services, row.id<PersonId>(OwnerId), row.text_or(PhoneSealed)), row.text(Activity), kbli,
                choice_label("place_kind", row.text(PlaceKindColumn)), std::move(place), choice_label("class", row.text(ClassName)), row.integer(Verified), row.integer(Licences),
                tables::Cell(choice_label("status", row.text(Status))).tone(tone_of(row.text(Status))),
                tables::Cell(choice_label("standing", row.text(Standing))).tone(tone_of(row.text(Standing))), row.date(AsOf)})
            .at("/umkm/" + row.text(RowId))
            .named(row.text(RowId));
    }
    return table;
}

Result<http::Response> get_list(Services& services, http::Exchange& exchange)
{
    auto const reach = reach_of(exchange.actor(), "enterprise.read");
    auto kelurahan = TRY(kelurahan_choices(services, exchange.actor()));
    auto const spec = businesses_spec(std::move(kelurahan));
    auto const fetch = [&](tables::ListRequest const& request) { return db::read(services.db, [&](db::ReadTx& tx) { return businesses_table(services, tx, reach, spec, request); }); };
    auto answer = TRY(screens::list(services, exchange, spec, fetch));
    if (answer.file)
        return std::move(*answer.file);
    ListPage page {screens::frame(services, exchange, tr("UMKM")), std::move(answer.html), exchange.actor().has("enterprise.write"), exchange.actor().has("enterprise.import"),
        exchange.actor().has("enterprise.merge"), exchange.actor().has("enterprise.confirm")};
    page.frame.help = tr("Cari dengan awal kata nama usaha, merek, atau pemilik; nomor telepon atau NIK dicari utuh.");
    return screens::show(page);
}

} // namespace

std::vector<http::Route> list_routes(Services& services)
{
    using enum http::Method;
    return {{Get, "/umkm", "enterprise.read", screens::page(services, get_list), "Businesses of one's territory"}};
}

} // namespace rtkeren::enterprise
