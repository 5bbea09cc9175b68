#include "tables/render.hpp"

#include "base/text.hpp"

namespace rtkeren::tables {

namespace {

std::string content_type_of(Format format)
{
    switch (format) {
    case Format::Html: return "text/html; charset=utf-8";
    case Format::Csv: return "text/csv; charset=utf-8";
    case Format::Xlsx: return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    case Format::Pdf: return "application/pdf";
    case Format::Json: return "application/json";
    }
    return "application/octet-stream";
}

/// "Belanja RT 05, 2023" -> "belanja-rt-05-2023"
std::string file_stem(Table const& table)
{
    std::string stem;
    for (char character : fold(table.filename.empty() ? table.title : table.filename)) {
        bool plain = (character >= 'a' && character <= 'z') || (character >= '0' && character <= '9');
        if (plain)
            stem += character;
        else if (!stem.empty() && stem.back() != '-')
            stem += '-';
    }
    stem = stem.substr(0, 80);
    while (!stem.empty() && stem.back() == '-')
        stem.pop_back();
    return stem.empty() ? "data" : stem;
}

Result<std::string> bytes_of(Table const& table, Format format, std::string const& city)
{
    switch (format) {
    case Format::Html: return write_html(table).str();
    case Format::Csv: return write_csv(table);
    case Format::Xlsx: return write_xlsx(table);
    case Format::Pdf: return write_pdf(table, city);
    case Format::Json: return write_json(table);
    }
    return Error::internal("list.format");
}

} // namespace

Result<Rendered> render(Table const& table, Format format, std::string const& city)
{
    auto bytes = TRY(bytes_of(table, format, city));
    return Rendered {std::move(bytes), content_type_of(format), file_stem(table) + '.' + std::string(name_of(format))};
}

} // namespace rtkeren::tables
