#include "base/text.hpp"
#include "identifiers/emv.hpp"
#include "identifiers/qris.hpp"

#include <algorithm>

namespace rtkeren::identifiers {
namespace {

auto at_tag(std::vector<EmvField>& fields, std::string_view id)
{
    return std::find_if(fields.begin(), fields.end(), [id](EmvField const& field) { return field.id == id; });
}

void make_dynamic(std::vector<EmvField>& fields)
{
    if (auto const initiation = at_tag(fields, "01"); initiation != fields.end())
        initiation->value = "12";
    else
        fields.insert(fields.begin() + 1, {"01", "12"});
}

void set_amount(std::vector<EmvField>& fields, Rupiah amount)
{
    std::erase_if(fields, [](EmvField const& field) { return field.id == "54"; });
    fields.insert(at_tag(fields, "53") + 1, {"54", std::to_string(amount.value())});
}

/// Into tag 62, which holds at most 99 characters; a number that is there already stays.
void add_bill(std::vector<EmvField>& fields, std::string_view bill)
{
    constexpr std::size_t longest = 99;
    std::vector<EmvField> additional;
    auto at = at_tag(fields, "62");
    if (at != fields.end())
        additional = parse_emv(at->value).value(); // readable: the inspection has passed
    if (find_emv(additional, "01"))
        return;
    additional.insert(additional.begin(), {"01", std::string(bill)});
    auto text = write_emv(additional);
    if (count_characters(text) > longest)
        return;
    if (at == fields.end())
        fields.insert(fields.end() - 1, {"62", std::move(text)});
    else
        at->value = std::move(text);
}

bool is_bill(std::string_view bill)
{
    return !bill.empty() && bill.size() <= 25 && std::all_of(bill.begin(), bill.end(), [](char c) { return c >= ' ' && c < '\x7F'; });
}

} // namespace

Result<std::string> qris_with_amount(std::string_view payload, Rupiah amount, std::optional<std::string_view> bill)
{
    constexpr auto largest = 10'000'000_rp;
    if (!amount.is_positive())
        return Error::invalid("qris.amount");
    if (amount > largest)
        return Error::invalid("qris.limit");
    if (bill && !is_bill(*bill))
        return Error::invalid("qris.bill");
    auto const qris = inspect_qris(payload);
    if (!qris.ok) {
        auto const first = std::find_if(qris.findings.begin(), qris.findings.end(), [](Finding const& finding) { return finding.level == Level::Error; });
        auto error = Error::invalid(first->code);
        error.arguments = first->arguments;
        return error;
    }
    auto fields = TRY(parse_emv(qris.value));
    make_dynamic(fields);
    set_amount(fields, amount);
    if (bill)
        add_bill(fields, *bill);
    fields.pop_back();
    return with_emv_crc(write_emv(fields) + "6304");
}

} // namespace rtkeren::identifiers
