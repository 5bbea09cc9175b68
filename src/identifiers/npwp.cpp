#include "identifiers/npwp.hpp"

#include "base/text.hpp"
#include "identifiers/digits.hpp"
#include "identifiers/nik.hpp"

#include <fmt/format.h>

namespace rtkeren::identifiers {
namespace {

/// The 15 digits of the old form in either length; empty for any other number.
std::string_view old_form(std::string_view digits)
{
    if (digits.size() == 15)
        return digits;
    return digits.size() == 16 && digits.front() == '0' ? digits.substr(1) : std::string_view {};
}

void read_old_form(Inspection& npwp)
{
    auto const digits = old_form(npwp.value);
    npwp.set("form", std::to_string(npwp.value.size()));
    npwp.set("formatted", format_npwp(digits));
    npwp.set("npwp16", "0" + std::string(digits));
    npwp.set("office", std::string(digits.substr(9, 3)));
    npwp.set("branch", std::string(digits.substr(12)));
    // A leading 0 would not change the sum.
    if (!luhn_holds(digits.substr(0, 9)))
        npwp.error("npwp.checksum");
}

void read_as_nik(Inspection& npwp, Date today)
{
    auto nik = inspect_nik(npwp.value, today);
    npwp.set("form", "nik");
    npwp.parts.insert(npwp.parts.end(), nik.parts.begin(), nik.parts.end());
    for (auto& finding : nik.findings)
        npwp.add(finding.level, std::move(finding.code), std::move(finding.arguments));
}

} // namespace

Inspection inspect_npwp(std::string_view typed, Date today)
{
    constexpr std::size_t nitku_length = 22;
    Inspection npwp {"npwp", compact(typed)};
    if (!is_digits(npwp.value)) {
        npwp.error(lost_digits(typed) ? "npwp.digits_lost" : "npwp.format");
        return npwp;
    }
    if (npwp.value.size() == nitku_length) {
        npwp.info("npwp.branch", {{"branch", npwp.value.substr(16)}});
        npwp.value.resize(16);
    }
    if (!old_form(npwp.value).empty())
        read_old_form(npwp);
    else if (npwp.value.size() == 16)
        read_as_nik(npwp, today);
    else
        npwp.error("npwp.length", {{"length", std::to_string(npwp.value.size())}});
    return npwp;
}

std::string format_npwp(std::string_view digits)
{
    auto const old = old_form(digits);
    if (old.empty())
        return std::string(digits);
    return fmt::format("{}.{}.{}.{}-{}.{}", old.substr(0, 2), old.substr(2, 3), old.substr(5, 3), old.substr(8, 1), old.substr(9, 3), old.substr(12));
}

} // namespace rtkeren::identifiers
