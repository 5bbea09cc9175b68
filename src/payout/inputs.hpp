#pragma once

#include "base/sha256.hpp"
#include "language/language.hpp"
#include "operations/operations.hpp"
#include "payout/payout.hpp"

/// What the operations of the room are sent.
namespace rtkeren::payout {

/// Somebody known by id, or a new person by name.
struct OfficerInput {
    Position position { Position::Ketua };
    std::optional<PersonId> person;
    Text<0, 120> name;
    Text<0, 30> phone;
};
struct FormPokmas {
    RequestId id;
    Name name;
    Text<1, 40> kelurahan;
    std::vector<Text<1, 40>> rws;
    Text<3, 300> address;
    PaperNumber minutes;
    std::vector<OfficerInput> officers;
};
struct IssueDecree { // the first time, and each renewal
    RequestId id;
    PokmasId pokmas;
    std::optional<std::int64_t> version;
    PaperNumber decree;
    Date decree_on;
    Date decree_until;
};
struct SetAccount {
    RequestId id;
    PokmasId pokmas;
    std::optional<std::int64_t> version;
    Text<2, 80> bank;
    Text<5, 40> account_number;
    Name account_holder;
};
struct VerifyAccount {
    RequestId id;
    PokmasId pokmas;
    std::optional<std::int64_t> version;
    PaperNumber evidence; // number of the bank's letter, or of the trial transfer
    std::optional<Sha256> file;
};
struct StepPokmas { // activate
    RequestId id;
    PokmasId pokmas;
    std::optional<std::int64_t> version;
};
struct ReasonPokmas { // suspend, resume, expire, dissolve
    RequestId id;
    PokmasId pokmas;
    std::optional<std::int64_t> version;
    Reason reason;
    Text<0, 80> evidence;
};
struct ReplaceOfficer {
    RequestId id;
    PokmasId pokmas;
    std::optional<PersonId> leaves;
    OfficerInput comes;
    Date on;
    Reason reason;
};
struct PokmasRow {
    Name name;
    Text<1, 200> rws; // codes between commas or spaces
    Text<0, 300> address;
    Text<0, 80> bank;
    Text<0, 40> account_number;
    Text<0, 120> account_holder;
    Text<0, 80> decree;
    std::optional<Date> decree_on, decree_until;
    Text<0, 120> chair, secretary, treasurer; // names: all three or none
};
struct ImportPokmas {
    RequestId id;
    bool dry_run { false };
    std::vector<PokmasRow> rows;
};

struct SignContract {
    RequestId id;
    PokmasId pokmas;
    std::int64_t year { 0 };
    std::vector<Text<1, 40>> units; // codes; empty: every unit that has an approved plan
    Date signed_on;
    Date starts_on;
    Date ends_on;
};
struct AddendumLine {
    PurseId purse;
    Text<1, 60> category;
    Rupiah amount; // plus or minus
};
struct Addendum {
    RequestId id;
    ContractId contract;
    std::optional<std::int64_t> version;
    PaperNumber paper;
    Date dated;
    Reason reason;
    std::vector<AddendumLine> lines; // empty: everything that was planned since
};
struct EndContract {
    RequestId id;
    ContractId contract;
    std::optional<std::int64_t> version;
    PaperNumber paper;
    Date on;
    Reason reason;
};

struct RequestTranche {
    RequestId id;
    PokmasId pokmas;
    std::int64_t year { 0 };
    std::int64_t number { 1 };
    std::vector<Text<1, 40>> units; // codes; empty: every unit that passes
};
struct StepTranche { // verify, approve, sign_spm, resubmit
    RequestId id;
    TrancheId tranche;
    std::optional<std::int64_t> version;
};
struct ApproveBulk {
    RequestId id;
    std::vector<TrancheId> tranches;
};
struct IssueSpp {
    RequestId id;
    TrancheId tranche;
    std::optional<std::int64_t> version;
    Text<0, 80> spp; // empty: the next of our own series
    Text<0, 80> spm;
};
struct RecordSp2d {
    RequestId id;
    TrancheId tranche;
    std::optional<std::int64_t> version;
    PaperNumber number;
    Date date;
};
struct Confirm {
    RequestId id;
    TrancheId tranche;
    std::optional<std::int64_t> version;
    Date date;
    Rupiah amount; // that reached the account
    std::optional<Rupiah> withheld; // by the kelurahan treasurer, where the pack says so
    std::optional<PersonId> treasurer;
    std::optional<Sha256> slip;
};
struct Bounce {
    RequestId id;
    TrancheId tranche;
    std::optional<std::int64_t> version;
    Date date;
    Reason reason;
};
struct ReasonTranche { // return, withdraw
    RequestId id;
    TrancheId tranche;
    std::optional<std::int64_t> version;
    Reason reason;
};
struct ArrivedElsewhere {
    RequestId id;
    TrancheId tranche;
    PokmasId receiver;
    Date date;
    Reason reason;
};
struct SendOn {
    RequestId id;
    TrancheId tranche;
    Date date;
    Text<0, 80> evidence;
};
struct Sp2dRow {
    PaperNumber number;
    Date date;
    Rupiah amount;
    Text<1, 120> pokmas; // name or id
};
struct ImportSp2d {
    RequestId id;
    bool dry_run { false };
    std::vector<Sp2dRow> rows;
};

inline constexpr std::int64_t most_import_rows = 5'000;

} // namespace rtkeren::payout

