#include "language/base_messages.hpp"

namespace rtkeren::language {
namespace {

constexpr Message base_rows[] = {
    // Amounts and numbers.
    {"rupiah.format", TR_NOOP("“{value}” bukan jumlah rupiah. Tulis angka bulat, misalnya 1.350.000.")},
    {"rupiah.negative", TR_NOOP("Jumlah tidak boleh kurang dari nol.")},
    {"rupiah.range", TR_NOOP("Jumlah ini di luar batas yang diizinkan.")},
    {"rupiah.zero", TR_NOOP("Jumlah harus lebih dari nol.")},
    {"integer.format", TR_NOOP("“{value}” bukan bilangan bulat.")},
    {"integer.range", TR_NOOP("Angka ini di luar batas yang diizinkan.")},
    {"number.range", TR_NOOP("Angka ini di luar batas yang diizinkan.")},
    // Days and moments.
    {"date.format", TR_NOOP("“{value}” bukan tanggal. Tulis misalnya 28/03/2023 atau 28 Maret 2023.")},
    {"date.invalid", TR_NOOP("Tanggal “{value}” tidak ada dalam kalender.")},
    {"date.range", TR_NOOP("Tanggal ini di luar masa yang diizinkan.")},
    {"date.outside_year", TR_NOOP("Tanggal ini di luar tahun {year}.")},
    {"date.future", TR_NOOP("Tanggal ini belum terjadi.")},
    {"instant.format", TR_NOOP("“{value}” bukan waktu yang dikenal.")},
    {"instant.invalid", TR_NOOP("Waktu “{value}” tidak ada.")},
    // Text, choices and lists.
    {"required", TR_NOOP("Isian ini wajib diisi.")},
    {"text.empty", TR_NOOP("Isian ini wajib diisi.")},
    {"text.short", TR_NOOP("Isian ini terlalu pendek, paling sedikit {limit} huruf.")},
    {"text.long", TR_NOOP("Isian ini terlalu panjang, paling banyak {limit} huruf.")},
    {"text.encoding", TR_NOOP("Isian ini memuat huruf yang tidak terbaca.")},
    {"choice.unknown", TR_NOOP("“{value}” tidak ada dalam pilihan.")},
    {"flag.format", TR_NOOP("Jawab dengan ya atau tidak.")},
    {"list.short", TR_NOOP("Paling sedikit {limit} baris harus diisi.")},
    {"list.long", TR_NOOP("Paling banyak {limit} baris.")},
    {"list.too_long", TR_NOOP("Daftar ini terlalu panjang untuk satu berkas. Saring dahulu.")},
    {"list.column", TR_NOOP("Daftar ini tidak dapat diurutkan menurut “{value}”.")},
    {"list.after", TR_NOOP("Tautan halaman berikutnya sudah tidak berlaku. Buka daftar dari awal.")},
    {"field.type", TR_NOOP("Jenis isian ini tidak sesuai.")},
    {"field.unknown", TR_NOOP("Isian “{value}” tidak dikenal.")},
    {"id.format", TR_NOOP("Pengenal “{value}” tidak sah.")},
    {"sha256.format", TR_NOOP("Sidik berkas “{value}” tidak sah.")},
    {"input.invalid", TR_NOOP("Ada isian yang perlu dibetulkan.")},
    // Requests.
    {"request.id_reused", TR_NOOP("Kiriman dengan nomor yang sama sudah diterima dengan isi lain. Muat ulang halaman, lalu coba lagi.")},
    {"request.malformed", TR_NOOP("Permintaan ini tidak dapat dibaca.")},
    {"request.method", TR_NOOP("Cara ini tidak tersedia untuk halaman tersebut.")},
    {"request.too_large", TR_NOOP("Kiriman terlalu besar. Kembali ke halaman tadi, isian Anda masih ada di sana, lalu pilih berkas yang lebih kecil atau lebih sedikit.")},
    {"request.head_too_large", TR_NOOP("Alamat atau kepala permintaan ini terlalu panjang.")},
    {"request.length_required", TR_NOOP("Permintaan ini tidak dapat dibaca.")},
    {"request.too_many", TR_NOOP("Terlalu banyak permintaan. Tunggu sebentar, lalu coba lagi.")},
    {"multipart.malformed", TR_NOOP("Kiriman berkas terputus atau rusak. Kirim sekali lagi.")},
    {"multipart.name", TR_NOOP("Kiriman berkas ini tidak dapat dibaca.")},
    {"multipart.too_many_parts", TR_NOOP("Terlalu banyak isian dalam satu kiriman.")},
    {"multipart.field_too_large", TR_NOOP("Satu isian terlalu panjang.")},
    {"version.stale", TR_NOOP("Data ini sudah diubah orang lain sejak Anda membukanya. Periksa keadaan terbaru, lalu putuskan lagi.")},
    {"csrf.invalid", TR_NOOP("Halaman ini sudah terlalu lama terbuka. Muat ulang, lalu kirim sekali lagi.")},
    {"csrf.cross_site", TR_NOOP("Kiriman ini datang dari situs lain, jadi tidak diterima.")},
    // Who may.
    {"session.missing", TR_NOOP("Masuk dahulu untuk membuka halaman ini.")},
    {"permission.missing", TR_NOOP("Jabatan Anda tidak berwenang untuk ini.")},
    {"operation.not_allowed", TR_NOOP("Jabatan Anda tidak berwenang untuk ini.")},
    {"operation.attempted", TR_NOOP("Ini hanya percobaan. Tidak ada yang tersimpan.")},
    {"operation.unknown", TR_NOOP("Pekerjaan “{value}” tidak dikenal.")},
    {"page.not_found", TR_NOOP("Halaman ini tidak ada.")},
    {"not_found", TR_NOOP("Yang dicari tidak ada.")},
    {"rule.refused", TR_NOOP("Aturan tidak mengizinkan ini.")},
    // The program and its surroundings.
    {"server.busy", TR_NOOP("Peladen sedang sibuk. Coba lagi sebentar lagi.")},
    {"server.failed", TR_NOOP("Terjadi kesalahan pada program. Data Anda tidak berubah.")},
    {"environment.disk", TR_NOOP("Penyimpanan peladen sedang bermasalah. Data Anda tidak berubah; coba lagi nanti.")},
    {"environment.folder", TR_NOOP("Penyimpanan peladen sedang bermasalah. Data Anda tidak berubah; coba lagi nanti.")},
    {"environment.keys_missing", TR_NOOP("Berkas kunci tidak ditemukan.")},
    {"environment.keys_readable", TR_NOOP("Berkas kunci dapat dibaca orang lain. Batasi izinnya menjadi 0600.")},
    {"environment.keys_broken", TR_NOOP("Berkas kunci rusak. Pulihkan dari lembar pemulihan.")},
    {"environment.keys_exist", TR_NOOP("Berkas kunci sudah ada dan tidak ditimpa.")},
    {"environment.keys_unwritable", TR_NOOP("Berkas kunci tidak dapat ditulis.")},
    {"environment.file_unreadable", TR_NOOP("Berkas ini tidak dapat dibaca.")},
    {"secrets.sealed", TR_NOOP("Data rahasia yang tersimpan tidak dapat dibuka. Hubungi pengelola.")},
    {"secrets.recovery", TR_NOOP("Baris {line} lembar pemulihan salah ketik.")},
    {"config.trusted_proxies", TR_NOOP("“{value}” bukan alamat perantara yang sah.")},
    {"db.busy", TR_NOOP("Basis data sedang sibuk. Coba lagi sebentar lagi.")},
    {"db.unavailable", TR_NOOP("Basis data sedang tidak dapat dihubungi. Coba lagi nanti.")},
    {"db.exception", TR_NOOP("Terjadi kesalahan pada program. Data Anda tidak berubah.")},
    {"db.corrupt_row", TR_NOOP("Data yang tersimpan tidak terbaca. Hubungi pengelola.")},
    {"db.nested_transaction", TR_NOOP("Terjadi kesalahan pada program. Data Anda tidak berubah.")},
};

} // namespace

std::span<Message const> base_messages()
{
    return base_rows;
}

} // namespace rtkeren::language
