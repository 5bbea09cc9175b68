#include "fuzz/fuzz.hpp"

#include "base/check.hpp"
#include "http/multipart.hpp"

#include <algorithm>

/// The bytes in one piece and cut in two must give the same parts or the same refusal. The first byte says where to cut.
namespace {

using namespace rtkeren;
using namespace rtkeren::http;

class RecordingSink final : public PartSink {
public:
    Result<void> begin(Part part) override
    {
        log += "[" + part.name + "|" + part.filename + "|" + part.content_type + "]";
        return {};
    }
    Result<void> data(std::string_view bytes) override
    {
        log += bytes;
        return {};
    }
    Result<void> end() override
    {
        log += "[end]";
        return {};
    }
    std::string log;
};

std::string outcome(std::string_view first, std::string_view second)
{
    RecordingSink sink;
    MultipartParser parser("XyZ", sink);
    for (auto const piece : {first, second}) {
        auto const fed = parser.feed(piece);
        if (!fed.ok())
            return fed.error().code;
    }
    auto const finished = parser.finish();
    return finished.ok() ? sink.log : finished.error().code;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(unsigned char const* data, std::size_t size)
{
    auto const [where, body] = fuzz::choice_of(data, size);
    auto const cut = body.size() * where / 255;
    CHECK(outcome(body.substr(0, cut), body.substr(cut)) == outcome(body, {}));
    (void)multipart_boundary(body);
    return 0;
}
