#include "enterprise/licence_cards.hpp"

#include "enterprise/merge.hpp"
#include "enterprise/sql.hpp"
#include "identity/persons.hpp"
#include "screens/import.hpp"
#include "tables/render.hpp"

namespace rtkeren::enterprise {
namespace {

enum PairColumn : std::size_t { Score, PairRowId, AName, AOwner, ARegion, BName, BOwner, BRegion, Reasons, PairState, PairKelurahan, FoundAt };

tables::TableSpec pairs_spec()
{
    using tables::Kind;
    return {.path = "/umkm/mirip",
        .columns = {{.key = "score", .label = TR_NOOP("Kemiripan"), .kind = Kind::Integer, .sort = "urgency"}, {.key = "a", .label = TR_NOOP("Usaha pertama"), .sort = "a_name", .width = 26},
            {.key = "a_owner", .label = TR_NOOP("Pemilik"), .width = 20}, {.key = "b", .label = TR_NOOP("Usaha kedua"), .sort = "b_name", .width = 26},
            {.key = "b_owner", .label = TR_NOOP("Pemiliknya"), .width = 20}, {.key = "reasons", .label = TR_NOOP("Yang terutama sama"), .width = 30},
            {.key = "state", .label = TR_NOOP("Keadaan"), .kind = Kind::Badge, .sort = "state"}, {.key = "found_at", .label = TR_NOOP("Ditemukan"), .kind = Kind::Instant, .sort = "found_at", .hide_on_phone = true}},
        .filters = {{"keadaan", TR_NOOP("Keadaan"), "state", {{"open", choice_label("pair", "open")}, {"different", choice_label("pair", "different")}}}},
        .search = true,
        .default_sort = "-score"};
}

/// What weighs most; the page of the pair says all.
std::string_view first_reasons(std::string_view reasons)
{
    constexpr int shown = 2;
    std::size_t end = 0;
    for (int i = 0; i < shown && end != std::string_view::npos; ++i)
        end = reasons.find(',', i == 0 ? 0 : end + 1);
    return reasons.substr(0, end);
}

Result<tables::Table> pairs_table(Services& services, db::ReadTx& tx, Reach const& r, tables::ListRequest const& request)
{
    auto const spec = pairs_spec();
    auto const page = TRY(tables::fetch_rows(
        tx, sql::list_pairs, request, spec, services.city, r[0].first, r[0].second, r[1].first, r[1].second, r[2].first, r[2].second, r[3].first, r[3].second));
    auto table = tables::table_of(spec, request, page);
    table.title = tr("Usaha yang mirip");
    table.zone = services.zone;
    table.filename = "umkm-mirip";
    table.empty_title = tr("Tidak ada yang perlu dibandingkan");
    table.empty_text = tr("Usaha yang mirip muncul di sini sesudah dicatat atau diimpor.");
    for (auto const& row : page.rows)
        table
            .add({row.integer(Score), row.text(AName), row.text(AOwner), row.text(BName), row.text(BOwner), like_words(first_reasons(row.text(Reasons))),
                tables::Cell(choice_label("pair", row.text(PairState))).tone(row.text(PairState) == "open" ? tables::Tone::Warn : tables::Tone::None), row.instant(FoundAt)})
            .at("/umkm/mirip/" + row.text(PairRowId))
            .named(row.text(PairRowId));
    return table;
}

Result<http::Response> get_pairs(Services& services, http::Exchange& exchange)
{
    auto const reach = reach_of(exchange.actor(), "enterprise.merge");
    auto const fetch = [&](tables::ListRequest const& request) { return db::read(services.db, [&](db::ReadTx& tx) { return pairs_table(services, tx, reach, request); }); };
    auto answer = TRY(screens::list(services, exchange, pairs_spec(), fetch));
    if (answer.file)
        return std::move(*answer.file);
    PairsPage page {screens::frame(services, exchange, tr("Usaha yang mirip"), {{"/umkm", tr("UMKM")}, {"", tr("Mirip")}}), std::move(answer.html)};
    return screens::show(page);
}

Result<PairSide> side_of(db::ReadTx& tx, Services& services, BusinessId id, BusinessId other)
{
    auto const business = TRY(find_business(tx, services.city, id));
    auto const card = TRY(identity::person_card(tx, services, business.owner));
    auto const licences = TRY(licences_of(tx, services.city, id));
    auto place = TRY(place_words(tx, services.city, business.region));
    std::string numbers;
    for (auto const& licence : licences)
        if (!licence.retired_at)
            numbers += (numbers.empty() ? "" : ", ") + language::word("enterprise.licence." + licence.kind) + " " + licence.number;
    auto const or_dash = [](std::string text) { return text.empty() ? std::string("–") : std::move(text); };
    PairSide side {.href = href_of(id), .name = business.name, .action_business = other.str(), .action_into = id.str(), .facts = {}};
    side.facts = {{tr("Pemilik"), card.name}, {tr("Telepon"), or_dash(card.phone)}, {tr("NIK"), or_dash(card.nik)}, {tr("Merek dagang"), or_dash(business.brand)},
        {tr("Kegiatan"), business.activity}, {tr("KBLI"), kbli_words(business.kbli)}, {tr("Tempat usaha"), choice_label("place_kind", business.place_kind)}, {tr("Wilayah"), std::move(place)},
        {tr("Alamat usaha"), or_dash(business.address)}, {tr("Izin tercatat"), or_dash(std::move(numbers))},
        {tr("Konfirmasi"), choice_label("standing", business.confirmed ? "confirmed" : "entered")}, {tr("Asal data"), or_dash(business.source)},
        {tr("Dicatat"), moment(services, business.entered_at) + ", " + business.entered_by_name}};
    return side;
}

Result<PairPage> read_pair(db::ReadTx& tx, Services& services, http::Exchange const& exchange)
{
    auto const id = PairId::parse(exchange.parameter("id"));
    if (!id)
        return Error::not_found("enterprise.no_pair");
    auto const row = TRY(tx.one("enterprise.no_pair", sql::pair, services.city, *id));
    auto const a = row.id<BusinessId>(1);
    auto const b = row.id<BusinessId>(2);
    for (auto const& each : {a, b}) {
        auto const business = TRY(find_business(tx, services.city, each));
        if (!may(exchange.actor(), "enterprise.merge", business.region))
            return Error::not_found("enterprise.no_pair");
    }
    PairPage page;
    page.base = "/umkm/mirip/" + id->str();
    page.reasons = like_words(row.text(4));
    page.open = row.text(5) == "open";
    page.state = choice_label("pair", row.text(5));
    if (!page.open)
        page.decided = row.text(6) + ": " + row.text(8);
    page.sides.push_back(TRY(side_of(tx, services, a, b)));
    page.sides.push_back(TRY(side_of(tx, services, b, a)));
    // What differs is what one looks at.
    for (std::size_t i = 0; i < page.sides[0].facts.size(); ++i)
        page.rows.push_back({page.sides[0].facts[i].label, page.sides[0].facts[i].text, page.sides[1].facts[i].text, page.sides[0].facts[i].text != page.sides[1].facts[i].text});
    return page;
}

Result<http::Response> show_pair(Services& services, http::Exchange const& exchange, html::FormState form)
{
    auto page = TRY(db::read(services.db, [&](db::ReadTx& tx) { return read_pair(tx, services, exchange); }));
    page.frame = screens::frame(services, exchange, tr("Bandingkan"), {{"/umkm", tr("UMKM")}, {"/umkm/mirip", tr("Mirip")}, {"", tr("Bandingkan")}});
    page.form = std::move(form);
    return screens::show(page);
}

Result<http::Response> get_pair(Services& services, http::Exchange& exchange) { return show_pair(services, exchange, screens::fresh_form(services)); }

/// "Bukan usaha yang sama", or one of the two is taken up by the other.
Result<http::Response> post_pair(Services& services, http::Exchange& exchange)
{
    auto const page = TRY(db::read(services.db, [&](db::ReadTx& tx) { return read_pair(tx, services, exchange); }));
    auto const stays = exchange.request.form_value("_stays");
    boost::json::object extra;
    std::string_view operation = "enterprise.keep_apart";
    if (stays == "both") {
        extra["pair"] = exchange.parameter("id");
    } else {
        auto const& side = stays == page.sides[0].action_into ? page.sides[0] : page.sides[1];
        if (stays != side.action_into)
            return Error::field("stays", "required");
        operation = "enterprise.merge";
        extra["business"] = side.action_business;
        extra["into"] = side.action_into;
    }
    return screens::submit(services, exchange, operation, extra, [&](html::FormState const& refused, Error const&) { return show_pair(services, exchange, refused); });
}

Result<http::Response> show_undo(Services& services, http::Exchange const& exchange, html::FormState form)
{
    auto const read = [&](db::ReadTx& tx) -> Result<StepPage> {
        auto const id = MergeId::parse(exchange.parameter("id"));
        if (!id)
            return Error::not_found("enterprise.no_merge");
        auto const row = TRY(tx.one("enterprise.no_merge", sql::merge, services.city, *id));
        auto const business = TRY(find_business(tx, services.city, row.id<BusinessId>(0)));
        auto const into = TRY(find_business(tx, services.city, row.id<BusinessId>(1)));
        for (auto const* each : {&business, &into})
            if (!may(exchange.actor(), "enterprise.merge", each->region))
                return Error::not_found("enterprise.no_merge");
        StepPage page;
        page.title = tr("Batalkan penggabungan");
        page.lead = tr("{name} berdiri sendiri lagi, terpisah dari {into}. Keduanya kembali seperti sebelum digabung.", {{"name", business.name}, {"into", into.name}});
        page.back_href = href_of(into.id);
        return page;
    };
    auto page = TRY(db::read(services.db, read));
    page.frame = screens::frame(services, exchange, page.title, {{"/umkm", tr("UMKM")}, {"", page.title}});
    page.form = std::move(form);
    page.action = exchange.request.path;
    page.button = tr("Pisahkan lagi");
    page.asks_reason = true;
    return screens::show(page);
}

Result<http::Response> get_undo(Services& services, http::Exchange& exchange) { return show_undo(services, exchange, screens::fresh_form(services)); }

Result<http::Response> post_undo(Services& services, http::Exchange& exchange)
{
    boost::json::object const extra {{"merge", exchange.parameter("id")}};
    return screens::submit(services, exchange, "enterprise.undo_merge", extra, [&](html::FormState const& refused, Error const&) { return show_undo(services, exchange, refused); });
}

} // namespace

std::vector<http::Route> merge_routes(Services& services)
{
    using enum http::Method;
    std::vector<http::Route> all {
        {Get, "/umkm/mirip", "enterprise.merge", screens::page(services, get_pairs), "Businesses that may be one"},
        {Get, "/umkm/mirip/{id}", "enterprise.merge", screens::page(services, get_pair), "Two businesses side by side"},
        {Post, "/umkm/mirip/{id}", "enterprise.merge", screens::page(services, post_pair), "Merge two businesses, or say that they are two"},
        {Get, "/umkm/gabungan/{id}", "enterprise.merge", screens::page(services, get_undo), "Form for undoing a merge"},
        {Post, "/umkm/gabungan/{id}", "enterprise.merge", screens::page(services, post_undo), "Undo a merge"},
    };
    for (auto& route : screens::import_routes(services, business_sheet()))
        all.push_back(std::move(route));
    return all;
}

} // namespace rtkeren::enterprise
