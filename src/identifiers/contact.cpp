#include "identifiers/contact.hpp"

#include "base/text.hpp"
#include "identifiers/digits.hpp"
#include "identifiers/mask.hpp"

namespace rtkeren::identifiers {
namespace {

/// What follows the country's code or the trunk 0: "812…".
std::string_view subscriber_of(std::string_view digits)
{
    for (std::string_view const country : {"0062", "62"}) {
        if (digits.starts_with(country)) {
            digits.remove_prefix(country.size());
            break;
        }
    }
    // "+62 0812…" is a common slip.
    if (digits.starts_with('0'))
        digits.remove_prefix(1);
    return digits;
}

Inspection inspect_normalised(std::string kind, std::string_view typed, Result<std::string> const& normalised)
{
    Inspection inspection {std::move(kind), std::string(trim(typed))};
    if (normalised.ok())
        inspection.value = *normalised;
    else
        inspection.error(lost_digits(typed) ? inspection.kind + ".digits_lost" : normalised.error().code);
    return inspection;
}

} // namespace

Result<std::string> normalise_phone(std::string_view typed)
{
    constexpr std::size_t fewest = 9;
    constexpr std::size_t most = 12;
    auto text = compact(typed);
    std::erase_if(text, [](char c) { return c == '(' || c == ')'; });
    bool const international = text.starts_with('+');
    if (international)
        text.erase(0, 1);
    auto const subscriber = subscriber_of(text);
    bool const our_country = !international || text.starts_with("62");
    if (!our_country || !is_digits(text) || !subscriber.starts_with('8') || subscriber.size() < fewest || subscriber.size() > most)
        return Error::invalid("phone.format");
    return "62" + std::string(subscriber);
}

Result<std::string> normalise_account(std::string_view typed)
{
    auto text = compact(typed);
    if (!is_digits(text) || text.size() < 6 || text.size() > 20)
        return Error::invalid("account.format");
    return text;
}

Inspection inspect_phone(std::string_view typed)
{
    auto phone = inspect_normalised("phone", typed, normalise_phone(typed));
    if (phone.ok)
        phone.set("local", "0" + phone.value.substr(2));
    return phone;
}

Inspection inspect_account(std::string_view typed)
{
    return inspect_normalised("account", typed, normalise_account(typed));
}

std::string mask_phone(std::string_view phone)
{
    return is_digits(phone) ? masked(phone, 4, 3) : masked(phone, 0, 0);
}

std::string mask_account(std::string_view account)
{
    return is_digits(account) ? masked(account, 0, account.size() < 8 ? 2 : 4) : masked(account, 0, 0);
}

} // namespace rtkeren::identifiers
