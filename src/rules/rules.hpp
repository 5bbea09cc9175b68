#pragma once

#include "base/date.hpp"
#include "base/rupiah.hpp"
#include "db/db.hpp"

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

/// Rules are data: one pack a city and year, a TOML file with a legal basis, dates, severity and certainty beside every number.
/// A pack is put in by one person and released by another; each write reads the version in force, each decision keeps it.
/// Checks are pure functions of facts and a pack; they answer verdicts and never touch the database.
namespace rtkeren::rules {

/// How sure we are of a number. `Example` may warn, never block (design, section 4).
enum class Certainty : std::uint8_t { Certain, Announced, Assumed, Example }; // pasti, diumumkan, dugaan, contoh

/// What stands beside each parameter.
struct Basis {
    std::string citation; // printed as it is: "Perwali Blitar 6/2022, pasal belum dicatat"
    Certainty certainty {Certainty::Assumed};
    Severity severity {Severity::Block}; // already lowered to Warn where the certainty is Example
    std::optional<Date> valid_from, valid_until;
    [[nodiscard]] bool in_force(Date) const;
};

struct Envelope {
    std::string key; // "fisik", "umkm"
    std::string label; // "Pekerjaan fisik"
    std::string sign; // icon name: "wall", "basket"
    Rupiah per_unit; // of each unit's purse
    Basis basis;
};
/// The floor under one envelope: a share of the unit's whole ceiling that its plan must reach.
struct Earmark {
    std::string envelope;
    BasisPoints minimum {0};
    Basis basis;
};
enum class MoveAllowed : std::uint8_t { Never, BeforeApproval, WithBudgetChange };
struct MoveRule {
    std::string from, to;
    MoveAllowed allowed {MoveAllowed::Never};
    Basis basis;
};
struct MenuItem {
    std::string code; // "drainase": the category on ledger lines
    std::string label;
    std::vector<std::string> envelopes; // that may pay for it
    std::string group; // heading of Permendagri 130/2018
    bool training {false}, work {false}, needs_drawing {false};
    std::optional<Date> banned_from, banned_until;
    Basis basis;
    std::optional<Basis> ban; // why it is banned; set with `banned_from`
    [[nodiscard]] bool is_banned(Date) const;
};
/// At most this share of the unit's whole ceiling for one category.
struct Cap {
    std::string category;
    BasisPoints share {0};
    Basis basis;
};
struct Gate {
    std::string fact; // "payout.contract_signed"
    std::int64_t minimum {1}; // of a share in basis points or a count, as the fact says; 1 for yes
    std::string label; // Indonesian, for the checklist
    Basis basis;
};
struct Tranche {
    int number {1};
    BasisPoints share {0};
    std::vector<Gate> gates;
    Basis basis;
};
/// A kind of spending: what papers it needs, which taxes may be due.
struct SpendKind {
    std::string code; // "barang", "jasa", "sewa_alat", "konsumsi", "upah", "honor", "transport_peserta", "sewa_tempat", "administrasi", "bea"
    std::string label;
    /// Needed when the payment is greater than `above`; not `required` is advice.
    struct Paper { std::string kind, label; Rupiah above; bool required {true}; };
    std::vector<Paper> papers;
    std::vector<std::string> taxes; // keys of tax rows in question order
    Basis basis;
};
struct TaxRow {
    std::string key; // "ppn", "pph22", "pph23", "pph21_honor", "pph_final_umkm", "pbjt", "pph4_2"
    std::string label;
    BasisPoints rate {0}, rate_without_npwp {0};
    BasisPoints base_share {10000}; // of the price (PPh 21 on half)
    Rupiah above; // due only when the payment is greater
    bool city_tax {false}; // NTPD instead of NTPN
    bool in_price {false}; // the price contains it (PPN, local food tax): it is taken out before other rates apply
    Rupiah free_per_day; // daily wages: not taxed for each worker's day
    /// Answers that must all hold: "pkp", "suket", "no_suket", "catering", "no_catering", "civil", "no_civil", "rank_2", "rank_3", "rank_4", "wages_over_limit".
    std::vector<std::string> when;
    Basis basis;
};
struct Deadline {
    std::string key; // "rab", "tranche_1", "tranche_2", "works_end", "lpj", "books_closed"
    std::string label;
    Date due;
    std::optional<Date> opens;
    Basis basis;
};

/// One parsed pack; immutable, shared.
class Pack {
public:
    /// All findings at once as `pack.invalid` with fields: name is the TOML path ("menu[3].label"), arguments {line}. Field codes: pack.syntax, pack.missing,
    /// pack.type, pack.range, pack.reference, pack.duplicate, pack.shares, pack.order, pack.unknown_key, pack.too_large.
    static Result<std::shared_ptr<Pack const>> parse(std::string_view toml);

