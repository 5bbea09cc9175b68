#pragma once

#include "http/http.hpp"
#include "http/temporary_file.hpp"

namespace rtkeren::http {

/// One part as its headers describe it.
struct Part {
    std::string name; // letters, digits and "_.-[]", at most 64
    std::string filename; // last part of the path, valid UTF-8, at most 200 bytes; may be empty for a file too
    std::string content_type;
    bool is_file {false}; // the sender gave a file name, possibly an empty one
};

/// Takes the parts in order. A refusal ends the parsing with that error.
class PartSink {
public:
    virtual ~PartSink() = default;
    virtual Result<void> begin(Part) = 0;
    virtual Result<void> data(std::string_view) = 0;
    virtual Result<void> end() = 0;
};

/// multipart/form-data (RFC 7578 as browsers write it), fed in pieces of any size; the pieces make no difference.
/// Holds at most the current headers (8 kB) and one piece. Errors: multipart.malformed, multipart.name, multipart.too_many_parts.
class MultipartParser {
public:
    static constexpr std::size_t parts_max = 400; // a bill shared among forty lines has some 130 fields
    static constexpr std::size_t headers_max = 8 * 1024;

    MultipartParser(std::string_view boundary, PartSink& sink);
    Result<void> feed(std::string_view);
    /// After the last piece: malformed unless the closing boundary came.
    [[nodiscard]] Result<void> finish() const;

private:
    enum class State : std::uint8_t { Preamble, Delimiter, Headers, Content, Done };
    enum class Step : std::uint8_t { Again, NeedMore };

    Result<Step> advance();
    Result<Step> skip_to_delimiter();
    Result<Step> read_delimiter_end();
    Result<Step> read_headers();
    Result<Step> read_content();

    std::string m_delimiter; // CRLF, two hyphens, boundary
    PartSink& m_sink;
    std::string m_pending;
    State m_state {State::Preamble};
    std::size_t m_parts {0};
};

/// The boundary of a "multipart/form-data; boundary=..." content type; nothing for another type or a boundary outside RFC 2046.
[[nodiscard]] std::optional<std::string> multipart_boundary(std::string_view content_type);
/// The part that the header lines (without the empty line) describe. multipart.malformed, multipart.name
[[nodiscard]] Result<Part> parse_part_headers(std::string_view lines);

struct MultipartForm {
    std::vector<std::pair<std::string, std::string>> fields;
    std::vector<Upload> uploads; // chosen files; a file field left empty is not there
};

/// Text fields are at most 64 kB each (multipart.field_too_large); files go to temporary files in the folder of the spool.
[[nodiscard]] Result<MultipartForm> parse_multipart(Spool const&, std::string_view boundary);

} // namespace rtkeren::http
