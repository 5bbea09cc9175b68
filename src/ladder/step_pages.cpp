#include "ladder/pages_room.hpp"

#include "enterprise/pages_room.hpp"
#include "evidence/evidence.hpp"
#include "evidence/forms.hpp"

/// Forms of steps that are no paper: reached, looked at, ended, written down by mistake; and the files that show them.
namespace rtkeren::ladder {
namespace {

Result<enterprise::Business> writable(Services& services, http::Exchange const& exchange)
{
    return db::read(services.db, [&](db::ReadTx& tx) -> Result<enterprise::Business> {
        auto const found = TRY(enterprise::readable(tx, exchange.actor(), exchange.parameter("id")));
        return enterprise::changeable(tx, exchange.actor(), found.id);
    });
}

Result<StepGround> asked_step(Services& services, http::Exchange const& exchange)
{
    auto const id = StepId::parse(exchange.parameter("step"));
    if (!id)
        return Error::not_found("ladder.no_step");
    return db::read(services.db, [&](db::ReadTx& tx) { return step_ground(tx, exchange.actor(), *id); });
}

std::vector<html::Crumb> crumbs(http::Exchange const& exchange, enterprise::Business const& business, std::string title)
{
    return {enterprise::crumb_above(exchange), {enterprise::href_of(business.id), business.name}, {vector_href(business.id), tr("Naik kelas")}, {"", std::move(title)}};
}

Result<http::Response> show_record(Services& services, http::Exchange const& exchange, html::FormState form)
{
    auto const business = TRY(writable(services, exchange));
    StepFormPage page;
    page.title = tr("Catat langkah");
    page.lead = business.name;
    page.frame = screens::frame(services, exchange, page.title, crumbs(exchange, business, page.title));
    page.form = std::move(form);
    if (page.form.value("on").empty())
        page.form.set("on", services.today().iso());
    page.action = exchange.request.path;
    page.back_href = vector_href(business.id);
    page.button = tr("Catat langkah");
    page.day_name = "on";
    page.day_label = tr("Tercapai tanggal");
    for (auto const& dimension : dimensions())
        for (auto const step : dimension.steps)
            page.steps.push_back({std::string(step), language::word("ladder.dimension." + std::string(dimension.code)) + ": " + step_name(step), {}, {}});
    page.asks_step = page.asks_note = page.asks_file = true;
    return screens::show(page);
}

Result<http::Response> get_record(Services& services, http::Exchange& exchange) { return show_record(services, exchange, screens::fresh_form(services)); }

Result<http::Response> post_record(Services& services, http::Exchange& exchange)
{
    auto const business = TRY(writable(services, exchange));
    return evidence::submit_with_file(services, exchange, "ladder.record_step", {{"business", business.id.text()}}, "_bukti",
        [&](html::FormState const& refused) { return show_record(services, exchange, refused); });
}

enum class StepPart { Check, End, Mistake };
StepPart part_of(http::Exchange const& exchange)
{
    if (exchange.request.path.ends_with("/cek"))
        return StepPart::Check;
    return exchange.request.path.ends_with("/berakhir") ? StepPart::End : StepPart::Mistake;
}

void word_part(StepFormPage& page, StepPart part, StepGround const& ground)
{
    switch (part) {
    case StepPart::Check:
        page.title = tr("Catat hasil pengecekan");
        page.lead = tr("{name}: {step}, menurut catatan sejak {day:date}. Dicatat {who}; yang mencatat tidak mengeceknya sendiri.",
            {{"name", ground.business.name}, {"step", step_name(ground.step.step)}, {"day", ground.step.reached_on.iso()}, {"who", ground.step.entered_by_name}});
        page.button = tr("Simpan");
        page.results = {{"seen", tr("Terbukti"), {}, {}}, {"not_seen", tr("Tidak terbukti"), {}, {}}};
        page.asks_where = page.asks_file = true;
        return;
    case StepPart::End:
        page.title = tr("Langkah ini berakhir");
        page.lead = tr("{name} tidak lagi: {step}. Catatan lamanya tetap ada.", {{"name", ground.business.name}, {"step", step_name(ground.step.step)}});
        page.button = tr("Catat berakhir");
        page.day_name = "on";
        page.day_label = tr("Sejak tanggal");
        page.asks_reason = true;
        return;
    case StepPart::Mistake:
        page.title = tr("Langkah ini salah catat");
        page.lead = tr("{name} tidak pernah: {step}. Baris ini tidak dihitung lagi.", {{"name", ground.business.name}, {"step", step_name(ground.step.step)}});
        page.button = tr("Hapus dari hitungan");
        page.asks_reason = true;
        return;
    }
}

Result<http::Response> show_part(Services& services, http::Exchange const& exchange, html::FormState form)
{
    auto const ground = TRY(asked_step(services, exchange));
    auto const part = part_of(exchange);
    auto const is_allowed = part == StepPart::Check ? may_check(exchange.actor(), ground) : may_write(exchange.actor(), ground.business);
    if (!is_allowed)
        return Error::forbidden("operation.not_allowed");
    StepFormPage page;
    word_part(page, part, ground);
    page.frame = screens::frame(services, exchange, page.title, crumbs(exchange, ground.business, page.title));
    page.form = std::move(form);
    if (!page.day_name.empty() && page.form.value("on").empty())
        page.form.set("on", services.today().iso());
    page.action = exchange.request.path;
    page.back_href = vector_href(ground.business.id);
    return screens::show(page);
}

Result<http::Response> get_part(Services& services, http::Exchange& exchange) { return show_part(services, exchange, screens::fresh_form(services)); }

Result<http::Response> post_part(Services& services, http::Exchange& exchange)
{
    auto const ground = TRY(asked_step(services, exchange));
    auto const part = part_of(exchange);
    auto const operation = part == StepPart::Check ? "ladder.check_step" : part == StepPart::End ? "ladder.lose_step" : "ladder.drop_step";
    return evidence::submit_with_file(services, exchange, operation, {{"step", ground.step.id.text()}}, "_bukti",
        [&](html::FormState const& refused) { return show_part(services, exchange, refused); });
}

/// Of a step that one may read: also for the owner, whom no office lets open evidence.
Result<http::Response> get_file(Services& services, http::Exchange& exchange)
{
    auto const ground = TRY(asked_step(services, exchange));
    auto const& file = exchange.request.path.ends_with("/bukti-cek") ? ground.step.check_file : ground.step.file;
    if (file.empty())
        return Error::not_found("ladder.no_step");
    return evidence::serve_file(services, file);
}

} // namespace

std::vector<http::Route> step_routes(Services& services)
{
    using enum http::Method;
    std::vector<http::Route> all {{Get, "/naik-kelas/{id}/langkah", "signed_in", screens::page(services, get_record), "Form of a step that a business reached"},
        {Post, "/naik-kelas/{id}/langkah", "signed_in", screens::page(services, post_record), "Record a step that a business reached", enterprise::file_body_limit},
        {Get, "/naik-kelas/langkah/{step}/cek", "enterprise.check", screens::page(services, get_part), "Form of what was found on looking at a step"},
        {Post, "/naik-kelas/langkah/{step}/cek", "enterprise.check", screens::page(services, post_part), "Record what was found on looking at a step", enterprise::file_body_limit},
        {Get, "/naik-kelas/langkah/{step}/bukti", "signed_in", screens::page(services, get_file), "What shows a step"},
        {Get, "/naik-kelas/langkah/{step}/bukti-cek", "signed_in", screens::page(services, get_file), "What somebody found who looked at a step"}};
    for (auto const* pattern : {"/naik-kelas/langkah/{step}/berakhir", "/naik-kelas/langkah/{step}/salah"}) {
        all.push_back({Get, pattern, "signed_in", screens::page(services, get_part), "Form of a step that ended or never was"});
        all.push_back({Post, pattern, "signed_in", screens::page(services, post_part), "Record that a step ended or never was"});
    }
    return all;
}

} // namespace rtkeren::ladder
