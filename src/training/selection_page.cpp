#include "training/pages_room.hpp"

#include <algorithm>

namespace rtkeren::training {
namespace {

/// What was typed for a seat: rows that say nothing were left out on the way, so it is found by the seat and not by its place.
struct TypedDecision {
    std::string decision, reason, error;
};
TypedDecision typed_for(html::FormState const& form, std::string const& seat, std::size_t rows)
{
    for (std::size_t i = 0; i < rows; ++i) {
        auto const name = "decisions." + std::to_string(i) + ".";
        if (form.value(name + "seat") == seat)
            return {form.value(name + "decision"), form.value(name + "reason"), form.error(name + "reason")};
    }
    return {};
}

Result<SelectionPage> read_selection(db::ReadTx& tx, Services& services, http::Exchange const& exchange, html::FormState form)
{
    auto const course = TRY(readable_course(tx, exchange.actor(), services.city, exchange.parameter("id")));
    TRY(manageable(tx, exchange.actor(), services.city, course.id));
    TRY(check_state(course, {"open"}));
    SelectionPage page {screens::frame(services, exchange, tr("Seleksi"), course_crumbs(course, tr("Seleksi"))), std::move(form), exchange.request.path, href_of(course.id), {}};
    auto const seats = TRY(stored_seats(tx, services.city, course.id));
    auto const doubles = doubles_in(seats);
    std::vector<Applicant> applicants;
    for (auto const& seat : seats)
        if (seat.state == "applied")
            applicants.push_back(applicant_of(seat));
    auto const proposal = propose(applicants, course.quota);
    page.may_set = services.today() > course.call_until && !applicants.empty();
    page.lead = page.may_set ? tr("{quota} tempat, {count} pendaftar. Usulan mengikuti nilai; yang sama nilainya menurut siapa lebih dulu mendaftar.",
                    {{"quota", std::to_string(course.quota)}, {"count", std::to_string(applicants.size())}})
                             : tr("Pendaftaran masih dibuka sampai {until}. Urutan ini masih bisa berubah.", {{"until", format_date(course.call_until, language::current())}});
    for (auto const& seat : seats) {
        if (seat.state != "applied")
            continue;
        auto const is_in = std::ranges::find(proposal.selected, seat.id.str()) != proposal.selected.end();
        auto const typed = typed_for(page.form, seat.id.str(), seats.size());
        CandidateLine line {seat.id.str(), seat.name, TRY(enterprise::place_words(tx, services.city, seat.region)), std::to_string(seat.points), reasons_words(seat.reasons), {},
            is_in ? word_of("decision", "selected") : word_of("decision", "waiting"), typed.reason, typed.error, choices_for<Decision>("decision"), typed.decision};
        if (auto const found = doubles.find(line.seat); found != doubles.end())
            for (auto const& kind : found->second)
                line.flags += (line.flags.empty() ? "" : ", ") + word_of("double", kind);
        if (!seat.idea.empty())
            line.reasons += " “" + seat.idea + "”";
        page.candidates.push_back(std::move(line));
    }
    return page;
}

Result<http::Response> show_selection(Services& services, http::Exchange const& exchange, html::FormState form)
{
    return screens::show(TRY(db::read(services.db, [&](db::ReadTx& tx) { return read_selection(tx, services, exchange, std::move(form)); })));
}

Result<http::Response> get_selection(Services& services, http::Exchange& exchange) { return show_selection(services, exchange, screens::fresh_form(services)); }

/// Rows that leave the proposal as it is are no decisions.
std::vector<std::pair<std::string, std::string>> decided_rows(std::vector<std::pair<std::string, std::string>> const& form)
{
    std::vector<std::pair<std::string, std::string>> kept;
    for (auto const& [name, value] : form) {
        if (!name.starts_with("decisions.")) {
            kept.emplace_back(name, value);
            continue;
        }
        auto const row = name.substr(0, name.rfind('.'));
        auto const decision = std::ranges::find(form, row + ".decision", &std::pair<std::string, std::string>::first);
        if (decision != form.end() && !decision->second.empty())
            kept.emplace_back(name, value);
    }
    return kept;
}

Result<http::Response> post_selection(Services& services, http::Exchange& exchange)
{
    auto request = exchange.request;
    request.form = decided_rows(request.form);
    http::Exchange decided {request, exchange.session, exchange.parameters, exchange.language};
    return screens::submit(services, decided, "training.select", {{"course", exchange.parameter("id")}},
        [&](html::FormState const& refused, Error const&) { return show_selection(services, exchange, refused); });
}

} // namespace

std::vector<http::Route> selection_routes(Services& services)
{
    using enum http::Method;
    return {{Get, "/pelatihan/{id}/seleksi", "training.manage", screens::page(services, get_selection), "The proposed list with points and reasons"},
        {Post, "/pelatihan/{id}/seleksi", "training.manage", screens::page(services, post_selection), "Set the list of participants"}};
}

} // namespace rtkeren::training
