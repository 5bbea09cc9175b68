#pragma once

#include <source_location>
#include <string_view>

namespace rtkeren {

/// Ends the program after logging where: only for our own bugs, never for anything that came from outside.
[[noreturn]] void check_failed(std::string_view what, std::source_location where = std::source_location::current());

} // namespace rtkeren

/// Compiled in always: a broken invariant in a program that keeps public money must stop it.
#define CHECK(condition) \
    do { \
        if (!(condition)) [[unlikely]] \
            ::rtkeren::check_failed(#condition); \
    } while (false)
