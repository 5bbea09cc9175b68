#pragma once

#include "base/sha256.hpp"
#include "language/language.hpp"
#include "operations/operations.hpp"
#include "reporting/reporting.hpp"

/// What the operations of the room are sent.
namespace rtkeren::reporting {

enum class PhotoPaper : std::uint8_t { Foto, Papan };
enum class ProgressStage : std::uint8_t { P0, P25, P50, P75, P100 };
enum class FindingSeverity : std::uint8_t { Note, Serious, Critical };

[[nodiscard]] int percent_of(ProgressStage);

struct PhotoInput {
    PhotoPaper paper {PhotoPaper::Foto};
    Sha256 sha256;
};
struct ReportProgress {
    RequestId id;
    PurseId purse;
    Text<0, 120> activity; // of the plan; empty is the purse as a whole
    ProgressStage stage {ProgressStage::P0};
    Date on;
    std::vector<PhotoInput> photos;
    Note note;
};

struct OpenLpj {
    RequestId id;
    PokmasId pokmas;
    std::int64_t year {0};
};
struct StepLpj { // submit, check, check_money, accept, finish
    RequestId id;
    LpjId lpj;
    std::optional<std::int64_t> version;
    Note note;
};
struct ReturnPoint {
    Text<2, 120> document;
    Text<3, 500> fix;
};
struct ReturnLpj {
    RequestId id;
    LpjId lpj;
    std::optional<std::int64_t> version;
    Text<0, 120> document;
    Text<0, 500> fix;
    std::vector<ReturnPoint> points; // further ones
};
struct ReasonLpj { // take_back, sample
    RequestId id;
    LpjId lpj;
    std::optional<std::int64_t> version;
    Reason reason;
};
struct ClosePurse {
    RequestId id;
    PurseId purse;
    Text<0, 1000> debt; // who owes what is left, and by which paper; needed when something is left
};

struct OpenFinding {
    RequestId id;
    PokmasId pokmas;
    std::int64_t year {0};
    std::optional<PurseId> purse;
    PaperNumber number; // of the inspection report
    Text<3, 160> title;
    Text<3, 2000> description;
    FindingSeverity severity {FindingSeverity::Note};
    std::optional<Rupiah> amount;
    std::optional<Date> due;
    std::optional<Sha256> file;
};
struct AnswerFinding {
    RequestId id;
    FindingId finding;
    std::optional<std::int64_t> version;
    Text<3, 2000> response;
    std::vector<Sha256> files;
};
struct ReasonFinding { // close, ask_again, withdraw
    RequestId id;
    FindingId finding;
    std::optional<std::int64_t> version;
    Reason reason;
};

} // namespace rtkeren::reporting

