#include "simulation/registering.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rtkeren::simulation {

namespace {

constexpr std::string_view streets[] {"Jl. Mawar", "Jl. Melati", "Jl. Kenanga", "Jl. Cempaka", "Gg. Anggrek", "Gg. Dahlia", "Jl. Cokro", "Jl. Bengawan", "Gg. Pepaya", "Jl. Mangga"};

std::string address_of(Market& market) { return fmt::format("{} {} (contoh)", market.random.pick(streets), market.random.between(1, 98)); }

boost::json::object owner_fields(Market& market, Owner const& owner)
{
    boost::json::object fields {{"owner_name", owner.name}, {"sex", owner.woman ? "female" : "male"}, {"birth_date", owner.born.iso()}, {"owner_address", address_of(market)},
        {"owner_place", owner.rt}, {"consent_on", owner.agreed_on.iso()}};
    if (!owner.phone.empty())
        fields["owner_phone"] = owner.phone;
    if (!owner.nik.empty())
        fields["owner_nik"] = owner.nik;
    else
        fields["no_nik"] = market.random.chance(60) ? "not_shown" : market.random.chance(50) ? "refused" : "lost";
    return fields;
}

boost::json::array channels_of(Market& market, Enterprise const& enterprise)
{
    auto const is_online = enterprise.place_kind == "daring";
    boost::json::array channels {is_online ? "daring" : "rumah"};
    auto const add = [&](std::string_view channel, int percent) {
        if (market.random.chance(percent))
            channels.emplace_back(channel);
    };
    add("bazar", enterprise.trade->articles.empty() ? 6 : 24);
    add("daring", is_online ? 0 : enterprise.care / 2);
    add("titip", enterprise.trade->articles.empty() ? 2 : enterprise.care / 3);
    add("ritel", enterprise.care > 92 ? 30 : 0);
    return channels;
}

/// Money and people, as far as the owner tells.
void add_size(Market& market, Enterprise const& enterprise, boost::json::object& fields)
{
    auto& random = market.random;
    if (random.chance(72))
        fields["capital"] = enterprise.month_sales * random.between(1, 6) / 100'000 * 100'000;
    if (random.chance(64) && enterprise.started.year() < enterprise.recorded.year()) {
        fields["sales_year"] = enterprise.recorded.year() - 1;
        fields["sales_amount"] = enterprise.month_sales * (enterprise.seasonal ? 5 : 12) / 100'000 * 100'000;
        fields["sales_method"] = enterprise.care > 70 ? "cash_book" : "recall_month";
    }
    auto const helpers = random.below(100);
    fields["workers_family"] = helpers < 55 ? 1 : helpers < 75 ? 2 : 0;
    fields["workers_female"] = enterprise.month_sales > 9'000'000 ? random.between(0, 3) : 0;
    fields["workers_male"] = enterprise.month_sales > 12'000'000 ? random.between(0, 2) : 0;
}

} // namespace

boost::json::object business_fields(Market& market, Enterprise const& enterprise)
{
    auto& random = market.random;
    auto const care = enterprise.care;
    boost::json::object fields {{"name", enterprise.name}, {"brand", enterprise.brand}, {"activity", enterprise.trade->activity}, {"place_kind", enterprise.place_kind},
        {"place", enterprise.rt->code}, {"address", address_of(market)}, {"started", month_of(enterprise.started)},
        {"legal_form", care > 96 ? "pt_perorangan" : enterprise.month_sales > 18'000'000 && random.chance(8) ? "cv" : "perorangan"}, {"channels", channels_of(market, enterprise)},
        {"bookkeeping", care > 85 ? "aplikasi" : care > 55 ? "catatan" : "tidak"}, {"credit_source", random.chance(62) ? "sendiri" : random.chance(45) ? "keluarga" : random.chance(60) ? "bank" : "koperasi"},
        {"seasonal", enterprise.seasonal}, {"source", "Pendataan kelurahan (contoh)"}, {"as_of", enterprise.recorded.iso()}};
    if (!enterprise.trade->kbli.empty())
        fields["kbli"] = enterprise.trade->kbli;
    add_size(market, enterprise, fields);
    return fields;
}

