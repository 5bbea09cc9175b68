#include "spending/cash_show.hpp"

#include "ledger/reads.hpp"
#include "spending/cash_operations.hpp"
#include "spending/spending.hpp"
#include "spending/sql.hpp"

#include <algorithm>

/// The money of one pokmas: now, and the general cash book of a month.
namespace rtkeren::spending {

namespace {

using ledger::CashKind;

std::string due_note(Date due, Date today)
{
    if (due >= today)
        return tr("tenggat {due}", {{"due", format_date(due, language::current())}});
    return trn("lewat {n} hari", "lewat {n} hari", due.days_until(today));
}

Result<std::vector<CashDebt>> debts_of(db::ReadTx& tx, Services& services, Actor const& actor, Desk const& desk)
{
    std::vector<CashDebt> debts;
    auto const base = href_of_cash(desk.pokmas.id);
    auto const form_of = [&](std::string_view permission, std::string_view form) { return may_at(actor, permission, desk.pokmas) ? base + std::string(form) : std::string {}; };
    auto const today = services.today();
    auto const owed = TRY(taxes_owed(tx, services.city, desk.pokmas.id));
    for (auto const& part : desk.cash.parts) {
        if (part.kind != CashKind::Pajak)
            continue;
        auto const key = part.party.starts_with("tax:") ? part.party.substr(4) : part.party;
        CashDebt debt {tax_label(tx, services.city, desk.year, key, today), format_rupiah(-part.amount), {}, "quiet", form_of("spending.tax", "/pajak")};
        auto const oldest = std::ranges::find(owed, key, &TaxOwed::key);
        if (oldest != owed.end()) {
            debt.note = due_note(oldest->due, today);
            debt.tone = oldest->due < today ? "late" : "quiet";
        }
        debts.push_back(std::move(debt));
    }
    auto const add = [&](CashKind kind, std::string label, std::string note, std::string href) {
        if (!desk.cash.of(kind).is_zero())
            debts.push_back({std::move(label), format_rupiah(-desk.cash.of(kind)), std::move(note), "quiet", std::move(href)});
    };
    add(CashKind::Bunga, tr("Jasa giro"), tr("milik kas daerah"), form_of("spending.cash", "/bunga-setor"));
    add(CashKind::Swadaya, tr("Swadaya warga"), tr("uang warga"), form_of("spending.cash", "/swadaya-pakai"));
    add(CashKind::Titipan, tr("Titipan"), tr("sampai pemiliknya diketahui"), {});
    return debts;
}

Result<std::vector<CashDebt>> holders_of(db::ReadTx& tx, Services& services, Desk const& desk)
{
    std::vector<CashDebt> holders;
    for (auto const& part : desk.cash.parts) {
        if ((part.kind != CashKind::Panjar && part.kind != CashKind::Piutang) || part.amount.is_zero())
            continue;
        auto name = TRY(party_name(tx, services.city, desk.pokmas.id, part.party));
        holders.push_back({std::move(name), format_rupiah(part.amount), part.kind == CashKind::Panjar ? tr("panjar") : tr("piutang"), "quiet", {}});
    }
    return holders;
}

Result<std::vector<CashMovement>> movements_of(db::ReadTx& tx, Services& services, Desk const& desk, bool may_undo)
{
    auto rows = TRY(ledger::entries_of_pokmas(tx, services.city, desk.pokmas.id, {.sort = "number", .descending = true, .limit = 12}));
    if (rows.size() > 12)
        rows.resize(12);
    std::vector<CashMovement> movements;
    for (auto const& row : rows) {
        auto const recorded = row.recorded_at.date_in(services.zone);
        CashMovement one {format_date(row.occurred_on, language::current()), label_of(row.kind), row.text, format_rupiah(row.amount), {}, {}, {}, row.reversed_by.has_value()};
        if (row.subject_kind == "expense")
            one.href = "/belanja/" + row.subject;
        if (recorded != row.occurred_on)
            one.recorded = tr("dicatat {day}", {{"day", format_date(recorded, language::current())}});
        if (may_undo && !row.reversed_by && is_takeable(row.kind))
            one.undo_href = href_of_cash(desk.pokmas.id) + "/batalkan?entry=" + row.id.str();
        movements.push_back(std::move(one));
    }
    return movements;
}

void add_actions(CashPage& page, Actor const& actor, Desk const& desk)
{
    auto const& base = page.base;
    if (may_at(actor, "spending.cash", desk.pokmas)) {
        page.actions = {{base + "/tarik", "building-bank", tr("Tarik tunai"), {}}, {base + "/hitung", "coins", tr("Hitung kas"), {}}, {base + "/panjar", "user", tr("Beri panjar"), {}},
            {base + "/panjar-kembali", "arrow-back-up", tr("Panjar kembali"), {}}};
        page.more = {{base + "/setor", "building-bank", tr("Setor tunai ke bank"), {}}, {base + "/bunga", "percentage", tr("Jasa giro masuk"), tr("Bunga bank milik kas daerah.")},
            {base + "/bunga-pajak", "receipt-tax", tr("Pajak jasa giro"), {}}, {base + "/biaya", "minus", tr("Biaya bank"), {}},
            {base + "/bunga-setor", "send", tr("Setor jasa giro ke kas daerah"), {}}, {base + "/swadaya", "users", tr("Swadaya warga masuk"), {}},
            {base + "/swadaya-pakai", "users", tr("Swadaya warga dipakai"), {}}, {base + "/swadaya-nilai", "hammer", tr("Tenaga atau barang dari warga"), tr("Dicatat nilainya; kas tidak berubah.")},
            {base + "/titipan", "help-circle", tr("Uang masuk yang belum dikenal"), {}}, {base + "/piutang", "user-check", tr("Piutang dibayar"), {}},
            {base + "/piutang-kasda", "send", tr("Piutang dibayar langsung ke kas daerah"), tr("Sesudah kantong ditutup.")}};
    }
    if (may_at(actor, "spending.tax", desk.pokmas))
        page.actions.push_back({base + "/pajak", "receipt-tax", tr("Setor pajak"), {}});
    if (may_at(actor, "reporting.return_leftover", desk.pokmas))
        page.actions.push_back({base + "/kembalikan", "send", tr("Kembalikan sisa"), {}});
    if (may_at(actor, "spending.handover", desk.pokmas))
        page.more.push_back({base + "/serah-terima", "transfer", tr("Serah terima ke pokmas lain"), {}});
    if (may_at(actor, "spending.write_off", desk.pokmas))
        page.more.push_back({base + "/hapus", "gavel", tr("Hapus piutang dengan keputusan"), {}});
}

Result<void> add_notes(db::ReadTx& tx, Services& services, Desk const& desk, CashPage& page)
{
    auto const count = TRY(tx.maybe(sql::cash_last_count, services.city, desk.pokmas.id));
    if (count) {
        auto const day = format_date(count->date(0), language::current());
        page.count_note = count->rupiah(1) == count->rupiah(2) ? tr("dihitung {day}: cocok", {{"day", day}}) : tr("dihitung {day}: selisih dicatat", {{"day", day}});
    }
    auto const last_month = Month::of(Month::of(services.today()).first().plus_days(-1));
    auto const status = TRY(month_status(tx, services.city, desk.pokmas.id, last_month));
    page.month_href = page.base + "/tutup-bulan?bulan=" + last_month.str();
    page.month_tone = status.state == "signed" ? "ok" : "warn";
    auto const name = month_name(last_month);
    page.month_note = status.state == "signed" ? tr("{month} sudah ditandatangani", {{"month", name}})
        : status.state == "awaiting"           ? tr("{month} menunggu tanda tangan ketua", {{"month", name}})
                                               : tr("{month} belum ditutup", {{"month", name}});
    return Done {};
}

Result<http::Response> get_cash(Services& services, http::Exchange& exchange)
{
    auto const read = [&](db::ReadTx& tx) -> Result<CashPage> {
        auto const desk = TRY(readable_desk(tx, services, exchange));
        auto const& actor = exchange.actor();
        CashPage page;
        page.frame = screens::frame(services, exchange, desk.pokmas.name, {{"/kas", tr("Buku kas")}, {"", desk.pokmas.name}});
        page.name = desk.pokmas.name;
        page.subtitle = tr("Uang per {day}", {{"day", format_date(services.today(), language::current())}});
        page.base = href_of_cash(desk.pokmas.id);
        page.bank = format_rupiah(desk.cash.of(CashKind::Bank));
        page.kas = format_rupiah(desk.cash.of(CashKind::Kas));
        page.panjar = format_rupiah(desk.cash.of(CashKind::Panjar));
        page.piutang = format_rupiah(desk.cash.of(CashKind::Piutang));
        page.debts = TRY(debts_of(tx, services, actor, desk));
        page.holders = TRY(holders_of(tx, services, desk));
        auto const may_undo = may_at(actor, "spending.cash", desk.pokmas) || may_at(actor, "spending.check", desk.pokmas);
        page.movements = TRY(movements_of(tx, services, desk, may_undo));
        add_actions(page, actor, desk);
        TRY(add_notes(tx, services, desk, page));
        return page;
    };
    auto const page = TRY(db::read(services.db, read));
    return screens::show(page);
}

// -- the book of a month ------------------------------------------------------------------------------------------------

Month asked_month(Services& services, http::Exchange const& exchange)
{
    auto asked = Month::parse(exchange.request.query_value("bulan"));
    return asked.ok() ? *asked : Month::of(services.today());
}

BkuPage bku_page(Services& services, http::Exchange const& exchange, Desk const& desk, Month const& month, ledger::Bku const& book, MonthStatus const& status)
{
    auto const base = href_of_cash(desk.pokmas.id);
    auto const before = Month::of(month.first().plus_days(-1));
    BkuPage page;
    page.frame = cash_frame(services, exchange, desk, tr("Buku kas umum"));
    page.name = desk.pokmas.name;
    page.month = month_name(month);
    page.status = status.state == "signed" ? tr("Ditandatangani") : status.state == "awaiting" ? tr("Menunggu ketua") : tr("Terbuka");
    page.tone = status.state == "signed" ? "ok" : status.state == "awaiting" ? "warn" : "info";
    page.opening = format_rupiah(book.opening);
    page.closing = format_rupiah(book.closing);
    page.bank = format_rupiah(book.bank);
    page.kas = format_rupiah(book.kas);
    page.panjar = format_rupiah(book.panjar);
    page.base = base;
    page.before_href = base + "/bku?bulan=" + before.str();
    page.before_label = month_name(before);
    if (month < Month::of(services.today())) {
        page.after_href = base + "/bku?bulan=" + month.next().str();
        page.after_label = month_name(month.next());
    }
    page.sign_href = base + "/tutup-bulan?bulan=" + month.str();
    return page;
}

Result<http::Response> get_bku(Services& services, http::Exchange& exchange)
{
    auto const month = asked_month(services, exchange);
    std::optional<BkuPage> page;
    std::optional<tables::Table> table;
    auto const read = [&](db::ReadTx& tx) -> Result<PokmasId> {
        auto const desk = TRY(readable_desk(tx, services, exchange));
        auto const book = TRY(ledger::bku(tx, services.city, desk.pokmas.id, month.first(), month.last()));
        auto const status = TRY(month_status(tx, services.city, desk.pokmas.id, month));
        page = bku_page(services, exchange, desk, month, book, status);
        table = bku_table(book, desk.pokmas.name, month, services.zone);
        return desk.pokmas.id;
    };
    auto const pokmas = TRY(db::read(services.db, read));
    auto answer = TRY(screens::list(services, exchange, bku_spec(pokmas, month), [&](tables::ListRequest const&) -> Result<tables::Table> { return *table; }));
    if (answer.file)
        return std::move(*answer.file);
    page->table = std::move(answer.html);
    return screens::show(*page);
}

Result<html::Safe> cash_panel(Services& services, db::ReadTx& tx, Actor const* actor, std::string_view subject)
{
    auto const id = PokmasId::parse(subject);
    if (!id.ok() || actor == nullptr)
        return html::Safe {};
    auto const desk = TRY(read_desk(tx, services.city, *id));
    if (!may_at(*actor, "insight.read", desk.pokmas))
        return html::Safe {};
    CashPanel panel;
    panel.href = href_of_cash(*id);
    panel.bank = format_rupiah(desk.cash.of(CashKind::Bank));
    panel.kas = format_rupiah(desk.cash.of(CashKind::Kas));
    panel.panjar = format_rupiah(desk.cash.of(CashKind::Panjar));
    panel.piutang = format_rupiah(desk.cash.of(CashKind::Piutang));
    auto const taxes = -desk.cash.of(CashKind::Pajak);
    if (taxes.is_positive())
        panel.taxes = format_rupiah(taxes);
    auto const owed = TRY(taxes_owed(tx, services.city, *id));
    if (!owed.empty()) {
        panel.due = due_note(owed.front().due, services.today());
        panel.late = owed.front().due < services.today();
    }
    return html::part(panel);
}

} // namespace

std::vector<http::Route> cash_book_routes(Services& services)
{
    using http::Method;
    return {{Method::Get, "/kas/{pokmas}", "signed_in", screens::page(services, get_cash), "Money of a pokmas now"},
        {Method::Get, "/kas/{pokmas}/bku", "signed_in", screens::page(services, get_bku), "General cash book of a month"}};
}

std::vector<screens::Panel> cash_panels()
{
    return {{"pokmas", 30, cash_panel}};
}

} // namespace rtkeren::spending
