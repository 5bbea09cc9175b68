#include "followup/draw.hpp"

#include "base/text.hpp"
#include "secrets/secrets.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace rtkeren::followup {

std::string frame_text(std::vector<Member> members)
{
    std::ranges::sort(members, {}, &Member::id);
    std::string text;
    for (auto const& member : members)
        text += std::string(1, member.stratum) + ' ' + member.id + '\n';
    return text;
}

std::vector<Member> frame_of(std::string_view text)
{
    std::vector<Member> members;
    for (auto const line : split(text, '\n'))
        if (line.size() > 2)
            members.push_back({line.front(), std::string(line.substr(2))});
    return members;
}

std::string fingerprint(std::string_view text) { return secrets::sha256(text).str(); }

std::string ticket(std::string_view seed, std::string_view id) { return fingerprint(std::string(seed) + ':' + std::string(id)); }

Shares shares_of(std::vector<Member> const& frame, std::size_t size)
{
    auto const of = [&](char stratum) { return static_cast<std::size_t>(std::ranges::count(frame, stratum, &Member::stratum)); };
    auto const treated = of('t'), compared = of('c');
    if (treated + compared == 0)
        return {.a = std::min(size, of('a'))};
    auto const wanted = std::min(size, treated + compared);
    auto const t = std::min(treated, (wanted + 1) / 2);
    auto const c = std::min(compared, wanted - t);
    return {.a = 0, .t = wanted - c, .c = c};
}

std::vector<Member> draw(std::vector<Member> const& frame, std::string_view seed, std::size_t size)
{
    std::vector<std::pair<std::string, Member const*>> tickets;
    tickets.reserve(frame.size());
    for (auto const& member : frame)
        tickets.emplace_back(ticket(seed, member.id), &member);
    std::ranges::sort(tickets, [](auto const& a, auto const& b) { return std::tie(a.first, a.second->id) < std::tie(b.first, b.second->id); });
    auto left = shares_of(frame, size);
    std::vector<Member> sample;
    for (auto const& [number, member] : tickets) {
        auto& share = member->stratum == 't' ? left.t : member->stratum == 'c' ? left.c : left.a;
        if (share == 0)
            continue;
        --share;
        sample.push_back(*member);
    }
    return sample;
}

} // namespace rtkeren::followup
