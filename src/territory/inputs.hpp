#pragma once

#include "language/language.hpp"
#include "operations/operations.hpp"

/// What the operations of this room take.
namespace rtkeren::territory {

/// One RT of the city's own list: by its code, or by kelurahan, RW and RT.
struct RtRow {
    Text<0, 40> code;
    Text<0, 80> kelurahan; // name or code
    Text<0, 10> rw, rt; // "3", "003", "RW 03"
    Text<0, 400> origins; // "RT 02 RW 03, RT 04 RW 03" or codes: what it came out of
    std::optional<std::int64_t> households;
    std::optional<Date> from, until; // first day; last day of one that is gone
};
struct ImportRt {
    RequestId id;
    Date on; // since when the list counts
    std::vector<RtRow> rows;
};

/// What heads the city's papers.
struct SetLetterhead {
    RequestId id;
    Text<1, 120> name;
    Text<1, 400> letterhead; // a line a line
};

} // namespace rtkeren::territory

namespace rtkeren::operations {

template<>
struct Fields<territory::SetLetterhead> {
    static constexpr auto table()
    {
        using T = territory::SetLetterhead;
        return std::tuple {field("id", &T::id), field("name", &T::name, {.label = TR_NOOP("Nama kota"), .example = "Kota Blitar"}),
            field("letterhead", &T::letterhead, {.label = TR_NOOP("Baris kop"), .example = "Pemerintah Kota Blitar"})};
    }
};

template<>
struct Fields<territory::RtRow> {
    static constexpr auto table()
    {
        using T = territory::RtRow;
        return std::tuple {field("code", &T::code, {.label = TR_NOOP("Kode RT"), .example = "35.72.03.1002.003.002"}),
            field("kelurahan", &T::kelurahan, {.label = TR_NOOP("Kelurahan"), .example = "Plosokerep"}),
            field("rw", &T::rw, {.label = TR_NOOP("RW"), .example = "003"}), field("rt", &T::rt, {.label = TR_NOOP("RT"), .example = "002"}),
            field("origins", &T::origins, {.label = TR_NOOP("Asal"), .example = "RT 02 RW 03"}),
            field("households", &T::households, {.label = TR_NOOP("Jumlah KK"), .example = "64", .minimum = 0, .maximum = 10'000}),
            field("from", &T::from, {.label = TR_NOOP("Berlaku mulai")}), field("until", &T::until, {.label = TR_NOOP("Berlaku sampai")})};
    }
};
template<>
struct Fields<territory::ImportRt> {
    static constexpr auto table()
    {
        using T = territory::ImportRt;
        return std::tuple {field("id", &T::id), field("on", &T::on, {.label = TR_NOOP("Daftar berlaku mulai")}),
            field("rows", &T::rows, {.label = TR_NOOP("RT"), .minimum = 1, .maximum = 20'000})};
    }
};

} // namespace rtkeren::operations
