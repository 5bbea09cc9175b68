#include "spending/cash_show.hpp"

#include "ledger/reads.hpp"
#include "tables/table.hpp"

/// The general cash book (BKU) as offices know it: expense gross out, tax withheld in, tax paid out, a running balance; two dates where they differ.
namespace rtkeren::spending {

namespace {

using ledger::CashKind;

/// What a row says besides the kind of event: which side it stands on.
std::string row_label(ledger::BkuRow const& row)
{
    if (row.account == CashKind::Pajak && row.kind == ledger::EntryKind::Expense)
        return tr("Pajak dipotong");
    if (row.account == CashKind::Piutang && row.kind == ledger::EntryKind::Expense)
        return tr("Pajak menjadi piutang");
    return label_of(row.kind);
}

std::string described(ledger::BkuRow const& row)
{
    auto const label = row_label(row);
    return row.text.empty() || row.text == label ? label : label + ": " + row.text;
}

std::string href_of_row(ledger::BkuRow const& row)
{
    return row.subject_kind == "expense" ? "/belanja/" + row.subject : std::string {};
}

} // namespace

tables::TableSpec bku_spec(PokmasId pokmas, Month const& month)
{
    using tables::Kind;
    return {.path = href_of_cash(pokmas) + "/bku",
        .columns = {{.key = "date", .label = TR_NOOP("Tanggal"), .kind = Kind::Date}, {.key = "number", .label = TR_NOOP("No. bukti"), .kind = Kind::Integer, .hide_on_phone = true},
            {.key = "text", .label = TR_NOOP("Uraian"), .width = 44}, {.key = "in", .label = TR_NOOP("Masuk"), .kind = Kind::Rupiah, .total = true},
            {.key = "out", .label = TR_NOOP("Keluar"), .kind = Kind::Rupiah, .total = true}, {.key = "balance", .label = TR_NOOP("Saldo"), .kind = Kind::Rupiah},
            {.key = "recorded", .label = TR_NOOP("Dicatat"), .kind = Kind::Date, .hide_on_phone = true}},
        .kept = {{"bulan", month.str()}}};
}

tables::Table bku_table(ledger::Bku const& book, std::string const& pokmas, Month const& month, Zone zone)
{
    tables::Table table;
    table.title = tr("Buku kas umum {month}", {{"month", month_name(month)}});
    table.subtitle = pokmas;
    table.zone = zone;
    table.filename = "bku-" + fold(pokmas) + "-" + month.str();
    for (auto& c : table.filename)
        c = c == ' ' ? '-' : c;
    table.columns = bku_spec({}, month).columns;
    table.empty_title = tr("Bulan ini tidak ada uang masuk atau keluar");
    table.empty_text = tr("Saldo {balance} dibawa ke bulan berikutnya.", {{"balance", format_rupiah(book.closing)}});
    for (auto const& row : book.rows) {
        auto const recorded = row.recorded_at.date_in(zone);
        auto const late = recorded == row.occurred_on ? std::nullopt : std::optional(recorded);
        auto const amount = [](Rupiah value) { return value.is_zero() ? tables::Cell() : tables::Cell(value); };
        auto& added = table.add({row.occurred_on, row.number, described(row), amount(row.in), amount(row.out), row.balance, late}).named(row.entry.str());
        if (auto href = href_of_row(row); !href.empty())
            added.at(std::move(href));
    }
    table.notes = {tr("Saldo awal {opening}. Saldo akhir {closing}: bank {bank}, tunai {kas}, panjar {panjar}.",
        {{"opening", format_rupiah(book.opening)}, {"closing", format_rupiah(book.closing)}, {"bank", format_rupiah(book.bank)}, {"kas", format_rupiah(book.kas)},
            {"panjar", format_rupiah(book.panjar)}})};
    return table;
}

} // namespace rtkeren::spending
