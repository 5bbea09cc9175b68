#pragma once

#include "base/result.hpp"

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>

/// The parts of a copy: how they are written to and read from a tar file or a folder.
namespace rtkeren::app {

inline constexpr std::string_view about_name = "about.json";
inline constexpr std::string_view sums_name = "SHA256SUMS";
inline constexpr std::string_view sqlite_name = "rtkeren.sqlite";
inline constexpr std::string_view dump_name = "rtkeren.pgdump";

/// Only names that a copy can have: nothing leads out of the folder.
[[nodiscard]] bool is_part_name(std::string_view name);
/// "evidence/ab/cd/<sha256>" -> the hash; "" for other parts.
[[nodiscard]] std::string_view hash_in_name(std::string_view name);

/// Name -> SHA-256, as `sha256sum` writes it.
using Sums = std::map<std::string, std::string>;
[[nodiscard]] std::string text_of(Sums const&);
/// Invalid restore.not_a_copy
[[nodiscard]] Result<Sums> parse_sums(std::string_view text);

class PartWriter {
public:
    virtual ~PartWriter() = default;
    struct Written {
        std::string sha256;
        std::int64_t bytes; // 0 when it was there already
    };
    virtual Result<Written> add_file(std::string const& name, std::filesystem::path const& file) = 0;
    virtual Result<void> add_text(std::string const& name, std::string_view text) = 0;
    /// Everything is on the disk and has its name.
    virtual Result<void> finish() = 0;

    /// Conflict backup.exists, Unavailable backup.unwritable
    static Result<std::unique_ptr<PartWriter>> to_tar(std::filesystem::path const&);
    static Result<std::unique_ptr<PartWriter>> to_folder(std::filesystem::path const&);
};

/// One part's text without reading the rest behind it. Invalid restore.not_a_copy, restore.incomplete
[[nodiscard]] Result<std::string> read_about(std::filesystem::path const& from);
/// Every part into `folder`, with what its bytes hash to. Invalid restore.not_a_copy {name}
[[nodiscard]] Result<Sums> extract_parts(std::filesystem::path const& from, std::filesystem::path const& folder);

} // namespace rtkeren::app
