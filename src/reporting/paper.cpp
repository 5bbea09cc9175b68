#include "documents/document.hpp"
#include "documents/jpeg.hpp"
#include "evidence/evidence.hpp"
#include "language/language.hpp"
#include "reporting/document.hpp"

#include <fstream>
#include <iterator>

namespace rtkeren::reporting {
namespace {

using documents::Align;
using documents::Document;
using documents::Paper;

constexpr std::size_t most_photos = 48; // as many as a report carries and a small server prints at once

documents::PaperTable table_on_paper(Section const& section)
{
    documents::PaperTable table;
    for (auto const& column : section.columns)
        table.columns.push_back({column.label, column.width, column.number ? Align::End : Align::Start});
    for (auto const& row : section.rows)
        table.rows.push_back({row.cells, row.strong});
    table.totals = section.totals;
    table.font_size = 8;
    return table;
}

void put_cover(Document& document, Account const& account)
{
    document.space(24);
    document.heading(1, tr("Laporan pertanggungjawaban"));
    document.paragraph(tr("{scheme} tahun {year}", {{"scheme", account.scheme}, {"year", std::to_string(account.year)}}));
    document.paragraph(account.pokmas.name);
    document.space(10);
    document.facts(cover_of(account));
    document.space(8);
    document.paragraph(tr("Uang diterima {disbursed}, dibelanjakan {spent}, disahkan {accepted}, dikembalikan {returned}, sisa {left}.",
        {{"disbursed", format_rupiah(account.total.disbursed)}, {"spent", format_rupiah(account.total.spent)}, {"accepted", format_rupiah(account.total.accepted)},
            {"returned", format_rupiah(account.total.returned)}, {"left", format_rupiah(account.total.left)}}));
    if (!is_complete(account.missing))
        document.small(tr("Cetakan ini belum lengkap: {count} hal masih kurang pada {date}.",
            {{"count", std::to_string(account.missing.size())}, {"date", format_date(account.printed_on, language::current())}}));
}

std::string place_and_day(Account const& account)
{
    return account.kelurahan + ", " + format_date(account.signed_on, language::current());
}

void put_approval(Document& document, Account const& account)
{
    document.page_break(Paper::Portrait);
    document.heading(1, tr("Lembar pengesahan"));
    document.paragraph(tr("Laporan pertanggungjawaban pokmas {name} tahun {year} telah diperiksa dan disahkan.", {{"name", account.pokmas.name}, {"year", std::to_string(account.year)}}));
    document.signatures({{place_and_day(account), tr("Ketua pokmas"), account.chair.name, {}, true}, {{}, tr("Bendahara pokmas"), account.treasurer.name, {}, false}});
    document.signatures({{tr("Diperiksa oleh"), account.verifier.office, account.verifier.name, {}, false}, {tr("Disetujui oleh"), account.lurah.office, account.lurah.name, {}, true}});
}

void put_statement(Document& document, Account const& account)
{
    document.page_break(Paper::Portrait);
    document.heading(1, tr("Surat pernyataan tanggung jawab mutlak"));
    for (auto const& text : statement_of(account))
        document.paragraph(text);
    document.signatures({{place_and_day(account), tr("Ketua pokmas"), account.chair.name, {}, true}, {{}, tr("Bendahara pokmas"), account.treasurer.name, {}, false}});
}

void put_section(Document& document, Section const& section, std::optional<Paper>& paper)
{
    auto const wanted = section.wide ? Paper::Landscape : Paper::Portrait;
    if (paper != wanted)
        document.page_break(wanted);
    paper = wanted;
    document.heading(1, section.title);
    if (!section.intro.empty())
        document.small(section.intro);
    if (section.rows.empty())
        document.paragraph(section.empty);
    else
        document.table(table_on_paper(section));
}

/// Empty when the file is not there or is no JPEG that can be printed: then the list of evidence names it all the same.
std::string jpeg_bytes(Services const& services, std::string const& sha256)
{
    std::ifstream file(services.evidence_folder / evidence::path_of(sha256), std::ios::binary);
    std::string bytes((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
    return documents::jpeg_size(bytes).ok() ? bytes : std::string {};
}

void put_photos(Services const& services, Document& document, Account const& account)
{
    if (account.photos.empty())
        return;
    document.page_break(Paper::Portrait);
    document.heading(1, tr("Foto pekerjaan"));
    std::vector<documents::Photo> shown;
    std::string group;
    std::size_t printed = 0;
    auto const flush = [&] {
        if (!shown.empty())
            document.photos(std::move(shown), 2);
        shown.clear();
    };
    for (auto const& photo : account.photos) {
        auto const heading = photo.unit + (photo.activity.empty() ? "" : ": " + photo.activity);
        auto bytes = printed < most_photos ? jpeg_bytes(services, photo.sha256) : std::string {};
        if (bytes.empty())
            continue;
        if (heading != group) {
            flush();
            document.heading(2, heading);
            group = heading;
        }
        auto const what = photo.is_board ? tr("Papan informasi") : tr("{stage} persen", {{"stage", std::to_string(photo.stage)}});
        shown.push_back({std::move(bytes), what + ", " + format_date(photo.on, language::current())});
        ++printed;
    }
    flush();
    if (printed < account.photos.size())
        document.small(tr("{shown} dari {all} foto tercetak; sisanya ada di daftar bukti.", {{"shown", std::to_string(printed)}, {"all", std::to_string(account.photos.size())}}));
}

} // namespace

Result<std::string> paper_of(Services const& services, Account const& account)
{
    auto const title = tr("LPJ {name} {year}", {{"name", account.pokmas.name}, {"year", std::to_string(account.year)}});
    Document document({.title = title,
        .created = Instant::start_of(account.printed_on, services.zone),
        .letterhead = documents::Letterhead {letterhead_of(account), {}},
        .footer = title,
        .author = account.pokmas.name});
    put_cover(document, account);
    put_approval(document, account);
    put_statement(document, account);
    std::optional<Paper> paper;
    for (auto const& section : sections_of(account))
        put_section(document, section, paper);
    put_photos(services, document, account);
    return document.render();
}

Result<std::string> lpj_pdf(Services& services, PokmasId pokmas, int year)
{
    // A paper for the office is in Indonesian, whoever prints it.
    language::Use const use(Language::Indonesian);
    auto const account = TRY(db::read(services.db, [&](db::ReadTx& tx) { return account_of(services, tx, pokmas, year); }));
    return paper_of(services, account);
}

} // namespace rtkeren::reporting
