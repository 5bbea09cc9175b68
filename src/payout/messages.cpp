#include "language/language.hpp"
#include "payout/room.hpp"

namespace rtkeren::payout {

namespace {

constexpr language::Message payout_messages[] {
    // done
    { "payout.pokmas_formed", TR_NOOP("{pokmas} terbentuk. Berikutnya: SK dari lurah dan rekening.") },
    { "payout.pokmas_decree_issued", TR_NOOP("{pokmas}: menunggu pemeriksaan rekening.") },
    { "payout.pokmas_account_verified", TR_NOOP("Rekening {pokmas} benar. Berikutnya: diaktifkan.") },
    { "payout.pokmas_active", TR_NOOP("{pokmas} aktif.") },
    { "payout.pokmas_suspended", TR_NOOP("{pokmas} dibekukan. Tidak ada uang yang keluar sampai diaktifkan kembali.") },
    { "payout.pokmas_expired", TR_NOOP("SK {pokmas} dicatat berakhir.") },
    { "payout.pokmas_dissolved", TR_NOOP("{pokmas} dibubarkan.") },
    { "payout.decree_issued", TR_NOOP("SK {pokmas} terbit. Berikutnya: rekening diperiksa bendahara kelurahan.") },
    { "payout.decree_renewed", TR_NOOP("SK {pokmas} diperpanjang.") },
    { "payout.account_set", TR_NOOP("Rekening {pokmas} tercatat. Berikutnya: diperiksa bendahara kelurahan.") },
    { "payout.officer_replaced", TR_NOOP("Pengurus {pokmas} diganti.") },
    { "payout.pokmas_imported", TR_NOOP("{count} pokmas masuk.") },
    { "payout.import_tried", TR_NOOP("{good} baris bisa masuk, {bad} baris perlu dibetulkan. Belum ada yang disimpan.") },
    { "payout.contract_signed", TR_NOOP("Kontrak {number} dengan {pokmas} sebesar {amount:rp} tercatat. Berikutnya: pokmas meminta termin 1.") },
    { "payout.contract_changed_now", TR_NOOP("Kontrak {number} berubah {change:rp}.") },
    { "payout.contract_ended_now", TR_NOOP("Kontrak {number} diakhiri; {amount:rp} yang belum cair dibatalkan.") },
    { "payout.tranche_requested", TR_NOOP("Termin {number} {pokmas} diminta: {amount:rp} untuk {units} RT. Berikutnya: diperiksa sekretaris kelurahan.") },
    { "payout.tranche_verified", TR_NOOP("Termin {number} {pokmas} lengkap. Berikutnya: persetujuan lurah.") },
    { "payout.tranche_approved", TR_NOOP("Termin {number} {pokmas} sebesar {amount:rp} disetujui. Berikutnya: SPP dari bendahara kelurahan.") },
    { "payout.tranches_approved", TR_NOOP("{count} pencairan sebesar {amount:rp} disetujui.") },
    { "payout.spp_issued", TR_NOOP("SPP termin {number} {pokmas} terbit. Berikutnya: SPM.") },
    { "payout.spm_issued", TR_NOOP("SPM termin {number} {pokmas} terbit. Berikutnya: SP2D dari BKD.") },
    { "payout.tranche_returned", TR_NOOP("Termin {number} {pokmas} dikembalikan untuk diperbaiki.") },
    { "payout.tranche_withdrawn", TR_NOOP("Permintaan termin {number} {pokmas} ditarik.") },
    { "payout.sp2d_recorded", TR_NOOP("SP2D termin {number} {pokmas} sebesar {amount:rp} tercatat. Berikutnya: pokmas memastikan uang masuk.") },
    { "payout.sp2d_imported", TR_NOOP("{count} SP2D tercatat.") },
    { "payout.tranche_confirmed", TR_NOOP("Termin {number} sebesar {amount:rp} sudah diterima {pokmas}.") },
    { "payout.tranche_bounced", TR_NOOP("Retur termin {number} {pokmas} tercatat: {amount:rp} kembali ke kas daerah. Berikutnya: SP2D baru.") },
    { "payout.arrived_at_other", TR_NOOP("Tercatat: {amount:rp} untuk {pokmas} masuk ke rekening {receiver}. Berikutnya: {receiver} meneruskannya.") },
    { "payout.sent_on_now", TR_NOOP("{receiver} sudah meneruskan {amount:rp}. Berikutnya: {pokmas} memastikan uang masuk, atau dicatat retur.") },

    // not found, conflicts
    { "payout.no_pokmas", TR_NOOP("Pokmas itu tidak ada.") },
    { "payout.no_contract", TR_NOOP("Kontrak itu tidak ada.") },
    { "payout.no_tranche", TR_NOOP("Pencairan itu tidak ada.") },
    { "payout.no_contract_yet", TR_NOOP("Belum ada kontrak untuk tahun {year}. Lurah menandatanganinya lebih dahulu.") },
    { "payout.contract_there", TR_NOOP("{pokmas} sudah punya kontrak tahun itu, nomor {number}. Perubahan dicatat sebagai adendum.") },
    { "payout.contract_ended", TR_NOOP("Kontrak {number} sudah berakhir.") },
    { "payout.contract_changed", TR_NOOP("Kontrak {number} sudah berubah sejak Anda membukanya. Muat ulang halamannya.") },
    { "payout.contract_in_force", TR_NOOP("{pokmas} masih punya kontrak: {amount:rp} belum cair. Akhiri kontraknya lebih dahulu.") },
    { "payout.nothing_planned", TR_NOOP("Tidak ada RAB yang disetujui dan belum dikontrak untuk {pokmas} tahun {year}.") },
    { "payout.nothing_to_request", TR_NOOP("Semua RT dalam kontrak sudah diminta untuk termin ini.") },
    { "payout.pokmas_not_active",
        TR_NOOP("{pokmas} belum aktif atau rekeningnya belum diperiksa. Uang hanya dikirim ke pokmas yang aktif dengan rekening yang benar.") },
    { "payout.pokmas_has_money", TR_NOOP("{pokmas} masih memegang {held:rp} dan masih berutang {owed:rp}. Kembalikan atau serahkan lebih dahulu.") },
    { "payout.tranche_under_way", TR_NOOP("Masih ada pencairan yang berjalan ({pokmas}). Selesaikan atau tarik lebih dahulu.") },
    { "payout.no_account", TR_NOOP("Rekening {pokmas} belum diisi.") },
    { "payout.account_used", TR_NOOP("Rekening itu sudah dipakai {pokmas}. Satu pokmas satu rekening.") },
    { "payout.still_elsewhere", TR_NOOP("{amount:rp} masih ada di rekening {pokmas}. Catat dulu bahwa uang itu sudah diteruskan.") },
    { "payout.nothing_elsewhere", TR_NOOP("Tidak ada uang dari pencairan ini di rekening pokmas lain.") },

    // fields
    { "payout.rw_outside", TR_NOOP("{value} tidak terletak di kelurahan itu.") },
    { "payout.rw_served", TR_NOOP("{value} sudah dilayani {pokmas}.") },
    { "payout.rw_twice", TR_NOOP("{value} ada di dua baris.") },
    { "payout.officer_missing", TR_NOOP("Ketua, sekretaris dan bendahara harus ada; yang belum: {position}.") },
    { "payout.officer_double", TR_NOOP("Ketua dan bendahara harus dua orang yang berbeda.") },
    { "payout.officer_twice", TR_NOOP("Orang ini sudah tercatat pada jabatan yang sama.") },
    { "payout.decree_over", TR_NOOP("SK itu sudah berakhir; tanggalnya harus setelah hari ini.") },
    { "payout.account_format", TR_NOOP("Nomor rekening berisi 6 sampai 20 angka.") },
    { "payout.account_holder", TR_NOOP("Nama di buku rekening harus sama dengan nama pokmas, {pokmas}. Rekening atas nama orang tidak boleh dipakai.") },
    { "payout.contract_dates", TR_NOOP("Kontrak selesai setelah mulai dan dalam tahun yang sama.") },
    { "payout.unit_not_served", TR_NOOP("{value} tidak dilayani pokmas ini atau tidak punya kantong tahun itu.") },
    { "payout.purse_not_served", TR_NOOP("Kantong itu tidak dilayani pokmas ini.") },
    { "payout.no_change", TR_NOOP("Isi tambahan atau pengurangan, bukan nol.") },
    { "payout.addendum_requested", TR_NOOP("{unit}: yang belum diminta untuk dicairkan tinggal {left:rp}; pengurangan tidak bisa lebih besar.") },
    { "payout.no_such_tranche", TR_NOOP("Tahun ini punya {tranches} termin.") },
    { "payout.unit_not_in_contract", TR_NOOP("{value} tidak ada dalam kontrak.") },
    { "payout.sp2d_used", TR_NOOP("Nomor SP2D {value} sudah dipakai untuk pencairan lain.") },
    { "payout.sp2d_twice", TR_NOOP("Nomor SP2D {value} ada di dua baris.") },
    { "payout.sp2d_no_match", TR_NOOP("Tidak ada pencairan {pokmas} sebesar {amount:rp} yang menunggu SP2D.") },
    { "payout.before_sp2d", TR_NOOP("Tanggal itu sebelum SP2D ({sp2d_on:date}).") },
    { "payout.amount_differs",
        TR_NOOP("Yang seharusnya masuk {expected:rp}, yang Anda isi {got:rp}. Bila bank memang mengirim jumlah lain, laporkan ke BKD.") },
    { "payout.withheld_by_pokmas", TR_NOOP("Tahun ini pajak dipotong pokmas sendiri, bukan bendahara kelurahan.") },
    { "payout.no_treasurer", TR_NOOP("Bendahara kelurahan belum diangkat; sebutkan orangnya.") },
    { "payout.not_elsewhere", TR_NOOP("Ini pokmas yang memang dituju.") },

    // verdicts
    { "payout.officer_elsewhere", TR_NOOP("{person} juga pengurus {pokmas}") },
    { "payout.officer_elsewhere.why", TR_NOOP("Satu orang dalam dua pokmas bisa membuat satu pekerjaan dibayar dua kali. Periksa sebelum SK terbit.") },
    { "payout.similar_name", TR_NOOP("Namanya hampir sama dengan {pokmas}") },
    { "payout.similar_name.why", TR_NOOP("Pastikan ini bukan pokmas yang sama dengan ejaan lain.") },
    { "payout.same_address", TR_NOOP("Alamat sekretariatnya sama dengan {pokmas}") },
    { "payout.same_address.why", TR_NOOP("Setiap pokmas punya sekretariat dengan alamat yang jelas dan benar.") },
    { "payout.watches_own_work", TR_NOOP("{person} menjadi pelaksana sekaligus pengawas") },
    { "payout.watches_own_work.why", TR_NOOP("Yang mengawasi sebaiknya bukan yang mengerjakan.") },
    { "payout.gate", TR_NOOP("{unit} belum memenuhi: {label}") },
    { "payout.gate.why", TR_NOOP("RT lain yang sudah memenuhi tetap bisa dicairkan; RT ini menyusul dengan permintaan susulan.") },
    { "payout.previous_open", TR_NOOP("{unit}: termin {number} belum diterima") },
    { "payout.previous_open.why", TR_NOOP("Termin berikutnya diminta setelah uang termin sebelumnya masuk.") },
    { "payout.requested_already", TR_NOOP("{unit} sudah diminta untuk termin ini") },
    { "payout.requested_already.why", TR_NOOP("Satu RT tidak bisa diminta dua kali untuk termin yang sama.") },
    { "payout.nothing_left", TR_NOOP("{unit}: tidak ada yang bisa dicairkan") },
    { "payout.nothing_left.why", TR_NOOP("Seluruh kontrak RT ini sudah diminta.") },
    { "payout.no_slip", TR_NOOP("Bukti bank belum dilampirkan") },
    { "payout.no_slip.why", TR_NOOP("Lampirkan foto rekening koran {pokmas} agar LPJ lengkap.") },
};

} // namespace

void register_messages() { language::register_messages(payout_messages); }

} // namespace rtkeren::payout
