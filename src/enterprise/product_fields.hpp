#pragma once

#include "enterprise/product_inputs.hpp"

/// The field tables of what products are sent: labels, hints, bounds.
namespace rtkeren::operations {

#define RTK_CHOICES(Enum, count, ...) \
    template<> struct Choices<enterprise::Enum> { \
        using E = enterprise::Enum; \
        static constexpr std::array<std::pair<E, std::string_view>, count> values {{__VA_ARGS__}}; \
    }

RTK_CHOICES(Unit, 5, {E::G, "g"}, {E::Kg, "kg"}, {E::Ml, "ml"}, {E::L, "l"}, {E::Pcs, "pcs"});
RTK_CHOICES(Allergen, 11, {E::Gluten, "gluten"}, {E::Egg, "egg"}, {E::Milk, "milk"}, {E::Peanut, "peanut"}, {E::Nuts, "nuts"}, {E::Soy, "soy"}, {E::Fish, "fish"}, {E::Crustacean, "crustacean"},
    {E::Mollusc, "mollusc"}, {E::Sesame, "sesame"}, {E::Sulphite, "sulphite"});
RTK_CHOICES(EndedAs, 2, {E::Refused, "refused"}, {E::Withdrawn, "withdrawn"});
#undef RTK_CHOICES

template<> struct Fields<enterprise::ProductPart> {
    static constexpr auto table()
    {
        using T = enterprise::ProductPart;
        return std::tuple {field("name", &T::name, {.label = TR_NOOP("Nama produk"), .example = "Bakpia kering keju"}), field("brand", &T::brand, {.label = TR_NOOP("Merek dagang")}),
            field("kind", &T::kind, {.label = TR_NOOP("Jenis produk"), .hint = TR_NOOP("Menentukan izin yang dibutuhkan"), .example = "kering"}), field("kbli", &T::kbli, {.label = TR_NOOP("KBLI"), .example = "2025:10710"}),
            field("net", &T::net, {.label = TR_NOOP("Isi bersih"), .example = "250"}), field("unit", &T::unit, {.label = TR_NOOP("Satuan")}),
            field("packaging", &T::packaging, {.label = TR_NOOP("Kemasan"), .hint = TR_NOOP("Angka pertama P-IRT"), .example = "2"}), field("food", &T::food, {.label = TR_NOOP("Jenis pangan"), .hint = TR_NOOP("Angka kedua dan ketiga P-IRT"), .example = "06"}),
            field("price_retail", &T::price_retail, {.label = TR_NOOP("Harga eceran"), .minimum = 1}), field("price_wholesale", &T::price_wholesale, {.label = TR_NOOP("Harga grosir"), .minimum = 1}),
            field("cost", &T::cost, {.label = TR_NOOP("Biaya membuat satu"), .hint = TR_NOOP("Hanya dilihat pemilik dan pendampingnya")}),
            field("capacity_month", &T::capacity_month, {.label = TR_NOOP("Sanggup membuat sebulan"), .minimum = 0, .maximum = 10'000'000}),
            field("batch_min", &T::batch_min, {.label = TR_NOOP("Paling sedikit sekali buat"), .minimum = 1, .maximum = 1'000'000}),
            field("shelf_days", &T::shelf_days, {.label = TR_NOOP("Tahan berapa hari"), .minimum = 1, .maximum = 3650}), field("process", &T::process, {.label = TR_NOOP("Cara membuat")}),
            field("ingredients", &T::ingredients, {.label = TR_NOOP("Bahan"), .hint = TR_NOOP("Satu baris satu bahan, yang terbanyak dulu")}),
            field("allergens", &T::allergens, {.label = TR_NOOP("Mengandung alergen"), .maximum = 11}),
            field("gtin", &T::gtin, {.label = TR_NOOP("Kode batang (GTIN)"), .example = "8991234567891"}),
            field("label_text", &T::label_text, {.label = TR_NOOP("Tulisan di label"), .hint = TR_NOOP("Salin apa yang tercetak, baris demi baris; diperiksa dengan sembilan hal wajib")})};
    }
};
template<> struct Fields<enterprise::RecordProduct> {
    static constexpr auto table()
    {
        using T = enterprise::RecordProduct;
        return std::tuple_cat(std::tuple {field("id", &T::id), field("business", &T::business, {.label = TR_NOOP("Usaha")})}, Fields<enterprise::ProductPart>::table(),
            std::tuple {field("photos", &T::photos, {.label = TR_NOOP("Foto"), .maximum = 8})});
    }
};
template<> struct Fields<enterprise::ChangeProduct> {
    static constexpr auto table()
    {
        using T = enterprise::ChangeProduct;
        return std::tuple_cat(std::tuple {field("id", &T::id), field("product", &T::product, {.label = TR_NOOP("Produk")}), field("version", &T::version, {.label = TR_NOOP("Versi")})},
            Fields<enterprise::ProductPart>::table());
    }
};
template<> struct Fields<enterprise::StopProduct> {
    static constexpr auto table()
    {
        using T = enterprise::StopProduct;
        return std::tuple {field("id", &T::id), field("product", &T::product, {.label = TR_NOOP("Produk")}), field("on", &T::on, {.label = TR_NOOP("Sejak tanggal")}), field("reason", &T::reason, {.label = TR_NOOP("Alasan")})};
    }
};
template<> struct Fields<enterprise::ResumeProduct> {
    static constexpr auto table()
    {
        using T = enterprise::ResumeProduct;
        return std::tuple {field("id", &T::id), field("product", &T::product, {.label = TR_NOOP("Produk")}), field("reason", &T::reason, {.label = TR_NOOP("Alasan")})};
    }
};
template<> struct Fields<enterprise::AddPhotos> {
    static constexpr auto table()
    {
        using T = enterprise::AddPhotos;
        return std::tuple {field("id", &T::id), field("product", &T::product, {.label = TR_NOOP("Produk")}), field("photos", &T::photos, {.label = TR_NOOP("Foto"), .minimum = 1, .maximum = 8})};
    }
};
template<> struct Fields<enterprise::OnePhoto> {
    static constexpr auto table()
    {
        using T = enterprise::OnePhoto;
        return std::tuple {field("id", &T::id), field("product", &T::product, {.label = TR_NOOP("Produk")}), field("photo", &T::photo, {.label = TR_NOOP("Foto")})};
    }
};
template<> struct Fields<enterprise::CoverProducts> {
    static constexpr auto table()
    {
        using T = enterprise::CoverProducts;
        return std::tuple {field("id", &T::id), field("licence", &T::licence, {.label = TR_NOOP("Izin")}), field("products", &T::products, {.label = TR_NOOP("Untuk produk"), .maximum = 100})};
    }
};
template<> struct Fields<enterprise::ApplyForPaper> {
    static constexpr auto table()
    {
        using T = enterprise::ApplyForPaper;
        return std::tuple {field("id", &T::id), field("product", &T::product, {.label = TR_NOOP("Produk")}), field("step", &T::step, {.label = TR_NOOP("Izin"), .example = "pirt"}),
            field("applied_on", &T::applied_on, {.label = TR_NOOP("Tanggal diajukan")}), field("number", &T::number, {.label = TR_NOOP("Nomor permohonan"), .hint = TR_NOOP("Bila ada")}),
            field("file", &T::file, {.label = TR_NOOP("Tanda terima permohonan")})};
    }
};
template<> struct Fields<enterprise::EndApplication> {
    static constexpr auto table()
    {
        using T = enterprise::EndApplication;
        return std::tuple {field("id", &T::id), field("application", &T::application, {.label = TR_NOOP("Permohonan")}), field("ended_as", &T::ended_as, {.label = TR_NOOP("Hasil")}),
            field("reason", &T::reason, {.label = TR_NOOP("Alasan")})};
    }
};
template<> struct Fields<enterprise::GiveConsent> {
    static constexpr auto table()
    {
        using T = enterprise::GiveConsent;
        return std::tuple {field("id", &T::id), field("product", &T::product, {.label = TR_NOOP("Produk")}), field("agrees", &T::agrees, {.label = TR_NOOP("Pemilik setuju produk ini dilihat umum")}),
            field("given_on", &T::given_on, {.label = TR_NOOP("Tanggal setuju")}), field("file", &T::file, {.label = TR_NOOP("Surat persetujuan bertanda tangan")}),
            field("contact", &T::contact, {.label = TR_NOOP("Kontak untuk pembeli"), .hint = TR_NOOP("Boleh kosong; yang ditulis di sini dilihat semua orang"), .example = "Instagram @dapurbusri"})};
    }
};
template<> struct Fields<enterprise::WithdrawConsent> {
    static constexpr auto table()
    {
        using T = enterprise::WithdrawConsent;
        return std::tuple {field("id", &T::id), field("product", &T::product, {.label = TR_NOOP("Produk")}), field("reason", &T::reason, {.label = TR_NOOP("Alasan")})};
    }
};

} // namespace rtkeren::operations
