#include "insight/duties.hpp"
#include "insight/figures.hpp"
#include "insight/room.hpp"
#include "insight/scope.hpp"
#include "insight/waiting.hpp"
#include "identity/awaiting.hpp"
#include "language/language.hpp"
#include "operations/drafts.hpp"
#include "rules/store.hpp"

#include <algorithm>
#include <utility>

namespace rtkeren::insight {
namespace {

constexpr int followed_limit = 8;

WaitingRequest waiting_request(http::Request const& request)
{
    auto const from = parse_integer(request.query_value("dari"));
    return {request.query_value("jenis"), from && *from > 0 && *from <= waiting_limit ? std::size_t(*from) : 0};
}

/// The money of the reader's own kelurahan beside what waits; offices of the city have the whole map for that.
Result<void> add_own_place(db::ReadTx& tx, Services& services, Actor const& actor, PlaceNames const& names, WaitingPage& page)
{
    auto const place = territory::PlaceCode::parse(reach_of(actor).place);
    auto const year = programme::year_or_current(tx, services.city, {});
    if (!place.ok() || place->kelurahan().empty() || !year.ok())
        return Done {};
    auto const purses = TRY(purses_of_place(tx, services.city, year->year, place->kelurahan()));
    if (purses.empty())
        return Done {};
    page.place_name = names.name(place->kelurahan());
    page.place_href = territory::href_of(place->kelurahan());
    auto const stages = total_of(purses).figures.stages(page.place_href);
    page.place_bar = charts::stage_bar(stages, page.place_name);
    page.place_legend = charts::stage_legend(stages);
    return Done {};
}

/// A city without a year has its first steps before it.
Result<void> add_first_steps(db::ReadTx& tx, Services& services, Actor const& actor, WaitingPage& page)
{
    if (!actor.has("territory.letterhead"))
        return Done {};
    auto const years = TRY(programme::years(tx, services.city));
    if (std::ranges::all_of(years, [](programme::Year const& year) { return year.status == programme::YearStatus::Draft; }))
        page.notes.push_back({tr("Belum ada tahun yang dibuka"), tr("Kop surat, kantor, wilayah, orang, pokmas, aturan dan DPA disiapkan selangkah demi selangkah."), "/mulai", tr("Buka Mulai")});
    return Done {};
}

Result<void> add_offices(db::ReadTx& tx, Services& services, Actor const& actor, WaitingPage& page)
{
    auto const count = TRY(identity::offices_to_confirm(services, tx, actor));
    if (count > 0)
        page.notes.push_back({trn("{n} jabatan menunggu konfirmasi Anda", "{n} jabatan menunggu konfirmasi Anda", count),
            tr("Yang dimasukkan sekretaris kelurahan berlaku sesudah Anda mengonfirmasi."), "/pengguna/konfirmasi", tr("Buka konfirmasi")});
    return Done {};
}

/// The newest version of each year that somebody else put in.
Result<void> add_packs(db::ReadTx& tx, Services& services, Actor const& actor, WaitingPage& page)
{
    if (!actor.has("rules.release"))
        return Done {};
    auto const packs = TRY(rules::stored_packs(tx, services.city));
    int year = 0;
    for (auto const& pack : packs) {
        auto const is_newest = std::exchange(year, pack.year) != pack.year;
        if (!is_newest || pack.released_at || pack.loaded_by == actor.person)
            continue;
        auto const version = std::to_string(pack.version), of_year = std::to_string(pack.year);
        page.notes.push_back({tr("Aturan {year} versi {version} menunggu rilis", {{"year", of_year}, {"version", version}}),
            tr("Orang lain yang memasukkannya; Anda memeriksa dan merilisnya dengan surat."), "/aturan/" + of_year + "/" + version, tr("Buka aturan")});
    }
    return Done {};
}

/// What one's phone sent and could not be taken.
Result<void> add_drafts(db::ReadTx& tx, Services& services, Actor const& actor, WaitingPage& page)
{
    auto const drafts = TRY(operations::open_drafts(tx, services.city, actor.user));
    if (!drafts.empty())
        page.notes.push_back({trn("{n} catatan dari ponsel Anda belum diterima", "{n} catatan dari ponsel Anda belum diterima", std::int64_t(drafts.size())),
            tr("Tidak ada yang hilang: betulkan isinya lalu kirim lagi."), "/draf", tr("Buka draf")});
    return Done {};
}

Result<void> add_notes(db::ReadTx& tx, Services& services, Actor const& actor, WaitingPage& page)
{
    TRY(add_drafts(tx, services, actor, page));
    TRY(add_first_steps(tx, services, actor, page));
    TRY(add_offices(tx, services, actor, page));
    TRY(add_packs(tx, services, actor, page));
    return Done {};
}

/// Everything that waits; `is_more` when the inbox was not read to its end.
struct Count {
    std::int64_t value {0};
    bool is_more {false};
};
Result<Count> count_of(db::ReadTx& tx, Services& services, Actor const& actor)
{
    auto inbox = TRY(workflow::inbox(tx, actor, services.today(), waiting_limit));
    auto const is_more = inbox.size() >= std::size_t(waiting_limit);
    auto const duties = TRY(duties_of(tx, services, actor));
    WaitingPage notes;
    TRY(add_notes(tx, services, actor, notes));
    return Count {std::int64_t(due_in_sight(std::move(inbox)).size() + duties.size() + notes.notes.size()), is_more};
}

Result<WaitingPage> read_waiting(db::ReadTx& tx, Services& services, http::Exchange const& exchange)
{
    auto const today = services.today();
    auto const names = TRY(PlaceNames::read(tx, services.city, services.city_name, today));
    auto all = TRY(workflow::inbox(tx, exchange.actor(), today, waiting_limit));
    auto const inbox = due_in_sight(std::move(all));
    auto const followed = TRY(workflow::followed(tx, exchange.actor(), today, followed_limit));
    auto const duties = TRY(duties_of(tx, services, exchange.actor()));
    auto page = present_waiting(inbox, duties, followed, names, waiting_request(exchange.request), today, services.zone);
    if (exchange.actor().has("spending.record"))
        page.record_href = "/belanja/baru";
    TRY(add_own_place(tx, services, exchange.actor(), names, page));
    TRY(add_notes(tx, services, exchange.actor(), page));
    count_notes(page);
    return page;
}

} // namespace

Result<http::Response> show_waiting(Services& services, http::Exchange& exchange)
{
    auto const read = [&](db::ReadTx& tx) { return read_waiting(tx, services, exchange); };
    auto page = TRY(db::read(services.db, read));
    page.frame = screens::frame(services, exchange, tr("Menunggu saya"));
    return screens::show(page);
}

std::string waiting_count(Services& services, Actor const& actor, std::string_view href)
{
    if (href != "/menunggu")
        return {};
    auto const count = db::read(services.db, [&](db::ReadTx& tx) { return count_of(tx, services, actor); });
    if (!count.ok() || count->value == 0)
        return {};
    return count->is_more ? format_number(waiting_limit) + "+" : format_number(count->value);
}

} // namespace rtkeren::insight
