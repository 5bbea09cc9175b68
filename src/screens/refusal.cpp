#include "html/pages.hpp"
#include "language/language.hpp"
#include "screens/parts.hpp"

#include <boost/json/serialize.hpp>

namespace rtkeren::screens {

namespace {

boost::json::value text_or_null(std::string const& text)
{
    if (text.empty())
        return nullptr;
    return boost::json::string(text);
}

boost::json::array fields_json(std::vector<FieldError> const& fields)
{
    boost::json::array all;
    for (auto const& field : fields)
        all.push_back(boost::json::object {{"name", field.name}, {"code", field.code}, {"value", text_or_null(field.value)}, {"message", language::word(field)}});
    return all;
}

boost::json::array verdicts_json(std::vector<Verdict> const& verdicts)
{
    boost::json::array all;
    for (auto const& verdict : verdicts) {
        auto object = operations::to_json(verdict);
        object["text"] = language::word(verdict);
        all.push_back(std::move(object));
    }
    return all;
}

std::string title_of(Error const& error)
{
    if (error.code.starts_with("csrf."))
        return tr("Kiriman ini tidak diterima");
    switch (error.kind) {
    case ErrorKind::NotFound:
        return tr("Halaman ini tidak ada");
    case ErrorKind::Forbidden:
        return tr("Ini bukan wewenang Anda");
    case ErrorKind::Conflict:
        return tr("Keadaannya sudah berubah");
    case ErrorKind::Invalid:
        return tr("Ini tidak bisa dilakukan");
    case ErrorKind::Retry:
    case ErrorKind::Unavailable:
        return tr("Sedang tidak bisa dilayani");
    case ErrorKind::Internal:
        return tr("Ada yang salah di pihak kami");
    }
    return {};
}

} // namespace

boost::json::object error_json(Error const& error, std::string_view request_id)
{
    return {{"error",
        boost::json::object {{"code", error.code}, {"kind", name_of(error.kind)}, {"message", language::word(error)}, {"request", text_or_null(std::string(request_id))},
            {"fields", fields_json(error.fields)}, {"verdicts", verdicts_json(error.verdicts)}}}};
}

http::Response refusal(Services& services, http::Exchange const& exchange, Error const& error)
{
    auto const status = http_status_of(error.kind);
    if (exchange.request.wants_json)
        return http::Response::json(boost::json::serialize(error_json(error, exchange.request.request_id)), status);
    html::ErrorPage page {.frame = frame(services, exchange, title_of(error)), .title = title_of(error), .text = language::word(error)};
    page.request_id = exchange.request.request_id;
    for (auto const& verdict : error.verdicts)
        page.verdicts.push_back(html::card_of(verdict));
    page.action_label = tr("Ke halaman depan");
    page.action_href = "/";
    auto response = show(page, status);
    if (error.kind == ErrorKind::Retry || error.kind == ErrorKind::Unavailable)
        response.header("Retry-After", "2");
    return response;
}

} // namespace rtkeren::screens
