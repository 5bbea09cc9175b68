#include "ladder/board_choices.hpp"
#include "ladder/kept_picture.hpp"
#include "ladder/pages_room.hpp"

#include "charts/charts.hpp"
#include "tables/render.hpp"

#include <algorithm>

/// The board: how many wait at which step, for how long, whose move it is. Every number leads to its rows.
namespace rtkeren::ladder {
namespace {

using tables::Kind;

struct Asked {
    Scope scope;
    std::string kind, whose;
};

/// The words of a link that keep what the board was asked for.
std::vector<std::pair<std::string, std::string>> kept(Asked const& asked) { return {{"kelurahan", asked.scope.kelurahan}, {"jenis", asked.kind}, {"giliran", asked.whose}}; }

std::string rows_href(Asked const& asked, std::vector<std::pair<std::string, std::string>> more)
{
    for (auto const& each : kept(asked)) {
        auto const is_there = std::ranges::any_of(more, [&](auto const& filter) { return filter.first == each.first; });
        if (!is_there)
            more.push_back(each);
    }
    return list_href(more);
}

std::vector<tables::Column> columns_of(std::string label)
{
    std::vector<tables::Column> columns {{.key = "key", .label = std::move(label), .width = 26}, {.key = "products", .label = TR_NOOP("Produk"), .kind = Kind::Integer, .total = true},
        {.key = "businesses", .label = TR_NOOP("Usaha"), .kind = Kind::Integer}, {.key = "median", .label = TR_NOOP("Median (hari)"), .kind = Kind::Integer},
        {.key = "longest", .label = TR_NOOP("Terlama (hari)"), .kind = Kind::Integer}};
    return columns;
}

tables::Cell count_cell(std::int64_t count, std::string href) { return count == 0 ? tables::Cell(0) : tables::Cell(count).link(std::move(href)); }

/// Rows by something, each number leading to what it counts.
template<class NameOf>
html::Safe table_by(Asked const& asked, std::vector<BoardRow> const& rows, std::string label, std::string const& filter, NameOf const& name_of)
{
    tables::Table table;
    table.cards_on_phone = false;
    table.columns = columns_of(std::move(label));
    for (auto const& row : rows)
        table.add({name_of(row.key), count_cell(row.products, rows_href(asked, {{filter, row.key}})), row.businesses, row.median_days,
            tables::Cell(row.longest_days).link("/produk/" + row.longest_product)});
    return tables::write_html(table);
}

html::Safe steps_table(Asked const& asked, Board const& board)
{
    tables::Table table;
    table.cards_on_phone = false;
    table.columns = columns_of(TR_NOOP("Langkah dan giliran"));
    for (std::size_t band = 0; band < band_count; ++band)
        table.columns.push_back({.key = "band_" + std::to_string(band), .label = band_name(band), .kind = Kind::Integer, .hide_on_phone = true});
    auto const cells = [&](std::string name, BoardRow const& row, std::vector<std::pair<std::string, std::string>> const& filters) {
        std::vector<tables::Cell> all {std::move(name), count_cell(row.products, rows_href(asked, filters)), row.businesses, row.median_days,
            tables::Cell(row.longest_days).link("/produk/" + row.longest_product)};
        for (std::size_t band = 0; band < band_count; ++band) {
            auto with_age = filters;
            with_age.emplace_back("umur", std::to_string(band));
            all.push_back(count_cell(row.bands.at(band), rows_href(asked, with_age)));
        }
        return all;
    };
    for (auto const& step : board.steps) {
        table.add_group(step_name(step.key));
        for (auto const& move : board.moves)
            if (move.key.starts_with(step.key + "/")) {
                auto const whose = move.key.substr(step.key.size() + 1);
                table.add(cells(whose_name(whose), move, {{"langkah", step.key}, {"giliran", whose}}));
            }
        table.add_subtotal(cells(tr("Semua yang menunggu {step}", {{"step", step_name(step.key)}}), step, {{"langkah", step.key}}));
    }
    return tables::write_html(table);
}

html::Safe step_chart(Asked const& asked, Board const& board)
{
    std::vector<charts::Bar> bars;
    for (auto const& step : board.steps)
        bars.push_back({step_name(step.key), step.products, rows_href(asked, {{"langkah", step.key}})});
    return charts::bars(tr("Produk yang menunggu, per langkah"), bars, charts::Unit::Count);
}

html::Safe age_chart(Asked const& asked, Board const& board)
{
    std::vector<charts::Bar> bars;
    for (std::size_t band = 0; band < band_count; ++band)
        bars.push_back({band_name(band), board.all.bands.at(band), rows_href(asked, {{"umur", std::to_string(band)}})});
    return charts::bars(tr("Sudah berapa lama menunggu"), bars, charts::Unit::Count);
}

bool is_asked_for(Asked const& asked, Waiting const& each)
{
    auto const* step = each.now();
    return (asked.kind.empty() || each.product.kind == asked.kind) && (asked.whose.empty() || (step && step->whose == asked.whose));
}

/// The products of a board that was asked for.
std::vector<Waiting const*> asked_for(Asked const& asked, Picture const& picture)
{
    std::vector<Waiting const*> all;
    for (auto const& each : picture.products)
        if (is_asked_for(asked, each))
            all.push_back(&each);
    return all;
}

/// What stands after the papers that the law asks for. One product may lack several of them.
void add_after(BoardPage& page, std::vector<Waiting const*> const& products)
{
    std::int64_t complete = 0, label = 0, gtin = 0, brand = 0;
    for (auto const* each : products) {
        if (each->now())
            continue;
        ++complete;
        label += each->product.label_status == "complete" ? 0 : 1;
        gtin += each->product.gtin.empty() ? 1 : 0;
        brand += each->lacks_brand ? 1 : 0;
    }
    page.after = {{tr("Label belum lengkap"), format_number(label), list_href({{"sesudah", "label"}, {"kelurahan", page.form.value("kelurahan")}, {"jenis", page.form.value("jenis")}})},
        {tr("Belum punya kode batang (GTIN)"), format_number(gtin), list_href({{"sesudah", "gtin"}, {"kelurahan", page.form.value("kelurahan")}, {"jenis", page.form.value("jenis")}})},
        {tr("Merek belum terbukti"), format_number(brand), list_href({{"sesudah", "merek"}, {"kelurahan", page.form.value("kelurahan")}, {"jenis", page.form.value("jenis")}})}};
    page.after_note = tr("Dari {count:n} produk yang izin wajibnya lengkap. Satu produk bisa kurang lebih dari satu hal.", {{"count", std::to_string(complete)}});
}

void add_stats(BoardPage& page, Asked const& asked, Picture const& picture, std::int64_t products, Board const& board)
{
    auto const businesses = asked.kind.empty() && asked.whose.empty();
    page.stats = {{tr("Produk menunggu izin, dari {all:n}", {{"all", std::to_string(products)}}), format_number(board.all.products), rows_href(asked, {})},
        {tr("Usaha yang menunggu"), format_number(board.all.businesses), rows_href(asked, {})},
        {tr("Median menunggu"), days_words(board.all.median_days), rows_href(asked, {})},
        {tr("Izin wajib lengkap"), format_number(products - board.all.products), list_href({{"sesudah", "semua"}, {"kelurahan", asked.scope.kelurahan}, {"jenis", asked.kind}})}};
    if (businesses)
        page.stats.push_back({tr("Usaha tanpa produk tercatat, dari {all:n}", {{"all", std::to_string(picture.businesses)}}), format_number(picture.without_product),
            "/penghalang/tanpa-produk" + (asked.scope.kelurahan.empty() ? std::string {} : "?kelurahan=" + asked.scope.kelurahan)});
}

Result<Asked> asked_of(db::ReadTx& tx, Services const& services, http::Exchange const& exchange)
{
    auto scope = TRY(scope_of(tx, services, exchange.actor(), exchange.request.query_value("kelurahan")));
    Asked asked {std::move(scope), exchange.request.query_value("jenis"), exchange.request.query_value("giliran")};
    auto const knows = [](std::vector<tables::Choice> const& choices, std::string const& value) { return value.empty() || std::ranges::find(choices, value, &tables::Choice::value) != choices.end(); };
    if (!knows(kind_choices(), asked.kind))
        return Error::field("jenis", "list.filter", asked.kind);
    if (!knows(whose_choices(), asked.whose))
        return Error::field("giliran", "list.filter", asked.whose);
    return asked;
}

BoardPage present(Services const& services, Asked const& asked, Picture const& picture)
{
    auto const products = asked_for(asked, picture);
    auto const today = services.today();
    auto const waits = waits_of(products, today);
    auto const board = board_of(waits, paper_order, today);
    BoardPage page;
    page.form.values = kept(asked);
    page.kelurahan = options_of(asked.scope.choices);
    page.kinds = options_of(kind_choices());
    page.desks = options_of(whose_choices());
    page.as_of = date_words(today);
    page.has_waits = board.all.products > 0;
    add_stats(page, asked, picture, std::ssize(products), board);
    page.list_href = rows_href(asked, {});
    page.clinic_href = "/penghalang/klinik" + (asked.scope.kelurahan.empty() ? std::string {} : "?kelurahan=" + asked.scope.kelurahan);
    page.chart = step_chart(asked, board);
    page.ages = age_chart(asked, board);
    page.steps = steps_table(asked, board);
    page.desk_table = table_by(asked, board.desks, TR_NOOP("Giliran"), "giliran", [](std::string const& key) { return whose_name(key); });
    page.places = table_by(asked, board.places, TR_NOOP("Kelurahan"), "kelurahan", [&](std::string const& key) {
        auto const found = std::ranges::find(asked.scope.choices, key, &tables::Choice::value);
        return found == asked.scope.choices.end() ? key : found->label;
    });
    page.kind_table = table_by(asked, board.kinds, TR_NOOP("Jenis produk"), "jenis", [](std::string const& key) { return kind_name(key); });
    if (asked.whose.empty())
        add_after(page, products);
    return page;
}

Result<BoardPage> read_page(db::ReadTx& tx, Services const& services, http::Exchange const& exchange)
{
    auto const asked = TRY(asked_of(tx, services, exchange));
    auto const picture = TRY(kept_picture(tx, services, asked.scope.places));
    return present(services, asked, *picture);
}

Result<http::Response> get_board(Services& services, http::Exchange& exchange)
{
    auto page = TRY(db::read(services.db, [&](db::ReadTx& tx) { return read_page(tx, services, exchange); }));
    page.frame = screens::frame(services, exchange, tr("Penghalang"), {{"", tr("Penghalang")}});
    page.frame.help = tr("Produk dihitung di langkah wajib pertama yang belum terbukti, sejak langkah sebelumnya terbukti atau sejak produknya dicatat; yang sudah diajukan, sejak diajukan.");
    return screens::show(page);
}

} // namespace

std::vector<http::Route> board_routes(Services& services)
{
    using enum http::Method;
    std::vector<http::Route> all {{Get, "/penghalang", "enterprise.read", screens::page(services, get_board), "Which step blocks how many products, for how long, whose move it is"}};
    for (auto& route : waiting_routes(services))
        all.push_back(std::move(route));
    return all;
}

} // namespace rtkeren::ladder
