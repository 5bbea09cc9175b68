#include "enterprise/standing.hpp"

#include "base/check.hpp"
#include "enterprise/legality.hpp"
#include "enterprise/sql.hpp"
#include "enterprise/store.hpp"
#include "identifiers/pirt.hpp"

#include <algorithm>
#include <map>

namespace rtkeren::enterprise {
namespace {

constexpr std::int64_t shortest_pirt_days = 7; // BPOM 22/2018: food that keeps less long needs none

/// A paper judged for one product as of today.
struct Judged {
    StepState state {StepState::Missing};
    std::optional<Date> since {};
    Paper const* paper {nullptr};
};

bool names(Paper const& paper, ProductId product) { return std::ranges::find(paper.covers, product) != paper.covers.end(); }

/// Whether a P-IRT's digits say another packaging or kind of food than the product's own.
bool differs(Paper const& paper, ProductFacts const& product, Date today)
{
    if (paper.kind != "pirt")
        return false;
    auto seen = identifiers::inspect_pirt(paper.number, today, paper.valid_until);
    identifiers::compare_pirt(seen, product.packaging, product.food);
    return seen.has("pirt.product_mismatch");
}

/// The first day on which a paper no longer held; a P-IRT without its own last day holds through its year.
std::optional<Date> expired_on(Paper const& paper, Date today)
{
    if (paper.valid_until && *paper.valid_until < today)
        return paper.valid_until->plus_days(1);
    if (paper.kind != "pirt" || paper.valid_until)
        return std::nullopt;
    auto const seen = identifiers::inspect_pirt(paper.number, today);
    if (!seen.has("pirt.expired"))
        return std::nullopt;
    auto const year = parse_integer(seen.part("year"));
    CHECK(year);
    return Date::of(static_cast<int>(*year) + 1, 1, 1).value();
}

Judged judge_paper(Paper const& paper, Date today)
{
    auto const over = expired_on(paper, today);
    if (over)
        return {StepState::Wrong, *over, &paper};
    if (paper.result == "issued" && paper.worst != "error")
        return {StepState::Done, paper.checked_on, &paper};
    if (!paper.result.empty())
        return {StepState::Wrong, paper.checked_on, &paper};
    return {paper.worst == "error" ? StepState::Wrong : StepState::Checking, paper.entered_on, &paper};
}

int rank_of(StepState state) { return state == StepState::Done ? 2 : state == StepState::Checking ? 1 : 0; }

/// The best paper of a kind that is this product's; `mismatch` when one was left out for its digits, or counts in spite of them.
std::optional<Judged> best_paper(ProductFacts const& product, std::string_view kind, std::span<Paper const> papers, Date today, bool& mismatch)
{
    std::optional<Judged> best;
    for (auto const& paper : papers) {
        auto const is_named = names(paper, product.id);
        if (paper.kind != kind || (!paper.covers.empty() && !is_named))
            continue;
        auto const is_other = differs(paper, product, today);
        mismatch = mismatch || is_other;
        if (is_other && !is_named)
            continue;
        auto judged = judge_paper(paper, today);
        if (!best || rank_of(judged.state) > rank_of(best->state))
            best = judged;
    }
    return best;
}

Applied const* open_application(ProductFacts const& product, std::string_view step, std::span<Applied const> applied)
{
    auto const found = std::ranges::find_if(applied, [&](Applied const& one) { return one.step == step && (!one.product || *one.product == product.id); });
    return found == applied.end() ? nullptr : &*found;
}

bool is_needless(ProductFacts const& product, std::string_view step) { return step == "pirt" && product.shelf_days && *product.shelf_days < shortest_pirt_days; }

std::string whose_move(StepState state, std::string_view desk)
{
    switch (state) {
    case StepState::Done:
    case StepState::NotNeeded: return {};
    case StepState::Checking: return "pemeriksa";
    case StepState::Applied: return std::string(desk);
    case StepState::Wrong:
    case StepState::Missing: return "pemilik";
    }
    check_failed("step state");
}

StandingStep judge_step(LegalStep const& legal, ProductFacts const& product, std::span<Paper const> papers, std::span<Applied const> applied, Date today)
{
    StandingStep step {.step = std::string(legal.step), .required = legal.required, .desk = std::string(legal.desk), .whose = {}, .certainty = std::string(legal.certainty),
        .basis = std::string(legal.basis), .note = std::string(legal.note)};
    auto const best = best_paper(product, legal.step, papers, today, step.mismatch);
    auto const* asked = open_application(product, legal.step, applied);
    if (best && (best->state != StepState::Wrong || asked == nullptr)) {
        step.state = best->state;
        step.since = best->since;
        step.licence = best->paper->id;
        auto const paper_day = best->paper->issued_on ? *best->paper->issued_on : best->paper->entered_on;
        step.recipe_changed = product.recipe_changed_on && *product.recipe_changed_on > paper_day && (legal.step == "halal" || legal.step == "pirt" || legal.step == "bpom");
    } else if (asked != nullptr) {
        step.state = StepState::Applied;
        step.since = asked->on;
        step.application = asked->application;
    } else if (is_needless(product, legal.step)) {
        step.state = StepState::NotNeeded;
    }
    step.whose = whose_move(step.state, legal.desk);
    return step;
}

/// A missing step's turn comes when the required ones before it are done; before that it waits for nobody.
void give_turns(Standing& standing, Date entered_on)
{
    auto turn = entered_on;
    for (std::size_t i = 0; i < standing.steps.size(); ++i) {
        auto& step = standing.steps[i];
        auto const is_over = step.state == StepState::Done || step.state == StepState::NotNeeded;
        if (is_over) {
            if (step.required && step.since && *step.since > turn)
                turn = *step.since;
            continue;
        }
        if (step.required && !standing.now)
            standing.now = i;
        auto const has_turn = !standing.now || *standing.now == i;
        if (step.state == StepState::Missing && has_turn)
            step.since = turn;
    }
}

ProductFacts product_facts(Product const& product, Zone zone)
{
    return {.id = product.id, .kind = product.kind, .packaging = product.packaging, .food = product.food, .shelf_days = product.shelf_days, .recipe_changed_on = product.recipe_changed_on,
        .entered_on = product.entered_at.date_in(zone)};
}

std::optional<Date> day_of(std::optional<Instant> const& at, Zone zone) { return at ? std::optional(at->date_in(zone)) : std::nullopt; }

/// What is known of the papers of some businesses.
struct Papers {
    std::vector<Paper> papers;
    std::vector<Applied> applied;
};

Result<Papers> papers_of(db::ReadTx& tx, Services const& services, BusinessId business)
{
    Papers all;
    auto const licences = TRY(licences_of(tx, services.city, business));
    for (auto const& licence : licences)
        if (!licence.retired_at)
            all.papers.push_back({.id = licence.id, .kind = licence.kind, .number = licence.number, .worst = licence.worst, .result = licence.result,
                .entered_on = licence.entered_at.date_in(services.zone), .issued_on = licence.issued_on, .valid_until = licence.valid_until,
                .checked_on = day_of(licence.checked_at, services.zone)});
    auto const covered = TRY(tx.run(sql::coverage_of_business, services.city, business));
    for (auto const& row : covered)
        for (auto& paper : all.papers)
            if (paper.id == row.id<LicenceId>(0))
                paper.covers.push_back(row.id<ProductId>(1));
    auto const applied = TRY(tx.run(sql::applications_of_business, services.city, business));
    for (auto const& row : applied)
        if (row.is_null(6))
            all.applied.push_back({row.text(1), row.maybe_id<ProductId>(2), row.date(3), row.id<ApplicationId>(0)});
    return all;
}

using PapersOf = std::map<std::string, Papers>;

Result<PapersOf> papers_in(db::ReadTx& tx, Services const& services, std::string const& from, std::string const& behind)
{
    PapersOf all;
    std::map<std::string, std::vector<ProductId>> covers;
    auto const covered = TRY(tx.run(sql::coverage_in_place, services.city, from, behind));
    for (auto const& row : covered)
        covers[row.text(0)].push_back(row.id<ProductId>(1));
    auto const rows = TRY(tx.run(sql::papers_in_place, services.city, from, behind));
    for (auto const& row : rows) {
        auto& paper = all[row.text(0)].papers.emplace_back();
        paper = {.id = row.id<LicenceId>(1), .kind = row.text(2), .number = row.text(3), .worst = row.text(4), .result = row.text_or(5), .entered_on = row.instant(6).date_in(services.zone),
            .issued_on = row.maybe_date(7), .valid_until = row.maybe_date(8), .checked_on = day_of(row.maybe_instant(9), services.zone)};
        if (auto const named = covers.find(row.text(1)); named != covers.end())
            paper.covers = named->second;
    }
    auto const applied = TRY(tx.run(sql::applications_in_place, services.city, from, behind));
    for (auto const& row : applied)
        all[row.text(0)].applied.push_back({row.text(1), row.maybe_id<ProductId>(2), row.date(3), row.id<ApplicationId>(4)});
    return all;
}

} // namespace

std::string_view name_of(StepState state)
{
    switch (state) {
    case StepState::Done: return "done";
    case StepState::Checking: return "checking";
    case StepState::Wrong: return "wrong";
    case StepState::Applied: return "applied";
    case StepState::Missing: return "missing";
    case StepState::NotNeeded: return "not_needed";
    }
    check_failed("step state");
}

StandingStep const* Standing::step(std::string_view name) const
{
    auto const found = std::ranges::find(steps, name, &StandingStep::step);
    return found == steps.end() ? nullptr : &*found;
}

Standing judge_standing(ProductFacts const& product, std::span<Paper const> papers, std::span<Applied const> applied, Date today)
{
    Standing standing;
    auto const* kind = product_kind(product.kind);
    if (kind == nullptr)
        return standing;
    for (auto const& legal : kind->path(today))
        standing.steps.push_back(judge_step(legal, product, papers, applied, today));
    give_turns(standing, product.entered_on);
    return standing;
}

Result<Standing> legal_standing(db::ReadTx& tx, Services const& services, ProductId id)
{
    auto const product = TRY(find_product(tx, services.city, id));
    auto const business = TRY(standing_of(tx, services.city, product.business));
    auto const papers = TRY(papers_of(tx, services, business));
    return judge_standing(product_facts(product, services.zone), papers.papers, papers.applied, services.today());
}

Result<std::vector<ProductStanding>> legal_standing(db::ReadTx& tx, Services const& services, BusinessId id)
{
    std::vector<ProductStanding> all;
    auto const business = TRY(find_business(tx, services.city, id));
    auto const papers = TRY(papers_of(tx, services, id));
    auto const products = TRY(products_of(tx, services.city, id));
    for (auto const& product : products)
        if (!product.stopped)
            all.push_back({product.id, business.id, product.name, product.kind, business.region, business.kelurahan,
                judge_standing(product_facts(product, services.zone), papers.papers, papers.applied, services.today()), business.name, product.gtin, product.label_status, business.owner,
                business.closed_on.has_value()});
    return all;
}

Result<std::vector<ProductStanding>> legal_standings_in(db::ReadTx& tx, Services const& services, std::string_view place)
{
    auto const from = covers_place(place, "") ? std::string {} : std::string(place);
    auto const behind = from.empty() ? std::string("~") : from + "/";
    auto const papers = TRY(papers_in(tx, services, from, behind));
    auto const rows = TRY(tx.run(sql::products_in_place, services.city, from, behind));
    static Papers const none;
    std::vector<ProductStanding> all;
    all.reserve(rows.size());
    for (auto const& row : rows) {
        ProductFacts const facts {.id = row.id<ProductId>(0), .kind = row.text(3), .packaging = row.text_or(4), .food = row.text_or(5),
            .shelf_days = row.is_null(6) ? std::nullopt : std::optional(row.integer(6)), .recipe_changed_on = row.maybe_date(7), .entered_on = row.instant(8).date_in(services.zone)};
        auto const known = papers.find(row.text(1));
        auto const& own = known == papers.end() ? none : known->second;
        all.push_back({facts.id, row.id<BusinessId>(1), row.text(2), facts.kind, row.text(9), row.text(10), judge_standing(facts, own.papers, own.applied, services.today()), row.text(11),
            row.text_or(13), row.text(14), row.id<PersonId>(12), row.flag(15)});
    }
    return all;
}

} // namespace rtkeren::enterprise
