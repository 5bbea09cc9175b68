#include "language/language.hpp"
#include "payout/page_parts.hpp"
#include "payout/sql.hpp"
#include "tables/render.hpp"

#include <algorithm>

namespace rtkeren::payout {

namespace {

using tables::Kind;

std::vector<tables::Choice> state_choices(workflow::Machine const& machine)
{
    std::vector<tables::Choice> choices;
    for (auto const& state : machine.states)
        choices.push_back({ std::string(state.name), tr(state.label) });
    return choices;
}

tables::Tone tint(std::string_view state)
{
    auto const tone = tone_of(state);
    return tone == "ok"  ? tables::Tone::Ok
        : tone == "no"   ? tables::Tone::No
        : tone == "warn" ? tables::Tone::Warn
        : tone == "info" ? tables::Tone::Info
                         : tables::Tone::None;
}

enum TrancheColumn : std::size_t {
    TranchePlace,
    TrancheRowId,
    TrancheName,
    TrancheKelurahan,
    TrancheNumber,
    TrancheSupplement,
    TrancheAmount,
    TrancheStateName,
    TrancheDue,
    TrancheSp2d,
    TrancheConfirmed,
    TrancheSince,
    TranchePokmas
};

tables::TableSpec tranches_spec(int year)
{
    return { .path = "/pencairan",
        .columns
        = { { .key = "pokmas", .label = TR_NOOP("Pokmas"), .sort = "place", .width = 26 }, { .key = "number", .label = TR_NOOP("Termin"), .sort = "number" },
            { .key = "amount", .label = TR_NOOP("Jumlah"), .kind = Kind::Rupiah, .sort = "amount", .total = true },
            { .key = "state", .label = TR_NOOP("Keadaan"), .kind = Kind::Badge, .sort = "state" },
            { .key = "due", .label = TR_NOOP("Ditunggu sampai"), .kind = Kind::Date, .sort = "due" },
            { .key = "late_days", .label = TR_NOOP("Hari lewat"), .kind = Kind::Integer, .hide_on_phone = true },
            { .key = "sp2d", .label = TR_NOOP("SP2D"), .sort = "sp2d", .hide_on_phone = true },
            { .key = "confirmed_on", .label = TR_NOOP("Diterima"), .kind = Kind::Date, .sort = "confirmed_on", .hide_on_phone = true } },
        .filters = { { "keadaan", TR_NOOP("Keadaan"), "state", state_choices(tranche_machine()) },
            { "termin", TR_NOOP("Termin"), "number", { { "1", "1" }, { "2", "2" }, { "3", "3" } } }, { "kelurahan", TR_NOOP("Kelurahan"), "kelurahan", {} },
            { "pokmas", TR_NOOP("Pokmas"), "pokmas", {} } },
        .search = true,
        .default_sort = "due",
        .kept = { { "tahun", std::to_string(year) } } };
}

Result<tables::Page> fetch_tranches(db::ReadTx& tx, Services& services, int year, Reach const& r, tables::ListRequest const& request)
{
    return tables::fetch_rows(tx, sql::list_tranches, request, tranches_spec(year), services.city, year, r[0].first, r[0].second, r[1].first, r[1].second,
        r[2].first, r[2].second, r[3].first, r[3].second);
}

std::string tranche_words(db::Row const& row)
{
    auto words = std::to_string(row.integer(TrancheNumber));
    if (row.integer(TrancheSupplement) > 0)
        words += " " + tr("(susulan)");
    return words;
}

Result<tables::Table> tranches_table(Services& services, db::ReadTx& tx, int year, Reach const& reach, tables::ListRequest const& request)
{
    auto const page = TRY(fetch_tranches(tx, services, year, reach, request));
    auto table = tables::table_of(tranches_spec(year), request, page);
    table.title = tr("Pencairan {year}", { { "year", std::to_string(year) } });
    table.zone = services.zone;
    table.filename = "pencairan-" + std::to_string(year);
    table.empty_title = tr("Di sini nanti daftar pencairan");
    table.empty_text = tr("Pokmas meminta termin setelah kontraknya ditandatangani.");
    auto const today = services.today();
    for (auto const& row : page.rows) {
        auto const due = row.maybe_date(TrancheDue);
        auto const late = due && *due < today ? std::optional<std::int64_t>(due->days_until(today)) : std::nullopt;
        tables::Cell due_cell(due);
        if (late)
            due_cell.tone(tables::Tone::No);
        auto const state = row.text(TrancheStateName);
        table
            .add({ row.text(TrancheName), tranche_words(row), row.rupiah(TrancheAmount), tables::Cell(state_label(tranche_machine(), state)).tone(tint(state)),
                due_cell, tables::Cell(late), row.text(TrancheSp2d), tables::Cell(row.maybe_date(TrancheConfirmed)) })
            .at("/pencairan/" + row.text(TrancheRowId))
            .named(row.text(TrancheRowId));
    }
    return table;
}

/// What this lurah may approve in one decision; each links to its page.
Result<void> add_waiting(Services& services, db::ReadTx& tx, int year, Actor const& actor, ListPage& page)
{
    if (!actor.has("payout.approve"))
        return Done {};
    tables::ListRequest request;
    request.filters = { { "keadaan", "verified" } };
    auto const waiting = TRY(fetch_tranches(tx, services, year, reach_of(actor), request));
    Rupiah total;
    for (auto const& row : waiting.rows) {
        if (!may(actor, "payout.approve", row.text(TranchePlace), row.text(TranchePokmas)))
            continue;
        total += row.rupiah(TrancheAmount);
        auto const id = row.text(TrancheRowId);
        page.waiting.push_back({ id, tr("{pokmas}, termin {number}", { { "pokmas", row.text(TrancheName) }, { "number", tranche_words(row) } }),
            format_rupiah(row.rupiah(TrancheAmount)), "/pencairan/" + id });
    }
    page.waiting_total = format_rupiah(total);
    return Done {};
}

Result<http::Response> tranches_page(Services& services, http::Exchange& exchange, html::FormState const& form)
{
    auto const& actor = exchange.actor();
    auto const year
        = TRY(db::read(services.db, [&](db::ReadTx& tx) { return programme::year_or_current(tx, services.city, exchange.request.query_value("tahun")); })).year;
    auto fetch = [&](tables::ListRequest const& request) {
        return db::read(services.db, [&](db::ReadTx& tx) { return tranches_table(services, tx, year, reach_of(actor), request); });
    };
    auto answer = TRY(screens::list(services, exchange, tranches_spec(year), fetch));
    if (answer.file)
        return std::move(*answer.file);
    ListPage page;
    page.frame = screens::frame(services, exchange, tr("Pencairan"));
    page.frame.help = tr("Setiap baris satu permintaan uang dari pokmas. Yang terlambat ada di atas. Tekan baris untuk melihat syaratnya per RT.");
    page.form = form.values.empty() ? screens::fresh_form(services) : form;
    page.title = tr("Pencairan {year}", { { "year", std::to_string(year) } });
    page.lead = tr("Dari permintaan pokmas sampai uang masuk rekening.");
    page.table = std::move(answer.html);
    page.path = "/pencairan";
    page.year = std::to_string(year);
    page.form.set("tahun", page.year);
    for (auto const& grant : actor.grants)
        if (!grant.pokmas.empty() && std::ranges::binary_search(grant.permissions, "payout.request"))
            page.buttons.push_back({ tr("Minta pencairan"), "cash", "", "/pencairan/baru?pokmas=" + grant.pokmas + "&tahun=" + page.year });
    if (actor.has("payout.sp2d"))
        page.buttons.push_back({ tr("Impor SP2D"), "upload", "second", "/pencairan/impor" });
    page.buttons.push_back({ tr("Kontrak"), "file-text", "second", "/kontrak?tahun=" + page.year });
    auto const fill = [&](db::ReadTx& tx) -> Result<void> {
        page.years = TRY(year_options(tx, services.city));
        return add_waiting(services, tx, year, actor, page);
    };
    TRY(db::read(services.db, fill));
    return screens::show(page);
}

Result<http::Response> get_tranches(Services& services, http::Exchange& exchange) { return tranches_page(services, exchange, {}); }

Result<http::Response> approve_together(Services& services, http::Exchange& exchange)
{
    boost::json::array chosen;
    for (auto const& [name, value] : exchange.request.form)
        if (name == "tranches")
            chosen.emplace_back(value);
    return screens::submit(services, exchange, "payout.approve_bulk", { { "tranches", std::move(chosen) } },
        [&](html::FormState const& form, Error const&) { return tranches_page(services, exchange, form); });
}

enum PokmasColumn : std::size_t {
    PokmasPlace,
    PokmasRowId,
    PokmasName,
    PokmasKelurahan,
    PokmasStateName,
    PokmasDecree,
    PokmasUntil,
    PokmasBank,
    PokmasAccount,
    PokmasVerified
};

tables::TableSpec pokmas_spec()
{
    return { .path = "/pokmas",
        .columns = { { .key = "name", .label = TR_NOOP("Pokmas"), .sort = "search", .width = 26 }, { .key = "place", .label = TR_NOOP("RW"), .sort = "place" },
            { .key = "state", .label = TR_NOOP("Keadaan"), .kind = Kind::Badge, .sort = "state" },
            { .key = "decree", .label = TR_NOOP("SK"), .hide_on_phone = true },
            { .key = "decree_until", .label = TR_NOOP("Berlaku sampai"), .kind = Kind::Date, .sort = "decree_until" },
            { .key = "bank", .label = TR_NOOP("Bank"), .hide_on_phone = true }, { .key = "account", .label = TR_NOOP("Rekening"), .hide_on_phone = true },
            { .key = "verified_on", .label = TR_NOOP("Rekening diperiksa"), .kind = Kind::Date, .sort = "account_verified_on" } },
        .filters = { { "keadaan", TR_NOOP("Keadaan"), "state", state_choices(pokmas_machine()) }, { "kelurahan", TR_NOOP("Kelurahan"), "kelurahan", {} } },
        .search = true,
        .default_sort = "place" };
}

Result<tables::Table> pokmas_table(Services& services, db::ReadTx& tx, Reach const& r, tables::ListRequest const& request)
{
    auto const page = TRY(tables::fetch_rows(tx, sql::list_pokmas, request, pokmas_spec(), services.city, r[0].first, r[0].second, r[1].first, r[1].second,
        r[2].first, r[2].second, r[3].first, r[3].second));
    auto table = tables::table_of(pokmas_spec(), request, page);
    table.title = tr("Pokmas");
    table.zone = services.zone;
    table.filename = "pokmas";
    table.empty_title = tr("Di sini nanti daftar pokmas");
    table.empty_text = tr("Mulai dengan membentuk pokmas, atau impor daftarnya.");
    for (auto const& row : page.rows) {
        auto const state = row.text(PokmasStateName);
        auto const place = row.text(PokmasPlace);
        table
            .add({ row.text(PokmasName), tables::Cell(territory::short_name(territory::Level::Rw, place, "")).link(territory::href_of(place)),
                tables::Cell(state_label(pokmas_machine(), state)).tone(tint(state)), row.text(PokmasDecree), tables::Cell(row.maybe_date(PokmasUntil)),
                row.text(PokmasBank), row.text(PokmasAccount), tables::Cell(row.maybe_date(PokmasVerified)) })
            .at("/pokmas/" + row.text(PokmasRowId))
            .named(row.text(PokmasRowId));
    }
    return table;
}

Result<http::Response> get_pokmas(Services& services, http::Exchange& exchange)
{
    auto const& actor = exchange.actor();
    auto fetch = [&](tables::ListRequest const& request) {
        return db::read(services.db, [&](db::ReadTx& tx) { return pokmas_table(services, tx, reach_of(actor), request); });
    };
    auto answer = TRY(screens::list(services, exchange, pokmas_spec(), fetch));
    if (answer.file)
        return std::move(*answer.file);
    ListPage page;
    page.frame = screens::frame(services, exchange, tr("Pokmas"));
    page.frame.help = tr("Kelompok masyarakat memegang dan membelanjakan uang RT yang dilayaninya. Setiap pokmas punya satu rekening atas namanya sendiri.");
    page.title = tr("Pokmas");
    page.lead = tr("Kelompok masyarakat yang memegang uang RT, satu rekening satu pokmas.");
    page.table = std::move(answer.html);
    page.path = "/pokmas";
    if (actor.has("payout.manage")) {
        page.buttons.push_back({ tr("Bentuk pokmas"), "plus", "", "/pokmas/baru" });
        page.buttons.push_back({ tr("Impor daftar"), "upload", "second", "/pokmas/impor" });
    }
    return screens::show(page);
}

} // namespace

std::vector<http::Route> list_routes(Services& services)
{
    using enum http::Method;
    return {
        { Get, "/pencairan", "insight.read", screens::page(services, get_tranches), "Tranches of a year with state and lateness" },
        { Post, "/pencairan/setujui", "payout.approve", screens::page(services, approve_together), "Approve several tranches together" },
        { Get, "/pokmas", "insight.read", screens::page(services, get_pokmas), "Residents' groups with decree and account" },
    };
}

} // namespace rtkeren::payout
