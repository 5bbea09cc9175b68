#pragma once

#include "turnover/turnover.hpp"

/// What the operations of this room are sent.
namespace rtkeren::turnover {

enum class CostKind : std::uint8_t { Bahan, Kemasan, Tenaga, Ongkir, Lapak, Lain };

struct RecordPart {
    Date from, to;
    enterprise::Channel channel {enterprise::Channel::Rumah};
    enterprise::Method method {enterprise::Method::RecallMonth};
    Rupiah amount;
    std::optional<std::int64_t> units, selling_days;
    Text<0, 500> note;
    std::optional<Sha256> file;
};
struct RecordTurnover : RecordPart {
    RequestId id;
    enterprise::BusinessId business;
};
struct CorrectRecord : RecordPart {
    RequestId id;
    RecordId record;
    Reason reason;
};
struct WithdrawRecord {
    RequestId id;
    RecordId record;
    Reason reason;
};
struct AddSale {
    RequestId id;
    enterprise::BusinessId business;
    Date on;
    enterprise::Channel channel {enterprise::Channel::Rumah};
    Rupiah amount;
    Text<0, 200> note;
};
struct AddCost {
    RequestId id;
    enterprise::BusinessId business;
    Date on;
    CostKind cost {CostKind::Bahan};
    Rupiah amount;
    Text<0, 200> note;
};
struct VoidEntry {
    RequestId id;
    EntryId entry;
};
struct CloseDay {
    RequestId id;
    enterprise::BusinessId business;
    Date on;
};
struct GiveConsent {
    RequestId id;
    enterprise::BusinessId business;
    PersonId officer;
    Date until;
};
struct PublishGroups {
    RequestId id;
};
struct WithdrawConsent {
    RequestId id;
    ConsentId consent;
};
/// A row of a list as offices write it; what is wrong in it is said by the import.
struct ImportRow {
    Text<0, 120> business, place;
    Text<0, 40> from, to, channel, method, amount, units, selling_days;
    Text<0, 500> note;
};
struct ImportRecords {
    RequestId id;
    Text<1, 200> source;
    std::vector<ImportRow> rows;
};

} // namespace rtkeren::turnover

