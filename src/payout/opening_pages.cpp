#include "language/language.hpp"
#include "payout/opening.hpp"
#include "payout/page_parts.hpp"
#include "screens/screens.hpp"
#include "tables/render.hpp"

#include <algorithm>

namespace rtkeren::payout {

namespace {

using ledger::Stage;

std::string title_of_opening(Opening const& opening)
{
    return tr("Saldo awal {year} per {on:date}", { { "year", std::to_string(opening.year) }, { "on", opening.cut_off.iso() } });
}

tables::Tone tone_of_opening(Opening const& opening)
{
    return opening.state == "confirmed" ? tables::Tone::Ok : opening.state == "refused" ? tables::Tone::No : tables::Tone::Warn;
}

constexpr std::array opening_stages { Stage::Pagu, Stage::Rencana, Stage::Kontrak, Stage::Sp2d, Stage::Cair, Stage::Belanja, Stage::Sah, Stage::Kembali, Stage::Batal };

tables::TableSpec groups_spec(Opening const& opening)
{
    tables::TableSpec spec { .path = "/saldo-awal/" + opening.id.str() };
    spec.columns = { { .key = "pokmas", .label = TR_NOOP("Pokmas"), .width = 28 }, { .key = "purses", .label = TR_NOOP("Kantong"), .kind = tables::Kind::Integer, .total = true } };
    constexpr std::array<std::string_view, opening_stages.size()> labels { TR_NOOP("Pagu"), TR_NOOP("Rencana"), TR_NOOP("Kontrak"), TR_NOOP("SP2D di jalan"), TR_NOOP("Cair"),
        TR_NOOP("Belanja"), TR_NOOP("Sah"), TR_NOOP("Kembali"), TR_NOOP("Batal") };
    for (std::size_t i = 0; i < opening_stages.size(); ++i)
        spec.columns.push_back({ .key = std::string(ledger::name_of(opening_stages[i])), .label = std::string(labels[i]), .kind = tables::Kind::Rupiah, .total = true });
    spec.columns.push_back({ .key = "held", .label = TR_NOOP("Dipegang"), .kind = tables::Kind::Rupiah, .total = true });
    spec.columns.push_back({ .key = "owed", .label = TR_NOOP("Utang"), .kind = tables::Kind::Rupiah, .total = true });
    return spec;
}

/// One row a pokmas; purses that nobody serves yet stand together.
tables::Table groups_table(Opening const& opening, ReadyOpening const& ready)
{
    tables::Table table;
    table.title = title_of_opening(opening);
    table.columns = groups_spec(opening).columns;
    for (auto const& group : ready.groups) {
        std::vector<tables::Cell> cells { group.pokmas ? group.pokmas->name : tr("Belum dilayani pokmas"), std::int64_t(group.purses.size()) };
        for (auto const stage : opening_stages)
            cells.emplace_back(group.at(stage));
        cells.emplace_back(group.held());
        cells.emplace_back(group.owed());
        table.add(std::move(cells)).named(group.pokmas ? group.pokmas->id.str() : std::string {});
    }
    return table;
}

/// Which row of the list an error is about, by what one recognises it by; "" when it is about no row.
std::string row_label(ProposeOpening const& typed, std::string_view field)
{
    auto const parts = split(field, '.');
    auto const at = parts.size() > 1 && parts[0] == "rows" ? parse_integer(parts[1]) : std::nullopt;
    if (!at || *at < 0 || *at >= std::ssize(typed.rows))
        return {};
    auto const& row = typed.rows[std::size_t(*at)];
    std::string what;
    for (auto const& part : { row.unit.str(), row.envelope.str(), row.category.str(), row.unit.empty() ? row.pokmas.str() : std::string {}, row.party.str() })
        what += part.empty() ? std::string {} : (what.empty() ? "" : " ") + part;
    return tr("Isian {n} ({what})", { { "n", std::to_string(*at + 1) }, { "what", what } });
}

struct ShownOpening {
    OpeningPage page;
    std::optional<http::Response> file; // where another format was asked for
};

/// The list as it was uploaded; while it waits, judged anew, so that the second person sees what would be refused now.
Result<void> add_groups(db::ReadTx& tx, Services& services, http::Exchange const& exchange, Opening const& opening, ShownOpening& shown)
{
    auto& page = shown.page;
    if (!page.waits)
        return Done {};
    auto const typed = TRY(operations::parse<ProposeOpening>(opening.input));
    auto const pack = TRY(rules::released(tx, services.city, opening.year));
    auto const ready = TRY(ready_opening(tx, services.city, typed, *pack));
    for (auto const& error : ready.errors) // a refused booking has told them already
        if (std::pair const told {error.name, language::word(error)}; std::ranges::find(page.form.errors, told) == page.form.errors.end())
            page.form.errors.push_back(told);
    std::erase_if(page.form.labels, [](auto const& label) { return label.first.starts_with("rows."); }); // the operation that was refused has no such field
    for (auto const& [name, words] : page.form.errors)
        if (auto label = row_label(typed, name); !label.empty())
            page.form.labels.emplace_back(name, std::move(label));
    auto list = TRY(screens::list(services, exchange, groups_spec(opening), [&](tables::ListRequest const&) -> Result<tables::Table> { return groups_table(opening, ready); }));
    page.table = std::move(list.html);
    shown.file = std::move(list.file);
    return Done {};
}

Result<ShownOpening> read_opening(db::ReadTx& tx, Services& services, http::Exchange const& exchange, html::FormState form)
{
    auto const id = OpeningId::parse(exchange.parameter("id"));
    if (!id.ok())
        return Error::not_found("payout.no_opening");
    auto const found = TRY(opening(tx, services.city, *id));
    ShownOpening shown { { .frame = {}, .form = std::move(form) }, {} };
    auto& page = shown.page;
    page.title = title_of_opening(found);
    page.state = state_label(opening_machine(), found.state);
    page.tone = tables::name_of(tone_of_opening(found));
    page.waits = found.state == "proposed";
    page.facts = { { tr("Berita acara"), found.paper }, { tr("Kantong"), format_number(found.purses) }, { tr("Pagu seluruhnya"), format_rupiah(found.amount) },
        { tr("Pokmas"), format_number(found.groups) }, { tr("Dipegang pokmas"), format_rupiah(found.held) } };
    auto const path = "/saldo-awal/" + found.id.str();
    page.confirm_action = path + "/bukukan";
    page.refuse_action = path + "/tolak";
    page.refuse_id = services.env.ulid().str();
    page.confirm = tr("Bukukan {amount} untuk {purses} kantong?", { { "amount", format_rupiah(found.amount) }, { "purses", format_number(found.purses) } });
    auto const possible = TRY(workflow::possible_events(tx, exchange.actor(), opening_machine(), found.id.ulid()));
    for (auto const& event : possible)
        if (event.row->event == workflow::name_of(OpeningEvent::Confirm) && !event.same_as.empty())
            page.not_yours = tr("Anda yang mengunggah saldo awal ini. Orang lain yang membukukannya.");
    TRY(add_groups(tx, services, exchange, found, shown));
    return shown;
}

Result<http::Response> show_opening(Services& services, http::Exchange& exchange, html::FormState form)
{
    auto [page, file] = TRY(db::read(services.db, [&](db::ReadTx& tx) { return read_opening(tx, services, exchange, std::move(form)); }));
    if (file)
        return std::move(*file);
    page.frame = screens::frame(services, exchange, page.title, { { "/saldo-awal", tr("Saldo awal") }, { "", page.title } });
    return screens::show(page);
}

Result<http::Response> get_opening(Services& services, http::Exchange& exchange) { return show_opening(services, exchange, screens::fresh_form(services)); }

Result<http::Response> decide(Services& services, http::Exchange& exchange, std::string_view operation)
{
    return screens::submit(services, exchange, operation, { { "opening", exchange.parameter("id") } },
        [&](html::FormState const& form, Error const&) { return show_opening(services, exchange, form); });
}

Result<http::Response> confirm_page(Services& services, http::Exchange& exchange) { return decide(services, exchange, "payout.confirm_opening"); }
Result<http::Response> refuse_page(Services& services, http::Exchange& exchange) { return decide(services, exchange, "payout.refuse_opening"); }

tables::TableSpec openings_spec()
{
    using tables::Kind;
    return { .path = "/saldo-awal",
        .columns = { { .key = "what", .label = TR_NOOP("Saldo awal"), .width = 34 }, { .key = "year", .label = TR_NOOP("Tahun"), .hide_on_phone = true },
            { .key = "cut_off", .label = TR_NOOP("Per tanggal"), .kind = Kind::Date, .hide_on_phone = true }, { .key = "paper", .label = TR_NOOP("Berita acara") },
            { .key = "purses", .label = TR_NOOP("Kantong"), .kind = Kind::Integer }, { .key = "amount", .label = TR_NOOP("Pagu seluruhnya"), .kind = Kind::Rupiah },
            { .key = "groups", .label = TR_NOOP("Pokmas"), .kind = Kind::Integer }, { .key = "held", .label = TR_NOOP("Dipegang pokmas"), .kind = Kind::Rupiah },
            { .key = "state", .label = TR_NOOP("Keadaan"), .kind = Kind::Badge } } };
}

tables::Table openings_table(Services& services, std::vector<Opening> const& all)
{
    tables::Table table;
    table.title = tr("Saldo awal");
    table.columns = openings_spec().columns;
    table.as_of = services.now();
    table.zone = services.zone;
    table.empty_title = tr("Belum ada saldo awal");
    table.empty_text = tr("Unduh contohnya pada halaman unggah, isi, lalu unggah.");
    for (auto const& each : all)
        table
            .add({ title_of_opening(each), std::to_string(each.year), each.cut_off, each.paper, each.purses, each.amount, each.groups, each.held,
                tables::Cell(state_label(opening_machine(), each.state)).tone(tone_of_opening(each)) })
            .at("/saldo-awal/" + each.id.str())
            .named(each.id.str());
    return table;
}

Result<http::Response> list_openings(Services& services, http::Exchange& exchange)
{
    auto const all = TRY(db::read(services.db, [&](db::ReadTx& tx) { return openings(tx, services.city); }));
    auto list = TRY(screens::list(services, exchange, openings_spec(), [&](tables::ListRequest const&) -> Result<tables::Table> { return openings_table(services, all); }));
    if (list.file)
        return std::move(*list.file);
    return screens::show(OpeningsPage { screens::frame(services, exchange, tr("Saldo awal"), { { "", tr("Saldo awal") } }), std::move(list.html) });
}

} // namespace

std::vector<http::Route> opening_routes(Services& services)
{
    using enum http::Method;
    using screens::page;
    return {
        { Get, "/saldo-awal", "payout.opening", page(services, list_openings), "Balances brought by a city that starts in mid-year" },
        { Get, "/saldo-awal/{id}", "payout.opening", page(services, get_opening), "Uploaded balances, by pokmas" },
        { Post, "/saldo-awal/{id}/bukukan", "payout.opening", page(services, confirm_page), "Enter uploaded balances into the books" },
        { Post, "/saldo-awal/{id}/tolak", "payout.opening", page(services, refuse_page), "Refuse uploaded balances" },
    };
}

} // namespace rtkeren::payout
