#include "screens/parts.hpp"

#include <algorithm>

namespace rtkeren::screens {

namespace {

/// Handed in once at the start, before the first request, and only read afterwards.
struct Parts {
    operations::Registry const* registry {nullptr};
    std::vector<NavEntry> navigation;
    std::function<std::string(Services&, Actor const&, std::string_view)> counts;
    std::vector<Panel> panels;
};

Parts& parts()
{
    static Parts all;
    return all;
}

} // namespace

void use_registry(operations::Registry const& registry) { parts().registry = &registry; }

operations::Registry const& registry()
{
    CHECK(parts().registry != nullptr);
    return *parts().registry;
}

void use_navigation(std::vector<NavEntry> entries)
{
    std::ranges::stable_sort(entries, {}, &NavEntry::order);
    parts().navigation = std::move(entries);
}

void use_counts(std::function<std::string(Services&, Actor const&, std::string_view)> counts) { parts().counts = std::move(counts); }

void use_panels(std::vector<Panel> panels)
{
    std::ranges::stable_sort(panels, {}, &Panel::order);
    parts().panels = std::move(panels);
}

Result<std::vector<html::Safe>> panels_of(std::string_view slot, Services& services, db::ReadTx& tx, Actor const* actor, std::string_view subject)
{
    std::vector<html::Safe> shown;
    for (auto const& panel : parts().panels) {
        if (panel.slot != slot)
            continue;
        auto part = TRY(panel.render(services, tx, actor, subject));
        if (!part.empty())
            shown.push_back(std::move(part));
    }
    return shown;
}

std::vector<NavEntry> const& navigation() { return parts().navigation; }

std::string count_of(Services& services, Actor const& actor, std::string_view href)
{
    return parts().counts ? parts().counts(services, actor, href) : std::string {};
}

} // namespace rtkeren::screens
