#include "followup/figures.hpp"

#include "enterprise/pages_room.hpp"
#include "followup/sql.hpp"
#include "language/language.hpp"

#include <algorithm>
#include <array>

namespace rtkeren::followup {
namespace {

constexpr std::int64_t rounded_to = 10'000;

Rupiah rounded(Rupiah amount) { return Rupiah::of((amount.value() + rounded_to / 2) / rounded_to * rounded_to).value(); }

Rupiah middle(std::vector<Rupiah> amounts)
{
    std::ranges::sort(amounts);
    auto const half = amounts.size() / 2;
    if (amounts.size() % 2 == 1)
        return amounts[half];
    return Rupiah::of((amounts[half - 1].value() + amounts[half].value()) / 2).value();
}

std::size_t strength(std::string_view method)
{
    auto const& all = operations::Choices<enterprise::Method>::values;
    auto const found = std::ranges::find(all, method, [](auto const& each) { return each.second; });
    return static_cast<std::size_t>(found - all.begin());
}

/// One business counts once a method: what it told last is as good as what it told first, so the middle of its own is taken.
std::map<std::string, std::map<std::string, std::vector<Rupiah>>> by_method(std::vector<SoldRow> const& rows)
{
    std::map<std::string, std::map<std::string, std::vector<Rupiah>>> all;
    for (auto const& row : rows)
        all[row.method][row.business].push_back(row.sold);
    return all;
}

struct Gathered {
    Tally tally;
    std::vector<SoldRow> sold;
};

} // namespace

void Tally::add(std::string_view outcome, std::int64_t count)
{
    struct Slot {
        std::string_view name;
        std::int64_t Tally::*member;
    };
    static constexpr std::array slots {Slot {"yes", &Tally::yes}, Slot {"paused", &Tally::paused}, Slot {"stopped", &Tally::stopped}, Slot {"never", &Tally::never},
        Slot {"unreachable", &Tally::unreachable}, Slot {"refused", &Tally::refused}, Slot {"expired", &Tally::expired}};
    auto const found = std::ranges::find(slots, outcome, &Slot::name);
    CHECK(found != slots.end());
    this->*(found->member) += count;
}

std::optional<BasisPoints> Tally::share() const
{
    if (answered() == 0)
        return std::nullopt;
    return BasisPoints(static_cast<std::int32_t>((yes * 10'000 + answered() / 2) / answered()));
}

std::optional<Median> median_of(std::vector<SoldRow> const& rows)
{
    auto const all = by_method(rows);
    Median median;
    for (auto const& [method, businesses] : all)
        median.mix.emplace_back(method, std::ssize(businesses));
    std::ranges::sort(median.mix, {}, [](auto const& each) { return strength(each.first); });
    auto const most = std::ranges::max_element(median.mix, {}, [](auto const& each) { return each.second; });
    if (most == median.mix.end() || most->second < turnover::smallest_group)
        return std::nullopt;
    median.method = most->first;
    median.businesses = most->second;
    std::vector<Rupiah> amounts;
    for (auto const& [business, told] : all.at(median.method))
        amounts.push_back(middle(told));
    median.amount = rounded(middle(std::move(amounts)));
    return median;
}

Figure const* Group::at(std::int64_t days) const
{
    auto const found = std::ranges::find(figures, days, &Figure::days);
    return found == figures.end() ? nullptr : &*found;
}

std::vector<Group> groups_of(std::vector<OutcomeRow> const& outcomes, std::vector<SoldRow> const& sold, Keys const& keys)
{
    std::map<std::string, std::map<std::int64_t, Gathered>> gathered;
    for (auto const& row : outcomes)
        for (auto const& key : keys(row.topic, row.region, row.kelurahan, row.course))
            gathered[key][row.days].tally.add(row.outcome, row.count);
    for (auto const& row : sold)
        for (auto const& key : keys(row.topic, row.region, row.kelurahan, row.course))
            gathered[key][row.days].sold.push_back(row);
    std::vector<Group> groups;
    for (auto const& [key, by_days] : gathered) {
        Group group {key, {}};
        for (auto const& [days, each] : by_days)
            group.figures.push_back({days, each.tally, median_of(each.sold)});
        groups.push_back(std::move(group));
    }
    return groups;
}

enterprise::Reach whole_city()
{
    enterprise::Reach reach;
    reach.fill({"~", "~"});
    reach.front() = {"", "~"};
    return reach;
}

Result<Counted> count(db::ReadTx& tx, CityId city, Scope const& scope)
{
    auto const& r = scope.reach;
    auto const at_from = scope.place;
    auto const at_behind = scope.place.empty() ? std::string("~") : scope.place + "/";
    Counted counted;
    auto const outcomes = TRY(tx.run(sql::outcomes, city, scope.year, at_from, at_behind, scope.topic, scope.trainer, r[0].first, r[0].second, r[1].first, r[1].second, r[2].first, r[2].second,
        r[3].first, r[3].second));
    for (auto const& row : outcomes)
        counted.outcomes.push_back({row.text(0), row.text(1), row.text(2), row.text(3), row.id<training::CourseId>(4), row.integer(5), row.text(6), row.integer(7)});
    auto const sold = TRY(tx.run(
        sql::sold, city, scope.year, at_from, at_behind, scope.topic, scope.trainer, r[0].first, r[0].second, r[1].first, r[1].second, r[2].first, r[2].second, r[3].first, r[3].second));
    for (auto const& row : sold)
        counted.sold.push_back({row.text(0), row.text(1), row.text(2), row.id<training::CourseId>(3), row.integer(4), row.text(5), row.text(6), row.rupiah(7)});
    auto const obstacles = TRY(tx.run(
        sql::obstacles, city, scope.year, at_from, at_behind, scope.topic, scope.trainer, r[0].first, r[0].second, r[1].first, r[1].second, r[2].first, r[2].second, r[3].first, r[3].second));
    for (auto const& row : obstacles)
        counted.obstacles.emplace_back(row.text(0), row.integer(1));
    return counted;
}

std::string share_words(Tally const& tally)
{
    auto const share = tally.share();
    if (!share)
        return tr("belum ada yang menjawab");
    return tr("{yes} dari {answered} yang menjawab ({share:bp})", {{"yes", format_number(tally.yes)}, {"answered", format_number(tally.answered())}, {"share", std::to_string(share->value())}});
}

std::string median_words(std::optional<Median> const& median)
{
    if (!median)
        return tr("kurang dari {n} usaha", {{"n", std::to_string(turnover::smallest_group)}});
    auto words = tr("{amount} ({method}, {n} usaha)",
        {{"amount", format_rupiah(median->amount)}, {"method", enterprise::choice_label("method", median->method)}, {"n", format_number(median->businesses)}});
    for (auto const& [method, businesses] : median->mix)
        if (method != median->method)
            words += tr("; {method} {n} usaha, tidak dicampur", {{"method", enterprise::choice_label("method", method)}, {"n", format_number(businesses)}});
    return words;
}

} // namespace rtkeren::followup
