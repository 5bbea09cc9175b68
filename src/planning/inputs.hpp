#pragma once

#include "language/language.hpp"
#include "operations/operations.hpp"
#include "planning/planning.hpp"
#include "planning/quantity.hpp"

/// What the operations of the room are sent.
namespace rtkeren::planning {

struct LineInput {
    std::optional<PlanLineId> line; // of a line that stays
    Text<0, 80> envelope; // "" where the category says it
    Text<1, 120> category; // menu code, or "envelope/code"
    Text<0, 120> activity; // the category's label when empty
    Text<1, 160> item;
    Text<0, 200> specification;
    Quantity quantity;
    Text<1, 20> unit;
    Rupiah unit_price;
    Text<0, 40> spend_kind; // the pack's first when empty
};
struct SavePlan {
    RequestId id;
    Text<1, 60> unit; // place code or region id
    std::int64_t year {0};
    std::optional<std::int64_t> version; // of a plan that is there already
    std::vector<LineInput> lines;
};
struct StepPlan { // submit, verify, approve, take_back
    RequestId id;
    PlanId plan;
    std::optional<std::int64_t> version;
    Text<0, 80> evidence;
};
struct ReasonPlan { // return, withdraw, expire
    RequestId id;
    PlanId plan;
    std::optional<std::int64_t> version;
    Reason reason;
    Text<0, 80> evidence;
};
struct ShiftLines {
    RequestId id;
    PlanId plan;
    std::optional<std::int64_t> version;
    Text<1, 40> from, to;
    Rupiah amount;
    Text<0, 120> category;
};
struct StartAddendum {
    RequestId id;
    PlanId plan;
    std::optional<std::int64_t> version;
    Reason reason;
    PaperNumber evidence; // number of the meeting's minutes
};
struct DropLine {
    RequestId id;
    PlanId plan;
    PlanLineId line;
    std::optional<std::int64_t> version;
    Reason reason;
};
struct ApproveBulk {
    RequestId id;
    std::vector<PlanId> plans;
};
struct ImportLine {
    Text<1, 60> unit;
    Text<1, 120> category;
    Text<0, 120> activity;
    Text<1, 160> item;
    Text<0, 200> specification;
    Quantity quantity;
    Text<1, 20> measure;
    Rupiah unit_price;
    Text<0, 40> spend_kind;
};
struct ImportPlan {
    RequestId id;
    std::int64_t year {0};
    std::vector<ImportLine> lines;
};
struct PriceInput {
    Text<0, 60> place; // "" is the whole city
    Text<1, 160> item;
    Text<1, 20> unit;
    Rupiah price;
    Text<1, 200> source;
    Date valid_from;
    std::optional<Date> valid_until;
};
struct ImportPrices {
    RequestId id;
    std::int64_t year {0};
    std::vector<PriceInput> prices;
};

inline constexpr std::int64_t most_lines = 400; // of one plan
inline constexpr std::int64_t most_import_lines = 20'000;

} // namespace rtkeren::planning

