#include "fuzz/fuzz.hpp"

#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

/// Runs a driver over its corpus without libFuzzer, so that what once broke a parser is tried by every test run.
int main(int count, char** words)
{
    int tried = 0;
    for (int i = 1; i < count; ++i) {
        for (auto const& entry : std::filesystem::directory_iterator(words[i])) {
            std::ifstream file(entry.path(), std::ios::binary);
            std::string const bytes {std::istreambuf_iterator<char>(file), {}};
            std::cout << entry.path().filename().string() << '\n' << std::flush;
            LLVMFuzzerTestOneInput(reinterpret_cast<unsigned char const*>(bytes.data()), bytes.size());
            ++tried;
        }
    }
    std::cout << tried << " inputs\n";
    return tried > 0 ? 0 : 1;
}
