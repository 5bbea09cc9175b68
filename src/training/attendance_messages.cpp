#include "training/attendance_room.hpp"

namespace rtkeren::training {
namespace {

constexpr language::Message attendance_rows[] {
    // What was done.
    {"training.marked", TR_NOOP("{name}: {mark}.")},
    {"training.marked_already", TR_NOOP("{name} sudah tercatat {mark}.")},
    {"training.proof_added", TR_NOOP("{name} sudah tercatat {mark}; bukti ini ditambahkan.")},
    {"training.mark_corrected", TR_NOOP("Catatan {name} dibetulkan menjadi {mark}.")},
    {"training.paper_marked", TR_NOOP("{count} tanda tangan tercatat hadir.")},
    {"training.session_closed", TR_NOOP("Pertemuan {number} ditutup; {count} peserta tanpa tanda dicatat tidak hadir.")},
    {"training.session_reopened", TR_NOOP("Presensi pertemuan {number} dibuka lagi.")},
    {"training.slips_printed", TR_NOOP("{count} slip siap dicetak. Kodenya hanya bisa dibuka satu jam.")},
    {"training.disputed", TR_NOOP("Keberatan Anda untuk pertemuan {number} tercatat. Kelurahan memutuskan dalam 5 hari kerja.")},
    {"training.dispute_withdrawn", TR_NOOP("Keberatan Anda ditarik.")},
    {"training.dispute_upheld", TR_NOOP("Keberatan {name} diterima dan presensinya dibetulkan.")},
    {"training.dispute_rejected", TR_NOOP("Keberatan {name} ditolak dengan alasan.")},
    // What was refused.
    {"training.no_mark", TR_NOOP("Catatan hadir ini tidak ada.")},
    {"training.no_dispute", TR_NOOP("Keberatan ini tidak ada di wilayah Anda.")},
    {"training.not_taking_part", TR_NOOP("{name} bukan peserta yang ditetapkan.")},
    {"training.not_running", TR_NOOP("Presensi tidak bisa diisi: pelatihan ini {state}.")},
    {"training.meeting_cancelled", TR_NOOP("Pertemuan ini dibatalkan: {reason}. Tidak ada yang bisa ditandai.")},
    {"training.too_early", TR_NOOP("Presensi dibuka {on:date} pukul {from}.")},
    {"training.too_late", TR_NOOP("Pertemuan {on:date} sudah lewat lebih dari 7 hari. Pengelola pelatihan bisa membetulkannya dengan alasan.")},
    {"training.not_begun", TR_NOOP("Pertemuan ini baru mulai {on:date} pukul {from}.")},
    {"training.mark_differs", TR_NOOP("{name} sudah dicatat lain oleh {by}. Tulis alasan untuk membetulkannya.")},
    {"training.paper_contradicts", TR_NOOP("Tercatat tidak hadir tetapi bertanda tangan: {names}. Tulis alasannya.")},
    {"training.closed_already", TR_NOOP("Pertemuan ini sudah ditutup oleh {name}.")},
    {"training.not_closed", TR_NOOP("Pertemuan ini belum ditutup.")},
    {"training.qr_expired", TR_NOOP("Kode QR ini sudah berganti. Pindai lagi dari layar fasilitator.")},
    {"training.scan_over", TR_NOOP("Presensi pertemuan ini sudah ditutup. Minta fasilitator, atau ajukan keberatan dari slip Anda.")},
    {"training.marked_absent", TR_NOOP("Fasilitator mencatat Anda tidak hadir. Minta fasilitator membetulkannya, atau ajukan keberatan dari slip Anda.")},
    {"training.slip_unknown", TR_NOOP("Kode slip ini tidak dikenal atau sudah diganti slip baru.")},
    {"training.slip_other_course", TR_NOOP("Slip ini untuk pelatihan lain.")},
    {"training.slip_wait", TR_NOOP("Terlalu banyak kode yang salah. Coba lagi {minutes} menit lagi.")},
    {"training.slips_gone", TR_NOOP("Kode slip hanya bisa dibuka satu jam oleh yang membuatnya. Buat slip baru.")},
    {"training.no_slips_due", TR_NOOP("Semua peserta sudah punya slip. Pilih siapa yang perlu slip baru.")},
    {"training.nothing_to_dispute", TR_NOOP("Catatannya sudah seperti yang Anda katakan.")},
    {"training.disputed_already", TR_NOOP("Keberatan untuk pertemuan ini sudah diajukan dan menunggu keputusan.")},
    {"training.decides_own", TR_NOOP("Yang menandai atau memimpin pelatihan tidak memutus keberatannya. Mintalah pejabat lain.")},
    // What does not fit together.
    {"training.photo_reused", TR_NOOP("Foto ini sudah dipakai {count} kali di tempat lain. Periksa apakah daftarnya benar.")},
    {"training.portions_over", TR_NOOP("{item}: dibayar {portions:n} porsi, hadir {signatures:n} orang")},
    {"training.portions_under", TR_NOOP("{item}: dibayar hanya {portions:n} porsi, hadir {signatures:n} orang")},
    {"training.two_places", TR_NOOP("Pertemuan {number}: {name} pada jam yang sama juga hadir di {title}")},
    {"training.photo_twice", TR_NOOP("Pertemuan {number}: foto daftar hadir juga dipakai {count} kali di tempat lain")},
    {"training.one_device", TR_NOOP("Pertemuan {number}: satu ponsel menandai {count} peserta dengan kode slip mereka")},
    {"training.trainer_overpaid", TR_NOOP("{name} dibayar {hours} jam, pertemuan yang jadi hanya {scheduled} jam")},
    {"training.test_absent", TR_NOOP("{name} punya nilai tes akhir {score} tetapi tidak hadir di pertemuan terakhir")},
    {"training.marked_late", TR_NOOP("Pertemuan {number}: {count} tanda dimasukkan lebih dari sehari setelah selesai")},
    {"training.clock_odd", TR_NOOP("Pertemuan {number}: jam ponsel pada {count} tanda tidak cocok dengan jam pertemuan")},
    // Words.
    {"training.route.qr", TR_NOOP("QR di ponsel peserta")},
    {"training.route.facilitator", TR_NOOP("Fasilitator")},
    {"training.route.paper", TR_NOOP("Tanda tangan di kertas")},
    {"training.route.decision", TR_NOOP("Keputusan kelurahan")},
    {"training.mark.present", TR_NOOP("Hadir")},
    {"training.mark.absent", TR_NOOP("Tidak hadir")},
    {"training.decision.upheld", TR_NOOP("Terima")},
    {"training.decision.rejected", TR_NOOP("Tolak")},
};

} // namespace

std::span<language::Message const> attendance_messages() { return attendance_rows; }

} // namespace rtkeren::training
