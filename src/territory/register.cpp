#include "territory/register.hpp"

#include "language/language.hpp"
#include "territory/sql.hpp"
#include "territory/territory.hpp"

namespace rtkeren::territory {

namespace {

enum RegisterColumn : std::size_t { Code, Id, LevelName, NameText, Parent, From, Until, Households, Source, State };

std::string label_of(std::string_view level)
{
    return level == "rt" ? tr("RT") : level == "rw" ? tr("RW") : tr("Kelurahan");
}

} // namespace

tables::TableSpec register_spec()
{
    using tables::Kind;
    return {.path = "/wilayah",
        .columns = {{.key = "code", .label = TR_NOOP("Kode"), .sort = "code", .width = 24}, {.key = "level", .label = TR_NOOP("Tingkat"), .sort = "level"},
            {.key = "name", .label = TR_NOOP("Nama")}, {.key = "valid_from", .label = TR_NOOP("Berlaku mulai"), .kind = Kind::Date, .sort = "valid_from"},
            {.key = "valid_until", .label = TR_NOOP("Berlaku sampai"), .kind = Kind::Date, .sort = "valid_until"},
            {.key = "households", .label = TR_NOOP("Jumlah KK"), .kind = Kind::Integer, .sort = "households", .hide_on_phone = true},
            {.key = "source", .label = TR_NOOP("Sumber"), .kind = Kind::Badge, .sort = "source"}},
        .filters = {{"tingkat", TR_NOOP("Tingkat"), "level", {{"rt", tr("RT")}, {"rw", tr("RW")}, {"kelurahan", tr("Kelurahan")}}},
            {"keadaan", TR_NOOP("Keadaan"), "state", {{"berlaku", tr("berlaku")}, {"berakhir", tr("berakhir")}}},
            {"sumber", TR_NOOP("Sumber"), "source", {{"kota", tr("daftar kota")}, {"contoh", tr("contoh")}}}},
        .search = true,
        .default_sort = "code"};
}

Result<tables::Table> register_table(db::ReadTx& tx, Services& services, tables::ListRequest const& request)
{
    auto const spec = register_spec();
    auto const page = TRY(tables::fetch_rows(tx, sql::list_regions, request, spec, services.city, services.today()));
    auto table = tables::table_of(spec, request, page);
    table.title = tr("Wilayah");
    table.zone = services.zone;
    table.empty_title = tr("Di sini nanti daftar RW dan RT");
    table.empty_text = tr("Impor daftar kota sendiri.");
    for (auto const& row : page.rows) {
        auto const level = level_of(row.text(LevelName)).value_or(Level::Rt);
        auto const until = row.maybe_date(Until);
        auto const is_example = row.text(Source) == "contoh";
        tables::Cell source(is_example ? tr("contoh") : tr("daftar kota"));
        source.tone(is_example ? tables::Tone::Warn : tables::Tone::None);
        auto& added = table.add({row.text(Code), label_of(row.text(LevelName)), short_name(level, row.text(Code), row.text(NameText)), row.date(From),
            until ? std::optional(until->plus_days(-1)) : std::nullopt, row.is_null(Households) ? std::optional<std::int64_t> {} : row.integer(Households), source});
        added.named(row.text(Id));
        if (!until)
            added.at(href_of(row.text(Code)));
    }
    return table;
}

} // namespace rtkeren::territory
