#include "programme/allocation.hpp"

#include "programme/sql.hpp"

#include <algorithm>

namespace rtkeren::programme {

namespace {

std::int64_t position_of(rules::Pack const& pack, std::string_view envelope)
{
    auto found = std::ranges::find(pack.envelopes, envelope, &rules::Envelope::key);
    return found - pack.envelopes.begin();
}

Error unit_unknown(std::size_t index, std::string const& code)
{
    return Error::field("units." + std::to_string(index), "programme.unit_unknown", code, {{"code", code}});
}

/// The listed codes among all units of the level, in the order of the codes; a code given twice counts once.
Result<std::vector<territory::Region>> listed_units(std::vector<territory::Region> all, std::vector<std::string> const& listed)
{
    std::vector<bool> is_wanted(all.size(), false);
    for (std::size_t i = 0; i < listed.size(); ++i) {
        auto code = territory::PlaceCode::parse(listed[i]);
        if (!code.ok())
            return unit_unknown(i, listed[i]);
        auto found = std::ranges::find(all, code->text, &territory::Region::code);
        if (found == all.end())
            return unit_unknown(i, listed[i]);
        is_wanted[std::size_t(found - all.begin())] = true;
    }
    std::vector<territory::Region> units;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (is_wanted[i])
            units.push_back(std::move(all[i]));
    }
    return units;
}

/// Names of kelurahan for people; a code that is gone is its own name.
Result<std::map<std::string, std::string>> kelurahan_names(db::ReadTx& tx, CityId city, Date on)
{
    auto regions = TRY(territory::regions(tx, city, territory::Level::Kelurahan, "", on));
    std::map<std::string, std::string> names;
    for (auto const& region : regions)
        names.emplace(region.code, region.name);
    return names;
}

} // namespace

territory::Level level_of(rules::Pack const& pack)
{
    auto level = territory::level_of(pack.unit);
    return level ? *level : territory::Level::Rt;
}

std::string kelurahan_of(std::string_view code)
{
    auto parsed = territory::PlaceCode::parse(code);
    return parsed.ok() ? parsed->kelurahan() : std::string {};
}

std::string name_of(territory::Region const& region) { return territory::short_name(region.level, region.code, region.name); }

Result<std::vector<territory::Region>> units_of(db::ReadTx& tx, CityId city, rules::Pack const& pack, Date on, std::vector<std::string> const& listed)
{
    auto is_pilot = pack.unit_scope == "pilot";
    if (is_pilot && listed.empty())
        return Error::field("units", "programme.units_required");
    if (!is_pilot && !listed.empty())
        return Error::field("units", "programme.units_not_asked");
    auto all = TRY(territory::regions(tx, city, level_of(pack), "", on));
    if (is_pilot)
        all = TRY(listed_units(std::move(all), listed));
    if (all.empty())
        return Error::conflict("programme.no_units");
    return all;
}

bool Preview::fits() const
{
    return std::ranges::all_of(needs, [](Need const& need) { return need.missing().is_zero(); });
}

Result<Preview> preview_open(db::ReadTx& tx, CityId city, int year, Date on, std::vector<std::string> const& listed)
{
    auto pack = TRY(rules::released(tx, city, year));
    return preview_of(tx, city, *pack, on, listed);
}

Result<Preview> preview_of(db::ReadTx& tx, CityId city, rules::Pack const& pack, Date on, std::vector<std::string> const& listed)
{
    auto units = TRY(units_of(tx, city, pack, on, listed));
    auto names = TRY(kelurahan_names(tx, city, on));
    std::map<std::string, std::int64_t> counts;
    for (auto const& unit : units)
        ++counts[kelurahan_of(unit.code)];
    Preview preview {std::int64_t(units.size()), {}, {}};
    for (auto const& [kelurahan, count] : counts) {
        for (auto const& envelope : pack.envelopes) {
            auto dpa = TRY(ledger::dpa(tx, city, pack.year, kelurahan, envelope.key));
            auto needed = Rupiah::checked(envelope.per_unit.value() * count);
            preview.needs.push_back(
                {kelurahan, names.contains(kelurahan) ? names.at(kelurahan) : kelurahan, envelope.key, count, needed, dpa.limit, dpa.allocated});
            preview.needed += needed;
        }
    }
    return preview;
}

