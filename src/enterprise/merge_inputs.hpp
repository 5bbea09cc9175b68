#pragma once

#include "enterprise/inputs.hpp"

/// Doubles: what merging, undoing and keeping apart are sent; lists of offices.
namespace rtkeren::enterprise {

struct MergeBusinesses {
    RequestId id;
    BusinessId business; // is taken up
    BusinessId into; // stays
    Reason reason;
};
struct UndoMerge {
    RequestId id;
    MergeId merge;
    Reason reason;
};
struct KeepApart {
    RequestId id;
    PairId pair;
    Reason reason;
};

/// A row of a list as offices write it; what is wrong in it is said by the import.
struct ImportRow {
    Text<0, 120> owner_name, name, brand, activity, place_kind, place;
    Text<0, 40> owner_phone, owner_nik, sex, kbli, started;
    Text<0, 40> birth_date;
    Text<0, 200> address;
    Text<0, 60> nib;
};
struct ImportBusinesses {
    RequestId id;
    Text<1, 200> source;
    Date as_of;
    std::vector<ImportRow> rows;
};

} // namespace rtkeren::enterprise

namespace rtkeren::operations {

template<> struct Fields<enterprise::MergeBusinesses> {
    static constexpr auto table()
    {
        using T = enterprise::MergeBusinesses;
        return std::tuple {field("id", &T::id), field("business", &T::business, {.label = TR_NOOP("Usaha yang digabung")}), field("into", &T::into, {.label = TR_NOOP("Usaha yang tetap")}),
            field("reason", &T::reason, {.label = TR_NOOP("Alasan")})};
    }
};
template<> struct Fields<enterprise::UndoMerge> {
    static constexpr auto table()
    {
        using T = enterprise::UndoMerge;
        return std::tuple {field("id", &T::id), field("merge", &T::merge, {.label = TR_NOOP("Penggabungan")}), field("reason", &T::reason, {.label = TR_NOOP("Alasan")})};
    }
};
template<> struct Fields<enterprise::KeepApart> {
    static constexpr auto table()
    {
        using T = enterprise::KeepApart;
        return std::tuple {field("id", &T::id), field("pair", &T::pair, {.label = TR_NOOP("Pasangan")}), field("reason", &T::reason, {.label = TR_NOOP("Alasan")})};
    }
};
template<> struct Fields<enterprise::ImportRow> {
    static constexpr auto table()
    {
        using T = enterprise::ImportRow;
        return std::tuple {field("owner_name", &T::owner_name, {.label = TR_NOOP("Nama pemilik")}), field("owner_phone", &T::owner_phone, {.label = TR_NOOP("Nomor telepon"), .secret = true}),
            field("owner_nik", &T::owner_nik, {.label = TR_NOOP("NIK"), .secret = true}), field("sex", &T::sex, {.label = TR_NOOP("Jenis kelamin")}),
            field("birth_date", &T::birth_date, {.label = TR_NOOP("Tanggal lahir")}), field("name", &T::name, {.label = TR_NOOP("Nama usaha")}),
            field("brand", &T::brand, {.label = TR_NOOP("Merek dagang")}), field("activity", &T::activity, {.label = TR_NOOP("Kegiatan")}), field("kbli", &T::kbli, {.label = TR_NOOP("KBLI")}),
            field("place_kind", &T::place_kind, {.label = TR_NOOP("Tempat usaha")}), field("place", &T::place, {.label = TR_NOOP("RT atau kelurahan usaha")}),
            field("address", &T::address, {.label = TR_NOOP("Alamat usaha")}), field("started", &T::started, {.label = TR_NOOP("Mulai (bulan)")}), field("nib", &T::nib, {.label = TR_NOOP("NIB")})};
    }
};
template<> struct Fields<enterprise::ImportBusinesses> {
    static constexpr auto table()
    {
        using T = enterprise::ImportBusinesses;
        return std::tuple {field("id", &T::id), field("source", &T::source, {.label = TR_NOOP("Asal daftar"), .example = "Data Dinas Koperasi, surat 518/12/2025"}),
            field("as_of", &T::as_of, {.label = TR_NOOP("Keadaan per tanggal")}), field("rows", &T::rows, {.label = TR_NOOP("Baris"), .minimum = 1, .maximum = 30'000})};
    }
};

} // namespace rtkeren::operations
