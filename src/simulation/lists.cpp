#include "base/text.hpp"
#include "enterprise/merge.hpp"
#include "simulation/registering.hpp"
#include "simulation/sql.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <unordered_map>

namespace rtkeren::simulation {

namespace {

/// A row and whose it is.
struct Row {
    Enterprise* enterprise;
    bool is_double {false};
    std::string owner, name;
    boost::json::object fields {};
};

std::string upper(std::string text)
{
    std::ranges::transform(text, text.begin(), [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return text;
}

/// "0812 0002 0001", "+62 812-0002-0001": as people write it.
std::string typed_phone(Random& random, std::string const& phone)
{
    if (phone.empty() || random.chance(50))
        return phone;
    auto const rest = phone.substr(1, 3) + (random.chance(50) ? "-" : " ") + phone.substr(4, 4) + " " + phone.substr(8);
    return (random.chance(50) ? "+62 " : "0") + rest;
}

std::string typed_place(Random& random, Enterprise const& enterprise)
{
    auto const& code = enterprise.rt->code;
    if (random.chance(72))
        return code;
    return fmt::format("RT {} RW {} {}", code.substr(code.size() - 2), code.substr(code.size() - 6, 2), enterprise.kelurahan->name);
}

std::string typed_month(Random& random, Date started)
{
    return random.chance(50) ? month_of(started) : fmt::format("{:02}/{}", started.month(), started.year());
}

/// A NIB of the days of the list: its day and a serial.
std::string nib_in_list(Random& random, Date day)
{
    auto const issued = day.plus_days(-static_cast<int>(random.between(10, 240)));
    return fmt::format("{:02}{:02}{:02}{:07}", issued.day(), issued.month(), issued.year() % 100, random.between(100'000, 9'999'999));
}

Row row_of(Market& market, Enterprise& enterprise, Date day)
{
    auto& random = market.random;
    auto const& owner = market.owner_of(enterprise);
    Row row {.enterprise = &enterprise, .is_double = false, .owner = owner.name, .name = enterprise.name};
    row.fields = {{"owner_phone", typed_phone(random, owner.phone)}, {"owner_nik", owner.nik}, {"sex", owner.woman ? "P" : "L"}, {"birth_date", random.chance(40) ? owner.born.iso() : ""},
        {"brand", enterprise.brand}, {"activity", enterprise.trade->activity}, {"kbli", random.chance(80) ? enterprise.trade->kbli : ""}, {"place_kind", enterprise.place_kind},
        {"place", typed_place(random, enterprise)}, {"started", typed_month(random, enterprise.started)}};
    if (enterprise.care >= 62 && random.chance(60) && day.year() >= 2022) {
        row.fields["nib"] = nib_in_list(random, day);
        enterprise.papers.emplace_back("nib");
    }
    return row;
}

/// One slip of the pen in a word of five letters and more.
std::string with_slip(Random& random, std::string name)
{
    auto const at = name.size() / 2 + random.below(2);
    if (name.size() > 6 && name[at] != ' ')
        name.erase(at, 1);
    return name;
}

/// What was visited before stands in the list too, written by somebody else: without NIK, in capitals, with a slip, or the columns swapped.
Row double_of(Market& market, Enterprise& enterprise, Date day)
{
    auto& random = market.random;
    auto row = row_of(market, enterprise, day);
    row.is_double = true;
    row.fields["owner_nik"] = "";
    row.fields["nib"] = "";
    auto const drawn = random.below(4);
    if (drawn == 0)
        std::swap(row.owner, row.name);
    if (drawn == 1)
        row.name = upper(row.name) + ".";
    if (drawn == 2)
        row.owner = with_slip(random, row.owner);
    if (drawn == 3)
        row.owner = (market.owner_of(enterprise).woman ? "Ibu " : "Bpk. ") + upper(row.owner);
    return row;
}

constexpr int few_doubles_percent = 6, many_doubles_percent = 30;

std::vector<Row> rows_at(Market& market, std::string const& kecamatan, Date day)
{
    std::vector<Row> rows;
    for (auto& enterprise : market.enterprises) {
        if (!enterprise.kelurahan->code.starts_with(kecamatan + "."))
            continue;
        if (enterprise.entry == Entry::List)
            rows.push_back(row_of(market, enterprise, day));
        else if (!enterprise.id.empty() && !enterprise.closed && !market.owner_of(enterprise).phone.empty() && market.random.chance(market.is_small() ? many_doubles_percent : few_doubles_percent))
            rows.push_back(double_of(market, enterprise, day));
    }
    for (auto& row : rows) {
        row.fields["owner_name"] = row.owner;
        row.fields["name"] = row.name;
    }
    return rows;
}

std::string key_of(std::string_view owner, std::string_view name, std::string_view activity, std::string_view region)
{
    return fmt::format("{}|{}|{}|{}", owner, name, activity, region);
}

/// The registry's answer says what became of each row, not under which id: that is looked up.
Result<void> find_again(Market& market, std::string const& kecamatan, std::vector<Row> const& rows)
{
    struct Found { std::string business, person; };
    std::unordered_map<std::string, Found> known;
    auto const stored = TRY(db::read(market.world.services.db, [&](db::ReadTx& tx) { return tx.run(sql::businesses_at, market.world.city.id, kecamatan, kecamatan + "/"); }));
    for (auto const& each : stored)
        known.insert_or_assign(key_of(each.text(5), each.text(2), each.text(3), each.text(4)), Found {each.text(0), each.text(1)});
    for (auto const& row : rows) {
        auto const found = known.find(key_of(row.owner, row.name, row.enterprise->trade->activity, row.enterprise->rt->code));
        if (found == known.end())
            continue; // an earlier row was the same
        if (row.is_double) {
            if (found->second.business != row.enterprise->id)
                market.doubles.push_back({row.enterprise, found->second.business});
            continue;
        }
        row.enterprise->id = found->second.business;
        market.owner_of(*row.enterprise).person = found->second.person;
    }
    return Done {};
}

} // namespace

Result<void> import_lists(Market& market, Date day)
{
    std::set<std::string> kecamatan;
    for (auto const& kelurahan : market.world.kelurahan)
        kecamatan.insert(territory::PlaceCode::parse(kelurahan.code).value().parent());
    std::size_t number = 0;
    for (auto const& place : kecamatan) {
        auto const rows = rows_at(market, place, day);
        if (rows.empty())
            continue;
        boost::json::array lines;
        for (auto const& row : rows)
            lines.push_back(row.fields);
        TRY(run_steps(market.world, fmt::format("daftar Dinas {}: {} baris", place, rows.size()),
            {{"enterprise.import", market.world.login_of("dinas", market.world.city.code),
                {{"source", fmt::format("Daftar Dinas Koperasi {}, surat 518/{}/{} (contoh)", day.year(), ++number, day.year())}, {"as_of", day.plus_days(-30).iso()}, {"rows", std::move(lines)}},
                market.hour_of(day)}}));
        TRY(find_again(market, place, rows));
    }
    return Done {};
}

namespace {

constexpr int merged_percent = 55;

/// Some of those that nobody merged were found to be two; the rest waits for somebody who compares.
Result<void> keep_some_apart(Market& market, std::vector<Double const*> const& left)
{
    std::vector<Step> steps;
    for (std::size_t i = 0; i < left.size(); i += 8) {
        auto const one = enterprise::BusinessId::parse(left[i]->id), other = enterprise::BusinessId::parse(left[i]->original->id);
        auto const pair = TRY(db::read(market.world.services.db, [&](db::ReadTx& tx) { return enterprise::open_pair_of(tx, market.world.city.id, one.value(), other.value()); }));
        auto const day = Market::office_day(list_day(market).plus_days(14), std::chrono::Wednesday);
        if (pair && market.is_past(day))
            steps.push_back({"enterprise.keep_apart", market.world.login_of("dinas", market.world.city.code), {{"pair", pair->str()}, {"reason", "Kakak beradik, dua dapur di satu gang (contoh)"}},
                market.hour_of(day)});
    }
    TRY(run_steps(market.world, "usaha mirip dibedakan", steps));
    return Done {};
}

} // namespace

Result<void> merge_doubles(Market& market)
{
    auto const dinas = market.world.login_of("dinas", market.world.city.code);
    std::vector<Step> merge;
    std::vector<Double const*> left;
    for (auto const& each : market.doubles) {
        auto const day = Market::office_day(list_day(market).plus_days(7 + static_cast<int>(market.random.below(120))), std::chrono::Wednesday);
        if (market.is_past(day) && market.random.chance(merged_percent))
            merge.push_back({"enterprise.merge", dinas, {{"business", each.id}, {"into", each.original->id}, {"reason", "Orang dan usaha yang sama, nomor teleponnya sama (contoh)"}}, market.hour_of(day)});
        else
            left.push_back(&each);
    }
    std::ranges::stable_sort(merge, {}, &Step::at);
    auto const merged = TRY(run_steps(market.world, "usaha ganda digabung", merge));
    std::vector<Step> undo;
    for (std::size_t i = 0; i < merged.size(); i += 20)
        undo.push_back({"enterprise.undo_merge", dinas, {{"merge", merged[i].id}, {"reason", "Ternyata dua usaha: pemilik dan anaknya (contoh)"}}, merge[i].at.plus_seconds(86400)});
    TRY(run_steps(market.world, "penggabungan dibatalkan", undo));
    return keep_some_apart(market, left);
}

} // namespace rtkeren::simulation
