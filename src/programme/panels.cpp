#include "programme/allocation.hpp"
#include "programme/page_parts.hpp"
#include "programme/room.hpp"

#include "language/language.hpp"

namespace rtkeren::programme {

namespace {

/// A year that is open already allocates nothing more; a pilot names its units when it is opened.
Result<ReleasePart> read_release_part(Services& services, db::ReadTx& tx, int year, int version)
{
    auto found = year_of(tx, services.city, year);
    if (found.ok() && found->status != YearStatus::Draft)
        return ReleasePart {tr("Tahun {year} sudah dibuka: alokasinya tidak berubah oleh aturan baru.", {{"year", std::to_string(year)}}), {}};
    auto pack = TRY(rules::version(tx, services.city, year, version));
    if (pack->unit_scope == "pilot")
        return ReleasePart {
            tr("Tahun percontohan: penerimanya dipilih saat tahun dibuka, {amount} tiap penerima.", {{"amount", format_rupiah(pack->ceiling_per_unit())}}), {}};
    auto preview = preview_of(tx, services.city, *pack, services.today(), {});
    if (!preview.ok())
        return ReleasePart {language::word(preview.error()), {}};
    auto summary = tr("{units} penerima, {needed}.", {{"units", format_number(preview->units)}, {"needed", format_rupiah(preview->needed)}});
    return ReleasePart {std::move(summary), need_lines(*preview, *pack)};
}

Result<html::Safe> render_release_part(Services& services, db::ReadTx& tx, Actor const*, std::string_view subject)
{
    auto parts = split(subject, '/');
    auto year = parse_integer(parts.front()), version = parse_integer(parts.back());
    if (parts.size() != 2 || !year || !version)
        return html::Safe {};
    auto part = TRY(read_release_part(services, tx, int(*year), int(*version)));
    return html::part(part);
}

} // namespace

std::vector<screens::Panel> panels() { return {{"rules.release", 10, render_release_part}}; }

} // namespace rtkeren::programme
