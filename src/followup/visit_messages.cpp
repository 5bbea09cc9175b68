#include "followup/pages_room.hpp"

namespace rtkeren::followup {
namespace {

constexpr language::Message visit_rows[] {
    // What was done.
    {"followup.recorded", TR_NOOP("Jawaban {name} setelah {days} hari tersimpan. Berikutnya ada di daftar ini.")},
    {"followup.corrected", TR_NOOP("Jawaban {name} dibetulkan. Yang lama tetap terbaca.")},
    {"followup.missed", TR_NOOP("{name} belum ditemui. Coba lagi {on:date}.")},
    {"followup.give_up", TR_NOOP("{name} dicatat tidak ditemui setelah {count} kali. Ini ikut dihitung.")},
    {"followup.decline", TR_NOOP("{name} dicatat tidak bersedia. Ini ikut dihitung, dan tidak ditanya lagi kali ini.")},
    {"followup.repeated", TR_NOOP("{name} bisa ditanya lagi.")},
    {"followup.phone_shown", TR_NOOP("Nomor {name} terlihat; ini dicatat.")},
    {"followup.opened", TR_NOOP("{count} kunjungan dibuka atau diakhiri.")},
    // What was refused.
    {"followup.no_visit", TR_NOOP("Kunjungan ini tidak ada di wilayah Anda.")},
    {"followup.replaced", TR_NOOP("Kunjungan ini sudah diganti dengan yang baru.")},
    {"followup.own_visit", TR_NOOP("Tidak ada yang mencatat jawabannya sendiri. Mintalah orang lain.")},
    {"followup.before_due", TR_NOOP("Belum waktunya. Bisa diisi mulai {on:date}.")},
    {"followup.outside_time", TR_NOOP("Tanggal ini di luar waktunya: {from:date} sampai {to:date}.")},
    {"followup.not_answered", TR_NOOP("Belum ada jawaban yang bisa dibetulkan.")},
    {"followup.not_ended", TR_NOOP("Kunjungan ini tidak berakhir tanpa jawaban.")},
    {"followup.over", TR_NOOP("Kunjungan ini sudah selesai.")},
    {"followup.not_open", TR_NOOP("Nomor hanya ditunjukkan selama masih perlu ditanya.")},
    {"followup.time_over", TR_NOOP("Waktunya lewat pada {on:date}.")},
    {"followup.retry_past", TR_NOOP("Tanggal mencoba lagi sudah lewat.")},
    {"followup.next_before", TR_NOOP("Janji ini sebelum tanggal bertanya.")},
    {"followup.other_note", TR_NOOP("Tulis hambatan lainnya apa.")},
    {"followup.channel_twice", TR_NOOP("Saluran ini tertulis dua kali.")},
    {"followup.told_missing", TR_NOOP("Pilih dari mana angka penjualannya.")},
    {"followup.which_business", TR_NOOP("Pemilik ini punya beberapa usaha: pilih penjualan usaha yang mana.")},
    {"followup.no_business", TR_NOOP("Usahanya belum terdaftar, jadi penjualannya belum bisa dicatat. Kosongkan, atau daftarkan usahanya dulu.")},
    {"followup.amount_stays", TR_NOOP("Penjualan yang sudah dicatat dibetulkan, tidak dihapus. Isi angkanya; 0 bila tidak ada penjualan.")},
    // Warnings.
    {"followup.photo_used", TR_NOOP("Foto ini sudah menjadi bukti untuk {count} hal lain. Periksa apakah tertukar.")},
    // Words of codes.
    {"followup.producing.yes", TR_NOOP("Masih produksi")},
    {"followup.producing.paused", TR_NOOP("Berhenti dulu")},
    {"followup.producing.stopped", TR_NOOP("Berhenti")},
    {"followup.producing.never", TR_NOOP("Belum pernah mulai")},
    {"followup.way.visit", TR_NOOP("Datang")},
    {"followup.way.phone", TR_NOOP("Telepon")},
    {"followup.by.visit", TR_NOOP("di tempat")},
    {"followup.by.phone", TR_NOOP("lewat telepon")},
    {"followup.told.recall_month", TR_NOOP("Ingatan, bulan lalu")},
    {"followup.told.recall_week", TR_NOOP("Ingatan, seminggu")},
    {"followup.told.cash_book", TR_NOOP("Buku kas, bulan lalu (difoto)")},
    {"followup.told.qris_statement", TR_NOOP("Catatan QRIS, bulan lalu (difoto)")},
    {"followup.obstacle.capital", TR_NOOP("Modal")},
    {"followup.obstacle.raw_material", TR_NOOP("Bahan baku")},
    {"followup.obstacle.papers", TR_NOOP("Izin")},
    {"followup.obstacle.packaging", TR_NOOP("Kemasan")},
    {"followup.obstacle.market", TR_NOOP("Pembeli")},
    {"followup.obstacle.time_family", TR_NOOP("Waktu, keluarga")},
    {"followup.obstacle.health", TR_NOOP("Kesehatan")},
    {"followup.obstacle.tools", TR_NOOP("Alat")},
    {"followup.obstacle.skill", TR_NOOP("Keterampilan")},
    {"followup.obstacle.other", TR_NOOP("Lainnya")},
    {"followup.missed.not_home", TR_NOOP("Tidak ada di rumah")},
    {"followup.missed.no_answer", TR_NOOP("Telepon tidak diangkat")},
    {"followup.missed.wrong_number", TR_NOOP("Nomor salah")},
    {"followup.missed.moved", TR_NOOP("Sudah pindah")},
    {"followup.missed.refused", TR_NOOP("Tidak bersedia")},
    {"followup.missed.other", TR_NOOP("Lainnya")},
    {"followup.week.late", TR_NOOP("Terlambat")},
    {"followup.week.this_week", TR_NOOP("Minggu ini")},
    {"followup.week.next_week", TR_NOOP("Minggu depan")},
    {"followup.week.later", TR_NOOP("Sesudahnya")},
    {"followup.part.kini", TR_NOOP("Perlu ditanya")},
    {"followup.part.nanti", TR_NOOP("Nanti")},
    {"followup.part.selesai", TR_NOOP("Selesai")},
    {"followup.per.topik", TR_NOOP("Topik")},
    {"followup.per.pelatih", TR_NOOP("Pelatih")},
    {"followup.per.kelurahan", TR_NOOP("Kelurahan")},
    {"followup.per.rt", TR_NOOP("RT")},
    {"followup.turn.pendamping", TR_NOOP("pendamping")},
    {"followup.turn.pptk", TR_NOOP("PPTK (tidak ada pendamping)")},
    {"followup.turn.dinas", TR_NOOP("Dinas (tidak ada pendamping dan PPTK)")},
};

} // namespace

std::span<language::Message const> visit_messages() { return visit_rows; }

} // namespace rtkeren::followup
