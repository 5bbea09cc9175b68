#include "rules/present.hpp"

#include "language/language.hpp"

namespace rtkeren::rules {

namespace {

std::string day(Instant at, Zone zone) { return format_date(at.date_in(zone), language::current()); }

std::string tone_of(Certainty certainty)
{
    switch (certainty) {
    case Certainty::Certain:
        return "ok";
    case Certainty::Announced:
        return "info";
    case Certainty::Assumed:
        return "warn";
    case Certainty::Example:
        break;
    }
    return "";
}

std::string tone_of(Severity severity) { return severity == Severity::Block ? "no" : severity == Severity::Warn ? "warn" : "info"; }

std::string validity_of(Basis const& basis)
{
    std::string text;
    if (basis.valid_from)
        text = tr("mulai {date}", {{"date", format_date(*basis.valid_from, language::current())}});
    if (basis.valid_until)
        text += (text.empty() ? "" : " ") + tr("sampai {date}", {{"date", format_date(*basis.valid_until, language::current())}});
    return text;
}

} // namespace

Standing standing_of(StoredPack const& stored, int in_force)
{
    if (stored.version == in_force)
        return {tr("berlaku"), "ok"};
    if (stored.released_at)
        return {tr("digantikan"), ""};
    return stored.version < in_force ? Standing {tr("tidak dirilis"), ""} : Standing {tr("menunggu rilis"), "warn"};
}

std::vector<ParameterSection> sections_of(Pack const& pack)
{
    std::vector<ParameterSection> sections;
    for (auto const& parameter : describe(pack)) {
        if (sections.empty() || sections.back().title != parameter.section)
            sections.push_back({"h-" + std::to_string(sections.size() + 1), parameter.section, {}});
        auto const& basis = parameter.basis;
        sections.back().lines.push_back({parameter.path, parameter.label, parameter.value, basis.citation,
            language::word("rules.certainty." + std::string(name_of(basis.certainty))), tone_of(basis.certainty),
            language::word("rules.severity." + std::string(rtkeren::name_of(basis.severity))), tone_of(basis.severity), validity_of(basis)});
    }
    return sections;
}

std::vector<DifferenceLine> lines_of(std::vector<Difference> const& differences)
{
    std::vector<DifferenceLine> lines;
    lines.reserve(differences.size());
    for (auto const& each : differences)
        lines.push_back({each.section, each.label, each.before, each.after, each.basis_before, each.basis_after});
    return lines;
}

std::vector<VersionLine> versions_of(std::vector<StoredPack> const& packs, Zone zone)
{
    std::map<int, int> in_force;
    for (auto const& stored : packs)
        if (stored.released_at)
            in_force[stored.year] = std::max(in_force[stored.year], stored.version);
    std::vector<VersionLine> lines;
    lines.reserve(packs.size());
    for (auto const& stored : packs) {
        auto const standing = standing_of(stored, in_force[stored.year]);
        lines.push_back({"/aturan/" + std::to_string(stored.year) + "/" + std::to_string(stored.version),
            tr("{year}, versi {version}", {{"year", std::to_string(stored.year)}, {"version", std::to_string(stored.version)}}), standing.state, standing.tone,
            day(stored.loaded_at, zone),
            stored.released_at ? tr("{date}, surat {letter}", {{"date", day(*stored.released_at, zone)}, {"letter", stored.letter}}) : std::string("–"),
            stored.note});
    }
    return lines;
}

std::string facts_of(StoredPack const& stored, Zone zone)
{
    auto const loaded = day(stored.loaded_at, zone);
    if (!stored.released_at)
        return tr("Versi {version}, dimasukkan {loaded}.", {{"version", std::to_string(stored.version)}, {"loaded", loaded}});
    return tr("Versi {version}, dimasukkan {loaded}, dirilis {released} dengan surat {letter} tanggal {dated}.",
        {{"version", std::to_string(stored.version)}, {"loaded", loaded}, {"released", day(*stored.released_at, zone)}, {"letter", stored.letter},
            {"dated", format_date(*stored.letter_date, language::current())}});
}

} // namespace rtkeren::rules
