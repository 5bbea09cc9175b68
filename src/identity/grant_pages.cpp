#include "identity/awaiting.hpp"
#include "identity/office_lines.hpp"
#include "identity/parts.hpp"
#include "identity/places.hpp"
#include "identity/sql.hpp"
#include "language/language.hpp"

#include <boost/json/serialize.hpp>

#include <algorithm>

namespace rtkeren::identity {

namespace {

UserId granted_user(http::Exchange const& exchange)
{
    auto id = UserId::parse(exchange.parameter("id"));
    return id.ok() ? *id : UserId {};
}

std::vector<html::Crumb> crumbs_below(std::string const& name, std::string const& base, std::string last)
{
    return {{"/pengguna", tr("Pengguna")}, {base, name}, {"", std::move(last)}};
}

Result<Account> account_of_path(Services& services, http::Exchange const& exchange)
{
    return db::read(services.db, [&](db::ReadTx& tx) { return account_in_reach(tx, exchange.actor(), granted_user(exchange), services.today()); });
}

/// Where the term ends of who holds the office that was refused for it; "" where nobody does, or the holder has no account.
Result<std::string> end_href_of(db::ReadTx& tx, CityId city, Error const& refusal)
{
    for (auto const& field : refusal.fields)
        for (auto const& [name, value] : field.arguments) {
            auto const id = name == "grant" ? Ulid::parse(value) : Result<Ulid>(Error::invalid("id.format"));
            if (!id.ok())
                continue;
            auto const held = TRY(tx.one("identity.unknown_grant", sql::grant_by_id, city, *id));
            auto const user = TRY(tx.maybe(sql::user_of_person, city, held.id<PersonId>(0)));
            return user ? "/pengguna/" + user->text(0) + "/jabatan/" + id->str() : std::string {};
        }
    return std::string {};
}

Result<http::Response> grant_page(Services& services, http::Exchange const& exchange, html::FormState form, Error const& refusal)
{
    auto const account = TRY(account_of_path(services, exchange));
    auto const base = "/pengguna/" + account.user.str();
    GrantPage page {screens::frame(services, exchange, tr("Beri jabatan"), crumbs_below(account.name, base, tr("Beri jabatan"))), std::move(form),
        base + "/jabatan", account.name};
    page.frame.back_href = base;
    auto const roles = appointable_roles(exchange.actor());
    page.roles = role_options(roles);
    page.places = TRY(db::read(services.db, [&](db::ReadTx& tx) { return place_options(services, tx, exchange.actor(), roles); }));
    page.end_href = TRY(db::read(services.db, [&](db::ReadTx& tx) { return end_href_of(tx, services.city, refusal); }));
    return screens::show(page);
}

Result<http::Response> show_grant(Services& services, http::Exchange& exchange)
{
    auto form = screens::fresh_form(services);
    form.set("from", services.today().iso());
    for (auto const* given : {"role", "place", "pokmas"}) // a link from a pokmas' page says which
        if (auto value = exchange.request.query_value(given); !value.empty())
            form.set(given, std::move(value));
    return grant_page(services, exchange, std::move(form), {});
}

Result<http::Response> post_grant(Services& services, http::Exchange& exchange)
{
    auto const account = TRY(account_of_path(services, exchange));
    boost::json::object const extra {{"person", account.person.text()}};
    return screens::submit(
        services, exchange, "identity.grant", extra, [&](html::FormState const& form, Error const& error) { return grant_page(services, exchange, form, error); });
}

Result<EndGrantPage> read_end_grant(Services& services, db::ReadTx& tx, http::Exchange const& exchange, Account const& account)
{
    auto const id = Ulid::parse(exchange.parameter("grant"));
    if (!id.ok())
        return Error::not_found("identity.unknown_grant");
    auto row = TRY(tx.one("identity.unknown_grant", sql::grant_by_id, services.city, *id));
    if (row.id<PersonId>(0) != account.person)
        return Error::not_found("identity.unknown_grant");
    EndGrantPage page;
    page.name = account.name;
    page.office = TRY(office_label(tx, services.city, row.text(1), row.text(2)));
    page.term = term_of(row.date(4), row.maybe_date(5));
    page.action = "/pengguna/" + account.user.str() + "/jabatan/" + id->str();
    return page;
}

Result<http::Response> end_grant_page(Services& services, http::Exchange const& exchange, html::FormState form)
{
    auto const account = TRY(account_of_path(services, exchange));
    auto const base = "/pengguna/" + account.user.str();
    auto page = TRY(db::read(services.db, [&](db::ReadTx& tx) { return read_end_grant(services, tx, exchange, account); }));
    page.frame = screens::frame(services, exchange, tr("Akhiri jabatan"), crumbs_below(account.name, base, tr("Akhiri jabatan")));
    page.frame.back_href = base;
    page.form = std::move(form);
    return screens::show(page);
}

Result<http::Response> show_end_grant(Services& services, http::Exchange& exchange)
{
    auto form = screens::fresh_form(services);
    form.set("on", services.today().iso());
    return end_grant_page(services, exchange, std::move(form));
}

Result<http::Response> post_end_grant(Services& services, http::Exchange& exchange)
{
    boost::json::object const extra {{"grant", exchange.parameter("grant")}};
    return screens::submit(
        services, exchange, "identity.end_grant", extra, [&](html::FormState const& form, Error const&) { return end_grant_page(services, exchange, form); });
}

Result<std::vector<AwaitingLine>> awaiting_at(Services& services, db::ReadTx& tx, Actor const& actor, std::string const& place)
{
    auto const scope = covers_place(place, "") ? std::string {} : place + ".";
    auto rows = TRY(tx.run(sql::awaiting_grants, services.city, scope));
    std::vector<AwaitingLine> lines;
    for (auto const& row : rows) {
        auto office = TRY(office_label(tx, services.city, row.text(3), row.text(4)));
        lines.push_back({row.text(0), row.text(2), std::move(office), row.text(5), term_of(row.date(6), row.maybe_date(7)), row.text_or(9, "rtkeren"),
            moment(services, row.instant(10)), row.id<UserId>(11) == actor.user || row.id<PersonId>(1) == actor.person});
    }
    return lines;
}

Result<std::vector<AwaitingLine>> awaiting_of(Services& services, db::ReadTx& tx, Actor const& actor)
{
    std::vector<AwaitingLine> all;
    for (auto const& grant : actor.grants) {
        if (!std::ranges::binary_search(grant.permissions, "identity.confirm"))
            continue;
        auto lines = TRY(awaiting_at(services, tx, actor, grant.place));
        for (auto& line : lines)
            if (std::ranges::find(all, line.id, &AwaitingLine::id) == all.end())
                all.push_back(std::move(line));
    }
    return all;
}

Result<AwaitingPage> read_awaiting(Services& services, http::Exchange const& exchange, html::FormState form)
{
    auto lines = TRY(db::read(services.db, [&](db::ReadTx& tx) { return awaiting_of(services, tx, exchange.actor()); }));
    AwaitingPage page {screens::frame(services, exchange, tr("Konfirmasi jabatan")), std::move(form), std::move(lines)};
    auto const open = std::ranges::count(page.lines, false, &AwaitingLine::own);
    if (open > 1) {
        page.all_label = trn("Konfirmasi semua ({n})", "Konfirmasi semua ({n})", open);
        page.all_confirm = trn("Konfirmasi {n} jabatan di halaman ini?", "Konfirmasi {n} jabatan di halaman ini?", open);
    }
    return page;
}

Result<http::Response> awaiting_page(Services& services, http::Exchange const& exchange, html::FormState form)
{
    auto const page = TRY(read_awaiting(services, exchange, std::move(form)));
    return screens::show(page);
}

Result<http::Response> show_awaiting(Services& services, http::Exchange& exchange) { return awaiting_page(services, exchange, screens::fresh_form(services)); }

screens::Again awaiting_again(Services& services, http::Exchange const& exchange)
{
    return [&services, &exchange](html::FormState const& form, Error const&) { return awaiting_page(services, exchange, form); };
}

Result<http::Response> post_confirm(Services& services, http::Exchange& exchange)
{
    return screens::submit(services, exchange, "identity.confirm_grant", {}, awaiting_again(services, exchange));
}

LeftLine left_line(std::string_view code, Arguments const& arguments)
{
    auto const whose = std::ranges::find(arguments, "whose", &Arguments::value_type::first);
    return {whose == arguments.end() ? tr("Satu jabatan") : whose->second, language::word(code, arguments)};
}

/// Of the stored answer: the same words come when the form is sent again.
std::vector<LeftLine> left_of(operations::Answer const& answer)
{
    std::vector<LeftLine> left;
    for (auto const& each : answer.data.at("refused").as_array()) {
        Arguments arguments;
        for (auto const& argument : each.at("arguments").as_object())
            arguments.emplace_back(std::string(argument.key()), std::string(argument.value().as_string()));
        left.push_back(left_line(each.at("code").as_string(), arguments));
    }
    return left;
}

/// What was refused stays to be read, beside what came through.
Result<http::Response> post_confirm_many(Services& services, http::Exchange& exchange)
{
    auto const* operation = screens::registry().find("identity.confirm_grants");
    CHECK(operation != nullptr);
    auto const answer = operations::run(services, exchange.actor(), *operation, operations::object_of_form(exchange.request.form));
    if (answer.ok() && exchange.request.wants_json)
        return http::Response::json(boost::json::serialize(operations::to_json(*answer)));
    auto left = answer.ok() ? left_of(*answer) : std::vector<LeftLine> {};
    if (answer.ok() && left.empty())
        return screens::done(*answer);
    if (!answer.ok() && (exchange.request.wants_json || answer.error().kind != ErrorKind::Invalid))
        return answer.error();
    auto page = TRY(read_awaiting(services, exchange, screens::fresh_form(services)));
    auto const confirmed = answer.ok() ? answer->data.at("confirmed").as_int64() : 0;
    page.left_title = trn("{n} jabatan dikonfirmasi; yang ini tidak:", "{n} jabatan dikonfirmasi; yang ini tidak:", confirmed);
    if (!answer.ok())
        for (auto const& field : answer.error().fields)
            if (field.name.starts_with("grants."))
                left.push_back(left_line(field.code, field.arguments));
    if (left.empty())
        page.form.summary = tr("Belum ada yang dicentang. Centang dulu siapa yang dikonfirmasi.");
    page.left = std::move(left);
    return screens::show(page, answer.ok() ? 200 : 422);
}

Result<http::Response> post_refuse(Services& services, http::Exchange& exchange)
{
    return screens::submit(services, exchange, "identity.refuse_grant", {}, awaiting_again(services, exchange));
}

} // namespace

Result<std::int64_t> offices_to_confirm(Services& services, db::ReadTx& tx, Actor const& actor)
{
    auto const all = TRY(awaiting_of(services, tx, actor));
    return std::ranges::count(all, false, &AwaitingLine::own);
}

std::vector<http::Route> grant_routes(Services& services)
{
    using http::Method;
    return {{Method::Get, "/pengguna/{id}/jabatan", "identity.users", screens::page(services, show_grant), "Form for giving an office"},
        {Method::Post, "/pengguna/{id}/jabatan", "identity.users", screens::page(services, post_grant), "Give an office"},
        {Method::Get, "/pengguna/{id}/jabatan/{grant}", "identity.users", screens::page(services, show_end_grant), "Form for ending an office"},
        {Method::Post, "/pengguna/{id}/jabatan/{grant}", "identity.users", screens::page(services, post_end_grant), "End an office"},
        {Method::Get, "/pengguna/konfirmasi", "identity.confirm", screens::page(services, show_awaiting), "Offices that wait for confirmation"},
        {Method::Post, "/pengguna/konfirmasi", "identity.confirm", screens::page(services, post_confirm), "Confirm an office"},
        {Method::Post, "/pengguna/konfirmasi/sekaligus", "identity.confirm", screens::page(services, post_confirm_many), "Confirm several offices"},
        {Method::Post, "/pengguna/konfirmasi/tolak", "identity.confirm", screens::page(services, post_refuse), "Refuse an office"}};
}

} // namespace rtkeren::identity
