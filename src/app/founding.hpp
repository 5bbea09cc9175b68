#pragma once

#include "app/program.hpp"
#include "operations/operations.hpp"

#include <string>

/// How a real city begins: folder, database, keys, official regions, administrator with a one-time code.
namespace rtkeren::app {

struct Founding {
    std::string code; // "35.72"
    std::string name; // "Kota Blitar"
    std::string zone {"WIB"};
    std::string admin {"Administrator"};
};
struct Founded {
    std::string login;
    std::string code; // one-time, seven days
    std::string recovery; // sheet of the keys, printed once
};
/// place.format, text.*, environment.city_exists, environment.data_unwritable, environment.keys_exist
[[nodiscard]] Result<Founded> found_city(OpenOptions const&, Founding const&);

/// City, kecamatan and kelurahan that are official for this code, put into force on a day.
[[nodiscard]] Result<void> add_official_regions(db::WriteTx&, operations::Context&, territory::City const&, Date from);

} // namespace rtkeren::app
