#include "identifiers/licences.hpp"

#include "base/text.hpp"
#include "identifiers/digits.hpp"
#include "identifiers/pirt.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <optional>

namespace rtkeren::identifiers {
namespace {

/// Takes one of the headings that people copy along from the paper.
bool take_heading(std::string& text, std::string_view heading)
{
    if (!text.starts_with(heading))
        return false;
    text.erase(0, heading.size());
    return true;
}

/// OSS by risk began on 4 August 2021; its numbers begin with their day. Older ones do not, so this is a hint only.
std::optional<Date> nib_day(std::string_view digits, Date today)
{
    auto const date = Date::of(2000 + number_of(digits.substr(4, 2)), unsigned(number_of(digits.substr(2, 2))), unsigned(number_of(digits.substr(0, 2))));
    auto const first = Date::of(2021, 8, 4);
    if (!date.ok() || *date < *first || *date > today)
        return std::nullopt;
    return *date;
}

struct BpomPart {
    std::string_view name;
    std::size_t length;
};
constexpr std::array<BpomPart, 5> bpom_12 {{{"packaging", 1}, {"food", 3}, {"province", 2}, {"company", 3}, {"product", 3}}};
constexpr std::array<BpomPart, 6> bpom_15 {{{"risk", 1}, {"packaging", 1}, {"province", 2}, {"food", 2}, {"product", 4}, {"company", 5}}};

void read_bpom_parts(Inspection& bpom, std::string_view digits, std::span<BpomPart const> layout)
{
    for (auto const& part : layout) {
        bpom.set(std::string(part.name), std::string(digits.substr(0, part.length)));
        digits.remove_prefix(part.length);
    }
}

bool is_pirt_text(std::string_view text)
{
    return text.starts_with("PIRT") || text.starts_with("SPPIRT");
}

/// Letters and then digits, but not of food: NA cosmetics, DKL medicine, SD supplement, TR traditional medicine.
bool is_other_bpom_category(std::string_view text)
{
    auto const letters = std::size_t(std::find_if(text.begin(), text.end(), [](char c) { return c < 'A' || c > 'Z'; }) - text.begin());
    return letters >= 2 && letters <= 3 && is_digits(text.substr(letters));
}

void read_bpom(Inspection& bpom, std::string text)
{
    take_heading(text, "BPOMRI");
    take_heading(text, "BPOM");
    take_heading(text, "RI");
    bpom.value = text;
    std::string origin = text.substr(0, 2);
    bool const prefixed = origin == "MD" || origin == "ML";
    auto const digits = prefixed ? text.substr(2) : text;
    if (!is_digits(digits) || (digits.size() != 12 && digits.size() != 15))
        return bpom.error(!prefixed && is_other_bpom_category(text) ? "bpom.category" : "bpom.format");
    if (!prefixed) {
        bpom.warn("bpom.prefix");
    } else {
        bpom.value = origin + " " + digits;
        bpom.set("origin", origin);
    }
    if (digits.size() == 12)
        read_bpom_parts(bpom, digits, bpom_12);
    else
        read_bpom_parts(bpom, digits, bpom_15);
}

void read_halal_month(Inspection& halal, std::string_view month_and_year, Date today)
{
    int const month = number_of(month_and_year.substr(0, 2));
    int const year = 2000 + number_of(month_and_year.substr(2));
    auto const first_day = Date::of(year, unsigned(month), 1);
    if (!first_day.ok() || *first_day > today)
        return halal.warn("halal.decided", {{"digits", std::string(month_and_year)}});
    halal.set("decided", fmt::format("{}-{:02}", year, month));
}

} // namespace

Inspection inspect_nib(std::string_view typed, Date today)
{
    constexpr std::size_t nib_length = 13;
    constexpr std::size_t permit_length = 21;
    auto text = compact(typed);
    take_heading(text, "NIB");
    Inspection nib {"nib", text};
    if (!is_digits(text) || (text.size() != nib_length && text.size() != permit_length)) {
        nib.error(lost_digits(typed) ? "nib.digits_lost" : "nib.format");
        return nib;
    }
    if (text.size() == permit_length) {
        nib.value = text.substr(0, nib_length);
        nib.set("permit", text);
        nib.warn("nib.umku");
    }
    if (auto const day = nib_day(text, today)) {
        nib.set("issued", day->iso());
        nib.info("nib.issued", {{"date", day->iso()}});
    }
    return nib;
}

Inspection inspect_bpom(std::string_view typed, Date today)
{
    auto text = compact(typed);
    if (is_pirt_text(text)) {
        auto pirt = inspect_pirt(typed, today);
        pirt.info("bpom.is_pirt");
        return pirt;
    }
    Inspection bpom {"bpom", text};
    read_bpom(bpom, std::move(text));
    return bpom;
}

Inspection inspect_halal(std::string_view typed, Date today)
{
    auto text = compact(typed);
    take_heading(text, "BPJPH"); // as it stands on the label beside the logo
    Inspection halal {"halal", text};
    if (text.starts_with("KH") || text.starts_with("LPPOM")) {
        halal.warn("halal.not_bpjph");
        return halal;
    }
    auto const digits = std::string_view(text).substr(std::min<std::size_t>(2, text.size()));
    if (!text.starts_with("ID") || digits.size() != 17 || !is_digits(digits)) {
        halal.error("halal.format");
        return halal;
    }
    halal.set("province", std::string(digits.substr(0, 2)));
    halal.set("scale", std::string(digits.substr(2, 1)));
    halal.set("serial", std::string(digits.substr(4, 9)));
    read_halal_month(halal, digits.substr(13), today);
    return halal;
}

Inspection inspect_merek(std::string_view typed)
{
    auto const text = compact(typed);
    Inspection merek {"merek", text};
    if (text.empty()) {
        merek.error("merek.empty");
        return merek;
    }
    bool const registered = text.size() == 12 && text.starts_with("IDM") && is_digits(std::string_view(text).substr(3));
    merek.set("status", registered ? "registered" : "applied");
    bool const application = text.size() > 3 && (text.starts_with("DID") || text.starts_with("JID")) && is_digits(std::string_view(text).substr(3));
    if (!registered && !application)
        merek.warn("merek.unknown");
    return merek;
}

} // namespace rtkeren::identifiers
