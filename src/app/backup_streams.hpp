#pragma once

#include "app/backup_parts.hpp"
#include "secrets/secrets.hpp"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <functional>

/// Files in pieces, hashed on their way.
namespace rtkeren::app {

inline constexpr std::size_t piece_size = 256 * 1024;

/// backup.unwritable with path and reason for the log
[[nodiscard]] Error unwritable_copy(std::filesystem::path const&, std::string const& why);

using Take = std::function<Result<void>(std::string_view piece)>;
struct ReadFile {
    std::string sha256;
    std::int64_t bytes;
};
[[nodiscard]] Result<ReadFile> read_pieces(std::filesystem::path const&, Take const&);

/// A file that was not there: mode 0600, with its folders; on the disk after `finish`.
class NewFile {
public:
    static Result<NewFile> open(std::filesystem::path const&);
    NewFile(NewFile&&) noexcept;
    NewFile& operator=(NewFile&&) = delete;
    ~NewFile();
    Result<void> write(std::string_view bytes);
    /// The SHA-256 of what was written.
    Result<std::string> finish();

private:
    NewFile(std::filesystem::path path, int descriptor) : m_path(std::move(path)), m_descriptor(descriptor) { }
    std::filesystem::path m_path;
    int m_descriptor;
    secrets::Sha256Stream m_hash {};
};

[[nodiscard]] Result<void> sync_folder(std::filesystem::path const&);

[[nodiscard]] Result<std::string> read_tar_about(std::filesystem::path const& from);
[[nodiscard]] Result<Sums> extract_tar(std::filesystem::path const& from, std::filesystem::path const& folder);

} // namespace rtkeren::app
