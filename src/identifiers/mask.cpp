#include "identifiers/mask.hpp"

namespace rtkeren::identifiers {

std::string masked(std::string_view text, std::size_t first, std::size_t last)
{
    constexpr std::size_t fewest_hidden = 4;
    if (text.size() < first + last + fewest_hidden)
        first = last = 0;
    std::string result(text.substr(0, first));
    for (std::size_t i = first; i + last < text.size(); ++i)
        result += "\xE2\x80\xA2";
    return result.append(text.substr(text.size() - last));
}

} // namespace rtkeren::identifiers
