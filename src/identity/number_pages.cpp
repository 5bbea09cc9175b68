#include "identifiers/contact.hpp"
#include "identifiers/nik.hpp"
#include "identity/pages.hpp"
#include "identity/sql.hpp"
#include "identity/user_list.hpp"
#include "language/language.hpp"

namespace rtkeren::identity {

namespace {

PersonId person_of_path(http::Exchange const& exchange)
{
    auto id = PersonId::parse(exchange.parameter("id"));
    return id.ok() ? *id : PersonId {};
}

struct Numbers {
    std::string name, phone, nik;
};

Result<Numbers> read_numbers(Services& services, http::Exchange const& exchange)
{
    auto const person = person_of_path(exchange);
    return db::read(services.db, [&](db::ReadTx& tx) -> Result<Numbers> {
        auto row = TRY(tx.one("identity.unknown_person", sql::person_by_id, services.city, person));
        if (!may(exchange.actor(), "identity.unmask", row.text(3)))
            return Error::not_found("identity.unknown_person");
        return Numbers {row.text(1), unsealed(services, "phone", person.str(), row.text_or(4)), unsealed(services, "nik", person.str(), row.text_or(5))};
    });
}

NumberPage number_page(Services& services, http::Exchange const& exchange, Numbers const& numbers, html::FormState form)
{
    NumberPage page {screens::frame(services, exchange, tr("Lihat nomor lengkap")), std::move(form), numbers.name, "–", "–"};
    if (!numbers.phone.empty())
        page.phone = identifiers::mask_phone(numbers.phone);
    if (!numbers.nik.empty())
        page.nik = identifiers::mask_nik(numbers.nik);
    return page;
}

Result<http::Response> show_numbers(Services& services, http::Exchange& exchange)
{
    auto const numbers = TRY(read_numbers(services, exchange));
    return screens::show(number_page(services, exchange, numbers, screens::fresh_form(services)));
}

/// The number is in this one response and in no other: the operation's answer, which is stored, does not have it.
Result<http::Response> post_numbers(Services& services, http::Exchange& exchange)
{
    auto const numbers = TRY(read_numbers(services, exchange));
    auto const* operation = screens::registry().find("identity.unmask");
    CHECK(operation != nullptr);
    auto input = operations::object_of_form(exchange.request.form);
    input["person"] = person_of_path(exchange).text();
    auto answer = operations::run(services, exchange.actor(), *operation, input);
    if (!answer.ok()) {
        auto const& error = answer.error();
        if (error.kind == ErrorKind::NotFound || error.kind == ErrorKind::Internal || exchange.request.wants_json)
            return error;
        auto form = html::refused_form({{"reason", exchange.request.form_value("reason")}, {"id", exchange.request.form_value("id")}}, error);
        return screens::show(number_page(services, exchange, numbers, std::move(form)), http_status_of(error.kind));
    }
    auto page = number_page(services, exchange, numbers, {});
    auto const is_nik = exchange.request.form_value("field") == "nik";
    page.shown_label = is_nik ? tr("NIK") : tr("Telepon");
    page.shown = is_nik ? numbers.nik : numbers.phone;
    return screens::show(page);
}

} // namespace

std::vector<http::Route> number_routes(Services& services)
{
    using http::Method;
    return {{Method::Get, "/orang/{id}/nomor", "identity.unmask", screens::page(services, show_numbers), "Form for seeing a person's number, with a reason"},
        {Method::Post, "/orang/{id}/nomor", "identity.unmask", screens::page(services, post_numbers), "See a person's number once"}};
}

} // namespace rtkeren::identity
