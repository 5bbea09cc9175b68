#include "app/backup.hpp"

#include "app/backup_parts.hpp"

#include <boost/json/serialize.hpp>

#include <algorithm>
#include <unistd.h>

namespace rtkeren::app {

namespace {

/// Removed at the end, whatever happened.
class TemporaryFile {
public:
    explicit TemporaryFile(std::filesystem::path path) : m_path(std::move(path)) { remove(); }
    ~TemporaryFile() { remove(); }
    TemporaryFile(TemporaryFile const&) = delete;
    TemporaryFile& operator=(TemporaryFile const&) = delete;
    [[nodiscard]] std::filesystem::path const& path() const { return m_path; }

private:
    void remove()
    {
        std::error_code ignored;
        std::filesystem::remove(m_path, ignored);
    }
    std::filesystem::path m_path;
};

bool is_folder(std::filesystem::path const& target)
{
    std::error_code ignored;
    return target.string().ends_with('/') || std::filesystem::is_directory(target, ignored);
}

Result<std::string> about(Program& program)
{
    auto const schema = TRY(program.database().schema_version());
    auto const& keys = program.services().keys;
    boost::json::object const facts {
        {"format", 1},
        {"made_at", program.services().env.now().iso()},
        {"database", program.database().dialect() == db::Dialect::Sqlite ? "sqlite" : "postgresql"},
        {"schema", schema},
        {"keys", {{"fingerprint", keys.fingerprint()}, {"newest", keys.newest()}}},
    };
    return boost::json::serialize(facts) + "\n";
}

/// By name, so that two copies of the same data are alike.
Result<std::vector<std::filesystem::path>> evidence_files(std::filesystem::path const& folder)
{
    std::vector<std::filesystem::path> files;
    std::error_code failed;
    for (std::filesystem::recursive_directory_iterator entry(folder, failed), end; !failed && entry != end; entry.increment(failed)) {
        auto const name = "evidence" / entry->path().lexically_relative(folder);
        if (entry->is_regular_file() && !hash_in_name(name.string()).empty())
            files.push_back(entry->path());
    }
    if (failed)
        return Error::unavailable("environment.file_unreadable", folder.string() + ": " + failed.message());
    std::ranges::sort(files);
    return files;
}

Result<void> add_evidence(PartWriter& writer, std::filesystem::path const& folder, Sums& sums, BackupReport& report)
{
    auto const files = TRY(evidence_files(folder));
    for (auto const& file : files) {
        auto const name = ("evidence" / file.lexically_relative(folder)).string();
        auto const written = TRY(writer.add_file(name, file));
        if (written.sha256 != hash_in_name(name))
            report.damaged.push_back(name);
        sums[name] = written.sha256;
        ++report.files;
        report.bytes += written.bytes;
    }
    return Done {};
}

} // namespace

Result<BackupReport> back_up(Program& program, std::filesystem::path const& target)
{
    auto const into_folder = is_folder(target);
    auto const writer = TRY(into_folder ? PartWriter::to_folder(target) : PartWriter::to_tar(target));
    // Beside the copy: there is room for it, and it is the same person's place.
    TemporaryFile const copy(into_folder ? target / "database.part" : std::filesystem::path(target.string() + ".database.part"));
    TRY(program.database().copy_to(copy.path().string()));
    BackupReport report;
    Sums sums;
    auto const facts = TRY(about(program));
    TRY(writer->add_text(std::string(about_name), facts));
    sums[std::string(about_name)] = secrets::sha256(facts).str();
    std::string const name(program.database().dialect() == db::Dialect::Sqlite ? sqlite_name : dump_name);
    auto const database = TRY(writer->add_file(name, copy.path()));
    sums[name] = database.sha256;
    report.bytes = database.bytes;
    TRY(add_evidence(*writer, program.services().evidence_folder, sums, report));
    TRY(writer->add_text(std::string(sums_name), text_of(sums)));
    TRY(writer->finish());
    return report;
}

} // namespace rtkeren::app
