#pragma once

#include "spending/cash.hpp"
#include "spending/cash_desk.hpp"
#include "spending/cash_pages.hpp"
#include "tables/list.hpp"

/// What the cash book's pages share.
namespace rtkeren::spending {

/// Where the actor reads: one stretch of places and two pokmas at most; more than that has the widest.
struct CashReach {
    std::string from {"~"}, behind {"~"};
    std::string pokmas {"-"}, other_pokmas {"-"};
};
[[nodiscard]] CashReach cash_reach(Actor const&);
/// The desk of the page's pokmas; page.not_found when it is another's.
[[nodiscard]] Result<Desk> readable_desk(db::ReadTx&, Services&, http::Exchange const&);
[[nodiscard]] Result<Desk> readable_desk(db::ReadTx&, Services&, Actor const&, std::string_view pokmas);
[[nodiscard]] std::string account_label(ledger::CashKind); // "Bank"
[[nodiscard]] html::Frame cash_frame(Services&, http::Exchange const&, Desk const&, std::string title);

[[nodiscard]] std::vector<http::Route> cash_list_routes(Services&); // /kas, /pajak
[[nodiscard]] std::vector<http::Route> cash_book_routes(Services&); // /kas/{pokmas}, its book
[[nodiscard]] std::vector<http::Route> cash_form_routes(Services&);
[[nodiscard]] std::vector<http::Route> month_routes(Services&);

/// A month's book as a table: the same rows on the page, as XLSX, CSV, PDF and JSON.
[[nodiscard]] tables::Table bku_table(ledger::Bku const&, std::string const& pokmas, Month const&, Zone);
[[nodiscard]] tables::TableSpec bku_spec(PokmasId, Month const&);

} // namespace rtkeren::spending
