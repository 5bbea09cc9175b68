#include "rules/known.hpp"
#include "rules/parse.hpp"

#include <algorithm>

namespace rtkeren::rules {

namespace {

bool overlap(Basis const& a, Basis const& b)
{
    auto const ends_before
        = [](Basis const& first, Basis const& second) { return first.valid_until && second.valid_from && *first.valid_until < *second.valid_from; };
    return !ends_before(a, b) && !ends_before(b, a);
}

TaxRow tax_row(TableReader& row)
{
    TaxRow tax {.key = row.code("key"),
        .label = row.text("label", 120),
        .rate = row.share("rate_bp"),
        .rate_without_npwp = BasisPoints(0),
        .base_share = BasisPoints(std::int32_t(row.optional_integer("base_share_bp", 1, 10'000, 10'000))),
        .above = row.optional_rupiah("above"),
        .city_tax = row.flag("city_tax"),
        .in_price = row.flag("in_price"),
        .free_per_day = row.optional_rupiah("free_per_day"),
        .when = row.texts("when"),
        .basis = row.basis()};
    tax.rate_without_npwp = BasisPoints(std::int32_t(row.optional_integer("rate_without_npwp_bp", 0, 10'000, tax.rate.value())));
    for (auto const& answer : tax.when)
        if (!is_known_answer(answer))
            row.note("when", "pack.reference", answer, {{"kind", "when"}});
    return tax;
}

SpendKind::Paper paper_of(TableReader& row)
{
    return {.kind = row.code("kind"),
        .label = row.text("label", 120),
        .above = row.optional_rupiah("above"),
        .required = row.maybe_flag("required").value_or(true)};
}

void check_shares(Findings& findings, TableReader& root, Pack const& pack)
{
    std::int64_t tranches = 0;
    for (auto const& tranche : pack.tranches)
        tranches += tranche.share.value();
    if (!pack.tranches.empty() && tranches != 10'000)
        findings.add("tranche", "pack.shares", std::to_string(tranches), root.source(), {{"sum", std::to_string(tranches)}});
    std::int64_t earmarks = 0;
    for (auto const& earmark : pack.earmarks)
        earmarks += earmark.minimum.value();
    if (earmarks > 10'000)
        findings.add("earmark", "pack.shares", std::to_string(earmarks), root.source(), {{"sum", std::to_string(earmarks)}});
}

} // namespace

void read_taxes(TableReader& root, Pack& pack)
{
    root.each("tax", [&](TableReader& row) {
        auto tax = tax_row(row);
        auto const twice = std::ranges::any_of(pack.taxes, [&](TaxRow const& other) { return other.key == tax.key && overlap(other.basis, tax.basis); });
        if (twice)
            row.note("key", "pack.duplicate", tax.key);
        pack.taxes.push_back(std::move(tax));
    });
}

void read_spend_kinds(TableReader& root, Pack& pack)
{
    std::set<std::string> seen;
    root.each("spend_kind", [&](TableReader& row) {
        SpendKind kind {.code = row.code("code"), .label = row.text("label", 120), .papers = {}, .taxes = row.texts("taxes"), .basis = row.basis()};
        row.each("papers", [&](TableReader& inner) { kind.papers.push_back(paper_of(inner)); });
        for (auto const& key : kind.taxes)
            if (pack.tax(key) == nullptr)
                row.note("taxes", "pack.reference", key, {{"kind", "tax"}});
        if (!kind.code.empty() && !seen.insert(kind.code).second)
            row.note("code", "pack.duplicate", kind.code);
        pack.spend_kinds.push_back(std::move(kind));
    });
}

void check_whole(TableReader& root, Findings& findings, Pack const& pack)
{
    auto const demand = [&](bool there, std::string_view key) {
        if (!there)
            root.require(key);
    };
    demand(!pack.envelopes.empty(), "envelope");
    demand(!pack.menu.empty(), "menu");
    demand(!pack.tranches.empty(), "tranche");
    demand(!pack.spend_kinds.empty(), "spend_kind");
    demand(!pack.deadlines.empty(), "deadline");
    check_shares(findings, root, pack);
    auto const warn = pack.number("price_warn_bp", 0);
    auto const block = pack.number("price_block_bp", 100'000);
    if (block < warn)
        findings.add("number", "pack.order", std::to_string(block), root.source(), {{"kind", "price_block_bp"}});
    auto const fewest = pack.number("participants_min", 1);
    if (pack.number("participants_max", fewest) < fewest)
        findings.add("number", "pack.order", std::to_string(fewest), root.source(), {{"kind", "participants_max"}});
    for (auto const& envelope : pack.envelopes)
        if (std::ranges::none_of(pack.menu, [&](MenuItem const& item) { return std::ranges::find(item.envelopes, envelope.key) != item.envelopes.end(); }))
            findings.add("envelope", "pack.no_menu", envelope.key, root.source(), {{"envelope", envelope.key}});
}

} // namespace rtkeren::rules
