#include "insight/figures.hpp"
#include "insight/places.hpp"
#include "insight/purse.hpp"
#include "insight/scope.hpp"
#include "insight/sql.hpp"
#include "language/language.hpp"
#include "screens/screens.hpp"
#include "tables/list.hpp"

namespace rtkeren::insight {
namespace {

using tables::Kind;

enum PurseColumn : std::size_t { RowId, Place, UnitName, Kelurahan, Envelope, State, FirstStage };
constexpr std::size_t stage_columns = 9; // pagu_awal, then each stage

tables::TableSpec purses_spec(int year, rules::Pack const* pack, std::vector<territory::Region> const& kelurahan)
{
    std::vector<tables::Choice> places, envelopes;
    for (auto const& each : kelurahan)
        places.push_back({each.code, each.name});
    for (std::size_t i = 0; pack != nullptr && i < pack->envelopes.size(); ++i)
        envelopes.push_back({pack->envelopes[i].key, pack->envelopes[i].label});
    auto const money = [](std::string key, std::string_view label, bool on_phone = false) {
        return tables::Column {.key = key, .label = std::string(label), .kind = Kind::Rupiah, .sort = key, .hide_on_phone = !on_phone, .total = true};
    };
    return {.path = "/kantong",
        .columns = {{.key = "unit", .label = TR_NOOP("Penerima"), .sort = "place"}, {.key = "kelurahan", .label = TR_NOOP("Kelurahan")},
            {.key = "envelope", .label = TR_NOOP("Kantong"), .sort = "envelope"}, {.key = "state", .label = TR_NOOP("Keadaan"), .kind = Kind::Badge, .sort = "state"},
            money("pagu_awal", TR_NOOP("Pagu awal"), true), money("pagu", TR_NOOP("Pagu")), money("rencana", TR_NOOP("Rencana")), money("kontrak", TR_NOOP("Kontrak")),
            money("cair", TR_NOOP("Cair"), true), money("belanja", TR_NOOP("Belanja")), money("sah", TR_NOOP("Sah"), true), money("kembali", TR_NOOP("Kembali")),
            money("batal", TR_NOOP("Batal"))},
        .filters = {{.name = "kelurahan", .label = TR_NOOP("Kelurahan"), .column = "kelurahan", .choices = std::move(places)},
            {.name = "kantong", .label = TR_NOOP("Kantong"), .column = "envelope", .choices = std::move(envelopes)},
            {.name = "keadaan", .label = TR_NOOP("Keadaan"), .column = "state",
                .choices = {{"open", tr("terbuka")}, {"closed", tr("ditutup")}, {"closed_with_debt", tr("ditutup dengan utang")}}}},
        .search = true,
        .default_sort = "unit",
        .kept = {{"tahun", std::to_string(year)}}};
}

struct Asked {
    int year {0};
    std::shared_ptr<rules::Pack const> pack;
    tables::TableSpec spec;
};

Result<Asked> asked_of(db::ReadTx& tx, Services& services, http::Exchange const& exchange, Reach const& reach)
{
    auto const year = TRY(programme::year_or_current(tx, services.city, exchange.request.query_value("tahun")));
    auto const pack = TRY(pack_of(tx, services.city, year.year));
    auto const kelurahan = TRY(territory::regions(tx, services.city, territory::Level::Kelurahan, reach.place, services.today()));
    return Asked {year.year, pack, purses_spec(year.year, pack.get(), kelurahan)};
}

tables::Cell state_cell(std::string const& state)
{
    for (auto const each : {ledger::PurseState::Open, ledger::PurseState::Closed, ledger::PurseState::ClosedWithDebt})
        if (state == ledger::name_of(each))
            return tables::Cell(purse_state_words(each)).tone(each == ledger::PurseState::Open ? tables::Tone::Ok : each == ledger::PurseState::Closed ? tables::Tone::None : tables::Tone::Warn);
    return {};
}

Result<tables::Table> purses_table(db::ReadTx& tx, Services& services, Asked const& asked, Reach const& reach, tables::ListRequest const& request)
{
    auto const names = TRY(PlaceNames::read(tx, services.city, services.city_name, services.today()));
    auto const range = range_of(reach.pokmas.empty() ? reach.place : std::string {});
    auto const page = TRY(tables::fetch_rows(tx, sql::list_purses, request, asked.spec, services.city, asked.year, range.first, range.after, reach.pokmas));
    auto table = tables::table_of(asked.spec, request, page);
    table.title = tr("Kantong {year}", {{"year", std::to_string(asked.year)}});
    table.as_of = services.now();
    table.zone = services.zone;
    table.filename = "kantong-" + std::to_string(asked.year);
    table.empty_title = tr("Di sini nanti daftar kantong");
    table.empty_text = tr("Setiap penerima mendapat kantongnya saat tahun dibuka.");
    for (auto const& row : page.rows) {
        std::vector<tables::Cell> cells {row.text(UnitName), names.name(row.text(Kelurahan)), envelope_words(asked.pack.get(), row.text(Envelope)).label, state_cell(row.text(State))};
        for (std::size_t i = 0; i < stage_columns; ++i) {
            auto const amount = row.rupiah(FirstStage + i);
            cells.push_back(amount.is_zero() ? tables::Cell() : tables::Cell(amount));
        }
        table.add(std::move(cells)).at("/kantong/" + row.text(RowId)).named(row.text(RowId));
    }
    return table;
}

} // namespace

Result<http::Response> show_purses(Services& services, http::Exchange& exchange)
{
    ListPage page;
    auto const work = [&](db::ReadTx& tx) -> Result<screens::ListAnswer> {
        auto const reach = reach_of(exchange.actor());
        auto const asked = TRY(asked_of(tx, services, exchange, reach));
        page.title = tr("Kantong {year}", {{"year", std::to_string(asked.year)}});
        page.years = TRY(year_choices(tx, services.city, "/kantong", asked.year));
        return screens::list(services, exchange, asked.spec, [&](tables::ListRequest const& request) { return purses_table(tx, services, asked, reach, request); });
    };
    auto answer = TRY(db::read(services.db, work));
    if (answer.file)
        return std::move(*answer.file);
    page.frame = screens::frame(services, exchange, page.title);
    page.facts = tr("Setiap baris satu kantong: berapa yang diberikan dan di tahap mana uangnya.") + " " + as_of_words(services);
    page.list = std::move(answer.html);
    return screens::show(page);
}

} // namespace rtkeren::insight