    std::string city; // "35.72"
    int year {0};
    std::string scheme; // "RT Keren"
    std::string unit; // "rt", "rw", "kelurahan"
    std::string unit_scope; // "all" or "pilot": the units are listed by the allocation
    std::vector<Envelope> envelopes;
    std::vector<Earmark> earmarks;
    std::vector<MoveRule> moves;
    std::vector<MenuItem> menu;
    std::vector<Cap> caps;
    std::vector<Tranche> tranches;
    std::vector<SpendKind> spend_kinds;
    std::vector<TaxRow> taxes;
    std::vector<Deadline> deadlines;
    std::map<std::string, Rupiah> bonus; // "1" -> 50.000.000
    std::map<std::string, bool> steps; // optional steps: "pendamping", "dinas", "musrenbang"
    struct Number { std::int64_t value; Basis basis; };
    std::map<std::string, Number> numbers; // "price_warn_bp", "price_block_bp", "cash_overnight", "accepted_share_for_next_bp", "fix_days", "split_days", ...
    std::map<std::string, std::string> choices; // "tax_withheld_by" = "pokmas" | "kelurahan"; "purse_bears_tax" = "ya" | "tidak"
    /// What stands beside the values above that are not structs: "unit", "bonus.1", "step.pendamping", "choice.tax_withheld_by".
    std::map<std::string, Basis> bases;
    std::string hash; // SHA-256 of the text
    int version {0}; // 0 before it is stored

