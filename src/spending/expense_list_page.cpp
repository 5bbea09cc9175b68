#include "language/language.hpp"
#include "spending/expense_parts.hpp"
#include "spending/sql.hpp"
#include "tables/render.hpp"

#include <algorithm>

namespace rtkeren::spending {
namespace {

enum ExpenseColumn : std::size_t { RecordedAt, RowId, Number, OccurredOn, Place, PlaceName, KelurahanCode, EnvelopeKey, SupplierName, Description, Gross, Charged, WithheldTax, UndonePart, State, Due,
    Marks, PapersMissing };

/// Kelurahan that somebody of the city may choose between; empty where all of the list lies in one.
using Kelurahan = std::vector<territory::Region>;

tables::TableSpec expenses_spec(int year, Kelurahan const& kelurahan)
{
    using tables::Kind;
    std::vector<tables::Choice> states;
    for (auto const& state : expense_machine().states)
        states.push_back({std::string(state.name), tr(state.label)});
    std::vector<tables::Choice> places;
    for (auto const& each : kelurahan)
        places.push_back({each.code, each.name});
    tables::TableSpec spec {.path = "/belanja",
        .columns = {{.key = "number", .label = TR_NOOP("Nomor"), .sort = "number", .width = 16}, {.key = "on", .label = TR_NOOP("Tanggal nota"), .kind = Kind::Date, .sort = "occurred_on"},
            {.key = "place", .label = TR_NOOP("RT"), .sort = "place", .width = 16}, {.key = "envelope", .label = TR_NOOP("Kantong"), .sort = "envelope", .hide_on_phone = true},
            {.key = "supplier", .label = TR_NOOP("Toko atau penerima"), .sort = "supplier_name", .width = 24}, {.key = "description", .label = TR_NOOP("Uraian"), .width = 30},
            {.key = "gross", .label = TR_NOOP("Jumlah di nota"), .kind = Kind::Rupiah, .sort = "gross", .total = true},
            {.key = "withheld", .label = TR_NOOP("Pajak dipotong"), .kind = Kind::Rupiah, .hide_on_phone = true, .total = true},
            {.key = "state", .label = TR_NOOP("Keadaan"), .kind = Kind::Badge, .sort = "state"}, {.key = "due", .label = TR_NOOP("Ditunggu sampai"), .kind = Kind::Date, .sort = "due"},
            {.key = "marks", .label = TR_NOOP("Tanda"), .kind = Kind::Integer, .sort = "marks", .hide_on_phone = true},
            {.key = "papers_missing", .label = TR_NOOP("Bukti kurang"), .hide_on_phone = true}, {.key = "recorded_at", .label = TR_NOOP("Dicatat"), .kind = Kind::Instant,
                .sort = "recorded_at", .hide_on_phone = true}},
        .filters = {{"keadaan", TR_NOOP("Keadaan"), "state", states}, {"kelurahan", TR_NOOP("Kelurahan"), "kelurahan", std::move(places)}, {"pokmas", TR_NOOP("Pokmas"), "pokmas", {}},
            {"kantong", TR_NOOP("Kantong"), "envelope", {}}, {"rt", TR_NOOP("RT"), "place", {}}},
        .search = true,
        .default_sort = "-recorded_at",
        .kept = {{"tahun", std::to_string(year)}}};
    if (!kelurahan.empty())
        spec.columns.insert(spec.columns.begin() + 3, {.key = "kelurahan", .label = TR_NOOP("Kelurahan"), .width = 16});
    return spec;
}

tables::Tone tone_of_state(std::string_view state)
{
    auto const tone = expense_state_tone(state);
    return tone == "ok" ? tables::Tone::Ok : tone == "warn" ? tables::Tone::Warn : tone == "no" ? tables::Tone::No : tone == "info" ? tables::Tone::Info : tables::Tone::None;
}

std::string one_line(std::string_view lines)
{
    std::string text;
    for (auto const& line : split_lines(lines))
        text += (text.empty() ? "" : ", ") + line;
    return text;
}

void add_row(tables::Table& table, db::Row const& row, Kelurahan const& kelurahan, Date today)
{
    auto const due = row.maybe_date(Due);
    tables::Cell due_cell(due);
    if (due && *due < today)
        due_cell.tone(tables::Tone::No);
    auto const marks = row.integer(Marks);
    std::vector<tables::Cell> cells {row.text(Number), row.date(OccurredOn), row.text(PlaceName), row.text(EnvelopeKey), row.text(SupplierName), row.text(Description), row.rupiah(Gross),
        row.rupiah(WithheldTax), tables::Cell(expense_state_label(row.text(State))).tone(tone_of_state(row.text(State))), due_cell,
        marks > 0 ? tables::Cell(marks).tone(tables::Tone::Warn) : tables::Cell {}, one_line(row.text(PapersMissing)), row.instant(RecordedAt)};
    if (auto const within = std::ranges::find(kelurahan, row.text(KelurahanCode), &territory::Region::code); !kelurahan.empty())
        cells.insert(cells.begin() + 3, within == kelurahan.end() ? tables::Cell {} : tables::Cell(within->name));
    table.add(std::move(cells)).at("/belanja/" + row.text(RowId)).named(row.text(RowId));
}

Result<tables::Table> expenses_table(
    Services& services, db::ReadTx& tx, tables::TableSpec const& spec, int year, ExpenseReach const& reach, Kelurahan const& kelurahan, tables::ListRequest const& request)
{
    auto const& s = reach.stretches;
    auto const fetch = [&](auto const& query, auto const&... of) {
        return tables::fetch_rows(tx, query, request, spec, services.city, year, s[0].first, s[0].second, s[1].first, s[1].second, s[2].first, s[2].second, s[3].first, s[3].second, of...);
    };
    auto const page = TRY(reach.pokmas.empty() ? fetch(sql::list_expenses) : fetch(sql::list_expenses_of_pokmas, reach.pokmas));
    auto table = tables::table_of(spec, request, page);
    table.title = tr("Belanja {year}", {{"year", std::to_string(year)}});
    table.zone = services.zone;
    table.filename = "belanja-" + std::to_string(year);
    table.empty_title = tr("Di sini nanti daftar belanja");
    table.empty_text = tr("Mulai dari foto nota, atau ubah pencarian.");
    for (auto const& row : page.rows)
        add_row(table, row, kelurahan, services.today());
    return table;
}

Result<Kelurahan> kelurahan_of_reach(db::ReadTx& tx, Services& services, ExpenseReach const& reach)
{
    Kelurahan within;
    for (auto& each : TRY(territory::regions(tx, services.city, territory::Level::Kelurahan, "", services.today())))
        if (std::ranges::any_of(reach.stretches, [&](auto const& stretch) { return each.code >= stretch.first && each.code < stretch.second; }))
            within.push_back(std::move(each));
    return within.size() > 1 ? within : Kelurahan {};
}

Result<http::Response> get_expenses(Services& services, http::Exchange& exchange)
{
    auto const& actor = exchange.actor();
    auto const reach = expense_reach(actor);
    auto const year = TRY(db::read(services.db, [&](db::ReadTx& tx) { return programme::year_or_current(tx, services.city, exchange.request.query_value("tahun")); }));
    auto const kelurahan = TRY(db::read(services.db, [&](db::ReadTx& tx) { return kelurahan_of_reach(tx, services, reach); }));
    auto const spec = expenses_spec(year.year, kelurahan);
    auto const fetch = [&](tables::ListRequest const& request) {
        return db::read(services.db, [&](db::ReadTx& tx) { return expenses_table(services, tx, spec, year.year, reach, kelurahan, request); });
    };
    auto answer = TRY(screens::list(services, exchange, spec, fetch));
    if (answer.file)
        return std::move(*answer.file);
    ExpenseListPage page;
    page.frame = screens::frame(services, exchange, tr("Belanja"));
    page.table = std::move(answer.html);
    page.year = std::to_string(year.year);
    page.may_record = actor.has("spending.record");
    page.may_judge = actor.has("spending.accept") || actor.has("spending.check") || actor.has("spending.goods");
    auto const years = TRY(db::read(services.db, [&](db::ReadTx& tx) { return programme::years(tx, services.city); }));
    for (auto const& each : years)
        page.years.push_back({std::to_string(each.year), std::to_string(each.year)});
    return screens::show(page);
}

} // namespace

std::vector<http::Route> expense_list_routes(Services& services)
{
    return {{http::Method::Get, "/belanja", "insight.read", screens::page(services, get_expenses), "Expenses of one's territory"}};
}

} // namespace rtkeren::spending
