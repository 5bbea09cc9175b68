#include "training/pages_room.hpp"

#include "evidence/evidence.hpp"

namespace rtkeren::training {
namespace {

Result<Course> course_to_staff(db::ReadTx& tx, Services& services, http::Exchange const& exchange)
{
    auto const found = TRY(readable_course(tx, exchange.actor(), services.city, exchange.parameter("id")));
    return manageable(tx, exchange.actor(), services.city, found.id);
}

Result<http::Response> show_trainer_form(Services& services, http::Exchange const& exchange, html::FormState form)
{
    auto const read = [&](db::ReadTx& tx) -> Result<TrainerFormPage> {
        auto const course = TRY(course_to_staff(tx, services, exchange));
        TrainerFormPage made {screens::frame(services, exchange, tr("Catat pengajar"), course_crumbs(course, tr("Catat pengajar"))), std::move(form), exchange.request.path, href_of(course.id)};
        made.no_nik = enterprise::options_of<enterprise::NoNik>("no_nik");
        made.ranks = {{"1", tr("Golongan I")}, {"2", tr("Golongan II")}, {"3", tr("Golongan III")}, {"4", tr("Golongan IV")}};
        made.places = TRY(living_places(tx, services, {}));
        return made;
    };
    auto const page = TRY(db::read(services.db, read));
    return screens::show(page);
}

Result<http::Response> get_trainer_form(Services& services, http::Exchange& exchange) { return show_trainer_form(services, exchange, screens::fresh_form(services)); }

Result<http::Response> post_trainer_form(Services& services, http::Exchange& exchange)
{
    auto const course = TRY(db::read(services.db, [&](db::ReadTx& tx) { return course_to_staff(tx, services, exchange); }));
    boost::json::object extra {{"course", course.id.text()}};
    for (auto const& file : TRY(evidence::store_uploads(services, exchange.actor(), exchange.request)))
        extra["cv"] = file.stored.sha256;
    return screens::submit(services, exchange, "training.add_trainer", extra, [&](html::FormState const& refused, Error const&) { return show_trainer_form(services, exchange, refused); });
}

Result<Trainer> trainer_of_path(db::ReadTx& tx, Services& services, http::Exchange const& exchange, Course const& course)
{
    auto const id = TrainerId::parse(exchange.parameter("trainer"));
    if (!id.ok())
        return Error::not_found("training.no_trainer");
    auto found = TRY(trainer(tx, services.city, *id));
    if (found.course != course.id)
        return Error::not_found("training.no_trainer");
    return found;
}

Result<http::Response> show_removal(Services& services, http::Exchange const& exchange, html::FormState form)
{
    auto const read = [&](db::ReadTx& tx) -> Result<StepForm> {
        auto const course = TRY(course_to_staff(tx, services, exchange));
        auto const found = TRY(trainer_of_path(tx, services, exchange, course));
        auto const title = tr("Keluarkan {name}", {{"name", found.name}});
        return StepForm {screens::frame(services, exchange, title, course_crumbs(course, title)), std::move(form), title, tr("Honor yang sudah dibelanjakan tetap tercatat di belanja."),
            exchange.request.path, href_of(course.id), title, true, true};
    };
    auto const page = TRY(db::read(services.db, read));
    return screens::show(page);
}

Result<http::Response> get_removal(Services& services, http::Exchange& exchange) { return show_removal(services, exchange, screens::fresh_form(services)); }

Result<http::Response> post_removal(Services& services, http::Exchange& exchange)
{
    auto const read = [&](db::ReadTx& tx) -> Result<Trainer> {
        auto const course = TRY(course_to_staff(tx, services, exchange));
        return trainer_of_path(tx, services, exchange, course);
    };
    auto const found = TRY(db::read(services.db, read));
    return screens::submit(services, exchange, "training.remove_trainer", {{"trainer", found.id.text()}},
        [&](html::FormState const& refused, Error const&) { return show_removal(services, exchange, refused); });
}

} // namespace

std::vector<http::Route> trainer_routes(Services& services)
{
    using enum http::Method;
    return {{Get, "/pelatihan/{id}/pengajar/baru", "training.manage", screens::page(services, get_trainer_form), "Form of a trainer"},
        {Post, "/pelatihan/{id}/pengajar/baru", "training.manage", screens::page(services, post_trainer_form), "Name a trainer", enterprise::file_body_limit},
        {Get, "/pelatihan/{id}/pengajar/{trainer}/keluar", "training.manage", screens::page(services, get_removal), "Form for taking a trainer out"},
        {Post, "/pelatihan/{id}/pengajar/{trainer}/keluar", "training.manage", screens::page(services, post_removal), "Take a trainer out"}};
}

} // namespace rtkeren::training
