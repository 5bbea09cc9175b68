#include "turnover/pages_room.hpp"
#include "turnover/room.hpp"

namespace rtkeren::turnover {
namespace {

constexpr language::Message rows[] {
    // What was done.
    {"turnover.published", TR_NOOP("Angka kelompok bulan {month} terbit: {groups} kelompok diperbarui.")},
    {"turnover.nothing_due", TR_NOOP("Tidak ada bulan yang perlu diterbitkan.")},
    {"turnover.recorded", TR_NOOP("Penjualan {name} tercatat.")},
    {"turnover.recorded_flagged", TR_NOOP("Penjualan {name} tercatat, dengan tanda periksa. Cocokkan lagi dengan catatannya.")},
    {"turnover.corrected", TR_NOOP("Catatan {name} diganti. Yang lama tetap bisa dilihat.")},
    {"turnover.withdrawn", TR_NOOP("Catatan {name} ditarik dan tidak dihitung lagi.")},
    {"turnover.sale_added", TR_NOOP("Penjualan {amount:rp} masuk buku kas.")},
    {"turnover.cost_added", TR_NOOP("Biaya {amount:rp} masuk buku kas.")},
    {"turnover.entry_voided", TR_NOOP("Baris itu dicoret dan tidak dihitung.")},
    {"turnover.day_closed", TR_NOOP("{on:date} ditutup dengan penjualan {amount:rp}.")},
    {"turnover.zero_day", TR_NOOP("{on:date} dicatat tidak jualan. Hari tanpa penjualan ikut dihitung.")},
    {"turnover.consented", TR_NOOP("{name} boleh melihat omzet usaha ini sampai {until:date}. Setiap kali melihat, Anda bisa tahu.")},
    {"turnover.consent_withdrawn", TR_NOOP("{name} tidak bisa melihat omzet usaha ini lagi.")},
    {"turnover.imported", TR_NOOP("{count} catatan masuk, {flagged} di antaranya dengan tanda periksa.")},
    {"turnover.fate_new", TR_NOOP("akan masuk")},
    // What was refused.
    {"turnover.no_record", TR_NOOP("Catatan ini tidak ada, atau bukan untuk Anda.")},
    {"turnover.no_entry", TR_NOOP("Baris buku kas ini tidak ada.")},
    {"turnover.no_consent", TR_NOOP("Persetujuan ini tidak ada.")},
    {"turnover.no_group", TR_NOOP("Kelompok ini tidak ada.")},
    {"turnover.period", TR_NOOP("Sampai tanggal tidak boleh sebelum dari tanggal, dan satu catatan paling lama setahun.")},
    {"turnover.too_many_days", TR_NOOP("Masa ini hanya {days} hari.")},
    {"turnover.too_old", TR_NOOP("Buku kas mencatat sampai {days} hari ke belakang.")},
    {"turnover.proof_missing", TR_NOOP("Lampirkan foto halaman buku kas atau laporan QRIS-nya.")},
    {"turnover.overlap", TR_NOOP("Penjualan lewat {channel} menurut {method} untuk {from:date} sampai {to:date} sudah tercatat, jadi {new_from:date} sampai {new_to:date} akan terhitung dua kali. Ganti catatan itu, atau pilih "
                               "hari lain.")},
    {"turnover.corrected_already", TR_NOOP("Catatan ini sudah diganti. Ganti yang terbaru.")},
    {"turnover.withdrawn_already", TR_NOOP("Catatan ini menarik catatan lain dan tidak bisa diganti.")},
    {"turnover.other_business", TR_NOOP("Pengganti catatan harus untuk usaha yang sama.")},
    {"turnover.correct_in_book", TR_NOOP("Catatan ini berasal dari buku kas pemilik. Ubah di buku kasnya; catatannya ikut berubah.")},
    {"turnover.method_of_officer", TR_NOOP("Cara ini dipakai petugas. Pilih buku kas, laporan QRIS, atau ingatan Anda.")},
    {"turnover.voided_already", TR_NOOP("Baris ini sudah dicoret.")},
    {"turnover.closed_already", TR_NOOP("{on:date} sudah ditutup. Penjualan yang tertinggal masih bisa ditambahkan.")},
    {"turnover.consent_until", TR_NOOP("Pilih hari mulai hari ini sampai {days} hari lagi.")},
    {"turnover.no_officer", TR_NOOP("Pilih petugas dari daftar.")},
    {"turnover.consent_given", TR_NOOP("Petugas ini sudah Anda izinkan. Cabut dulu bila ingin mengubah tanggalnya.")},
    {"turnover.consent_gone", TR_NOOP("Persetujuan ini sudah dicabut.")},
    {"turnover.unknown_business", TR_NOOP("Tidak ada usaha “{value}” di wilayah Anda. Catat usahanya dulu.")},
    {"turnover.ambiguous_business", TR_NOOP("Ada {count} usaha bernama “{value}”. Isi kolom wilayah, atau tulis id usahanya.")},
    // Marks.
    {"turnover.flag_median", TR_NOOP("Lebih dari 10 kali penjualan harian yang biasa")},
    {"turnover.flag_median.why", TR_NOOP("Cocokkan lagi: mungkin satu angka nol terlalu banyak, atau beberapa hari tertulis sebagai satu.")},
    {"turnover.flag_round", TR_NOOP("{share} % dari {count} catatan bulat ratusan ribu")},
    {"turnover.flag_round.why", TR_NOOP("Angka yang selalu bulat biasanya perkiraan. Tanyakan dari mana angkanya.")},
    {"turnover.flag_twins", TR_NOOP("{count} usaha lain di RT ini punya angka yang sama untuk masa yang sama")},
    {"turnover.flag_twins.why", TR_NOOP("Angka yang sama di beberapa usaha mungkin disalin.")},
    {"turnover.flag_bazaar", TR_NOOP("Sehari di bazar lebih dari 5 kali sehari di rumah")},
    {"turnover.flag_bazaar.why", TR_NOOP("Mungkin penjualan beberapa hari bazar, atau beberapa lapak, tertulis sebagai satu.")},
    // Words.
    {"turnover.cost.bahan", TR_NOOP("Bahan")},
    {"turnover.cost.kemasan", TR_NOOP("Kemasan")},
    {"turnover.cost.tenaga", TR_NOOP("Tenaga")},
    {"turnover.cost.ongkir", TR_NOOP("Ongkos kirim")},
    {"turnover.cost.lapak", TR_NOOP("Sewa lapak")},
    {"turnover.cost.lain", TR_NOOP("Lain-lain")},
    {"turnover.page.omzet", TR_NOOP("Omzet")},
    {"turnover.page.catatan", TR_NOOP("Daftar catatan")},
    {"turnover.page.satu", TR_NOOP("Satu catatan")},
    {"turnover.page.berkas", TR_NOOP("Foto atau berkas")},
};

} // namespace

void register_messages() { language::register_messages(rows); }

} // namespace rtkeren::turnover
