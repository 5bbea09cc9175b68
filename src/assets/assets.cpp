#include "assets/assets.hpp"

#include <algorithm>

namespace rtkeren::assets {

Asset const* find(std::string_view name)
{
    auto const assets = all();
    auto const found = std::ranges::find(assets, name, &Asset::name);
    return found == assets.end() ? nullptr : &*found;
}

} // namespace rtkeren::assets
