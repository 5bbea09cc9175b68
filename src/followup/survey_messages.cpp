#include "followup/pages_room.hpp"

namespace rtkeren::followup {
namespace {

constexpr language::Message survey_rows[] {
    // What was done.
    {"followup.round_planned", TR_NOOP("{name} direncanakan: {count} usaha bisa terpilih. Berikutnya: undi sampelnya.")},
    {"followup.round_drawn", TR_NOOP("{count} usaha terpilih untuk {name}. Berikutnya: bagi ke pewawancara.")},
    {"followup.assigned", TR_NOOP("{count} wawancara dibagi ke {name}.")},
    {"followup.round_closed", TR_NOOP("{name} ditutup.")},
    {"followup.round_cancelled", TR_NOOP("{name} dibatalkan.")},
    {"followup.panel_logged", TR_NOOP("Pengunduhan panel dicatat.")},
    {"followup.interviewed", TR_NOOP("Jawaban {name} tersimpan. Berikutnya ada di daftar ini.")},
    {"followup.interview_open", TR_NOOP("{name} belum ditemui: percobaan {count} dari {most}.")},
    {"followup.interview_refused", TR_NOOP("{name} dicatat menolak. Ini ikut dihitung, tanpa pengganti.")},
    {"followup.interview_not_reached", TR_NOOP("{name} dicatat tidak ditemui setelah {count} kali. Ini ikut dihitung, tanpa pengganti.")},
    // What was refused.
    {"followup.no_round", TR_NOOP("Putaran survei ini tidak ada di wilayah Anda.")},
    {"followup.no_interview", TR_NOOP("Wawancara ini tidak dibagi ke Anda.")},
    {"followup.month_runs", TR_NOOP("Bulan yang ditanyakan baru selesai {to:date}. Mulai wawancara sesudahnya.")},
    {"followup.until_before", TR_NOOP("Tanggal selesai sebelum tanggal mulai.")},
    {"followup.until_past", TR_NOOP("Tanggal selesai sudah lewat.")},
    {"followup.too_long", TR_NOOP("Satu putaran paling lama {days} hari.")},
    {"followup.baseline_late", TR_NOOP("Uang tahun {value} sudah keluar {amount:rp}. Putaran dasar harus sebelum uang pertama.")},
    {"followup.frame_small", TR_NOOP("Hanya {count} usaha yang bisa terpilih; paling sedikit {least}. Pilih wilayah yang lebih luas.")},
    {"followup.drawn_already", TR_NOOP("Sampel sudah diundi oleh {name} pada {on:date}. Undian tidak bisa diulang.")},
    {"followup.frame_altered", TR_NOOP("Daftar atau benih tidak sama lagi dengan yang ditetapkan saat direncanakan, jadi tidak bisa diundi. Laporkan kepada administrator.")},
    {"followup.not_running", TR_NOOP("Putaran ini tidak sedang berjalan.")},
    {"followup.round_before", TR_NOOP("Wawancara baru mulai {on:date}.")},
    {"followup.round_runs", TR_NOOP("Putaran ini masih berjalan sampai {on:date}.")},
    {"followup.no_interviewer", TR_NOOP("Orang ini bukan pewawancara yang menjabat.")},
    {"followup.knows_treated", TR_NOOP("Yang memegang jabatan di pelatihan atau pendampingan tahu siapa yang dilatih, jadi tidak mewawancarai.")},
    {"followup.own_interview", TR_NOOP("Di wilayah itu ada usaha {name} sendiri. Pilih wilayah atau orang lain.")},
    {"followup.interview_over", TR_NOOP("Wawancara ini sudah selesai.")},
    {"followup.month_only", TR_NOOP("Survei menanyakan satu bulan penuh.")},
    {"followup.panel_small", TR_NOOP("Baru {count} usaha yang menjawab; panel dibuka mulai {least}.")},
    // Words of codes.
    {"followup.frame.business", TR_NOOP("Semua usaha")},
    {"followup.frame.business_hint", TR_NOOP("Usaha terdaftar yang berjalan di wilayah itu")},
    {"followup.frame.compared", TR_NOOP("Yang dilatih dan pembanding")},
    {"followup.frame.compared_hint", TR_NOOP("Separuh dari usaha yang pemiliknya lulus pelatihan, separuh dari yang belum pernah; pewawancara tidak diberi tahu")},
    {"followup.outcome.open", TR_NOOP("Belum")},
    {"followup.outcome.answered", TR_NOOP("Terjawab")},
    {"followup.outcome.refused", TR_NOOP("Menolak")},
    {"followup.outcome.not_reached", TR_NOOP("Tidak ditemui")},
};

} // namespace

std::span<language::Message const> survey_messages() { return survey_rows; }

} // namespace rtkeren::followup
