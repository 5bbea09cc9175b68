#include "rules/differences.hpp"

#include "language/language.hpp"

namespace rtkeren::rules {

namespace {

std::string basis_text(Basis const& basis)
{
    auto text = basis.citation + " (" + language::word("rules.certainty." + std::string(name_of(basis.certainty))) + ", "
        + language::word("rules.severity." + std::string(rtkeren::name_of(basis.severity))) + ")";
    if (basis.valid_from)
        text += " " + tr("mulai {date}", {{"date", format_date(*basis.valid_from, language::current())}});
    if (basis.valid_until)
        text += " " + tr("sampai {date}", {{"date", format_date(*basis.valid_until, language::current())}});
    return text;
}

/// A tax comes in several rows with dates of their own: the first day tells them apart.
std::string identity_of(Parameter const& parameter)
{
    return parameter.path + (parameter.basis.valid_from ? "@" + parameter.basis.valid_from->iso() : std::string {});
}

} // namespace

std::vector<Difference> differences(Pack const& before, Pack const& after)
{
    std::map<std::string, Parameter> old;
    for (auto& parameter : describe(before))
        old.emplace(identity_of(parameter), parameter);
    std::vector<Difference> changed;
    for (auto const& now : describe(after)) {
        auto const found = old.find(identity_of(now));
        if (found == old.end()) {
            changed.push_back({now.section, now.path, now.label, {}, now.value, {}, basis_text(now.basis)});
            continue;
        }
        auto const was = found->second;
        old.erase(found);
        auto const basis_was = basis_text(was.basis);
        auto const basis_now = basis_text(now.basis);
        auto const same_basis = basis_was == basis_now;
        if (was.value != now.value || was.label != now.label || !same_basis)
            changed.push_back(
                {now.section, now.path, now.label, was.value, now.value, same_basis ? std::string {} : basis_was, same_basis ? std::string {} : basis_now});
    }
    for (auto const& [key, gone] : old)
        changed.push_back({gone.section, gone.path, gone.label, gone.value, {}, basis_text(gone.basis), {}});
    return changed;
}

} // namespace rtkeren::rules
