#include "turnover/pages_room.hpp"

namespace rtkeren::turnover {

std::string month_words(std::string_view month)
{
    // "1 Januari 2026" without its day, in the language of the request.
    auto const words = format_date(first_day(month), language::current());
    return words.substr(words.find(' ') + 1);
}

std::string period_words(Date from, Date to)
{
    auto const first = format_date(from, language::current());
    return from == to ? first : tr("{from} sampai {to}", {{"from", first}, {"to", format_date(to, language::current())}});
}

std::string channel_label(enterprise::Channel channel) { return enterprise::choice_label("channel", enterprise::stored_choice(channel)); }
std::string method_label(enterprise::Method method) { return enterprise::choice_label("method", enterprise::stored_choice(method)); }

std::vector<html::Crumb> crumbs(Actor const& actor, enterprise::Business const& business, std::string last)
{
    std::vector<html::Crumb> path;
    if (enterprise::owns(actor, business)) {
        path.push_back({"/omzet/saya?usaha=" + business.id.str(), tr("Buku kas")});
    } else {
        path.push_back({"/omzet/catatan", tr("Catatan omzet")});
        path.push_back({enterprise::href_of(business.id), business.name});
    }
    path.push_back({"", std::move(last)});
    return path;
}

} // namespace rtkeren::turnover
