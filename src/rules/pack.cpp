#include "base/embedded.hpp"
#include "base/text.hpp"
#include "rules/rules.hpp"

#include <algorithm>

namespace rtkeren::rules {

std::span<EmbeddedText const> embedded_texts(); // packs/<city>/<year>.toml, built in

namespace {

template <class Items, class Member> auto const* find_by(Items const& items, Member member, std::string_view key)
{
    auto const found = std::ranges::find(items, key, member);
    return found == items.end() ? nullptr : &*found;
}

/// "35.72/2023.toml"
std::vector<ShippedPack> read_shipped()
{
    std::vector<ShippedPack> all;
    for (auto const& text : embedded_texts()) {
        auto const slash = text.name.find('/');
        CHECK(slash != std::string_view::npos);
        auto const year = parse_integer(text.name.substr(slash + 1, 4));
        CHECK(year.has_value());
        all.push_back({text.name.substr(0, slash), int(*year), text.text});
    }
    std::ranges::sort(all, {}, [](ShippedPack const& pack) { return std::pair(pack.city, pack.year); });
    return all;
}

} // namespace

bool Basis::in_force(Date day) const { return (!valid_from || *valid_from <= day) && (!valid_until || day <= *valid_until); }

bool MenuItem::is_banned(Date day) const { return banned_from && *banned_from <= day && (!banned_until || day <= *banned_until); }

Envelope const* Pack::envelope(std::string_view key) const { return find_by(envelopes, &Envelope::key, key); }
MenuItem const* Pack::menu_item(std::string_view code) const { return find_by(menu, &MenuItem::code, code); }
SpendKind const* Pack::spend_kind(std::string_view code) const { return find_by(spend_kinds, &SpendKind::code, code); }
TaxRow const* Pack::tax(std::string_view key) const { return find_by(taxes, &TaxRow::key, key); }
Deadline const* Pack::deadline(std::string_view key) const { return find_by(deadlines, &Deadline::key, key); }

TaxRow const* Pack::tax(std::string_view key, Date on) const
{
    auto const found = std::ranges::find_if(taxes, [&](TaxRow const& row) { return row.key == key && row.basis.in_force(on); });
    return found == taxes.end() ? nullptr : &*found;
}

std::int64_t Pack::number(std::string_view key, std::int64_t fallback) const
{
    auto const found = numbers.find(std::string(key));
    return found == numbers.end() ? fallback : found->second.value;
}

std::string Pack::choice(std::string_view key, std::string_view fallback) const
{
    auto const found = choices.find(std::string(key));
    return found == choices.end() ? std::string(fallback) : found->second;
}

bool Pack::step(std::string_view key) const
{
    auto const found = steps.find(std::string(key));
    return found != steps.end() && found->second;
}

Rupiah Pack::ceiling_per_unit() const
{
    Rupiah sum;
    for (auto const& envelope : envelopes)
        sum += envelope.per_unit;
    return sum;
}

std::vector<ShippedPack> const& shipped_packs()
{
    static std::vector<ShippedPack> const all = read_shipped();
    return all;
}

} // namespace rtkeren::rules
