#include "turnover/publishing.hpp"

#include "audit/audit.hpp"
#include "enterprise/operations.hpp"
#include "turnover/figures.hpp"
#include "turnover/sql.hpp"

#include <algorithm>

namespace rtkeren::turnover {
namespace {

/// Who is in a month's groups, and since when each figure is what it is.
struct Members {
    std::vector<Member> list;
    std::vector<std::optional<Instant>> changed; // beside the list; nothing: not since before anything was published
};

Result<Members> members_of(db::ReadTx& tx, CityId city, std::string_view month)
{
    TRY(tx.expect_whole_tables());
    Members members;
    std::string standing;
    auto const figures = TRY(tx.run(sql::members_of_month, city, month));
    for (auto const& row : figures) {
        if (row.text(0) == standing)
            continue; // what was merged and recorded twice counts once
        standing = row.text(0);
        auto const activity = row.is_null(4) ? std::string {} : std::to_string(row.integer(4)) + ":" + row.text(5);
        members.list.push_back({row.rupiah(1), enterprise::choice_of<enterprise::Method>(row.text(2)).value(), {row.text(3), activity, row.text(6), row.text(3) + "|" + activity}});
        members.changed.push_back(row.maybe_instant(7));
    }
    return members;
}

using GroupKey = std::pair<std::size_t, std::string>; // breakdown, key
GroupKey key_of(Group const& group) { return {group.breakdown, group.key}; }

/// What stands published of a month, by group; empty before the first time.
struct Before {
    std::map<GroupKey, PublishedGroup> groups;
    Instant first;
    Instant taken(GroupKey const& key) const
    {
        auto const found = groups.find(key);
        return found == groups.end() ? first : found->second.taken_at;
    }
};

Before before_of(PublishedMonth published)
{
    Before before;
    for (auto& group : published.groups)
        before.groups.emplace(key_of(group), std::move(group));
    if (published.whole)
        before.groups.emplace(key_of(*published.whole), *published.whole);
    for (auto const& [key, group] : before.groups)
        before.first = key == before.groups.begin()->first ? group.taken_at : std::min(before.first, group.taken_at);
    return before;
}

/// How many figures of each group changed since it was published.
std::map<GroupKey, std::int64_t> changes(Members const& members, Before const& before)
{
    std::map<GroupKey, std::int64_t> counts;
    for (std::size_t i = 0; i < members.list.size(); ++i)
        for (std::size_t breakdown = 0; breakdown <= breakdown_names.size() && members.changed[i]; ++breakdown) {
            GroupKey const key {breakdown, breakdown < breakdown_names.size() ? members.list[i].keys[breakdown] : std::string {}};
            counts[key] += *members.changed[i] > before.taken(key) ? 1 : 0;
        }
    return counts;
}

/// What is put in the place of what stands: everything the first time, later what changed enough.
std::vector<Group const*> renewed(std::vector<Group const*> const& now, Members const& members, Before const& before)
{
    if (before.groups.empty())
        return now;
    auto const stands = [&](Group const* group) {
        auto const found = before.groups.find(key_of(*group));
        return found != before.groups.end() && found->second.shown;
    };
    if (std::ranges::any_of(now, [&](Group const* group) { return stands(group) && !group->shown; }))
        return {};
    auto const counts = changes(members, before);
    std::vector<Group const*> chosen;
    for (auto const* group : now)
        if (auto const found = counts.find(key_of(*group)); group->shown && found != counts.end() && found->second >= smallest_group)
            chosen.push_back(group);
    return chosen;
}

std::string mix_text(Mix const& mix)
{
    std::string text;
    for (auto const count : mix)
        text += (text.empty() ? "" : ",") + std::to_string(count);
    return text;
}

Result<std::size_t> publish_month(db::WriteTx& tx, operations::Context& context, std::string const& month)
{
    auto const members = TRY(members_of(tx, context.city, month));
    auto const publication = publish(members.list, breakdown_names.size());
    std::vector<Group const*> now {&publication.whole};
    for (auto const& group : publication.groups)
        now.push_back(&group);
    auto const before = before_of(TRY(published_month(tx, context.city, month)));
    auto const chosen = renewed(now, members, before);
    std::vector<std::array<db::Parameter, 11>> lines;
    for (auto const* group : chosen)
        lines.push_back({context.city, month, std::string(name_of_breakdown(group->breakdown)), group->key, group->shown, group->businesses, group->quarter, group->median, group->three_quarters,
            mix_text(group->mix), context.now});
    TRY(tx.run_rows(sql::put_published, lines));
    TRY(tx.run(sql::put_publication, context.city, month, context.now));
    return lines.size();
}

} // namespace

std::string last_published_month(Date today) { return month_before(month_of(today), static_cast<int>(today.day()) < publishing_day ? 2 : 1); }

Result<operations::Answer> publish_due(db::WriteTx& tx, operations::Context& context, PublishGroups const&)
{
    auto const due = TRY(tx.maybe(sql::months_due, context.city, last_published_month(context.today), smallest_group));
    if (!due)
        return operations::Answer {.id = {}, .href = "/omzet", .message = "turnover.nothing_due", .data = {{"count", 0}}};
    auto const month = due->text(0);
    auto const groups = TRY(publish_month(tx, context, month));
    TRY(audit::append(tx, context, {"turnover.publish", "turnover_month", month, "", {{"groups", groups}}}));
    return operations::Answer {.id = month, .href = "/omzet?bulan=" + month, .message = "turnover.published", .arguments = {{"month", month}, {"groups", std::to_string(groups)}}, .data = {{"count", 1}, {"groups", groups}}};
}

} // namespace rtkeren::turnover