Result<std::vector<Verdict>> check_dpas(db::ReadTx& tx, CityId city, int year, Asked const& asked, rules::Pack const& pack)
{
    std::vector<Verdict> verdicts;
    for (auto const& [place, amount] : asked) {
        auto const& [kelurahan, envelope] = place;
        auto dpa = TRY(ledger::dpa(tx, city, year, kelurahan, envelope));
        auto free = dpa.limit - dpa.allocated;
        if (amount <= free)
            continue;
        auto region = territory::find(tx, city, kelurahan);
        auto const* row = pack.envelope(envelope);
        verdicts.push_back({"programme.dpa_short", Severity::Block, row ? row->basis.citation : std::string {},
            {{"kelurahan", region.ok() ? region->name : kelurahan}, {"code", kelurahan}, {"envelope", row ? row->label : envelope},
                {"limit", std::to_string(dpa.limit.value())}, {"allocated", std::to_string(dpa.allocated.value())}, {"needed", std::to_string(amount.value())},
                {"total_missing", std::to_string((amount - free).value())}}});
    }
    return verdicts;
}

ledger::Header header_of(operations::Context& context, int year, Date on, std::string_view subject_kind, std::string subject, std::string text)
{
    return {.id = context.next<EntryId>(),
        .occurred_on = on,
        .recorded_at = context.now,
        .made_at = context.made_at,
        .actor = context.actor.user,
        .person = std::nullopt,
        .year = year,
        .subject_kind = std::string(subject_kind),
        .subject = std::move(subject),
        .text = std::move(text)};
}

namespace {

using UnitPurses = std::map<std::pair<territory::RegionId, std::string>, PurseId>;

/// The purses that exist already: one read for many units, one a unit for few.
Result<UnitPurses> known_purses(db::ReadTx& tx, CityId city, int year, std::vector<Allotment> const& allotments)
{
    UnitPurses known;
    auto keep = [&](std::vector<Purse> const& purses) {
        for (auto const& purse : purses)
            known.emplace(std::pair(purse.unit, purse.envelope), purse.id);
    };
    if (allotments.size() > 20) {
        keep(TRY(purses_below(tx, city, year, "")));
        return known;
    }
    for (auto const& allotment : allotments)
        keep(TRY(purses_of_unit(tx, city, year, allotment.unit->id)));
    return known;
}

Result<void> open_missing(
    db::WriteTx& tx, operations::Context& context, int year, rules::Pack const& pack, std::vector<Allotment> const& allotments, UnitPurses& known)
{
    std::vector<ledger::NewPurse> purses;
    std::vector<std::array<db::Parameter, 11>> rows;
    for (auto const& allotment : allotments) {
        auto const& unit = *allotment.unit;
        auto [place, is_new] = known.try_emplace(std::pair(unit.id, allotment.envelope), PurseId {});
        if (!is_new)
            continue;
        auto id = context.next<PurseId>();
        place->second = id;
        auto kelurahan = kelurahan_of(unit.code);
        auto name = name_of(unit);
        rows.push_back({context.city, id, year, std::string(allotment.envelope), position_of(pack, allotment.envelope), unit.id, std::string(unit.code),
            std::string(name), std::string(kelurahan), fold(name + " " + unit.code), context.now});
        purses.push_back({id, year, unit.id.str(), std::move(kelurahan), allotment.envelope, std::nullopt, context.now});
    }
    TRY(ledger::open_purses(tx, context.city, purses));
    TRY(tx.run_rows<11>(sql::insert_purses, rows));
    return Done {};
}

} // namespace

Result<Allotted> allot(
    db::WriteTx& tx, operations::Context& context, int year, rules::Pack const& pack, std::vector<Allotment> const& allotments, Paper const& paper)
{
    auto purses = TRY(known_purses(tx, context.city, year, allotments));
    auto before = purses.size();
    TRY(open_missing(tx, context, year, pack, allotments, purses));
    Allotted allotted {purses.size() - before, {}, {}};
    std::vector<ledger::Entry> entries;
    entries.reserve(allotments.size());
    for (auto const& allotment : allotments) {
        if (allotment.amount.is_zero())
            continue;
        auto purse = purses.at(std::pair(allotment.unit->id, allotment.envelope));
        auto header = header_of(context, year, paper.date, "allocation", purse.str(), paper.text);
        allotted.entries.emplace_back(purse, header.id);
        allotted.total += allotment.amount;
        entries.push_back(ledger::allocated(std::move(header), purse, allotment.amount));
    }
    TRY(ledger::post_batch(tx, context.city, entries));
    return allotted;
}

} // namespace rtkeren::programme
