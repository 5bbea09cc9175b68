#include "language/language.hpp"
#include "reporting/room.hpp"

namespace rtkeren::reporting {
namespace {

constexpr language::Message reporting_messages[] = {
    {"reporting.progress_reported", TR_NOOP("Kemajuan {unit} tercatat: {stage} persen.")},
    {"reporting.photo_needed", TR_NOOP("Lampirkan paling sedikit satu foto.")},
    {"reporting.photo_twice", TR_NOOP("Foto ini sudah ada di atas. Pilih foto lain.")},
    {"reporting.photo_reused", TR_NOOP("Foto ke-{number} sudah pernah dipakai")},
    {"reporting.photo_reused.why", TR_NOOP("Berkas yang sama membuktikan {count} hal lain. Pemeriksa akan melihatnya.")},
    {"reporting.stage_order", TR_NOOP("Pada {on:date} sudah tercatat {stage} persen. Periksa tanggal dan persennya.")},

    {"reporting.opened", TR_NOOP("LPJ {name} {year} dibuka. Isinya terisi sendiri dari belanja dan bukti.")},
    {"reporting.submitted", TR_NOOP("LPJ {name} {year} terkirim dan menunggu sekretaris kelurahan.")},
    {"reporting.taken_back", TR_NOOP("LPJ {name} {year} Anda ambil kembali.")},
    {"reporting.checked", TR_NOOP("LPJ {name} {year} lengkap dan menunggu pemeriksaan keuangan.")},
    {"reporting.checked_money", TR_NOOP("Keuangan LPJ {name} {year} benar; lurah dapat menerimanya.")},
    {"reporting.accepted", TR_NOOP("LPJ {name} {year} diterima. Berikutnya: kembalikan sisa uang, lalu tutup kantongnya.")},
    {"reporting.returned", TR_NOOP("LPJ {name} {year} dikembalikan dengan {count} hal untuk dibetulkan.")},
    {"reporting.sampled", TR_NOOP("LPJ {name} {year} diambil sebagai sampel.")},
    {"reporting.finished", TR_NOOP("LPJ {name} {year} selesai.")},
    {"reporting.no_lpj", TR_NOOP("LPJ ini tidak ada.")},
    {"reporting.no_photo", TR_NOOP("Foto ini tidak ada.")},
    {"reporting.no_contract", TR_NOOP("{name} belum mempunyai kontrak tahun {year}, jadi belum ada yang dilaporkan.")},
    {"reporting.lpj_opened", TR_NOOP("LPJ {name} {year} sudah dibuka.")},
    {"reporting.purses_open", TR_NOOP("Masih ada {count} kantong yang belum ditutup.")},
    {"reporting.late", TR_NOOP("LPJ ini terlambat {days} hari")},
    {"reporting.late.why", TR_NOOP("Tenggatnya {due:date}. LPJ tetap diterima; keterlambatannya tercatat.")},

    {"reporting.missing_paper", TR_NOOP("Belanja {number}: {paper} belum ada")},
    {"reporting.missing_receipt", TR_NOOP("Belanja {number}: nomor nota belum diisi")},
    {"reporting.missing_acceptance", TR_NOOP("Belanja {number} belum sah: {state}")},
    {"reporting.missing_acceptance.why", TR_NOOP("Nilainya {amount:rp}. LPJ memuat belanja yang sudah sah saja.")},
    {"reporting.missing_tax", TR_NOOP("{label} belanja {number} belum disetor")},
    {"reporting.missing_tax.why", TR_NOOP("Masih {amount:rp}, jatuh tempo {due:date}.")},
    {"reporting.missing_photo", TR_NOOP("{unit}: foto {stage} persen belum ada")},
    {"reporting.missing_board", TR_NOOP("{unit}: foto papan informasi belum ada")},
    {"reporting.missing_unplaced", TR_NOOP("Pembelian di {supplier} sebesar {amount:rp} belum dibebankan ke kantong mana pun")},
    {"reporting.missing_money", TR_NOOP("Pencairan {amount:rp} belum dipastikan masuk")},
    {"reporting.missing_spending", TR_NOOP("Belum ada belanja")},
    {"reporting.missing_leftover", TR_NOOP("Sisa {amount:rp} masih di pokmas; kembalikan ke kas daerah")},
    {"reporting.missing_advance", TR_NOOP("Panjar {amount:rp} belum kembali ke kas")},
    {"reporting.missing_debt", TR_NOOP("Piutang {amount:rp} belum dibayar")},
    {"reporting.missing_finding", TR_NOOP("Temuan {number} masih terbuka: {title}")},

    {"reporting.closed", TR_NOOP("Kantong {unit} ditutup. Yang tidak dipakai: {unused:rp}.")},
    {"reporting.closed_with_debt", TR_NOOP("Kantong {unit} ditutup dengan utang {left:rp}. Sesudah ini hanya pajak, pengembalian, dan penghapusan yang bisa dicatat.")},
    {"reporting.lpj_not_accepted", TR_NOOP("LPJ untuk {unit} belum diterima, jadi kantongnya belum bisa ditutup.")},
    {"reporting.close_under_way", TR_NOOP("Masih ada pencairan {amount:rp} yang belum dipastikan masuk")},
    {"reporting.close_not_accepted", TR_NOOP("Masih ada belanja {amount:rp} yang belum disahkan")},
    {"reporting.close_money_left", TR_NOOP("Masih ada uang yang harus kembali ke kas daerah")},
    {"reporting.close_money_left.why", TR_NOOP("Kembalikan dulu sisanya dengan bukti setor, lalu tutup kantongnya.")},
    {"reporting.close_money_left.left", TR_NOOP("Sisa kantong|{value:rp}")},
    {"reporting.close_money_left.debt", TR_NOOP("Yang menjadi utang orang atau toko|{value:rp}")},
    {"reporting.close_money_left.total", TR_NOOP("Harus dikembalikan|{value:rp}")},
    {"reporting.close_debt_unnamed", TR_NOOP("Sebutkan siapa yang berutang {left:rp} dan menurut surat apa")},

    {"reporting.deposit.leftover", TR_NOOP("Sisa uang")},
    {"reporting.deposit.interest", TR_NOOP("Jasa giro")},
    {"reporting.deposit.repayment", TR_NOOP("Pengembalian kerugian")},

    {"reporting.finding_opened", TR_NOOP("Temuan {number} dibuka dan menunggu jawaban.")},
    {"reporting.finding_answered", TR_NOOP("Jawaban temuan {number} terkirim ke Inspektorat.")},
    {"reporting.finding_closed", TR_NOOP("Temuan {number} ditutup.")},
    {"reporting.finding_asked_again", TR_NOOP("Jawaban temuan {number} diminta lagi.")},
    {"reporting.finding_withdrawn", TR_NOOP("Temuan {number} dicabut.")},
    {"reporting.no_finding", TR_NOOP("Temuan ini tidak ada.")},
    {"reporting.purse_elsewhere", TR_NOOP("Kantong {value} bukan milik pokmas ini pada tahun itu.")},
    {"reporting.due_past", TR_NOOP("Tanggal ini sudah lewat.")},
    {"reporting.severity.note", TR_NOOP("Catatan")},
    {"reporting.severity.serious", TR_NOOP("Berat")},
    {"reporting.severity.critical", TR_NOOP("Sangat berat")},
};

} // namespace

void register_messages()
{
    language::register_messages(reporting_messages);
}

} // namespace rtkeren::reporting
