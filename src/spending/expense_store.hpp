#pragma once

#include "ledger/ledger.hpp"
#include "operations/operations.hpp"
#include "spending/spending.hpp"

#include <span>

/// How expenses stand in the tables; nothing outside the room includes this.
namespace rtkeren::spending {

struct StoredExpense {
    ExpenseId id;
    int year {0};
    PokmasId pokmas;
    PurseId purse; // of the first share, as envelope, category, place
    std::string envelope, category, place, place_name, kelurahan, number;
    Date on;
    SupplierId supplier;
    std::string supplier_name, receipt, description, spend_kind;
    Rupiah gross, residents_share, charged, withheld, paid, undone;
    std::string joint;
    std::int64_t marks {0};
    std::string papers_missing; // labels, a line each
    std::optional<Date> accepted_on;
    Instant recorded_at;
    UserId entered_by;
    PersonId entered_person;
    std::optional<PersonId> entered_for;
    bool live {true};
    EntryId entry;
    std::string state;
    std::int64_t version {0};
    std::optional<Date> due;
    Instant since;
    std::string waits_for;

    [[nodiscard]] Rupiah left() const { return charged - undone; }
    [[nodiscard]] ledger::Stage stage() const { return state == "accepted" ? ledger::Stage::Sah : ledger::Stage::Belanja; }
};
/// spending.no_expense
[[nodiscard]] Result<StoredExpense> find_expense(db::ReadTx&, CityId, ExpenseId);

struct ExpenseDetails {
    Rupiah bill_total;
    PartyKey liable;
    std::string answers, verdicts; // JSON
    int pack_version {0};
    std::optional<Date> goods_on;
    std::optional<ExpenseId> replaces, replaced_by;
    std::optional<Instant> made_at;
};
[[nodiscard]] Result<ExpenseDetails> details_of(db::ReadTx&, CityId, ExpenseId);

struct StoredShare {
    int position {0};
    planning::PlanLineId line;
    PurseId purse;
    std::string category;
    Rupiah amount, accepted, undone;
    [[nodiscard]] Rupiah left() const { return amount - undone; }
};
[[nodiscard]] Result<std::vector<StoredShare>> shares_of(db::ReadTx&, CityId, ExpenseId);
/// What is left of each, as parts of a ledger entry.
[[nodiscard]] ledger::Parts parts_left(std::span<StoredShare const>);

enum class Bearer : std::uint8_t { Withheld, Purse, Person };
struct StoredTax {
    std::string key, label;
    Rupiah base, amount;
    Bearer bearer {Bearer::Withheld};
    bool city_tax {false};
    Date due;
    Rupiah undone {}, paid {};
    [[nodiscard]] Rupiah owed() const { return amount - undone - paid; }
};
[[nodiscard]] Result<std::vector<StoredTax>> taxes_of(db::ReadTx&, CityId, ExpenseId);
[[nodiscard]] std::string_view name_of(Bearer);

struct Supplier {
    SupplierId id;
    std::string name, npwp;
    bool pkp {false};
    std::string suket;
    std::optional<Date> suket_until;
    bool is_new {false};
    [[nodiscard]] PartyKey party() const { return "supplier:" + id.str(); }
};

/// A plan line with its purse: what a share is judged by.
struct Charge {
    planning::PlanLineId line;
    int year {0};
    PurseId purse;
    std::string envelope, category, activity, item;
    Rupiah planned;
    std::string spend_kind;
    territory::RegionId unit;
    std::string unit_code, unit_name, kelurahan;
    std::optional<PokmasId> pokmas;
    bool closed {false};
    Rupiah purse_left, spent; // of the purse: disbursed and not spent; of the line: spent already
    std::string measure;
    std::int64_t quantity_thousandths {0};
    Rupiah unit_price;
    Rupiah amount {}; // of this share
    [[nodiscard]] Rupiah line_left() const { return planned > spent ? planned - spent : Rupiah {}; }
};
[[nodiscard]] Charge charge_of(db::Row const&);
/// planning.no_line
[[nodiscard]] Result<Charge> charge_of_line(db::ReadTx&, CityId, planning::PlanLineId);
[[nodiscard]] Result<std::vector<Charge>> charges_of_purse(db::ReadTx&, CityId, PurseId);
[[nodiscard]] Result<std::vector<Charge>> charges_of_unit(db::ReadTx&, CityId, territory::RegionId, int year);

[[nodiscard]] std::string href_of(ExpenseId);
[[nodiscard]] std::string join_lines(std::vector<std::string> const&);
[[nodiscard]] std::vector<std::string> split_lines(std::string_view);
[[nodiscard]] std::string verdicts_json(std::vector<Verdict> const&);
[[nodiscard]] std::vector<Verdict> verdicts_of_json(std::string_view);

} // namespace rtkeren::spending
