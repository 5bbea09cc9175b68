#include "enterprise/store.hpp"

#include "base/text.hpp"
#include "enterprise/sql.hpp"
#include "identity/persons.hpp"

#include <algorithm>

namespace rtkeren::enterprise {
namespace {

constexpr int gathered_for_one = 3; // so many times what is wanted is put in order by name

struct Stretch {
    std::string from, behind;
};

/// Gathers persons once each, up to a limit.
class Finder {
public:
    Finder(db::ReadTx& tx, Services const& services, std::string_view place, int limit) : m_tx(tx), m_services(services), m_limit(static_cast<std::size_t>(std::max(limit, 0)))
    {
        auto const from = covers_place(place, "") ? std::string {} : std::string(place);
        m_place = {from, from.empty() ? "~" : from + "/"};
    }

    Result<void> by_beginning(std::string const& name)
    {
        auto const rows = TRY(m_tx.run(sql::persons_beginning, m_services.city, m_place.from, m_place.behind, name, name + "\xF4\x8F\xBF\xBF", std::int64_t(m_limit)));
        add(rows);
        return Done {};
    }
    Result<void> by_words(std::array<Stretch, 3> const& words)
    {
        auto const rows = TRY(m_tx.run(sql::find_persons, m_services.city, m_place.from, m_place.behind, words[0].from, words[0].behind, words[1].from, words[1].behind, words[2].from,
            words[2].behind, std::int64_t(m_limit * gathered_for_one)));
        add(rows);
        return Done {};
    }
    [[nodiscard]] bool is_full() const { return m_found.size() >= m_limit; }
    [[nodiscard]] std::vector<FoundPerson> take() { return std::move(m_found); }

private:
    void add(db::Rows const& rows)
    {
        for (auto const& row : rows) {
            auto const id = row.id<PersonId>(0);
            auto const is_known = std::ranges::any_of(m_found, [&](FoundPerson const& person) { return person.id == id; });
            if (!is_known && !is_full())
                m_found.push_back({id, row.text(1), row.text(2), identity::shown_phone(m_services, id, row.text_or(3))});
        }
    }

    db::ReadTx& m_tx;
    Services const& m_services;
    std::size_t m_limit;
    Stretch m_place;
    std::vector<FoundPerson> m_found;
};

/// The rarest first; nothing where one of them finds nobody.
Result<std::optional<std::array<Stretch, 3>>> by_rarity(db::ReadTx& tx, CityId city, Searched const& searched)
{
    std::vector<std::pair<std::int64_t, Stretch>> counted;
    for (auto const* word : {&searched.first, &searched.second, &searched.third}) {
        if (word->first.empty())
            continue;
        auto const rows = TRY(tx.run(sql::count_words, city, word->first, word->second));
        auto const times = rows.front().integer(0);
        if (times == 0)
            return std::optional<std::array<Stretch, 3>> {};
        counted.emplace_back(times, Stretch {word->first, word->second});
    }
    std::ranges::stable_sort(counted, {}, [](auto const& each) { return each.first; });
    std::array<Stretch, 3> words;
    for (std::size_t i = 0; i < counted.size(); ++i)
        words.at(i) = std::move(counted[i].second);
    return std::optional(std::move(words));
}

} // namespace

Result<std::vector<FoundPerson>> find_persons(db::ReadTx& tx, Services const& services, std::string_view typed, std::string_view place, int limit)
{
    auto const searched = enterprise::searched(services, typed);
    Finder finder(tx, services, place, limit);
    if (searched.empty())
        return finder.take();
    auto const words = TRY(by_rarity(tx, services.city, searched));
    if (!words)
        return finder.take();
    TRY(finder.by_beginning(fold(typed)));
    if (!finder.is_full())
        TRY(finder.by_words(*words));
    return finder.take();
}

} // namespace rtkeren::enterprise