namespace rtkeren::operations {

template<>
struct Fields<planning::LineInput> {
    using T = planning::LineInput;
    static constexpr auto table()
    {
        return std::tuple {field("line", &T::line), field("envelope", &T::envelope, {.label = TR_NOOP("Kantong")}),
            field("category", &T::category, {.label = TR_NOOP("Kategori"), .hint = TR_NOOP("Kode menu, atau amplop/kode"), .example = "drainase"}),
            field("activity", &T::activity, {.label = TR_NOOP("Kegiatan"), .example = "Saluran tepi gang 3"}),
            field("item", &T::item, {.label = TR_NOOP("Uraian"), .example = "Batu bata"}),
            field("specification", &T::specification, {.label = TR_NOOP("Spesifikasi")}),
            field("quantity", &T::quantity, {.label = TR_NOOP("Volume"), .hint = TR_NOOP("Paling banyak tiga angka di belakang koma"), .example = "12,5"}),
            field("unit", &T::unit, {.label = TR_NOOP("Satuan"), .example = "m3"}),
            field("unit_price", &T::unit_price, {.label = TR_NOOP("Harga satuan"), .example = "90000", .minimum = 1}),
            field("spend_kind", &T::spend_kind, {.label = TR_NOOP("Jenis belanja"), .example = "barang"})};
    }
};

template<>
struct Fields<planning::SavePlan> {
    using T = planning::SavePlan;
    static constexpr auto table()
    {
        return std::tuple { field("id", &T::id),
            field("unit", &T::unit, {.label = TR_NOOP("Unit"), .hint = TR_NOOP("Kode wilayah"), .example = "35.72.03.1002.003.002"}),
            field("year", &T::year, {.label = TR_NOOP("Tahun"), .example = "2023", .minimum = 2001, .maximum = 2200}), field("version", &T::version),
            field("lines", &T::lines, {.label = TR_NOOP("Baris"), .maximum = planning::most_lines})};
    }
};

template<>
struct Fields<planning::StepPlan> {
    using T = planning::StepPlan;
    static constexpr auto table()
    {
        return std::tuple {field("id", &T::id), field("plan", &T::plan, {.label = TR_NOOP("RAB")}), field("version", &T::version),
            field("evidence", &T::evidence, {.label = TR_NOOP("Nomor dokumen")})};
    }
};

template<>
struct Fields<planning::ReasonPlan> {
    using T = planning::ReasonPlan;
    static constexpr auto table()
    {
        return std::tuple {field("id", &T::id), field("plan", &T::plan, {.label = TR_NOOP("RAB")}), field("version", &T::version),
            field("reason", &T::reason, {.label = TR_NOOP("Alasan")}), field("evidence", &T::evidence, {.label = TR_NOOP("Nomor dokumen")})};
    }
};

template<>
struct Fields<planning::ShiftLines> {
    using T = planning::ShiftLines;
    static constexpr auto table()
    {
        return std::tuple {field("id", &T::id), field("plan", &T::plan, {.label = TR_NOOP("RAB")}), field("version", &T::version),
            field("from", &T::from, {.label = TR_NOOP("Dari kantong")}), field("to", &T::to, {.label = TR_NOOP("Ke kantong")}),
            field("amount", &T::amount, {.label = TR_NOOP("Jumlah"), .minimum = 1}),
            field("category", &T::category, {.label = TR_NOOP("Kategori"), .hint = TR_NOOP("Kosong: pelatihan pertama di menu")})};
    }
};

template<>
struct Fields<planning::StartAddendum> {
    using T = planning::StartAddendum;
    static constexpr auto table()
    {
        return std::tuple {field("id", &T::id), field("plan", &T::plan, {.label = TR_NOOP("RAB")}), field("version", &T::version),
            field("reason", &T::reason, {.label = TR_NOOP("Alasan perubahan")}),
            field("evidence", &T::evidence, {.label = TR_NOOP("Nomor berita acara"), .example = "BA/03/VIII/2023"})};
    }
};

template<>
struct Fields<planning::DropLine> {
    using T = planning::DropLine;
    static constexpr auto table()
    {
        return std::tuple {field("id", &T::id), field("plan", &T::plan, {.label = TR_NOOP("RAB")}), field("line", &T::line, {.label = TR_NOOP("Baris")}),
            field("version", &T::version), field("reason", &T::reason, {.label = TR_NOOP("Alasan")})};
    }
};

template<>
struct Fields<planning::ApproveBulk> {
    using T = planning::ApproveBulk;
    static constexpr auto table()
    {
        return std::tuple {field("id", &T::id), field("plans", &T::plans, {.label = TR_NOOP("RAB"), .minimum = 1, .maximum = 100})};
    }
};

template<>
struct Fields<planning::ImportLine> {
    using T = planning::ImportLine;
    static constexpr auto table()
    {
        return std::tuple {field("unit", &T::unit, {.label = TR_NOOP("Kode unit"), .example = "35.72.03.1002.003.002"}),
            field("category", &T::category, {.label = TR_NOOP("Kategori")}), field("activity", &T::activity, {.label = TR_NOOP("Kegiatan")}),
            field("item", &T::item, {.label = TR_NOOP("Uraian")}), field("specification", &T::specification, {.label = TR_NOOP("Spesifikasi")}),
            field("quantity", &T::quantity, {.label = TR_NOOP("Volume")}), field("measure", &T::measure, {.label = TR_NOOP("Satuan")}),
            field("unit_price", &T::unit_price, {.label = TR_NOOP("Harga satuan"), .minimum = 1}),
            field("spend_kind", &T::spend_kind, {.label = TR_NOOP("Jenis belanja")})};
    }
};

template<>
struct Fields<planning::ImportPlan> {
    using T = planning::ImportPlan;
    static constexpr auto table()
    {
        return std::tuple {field("id", &T::id), field("year", &T::year, {.label = TR_NOOP("Tahun"), .minimum = 2001, .maximum = 2200}),
            field("lines", &T::lines, {.label = TR_NOOP("Baris"), .minimum = 1, .maximum = planning::most_import_lines})};
    }
};

template<>
struct Fields<planning::PriceInput> {
    using T = planning::PriceInput;
    static constexpr auto table()
    {
        return std::tuple {field("place", &T::place, {.label = TR_NOOP("Wilayah"), .hint = TR_NOOP("Kosong: seluruh kota")}),
            field("item", &T::item, {.label = TR_NOOP("Barang atau jasa")}), field("unit", &T::unit, {.label = TR_NOOP("Satuan")}),
            field("price", &T::price, {.label = TR_NOOP("Harga"), .minimum = 1}),
            field("source", &T::source, {.label = TR_NOOP("Sumber"), .example = "SK standar harga 2023"}),
            field("valid_from", &T::valid_from, {.label = TR_NOOP("Berlaku dari")}),
            field("valid_until", &T::valid_until, {.label = TR_NOOP("Berlaku sampai")})};
    }
};

template<>
struct Fields<planning::ImportPrices> {
    using T = planning::ImportPrices;
    static constexpr auto table()
    {
        return std::tuple {field("id", &T::id), field("year", &T::year, {.label = TR_NOOP("Tahun"), .minimum = 2001, .maximum = 2200}),
            field("prices", &T::prices, {.label = TR_NOOP("Harga"), .minimum = 1, .maximum = planning::most_import_lines})};
    }
};

} // namespace rtkeren::operations
