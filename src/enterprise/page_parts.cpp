#include "enterprise/pages_room.hpp"

#include "audit/audit.hpp"
#include "identifiers/kbli.hpp"
#include "identity/identity.hpp"
#include "territory/territory.hpp"

namespace rtkeren::enterprise {

std::string choice_label(std::string_view kind, std::string_view name)
{
    return name.empty() ? std::string {} : language::word("enterprise." + std::string(kind) + "." + std::string(name));
}

Result<std::string> PlaceWords::of(std::string_view code)
{
    auto const place = territory::PlaceCode::parse(code);
    if (!place.ok())
        return std::string(code);
    auto known = m_names.find(place->kelurahan());
    if (known == m_names.end())
        known = m_names.emplace(place->kelurahan(), TRY(territory::find(m_tx, m_city, place->kelurahan())).name).first;
    if (place->level == territory::Level::Kelurahan)
        return known->second;
    return territory::short_name(place->level, place->text, "") + ", " + known->second;
}

Result<std::string> place_words(db::ReadTx& tx, CityId city, std::string_view code) { return PlaceWords(tx, city).of(code); }

std::string kbli_words(std::string_view kbli)
{
    auto const parsed = identifiers::Kbli::parse(kbli);
    if (!parsed.ok())
        return "–";
    auto const* row = identifiers::find_kbli(parsed->edition, parsed->code);
    return parsed->code + " (KBLI " + std::to_string(parsed->edition) + ")" + (row ? " " + std::string(row->title) : "");
}

std::vector<html::Option> kbli_options()
{
    std::vector<html::Option> options;
    for (auto row = identifiers::kbli_rows().rbegin(); row != identifiers::kbli_rows().rend(); ++row)
        options.push_back({std::to_string(row->edition) + ":" + std::string(row->code), std::to_string(row->edition) + " · " + std::string(row->code) + " " + std::string(row->title)});
    return options;
}

std::vector<tables::Choice> choices_of(std::string_view kind, std::initializer_list<std::string_view> names)
{
    std::vector<tables::Choice> choices;
    for (auto const name : names)
        choices.push_back({std::string(name), choice_label(kind, name)});
    return choices;
}

Result<std::vector<tables::Choice>> kelurahan_choices(Services& services, Actor const& actor)
{
    std::vector<tables::Choice> choices;
    auto const regions = TRY(db::read(services.db, [&](db::ReadTx& tx) { return territory::regions(tx, services.city, territory::Level::Kelurahan, "", services.today()); }));
    for (auto const& region : regions)
        if (may(actor, "enterprise.read", region.code))
            choices.push_back({region.code, region.name});
    return choices;
}

Result<std::vector<HistoryLine>> history_of(db::ReadTx& tx, Services const& services, std::string_view kind, std::string const& subject)
{
    std::vector<HistoryLine> lines;
    auto const events = TRY(audit::of_subject(tx, services.city, kind, subject));
    for (auto event = events.rbegin(); event != events.rend(); ++event) {
        auto const name = event->operation.substr(event->operation.find('.') + 1);
        auto const by = identity::person_name(tx, services.city, event->made.person);
        lines.push_back({event->made.at.iso(), moment(services, event->made.at), choice_label("event", name), by.value_or(""), event->reason});
    }
    return lines;
}

html::Crumb crumb_above(http::Exchange const& exchange)
{
    return exchange.actor().has("enterprise.read") ? html::Crumb {"/umkm", tr("UMKM")} : html::Crumb {"/umkm/saya", tr("Usaha saya")};
}

std::string or_dash(std::string text) { return text.empty() ? "–" : std::move(text); }

void set_amount(html::FormState& form, std::string_view name, std::optional<Rupiah> amount)
{
    if (amount)
        form.set(name, format_number(amount->value()));
}

void set_number(html::FormState& form, std::string_view name, std::optional<std::int64_t> number)
{
    if (number)
        form.set(name, std::to_string(*number));
}

std::string moment(Services const& services, Instant at)
{
    return format_date(at.date_in(services.zone), language::current()) + ", " + format_time(at, services.zone);
}

} // namespace rtkeren::enterprise
