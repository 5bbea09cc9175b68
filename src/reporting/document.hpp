#pragma once

#include "operations/operations.hpp"
#include "reporting/store.hpp"

/// The report as facts and amounts, gathered once; page and PDF print the same sections of it.
namespace rtkeren::reporting {

struct Absorption {
    std::string unit, envelope; // "RT 02 RW 03", "Pekerjaan fisik"
    std::string href;
    Rupiah ceiling, planned, contracted, disbursed, spent, accepted, returned, left;

    Absorption& operator+=(Absorption const&);
};
struct LineReal {
    std::string unit, envelope, activity, item, quantity; // "12,5 m3"
    Rupiah planned, spent, accepted;
};
struct ExpenseReal {
    spending::ExpenseId id;
    std::string number, supplier, receipt, purpose, units, state; // state worded
    Date on;
    Rupiah gross, taxes, net, charged, accepted; // charged and accepted: of the purses of this report
};
struct TaxReal {
    std::string number, label; // of the expense, of the tax
    Rupiah base, amount, paid, owed;
    Date due;
};
struct TaxPaid {
    Date on;
    std::string kind, number, tax, proof; // "NTPN", its number, the tax, hash
    Rupiah amount;
};
struct Deposit {
    std::string unit, kind, slip;
    Date on;
    Rupiah amount;
};
struct Proof {
    std::string document, paper, sha256;
    Date on;
};
struct WorkPhoto {
    std::string unit, activity, sha256;
    int stage {0};
    Date on;
    bool is_board {false};
};
struct Signatory {
    std::string office, name;
};

struct Account {
    std::string city_name, letterhead, kelurahan, kecamatan, scheme, rules; // rules: pack version as printed
    payout::Pokmas pokmas;
    int year {0};
    std::optional<Lpj> lpj;
    std::optional<payout::Contract> contract;
    Signatory chair, treasurer, secretary, verifier, lurah;
    std::vector<Absorption> purses;
    Absorption total;
    std::vector<LineReal> lines;
    std::vector<ExpenseReal> expenses;
    Rupiah gross, taxes, net, charged, accepted; // sums of the expenses
    std::vector<TaxReal> due_taxes;
    std::vector<TaxPaid> paid_taxes;
    std::vector<Deposit> deposits;
    Date from, to; // of the cash book
    ledger::Bku book;
    std::vector<Proof> proofs;
    std::vector<WorkPhoto> photos;
    std::vector<Missing> missing;
    Date printed_on;
    Date signed_on; // when it was accepted; until then the day of printing
};
/// payout.no_pokmas, programme.no_year, rules.no_pack
[[nodiscard]] Result<Account> account_of(Services const&, db::ReadTx&, PokmasId, int year);

/// One table of the report in words.
struct Section {
    struct Column {
        std::string label;
        double width {1};
        bool number {false};
    };
    struct Row {
        std::vector<std::string> cells;
        std::string href {};
        bool strong {false};
    };
    std::string id, title, intro;
    std::vector<Column> columns;
    std::vector<Row> rows;
    std::vector<std::string> totals; // one a column, or none
    std::string empty; // what is said when there are no rows
    bool wide {false}; // on a sheet in landscape
};
[[nodiscard]] std::vector<Section> sections_of(Account const&);
/// Label and value of the cover.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> cover_of(Account const&);
/// The statement of absolute responsibility (SPTJM), a paragraph each.
[[nodiscard]] std::vector<std::string> statement_of(Account const&);
/// "PEMERINTAH KOTA BLITAR", "KECAMATAN …", "KELURAHAN …", address.
[[nodiscard]] std::vector<std::string> letterhead_of(Account const&);

/// The PDF. Photos are read from the folder: call it outside a transaction.
[[nodiscard]] Result<std::string> paper_of(Services const&, Account const&);

} // namespace rtkeren::reporting
