#include "payout/gate_lines.hpp"

#include "language/language.hpp"

namespace rtkeren::payout {

namespace {

/// Minimums of a share are hundredths of a percent, those of a count small numbers.
constexpr std::int64_t least_share = 100;

std::string words_of(GateRow const& gate)
{
    Arguments const numbers { { "value", std::to_string(gate.value) }, { "minimum", std::to_string(gate.minimum) } };
    if (gate.minimum >= least_share)
        return tr("baru {value:bp}, syaratnya {minimum:bp}", numbers);
    if (gate.minimum > 1)
        return tr("baru {value:n}, syaratnya {minimum:n}", numbers);
    return gate.blocks ? tr("belum terpenuhi") : tr("belum ada; dianjurkan, tidak menahan pencairan");
}

GateLine gate_line(GateRow const& gate)
{
    auto label = gate.label;
    if (label.empty())
        label = tr("Uang termin sebelumnya sudah diterima");
    if (gate.passed)
        return { "ok", "circle-check", std::move(label), {}, {} };
    auto why = words_of(gate);
    if (!gate.citation.empty())
        why += ". " + tr("Dasar: {citation}", { { "citation", gate.citation } });
    return { gate.blocks ? "miss" : "later", gate.blocks ? "circle-x" : "circle-dashed", std::move(label), std::move(why), gate.href };
}

} // namespace

UnitLine unit_line(UnitGates const& unit)
{
    UnitLine line { unit.unit_code, unit.unit_name, format_rupiah(unit.amount), {}, {} };
    line.passed = unit.passed();
    line.chosen = line.passed;
    line.state = unit.requested     ? tr("sudah diminta")
        : line.passed               ? tr("bisa dicairkan")
        : unit.amount.is_positive() ? tr("belum bisa")
                                    : tr("tidak ada sisa kontrak");
    line.tone = unit.requested ? "" : line.passed ? "ok" : "no";
    for (auto const& gate : unit.gates)
        line.gates.push_back(gate_line(gate));
    return line;
}

} // namespace rtkeren::payout
