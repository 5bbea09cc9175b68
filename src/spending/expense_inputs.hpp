#pragma once

#include "base/sha256.hpp"
#include "language/language.hpp"
#include "operations/operations.hpp"
#include "spending/spending.hpp"

/// What the operations on expenses are sent.
namespace rtkeren::spending {

enum class PayFrom : std::uint8_t { Bank, Kas, Panjar };
enum class Withheld : std::uint8_t { Yes, No };
enum class AskCode : std::uint8_t { Photo, Receipt, Amount, Price, Line, Tax, Papers, Goods, Other };
enum class Solution : std::uint8_t { Charged, Residents, Returned };

/// Who owes what comes back: "supplier", "recorder" (who paid), or "person:<ulid>". Code: spending.debtor.
class Debtor {
public:
    static Result<Debtor> parse(std::string_view);
    [[nodiscard]] std::string const& str() const { return m_text; }

private:
    std::string m_text;
};

struct ShareInput {
    planning::PlanLineId line;
    Rupiah amount;
};
struct PayInput {
    PayFrom from {PayFrom::Kas};
    Text<0, 80> holder; // of an advance: the ledger's party
    std::optional<Rupiah> amount; // of one of them may be left out: it pays the rest
};
struct PaperInput {
    Text<1, 40> paper;
    Sha256 sha256;
};
struct RecordExpense {
    RequestId id;
    std::optional<planning::PlanLineId> line;
    std::vector<ShareInput> shares; // instead of `line`
    Text<0, 40> category; // what was bought, when it is not the line's
    Text<0, 40> envelope; // take it from the unit's other purse
    Text<0, 40> unit; // code of the unit whose work it is; empty: that of the first line
    Date on;
    std::optional<SupplierId> supplier;
    Text<0, 120> supplier_name, supplier_npwp;
    Text<0, 80> receipt;
    Text<3, 300> description;
    Rupiah gross;
    std::optional<Rupiah> bill_total; // of a bill that several pokmas share
    std::optional<Rupiah> residents_share;
    Text<0, 40> spend_kind;
    std::vector<PayInput> pay;
    std::optional<bool> supplier_pkp, has_npwp, suket_pp55;
    bool catering {false}, civil_servant {false};
    std::optional<std::int64_t> civil_rank;
    std::optional<Rupiah> wages_over_limit;
    std::optional<std::int64_t> days_over_limit;
    std::optional<Withheld> tax_withheld;
    std::vector<PaperInput> papers;
    Text<0, 80> joint; // number of the joint letter
    std::optional<Sha256> joint_letter;
    std::optional<PersonId> entered_for;
    std::optional<Sha256> signed_paper;
    bool submit {false}; // and send it at once
};
struct CorrectExpense : RecordExpense {
    ExpenseId expense;
    Reason reason;
};
struct StepExpense { // submit, goods_ok, check, accept
    RequestId id;
    ExpenseId expense;
    std::optional<std::int64_t> version;
    std::vector<PaperInput> papers;
};
struct AskExpense {
    RequestId id;
    ExpenseId expense;
    std::optional<std::int64_t> version;
    AskCode code {AskCode::Other};
    Reason reason;
};
struct AnswerExpense {
    RequestId id;
    ExpenseId expense;
    std::optional<std::int64_t> version;
    Reason reason; // the answer
    std::vector<PaperInput> papers;
};
struct WithdrawExpense {
    RequestId id;
    ExpenseId expense;
    std::optional<std::int64_t> version;
    Reason reason;
};
struct AcceptBulk {
    RequestId id;
    std::vector<ExpenseId> expenses;
};
struct UndoExpense { // not_accept, disallow
    RequestId id;
    ExpenseId expense;
    std::optional<std::int64_t> version;
    std::optional<Rupiah> amount; // all that is left of it when absent
    Reason reason;
    Debtor debtor;
};
struct RefundExpense {
    RequestId id;
    ExpenseId expense;
    std::optional<std::int64_t> version;
    std::optional<Rupiah> amount;
    Reason reason;
    PayFrom to {PayFrom::Kas};
    std::optional<Date> on;
};
struct RecordUnplaced {
    RequestId id;
    PokmasId pokmas;
    std::int64_t year {0};
    Text<0, 40> unit; // where the work is; empty: the pokmas's RW
    std::optional<PersonId> person; // who paid; empty: who records
    Date on;
    Name supplier_name;
    Text<0, 80> receipt;
    Text<3, 300> description;
    Rupiah amount;
    Reason reason;
    std::vector<PaperInput> papers;
};
struct PlaceUnplaced {
    RequestId id;
    UnplacedId unplaced;
    Solution how {Solution::Charged};
    std::optional<planning::PlanLineId> line;
    Text<0, 40> spend_kind;
    std::optional<bool> supplier_pkp, has_npwp, suket_pp55;
    std::vector<PaperInput> papers;
};

} // namespace rtkeren::spending

