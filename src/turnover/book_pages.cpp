#include "turnover/book.hpp"
#include "turnover/pages_room.hpp"

#include "tables/list.hpp"
#include "turnover/sql.hpp"

#include <algorithm>
#include <array>

namespace rtkeren::turnover {
namespace {

constexpr int usual_days_back = 60, months_shown = 6;

/// The business and day that a page is about; nothing when the owner has no business yet.
struct Opened {
    std::vector<enterprise::Business> all;
    std::optional<enterprise::Business> business;
    Date day;
};
Result<Opened> opened(db::ReadTx& tx, Services& services, http::Exchange const& exchange)
{
    Opened opened {.all = TRY(enterprise::businesses_of(tx, services.city, exchange.actor().person)), .business = {}, .day = services.today()};
    auto wanted = exchange.request.query_value("usaha");
    if (wanted.empty())
        wanted = exchange.request.form_value("business");
    auto typed = exchange.request.query_value("hari");
    if (typed.empty())
        typed = exchange.request.form_value("on");
    if (auto const day = Date::parse(typed); day.ok() && *day <= opened.day)
        opened.day = *day;
    if (wanted.empty() && !opened.all.empty())
        opened.business = opened.all.front();
    auto const found = std::ranges::find_if(opened.all, [&](enterprise::Business const& each) { return each.id.text() == wanted; });
    if (found != opened.all.end())
        opened.business = *found;
    if (!wanted.empty() && !opened.business)
        return Error::not_found("enterprise.no_business");
    return opened;
}

std::string book_href(enterprise::BusinessId business, Date day) { return "/omzet/saya?usaha=" + business.str() + "&hari=" + day.iso(); }

EntryLine line_of(Services const& services, BookEntry const& entry)
{
    auto const what = entry.is_sale ? enterprise::choice_label("channel", entry.channel) : language::word("turnover.cost." + entry.cost);
    auto const amount = (entry.is_sale ? "" : "−") + format_rupiah(entry.amount);
    return {entry.id.str(), what, entry.note, amount, format_time(entry.entered_at, services.zone), !entry.is_sale, entry.voided};
}

/// What sells most often comes first; a new book begins with small notes.
std::vector<QuickAmount> quick_amounts(std::vector<Rupiah> amounts)
{
    for (auto const amount : {5'000_rp, 10'000_rp, 20'000_rp, 50'000_rp})
        if (amounts.size() < 4 && std::ranges::find(amounts, amount) == amounts.end())
            amounts.push_back(amount);
    std::vector<QuickAmount> quick;
    for (auto const amount : amounts)
        quick.push_back({std::to_string(amount.value()), format_rupiah(amount)});
    return quick;
}

Result<void> add_months(db::ReadTx& tx, Services& services, enterprise::BusinessId business, BookPage& page)
{
    auto const since = first_day(month_before(month_of(services.today()), months_shown - 1));
    auto const months = TRY(book_months(tx, services.city, business, since));
    for (auto month = months.rbegin(); month != months.rend(); ++month)
        page.months.push_back({month_words(month->month), format_number(month->sales.value()), format_number(month->costs.value()), format_number((month->sales - month->costs).value()),
            trn("{n} hari jualan", "{n} hari jualan", month->days)});
    return Done {};
}

Result<void> add_day(db::ReadTx& tx, Services& services, enterprise::Business const& business, Date on, BookPage& page)
{
    auto const day = TRY(book_day(tx, services.city, business.id, on));
    page.sales = format_rupiah(day.sales);
    page.costs = format_rupiah(day.costs);
    page.left = format_rupiah(day.left());
    page.loss = day.left().is_negative();
    page.closed = day.closed;
    page.closed_words = day.sales.is_zero() ? tr("Hari ini dicatat tidak jualan.") : tr("Hari ini sudah ditutup. Yang tertinggal masih bisa ditambahkan.");
    page.has_sales = day.sales.is_positive();
    for (auto const& entry : day.entries)
        page.entries.push_back(line_of(services, entry));
    auto const open = TRY(open_days(tx, services.city, business.id, services.today()));
    for (auto const each : open)
        page.open_days.push_back({book_href(business.id, each), format_date_full(each, language::current()), false});
    page.quick = quick_amounts(TRY(usual_amounts(tx, services.city, business.id, services.today().plus_days(-usual_days_back))));
    return Done {};
}

void add_links(Services const& services, enterprise::Business const& business, Date day, BookPage& page)
{
    page.business_id = business.id.str();
    page.name = business.name;
    page.day = day.iso();
    page.day_words = day == services.today() ? tr("Hari ini, {day}", {{"day", format_date(day, language::current())}}) : format_date_full(day, language::current());
    page.earlier_href = book_href(business.id, day.plus_days(-1));
    if (day < services.today())
        page.later_href = book_href(business.id, day.plus_days(1));
    page.cost_href = "/omzet/saya/biaya?usaha=" + business.id.str() + "&hari=" + day.iso();
    page.book_href = "/omzet/saya/buku?usaha=" + business.id.str();
    page.figures_href = figures_href(business.id);
    page.consent_href = figures_href(business.id) + "/izin";
    page.channels = enterprise::options_of<enterprise::Channel>("channel");
    if (page.form.value("channel").empty()) {
        auto const first = std::string(split(business.channels, ',').front());
        page.form.set("channel", first.empty() ? "rumah" : first);
    }
}

Result<http::Response> show_book(Services& services, http::Exchange const& exchange, html::FormState const& form)
{
    BookPage page;
    page.form = form;
    auto const fill = [&](db::ReadTx& tx) -> Result<void> {
        auto const open = TRY(opened(tx, services, exchange));
        if (!open.business)
            return Done {};
        if (open.all.size() > 1)
            for (auto const& each : open.all)
                page.businesses.push_back({book_href(each.id, open.day), each.name, each.id == open.business->id});
        add_links(services, *open.business, open.day, page);
        TRY(add_day(tx, services, *open.business, open.day, page));
        return add_months(tx, services, open.business->id, page);
    };
    TRY(db::read(services.db, fill));
    page.frame = screens::frame(services, exchange, tr("Buku kas"));
    page.frame.help = tr("Catat setiap penjualan, atau sekali sehari jumlahnya. Hari yang ditutup menjadi catatan omzet Anda; hari tanpa penjualan ikut dihitung.");
    return screens::show(page);
}

Result<http::Response> get_book(Services& services, http::Exchange& exchange) { return show_book(services, exchange, screens::fresh_form(services)); }

Result<http::Response> post_book(Services& services, http::Exchange& exchange, std::string_view operation)
{
    boost::json::object extra;
    if (auto const quick = exchange.request.form_value("_quick"); !quick.empty())
        extra["amount"] = quick;
    return screens::submit(services, exchange, operation, extra, [&](html::FormState const& refused, Error const&) { return show_book(services, exchange, refused); });
}

Result<http::Response> post_sale(Services& services, http::Exchange& exchange) { return post_book(services, exchange, "turnover.add_sale"); }
Result<http::Response> post_close(Services& services, http::Exchange& exchange) { return post_book(services, exchange, "turnover.close_day"); }
Result<http::Response> post_void(Services& services, http::Exchange& exchange) { return post_book(services, exchange, "turnover.void_entry"); }

Result<http::Response> show_cost(Services& services, http::Exchange const& exchange, html::FormState form)
{
    auto const open = TRY(db::read(services.db, [&](db::ReadTx& tx) { return opened(tx, services, exchange); }));
    if (!open.business)
        return Error::not_found("enterprise.no_business");
    CostPage page;
    page.frame = screens::frame(services, exchange, tr("Catat biaya"), crumbs(exchange.actor(), *open.business, tr("Catat biaya")));
    page.form = std::move(form);
    page.business_id = open.business->id.str();
    page.name = open.business->name;
    page.action = "/omzet/saya/biaya";
    page.back_href = book_href(open.business->id, open.day);
    page.day_words = format_date(open.day, language::current());
    page.form.set("on", open.day.iso());
    for (auto const& [value, name] : operations::Choices<CostKind>::values)
        page.costs.push_back({std::string(name), language::word("turnover.cost." + std::string(name))});
    if (page.form.value("cost").empty())
        page.form.set("cost", "bahan");
    return screens::show(page);
}

Result<http::Response> get_cost(Services& services, http::Exchange& exchange) { return show_cost(services, exchange, screens::fresh_form(services)); }

Result<http::Response> post_cost(Services& services, http::Exchange& exchange)
{
    return screens::submit(services, exchange, "turnover.add_cost", {}, [&](html::FormState const& refused, Error const&) { return show_cost(services, exchange, refused); });
}

enum EntryColumn : std::size_t { OnDay, RowId, Kind, What, Amount, NoteColumn, EnteredAt, VoidedAt };

tables::TableSpec entries_spec(std::string const& business)
{
    using tables::Kind;
    std::vector<tables::Choice> kinds {{"sale", tr("Masuk")}, {"cost", tr("Keluar")}};
    return {.path = "/omzet/saya/buku",
        .columns = {{.key = "on", .label = TR_NOOP("Tanggal"), .kind = Kind::Date, .sort = "on_day"}, {.key = "what", .label = TR_NOOP("Apa"), .sort = "what", .width = 18},
            {.key = "in", .label = TR_NOOP("Masuk"), .kind = Kind::Rupiah, .sort = "amount", .total = true}, {.key = "out", .label = TR_NOOP("Keluar"), .kind = Kind::Rupiah, .total = true},
            {.key = "note", .label = TR_NOOP("Keterangan"), .width = 26}, {.key = "state", .label = TR_NOOP("Keadaan"), .kind = Kind::Badge}},
        .filters = {{"jenis", TR_NOOP("Masuk atau keluar"), "kind", std::move(kinds)}},
        .search = true,
        .default_sort = "-on",
        .kept = {{"usaha", business}}};
}

Result<tables::Table> entries_table(Services& services, db::ReadTx& tx, enterprise::Business const& business, tables::TableSpec const& spec, tables::ListRequest const& request)
{
    auto const page = TRY(tables::fetch_rows(tx, sql::list_entries, request, spec, services.city, business.id));
    auto table = tables::table_of(spec, request, page);
    table.title = tr("Buku kas {name}", {{"name", business.name}});
    table.zone = services.zone;
    table.filename = "buku-kas";
    table.empty_title = tr("Di sini nanti semua baris buku kas");
    table.empty_text = tr("Catat penjualan pertama di halaman buku kas.");
    for (auto const& row : page.rows) {
        auto const is_sale = row.text(Kind) == "sale";
        auto const counts = row.is_null(VoidedAt);
        auto const what = is_sale ? enterprise::choice_label("channel", row.text(What)) : language::word("turnover.cost." + row.text(What));
        auto const amount = [&](bool is_here) { return is_here && counts ? tables::Cell(row.rupiah(Amount)) : tables::Cell(); };
        table.add({row.date(OnDay), what, amount(is_sale), amount(!is_sale), row.text(NoteColumn), counts ? tables::Cell() : tables::Cell(tr("dicoret")).tone(tables::Tone::Warn)})
            .at(book_href(business.id, row.date(OnDay)))
            .named(row.text(RowId));
    }
    return table;
}

Result<http::Response> get_entries(Services& services, http::Exchange& exchange)
{
    auto const open = TRY(db::read(services.db, [&](db::ReadTx& tx) { return opened(tx, services, exchange); }));
    if (!open.business)
        return Error::not_found("enterprise.no_business");
    auto const spec = entries_spec(open.business->id.str());
    auto const fetch = [&](tables::ListRequest const& request) { return db::read(services.db, [&](db::ReadTx& tx) { return entries_table(services, tx, *open.business, spec, request); }); };
    auto answer = TRY(screens::list(services, exchange, spec, fetch));
    if (answer.file)
        return std::move(*answer.file);
    ListPage page {.frame = screens::frame(services, exchange, tr("Semua baris"), crumbs(exchange.actor(), *open.business, tr("Semua baris"))), .title = tr("Semua baris"), .lead = open.business->name,
        .actions = {}, .table = std::move(answer.html)};
    return screens::show(page);
}

} // namespace

std::vector<http::Route> book_routes(Services& services)
{
    using enum http::Method;
    return {
        {Get, "/omzet/saya", "turnover.own", screens::page(services, get_book), "One's own cash book of a day"},
        {Post, "/omzet/saya", "turnover.own", screens::page(services, post_sale), "Write a sale into one's own cash book"},
        {Post, "/omzet/saya/tutup", "turnover.own", screens::page(services, post_close), "Close a day of one's own cash book, or say that nothing was sold"},
        {Post, "/omzet/saya/coret", "turnover.own", screens::page(services, post_void), "Strike a line out of one's own cash book"},
        {Get, "/omzet/saya/biaya", "turnover.own", screens::page(services, get_cost), "Form of a cost"},
        {Post, "/omzet/saya/biaya", "turnover.own", screens::page(services, post_cost), "Write a cost into one's own cash book"},
        {Get, "/omzet/saya/buku", "turnover.own", screens::page(services, get_entries), "All lines of one's own cash book"},
    };
}

} // namespace rtkeren::turnover
