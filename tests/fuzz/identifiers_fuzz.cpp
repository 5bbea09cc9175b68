#include "fuzz/fuzz.hpp"

#include "base/check.hpp"
#include "identifiers/contact.hpp"
#include "identifiers/inspection.hpp"
#include "identifiers/regions.hpp"

/// Every number parser: a number that was read stays what it is when its normal form is read again, and one that was refused says why.
extern "C" int LLVMFuzzerTestOneInput(unsigned char const* data, std::size_t size)
{
    using namespace rtkeren;
    auto const [which, typed] = fuzz::choice_of(data, size);
    auto const kinds = identifiers::inspection_kinds();
    auto const kind = kinds[std::size_t(which - 'a') % kinds.size()];
    auto const today = Date::of(2026, 1, 1).value();
    auto const seen = identifiers::inspect(kind, typed, today).value();
    if (!seen.ok) {
        CHECK(!seen.findings.empty());
        return 0;
    }
    auto const again = identifiers::inspect(kind, seen.value, today).value();
    CHECK(again.ok);
    CHECK(again.value == seen.value);
    return 0;
}
