#pragma once

#include "documents/document.hpp"
#include "support/database.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>

namespace rtkeren::training {

/// Before a paper is made.
inline void use_paper_fonts()
{
    std::filesystem::create_directories(tests::fresh_path("fonts"));
    EXPECT_TRUE(documents::use_fonts(tests::fresh_path("fonts")).ok());
}

/// What a reader of the paper reads.
inline std::string text_of_pdf(std::string const& bytes)
{
    auto const path = tests::fresh_path("paper.pdf");
    std::ofstream(path, std::ios::binary) << bytes;
    std::string text;
    auto* pipe = popen(("pdftotext -layout " + path + " -").c_str(), "r");
    std::array<char, 4096> piece {};
    while (auto const read = fread(piece.data(), 1, piece.size(), pipe))
        text.append(piece.data(), read);
    pclose(pipe);
    return text;
}

} // namespace rtkeren::training
