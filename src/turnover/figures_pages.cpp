#include "turnover/list_pages.hpp"

#include "charts/charts.hpp"
#include "enterprise/operations.hpp"
#include "tables/list.hpp"
#include "turnover/consent.hpp"
#include "turnover/sql.hpp"

#include <algorithm>
#include <set>

namespace rtkeren::turnover {
namespace {

constexpr int curve_months = 12;

using Figures = std::vector<MonthFigure>;

MonthFigure const* figure_at(Figures const& figures, std::string_view month)
{
    auto const found = std::ranges::find(figures, month, &MonthFigure::month);
    return found == figures.end() ? nullptr : &*found;
}

std::string figure_words(MonthFigure const* figure)
{
    if (figure == nullptr)
        return tr("belum ada catatan");
    return format_rupiah(figure->amount) + " (" + method_label(figure->weakest) + ")";
}

/// The last twelve months against the same months a year before: the only comparison that seasons do not spoil.
html::Safe curve(Figures const& figures, Date today)
{
    if (figures.empty())
        return {};
    charts::Series now {tr("Setahun terakhir"), {}};
    charts::Series before {tr("Setahun sebelumnya"), {}};
    for (int back = curve_months - 1; back >= 0; --back) {
        auto const month = month_before(month_of(today), back);
        auto const label = format_date_short(first_day(month), language::current()).substr(2);
        auto const value = [&](std::string const& of) {
            auto const* figure = figure_at(figures, of);
            return figure ? std::optional(figure->amount.value()) : std::nullopt;
        };
        now.points.push_back({label, value(month)});
        before.points.push_back({label, value(month_before(month, 12))});
    }
    std::vector<charts::Series> series {std::move(now)};
    if (std::ranges::any_of(before.points, [](charts::Point const& point) { return point.value.has_value(); }))
        series.push_back(std::move(before));
    return charts::line_chart(tr("Penjualan per bulan"), series, charts::Unit::Rupiah);
}

/// Against the same month of the year before, which is the owner's own past.
std::string change_words(MonthFigure const* now, MonthFigure const* before)
{
    if (now == nullptr || before == nullptr || before->amount.is_zero())
        return tr("belum bisa dibandingkan");
    auto const difference = now->amount - before->amount;
    auto words = difference.is_negative() ? tr("turun {amount}", {{"amount", format_rupiah(-difference)}}) : tr("naik {amount}", {{"amount", format_rupiah(difference)}});
    if (now->weakest != before->weakest)
        words += ". " + tr("Caranya berbeda, jadi selisihnya hanya petunjuk.");
    return words;
}

std::vector<Fact> facts_of(Figures const& figures, Date today)
{
    auto const last = month_before(month_of(today), 1);
    auto const* now = figure_at(figures, last);
    auto const* before = figure_at(figures, month_before(last, 12));
    return {{tr("Bulan ini sejauh ini"), figure_words(figure_at(figures, month_of(today)))}, {month_words(last), figure_words(now)},
        {month_words(month_before(last, 12)), figure_words(before)}, {tr("Dibanding setahun sebelumnya"), change_words(now, before)}};
}

/// What the owner told the registry: this page is where an officer with consent reads it, and is noted.
void add_registered(std::vector<Fact>& facts, enterprise::Business const& business)
{
    if (business.sales_amount)
        facts.push_back({tr("Penjualan {year} menurut pendataan", {{"year", std::to_string(*business.sales_year)}}),
            format_rupiah(*business.sales_amount) + " (" + enterprise::choice_label("method", business.sales_method) + ")"});
    if (business.capital)
        facts.push_back({tr("Modal tanpa tanah dan bangunan"), format_rupiah(*business.capital)});
}

tables::TableSpec months_spec(std::string const& path)
{
    using tables::Kind;
    return {.path = path,
        .columns = {{.key = "month", .label = TR_NOOP("Bulan"), .sort = "month"}, {.key = "channel", .label = TR_NOOP("Dijual lewat"), .sort = "channel"},
            {.key = "method", .label = TR_NOOP("Dari mana angkanya"), .sort = "method", .width = 18}, {.key = "amount", .label = TR_NOOP("Penjualan"), .kind = Kind::Rupiah, .sort = "amount"},
            {.key = "days", .label = TR_NOOP("Hari tercatat"), .kind = Kind::Integer, .sort = "days"}, {.key = "taken", .label = TR_NOOP("Dipakai dalam angka bulan"), .kind = Kind::Flag}},
        .filters = {},
        .search = false,
        .default_sort = "-month"};
}

std::set<std::string> taken_of(std::vector<MonthRow> const& rows)
{
    std::set<std::string> taken;
    for (auto begin = rows.begin(); begin != rows.end();) {
        auto const end = std::find_if(begin, rows.end(), [&](MonthRow const& row) { return row.month != begin->month; });
        for (auto const& row : rows_taken(std::span(begin, end)))
            taken.insert(row.month + "." + enterprise::stored_choice(row.channel) + "." + enterprise::stored_choice(row.method));
        begin = end;
    }
    return taken;
}

Result<tables::Table> months_table(Services& services, db::ReadTx& tx, enterprise::Business const& business, tables::TableSpec const& spec, tables::ListRequest const& request)
{
    auto const page = TRY(tables::fetch_rows(tx, sql::list_months, request, spec, services.city, business.id));
    auto const taken = taken_of(TRY(month_rows_of(tx, services.city, business.id)));
    auto table = tables::table_of(spec, request, page);
    table.title = tr("Omzet {name}", {{"name", business.name}});
    table.filename = "omzet";
    table.empty_title = tr("Di sini nanti penjualan per bulan");
    table.empty_text = tr("Buku kas, laporan QRIS, dan ingatan berdiri sendiri-sendiri.");
    table.notes.push_back(tr("Angka dari cara yang berbeda tidak dijumlahkan. Untuk tiap saluran dipakai cara terkuat yang mencakup paling sedikit setengah bulan."));
    for (auto const& row : page.rows) {
        auto const key = row.text(0) + "." + row.text(2) + "." + row.text(3);
        table.add({month_words(row.text(0)), enterprise::choice_label("channel", row.text(2)), enterprise::choice_label("method", row.text(3)), row.rupiah(4), row.integer(5), taken.contains(key)})
            .at(spec.path + "/catatan?lewat=" + row.text(2) + "&cara=" + row.text(3) + "&bulan=" + row.text(0))
            .named(row.text(1));
    }
    return table;
}

Result<SeenBusiness> seen_of(Services& services, http::Exchange const& exchange)
{
    return db::read(services.db, [&](db::ReadTx& tx) { return seen_business(tx, exchange.actor(), exchange.parameter("id"), services.today()); });
}

std::string seen_note(SeenBusiness const& seen)
{
    return seen.is_owner ? std::string {} : tr("Anda melihat ini dengan izin pemilik. Pemilik tahu kapan Anda melihatnya.");
}

Result<http::Response> get_figures(Services& services, http::Exchange& exchange)
{
    auto const seen = TRY(seen_of(services, exchange));
    auto const& business = seen.business;
    TRY(note_reading(services, exchange.actor(), business, "omzet"));
    auto const spec = months_spec(figures_href(business.id));
    auto const fetch = [&](tables::ListRequest const& request) { return db::read(services.db, [&](db::ReadTx& tx) { return months_table(services, tx, business, spec, request); }); };
    auto answer = TRY(screens::list(services, exchange, spec, fetch));
    if (answer.file)
        return std::move(*answer.file);
    auto const figures = TRY(db::read(services.db, [&](db::ReadTx& tx) { return figures_of(tx, services.city, business.id); }));
    FiguresPage page {.frame = screens::frame(services, exchange, tr("Omzet"), crumbs(exchange.actor(), business, tr("Omzet"))), .name = business.name, .line = business.activity,
        .seen_note = seen_note(seen), .facts = facts_of(figures, services.today()), .actions = {{spec.path + "/catatan", tr("Semua catatan"), false}},
        .chart = curve(figures, services.today()), .table = std::move(answer.html)};
    add_registered(page.facts, business);
    if (seen.is_owner) {
        page.actions.push_back({spec.path + "/catat", tr("Catat dari kertas"), false});
        page.actions.push_back({spec.path + "/izin", tr("Siapa boleh melihat"), false});
    }
    return screens::show(page);
}

Result<http::Response> get_records(Services& services, http::Exchange& exchange)
{
    auto const seen = TRY(seen_of(services, exchange));
    TRY(note_reading(services, exchange.actor(), seen.business, "catatan"));
    auto const spec = records_spec(figures_href(seen.business.id) + "/catatan", false);
    auto const fetch = [&](tables::ListRequest const& request) {
        return db::read(services.db, [&](db::ReadTx& tx) -> Result<tables::Table> {
            auto asked = request;
            auto const month = taken_month(asked);
            auto const rows = TRY(tables::fetch_rows(tx, sql::list_records, asked, spec, services.city, seen.business.id, month));
            return records_table(services, spec, request, rows, false);
        });
    };
    auto answer = TRY(screens::list(services, exchange, spec, fetch));
    if (answer.file)
        return std::move(*answer.file);
    ListPage page {.frame = screens::frame(services, exchange, tr("Semua catatan"), crumbs(exchange.actor(), seen.business, tr("Semua catatan"))), .title = tr("Semua catatan"),
        .lead = seen.business.name, .actions = {{figures_href(seen.business.id), tr("Omzet"), false}}, .table = std::move(answer.html)};
    return screens::show(page);
}

} // namespace

std::vector<http::Route> figures_routes(Services& services)
{
    using enum http::Method;
    return {
        {Get, "/omzet/usaha/{id}", "signed_in", screens::page(services, get_figures), "What a business sold by month: for its owner and an officer with consent, who is noted"},
        {Get, "/omzet/usaha/{id}/catatan", "signed_in", screens::page(services, get_records), "Records of a business: for its owner and an officer with consent, who is noted"},
    };
}

} // namespace rtkeren::turnover
