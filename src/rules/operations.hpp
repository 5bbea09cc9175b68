#pragma once

#include "language/language.hpp"
#include "operations/operations.hpp"

namespace rtkeren::rules {

/// A pack as text: up to about 190 kB.
using PackText = Text<1, 190'000>;

struct LoadPack {
    RequestId id;
    PackText text;
    Note note;
};
struct ReleasePack {
    RequestId id;
    std::int64_t year {0}, version {0};
    PaperNumber letter;
    Date letter_date;
};

} // namespace rtkeren::rules

namespace rtkeren::operations {

template <> struct Fields<rules::LoadPack> {
    static constexpr auto table()
    {
        using rules::LoadPack;
        return std::tuple {field("id", &LoadPack::id), field("text", &LoadPack::text, {.label = TR_NOOP("Isi berkas aturan (TOML)")}),
            field(
                "note", &LoadPack::note, {.label = TR_NOOP("Apa yang berubah dan mengapa"), .example = TR_NOOP("Batas harga diubah sesuai SSH semester dua")})};
    }
};
template <> struct Fields<rules::ReleasePack> {
    static constexpr auto table()
    {
        using rules::ReleasePack;
        return std::tuple {field("id", &ReleasePack::id), field("year", &ReleasePack::year, {.label = TR_NOOP("Tahun"), .minimum = 2001, .maximum = 2100}),
            field("version", &ReleasePack::version, {.label = TR_NOOP("Versi"), .minimum = 1, .maximum = 100'000}),
            field("letter", &ReleasePack::letter, {.label = TR_NOOP("Nomor surat"), .example = "188/45/2023"}),
            field("letter_date", &ReleasePack::letter_date, {.label = TR_NOOP("Tanggal surat"), .example = "2023-02-10"})};
    }
};

} // namespace rtkeren::operations
