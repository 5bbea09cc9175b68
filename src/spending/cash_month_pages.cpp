#include "spending/cash_show.hpp"

#include "ledger/reads.hpp"
#include "spending/sql.hpp"

#include <algorithm>

namespace rtkeren::spending {

namespace {

struct StateWords {
    std::string label, tone;
};
StateWords words_of(std::string_view state)
{
    if (state == "signed")
        return {tr("Ditandatangani"), "ok"};
    if (state == "awaiting")
        return {tr("Menunggu ketua"), "warn"};
    if (state == "returned")
        return {tr("Dikembalikan"), "no"};
    return {tr("Terbuka"), "info"};
}

std::string signers(MonthStatus const& status, Zone zone)
{
    std::string text;
    auto const add = [&](std::string const& name, std::optional<Instant> at) {
        if (!name.empty() && at)
            text += (text.empty() ? "" : "; ") + tr("{name}, {day}", {{"name", name}, {"day", format_date(at->date_in(zone), language::current())}});
    };
    add(status.treasurer, status.treasurer_at);
    add(status.chair, status.chair_at);
    return text;
}

/// The last twelve months, none before the purses' first year.
Result<std::vector<MonthRow>> month_rows(db::ReadTx& tx, Services& services, Desk const& desk, Month const& shown)
{
    std::vector<MonthRow> rows;
    auto month = Month::of(Month::of(services.today()).first().plus_days(-1));
    auto const first_year = desk.purses.empty() ? services.today().year() : std::ranges::min(desk.purses, {}, &ledger::Purse::year).year;
    for (int i = 0; i < 12 && month.first().year() >= first_year; ++i, month = Month::of(month.first().plus_days(-1))) {
        auto const status = TRY(month_status(tx, services.city, desk.pokmas.id, month));
        auto words = words_of(status.state);
        rows.push_back({month.str(), month_name(month), std::move(words.label), std::move(words.tone), signers(status, services.zone),
            href_of_cash(desk.pokmas.id) + "/tutup-bulan?bulan=" + month.str(), month == shown});
    }
    return rows;
}

Result<MonthPage> month_page(db::ReadTx& tx, Services& services, http::Exchange const& exchange, Month const& month, html::FormState const& form)
{
    auto const desk = TRY(readable_desk(tx, services, exchange));
    auto const book = TRY(ledger::bku(tx, services.city, desk.pokmas.id, month.first(), month.last()));
    auto const status = TRY(month_status(tx, services.city, desk.pokmas.id, month));
    auto const words = words_of(status.state);
    auto const may_sign = may_at(exchange.actor(), "spending.sign_month", desk.pokmas);
    MonthPage page;
    page.frame = cash_frame(services, exchange, desk, tr("Tutup bulan"));
    page.form = form;
    page.name = desk.pokmas.name;
    page.base = href_of_cash(desk.pokmas.id);
    page.month = month.str();
    page.label = month_name(month);
    page.state = words.label;
    page.tone = words.tone;
    page.bank = format_rupiah(book.bank);
    page.kas = format_rupiah(book.kas);
    page.panjar = format_rupiah(book.panjar);
    page.total = format_rupiah(book.closing);
    page.who = signers(status, services.zone);
    page.book_href = page.base + "/bku?bulan=" + month.str();
    page.months = TRY(month_rows(tx, services, desk, month));
    page.can_sign = may_sign && status.state != "signed" && month.last() < services.today();
    page.can_return = may_sign && status.state == "awaiting";
    page.sign_label = status.state == "awaiting" ? tr("Tanda tangani sebagai ketua") : tr("Tanda tangani sebagai bendahara");
    return page;
}

Month month_of(Services& services, std::string_view asked)
{
    auto month = Month::parse(asked);
    return month.ok() ? *month : Month::of(Month::of(services.today()).first().plus_days(-1));
}

Result<http::Response> show_month(Services& services, http::Exchange const& exchange, std::string_view asked, html::FormState const& form)
{
    auto const month = month_of(services, asked);
    auto const page = TRY(db::read(services.db, [&](db::ReadTx& tx) { return month_page(tx, services, exchange, month, form); }));
    return screens::show(page);
}

Result<http::Response> get_month(Services& services, http::Exchange& exchange)
{
    return show_month(services, exchange, exchange.request.query_value("bulan"), screens::fresh_form(services));
}

Result<http::Response> post_month(Services& services, http::Exchange& exchange, std::string_view operation)
{
    auto const again = [&](html::FormState const& form, Error const&) { return show_month(services, exchange, exchange.request.form_value("month"), form); };
    return screens::submit(services, exchange, operation, {{"pokmas", exchange.parameter("pokmas")}}, again);
}

Result<http::Response> sign_month_post(Services& services, http::Exchange& exchange) { return post_month(services, exchange, "spending.sign_month"); }
Result<http::Response> return_month_post(Services& services, http::Exchange& exchange) { return post_month(services, exchange, "spending.return_month"); }

/// Where the inbox leads: the subject is the signing.
Result<http::Response> get_signing(Services& services, http::Exchange& exchange)
{
    auto const id = Ulid::parse(exchange.parameter("id"));
    if (!id.ok())
        return Error::not_found("page.not_found");
    auto const find = [&](db::ReadTx& tx) -> Result<std::string> {
        auto const row = TRY(tx.one("page.not_found", sql::cash_month_by_id, services.city, *id));
        auto const desk = TRY(readable_desk(tx, services, exchange.actor(), row.text(0)));
        return href_of_cash(desk.pokmas.id) + "/tutup-bulan?bulan=" + row.text(1);
    };
    auto const where = TRY(db::read(services.db, find));
    return http::Response::see_other(where);
}

} // namespace

std::vector<http::Route> month_routes(Services& services)
{
    using http::Method;
    return {{Method::Get, "/kas/bulan/{id}", "signed_in", screens::page(services, get_signing), "The month that waits for a signature"},
        {Method::Get, "/kas/{pokmas}/tutup-bulan", "signed_in", screens::page(services, get_month), "Months of a cash book and their signatures"},
        {Method::Post, "/kas/{pokmas}/tutup-bulan", "spending.sign_month", screens::page(services, sign_month_post), "Sign a month"},
        {Method::Post, "/kas/{pokmas}/tutup-bulan/kembalikan", "spending.sign_month", screens::page(services, return_month_post), "Return a month"}};
}

} // namespace rtkeren::spending
