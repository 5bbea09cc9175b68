#include "language/language.hpp"
#include "planning/room.hpp"

namespace rtkeren::planning {
namespace {

constexpr language::Message planning_messages[] {
    {"planning.saved", TR_NOOP("RAB {unit} tersimpan: {total:rp}.")},
    {"planning.shifted", TR_NOOP("{amount:rp} dipindahkan ke {label}. Periksa barisnya, lalu kirim.")},
    {"planning.submitted", TR_NOOP("RAB {unit} lolos pemeriksaan aturan dan menunggu verifikasi sekretaris kelurahan.")},
    {"planning.taken_back", TR_NOOP("RAB {unit} Anda ambil kembali untuk diubah.")},
    {"planning.verified", TR_NOOP("RAB {unit} terverifikasi dan menunggu persetujuan lurah.")},
    {"planning.returned", TR_NOOP("RAB {unit} dikembalikan untuk diperbaiki.")},
    {"planning.approved", TR_NOOP("RAB {unit} disetujui: {total:rp} sekarang berada di rencana.")},
    {"planning.approved_bulk", TR_NOOP("{count} RAB disetujui: {total:rp}.")},
    {"planning.withdrawn", TR_NOOP("RAB {unit} ditarik.")},
    {"planning.withdrawn_approved", TR_NOOP("Persetujuan RAB {unit} dicabut; uangnya kembali ke pagu.")},
    {"planning.expired", TR_NOOP("RAB {unit} dinyatakan lewat waktu.")},
    {"planning.addendum_started", TR_NOOP("Addendum RAB {unit} dimulai. RAB yang disetujui tetap berlaku sampai addendum disetujui.")},
    {"planning.addendum_left", TR_NOOP("Addendum RAB {unit} dibatalkan; RAB yang disetujui tetap berlaku.")},
    {"planning.line_dropped", TR_NOOP("{item} dicabut dari RAB {unit}; {amount:rp} kembali ke pagu.")},
    {"planning.imported", TR_NOOP("{count} RAB dengan {lines} baris tersimpan: {total:rp}.")},
    {"planning.prices_imported", TR_NOOP("{count} harga acuan tersimpan.")},

    {"planning.no_plan", TR_NOOP("RAB ini tidak ada.")},
    {"planning.no_line", TR_NOOP("Baris RAB ini tidak ada atau tidak berlaku lagi.")},
    {"planning.no_purse", TR_NOOP("Unit ini belum mempunyai kantong pada tahun itu.")},
    {"planning.no_purse_for", TR_NOOP("Unit ini tidak mempunyai kantong {value} untuk {label}.")},
    {"planning.category_unknown", TR_NOOP("{value} bukan kegiatan dalam menu tahun ini.")},
    {"planning.spend_kind_unknown", TR_NOOP("{value} bukan jenis belanja dalam aturan tahun ini.")},
    {"planning.empty", TR_NOOP("RAB ini belum berisi baris.")},
    {"planning.moved", TR_NOOP("RAB ini sudah diubah orang lain. Muat ulang halamannya, lalu ulangi perubahan Anda.")},
    {"planning.there", TR_NOOP("RAB {unit} sudah disusun di sini. Tarik dulu RAB itu, lalu bukukan saldo awalnya.")},
    {"planning.not_editable", TR_NOOP("RAB ini sedang diperiksa atau sudah disetujui, jadi barisnya tidak bisa diubah.")},
    {"planning.not_in_force", TR_NOOP("Ini hanya bisa untuk RAB yang sudah disetujui dan tidak sedang diubah.")},
    {"planning.entered_by_you", TR_NOOP("Anda ikut mengisi RAB ini, jadi orang lain yang harus memeriksanya.")},
    {"planning.not_opened", TR_NOOP("{value}: buka dulu RAB ini sebelum menyetujuinya bersama yang lain.")},
    {"planning.contracted", TR_NOOP("Dari {category} hanya {free:rp} yang belum dikontrak, tidak cukup untuk {asked:rp}. Kurangi kontraknya dulu.")},
    {"planning.not_late", TR_NOOP("RAB ini masih boleh diajukan sampai {due:date}.")},
    {"planning.amount_zero", TR_NOOP("Volume kali harga kurang dari satu rupiah.")},
    {"planning.shift_too_much", TR_NOOP("Yang direncanakan di kantong itu hanya {planned:rp}.")},
    {"planning.price_ends_before", TR_NOOP("Harga ini berakhir sebelum mulai berlaku.")},
    {"planning.price_twice", TR_NOOP("Harga barang ini untuk wilayah dan tanggal yang sama sudah ada di berkas.")},
    {"planning.line_twice", TR_NOOP("Baris yang sama sudah ada di berkas.")},
    {"quantity.format", TR_NOOP("Tulis volume sebagai angka, misalnya 12,5")},
    {"quantity.range", TR_NOOP("Volume harus lebih besar dari nol dan paling banyak sembilan angka sebelum koma")},
    {"fix.planning.shift_to_envelope", TR_NOOP("Pindahkan {amount:rp} ke {label}")},

    {"planning.fate_new", TR_NOOP("RAB baru")},
    {"planning.fate_replaced", TR_NOOP("Menggantikan draf")},
    {"planning.fate_price", TR_NOOP("Disimpan")},
};

} // namespace

void register_messages()
{
    language::register_messages(planning_messages);
}

} // namespace rtkeren::planning
