#include "spending/room.hpp"

namespace rtkeren::spending {
namespace {

constexpr language::Message expense_rows[] {
    // What was done and what comes next.
    {"spending.recorded", TR_NOOP("Belanja {number} sebesar {gross:rp} tersimpan. Sisa kantong {left:rp}. Berikutnya: lengkapi bukti, lalu kirim.")},
    {"spending.recorded_and_sent", TR_NOOP("Belanja {number} sebesar {gross:rp} tersimpan dan dikirim. Sisa kantong {left:rp}.")},
    {"spending.corrected", TR_NOOP("{before} ditarik dan diganti {number} sebesar {gross:rp}. Sisa kantong {left:rp}.")},
    {"spending.submitted", TR_NOOP("Belanja {number} dikirim. Berikutnya: kelurahan memeriksa.")},
    {"spending.papers_added", TR_NOOP("Bukti belanja {number} ditambah.")},
    {"spending.goods_seen", TR_NOOP("Barang {number} dinyatakan sesuai. Berikutnya: sekretaris kelurahan memeriksa nota.")},
    {"spending.checked", TR_NOOP("Nota {number} sesuai. Berikutnya: PPTK mengesahkan.")},
    {"spending.asked", TR_NOOP("Pertanyaan tentang {number} dikirim kepada pencatatnya.")},
    {"spending.answered", TR_NOOP("Jawaban tentang {number} dikirim.")},
    {"spending.accepted", TR_NOOP("Belanja {number} sebesar {gross:rp} sah.")},
    {"spending.accepted_many", TR_NOOP("{count} belanja sebesar {total:rp} sah.")},
    {"spending.withdrawn", TR_NOOP("Belanja {number} ditarik. Uangnya kembali ke kantong.")},
    {"spending.not_accepted", TR_NOOP("{amount:rp} dari {number} tidak disahkan. {back:rp} harus dikembalikan oleh {who}.")},
    {"spending.disallowed", TR_NOOP("{amount:rp} dari {number} dianulir. {back:rp} harus dikembalikan oleh {who}.")},
    {"spending.refunded", TR_NOOP("{who} mengembalikan {back:rp} dari {number}.")},
    {"spending.unplaced", TR_NOOP("Pembelian {amount:rp} dicatat sebagai panjar {name} sampai ada kantong yang bisa menanggungnya.")},
    {"spending.unplaced_residents", TR_NOOP("Pembelian {amount:rp} ditanggung uang swadaya.")},
    {"spending.unplaced_returned", TR_NOOP("{name} mengembalikan {amount:rp} ke kas.")},
    // What was refused.
    {"spending.no_expense", TR_NOOP("Belanja ini tidak ada.")},
    {"spending.no_tax", TR_NOOP("Pajak ini tidak ada.")},
    {"spending.no_unplaced", TR_NOOP("Pembelian ini tidak ada.")},
    {"spending.no_supplier", TR_NOOP("Toko itu tidak dikenal.")},
    {"spending.no_pokmas", TR_NOOP("Kantong {unit} belum punya pokmas, jadi uangnya belum bisa dibelanjakan.")},
    {"spending.no_purses", TR_NOOP("Pokmas ini belum memegang kantong tahun itu.")},
    {"spending.purse_closed", TR_NOOP("Kantong {envelope} {unit} sudah ditutup.")},
    {"spending.no_line_there", TR_NOOP("Kantong {envelope} tidak punya baris RAB untuk kegiatan itu. Pilih barisnya, atau ajukan addendum RAB.")},
    {"spending.line_twice", TR_NOOP("Baris RAB ini tertulis dua kali.")},
    {"spending.shares_differ", TR_NOOP("Pembagian berjumlah {sum:rp}, seharusnya {need:rp}.")},
    {"spending.several_pokmas", TR_NOOP("Kantong-kantong ini dipegang pokmas yang berbeda. Catat satu belanja untuk tiap pokmas dengan nomor surat bersama yang sama.")},
    {"spending.several_years", TR_NOOP("Baris RAB ini dari tahun yang berbeda.")},
    {"spending.residents_too_much", TR_NOOP("Bagian swadaya terlalu besar: kantong harus menanggung sebagian nota dan pajaknya.")},
    {"spending.bill_below", TR_NOOP("Jumlah seluruh nota tidak bisa kurang dari bagian ini, {gross:rp}.")},
    {"spending.signed_paper", TR_NOOP("Lampirkan kertas yang ditandatangani orang itu.")},
    {"spending.pay_differs", TR_NOOP("Yang harus dibayar {net:rp}, tertulis {paid:rp}.")},
    {"spending.papers_first", TR_NOOP("Belum bisa dikirim. Bukti yang kurang: {papers}.")},
    {"spending.decided", TR_NOOP("Belanja ini sudah diputus.")},
    {"spending.acted_on", TR_NOOP("Belanja {number} sudah diperiksa orang lain. Minta pemeriksa mengembalikannya dulu.")},
    {"spending.opening_stays", TR_NOOP("Belanja {number} dibawa saldo awal, jadi tidak ditarik. Yang tidak benar tidak disahkan PPTK.")},
    {"spending.not_yours", TR_NOOP("Hanya yang mencatat yang bisa menariknya, kecuali pemeriksa sudah menanyakannya.")},
    {"spending.partly_undone", TR_NOOP("Sebagian {number} sudah dikembalikan atau tidak disahkan.")},
    {"spending.tax_paid_before", TR_NOOP("{label} sebesar {paid:rp} sudah disetor. Betulkan lewat belanja yang tidak disahkan atau pengembalian dari penyedia.")},
    {"spending.nothing_left", TR_NOOP("Tidak ada lagi yang tersisa dari {number}.")},
    {"spending.undo_too_much", TR_NOOP("Yang tersisa dari belanja ini {left:rp}.")},
    {"spending.debtor", TR_NOOP("Pilih siapa yang harus mengembalikan: penyedia, pencatat, atau orang lain.")},
    {"spending.not_accepted_yet", TR_NOOP("Belanja ini belum sah. Tolak atau tanyakan lewat pemeriksaannya.")},
    {"spending.refund_to", TR_NOOP("Uang dari penyedia masuk ke bank atau kas.")},
    {"spending.before_purchase", TR_NOOP("Tanggal ini sebelum pembeliannya, {day:date}.")},
    {"spending.twice", TR_NOOP("Belanja ini tertulis dua kali.")},
    {"spending.not_clean", TR_NOOP("{number} punya tanda yang perlu dilihat. Sahkan satu per satu.")},
    {"spending.sample_not_opened", TR_NOOP("Buka dulu contoh yang dipilih program: {numbers}.")},
    {"spending.other_pokmas", TR_NOOP("Baris RAB itu milik pokmas lain.")},
    {"spending.unplaced_solved", TR_NOOP("Pembelian ini sudah diselesaikan.")},
    {"spending.tax_not_owed", TR_NOOP("Pajak ini tidak terutang sebesar {amount:rp}.")},
    {"spending.file_missing", TR_NOOP("Berkas {value} belum terkirim. Pilih lagi.")},
    // Verdicts.
    {"spending.not_planned", TR_NOOP("Yang dibeli tidak ada dalam baris RAB ini.")},
    {"spending.not_planned.why", TR_NOOP("Baris {line} direncanakan untuk kegiatan lain. Pilih baris yang sesuai, atau ajukan addendum RAB.")},
    {"spending.receipt_twice", TR_NOOP("Nota {receipt} dengan jumlah yang sama sudah dicatat sebagai {number}.")},
    {"spending.receipt_twice.why", TR_NOOP("Penyedia, nomor nota dan jumlahnya sama. Pastikan ini bukan nota yang sama.")},
    {"spending.split", TR_NOOP("Beberapa belanja kecil di {supplier} dalam {days} hari.")},
    {"spending.split.why", TR_NOOP("Bila ini satu pembelian, catat sebagai satu: batas pajak dihitung dari seluruhnya.")},
    {"spending.split.together", TR_NOOP("Bersama-sama|{value:rp}")},
    {"spending.split.above", TR_NOOP("Batas satu pembelian|{value:rp}")},
    {"spending.photo_reused", TR_NOOP("Foto ini sudah dipakai untuk belanja lain.")},
    {"spending.photo_reused.why", TR_NOOP("Berkas yang sama persis membuktikan dua belanja. Pastikan tidak keliru.")},
    {"spending.tax_unpaid", TR_NOOP("{label} {owed:rp} belum disetor.")},
    {"spending.tax_unpaid.why", TR_NOOP("Jatuh tempo {due:date}. Setor dan catat nomornya di buku kas.")},
    // Coded questions.
    {"spending.ask.photo", TR_NOOP("Foto tidak jelas")},
    {"spending.ask.receipt", TR_NOOP("Nota tidak lengkap")},
    {"spending.ask.amount", TR_NOOP("Jumlah tidak cocok")},
    {"spending.ask.price", TR_NOOP("Harga terlalu tinggi")},
    {"spending.ask.line", TR_NOOP("Baris RAB tidak sesuai")},
    {"spending.ask.tax", TR_NOOP("Pajak belum benar")},
    {"spending.ask.papers", TR_NOOP("Bukti kurang")},
    {"spending.ask.goods", TR_NOOP("Barang belum terlihat")},
    {"spending.ask.other", TR_NOOP("Lainnya")},
};

} // namespace

std::span<language::Message const> expense_messages()
{
    return expense_rows;
}

} // namespace rtkeren::spending
