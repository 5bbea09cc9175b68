#include "charts/stages.hpp"

#include "charts/draw.hpp"
#include "language/language.hpp"

#include <array>

namespace rtkeren::charts {

namespace {

constexpr std::array way {Stage::Pagu, Stage::Rencana, Stage::Kontrak, Stage::Cair, Stage::Belanja, Stage::Sah};
constexpr std::array bar_order {Stage::Sah, Stage::Belanja, Stage::Cair, Stage::Kontrak, Stage::Rencana, Stage::Pagu, Stage::Kembali, Stage::Batal};
constexpr std::array<std::string_view, stage_count> names {"pagu", "rencana", "kontrak", "cair", "belanja", "sah", "kembali", "batal"};
constexpr std::int64_t whole_bar = 10'000;

Rupiah amount_at(std::span<StageAmount const> stages, Stage stage)
{
    Rupiah sum;
    for (auto const& entry : stages) {
        if (entry.stage == stage)
            sum += entry.amount;
    }
    return sum;
}

std::string href_at(std::span<StageAmount const> stages, Stage stage)
{
    for (auto const& entry : stages) {
        if (entry.stage == stage && !entry.href.empty())
            return entry.href;
    }
    return {};
}

std::string lower_label(Stage stage)
{
    auto label = label_of(stage);
    if (!label.empty() && label[0] >= 'A' && label[0] <= 'Z')
        label[0] = char(label[0] - 'A' + 'a');
    return label;
}

} // namespace

std::string_view name_of(Stage stage)
{
    return names.at(std::size_t(stage));
}

std::optional<Stage> stage_of(std::string_view name)
{
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (names.at(i) == name)
            return Stage(i);
    }
    return std::nullopt;
}

std::string label_of(Stage stage)
{
    switch (stage) {
    case Stage::Pagu: return tr("Pagu");
    case Stage::Rencana: return tr("Rencana");
    case Stage::Kontrak: return tr("Kontrak");
    case Stage::Cair: return tr("Cair");
    case Stage::Belanja: return tr("Belanja");
    case Stage::Sah: return tr("Sah");
    case Stage::Kembali: return tr("Kembali");
    case Stage::Batal: return tr("Batal");
    }
    return {};
}

std::string meaning_of(Stage stage)
{
    switch (stage) {
    case Stage::Pagu: return tr("belum ada RAB");
    case Stage::Rencana: return tr("RAB disetujui");
    case Stage::Kontrak: return tr("sudah kontrak");
    case Stage::Cair: return tr("di rekening pokmas");
    case Stage::Belanja: return tr("ada bukti, belum diperiksa");
    case Stage::Sah: return tr("diperiksa dan diterima");
    case Stage::Kembali: return tr("kembali ke kas daerah");
    case Stage::Batal: return tr("tidak dipakai");
    }
    return {};
}

std::vector<StageAmount> in_bar_order(std::span<StageAmount const> stages)
{
    std::vector<StageAmount> ordered;
    for (auto stage : bar_order) {
        auto amount = amount_at(stages, stage);
        if (amount.is_positive())
            ordered.push_back({stage, amount, href_at(stages, stage)});
    }
    return ordered;
}

Rupiah sum_of(std::span<StageAmount const> stages)
{
    Rupiah sum;
    for (auto const& entry : stages)
        sum += entry.amount;
    return sum;
}

BasisPoints share_of(Rupiah part, Rupiah whole)
{
    return BasisPoints(std::int32_t(basis_points(part.value(), whole.value())));
}

std::string stage_words(std::span<StageAmount const> stages)
{
    auto ordered = in_bar_order(stages);
    auto whole = sum_of(ordered);
    std::string words;
    for (auto const& entry : ordered) {
        if (!words.empty())
            words += ", ";
        words += lower_label(entry.stage) + ' ' + share_text(share_of(entry.amount, whole).value());
    }
    return words.empty() ? tr("belum ada uang") : words;
}

