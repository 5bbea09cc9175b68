#pragma once

#include "base/date.hpp"
#include "base/rupiah.hpp"

#include <optional>
#include <string_view>

namespace rtkeren::identifiers {

/// What a sale is for, as far as the fee asks.
enum class QrisUse : std::uint8_t {
    Trade,
    Education,
    PublicService, // fuel stations, BLU, PSO
    Donation,      // also worship, payments to and from government
};

/// The fee (MDR) that the acquirer keeps from a QRIS sale; the merchant bears it, never the buyer. Over the free limit the rate is on the whole amount.
/// `criteria` is the code's own ("UMI" is a micro business). Half a rupiah is rounded up. Nothing before 1 July 2023, whose days are not known for certain.
/// Source: Bank Indonesia's fee tables of 2023 and 2024.
[[nodiscard]] std::optional<Rupiah> qris_fee(std::string_view criteria, QrisUse use, Rupiah amount, Date day);

} // namespace rtkeren::identifiers
