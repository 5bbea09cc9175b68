#include "spending/expense_parts.hpp"

#include "evidence/evidence.hpp"
#include "language/language.hpp"
#include "spending/expense_inputs.hpp"

#include <algorithm>

namespace rtkeren::spending {
namespace {

bool reads_expenses(Grant const& grant)
{
    constexpr std::array<std::string_view, 6> enough {"insight.read", "spending.accept", "spending.check", "spending.disallow", "spending.goods", "spending.record"};
    return std::ranges::any_of(enough, [&](std::string_view permission) { return std::ranges::binary_search(grant.permissions, permission); });
}

constexpr std::string_view paper_field = "_paper_";
constexpr std::array<std::string_view, 2> letter_fields {"_joint_letter", "_signed_paper"};

void keep_paper(FormPapers& papers, rules::Pack const* pack, std::string const& paper, std::string const& hash)
{
    auto const number = std::to_string(papers.rows.size());
    papers.rows.push_back({{"paper", paper}, {"sha256", hash}});
    papers.kept.push_back({"papers." + number + ".paper", paper, "papers." + number + ".sha256", hash, evidence::href(hash), pack == nullptr ? paper : paper_label(*pack, paper)});
}

} // namespace

ExpenseReach expense_reach(Actor const& actor)
{
    std::vector<Grant const*> grants;
    for (auto const& grant : actor.grants)
        if (reads_expenses(grant))
            grants.push_back(&grant);
    std::ranges::sort(grants, [](Grant const* a, Grant const* b) { return a->place.size() < b->place.size(); });
    ExpenseReach reach;
    reach.stretches.fill({"~", "~"});
    std::vector<std::string> kept;
    for (auto const* grant : grants) {
        auto const place = covers_place(grant->place, "") ? std::string {} : grant->place;
        auto const is_held = std::ranges::any_of(kept, [&](std::string const& outer) { return territory::holds(outer, place); });
        if (is_held || kept.size() == reach.stretches.size())
            continue;
        // '/' follows the dot, so the stretch is the place itself and all below it.
        reach.stretches[kept.size()] = {place, place.empty() ? "~" : place + "/"};
        kept.push_back(place);
    }
    auto const one_pokmas = !grants.empty() && std::ranges::all_of(grants, [&](Grant const* grant) { return !grant->pokmas.empty() && grant->pokmas == grants.front()->pokmas; });
    if (one_pokmas)
        reach.pokmas = grants.front()->pokmas;
    return reach;
}

bool may_read_expense(Actor const& actor, std::string_view place, std::string_view pokmas)
{
    return std::ranges::any_of(actor.grants, [&](Grant const& grant) {
        return reads_expenses(grant) && (grant.pokmas.empty() ? covers_place(grant.place, place) : grant.pokmas == pokmas);
    });
}

Result<StoredExpense> readable_expense(db::ReadTx& tx, CityId city, Actor const& actor, std::string_view id)
{
    auto const parsed = ExpenseId::parse(id);
    if (!parsed)
        return Error::not_found("spending.no_expense");
    auto expense = TRY(find_expense(tx, city, *parsed));
    if (!may_read_expense(actor, expense.place, expense.pokmas.str()))
        return Error::not_found("spending.no_expense");
    return expense;
}

std::string expense_state_label(std::string_view state)
{
    auto const* row = expense_machine().state(state);
    return row == nullptr ? std::string(state) : tr(row->label);
}

std::string_view expense_state_tone(std::string_view state)
{
    if (state == "accepted")
        return "ok";
    if (state == "rejected" || state == "withdrawn" || state == "refunded")
        return "no";
    return state == "query" ? "warn" : state == "draft" ? "" : "info";
}

std::string envelope_label(rules::Pack const& pack, std::string_view envelope)
{
    auto const* found = pack.envelope(envelope);
    return found == nullptr ? std::string(envelope) : found->label;
}

std::string envelope_icon(rules::Pack const& pack, std::string_view envelope)
{
    auto const* found = pack.envelope(envelope);
    return found == nullptr || found->sign.empty() ? "wallet" : found->sign;
}

std::string paper_label(rules::Pack const& pack, std::string_view paper)
{
    for (auto const& kind : pack.spend_kinds)
        for (auto const& each : kind.papers)
            if (each.kind == paper)
                return each.label;
    if (paper == "surat_bersama")
        return tr("Surat belanja bersama");
    return paper == "catatan_bertanda_tangan" ? tr("Catatan bertanda tangan") : std::string(paper);
}

std::vector<html::Option> ask_options()
{
    std::vector<html::Option> options;
    for (auto const& [code, name] : operations::Choices<AskCode>::values)
        options.push_back({std::string(name), language::word("spending.ask." + std::string(name))});
    return options;
}

std::vector<html::Option> debtor_options()
{
    return {{"supplier", tr("Penyedia")}, {"recorder", tr("Yang membayar")}};
}

std::vector<html::Option> account_options()
{
    return {{"kas", tr("Kas")}, {"bank", tr("Bank")}};
}

FormPapers carried_papers(http::Exchange const& exchange, rules::Pack const* pack)
{
    FormPapers papers;
    for (int i = 0; i < 40; ++i) {
        auto const prefix = "papers." + std::to_string(i);
        auto const hash = exchange.request.form_value(prefix + ".sha256");
        if (Sha256::parse(hash).ok())
            keep_paper(papers, pack, exchange.request.form_value(prefix + ".paper"), hash);
    }
    return papers;
}

Result<FormPapers> form_papers(Services& services, http::Exchange const& exchange, rules::Pack const* pack)
{
    auto papers = carried_papers(exchange, pack);
    auto const stored = TRY(evidence::store_uploads(services, exchange.actor(), exchange.request));
    for (auto const& file : stored) {
        if (file.field.starts_with(paper_field))
            keep_paper(papers, pack, file.field.substr(paper_field.size()), file.stored.sha256);
        else if (std::ranges::find(letter_fields, file.field) != letter_fields.end())
            papers.letters.emplace_back(file.field.substr(1), file.stored.sha256);
    }
    return papers;
}

} // namespace rtkeren::spending
