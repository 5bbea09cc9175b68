#include "ledger/accounts.hpp"

#include <algorithm>

namespace rtkeren::ledger {
namespace {

struct StageRow {
    std::string_view name;
    Sign sign;
    bool needs_category;
};
constexpr std::array<StageRow, all_stages.size()> stage_rows {{
    {"anggaran", Sign::Free, false},
    {"pagu", Sign::NotBelowZero, false},
    {"rencana", Sign::NotBelowZero, true},
    {"kontrak", Sign::NotBelowZero, true},
    {"sp2d", Sign::NotBelowZero, true},
    {"cair", Sign::NotBelowZero, true},
    {"belanja", Sign::NotBelowZero, true},
    {"sah", Sign::NotBelowZero, true},
    {"kembali", Sign::NotBelowZero, false},
    {"batal", Sign::NotBelowZero, false},
}};

struct CashRow {
    std::string_view name;
    Sign sign;
};
constexpr std::array<CashRow, all_cash_kinds.size()> cash_rows {{
    {"bank", Sign::NotBelowZero},
    {"kas", Sign::NotBelowZero},
    {"panjar", Sign::NotBelowZero},
    {"piutang", Sign::NotBelowZero},
    {"jalan", Sign::NotBelowZero},
    {"pajak", Sign::NotAboveZero},
    {"bunga", Sign::NotAboveZero},
    {"swadaya", Sign::NotAboveZero},
    {"titipan", Sign::NotAboveZero},
    {"kasda", Sign::Free},
    {"pemasok", Sign::Free},
    {"hapus", Sign::Free},
}};

} // namespace

std::string_view name_of(Stage stage) { return stage_rows[std::size_t(stage)].name; }
std::string_view name_of(CashKind kind) { return cash_rows[std::size_t(kind)].name; }
Sign sign_of(Stage stage) { return stage_rows[std::size_t(stage)].sign; }
Sign sign_of(CashKind kind) { return cash_rows[std::size_t(kind)].sign; }
bool needs_category(Stage stage) { return stage_rows[std::size_t(stage)].needs_category; }
bool is_debt(CashKind kind) { return sign_of(kind) == Sign::NotAboveZero; }
bool is_held(CashKind kind) { return sign_of(kind) == Sign::NotBelowZero && kind != CashKind::Jalan; }

std::optional<Stage> stage_of(std::string_view name)
{
    auto found = std::ranges::find(all_stages, name, [](Stage stage) { return name_of(stage); });
    return found == all_stages.end() ? std::nullopt : std::optional(*found);
}

std::optional<CashKind> cash_kind_of(std::string_view name)
{
    auto found = std::ranges::find(all_cash_kinds, name, [](CashKind kind) { return name_of(kind); });
    return found == all_cash_kinds.end() ? std::nullopt : std::optional(*found);
}

} // namespace rtkeren::ledger
