#include "evidence/evidence.hpp"
#include "language/language.hpp"
#include "payout/payout.hpp"
#include "spending/cash.hpp"
#include "spending/expense_parts.hpp"

#include <algorithm>
#include <set>

namespace rtkeren::spending {
namespace {

constexpr std::size_t spare_shares = 2; // rows for who has no script
constexpr std::size_t most_shares = 40;

/// Every line of the pokmas's units in that year: a bill for two RT is shared among these.
Result<void> add_share_lines(db::ReadTx& tx, Services& services, Actor const& actor, programme::Purse const& purse, rules::Pack const& pack, ExpenseFormPage& page)
{
    auto const group = TRY(payout::pokmas(tx, services.city, *purse.pokmas));
    std::set<territory::RegionId> seen;
    for (auto const& rw : group.rws) {
        auto const purses = TRY(programme::purses_below(tx, services.city, purse.year, rw));
        for (auto const& each : purses) {
            auto const ours = each.pokmas == purse.pokmas && !each.closed && may(actor, "spending.record", each.unit_code, group.id.str());
            if (!ours || !seen.insert(each.unit).second)
                continue;
            auto const lines = TRY(charges_of_unit(tx, services.city, each.unit, purse.year));
            for (auto const& line : lines)
                if (line.line_left().is_positive())
                    page.share_lines.push_back({line.line.str(), line.unit_name + " · " + line.item + " · " + envelope_label(pack, line.envelope) + " · " + format_rupiah(line.line_left()),
                        line.purse == purse.id});
        }
    }
    return Done {};
}

void add_share_rows(ExpenseFormPage& page)
{
    std::size_t used = 0;
    for (std::size_t i = 0; i < most_shares; ++i) {
        auto const prefix = "shares." + std::to_string(i);
        if (!page.form.value(prefix + ".line").empty() || !page.form.value(prefix + ".amount").empty())
            used = i + 1;
    }
    for (std::size_t i = 0; i < std::max(used, spare_shares); ++i) {
        auto const prefix = "shares." + std::to_string(i);
        page.share_rows.push_back({prefix + ".line", prefix + ".amount"});
    }
    page.joint_open = used > 0;
}

/// Who has no phone lets the kelurahan's operator or the companion type: with a paper signed by hand.
Result<void> add_officers(db::ReadTx& tx, Services& services, Actor const& actor, PokmasId pokmas, ExpenseFormPage& page)
{
    if (!actor.has_role("operator") && !actor.has_role("pendamping"))
        return Done {};
    auto const officers = TRY(payout::officers(tx, services.city, pokmas));
    for (auto const& officer : officers) {
        auto const name = TRY(party_name(tx, services.city, pokmas, "person:" + officer.person.str()));
        page.officers.push_back({officer.person.str(), name + " · " + payout::label_of(officer.position)});
    }
    return Done {};
}

std::string letter_href(html::FormState const& form, std::string_view field)
{
    auto const hash = Sha256::parse(form.value(field));
    return hash.ok() ? evidence::href(form.value(field)) : std::string {};
}

} // namespace

Result<void> add_joint_parts(db::ReadTx& tx, Services& services, Actor const& actor, programme::Purse const& purse, rules::Pack const& pack, ExpenseFormPage& page)
{
    add_share_rows(page);
    page.letter_href = letter_href(page.form, "joint_letter");
    page.signed_href = letter_href(page.form, "signed_paper");
    for (auto const field : {"residents_share", "joint", "bill_total", "joint_letter"})
        page.joint_open = page.joint_open || !page.form.value(field).empty() || !page.form.error(field).empty();
    page.joint_open = page.joint_open || !page.form.error("shares").empty();
    if (!purse.pokmas)
        return Done {};
    TRY(add_officers(tx, services, actor, *purse.pokmas, page));
    return add_share_lines(tx, services, actor, purse, pack, page);
}

} // namespace rtkeren::spending
