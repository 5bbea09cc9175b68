#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace sqlc {

/// A refusal that points at the place in the .sql file.
struct Refusal : std::runtime_error {
    Refusal(std::string const& file, int line, std::string const& what)
        : std::runtime_error(file + ":" + std::to_string(line) + ": " + what)
    {
    }
};

struct Token {
    enum class Kind { Word, Quoted, Number, String, Parameter, Sign, Annotation };
    Kind kind;
    std::string text; // words in upper case, annotations without "-- @", parameters without '$'
    std::string spelled; // as written
    int line;
    std::size_t begin; // in the text without comments
    std::size_t end;
    int depth; // of parentheses around it; a '(' and its ')' have the depth outside
};

/// A file cut into tokens, and its text without comments and blank lines.
struct Lexed {
    std::string text;
    std::vector<Token> tokens;
};

[[nodiscard]] Lexed lex(std::string const& file, std::string_view source);
[[nodiscard]] std::string upper(std::string_view);

} // namespace sqlc
