#include "base/check.hpp"

#include <cstdio>
#include <cstdlib>

namespace rtkeren {

void check_failed(std::string_view what, std::source_location where)
{
    // Plain stdio: the heap or the locale may be what is broken.
    std::fprintf(
        stderr, "rtkeren: CHECK(%.*s) failed in %s, %s:%u\n", int(what.size()), what.data(), where.function_name(), where.file_name(), unsigned(where.line()));
    std::fflush(stderr);
    std::abort();
}

} // namespace rtkeren
