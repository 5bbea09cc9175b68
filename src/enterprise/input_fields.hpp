#pragma once

#include "enterprise/inputs.hpp"

/// The field tables of the inputs: labels, hints, bounds.
namespace rtkeren::operations {

#define RTK_CHOICES(Enum, count, ...) \
    template<> struct Choices<enterprise::Enum> { \
        using E = enterprise::Enum; \
        static constexpr std::array<std::pair<E, std::string_view>, count> values {{__VA_ARGS__}}; \
    }

RTK_CHOICES(Sex, 2, {E::Female, "female"}, {E::Male, "male"});
RTK_CHOICES(NoNik, 5, {E::NotIssued, "not_issued"}, {E::Lost, "lost"}, {E::NotShown, "not_shown"}, {E::Refused, "refused"}, {E::Other, "other"});
RTK_CHOICES(PlaceKind, 5, {E::Rumah, "rumah"}, {E::Toko, "toko"}, {E::Pasar, "pasar"}, {E::Keliling, "keliling"}, {E::Daring, "daring"});
RTK_CHOICES(LegalForm, 6, {E::Perorangan, "perorangan"}, {E::PtPerorangan, "pt_perorangan"}, {E::Cv, "cv"}, {E::Pt, "pt"}, {E::Koperasi, "koperasi"}, {E::Kelompok, "kelompok"});
RTK_CHOICES(Channel, 5, {E::Rumah, "rumah"}, {E::Bazar, "bazar"}, {E::Daring, "daring"}, {E::Titip, "titip"}, {E::Ritel, "ritel"});
RTK_CHOICES(Method, 6, {E::QrisStatement, "qris_statement"}, {E::CashBook, "cash_book"}, {E::StallTally, "stall_tally"}, {E::RecallWeek, "recall_week"},
    {E::RecallMonth, "recall_month"}, {E::EstimateOfficial, "estimate_official"});
RTK_CHOICES(Bookkeeping, 3, {E::Tidak, "tidak"}, {E::Catatan, "catatan"}, {E::Aplikasi, "aplikasi"});
RTK_CHOICES(CreditSource, 6, {E::Sendiri, "sendiri"}, {E::Keluarga, "keluarga"}, {E::Koperasi, "koperasi"}, {E::Bank, "bank"}, {E::Rentenir, "rentenir"}, {E::Pinjol, "pinjol"});
RTK_CHOICES(LicenceKind, 8, {E::Nib, "nib"}, {E::Npwp, "npwp"}, {E::Pirt, "pirt"}, {E::Bpom, "bpom"}, {E::Halal, "halal"}, {E::Merek, "merek"}, {E::Suket, "suket"}, {E::Pkp, "pkp"});
RTK_CHOICES(CheckResult, 4, {E::Issued, "issued"}, {E::OtherHolder, "other_holder"}, {E::NotFound, "not_found"}, {E::Expired, "expired"});
#undef RTK_CHOICES

template<> struct Fields<enterprise::OwnerPart> {
    static constexpr auto table()
    {
        using T = enterprise::OwnerPart;
        return std::tuple {field("owner_name", &T::owner_name, {.label = TR_NOOP("Nama pemilik"), .hint = TR_NOOP("Seperti di KTP"), .example = "Sri Utami"}),
            field("owner_phone", &T::owner_phone, {.label = TR_NOOP("Nomor telepon"), .example = "0812-3456-7890", .secret = true}),
            field("owner_nik", &T::owner_nik, {.label = TR_NOOP("NIK"), .hint = TR_NOOP("16 angka; disimpan tersandi"), .secret = true}),
            field("no_nik", &T::no_nik, {.label = TR_NOOP("Bila tidak ada NIK, mengapa?")}), field("no_nik_note", &T::no_nik_note, {.label = TR_NOOP("Keterangan tanpa NIK")}),
            field("sex", &T::sex, {.label = TR_NOOP("Jenis kelamin")}), field("birth_date", &T::birth_date, {.label = TR_NOOP("Tanggal lahir")}),
            field("owner_address", &T::owner_address, {.label = TR_NOOP("Alamat pemilik")}),
            field("owner_place", &T::owner_place, {.label = TR_NOOP("RT atau kelurahan pemilik"), .example = "35.72.03.1002.003.002"}),
            field("consent_on", &T::consent_on, {.label = TR_NOOP("Tanggal setuju didata"), .hint = TR_NOOP("Pemilik tahu datanya dicatat dan untuk apa")})};
    }
};
template<> struct Fields<enterprise::BusinessPart> {
    static constexpr auto table()
    {
        using T = enterprise::BusinessPart;
        return std::tuple {field("name", &T::name, {.label = TR_NOOP("Nama usaha"), .example = "Dapur Bu Sri"}), field("brand", &T::brand, {.label = TR_NOOP("Merek dagang")}),
            field("activity", &T::activity, {.label = TR_NOOP("Kegiatan"), .hint = TR_NOOP("Satu kegiatan satu usaha: membuat roti dan menjualnya di pasar dicatat dua"), .example = "Kue kering"}),
            field("kbli", &T::kbli, {.label = TR_NOOP("KBLI"), .example = "2025:10710"}), field("place_kind", &T::place_kind, {.label = TR_NOOP("Tempat usaha")}),
            field("place", &T::place, {.label = TR_NOOP("RT atau kelurahan usaha"), .example = "35.72.03.1002.003.002"}), field("address", &T::address, {.label = TR_NOOP("Alamat usaha")}),
            field("started", &T::started, {.label = TR_NOOP("Mulai (bulan)"), .example = "2021-03"}), field("legal_form", &T::legal_form, {.label = TR_NOOP("Bentuk usaha")}),
            field("capital", &T::capital, {.label = TR_NOOP("Modal tanpa tanah dan bangunan")}),
            field("sales_year", &T::sales_year, {.label = TR_NOOP("Tahun penjualan"), .minimum = 2000, .maximum = 2100}),
            field("sales_amount", &T::sales_amount, {.label = TR_NOOP("Penjualan setahun")}), field("sales_method", &T::sales_method, {.label = TR_NOOP("Dari mana angkanya")}),
            field("workers_male", &T::workers_male, {.label = TR_NOOP("Pekerja dibayar, laki-laki"), .minimum = 0, .maximum = 10'000}),
            field("workers_female", &T::workers_female, {.label = TR_NOOP("Pekerja dibayar, perempuan"), .minimum = 0, .maximum = 10'000}),
            field("workers_family", &T::workers_family, {.label = TR_NOOP("Keluarga yang membantu tanpa upah"), .minimum = 0, .maximum = 1000}),
            field("channels", &T::channels, {.label = TR_NOOP("Dijual lewat"), .maximum = 5}), field("bookkeeping", &T::bookkeeping, {.label = TR_NOOP("Pembukuan")}),
            field("credit_source", &T::credit_source, {.label = TR_NOOP("Sumber modal")}), field("seasonal", &T::seasonal, {.label = TR_NOOP("Usaha musiman")}),
            field("source", &T::source, {.label = TR_NOOP("Asal data"), .example = "Pendataan kelurahan"}), field("as_of", &T::as_of, {.label = TR_NOOP("Keadaan per tanggal")})};
    }
};
template<> struct Fields<enterprise::Register> {
    static constexpr auto table()
    {
        using T = enterprise::Register;
        return std::tuple_cat(std::tuple {field("id", &T::id)}, Fields<enterprise::OwnerPart>::table(), Fields<enterprise::BusinessPart>::table());
    }
};
template<> struct Fields<enterprise::RegisterFor> {
    static constexpr auto table()
    {
        using T = enterprise::RegisterFor;
        return std::tuple_cat(std::tuple {field("id", &T::id), field("owner", &T::owner, {.label = TR_NOOP("Pemilik")})}, Fields<enterprise::BusinessPart>::table());
    }
};
template<> struct Fields<enterprise::ChangeBusiness> {
    static constexpr auto table()
    {
        using T = enterprise::ChangeBusiness;
        return std::tuple_cat(std::tuple {field("id", &T::id), field("business", &T::business, {.label = TR_NOOP("Usaha")}), field("version", &T::version, {.label = TR_NOOP("Versi")})},
            Fields<enterprise::BusinessPart>::table());
    }
};
template<> struct Fields<enterprise::ChangeOwner> {
    static constexpr auto table()
    {
        using T = enterprise::ChangeOwner;
        return std::tuple_cat(std::tuple {field("id", &T::id), field("person", &T::person, {.label = TR_NOOP("Pemilik")}), field("version", &T::version, {.label = TR_NOOP("Versi")})},
            Fields<enterprise::OwnerPart>::table());
    }
};
template<> struct Fields<enterprise::CloseBusiness> {
    static constexpr auto table()
    {
        using T = enterprise::CloseBusiness;
        return std::tuple {field("id", &T::id), field("business", &T::business, {.label = TR_NOOP("Usaha")}), field("on", &T::on, {.label = TR_NOOP("Tanggal tutup")}),
            field("reason", &T::reason, {.label = TR_NOOP("Alasan")})};
    }
};
template<> struct Fields<enterprise::ReopenBusiness> {
    static constexpr auto table()
    {
        using T = enterprise::ReopenBusiness;
        return std::tuple {field("id", &T::id), field("business", &T::business, {.label = TR_NOOP("Usaha")}), field("reason", &T::reason, {.label = TR_NOOP("Alasan")})};
    }
};
template<> struct Fields<enterprise::ConfirmBusiness> {
    static constexpr auto table()
    {
        using T = enterprise::ConfirmBusiness;
        return std::tuple {field("id", &T::id), field("business", &T::business, {.label = TR_NOOP("Usaha")}), field("saw_ktp", &T::saw_ktp, {.label = TR_NOOP("Saya sudah melihat KTP pemiliknya")})};
    }
};
template<> struct Fields<enterprise::AddLicence> {
    static constexpr auto table()
    {
        using T = enterprise::AddLicence;
        return std::tuple {field("id", &T::id), field("business", &T::business, {.label = TR_NOOP("Usaha")}), field("kind", &T::kind, {.label = TR_NOOP("Jenis izin")}),
            field("number", &T::number, {.label = TR_NOOP("Nomor"), .hint = TR_NOOP("Seperti tercetak di surat izin"), .secret = true}),
            field("issued_on", &T::issued_on, {.label = TR_NOOP("Tanggal terbit")}), field("valid_until", &T::valid_until, {.label = TR_NOOP("Berlaku sampai")}),
            field("file", &T::file, {.label = TR_NOOP("Foto atau pindaian surat")}),
            field("reason", &T::reason, {.label = TR_NOOP("Keterangan"), .hint = TR_NOOP("Wajib bila nomornya diberi peringatan")}),
            field("product", &T::product, {.label = TR_NOOP("Untuk produk")})};
    }
};
template<> struct Fields<enterprise::CheckLicence> {
    static constexpr auto table()
    {
        using T = enterprise::CheckLicence;
        return std::tuple {field("id", &T::id), field("licence", &T::licence, {.label = TR_NOOP("Izin")}), field("result", &T::result, {.label = TR_NOOP("Hasil")}),
            field("where", &T::where, {.label = TR_NOOP("Dicek di mana"), .example = "oss.go.id"}), field("file", &T::file, {.label = TR_NOOP("Bukti hasil pengecekan")})};
    }
};
template<> struct Fields<enterprise::RetireLicence> {
    static constexpr auto table()
    {
        using T = enterprise::RetireLicence;
        return std::tuple {field("id", &T::id), field("licence", &T::licence, {.label = TR_NOOP("Izin")}), field("reason", &T::reason, {.label = TR_NOOP("Alasan")})};
    }
};

} // namespace rtkeren::operations
