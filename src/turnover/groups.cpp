#include "turnover/groups.hpp"

#include "base/check.hpp"

#include <algorithm>
#include <map>

namespace rtkeren::turnover {
namespace {

constexpr std::int64_t round_to = 10'000;

Rupiah rounded(Rupiah amount) { return Rupiah::checked((amount.value() + round_to / 2) / round_to * round_to); }

/// A group while it is being judged: who is in it, by place in the list of members.
struct Judged {
    std::size_t breakdown {0};
    std::string key;
    std::vector<std::size_t> members;
    bool shown {false};
};

class Judge {
public:
    Judge(std::span<Member const> members, std::size_t breakdowns) : m_members(members), m_group_of(breakdowns, std::vector<std::size_t>(members.size()))
    {
        for (std::size_t breakdown = 0; breakdown < breakdowns; ++breakdown)
            gather(breakdown);
        m_groups.push_back({breakdowns, {}, {}, false});
        for (std::size_t i = 0; i < members.size(); ++i)
            m_groups.back().members.push_back(i);
        for (auto& group : m_groups)
            group.shown = std::ssize(group.members) >= smallest_group;
    }

    std::vector<Judged> const& judge()
    {
        for (auto is_changed = true; is_changed;) {
            is_changed = false;
            for (auto const& whole : m_groups)
                for (std::size_t breakdown = 0; whole.shown && breakdown < m_group_of.size(); ++breakdown)
                    is_changed = (breakdown != whole.breakdown && hides_one_within(whole, breakdown)) || is_changed;
        }
        return m_groups;
    }

private:
    void gather(std::size_t breakdown)
    {
        std::map<std::string, std::size_t> places;
        for (std::size_t i = 0; i < m_members.size(); ++i) {
            CHECK(m_members[i].keys.size() == m_group_of.size());
            places.emplace(m_members[i].keys[breakdown], 0);
        }
        for (auto& [key, place] : places) {
            place = m_groups.size();
            m_groups.push_back({breakdown, key, {}, false});
        }
        for (std::size_t i = 0; i < m_members.size(); ++i) {
            auto const place = places.at(m_members[i].keys[breakdown]);
            m_group_of[breakdown][i] = place;
            m_groups[place].members.push_back(i);
        }
    }

    /// Rule 3 for one shown group and one other breakdown.
    bool hides_one_within(Judged const& whole, std::size_t breakdown)
    {
        std::map<std::size_t, std::size_t> inside;
        for (auto const member : whole.members)
            ++inside[m_group_of[breakdown][member]];
        auto rest = std::ssize(whole.members);
        Judged* smallest = nullptr;
        for (auto const& [place, count] : inside) {
            auto& part = m_groups[place];
            if (!part.shown || part.members.size() != count)
                continue;
            rest -= std::ssize(part.members);
            if (smallest == nullptr || part.members.size() < smallest->members.size())
                smallest = &part;
        }
        if (rest == 0 || rest >= smallest_group || smallest == nullptr)
            return false;
        smallest->shown = false;
        return true;
    }

    std::span<Member const> m_members;
    std::vector<std::vector<std::size_t>> m_group_of; // breakdown, member -> place in m_groups
    std::vector<Judged> m_groups; // the whole comes last
};

Group figures_of_group(std::span<Member const> members, Judged const& judged)
{
    Group group {.breakdown = judged.breakdown, .key = judged.key, .shown = judged.shown};
    if (!judged.shown)
        return group;
    std::vector<Rupiah> amounts;
    for (auto const place : judged.members) {
        amounts.push_back(members[place].amount);
        ++group.mix.at(static_cast<std::size_t>(members[place].method));
    }
    std::ranges::sort(amounts);
    auto const last = amounts.size() - 1;
    group.businesses = std::ssize(amounts);
    group.quarter = rounded(amounts[last / 4]);
    group.median = rounded(amounts[last / 2]);
    group.three_quarters = rounded(amounts[last * 3 / 4]);
    return group;
}

} // namespace

Publication publish(std::span<Member const> members, std::size_t breakdowns)
{
    Judge judge(members, breakdowns);
    Publication publication;
    auto const& judged = judge.judge();
    for (auto const& each : judged)
        publication.groups.push_back(figures_of_group(members, each));
    publication.whole = std::move(publication.groups.back());
    publication.groups.pop_back();
    return publication;
}

} // namespace rtkeren::turnover
