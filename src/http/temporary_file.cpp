#include "http/temporary_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>

namespace rtkeren::http {

Result<std::shared_ptr<TemporaryFile>> TemporaryFile::create(std::filesystem::path const& folder)
{
    std::error_code ignored;
    auto name = ((folder.empty() ? std::filesystem::temp_directory_path(ignored) : folder) / "rtkeren-XXXXXX").string();
    auto const descriptor = ::mkostemp(name.data(), O_CLOEXEC); // mode 0600
    if (descriptor < 0)
        return Error::unavailable("environment.folder", name + ": " + std::strerror(errno));
    return std::shared_ptr<TemporaryFile>(new TemporaryFile(name, descriptor));
}

TemporaryFile::~TemporaryFile()
{
    close();
    ::unlink(m_path.c_str()); // who moved the file away has it; then there is nothing to remove
}

Result<void> TemporaryFile::write(std::string_view bytes)
{
    while (!bytes.empty()) {
        auto const written = ::write(m_descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return Error::unavailable("environment.disk", m_path.string() + ": " + std::strerror(errno));
        bytes.remove_prefix(std::size_t(written));
        m_size += std::uint64_t(written);
    }
    return {};
}

void TemporaryFile::close()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
    m_descriptor = -1;
}

Result<void> Spool::append(std::string_view bytes)
{
    if (!m_file && m_memory.size() + bytes.size() <= memory_limit) {
        m_memory.append(bytes);
        return {};
    }
    if (!m_file) {
        m_file = TRY(TemporaryFile::create(m_folder));
        auto const first = m_file->write(m_memory);
        m_memory = {};
        if (!first.ok())
            return first;
    }
    return m_file->write(bytes);
}

Result<std::string> Spool::text() const
{
    std::string text;
    text.reserve(size());
    auto const done = read([&](std::string_view piece) -> Result<void> {
        text.append(piece);
        return {};
    });
    if (!done.ok())
        return done.error();
    return text;
}

Result<int> Spool::open_again() const
{
    auto const descriptor = ::open(m_file->path().c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return Error::unavailable("environment.disk", m_file->path().string() + ": " + std::strerror(errno));
    return descriptor;
}

Result<std::size_t> Spool::read_piece(int descriptor, char* into, std::size_t size)
{
    for (;;) {
        auto const count = ::read(descriptor, into, size);
        if (count >= 0)
            return std::size_t(count);
        if (errno != EINTR)
            return Error::unavailable("environment.disk", std::strerror(errno));
    }
}

void Spool::close_descriptor(int descriptor)
{
    ::close(descriptor);
}

} // namespace rtkeren::http
