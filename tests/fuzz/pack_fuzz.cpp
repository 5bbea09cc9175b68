#include "fuzz/fuzz.hpp"

#include "rules/rules.hpp"

/// Rule packs that somebody wrote by hand: read whole or refused with what is wrong where.
extern "C" int LLVMFuzzerTestOneInput(unsigned char const* data, std::size_t size)
{
    auto const pack = rtkeren::rules::Pack::parse(rtkeren::fuzz::text_of(data, size));
    if (pack.ok())
        (void)rtkeren::rules::explain(**pack, "share");
    return 0;
}