namespace rtkeren::operations {

namespace payout_fields {
inline constexpr FieldOptions pokmas { .label = TR_NOOP("Pokmas") };
inline constexpr FieldOptions reason { .label = TR_NOOP("Alasan") };
inline constexpr FieldOptions year { .label = TR_NOOP("Tahun"), .example = "2023", .minimum = 2001, .maximum = 2200 };
inline constexpr FieldOptions paper { .label = TR_NOOP("Nomor surat") };
inline constexpr FieldOptions tranche { .label = TR_NOOP("Pencairan") };
inline constexpr FieldOptions date { .label = TR_NOOP("Tanggal"), .example = "2023-07-03" };
inline constexpr FieldOptions units {
    .label = TR_NOOP("RT"), .hint = TR_NOOP("Kosongkan untuk semua yang memenuhi syarat"), .example = "35.72.03.1002.003.002"
};
} // namespace payout_fields

template <> struct Choices<payout::Position> {
    using enum payout::Position;
    static constexpr std::array<std::pair<payout::Position, std::string_view>, 6> values { { { Ketua, "ketua" }, { Sekretaris, "sekretaris" },
        { Bendahara, "bendahara" }, { Pengawas, "pengawas" }, { Pelaksana, "pelaksana" }, { Persiapan, "persiapan" } } };
};

template <> struct Fields<payout::OfficerInput> {
    using T = payout::OfficerInput;
    static constexpr auto table()
    {
        return std::tuple { field("position", &T::position, { .label = TR_NOOP("Jabatan"), .example = "ketua" }),
            field("person", &T::person, { .label = TR_NOOP("Orang") }), field("name", &T::name, { .label = TR_NOOP("Nama") }),
            field("phone", &T::phone, { .label = TR_NOOP("Nomor telepon"), .secret = true }) };
    }
};
template <> struct Fields<payout::FormPokmas> {
    using T = payout::FormPokmas;
    static constexpr auto table()
    {
        return std::tuple { field("id", &T::id), field("name", &T::name, { .label = TR_NOOP("Nama pokmas"), .example = "Pokmas Mekar Sari" }),
            field("kelurahan", &T::kelurahan, { .label = TR_NOOP("Kelurahan"), .example = "35.72.03.1002" }),
            field("rws", &T::rws, { .label = TR_NOOP("RW yang dilayani"), .example = "35.72.03.1002.003", .minimum = 1, .maximum = 100 }),
            field("address", &T::address, { .label = TR_NOOP("Alamat sekretariat"), .example = "Jalan Melati 4" }),
            field("minutes", &T::minutes, { .label = TR_NOOP("Nomor berita acara pembentukan") }),
            field("officers", &T::officers, { .label = TR_NOOP("Pengurus"), .minimum = 3, .maximum = 60 }) };
    }
};
template <> struct Fields<payout::IssueDecree> {
    using T = payout::IssueDecree;
    static constexpr auto table()
    {
        return std::tuple { field("id", &T::id), field("pokmas", &T::pokmas, payout_fields::pokmas), field("version", &T::version),
            field("decree", &T::decree, { .label = TR_NOOP("Nomor SK") }), field("decree_on", &T::decree_on, { .label = TR_NOOP("Tanggal SK") }),
            field("decree_until", &T::decree_until, { .label = TR_NOOP("Berlaku sampai") }) };
    }
};
template <> struct Fields<payout::SetAccount> {
    using T = payout::SetAccount;
    static constexpr auto table()
    {
        return std::tuple { field("id", &T::id), field("pokmas", &T::pokmas, payout_fields::pokmas), field("version", &T::version),
            field("bank", &T::bank, { .label = TR_NOOP("Bank"), .example = "Bank Jatim Cabang Blitar" }),
            field("account_number", &T::account_number, { .label = TR_NOOP("Nomor rekening"), .secret = true }),
            field("account_holder", &T::account_holder,
                { .label = TR_NOOP("Nama pemilik di buku rekening"), .hint = TR_NOOP("Harus sama dengan nama pokmas") }) };
    }
};
template <> struct Fields<payout::VerifyAccount> {
    using T = payout::VerifyAccount;
    static constexpr auto table()
    {
        return std::tuple { field("id", &T::id), field("pokmas", &T::pokmas, payout_fields::pokmas), field("version", &T::version),
            field("evidence", &T::evidence, { .label = TR_NOOP("Nomor surat bank atau bukti transfer percobaan") }),
            field("file", &T::file, { .label = TR_NOOP("Berkas surat bank") }) };
    }
};
template <> struct Fields<payout::StepPokmas> {
    using T = payout::StepPokmas;
    static constexpr auto table()
    {
        return std::tuple { field("id", &T::id), field("pokmas", &T::pokmas, payout_fields::pokmas), field("version", &T::version) };
    }
};
template <> struct Fields<payout::ReasonPokmas> {
    using T = payout::ReasonPokmas;
    static constexpr auto table()
    {
        return std::tuple { field("id", &T::id), field("pokmas", &T::pokmas, payout_fields::pokmas), field("version", &T::version),
            field("reason", &T::reason, payout_fields::reason), field("evidence", &T::evidence, payout_fields::paper) };
    }
};
template <> struct Fields<payout::ReplaceOfficer> {
    using T = payout::ReplaceOfficer;
    static constexpr auto table()
    {
        return std::tuple { field("id", &T::id), field("pokmas", &T::pokmas, payout_fields::pokmas),
            field("leaves", &T::leaves, { .label = TR_NOOP("Yang berhenti") }), field("comes", &T::comes, { .label = TR_NOOP("Penggantinya") }),
            field("on", &T::on, payout_fields::date), field("reason", &T::reason, payout_fields::reason) };
    }
};
template <> struct Fields<payout::PokmasRow> {
    using T = payout::PokmasRow;
    static constexpr auto table()
    {
        return std::tuple { field("name", &T::name, { .label = TR_NOOP("Nama pokmas"), .example = "Pokmas Mekar Sari" }),
            field("rws", &T::rws, { .label = TR_NOOP("RW"), .example = "35.72.03.1002.003" }),
            field("address", &T::address, { .label = TR_NOOP("Alamat"), .example = "Jalan Melati 4" }),
            field("bank", &T::bank, { .label = TR_NOOP("Bank"), .example = "Bank Jatim" }),
            field("account_number", &T::account_number, { .label = TR_NOOP("Nomor rekening"), .example = "0011223344", .secret = true }),
            field("account_holder", &T::account_holder, { .label = TR_NOOP("Nama pemilik rekening"), .example = "Pokmas Mekar Sari" }),
            field("decree", &T::decree, { .label = TR_NOOP("Nomor SK"), .example = "188/12/410.303.2/2023" }),
            field("decree_on", &T::decree_on, { .label = TR_NOOP("Tanggal SK"), .example = "2023-01-16" }),
            field("decree_until", &T::decree_until, { .label = TR_NOOP("Berlaku sampai"), .example = "2025-12-31" }),
            field("chair", &T::chair, { .label = TR_NOOP("Ketua"), .example = "Darto" }),
            field("secretary", &T::secretary, { .label = TR_NOOP("Sekretaris"), .example = "Sri Wahyuni" }),
            field("treasurer", &T::treasurer, { .label = TR_NOOP("Bendahara"), .example = "Siti Aminah" }) };
    }
};
template <> struct Fields<payout::ImportPokmas> {
    using T = payout::ImportPokmas;
    static constexpr auto table()
    {
        return std::tuple { field("id", &T::id), field("dry_run", &T::dry_run, { .label = TR_NOOP("Coba dulu") }),
            field("rows", &T::rows, { .label = TR_NOOP("Baris"), .minimum = 1, .maximum = payout::most_import_rows }) };
    }
};

template <> struct Fields<payout::SignContract> {
    using T = payout::SignContract;
    static constexpr auto table()
    {
        return std::tuple { field("id", &T::id), field("pokmas", &T::pokmas, payout_fields::pokmas), field("year", &T::year, payout_fields::year),
            field("units", &T::units, { .label = TR_NOOP("RT"), .hint = TR_NOOP("Kosongkan untuk semua RT yang RAB-nya disetujui"), .maximum = 500 }),
            field("signed_on", &T::signed_on, { .label = TR_NOOP("Ditandatangani") }), field("starts_on", &T::starts_on, { .label = TR_NOOP("Mulai") }),
            field("ends_on", &T::ends_on, { .label = TR_NOOP("Selesai") }) };
    }
};
template <> struct Fields<payout::AddendumLine> {
    using T = payout::AddendumLine;
    static constexpr auto table()
    {
        return std::tuple { field("purse", &T::purse, { .label = TR_NOOP("Kantong") }), field("category", &T::category, { .label = TR_NOOP("Kategori") }),
            field("amount", &T::amount, { .label = TR_NOOP("Tambah atau kurang"), .allow_negative = true }) };
    }
};
template <> struct Fields<payout::Addendum> {
    using T = payout::Addendum;
    static constexpr auto table()
    {
        return std::tuple { field("id", &T::id), field("contract", &T::contract, { .label = TR_NOOP("Kontrak") }), field("version", &T::version),
            field("paper", &T::paper, { .label = TR_NOOP("Nomor adendum") }), field("dated", &T::dated, { .label = TR_NOOP("Tanggal adendum") }),
            field("reason", &T::reason, payout_fields::reason),
            field("lines", &T::lines,
                { .label = TR_NOOP("Baris"), .hint = TR_NOOP("Kosongkan untuk memasukkan semua rencana yang belum dikontrak"), .maximum = 500 }) };
    }
};
template <> struct Fields<payout::EndContract> {
    using T = payout::EndContract;
    static constexpr auto table()
    {
        return std::tuple { field("id", &T::id), field("contract", &T::contract, { .label = TR_NOOP("Kontrak") }), field("version", &T::version),
            field("paper", &T::paper, { .label = TR_NOOP("Nomor surat pengakhiran") }), field("on", &T::on, payout_fields::date),
            field("reason", &T::reason, payout_fields::reason) };
    }
};

template <> struct Fields<payout::RequestTranche> {
    using T = payout::RequestTranche;
    static constexpr auto table()
    {
        return std::tuple { field("id", &T::id), field("pokmas", &T::pokmas, payout_fields::pokmas), field("year", &T::year, payout_fields::year),
            field("number", &T::number, { .label = TR_NOOP("Termin"), .example = "1", .minimum = 1, .maximum = 12 }),
            field("units", &T::units, payout_fields::units) };
    }
};
template <> struct Fields<payout::StepTranche> {
    using T = payout::StepTranche;
    static constexpr auto table()
    {
        return std::tuple { field("id", &T::id), field("tranche", &T::tranche, payout_fields::tranche), field("version", &T::version) };
    }
};
template <> struct Fields<payout::ApproveBulk> {
    using T = payout::ApproveBulk;
    static constexpr auto table()
    {
        return std::tuple { field("id", &T::id), field("tranches", &T::tranches, { .label = TR_NOOP("Pencairan"), .minimum = 1, .maximum = 100 }) };
    }
};
template <> struct Fields<payout::IssueSpp> {
    using T = payout::IssueSpp;
    static constexpr auto table()
    {
        return std::tuple { field("id", &T::id), field("tranche", &T::tranche, payout_fields::tranche), field("version", &T::version),
            field("spp", &T::spp, { .label = TR_NOOP("Nomor SPP"), .hint = TR_NOOP("Kosongkan untuk nomor urut berikutnya") }),
            field("spm", &T::spm, { .label = TR_NOOP("Nomor SPM"), .hint = TR_NOOP("Kosongkan untuk nomor urut berikutnya") }) };
    }
};
template <> struct Fields<payout::RecordSp2d> {
    using T = payout::RecordSp2d;
    static constexpr auto table()
    {
        return std::tuple { field("id", &T::id), field("tranche", &T::tranche, payout_fields::tranche), field("version", &T::version),
            field("number", &T::number, { .label = TR_NOOP("Nomor SP2D"), .example = "01234/SP2D/LS/2023" }),
            field("date", &T::date, { .label = TR_NOOP("Tanggal SP2D") }) };
    }
};
template <> struct Fields<payout::Confirm> {
    using T = payout::Confirm;
    static constexpr auto table()
    {
        return std::tuple { field("id", &T::id), field("tranche", &T::tranche, payout_fields::tranche), field("version", &T::version),
            field("date", &T::date, { .label = TR_NOOP("Tanggal uang masuk"), .hint = TR_NOOP("Seperti tercetak di rekening koran") }),
            field("amount", &T::amount, { .label = TR_NOOP("Jumlah yang masuk"), .example = "28000000" }),
            field("withheld", &T::withheld, { .label = TR_NOOP("Dipotong bendahara kelurahan"), .hint = TR_NOOP("Isi 0 bila tidak dipotong"), .example = "0" }),
            field("treasurer", &T::treasurer, { .label = TR_NOOP("Bendahara kelurahan") }),
            field("slip", &T::slip, { .label = TR_NOOP("Foto rekening koran atau bukti bank") }) };
    }
};
template <> struct Fields<payout::Bounce> {
    using T = payout::Bounce;
    static constexpr auto table()
    {
        return std::tuple { field("id", &T::id), field("tranche", &T::tranche, payout_fields::tranche), field("version", &T::version),
            field("date", &T::date, { .label = TR_NOOP("Tanggal retur") }), field("reason", &T::reason, payout_fields::reason) };
    }
};
template <> struct Fields<payout::ReasonTranche> {
    using T = payout::ReasonTranche;
    static constexpr auto table()
    {
        return std::tuple { field("id", &T::id), field("tranche", &T::tranche, payout_fields::tranche), field("version", &T::version),
            field("reason", &T::reason, payout_fields::reason) };
    }
};
template <> struct Fields<payout::ArrivedElsewhere> {
    using T = payout::ArrivedElsewhere;
    static constexpr auto table()
    {
        return std::tuple { field("id", &T::id), field("tranche", &T::tranche, payout_fields::tranche),
            field("receiver", &T::receiver, { .label = TR_NOOP("Pokmas yang menerima") }), field("date", &T::date, payout_fields::date),
            field("reason", &T::reason, payout_fields::reason) };
    }
};
template <> struct Fields<payout::SendOn> {
    using T = payout::SendOn;
    static constexpr auto table()
    {
        return std::tuple { field("id", &T::id), field("tranche", &T::tranche, payout_fields::tranche), field("date", &T::date, payout_fields::date),
            field("evidence", &T::evidence, { .label = TR_NOOP("Nomor bukti transfer") }) };
    }
};
template <> struct Fields<payout::Sp2dRow> {
    using T = payout::Sp2dRow;
    static constexpr auto table()
    {
        return std::tuple { field("number", &T::number, { .label = TR_NOOP("Nomor SP2D"), .example = "01234/SP2D/LS/2023" }),
            field("date", &T::date, { .label = TR_NOOP("Tanggal SP2D"), .example = "2023-07-03" }),
            field("amount", &T::amount, { .label = TR_NOOP("Jumlah"), .example = "28000000" }),
            field("pokmas", &T::pokmas, { .label = TR_NOOP("Pokmas"), .example = "Pokmas Mekar Sari" }) };
    }
};
template <> struct Fields<payout::ImportSp2d> {
    using T = payout::ImportSp2d;
    static constexpr auto table()
    {
        return std::tuple { field("id", &T::id), field("dry_run", &T::dry_run, { .label = TR_NOOP("Coba dulu") }),
            field("rows", &T::rows, { .label = TR_NOOP("Baris"), .minimum = 1, .maximum = payout::most_import_rows }) };
    }
};

} // namespace rtkeren::operations
