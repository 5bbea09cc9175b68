#include "workflow/rows.hpp"
#include "workflow/sql.hpp"

#include <algorithm>
#include <set>

namespace rtkeren::workflow {
namespace {

constexpr std::size_t permissions_at_a_time = 8;

/// The codes from `from` up to but not including `until` are the grant's place and what lies below: '/' follows '.'.
struct PlaceRange {
    std::string from, until;
};

PlaceRange range_of(Grant const& grant)
{
    auto const whole_city = !grant.pokmas.empty() || covers_place(grant.place, "");
    if (whole_city)
        return {"", "~"};
    return {grant.place, grant.place + '/'};
}

/// Fewer than eight are filled up with a permission that nothing waits for.
std::array<std::string_view, permissions_at_a_time> eight_of(std::vector<Permission> const& permissions, std::size_t from)
{
    std::array<std::string_view, permissions_at_a_time> eight;
    eight.fill("-");
    for (std::size_t i = 0; i < eight.size() && from + i < permissions.size(); ++i)
        eight[i] = permissions[from + i];
    return eight;
}

/// Without a deadline last; then who has waited longest.
bool is_more_urgent(Waiting const& a, Waiting const& b)
{
    if (a.item.due != b.item.due)
        return a.item.due && (!b.item.due || *a.item.due < *b.item.due);
    return std::tie(a.item.since, a.item.id) < std::tie(b.item.since, b.item.id);
}

Waiting waiting_of(db::Row const& row, Date today)
{
    Waiting waiting {item_of(row), {}};
    if (waiting.item.due)
        waiting.days_left = today.days_until(*waiting.item.due);
    return waiting;
}

} // namespace

Result<std::vector<Waiting>> inbox(db::ReadTx& tx, Actor const& actor, Date today, int limit)
{
    std::vector<Waiting> waiting;
    std::set<ItemId> seen; // two grants may give the same
    for (auto const& grant : actor.grants) {
        auto const range = range_of(grant);
        for (std::size_t i = 0; i < grant.permissions.size(); i += permissions_at_a_time) {
            auto const p = eight_of(grant.permissions, i);
            auto const rows = TRY(tx.run(sql::inbox_of_grant, actor.city, p[0], p[1], p[2], p[3], p[4], p[5], p[6], p[7], range.from, range.until, grant.pokmas, limit));
            for (auto const& row : rows) {
                auto item = waiting_of(row, today);
                auto const boundary = range.from.empty() || covers_place(grant.place, item.item.place); // "35.72.03-x" lies in the range, not in the place
                if (boundary && seen.insert(item.item.id).second)
                    waiting.push_back(std::move(item));
            }
        }
    }
    std::sort(waiting.begin(), waiting.end(), is_more_urgent);
    if (waiting.size() > std::size_t(limit))
        waiting.erase(waiting.begin() + limit, waiting.end());
    return waiting;
}

Result<std::vector<Waiting>> followed(db::ReadTx& tx, Actor const& actor, Date today, int limit)
{
    auto const rows = TRY(tx.run(sql::followed_items, actor.city, actor.user, limit));
    std::vector<Waiting> waiting;
    waiting.reserve(rows.size());
    for (auto const& row : rows)
        waiting.push_back(waiting_of(row, today));
    return waiting;
}

} // namespace rtkeren::workflow
