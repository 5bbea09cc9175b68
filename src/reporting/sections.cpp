#include "language/language.hpp"
#include "reporting/document.hpp"

#include <algorithm>

namespace rtkeren::reporting {
namespace {

std::string plain(Rupiah amount)
{
    return format_number(amount.value());
}

std::string shown_day(Date day)
{
    return format_date(day, language::current());
}

std::string upper(std::string text)
{
    std::ranges::transform(text, text.begin(), [](unsigned char c) { return c >= 'a' && c <= 'z' ? char(c - 32) : char(c); });
    return text;
}

using Cells = std::vector<std::string>;

Cells amounts_of(Absorption const& row)
{
    return {plain(row.ceiling), plain(row.planned), plain(row.contracted), plain(row.disbursed), plain(row.spent), plain(row.accepted), plain(row.returned), plain(row.left)};
}

Section absorption_section(Account const& account)
{
    Section section;
    section.id = "h-serapan";
    section.title = tr("Rekapitulasi penyerapan");
    section.intro = tr("Dalam rupiah. Tiap rupiah kantong berdiri di tepat satu tahap.");
    section.wide = true;
    section.columns = {{tr("Unit"), 2}, {tr("Kantong"), 2}, {tr("Pagu"), 1.5, true}, {tr("RAB"), 1.5, true}, {tr("Kontrak"), 1.5, true}, {tr("Cair"), 1.5, true},
        {tr("Belanja"), 1.5, true}, {tr("Sah"), 1.5, true}, {tr("Kembali"), 1.5, true}, {tr("Sisa"), 1.5, true}};
    for (auto const& purse : account.purses) {
        Cells cells {purse.unit, purse.envelope};
        for (auto& amount : amounts_of(purse))
            cells.push_back(std::move(amount));
        section.rows.push_back({std::move(cells), purse.href});
    }
    section.totals = {tr("Jumlah"), ""};
    for (auto& amount : amounts_of(account.total))
        section.totals.push_back(std::move(amount));
    section.empty = tr("Pokmas ini belum memegang kantong tahun ini.");
    return section;
}

Section lines_section(Account const& account)
{
    Section section;
    section.id = "h-realisasi";
    section.title = tr("Realisasi per baris RAB");
    section.wide = true;
    section.columns = {{tr("Kegiatan"), 3}, {tr("Uraian"), 3}, {tr("Volume"), 1.3}, {tr("RAB"), 1.5, true}, {tr("Belanja"), 1.5, true}, {tr("Sah"), 1.5, true}, {tr("Sisa"), 1.5, true}};
    std::string group;
    Rupiah planned, spent, accepted;
    for (auto const& line : account.lines) {
        auto const heading = line.unit + ", " + line.envelope;
        if (heading != group)
            section.rows.push_back({{heading}, {}, true});
        group = heading;
        section.rows.push_back({{line.activity, line.item, line.quantity, plain(line.planned), plain(line.spent), plain(line.accepted), plain(line.planned - line.spent)}, {}});
        planned += line.planned;
        spent += line.spent;
        accepted += line.accepted;
    }
    section.totals = {tr("Jumlah"), "", "", plain(planned), plain(spent), plain(accepted), plain(planned - spent)};
    section.empty = tr("Belum ada RAB yang disetujui.");
    return section;
}

Section expenses_section(Account const& account)
{
    Section section;
    section.id = "h-belanja";
    section.title = tr("Daftar belanja");
    section.wide = true;
    section.columns = {{tr("Nomor"), 1.7}, {tr("Tanggal"), 1.4}, {tr("Penyedia"), 2}, {tr("Untuk"), 3}, {tr("Unit"), 1.6}, {tr("Bruto"), 1.4, true}, {tr("Pajak"), 1.1, true},
        {tr("Dibayar"), 1.4, true}, {tr("Dibebankan"), 1.4, true}, {tr("Keadaan"), 1.3}};
    for (auto const& row : account.expenses) {
        section.rows.push_back({{row.number, shown_day(row.on), row.supplier + (row.receipt.empty() ? "" : " (" + row.receipt + ")"), row.purpose, row.units, plain(row.gross),
                                    plain(row.taxes), plain(row.net), plain(row.charged), row.state},
            "/belanja/" + row.id.str()});
    }
    section.totals = {tr("Jumlah"), "", "", "", "", plain(account.gross), plain(account.taxes), plain(account.net), plain(account.charged), ""};
    section.empty = tr("Belum ada belanja.");
    return section;
}

Section taxes_section(Account const& account)
{
    Section section;
    section.id = "h-pajak";
    section.title = tr("Daftar pajak");
    section.columns = {{tr("Belanja"), 1.7}, {tr("Pajak"), 2.4}, {tr("Dasar"), 1.4, true}, {tr("Pajak terutang"), 1.4, true}, {tr("Sudah disetor"), 1.4, true}, {tr("Belum"), 1.2, true}};
    Rupiah amount, paid, owed;
    for (auto const& row : account.due_taxes) {
        section.rows.push_back({{row.number, row.label, plain(row.base), plain(row.amount), plain(row.paid), plain(row.owed)}, {}});
        amount += row.amount;
        paid += row.paid;
        owed += row.owed;
    }
    section.totals = {tr("Jumlah"), "", "", plain(amount), plain(paid), plain(owed)};
    section.empty = tr("Tidak ada pajak yang terutang.");
    return section;
}

Section payments_section(Account const& account)
{
    Section section;
    section.id = "h-setoran";
    section.title = tr("Setoran pajak");
    section.intro = tr("Setoran 1 Januari {year} sampai 31 Januari {next}.", {{"year", std::to_string(account.year)}, {"next", std::to_string(account.year + 1)}});
    section.columns = {{tr("Tanggal"), 1.4}, {tr("Jenis bukti"), 1}, {tr("Nomor"), 2.4}, {tr("Pajak"), 2.4}, {tr("Jumlah"), 1.4, true}};
    Rupiah sum;
    for (auto const& row : account.paid_taxes) {
        section.rows.push_back({{shown_day(row.on), row.kind, row.number, row.tax, plain(row.amount)}, {}});
        sum += row.amount;
    }
    section.totals = {tr("Jumlah"), "", "", "", plain(sum)};
    section.empty = tr("Belum ada setoran pajak.");
    return section;
}

Section book_section(Account const& account)
{
    auto const& book = account.book;
    Section section;
    section.id = "h-bku";
    section.title = tr("Buku kas umum");
    section.intro = tr("{from} sampai {to}.", {{"from", shown_day(account.from)}, {"to", shown_day(account.to)}});
    section.wide = true;
    section.columns = {{tr("Tanggal"), 1.4}, {tr("No"), 0.7, true}, {tr("Uraian"), 5}, {tr("Penerimaan"), 1.5, true}, {tr("Pengeluaran"), 1.5, true}, {tr("Saldo"), 1.5, true}};
    section.rows.push_back({{shown_day(account.from), "", tr("Saldo awal"), "", "", plain(book.opening)}, {}, true});
    Rupiah in, out;
    int number = 0;
    for (auto const& row : book.rows) {
        section.rows.push_back({{shown_day(row.occurred_on), std::to_string(++number), row.text, row.in.is_zero() ? "" : plain(row.in), row.out.is_zero() ? "" : plain(row.out), plain(row.balance)}, {}});
        in += row.in;
        out += row.out;
    }
    section.totals = {tr("Jumlah"), "", tr("Bank {bank}, kas {kas}, panjar {panjar}", {{"bank", plain(book.bank)}, {"kas", plain(book.kas)}, {"panjar", plain(book.panjar)}}), plain(in),
        plain(out), plain(book.closing)};
    return section;
}

Section deposits_section(Account const& account)
{
    Section section;
    section.id = "h-kembali";
    section.title = tr("Pengembalian ke kas daerah");
    section.columns = {{tr("Tanggal"), 1.4}, {tr("Kantong"), 3}, {tr("Jenis"), 1.6}, {tr("Bukti setor"), 2}, {tr("Jumlah"), 1.4, true}};
    Rupiah within, after;
    for (auto const& row : account.deposits) {
        section.rows.push_back({{shown_day(row.on), row.unit, row.kind, row.slip, plain(row.amount)}, {}});
        (row.on.year() <= account.year ? within : after) += row.amount;
    }
    section.intro = tr("Sampai 31 Desember {within}, sesudahnya {after}.", {{"within", format_rupiah(within)}, {"after", format_rupiah(after)}});
    section.totals = {tr("Jumlah"), "", "", "", plain(within + after)};
    section.empty = tr("Belum ada uang yang dikembalikan.");
    return section;
}

Section proofs_section(Account const& account)
{
    Section section;
    section.id = "h-bukti";
    section.title = tr("Daftar bukti");
    section.intro = tr("Tiap berkas dikenali dari SHA-256 isinya: berkas yang berubah satu huruf mempunyai sidik lain.");
    section.wide = true;
    section.columns = {{tr("Dokumen"), 1.8}, {tr("Bukti"), 2.2}, {tr("Tanggal"), 1.3}, {tr("SHA-256"), 5}};
    for (auto const& row : account.proofs)
        section.rows.push_back({{row.document, row.paper, shown_day(row.on), row.sha256}, "/bukti/" + row.sha256});
    section.empty = tr("Belum ada bukti.");
    return section;
}

} // namespace

std::vector<Section> sections_of(Account const& account)
{
    return {absorption_section(account), lines_section(account), expenses_section(account), taxes_section(account), payments_section(account), book_section(account),
        deposits_section(account), proofs_section(account)};
}

std::vector<std::pair<std::string, std::string>> cover_of(Account const& account)
{
    std::vector<std::pair<std::string, std::string>> rows {{tr("Program"), account.scheme + " " + std::to_string(account.year)}, {tr("Pokmas"), account.pokmas.name},
        {tr("SK"), account.pokmas.decree}, {tr("Kelurahan"), account.kelurahan + ", " + account.kecamatan}, {tr("Rekening"), account.pokmas.bank + " " + account.pokmas.account_masked}};
    if (account.contract) {
        rows.emplace_back(tr("Kontrak"), tr("{number}, {date}", {{"number", account.contract->number}, {"date", shown_day(account.contract->signed_on)}}));
        rows.emplace_back(tr("Nilai kontrak"), format_rupiah(account.contract->amount));
    }
    if (account.lpj) {
        rows.emplace_back(tr("Keadaan"), tr(lpj_machine().state(account.lpj->state)->label));
        rows.emplace_back(tr("Putaran"), std::to_string(account.lpj->rounds));
        rows.emplace_back(tr("Tenggat"), shown_day(account.lpj->due_on));
    }
    rows.emplace_back(tr("Aturan"), account.rules);
    rows.emplace_back(tr("Dicetak"), shown_day(account.printed_on));
    return rows;
}

std::vector<std::string> statement_of(Account const& account)
{
    auto const amount = [](Rupiah value) { return tr("{amount} ({words} rupiah)", {{"amount", format_rupiah(value)}, {"words", terbilang(value.value())}}); };
    Arguments const facts {{"pokmas", account.pokmas.name}, {"kelurahan", account.kelurahan}, {"year", std::to_string(account.year)}, {"scheme", account.scheme},
        {"received", amount(account.total.disbursed)}, {"spent", amount(account.total.spent)}, {"accepted", amount(account.total.accepted)}, {"returned", amount(account.total.returned)},
        {"left", amount(account.total.left)}};
    return {
        tr("Kami yang bertanda tangan di bawah ini, ketua dan bendahara pokmas {pokmas} Kelurahan {kelurahan}, bertanggung jawab mutlak atas penggunaan uang {scheme} tahun {year}.", facts),
        tr("Uang yang kami terima {received}. Yang kami belanjakan {spent}, di antaranya sudah disahkan {accepted}. Yang sudah kami kembalikan ke kas daerah {returned}. Sisa pada kami {left}.", facts),
        tr("Semua belanja benar terjadi, sesuai RAB yang disetujui, dan didukung bukti yang kami simpan serta serahkan bila diminta."),
        tr("Bila kemudian terbukti ada kelebihan pembayaran atau kerugian daerah, kami bersedia mengembalikannya ke kas daerah sesuai peraturan."),
    };
}

std::vector<std::string> letterhead_of(Account const& account)
{
    std::vector<std::string> lines {tr("PEMERINTAH {city}", {{"city", upper(account.city_name)}}), tr("KECAMATAN {name}", {{"name", upper(account.kecamatan)}}),
        tr("KELURAHAN {name}", {{"name", upper(account.kelurahan)}})};
    for (auto const line : split(account.letterhead, '\n')) {
        if (!trim(line).empty())
            lines.emplace_back(trim(line));
    }
    return lines;
}

} // namespace rtkeren::reporting
