#include "enterprise/numbers.hpp"

namespace rtkeren::enterprise {
namespace {

constexpr language::Message number_rows[] {
    // BPOM, halal, merek.
    {"licence.expired", TR_NOOP("Masa berlakunya habis {on:date}.")},
    // KBLI.
    {"kbli.format", TR_NOOP("KBLI terdiri dari lima angka dengan edisinya, misalnya 2025:10710.")},
    {"kbli.edition", TR_NOOP("Tidak ada KBLI edisi {edition}.")},
    {"kbli.unknown", TR_NOOP("Kode {code} tidak ada di tabel KBLI yang dimuat.")},
    {"kbli.other_edition", TR_NOOP("Kode {code} tidak ada di tabel KBLI {asked} yang dimuat. Di KBLI {edition} kode itu berarti: {title}.")},
    {"kbli.edition_missing", TR_NOOP("Sebutkan edisi KBLI-nya: arti kode berubah antara edisi 2020 dan 2025.")},
    {"kbli.reused", TR_NOOP("{code} di KBLI {edition} berarti: {title}. Di KBLI {other_edition} artinya: {other_title}.")},
    {"kbli.unsure", TR_NOOP("{code} ({title}) diketahui dari pemakaian, belum dari tabel resmi.")},
    // What the parts of a number are called.
    {"number.part.province", TR_NOOP("Kode provinsi")},
    {"number.part.regency", TR_NOOP("Kode kabupaten/kota")},
    {"number.part.district", TR_NOOP("Kode kecamatan")},
    {"number.part.province_name", TR_NOOP("Provinsi")},
    {"number.part.district_name", TR_NOOP("Kecamatan")},
    {"number.part.birth_date", TR_NOOP("Tanggal lahir")},
    {"number.part.sex", TR_NOOP("Jenis kelamin")},
    {"number.part.serial", TR_NOOP("Nomor urut")},
    {"number.part.form", TR_NOOP("Bentuk")},
    {"number.part.formatted", TR_NOOP("Ditulis")},
    {"number.part.npwp16", TR_NOOP("16 angka")},
    {"number.part.office", TR_NOOP("Kantor pajak")},
    {"number.part.branch", TR_NOOP("Cabang")},
    {"number.part.issued", TR_NOOP("Terbit")},
    {"number.part.packaging", TR_NOOP("Kode kemasan")},
    {"number.part.packaging_name", TR_NOOP("Kemasan")},
    {"number.part.food", TR_NOOP("Kode jenis pangan")},
    {"number.part.food_name", TR_NOOP("Jenis pangan")},
    {"number.part.region", TR_NOOP("Kabupaten/kota")},
    {"number.part.product", TR_NOOP("Produk ke")},
    {"number.part.producer", TR_NOOP("Produsen ke")},
    {"number.part.year", TR_NOOP("Berlaku sampai tahun")},
    {"number.part.origin", TR_NOOP("Asal")},
    {"number.part.risk", TR_NOOP("Risiko")},
    {"number.part.company", TR_NOOP("Perusahaan")},
    {"number.part.scale", TR_NOOP("Skala usaha")},
    {"number.part.decided", TR_NOOP("Ditetapkan")},
    {"number.part.status", TR_NOOP("Keadaan")},
    {"number.part.edition", TR_NOOP("Edisi")},
    {"number.part.code", TR_NOOP("Kode")},
    {"number.part.title", TR_NOOP("Arti")},
    {"number.value.female", TR_NOOP("perempuan")},
    {"number.value.male", TR_NOOP("laki-laki")},
    {"number.value.registered", TR_NOOP("terdaftar")},
    {"number.value.applied", TR_NOOP("dimohonkan")},
    {"number.value.domestic", TR_NOOP("dalam negeri")},
    {"number.value.imported", TR_NOOP("impor")},
};

} // namespace

std::span<language::Message const> number_messages() { return number_rows; }

} // namespace rtkeren::enterprise
