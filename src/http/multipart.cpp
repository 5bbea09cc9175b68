#include "http/multipart.hpp"

#include <algorithm>

namespace rtkeren::http {
namespace {

constexpr std::size_t text_field_max = 64 * 1024;

/// Fields into memory, files into temporary files.
class FormSink final : public PartSink {
public:
    explicit FormSink(std::filesystem::path const& folder) : m_folder(folder) { }

    Result<void> begin(Part part) override
    {
        m_part = std::move(part);
        m_text.clear();
        if (m_part.is_file)
            m_file = TRY(TemporaryFile::create(m_folder));
        return {};
    }

    Result<void> data(std::string_view bytes) override
    {
        if (m_part.is_file)
            return m_file->write(bytes);
        if (m_text.size() + bytes.size() > text_field_max)
            return Error::field(m_part.name, "multipart.field_too_large");
        m_text.append(bytes);
        return {};
    }

    Result<void> end() override
    {
        if (!m_part.is_file) {
            form.fields.emplace_back(std::move(m_part.name), std::move(m_text));
            return {};
        }
        m_file->close();
        auto const was_chosen = m_file->size() > 0 || !m_part.filename.empty();
        if (was_chosen) {
            form.uploads.push_back(
                {std::move(m_part.name), std::move(m_part.filename), std::move(m_part.content_type), m_file->path(), m_file->size(), m_file});
        }
        m_file.reset();
        return {};
    }

    MultipartForm form;

private:
    std::filesystem::path const& m_folder;
    Part m_part;
    std::string m_text;
    std::shared_ptr<TemporaryFile> m_file;
};

Error malformed_multipart(std::string detail)
{
    auto error = Error::invalid("multipart.malformed");
    error.detail = std::move(detail);
    return error;
}

} // namespace

MultipartParser::MultipartParser(std::string_view boundary, PartSink& sink)
    : m_delimiter("\r\n--" + std::string(boundary))
    , m_sink(sink)
    , m_pending("\r\n") // so that the first boundary looks like the others
{
}

Result<void> MultipartParser::feed(std::string_view bytes)
{
    if (m_state == State::Done)
        return {}; // an epilogue says nothing
    m_pending.append(bytes);
    for (auto step = Step::Again; step == Step::Again;)
        step = TRY(advance());
    return {};
}

Result<void> MultipartParser::finish() const
{
    if (m_state != State::Done)
        return malformed_multipart("ends before the closing boundary");
    return {};
}

Result<MultipartParser::Step> MultipartParser::advance()
{
    switch (m_state) {
    case State::Preamble:
        return skip_to_delimiter();
    case State::Delimiter:
        return read_delimiter_end();
    case State::Headers:
        return read_headers();
    case State::Content:
        return read_content();
    case State::Done:
        m_pending.clear();
        return Step::NeedMore;
    }
    CHECK(false);
}

Result<MultipartParser::Step> MultipartParser::skip_to_delimiter()
{
    auto const found = m_pending.find(m_delimiter);
    if (found == std::string::npos) {
        m_pending.erase(0, m_pending.size() - std::min(m_pending.size(), m_delimiter.size() - 1));
        return Step::NeedMore;
    }
    m_pending.erase(0, found + m_delimiter.size());
    m_state = State::Delimiter;
    return Step::Again;
}

Result<MultipartParser::Step> MultipartParser::read_delimiter_end()
{
    if (m_pending.size() < 2)
        return Step::NeedMore;
    if (m_pending.starts_with("--")) {
        m_state = State::Done;
        return Step::Again;
    }
    // Mail gateways may leave spaces behind the boundary.
    auto const text = m_pending.find_first_not_of(" \t");
    if (text == std::string::npos ? m_pending.size() > headers_max : text > headers_max)
        return malformed_multipart("boundary line");
    if (text == std::string::npos || m_pending.size() < text + 2)
        return Step::NeedMore;
    if (m_pending.compare(text, 2, "\r\n") != 0)
        return malformed_multipart("boundary line");
    if (m_parts == parts_max)
        return Error::invalid("multipart.too_many_parts");
    ++m_parts;
    m_pending.erase(0, text + 2);
    m_state = State::Headers;
    return Step::Again;
}

Result<MultipartParser::Step> MultipartParser::read_headers()
{
    auto const end = m_pending.find("\r\n\r\n");
    // Three bytes of the end may be there already: the verdict must not depend on how the bytes were cut.
    if (end == std::string::npos ? m_pending.size() > headers_max + 3 : end > headers_max)
        return malformed_multipart("headers too long");
    if (m_pending.starts_with("\r\n"))
        return malformed_multipart("part without headers");
    if (end == std::string::npos)
        return Step::NeedMore;
    auto part = TRY(parse_part_headers(std::string_view(m_pending).substr(0, end)));
    TRY(m_sink.begin(std::move(part)));
    m_pending.erase(0, end + 4);
    m_state = State::Content;
    return Step::Again;
}

Result<MultipartParser::Step> MultipartParser::read_content()
{
    auto const found = m_pending.find(m_delimiter);
    if (found != std::string::npos) {
        TRY(m_sink.data(std::string_view(m_pending).substr(0, found)));
        TRY(m_sink.end());
        m_pending.erase(0, found + m_delimiter.size());
        m_state = State::Delimiter;
        return Step::Again;
    }
    if (m_pending.size() < m_delimiter.size())
        return Step::NeedMore;
    auto const certain = m_pending.size() - (m_delimiter.size() - 1);
    TRY(m_sink.data(std::string_view(m_pending).substr(0, certain)));
    m_pending.erase(0, certain);
    return Step::NeedMore;
}

Result<MultipartForm> parse_multipart(Spool const& spool, std::string_view boundary)
{
    FormSink sink(spool.folder());
    MultipartParser parser(boundary, sink);
    TRY(spool.read([&](std::string_view piece) { return parser.feed(piece); }));
    TRY(parser.finish());
    return std::move(sink.form);
}

} // namespace rtkeren::http