namespace rtkeren::operations {

template<>
struct Choices<spending::PayFrom> {
    using E = spending::PayFrom;
    static constexpr std::array<std::pair<E, std::string_view>, 3> values {{{E::Bank, "bank"}, {E::Kas, "kas"}, {E::Panjar, "panjar"}}};
};
template<>
struct Choices<spending::Withheld> {
    using E = spending::Withheld;
    static constexpr std::array<std::pair<E, std::string_view>, 2> values {{{E::Yes, "yes"}, {E::No, "no"}}};
};
template<>
struct Choices<spending::AskCode> {
    using E = spending::AskCode;
    static constexpr std::array<std::pair<E, std::string_view>, 9> values {{{E::Photo, "photo"}, {E::Receipt, "receipt"}, {E::Amount, "amount"}, {E::Price, "price"}, {E::Line, "line"},
        {E::Tax, "tax"}, {E::Papers, "papers"}, {E::Goods, "goods"}, {E::Other, "other"}}};
};
template<>
struct Choices<spending::Solution> {
    using E = spending::Solution;
    static constexpr std::array<std::pair<E, std::string_view>, 3> values {{{E::Charged, "charged"}, {E::Residents, "residents"}, {E::Returned, "returned"}}};
};

template<>
struct Fields<spending::ShareInput> {
    using T = spending::ShareInput;
    static constexpr auto table() { return std::tuple {field("line", &T::line, {.label = TR_NOOP("Baris RAB")}), field("amount", &T::amount, {.label = TR_NOOP("Bagian"), .minimum = 1})}; }
};
template<>
struct Fields<spending::PayInput> {
    using T = spending::PayInput;
    static constexpr auto table()
    {
        return std::tuple {field("from", &T::from, {.label = TR_NOOP("Dibayar dari")}), field("holder", &T::holder, {.label = TR_NOOP("Pemegang panjar")}),
            field("amount", &T::amount, {.label = TR_NOOP("Jumlah dibayar"), .minimum = 1})};
    }
};
template<>
struct Fields<spending::PaperInput> {
    using T = spending::PaperInput;
    static constexpr auto table() { return std::tuple {field("paper", &T::paper, {.label = TR_NOOP("Jenis bukti")}), field("sha256", &T::sha256, {.label = TR_NOOP("Berkas")})}; }
};

template<>
struct Fields<spending::RecordExpense> {
    using T = spending::RecordExpense;
    static constexpr auto table()
    {
        return std::tuple {field("id", &T::id), field("line", &T::line, {.label = TR_NOOP("Baris RAB")}),
            field("shares", &T::shares, {.label = TR_NOOP("Pembagian"), .maximum = 40}), field("category", &T::category, {.label = TR_NOOP("Kegiatan"), .example = "paving"}),
            field("envelope", &T::envelope, {.label = TR_NOOP("Kantong"), .hint = TR_NOOP("Kosong: kantong baris RAB"), .example = "fisik"}),
            field("unit", &T::unit, {.label = TR_NOOP("RT yang dikerjakan"), .example = "35.72.03.1002.003.002"}), field("on", &T::on, {.label = TR_NOOP("Tanggal nota")}),
            field("supplier", &T::supplier, {.label = TR_NOOP("Penyedia")}), field("supplier_name", &T::supplier_name, {.label = TR_NOOP("Toko atau penerima"), .example = "Toko Barokah"}),
            field("supplier_npwp", &T::supplier_npwp, {.label = TR_NOOP("NPWP penyedia")}), field("receipt", &T::receipt, {.label = TR_NOOP("Nomor nota"), .example = "00417"}),
            field("description", &T::description, {.label = TR_NOOP("Uraian"), .example = "Semen 20 sak"}),
            field("gross", &T::gross, {.label = TR_NOOP("Jumlah di nota"), .example = "1350000", .minimum = 1}),
            field("bill_total", &T::bill_total, {.label = TR_NOOP("Jumlah seluruh nota bersama"), .minimum = 1}),
            field("residents_share", &T::residents_share, {.label = TR_NOOP("Ditanggung swadaya"), .minimum = 0}),
            field("spend_kind", &T::spend_kind, {.label = TR_NOOP("Jenis belanja"), .example = "barang"}), field("pay", &T::pay, {.label = TR_NOOP("Pembayaran"), .maximum = 10}),
            field("supplier_pkp", &T::supplier_pkp, {.label = TR_NOOP("Penyedia PKP")}), field("has_npwp", &T::has_npwp, {.label = TR_NOOP("Penyedia punya NPWP")}),
            field("suket_pp55", &T::suket_pp55, {.label = TR_NOOP("Penyedia menunjukkan Suket PP 55")}), field("catering", &T::catering, {.label = TR_NOOP("Katering")}),
            field("civil_servant", &T::civil_servant, {.label = TR_NOOP("Penerima ASN")}), field("civil_rank", &T::civil_rank, {.label = TR_NOOP("Golongan"), .minimum = 1, .maximum = 4}),
            field("wages_over_limit", &T::wages_over_limit, {.label = TR_NOOP("Upah harian di atas batas"), .minimum = 0}),
            field("days_over_limit", &T::days_over_limit, {.label = TR_NOOP("Hari orang di atas batas"), .minimum = 0, .maximum = 10'000}),
            field("tax_withheld", &T::tax_withheld, {.label = TR_NOOP("Pajak sudah dipotong")}), field("papers", &T::papers, {.label = TR_NOOP("Bukti"), .maximum = 40}),
            field("joint", &T::joint, {.label = TR_NOOP("Nomor surat belanja bersama")}), field("joint_letter", &T::joint_letter, {.label = TR_NOOP("Surat belanja bersama")}),
            field("entered_for", &T::entered_for, {.label = TR_NOOP("Dicatat untuk")}), field("signed_paper", &T::signed_paper, {.label = TR_NOOP("Berkas bertanda tangan")}),
            field("submit", &T::submit, {.label = TR_NOOP("Kirim langsung")})};
    }
};
template<>
struct Fields<spending::CorrectExpense> {
    using T = spending::CorrectExpense;
    static constexpr auto table()
    {
        return std::tuple_cat(Fields<spending::RecordExpense>::table(),
            std::tuple {field("expense", &T::expense, {.label = TR_NOOP("Belanja yang dibetulkan")}), field("reason", &T::reason, {.label = TR_NOOP("Alasan")})});
    }
};
template<>
struct Fields<spending::StepExpense> {
    using T = spending::StepExpense;
    static constexpr auto table()
    {
        return std::tuple {field("id", &T::id), field("expense", &T::expense, {.label = TR_NOOP("Belanja")}), field("version", &T::version),
            field("papers", &T::papers, {.label = TR_NOOP("Bukti"), .maximum = 40})};
    }
};
template<>
struct Fields<spending::AskExpense> {
    using T = spending::AskExpense;
    static constexpr auto table()
    {
        return std::tuple {field("id", &T::id), field("expense", &T::expense, {.label = TR_NOOP("Belanja")}), field("version", &T::version),
            field("code", &T::code, {.label = TR_NOOP("Yang ditanyakan")}), field("reason", &T::reason, {.label = TR_NOOP("Pertanyaan")})};
    }
};
template<>
struct Fields<spending::AnswerExpense> {
    using T = spending::AnswerExpense;
    static constexpr auto table()
    {
        return std::tuple {field("id", &T::id), field("expense", &T::expense, {.label = TR_NOOP("Belanja")}), field("version", &T::version),
            field("reason", &T::reason, {.label = TR_NOOP("Jawaban")}), field("papers", &T::papers, {.label = TR_NOOP("Bukti"), .maximum = 40})};
    }
};
template<>
struct Fields<spending::WithdrawExpense> {
    using T = spending::WithdrawExpense;
    static constexpr auto table()
    {
        return std::tuple {field("id", &T::id), field("expense", &T::expense, {.label = TR_NOOP("Belanja")}), field("version", &T::version),
            field("reason", &T::reason, {.label = TR_NOOP("Alasan")})};
    }
};
template<>
struct Fields<spending::AcceptBulk> {
    using T = spending::AcceptBulk;
    static constexpr auto table() { return std::tuple {field("id", &T::id), field("expenses", &T::expenses, {.label = TR_NOOP("Belanja"), .minimum = 1, .maximum = 200})}; }
};
template<>
struct Fields<spending::UndoExpense> {
    using T = spending::UndoExpense;
    static constexpr auto table()
    {
        return std::tuple {field("id", &T::id), field("expense", &T::expense, {.label = TR_NOOP("Belanja")}), field("version", &T::version),
            field("amount", &T::amount, {.label = TR_NOOP("Jumlah yang tidak disahkan"), .hint = TR_NOOP("Kosong: semuanya"), .minimum = 1}),
            field("reason", &T::reason, {.label = TR_NOOP("Alasan")}), field("debtor", &T::debtor, {.label = TR_NOOP("Yang harus mengembalikan")})};
    }
};
template<>
struct Fields<spending::RefundExpense> {
    using T = spending::RefundExpense;
    static constexpr auto table()
    {
        return std::tuple {field("id", &T::id), field("expense", &T::expense, {.label = TR_NOOP("Belanja")}), field("version", &T::version),
            field("amount", &T::amount, {.label = TR_NOOP("Nilai belanja yang dikembalikan"), .hint = TR_NOOP("Kosong: semuanya"), .minimum = 1}),
            field("reason", &T::reason, {.label = TR_NOOP("Alasan")}), field("to", &T::to, {.label = TR_NOOP("Uang masuk ke")}), field("on", &T::on, {.label = TR_NOOP("Tanggal")})};
    }
};
template<>
struct Fields<spending::RecordUnplaced> {
    using T = spending::RecordUnplaced;
    static constexpr auto table()
    {
        return std::tuple {field("id", &T::id), field("pokmas", &T::pokmas, {.label = TR_NOOP("Pokmas")}),
            field("year", &T::year, {.label = TR_NOOP("Tahun"), .minimum = 2001, .maximum = 2200}), field("unit", &T::unit, {.label = TR_NOOP("RT yang dikerjakan")}),
            field("person", &T::person, {.label = TR_NOOP("Yang membayar")}), field("on", &T::on, {.label = TR_NOOP("Tanggal nota")}),
            field("supplier_name", &T::supplier_name, {.label = TR_NOOP("Toko atau penerima")}), field("receipt", &T::receipt, {.label = TR_NOOP("Nomor nota")}),
            field("description", &T::description, {.label = TR_NOOP("Uraian")}), field("amount", &T::amount, {.label = TR_NOOP("Jumlah di nota"), .minimum = 1}),
            field("reason", &T::reason, {.label = TR_NOOP("Kenapa belum bisa dibebankan")}), field("papers", &T::papers, {.label = TR_NOOP("Bukti"), .maximum = 40})};
    }
};
template<>
struct Fields<spending::PlaceUnplaced> {
    using T = spending::PlaceUnplaced;
    static constexpr auto table()
    {
        return std::tuple {field("id", &T::id), field("unplaced", &T::unplaced, {.label = TR_NOOP("Pembelian")}), field("how", &T::how, {.label = TR_NOOP("Diselesaikan dengan")}),
            field("line", &T::line, {.label = TR_NOOP("Baris RAB")}), field("spend_kind", &T::spend_kind, {.label = TR_NOOP("Jenis belanja")}),
            field("supplier_pkp", &T::supplier_pkp, {.label = TR_NOOP("Penyedia PKP")}), field("has_npwp", &T::has_npwp, {.label = TR_NOOP("Penyedia punya NPWP")}),
            field("suket_pp55", &T::suket_pp55, {.label = TR_NOOP("Penyedia menunjukkan Suket PP 55")}), field("papers", &T::papers, {.label = TR_NOOP("Bukti"), .maximum = 40})};
    }
};

} // namespace rtkeren::operations
