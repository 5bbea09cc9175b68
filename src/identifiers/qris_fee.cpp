#include "identifiers/qris_fee.hpp"

#include <algorithm>
#include <array>

namespace rtkeren::identifiers {
namespace {

struct MicroRate {
    int year;
    unsigned month;
    Rupiah free_up_to;
};
/// Latest first: from when a micro business pays 0,3 %, and up to which amount it pays nothing.
constexpr std::array<MicroRate, 3> micro_rates {{{2024, 12, 500'000_rp}, {2023, 9, 100'000_rp}, {2023, 7, 0_rp}}};

constexpr BasisPoints micro_share {30};
constexpr BasisPoints trade_share {70};
constexpr BasisPoints education_share {60};
constexpr BasisPoints public_service_share {40};

Rupiah micro_fee(Rupiah amount, MicroRate const& rate)
{
    return amount <= rate.free_up_to ? 0_rp : portion_of(amount, micro_share, Rounding::HalfUp);
}

} // namespace

std::optional<Rupiah> qris_fee(std::string_view criteria, QrisUse use, Rupiah amount, Date day)
{
    auto const* const rate
        = std::find_if(micro_rates.begin(), micro_rates.end(), [day](MicroRate const& row) { return *Date::of(row.year, row.month, 1) <= day; });
    if (rate == micro_rates.end())
        return std::nullopt;
    switch (use) {
    case QrisUse::Trade: return criteria == "UMI" ? micro_fee(amount, *rate) : portion_of(amount, trade_share, Rounding::HalfUp);
    case QrisUse::Education: return portion_of(amount, education_share, Rounding::HalfUp);
    case QrisUse::PublicService: return portion_of(amount, public_service_share, Rounding::HalfUp);
    case QrisUse::Donation: return 0_rp;
    }
    check_failed("use of QRIS");
}

} // namespace rtkeren::identifiers
