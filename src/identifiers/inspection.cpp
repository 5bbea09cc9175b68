#include "identifiers/inspection.hpp"

#include "identifiers/contact.hpp"
#include "identifiers/gtin.hpp"
#include "identifiers/kbli.hpp"
#include "identifiers/label.hpp"
#include "identifiers/licences.hpp"
#include "identifiers/nik.hpp"
#include "identifiers/npwp.hpp"
#include "identifiers/pirt.hpp"
#include "identifiers/qris.hpp"

#include <algorithm>
#include <array>

namespace rtkeren::identifiers {
namespace {

struct InspectionKind {
    std::string_view name;
    Inspection (*inspect)(std::string_view value, Date today);
};

constexpr std::array<InspectionKind, 13> inspection_table {{
    {"nik", inspect_nik},
    {"npwp", inspect_npwp},
    {"nib", inspect_nib},
    {"pirt", [](std::string_view value, Date today) { return inspect_pirt(value, today); }},
    {"bpom", inspect_bpom},
    {"halal", inspect_halal},
    {"merek", [](std::string_view value, Date) { return inspect_merek(value); }},
    {"kbli", [](std::string_view value, Date) { return inspect_kbli(value); }},
    {"gtin", [](std::string_view value, Date) { return inspect_gtin(value); }},
    {"qris", [](std::string_view value, Date) { return inspect_qris(value); }},
    {"phone", [](std::string_view value, Date) { return inspect_phone(value); }},
    {"account", [](std::string_view value, Date) { return inspect_account(value); }},
    {"label", [](std::string_view value, Date today) { return inspect_label(value, today); }},
}};

} // namespace

std::string_view name_of(Level level)
{
    switch (level) {
    case Level::Error: return "error";
    case Level::Warn: return "warn";
    case Level::Info: return "info";
    }
    check_failed("level");
}

void Inspection::add(Level level, std::string code, Arguments arguments)
{
    ok = ok && level != Level::Error;
    findings.push_back({level, std::move(code), std::move(arguments)});
}

std::string_view Inspection::part(std::string_view name) const
{
    auto const at = std::find_if(parts.begin(), parts.end(), [name](auto const& part) { return part.first == name; });
    return at == parts.end() ? std::string_view {} : std::string_view(at->second);
}

bool Inspection::has(std::string_view code) const
{
    return std::any_of(findings.begin(), findings.end(), [code](Finding const& finding) { return finding.code == code; });
}

Result<Inspection> inspect(std::string_view kind, std::string_view value, Date today)
{
    for (auto const& known : inspection_table) {
        if (known.name == kind)
            return known.inspect(value, today);
    }
    return Error::field("kind", "identifier.kind", std::string(kind.substr(0, 200)));
}

std::vector<std::string_view> inspection_kinds()
{
    std::vector<std::string_view> names;
    for (auto const& known : inspection_table)
        names.push_back(known.name);
    return names;
}

} // namespace rtkeren::identifiers
