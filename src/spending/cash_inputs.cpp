#include "spending/cash_inputs.hpp"

#include <algorithm>
#include <array>

namespace rtkeren::spending {

Result<Party> Party::parse(std::string_view text)
{
    constexpr std::array<std::string_view, 3> kinds {"person:", "supplier:", "treasurer:"};
    auto const* const kind = std::ranges::find_if(kinds, [&](std::string_view one) { return text.starts_with(one); });
    if (kind == kinds.end() || !Ulid::parse(text.substr(kind->size())).ok())
        return Error::invalid("spending.party_format");
    Party party;
    party.m_text = text;
    return party;
}

Result<Month> Month::parse(std::string_view text)
{
    if (text.size() != 7 || !Date::parse(std::string(text) + "-01").ok())
        return Error::invalid("spending.month_format");
    Month month;
    month.m_text = text;
    return month;
}

Month Month::of(Date day)
{
    Month month;
    month.m_text = day.iso().substr(0, 7);
    return month;
}

Date Month::first() const
{
    auto day = Date::parse(m_text + "-01");
    CHECK(day.ok());
    return *day;
}

Date Month::last() const { return next().first().plus_days(-1); }
Month Month::next() const { return of(first().plus_days(31)); }

Result<Ntpn> Ntpn::parse(std::string_view text)
{
    Ntpn number;
    for (char const c : text) {
        if (c == ' ' || c == '-')
            continue;
        auto const is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (!is_letter && (c < '0' || c > '9'))
            return Error::invalid("spending.ntpn_format");
        number.m_text += c >= 'a' && c <= 'z' ? char(c - 'a' + 'A') : c;
    }
    if (number.m_text.size() != 16)
        return Error::invalid("spending.ntpn_format");
    return number;
}

} // namespace rtkeren::spending
