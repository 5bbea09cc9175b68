#include "ladder/kept_picture.hpp"

#include "audit/audit.hpp"
#include "ladder/board_choices.hpp"

#include <array>
#include <map>
#include <mutex>
#include <tuple>

namespace rtkeren::ladder {
namespace {

/// Businesses, products and papers; what desks say; places that are renamed or moved.
constexpr std::array<std::string_view, 3> grounds {"enterprise.", "ladder.", "territory."};
constexpr std::size_t most_kept = 32;

struct Key {
    void const* database;
    std::int64_t city;
    std::vector<std::string> places;
    bool operator<(Key const& other) const { return std::tie(database, city, places) < std::tie(other.database, other.city, other.places); }
};
struct Kept {
    Date day;
    std::int64_t number {0}; // of the newest event that it knows of
    std::shared_ptr<Picture const> picture;
};

class Shelf {
public:
    std::optional<Kept> find(Key const& key)
    {
        std::scoped_lock const lock(m_mutex);
        auto const found = m_kept.find(key);
        return found == m_kept.end() ? std::nullopt : std::optional(found->second);
    }
    /// A reader of an older state does not take the place of a newer one.
    void put(Key const& key, Kept kept)
    {
        std::scoped_lock const lock(m_mutex);
        if (m_kept.size() >= most_kept && !m_kept.contains(key))
            m_kept.clear();
        auto& place = m_kept[key];
        if (!place.picture || place.number <= kept.number)
            place = std::move(kept);
    }

private:
    std::mutex m_mutex;
    std::map<Key, Kept> m_kept;
};

Shelf& shelf()
{
    static Shelf one;
    return one;
}

Result<std::shared_ptr<Picture const>> judged(db::ReadTx& tx, Services const& services, std::vector<std::string> const& places, Date today)
{
    auto picture = TRY(picture_of(tx, services, places));
    picture.rows = waiting_rows(picture, today);
    return std::shared_ptr<Picture const>(std::make_shared<Picture>(std::move(picture)));
}

/// Whether nothing happened since that it is made of.
Result<bool> still_holds(db::ReadTx& tx, CityId city, Kept const& kept, Date today, std::int64_t newest)
{
    if (kept.day != today || kept.number > newest)
        return false;
    if (kept.number == newest)
        return true;
    return !TRY(audit::touched_since(tx, city, kept.number, grounds));
}

} // namespace

Result<std::shared_ptr<Picture const>> kept_picture(db::ReadTx& tx, Services const& services, std::vector<std::string> const& places)
{
    Key const key {&services.db, services.city.value, places};
    auto const today = services.today();
    auto const newest = TRY(audit::newest(tx, services.city));
    auto kept = shelf().find(key);
    if (!kept || !TRY(still_holds(tx, services.city, *kept, today, newest)))
        kept = Kept {today, newest, TRY(judged(tx, services, places, today))};
    kept->number = newest;
    auto picture = kept->picture;
    shelf().put(key, std::move(*kept));
    return picture;
}

} // namespace rtkeren::ladder