namespace rtkeren::operations {

template<> struct Choices<turnover::CostKind> {
    using E = turnover::CostKind;
    static constexpr std::array<std::pair<E, std::string_view>, 6> values {
        {{E::Bahan, "bahan"}, {E::Kemasan, "kemasan"}, {E::Tenaga, "tenaga"}, {E::Ongkir, "ongkir"}, {E::Lapak, "lapak"}, {E::Lain, "lain"}}};
};
template<> struct Fields<turnover::RecordPart> {
    static constexpr auto table()
    {
        using T = turnover::RecordPart;
        return std::tuple {field("from", &T::from, {.label = TR_NOOP("Dari tanggal")}), field("to", &T::to, {.label = TR_NOOP("Sampai tanggal")}),
            field("channel", &T::channel, {.label = TR_NOOP("Dijual lewat")}), field("method", &T::method, {.label = TR_NOOP("Dari mana angkanya")}),
            field("amount", &T::amount, {.label = TR_NOOP("Penjualan"), .hint = TR_NOOP("Uang yang masuk dari penjualan, sebelum dikurangi biaya; 0 bila tidak jualan"), .example = "350.000"}),
            field("units", &T::units, {.label = TR_NOOP("Terjual berapa buah"), .maximum = 1'000'000}), field("selling_days", &T::selling_days, {.label = TR_NOOP("Berapa hari jualan"), .maximum = 366}),
            field("note", &T::note, {.label = TR_NOOP("Keterangan")}), field("file", &T::file, {.label = TR_NOOP("Foto catatan atau laporan")})};
    }
};
template<> struct Fields<turnover::RecordTurnover> {
    static constexpr auto table()
    {
        using T = turnover::RecordTurnover;
        return std::tuple_cat(std::tuple {field("id", &T::id), field("business", &T::business, {.label = TR_NOOP("Usaha")})}, Fields<turnover::RecordPart>::table());
    }
};
template<> struct Fields<turnover::CorrectRecord> {
    static constexpr auto table()
    {
        using T = turnover::CorrectRecord;
        return std::tuple_cat(std::tuple {field("id", &T::id), field("record", &T::record, {.label = TR_NOOP("Catatan")})}, Fields<turnover::RecordPart>::table(),
            std::tuple {field("reason", &T::reason, {.label = TR_NOOP("Alasan")})});
    }
};
template<> struct Fields<turnover::WithdrawRecord> {
    static constexpr auto table()
    {
        using T = turnover::WithdrawRecord;
        return std::tuple {field("id", &T::id), field("record", &T::record, {.label = TR_NOOP("Catatan")}), field("reason", &T::reason, {.label = TR_NOOP("Alasan")})};
    }
};
template<> struct Fields<turnover::AddSale> {
    static constexpr auto table()
    {
        using T = turnover::AddSale;
        return std::tuple {field("id", &T::id), field("business", &T::business, {.label = TR_NOOP("Usaha")}), field("on", &T::on, {.label = TR_NOOP("Tanggal")}),
            field("channel", &T::channel, {.label = TR_NOOP("Dijual lewat")}), field("amount", &T::amount, {.label = TR_NOOP("Jumlah"), .minimum = 1, .maximum = 1'000'000'000}),
            field("note", &T::note, {.label = TR_NOOP("Keterangan")})};
    }
};
template<> struct Fields<turnover::AddCost> {
    static constexpr auto table()
    {
        using T = turnover::AddCost;
        return std::tuple {field("id", &T::id), field("business", &T::business, {.label = TR_NOOP("Usaha")}), field("on", &T::on, {.label = TR_NOOP("Tanggal")}),
            field("cost", &T::cost, {.label = TR_NOOP("Untuk apa")}), field("amount", &T::amount, {.label = TR_NOOP("Jumlah"), .minimum = 1, .maximum = 1'000'000'000}),
            field("note", &T::note, {.label = TR_NOOP("Keterangan")})};
    }
};
template<> struct Fields<turnover::VoidEntry> {
    static constexpr auto table()
    {
        using T = turnover::VoidEntry;
        return std::tuple {field("id", &T::id), field("entry", &T::entry, {.label = TR_NOOP("Baris buku kas")})};
    }
};
template<> struct Fields<turnover::CloseDay> {
    static constexpr auto table()
    {
        using T = turnover::CloseDay;
        return std::tuple {field("id", &T::id), field("business", &T::business, {.label = TR_NOOP("Usaha")}), field("on", &T::on, {.label = TR_NOOP("Tanggal")})};
    }
};
template<> struct Fields<turnover::GiveConsent> {
    static constexpr auto table()
    {
        using T = turnover::GiveConsent;
        return std::tuple {field("id", &T::id), field("business", &T::business, {.label = TR_NOOP("Usaha")}), field("officer", &T::officer, {.label = TR_NOOP("Petugas")}),
            field("until", &T::until, {.label = TR_NOOP("Boleh melihat sampai")})};
    }
};
template<> struct Fields<turnover::WithdrawConsent> {
    static constexpr auto table()
    {
        using T = turnover::WithdrawConsent;
        return std::tuple {field("id", &T::id), field("consent", &T::consent, {.label = TR_NOOP("Persetujuan")})};
    }
};
template<> struct Fields<turnover::PublishGroups> {
    static constexpr auto table() { return std::tuple {field("id", &turnover::PublishGroups::id)}; }
};
template<> struct Fields<turnover::ImportRow> {
    static constexpr auto table()
    {
        using T = turnover::ImportRow;
        return std::tuple {field("business", &T::business, {.label = TR_NOOP("Usaha")}), field("place", &T::place, {.label = TR_NOOP("RT atau kelurahan usaha")}),
            field("from", &T::from, {.label = TR_NOOP("Dari tanggal")}), field("to", &T::to, {.label = TR_NOOP("Sampai tanggal")}), field("channel", &T::channel, {.label = TR_NOOP("Dijual lewat")}),
            field("method", &T::method, {.label = TR_NOOP("Dari mana angkanya")}), field("amount", &T::amount, {.label = TR_NOOP("Penjualan")}),
            field("units", &T::units, {.label = TR_NOOP("Terjual berapa buah")}), field("selling_days", &T::selling_days, {.label = TR_NOOP("Berapa hari jualan")}),
            field("note", &T::note, {.label = TR_NOOP("Keterangan")})};
    }
};
template<> struct Fields<turnover::ImportRecords> {
    static constexpr auto table()
    {
        using T = turnover::ImportRecords;
        return std::tuple {field("id", &T::id), field("source", &T::source, {.label = TR_NOOP("Asal daftar")}), field("rows", &T::rows, {.label = TR_NOOP("Baris"), .minimum = 1, .maximum = 5'000})};
    }
};

} // namespace rtkeren::operations
