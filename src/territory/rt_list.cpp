#include "territory/rt_list.hpp"

#include "territory/rt_rows.hpp"

#include <algorithm>

namespace rtkeren::territory {

namespace {

using ByCode = std::map<std::string, Region>;

/// What is in force today.
struct Register {
    ByCode rts, rws;
};

Result<ByCode> in_force(db::ReadTx& tx, CityId city, Level level, Date today)
{
    auto regions = TRY(territory::regions(tx, city, level, "", today));
    ByCode all;
    for (auto& region : regions) {
        auto code = region.code;
        if (!region.valid_until)
            all.emplace(std::move(code), std::move(region));
    }
    return all;
}

std::string field_of(std::size_t row, std::string_view name) { return "rows." + std::to_string(row) + "." + std::string(name); }

/// The refusals of one row, with the row before their names.
void refuse(RtList& list, std::size_t row, Error const& error)
{
    for (auto field : error.fields) {
        field.name = field_of(row, field.name);
        list.errors.push_back(std::move(field));
    }
}

Result<void> check_dates(RtRow const& row, Date from, Date today)
{
    if (from > today)
        return Error::field("from", "date.future", from.iso(), {{"today", today.iso()}});
    if (!row.until)
        return Done {};
    if (!row.from)
        return Error::field("from", "required");
    if (*row.until < from)
        return Error::field("until", "territory.ends_before", row.until->iso(), {{"from", from.iso()}});
    if (*row.until >= today)
        return Error::field("until", "date.future", row.until->iso(), {{"today", today.iso()}});
    return Done {};
}

Result<ListedRt> listed_of(RtRow const& row, KelurahanNames const& names, Date on, Date today)
{
    auto code = TRY(code_of_row(row, names));
    auto const from = row.from.value_or(on);
    TRY(check_dates(row, from, today));
    auto origins = TRY(origins_of_row(row, code));
    return ListedRt {.code = std::move(code), .from = from, .until = row.until, .households = row.households.value_or(0), .origins = std::move(origins)};
}

void read_rows(RtList& list, ImportRt const& input, KelurahanNames const& names, Date today)
{
    std::map<std::string, std::size_t> seen;
    for (std::size_t i = 0; i < input.rows.size(); ++i) {
        auto listed = listed_of(input.rows[i], names, input.on, today);
        if (!listed.ok()) {
            refuse(list, i, listed.error());
            list.rows.emplace_back();
            continue;
        }
        auto const key = listed->code.text + (listed->until ? "@" + listed->until->iso() : "");
        auto const [first, is_new] = seen.try_emplace(key, i);
        if (!is_new)
            list.errors.push_back({field_of(i, input.rows[i].code.empty() ? "rt" : "code"), "territory.rt_twice", listed->code.text, {{"row", std::to_string(first->second + 1)}}});
        list.rows.push_back(std::move(*listed));
    }
}

/// Codes that rows of other codes name as their origin.
std::set<std::string> claimed_codes(std::vector<ListedRt> const& rows)
{
    std::set<std::string> claimed;
    for (auto const& row : rows)
        for (auto const& origin : row.origins)
            if (origin != row.code.text)
                claimed.insert(origin);
    return claimed;
}

/// A row stays what it is when nothing went into it or out of it. An RT that others came out of, or that took others in, ends and begins anew.
void settle_row(RtList& list, std::size_t index, Register const& register_, std::set<std::string> const& claimed)
{
    auto& row = list.rows[index];
    auto const own = register_.rts.find(row.code.text);
    auto const is_there = own != register_.rts.end();
    if (row.until) {
        row.fate = is_there ? Fate::Ends : Fate::Past;
        return;
    }
    auto const names_itself = std::ranges::find(row.origins, row.code.text) != row.origins.end();
    auto const has_others = row.origins.size() > (names_itself ? 1U : 0U);
    auto const is_claimed = claimed.contains(row.code.text);
    if (is_there && !has_others && !is_claimed) {
        list.kept.emplace(row.code.text, own->second);
        return;
    }
    row.fate = Fate::Begins;
    for (auto const& origin : row.origins) {
        auto const found = register_.rts.find(origin);
        if (found == register_.rts.end())
            list.errors.push_back({field_of(index, "origins"), "territory.origin_unknown", origin});
        else
            row.predecessors.push_back(found->second);
    }
    if (is_there && !names_itself && (row.origins.empty() || !is_claimed))
        row.predecessors.push_back(own->second);
}

/// Split where one became several, merged where several became one, else renumbered.
void name_fates(RtList& list)
{
    std::map<RegionId, int> successors;
    for (auto const& row : list.rows)
        for (auto const& region : row.predecessors)
            ++successors[region.id];
    for (auto& row : list.rows) {
        if (row.predecessors.empty())
            continue;
        auto const is_split = std::ranges::any_of(row.predecessors, [&](Region const& region) { return successors[region.id] > 1; });
        row.fate = is_split ? Fate::Split : row.predecessors.size() > 1 ? Fate::Merged : Fate::Renumbered;
    }
}

/// The first day without each RT that does not stay.
std::map<std::string, Date> last_days(RtList const& list, Register const& register_, std::set<std::string> const& kelurahan, Date on)
{
    std::map<std::string, Date> ends;
    for (auto const& [code, region] : register_.rts)
        if (!list.kept.contains(code) && kelurahan.contains(PlaceCode::parse(code).value().kelurahan()))
            ends.emplace(code, on);
    for (auto const& row : list.rows)
        if (row.fate == Fate::Ends)
            ends.insert_or_assign(row.code.text, row.until->plus_days(1));
    for (auto const& row : list.rows) // its own successor decides over the list's day
        for (auto const& region : row.predecessors)
            ends.insert_or_assign(region.code, row.from);
    return ends;
}

/// The row that a region's end is about, for its refusal.
std::string row_about(RtList const& list, std::string const& code)
{
    for (std::size_t i = 0; i < list.rows.size(); ++i) {
        auto const& row = list.rows[i];
        if (row.code.text == code || std::ranges::find(row.predecessors, code, &Region::code) != row.predecessors.end())
            return field_of(i, "from");
    }
    return "on";
}

void settle_ends(RtList& list, Register const& register_, std::set<std::string> const& kelurahan, Date on)
{
    for (auto const& [code, day] : last_days(list, register_, kelurahan, on)) {
        auto const& region = register_.rts.at(code);
        if (day <= region.valid_from)
            list.errors.push_back({row_about(list, code), "territory.too_early", day.iso(), {{"code", code}, {"from", region.valid_from.iso()}}});
        list.ends.push_back({region, day});
    }
}

/// RW follow their RT: they begin with the first and end with the last.
void settle_rws(RtList& list, Register const& register_, std::set<std::string> const& kelurahan, Date on)
{
    std::set<std::string> peopled;
    for (auto const& row : list.rows) {
        if (row.until)
            continue;
        auto const rw = row.code.parent();
        peopled.insert(rw);
        auto const known = register_.rws.find(rw);
        if (known != register_.rws.end())
            list.kept.emplace(rw, known->second);
        else if (auto const [begin, is_new] = list.new_rws.try_emplace(rw, row.from); !is_new)
            begin->second = std::min(begin->second, row.from);
    }
    for (auto const& [code, region] : register_.rws)
        if (kelurahan.contains(region.parent) && !peopled.contains(code) && on > region.valid_from)
            list.ends.push_back({region, on});
}

} // namespace

std::string_view code_of(Fate fate)
{
    switch (fate) {
    case Fate::Kept:
        return "territory.fate_kept";
    case Fate::Begins:
        return "territory.fate_begins";
    case Fate::Split:
        return "territory.fate_split";
    case Fate::Merged:
        return "territory.fate_merged";
    case Fate::Renumbered:
        return "territory.fate_renumbered";
    case Fate::Ends:
        return "territory.fate_ends";
    case Fate::Past:
        return "territory.fate_past";
    }
    CHECK(false);
}

Result<RtList> settle_list(db::ReadTx& tx, CityId city, ImportRt const& input, Date today)
{
    if (input.on > today)
        return Error::field("on", "date.future", input.on.iso(), {{"today", today.iso()}});
    auto const kelurahan = TRY(regions(tx, city, Level::Kelurahan, "", today));
    auto rts = TRY(in_force(tx, city, Level::Rt, today));
    auto rws = TRY(in_force(tx, city, Level::Rw, today));
    Register const register_ {std::move(rts), std::move(rws)};
    RtList list;
    read_rows(list, input, KelurahanNames(kelurahan), today);
    if (!list.errors.empty())
        return list;
    std::set<std::string> listed;
    for (auto const& row : list.rows)
        listed.insert(row.code.kelurahan());
    auto const claimed = claimed_codes(list.rows);
    for (std::size_t i = 0; i < list.rows.size(); ++i)
        settle_row(list, i, register_, claimed);
    name_fates(list);
    settle_ends(list, register_, listed, input.on);
    settle_rws(list, register_, listed, input.on);
    return list;
}

} // namespace rtkeren::territory
