#include "language/language.hpp"
#include "rules/room.hpp"

namespace rtkeren::rules {

namespace {

/// What a plan or an expense is told. `<code>` what, `.why` why, `.fix` the button, `.<number>` a row of arithmetic.
constexpr language::Message verdict_messages[] = {
    {"rab.umkm_share", TR_NOOP("Bagian {label} kurang {missing:rp}.")},
    {"rab.umkm_share.why", TR_NOOP("Paling sedikit {share:bp} dari seluruh pagu unit harus direncanakan untuk {label}.")},
    {"rab.umkm_share.ceiling", TR_NOOP("Seluruh pagu|{value:rp}")},
    {"rab.umkm_share.minimum", TR_NOOP("{share:bp} dari {ceiling:rp}|{value:rp}")},
    {"rab.umkm_share.planned", TR_NOOP("Sudah direncanakan|{value:rp}")},
    {"rab.umkm_share.room", TR_NOOP("Belum direncanakan di kantong ini|{value:rp}")},
    {"rab.umkm_share.missing", TR_NOOP("Masih kurang|{value:rp}")},
    {"rab.umkm_share.fix", TR_NOOP("Alihkan {amount:rp} ke {label}")},
    {"rab.over_purse", TR_NOOP("Rencana {label} melebihi kantongnya {over:rp}.")},
    {"rab.over_purse.why", TR_NOOP("Yang direncanakan tidak boleh lebih besar daripada isi kantong.")},
    {"rab.over_purse.planned", TR_NOOP("Direncanakan|{value:rp}")},
    {"rab.over_purse.purse", TR_NOOP("Isi kantong|{value:rp}")},
    {"rab.over_purse.over", TR_NOOP("Kelebihan|{value:rp}")},
    {"rab.over_purse.fix", TR_NOOP("Alihkan {amount:rp} ke kantong lain")},
    {"rab.banned", TR_NOOP("{label} tidak boleh dikerjakan tahun ini.")},
    {"rab.banned.why", TR_NOOP("Dilarang mulai {from:date}. Hapus barisnya atau pilih pekerjaan lain.")},
    {"rab.banned.amount", TR_NOOP("Direncanakan|{value:rp}")},
    {"rab.category_envelope", TR_NOOP("{label} tidak bisa dibayar dari kantong {envelope}.")},
    {"rab.category_envelope.why", TR_NOOP("Kegiatan ini hanya boleh dari: {allowed}.")},
    {"rab.category_envelope.amount", TR_NOOP("Direncanakan|{value:rp}")},
    {"rab.price_warn", TR_NOOP("Harga {item} di atas acuan.")},
    {"rab.price_warn.why", TR_NOOP("Lebih dari {share:bp} di atas harga acuan. Periksa lagi atau jelaskan.")},
    {"rab.price_warn.reference", TR_NOOP("Harga acuan|{value:rp}")},
    {"rab.price_warn.limit", TR_NOOP("Batas wajar|{value:rp}")},
    {"rab.price_warn.price", TR_NOOP("Harga Anda|{value:rp}")},
    {"rab.price_block", TR_NOOP("Harga {item} terlalu tinggi.")},
    {"rab.price_block.why", TR_NOOP("Lebih dari {share:bp} di atas harga acuan. Turunkan sampai {limit:rp} atau kurang.")},
    {"rab.price_block.reference", TR_NOOP("Harga acuan|{value:rp}")},
    {"rab.price_block.limit", TR_NOOP("Paling tinggi|{value:rp}")},
    {"rab.price_block.price", TR_NOOP("Harga Anda|{value:rp}")},
    {"rab.cap", TR_NOOP("{label} melebihi batas {over:rp}.")},
    {"rab.cap.why", TR_NOOP("Paling banyak {share:bp} dari seluruh pagu unit.")},
    {"rab.cap.limit", TR_NOOP("{share:bp} dari {ceiling:rp}|{value:rp}")},
    {"rab.cap.planned", TR_NOOP("Direncanakan|{value:rp}")},
    {"rab.cap.over", TR_NOOP("Kelebihan|{value:rp}")},
    {"expense.category_envelope", TR_NOOP("Belanja {label} tidak bisa diambil dari kantong {envelope}.")},
    {"expense.category_envelope.why", TR_NOOP("Kegiatan ini hanya boleh dari: {allowed}.")},
    {"expense.banned", TR_NOOP("{label} tidak boleh dibelanjai.")},
    {"expense.banned.why", TR_NOOP("Dilarang mulai {from:date}.")},
    {"expense.over_disbursed", TR_NOOP("Uang kantong {envelope} yang sudah cair tidak cukup.")},
    {"expense.over_disbursed.why", TR_NOOP("Belanja tidak boleh melebihi uang yang sudah cair dan belum dibelanjakan.")},
    {"expense.over_disbursed.gross", TR_NOOP("Belanja ini|{value:rp}")},
    {"expense.over_disbursed.left", TR_NOOP("Sisa yang sudah cair|{value:rp}")},
    {"expense.over_disbursed.over", TR_NOOP("Kurang|{value:rp}")},
    {"expense.over_line", TR_NOOP("Belanja ini melebihi sisa baris RAB.")},
    {"expense.over_line.why", TR_NOOP("Pilih baris lain, kurangi jumlahnya, atau ajukan addendum RAB.")},
    {"expense.over_line.gross", TR_NOOP("Belanja ini|{value:rp}")},
    {"expense.over_line.left", TR_NOOP("Sisa baris RAB|{value:rp}")},
    {"expense.over_line.over", TR_NOOP("Kelebihan|{value:rp}")},
    {"expense.other_unit", TR_NOOP("Kantong {charged} tidak boleh membayar pekerjaan di {work}.")},
    {"expense.other_unit.why", TR_NOOP("Pekerjaan bersama memerlukan surat bersama yang ditandatangani beserta bagian tiap RT.")},
    {"expense.papers_missing", TR_NOOP("Bukti belum lengkap: {papers}.")},
    {"expense.papers_missing.why", TR_NOOP("Belanja bisa disimpan, tetapi belum bisa diajukan sebelum bukti lengkap.")},
    {"expense.spend_kind", TR_NOOP("Jenis belanja {spend_kind} tidak ada dalam aturan tahun ini.")},
    {"fix.spending.record_expense", TR_NOOP("Ambil dari kantong lain")},
    {"rules.gate", TR_NOOP("Syarat belum dipenuhi: {label}.")},
};

/// What is wrong in a pack's file; each names path and line.
constexpr language::Message pack_messages[] = {
    {"pack.invalid", TR_NOOP("Berkas aturan belum benar. Perbaiki baris yang disebut, lalu masukkan lagi.")},
    {"pack.syntax", TR_NOOP("Baris {line}: bukan TOML yang benar.")},
    {"pack.too_large", TR_NOOP("Berkas aturan terlalu besar (paling banyak 200 kB).")},
    {"pack.missing", TR_NOOP("Baris {line}: {path} belum diisi.")},
    {"pack.type", TR_NOOP("Baris {line}: {path} bukan jenis isian yang diminta.")},
    {"pack.text", TR_NOOP("Baris {line}: {path} kosong, terlalu panjang, atau berisi tanda yang tidak bisa dibaca.")},
    {"pack.code", TR_NOOP("Baris {line}: {path} hanya boleh huruf kecil, angka, garis bawah dan titik.")},
    {"pack.city", TR_NOOP("Baris {line}: {path} bukan kode kota, misalnya 35.72.")},
    {"pack.range", TR_NOOP("Baris {line}: {path} di luar batas {minimum} sampai {maximum}.")},
    {"pack.reference", TR_NOOP("Baris {line}: {path} menyebut yang tidak dikenal.")},
    {"pack.duplicate", TR_NOOP("Baris {line}: {path} sudah ada sebelumnya.")},
    {"pack.shares", TR_NOOP("Baris {line}: bagian pada {path} berjumlah {sum}, seharusnya 10000 (termin) atau paling banyak 10000 (bagian wajib).")},
    {"pack.order", TR_NOOP("Baris {line}: {path} tidak berurutan.")},
    {"pack.unknown_key", TR_NOOP("Baris {line}: {path} tidak dikenal. Salah ketik?")},
    {"pack.no_menu", TR_NOOP("Kantong {envelope} tidak punya satu kegiatan pun dalam menu.")},
};

constexpr language::Message room_messages[] = {
    {"rules.no_pack", TR_NOOP("Aturan tahun ini belum dirilis.")},
    {"rules.no_version", TR_NOOP("Versi aturan ini tidak ada.")},
    {"rules.unknown_key", TR_NOOP("Tidak ada aturan bernama {key}. Yang ada: {keys}")},
    {"rules.unknown_fact", TR_NOOP("Syarat {path} menanyakan {fact}, yang tidak dikenal program ini.")},
    {"rules.same_text", TR_NOOP("Isinya sama dengan versi {version} tahun {year}.")},
    {"rules.other_city", TR_NOOP("Berkas ini untuk kota {value}, sedangkan kota ini {city} ({code}).")},
    {"rules.same_person", TR_NOOP("Anda yang memasukkan versi ini. Orang lain di Bagian Pemerintahan harus merilisnya.")},
    {"rules.released_already", TR_NOOP("Versi ini sudah dirilis.")},
    {"rules.superseded", TR_NOOP("Versi {version} yang lebih baru sudah dirilis. Aturan tidak pernah mundur.")},
    {"rules.stored_pack_broken", TR_NOOP("Aturan yang tersimpan tidak terbaca oleh program ini. Hubungi administrator.")},
    {"rules.loaded", TR_NOOP("Aturan {year} versi {version} tersimpan. Berikutnya: orang lain memeriksa dan merilisnya.")},
    {"rules.released", TR_NOOP("Aturan {year} versi {version} berlaku mulai sekarang.")},
    {"rules.severity.block", TR_NOOP("menolak")},
    {"rules.severity.warn", TR_NOOP("memperingatkan")},
    {"rules.severity.info", TR_NOOP("memberi tahu")},
    {"rules.certainty.pasti", TR_NOOP("pasti")},
    {"rules.certainty.diumumkan", TR_NOOP("diumumkan")},
    {"rules.certainty.dugaan", TR_NOOP("dugaan")},
    {"rules.certainty.contoh", TR_NOOP("contoh")},
};

} // namespace

void register_messages()
{
    language::register_messages(verdict_messages);
    language::register_messages(pack_messages);
    language::register_messages(room_messages);
}

} // namespace rtkeren::rules
