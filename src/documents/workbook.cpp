#include "documents/workbook.hpp"

#include "base/text.hpp"
#include "documents/archive.hpp"
#include "documents/formats.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>

namespace rtkeren::documents {

namespace {

bool is_locked_office_file(std::string_view bytes)
{
    constexpr char name[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";
    return bytes.find(std::string_view(name, sizeof name - 1)) != std::string_view::npos;
}

/// Text has no control characters but white space, and is neither markup nor another kind of file.
bool looks_like_text(std::string_view bytes)
{
    for (auto magic : {"%PDF", "\x89PNG", "\xFF\xD8\xFF", "GIF8", "{\\rtf", "Rar!", "7z\xBC\xAF", "\x1F\x8B"}) {
        if (bytes.starts_with(magic))
            return false;
    }
    auto start = trim(bytes.substr(0, 200));
    if (start.starts_with('<'))
        return false;
    return std::ranges::none_of(bytes, [](char character) {
        auto byte = static_cast<unsigned char>(character);
        return byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r' && byte != 0x0C;
    });
}

void drop_blank_end(Workbook& book)
{
    for (auto& sheet : book.sheets) {
        while (!sheet.rows.empty() && sheet.rows.back().blank())
            sheet.rows.pop_back();
    }
    std::erase_if(book.sheets, [](Sheet const& sheet) { return sheet.rows.empty(); });
}

} // namespace

Result<Workbook> read_workbook_bytes(std::string_view bytes, WorkbookLimits const& limits)
{
    if (bytes.size() > limits.file_bytes)
        return limit_error("file bytes");
    if (bytes.empty())
        return Error::invalid("document.workbook_empty");
    Workbook book;
    if (bytes.starts_with("PK")) {
        book = TRY(read_xlsx(bytes, limits));
    } else if (bytes.starts_with("\xD0\xCF\x11\xE0")) {
        if (is_locked_office_file(bytes))
            return Error::invalid("document.workbook_locked");
        return not_a_workbook("an old binary workbook");
    } else {
        auto text = bytes.starts_with("\xEF\xBB\xBF") ? bytes.substr(3) : bytes;
        if (!looks_like_text(text))
            return not_a_workbook("neither a workbook nor text");
        book = TRY(read_csv(text, limits));
    }
    drop_blank_end(book);
    if (book.sheets.empty())
        return Error::invalid("document.workbook_empty");
    return book;
}

Result<Workbook> read_workbook(std::filesystem::path const& path, WorkbookLimits const& limits)
{
    std::error_code failed;
    auto size = std::filesystem::file_size(path, failed);
    if (failed)
        return Error {ErrorKind::NotFound, "document.unreadable", path.string() + ": " + failed.message()};
    if (size > limits.file_bytes)
        return limit_error("file bytes");
    std::ifstream in(path, std::ios::binary);
    std::string bytes {std::istreambuf_iterator<char>(in), {}};
    if (!in.is_open() || in.bad())
        return Error {ErrorKind::NotFound, "document.unreadable", path.string()};
    return read_workbook_bytes(bytes, limits);
}

} // namespace rtkeren::documents
