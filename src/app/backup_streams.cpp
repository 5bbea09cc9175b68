#include "app/backup_streams.hpp"

#include <fcntl.h>
#include <unistd.h>
#include <utility>

namespace rtkeren::app {

Error unwritable_copy(std::filesystem::path const& path, std::string const& why)
{
    return Error::unavailable("backup.unwritable", path.string() + ": " + why);
}

Result<ReadFile> read_pieces(std::filesystem::path const& path, Take const& take)
{
    std::ifstream in(path, std::ios::binary);
    if (!in)
        return Error::unavailable("environment.file_unreadable", path.string());
    std::string buffer(piece_size, '\0');
    secrets::Sha256Stream hash;
    std::int64_t bytes = 0;
    while (in.read(buffer.data(), static_cast<std::streamsize>(buffer.size())) || in.gcount() > 0) {
        std::string_view const piece(buffer.data(), static_cast<std::size_t>(in.gcount()));
        hash.update(piece);
        bytes += in.gcount();
        TRY(take(piece));
    }
    if (in.bad())
        return Error::unavailable("environment.file_unreadable", path.string());
    return ReadFile {hash.finish().str(), bytes};
}

Result<NewFile> NewFile::open(std::filesystem::path const& path)
{
    std::error_code failed;
    std::filesystem::create_directories(path.parent_path(), failed);
    auto const descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return unwritable_copy(path, std::strerror(errno));
    return NewFile(path, descriptor);
}

NewFile::NewFile(NewFile&& other) noexcept
    : m_path(std::move(other.m_path))
    , m_descriptor(std::exchange(other.m_descriptor, -1))
    , m_hash(other.m_hash)
{
}

NewFile::~NewFile()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

Result<void> NewFile::write(std::string_view bytes)
{
    m_hash.update(bytes);
    while (!bytes.empty()) {
        auto const written = ::write(m_descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return unwritable_copy(m_path, std::strerror(errno));
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return Done {};
}

Result<std::string> NewFile::finish()
{
    if (::fsync(m_descriptor) != 0)
        return unwritable_copy(m_path, std::strerror(errno));
    ::close(std::exchange(m_descriptor, -1));
    return m_hash.finish().str();
}

Result<void> sync_folder(std::filesystem::path const& folder)
{
    auto const where = folder.empty() ? std::filesystem::path(".") : folder;
    auto const descriptor = ::open(where.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    auto const is_synced = descriptor >= 0 && ::fsync(descriptor) == 0;
    if (descriptor >= 0)
        ::close(descriptor);
    if (!is_synced)
        return unwritable_copy(where, std::strerror(errno));
    return Done {};
}

} // namespace rtkeren::app
