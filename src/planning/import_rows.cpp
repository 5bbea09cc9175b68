#include "planning/import_rows.hpp"

#include "language/language.hpp"
#include "planning/room.hpp"

namespace rtkeren::planning {

sheets::Kind const& plan_sheet()
{
    static sheets::Kind const kind { "planning.import_plan", "lines", "contoh-rab",
        {{"unit", TR_NOOP("Kode unit"), {"kode rt", "kode wilayah", "rt"}, true, true}, {"category", TR_NOOP("Kategori"), {"kode kegiatan", "menu" }},
            {"activity", TR_NOOP("Kegiatan"), {"nama kegiatan"}, false}, {"item", TR_NOOP("Uraian"), {"uraian barang", "barang", "nama barang" }},
            {"specification", TR_NOOP("Spesifikasi"), {"spek"}, false}, {"quantity", TR_NOOP("Volume"), {"vol", "jumlah barang", "banyak" }},
            {"measure", TR_NOOP("Satuan"), {"sat" }}, {"unit_price", TR_NOOP("Harga satuan"), {"harga", "harga rp" }},
            {"spend_kind", TR_NOOP("Jenis belanja"), {"jenis"}, false }},
        {{"35.72.03.1002.003.002", "drainase", "Saluran tepi gang 3", "Batu bata", "Press, kelas 1", "12,5", "m3", "90000", "barang"},
            {"35.72.03.1002.003.002", "pelatihan_kue", "Pelatihan kue kering", "Honor pengajar", "2 hari", "2", "orang hari", "750000", "honor" } },
        "rab", {{"year", TR_NOOP("Tahun"), sheets::Extra::Kind::Year}}, "planning.write", "/rab/impor", TR_NOOP("Impor RAB"),
        TR_NOOP("Satu baris satu barang atau jasa, boleh banyak unit. Diperiksa dahulu; disimpan semua atau tidak sama sekali."), "/rab", TR_NOOP("RAB") };
    return kind;
}

sheets::Kind const& price_sheet()
{
    static sheets::Kind const kind { "planning.import_prices", "prices", "contoh-harga",
        {{"place", TR_NOOP("Kode wilayah"), {"wilayah"}, false}, {"item", TR_NOOP("Barang atau jasa"), {"uraian", "barang", "nama barang" }},
            {"unit", TR_NOOP("Satuan"), {"sat" }}, {"price", TR_NOOP("Harga"), {"harga satuan" }}, {"source", TR_NOOP("Sumber"), {"dasar" }},
            {"valid_from", TR_NOOP("Berlaku dari"), {"mulai" }, true, false, true}, {"valid_until", TR_NOOP("Berlaku sampai"), {"sampai"}, false, false, true}},
        {{"", "Batu bata", "m3", "900000", "SK standar harga 2023", "2023-01-01", ""},
            {"35.72.03", "Paving K300", "m2", "110000", "Survei pasar Mei 2023", "2023-05-01", "2023-12-31" } },
        "prices", {{"year", TR_NOOP("Tahun"), sheets::Extra::Kind::Year}}, "planning.prices", "/harga/impor", TR_NOOP("Impor harga acuan"),
        TR_NOOP("Diperiksa dahulu; disimpan semua atau tidak sama sekali."), "/harga", TR_NOOP("Harga acuan") };
    return kind;
}

std::vector<sheets::Kind const*> imports() { return {&plan_sheet(), &price_sheet()}; }

} // namespace rtkeren::planning
