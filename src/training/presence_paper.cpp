#include "training/presence_pages.hpp"

#include "evidence/evidence.hpp"
#include "evidence/forms.hpp"
#include "language/language.hpp"

#include <algorithm>

namespace rtkeren::training {
namespace {

Result<http::Response> show_paper(Services& services, http::Exchange const& exchange, html::FormState form)
{
    auto const read = [&](db::ReadTx& tx) -> Result<PaperPage> {
        auto const led = TRY(led_of_path(tx, services, exchange));
        PaperPage page;
        page.title = tr("Foto daftar hadir");
        page.lead = led.course.title + ", " + session_title(led.session) + ", " + session_when(led.session);
        page.back_href = href_of_session(led.session);
        page.action = exchange.request.path;
        auto const marks = TRY(presences_of_session(tx, services.city, led.session.id));
        for (auto const& seat : TRY(seats_of(tx, services.city, led.course.id))) {
            if (!seat.takes_part())
                continue;
            auto const mark = std::ranges::find(marks, seat.id, &Presence::seat);
            auto const note = mark == marks.end() ? std::string {} : mark_state(mark->present);
            page.seats.push_back({seat.id.str(), seat.name, note, form.is_chosen("seats", seat.id.str())});
        }
        page.frame = screens::frame(services, exchange, page.title, session_crumbs(led.course, led.session, page.title));
        return page;
    };
    auto page = TRY(db::read(services.db, read));
    page.file = form.value("file");
    if (!page.file.empty())
        page.file_href = evidence::href(page.file);
    page.form = std::move(form);
    return screens::show(page);
}

Result<http::Response> get_paper(Services& services, http::Exchange& exchange) { return show_paper(services, exchange, screens::fresh_form(services)); }

/// One tick alone is no list yet.
boost::json::array ticked(http::Request const& request)
{
    boost::json::array seats;
    for (auto const& [name, value] : request.form)
        if (name == "seats")
            seats.push_back(boost::json::string(value));
    return seats;
}

Result<http::Response> post_paper(Services& services, http::Exchange& exchange)
{
    auto const led = TRY(db::read(services.db, [&](db::ReadTx& tx) { return led_of_path(tx, services, exchange); }));
    boost::json::object extra {{"session", led.session.id.text()}, {"seats", ticked(exchange.request)}};
    return evidence::submit_with_file(services, exchange, "training.mark_paper", std::move(extra), "_foto",
        [&](html::FormState const& refused) { return show_paper(services, exchange, refused); });
}

constexpr std::uint64_t photo_limit = 12 * 1024 * 1024;

} // namespace

std::vector<http::Route> presence_paper_routes(Services& services)
{
    using enum http::Method;
    std::string const path = "/pelatihan/{course}/presensi/{session}/kertas";
    return {{Get, path, "signed_in", screens::page(services, get_paper), "Form for the photo of a signed list"},
        {Post, path, "signed_in", screens::page(services, post_paper), "Mark who signed the photographed list", photo_limit}};
}

} // namespace rtkeren::training
