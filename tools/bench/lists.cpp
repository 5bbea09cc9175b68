#include "lists.hpp"

#include "simulation/market.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rtkeren::bench {

namespace {

constexpr std::size_t doubles_every = 10;

std::vector<std::string> all_rts(simulation::World const& world)
{
    std::vector<std::string> codes;
    for (auto const& kelurahan : world.kelurahan)
        for (auto const& rw : kelurahan.rws)
            for (auto const& rt : rw.rts)
                codes.push_back(rt.code);
    return codes;
}

boost::json::object new_row(simulation::Random& random, std::string const& place, std::size_t nth)
{
    auto const& trade = simulation::trades()[random.below(simulation::trades().size())];
    auto const is_woman = random.chance(trade.women_percent);
    auto const owner = simulation::owner_name(random, is_woman);
    // Dates and serials that are counted up: no two persons share a NIK.
    auto const nik = fmt::format("3572{:02}{:02}{:02}{:02}{:04}", 1 + nth % 3, 1 + nth / 3 % 28 + (is_woman ? 40 : 0), 1 + nth / 84 % 12, 55 + nth / 1008 % 45, 9001 + nth / 45'360);
    return {{"owner_name", owner}, {"owner_phone", fmt::format("0812{:08}", nth)}, {"owner_nik", random.chance(80) ? nik : ""}, {"name", simulation::business_name(random, trade, owner, is_woman)},
        {"activity", trade.activity}, {"kbli", trade.kbli}, {"place_kind", trade.places.substr(0, trade.places.find(' '))}, {"place", place}};
}

std::string text_of(boost::json::object const& row, std::string_view key) { return std::string(row.at(key).as_string()); }

std::string in_capitals(std::string text)
{
    std::ranges::transform(text, text.begin(), [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return text;
}

boost::json::object written_again(simulation::Random& random, boost::json::object row)
{
    row["owner_nik"] = "";
    auto const phone = text_of(row, "owner_phone");
    row["owner_phone"] = random.chance(75) ? "+62 " + phone.substr(1, 3) + "-" + phone.substr(4) : "";
    auto owner = text_of(row, "owner_name"), name = text_of(row, "name");
    switch (random.below(4)) {
    case 0: std::swap(owner, name); break;
    case 1: name = in_capitals(name) + " "; break;
    case 2: owner.erase(owner.size() / 2, 1); break;
    default: owner = "Ibu " + in_capitals(owner); break;
    }
    row["owner_name"] = owner;
    row["name"] = name;
    return row;
}

} // namespace

OfficeList office_list(simulation::World const& world, simulation::Random& random, std::size_t how_many, OfficeList const* before, std::size_t first_phone)
{
    auto const places = all_rts(world);
    OfficeList made;
    for (std::size_t i = 0; i < how_many; ++i) {
        auto const is_double = before && i % doubles_every == 0 && i < before->rows.size();
        made.is_double.push_back(is_double);
        if (is_double)
            made.rows.push_back(written_again(random, before->rows[i].as_object()));
        else
            made.rows.push_back(new_row(random, places[i % places.size()], first_phone + i));
    }
    return made;
}

} // namespace rtkeren::bench
