#include "fuzz/fuzz.hpp"

#include "base/check.hpp"
#include "enterprise/photo_bytes.hpp"

/// What goes out is never longer than what came but for the note which way up it is and goes out again as it is.
extern "C" int LLVMFuzzerTestOneInput(unsigned char const* data, std::size_t size)
{
    using namespace rtkeren;
    constexpr std::size_t note_bytes = 36;
    auto const bytes = fuzz::text_of(data, size);
    auto const plain = enterprise::without_metadata(bytes);
    CHECK(plain.size() <= bytes.size() + note_bytes);
    CHECK(plain.empty() || enterprise::without_metadata(plain) == plain);
    return 0;
}
