#pragma once

#include <zip.h>

#include <cstdlib>
#include <string>
#include <vector>

/// Workbooks by hand, so that tests say exactly what stands in them. For tests only.
namespace rtkeren::documents {

struct XlsxParts {
    std::string rows;
    std::string after_rows {};
    std::string shared_strings {}; // "" leaves the part out
    std::string number_formats {};
    std::string styles {}; // cellXfs
    std::string workbook_properties {};
    std::string sheet_open {R"(<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>)"};
    std::string sheet_close {"</sheetData>"};
};

inline std::string zip_of(std::vector<std::pair<std::string, std::string>> const& files, bool packed)
{
    zip_error_t failed;
    zip_error_init(&failed);
    auto* source = zip_source_buffer_create(nullptr, 0, 0, &failed);
    zip_source_keep(source);
    auto* archive = zip_open_from_source(source, ZIP_TRUNCATE, &failed);
    for (auto const& [name, content] : files) {
        auto index = zip_file_add(archive, name.c_str(), zip_source_buffer(archive, content.data(), content.size(), 0), ZIP_FL_OVERWRITE);
        if (!packed)
            zip_set_file_compression(archive, zip_uint64_t(index), ZIP_CM_STORE, 0);
    }
    zip_close(archive);
    zip_source_open(source);
    zip_source_seek(source, 0, SEEK_END);
    std::string bytes(std::size_t(zip_source_tell(source)), '\0');
    zip_source_seek(source, 0, SEEK_SET);
    zip_source_read(source, bytes.data(), bytes.size());
    zip_source_close(source);
    zip_source_free(source);
    zip_error_fini(&failed);
    return bytes;
}

inline std::string make_xlsx(XlsxParts const& parts, bool packed = true)
{
    std::string const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    std::string const open_relations = R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)";
    auto relation = [&](std::string const& id, std::string const& type, std::string const& target) {
        return R"(<Relationship Id=")" + id + R"(" Type=")" + relations + type + R"(" Target=")" + target + R"("/>)";
    };
    bool prefixed = parts.sheet_open.find("<x:") != std::string::npos;
    std::vector<std::pair<std::string, std::string>> files {
        {"[Content_Types].xml", "<Types/>"},
        {"_rels/.rels", open_relations + relation("rId1", "officeDocument", "xl/workbook.xml") + "</Relationships>"},
        {"xl/workbook.xml", R"(<workbook xmlns:r="r">)" + parts.workbook_properties + R"(<sheets><sheet name="Data" sheetId="1" r:id="rId1"/></sheets></workbook>)"},
        {"xl/_rels/workbook.xml.rels", open_relations + relation("rId1", "worksheet", "worksheets/sheet1.xml") + relation("rId2", "styles", "styles.xml")
                + relation("rId3", "sharedStrings", "/xl/sharedStrings.xml") + "</Relationships>"},
        {"xl/styles.xml", "<styleSheet><numFmts>" + parts.number_formats + "</numFmts><cellXfs>" + parts.styles + "</cellXfs></styleSheet>"},
        {"xl/worksheets/sheet1.xml", parts.sheet_open + parts.rows + parts.sheet_close + parts.after_rows + (prefixed ? "" : "</worksheet>")},
    };
    if (!parts.shared_strings.empty())
        files.emplace_back("xl/sharedStrings.xml", "<sst>" + parts.shared_strings + "</sst>");
    return zip_of(files, packed);
}

} // namespace rtkeren::documents
