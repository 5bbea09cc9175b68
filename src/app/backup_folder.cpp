#include "app/backup_parts.hpp"
#include "app/backup_streams.hpp"

#include <unistd.h>

namespace rtkeren::app {

namespace {

/// Later copies into the same folder write the database anew and add the evidence that is new; evidence never changes.
class FolderWriter final : public PartWriter {
public:
    explicit FolderWriter(std::filesystem::path folder) : m_folder(std::move(folder)) { }

    Result<Written> add_file(std::string const& name, std::filesystem::path const& file) override
    {
        std::error_code ignored;
        auto const target = m_folder / name;
        auto const hash = hash_in_name(name);
        if (!hash.empty() && std::filesystem::exists(target, ignored) && std::filesystem::file_size(target, ignored) == std::filesystem::file_size(file, ignored))
            return Written {std::string(hash), 0};
        auto const part = target.string() + ".part";
        std::filesystem::remove(part, ignored);
        auto out = TRY(NewFile::open(part));
        auto const read = TRY(read_pieces(file, [&](std::string_view piece) { return out.write(piece); }));
        TRY(out.finish());
        TRY(put(part, target));
        return Written {read.sha256, read.bytes};
    }

    Result<void> add_text(std::string const& name, std::string_view text) override
    {
        std::error_code ignored;
        auto const part = (m_folder / name).string() + ".part";
        std::filesystem::remove(part, ignored);
        auto out = TRY(NewFile::open(part));
        TRY(out.write(text));
        TRY(out.finish());
        return put(part, m_folder / name);
    }

    Result<void> finish() override { return sync_folder(m_folder); }

private:
    static Result<void> put(std::string const& part, std::filesystem::path const& target)
    {
        if (::rename(part.c_str(), target.c_str()) != 0)
            return unwritable_copy(target, std::strerror(errno));
        return sync_folder(target.parent_path());
    }

    std::filesystem::path m_folder;
};

Result<std::string> read_folder_about(std::filesystem::path const& from)
{
    std::string text;
    auto read = read_pieces(from / about_name, [&](std::string_view piece) -> Result<void> {
        text += piece;
        return Done {};
    });
    if (!read.ok())
        return Error::field("from", "restore.not_a_copy", std::string(about_name));
    return text;
}

Result<Sums> extract_folder(std::filesystem::path const& from, std::filesystem::path const& folder)
{
    Sums sums;
    for (auto const& entry : std::filesystem::recursive_directory_iterator(from)) {
        auto const name = entry.path().lexically_relative(from).string();
        if (!entry.is_regular_file() || !is_part_name(name)) // halves of a copy that was cut off are no part of it
            continue;
        auto out = TRY(NewFile::open(folder / name));
        auto const read = TRY(read_pieces(entry.path(), [&](std::string_view piece) { return out.write(piece); }));
        TRY(out.finish());
        sums[name] = read.sha256;
    }
    return sums;
}

} // namespace

Result<std::unique_ptr<PartWriter>> PartWriter::to_folder(std::filesystem::path const& folder)
{
    std::error_code failed;
    std::filesystem::create_directories(folder, failed);
    if (failed)
        return unwritable_copy(folder, failed.message());
    return std::unique_ptr<PartWriter>(std::make_unique<FolderWriter>(folder));
}

Result<std::string> read_about(std::filesystem::path const& from)
{
    std::error_code ignored;
    return std::filesystem::is_directory(from, ignored) ? read_folder_about(from) : read_tar_about(from);
}

Result<Sums> extract_parts(std::filesystem::path const& from, std::filesystem::path const& folder)
{
    std::error_code ignored;
    return std::filesystem::is_directory(from, ignored) ? extract_folder(from, folder) : extract_tar(from, folder);
}

} // namespace rtkeren::app
