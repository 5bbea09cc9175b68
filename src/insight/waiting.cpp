#include "insight/waiting.hpp"

#include "insight/kinds.hpp"
#include "language/language.hpp"

#include <algorithm>
#include <map>

namespace rtkeren::insight {
namespace {

constexpr int days_of_week = 7;
constexpr int days_of_warning = 3;

enum class Urgency : std::uint8_t { Late, Soon, Later };

Urgency urgency_of(std::optional<Date> due, Date today)
{
    auto const left = due ? today.days_until(*due) : std::int64_t {days_of_week} + 1;
    if (left > days_of_week)
        return Urgency::Later;
    return left < 0 ? Urgency::Late : Urgency::Soon;
}

std::string month_of(Date day)
{
    auto const text = format_date(day, language::current());
    auto const from = text.find(' ') + 1;
    return text.substr(from, text.rfind(' ') - from);
}

std::string since_words(Instant since, Date today, Zone zone)
{
    auto const day = since.date_in(zone);
    if (day == today)
        return tr("sejak hari ini");
    return tr("sejak {date}", {{"date", day.year() == today.year() ? format_date_short(day, language::current()) : format_date(day, language::current())}});
}

TaskCard card_of_waiting(workflow::Waiting const& each, PlaceNames const& names, Date today, Zone zone)
{
    auto const& item = each.item;
    return {.leaf = leaf_of(item.due, today), .title = item.title, .state = state_label(item), .place = names.words(item.place), .since = since_words(item.since, today, zone),
        .href = item_href(item.machine, item.subject.text()), .action = tr("Buka {kind}", {{"kind", kind_label(item.machine)}})};
}

TaskCard card_of_duty(Duty const& duty, PlaceNames const& names, Date today)
{
    return {.leaf = leaf_of(duty.due, today), .title = duty.title, .state = duty.state, .place = names.words(duty.place), .since = {}, .href = duty.href, .action = duty.action};
}

/// A card with what orders and filters it.
struct Card {
    std::string kind;
    std::optional<Date> due;
    TaskCard task;
};

/// Files and duties together, the earliest deadline first and what has none last.
std::vector<Card> cards_of(std::vector<workflow::Waiting> const& inbox, std::vector<Duty> const& duties, PlaceNames const& names, Date today, Zone zone)
{
    std::vector<Card> cards;
    for (auto const& each : inbox)
        cards.push_back({each.item.machine, each.item.due, card_of_waiting(each, names, today, zone)});
    for (auto const& duty : duties)
        cards.push_back({std::string(next_steps), duty.due, card_of_duty(duty, names, today)});
    std::ranges::stable_sort(cards, [](Card const& one, Card const& other) { return one.due && (!other.due || *one.due < *other.due); });
    return cards;
}

std::string kind_href(std::string_view kind, std::size_t from = 0)
{
    std::string href = "/menunggu";
    if (!kind.empty())
        href += "?jenis=" + std::string(kind);
    if (from > 0)
        href += (kind.empty() ? "?dari=" : "&dari=") + std::to_string(from);
    return href;
}

/// Choices only where there is something to choose.
std::vector<Choice> kinds_of(std::vector<Card> const& cards, std::string_view chosen)
{
    std::map<std::string, std::int64_t> counts;
    for (auto const& each : cards)
        ++counts[each.kind];
    if (counts.size() < 2 && chosen.empty())
        return {};
    auto const label = [](std::string const& words, std::size_t count) { return words + " " + format_number(std::int64_t(count)); };
    std::vector<Choice> kinds {{kind_href(""), label(tr("Semua"), cards.size()), chosen.empty()}};
    for (auto const& [kind, count] : counts)
        kinds.push_back({kind_href(kind), label(kind == next_steps ? tr("Langkah berikutnya") : kind_label(kind), std::size_t(count)), kind == chosen});
    return kinds;
}

FollowedLine followed_line(workflow::Waiting const& each, Zone zone)
{
    auto const late = each.days_left && *each.days_left < 0;
    auto const when = late ? trn("{n} hari lewat", "{n} hari lewat", -*each.days_left) : format_date_short(each.item.since.date_in(zone), language::current());
    return {item_href(each.item.machine, each.item.subject.text()), each.item.title, state_label(each.item), when, late};
}

std::string title_of(std::int64_t count)
{
    return count == 0 ? tr("Tidak ada yang menunggu Anda") : trn("{n} hal menunggu Anda", "{n} hal menunggu Anda", count);
}

std::vector<TaskGroup> empty_groups()
{
    return {{"lewat", tr("Lewat tenggat"), true, {}}, {"pekan", tr("Pekan ini"), true, {}}, {"nanti", tr("Nanti"), false, {}}};
}

} // namespace

Leaf leaf_of(std::optional<Date> due, Date today)
{
    if (!due)
        return {"", "–", tr("tanpa tenggat")};
    auto const left = today.days_until(*due);
    if (left < 0)
        return {"no", format_number(-left), trn("hari lewat", "hari lewat", -left)};
    if (left == 0)
        return {"warn", std::to_string(due->day()), tr("hari ini")};
    if (left <= days_of_week)
        return {left <= days_of_warning ? "warn" : "", format_number(left), trn("hari lagi", "hari lagi", left)};
    return {"", std::to_string(due->day()), month_of(*due)};
}

std::vector<workflow::Waiting> due_in_sight(std::vector<workflow::Waiting> inbox)
{
    std::erase_if(inbox, [](workflow::Waiting const& each) { return each.days_left.value_or(0) > days_ahead; });
    return inbox;
}

void count_notes(WaitingPage& page)
{
    page.count += std::int64_t(page.notes.size());
    page.title = title_of(page.count);
}

WaitingPage present_waiting(std::vector<workflow::Waiting> const& inbox, std::vector<Duty> const& duties, std::vector<workflow::Waiting> const& followed, PlaceNames const& names,
    WaitingRequest const& request, Date today, Zone zone)
{
    WaitingPage page;
    auto const cards = cards_of(inbox, duties, names, today, zone);
    page.count = std::int64_t(cards.size());
    page.title = title_of(page.count);
    page.today = format_date_full(today, language::current());
    page.kinds = kinds_of(cards, request.kind);
    auto groups = empty_groups();
    std::int64_t late = 0, soon = 0;
    std::size_t number = 0;
    for (auto const& each : cards) {
        auto const urgency = urgency_of(each.due, today);
        late += urgency == Urgency::Late ? 1 : 0;
        soon += urgency == Urgency::Soon ? 1 : 0;
        if (!request.kind.empty() && each.kind != request.kind)
            continue;
        if (number >= request.from && number < request.from + cards_a_page)
            groups[std::size_t(urgency)].tasks.push_back(each.task);
        ++number;
    }
    std::erase_if(groups, [](TaskGroup const& group) { return group.tasks.empty(); });
    page.groups = std::move(groups);
    if (late > 0)
        page.late = trn("{n} lewat tenggat", "{n} lewat tenggat", late);
    if (soon > 0)
        page.soon = trn("{n} harus selesai pekan ini", "{n} harus selesai pekan ini", soon);
    if (number > request.from + cards_a_page) {
        page.more_href = kind_href(request.kind, request.from + cards_a_page);
        page.more = trn("{n} hal berikutnya", "{n} hal berikutnya", std::int64_t(number - request.from - cards_a_page));
    }
    for (auto const& each : followed)
        page.followed.push_back(followed_line(each, zone));
    return page;
}

} // namespace rtkeren::insight
