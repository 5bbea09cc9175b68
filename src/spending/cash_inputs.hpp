#pragma once

#include "base/sha256.hpp"
#include "language/language.hpp"
#include "operations/operations.hpp"
#include "payout/payout.hpp"

/// What the operations of the cash book are sent. `on` is when it happened; when it was recorded, the server says.
namespace rtkeren::spending {

/// Whose part of an account: "person:<id>", "supplier:<id>", "treasurer:<id>". Code: spending.party_format.
class Party {
public:
    Party() = default;
    static Result<Party> parse(std::string_view);
    [[nodiscard]] std::string const& str() const { return m_text; }
    auto operator<=>(Party const&) const = default;

private:
    std::string m_text;
};
/// "2024-09". Code: spending.month_format.
class Month {
public:
    Month() = default;
    static Result<Month> parse(std::string_view);
    [[nodiscard]] std::string const& str() const { return m_text; }
    [[nodiscard]] Date first() const;
    [[nodiscard]] Date last() const;
    [[nodiscard]] Month next() const;
    static Month of(Date);
    auto operator<=>(Month const&) const = default;

private:
    std::string m_text;
};
/// Number of a tax payment to the state: 16 letters and digits. Code: spending.ntpn_format.
class Ntpn {
public:
    Ntpn() = default;
    static Result<Ntpn> parse(std::string_view);
    [[nodiscard]] std::string const& str() const { return m_text; }
    auto operator<=>(Ntpn const&) const = default;

private:
    std::string m_text;
};

enum class Account : std::uint8_t { Bank, Kas, Panjar, Piutang, Pajak, Bunga, Swadaya, Titipan };
enum class TaxSource : std::uint8_t { Bank, Kas, Panjar };
enum class RepaidTo : std::uint8_t { Bank, Kas };
enum class GiftKind : std::uint8_t { Work, Goods };

/// Cash drawn or paid in, interest, fees, residents' money, unknown money.
struct CashMove {
    RequestId id;
    PokmasId pokmas;
    Rupiah amount;
    Date on;
    Note note;
    std::optional<Sha256> proof;
};
struct GiveAdvance {
    RequestId id;
    PokmasId pokmas;
    std::optional<PersonId> holder; // somebody known, or
    Text<0, 120> holder_name; // a name
    Rupiah amount;
    Date on;
    Note note;
    std::optional<Sha256> proof;
};
struct ReturnAdvance {
    RequestId id;
    PokmasId pokmas;
    Party holder;
    Rupiah amount;
    Date on;
    Note note;
    std::optional<Sha256> proof;
};
struct TaxPart {
    Text<1, 60> key; // of the pack
    std::optional<Rupiah> amount; // empty: this kind is not paid now
};
struct PayTax {
    RequestId id;
    PokmasId pokmas;
    std::vector<TaxPart> taxes;
    TaxSource from {TaxSource::Kas};
    std::optional<Ntpn> ntpn;
    Text<0, 40> ntpd;
    Date on;
    Note note;
    std::optional<Sha256> proof;
};
struct ReturnInterest {
    RequestId id;
    PokmasId pokmas;
    Rupiah amount;
    PaperNumber slip;
    Date on;
    Note note;
    std::optional<Sha256> proof;
};
struct ResidentsValue {
    RequestId id;
    PokmasId pokmas;
    std::optional<PurseId> purse;
    GiftKind kind {GiftKind::Work};
    Rupiah value;
    Text<3, 300> what;
    Text<0, 200> giver;
    Date on;
    std::optional<Sha256> proof;
};
struct Pieces {
    Rupiah value; // of one note or coin
    std::optional<std::int64_t> count;
};
struct CountCash {
    RequestId id;
    PokmasId pokmas;
    std::optional<Rupiah> counted; // the sum, or by pieces
    std::vector<Pieces> pieces;
    std::optional<PersonId> holder; // who answers for what is missing; the actor when nobody is named
    Text<0, 120> holder_name;
    Date on;
    Note note;
    std::optional<Sha256> proof;
};
struct Repay {
    RequestId id;
    PokmasId pokmas;
    Party debtor;
    Rupiah amount;
    RepaidTo to {RepaidTo::Bank};
    Date on;
    Note note;
    std::optional<Sha256> proof;
};
struct PurseAmount {
    PurseId purse;
    std::optional<Rupiah> amount; // empty: nothing of this purse
};
struct RepayToTreasury {
    RequestId id;
    PokmasId pokmas;
    Party debtor;
    std::vector<PurseAmount> purses;
    PaperNumber slip;
    Date on;
    Note note;
    std::optional<Sha256> proof;
};
struct ReturnLeftover {
    RequestId id;
    PokmasId pokmas;
    std::vector<PurseAmount> purses;
    PaperNumber slip;
    Date on;
    Note note;
    std::optional<Sha256> proof;
};
struct WriteOff {
    RequestId id;
    PokmasId pokmas;
    Party debtor;
    std::vector<PurseAmount> purses;
    PaperNumber decree;
    Date on;
    Reason reason;
    std::optional<Sha256> proof;
};
struct PassedPart {
    Account account {Account::Bank};
    std::optional<Party> party;
    std::optional<Rupiah> amount;
};
struct HandOver {
    RequestId id;
    PokmasId pokmas; // hands over
    PokmasId to;
    std::vector<PurseId> purses; // empty: all
    PaperNumber minutes;
    std::optional<Rupiah> counted; // the cash as counted; required when all passes
    std::vector<PassedPart> amounts; // of some purses only; empty: from bank, then cash
    Date on;
    Note note;
    std::optional<Sha256> proof;
};
struct SignMonth {
    RequestId id;
    PokmasId pokmas;
    Month month;
};
struct ReturnMonth {
    RequestId id;
    PokmasId pokmas;
    Month month;
    Reason reason;
};
struct TakeBack {
    RequestId id;
    EntryId entry;
    Reason reason;
};

} // namespace rtkeren::spending

namespace rtkeren::operations {

template<>
struct Choices<spending::Account> {
    using enum spending::Account;
    static constexpr std::array<std::pair<spending::Account, std::string_view>, 8> values {{{Bank, "bank"}, {Kas, "kas"}, {Panjar, "panjar"}, {Piutang, "piutang"},
        {Pajak, "pajak"}, {Bunga, "bunga"}, {Swadaya, "swadaya"}, {Titipan, "titipan"}}};
};
template<>
struct Choices<spending::TaxSource> {
    using enum spending::TaxSource;
    static constexpr std::array<std::pair<spending::TaxSource, std::string_view>, 3> values {{{Bank, "bank"}, {Kas, "kas"}, {Panjar, "panjar"}}};
};
template<>
struct Choices<spending::RepaidTo> {
    using enum spending::RepaidTo;
    static constexpr std::array<std::pair<spending::RepaidTo, std::string_view>, 2> values {{{Bank, "bank"}, {Kas, "kas"}}};
};
template<>
struct Choices<spending::GiftKind> {
    using enum spending::GiftKind;
    static constexpr std::array<std::pair<spending::GiftKind, std::string_view>, 2> values {{{Work, "work"}, {Goods, "goods"}}};
};

} // namespace rtkeren::operations
