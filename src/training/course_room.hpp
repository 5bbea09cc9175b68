#pragma once

#include "evidence/places.hpp"
#include "http/http.hpp"
#include "language/language.hpp"
#include "operations/operations.hpp"
#include "screens/screens.hpp"

#include <span>

/// What the room brings for courses; attendance has lists of its own.
namespace rtkeren::training {

[[nodiscard]] std::vector<http::Route> course_routes(Services&);
[[nodiscard]] std::vector<operations::Operation> course_operations();
[[nodiscard]] std::vector<screens::NavEntry> course_navigation();
[[nodiscard]] std::vector<screens::Panel> course_panels();
[[nodiscard]] std::vector<evidence::Placed> course_places();
[[nodiscard]] std::span<language::Message const> course_messages();

} // namespace rtkeren::training