namespace rtkeren::operations {

template<>
struct Choices<reporting::PhotoPaper> {
    using E = reporting::PhotoPaper;
    static constexpr std::array<std::pair<E, std::string_view>, 2> values {{{E::Foto, "foto"}, {E::Papan, "papan"}}};
};
template<>
struct Choices<reporting::ProgressStage> {
    using E = reporting::ProgressStage;
    static constexpr std::array<std::pair<E, std::string_view>, 5> values {{{E::P0, "0"}, {E::P25, "25"}, {E::P50, "50"}, {E::P75, "75"}, {E::P100, "100"}}};
};
template<>
struct Choices<reporting::FindingSeverity> {
    using E = reporting::FindingSeverity;
    static constexpr std::array<std::pair<E, std::string_view>, 3> values {{{E::Note, "note"}, {E::Serious, "serious"}, {E::Critical, "critical"}}};
};

namespace reporting_fields {
inline constexpr FieldOptions year {.label = TR_NOOP("Tahun"), .example = "2023", .minimum = 2001, .maximum = 2200};
inline constexpr FieldOptions lpj {.label = TR_NOOP("LPJ")};
inline constexpr FieldOptions reason {.label = TR_NOOP("Alasan")};
} // namespace reporting_fields

template<>
struct Fields<reporting::PhotoInput> {
    using T = reporting::PhotoInput;
    static constexpr auto table() { return std::tuple {field("paper", &T::paper, {.label = TR_NOOP("Jenis foto")}), field("sha256", &T::sha256, {.label = TR_NOOP("Berkas")})}; }
};
template<>
struct Fields<reporting::ReportProgress> {
    using T = reporting::ReportProgress;
    static constexpr auto table()
    {
        return std::tuple {field("id", &T::id), field("purse", &T::purse, {.label = TR_NOOP("Kantong")}),
            field("activity", &T::activity, {.label = TR_NOOP("Kegiatan"), .hint = TR_NOOP("Kosong: seluruh kantong"), .example = "Saluran tepi gang 3"}),
            field("stage", &T::stage, {.label = TR_NOOP("Kemajuan (persen)"), .example = "50"}), field("on", &T::on, {.label = TR_NOOP("Tanggal foto")}),
            field("photos", &T::photos, {.label = TR_NOOP("Foto"), .minimum = 1, .maximum = 20}), field("note", &T::note, {.label = TR_NOOP("Catatan")})};
    }
};
template<>
struct Fields<reporting::OpenLpj> {
    using T = reporting::OpenLpj;
    static constexpr auto table()
    {
        return std::tuple {field("id", &T::id), field("pokmas", &T::pokmas, {.label = TR_NOOP("Pokmas")}), field("year", &T::year, reporting_fields::year)};
    }
};
template<>
struct Fields<reporting::StepLpj> {
    using T = reporting::StepLpj;
    static constexpr auto table()
    {
        return std::tuple {field("id", &T::id), field("lpj", &T::lpj, reporting_fields::lpj), field("version", &T::version), field("note", &T::note, {.label = TR_NOOP("Catatan")})};
    }
};
template<>
struct Fields<reporting::ReturnPoint> {
    using T = reporting::ReturnPoint;
    static constexpr auto table()
    {
        return std::tuple {field("document", &T::document, {.label = TR_NOOP("Dokumen")}), field("fix", &T::fix, {.label = TR_NOOP("Yang harus dibetulkan")})};
    }
};
template<>
struct Fields<reporting::ReturnLpj> {
    using T = reporting::ReturnLpj;
    static constexpr auto table()
    {
        return std::tuple {field("id", &T::id), field("lpj", &T::lpj, reporting_fields::lpj), field("version", &T::version),
            field("document", &T::document, {.label = TR_NOOP("Dokumen"), .example = "Kuitansi 017/BLJ/2024"}),
            field("fix", &T::fix, {.label = TR_NOOP("Yang harus dibetulkan"), .example = "Tanda tangan penerima belum ada"}),
            field("points", &T::points, {.label = TR_NOOP("Dokumen lain"), .maximum = 30})};
    }
};
template<>
struct Fields<reporting::ReasonLpj> {
    using T = reporting::ReasonLpj;
    static constexpr auto table()
    {
        return std::tuple {field("id", &T::id), field("lpj", &T::lpj, reporting_fields::lpj), field("version", &T::version), field("reason", &T::reason, reporting_fields::reason)};
    }
};
template<>
struct Fields<reporting::ClosePurse> {
    using T = reporting::ClosePurse;
    static constexpr auto table()
    {
        return std::tuple {field("id", &T::id), field("purse", &T::purse, {.label = TR_NOOP("Kantong")}),
            field("debt", &T::debt, {.label = TR_NOOP("Siapa berutang dan menurut surat apa"), .hint = TR_NOOP("Hanya bila masih ada uang yang belum kembali")})};
    }
};
template<>
struct Fields<reporting::OpenFinding> {
    using T = reporting::OpenFinding;
    static constexpr auto table()
    {
        return std::tuple {field("id", &T::id), field("pokmas", &T::pokmas, {.label = TR_NOOP("Pokmas")}), field("year", &T::year, reporting_fields::year),
            field("purse", &T::purse, {.label = TR_NOOP("Kantong")}), field("number", &T::number, {.label = TR_NOOP("Nomor laporan"), .example = "LHP/12/2023"}),
            field("title", &T::title, {.label = TR_NOOP("Temuan")}), field("description", &T::description, {.label = TR_NOOP("Uraian")}),
            field("severity", &T::severity, {.label = TR_NOOP("Bobot")}), field("amount", &T::amount, {.label = TR_NOOP("Harus kembali"), .minimum = 0}),
            field("due", &T::due, {.label = TR_NOOP("Dijawab paling lambat")}), field("file", &T::file, {.label = TR_NOOP("Berkas")})};
    }
};
template<>
struct Fields<reporting::AnswerFinding> {
    using T = reporting::AnswerFinding;
    static constexpr auto table()
    {
        return std::tuple {field("id", &T::id), field("finding", &T::finding, {.label = TR_NOOP("Temuan")}), field("version", &T::version),
            field("response", &T::response, {.label = TR_NOOP("Jawaban")}), field("files", &T::files, {.label = TR_NOOP("Bukti"), .maximum = 20})};
    }
};
template<>
struct Fields<reporting::ReasonFinding> {
    using T = reporting::ReasonFinding;
    static constexpr auto table()
    {
        return std::tuple {field("id", &T::id), field("finding", &T::finding, {.label = TR_NOOP("Temuan")}), field("version", &T::version), field("reason", &T::reason, reporting_fields::reason)};
    }
};

} // namespace rtkeren::operations

/// The operations themselves.
namespace rtkeren::reporting {

using operations::Answer;
using operations::Context;

[[nodiscard]] Result<Answer> report_progress(db::WriteTx&, Context&, ReportProgress const&);
[[nodiscard]] Result<Answer> open_lpj(db::WriteTx&, Context&, OpenLpj const&);
[[nodiscard]] Result<Answer> submit_lpj(db::WriteTx&, Context&, StepLpj const&);
[[nodiscard]] Result<Answer> take_back_lpj(db::WriteTx&, Context&, ReasonLpj const&);
[[nodiscard]] Result<Answer> check_lpj(db::WriteTx&, Context&, StepLpj const&);
[[nodiscard]] Result<Answer> check_money(db::WriteTx&, Context&, StepLpj const&);
[[nodiscard]] Result<Answer> accept_lpj(db::WriteTx&, Context&, StepLpj const&);
[[nodiscard]] Result<Answer> return_lpj(db::WriteTx&, Context&, ReturnLpj const&);
[[nodiscard]] Result<Answer> sample_lpj(db::WriteTx&, Context&, ReasonLpj const&);
[[nodiscard]] Result<Answer> finish_lpj(db::WriteTx&, Context&, StepLpj const&);
[[nodiscard]] Result<Answer> close_purse(db::WriteTx&, Context&, ClosePurse const&);
[[nodiscard]] Result<Answer> open_finding(db::WriteTx&, Context&, OpenFinding const&);
[[nodiscard]] Result<Answer> answer_finding(db::WriteTx&, Context&, AnswerFinding const&);
[[nodiscard]] Result<Answer> close_finding(db::WriteTx&, Context&, ReasonFinding const&);
[[nodiscard]] Result<Answer> ask_again(db::WriteTx&, Context&, ReasonFinding const&);
[[nodiscard]] Result<Answer> withdraw_finding(db::WriteTx&, Context&, ReasonFinding const&);

} // namespace rtkeren::reporting
