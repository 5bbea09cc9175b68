#include "tidy.hpp"

#include <iostream>

/// tidy ROOT ROOMS.TXT: prints each finding as path:line: text; exit 1 when there is one.
int main(int argc, char** argv)
{
    if (argc != 3) {
        std::cerr << "usage: tidy ROOT ROOMS.TXT\n";
        return 2;
    }
    std::filesystem::path const root(argv[1]);
    auto const rooms = tidy::Rooms::read(argv[2]);
    auto const sources = tidy::read_sources(root);
    tidy::Findings findings;
    for (auto const& source : sources) {
        tidy::check_arrows(source, rooms, findings);
        tidy::check_words(source, findings);
        tidy::check_sql(source, rooms, findings);
        tidy::check_size(source, findings);
        tidy::check_links(root, source, findings);
    }
    tidy::check_rooms(sources, rooms, findings);
    for (auto const& line : findings.lines)
        std::cout << line << '\n';
    std::cout << sources.size() << " files read, " << findings.lines.size() << " findings\n";
    return findings.lines.empty() ? 0 : 1;
}
