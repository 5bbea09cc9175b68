#include "emitter.hpp"
#include "source.hpp"

#include <fstream>
#include <iostream>

/// htmlc <room> <page.html> <out.cpp> <include-dir>...; exits 1 with file:line:column for a template that is refused.
int main(int argc, char** argv)
{
    if (argc < 4) {
        std::cerr << "usage: htmlc <room> <page.html> <out.cpp> <include-dir>...\n";
        return 2;
    }
    try {
        auto code = htmlc::compile(argv[1], argv[2], {argv + 4, argv + argc});
        std::ofstream out(argv[3], std::ios::binary);
        out << code;
        out.flush();
        if (!out)
            throw htmlc::Failure(std::string(argv[3]) + ": error: cannot be written");
    } catch (htmlc::Failure const& failure) {
        std::cerr << failure.what() << "\n";
        return 1;
    }
    return 0;
}
