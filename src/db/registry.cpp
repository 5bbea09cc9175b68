#include "db/connection.hpp"

#include <deque>
#include <unordered_map>

namespace rtkeren::db {
namespace {

/// Filled before main() by the constants of `sql.hpp`, read afterwards.
struct Registry {
    std::vector<QueryInfo> queries;
    std::deque<std::atomic<std::uint64_t>> counters;
    std::unordered_map<std::string_view, std::atomic<std::uint64_t>*> by_name;
};

Registry& registry()
{
    static Registry instance;
    return instance;
}

} // namespace

bool register_queries(std::span<QueryInfo const> queries)
{
    auto& known = registry();
    for (auto const& query : queries) {
        if (known.by_name.contains(query.name))
            continue;
        known.queries.push_back(query);
        known.by_name.emplace(query.name, &known.counters.emplace_back(0));
    }
    return true;
}

std::vector<QueryInfo> registered_queries()
{
    return registry().queries;
}

std::atomic<std::uint64_t>* counter_of(std::string_view name)
{
    auto found = registry().by_name.find(name);
    return found == registry().by_name.end() ? nullptr : found->second;
}

std::uint64_t times_run(std::string_view name)
{
    auto const* counter = counter_of(name);
    return counter ? counter->load(std::memory_order_relaxed) : 0;
}

} // namespace rtkeren::db
