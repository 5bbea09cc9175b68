#include "training/pages_room.hpp"

#include "evidence/evidence.hpp"
#include "spending/spending.hpp"

#include <algorithm>

namespace rtkeren::training {
namespace {

constexpr std::size_t spare_materials = 4, most_materials = 40;

struct ResultSubject {
    Course course;
    StoredSeat seat;
};
Result<ResultSubject> result_subject(db::ReadTx& tx, Services& services, http::Exchange const& exchange)
{
    auto const found = TRY(readable_course(tx, exchange.actor(), services.city, exchange.parameter("id")));
    auto course = TRY(leadable(tx, exchange.actor(), services.city, found.id));
    auto const id = SeatId::parse(exchange.parameter("seat"));
    if (!id.ok())
        return Error::not_found("training.no_seat");
    auto seat = TRY(stored_seat(tx, services.city, *id));
    if (seat.course != course.id)
        return Error::not_found("training.no_seat");
    return ResultSubject {std::move(course), std::move(seat)};
}
std::string seat_href(ResultSubject const& subject) { return href_of(subject.course.id) + "/peserta/" + subject.seat.id.str(); }

// -- what a participant made ------------------------------------------------------------------------------------

std::vector<MaterialRow> material_rows(html::FormState const& form)
{
    std::vector<MaterialRow> rows;
    for (std::size_t i = 0; i < most_materials; ++i) {
        auto const name = "materials." + std::to_string(i) + ".";
        auto const what = form.value(name + "name");
        if (i >= spare_materials && what.empty())
            break;
        rows.push_back({std::to_string(i), what, form.value(name + "quantity"), form.value(name + "unit"), form.value(name + "price")});
    }
    return rows;
}

Result<http::Response> show_result_form(Services& services, http::Exchange const& exchange, html::FormState form)
{
    auto const subject = TRY(db::read(services.db, [&](db::ReadTx& tx) { return result_subject(tx, services, exchange); }));
    auto rows = material_rows(form);
    return screens::show(ResultFormPage {screens::frame(services, exchange, tr("Catat hasil"), course_crumbs(subject.course, tr("Catat hasil"))), std::move(form), subject.seat.name, exchange.request.path,
        seat_href(subject), std::move(rows)});
}

Result<http::Response> get_result_form(Services& services, http::Exchange& exchange) { return show_result_form(services, exchange, screens::fresh_form(services)); }

Result<http::Response> post_result_form(Services& services, http::Exchange& exchange)
{
    auto const subject = TRY(db::read(services.db, [&](db::ReadTx& tx) { return result_subject(tx, services, exchange); }));
    boost::json::object extra {{"seat", subject.seat.id.text()}};
    // A photo that was sent before a refusal is kept by its hash.
    auto photo = exchange.request.form_value("photo");
    for (auto const& file : TRY(evidence::store_uploads(services, exchange.actor(), exchange.request)))
        photo = file.stored.sha256;
    if (!photo.empty())
        extra["photo"] = photo;
    return screens::submit(services, exchange, "training.record_result", extra, [&](html::FormState const& refused, Error const&) {
        auto form = refused;
        form.set("photo", photo);
        return show_result_form(services, exchange, std::move(form));
    });
}

// -- what became of a participant -------------------------------------------------------------------------------

Result<http::Response> show_outcome_form(Services& services, http::Exchange const& exchange, html::FormState form)
{
    auto const read = [&](db::ReadTx& tx) -> Result<OutcomeFormPage> {
        auto const subject = TRY(result_subject(tx, services, exchange));
        OutcomeFormPage made {screens::frame(services, exchange, tr("Catat kelanjutan"), course_crumbs(subject.course, tr("Catat kelanjutan"))), std::move(form), subject.seat.name,
            exchange.request.path, seat_href(subject)};
        made.outcomes = choices_for<Outcome>("outcome");
        for (auto const& business : TRY(enterprise::businesses_of(tx, services.city, subject.seat.person)))
            made.businesses.push_back({business.id.str(), business.name + ", " + business.activity});
        if (exchange.actor().has("enterprise.write"))
            made.register_href = "/umkm/baru";
        return made;
    };
    auto const page = TRY(db::read(services.db, read));
    return screens::show(page);
}

Result<http::Response> get_outcome_form(Services& services, http::Exchange& exchange)
{
    auto form = screens::fresh_form(services);
    auto const subject = TRY(db::read(services.db, [&](db::ReadTx& tx) { return result_subject(tx, services, exchange); }));
    form.set("outcome", subject.seat.outcome);
    form.set("reason", subject.seat.outcome_reason);
    if (subject.seat.business)
        form.set("business", subject.seat.business->str());
    return show_outcome_form(services, exchange, std::move(form));
}

Result<http::Response> post_outcome_form(Services& services, http::Exchange& exchange)
{
    auto const subject = TRY(db::read(services.db, [&](db::ReadTx& tx) { return result_subject(tx, services, exchange); }));
    return screens::submit(services, exchange, "training.record_outcome", {{"seat", subject.seat.id.text()}},
        [&](html::FormState const& refused, Error const&) { return show_outcome_form(services, exchange, refused); });
}

// -- tests ------------------------------------------------------------------------------------------------------

std::string score_text(std::optional<std::int64_t> score) { return score ? std::to_string(*score) : std::string {}; }

Result<http::Response> show_scores(Services& services, http::Exchange const& exchange, html::FormState form, bool fills)
{
    auto const is_post = exchange.request.query_value("tes") == "akhir" || form.value("kind") == "post";
    auto const read = [&](db::ReadTx& tx) -> Result<ScorePage> {
        auto const found = TRY(readable_course(tx, exchange.actor(), services.city, exchange.parameter("id")));
        auto const course = TRY(leadable(tx, exchange.actor(), services.city, found.id));
        auto const path = href_of(course.id) + "/nilai";
        auto const title = is_post ? tr("Tes akhir") : tr("Tes awal");
        ScorePage made {screens::frame(services, exchange, title, course_crumbs(course, title)), std::move(form), title, path, href_of(course.id), is_post ? "post" : "pre",
            is_post ? path : path + "?tes=akhir", is_post ? tr("Tes awal") : tr("Tes akhir")};
        for (auto const& seat : TRY(seats_of(tx, services.city, course.id))) {
            if (!seat.takes_part())
                continue;
            auto const index = std::to_string(made.seats.size());
            auto const name = "scores." + index + ".";
            auto const kept = is_post ? seat.post_score : seat.pre_score;
            made.seats.push_back({index, seat.id.str(), seat.name, fills ? score_text(kept) : made.form.value(name + "score"), score_text(is_post ? seat.pre_score : seat.post_score),
                made.form.error(name + "score") + made.form.error(name + "seat")});
        }
        return made;
    };
    auto const page = TRY(db::read(services.db, read));
    return screens::show(page);
}

Result<http::Response> get_scores(Services& services, http::Exchange& exchange) { return show_scores(services, exchange, screens::fresh_form(services), true); }

Result<http::Response> post_scores(Services& services, http::Exchange& exchange)
{
    return screens::submit(services, exchange, "training.record_scores", {{"course", exchange.parameter("id")}},
        [&](html::FormState const& refused, Error const&) { return show_scores(services, exchange, refused, false); });
}

// -- what it cost -----------------------------------------------------------------------------------------------

Result<http::Response> get_costs(Services& services, http::Exchange& exchange)
{
    auto const read = [&](db::ReadTx& tx) -> Result<CostPage> {
        auto const course = TRY(readable_course(tx, exchange.actor(), services.city, exchange.parameter("id")));
        auto const cost = TRY(cost_of(tx, services.city, course));
        CostPage made {screens::frame(services, exchange, tr("Biaya"), course_crumbs(course, tr("Biaya"))), href_of(course.id), course.title};
        made.figures = {{tr("Rencana dari RAB"), format_rupiah(cost.planned)}, {tr("Dibelanjakan"), format_rupiah(cost.spent)}, {tr("Sah"), format_rupiah(cost.accepted)},
            {tr("Per peserta"), tr("{amount} ({people} peserta)", {{"amount", money_or_dash(cost.per_seat())}, {"people", std::to_string(cost.seats)}})},
            {tr("Per yang selesai"), tr("{amount} ({people} selesai)", {{"amount", money_or_dash(cost.per_finished())}, {"people", std::to_string(cost.finished)}})}};
        auto const expenses = TRY(spending::expenses_of_purse(tx, services.city, course.purse));
        for (auto const& each : cost.lines) {
            CostLine line {each.line.item, format_rupiah(each.line.amount), format_rupiah(each.spent), format_rupiah(each.accepted)};
            for (auto const& expense : expenses)
                if (expense.line == each.line.id) {
                    auto const* state = spending::expense_machine().state(expense.state);
                    line.expenses.push_back({"/belanja/" + expense.id.str(), expense.number, format_date(expense.on, language::current()), expense.supplier + ": " + expense.description,
                        format_rupiah(expense.charged - expense.undone), state ? tr(state->label) : expense.state});
                }
            made.lines.push_back(std::move(line));
        }
        return made;
    };
    auto const page = TRY(db::read(services.db, read));
    return screens::show(page);
}

} // namespace

std::vector<http::Route> result_routes(Services& services)
{
    using enum http::Method;
    return {{Get, "/pelatihan/{id}/peserta/{seat}/hasil", "training.lead", screens::page(services, get_result_form), "Form of what a participant made"},
        {Post, "/pelatihan/{id}/peserta/{seat}/hasil", "training.lead", screens::page(services, post_result_form), "Record what a participant made", enterprise::file_body_limit},
        {Get, "/pelatihan/{id}/peserta/{seat}/kelanjutan", "training.lead", screens::page(services, get_outcome_form), "Form of what became of a participant"},
        {Post, "/pelatihan/{id}/peserta/{seat}/kelanjutan", "training.lead", screens::page(services, post_outcome_form), "Record what became of a participant"},
        {Get, "/pelatihan/{id}/nilai", "training.lead", screens::page(services, get_scores), "Form of test scores"},
        {Post, "/pelatihan/{id}/nilai", "training.lead", screens::page(services, post_scores), "Record test scores"},
        {Get, "/pelatihan/{id}/biaya", "signed_in", screens::page(services, get_costs), "What a course cost, line by line to its expenses"}};
}

} // namespace rtkeren::training
