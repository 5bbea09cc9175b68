#include "app/backup_parts.hpp"
#include "app/backup_streams.hpp"

#include <archive.h>
#include <archive_entry.h>
#include <fcntl.h>
#include <unistd.h>

namespace rtkeren::app {

namespace {

struct FreeArchive {
    void operator()(archive* handle) const { archive_free(handle); }
};
using ArchiveHandle = std::unique_ptr<archive, FreeArchive>;
struct FreeEntry {
    void operator()(archive_entry* entry) const { archive_entry_free(entry); }
};

/// Written beside and renamed at the end: a file that bears the name is whole.
class TarWriter final : public PartWriter {
public:
    TarWriter(std::filesystem::path target, int descriptor) : m_target(std::move(target)), m_descriptor(descriptor) { }
    ~TarWriter() override
    {
        m_archive.reset();
        ::close(m_descriptor);
        if (!m_is_finished)
            ::unlink(part().c_str());
    }
    TarWriter(TarWriter const&) = delete;
    TarWriter& operator=(TarWriter const&) = delete;

    Result<void> start()
    {
        m_archive.reset(archive_write_new());
        archive_write_set_format_pax_restricted(m_archive.get());
        return done(archive_write_open_fd(m_archive.get(), m_descriptor) == ARCHIVE_OK);
    }

    Result<Written> add_file(std::string const& name, std::filesystem::path const& file) override
    {
        std::error_code failed;
        auto const size = std::filesystem::file_size(file, failed);
        if (failed)
            return unwritable_copy(file, failed.message());
        TRY(add_head(name, static_cast<std::int64_t>(size)));
        auto read = TRY(read_pieces(file, [&](std::string_view piece) { return add_bytes(piece); }));
        if (read.bytes != static_cast<std::int64_t>(size))
            return unwritable_copy(file, "changed while it was copied");
        return Written {read.sha256, read.bytes};
    }

    Result<void> add_text(std::string const& name, std::string_view text) override
    {
        TRY(add_head(name, static_cast<std::int64_t>(text.size())));
        return add_bytes(text);
    }

    Result<void> finish() override
    {
        TRY(done(archive_write_close(m_archive.get()) == ARCHIVE_OK));
        TRY(done(::fsync(m_descriptor) == 0));
        TRY(done(::rename(part().c_str(), m_target.c_str()) == 0));
        m_is_finished = true;
        return sync_folder(m_target.parent_path());
    }

    [[nodiscard]] std::string part() const { return m_target.string() + ".part"; }

private:
    Result<void> done(bool is_well) const
    {
        if (is_well)
            return Done {};
        auto const* why = m_archive ? archive_error_string(m_archive.get()) : nullptr;
        return unwritable_copy(m_target, why ? why : std::strerror(errno));
    }
    Result<void> add_head(std::string const& name, std::int64_t size)
    {
        std::unique_ptr<archive_entry, FreeEntry> const entry(archive_entry_new());
        archive_entry_set_pathname(entry.get(), name.c_str());
        archive_entry_set_size(entry.get(), size);
        archive_entry_set_filetype(entry.get(), AE_IFREG);
        archive_entry_set_perm(entry.get(), 0600);
        return done(archive_write_header(m_archive.get(), entry.get()) == ARCHIVE_OK);
    }
    Result<void> add_bytes(std::string_view bytes) { return done(archive_write_data(m_archive.get(), bytes.data(), bytes.size()) == static_cast<la_ssize_t>(bytes.size())); }

    std::filesystem::path m_target;
    int m_descriptor;
    ArchiveHandle m_archive {};
    bool m_is_finished {false};
};

Error not_a_tar(archive* handle)
{
    auto error = Error::field("from", "restore.not_a_copy");
    if (auto const* why = archive_error_string(handle))
        error.detail = why;
    return error;
}

Result<ArchiveHandle> open_tar(std::filesystem::path const& from)
{
    ArchiveHandle handle(archive_read_new());
    archive_read_support_format_tar(handle.get());
    if (archive_read_open_filename(handle.get(), from.c_str(), piece_size) != ARCHIVE_OK)
        return not_a_tar(handle.get());
    return handle;
}

/// The next part's name; "" at the end.
Result<std::string> next_name(archive* handle)
{
    archive_entry* entry = nullptr;
    auto const code = archive_read_next_header(handle, &entry);
    if (code == ARCHIVE_EOF)
        return std::string {};
    if (code != ARCHIVE_OK)
        return not_a_tar(handle);
    std::string name = archive_entry_pathname(entry);
    if (archive_entry_filetype(entry) != AE_IFREG || !is_part_name(name))
        return Error::field("from", "restore.not_a_copy", name);
    return name;
}

Result<void> read_part(archive* handle, Take const& take)
{
    std::string buffer(piece_size, '\0');
    while (true) {
        auto const got = archive_read_data(handle, buffer.data(), buffer.size());
        if (got < 0)
            return not_a_tar(handle);
        if (got == 0)
            return Done {};
        TRY(take(std::string_view(buffer.data(), static_cast<std::size_t>(got))));
    }
}

} // namespace

Result<std::unique_ptr<PartWriter>> PartWriter::to_tar(std::filesystem::path const& target)
{
    std::error_code ignored;
    if (std::filesystem::exists(target, ignored))
        return Error::conflict("backup.exists", {{"path", target.string()}});
    auto const part = target.string() + ".part";
    auto const descriptor = ::open(part.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return unwritable_copy(part, std::strerror(errno));
    auto writer = std::make_unique<TarWriter>(target, descriptor);
    TRY(writer->start());
    return std::unique_ptr<PartWriter>(std::move(writer));
}

Result<std::string> read_tar_about(std::filesystem::path const& from)
{
    auto const handle = TRY(open_tar(from));
    auto const name = TRY(next_name(handle.get()));
    if (name != about_name)
        return Error::field("from", "restore.not_a_copy", name);
    std::string text;
    TRY(read_part(handle.get(), [&](std::string_view piece) -> Result<void> {
        text += piece;
        return Done {};
    }));
    return text;
}

Result<Sums> extract_tar(std::filesystem::path const& from, std::filesystem::path const& folder)
{
    auto const handle = TRY(open_tar(from));
    Sums sums;
    while (true) {
        auto const name = TRY(next_name(handle.get()));
        if (name.empty())
            return sums;
        auto file = TRY(NewFile::open(folder / name));
        TRY(read_part(handle.get(), [&](std::string_view piece) { return file.write(piece); }));
        sums[name] = TRY(file.finish());
    }
}

} // namespace rtkeren::app
