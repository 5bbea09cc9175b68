#include "ledger/messages.hpp"

#include "language/language.hpp"

#include <array>

namespace rtkeren::ledger {

namespace {

constexpr std::array ledger_messages {
    language::Message {"ledger.insufficient", TR_NOOP("Uangnya tidak cukup: di {account} ada {have:rp}, yang diperlukan {need:rp}.")},
    language::Message {"ledger.debt_positive", TR_NOOP("Yang dibayar ({paid:rp}) lebih besar daripada yang terutang ({owed:rp}).")},
    language::Message {"ledger.category_not_allowed", TR_NOOP("Kegiatan {category} tidak boleh dibiayai dari kantong {envelope} tahun {year}.")},
    language::Message {"ledger.category_missing", TR_NOOP("Kegiatannya belum disebut, padahal uang pada tahap {stage} selalu untuk kegiatan tertentu.")},
    language::Message {"ledger.dpa_exceeded", TR_NOOP("DPA kelurahan {kelurahan} tidak cukup: batasnya {limit:rp}, sudah dialokasikan {allocated:rp}, diminta lagi {asked:rp}.")},
    language::Message {"ledger.dpa_below_allocated", TR_NOOP("DPA tidak bisa menjadi {limit:rp}, karena {allocated:rp} sudah dialokasikan.")},
    language::Message {"ledger.payment_differs", TR_NOOP("Jumlah yang dibebankan ({purses:rp}) tidak sama dengan jumlah yang dibayar ({cash:rp}).")},
    language::Message {"ledger.empty", TR_NOOP("Tidak ada uang yang berpindah.")},
    language::Message {"ledger.hold", TR_NOOP("Kantong ini sedang ditahan dengan surat {letter}.")},
    language::Message {"ledger.month_signed", TR_NOOP("Buku kas bulan {month} sudah ditandatangani. Betulkan dengan catatan bertanggal hari ini.")},
    language::Message {"ledger.purse_closed", TR_NOOP("Kantong ini sudah ditutup.")},
    language::Message {"ledger.purse_not_empty", TR_NOOP("Kantong belum bisa ditutup: pada tahap {stage} masih ada {amount:rp}.")},
    language::Message {"ledger.purse_exists", TR_NOOP("Unit ini sudah punya kantong itu pada tahun ini.")},
    language::Message {"ledger.pokmas_unknown", TR_NOOP("Pokmas ini tidak memegang kantong.")},
    language::Message {"ledger.purse_unknown", TR_NOOP("Kantong ini tidak dikenal.")},
    language::Message {"ledger.purse_has_money", TR_NOOP("Uang kantong ini sudah dipesan untuk pokmasnya; pindahkan dengan serah terima.")},
    language::Message {"ledger.purse_without_pokmas", TR_NOOP("Kantong ini belum punya pokmas.")},
    language::Message {"ledger.purse_elsewhere", TR_NOOP("Kantong ini dipegang pokmas lain.")},
    language::Message {"ledger.money_under_way", TR_NOOP("Masih ada uang di jalan untuk kantong ini; tunggu sampai diterima atau diretur.")},
    language::Message {"ledger.id_reused", TR_NOOP("Nomor catatan ini sudah dipakai untuk isi yang lain.")},
    language::Message {"ledger.entry_unknown", TR_NOOP("Catatan ini tidak dikenal.")},
    language::Message {"ledger.already_reversed", TR_NOOP("Catatan ini sudah dibatalkan.")},
    language::Message {"ledger.not_reversible", TR_NOOP("Catatan ini tidak bisa dibatalkan.")},
    language::Message {"ledger.hold_unknown", TR_NOOP("Penahanan ini tidak dikenal.")},
    language::Message {"ledger.hold_lifted", TR_NOOP("Penahanan ini sudah dicabut.")},
};

} // namespace

void register_messages() { language::register_messages(ledger_messages); }

} // namespace rtkeren::ledger
