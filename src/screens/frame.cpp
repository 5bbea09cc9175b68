#include "language/language.hpp"
#include "screens/parts.hpp"
#include "territory/territory.hpp"

#include <algorithm>
#include <array>

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

constexpr std::size_t few_entries = 7; // a phone's bar shows them without groups
constexpr std::size_t entries_of_a_desk = 14; // a laptop shows them with all groups open

struct PartWords {
    NavPart part;
    std::string_view label, icon;
};
constexpr std::array parts_in_order {
    PartWords {NavPart::Own, "", ""},
    PartWords {NavPart::Money, TR_NOOP("Dana"), "wallet"},
    PartWords {NavPart::Market, TR_NOOP("UMKM"), "building-store"},
    PartWords {NavPart::Training, TR_NOOP("Pelatihan"), "school"},
    PartWords {NavPart::Office, TR_NOOP("Kantor"), "settings"},
};

/// Each address once: some need one of several permissions.
std::vector<NavEntry> entries_for(http::Exchange const& exchange)
{
    std::vector<NavEntry> entries;
    for (auto const& entry : navigation())
        if (may_see(entry, exchange.session) && std::ranges::find(entries, entry.href, &NavEntry::href) == entries.end())
            entries.push_back(entry);
    return entries;
}

/// The entry under which a page stands: the longest that leads to its address, else to one of its crumbs, the nearest first.
std::string current_href(std::vector<NavEntry> const& entries, std::string_view path, std::vector<html::Crumb> const& crumbs)
{
    std::vector<std::string_view> places {path};
    for (auto crumb = crumbs.rbegin(); crumb != crumbs.rend(); ++crumb)
        places.push_back(std::string_view(crumb->href).substr(0, crumb->href.find('?')));
    for (auto const place : places) {
        std::string found;
        for (auto const& entry : entries)
            if (leads_to(entry.href, place) && entry.href.size() > found.size())
                found = entry.href;
        if (!found.empty())
            return found;
    }
    return {};
}

std::vector<html::NavGroup> nav_of(Services& services, http::Exchange const& exchange, std::vector<html::Crumb> const& crumbs)
{
    auto const entries = entries_for(exchange);
    auto const current = current_href(entries, exchange.request.path, crumbs);
    auto const is_short = entries.size() <= few_entries;
    std::vector<html::NavGroup> groups;
    for (auto const& [part, label, icon] : parts_in_order) {
        html::NavGroup group {.label = label.empty() ? std::string {} : tr(label), .icon = std::string(icon), .items = {}};
        for (auto const& entry : entries) {
            if (entry.part != part)
                continue;
            auto const is_current = entry.href == current;
            group.current = group.current || is_current;
            group.items.push_back({entry.href, tr(entry.label), entry.icon, is_current, exchange.session ? count_of(services, exchange.session->actor, entry.href) : std::string {},
                !is_short && entry.href == "/cari"});
        }
        if (is_short || group.items.size() == 1)
            group.label.clear();
        group.open = group.current || entries.size() <= entries_of_a_desk;
        if (!group.items.empty())
            groups.push_back(std::move(group));
    }
    auto const is_folded = [](html::NavGroup const& group) { return !group.label.empty(); };
    if (std::ranges::count_if(groups, is_folded) == 1) // nothing is gained by closing the only one
        std::ranges::find_if(groups, is_folded)->open = true;
    return groups;
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
    frame.nav = nav_of(services, exchange, crumbs);
    frame.crumbs = std::move(crumbs);
    frame.notice = notice_of(exchange);
    if (exchange.session) {
        frame.person = exchange.session->actor.name;
        frame.person_id = exchange.session->actor.person.str();
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
