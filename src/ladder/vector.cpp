#include "ladder/vector.hpp"

#include "turnover/turnover.hpp"

#include <algorithm>

namespace rtkeren::ladder {
namespace {

std::int64_t paid_workers(enterprise::Business const& business) { return business.workers_male.value_or(0) + business.workers_female.value_or(0); }

bool has_word(std::string_view list, std::string_view word)
{
    auto const words = split(list, ',');
    return std::ranges::find(words, word) != words.end();
}

void add_papers_back(std::vector<Back>& all, Known const& known, Date today, Zone zone)
{
    for (auto const& licence : known.licences) {
        if (licence.result != "issued")
            continue;
        if (licence.retired_at)
            all.push_back({licence.retired_at->date_in(zone), licence.kind, {}, "retired", licence.retired_reason});
        else if (licence.valid_until && *licence.valid_until < today)
            all.push_back({licence.valid_until->plus_days(1), licence.kind, {}, "expired", {}});
    }
    // A P-IRT says only its last year; the judged way knows when it ended.
    for (auto const& product : known.standings)
        for (auto const& step : product.standing.steps) {
            auto const is_over = step.state == enterprise::StepState::Wrong && step.licence && step.since;
            auto const licence = std::ranges::find_if(known.licences, [&](enterprise::Licence const& each) { return step.licence && each.id == *step.licence; });
            if (is_over && licence != known.licences.end() && licence->result == "issued" && !licence->valid_until)
                all.push_back({*step.since, step.step, product.product_name, "expired", {}});
        }
}

} // namespace

Result<Known> known_of(db::ReadTx& tx, Services const& services, Actor const& actor, enterprise::BusinessId id)
{
    auto const standing = TRY(enterprise::standing_of(tx, services.city, id));
    Known known;
    known.business = TRY(enterprise::find_business(tx, services.city, standing));
    if (!enterprise::may_read(actor, known.business))
        return Error::not_found("enterprise.no_business");
    known.products = TRY(enterprise::products_of(tx, services.city, standing));
    known.standings = TRY(enterprise::legal_standing(tx, services, standing));
    known.licences = TRY(enterprise::licences_of(tx, services.city, standing));
    known.steps = TRY(steps_of(tx, services.city, standing));
    for (auto const& product : known.standings)
        for (auto const& step : product.standing.steps)
            if (step.application) {
                auto const words = TRY(words_of(tx, services.city, *step.application));
                if (!words.empty())
                    known.words.emplace(step.application->str(), words.front());
            }
    auto const records = TRY(turnover::records_of(tx, services.city, standing));
    known.months = turnover::month_rows(records);
    known.sees_turnover = TRY(turnover::may_see(tx, actor, known.business, services.today()));
    return known;
}

bool registry_says(enterprise::Business const& business, std::string_view step)
{
    if (step == "toko")
        return has_word(business.channels, "ritel");
    if (step == "rumah" || step == "bazar" || step == "daring" || step == "titip")
        return has_word(business.channels, step);
    if (step == "catatan")
        return business.bookkeeping == "catatan" || business.bookkeeping == "aplikasi";
    if (step == "aplikasi")
        return business.bookkeeping == "aplikasi";
    if (step == "pekerja")
        return paid_workers(business) >= 1;
    if (step == "pekerja_lima")
        return paid_workers(business) >= 5;
    if (step == "kredit")
        return business.credit_source == "koperasi" || business.credit_source == "bank";
    return false; // a chain and an account of its own: only with a date
}

Reached reached_in(Dimension const& dimension, Known const& known)
{
    for (auto step = dimension.steps.rbegin(); step != dimension.steps.rend(); ++step) {
        auto const held = std::ranges::find_if(known.steps, [&](Step const& each) { return each.step == *step && each.holds(); });
        if (held != known.steps.end())
            return {std::string(*step), held->reached_on, held->result == "seen"};
        if (registry_says(known.business, *step))
            return {std::string(*step), std::nullopt, false};
    }
    return {};
}

std::vector<Back> backwards(Known const& known, Date today, Zone zone)
{
    std::vector<Back> all;
    add_papers_back(all, known, today, zone);
    for (auto const& step : known.steps)
        if (step.lost_on && step.result != "not_seen")
            all.push_back({*step.lost_on, step.step, {}, "lost", step.lost_reason});
    for (auto const& product : known.products)
        if (product.stopped_on)
            all.push_back({*product.stopped_on, "product", product.name, "stopped", product.stopped_reason});
    auto const book = book_run(known.months, today);
    if (book.since && !book.holds) {
        auto const last = Date::parse(book.last + "-01").value();
        auto const next = Date::of(last.year() + (last.month() == 12 ? 1 : 0), last.month() == 12 ? 1 : last.month() + 1, 1).value();
        all.push_back({next, "kas", {}, "book", {}});
    }
    if (known.business.closed_on)
        all.push_back({*known.business.closed_on, "business", {}, "closed", known.business.closed_reason});
    std::ranges::stable_sort(all, std::ranges::greater {}, &Back::on);
    return all;
}

} // namespace rtkeren::ladder
