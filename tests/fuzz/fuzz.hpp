#pragma once

#include <cstddef>
#include <string_view>

/// One input of a driver. Called by libFuzzer (`./dev fuzz`), and in every test run by replay.cpp for each file of the driver's corpus.
extern "C" int LLVMFuzzerTestOneInput(unsigned char const* data, std::size_t size);

namespace rtkeren::fuzz {

inline std::string_view text_of(unsigned char const* data, std::size_t size) { return {reinterpret_cast<char const*>(data), size}; }

/// The first byte of an input chooses among the parsers of a driver.
struct Choice {
    unsigned char which;
    std::string_view rest;
};
inline Choice choice_of(unsigned char const* data, std::size_t size)
{
    return size == 0 ? Choice {0, {}} : Choice {data[0], text_of(data + 1, size - 1)};
}

} // namespace rtkeren::fuzz
