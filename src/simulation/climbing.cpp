#include "enterprise/standing.hpp"
#include "simulation/market.hpp"

#include <fmt/format.h>

#include <algorithm>

/// What businesses reach beside papers, and what the licence desk says of papers that it has in hand.
namespace rtkeren::simulation {
namespace {

constexpr int steps_percent_at_home = 45, steps_percent_elsewhere = 4;

/// From this care on an owner reaches it.
struct Rung {
    std::string_view step, note;
    int care;
};
constexpr Rung rungs[] {{"catatan", "Buku catatan penjualan (contoh)", 58}, {"bazar", "Bazar kelurahan (contoh)", 64}, {"titip", "Titip di toko tetangga (contoh)", 72}, {"daring", "Toko daring (contoh)", 80},
    {"aplikasi", "Pembukuan di ponsel (contoh)", 88}, {"rekening", "Rekening usaha (contoh)", 91}, {"toko", "Masuk toko oleh-oleh (contoh)", 95}};

struct Reached {
    Enterprise const* enterprise;
    Rung const* rung;
    Date on, entered;
    std::string id {}; // once recorded
};

std::vector<Reached> steps_reached(Market& market)
{
    std::vector<Reached> all;
    for (auto const& enterprise : market.enterprises) {
        auto const is_home = enterprise.kelurahan->code == market.world.home;
        auto const is_told = !enterprise.id.empty() && !enterprise.closed && market.random.chance(is_home ? steps_percent_at_home : steps_percent_elsewhere);
        for (auto const& rung : rungs) {
            if (!is_told || enterprise.care < rung.care || market.random.chance(25))
                continue;
            auto const on = market.between(enterprise.recorded.plus_days(1), market.today.plus_days(-40));
            auto const entered = Market::office_day(on.plus_days(static_cast<int>(market.random.below(25))), std::chrono::Tuesday);
            if (on > enterprise.recorded && market.is_past(entered))
                all.push_back({&enterprise, &rung, on, entered});
        }
    }
    std::ranges::stable_sort(all, {}, &Reached::entered);
    return all;
}

/// The mentor looks at what the operator wrote down; the newest waits still.
void add_look(Market& market, Reached const& step, std::vector<Step>& looks)
{
    auto const day = Market::office_day(step.entered.plus_days(4 + static_cast<int>(market.random.below(40))), std::chrono::Thursday);
    if (!market.is_past(day) || !market.random.chance(70))
        return;
    auto const is_seen = market.random.chance(88);
    boost::json::object input {{"step", step.id}, {"result", is_seen ? "seen" : "not_seen"}, {"where", "Di tempat usaha (contoh)"}};
    if (is_seen)
        input["file"] = market.pictures.hash_of("langkah_" + std::string(step.rung->step), std::string(step.rung->note), 0);
    looks.push_back({"ladder.check_step", market.world.login_of("pendamping", step.enterprise->kelurahan->code), std::move(input), market.hour_of(day)});
}

void add_loss(Market& market, Reached const& step, std::vector<Step>& losses)
{
    auto const on = market.between(step.entered.plus_days(50), market.today.plus_days(-1));
    if (!market.is_past(on) || on <= step.entered || !market.random.chance(7))
        return;
    losses.push_back({"ladder.lose_step", market.world.login_of("operator", step.enterprise->kelurahan->code),
        {{"step", step.id}, {"on", on.iso()}, {"reason", step.rung->step == "titip" ? "Toko tempat menitip tutup (contoh)" : "Tidak diteruskan (contoh)"}}, market.hour_of(on)});
}

} // namespace

Result<void> climb(Market& market)
{
    auto reached = steps_reached(market);
    std::vector<Step> record, looks, losses;
    for (auto const& step : reached)
        record.push_back({"ladder.record_step", market.world.login_of("operator", step.enterprise->kelurahan->code),
            {{"business", step.enterprise->id}, {"step", step.rung->step}, {"on", step.on.iso()}, {"note", step.rung->note}}, market.hour_of(step.entered)});
    auto const recorded = TRY(run_steps(market.world, "langkah dicatat", record));
    for (std::size_t i = 0; i < reached.size(); ++i) {
        reached[i].id = recorded[i].id;
        add_look(market, reached[i], looks);
        add_loss(market, reached[i], losses);
    }
    TRY(market.pictures.name_all(market.world));
    TRY(run_steps(market.world, "langkah dilihat", looks));
    TRY(run_steps(market.world, "langkah berakhir", losses));
    return Done {};
}

namespace {

Result<bool> lies_at_desk(Market& market, Application const& application)
{
    auto const id = enterprise::ProductId::parse(application.product);
    auto const standing = TRY(db::read(market.world.services.db, [&](db::ReadTx& tx) { return enterprise::legal_standing(tx, market.world.services, id.value()); }));
    auto const* step = standing.step(application.step);
    return step != nullptr && step->state == enterprise::StepState::Applied;
}

} // namespace

Result<void> take_in_hand(Market& market)
{
    static constexpr std::string_view notes[] {"Menunggu jadwal penyuluhan Dinkes (contoh)", "Berkas lengkap, menunggu tanda tangan (contoh)", "Pemilik melengkapi foto dapur (contoh)",
        "Menunggu survei tempat produksi (contoh)"};
    std::vector<Step> steps;
    for (auto const& application : market.applications) {
        auto const is_home = application.enterprise->kelurahan->code == market.world.home;
        auto const day = Market::office_day(application.on.plus_days(6 + static_cast<int>(market.random.below(20))), std::chrono::Monday);
        auto const is_wanted = market.is_past(day) && market.random.chance(is_home ? 70 : 12);
        if (!is_wanted || !TRY(lies_at_desk(market, application)))
            continue;
        auto const login = market.world.login_of("perizinan", market.world.city.code);
        auto const& note = market.random.pick(notes);
        steps.push_back({"ladder.in_process", login,
            {{"product", application.product}, {"step", application.step}, {"since", application.on.iso()}, {"number", fmt::format("BRK-{:04} (contoh)", market.random.between(1, 9999))},
                {"expected_until", day.plus_days(static_cast<int>(market.random.between(14, 90))).iso()}, {"note", note}},
            market.hour_of(day)});
        if (auto const end = day.plus_days(28); market.is_past(end) && market.random.chance(12))
            steps.push_back({"ladder.end_process", login,
                {{"product", application.product}, {"step", application.step}, {"ended_as", "refused"}, {"reason", "Berkas tidak dilengkapi sampai batas waktu (contoh)"}}, market.hour_of(end)});
    }
    std::ranges::stable_sort(steps, {}, &Step::at);
    TRY(run_steps(market.world, "izin diproses meja", steps));
    return Done {};
}

Result<void> link_clinics(Market& market)
{
    static constexpr std::pair<std::string_view, std::string_view> links[] {{"pirt", "bakpia"}, {"pkp", "keripik"}, {"bpom", "frozen_food"}, {"nib", "pemasaran"}};
    std::vector<Step> steps;
    for (auto const& [step, topic] : links)
        steps.push_back({"ladder.link_topic", market.world.login_of("dinas", market.world.city.code), {{"step", step}, {"topic", topic}}, market.hour_of(market.today.plus_days(-30))});
    TRY(run_steps(market.world, "topik klinik", steps));
    return Done {};
}

} // namespace rtkeren::simulation
