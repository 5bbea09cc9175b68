#include "tidy.hpp"

#include <cstdio>
#include <fstream>
#include <memory>
#include <sstream>

namespace tidy {

namespace {

std::vector<std::string> split_lines(std::istream& in)
{
    std::vector<std::string> lines;
    for (std::string line; std::getline(in, line);)
        lines.push_back(line);
    return lines;
}

std::string room_of(std::string const& path)
{
    if (!path.starts_with("src/"))
        return {};
    auto const end = path.find('/', 4);
    return end == std::string::npos ? std::string {} : path.substr(4, end - 4);
}

bool is_text(std::string const& path)
{
    static std::set<std::string> const kinds {".cpp", ".hpp", ".sql", ".html", ".js", ".mjs", ".css", ".md", ".toml", ".txt", ".cmake", ".sh", ".json", ".csv", ".test"};
    return kinds.contains(std::filesystem::path(path).extension().string());
}

} // namespace

Rooms Rooms::read(std::filesystem::path const& rooms_txt)
{
    Rooms rooms;
    std::ifstream in(rooms_txt);
    for (auto const& line : split_lines(in)) {
        auto const colon = line.find(':');
        if (colon == std::string::npos)
            continue;
        auto const name = line.substr(0, colon);
        rooms.order.push_back(name);
        auto& edges = rooms.edges[name];
        std::istringstream rest(line.substr(colon + 1));
        for (std::string dependency; std::getline(rest, dependency, ',');)
            edges.insert(dependency);
    }
    return rooms;
}

std::set<std::string> Rooms::below(std::string const& room) const
{
    std::set<std::string> all;
    std::vector<std::string> open {room};
    while (!open.empty()) {
        auto const next = open.back();
        open.pop_back();
        auto const found = edges.find(next);
        if (found == edges.end())
            continue;
        for (auto const& edge : found->second)
            if (all.insert(edge).second)
                open.push_back(edge);
    }
    return all;
}

void Findings::add(Source const& source, std::size_t line, std::string const& what)
{
    lines.push_back(source.path + ":" + std::to_string(line + 1) + ": " + what);
}

std::vector<Source> read_sources(std::filesystem::path const& root)
{
    auto const command = "git -C '" + root.string() + "' ls-files --cached --others --exclude-standard";
    std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), pclose);
    std::vector<Source> sources;
    char buffer[4096];
    while (pipe && fgets(buffer, sizeof buffer, pipe.get())) {
        std::string path(buffer);
        path.erase(path.find_last_not_of('\n') + 1);
        if (!is_text(path) || path.ends_with("package-lock.json"))
            continue;
        std::ifstream in(root / path);
        if (in)
            sources.push_back({path, room_of(path), split_lines(in)});
    }
    return sources;
}

} // namespace tidy
