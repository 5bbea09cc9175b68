#include "evidence/readers.hpp"

#include "evidence/places.hpp"
#include "evidence/sql.hpp"
#include "identity/identity.hpp"

#include <algorithm>

namespace rtkeren::evidence {

namespace {

constexpr std::string_view reading = "insight.read";

bool reads(Grant const& grant) { return std::ranges::binary_search(grant.permissions, reading); }

/// What has no place of its own belongs where its bringer works: to who reads there, and to who reads within that office's territory.
bool shares_territory(Actor const& reader, Actor const& bringer)
{
    return std::ranges::any_of(bringer.grants, [&](Grant const& theirs) {
        auto const is_office_above = [&](Grant const& own) { return reads(own) && !covers_place(theirs.place, "") && theirs.pokmas.empty() && covers_place(theirs.place, own.place); };
        return may(reader, reading, theirs.place, theirs.pokmas) || std::ranges::any_of(reader.grants, is_office_above);
    });
}

} // namespace

Result<bool> may_read(db::ReadTx& tx, Services const& services, Actor const& actor, std::string_view sha256)
{
    auto const rows = TRY(tx.run(sql::readers_of_file, services.city, sha256));
    auto const is_all_private = !rows.empty() && std::ranges::all_of(rows, [](db::Row const& row) { return is_private(row.text(3)); });
    if (!is_all_private && may(actor, reading, ""))
        return true;
    for (auto const& row : rows) {
        auto const bringer = row.maybe_id<UserId>(0);
        auto const is_own = bringer && *bringer == actor.user;
        if (is_private(row.text(3)) && !is_own)
            continue;
        if (is_own || (!row.is_null(1) && may(actor, reading, row.text(1), row.text(2))))
            return true;
        std::optional<Standing> standing;
        if (row.is_null(1))
            standing = TRY(standing_of(tx, services.city, row.text(3), row.text(4)));
        if (standing && may(actor, reading, standing->place, standing->pokmas))
            return true;
        if (!row.is_null(1) || standing || !bringer)
            continue;
        auto const known = identity::actor_of_user(tx, services.city, *bringer, services.today());
        if (known.ok() && shares_territory(actor, *known))
            return true;
    }
    // Nothing names it yet: the form that it was sent with is still open at who sent it.
    auto const file = TRY(tx.maybe(sql::file_by_hash, services.city, sha256));
    return rows.empty() && file && file->text(6) == actor.user.str();
}

} // namespace rtkeren::evidence