    [[nodiscard]] Envelope const* envelope(std::string_view key) const;
    [[nodiscard]] MenuItem const* menu_item(std::string_view code) const;
    [[nodiscard]] SpendKind const* spend_kind(std::string_view code) const;
    [[nodiscard]] TaxRow const* tax(std::string_view key) const; // the first of that key
    [[nodiscard]] TaxRow const* tax(std::string_view key, Date on) const; // in force on that day
    [[nodiscard]] Deadline const* deadline(std::string_view key) const;
    [[nodiscard]] std::int64_t number(std::string_view key, std::int64_t fallback) const;
    [[nodiscard]] std::string choice(std::string_view key, std::string_view fallback) const;
    [[nodiscard]] bool step(std::string_view key) const; // whether the year asks for it
    [[nodiscard]] Rupiah ceiling_per_unit() const; // sum over the envelopes
};

/// The released pack of a year; rules.no_pack. Parsed once a hash, shared by all threads.
[[nodiscard]] Result<std::shared_ptr<Pack const>> released(db::ReadTx&, CityId, int year);
/// The pack as a decision saw it.
[[nodiscard]] Result<std::shared_ptr<Pack const>> version(db::ReadTx&, CityId, int year, int version);
/// Texts of the packs shipped with the program (packs/<city>/<year>.toml).
struct ShippedPack { std::string_view city; int year; std::string_view text; };
[[nodiscard]] std::vector<ShippedPack> const& shipped_packs();

/// One parameter as people read it: `path` is its stable key ("menu.gapura", "tax.ppn", "number.price_warn_bp", "tranche.2.spending.accepted_share").
struct Parameter {
    std::string section, path, label, value;
    Basis basis;
};
/// Every parameter of the pack in reading order, in the language of the thread.
[[nodiscard]] std::vector<Parameter> describe(Pack const&);
/// `rtkeren rules explain --year Y KEY`: the parameter of that path, or all below it or ending in it; rules.unknown_key names what there is.
[[nodiscard]] Result<std::string> explain(Pack const&, std::string_view key);
/// `rtkeren rules check FILE`: the findings of Pack::parse, plus gate facts that no room publishes; empty when the pack is good.
[[nodiscard]] std::vector<FieldError> check_text(std::string_view toml);
[[nodiscard]] std::string_view name_of(Certainty); // "pasti", "diumumkan", "dugaan", "contoh"

// -- facts by name: what upper rooms know and a pack's gates ask for ---------------------------------------------

struct FactAnswer {
    bool known {true};
    std::int64_t value {0}; // 1/0, a count or basis points
    Arguments numbers {}; // for the wording
    std::string href {}; // page that mends it
};
struct Fact {
    std::string name; // "spending.accepted_share"
    std::string label; // what it says, msgid
    /// `subject` is a purse id; `tranche` the number asked for.
    std::function<Result<FactAnswer>(db::ReadTx&, CityId, std::string const& purse, int tranche)> read;
};
/// At the start of the program, by `app`, before threads run; the same name twice is our bug.
void register_facts(std::vector<Fact>);
[[nodiscard]] Fact const* find_fact(std::string_view name);

struct GateAnswer {
    Gate gate;
    bool passed {false};
    FactAnswer fact;
};
/// Every gate of the tranche for one purse. rules.unknown_fact is the pack's error, found when it is released.
/// Passed when the fact is known and its value reaches the minimum.
[[nodiscard]] Result<std::vector<GateAnswer>> judge_gates(db::ReadTx&, CityId, Tranche const&, std::string const& purse);

// -- checks: pure ----------------------------------------------------------------------------------------------

struct PlanLineFacts {
    std::string envelope, category, item;
    Rupiah amount, unit_price;
    std::optional<Rupiah> reference_price;
};
struct PlanFacts {
    Date on; // the day of the decision
    std::map<std::string, Rupiah> ceiling; // envelope -> the unit's purse
    std::vector<PlanLineFacts> lines;
};
/// rab.umkm_share {missing, minimum, share, ceiling, planned, room, envelope, label}, rab.over_purse {over, planned, purse, envelope, label}, rab.banned {label, from, amount},
/// rab.category_envelope {label, envelope, allowed, amount}, rab.price_warn and rab.price_block {item, price, reference, limit}, rab.cap {label, planned, limit, share, ceiling, over}.
/// Fix of the first two: planning.shift_to_envelope {from, to, amount}: takes `amount` off planned lines of `from` and plans it in `to`; with {ceiling} as well when so much
/// must move between the purses first. A share that unplanned money of its own purse can fill has no fix: nothing needs to be given up.
[[nodiscard]] std::vector<Verdict> check_plan(PlanFacts const&, Pack const&);

struct ExpenseFacts {
    Date on;
    std::string envelope, category, spend_kind;
    Rupiah gross, purse_left, line_left;
    std::map<std::string, Rupiah> other_purses_left; // envelope -> left in the unit's other purse, for the fix
    std::vector<std::string> papers; // kinds attached
    bool joint_letter {true}; // false: another unit's purse without the signed letter and shares
    std::string unit_charged, unit_of_work; // codes
    std::string unit_charged_name {}, unit_of_work_name {}; // shown in the refusal; the codes where they are empty
};
/// expense.category_envelope {label, envelope, allowed}, expense.banned {label, from}, expense.over_disbursed {gross, left, over, envelope}, expense.over_line {gross, left, over},
/// expense.other_unit {charged, work}, expense.papers_missing {papers} (warns), expense.spend_kind {spend_kind}.
/// The fix spending.record_expense {envelope} is an overlay on the refused input: who shows it completes it with what was typed.
[[nodiscard]] std::vector<Verdict> check_expense(ExpenseFacts const&, Pack const&);

struct TaxAnswers { // asked one at a time, in words
    bool supplier_pkp {false}, supplier_npwp {false}, suket_pp55 {false}, catering {false}, civil_servant {false};
    int civil_rank {0}; // golongan 1 to 4
    Rupiah wages_over_limit {}; // of daily wages: what goes to workers paid more a day than `free_daily_wage` …
    std::int64_t days_over_limit {0}; // … and for how many worker days
};
/// What must be asked for this payment, in order: "supplier_pkp", "supplier_npwp", "suket_pp55", "catering", "civil_servant", "civil_rank", "wages_over_limit". Only what may change the answer.
[[nodiscard]] std::vector<std::string> tax_questions(std::string_view spend_kind, Rupiah gross, Date on, Pack const&);
struct TaxDue { std::string key, label; Rupiah base, amount; Basis basis; bool city_tax {false}; };
/// What is to be withheld from this payment; amounts rounded down to whole rupiah.
[[nodiscard]] std::vector<TaxDue> taxes_due(std::string_view spend_kind, Rupiah gross, Date on, TaxAnswers const&, Pack const&);

[[nodiscard]] bool blocks(std::vector<Verdict> const&);
/// rules.gate {label, value, minimum} for each gate that is not passed.
[[nodiscard]] std::vector<Verdict> verdicts_of(std::vector<GateAnswer> const&);
/// Papers of a spend kind that a payment of this size needs and that are not attached.
[[nodiscard]] std::vector<SpendKind::Paper> missing_papers(SpendKind const&, Rupiah gross, std::vector<std::string> const& attached);

} // namespace rtkeren::rules
