#include "documents/archive.hpp"

#include <zip.h>

#include <algorithm>

namespace rtkeren::documents {

namespace {

constexpr std::uint64_t ratio_matters_from = 1'000'000; // small parts may be all spaces

} // namespace

Error limit_error(std::string which)
{
    auto error = Error::invalid("document.workbook_limit");
    error.detail = std::move(which);
    return error;
}

Error not_a_workbook(std::string why)
{
    auto error = Error::invalid("document.not_a_workbook");
    error.detail = std::move(why);
    return error;
}

void Archive::Closer::operator()(zip* archive) const
{
    zip_discard(archive);
}

Result<Archive> Archive::open(std::string_view bytes, WorkbookLimits const& limits)
{
    zip_error_t failed;
    zip_error_init(&failed);
    auto* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &failed);
    auto* archive = source ? zip_open_from_source(source, ZIP_RDONLY, &failed) : nullptr;
    if (!archive) {
        auto error = not_a_workbook(zip_error_strerror(&failed));
        if (source)
            zip_source_free(source);
        zip_error_fini(&failed);
        return error;
    }
    zip_error_fini(&failed);
    Archive opened({archive, {}}, limits);
    if (zip_get_num_entries(archive, 0) > limits.entries)
        return limit_error("entries");
    return opened;
}

bool Archive::has(std::string const& name) const
{
    return zip_name_locate(m_archive.get(), name.c_str(), ZIP_FL_NOCASE) >= 0;
}

Result<std::string> Archive::read(std::string const& name)
{
    auto index = zip_name_locate(m_archive.get(), name.c_str(), ZIP_FL_NOCASE);
    if (index < 0)
        return not_a_workbook("without " + name);
    zip_stat_t stat;
    constexpr zip_uint64_t needed = ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE;
    if (zip_stat_index(m_archive.get(), zip_uint64_t(index), 0, &stat) != 0 || (stat.valid & needed) != needed)
        return not_a_workbook(name + " without its size");
    if (stat.size > m_limits.unpacked_bytes - std::min(m_unpacked, m_limits.unpacked_bytes))
        return limit_error("unpacked bytes");
    if (stat.size > ratio_matters_from && stat.size / std::max<std::uint64_t>(stat.comp_size, 1) > m_limits.ratio)
        return limit_error("ratio");
    std::unique_ptr<zip_file_t, decltype([](zip_file_t* file) { zip_fclose(file); })> file {zip_fopen_index(m_archive.get(), zip_uint64_t(index), 0)};
    if (!file)
        return not_a_workbook(name + " cannot be opened");
    // The size in the directory is a claim; reading stops there all the same.
    std::string bytes(stat.size, '\0');
    std::size_t have = 0;
    while (have < bytes.size()) {
        auto got = zip_fread(file.get(), bytes.data() + have, bytes.size() - have);
        if (got < 0)
            return not_a_workbook(name + " is damaged");
        if (got == 0)
            break;
        have += std::size_t(got);
    }
    // One more read meets the end, where libzip compares the checksum.
    char beyond = 0;
    if (have != bytes.size() || zip_fread(file.get(), &beyond, 1) != 0)
        return not_a_workbook(name + " is damaged");
    m_unpacked += have;
    return bytes;
}

} // namespace rtkeren::documents
