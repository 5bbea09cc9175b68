#pragma once

#include "html/html.hpp"
#include "identity/appoint.hpp"

namespace rtkeren::identity {

/// Places in the actor's territory where one of these roles stands, as choices of a form, by code; without roles every place but RW and RT.
[[nodiscard]] Result<std::vector<html::Option>> place_options(Services&, db::ReadTx&, Actor const&, std::vector<Role const*> const&);
[[nodiscard]] std::vector<html::Option> role_options(std::vector<Role const*> const&);

} // namespace rtkeren::identity
