#include "enterprise/numbers.hpp"

#include "base/text.hpp"
#include "identifiers/pirt.hpp"

namespace rtkeren::enterprise {

identifiers::Inspection inspect_number(std::string_view kind, std::string_view typed, Date today, std::optional<Date> valid_until)
{
    if (kind == "pirt")
        return identifiers::inspect_pirt(typed, today, valid_until);
    auto known = identifiers::inspect(kind, typed, today);
    auto seen = known.ok() ? std::move(*known) : identifiers::Inspection {.kind = std::string(kind), .value = std::string(trim(typed))};
    auto const is_over = valid_until && *valid_until < today;
    if (is_over)
        seen.error("licence.expired", {{"on", valid_until->iso()}});
    return seen;
}

std::string worst_of(identifiers::Inspection const& seen)
{
    std::string worst = "none";
    for (auto const& finding : seen.findings) {
        auto const name = identifiers::name_of(finding.level);
        if (name == "error")
            return "error";
        if (name == "warn" || worst == "none")
            worst = name;
    }
    return worst;
}

std::string kind_label(std::string_view kind) { return language::word("enterprise.licence." + std::string(kind)); }

std::string part_label(std::string_view part)
{
    auto const code = "number.part." + std::string(part);
    return language::has_message(code) ? language::word(code) : std::string(part);
}

std::string part_text(std::string_view part, std::string_view value)
{
    auto const day = Date::parse(value);
    if (day.ok())
        return format_date(*day, language::current());
    auto const code = "number.value." + std::string(value);
    auto const is_word = part == "sex" || part == "status" || part == "origin";
    return is_word && language::has_message(code) ? language::word(code) : std::string(value);
}

} // namespace rtkeren::enterprise
