#include "secrets/files.hpp"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <unistd.h>

namespace rtkeren::secrets {
namespace {

constexpr std::size_t largest_file = 64 * 1024;

Error unwritable(std::filesystem::path const& path)
{
    return Error::unavailable("environment.keys_unwritable", path.string() + ": " + std::strerror(errno));
}

bool write_all(int file, std::string_view text)
{
    while (!text.empty()) {
        auto const written = ::write(file, text.data(), text.size());
        if (written <= 0)
            return false;
        text.remove_prefix(static_cast<std::size_t>(written));
    }
    return ::fsync(file) == 0;
}

/// So that the new name is on the disk too.
void sync_folder_of(std::filesystem::path const& path)
{
    auto const parent = path.parent_path();
    auto const folder = ::open(parent.empty() ? "." : parent.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0)
        return;
    ::fsync(folder);
    ::close(folder);
}

} // namespace

Result<void> write_secret_file(std::filesystem::path const& path, std::string_view text)
{
    auto beside = path;
    beside += ".new";
    ::unlink(beside.c_str());
    auto const file = ::open(beside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0)
        return unwritable(path);
    auto const complete = write_all(file, text);
    ::close(file);
    if (!complete || ::rename(beside.c_str(), path.c_str()) != 0) {
        auto error = unwritable(path);
        ::unlink(beside.c_str());
        return error;
    }
    sync_folder_of(path);
    return Done {};
}

Result<std::string> read_secret_file(std::filesystem::path const& path)
{
    std::ifstream file(path, std::ios::binary);
    std::string text(largest_file, '\0');
    file.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(file.gcount()));
    if (text.empty() || text.size() == largest_file)
        return Error::unavailable("environment.keys_broken", path.string());
    return text;
}

} // namespace rtkeren::secrets
