#include "insight/purse.hpp"

#include "evidence/evidence.hpp"
#include "identity/identity.hpp"
#include "insight/kinds.hpp"
#include "insight/pages.hpp"
#include "insight/scope.hpp"
#include "insight/words.hpp"
#include "language/language.hpp"
#include "payout/payout.hpp"
#include "screens/screens.hpp"

namespace rtkeren::insight {
namespace {

/// What the books of its holder say of the entry: its number and what reversed it.
Result<std::optional<ledger::EntryRow>> row_of_entry(db::ReadTx& tx, CityId city, ledger::Entry const& entry)
{
    db::ListCut cut;
    cut.equals = {{"id", entry.header.id.str()}};
    cut.limit = 1;
    std::vector<ledger::EntryRow> rows;
    if (!entry.purse_legs.empty())
        rows = TRY(ledger::entries_of_purse(tx, city, entry.purse_legs.front().purse, cut));
    else if (!entry.cash_legs.empty())
        rows = TRY(ledger::entries_of_pokmas(tx, city, entry.cash_legs.front().pokmas, cut));
    return rows.empty() ? std::optional<ledger::EntryRow> {} : std::optional(rows.front());
}

/// The purses that the entry is about: those of its legs, else those of its pokmas.
Result<std::vector<programme::Purse>> purses_of_entry(db::ReadTx& tx, CityId city, ledger::Entry const& entry)
{
    std::vector<PurseId> ids;
    for (auto const& leg : entry.purse_legs)
        ids.push_back(leg.purse);
    if (ids.empty() && !entry.cash_legs.empty()) {
        auto const held = TRY(ledger::purses_of_pokmas(tx, city, entry.cash_legs.front().pokmas));
        for (auto const& purse : held)
            ids.push_back(purse.id);
    }
    std::vector<programme::Purse> purses;
    for (auto const id : ids) {
        if (!purses.empty() && purses.back().id == id)
            continue;
        auto purse = TRY(programme::purse(tx, city, id));
        purses.push_back(std::move(purse));
    }
    return purses;
}

/// Who reads the papers of one of the purses reads the entry; who reads the whole city reads all.
Result<void> check_sees_entry(Actor const& actor, std::vector<programme::Purse> const& purses)
{
    for (auto const& purse : purses) {
        if (check_sees(actor, purse.unit_code, purse.pokmas ? purse.pokmas->str() : std::string {}).ok())
            return Done {};
    }
    return check_sees(actor, "", "");
}

LegLine leg_line(std::string href, std::string holder, std::string account, std::string category, Rupiah amount)
{
    auto const text = format_rupiah(amount.is_negative() ? -amount : amount);
    return {std::move(href), std::move(holder), std::move(account), std::move(category), amount.is_negative() ? text : std::string {}, amount.is_negative() ? std::string {} : text};
}

Result<void> add_legs(db::ReadTx& tx, CityId city, ledger::Entry const& entry, std::vector<programme::Purse> const& purses, EntryPage& page)
{
    auto const pack = TRY(pack_of(tx, city, entry.header.year));
    for (auto const& leg : entry.purse_legs) {
        auto const purse = std::ranges::find(purses, leg.purse, &programme::Purse::id);
        CHECK(purse != purses.end());
        auto const* item = pack == nullptr ? nullptr : pack->menu_item(leg.category);
        page.purse_legs.push_back(leg_line("/kantong/" + leg.purse.str(), envelope_words(pack.get(), purse->envelope).label + ", " + purse->unit_name, stage_word(leg.stage),
            item == nullptr ? leg.category : item->label, leg.amount));
    }
    for (auto const& leg : entry.cash_legs) {
        auto const pokmas = payout::pokmas(tx, city, leg.pokmas);
        page.cash_legs.push_back(leg_line("/pokmas/" + leg.pokmas.str(), pokmas.ok() ? pokmas->name : tr("Pokmas"), cash_word(leg.kind), "", leg.amount));
    }
    return Done {};
}

Result<void> add_facts(db::ReadTx& tx, Services& services, ledger::Entry const& entry, std::optional<ledger::EntryRow> const& row, EntryPage& page)
{
    auto const& header = entry.header;
    auto const actor = identity::actor_of_user(tx, services.city, header.actor, services.today());
    if (row)
        page.facts.push_back({tr("Nomor"), format_number(row->number), ""});
    page.facts.push_back({tr("Terjadi"), format_date(header.occurred_on, language::current()), ""});
    page.facts.push_back({tr("Dicatat"), format_date(header.recorded_at.date_in(services.zone), language::current()) + " " + format_time(header.recorded_at, services.zone), ""});
    if (actor.ok())
        page.facts.push_back({tr("Oleh"), actor->name, ""});
    if (header.person) {
        auto const person = identity::person_name(tx, services.city, *header.person);
        if (person.ok())
            page.facts.push_back({tr("Atas nama"), *person, ""});
    }
    if (machine_of(header.subject_kind) != nullptr)
        page.facts.push_back({tr("Berkas"), kind_label(header.subject_kind), item_href(header.subject_kind, header.subject)});
    auto const links = TRY(evidence::links(tx, services.city, header.subject_kind, header.subject));
    for (auto const& link : links)
        page.facts.push_back({tr("Bukti"), link.note.empty() ? link.paper : link.note, evidence::href(link.sha256)});
    return Done {};
}

Result<EntryPage> read_entry(db::ReadTx& tx, Services& services, http::Exchange const& exchange, EntryId id)
{
    auto const entry = TRY(ledger::entry(tx, services.city, id));
    auto const purses = TRY(purses_of_entry(tx, services.city, entry));
    TRY(check_sees_entry(exchange.actor(), purses));
    auto const row = TRY(row_of_entry(tx, services.city, entry));
    EntryPage page;
    page.title = entry_label(entry.kind);
    page.text = entry.header.text;
    TRY(add_facts(tx, services, entry, row, page));
    TRY(add_legs(tx, services.city, entry, purses, page));
    if (entry.reverses)
        page.reverses_href = "/entri/" + entry.reverses->str();
    if (row && row->reversed_by)
        page.reversed_by_href = "/entri/" + row->reversed_by->str();
    page.frame.crumbs = {{with_year("/kota", entry.header.year), services.city_name}};
    if (!entry.purse_legs.empty())
        page.frame.crumbs.push_back({"/kantong/" + purses.front().id.str(), purses.front().unit_name});
    page.frame.crumbs.push_back({"", page.title});
    return page;
}

} // namespace

Result<http::Response> show_entry(Services& services, http::Exchange& exchange)
{
    auto const id = EntryId::parse(exchange.parameter("id"));
    if (!id.ok())
        return Error::not_found("ledger.entry_unknown");
    auto const work = [&](db::ReadTx& tx) { return read_entry(tx, services, exchange, *id); };
    auto page = TRY(db::read(services.db, work));
    page.frame = screens::frame(services, exchange, page.title, std::move(page.frame.crumbs));
    return screens::show(page);
}

} // namespace rtkeren::insight
