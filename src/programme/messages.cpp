#include "programme/room.hpp"

namespace rtkeren::programme {

namespace {

using language::Message;

constexpr Message programme_messages[] {
    // What was done.
    {"programme.year_created", TR_NOOP("Rancangan tahun {year} dibuat. Orang lain dari Bagian Pemerintahan yang membukanya.")},
    {"programme.year_discarded", TR_NOOP("Rancangan tahun {year} dibuang.")},
    {"programme.year_opened", TR_NOOP("Tahun {year} dibuka: {units} penerima, {total:rp}.")},
    {"programme.closing_started", TR_NOOP("Tahun {year} mulai ditutup. Laporan, pajak dan pengembalian masih berjalan.")},
    {"programme.year_reopened", TR_NOOP("Tahun {year} berjalan lagi.")},
    {"programme.year_closed_now", TR_NOOP("Tahun {year} ditutup: {purses} kantong, {debts} dengan utang, {total:rp} tidak dipakai.")},
    {"programme.dpa_set", TR_NOOP("DPA {count} kelurahan tersimpan.")},
    {"programme.unit_allocated", TR_NOOP("{unit} mendapat {total:rp}.")},
    {"programme.declined", TR_NOOP("Penolakan {unit} dicatat: {total:rp} kembali ke DPA kelurahan.")},
    {"programme.bonus_given", TR_NOOP("{unit} mendapat tambahan {total:rp}.")},
    {"programme.reduced", TR_NOOP("Pagu {unit} berkurang {total:rp}.")},
    {"programme.moved", TR_NOOP("{total:rp} dipindahkan antarkantong {unit}.")},
    {"programme.change_taken_back", TR_NOOP("Perubahan {total:rp} pada {unit} dibatalkan.")},
    {"programme.hold_placed", TR_NOOP("Penahanan berlaku: {subject}.")},
    {"programme.hold_proposed", TR_NOOP("Usulan penahanan tersimpan: {subject}. Bagian Pemerintahan memutuskannya.")},
    {"programme.hold_declined", TR_NOOP("Usulan penahanan tidak disetujui: {subject}.")},
    {"programme.hold_lifted", TR_NOOP("Penahanan dicabut: {subject}.")},
    // What was refused.
    {"programme.no_year", TR_NOOP("Tahun program itu belum ada.")},
    {"programme.none_yet", TR_NOOP("Belum ada tahun program yang dibuka. Halaman ini terisi sesudah Bagian Pemerintahan membuka tahunnya.")},
    {"programme.year_exists", TR_NOOP("Tahun {year} sudah dirancang.")},
    {"programme.year_not_open", TR_NOOP("Tahun {year} tidak sedang berjalan.")},
    {"programme.year_not_running", TR_NOOP("Tahun {year} belum dibuka atau sudah ditutup.")},
    {"programme.year_closed", TR_NOOP("Tahun {year} sudah ditutup; DPA-nya tidak berubah lagi.")},
    {"programme.no_purse", TR_NOOP("Kantong itu tidak ada.")},
    {"programme.no_envelope", TR_NOOP("Aturan tahun ini tidak mengenal kantong {value}.")},
    {"programme.envelope_twice", TR_NOOP("Kantong {value} tertulis dua kali.")},
    {"programme.no_units", TR_NOOP("Belum ada RT yang berlaku pada hari ini. Isi daftar RT dulu.")},
    {"programme.units_required", TR_NOOP("Tahun percontohan: sebutkan RT yang ikut.")},
    {"programme.units_not_asked", TR_NOOP("Tahun ini untuk semua RT; daftar RT tidak perlu diisi.")},
    {"programme.unit_unknown", TR_NOOP("{code} bukan penerima menurut aturan tahun ini.")},
    {"programme.dpa_below_allocated", TR_NOOP("Sudah dialokasikan {allocated:rp}; DPA tidak bisa kurang dari itu.")},
    {"programme.dpa_same", TR_NOOP("Tidak ada angka DPA yang berubah.")},
    {"programme.no_rank", TR_NOOP("Aturan tahun ini tidak mengenal peringkat itu. Isi jumlahnya sendiri.")},
    {"programme.nothing_in_pagu", TR_NOOP("Tidak ada uang {unit} yang masih di pagu.")},
    {"programme.more_than_pagu", TR_NOOP("Yang masih di pagu hanya {left:rp}.")},
    {"programme.move_elsewhere", TR_NOOP("Uang hanya bisa dipindahkan antarkantong {from} pada tahun yang sama.")},
    {"programme.no_change", TR_NOOP("Perubahan itu tidak ada.")},
    {"programme.change_undone", TR_NOOP("Perubahan itu sudah dibatalkan.")},
    {"programme.no_hold", TR_NOOP("Penahanan itu tidak ada.")},
    {"programme.pokmas_without_purse", TR_NOOP("Pokmas itu tidak memegang kantong.")},
    {"programme.review_past", TR_NOOP("Pilih hari peninjauan sesudah hari ini.")},
    {"programme.lift_before_hold", TR_NOOP("Surat pencabutan lebih tua daripada penahanannya ({from:date}).")},
    // Verdicts.
    {"programme.dpa_short", TR_NOOP("DPA {kelurahan} untuk {envelope} kurang {total_missing:rp}")},
    {"programme.dpa_short.why", TR_NOOP("Alokasi tidak boleh melebihi DPA kelurahan. Ubah DPA dulu, atau kurangi alokasinya.")},
    {"programme.dpa_short.limit", TR_NOOP("DPA|{value:rp}")},
    {"programme.dpa_short.allocated", TR_NOOP("Sudah dialokasikan|{value:rp}")},
    {"programme.dpa_short.needed", TR_NOOP("Akan dialokasikan|{value:rp}")},
    {"programme.dpa_short.total_missing", TR_NOOP("Kurang|{value:rp}")},
    {"programme.move_not_allowed", TR_NOOP("Uang {from} tidak bisa dipindahkan ke {to}")},
    {"programme.move_not_allowed.why", TR_NOOP("Aturan tahun ini tidak membolehkannya. Yang tidak terpakai kembali ke kas daerah.")},
    {"programme.move_after_approval", TR_NOOP("Uang {from} tidak bisa lagi dipindahkan ke {to}")},
    {"programme.move_after_approval.why", TR_NOOP("RAB sudah disetujui. Tarik dulu persetujuannya, baru pindahkan.")},
    {"programme.move_earmark", TR_NOOP("Kantong {label} akan kurang {total_missing:rp} dari batas terendahnya")},
    {"programme.move_earmark.why", TR_NOOP("Sesudah pindahan, bagian wajibnya tidak bisa lagi tercapai. Pindahkan paling banyak sampai batas itu.")},
    {"programme.move_earmark.ceiling", TR_NOOP("Seluruh pagu penerima|{value:rp}")},
    {"programme.move_earmark.share", TR_NOOP("Bagian wajib|{value:bp}")},
    {"programme.move_earmark.minimum", TR_NOOP("Paling sedikit|{value:rp}")},
    {"programme.move_earmark.left", TR_NOOP("Tersisa sesudah pindahan|{value:rp}")},
    {"programme.move_earmark.total_missing", TR_NOOP("Kurang|{value:rp}")},
    {"programme.close_under_way", TR_NOOP("{kelurahan}: SP2D {total:rp} belum dikonfirmasi ({count} kantong)")},
    {"programme.close_under_way.why", TR_NOOP("Catat dulu uangnya diterima atau dikembalikan bank. Kantong pertama: {first}.")},
    {"programme.close_not_accepted", TR_NOOP("{kelurahan}: belanja {total:rp} belum disahkan ({count} kantong)")},
    {"programme.close_not_accepted.why", TR_NOOP("Sahkan atau tolak dulu belanjanya. Kantong pertama: {first}.")},
    {"programme.close_money_left", TR_NOOP("{kelurahan}: {total:rp} masih di pokmas ({count} kantong)")},
    {"programme.close_money_left.why",
        TR_NOOP("Kembalikan ke kas daerah dengan bukti setor, atau tulis alasan menutup dengan utang. Kantong pertama: {first}.")},
};

} // namespace

void register_messages() { language::register_messages(programme_messages); }

} // namespace rtkeren::programme
