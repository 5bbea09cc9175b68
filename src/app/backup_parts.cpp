#include "app/backup_parts.hpp"

#include "base/sha256.hpp"
#include "base/text.hpp"

namespace rtkeren::app {

namespace {

constexpr std::string_view evidence_prefix = "evidence/";
constexpr std::size_t evidence_length = evidence_prefix.size() + 6 + 64;

} // namespace

std::string_view hash_in_name(std::string_view name)
{
    if (name.size() != evidence_length || !name.starts_with(evidence_prefix))
        return {};
    auto const hash = name.substr(evidence_length - 64);
    auto const folders = name.substr(evidence_prefix.size(), 6);
    auto const is_right = Sha256::parse(hash).ok() && folders.substr(0, 2) == hash.substr(0, 2) && folders[2] == '/' && folders.substr(3, 2) == hash.substr(2, 2)
        && folders[5] == '/';
    return is_right ? hash : std::string_view {};
}

bool is_part_name(std::string_view name)
{
    return name == about_name || name == sums_name || name == sqlite_name || name == dump_name || !hash_in_name(name).empty();
}

std::string text_of(Sums const& sums)
{
    std::string text;
    for (auto const& [name, hash] : sums)
        text += hash + "  " + name + "\n";
    return text;
}

Result<Sums> parse_sums(std::string_view text)
{
    Sums sums;
    for (auto const line : split(text, '\n')) {
        if (line.empty())
            continue;
        auto const is_right = line.size() > 66 && line.substr(64, 2) == "  " && Sha256::parse(line.substr(0, 64)).ok() && is_part_name(line.substr(66));
        if (!is_right)
            return Error::field("from", "restore.not_a_copy", std::string(sums_name));
        sums[std::string(line.substr(66))] = line.substr(0, 64);
    }
    return sums;
}

} // namespace rtkeren::app
