#include "territory/room.hpp"

#include "audit/audit.hpp"
#include "language/language.hpp"
#include "territory/rt_list.hpp"
#include "territory/sql.hpp"

#include <boost/json/array.hpp>

#include <algorithm>

namespace rtkeren::territory {

namespace {

std::string_view kind_of(Fate fate)
{
    return fate == Fate::Split ? "split" : fate == Fate::Merged ? "merged" : "renumbered";
}

Region region_of(operations::Context& context, PlaceCode const& code, Date from)
{
    return {.id = context.next<RegionId>(),
        .level = code.level,
        .code = code.text,
        .parent = code.parent(),
        .name = short_name(code.level, code.text, ""),
        .valid_from = from,
        .valid_until = std::nullopt};
}

Result<void> add_rt(db::WriteTx& tx, operations::Context& context, ListedRt const& row)
{
    auto region = region_of(context, row.code, row.from);
    region.households = row.households;
    if (row.until)
        region.valid_until = row.until->plus_days(1);
    TRY(add(tx, context.city, region));
    for (auto const& before : row.predecessors)
        TRY(tx.run(sql::insert_succession, context.city, before.id, region.id, row.from, kind_of(row.fate)));
    return Done {};
}

/// The list bears the region out: it is no example any more, and its size is what the list says.
Result<void> keep(db::WriteTx& tx, operations::Context const& context, Region const& region, std::int64_t households)
{
    auto const size = households > 0 ? households : region.households;
    TRY(tx.run(sql::bear_out_region, context.city, region.id, size > 0 ? std::optional(size) : std::nullopt));
    return Done {};
}

Result<void> write_list(db::WriteTx& tx, operations::Context& context, RtList const& list)
{
    for (auto const& row : list.rows) // history first: while a code is in force, none can be added under it
        if (row.fate == Fate::Past && !list.kept.contains(row.code.parent()) && !list.new_rws.contains(row.code.parent()))
            return Error::field("rows", "territory.rw_gone", row.code.text, {{"code", row.code.text}});
    for (auto const& ending : list.ends)
        TRY(end(tx, context.city, ending.region.id, ending.on, {}, ""));
    for (auto const& [code, from] : list.new_rws)
        TRY(add(tx, context.city, region_of(context, PlaceCode::parse(code).value(), from)));
    for (auto const& [code, region] : list.kept)
        if (region.level == Level::Rw)
            TRY(keep(tx, context, region, 0));
    for (auto const& row : list.rows)
        if (row.fate == Fate::Past)
            TRY(add_rt(tx, context, row));
    for (auto const& row : list.rows) {
        if (row.fate == Fate::Kept)
            TRY(keep(tx, context, list.kept.at(row.code.text), row.households));
        else if (row.fate != Fate::Ends && row.fate != Fate::Past)
            TRY(add_rt(tx, context, row));
    }
    return Done {};
}

EndingNotes& ending_notes()
{
    static EndingNotes notes;
    return notes;
}

/// Codes that are nobody's once the list counts: a split RT whose number goes on is not among them.
std::vector<std::string> ended_codes(RtList const& list)
{
    std::vector<std::string> codes;
    for (auto const& ending : list.ends) {
        auto const goes_on = std::ranges::any_of(
            list.rows, [&](ListedRt const& row) { return row.fate != Fate::Ends && row.fate != Fate::Past && row.code.text == ending.region.code; });
        if (!goes_on)
            codes.push_back(ending.region.code);
    }
    return codes;
}

/// What ends although no row says so, and who heads what ends.
Result<boost::json::array> notes_of(db::ReadTx& tx, operations::Context const& context, RtList const& list)
{
    boost::json::array notes;
    if (ending_notes()) {
        auto const heads = TRY(ending_notes()(tx, context.city, ended_codes(list), context.today));
        for (auto const& head : heads)
            notes.emplace_back(head);
    }
    for (auto const& ending : list.ends) {
        auto const has_successor = std::ranges::any_of(
            list.rows, [&](ListedRt const& row) { return row.code.text == ending.region.code || std::ranges::find(row.predecessors, ending.region.code, &Region::code) != row.predecessors.end(); });
        if (!has_successor)
            notes.emplace_back(tr("{name} ({code}) berakhir {on:date}: tidak ada dalam daftar. Kantong yang berjalan tetap padanya sampai ditutup.",
                {{"name", short_name(ending.region.level, ending.region.code, ending.region.name)}, {"code", ending.region.code}, {"on", ending.on.iso()}}));
    }
    return notes;
}

operations::Answer answer_of(operations::Context const& context, RtList const& list, boost::json::array notes)
{
    boost::json::array fates;
    std::int64_t kept = 0, begun = 0;
    for (auto const& row : list.rows) {
        fates.emplace_back(code_of(row.fate));
        kept += row.fate == Fate::Kept ? 1 : 0;
        begun += row.fate != Fate::Kept && row.fate != Fate::Ends && row.fate != Fate::Past ? 1 : 0;
    }
    auto const ended = std::ranges::count_if(list.ends, [](EndingRegion const& each) { return each.region.level == Level::Rt; });
    operations::Answer answer {context.request.str(), "/wilayah", "territory.rt_imported",
        {{"kept", std::to_string(kept)}, {"begun", std::to_string(begun)}, {"ended", std::to_string(ended)}}};
    answer.data = {{"kept", kept}, {"begun", begun}, {"ended", std::int64_t(ended)}, {"fates", std::move(fates)}, {"notes", std::move(notes)}};
    return answer;
}

Result<operations::Answer> import_rt(db::WriteTx& tx, operations::Context& context, ImportRt const& input)
{
    if (!may(context.actor, "territory.manage", ""))
        return Error::forbidden("operation.not_allowed");
    auto const list = TRY(settle_list(tx, context.city, input, context.today));
    if (!list.errors.empty())
        return Error::invalid("input.invalid", list.errors);
    TRY(write_list(tx, context, list));
    auto notes = TRY(notes_of(tx, context, list));
    auto answer = answer_of(context, list, std::move(notes));
    TRY(audit::append(tx, context,
        {"territory.import_rt", "register", context.request.str(), "",
            {{"on", input.on.iso()}, {"kept", answer.data.at("kept")}, {"begun", answer.data.at("begun")}, {"ended", answer.data.at("ended")}}}));
    return answer;
}

Result<operations::Answer> change_letterhead(db::WriteTx& tx, operations::Context& context, SetLetterhead const& input)
{
    if (!may(context.actor, "territory.letterhead", ""))
        return Error::forbidden("operation.not_allowed");
    TRY(set_letterhead(tx, context.city, input.name.str(), input.letterhead.str()));
    TRY(audit::append(tx, context, {"territory.set_letterhead", "city", input.name.str(), "", {{"letterhead", input.letterhead.str()}}}));
    return operations::Answer {context.request.str(), "/mulai", "territory.letterhead_set"};
}

} // namespace

std::vector<operations::Operation> operations()
{
    return {operations::make<SetLetterhead>("territory.set_letterhead", "territory.letterhead", "Change the head of the city's papers", change_letterhead),
        operations::make<ImportRt>("territory.import_rt", "territory.manage", "Replace the register of RT by the city's own list, all or nothing", import_rt)};
}

void use_ending_notes(EndingNotes notes) { ending_notes() = std::move(notes); }

std::vector<sheets::Kind const*> imports()
{
    static sheets::Kind const kind {"territory.import_rt", "rows", "contoh-rt",
        {{"code", TR_NOOP("Kode RT"), {"kode", "kode wilayah"}, false}, {"kelurahan", TR_NOOP("Kelurahan"), {"desa", "nama kelurahan", "kel"}, false, true},
            {"rw", TR_NOOP("RW"), {"nomor rw", "no rw"}, false, true}, {"rt", TR_NOOP("RT"), {"nomor rt", "no rt"}, false},
            {"households", TR_NOOP("Jumlah KK"), {"kk", "jumlah keluarga"}, false},
            {"origins", TR_NOOP("Asal"), {"rt asal", "asal rt", "pecahan dari", "gabungan dari", "nomor lama"}, false},
            {"from", TR_NOOP("Berlaku mulai"), {"mulai berlaku", "tmt"}, false, false, true}, {"until", TR_NOOP("Berlaku sampai"), {"sampai", "berakhir"}, false, false, true}},
        {{"", "Plosokerep", "003", "002", "64", "", "", ""}, {"", "Plosokerep", "003", "007", "31", "RT 05 RW 03", "2024-01-01", ""}}, "rt",
        {{"on", TR_NOOP("Daftar berlaku mulai"), sheets::Extra::Kind::Date, true}}, "territory.manage", "/wilayah/impor", TR_NOOP("Impor daftar RT"),
        TR_NOOP("Daftar kota sendiri menggantikan daftar kelurahan yang disebut di dalamnya. RT yang tidak disebut berakhir; kantong yang berjalan tetap pada RT "
                "yang lama sampai ditutup. Isi Asal bila RT hasil pemekaran, gabungan atau ganti nomor."),
        "/wilayah", TR_NOOP("Wilayah")};
    return {&kind};
}

void register_messages()
{
    static constexpr language::Message messages[] {
        {"territory.rt_imported", TR_NOOP("Daftar RT tersimpan: {kept} tetap, {begun} mulai, {ended} berakhir.")},
        {"territory.letterhead_set", TR_NOOP("Kop surat tersimpan.")},
        {"place.format", TR_NOOP("“{value}” bukan kode wilayah. Tulis seperti 35.72.03.1002.003.002 (kelurahan, RW, RT).")},
        {"place.unknown", TR_NOOP("Wilayah ini tidak ada dalam daftar yang berlaku.")},
        {"place.exists", TR_NOOP("Wilayah {code} sudah ada.")},
        {"territory.fate_kept", TR_NOOP("tetap")},
        {"territory.fate_begins", TR_NOOP("RT baru")},
        {"territory.fate_split", TR_NOOP("hasil pemekaran")},
        {"territory.fate_merged", TR_NOOP("hasil gabungan")},
        {"territory.fate_renumbered", TR_NOOP("ganti nomor")},
        {"territory.fate_ends", TR_NOOP("berakhir")},
        {"territory.fate_past", TR_NOOP("dicatat sebagai RT yang sudah tidak ada")},
        {"territory.kelurahan_unknown", TR_NOOP("Kelurahan “{value}” tidak ada di kota ini. Tulis nama resmi atau kodenya.")},
        {"territory.rt_twice", TR_NOOP("{value} sudah ada di baris {row}.")},
        {"territory.origin_format", TR_NOOP("Asal “{value}” tidak terbaca. Tulis seperti RT 02 RW 03, atau kode lengkapnya.")},
        {"territory.origin_unknown", TR_NOOP("RT asal {value} tidak ada dalam daftar yang berlaku.")},
        {"territory.ends_before", TR_NOOP("Berakhir {value:date}, sebelum mulai {from:date}.")},
        {"territory.too_early", TR_NOOP("{code} baru berlaku sejak {from:date}. Perubahannya harus bertanggal sesudah itu.")},
        {"territory.rw_gone", TR_NOOP("RW dari {code} tidak ada lagi; RT yang sudah tidak ada hanya bisa dicatat pada RW yang masih ada.")},
    };
    language::register_messages(messages);
}

} // namespace rtkeren::territory
