#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

/// Reads the repository and says where it drifts from its own rules (docs/architecture.md). Finds nothing: exit 0.
namespace tidy {

struct Source {
    std::string path; // below the root, with '/'
    std::string room; // "" outside src/
    std::vector<std::string> lines;
};

/// Rooms in floor order, each with the rooms that it declares to stand on.
struct Rooms {
    std::vector<std::string> order;
    std::map<std::string, std::set<std::string>> edges;
    static Rooms read(std::filesystem::path const& rooms_txt);
    [[nodiscard]] bool known(std::string const& room) const { return edges.contains(room); }
    [[nodiscard]] std::set<std::string> below(std::string const& room) const; // transitively
};

struct Findings {
    std::vector<std::string> lines;
    void add(Source const& source, std::size_t line, std::string const& what);
};

std::vector<Source> read_sources(std::filesystem::path const& root); // files that git tracks or would track

void check_arrows(Source const&, Rooms const&, Findings&);
void check_words(Source const&, Findings&);
void check_sql(Source const&, Rooms const&, Findings&);
void check_size(Source const&, Findings&);
void check_links(std::filesystem::path const& root, Source const&, Findings&);
void check_rooms(std::vector<Source> const&, Rooms const&, Findings&);

} // namespace tidy
