#include "fuzz/fuzz.hpp"

#include "base/check.hpp"
#include "tables/list.hpp"

/// The words of a list's address: what was understood gives a token that leads back to the same place.
extern "C" int LLVMFuzzerTestOneInput(unsigned char const* data, std::size_t size)
{
    using namespace rtkeren::tables;
    static TableSpec const spec {.path = "/belanja",
        .columns = {{.key = "date", .label = "Tanggal", .sort = "date"}, {.key = "amount", .label = "Jumlah", .sort = "amount"}},
        .filters = {{"keadaan", "Keadaan", "state", {{"sah", "Sah"}}}},
        .search = true,
        .default_sort = "-date"};
    Query query;
    auto text = rtkeren::fuzz::text_of(data, size);
    while (!text.empty()) {
        auto const end = text.find('&');
        auto const word = text.substr(0, end);
        auto const equals = word.find('=');
        if (equals != word.npos)
            query.emplace_back(word.substr(0, equals), word.substr(equals + 1));
        text = end == text.npos ? std::string_view {} : text.substr(end + 1);
    }
    auto const request = parse_list_request(query, spec);
    if (!request.ok() || request->after.empty())
        return 0;
    auto const again = parse_list_request({{"sort", (request->descending ? "-" : "") + request->sort}, {"after", after_token(*request, request->after)}}, spec);
    CHECK(again.ok() && again->after == request->after);
    return 0;
}
