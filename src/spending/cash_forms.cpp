#include "spending/cash_form.hpp"

#include "ledger/reads.hpp"
#include "programme/programme.hpp"
#include "rules/rules.hpp"
#include "spending/spending.hpp"
#include "spending/sql.hpp"

#include <algorithm>

namespace rtkeren::spending {

namespace {

using ledger::CashKind;

Result<std::vector<html::Option>> parties_with(db::ReadTx& tx, CityId city, Desk const& desk, CashKind kind)
{
    std::vector<html::Option> options;
    for (auto const& part : desk.cash.parts) {
        if (part.kind != kind || part.amount.is_zero() || !Party::parse(part.party).ok() || part.party.starts_with("treasurer:"))
            continue;
        auto const name = TRY(party_name(tx, city, desk.pokmas.id, part.party));
        options.push_back({part.party, name + " (" + format_rupiah(part.amount) + ")"});
    }
    return options;
}

/// `filled`: those that hold nothing any more come without a label; each keeps its place, so that what was typed stays with its purse.
Result<std::vector<html::Option>> purse_options(db::ReadTx& tx, CityId city, Desk const& desk, bool filled)
{
    std::vector<html::Option> options;
    for (auto const& one : desk.purses) {
        auto const purse = TRY(programme::purse(tx, city, one.id));
        auto const stages = TRY(ledger::balance(tx, city, one.id));
        if (filled && stages.of(ledger::Stage::Cair).is_zero()) {
            options.push_back({one.id.str(), {}, {}, {}});
            continue;
        }
        auto const pack = rules::released(tx, city, one.year);
        auto const* const envelope = pack.ok() ? (*pack)->envelope(one.envelope) : nullptr;
        auto const what = envelope != nullptr ? envelope->label : one.envelope;
        options.push_back({one.id.str(), what + ", " + purse.unit_name + ", " + std::to_string(one.year), {},
            tr("sisa {left}", {{"left", format_rupiah(stages.of(ledger::Stage::Cair))}})});
    }
    return options;
}

std::vector<html::Option> tax_options(db::ReadTx& tx, CityId city, Desk const& desk, Date today)
{
    std::vector<html::Option> options;
    for (auto const& part : desk.cash.parts) {
        if (part.kind == CashKind::Pajak && part.amount.is_negative() && part.party.starts_with("tax:")) {
            auto const key = part.party.substr(4);
            options.push_back({key, tax_label(tx, city, desk.year, key, today), {}, format_rupiah(-part.amount)});
        }
    }
    return options;
}

Result<std::vector<html::Option>> other_pokmas_of(db::ReadTx& tx, CityId city, Desk const& desk)
{
    auto const all = TRY(payout::pokmas_below(tx, city, desk.pokmas.kelurahan));
    std::vector<html::Option> options;
    for (auto const& one : all) {
        if (one.id != desk.pokmas.id)
            options.push_back({one.id.str(), one.name});
    }
    return options;
}

Result<std::string> entry_sentence(db::ReadTx& tx, CityId city, PokmasId pokmas, std::string_view text)
{
    auto const id = EntryId::parse(text);
    if (!id.ok())
        return Error::not_found("page.not_found");
    auto const entry = TRY(ledger::entry(tx, city, *id));
    Rupiah amount;
    for (auto const& leg : entry.cash_legs) {
        if (leg.pokmas != pokmas)
            return Error::not_found("page.not_found");
        amount += leg.amount.is_positive() ? leg.amount : Rupiah {};
    }
    return tr("{what}, {day}, {amount}.",
        {{"what", label_of(entry.kind)}, {"day", format_date(entry.header.occurred_on, language::current())}, {"amount", format_rupiah(amount)}});
}

/// Only what this form needs is read.
Result<FormFacts> facts_for(db::ReadTx& tx, Services& services, http::Exchange const& exchange, FormRow const& row, std::string_view entry)
{
    auto desk = TRY(readable_desk(tx, services, exchange));
    auto const may_open = row.permission == "signed_in" || may_at(exchange.actor(), row.permission, desk.pokmas);
    if (!may_open)
        return Error::forbidden("operation.not_allowed");
    FormFacts facts {.desk = std::move(desk), .today = services.today(), .holders = {}, .advances = {}, .debtors = {}, .purses = {}, .other_pokmas = {}, .taxes = {}, .entry_text = {}};
    auto const city = services.city;
    auto const needs = [&](std::initializer_list<std::string_view> slugs) { return std::ranges::find(slugs, row.slug) != slugs.end(); };
    if (needs({"panjar"})) {
        auto const rows = TRY(tx.run(sql::cash_holders, city, facts.desk.pokmas.id));
        for (auto const& one : rows)
            facts.holders.push_back({one.text(0), one.text(1)});
    }
    if (needs({"panjar-kembali"}))
        facts.advances = TRY(parties_with(tx, city, facts.desk, CashKind::Panjar));
    if (needs({"piutang", "piutang-kasda", "hapus"}))
        facts.debtors = TRY(parties_with(tx, city, facts.desk, CashKind::Piutang));
    if (needs({"swadaya-nilai", "piutang-kasda", "kembalikan", "hapus"}))
        facts.purses = TRY(purse_options(tx, city, facts.desk, needs({"kembalikan", "piutang-kasda", "hapus"})));
    if (needs({"pajak"}))
        facts.taxes = tax_options(tx, city, facts.desk, facts.today);
    if (needs({"serah-terima"}))
        facts.other_pokmas = TRY(other_pokmas_of(tx, city, facts.desk));
    if (needs({"batalkan"}))
        facts.entry_text = TRY(entry_sentence(tx, city, facts.desk.pokmas.id, entry));
    facts.is_kelurahan_treasurer = !may_at(exchange.actor(), "spending.cash", facts.desk.pokmas);
    return facts;
}

/// The sum that was typed; nothing while it cannot be read.
std::optional<Rupiah> typed_sum(html::FormState const& form, FormDraft const& draft)
{
    std::optional<Rupiah> sum;
    for (auto const& field : draft.fields) {
        auto const value = form.value(field.name);
        if (field.kind != "money" || value.empty())
            continue;
        auto const amount = parse_rupiah(value);
        auto const next = amount.ok() ? checked_add(sum.value_or(Rupiah {}), *amount) : std::nullopt;
        if (!next)
            return std::nullopt;
        sum = next;
    }
    return sum;
}

std::vector<CashEffect> effects_of(FormDraft const& draft, Desk const& desk, std::optional<Rupiah> sum)
{
    std::vector<CashEffect> effects;
    for (auto const& [kind, sign] : draft.effects) {
        auto const now = ledger::is_debt(kind) ? -desk.cash.of(kind) : desk.cash.of(kind);
        auto const after = sum ? std::optional(sign > 0 ? now + *sum : now - *sum) : std::nullopt;
        effects.push_back({account_label(kind), format_rupiah(now), after ? format_rupiah(*after) : "–"});
    }
    return effects;
}

CashFormPage form_page(Services& services, http::Exchange const& exchange, FormRow const& row, FormFacts const& facts, html::FormState form)
{
    auto draft = row.draft(facts);
    for (auto const& [name, value] : draft.values) {
        if (form.value(name).empty())
            form.set(name, value);
    }
    CashFormPage page;
    page.frame = cash_frame(services, exchange, facts.desk, draft.title);
    page.effects = effects_of(draft, facts.desk, typed_sum(form, draft));
    page.can_preview = !page.effects.empty();
    page.has_file = std::ranges::any_of(draft.fields, [](CashField const& field) { return field.kind == "file"; });
    auto const proof = Sha256::parse(form.value("proof"));
    if (proof.ok())
        page.proof_href = evidence::href(proof->str());
    page.form = std::move(form);
    for (auto const& field : draft.fields) { // as the field itself is called, where the operation has only a number for it
        auto const found = std::ranges::find(page.form.labels, field.name, &std::pair<std::string, std::string>::first);
        if (found != page.form.labels.end() && !field.label.empty())
            found->second = field.label;
    }
    page.title = std::move(draft.title);
    page.lead = std::move(draft.lead);
    page.submit = std::move(draft.submit);
    page.confirm = std::move(draft.confirm);
    page.icon_name = row.icon_name;
    page.action = href_of_cash(facts.desk.pokmas.id) + "/" + std::string(row.slug);
    page.fields = std::move(draft.fields);
    return page;
}

Result<http::Response> show_form(Services& services, http::Exchange const& exchange, FormRow const& row, html::FormState const& form)
{
    auto const read = [&](db::ReadTx& tx) { return facts_for(tx, services, exchange, row, form.value("entry")); };
    auto const facts = TRY(db::read(services.db, read));
    return screens::show(form_page(services, exchange, row, facts, form));
}

/// What stands in the address comes into the fields: "Hitung dulu", a link with an amount.
Result<http::Response> get_form(Services& services, http::Exchange& exchange, FormRow const& row)
{
    auto form = screens::fresh_form(services);
    form.set("on", services.today().iso());
    for (auto const& [name, value] : exchange.request.query) {
        if (name != "id" && name != "csrf" && value.size() <= 2000)
            form.set(name, value);
    }
    return show_form(services, exchange, row, form);
}

Result<http::Response> refuse_file(Services& services, http::Exchange const& exchange, FormRow const& row, Error const& error)
{
    auto refused = Error::field("proof", error.code, {}, error.arguments);
    Arguments typed;
    for (auto const& [name, value] : exchange.request.form) {
        if (name != "csrf")
            typed.emplace_back(name, value);
    }
    auto response = TRY(show_form(services, exchange, row, html::refused_form(std::move(typed), refused)));
    response.status = http_status_of(error.kind);
    return response;
}

Result<http::Response> post_form(Services& services, http::Exchange& exchange, FormRow const& row)
{
    auto const pokmas = PokmasId::parse(exchange.parameter("pokmas"));
    if (!pokmas.ok())
        return Error::not_found("page.not_found");
    auto const files = evidence::store_uploads(services, exchange.actor(), exchange.request);
    if (!files.ok() && (files.error().kind != ErrorKind::Invalid || exchange.request.wants_json))
        return files.error();
    if (!files.ok())
        return refuse_file(services, exchange, row, files.error());
    boost::json::object extra;
    if (row.slug != "batalkan")
        extra["pokmas"] = pokmas->text();
    for (auto const& file : *files)
        extra[file.field] = file.stored.sha256;
    auto const again = [&](html::FormState const& form, Error const&) -> Result<http::Response> {
        auto kept = form;
        for (auto const& file : *files)
            kept.set(file.field, file.stored.sha256);
        return show_form(services, exchange, row, kept);
    };
    return screens::submit(services, exchange, row.operation, extra, again);
}

} // namespace

std::vector<http::Route> cash_form_routes(Services& services)
{
    std::vector<http::Route> routes;
    for (auto const& row : cash_form_rows()) {
        auto const path = "/kas/{pokmas}/" + std::string(row.slug);
        auto const get = [&row](Services& s, http::Exchange& exchange) { return get_form(s, exchange, row); };
        auto const post = [&row](Services& s, http::Exchange& exchange) { return post_form(s, exchange, row); };
        routes.push_back({http::Method::Get, path, std::string(row.permission), screens::page(services, get), std::string(row.summary) + ": form"});
        routes.push_back({http::Method::Post, path, std::string(row.permission), screens::page(services, post), std::string(row.summary), evidence::size_limit + 256 * 1024});
    }
    return routes;
}

} // namespace rtkeren::spending
