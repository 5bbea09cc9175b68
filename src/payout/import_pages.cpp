#include "language/language.hpp"
#include "payout/page_parts.hpp"
#include "screens/import.hpp"

namespace rtkeren::payout {

namespace {

sheets::Kind const& pokmas_sheet()
{
    static sheets::Kind const kind { "payout.import_pokmas", "rows", "contoh-pokmas",
        { { "name", TR_NOOP("Nama pokmas"), { "pokmas", "nama" } }, { "rws", TR_NOOP("RW"), { "kode rw", "wilayah" } },
            { "address", TR_NOOP("Alamat"), { "sekretariat" }, false }, { "bank", TR_NOOP("Bank"), {}, false },
            { "account_number", TR_NOOP("Nomor rekening"), { "no rekening", "rekening" }, false },
            { "account_holder", TR_NOOP("Atas nama"), { "nama pemilik rekening", "pemilik" }, false },
            { "decree", TR_NOOP("Nomor SK"), { "no sk", "sk" }, false }, { "decree_on", TR_NOOP("Tanggal SK"), { "tgl sk" }, false, false, true },
            { "decree_until", TR_NOOP("Berlaku sampai"), { "sampai" }, false, false, true }, { "chair", TR_NOOP("Ketua"), { "nama ketua" }, false },
            { "secretary", TR_NOOP("Sekretaris"), { "nama sekretaris" }, false }, { "treasurer", TR_NOOP("Bendahara"), { "nama bendahara" }, false } },
        { { "Pokmas Mekar Sari", "35.72.03.1002.001", "Jalan Melati 4", "Bank Jatim", "0011223344", "Pokmas Mekar Sari", "188/12/2023", "2023-01-16", "2025-12-31",
              "Darto", "Sri Wahyuni", "Siti Aminah" },
            { "Pokmas Anggrek", "35.72.03.1002.002", "Jalan Anggrek 2", "Bank Jatim", "0011223355", "Pokmas Anggrek", "188/13/2023", "2023-01-16", "2025-12-31",
                "", "", "" } },
        "pokmas", {}, "payout.manage", "/pokmas/impor", TR_NOOP("Impor daftar pokmas"),
        TR_NOOP("Setiap pokmas masuk dengan SK, rekening dan pengurusnya; rekening tetap diperiksa bendahara kelurahan sebelum uang dikirim. Akun pengurus "
                "dibuat pada halaman Pengguna."), "/pokmas",
        TR_NOOP("Pokmas") };
    return kind;
}

sheets::Kind const& sp2d_sheet()
{
    static sheets::Kind const kind { "payout.import_sp2d", "rows", "contoh-sp2d",
        { { "number", TR_NOOP("Nomor SP2D"), { "no sp2d", "sp2d" } }, { "date", TR_NOOP("Tanggal SP2D"), { "tanggal", "tgl" }, true, false, true },
            { "amount", TR_NOOP("Jumlah"), { "nilai", "nominal" } }, { "pokmas", TR_NOOP("Pokmas"), { "nama pokmas", "penerima" } } },
        { { "01234/SP2D/LS/2023", "2023-07-03", "75000000", "Pokmas Mekar Sari" }, { "01235/SP2D/LS/2023", "2023-07-03", "50000000", "Pokmas Anggrek" } },
        "sp2d", {}, "payout.sp2d", "/pencairan/impor", TR_NOOP("Impor daftar SP2D"),
        TR_NOOP("Setiap baris dicocokkan dengan satu pencairan yang menunggu SP2D: pokmas dan jumlahnya harus sama."), "/pencairan", TR_NOOP("Pencairan") };
    return kind;
}

sheets::Kind const& opening_sheet()
{
    static sheets::Kind const kind { "payout.propose_opening", "rows", "contoh-saldo-awal",
        { { "pokmas", TR_NOOP("Pokmas"), { "nama pokmas" }, false }, { "unit", TR_NOOP("Kode RT"), { "kode unit", "kode wilayah" }, false },
            { "envelope", TR_NOOP("Kantong"), { "jenis kantong" }, false }, { "category", TR_NOOP("Kategori"), { "kode kegiatan", "menu" }, false },
            { "pagu", TR_NOOP("Pagu"), {}, false }, { "rencana", TR_NOOP("Rencana"), { "rab" }, false }, { "kontrak", TR_NOOP("Kontrak"), {}, false },
            { "sp2d", TR_NOOP("SP2D di jalan"), { "sp2d belum masuk", "dalam perjalanan" }, false }, { "cair", TR_NOOP("Cair"), { "sudah cair" }, false }, { "belanja", TR_NOOP("Belanja"), {}, false }, { "sah", TR_NOOP("Sah"), { "diterima" }, false },
            { "kembali", TR_NOOP("Kembali"), { "dikembalikan" }, false }, { "batal", TR_NOOP("Batal"), {}, false },
            { "bank", TR_NOOP("Bank"), { "saldo bank" }, false }, { "kas", TR_NOOP("Kas"), { "tunai", "saldo kas" }, false },
            { "panjar", TR_NOOP("Panjar"), {}, false }, { "piutang", TR_NOOP("Piutang"), {}, false },
            { "pajak", TR_NOOP("Utang pajak"), { "pajak" }, false }, { "bunga", TR_NOOP("Bunga bank"), { "bunga" }, false },
            { "swadaya", TR_NOOP("Swadaya"), {}, false }, { "titipan", TR_NOOP("Titipan"), {}, false },
            { "party", TR_NOOP("Siapa atau pajak apa"), { "siapa", "nama", "rincian" }, false },
            { "contract", TR_NOOP("Nomor kontrak"), { "no kontrak" }, false }, { "signed_on", TR_NOOP("Tanggal kontrak"), { "tgl kontrak" }, false, false, true },
            { "ends_on", TR_NOOP("Kontrak selesai"), { "selesai" }, false, false, true }, { "sp2d_number", TR_NOOP("Nomor SP2D"), { "no sp2d" }, false },
            { "sp2d_on", TR_NOOP("Tanggal SP2D"), { "tgl sp2d" }, false, false, true } },
        { { "Pokmas Mekar Sari", "35.72.03.1002.003.002", "umkm", "pelatihan_kue", "", "", "7500000", "", "2500000", "", "5000000", "", "", "", "", "", "", "", "",
              "", "", "", "", "", "", "", "" },
            { "Pokmas Mekar Sari", "", "", "", "", "", "", "", "", "", "", "", "", "2300000", "300000", "", "", "100000", "", "", "", "pph23", "188/5/KTR/2023",
                "2023-06-20", "2023-12-15", "", "" } },
        "opening",
        { { "year", TR_NOOP("Tahun"), sheets::Extra::Kind::Year }, { "cut_off", TR_NOOP("Keadaan per tanggal"), sheets::Extra::Kind::Date },
            { "paper", TR_NOOP("Nomor berita acara saldo awal"), sheets::Extra::Kind::Text } },
        "payout.opening", "/saldo-awal/impor", TR_NOOP("Impor saldo awal"),
        TR_NOOP("Untuk kota yang mulai di tengah tahun. Baris dengan kode RT memuat kantong: jumlah di tiap tahap. Baris tanpa kode RT memuat pokmas: bank, kas, "
                "utang dan kontraknya. Dari rencana sampai sah isi kategorinya: dari sana tersusun RAB yang sudah disetujui, sehingga belanja dan termin berikutnya "
                "bisa jalan. Bank, kas, panjar dan piutang bersama sama dengan cair ditambah utang. Orang lain membukukannya."),
        "/saldo-awal", TR_NOOP("Saldo awal") };
    return kind;
}

} // namespace

std::vector<sheets::Kind const*> imports() { return { &pokmas_sheet(), &sp2d_sheet(), &opening_sheet() }; }

std::vector<http::Route> import_routes(Services& services)
{
    std::vector<http::Route> routes;
    for (auto const* kind : imports())
        for (auto& route : screens::import_routes(services, *kind))
            routes.push_back(std::move(route));
    return routes;
}

} // namespace rtkeren::payout
