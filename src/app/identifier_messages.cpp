#include "app/messages.hpp"

#include <array>

/// What the numbers of people, firms and products are refused with: `identifiers` stands below the catalogue and knows codes only.
namespace rtkeren::app {

namespace {

constexpr std::array rows {
    language::Message {"identifier.kind", TR_NOOP("Jenis nomor “{value}” tidak dikenal.")},
    language::Message {"phone.format", TR_NOOP("Ini bukan nomor ponsel Indonesia. Tulis misalnya 0812-3456-7890.")},
    language::Message {"phone.digits_lost", TR_NOOP("Angka nomor ini hilang karena disimpan sebagai bilangan. Ketik sebagai teks.")},
    language::Message {"account.format", TR_NOOP("Nomor rekening terdiri dari 6 sampai 20 angka.")},
    language::Message {"account.digits_lost", TR_NOOP("Angka nomor ini hilang karena disimpan sebagai bilangan. Ketik sebagai teks.")},
    language::Message {"nik.format", TR_NOOP("NIK terdiri dari 16 angka, seperti pada KTP.")},
    language::Message {"nik.digits_lost", TR_NOOP("Angka nomor ini hilang karena disimpan sebagai bilangan. Ketik sebagai teks.")},
    language::Message {"nik.date", TR_NOOP("Tanggal lahir di dalam NIK ini tidak ada. Periksa angka ke-7 sampai ke-12.")},
    language::Message {"nik.day", TR_NOOP("Hari lahir {day} di dalam NIK ini tidak mungkin. Periksa angka ke-7 dan ke-8.")},
    language::Message {"nik.century", TR_NOOP("Dari NIK saja tahun lahirnya tidak pasti: {old:date} atau {young:date}.")},
    language::Message {"nik.province", TR_NOOP("Tidak ada provinsi berkode {province}. Periksa dua angka pertama NIK.")},
    language::Message {"nik.region", TR_NOOP("Kecamatan {region} di dalam NIK tidak ada dalam daftar sekarang. Bisa jadi wilayah lama.")},
    language::Message {"nik.serial", TR_NOOP("Empat angka terakhir NIK tidak mungkin 0000.")},
    language::Message {"nik.mismatch", TR_NOOP("NIK menyebut {nik}, isian menyebut {given}. Periksa keduanya.")},
    language::Message {"npwp.format", TR_NOOP("NPWP terdiri dari 15 atau 16 angka, NITKU 22 angka.")},
    language::Message {"npwp.digits_lost", TR_NOOP("Angka nomor ini hilang karena disimpan sebagai bilangan. Ketik sebagai teks.")},
    language::Message {"npwp.length", TR_NOOP("NPWP terdiri dari 15 atau 16 angka, NITKU 22; yang ini {length} angka.")},
    language::Message {"npwp.checksum", TR_NOOP("Angka pemeriksa NPWP ini tidak cocok. Mungkin salah ketik satu angka.")},
    language::Message {"npwp.branch", TR_NOOP("Ini NITKU: tempat usaha nomor {branch} dari wajib pajak itu.")},
    language::Message {"nib.format", TR_NOOP("NIB terdiri dari 13 angka.")},
    language::Message {"nib.digits_lost", TR_NOOP("Angka nomor ini hilang karena disimpan sebagai bilangan. Ketik sebagai teks.")},
    language::Message {"nib.umku", TR_NOOP("Ini nomor izin pendukung (PB UMKU), bukan NIB.")},
    language::Message {"nib.issued", TR_NOOP("NIB ini tampaknya terbit {date:date}.")},
    language::Message {"pirt.format", TR_NOOP("Nomor P-IRT terdiri dari 15 angka, dua yang terakhir tahun berakhirnya.")},
    language::Message {"pirt.digits_lost", TR_NOOP("Angka nomor ini hilang karena disimpan sebagai bilangan. Ketik sebagai teks.")},
    language::Message {"pirt.legacy", TR_NOOP("Ini nomor P-IRT lama 12 angka; sejak 2012 nomornya 15 angka.")},
    language::Message {"pirt.hyphen", TR_NOOP("Tanda hubung P-IRT berdiri sebelum dua angka tahun.")},
    language::Message {"pirt.packaging", TR_NOOP("Tidak ada kode kemasan {code} pada P-IRT.")},
    language::Message {"pirt.food", TR_NOOP("Tidak ada kode jenis pangan {code} pada P-IRT.")},
    language::Message {"pirt.region", TR_NOOP("Tidak ada kabupaten atau kota berkode {code} dalam daftar sekarang.")},
    language::Message {"pirt.product", TR_NOOP("Nomor urut pangan pada P-IRT tidak mungkin 00.")},
    language::Message {"pirt.producer", TR_NOOP("Nomor urut pembuat pada P-IRT tidak mungkin 0000.")},
    language::Message {"pirt.year", TR_NOOP("Tahun berakhir P-IRT ini tidak mungkin; masa berlakunya lima tahun.")},
    language::Message {"pirt.expired", TR_NOOP("Masa berlaku P-IRT ini sudah lewat.")},
    language::Message {"pirt.expiring", TR_NOOP("Masa berlaku P-IRT ini berakhir tahun ini.")},
    language::Message {"pirt.product_mismatch", TR_NOOP("Nomor P-IRT menyebut {number}, produknya {product}. Periksa keduanya.")},
    language::Message {"bpom.format", TR_NOOP("Nomor BPOM seperti MD 123456789012: dua huruf dan 12 atau 15 angka.")},
    language::Message {"bpom.category", TR_NOOP("Nomor BPOM ini untuk golongan lain (obat, kosmetik), bukan pangan.")},
    language::Message {"bpom.prefix", TR_NOOP("Tulis juga MD atau ML di depan nomornya, seperti pada kemasan.")},
    language::Message {"bpom.is_pirt", TR_NOOP("Ini nomor P-IRT, bukan nomor BPOM.")},
    language::Message {"halal.format", TR_NOOP("Nomor sertifikat halal seperti ID35110000123450424: ID dan 17 angka.")},
    language::Message {"halal.not_bpjph", TR_NOOP("Ini nomor lama dari LPPOM, bukan sertifikat BPJPH.")},
    language::Message {"halal.decided", TR_NOOP("Bulan dan tahun {digits} pada nomor ini tidak mungkin.")},
    language::Message {"merek.empty", TR_NOOP("Tulis nomor daftar atau nomor permohonan mereknya.")},
    language::Message {"merek.unknown", TR_NOOP("Bentuk nomor merek ini tidak dikenal. Periksa pada suratnya.")},
    language::Message {"gtin.format", TR_NOOP("Kode batang terdiri dari 8, 12, 13 atau 14 angka.")},
    language::Message {"gtin.digits_lost", TR_NOOP("Angka nomor ini hilang karena disimpan sebagai bilangan. Ketik sebagai teks.")},
    language::Message {"gtin.checksum", TR_NOOP("Angka pemeriksa kode batang ini tidak cocok. Mungkin salah ketik satu angka.")},
    language::Message {"gtin.restricted", TR_NOOP("Kode batang berawalan {prefix} hanya berlaku di dalam satu toko.")},
    language::Message {"gtin.indonesia", TR_NOOP("Kode batang ini terdaftar lewat GS1 Indonesia.")},
    language::Message {"gtin.link", TR_NOOP("Tautan GS1 ini tidak dapat dibaca.")},
    language::Message {"gtin.order", TR_NOOP("Urutan bagian tautan GS1 ini tidak benar (bagian {key}).")},
    language::Message {"gtin.date", TR_NOOP("Tanggal pada bagian {key} tautan GS1 ini tidak ada.")},
    language::Message {"qris.amount", TR_NOOP("Jumlah QRIS harus lebih dari nol dan ditulis dengan angka.")},
    language::Message {"qris.bill", TR_NOOP("Nomor tagihan QRIS paling banyak 25 huruf dan angka biasa.")},
    language::Message {"qris.limit", TR_NOOP("QRIS paling banyak Rp10.000.000 sekali bayar.")},
    language::Message {"qris.tlv", TR_NOOP("Susunan kode QRIS ini rusak. Pindai lagi gambarnya.")},
    language::Message {"qris.truncated", TR_NOOP("Kode QRIS ini terpotong. Salin seluruhnya.")},
    language::Message {"qris.url_encoded", TR_NOOP("Kode QRIS ini tersalin dengan tanda persen; sudah dibaca sebagaimana aslinya.")},
    language::Message {"qris.crc", TR_NOOP("Angka pemeriksa QRIS ini tidak cocok. Pindai lagi gambarnya.")},
    language::Message {"qris.crc_case", TR_NOOP("Angka pemeriksa QRIS ini ditulis dengan huruf kecil; seharusnya huruf besar.")},
    language::Message {"qris.duplicate", TR_NOOP("Bagian {tag} dari kode QRIS ini ada dua kali.")},
    language::Message {"qris.missing", TR_NOOP("Bagian {tag} dari kode QRIS ini tidak ada.")},
    language::Message {"qris.len", TR_NOOP("Bagian {tag} dari kode QRIS ini {length} huruf, paling banyak {limit}.")},
    language::Message {"qris.value", TR_NOOP("Isi bagian {tag} dari kode QRIS ini tidak dikenal.")},
    language::Message {"qris.tip", TR_NOOP("Aturan uang tip di kode QRIS ini tidak lengkap.")},
    language::Message {"qris.currency", TR_NOOP("Mata uang kode QRIS ini bukan rupiah.")},
    language::Message {"qris.country", TR_NOOP("Negara kode QRIS ini bukan Indonesia.")},
    language::Message {"qris.account", TR_NOOP("Kode QRIS ini tidak menyebut rekening mana pun.")},
    language::Message {"qris.criteria", TR_NOOP("Golongan usaha {criteria} di kode QRIS ini tidak dikenal.")},
    language::Message {"qris.transfer", TR_NOOP("Ini QRIS kiriman uang atau tunai, bukan pembayaran di toko.")},
    language::Message {"qris.nmid", TR_NOOP("NMID {nmid} di kode QRIS ini bentuknya tidak biasa.")},
    language::Message {"qris.encoding", TR_NOOP("Kode QRIS ini memuat huruf yang tidak terbaca.")},
    language::Message {"qris.order", TR_NOOP("Urutan bagian kode QRIS ini tidak benar.")},
    language::Message {"qris.owner", TR_NOOP("Nama atau NMID pada kode QRIS ini bukan milik usaha itu: {merchant}.")},
};

} // namespace

std::span<language::Message const> identifier_messages()
{
    return rows;
}

} // namespace rtkeren::app
