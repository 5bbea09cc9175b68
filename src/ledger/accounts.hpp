#pragma once

#include "ledger/ids.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

/// The two books and their accounts. Source: the event table, which events.hpp prints row by row.
namespace rtkeren::ledger {

/// Where a purse's rupiah stand. `Anggaran` is outside (the city's budget, what gave the ceiling); every other stage is never below zero.
/// `Sp2d` (ordered, not yet confirmed) is counted in `Kontrak` by every report.
enum class Stage : std::uint8_t { Anggaran, Pagu, Rencana, Kontrak, Sp2d, Cair, Belanja, Sah, Kembali, Batal };
inline constexpr std::array all_stages {Stage::Anggaran, Stage::Pagu, Stage::Rencana, Stage::Kontrak, Stage::Sp2d, Stage::Cair, Stage::Belanja, Stage::Sah,
    Stage::Kembali, Stage::Batal};

/// Where the money is, per pokmas (and party). Held: Bank … Jalan, never below zero. Debts: Pajak … Titipan, never above zero. Outside: Kasda … Hapus, free.
enum class CashKind : std::uint8_t {
    Bank,
    Kas,
    Panjar,  // advance with a named person; party
    Piutang, // owed by a named person or firm; party
    Jalan,   // SP2D issued, not yet confirmed
    Pajak,   // withheld, not yet paid; party may name the kind of tax
    Bunga,   // interest: belongs to the treasury
    Swadaya, // residents' own money
    Titipan, // money that is not ours
    Kasda,   // city treasury
    Pemasok, // gross, to whom: shop, worker, trainer; party
    Hapus    // written off
};
inline constexpr std::array all_cash_kinds {CashKind::Bank, CashKind::Kas, CashKind::Panjar, CashKind::Piutang, CashKind::Jalan, CashKind::Pajak, CashKind::Bunga,
    CashKind::Swadaya, CashKind::Titipan, CashKind::Kasda, CashKind::Pemasok, CashKind::Hapus};

/// The limit that an account carries, in code and as a CHECK in the database.
enum class Sign : std::int8_t { NotAboveZero = -1, Free = 0, NotBelowZero = 1 };

[[nodiscard]] std::string_view name_of(Stage);    // "pagu", as stored and shown
[[nodiscard]] std::string_view name_of(CashKind); // "kas"
[[nodiscard]] std::optional<Stage> stage_of(std::string_view);
[[nodiscard]] std::optional<CashKind> cash_kind_of(std::string_view);

[[nodiscard]] Sign sign_of(Stage);
[[nodiscard]] Sign sign_of(CashKind);
/// Rencana to Sah: a line here must name its menu category.
[[nodiscard]] bool needs_category(Stage);
[[nodiscard]] bool is_debt(CashKind); // Pajak, Bunga, Swadaya, Titipan
/// Bank, Kas, Panjar, Piutang: what stands against `cair` and the debts. Jalan stands against `sp2d` alone.
[[nodiscard]] bool is_held(CashKind);

} // namespace rtkeren::ledger
