#include "rules/store.hpp"

#include "ledger/ledger.hpp"
#include "rules/sql.hpp"

#include <algorithm>
#include <mutex>

namespace rtkeren::rules {

namespace {

StoredPack stored_of(db::Row const& row)
{
    return {.year = int(row.integer(0)),
        .version = int(row.integer(1)),
        .hash = row.text(2),
        .note = row.text(3),
        .loaded_by = row.id<PersonId>(4),
        .loaded_at = row.instant(5),
        .released_by = row.maybe_id<PersonId>(6),
        .released_at = row.maybe_instant(7),
        .letter = row.text_or(8),
        .letter_date = row.maybe_date(9)};
}

/// Packs with their version, so that a write costs one small read and no parsing. Texts never change, so nothing here grows old.
struct Versions {
    std::mutex mutex;
    std::map<std::tuple<std::int32_t, int, int, std::string>, std::shared_ptr<Pack const>> packs;
};
Versions& known_versions()
{
    static Versions versions;
    return versions;
}

Result<std::shared_ptr<Pack const>> load(db::ReadTx& tx, CityId city, int year, int version, std::string const& hash)
{
    constexpr std::size_t most_kept = 256;
    auto& known = known_versions();
    auto const key = std::tuple(city.value, year, version, hash);
    {
        std::scoped_lock const lock(known.mutex);
        if (auto const found = known.packs.find(key); found != known.packs.end())
            return found->second;
    }
    auto const text = TRY(text_of(tx, city, year, version));
    auto const parsed = Pack::parse(text);
    // It was parsed when it was put in; a newer program that reads more strictly must say so instead of guessing.
    if (!parsed.ok())
        return Error::internal("rules.stored_pack_broken", std::to_string(year) + "/" + std::to_string(version));
    auto pack = std::make_shared<Pack>(**parsed);
    pack->version = version;
    std::scoped_lock const lock(known.mutex);
    if (known.packs.size() >= most_kept)
        known.packs.clear();
    return known.packs.emplace(key, std::move(pack)).first->second;
}

bool is_banned_all_year(MenuItem const& item, int year)
{
    return item.ban && item.ban->severity == Severity::Block && item.is_banned(Date::of(year, 1, 1).value()) && item.is_banned(Date::of(year, 12, 31).value());
}

} // namespace

Result<std::vector<StoredPack>> stored_packs(db::ReadTx& tx, CityId city)
{
    auto const rows = TRY(tx.run(sql::pack_heads, city));
    std::vector<StoredPack> packs;
    packs.reserve(rows.size());
    for (auto const& row : rows)
        packs.push_back(stored_of(row));
    return packs;
}

Result<StoredPack> stored_pack(db::ReadTx& tx, CityId city, int year, int version)
{
    auto const row = TRY(tx.one("rules.no_version", sql::pack_head, city, year, version));
    return stored_of(row);
}

Result<int> version_in_force(db::ReadTx& tx, CityId city, int year)
{
    auto const row = TRY(tx.maybe(sql::released_version, city, year));
    return row ? int(row->integer(0)) : 0;
}

Result<std::string> text_of(db::ReadTx& tx, CityId city, int year, int version)
{
    auto const row = TRY(tx.one("rules.no_version", sql::pack_text, city, year, version));
    return row.text(0);
}

Result<std::shared_ptr<Pack const>> released(db::ReadTx& tx, CityId city, int year)
{
    auto const row = TRY(tx.one("rules.no_pack", sql::released_version, city, year));
    return load(tx, city, year, int(row.integer(0)), row.text(1));
}

Result<std::shared_ptr<Pack const>> version(db::ReadTx& tx, CityId city, int year, int version)
{
    auto const row = TRY(tx.one("rules.no_version", sql::pack_hash, city, year, version));
    return load(tx, city, year, version, row.text(0));
}

Result<int> store_pack(db::WriteTx& tx, operations::Context const& context, Pack const& pack, std::string_view text, std::string_view note)
{
    auto const last = TRY(tx.maybe(sql::last_version, context.city, pack.year));
    if (last && last->text(1) == pack.hash)
        return Error::conflict("rules.same_text", {{"year", std::to_string(pack.year)}, {"version", std::to_string(last->integer(0))}});
    auto const version = last ? int(last->integer(0)) + 1 : 1;
    TRY(tx.run(sql::insert_pack, context.city, pack.year, version, pack.hash, text, note, context.actor.user, context.actor.person, context.now));
    return version;
}

std::vector<std::string> allowed_categories(Pack const& pack, Envelope const& envelope)
{
    std::vector<std::string> codes;
    for (auto const& item : pack.menu) {
        auto const named = std::ranges::find(item.envelopes, envelope.key) != item.envelopes.end();
        if ((named || item.basis.severity != Severity::Block) && !is_banned_all_year(item, pack.year))
            codes.push_back(item.code);
    }
    return codes;
}

Result<void> mark_released(db::WriteTx& tx, operations::Context const& context, Pack const& pack, int version, std::string_view letter, Date letter_date)
{
    auto const changed
        = TRY(tx.run(sql::release_pack, context.city, pack.year, version, context.actor.user, context.actor.person, context.now, letter, letter_date));
    if (changed.rows != 1)
        return Error::conflict("rules.released_already");
    for (auto const& envelope : pack.envelopes)
        TRY(ledger::allow_categories(tx, context.city, pack.year, envelope.key, allowed_categories(pack, envelope)));
    return Done {};
}

std::vector<FieldError> unknown_facts(Pack const& pack)
{
    std::vector<FieldError> findings;
    for (std::size_t i = 0; i < pack.tranches.size(); ++i)
        for (std::size_t j = 0; j < pack.tranches[i].gates.size(); ++j) {
            auto const& fact = pack.tranches[i].gates[j].fact;
            auto const path = "tranche[" + std::to_string(i + 1) + "].gates[" + std::to_string(j + 1) + "].fact";
            if (find_fact(fact) == nullptr)
                findings.push_back({path, "rules.unknown_fact", fact, {{"path", path}, {"fact", fact}}});
        }
    return findings;
}

} // namespace rtkeren::rules
