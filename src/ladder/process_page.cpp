#include "ladder/pages_room.hpp"

#include "enterprise/applications.hpp"

/// A desk takes a product's paper in hand, says until when, or that nothing came of it.
namespace rtkeren::ladder {
namespace {

struct ProcessGround {
    enterprise::Product product;
    enterprise::Business business;
    enterprise::StandingStep step;
    std::optional<enterprise::OpenApplication> open;
    std::vector<Word> words;
};

Result<ProcessGround> process_ground(Services& services, http::Exchange const& exchange)
{
    return db::read(services.db, [&](db::ReadTx& tx) -> Result<ProcessGround> {
        auto const id = enterprise::ProductId::parse(exchange.parameter("product"));
        if (!id)
            return Error::not_found("ladder.no_product");
        auto product = enterprise::find_product(tx, services.city, *id);
        if (!product.ok())
            return product.error().kind == ErrorKind::NotFound ? Error::not_found("ladder.no_product") : product.error();
        auto const standing = TRY(enterprise::standing_of(tx, services.city, product->business));
        auto business = TRY(enterprise::find_business(tx, services.city, standing));
        if (!may(exchange.actor(), "ladder.desk", business.region))
            return enterprise::may_read(exchange.actor(), business) ? Error::forbidden("operation.not_allowed") : Error::not_found("ladder.no_product");
        auto const way = TRY(enterprise::legal_standing(tx, services, *id));
        auto const* step = way.step(exchange.parameter("step"));
        if (step == nullptr)
            return Error::not_found("ladder.step_unknown");
        ProcessGround ground {std::move(*product), std::move(business), *step, {}, {}};
        ground.open = TRY(enterprise::open_application(tx, services.city, *id, step->step));
        if (ground.open)
            ground.words = TRY(words_of(tx, services.city, ground.open->id));
        return ground;
    });
}

std::string state_words(enterprise::StandingStep const& step)
{
    if (step.whose.empty())
        return language::word("ladder.state." + std::string(enterprise::name_of(step.state)));
    return tr("{state}. Giliran: {whose}, sejak {since:date}.",
        {{"state", language::word("ladder.state." + std::string(enterprise::name_of(step.state)))}, {"whose", whose_name(step.whose)}, {"since", step.since ? step.since->iso() : ""}});
}

void add_words(ProcessPage& page, Services const& services, ProcessGround const& ground)
{
    if (ground.open)
        page.words.push_back({tr("Diajukan"), date_words(ground.open->on), {}});
    for (auto const& word : ground.words) {
        auto text = word.number.empty() ? std::string {} : tr("Berkas {number}.", {{"number", word.number}}) + " ";
        if (word.expected_until)
            text += tr("Diharapkan selesai {day:date}.", {{"day", word.expected_until->iso()}}) + " ";
        page.words.push_back({date_words(word.said_at.date_in(services.zone)) + ", " + word.said_by_name, text + word.note, {}});
    }
}

Result<http::Response> show_process(Services& services, http::Exchange const& exchange, html::FormState form)
{
    auto const ground = TRY(process_ground(services, exchange));
    ProcessPage page;
    page.ends = exchange.request.path.ends_with("/akhiri");
    if (page.ends && !ground.open)
        return Error::conflict("ladder.not_in_process");
    auto const paper = step_name(ground.step.step);
    page.title = page.ends ? tr("{kind} tidak jadi terbit", {{"kind", paper}}) : ground.open ? tr("{kind} sedang diproses", {{"kind", paper}}) : tr("Terima berkas {kind}", {{"kind", paper}});
    page.frame = screens::frame(services, exchange, page.title,
        {{"/penghalang", tr("Penghalang")}, {enterprise::href_of(ground.product.id), ground.product.name}, {"", page.title}});
    page.lead = tr("{product}, {business}", {{"product", ground.product.name}, {"business", ground.business.name}});
    page.state = state_words(ground.step);
    page.form = std::move(form);
    if (page.form.value("since").empty())
        page.form.set("since", (ground.open ? ground.open->on : services.today()).iso());
    page.is_open = ground.open.has_value();
    page.action = exchange.request.path;
    page.back_href = enterprise::href_of(ground.product.id);
    if (page.is_open && !page.ends)
        page.end_href = process_href(ground.product.id, ground.step.step) + "/akhiri";
    page.results = {{"refused", tr("Ditolak"), {}, {}}, {"withdrawn", tr("Ditarik pemilik"), {}, {}}};
    add_words(page, services, ground);
    return screens::show(page);
}

Result<http::Response> get_process(Services& services, http::Exchange& exchange) { return show_process(services, exchange, screens::fresh_form(services)); }

Result<http::Response> post_process(Services& services, http::Exchange& exchange)
{
    auto const ground = TRY(process_ground(services, exchange));
    auto const operation = exchange.request.path.ends_with("/akhiri") ? "ladder.end_process" : "ladder.in_process";
    boost::json::object const extra {{"product", ground.product.id.text()}, {"step", ground.step.step}};
    return screens::submit(services, exchange, operation, extra, [&](html::FormState const& refused, Error const&) { return show_process(services, exchange, refused); });
}

} // namespace

std::vector<http::Route> process_routes(Services& services)
{
    using enum http::Method;
    std::vector<http::Route> all;
    for (auto const* pattern : {"/penghalang/proses/{product}/{step}", "/penghalang/proses/{product}/{step}/akhiri"}) {
        all.push_back({Get, pattern, "ladder.desk", screens::page(services, get_process), "Form of what a desk has in hand"});
        all.push_back({Post, pattern, "ladder.desk", screens::page(services, post_process), "Record what a desk has in hand, or that nothing came of it"});
    }
    return all;
}

} // namespace rtkeren::ladder
