#include "training/presence_pages.hpp"

#include "documents/document.hpp"
#include "http/site.hpp"
#include "language/language.hpp"
#include "training/sql.hpp"

#include <algorithm>
#include <map>

namespace rtkeren::training {
namespace {

Result<Course> slip_course(db::ReadTx& tx, http::Exchange const& exchange)
{
    auto const id = CourseId::parse(exchange.parameter("course"));
    if (!id.ok())
        return Error::not_found("training.no_course");
    return led_course(tx, exchange.actor(), *id);
}

/// Who has a slip, and since when.
Result<std::vector<SlipLine>> slip_lines(db::ReadTx& tx, Services const& services, CourseId course)
{
    std::map<SeatId, Instant> printed;
    for (auto const& row : TRY(tx.run(sql::slips_of_course, services.city, course)))
        printed.emplace(row.id<SeatId>(0), row.instant(2));
    std::vector<SlipLine> lines;
    for (auto const& seat : TRY(seats_of(tx, services.city, course))) {
        if (!seat.takes_part())
            continue;
        auto const found = printed.find(seat.id);
        auto state = found == printed.end() ? tr("belum punya slip") : tr("dicetak {day}", {{"day", format_date_short(found->second.date_in(services.zone), language::current())}});
        lines.push_back({seat.id.str(), seat.name, std::move(state), found != printed.end()});
    }
    return lines;
}

Result<http::Response> show_slips(Services& services, http::Exchange const& exchange, html::FormState form)
{
    auto const read = [&](db::ReadTx& tx) -> Result<SlipsPage> {
        auto const found = TRY(slip_course(tx, exchange));
        SlipsPage page;
        page.seats = TRY(slip_lines(tx, services, found.id));
        page.action = href_of(found.id) + "/slip";
        auto const printed = TRY(printed_slips(tx, services, exchange.actor(), found.id));
        if (!printed.empty()) {
            page.pdf_href = href_of(found.id) + "/slip.pdf";
            page.pdf_note = trn("{n} slip siap dicetak, satu jam sejak dibuat.", "{n} slip siap dicetak, satu jam sejak dibuat.", std::ssize(printed));
        }
        page.frame = screens::frame(services, exchange, tr("Slip peserta"), {{href_of(found.id), found.title}, {"", tr("Slip peserta")}});
        return page;
    };
    auto page = TRY(db::read(services.db, read));
    page.form = std::move(form);
    return screens::show(page);
}

Result<http::Response> get_slips(Services& services, http::Exchange& exchange) { return show_slips(services, exchange, screens::fresh_form(services)); }

Result<http::Response> post_slips(Services& services, http::Exchange& exchange)
{
    boost::json::array seats;
    for (auto const& [name, value] : exchange.request.form)
        if (name == "seats")
            seats.push_back(boost::json::string(value));
    boost::json::object const extra {{"course", exchange.parameter("course")}, {"seats", std::move(seats)}};
    return screens::submit(services, exchange, "training.print_slips", extra, [&](html::FormState const& refused, Error const&) { return show_slips(services, exchange, refused); });
}

/// Several slips to a page: cut along the lines, one for each participant.
Result<std::string> slips_document(Services& services, http::Exchange const& exchange, Course const& course, std::vector<PrintedSlip> const& slips)
{
    documents::Document document({.title = tr("Slip peserta {title}", {{"title", course.title}}), .created = services.now()});
    std::vector<documents::Card> cards;
    for (auto const& slip : slips) {
        auto bars = TRY(documents::qr(http::site_of(exchange.request) + "/s/" + slip.code));
        cards.push_back({.title = short_name(slip.name), .code = slip.code, .lines = {course.title, format_date(course.starts_on, language::current()) + " – " + format_date(course.ends_on, language::current()),
                             tr("Pindai, atau buka {address} dan ketik kodenya: presensi, keberatan, sertifikat.", {{"address", http::site_of(exchange.request) + "/s"}}),
                             tr("Bawa ke tiap pertemuan. Jangan dipinjamkan.")},
            .bars = std::move(bars)});
    }
    document.cards(std::move(cards));
    return document.render();
}

Result<http::Response> get_slips_pdf(Services& services, http::Exchange& exchange)
{
    std::optional<Course> found;
    auto const read = [&](db::ReadTx& tx) -> Result<std::vector<PrintedSlip>> {
        found = TRY(slip_course(tx, exchange));
        return printed_slips(tx, services, exchange.actor(), found->id);
    };
    auto const slips = TRY(db::read(services.db, read));
    if (slips.empty())
        return Error::not_found("training.slips_gone");
    auto bytes = TRY(slips_document(services, exchange, *found, slips));
    return http::Response::download(std::move(bytes), "application/pdf", "slip.pdf");
}

} // namespace

std::vector<http::Route> slip_routes(Services& services)
{
    using enum http::Method;
    return {{Get, "/pelatihan/{course}/slip", "signed_in", screens::page(services, get_slips), "Slips of a course's participants"},
        {Post, "/pelatihan/{course}/slip", "signed_in", screens::page(services, post_slips), "Make slips"},
        {Get, "/pelatihan/{course}/slip.pdf", "signed_in", screens::page(services, get_slips_pdf), "The slips that one has just made, for printing"}};
}

} // namespace rtkeren::training
