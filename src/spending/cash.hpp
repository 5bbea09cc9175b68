#pragma once

#include "http/http.hpp"
#include "ledger/entry.hpp"
#include "language/language.hpp"
#include "operations/operations.hpp"
#include "screens/screens.hpp"
#include "spending/cash_inputs.hpp"
#include "workflow/machine.hpp"

#include <span>

/// The cash half of the room: bank, cash, advances and what is owed at a pokmas; the general cash book; taxes to the treasury.
namespace rtkeren::spending {

[[nodiscard]] std::vector<http::Route> cash_routes(Services&);
[[nodiscard]] std::vector<operations::Operation> cash_operations();
[[nodiscard]] std::vector<workflow::Machine> cash_machines(); // cash_month
[[nodiscard]] std::vector<screens::NavEntry> cash_navigation();
[[nodiscard]] std::vector<screens::Panel> cash_panels(); // slot "pokmas"
[[nodiscard]] std::span<language::Message const> cash_messages();
void register_cash_messages();

/// Who holds or owes, as people say it: "Siti Aminah", "Toko Barokah", "Bendahara kelurahan"; "" for "-".
[[nodiscard]] Result<std::string> party_name(db::ReadTx&, CityId, PokmasId, std::string_view party);
/// "September 2024"
[[nodiscard]] std::string month_name(Month const&);
/// "PPh 22" as the pack of that year says; the key itself when it says nothing.
[[nodiscard]] std::string tax_label(db::ReadTx&, CityId, int year, std::string_view key, Date on);
/// What the event is called in the books: "Tarik tunai".
[[nodiscard]] std::string label_of(ledger::EntryKind);

/// Money of a purse that went back to the treasury.
struct Deposited {
    std::string kind, slip; // "leftover", "repayment"
    Date on;
    Rupiah amount;
};
[[nodiscard]] Result<std::vector<Deposited>> deposits_of_purse(db::ReadTx&, CityId, PurseId);

/// Work and goods that residents gave.
struct Gift {
    std::string id;
    std::optional<PurseId> purse;
    GiftKind kind;
    Date on;
    Rupiah value;
    std::string what, giver;
};
[[nodiscard]] Result<std::vector<Gift>> gifts_of_pokmas(db::ReadTx&, CityId, PokmasId);

struct TaxPaid {
    std::string id, kind, number; // "ntpn", "ntpd"
    Date on;
    std::string key; // of the tax
    Rupiah amount;
    std::string proof;
};
/// Newest first, at most fifty.
[[nodiscard]] Result<std::vector<TaxPaid>> tax_payments(db::ReadTx&, CityId, PokmasId);

/// Where a month of the cash book stands.
struct MonthStatus {
    Month month;
    std::string state; // "open", "awaiting", "signed", "returned"
    std::string treasurer {}, chair {};
    std::optional<Instant> treasurer_at {}, chair_at {};
};
[[nodiscard]] Result<MonthStatus> month_status(db::ReadTx&, CityId, PokmasId, Month const&);

} // namespace rtkeren::spending
