#include "enterprise/product_parts.hpp"

#include "enterprise/numbers.hpp"

namespace rtkeren::enterprise {
namespace {

std::string_view step_tone(StepState state)
{
    switch (state) {
    case StepState::Done: return "ok";
    case StepState::Wrong: return "no";
    case StepState::Checking:
    case StepState::Applied: return "info";
    case StepState::Missing: return "warn";
    case StepState::NotNeeded: return "";
    }
    return "";
}

std::string_view step_icon(StepState state)
{
    switch (state) {
    case StepState::Done: return "check";
    case StepState::Wrong: return "x";
    case StepState::Checking:
    case StepState::Applied: return "clock";
    case StepState::Missing: return "circle-dashed";
    case StepState::NotNeeded: return "minus";
    }
    return "minus";
}

/// Whose move and since when, or since when it is proven.
std::string who_words(StandingStep const& step)
{
    if (step.state == StepState::Done)
        return step.since ? tr("Terbukti {day:date}", {{"day", step.since->iso()}}) : std::string {};
    if (step.state == StepState::NotNeeded)
        return tr("Tahan kurang dari 7 hari: P-IRT tidak diberikan dan tidak diperlukan.");
    auto const who = choice_label("desk", step.whose);
    if (!step.since)
        return tr("Sesudah langkah sebelumnya; diurus di {desk}", {{"desk", choice_label("desk", step.desk)}});
    return tr("Giliran {who} sejak {day:date}", {{"who", who}, {"day", step.since->iso()}});
}

std::string basis_words(StandingStep const& step)
{
    auto const certainty = step.certainty == "pasti" ? std::string {} : " (" + tr("tingkat kepastian: {certainty}", {{"certainty", step.certainty}}) + ")";
    return tr("Dasar: {basis}", {{"basis", step.basis}}) + certainty;
}

std::string step_note(StandingStep const& step)
{
    auto note = step.note;
    if (step.recipe_changed)
        note += (note.empty() ? "" : ". ") + tr("Resepnya berubah sesudah izin ini: tanyakan apakah izinnya masih berlaku.");
    return note;
}

} // namespace

WaitsWords waits_words(Standing const& standing)
{
    if (standing.steps.empty())
        return {tr("jenis tidak dikenal"), "warn"};
    if (standing.complete())
        return {tr("izin lengkap"), "ok"};
    auto const& step = standing.steps[*standing.now];
    return {tr("menunggu {kind}", {{"kind", kind_label(step.step)}}), std::string(step_tone(step.state))};
}

std::string waits_sentence(Standing const& standing)
{
    if (standing.steps.empty())
        return tr("Jenis produk ini tidak ada di tabel izin.");
    if (standing.complete())
        return tr("Semua izin wajib terbukti.");
    auto const& step = standing.steps[*standing.now];
    return tr("{kind}: {state}. {who}.", {{"kind", kind_label(step.step)}, {"state", choice_label("step_state", name_of(step.state))}, {"who", who_words(step)}});
}

std::vector<StepLine> step_lines(ProductGround const& ground, Standing const& standing, bool may_change)
{
    std::vector<StepLine> lines;
    for (std::size_t i = 0; i < standing.steps.size(); ++i) {
        auto const& step = standing.steps[i];
        auto const is_over = step.state == StepState::Done || step.state == StepState::NotNeeded;
        auto const is_open = may_change && !ground.product.stopped && !is_over;
        StepLine line {.kind = kind_label(step.step), .state = choice_label("step_state", name_of(step.state)), .tone = std::string(step_tone(step.state)), .icon = std::string(step_icon(step.state)),
            .ladder = is_over ? "done" : standing.now == i ? "now" : "todo", .who = who_words(step), .note = step_note(step), .mismatch = {}, .apply_href = {}, .number_href = {},
            .basis = basis_words(step), .optional = !step.required};
        if (step.mismatch)
            line.mismatch = tr("Angka kemasan atau jenis pangan pada P-IRT berbeda dengan produk ini.");
        if (is_open && step.state != StepState::Applied && step.state != StepState::Checking)
            line.apply_href = href_of(ground.product.id) + "/ajukan/" + step.step;
        if (is_open)
            line.number_href = href_of(ground.business.id) + "/izin?jenis=" + step.step + "&produk=" + ground.product.id.str();
        lines.push_back(std::move(line));
    }
    return lines;
}

std::string kind_words(std::string_view kind)
{
    auto const* found = product_kind(kind);
    return found ? std::string(found->label) : std::string(kind);
}

std::vector<html::Option> kind_options()
{
    std::vector<html::Option> options;
    for (auto const& kind : product_kinds())
        options.push_back({std::string(kind.code), std::string(kind.label)});
    return options;
}

std::string allergen_words(std::string_view allergens)
{
    std::string text;
    for (auto const allergen : split(allergens, ','))
        if (!allergen.empty())
            text += (text.empty() ? "" : ", ") + choice_label("allergen", allergen);
    return text;
}

std::vector<std::string> ingredient_lines(std::string_view ingredients)
{
    std::vector<std::string> lines;
    auto const separator = ingredients.find('\n') == std::string_view::npos ? ',' : '\n';
    for (auto const line : split(ingredients, separator))
        if (!trim(line).empty())
            lines.emplace_back(trim(line));
    return lines;
}

} // namespace rtkeren::enterprise
