#pragma once

#include "base/date.hpp"
#include "base/error.hpp"
#include "base/result.hpp"

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rtkeren::identifiers {

/// What a finding does: Error keeps a number from being saved as *verified*, Warn saves with a badge and wants a person's reason, Info decorates.
enum class Level : std::uint8_t { Error, Warn, Info };
[[nodiscard]] std::string_view name_of(Level); // "error", "warn", "info"

/// One remark about a number; worded by the catalogue from its code ("nik.date").
struct Finding {
    Level level {Level::Error};
    std::string code;
    Arguments arguments {};

    bool operator==(Finding const&) const = default;
};

/// What can be read off a number alone. It never says that the number was *issued*: that takes a person who looked it up.
///
///     auto seen = inspect("pirt", "P-IRT No. 2053374020970-28", today).value();
///     seen.ok;            // no Error among the findings
///     seen.value;         // "2053374020970-28"
///     seen.part("year");  // "2028"
struct Inspection {
    std::string kind;  // "nik"
    std::string value; // normalised for storage; as typed (trimmed) where it could not be read
    bool ok {true};    // no finding is an Error
    std::vector<std::pair<std::string, std::string>> parts {}; // in the order of showing; keys in English, dates in ISO form
    std::vector<Finding> findings {};

    void add(Level, std::string code, Arguments arguments = {});
    void error(std::string code, Arguments arguments = {}) { add(Level::Error, std::move(code), std::move(arguments)); }
    void warn(std::string code, Arguments arguments = {}) { add(Level::Warn, std::move(code), std::move(arguments)); }
    void info(std::string code, Arguments arguments = {}) { add(Level::Info, std::move(code), std::move(arguments)); }
    void set(std::string name, std::string text) { parts.emplace_back(std::move(name), std::move(text)); }
    [[nodiscard]] std::string_view part(std::string_view name) const; // empty when there is none
    [[nodiscard]] bool has(std::string_view code) const;
};

/// One inspection by the name of its kind, as `rtkeren inspect KIND VALUE` and field checks use it. identifier.kind for an unknown name.
[[nodiscard]] Result<Inspection> inspect(std::string_view kind, std::string_view value, Date today);
/// Every name that `inspect` knows, in the order of showing.
[[nodiscard]] std::vector<std::string_view> inspection_kinds();

} // namespace rtkeren::identifiers
