#include "language/language.hpp"
#include "reporting/reporting.hpp"

namespace rtkeren::reporting {
namespace {

using workflow::Days;
using workflow::StateKind;
using workflow::StateRow;
using workflow::TransitionRow;

constexpr std::string_view may_submit = "reporting.submit", may_check = "reporting.check", may_money = "reporting.check_money", may_accept = "reporting.accept",
                           may_close = "reporting.close", may_finding = "reporting.finding";

constexpr StateRow lpj_states[] {
    {"open", TR_NOOP("Disusun"), StateKind::Start, may_submit, 30},
    {"submitted", TR_NOOP("Menunggu sekretaris kelurahan"), StateKind::Normal, may_check, 5, Days::Working},
    {"check_1", TR_NOOP("Menunggu pemeriksaan keuangan"), StateKind::Normal, may_money, 5, Days::Working},
    {"check_2", TR_NOOP("Menunggu lurah"), StateKind::Normal, may_accept, 5, Days::Working},
    {"returned", TR_NOOP("Diminta diperbaiki"), StateKind::Normal, may_submit, 7},
    {"accepted", TR_NOOP("Diterima"), StateKind::Normal, may_close, 30},
    {"sampled", TR_NOOP("Diperiksa Inspektorat"), StateKind::Normal, may_close, 30},
    {"final", TR_NOOP("Selesai"), StateKind::End},
};

constexpr TransitionRow send_back(std::string_view from, std::string_view permission)
{
    return {.event = "return", .label = TR_NOOP("Kembalikan"), .from = from, .to = "returned", .permission = permission, .reason_required = true};
}
constexpr TransitionRow lpj_transitions[] {
    {.event = "submit", .label = TR_NOOP("Kirim LPJ"), .from = "open", .to = "submitted", .permission = may_submit},
    {.event = "submit", .label = TR_NOOP("Kirim lagi"), .from = "returned", .to = "submitted", .permission = may_submit},
    {.event = "take_back", .label = TR_NOOP("Ambil kembali"), .from = "submitted", .to = "open", .permission = may_submit, .reason_required = true},
    {.event = "check", .label = TR_NOOP("Nyatakan lengkap"), .from = "submitted", .to = "check_1", .permission = may_check, .not_same_as = {"submit"}},
    {.event = "check_money", .label = TR_NOOP("Nyatakan benar"), .from = "check_1", .to = "check_2", .permission = may_money, .not_same_as = {"submit", "check"}},
    {.event = "accept", .label = TR_NOOP("Terima LPJ"), .from = "check_2", .to = "accepted", .permission = may_accept, .not_same_as = {"submit", "check", "check_money"}},
    send_back("submitted", may_check),
    send_back("check_1", may_money),
    send_back("check_2", may_accept),
    send_back("accepted", may_accept),
    send_back("sampled", may_finding),
    {.event = "sample", .label = TR_NOOP("Ambil sebagai sampel"), .from = "accepted", .to = "sampled", .permission = may_finding, .reason_required = true,
        .not_same_as = {"submit", "check", "check_money", "accept"}},
    {.event = "finish", .label = TR_NOOP("Nyatakan selesai"), .from = "accepted", .to = "final", .permission = may_close},
    {.event = "finish", .label = TR_NOOP("Nyatakan selesai"), .from = "sampled", .to = "final", .permission = may_close},
};

constexpr StateRow finding_states[] {
    {"open", TR_NOOP("Menunggu jawaban"), StateKind::Start, may_submit, 14},
    {"answered", TR_NOOP("Menunggu Inspektorat"), StateKind::Normal, may_finding, 14},
    {"closed", TR_NOOP("Selesai"), StateKind::End},
    {"withdrawn", TR_NOOP("Dicabut"), StateKind::End},
};

constexpr TransitionRow finding_transitions[] {
    {.event = "answer", .label = TR_NOOP("Jawab"), .from = "open", .to = "answered", .permission = may_submit},
    // The kelurahan answers for a pokmas that is gone, or about its own part.
    {.event = "answer_for", .label = TR_NOOP("Jawab untuk pokmas"), .from = "open", .to = "answered", .permission = may_check},
    {.event = "ask_again", .label = TR_NOOP("Minta jawaban lagi"), .from = "answered", .to = "open", .permission = may_finding, .reason_required = true},
    {.event = "close", .label = TR_NOOP("Tutup temuan"), .from = "answered", .to = "closed", .permission = may_finding, .reason_required = true, .not_same_as = {"answer", "answer_for"}},
    {.event = "withdraw", .label = TR_NOOP("Cabut temuan"), .from = "open", .to = "withdrawn", .permission = may_finding, .reason_required = true},
    {.event = "withdraw", .label = TR_NOOP("Cabut temuan"), .from = "answered", .to = "withdrawn", .permission = may_finding, .reason_required = true},
};

constexpr workflow::Machine lpj_table {"lpj", TR_NOOP("LPJ"), "/lpj/", lpj_states, lpj_transitions};
constexpr workflow::Machine finding_table {"finding", TR_NOOP("Temuan"), "/temuan/", finding_states, finding_transitions};

} // namespace

workflow::Machine const& lpj_machine()
{
    return lpj_table;
}

workflow::Machine const& finding_machine()
{
    return finding_table;
}

} // namespace rtkeren::reporting
