#include "ladder/pages_room.hpp"

namespace rtkeren::ladder {
namespace {

constexpr language::Message sentences[] {
    // What was done.
    {"ladder.step_recorded", TR_NOOP("{name}: {step} tercatat. Berikutnya: orang lain mengeceknya.")},
    {"ladder.step_seen", TR_NOOP("{name}: {step} terbukti.")},
    {"ladder.step_not_seen", TR_NOOP("{name}: {step} dicatat tidak terbukti.")},
    {"ladder.step_lost", TR_NOOP("{name}: {step} dicatat berakhir.")},
    {"ladder.step_gone", TR_NOOP("{name}: {step} tidak dihitung lagi.")},
    {"ladder.taken_in_hand", TR_NOOP("{kind} untuk {name} diterima. Mulai sekarang harinya dihitung pada {desk}.")},
    {"ladder.said", TR_NOOP("Kabar {kind} untuk {name} dicatat.")},
    {"ladder.process_over", TR_NOOP("{kind} untuk {name} dicatat tidak jadi terbit. Gilirannya kembali ke pemilik.")},
    {"ladder.topic_linked", TR_NOOP("Topik ini sekarang klinik untuk {kind}.")},
    {"ladder.topic_unlinked", TR_NOOP("Topik ini bukan lagi klinik untuk {kind}.")},
    // What was refused.
    {"ladder.no_step", TR_NOOP("Langkah ini tidak ada di wilayah Anda.")},
    {"ladder.no_product", TR_NOOP("Produk ini tidak ada di wilayah Anda.")},
    {"ladder.no_business", TR_NOOP("Usaha ini tidak ada di wilayah Anda.")},
    {"ladder.no_topic", TR_NOOP("Topik ini tidak ada, atau tidak ditautkan.")},
    {"ladder.step_unknown", TR_NOOP("Produk ini tidak membutuhkan izin itu.")},
    {"ladder.step_there", TR_NOOP("{step} sudah tercatat sejak {on:date}. Catat berakhir dulu bila terputus.")},
    {"ladder.step_dropped", TR_NOOP("Langkah ini sudah dicatat salah.")},
    {"ladder.checked_already", TR_NOOP("Langkah ini sudah dicek oleh {name}.")},
    {"ladder.checks_own", TR_NOOP("Yang mencatat, dan pemiliknya, tidak mengeceknya sendiri. Mintalah orang lain.")},
    {"ladder.proof_missing", TR_NOOP("Lampirkan foto atau surat yang menunjukkannya.")},
    {"ladder.lost_already", TR_NOOP("Langkah ini sudah berakhir {on:date}.")},
    {"ladder.lost_before", TR_NOOP("Tanggal ini sebelum langkahnya tercapai, {on:date}.")},
    {"ladder.seen_stays", TR_NOOP("Langkah ini sudah terbukti. Bila terputus, catat berakhir.")},
    {"ladder.future", TR_NOOP("Tanggal ini belum tiba.")},
    {"ladder.expected_before", TR_NOOP("Tanggal ini sebelum berkasnya diterima.")},
    {"ladder.nothing_to_do", TR_NOOP("Izin ini sudah terbukti atau tidak diperlukan.")},
    {"ladder.number_there", TR_NOOP("Nomornya sudah tercatat. Yang ditunggu pengecekannya di tempat terbit.")},
    {"ladder.not_in_process", TR_NOOP("Izin ini tidak sedang diproses.")},
    // Whose move it is.
    {"ladder.whose.pemilik", TR_NOOP("Pemilik usaha")},
    {"ladder.whose.pemeriksa", TR_NOOP("Pengecek nomor")},
    {"ladder.whose.dpmptsp", TR_NOOP("DPMPTSP")},
    {"ladder.whose.dinkes", TR_NOOP("Dinas Kesehatan")},
    {"ladder.whose.bpom", TR_NOOP("BPOM")},
    {"ladder.whose.bpjph", TR_NOOP("BPJPH")},
    {"ladder.whose.djki", TR_NOOP("DJKI")},
    {"ladder.whose.gs1", TR_NOOP("GS1 Indonesia")},
    {"ladder.whose.dinas", TR_NOOP("Dinas")},
    // Where a paper stands.
    {"ladder.state.done", TR_NOOP("terbukti")},
    {"ladder.state.checking", TR_NOOP("belum dicek")},
    {"ladder.state.wrong", TR_NOOP("salah atau habis")},
    {"ladder.state.applied", TR_NOOP("sedang diproses")},
    {"ladder.state.missing", TR_NOOP("belum ada")},
    {"ladder.state.not_needed", TR_NOOP("tidak perlu")},
    // Dimensions and their steps.
    {"ladder.dimension.channel", TR_NOOP("Tempat jualan")},
    {"ladder.dimension.books", TR_NOOP("Pencatatan")},
    {"ladder.dimension.people", TR_NOOP("Pekerja")},
    {"ladder.dimension.finance", TR_NOOP("Keuangan")},
    {"ladder.step.rumah", TR_NOOP("Jual di rumah")},
    {"ladder.step.daring", TR_NOOP("Jual daring")},
    {"ladder.step.bazar", TR_NOOP("Ikut bazar")},
    {"ladder.step.titip", TR_NOOP("Titip jual")},
    {"ladder.step.toko", TR_NOOP("Dijual toko setempat")},
    {"ladder.step.jaringan", TR_NOOP("Dijual toko berjaringan")},
    {"ladder.step.catatan", TR_NOOP("Catatan tertulis")},
    {"ladder.step.aplikasi", TR_NOOP("Pembukuan dengan aplikasi")},
    {"ladder.step.kas", TR_NOOP("Buku kas tiga bulan berturut-turut")},
    {"ladder.step.pekerja", TR_NOOP("Punya pekerja dibayar")},
    {"ladder.step.pekerja_lima", TR_NOOP("Lima pekerja dibayar atau lebih")},
    {"ladder.step.rekening", TR_NOOP("Rekening terpisah dari rumah tangga")},
    {"ladder.step.kredit", TR_NOOP("Kredit dari bank atau koperasi")},
    {"ladder.step.product", TR_NOOP("Produk")},
    {"ladder.step.business", TR_NOOP("Usaha")},
    // What went backwards.
    {"ladder.back.expired", TR_NOOP("{on:date}: {what} habis masa berlakunya.")},
    {"ladder.back.retired", TR_NOOP("{on:date}: {what} tidak dihitung lagi. {reason}")},
    {"ladder.back.lost", TR_NOOP("{on:date}: {what} berakhir. {reason}")},
    {"ladder.back.stopped", TR_NOOP("{on:date}: {what} berhenti dibuat. {reason}")},
    {"ladder.back.book", TR_NOOP("{on:date}: {what} terputus.")},
    {"ladder.back.closed", TR_NOOP("{on:date}: {what} tutup. {reason}")},
    // Why turnover is not compared.
    {"ladder.incomparable.no_records", TR_NOOP("Belum ada omzet yang tercatat.")},
    {"ladder.incomparable.weak_method", TR_NOOP("Omzetnya dari ingatan, perkiraan, atau hitungan lapak. Perlu mutasi QRIS atau buku kas.")},
    {"ladder.incomparable.too_short", TR_NOOP("Perlu tiga bulan penuh berturut-turut dengan cara catat yang sama, masing-masing tercatat sedikitnya separuh harinya.")},
    {"ladder.incomparable.no_past", TR_NOOP("Tiga bulan terakhir sudah tercatat, tetapi belum ada tiga bulan sebelumnya dengan cara catat yang sama.")},
    {"ladder.incomparable.other_channels", TR_NOOP("Tempat jualan yang dicatat berbeda di kedua masa: bertambahnya catatan bukan bertambahnya omzet.")},
    {"ladder.incomparable.past_zero", TR_NOOP("Omzet di masa pembanding nol, jadi tidak ada persennya.")},
    // Where a cost comes from.
    {"ladder.source.spent", TR_NOOP("dibelanjakan")},
    {"ladder.source.topic", TR_NOOP("biaya lazim topik")},
    {"ladder.source.pack", TR_NOOP("usulan pedoman")},
    {"ladder.source.unknown", TR_NOOP("belum diketahui")},
    {"ladder.success.measured", TR_NOOP("hasil peserta")},
    {"ladder.success.assumed", TR_NOOP("anggapan")},
    {"ladder.success.unknown", TR_NOOP("belum diketahui")},
};

} // namespace

std::span<language::Message const> messages() { return sentences; }

} // namespace rtkeren::ladder
