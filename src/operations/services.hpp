#pragma once

#include "base/env.hpp"
#include "base/id.hpp"
#include "db/db.hpp"

#include <filesystem>
#include <string>

namespace rtkeren::secrets {
class Keys;
}

namespace rtkeren {

/// What the program hands to every operation and page: the doors to the outside, opened once in `app`.
struct Services {
    db::Database& db;
    Env& env;
    secrets::Keys const& keys;
    CityId city; // the city of this server
    std::string city_name; // "Kota Blitar"
    Zone zone {Zone::Wib};
    bool example {false}; // the example city: marked on every page, never on the open net
    std::filesystem::path evidence_folder;

    [[nodiscard]] Instant now() const { return env.now(); }
    [[nodiscard]] Date today() const { return env.now().date_in(zone); }
};

} // namespace rtkeren
