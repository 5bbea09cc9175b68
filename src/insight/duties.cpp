#include "insight/duties.hpp"

#include "followup/followup.hpp"
#include "insight/figures.hpp"
#include "insight/scope.hpp"
#include "insight/sql.hpp"
#include "language/language.hpp"
#include "rules/store.hpp"
#include "spending/cash.hpp"
#include "spending/spending.hpp"

#include <algorithm>
#include <array>

namespace rtkeren::insight {
namespace {

/// One person's year: what every duty asks.
struct Scope {
    db::ReadTx& tx;
    Services& services;
    Actor const& actor;
    int year {0};
    programme::YearStatus status {programme::YearStatus::Open};
    std::shared_ptr<rules::Pack const> pack;
    Date today;

    [[nodiscard]] std::string year_words() const { return std::to_string(year); }
    [[nodiscard]] rules::Deadline const* deadline(std::string_view key) const { return pack == nullptr ? nullptr : pack->deadline(key); }
    /// A step that the year has not come to does not wait yet.
    [[nodiscard]] bool is_open(rules::Deadline const* deadline) const { return deadline == nullptr || !deadline->opens || *deadline->opens <= today; }
};

std::optional<Date> due_of(rules::Deadline const* deadline) { return deadline == nullptr ? std::nullopt : std::optional(deadline->due); }

bool gives(Grant const& grant, std::string_view permission) { return std::ranges::binary_search(grant.permissions, permission); }

/// The places of a grant: those that its pokmas serves, or its own.
Result<std::vector<std::string>> places_of(Scope const& scope, Grant const& grant)
{
    auto const pokmas = PokmasId::parse(grant.pokmas);
    if (!pokmas.ok())
        return std::vector {grant.place};
    auto served = TRY(payout::pokmas(scope.tx, scope.services.city, *pokmas));
    return served.rws;
}

Result<void> add_plans(Scope const& scope, Grant const& grant, std::vector<Duty>& duties)
{
    auto const* deadline = scope.deadline("rab");
    if (!gives(grant, "planning.write") || !scope.is_open(deadline))
        return Done {};
    auto const places = TRY(places_of(scope, grant));
    std::vector<std::string> units, names;
    for (auto const& place : places) {
        auto const range = range_of(place);
        auto const rows = TRY(scope.tx.run(sql::units_without_plan, scope.services.city, scope.year, range.first, range.after));
        for (auto const& row : rows) {
            units.push_back(row.text(0));
            names.push_back(row.text(1));
        }
    }
    if (units.empty())
        return Done {};
    auto const is_one = units.size() == 1;
    duties.push_back({.title = is_one ? tr("Susun RAB {year}, {unit}", {{"year", scope.year_words()}, {"unit", names.front()}}) : tr("Susun RAB {year}", {{"year", scope.year_words()}}),
        .state = trn("{n} penerima belum punya RAB", "{n} penerima belum punya RAB", std::int64_t(units.size())),
        .place = is_one ? units.front() : places.front(),
        .href = is_one ? "/rab/baru?unit=" + units.front() + "&tahun=" + scope.year_words() : "/rab/baru?tahun=" + scope.year_words(),
        .action = tr("Susun RAB"),
        .due = due_of(deadline)});
    return Done {};
}

/// A contract covers what plans reserve; a plan that grew later needs its addendum, which the page of the pokmas leads to.
Result<void> add_contracts(Scope const& scope, Grant const& grant, std::vector<Duty>& duties)
{
    if (!gives(grant, "payout.contract") || !grant.pokmas.empty())
        return Done {};
    auto const range = range_of(grant.place);
    auto const rows = TRY(scope.tx.run(sql::plans_without_contract, scope.services.city, scope.year, range.first, range.after));
    for (auto const& row : rows) {
        auto const pokmas = payout::pokmas_of_rw(scope.tx, scope.services.city, row.text(0));
        if (!pokmas.ok() || pokmas->state != "active") // what a group still lacks waits as a file of its own
            continue;
        auto const contract = TRY(payout::contract_of(scope.tx, scope.services.city, pokmas->id, scope.year));
        auto const id = pokmas->id.str();
        Arguments const words {{"year", scope.year_words()}, {"pokmas", pokmas->name}};
        duties.push_back({.title = contract ? tr("Catat adendum kontrak {year}, {pokmas}", words) : tr("Tanda tangani kontrak {year}, {pokmas}", words),
            .state = tr("RAB {amount} disetujui dan belum berkontrak", {{"amount", format_rupiah(row.rupiah(1))}}),
            .place = row.text(0),
            .href = contract ? "/kontrak/" + contract->id.str() + "/adendum" : "/kontrak/baru?pokmas=" + id + "&tahun=" + scope.year_words(),
            .action = contract ? tr("Catat adendum") : tr("Buat kontrak"),
            .due = due_of(scope.deadline("rab"))});
    }
    return Done {};
}

Result<void> add_request(Scope const& scope, Grant const& grant, PokmasId pokmas, std::vector<Duty>& duties)
{
    if (!gives(grant, "payout.request") || scope.status != programme::YearStatus::Open)
        return Done {};
    auto const row = TRY(scope.tx.maybe(sql::contract_not_requested, scope.services.city, scope.year, pokmas));
    if (!row)
        return Done {};
    auto const last = scope.pack == nullptr ? std::int64_t(1) : std::int64_t(scope.pack->tranches.size());
    auto const number = std::to_string(std::min(row->integer(1) + 1, last));
    auto const* deadline = scope.deadline("tranche_" + number);
    if (!scope.is_open(deadline))
        return Done {};
    duties.push_back({.title = tr("Minta termin {number} tahun {year}", {{"number", number}, {"year", scope.year_words()}}),
        .state = tr("{amount} di kontrak belum diminta; syaratnya terlihat per RT", {{"amount", format_rupiah(row->rupiah(0))}}),
        .place = grant.place,
        .href = "/pencairan/baru?pokmas=" + pokmas.str() + "&tahun=" + scope.year_words(),
        .action = tr("Lihat syarat dan minta"),
        .due = due_of(deadline)});
    return Done {};
}

Result<void> add_taxes(Scope const& scope, Grant const& grant, PokmasId pokmas, std::vector<Duty>& duties)
{
    if (!gives(grant, "spending.tax"))
        return Done {};
    auto const owed = TRY(spending::taxes_owed(scope.tx, scope.services.city, pokmas));
    if (owed.empty())
        return Done {};
    Rupiah total;
    for (auto const& each : owed)
        total += each.amount;
    duties.push_back({.title = tr("Setor pajak {amount}", {{"amount", format_rupiah(total)}}),
        .state = tr("Sudah dipotong dari belanja dan belum disetor"),
        .place = grant.place,
        .href = "/kas/" + pokmas.str(),
        .action = tr("Buka buku kas"),
        .due = owed.front().due});
    return Done {};
}

/// The first month after those signed; months are signed in their order.
Result<std::optional<spending::Month>> month_to_sign(Scope const& scope, PokmasId pokmas)
{
    auto const is_signed = TRY(ledger::signed_months(scope.tx, scope.services.city, pokmas));
    if (!is_signed.empty())
        return std::optional(TRY(spending::Month::parse(is_signed.back())).next());
    auto const first = TRY(ledger::entries_of_pokmas(scope.tx, scope.services.city, pokmas, {.sort = "occurred_on", .limit = 1}));
    return first.empty() ? std::nullopt : std::optional(spending::Month::of(first.front().occurred_on));
}

/// The treasurer signs first; what then waits for the chair is a file.
Result<void> add_month(Scope const& scope, Grant const& grant, PokmasId pokmas, std::vector<Duty>& duties)
{
    if (!gives(grant, "spending.cash") || !gives(grant, "spending.sign_month"))
        return Done {};
    auto const month = TRY(month_to_sign(scope, pokmas));
    auto const current = spending::Month::of(scope.today);
    if (!month || *month >= current)
        return Done {};
    auto const status = TRY(spending::month_status(scope.tx, scope.services.city, pokmas, *month));
    if (status.state == "awaiting")
        return Done {};
    std::int64_t open = 0;
    for (auto each = *month; each < current; each = each.next())
        ++open;
    duties.push_back({.title = tr("Tutup buku kas {month}", {{"month", spending::month_name(*month)}}),
        .state = trn("{n} bulan belum ditandatangani", "{n} bulan belum ditandatangani", open),
        .place = grant.place,
        .href = "/kas/" + pokmas.str() + "/tutup-bulan?bulan=" + month->str(),
        .action = tr("Tutup bulan"),
        .due = {}});
    return Done {};
}

Result<void> add_report(Scope const& scope, Grant const& grant, PokmasId pokmas, std::vector<Duty>& duties)
{
    auto const* deadline = scope.deadline("lpj");
    if (!gives(grant, "reporting.submit") || scope.status == programme::YearStatus::Closed || deadline == nullptr || !scope.is_open(deadline))
        return Done {};
    auto const contract = TRY(payout::contract_of(scope.tx, scope.services.city, pokmas, scope.year));
    auto const report = TRY(scope.tx.maybe(sql::report_of_pokmas, scope.services.city, pokmas, scope.year));
    if (!contract || report)
        return Done {};
    duties.push_back({.title = tr("Buka LPJ {year}", {{"year", scope.year_words()}}),
        .state = tr("Laporan tersusun dari buku; yang kurang terlihat sesudah dibuka"),
        .place = grant.place,
        .href = "/lpj/pokmas/" + pokmas.str() + "/" + scope.year_words(),
        .action = tr("Lihat LPJ"),
        .due = due_of(deadline)});
    return Done {};
}

Result<void> add_of_pokmas(Scope const& scope, Grant const& grant, std::vector<Duty>& duties)
{
    auto const pokmas = PokmasId::parse(grant.pokmas);
    if (!pokmas.ok())
        return Done {};
    TRY(add_request(scope, grant, *pokmas, duties));
    TRY(add_taxes(scope, grant, *pokmas, duties));
    TRY(add_month(scope, grant, *pokmas, duties));
    TRY(add_report(scope, grant, *pokmas, duties));
    return Done {};
}

/// Drawn businesses that were handed to this person; surveys know no year of money.
Result<void> add_interviews(db::ReadTx& tx, Services& services, Actor const& actor, std::vector<Duty>& duties)
{
    auto const open = TRY(followup::open_interviews(tx, actor, services.today()));
    for (auto const& each : open)
        duties.push_back({.title = tr("Tanya {business}", {{"business", each.business}}),
            .state = each.tries == 0 ? tr("Survei {round}", {{"round", each.round}})
                                     : trn("Survei {round}, sudah {n} kali dicoba", "Survei {round}, sudah {n} kali dicoba", each.tries, {{"round", each.round}}),
            .place = each.region,
            .href = each.href,
            .action = tr("Buka wawancara"),
            .due = each.due});
    return Done {};
}

/// Two offices of one person may ask for the same step.
void drop_repeated(std::vector<Duty>& duties)
{
    std::ranges::stable_sort(duties, {}, &Duty::href);
    auto const rest = std::ranges::unique(duties, {}, &Duty::href);
    duties.erase(rest.begin(), rest.end());
}

} // namespace

Result<std::vector<Duty>> duties_of(db::ReadTx& tx, Services& services, Actor const& actor)
{
    std::vector<Duty> duties;
    TRY(add_interviews(tx, services, actor, duties));
    constexpr std::array steps {"planning.write", "payout.contract", "payout.request", "spending.tax", "spending.sign_month", "reporting.submit"};
    auto const has_any = std::ranges::any_of(steps, [&](auto const* step) { return actor.has(step); });
    auto const year = has_any ? programme::year_or_current(tx, services.city, {}) : Result<programme::Year>(Error::not_found("programme.none_yet"));
    if (!year.ok())
        return year.error().kind == ErrorKind::NotFound ? Result<std::vector<Duty>>(std::move(duties)) : Result<std::vector<Duty>>(year.error());
    auto const pack = TRY(pack_of(tx, services.city, year->year));
    Scope const scope {tx, services, actor, year->year, year->status, pack, services.today()};
    for (auto const& grant : actor.grants) {
        if (year->status == programme::YearStatus::Open) {
            TRY(add_plans(scope, grant, duties));
            TRY(add_contracts(scope, grant, duties));
        }
        TRY(add_of_pokmas(scope, grant, duties));
    }
    drop_repeated(duties);
    return duties;
}

} // namespace rtkeren::insight
