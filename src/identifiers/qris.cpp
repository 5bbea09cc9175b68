#include "identifiers/qris.hpp"

#include "base/text.hpp"
#include "identifiers/digits.hpp"
#include "identifiers/emv.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace rtkeren::identifiers {
namespace {

using Fields = std::vector<EmvField>;

struct TagRule {
    std::string_view id;
    std::size_t shortest, longest;
    bool required;
};
/// Root tags with a length of their own; the others take 1 to 99 characters. 61 is demanded because the country is always ID.
constexpr std::array<TagRule, 13> tag_rules {{
    {"00", 2, 2, true},
    {"01", 2, 2, false},
    {"52", 4, 4, true},
    {"53", 3, 3, true},
    {"54", 1, 13, false},
    {"55", 2, 2, false},
    {"56", 1, 13, false},
    {"57", 1, 5, false},
    {"58", 2, 2, true},
    {"59", 1, 25, true},
    {"60", 1, 15, true},
    {"61", 1, 10, true},
    {"63", 4, 4, true},
}};

struct Acquirer {
    std::string_view nns, name;
};
/// By use; an unknown number is no fault.
constexpr std::array<Acquirer, 11> acquirers {
    {{"93600002", "BRI"}, {"93600008", "Bank Mandiri"}, {"93600009", "BNI"}, {"93600014", "BCA"}, {"93600114", "Bank Jatim"}, {"93600898", "Telkom"},
        {"93600911", "LinkAja"}, {"93600912", "OVO"}, {"93600914", "GoPay"}, {"93600915", "DANA"}, {"93600918", "ShopeePay"}}};

bool is_acquirer_template(std::string_view id)
{
    return id >= "26" && id <= "45";
}

bool is_template(std::string_view id)
{
    return is_acquirer_template(id) || id == "51" || id == "62" || id == "64";
}

Arguments tag_argument(std::string_view tag)
{
    return {{"tag", std::string(tag)}};
}

bool ends_with_crc(std::string_view text)
{
    return text.size() > 8 && text.substr(text.size() - 8, 4) == "6304";
}

/// What the last four characters should be.
std::string right_crc(std::string_view text)
{
    auto const payload = with_emv_crc(std::string(text.substr(0, text.size() - 4)));
    return payload.substr(payload.size() - 4);
}

bool crc_holds(std::string_view text)
{
    return ends_with_crc(text) && lower_ascii(right_crc(text)) == lower_ascii(text.substr(text.size() - 4));
}

/// A copied link has its blanks as %20; a name may hold a percent sign, so this is tried only when the text as it is does not check.
std::string decoded_payload(Inspection& qris, std::string_view text)
{
    if (!crc_holds(text) && text.find('%') != std::string_view::npos) {
        auto decoded = percent_decoded(text);
        if (decoded && crc_holds(*decoded)) {
            qris.warn("qris.url_encoded");
            return *decoded;
        }
    }
    return std::string(text);
}

void check_crc(Inspection& qris)
{
    if (!crc_holds(qris.value))
        return qris.error("qris.crc");
    if (!qris.value.ends_with(right_crc(qris.value)))
        qris.warn("qris.crc_case");
}

void check_duplicates(Inspection& qris, Fields const& fields, std::string const& parent)
{
    std::set<std::string_view> seen;
    for (auto const& field : fields) {
        if (!seen.insert(field.id).second)
            qris.error("qris.duplicate", tag_argument(parent + field.id));
    }
}

/// The elements inside a template; none, with a finding, where they cannot be read.
Fields open_template(Inspection& qris, EmvField const& field)
{
    auto inner = parse_emv(field.value);
    if (!inner.ok()) {
        qris.error("qris.tlv", tag_argument(field.id));
        return {};
    }
    check_duplicates(qris, *inner, field.id + ".");
    return std::move(inner).value();
}

std::string value_of(Fields const& fields, std::string_view id)
{
    auto const* const value = find_emv(fields, id);
    return value ? *value : std::string {};
}

void check_lengths(Inspection& qris, Fields const& fields)
{
    for (auto const& rule : tag_rules) {
        auto const* const value = find_emv(fields, rule.id);
        if (!value) {
            if (rule.required)
                qris.error("qris.missing", tag_argument(rule.id));
            continue;
        }
        auto const length = count_characters(*value);
        if (length < rule.shortest || length > rule.longest)
            qris.error("qris.len", {{"tag", std::string(rule.id)}, {"length", std::to_string(length)}, {"limit", std::to_string(rule.longest)}});
    }
}

/// Digits, at most two decimals, more than nothing.
bool is_qris_amount(std::string_view text)
{
    auto const point = text.find('.');
    auto const whole = text.substr(0, point);
    auto const decimals = point == std::string_view::npos ? std::string_view {} : text.substr(point + 1);
    bool const written = is_digits(whole) && decimals.size() <= 2 && (decimals.empty() || is_digits(decimals)) && text.size() <= 13;
    return written && text.find_first_of("123456789") != std::string_view::npos;
}

bool is_tip_percent(std::string_view text)
{
    return text.size() == 5 && text[2] == '.' && is_digits(text.substr(0, 2)) && is_digits(text.substr(3))
        && text.find_first_of("123456789") != std::string_view::npos;
}

void check_amounts(Inspection& qris, Fields const& fields)
{
    for (std::string_view const tag : {"54", "56"}) {
        auto const* const amount = find_emv(fields, tag);
        if (amount && !is_qris_amount(*amount))
            qris.error("qris.amount", tag_argument(tag));
    }
    auto const tip = value_of(fields, "55");
    bool const known = tip.empty() || tip == "01" || tip == "02" || tip == "03";
    auto const* const percent = find_emv(fields, "57");
    if (!known || (tip == "02" && !find_emv(fields, "56")) || (tip == "03" && !percent) || (percent && !is_tip_percent(*percent)))
        qris.error("qris.tip");
}

void check_fixed_values(Inspection& qris, Fields const& fields)
{
    auto const require = [&](std::string_view tag, bool holds) {
        if (find_emv(fields, tag) && !holds)
            qris.error("qris.value", tag_argument(tag));
    };
    auto const initiation = value_of(fields, "01");
    require("00", value_of(fields, "00") == "01");
    require("01", initiation == "11" || initiation == "12");
    require("52", is_digits(value_of(fields, "52")));
    for (std::string_view const tag : {"59", "60", "61"})
        require(tag, value_of(fields, tag).find('|') == std::string::npos);
    if (find_emv(fields, "53") && value_of(fields, "53") != "360")
        qris.error("qris.currency", tag_argument("53"));
    if (find_emv(fields, "58") && value_of(fields, "58") != "ID")
        qris.error("qris.country", tag_argument("58"));
}

/// Who is paid: an account of an acquirer or card scheme, or the national repository, which every static code must name.
void check_accounts(Inspection& qris, Fields const& fields)
{
    bool const account = std::any_of(fields.begin(), fields.end(), [](EmvField const& field) { return field.id >= "02" && field.id <= "45"; });
    bool const repository = find_emv(fields, "51") != nullptr;
    if (!account && !repository)
        qris.error("qris.account");
    else if (!repository && value_of(fields, "01") == "11")
        qris.error("qris.missing", tag_argument("51"));
}

bool is_nmid(std::string_view nmid)
{
    return nmid.size() == 15 && nmid.starts_with("ID") && luhn_holds(nmid.substr(2));
}

void read_criteria(Inspection& qris, std::string criteria)
{
    constexpr std::array<std::string_view, 7> known {"UMI", "UKE", "UME", "UBE", "URE", "PSO", "BLU"};
    if (criteria.empty())
        criteria = "URE";
    if (std::find(known.begin(), known.end(), criteria) == known.end())
        qris.warn("qris.criteria", {{"criteria", criteria}});
    qris.set("criteria", std::move(criteria));
}

void read_pan(Inspection& qris, std::string const& pan)
{
    if (!is_digits(pan))
        return;
    // The code carries 18 digits; statements and apps show Luhn's digit after them.
    qris.set("mpan", pan.size() == 18 ? pan + luhn_digit(pan) : pan);
    auto const* const acquirer = std::find_if(acquirers.begin(), acquirers.end(), [&pan](Acquirer const& known) { return pan.starts_with(known.nns); });
    if (acquirer != acquirers.end())
        qris.set("acquirer", std::string(acquirer->name));
}

struct Templates {
    Fields account, repository, additional;
    bool transfer_account {false}; // the account stands in tag 40
};

Templates read_templates(Inspection& qris, Fields const& fields)
{
    Templates templates;
    for (auto const& field : fields) {
        if (!is_template(field.id))
            continue;
        auto inner = open_template(qris, field);
        if (field.id == "51")
            templates.repository = std::move(inner);
        else if (field.id == "62")
            templates.additional = std::move(inner);
        else if (is_acquirer_template(field.id) && templates.account.empty())
            templates.account = std::move(inner);
        templates.transfer_account = templates.transfer_account || field.id == "40";
    }
    return templates;
}

void check_additional(Inspection& qris, Templates const& templates, std::string_view category)
{
    constexpr std::size_t longest = 25;
    for (auto const& field : templates.additional) {
        if (field.id <= "08" && count_characters(field.value) > longest)
            qris.error("qris.len", {{"tag", "62." + field.id}, {"length", std::to_string(count_characters(field.value))}, {"limit", std::to_string(longest)}});
    }
    auto const purpose = value_of(templates.additional, "08");
    if (templates.transfer_account && category == "4829" && (purpose == "BOOK" || purpose == "DMCT" || purpose == "XBCT"))
        qris.error("qris.transfer");
}

void read_parts(Inspection& qris, Fields const& fields, Templates const& templates)
{
    auto const set = [&qris](std::string name, std::string value) {
        if (!value.empty())
            qris.set(std::move(name), std::move(value));
    };
    set("initiation", value_of(fields, "01") == "12" ? "dynamic" : "static");
    set("merchant", value_of(fields, "59"));
    set("city", value_of(fields, "60"));
    set("postal", value_of(fields, "61"));
    set("mcc", value_of(fields, "52"));
    auto amount = value_of(fields, "54");
    if (auto const point = amount.find('.'); point != std::string::npos && amount.find_first_not_of('0', point + 1) == std::string::npos)
        amount.resize(point);
    set("amount", amount);
    auto const nmid = value_of(templates.repository, "02");
    set("nmid", nmid);
    if (!nmid.empty() && !is_nmid(nmid))
        qris.warn("qris.nmid", {{"nmid", nmid}});
    auto const criteria = value_of(templates.repository, "03");
    read_criteria(qris, criteria.empty() ? value_of(templates.account, "03") : criteria);
    read_pan(qris, value_of(templates.account, "01"));
    set("terminal", value_of(templates.additional, "07"));
    set("bill", value_of(templates.additional, "01"));
}

} // namespace

