#include "app/messages.hpp"

#include <array>

namespace rtkeren::app {

namespace {

constexpr std::array own_messages {
    language::Message {"environment.no_city", TR_NOOP("Belum ada kota di sini. Jalankan `rtkeren init` atau `rtkeren demo` dulu.")},
    language::Message {"environment.which_city", TR_NOOP("Basis data ini memuat beberapa kota; sebutkan kodenya dengan RTKEREN_CITY.")},
    language::Message {"environment.city_exists", TR_NOOP("Kota {code} sudah ada di basis data ini.")},
    language::Message {"environment.example_beside", TR_NOOP("Kota {code} di basis data ini kota contoh, atau sebaliknya. Kota contoh dan kota sungguhan tidak berbagi basis data; pakai folder data lain.")},
    language::Message {"environment.config_broken", TR_NOOP("Berkas pengaturan tidak bisa dibaca.")},
    language::Message {"environment.config_unknown", TR_NOOP("Pengaturan ini tidak dikenal.")},
    language::Message {"environment.address", TR_NOOP("Alamat \"{value}\" bukan HOST:PORT.")},
    language::Message {"environment.example_public", TR_NOOP("Kota contoh hanya melayani komputer ini sendiri. Pakai --public-example bila memang dimaksud terbuka.")},
    language::Message {"environment.export_unwritable", TR_NOOP("Folder ekspor tidak bisa ditulis.")},
    language::Message {"environment.data_unwritable", TR_NOOP("Folder data tidak bisa ditulis.")},
    language::Message {"environment.database_url", TR_NOOP("Alamat basis data tidak dikenal. Tulis sqlite:BERKAS atau postgresql://…")},
    language::Message {"environment.database_down", TR_NOOP("Basis data tidak bisa dihubungi.")},
    language::Message {"environment.database_damaged", TR_NOOP("Berkas basis data rusak atau bukan basis data. Pulihkan dari salinan.")},
    language::Message {"environment.schema_newer", TR_NOOP("Basis data ini ditulis oleh rtkeren yang lebih baru. Pasang versi itu, atau pulihkan salinan sebelum pembaruan.")},
    language::Message {"environment.port_in_use", TR_NOOP("Alamat ini sudah dipakai program lain. Pilih yang lain dengan --listen.")},
    language::Message {"db.migration_changed", TR_NOOP("Skema basis data ini berbeda dari yang dikenal program. Hubungi pengelola.")},
    language::Message {"db.migration_token", TR_NOOP("Berkas migrasi memuat kata yang tidak dikenal.")},
    language::Message {"db.queue_full", TR_NOOP("Peladen sedang sibuk. Coba lagi sebentar lagi.")},
    language::Message {"db.full", TR_NOOP("Penyimpanan peladen penuh. Data Anda tidak berubah.")},
    language::Message {"db.io", TR_NOOP("Penyimpanan peladen sedang bermasalah. Data Anda tidak berubah; coba lagi nanti.")},
    language::Message {"db.interrupted", TR_NOOP("Pekerjaan terputus. Data Anda tidak berubah; coba lagi.")},
    language::Message {"db.unique", TR_NOOP("Catatan yang sama sudah ada.")},
    language::Message {"db.foreign_key", TR_NOOP("Yang dirujuk catatan ini tidak ada.")},
    language::Message {"db.check", TR_NOOP("Basis data menolak nilai ini.")},
    language::Message {"db.value", TR_NOOP("Nilai ini tidak sesuai jenisnya.")},
    language::Message {"db.statement", TR_NOOP("Terjadi kesalahan pada program. Data Anda tidak berubah.")},
    language::Message {"environment.copy_exists", TR_NOOP("Salinan dengan nama ini sudah ada dan tidak ditimpa.")},
    language::Message {"environment.database_not_empty", TR_NOOP("Basis data tujuan sudah berisi; salinan hanya dipulihkan ke tempat yang kosong.")},
    language::Message {"environment.postgres_tool", TR_NOOP("pg_dump atau pg_restore tidak bisa dijalankan atau gagal. Pasang paket postgresql-client.")},
    language::Message {"check.broken", TR_NOOP("Pemeriksaan malam menemukan yang tidak cocok. Jalankan `rtkeren check`.")},
    language::Message {"backup.exists", TR_NOOP("Berkas {path} sudah ada dan tidak ditimpa. Pilih nama lain.")},
    language::Message {"backup.unwritable", TR_NOOP("Salinan tidak bisa ditulis di sana.")},
    language::Message {"restore.not_empty", TR_NOOP("Folder {path} sudah berisi {name}. Pulihkan ke folder yang kosong.")},
    language::Message {"restore.not_a_copy", TR_NOOP("Ini bukan salinan dari rtkeren, atau rusak.")},
    language::Message {"restore.altered", TR_NOOP("\"{value}\" tidak lagi seperti saat disalin. Tidak ada yang dipulihkan.")},
    language::Message {"restore.incomplete", TR_NOOP("\"{value}\" tidak ada dalam salinan ini. Tidak ada yang dipulihkan.")},
    language::Message {"restore.other_keys", TR_NOOP("Kunci di \"{value}\" bukan kunci salinan ini. Sebutkan kunci yang benar dengan --keys.")},
    language::Message {"restore.other_database", TR_NOOP("Salinan ini berasal dari {value}; sebutkan basis data jenis itu dengan --db.")},
    language::Message {"file.unreadable", TR_NOOP("Berkas \"{value}\" tidak bisa dibaca.")},
    language::Message {"sync.too_many", TR_NOOP("Paling banyak {limit} catatan sekali kirim.")},
    language::Message {"sync.envelope", TR_NOOP("Catatan dari ponsel ini tidak lengkap.")},
    language::Message {"sync.other_person", TR_NOOP("Catatan di ponsel ini milik orang lain. Masuk sebagai pemiliknya untuk mengirim.")},
    language::Message {"operation.no_draft", TR_NOOP("Draf ini tidak ada lagi.")},
    language::Message {"draft.dropped", TR_NOOP("Draf \"{title}\" dibuang.")},
    language::Message {"draft.was", TR_NOOP("Catatan yang sudah ada")},
    language::Message {"draft.wanted", TR_NOOP("Catatan Anda")},
    language::Message {"draft.by", TR_NOOP("Dicatat oleh")},
    language::Message {"draft.at", TR_NOOP("Dicatat pada")},
    language::Message {"json.syntax", TR_NOOP("Ini bukan objek JSON yang benar.")},
    language::Message {"demo.size", TR_NOOP("Ukuran contoh adalah small, city, atau jumlah RT.")},
    language::Message {"demo.amount", TR_NOOP("Kota contoh tidak dapat dibuat: satu kontraknya tidak menyebut jumlah.")},
    language::Message {"report.unknown", TR_NOOP("Laporan “{value}” tidak dikenal. Yang ada: money.")},
    language::Message {"demo.years", TR_NOOP("Tahun contoh ditulis seperti 2021-2024.")},
};

} // namespace

void register_own_messages()
{
    language::register_messages(own_messages);
    language::register_messages(identifier_messages());
}

} // namespace rtkeren::app
