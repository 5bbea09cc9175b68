#pragma once

#include "base/date.hpp"
#include "base/id.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace rtkeren {

/// A power over a piece of territory. Declared by rooms ("spending.record"); the file of roles says who has it.
using Permission = std::string;

/// A role in force for this person today. `place` is a region code; "" or the city's code is the whole city.
struct Grant {
    std::string role;  // "lurah"
    std::string place; // "35.72.03.1002", "35.72.03.1002.003.002"; a pokmas role carries its pokmas too
    std::string pokmas {}; // id, or empty
    std::vector<Permission> permissions {}; // sorted; what this role gives
};

/// Who does something: a plain value, made only by `identity` (and by tests).
struct Actor {
    CityId city {};
    UserId user {};
    PersonId person {};
    std::string name;
    std::vector<Grant> grants {};
    std::vector<Permission> permissions {}; // sorted; those of all grants
    Language language {Language::Indonesian};

    /// Has the permission anywhere at all; where, is asked with `may`.
    [[nodiscard]] bool has(std::string_view permission) const;
    [[nodiscard]] bool has_role(std::string_view role) const;
};

/// Whether a power over `outer` reaches `inner`: the same place or one below it. "" and the code of a city ("35.72") reach the whole city.
[[nodiscard]] bool covers_place(std::string_view outer, std::string_view inner);

/// Whether one of the actor's grants gives the permission over this place. A grant for a pokmas gives it for that pokmas only,
/// wherever in its place that pokmas works.
[[nodiscard]] bool may(Actor const&, std::string_view permission, std::string_view place, std::string_view pokmas = {});

} // namespace rtkeren