Inspection inspect_qris(std::string_view typed)
{
    Inspection qris {"qris", {}};
    auto const text = trim(typed);
    if (text.empty() || !is_valid_utf8(text)) {
        qris.error("qris.encoding");
        return qris;
    }
    qris.value = decoded_payload(qris, text);
    auto const fields = parse_emv(qris.value);
    if (!fields.ok()) {
        // With the check sum in its place at the end nothing is missing there: a length inside is wrong.
        qris.error(ends_with_crc(qris.value) ? "qris.tlv" : fields.error().code);
        return qris;
    }
    if (fields->front().id != "00" || fields->back().id != "63")
        qris.error("qris.order");
    check_crc(qris);
    check_duplicates(qris, *fields, {});
    check_lengths(qris, *fields);
    check_fixed_values(qris, *fields);
    check_amounts(qris, *fields);
    check_accounts(qris, *fields);
    auto const templates = read_templates(qris, *fields);
    check_additional(qris, templates, value_of(*fields, "52"));
    read_parts(qris, *fields, templates);
    return qris;
}

void compare_qris(Inspection& qris, std::string_view registered_nmid, std::string_view registered_name)
{
    bool const other_nmid = !registered_nmid.empty() && registered_nmid != qris.part("nmid");
    bool const other_name = !registered_name.empty() && fold(registered_name) != fold(qris.part("merchant"));
    if (other_nmid || (registered_nmid.empty() && other_name))
        qris.warn("qris.owner", {{"merchant", std::string(qris.part("merchant"))}, {"nmid", std::string(qris.part("nmid"))}});
}

} // namespace rtkeren::identifiers