html::Safe stage_bar(std::span<StageAmount const> stages, std::string_view label, BarSize size)
{
    auto ordered = in_bar_order(stages);
    auto whole = sum_of(ordered);
    std::string height = size == BarSize::Card ? "24" : "12";
    auto words = stage_words(ordered);
    Draw draw;
    draw.open("svg", {{"class", "sbar"}, {"width", size == BarSize::Card ? "100%" : "96"}, {"height", height}, {"role", "img"},
                         {"aria-label", label.empty() ? words : std::string(label) + ": " + words}});
    std::int64_t passed = 0;
    for (std::size_t i = 0; i < ordered.size(); ++i) {
        auto width = i + 1 == ordered.size() ? whole_bar - passed : share_of(ordered[i].amount, whole).value();
        draw.empty("rect", {{"class", std::string(name_of(ordered[i].stage))}, {"x", percent(passed)}, {"width", percent(width)}, {"height", height}});
        passed += width;
    }
    return draw.close("svg").take();
}

html::Safe stage_legend(std::span<StageAmount const> stages)
{
    auto ordered = in_bar_order(stages);
    auto whole = sum_of(ordered);
    Draw draw;
    draw.open("ul", {{"class", "stages"}});
    for (auto const& entry : ordered) {
        draw.open("li").open("span", {{"class", "stage"}, {"data-stage", std::string(name_of(entry.stage))}});
        if (entry.href.empty())
            draw.text(label_of(entry.stage));
        else
            draw.element("a", label_of(entry.stage), {{"href", entry.href}});
        draw.close("span").element("b", format_rupiah_short(entry.amount)).element("span", share_text(share_of(entry.amount, whole).value())).close("li");
    }
    return draw.close("ul").take();
}

namespace {

void draw_step(Draw& draw, Stage stage, Rupiah stands, std::int64_t passed_on, std::int64_t share)
{
    std::string const name {name_of(stage)};
    draw.open("li", {{"data-stage", name}}).element("b", label_of(stage)).element("span", meaning_of(stage));
    draw.element("span", stands.is_zero() ? "–" : format_rupiah(stands), {{"class", "num"}});
    draw.open("svg", {{"width", "100%"}, {"height", "18"}, {"aria-hidden", "true"}});
    if (passed_on > 0)
        draw.empty("rect", {{"class", "f-pass"}, {"width", percent(passed_on)}, {"height", "18"}});
    if (share > 0)
        draw.empty("rect", {{"class", name}, {"x", percent(passed_on)}, {"width", percent(share)}, {"height", "18"}});
    draw.close("svg").close("li");
}

} // namespace

html::Safe flow(Purse const& purse)
{
    auto whole = sum_of(purse.stages);
    Draw draw;
    draw.open("ol", {{"class", "flow"}, {"aria-label", purse.label}});
    std::vector<std::vector<std::string>> rows;
    Rupiah passed = whole - amount_at(purse.stages, Stage::Kembali) - amount_at(purse.stages, Stage::Batal);
    auto step = [&](Stage stage, Rupiah stands) {
        auto before = share_of(passed, whole).value();
        draw_step(draw, stage, stands, before, share_of(stands, whole).value());
        rows.push_back({label_of(stage), format_number(stands.value())});
    };
    for (auto stage : way) {
        auto stands = amount_at(purse.stages, stage);
        passed -= stands;
        step(stage, stands);
    }
    passed = Rupiah {};
    for (auto stage : {Stage::Kembali, Stage::Batal}) {
        if (auto stands = amount_at(purse.stages, stage); !stands.is_zero())
            step(stage, stands);
    }
    rows.push_back({tr("Jumlah"), format_number(whole.value())});
    draw.close("ol").safe(numbers_table({tr("Tahap"), purse.label}, rows));
    return draw.take();
}

} // namespace rtkeren::charts
