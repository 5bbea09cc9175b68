#include "turnover/list_pages.hpp"

#include "screens/import.hpp"
#include "turnover/sql.hpp"

namespace rtkeren::turnover {
namespace {

enum RecordColumn : std::size_t { RecordedAt, RowId, BusinessName, NameFold, BusinessColumn, FromDay, ToDay, ChannelColumn, MethodColumn, Amount, RecordedByName, Flagged, MonthColumn, Standing };

std::string standing_label(std::string_view standing) { return standing == "counts" ? tr("Dihitung") : standing == "replaced" ? tr("Sudah diganti") : tr("Penarikan"); }

template<class Enum>
std::vector<tables::Choice> choices_of(std::string_view kind)
{
    std::vector<tables::Choice> choices;
    for (auto& option : enterprise::options_of<Enum>(kind))
        choices.push_back({std::move(option.value), std::move(option.label)});
    return choices;
}

/// Businesses whose owners let one look.
Result<std::vector<Choice>> allowed(db::ReadTx& tx, Services& services, Actor const& actor)
{
    std::vector<Choice> choices;
    auto const rows = TRY(tx.run(sql::consents_to_officer, services.city, actor.person, services.today()));
    for (auto const& row : rows)
        choices.push_back({figures_href(row.id<enterprise::BusinessId>(0)), tr("Omzet {name}", {{"name", row.text(1)}}), false});
    return choices;
}

Result<http::Response> get_own_records(Services& services, http::Exchange& exchange)
{
    auto const spec = records_spec("/omzet/catatan", true);
    auto const fetch = [&](tables::ListRequest const& request) {
        return db::read(services.db, [&](db::ReadTx& tx) -> Result<tables::Table> {
            auto asked = request;
            auto const month = taken_month(asked);
            auto const page = TRY(tables::fetch_rows(tx, sql::list_own_records, asked, spec, services.city, exchange.actor().person, month));
            return records_table(services, spec, request, page, true);
        });
    };
    auto answer = TRY(screens::list(services, exchange, spec, fetch));
    if (answer.file)
        return std::move(*answer.file);
    ListPage page {.frame = screens::frame(services, exchange, tr("Catatan omzet")), .title = tr("Catatan omzet"), .lead = tr("Yang Anda catat sendiri. Catatan orang lain tidak terlihat di sini."),
        .actions = TRY(db::read(services.db, [&](db::ReadTx& tx) { return allowed(tx, services, exchange.actor()); })), .table = std::move(answer.html)};
    page.frame.help = tr("Untuk mencatat, buka usahanya di daftar UMKM lalu pilih “Catat omzet”.");
    page.actions.push_back({"/umkm", tr("Cari usaha"), false});
    if (exchange.actor().has("turnover.import"))
        page.actions.push_back({"/omzet/impor", tr("Impor"), false});
    return screens::show(page);
}

} // namespace

std::string taken_month(tables::ListRequest& request)
{
    auto month = request.filter("bulan");
    std::erase_if(request.filters, [](auto const& filter) { return filter.first == "bulan"; });
    return month;
}

tables::TableSpec records_spec(std::string path, bool names_business)
{
    using tables::Kind;
    tables::TableSpec spec {.path = std::move(path),
        .columns = {{.key = "from", .label = TR_NOOP("Dari"), .kind = Kind::Date, .sort = "from_day"}, {.key = "to", .label = TR_NOOP("Sampai"), .kind = Kind::Date, .sort = "to_day"},
            {.key = "channel", .label = TR_NOOP("Dijual lewat"), .sort = "channel"}, {.key = "method", .label = TR_NOOP("Dari mana angkanya"), .sort = "method", .width = 18},
            {.key = "amount", .label = TR_NOOP("Penjualan"), .kind = Kind::Rupiah, .sort = "amount"}, {.key = "flag", .label = TR_NOOP("Tanda"), .kind = Kind::Badge, .sort = "flagged"},
            {.key = "standing", .label = TR_NOOP("Keadaan"), .kind = Kind::Badge, .sort = "standing"}, {.key = "by", .label = TR_NOOP("Dicatat oleh"), .hide_on_phone = true},
            {.key = "recorded_at", .label = TR_NOOP("Dicatat"), .kind = Kind::Instant, .sort = "recorded_at", .hide_on_phone = true}},
        .filters = {{"lewat", TR_NOOP("Dijual lewat"), "channel", choices_of<enterprise::Channel>("channel")}, {"cara", TR_NOOP("Dari mana angkanya"), "method", choices_of<enterprise::Method>("method")},
            {"keadaan", TR_NOOP("Keadaan"), "standing", {{"counts", standing_label("counts")}, {"replaced", standing_label("replaced")}, {"withdrawn", standing_label("withdrawn")}}},
            {"tanda", TR_NOOP("Tanda"), "flagged", {{"flagged", tr("Dengan tanda periksa")}, {"none", tr("Tanpa tanda")}}}, {"bulan", TR_NOOP("Bulan"), "month", {}}},
        .search = true,
        .default_sort = "-from"};
    if (names_business)
        spec.columns.insert(spec.columns.begin(), {.key = "name", .label = TR_NOOP("Usaha"), .sort = "name_fold", .width = 24});
    return spec;
}

tables::Table records_table(Services const& services, tables::TableSpec const& spec, tables::ListRequest const& request, tables::Page const& page, bool names_business)
{
    auto table = tables::table_of(spec, request, page);
    table.title = tr("Catatan omzet");
    table.zone = services.zone;
    table.filename = "catatan-omzet";
    table.empty_title = tr("Di sini nanti catatan penjualan");
    table.empty_text = tr("Setiap catatan menyebut masanya, lewat apa dijual, dan dari mana angkanya.");
    table.notes.push_back(tr("Cara yang berbeda tidak dijumlahkan: hari yang sama bisa tercatat dengan beberapa cara."));
    for (auto const& row : page.rows) {
        std::vector<tables::Cell> cells;
        if (names_business)
            cells.emplace_back(row.text(BusinessName));
        cells.emplace_back(row.date(FromDay));
        cells.emplace_back(row.date(ToDay));
        cells.emplace_back(enterprise::choice_label("channel", row.text(ChannelColumn)));
        cells.emplace_back(enterprise::choice_label("method", row.text(MethodColumn)));
        cells.emplace_back(row.rupiah(Amount));
        cells.push_back(row.text(Flagged) == "flagged" ? tables::Cell(tr("Periksa")).tone(tables::Tone::Warn) : tables::Cell());
        cells.push_back(tables::Cell(standing_label(row.text(Standing))).tone(row.text(Standing) == "counts" ? tables::Tone::Ok : tables::Tone::None));
        cells.emplace_back(row.text(RecordedByName));
        cells.emplace_back(row.instant(RecordedAt));
        table.add(std::move(cells)).at("/omzet/catatan/" + row.text(RowId)).named(row.text(RowId));
    }
    return table;
}

std::vector<http::Route> list_routes(Services& services)
{
    auto all = screens::import_routes(services, turnover_sheet());
    all.push_back({http::Method::Get, "/omzet/catatan", "turnover.record", screens::page(services, get_own_records), "Records of turnover that one made oneself"});
    return all;
}

} // namespace rtkeren::turnover