namespace {

/// Some of those that a visitor wrote down were seen by the mentor with their KTP within weeks.
void add_confirmation(Market& market, Enterprise const& enterprise, std::vector<Step>& steps)
{
    auto const percent = enterprise.entry == Entry::List ? 32 : 74;
    auto const from = enterprise.entry == Entry::List ? list_day(market).plus_days(20) : enterprise.recorded;
    auto const day = Market::office_day(from.plus_days(3 + static_cast<int>(market.random.below(80))), std::chrono::Thursday);
    if (market.owner_of(enterprise).nik.empty() || !market.random.chance(percent) || !market.is_past(day) || (enterprise.closed && *enterprise.closed <= day))
        return;
    steps.push_back({"enterprise.confirm", market.world.login_of("pendamping", enterprise.kelurahan->code), {{"business", enterprise.id}, {"saw_ktp", true}}, market.hour_of(day)});
}

std::vector<Enterprise*> recorded_between(Market& market, Date from, Date behind, bool is_second)
{
    std::vector<Enterprise*> all;
    for (auto& enterprise : market.enterprises)
        if (enterprise.entry == Entry::Visit && enterprise.is_second == is_second && enterprise.recorded >= from && enterprise.recorded < behind)
            all.push_back(&enterprise);
    std::ranges::stable_sort(all, {}, &Enterprise::recorded);
    return all;
}

Result<void> visit(Market& market, std::vector<Enterprise*> const& visited)
{
    std::vector<Step> steps;
    for (auto const* enterprise : visited) {
        auto input = owner_fields(market, market.owner_of(*enterprise));
        for (auto& field : business_fields(market, *enterprise))
            input.insert(std::move(field));
        steps.push_back({"enterprise.register", market.world.login_of("operator", enterprise->kelurahan->code), std::move(input), market.hour_of(enterprise->recorded)});
    }
    auto const answers = TRY(run_steps(market.world, "usaha didata", steps));
    for (std::size_t i = 0; i < visited.size(); ++i) {
        visited[i]->id = answers[i].id;
        market.owner_of(*visited[i]).person = answers[i].data.at("owner").as_string();
    }
    return Done {};
}

Result<void> add_activities(Market& market)
{
    auto all = recorded_between(market, market.first_day, market.today, true);
    std::vector<Step> steps;
    std::erase_if(all, [&](Enterprise const* enterprise) { return market.owner_of(*enterprise).person.empty(); });
    for (auto const* enterprise : all) {
        auto input = business_fields(market, *enterprise);
        input["owner"] = market.owner_of(*enterprise).person;
        steps.push_back({"enterprise.register_for", market.world.login_of("operator", enterprise->kelurahan->code), std::move(input), market.hour_of(enterprise->recorded)});
    }
    auto const answers = TRY(run_steps(market.world, "kegiatan kedua didata", steps));
    for (std::size_t i = 0; i < all.size(); ++i)
        all[i]->id = answers[i].id;
    return Done {};
}

Result<void> confirm_some(Market& market)
{
    std::vector<Step> steps;
    for (auto const& enterprise : market.enterprises)
        if (!enterprise.id.empty())
            add_confirmation(market, enterprise, steps);
    std::ranges::stable_sort(steps, {}, &Step::at);
    TRY(run_steps(market.world, "usaha dipastikan", steps));
    return Done {};
}

/// Who stood in the list was there before it; most of them had not been visited.
void choose_listed(Market& market, Date day)
{
    for (auto& enterprise : market.enterprises) {
        auto const is_example = market.example_owner == enterprise.owner;
        auto const was_open = enterprise.started < day.plus_days(-120) && !(enterprise.closed && *enterprise.closed <= day.plus_days(30));
        if (enterprise.is_second || is_example || !was_open || !market.random.chance(enterprise.recorded < day ? 35 : 70))
            continue;
        enterprise.entry = Entry::List;
        enterprise.recorded = day;
    }
}

Result<void> open_example_account(Market& market)
{
    if (!market.example_owner)
        return Done {};
    auto const person = PersonId::parse(market.owners[*market.example_owner].person);
    CHECK(person);
    return open_account_of_owner(market.world, *person);
}

} // namespace

Date list_day(Market const& market)
{
    auto const year = market.world.options.first_year + (market.world.options.last_year > market.world.options.first_year ? 1 : 0);
    return Date::of(year, 6, 14).value();
}

Result<void> register_enterprises(Market& market)
{
    auto const day = list_day(market);
    choose_listed(market, day);
    TRY(visit(market, recorded_between(market, market.first_day, day, false)));
    TRY(import_lists(market, day));
    TRY(visit(market, recorded_between(market, day, market.today, false)));
    TRY(add_activities(market));
    TRY(open_example_account(market));
    return confirm_some(market);
}

} // namespace rtkeren::simulation
