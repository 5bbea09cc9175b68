#include "evidence/many.hpp"
#include "evidence/sql.hpp"
#include "secrets/secrets.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <iterator>
#include <unistd.h>

namespace rtkeren::evidence {

namespace {

Error unwritable(std::filesystem::path const& path)
{
    return Error::unavailable("environment.evidence_unwritable", path.string() + ": " + std::strerror(errno));
}

/// A descriptor that is closed whatever happens.
class OpenFile {
public:
    OpenFile(std::filesystem::path const& path, int flags) : m_descriptor(::open(path.c_str(), flags | O_CLOEXEC, 0640)) { }
    ~OpenFile()
    {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
    }
    OpenFile(OpenFile const&) = delete;
    OpenFile& operator=(OpenFile const&) = delete;
    [[nodiscard]] bool ok() const { return m_descriptor >= 0; }
    [[nodiscard]] bool sync() const { return ::fsync(m_descriptor) == 0; }
    /// Everything that was written to the disk it lies on.
    [[nodiscard]] bool sync_disk() const { return ::syncfs(m_descriptor) == 0; }
    [[nodiscard]] bool write_all(std::string_view bytes) const
    {
        while (!bytes.empty()) {
            auto const written = ::write(m_descriptor, bytes.data(), bytes.size());
            if (written < 0 && errno == EINTR)
                continue;
            if (written <= 0)
                return false;
            bytes.remove_prefix(static_cast<std::size_t>(written));
        }
        return true;
    }

private:
    int m_descriptor;
};

std::filesystem::path part_of(std::filesystem::path const& final_path) { return final_path.string() + ".part" + std::to_string(::getpid()); }

enum class Flush : std::uint8_t { Now, Later };

Result<void> write_part(std::filesystem::path const& final_path, std::string_view bytes, Flush flush)
{
    std::error_code failed;
    std::filesystem::create_directories(final_path.parent_path(), failed);
    OpenFile const file(part_of(final_path), O_WRONLY | O_CREAT | O_TRUNC);
    if (!file.ok() || !file.write_all(bytes) || (flush == Flush::Now && !file.sync()))
        return unwritable(part_of(final_path));
    return Done {};
}

Result<void> name_part(std::filesystem::path const& final_path)
{
    if (::rename(part_of(final_path).c_str(), final_path.c_str()) != 0)
        return unwritable(final_path);
    return Done {};
}

/// Bytes, then the name, then the folder that holds the name: after this returns a power cut loses nothing.
Result<void> write_durably(std::filesystem::path const& final_path, std::string_view bytes)
{
    TRY(write_part(final_path, bytes, Flush::Now));
    TRY(name_part(final_path));
    OpenFile const folder(final_path.parent_path(), O_RDONLY | O_DIRECTORY);
    if (!folder.ok() || !folder.sync())
        return unwritable(final_path.parent_path());
    return Done {};
}

/// The same for many: the disk is flushed once for all bytes and once for all names.
Result<void> write_durably(std::filesystem::path const& folder, std::span<std::pair<std::filesystem::path, std::string_view> const> files)
{
    for (auto const& [path, bytes] : files)
        TRY(write_part(path, bytes, Flush::Later));
    OpenFile const opened(folder, O_RDONLY | O_DIRECTORY);
    if (!opened.ok() || !opened.sync_disk())
        return unwritable(folder);
    for (auto const& [path, bytes] : files)
        TRY(name_part(path));
    if (!opened.sync_disk())
        return unwritable(folder);
    return Done {};
}

Result<std::string> read_upload(http::Upload const& upload)
{
    if (upload.size == 0)
        return Error::field(upload.field, "evidence.empty", upload.filename);
    if (upload.size > size_limit)
        return Error::field(upload.field, "evidence.too_large", upload.filename, {{"limit", std::to_string(size_limit / 1024 / 1024)}});
    std::ifstream in(upload.path, std::ios::binary);
    if (!in)
        return Error::unavailable("environment.evidence_unwritable", upload.path.string());
    return std::string(std::istreambuf_iterator<char>(in), {});
}

/// What they are, and whether they lie there already; nothing is written.
Result<Stored> judged(Services const& services, std::string_view bytes)
{
    if (bytes.empty())
        return Error::field("file", "evidence.empty");
    if (bytes.size() > size_limit)
        return Error::field("file", "evidence.too_large", {}, {{"limit", std::to_string(size_limit / 1024 / 1024)}});
    auto const type = sniff(bytes);
    if (type.empty())
        return Error::field("file", "evidence.type");
    Stored stored {secrets::sha256(bytes).str(), bytes.size(), std::string(type)};
    stored.known_before = std::filesystem::exists(services.evidence_folder / path_of(stored.sha256));
    return stored;
}

} // namespace

std::string_view sniff(std::string_view bytes)
{
    using namespace std::string_view_literals;
    if (bytes.starts_with("\xFF\xD8\xFF"sv))
        return "image/jpeg";
    if (bytes.starts_with("\x89PNG\r\n\x1A\n"sv))
        return "image/png";
    if (bytes.size() >= 12 && bytes.starts_with("RIFF") && bytes.substr(8, 4) == "WEBP")
        return "image/webp";
    if (bytes.starts_with("%PDF-"))
        return "application/pdf";
    return {};
}

std::filesystem::path path_of(std::string_view sha256)
{
    CHECK(sha256.size() == 64);
    return std::filesystem::path(sha256.substr(0, 2)) / sha256.substr(2, 2) / sha256;
}

std::string href(std::string_view sha256) { return "/bukti/" + std::string(sha256); }

Result<Stored> put_bytes(Services const& services, std::string_view bytes)
{
    auto stored = TRY(judged(services, bytes));
    if (!stored.known_before)
        TRY(write_durably(services.evidence_folder / path_of(stored.sha256), bytes));
    return stored;
}

Result<std::vector<Stored>> put_all(Services const& services, std::span<std::string const> all)
{
    std::vector<Stored> stored;
    std::vector<std::pair<std::filesystem::path, std::string_view>> files;
    for (auto const& bytes : all) {
        auto one = TRY(judged(services, bytes));
        auto const is_twice = std::ranges::find(stored, one.sha256, &Stored::sha256) != stored.end();
        if (!one.known_before && !is_twice)
            files.emplace_back(services.evidence_folder / path_of(one.sha256), bytes);
        stored.push_back(std::move(one));
    }
    if (!files.empty())
        TRY(write_durably(services.evidence_folder, files));
    return stored;
}

Result<void> name_file(db::WriteTx& tx, operations::Context& context, Stored const& stored, Claims const& claims)
{
    TRY(tx.run(sql::insert_file, context.city, stored.sha256, static_cast<std::int64_t>(stored.size), stored.content_type, context.actor.user, context.now, claims.taken_at,
        claims.latitude_e6, claims.longitude_e6));
    return Done {};
}

Result<Stored> store_bytes(Services& services, Actor const& actor, std::string_view bytes, Claims const& claims)
{
    auto stored = TRY(put_bytes(services, bytes));
    operations::Context context {.services = services, .actor = actor, .city = services.city, .now = services.now(), .today = services.today(), .request = {}};
    auto named = db::write(services.db, services.city, [&](db::WriteTx& tx) { return name_file(tx, context, stored, claims); });
    TRY(std::move(named));
    return stored;
}

Result<Stored> store(Services& services, Actor const& actor, http::Upload const& upload, Claims const& claims)
{
    auto bytes = TRY(read_upload(upload));
    auto stored = store_bytes(services, actor, bytes, claims);
    if (!stored.ok() && stored.error().kind == ErrorKind::Invalid)
        return Error::field(upload.field, stored.error().code, upload.filename);
    return stored;
}

} // namespace rtkeren::evidence
