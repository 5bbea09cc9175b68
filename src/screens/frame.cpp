#include "language/language.hpp"
#include "screens/parts.hpp"
#include "territory/territory.hpp"

namespace rtkeren::screens {

namespace {

bool may_see(NavEntry const& entry, std::optional<http::Session> const& session)
{
    if (entry.permission.empty())
        return true;
    return session && (entry.permission == "signed_in" || session->actor.has(entry.permission));
}

bool leads_to(std::string_view href, std::string_view path)
{
    return path == href || (href != "/" && path.starts_with(href) && path[href.size()] == '/');
}

std::vector<html::NavItem> nav_of(Services& services, http::Exchange const& exchange)
{
    std::vector<html::NavItem> items;
    for (auto const& entry : navigation())
        if (may_see(entry, exchange.session))
            items.push_back({entry.href, tr(entry.label), entry.icon, leads_to(entry.href, exchange.request.path),
                exchange.session ? count_of(services, exchange.session->actor, entry.href) : std::string {}});
    return items;
}

/// "Lurah Plosokerep": the first role, with its place where the place is smaller than the city.
std::string office_of(Services& services, Actor const& actor)
{
    if (actor.grants.empty())
        return {};
    auto const& grant = actor.grants.front();
    auto const code_of_label = "role." + grant.role; // identity keeps the words of roles as messages
    auto label = language::has_message(code_of_label) ? language::word(code_of_label) : grant.role;
    auto code = territory::PlaceCode::parse(grant.place);
    if (!code.ok() || code->level == territory::Level::Kota)
        return label;
    auto region = db::read(services.db, [&](db::ReadTx& tx) { return territory::find(tx, services.city, code->text); });
    if (!region.ok())
        return label;
    auto const name = territory::short_name(region->level, region->code, region->name);
    auto const last_word = label.substr(label.rfind(' ') + 1);
    auto const repeats = name.starts_with(last_word + " "); // "Ketua RT 02 RW 03", not "Ketua RT RT 02 RW 03"
    return (repeats ? label.substr(0, label.size() - last_word.size()) : label + " ") + name;
}

std::string other_language_href(http::Exchange const& exchange)
{
    auto const other = exchange.language == Language::Indonesian ? Language::English : Language::Indonesian;
    return "/bahasa/" + std::string(language::code_of(other)) + "?kembali=" + http::url_encode(exchange.request.target.empty() ? exchange.request.path : exchange.request.target);
}

} // namespace

html::Frame frame(Services& services, http::Exchange const& exchange, std::string title, std::vector<html::Crumb> crumbs)
{
    html::Frame frame {.title = std::move(title), .city_name = services.city_name};
    frame.language = language::code_of(exchange.language);
    frame.other_language_href = other_language_href(exchange);
    frame.example = services.example;
    if (services.example)
        frame.example_today = format_date(services.today(), exchange.language);
    frame.nav = nav_of(services, exchange);
    frame.crumbs = std::move(crumbs);
    frame.notice = notice_of(exchange);
    if (exchange.session) {
        frame.person = exchange.session->actor.name;
        frame.office = office_of(services, exchange.session->actor);
        frame.csrf = exchange.session->csrf;
    } else {
        frame.kind = "public";
    }
    return frame;
}

html::FormState fresh_form(Services& services)
{
    html::FormState form;
    form.set("id", services.env.ulid().str());
    return form;
}

} // namespace rtkeren::screens
