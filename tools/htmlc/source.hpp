#pragma once

#include <cstddef>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>

namespace htmlc {

/// One template file, kept for the whole run because places and tokens point into it.
struct Source {
    std::string shown; // path as errors and #line print it: from src/ or tools/ on
    std::string text;
};

struct Place {
    Source const* source {nullptr};
    std::size_t offset {0};

    [[nodiscard]] std::size_t line() const;
    [[nodiscard]] std::size_t column() const;
    [[nodiscard]] Place at(std::string_view part) const { return {source, std::size_t(part.data() - source->text.data())}; }
};

/// What is wrong with a template, as `file:line:column: error: why`.
struct Failure : std::runtime_error {
    using std::runtime_error::runtime_error;
};

[[noreturn]] void fail(Place, std::string const& why);
[[nodiscard]] Source load(std::filesystem::path const&);
/// A C++ string literal.
[[nodiscard]] std::string cpp_literal(std::string_view);
/// Runs of white space as one space, none at the ends: the form of a msgid.
[[nodiscard]] std::string squeezed(std::string_view);
[[nodiscard]] bool is_space(char);
[[nodiscard]] bool is_name(char);

} // namespace htmlc
