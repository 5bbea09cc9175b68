#include "identity/room.hpp"
#include "language/language.hpp"

namespace rtkeren::identity {

namespace {

constexpr language::Message role_messages[] = {
    {"role.admin", TR_NOOP("Administrator sistem")},
    {"role.walikota", TR_NOOP("Wali kota")},
    {"role.tapem", TR_NOOP("Bagian Pemerintahan")},
    {"role.bappeda", TR_NOOP("Bappeda")},
    {"role.bkd", TR_NOOP("BKD")},
    {"role.inspektorat", TR_NOOP("Inspektorat")},
    {"role.dprd", TR_NOOP("DPRD")},
    {"role.dinas", TR_NOOP("Dinas")},
    {"role.perizinan", TR_NOOP("Meja perizinan")},
    {"role.camat", TR_NOOP("Camat")},
    {"role.lurah", TR_NOOP("Lurah")},
    {"role.sekkel", TR_NOOP("Sekretaris kelurahan")},
    {"role.pptk", TR_NOOP("PPTK")},
    {"role.bendahara_kelurahan", TR_NOOP("Bendahara kelurahan")},
    {"role.operator", TR_NOOP("Operator kelurahan")},
    {"role.pendamping", TR_NOOP("Pendamping")},
    {"role.ketua_rt", TR_NOOP("Ketua RT")},
    {"role.ketua_rw", TR_NOOP("Ketua RW")},
    {"role.lpmk", TR_NOOP("LPMK")},
    {"role.pokmas_ketua", TR_NOOP("Ketua pokmas")},
    {"role.pokmas_sekretaris", TR_NOOP("Sekretaris pokmas")},
    {"role.pokmas_bendahara", TR_NOOP("Bendahara pokmas")},
    {"role.pokmas_pengawas", TR_NOOP("Pengawas pokmas")},
    {"role.umkm", TR_NOOP("Pemilik UMKM")},
    {"role.fasilitator", TR_NOOP("Fasilitator pelatihan")},
    {"role.pewawancara", TR_NOOP("Pewawancara survei")},
};

constexpr language::Message error_messages[] = {
    // Signing in.
    {"identity.wrong_sign_in", TR_NOOP("Nama atau kata sandi tidak cocok. Periksa lagi, atau minta slip baru kepada sekretaris kelurahan.")},
    {"identity.locked", TR_NOOP("Terlalu banyak percobaan untuk akun ini. Coba lagi {minutes} menit lagi.")},
    {"identity.too_many", TR_NOOP("Terlalu banyak percobaan dari jaringan ini. Coba lagi {minutes} menit lagi.")},
    {"identity.disabled", TR_NOOP("Akun ini sudah ditutup. Tanyakan kepada sekretaris kelurahan.")},
    {"identity.code_wrong", TR_NOOP("Kode ini salah, sudah dipakai, atau lewat tujuh hari. Mintalah slip baru.")},
    {"identity.password_short", TR_NOOP("Kata sandi paling sedikit 8 huruf.")},
    {"identity.password_long", TR_NOOP("Kata sandi paling banyak 200 huruf.")},
    {"identity.password_common", TR_NOOP("Kata sandi ini mudah ditebak: terlalu umum atau nama Anda sendiri. Pilih yang lain.")},
    {"identity.password_differs", TR_NOOP("Kedua kata sandi tidak sama.")},
    {"identity.password_wrong", TR_NOOP("Kata sandi lama tidak cocok.")},
    // People and accounts.
    {"identity.unknown_user", TR_NOOP("Pengguna ini tidak ada di wilayah Anda.")},
    {"identity.unknown_person", TR_NOOP("Orang ini tidak tercatat.")},
    {"identity.unknown_grant", TR_NOOP("Jabatan ini tidak tercatat di wilayah Anda.")},
    {"identity.login_taken", TR_NOOP("Nama pengguna “{value}” sudah dipakai orang lain.")},
    {"identity.login_format", TR_NOOP("Nama pengguna terdiri dari 3 sampai 40 huruf kecil, angka, titik, atau garis, dan memuat huruf.")},
    {"identity.nik_known", TR_NOOP("NIK ini sudah tercatat atas nama orang lain.")},
    {"identity.nip_format", TR_NOOP("NIP terdiri dari 18 angka.")},
    {"identity.nip_known", TR_NOOP("NIP “{value}” sudah tercatat atas nama orang lain.")},
    {"identity.nip_missing", TR_NOOP("Jabatan ini untuk pegawai negeri: isi NIP orangnya.")},
    {"identity.person_known", TR_NOOP("Nama dan nomor telepon ini sudah tercatat.")},
    {"identity.phone_taken",
        TR_NOOP("Nomor ini sudah dipakai untuk masuk oleh akun lain. Periksa nomornya. Satu telepon untuk sekeluarga? Tandai “Telepon bersama”: orang ini masuk dengan nama penggunanya.")},
    {"identity.phone_in_list", TR_NOOP("Nomor ini sudah ada di baris {row}. Satu telepon untuk sekeluarga? Isi “ya” pada Telepon bersama.")},
    {"identity.nip_in_list", TR_NOOP("NIP “{value}” sudah ada di baris {row}.")},
    {"identity.twice_in_list", TR_NOOP("“{value}” dengan telepon yang sama sudah ada di baris {row}.")},
    {"identity.not_your_account", TR_NOOP("Akun ini dijaga oleh yang mengangkat pejabatnya, bukan oleh Anda.")},
    {"identity.outside_territory", TR_NOOP("Tempat “{value}” di luar wilayah Anda.")},
    {"identity.not_yourself", TR_NOOP("Tidak ada yang mengangkat, membuka, atau menutup dirinya sendiri.")},
    {"identity.slip_printed", TR_NOOP("Slip ini tidak dapat dicetak lagi. Buat slip baru.")},
    // Offices.
    {"identity.unknown_role", TR_NOOP("Jabatan “{value}” tidak dikenal.")},
    {"identity.wrong_level", TR_NOOP("{role} tidak berkedudukan di tempat “{value}”.")},
    {"identity.no_pokmas_there", TR_NOOP("Di “{value}” belum ada pokmas. Bentuk pokmasnya dulu, atau pilih RW yang dilayaninya.")},
    {"identity.may_not_appoint", TR_NOOP("Jabatan {role} di tempat ini tidak diangkat oleh Anda.")},
    {"identity.first_only", TR_NOOP("Bagian Pemerintahan sudah dipegang {name}; pejabat berikutnya diangkat olehnya.")},
    {"identity.four_offices", TR_NOOP("Orang ini sudah {held} di {place}. Lurah, sekretaris, PPTK, dan bendahara kelurahan adalah empat orang yang berbeda.")},
    {"identity.granted_already", TR_NOOP("Orang ini sudah memegang jabatan itu pada masa tersebut.")},
    {"identity.office_held", TR_NOOP("{office} dipegang {name} sejak {from:date}. Akhiri dulu masa jabatannya. Bila ia hanya berhalangan, angkat pelaksana (Plt, Plh) dengan hari terakhir.")},
    {"identity.office_held_until", TR_NOOP("{office} dipegang {name} sejak {from:date} sampai {until:date}. Mulai sesudah hari itu, akhiri masa jabatannya lebih awal, atau angkat pelaksana (Plt, Plh).")},
    {"identity.office_entered", TR_NOOP("{name} sudah dimasukkan untuk {office} mulai {from:date} dan belum diputuskan. Tunggu keputusannya, atau akhiri dulu yang itu.")},
    {"identity.acting_held", TR_NOOP("{office} sudah punya pelaksana: {name}, {from:date} sampai {until:date}. Mulai sesudah hari itu, atau akhiri masa pelaksana itu lebih awal.")},
    {"identity.office_in_list", TR_NOOP("{office} sudah diisi {name} di baris {row}. Satu orang saja yang memegangnya.")},
    {"identity.dates_order", TR_NOOP("Hari terakhir tidak boleh sebelum hari pertama.")},
    {"identity.acting_until", TR_NOOP("Pelaksana (Plt, Plh) dan pelimpahan wewenang perlu hari terakhir.")},
    {"identity.own_entry", TR_NOOP("Yang Anda masukkan sendiri dikonfirmasi oleh orang lain.")},
    {"identity.decided_already", TR_NOOP("Jabatan ini sudah diputuskan.")},
    {"identity.number_missing", TR_NOOP("Nomor ini tidak tercatat untuk orang tersebut.")},
};

constexpr language::Message done_messages[] = {
    {"identity.user_created", TR_NOOP("{name} tercatat dengan nama pengguna {login}. Beri jabatan, lalu cetak slipnya.")},
    {"identity.person_corrected", TR_NOOP("Data {name} tersimpan.")},
    {"identity.users_imported", TR_NOOP("{count} orang tercatat.")},
    {"identity.role_granted", TR_NOOP("{name} sekarang memegang jabatan {role}.")},
    {"identity.role_entered", TR_NOOP("Jabatan {role} untuk {name} tercatat dan menunggu konfirmasi {confirmer}.")},
    {"identity.role_ended", TR_NOOP("Jabatan {role} berakhir {on:date}.")},
    {"identity.grant_confirmed", TR_NOOP("{name} dikonfirmasi sebagai {role}.")},
    {"identity.grants_confirmed", TR_NOOP("{count} jabatan dikonfirmasi.")},
    {"identity.grant_refused", TR_NOOP("Jabatan {role} untuk {name} tidak dikonfirmasi.")},
    {"identity.slips_made", TR_NOOP("{count} slip dibuat. Kode yang lama tidak berlaku lagi.")},
    {"identity.account_closed", TR_NOOP("Akun {name} ditutup dan semua sesinya berakhir.")},
    {"identity.account_opened", TR_NOOP("Akun {name} dibuka kembali.")},
    {"identity.session_ended", TR_NOOP("Sesi itu berakhir.")},
    {"identity.sessions_ended", TR_NOOP("Semua sesi {name} berakhir.")},
    {"identity.token_revoked", TR_NOOP("Kunci skrip itu tidak berlaku lagi.")},
    {"identity.password_changed", TR_NOOP("Kata sandi berganti. Sesi di perangkat lain sudah berakhir.")},
    {"identity.number_opened", TR_NOOP("Nomor dibuka; alasan Anda tercatat.")},
};

} // namespace

void register_messages()
{
    language::register_messages(role_messages);
    language::register_messages(error_messages);
    language::register_messages(done_messages);
}

} // namespace rtkeren::identity
