#include "insight/words.hpp"

#include "language/language.hpp"

#include <array>

namespace rtkeren::insight {
namespace {

using ledger::CashKind;
using ledger::EntryKind;
using ledger::Stage;

struct EntryWord {
    EntryKind kind;
    std::string_view label;
};
constexpr std::array<EntryWord, std::size_t(ledger::entry_kind_count)> entry_words {{
    {EntryKind::Allocated, TR_NOOP("Pagu dialokasikan")},
    {EntryKind::Bonus, TR_NOOP("Bonus pemenang")},
    {EntryKind::Declined, TR_NOOP("Ditolak warga")},
    {EntryKind::Reduced, TR_NOOP("Pagu dikurangi")},
    {EntryKind::Unused, TR_NOOP("Tidak terpakai saat tutup tahun")},
    {EntryKind::PlanApproved, TR_NOOP("RAB disetujui")},
    {EntryKind::PlanWithdrawn, TR_NOOP("RAB ditarik")},
    {EntryKind::MovedBetweenPurses, TR_NOOP("Pindah antarkantong")},
    {EntryKind::Contracted, TR_NOOP("Kontrak")},
    {EntryKind::ContractReduced, TR_NOOP("Kontrak dikurangi")},
    {EntryKind::ContractEnded, TR_NOOP("Kontrak diakhiri")},
    {EntryKind::Sp2dIssued, TR_NOOP("SP2D terbit")},
    {EntryKind::Sp2dConfirmed, TR_NOOP("Uang diterima pokmas")},
    {EntryKind::Sp2dBounced, TR_NOOP("SP2D retur")},
    {EntryKind::ArrivedElsewhere, TR_NOOP("Masuk ke pokmas lain")},
    {EntryKind::SentOn, TR_NOOP("Diteruskan ke pokmas yang berhak")},
    {EntryKind::CashDrawn, TR_NOOP("Tarik tunai")},
    {EntryKind::CashPaidIn, TR_NOOP("Setor tunai")},
    {EntryKind::AdvanceGiven, TR_NOOP("Panjar diberikan")},
    {EntryKind::AdvanceReturned, TR_NOOP("Panjar dikembalikan")},
    {EntryKind::Expense, TR_NOOP("Belanja")},
    {EntryKind::TaxPaid, TR_NOOP("Pajak disetor")},
    {EntryKind::Accepted, TR_NOOP("Belanja sah")},
    {EntryKind::NotAccepted, TR_NOOP("Belanja tidak diterima")},
    {EntryKind::Disallowed, TR_NOOP("Belanja dibatalkan setelah sah")},
    {EntryKind::SupplierRefund, TR_NOOP("Uang kembali dari penjual")},
    {EntryKind::RepaidByPerson, TR_NOOP("Diganti yang berutang")},
    {EntryKind::RepaidToTreasury, TR_NOOP("Diganti langsung ke kas daerah")},
    {EntryKind::BoughtUnplaced, TR_NOOP("Terbeli, belum dibebankan")},
    {EntryKind::UnplacedBorne, TR_NOOP("Ditanggung swadaya")},
    {EntryKind::LeftoverReturned, TR_NOOP("Sisa dikembalikan")},
    {EntryKind::Interest, TR_NOOP("Bunga bank")},
    {EntryKind::BankFee, TR_NOOP("Biaya bank")},
    {EntryKind::TaxOnInterest, TR_NOOP("Pajak bunga")},
    {EntryKind::InterestReturned, TR_NOOP("Bunga disetor")},
    {EntryKind::SwadayaIn, TR_NOOP("Swadaya masuk")},
    {EntryKind::SwadayaUsed, TR_NOOP("Swadaya terpakai")},
    {EntryKind::CashMissing, TR_NOOP("Kas kurang")},
    {EntryKind::CashOver, TR_NOOP("Kas lebih")},
    {EntryKind::UnknownMoney, TR_NOOP("Uang yang belum dikenal")},
    {EntryKind::WrittenOff, TR_NOOP("Dihapusbukukan")},
    {EntryKind::HandOver, TR_NOOP("Serah terima")},
    {EntryKind::Opening, TR_NOOP("Saldo awal")},
    {EntryKind::Reversal, TR_NOOP("Pembatalan")},
}};

constexpr std::array<std::string_view, ledger::all_stages.size()> stage_words {TR_NOOP("Anggaran"), TR_NOOP("Pagu"), TR_NOOP("Rencana"), TR_NOOP("Kontrak"), TR_NOOP("SP2D"), TR_NOOP("Cair"),
    TR_NOOP("Belanja"), TR_NOOP("Sah"), TR_NOOP("Kembali"), TR_NOOP("Batal")};
constexpr std::array<std::string_view, ledger::all_cash_kinds.size()> cash_words {TR_NOOP("Rekening bank"), TR_NOOP("Kas"), TR_NOOP("Panjar"), TR_NOOP("Piutang"), TR_NOOP("Di jalan"),
    TR_NOOP("Utang pajak"), TR_NOOP("Bunga bank"), TR_NOOP("Swadaya"), TR_NOOP("Titipan"), TR_NOOP("Kas daerah"), TR_NOOP("Dibayar ke pemasok"), TR_NOOP("Dihapus")};

} // namespace

std::string entry_label(EntryKind kind)
{
    for (auto const& each : entry_words) {
        if (each.kind == kind)
            return tr(each.label);
    }
    CHECK(false);
}

std::string stage_word(Stage stage) { return tr(stage_words.at(std::size_t(stage))); }
std::string cash_word(CashKind kind) { return tr(cash_words.at(std::size_t(kind))); }

} // namespace rtkeren::insight
