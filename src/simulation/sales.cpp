#include "base/text.hpp"
#include "identity/identity.hpp"
#include "simulation/market.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace rtkeren::simulation {

namespace {

constexpr int few_percent = 8, many_percent = 24; // whose sales are asked for: in a small city more, so that groups are large enough to be shown
constexpr int usual_months = 8, long_months = 20;
constexpr int book_days = 70;

/// Fasting months and the end of the year sell more.
std::int64_t in_season(std::int64_t amount, Date month)
{
    static constexpr std::array<int, 12> percent {92, 94, 125, 118, 96, 98, 100, 97, 96, 99, 101, 128};
    return amount * percent.at(month.month() - 1) / 100;
}

Date first_of(Date day, int months_back)
{
    auto const months = day.year() * 12 + static_cast<int>(day.month()) - 1 - months_back;
    return Date::of(months / 12, static_cast<unsigned>(months % 12) + 1, 1).value();
}

Date last_of(Date first) { return first_of(first, -1).plus_days(-1); }

/// How its sales are known and how finely, by how far the owner goes.
struct Telling {
    std::string_view method, paper; // the document that proves it, ""
    std::int64_t rounded_to;
    bool by_operator {false};
};
Telling telling_of(Market& market, Enterprise const& enterprise)
{
    if (enterprise.care >= 93)
        return {"qris_statement", "rekening_koran_qris", 500};
    if (enterprise.care >= 74)
        return {"cash_book", "buku_kas", 1'000};
    if (market.random.chance(18))
        return {"estimate_official", "", 100'000, true};
    return {"recall_month", "", 50'000};
}

std::int64_t month_amount(Market& market, Enterprise const& enterprise, Date month, int nth, Telling const& told)
{
    // A quarter of a percent a month for each ten of care, and chance.
    auto const grown = enterprise.month_sales * (4'000 + nth * (enterprise.care - 30) / 4) / 4'000;
    auto const amount = in_season(grown, month) * market.random.between(78, 122) / 100;
    if (enterprise.seasonal && (month.month() % 6 == 1 || month.month() % 6 == 2))
        return 0;
    return amount / told.rounded_to * told.rounded_to;
}

Step record_step(Market& market, Enterprise const& enterprise, Telling const& told, std::string_view channel, std::int64_t amount, Date first, Date on)
{
    boost::json::object input {{"business", enterprise.id}, {"from", first.iso()}, {"to", last_of(first).iso()}, {"channel", channel}, {"method", told.method}, {"amount", amount},
        {"selling_days", amount == 0 ? 0 : market.random.between(18, 26)}};
    if (!told.paper.empty())
        input["file"] = market.pictures.hash_of(std::string(told.paper), told.paper == "buku_kas" ? "Halaman buku kas" : "Laporan QRIS", 0);
    return {"turnover.record", market.world.login_of(told.by_operator ? "operator" : "pendamping", enterprise.kelurahan->code), std::move(input), market.hour_of(on)};
}

void add_months(Market& market, Enterprise const& enterprise, int months, std::vector<Step>& steps)
{
    auto const told = telling_of(market, enterprise);
    auto const* channel = enterprise.place_kind == "daring" ? "daring" : "rumah";
    auto const sells_elsewhere = enterprise.care > 78 && market.random.chance(40);
    for (int back = months; back >= 1; --back) {
        auto const first = first_of(market.today, back);
        auto const on = Market::office_day(last_of(first).plus_days(2), std::chrono::Monday);
        if (first < enterprise.recorded || first < enterprise.started || !market.is_past(on) || (enterprise.closed && *enterprise.closed <= on))
            continue;
        auto const amount = month_amount(market, enterprise, first, months - back, told);
        auto const elsewhere = sells_elsewhere ? amount / 4 / told.rounded_to * told.rounded_to : 0;
        steps.push_back(record_step(market, enterprise, told, channel, amount - elsewhere, first, on));
        if (elsewhere > 0)
            steps.push_back(record_step(market, enterprise, told, "titip", elsewhere, first, on));
    }
}

bool is_asked(Market& market, Enterprise const& enterprise, int percent)
{
    auto const is_own = market.example_owner == enterprise.owner;
    return !enterprise.id.empty() && !is_own && market.random.chance(percent);
}

/// A day in the owner's book: what was sold by channel, now and then what it cost, and days without a sale.
void add_day(Market& market, Enterprise const& enterprise, Date day, std::vector<Step>& steps)
{
    auto& random = market.random;
    auto const at = market.hour_of(day);
    auto const usual = enterprise.month_sales / 24;
    auto const add = [&](std::string operation, boost::json::object input, int minutes) {
        input["business"] = enterprise.id;
        input["on"] = day.iso();
        steps.push_back({std::move(operation), "umkm", std::move(input), at.plus_seconds(minutes * 60)});
    };
    if (day.weekday() == std::chrono::Sunday || random.chance(9))
        return add("turnover.close_day", {}, 60);
    add("turnover.add_sale", {{"channel", "rumah"}, {"amount", usual * random.between(60, 140) / 100 / 500 * 500}, {"note", ""}}, 0);
    if (random.chance(30))
        add("turnover.add_sale", {{"channel", "daring"}, {"amount", usual * random.between(20, 60) / 100 / 500 * 500}, {"note", "Pesanan lewat WhatsApp"}}, 20);
    if (random.chance(34))
        add("turnover.add_cost", {{"cost", random.chance(70) ? "bahan" : "kemasan"}, {"amount", usual * random.between(30, 90) / 100 / 500 * 500}, {"note", ""}}, 40);
}

/// The owner of the sign-in page keeps a cash book and lets the mentor look into it.
Result<void> keep_book(Market& market)
{
    if (!market.example_owner)
        return Done {};
    auto const enterprise = std::ranges::find(market.enterprises, *market.example_owner, &Enterprise::owner);
    enterprise->tells_months = true;
    auto const mentor = market.world.login_of("pendamping", market.world.home);
    auto const officer = TRY(db::read(market.world.services.db, [&](db::ReadTx& tx) { return identity::actor_of_login(tx, market.world.city.id, mentor, market.today); }));
    std::vector<Step> steps;
    for (int back = 14; back >= 4; --back)
        if (auto const first = first_of(market.today, back); first >= enterprise->recorded)
            steps.push_back(record_step(market, *enterprise, {"recall_month", "", 50'000}, "rumah", month_amount(market, *enterprise, first, 14 - back, {"recall_month", "", 50'000}), first,
                Market::office_day(last_of(first).plus_days(2), std::chrono::Monday)));
    auto const first = market.today.plus_days(-book_days);
    steps.push_back({"turnover.give_consent", "umkm", {{"business", enterprise->id}, {"officer", officer.person.str()}, {"until", market.today.plus_days(180).iso()}}, market.hour_of(first)});
    for (auto day = first; market.is_past(day); day = day.plus_days(1))
        add_day(market, *enterprise, day, steps);
    TRY(run_steps(market.world, "buku kas", steps));
    return Done {};
}

} // namespace

Result<void> record_sales(Market& market)
{
    auto const percent = market.is_small() ? many_percent : few_percent;
    std::vector<Step> steps;
    for (auto& enterprise : market.enterprises) {
        enterprise.tells_months = is_asked(market, enterprise, percent);
        if (enterprise.tells_months)
            add_months(market, enterprise, market.random.chance(15) ? long_months : usual_months, steps);
    }
    std::ranges::stable_sort(steps, {}, &Step::at);
    TRY(market.pictures.name_all(market.world));
    TRY(run_steps(market.world, "omzet dicatat", steps));
    return keep_book(market);
}

/// As the nights would have done it; the newest months first.
Result<void> publish_turnover(Market& market)
{
    auto const morning = Instant::start_of(market.today, market.world.services.zone).plus_seconds(6 * 3600);
    std::vector<Step> const nights(long_months + 1, {"turnover.publish", market.world.login_of("dinas", market.world.city.code), {}, morning});
    TRY(run_steps(market.world, "omzet terbit", nights));
    return Done {};
}

} // namespace rtkeren::simulation
