#include "insight/purse.hpp"

#include "insight/figures.hpp"
#include "insight/places.hpp"
#include "insight/scope.hpp"
#include "insight/words.hpp"
#include "language/language.hpp"
#include "planning/planning.hpp"
#include "screens/screens.hpp"
#include "tables/render.hpp"

namespace rtkeren::insight {
namespace {

using ledger::Stage;

tables::TableSpec entries_spec(PurseId id)
{
    using tables::Kind;
    return {.path = "/kantong/" + id.str(),
        .columns = {{.key = "occurred_on", .label = TR_NOOP("Tanggal"), .kind = Kind::Date, .sort = "occurred_on"}, {.key = "kind", .label = TR_NOOP("Kejadian"), .sort = "kind"},
            {.key = "text", .label = TR_NOOP("Uraian")}, {.key = "amount", .label = TR_NOOP("Jumlah"), .kind = Kind::Rupiah, .sort = "amount"},
            {.key = "number", .label = TR_NOOP("Nomor"), .kind = Kind::Integer, .sort = "number", .hide_on_phone = true},
            {.key = "recorded_at", .label = TR_NOOP("Dicatat"), .kind = Kind::Instant, .hide_on_phone = true}, {.key = "note", .label = TR_NOOP("Catatan")}},
        .search = true,
        .default_sort = "-number"};
}

std::string note_of(ledger::EntryRow const& row) { return row.reverses ? tr("membatalkan") : row.reversed_by ? tr("dibatalkan") : std::string {}; }

/// A page of entries, or all of them for a file. Entries of a purse are some hundred.
Result<tables::Table> entries_table(db::ReadTx& tx, Services& services, programme::Purse const& purse, tables::TableSpec const& spec, tables::ListRequest const& request)
{
    auto cut = tables::cut_of(request, spec);
    if (request.format != tables::Format::Html && request.format != tables::Format::Json)
        cut.limit = int(tables::export_rows_max);
    auto rows = TRY(ledger::entries_of_purse(tx, services.city, purse.id, cut));
    tables::Page page;
    if (rows.size() > std::size_t(cut.limit)) {
        rows.resize(std::size_t(cut.limit));
        auto const& last = rows.back();
        auto const value = cut.sort == "occurred_on" ? last.occurred_on.iso()
            : cut.sort == "kind"                     ? std::string(ledger::name_of(last.kind))
            : cut.sort == "amount"                   ? std::to_string(last.amount.value())
                                                     : std::to_string(last.number);
        page.last = {value, last.id.str()};
    }
    auto table = tables::table_of(spec, request, page);
    table.title = tr("Catatan kantong {envelope}, {unit}", {{"envelope", purse.envelope}, {"unit", purse.unit_name}});
    table.as_of = services.now();
    table.zone = services.zone;
    table.empty_title = tr("Belum ada catatan");
    table.empty_text = tr("Setiap perpindahan uang kantong ini akan terlihat di sini.");
    for (auto const& row : rows)
        table.add({row.occurred_on, entry_label(row.kind), row.text, row.amount, row.number, row.recorded_at, note_of(row)}).at("/entri/" + row.id.str()).named(row.id.str());
    return table;
}

/// What was planned for each activity, what of it was spent and what is left: the lines of the books, not of the plan.
Result<html::Safe> activities_table(db::ReadTx& tx, CityId city, PurseId id, rules::Pack const* pack)
{
    auto const amounts = TRY(ledger::category_amounts(tx, city, id));
    std::map<std::string, std::array<Rupiah, ledger::all_stages.size()>> by_category;
    for (auto const& each : amounts) {
        if (ledger::needs_category(each.stage))
            by_category[each.category].at(std::size_t(each.stage)) += each.amount;
    }
    using tables::Kind;
    tables::Table table;
    table.title = tr("Menurut kegiatan");
    table.columns = {{.key = "activity", .label = TR_NOOP("Kegiatan")}, {.key = "planned", .label = TR_NOOP("Rencana"), .kind = Kind::Rupiah, .total = true},
        {.key = "spent", .label = TR_NOOP("Terpakai"), .kind = Kind::Rupiah, .total = true}, {.key = "accepted", .label = TR_NOOP("Sudah sah"), .kind = Kind::Rupiah, .total = true},
        {.key = "left", .label = TR_NOOP("Sisa"), .kind = Kind::Rupiah, .total = true}};
    table.empty_title = tr("Belum ada kegiatan");
    table.empty_text = tr("Kegiatan muncul begitu RAB disetujui.");
    for (auto const& [category, stages] : by_category) {
        auto const at = [&stages = stages](Stage stage) { return stages.at(std::size_t(stage)); };
        auto const left = at(Stage::Rencana) + at(Stage::Kontrak) + at(Stage::Sp2d) + at(Stage::Cair);
        auto const spent = at(Stage::Belanja) + at(Stage::Sah);
        auto const* item = pack == nullptr ? nullptr : pack->menu_item(category);
        table.add({item == nullptr ? category : item->label, left + spent, spent, at(Stage::Sah), left});
    }
    return tables::write_html(table);
}

struct PurseAnswer {
    PursePage page;
    std::optional<http::Response> file;
};

Result<PurseAnswer> read_purse(db::ReadTx& tx, Services& services, http::Exchange const& exchange, PurseId id)
{
    auto const purse = TRY(programme::purse(tx, services.city, id));
    TRY(check_sees(exchange.actor(), purse.unit_code, purse.pokmas ? purse.pokmas->str() : std::string {}));
    auto const spec = entries_spec(id);
    auto list = TRY(screens::list(services, exchange, spec, [&](tables::ListRequest const& request) { return entries_table(tx, services, purse, spec, request); }));
    if (list.file)
        return PurseAnswer {{}, std::move(list.file)};
    auto const kept = TRY(ledger::purse(tx, services.city, id));
    auto const balance = TRY(ledger::balance(tx, services.city, id));
    auto const names = TRY(PlaceNames::read(tx, services.city, services.city_name, services.today()));
    auto const pack = TRY(pack_of(tx, services.city, purse.year));
    auto const words = envelope_words(pack.get(), purse.envelope);
    auto const figures = Figures::of(balance);
    PursePage page;
    page.frame.crumbs = {{with_year("/kota", purse.year), services.city_name}, {with_year(territory::href_of(purse.kelurahan), purse.year), names.name(purse.kelurahan)},
        {with_year(territory::href_of(purse.unit_code), purse.year), purse.unit_name}, {"", words.label}};
    page.title = tr("{envelope}, {unit}", {{"envelope", words.label}, {"unit", purse.unit_name}});
    page.sign = words.sign;
    page.facts = tr("{place}, tahun {year}.", {{"place", names.name(purse.kelurahan)}, {"year", std::to_string(purse.year)}}) + " " + as_of_words(services);
    page.state = purse_state_words(kept.state);
    page.state_tone = kept.state == ledger::PurseState::Open ? "ok" : kept.state == ledger::PurseState::Closed ? "" : "warn";
    page.unit_href = with_year(territory::href_of(purse.unit_code), purse.year);
    page.ceiling = figures.ceiling();
    page.flow = charts::flow({words.label, figures.stages("#h-catatan")});
    page.lines = TRY(activities_table(tx, services.city, id, pack.get()));
    page.panels = TRY(screens::panels_of("purse", services, tx, &exchange.actor(), id.text()));
    page.entries = std::move(list.html);
    return PurseAnswer {std::move(page), std::nullopt};
}

} // namespace

std::string purse_state_words(ledger::PurseState state)
{
    switch (state) {
    case ledger::PurseState::Open:
        return tr("terbuka");
    case ledger::PurseState::Closed:
        return tr("ditutup");
    case ledger::PurseState::ClosedWithDebt:
        break;
    }
    return tr("ditutup dengan utang");
}

Result<http::Response> show_purse(Services& services, http::Exchange& exchange)
{
    auto const id = PurseId::parse(exchange.parameter("id"));
    if (!id.ok())
        return Error::not_found("programme.no_purse");
    auto const work = [&](db::ReadTx& tx) { return read_purse(tx, services, exchange, *id); };
    auto answer = TRY(db::read(services.db, work));
    if (answer.file)
        return std::move(*answer.file);
    answer.page.frame = screens::frame(services, exchange, answer.page.title, std::move(answer.page.frame.crumbs));
    return screens::show(answer.page);
}

} // namespace rtkeren::insight
