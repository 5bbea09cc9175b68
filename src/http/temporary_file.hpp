#pragma once

#include "base/result.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace rtkeren::http {

/// A file of our own in the upload folder, readable by us alone, removed with this object.
class TemporaryFile {
public:
    /// Unavailable environment.folder: no such folder, not writable, no descriptor left.
    static Result<std::shared_ptr<TemporaryFile>> create(std::filesystem::path const& folder);
    ~TemporaryFile();
    TemporaryFile(TemporaryFile const&) = delete;
    TemporaryFile& operator=(TemporaryFile const&) = delete;

    /// Unavailable environment.disk: full or broken.
    Result<void> write(std::string_view bytes);
    /// No more writing; the descriptor is given back, the file stays.
    void close();
    [[nodiscard]] std::filesystem::path const& path() const { return m_path; }
    [[nodiscard]] std::uint64_t size() const { return m_size; }

private:
    TemporaryFile(std::filesystem::path path, int descriptor) : m_path(std::move(path)), m_descriptor(descriptor) { }
    std::filesystem::path m_path;
    int m_descriptor;
    std::uint64_t m_size {0};
};

/// The body of one request as it comes: in memory up to 64 kB, beyond that in a temporary file.
class Spool {
public:
    static constexpr std::size_t memory_limit = 64 * 1024;

    Spool() = default;
    explicit Spool(std::filesystem::path folder) : m_folder(std::move(folder)) { }

    Result<void> append(std::string_view bytes);
    [[nodiscard]] std::uint64_t size() const { return m_file ? m_file->size() : m_memory.size(); }
    [[nodiscard]] std::filesystem::path const& folder() const { return m_folder; }
    [[nodiscard]] bool in_file() const { return m_file != nullptr; }
    /// Everything from the start in pieces of at most 64 kB, until `take` refuses or the end. Unavailable environment.disk.
    template<class Take>
    Result<void> read(Take&& take) const;
    /// The whole of it; only where the limit of the body is small.
    [[nodiscard]] Result<std::string> text() const;

private:
    Result<int> open_again() const;
    static Result<std::size_t> read_piece(int descriptor, char* into, std::size_t size);
    static void close_descriptor(int descriptor);

    std::filesystem::path m_folder;
    std::string m_memory;
    std::shared_ptr<TemporaryFile> m_file;
};

template<class Take>
Result<void> Spool::read(Take&& take) const
{
    if (!m_file)
        return take(std::string_view(m_memory));
    auto const descriptor = TRY(open_again());
    std::string piece(memory_limit, '\0');
    Result<void> outcome;
    while (outcome.ok()) {
        auto const count = read_piece(descriptor, piece.data(), piece.size());
        if (!count.ok() || *count == 0) {
            if (!count.ok())
                outcome = count.error();
            break;
        }
        outcome = take(std::string_view(piece.data(), *count));
    }
    close_descriptor(descriptor);
    return outcome;
}

} // namespace rtkeren::http
