#include "http/gzip.hpp"

#include "base/text.hpp"

#include <zlib.h>

#include <algorithm>
#include <array>

namespace rtkeren::http {
namespace {

constexpr std::size_t worth_compressing = 1024;

bool takes_gzip(Request const& request)
{
    auto const accepted = request.header("accept-encoding");
    for (auto const item : split(accepted, ',')) {
        auto const weight = item.find(';');
        if (trim(item.substr(0, weight)) != "gzip")
            continue;
        auto const quality = weight == std::string_view::npos ? std::string_view {} : trim(item.substr(weight + 1));
        return quality != "q=0" && quality != "q=0.0" && quality != "q=0.00" && quality != "q=0.000";
    }
    return false;
}

bool is_text(std::string_view type)
{
    constexpr std::array text_types {"text/", "application/json", "application/javascript", "image/svg+xml", "application/manifest+json"};
    return std::any_of(text_types.begin(), text_types.end(), [&](char const* start) { return type.starts_with(start); });
}

/// 0 to 31 bytes that differ by request. They ride in the gzip header's file name, so that the length of an answer does not
/// tell how well a guess in the query compressed together with a secret of the page (BREACH).
std::string padding_of(Request const& request)
{
    auto const code = request.request_id.empty() ? 0 : static_cast<unsigned char>(request.request_id.back()) % 32;
    return std::string(static_cast<std::size_t>(code), 'x');
}

std::optional<std::string> gzipped(std::string const& text, std::string padding)
{
    z_stream stream {};
    constexpr int gzip_window = 15 + 16;
    if (deflateInit2(&stream, 5, Z_DEFLATED, gzip_window, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        return std::nullopt;
    gz_header header {};
    header.os = 3;
    std::vector<Bytef> name(padding.begin(), padding.end());
    name.push_back(0);
    header.name = name.data();
    deflateSetHeader(&stream, &header);
    std::string packed(deflateBound(&stream, static_cast<uLong>(text.size())), '\0');
    std::vector<Bytef> input(text.begin(), text.end());
    stream.next_in = input.data();
    stream.avail_in = static_cast<uInt>(input.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    auto const ended = deflate(&stream, Z_FINISH);
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    return ended == Z_STREAM_END ? std::optional(std::move(packed)) : std::nullopt;
}

} // namespace

void compress(Request const& request, Response& response)
{
    auto const& headers = response.headers;
    auto const is_encoded = std::any_of(headers.begin(), headers.end(), [](auto const& header) { return header.first == "Content-Encoding"; });
    if (response.file || is_encoded || response.body.size() < worth_compressing || !is_text(response.content_type))
        return;
    response.header("Vary", "Accept-Encoding");
    if (!takes_gzip(request))
        return;
    auto packed = gzipped(response.body, padding_of(request));
    if (!packed)
        return;
    response.body = std::move(*packed);
    response.header("Content-Encoding", "gzip");
}

} // namespace rtkeren::http
