#include "documents/document.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdlib.h>

namespace rtkeren::documents {

namespace {

/// Only Noto, so that a document looks the same on every machine; the system's cache is read when it is there.
std::string fonts_conf(std::string const& folder)
{
    return R"(<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts/truetype/noto</dir>
  <cachedir>)" + folder + R"(/cache</cachedir>
  <cachedir>/var/cache/fontconfig</cachedir>
  <alias><family>sans-serif</family><prefer><family>Noto Sans</family><family>Noto Sans Arabic</family><family>Noto Sans Javanese</family></prefer></alias>
  <alias><family>Noto Sans</family><accept><family>Noto Sans Arabic</family><family>Noto Sans Javanese</family><family>Noto Sans Symbols2</family></accept></alias>
  <config><rescan><int>0</int></rescan></config>
</fontconfig>
)";
}

std::string content_of(std::filesystem::path const& path)
{
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

bool has_xml_meaning(std::string const& text)
{
    return text.find_first_of("<>&") != std::string::npos;
}

} // namespace

Result<void> use_fonts(std::string const& folder)
{
    std::error_code failed;
    auto absolute = std::filesystem::absolute(folder, failed);
    if (!failed)
        std::filesystem::create_directories(absolute, failed);
    if (failed || has_xml_meaning(absolute.string()))
        return Error::unavailable("environment.folder", folder);
    auto path = absolute / "fonts.conf";
    auto text = fonts_conf(absolute.string());
    if (content_of(path) != text) {
        std::ofstream out(path, std::ios::binary | std::ios::trunc);
        out << text;
        out.close();
        if (!out)
            return Error::unavailable("environment.folder", path.string());
    }
    if (::setenv("FONTCONFIG_FILE", path.c_str(), 1) != 0)
        return Error::unavailable("environment.folder", path.string());
    return Done {};
}

} // namespace rtkeren::documents
