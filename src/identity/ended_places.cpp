#include "identity/ended_places.hpp"

#include "identity/identity.hpp"
#include "identity/sql.hpp"
#include "language/language.hpp"
#include "territory/territory.hpp"

namespace rtkeren::identity {

namespace {

constexpr std::size_t most_notes = 20; // a city that brings its first list ends hundreds of example RT

} // namespace

Result<std::vector<std::string>> heads_of_ended(db::ReadTx& tx, CityId city, std::vector<std::string> const& codes, Date today)
{
    std::vector<std::string> notes;
    std::int64_t more = 0;
    for (auto const& text : codes) {
        auto const code = TRY(territory::PlaceCode::parse(text));
        auto const rows = TRY(tx.run(sql::offices_at, city, text, today));
        for (auto const& row : rows) {
            auto const* role = find_role(row.text(1));
            if (role == nullptr || role->office != territory::name_of(code.level))
                continue; // officers of a group see its purses to their end
            if (notes.size() == most_notes) {
                ++more;
                continue;
            }
            notes.push_back(tr("{name} masih {role} di {place} yang berakhir. Angkat ketua di penggantinya, dan akhiri jabatan yang lama bila kantongnya sudah selesai.",
                {{"name", row.text(0)}, {"role", role_label(role->key)}, {"place", territory::short_name(code.level, text, "")}}));
        }
    }
    if (more > 0)
        notes.push_back(trn("{n} ketua lain juga masih memegang RT atau RW yang berakhir.", "{n} ketua lain juga masih memegang RT atau RW yang berakhir.", more));
    return notes;
}

} // namespace rtkeren::identity
