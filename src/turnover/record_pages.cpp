#include "turnover/pages_room.hpp"

#include "enterprise/operations.hpp"
#include "evidence/evidence.hpp"
#include "evidence/forms.hpp"
#include "tables/list.hpp"
#include "turnover/book.hpp"
#include "turnover/sql.hpp"

namespace rtkeren::turnover {
namespace {

using enterprise::Business;

struct RecordGround {
    Record record;
    Business business;
    bool is_seen {false}; // more than this record
};
Result<RecordGround> ground_of(Services& services, http::Exchange const& exchange)
{
    return db::read(services.db, [&](db::ReadTx& tx) -> Result<RecordGround> {
        RecordGround ground {.record = TRY(readable_record(tx, exchange.actor(), exchange.parameter("id"), services.today())), .business = {}};
        auto const standing = TRY(enterprise::standing_of(tx, services.city, ground.record.business));
        ground.business = TRY(enterprise::find_business(tx, services.city, standing));
        ground.is_seen = TRY(may_see(tx, exchange.actor(), ground.business, services.today()));
        return ground;
    });
}

/// A recorder looks at what is his own; an officer at what the owner let him see, and the owner will know.
Result<void> note_look(Services& services, http::Exchange const& exchange, RecordGround const& ground, std::string_view page)
{
    if (ground.record.recorded_by == exchange.actor().person)
        return Done {};
    return note_reading(services, exchange.actor(), ground.business, page);
}

void word_standing(RecordPage& page, Record const& record)
{
    page.standing = record.withdrawn ? tr("Penarikan") : record.corrected_by ? tr("Tidak dihitung lagi") : tr("Dihitung");
    page.standing_tone = record.counts() ? "ok" : "warn";
}

std::string count_words(std::optional<std::int64_t> count) { return count ? format_number(*count) : "–"; }

std::vector<Fact> facts_of(Services const& services, Record const& record)
{
    std::vector<Fact> facts {{tr("Dijual lewat"), channel_label(record.channel)}, {tr("Dari mana angkanya"), method_label(record.method)}, {tr("Terjual berapa buah"), count_words(record.units)},
        {tr("Berapa hari jualan"), count_words(record.selling_days)},
        {tr("Dicatat"), tr("{day} oleh {name}", {{"day", enterprise::moment(services, record.recorded_at)}, {"name", record.recorded_by_name}})}};
    if (!record.source.empty())
        facts.push_back({tr("Asal daftar"), record.source});
    if (record.own_book)
        facts.push_back({tr("Bukti"), tr("Buku kas pemilik")});
    if (!record.note.empty())
        facts.push_back({tr("Keterangan"), record.note});
    if (!record.reason.empty())
        facts.push_back({record.withdrawn ? tr("Mengapa ditarik") : tr("Mengapa diganti"), record.reason});
    return facts;
}

Result<http::Response> get_record(Services& services, http::Exchange& exchange)
{
    auto const ground = TRY(ground_of(services, exchange));
    TRY(note_look(services, exchange, ground, "satu"));
    auto const& [record, business, is_seen] = ground;
    auto const base = href_of(record.id);
    RecordPage page;
    page.title = tr("Catatan omzet");
    page.frame = screens::frame(services, exchange, page.title, crumbs(exchange.actor(), business, page.title));
    page.business = business.name;
    page.amount = format_rupiah(record.amount);
    page.period = period_words(record.from, record.to);
    word_standing(page, record);
    page.facts = facts_of(services, record);
    for (auto const& flag : record.flags)
        page.flags.push_back({language::word(flag), language::word(flag.code + ".why", flag.numbers)});
    if (record.file)
        page.file_href = base + "/berkas";
    if (record.corrects)
        page.before_href = href_of(*record.corrects);
    if (record.corrected_by)
        page.after_href = href_of(*record.corrected_by);
    if (is_seen)
        page.figures_href = figures_href(business.id);
    if (record.counts() && !record.own_book && may_correct(exchange.actor(), record, business)) {
        page.correct_href = base + "/ganti";
        page.withdraw_href = base + "/tarik";
    }
    return screens::show(page);
}

Result<http::Response> get_file(Services& services, http::Exchange& exchange)
{
    auto const ground = TRY(ground_of(services, exchange));
    if (!ground.record.file)
        return Error::not_found("evidence.unknown");
    TRY(note_look(services, exchange, ground, "berkas"));
    return evidence::serve_file(services, ground.record.file->str());
}

/// Without what only an officer counts or estimates, for an owner.
std::vector<html::Option> method_options(bool is_owner)
{
    std::vector<html::Option> options;
    for (auto& option : enterprise::options_of<enterprise::Method>("method"))
        if (!is_owner || (option.value != "stall_tally" && option.value != "estimate_official"))
            options.push_back(std::move(option));
    return options;
}

RecordFormPage form_page(Services& services, http::Exchange const& exchange, Business const& business, html::FormState form, std::string title)
{
    RecordFormPage page;
    page.frame = screens::frame(services, exchange, title, crumbs(exchange.actor(), business, title));
    page.form = std::move(form);
    page.title = std::move(title);
    page.lead = business.name;
    page.action = exchange.request.path;
    page.channels = enterprise::options_of<enterprise::Channel>("channel");
    page.methods = method_options(enterprise::owns(exchange.actor(), business));
    return page;
}

Result<Business> business_to_record(Services& services, http::Exchange const& exchange)
{
    auto const id = enterprise::BusinessId::parse(exchange.parameter("id"));
    if (!id.ok())
        return Error::not_found("enterprise.no_business");
    return db::read(services.db, [&](db::ReadTx& tx) { return recordable(tx, exchange.actor(), *id); });
}

Result<http::Response> show_new(Services& services, http::Exchange const& exchange, html::FormState form)
{
    auto const business = TRY(business_to_record(services, exchange));
    auto page = form_page(services, exchange, business, std::move(form), tr("Catat omzet"));
    page.back_href = enterprise::owns(exchange.actor(), business) ? figures_href(business.id) : enterprise::href_of(business.id);
    return screens::show(page);
}

Result<http::Response> get_new(Services& services, http::Exchange& exchange)
{
    auto form = screens::fresh_form(services);
    auto const month = month_before(month_of(services.today()), 1);
    form.set("from", first_day(month).iso());
    form.set("to", first_day(month).plus_days(days_in(month) - 1).iso());
    form.set("method", "recall_month");
    return show_new(services, exchange, std::move(form));
}

Result<http::Response> post_new(Services& services, http::Exchange& exchange)
{
    auto const business = TRY(business_to_record(services, exchange));
    return evidence::submit_with_file(
        services, exchange, "turnover.record", {{"business", business.id.text()}}, "_bukti", [&](html::FormState const& form) { return show_new(services, exchange, form); });
}

Result<RecordGround> correctable_ground(Services& services, http::Exchange const& exchange)
{
    auto ground = TRY(ground_of(services, exchange));
    if (!may_correct(exchange.actor(), ground.record, ground.business))
        return Error::forbidden("operation.not_allowed");
    if (ground.record.own_book)
        return Error::conflict("turnover.correct_in_book");
    return ground;
}

Result<http::Response> show_correct(Services& services, http::Exchange const& exchange, html::FormState form)
{
    auto const ground = TRY(correctable_ground(services, exchange));
    auto page = form_page(services, exchange, ground.business, std::move(form), tr("Ganti catatan"));
    page.corrects = true;
    page.back_href = href_of(ground.record.id);
    if (ground.record.file)
        page.file_href = href_of(ground.record.id) + "/berkas";
    return screens::show(page);
}

Result<http::Response> get_correct(Services& services, http::Exchange& exchange)
{
    auto const ground = TRY(correctable_ground(services, exchange));
    auto const& record = ground.record;
    auto form = screens::fresh_form(services);
    form.set("from", record.from.iso());
    form.set("to", record.to.iso());
    form.set("channel", enterprise::stored_choice(record.channel));
    form.set("method", enterprise::stored_choice(record.method));
    form.set("amount", format_number(record.amount.value()));
    form.set("units", record.units ? std::to_string(*record.units) : "");
    form.set("selling_days", record.selling_days ? std::to_string(*record.selling_days) : "");
    form.set("note", record.note);
    return show_correct(services, exchange, std::move(form));
}

Result<http::Response> post_correct(Services& services, http::Exchange& exchange)
{
    auto const ground = TRY(correctable_ground(services, exchange));
    return evidence::submit_with_file(
        services, exchange, "turnover.correct", {{"record", ground.record.id.text()}}, "_bukti", [&](html::FormState const& form) { return show_correct(services, exchange, form); });
}

Result<http::Response> show_withdraw(Services& services, http::Exchange const& exchange, html::FormState form)
{
    auto const ground = TRY(correctable_ground(services, exchange));
    auto const title = tr("Tarik catatan");
    ReasonPage page {.frame = screens::frame(services, exchange, title, crumbs(exchange.actor(), ground.business, title)), .form = std::move(form), .title = title,
        .lead = tr("{name}, {period}: penjualan ini tidak pernah ada, atau bukan milik usaha ini.", {{"name", ground.business.name}, {"period", period_words(ground.record.from, ground.record.to)}}),
        .action = exchange.request.path, .back_href = href_of(ground.record.id), .button = tr("Tarik catatan")};
    return screens::show(page);
}

Result<http::Response> get_withdraw(Services& services, http::Exchange& exchange) { return show_withdraw(services, exchange, screens::fresh_form(services)); }

Result<http::Response> post_withdraw(Services& services, http::Exchange& exchange)
{
    auto const ground = TRY(correctable_ground(services, exchange));
    boost::json::object const extra {{"record", ground.record.id.text()}};
    return screens::submit(services, exchange, "turnover.withdraw", extra, [&](html::FormState const& refused, Error const&) { return show_withdraw(services, exchange, refused); });
}

} // namespace

std::vector<http::Route> record_routes(Services& services)
{
    using enum http::Method;
    using enterprise::file_body_limit;
    return {
        {Get, "/omzet/catatan/{id}", "signed_in", screens::page(services, get_record), "A record of turnover: for its recorder, the owner, and an officer with consent"},
        {Get, "/omzet/catatan/{id}/berkas", "signed_in", screens::page(services, get_file), "The statement or photo behind a record"},
        {Get, "/omzet/catatan/{id}/ganti", "signed_in", screens::page(services, get_correct), "Form for replacing a record"},
        {Post, "/omzet/catatan/{id}/ganti", "signed_in", screens::page(services, post_correct), "Replace a record by another", file_body_limit},
        {Get, "/omzet/catatan/{id}/tarik", "signed_in", screens::page(services, get_withdraw), "Form for withdrawing a record"},
        {Post, "/omzet/catatan/{id}/tarik", "signed_in", screens::page(services, post_withdraw), "Withdraw a record"},
        {Get, "/omzet/usaha/{id}/catat", "signed_in", screens::page(services, get_new), "Form of a record of turnover"},
        {Post, "/omzet/usaha/{id}/catat", "signed_in", screens::page(services, post_new), "Record turnover of a business", file_body_limit},
    };
}

} // namespace rtkeren::turnover
