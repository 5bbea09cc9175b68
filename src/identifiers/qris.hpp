#pragma once

#include "base/rupiah.hpp"
#include "identifiers/inspection.hpp"

#include <optional>

namespace rtkeren::identifiers {

/// A merchant's QRIS payload (EMVCo merchant-presented mode, Indonesian rules). The value is the payload, percent-decoded where a link had encoded it.
/// Parts: initiation ("static", "dynamic"), merchant, city, postal, mcc, amount, nmid, criteria ("UMI"; "URE" when not stated), mpan (19 digits), acquirer,
/// terminal, bill. Errors, with argument tag: qris.encoding, qris.truncated, qris.tlv, qris.order (00 first, 63 last), qris.crc, qris.missing, qris.duplicate,
/// qris.len, qris.value, qris.currency, qris.country, qris.amount, qris.tip, qris.account (nobody to pay), qris.transfer (a transfer between persons, not a
/// sale). Warn: qris.crc_case, qris.url_encoded, qris.nmid (check digit), qris.criteria. Source: EMVCo merchant-presented mode, Bank
/// Indonesia's QRIS MPM rules.
[[nodiscard]] Inspection inspect_qris(std::string_view typed);

/// Adds Warn qris.owner when the code pays another merchant than the registered one: a sticker may have been swapped. Empty means not registered.
void compare_qris(Inspection& qris, std::string_view registered_nmid, std::string_view registered_name);

/// The merchant's own code with an amount in it, so that the buyer need not type it. It is no code of the acquirer: nobody tells of the payment, so a sale is
/// paid when the seller says so. Nothing for passing on fees is ever added (the merchant bears them). `bill` goes in where the payload has room and none.
/// Codes: those of the inspection; qris.amount (not positive), qris.limit (over Rp10.000.000), qris.bill (not 1 to 25 plain characters).
[[nodiscard]] Result<std::string> qris_with_amount(std::string_view payload, Rupiah amount, std::optional<std::string_view> bill = std::nullopt);

} // namespace rtkeren::identifiers
