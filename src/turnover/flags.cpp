#include "turnover/flags.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>

namespace rtkeren::turnover {
namespace {

constexpr std::size_t median_needs = 3, round_needs = 5;
constexpr std::int64_t times_median = 10, times_home = 5, round_to = 100'000, round_share_percent = 80;

/// What a selling day brought, rounded down: for comparing only.
std::int64_t a_day(NewRecord const& record)
{
    auto const period = std::int64_t {record.from.days_until(record.to)} + 1;
    return record.amount.value() / std::max<std::int64_t>(1, record.selling_days.value_or(period));
}

/// The middle of what days with sales brought; the lower of two middles. Nothing while too few are known.
template<class Takes>
std::optional<std::int64_t> median_day(std::span<Record const> records, Takes const& takes)
{
    std::vector<std::int64_t> days;
    for (auto const& record : records)
        if (takes(record) && a_day(record) > 0)
            days.push_back(a_day(record));
    if (days.size() < median_needs)
        return std::nullopt;
    auto const middle = days.begin() + static_cast<std::ptrdiff_t>((days.size() - 1) / 2);
    std::ranges::nth_element(days, middle);
    return *middle;
}

Verdict flag(std::string_view code, Arguments numbers = {}) { return {std::string("turnover.flag_") + std::string(code), Severity::Warn, {}, std::move(numbers)}; }

std::optional<Verdict> roundness(NewRecord const& record, std::span<Record const> earlier)
{
    std::size_t all = 1;
    auto const is_round = [](Rupiah amount) { return amount.value() % round_to == 0; };
    std::size_t round = is_round(record.amount) ? 1 : 0;
    for (auto const& each : earlier) {
        if (each.method != record.method || each.amount.is_zero())
            continue;
        ++all;
        round += is_round(each.amount) ? 1U : 0U;
    }
    auto const share = round * 100 / all;
    if (!is_round(record.amount) || all < round_needs || share < round_share_percent)
        return std::nullopt;
    return flag("round", {{"share", std::to_string(share)}, {"count", std::to_string(all)}});
}

} // namespace

std::vector<Verdict> flags_of(NewRecord const& record, Surroundings const& around)
{
    std::vector<Verdict> flags;
    if (record.amount.is_zero())
        return flags;
    auto const day = a_day(record);
    auto const own = median_day(around.earlier, [&](Record const& each) { return each.channel == record.channel && each.method == record.method; });
    if (own && day > *own * times_median)
        flags.push_back(flag("median"));
    if (auto round = roundness(record, around.earlier))
        flags.push_back(std::move(*round));
    if (around.twins > 0)
        flags.push_back(flag("twins", {{"count", std::to_string(around.twins)}}));
    if (record.channel == enterprise::Channel::Bazar) {
        auto const home = median_day(around.earlier, [](Record const& each) { return each.channel == enterprise::Channel::Rumah; });
        if (home && day > *home * times_home)
            flags.push_back(flag("bazaar"));
    }
    return flags;
}

std::string flags_text(std::vector<Verdict> const& flags)
{
    boost::json::array all;
    for (auto const& each : flags)
        all.push_back(operations::to_json(each));
    return boost::json::serialize(all);
}

std::vector<Verdict> flags_of_text(std::string_view text)
{
    std::vector<Verdict> flags;
    auto const parsed = boost::json::parse(text);
    for (auto const& each : parsed.as_array())
        flags.push_back(operations::verdict_of(each.as_object()));
    return flags;
}

} // namespace rtkeren::turnover
