#include "rules/parse.hpp"

#include "base/text.hpp"
#include "secrets/secrets.hpp"
#include "territory/territory.hpp"

#include <mutex>

namespace rtkeren::rules {

namespace {

constexpr std::size_t largest_pack = 200'000;

/// [basis]: read before everything else, for all other tables name its rows.
Bases read_bases(TableReader& root)
{
    Bases bases;
    root.with("basis", [&](TableReader& all) {
        for (auto const& key : all.keys())
            all.with(key, [&](TableReader& row) {
                row.require("citation");
                row.require("certainty");
                bases[key] = row.basis();
            });
    });
    return bases;
}

void read_head(TableReader& root, Pack& pack)
{
    pack.city = root.text("city", 5);
    auto const place = territory::PlaceCode::parse(pack.city);
    if (!pack.city.empty() && (!place.ok() || place->level != territory::Level::Kota))
        root.note("city", "pack.city", pack.city);
    pack.year = int(root.integer("year", 2001, 2100));
    pack.scheme = root.text("scheme", 60);
    root.with("unit", [&](TableReader& unit) {
        pack.unit = unit.text("kind", 20);
        if (pack.unit != "rt" && pack.unit != "rw" && pack.unit != "kelurahan" && !pack.unit.empty())
            unit.note("kind", "pack.reference", pack.unit, {{"kind", "unit"}});
        pack.unit_scope = unit.text("scope", 20);
        if (pack.unit_scope != "all" && pack.unit_scope != "pilot" && !pack.unit_scope.empty())
            unit.note("scope", "pack.reference", pack.unit_scope, {{"kind", "scope"}});
        pack.bases["unit"] = unit.basis();
    });
}

/// The parts stand on each other in this order: a menu names envelopes, a cap names the menu.
void read_parts(TableReader& root, Findings& findings, Pack& pack)
{
    read_head(root, pack);
    read_money(root, pack);
    read_menu(root, pack);
    read_tranches(root, pack);
    read_taxes(root, pack);
    read_spend_kinds(root, pack);
    read_deadlines(root, pack);
    read_words(root, pack);
    check_whole(root, findings, pack);
}

Result<std::shared_ptr<Pack const>> refused(Findings& findings) { return Error::invalid("pack.invalid", findings.take()); }

Result<std::shared_ptr<Pack const>> parse_anew(std::string_view text, std::string hash)
{
    Findings findings;
    toml::table document;
    try {
        document = toml::parse(text);
    } catch (toml::parse_error const& problem) {
        findings.add("toml", "pack.syntax", std::string(problem.description()), problem.source());
        return refused(findings);
    }
    auto pack = std::make_shared<Pack>();
    Bases bases;
    {
        // Two readers over one table: the first knows one key only, so it is asked for nothing at its end.
        Bases const none;
        TableReader first(findings, document, {}, none);
        bases = read_bases(first);
        first.forget_others();
    }
    {
        TableReader root(findings, document, {}, bases);
        root.ignore("basis");
        read_parts(root, findings, *pack);
    }
    if (!findings.empty())
        return refused(findings);
    pack->hash = std::move(hash);
    return std::shared_ptr<Pack const>(std::move(pack));
}

/// Packs that were parsed before, by hash. A city has a handful; a test of thousands of broken ones fills nothing, for only good ones are kept.
struct Parsed {
    std::mutex mutex;
    std::map<std::string, std::shared_ptr<Pack const>, std::less<>> by_hash;
};
Parsed& parsed_packs()
{
    static Parsed parsed;
    return parsed;
}

} // namespace

Result<std::shared_ptr<Pack const>> Pack::parse(std::string_view text)
{
    constexpr std::size_t most_kept = 256;
    if (text.size() > largest_pack || !is_valid_utf8(text)) {
        Findings findings;
        findings.add("toml", text.size() > largest_pack ? "pack.too_large" : "pack.syntax", {}, {});
        return refused(findings);
    }
    auto hash = secrets::sha256(text).str();
    auto& parsed = parsed_packs();
    {
        std::scoped_lock const lock(parsed.mutex);
        if (auto const found = parsed.by_hash.find(hash); found != parsed.by_hash.end())
            return found->second;
    }
    auto pack = TRY(parse_anew(text, hash));
    std::scoped_lock const lock(parsed.mutex);
    if (parsed.by_hash.size() >= most_kept)
        parsed.by_hash.clear();
    return parsed.by_hash.emplace(std::move(hash), pack).first->second;
}

} // namespace rtkeren::rules
