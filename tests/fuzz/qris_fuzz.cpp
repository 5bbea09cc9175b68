#include "fuzz/fuzz.hpp"

#include "base/check.hpp"
#include "identifiers/emv.hpp"
#include "identifiers/qris.hpp"

/// A payload with an amount put in is a payload that reads, and the amount can be put in again.
extern "C" int LLVMFuzzerTestOneInput(unsigned char const* data, std::size_t size)
{
    using namespace rtkeren;
    auto const payload = fuzz::text_of(data, size);
    (void)identifiers::parse_emv(payload);
    auto const seen = identifiers::inspect_qris(payload);
    auto const priced = identifiers::qris_with_amount(payload, 15'000_rp, "NOTA-1");
    if (!priced.ok())
        return 0;
    CHECK(seen.ok);
    CHECK(identifiers::inspect_qris(*priced).ok);
    return 0;
}
