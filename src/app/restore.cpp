#include "app/backup.hpp"
#include "app/backup_parts.hpp"

#include <boost/json/parse.hpp>

#include <fstream>
#include <iterator>

namespace rtkeren::app {

namespace {

struct About {
    std::string made_at, database, fingerprint;
    std::int64_t schema {0}, newest_key {0};
};

Result<About> parse_about(std::string const& text)
{
    boost::system::error_code failed;
    auto const value = boost::json::parse(text, failed);
    auto const refused = Error::field("from", "restore.not_a_copy", std::string(about_name));
    try {
        if (failed || value.at("format").to_number<int>() != 1)
            return refused;
        auto const& keys = value.at("keys");
        return About {std::string(value.at("made_at").as_string()), std::string(value.at("database").as_string()), std::string(keys.at("fingerprint").as_string()),
            value.at("schema").to_number<std::int64_t>(), keys.at("newest").to_number<std::int64_t>()};
    } catch (std::exception const&) { // a part is absent or of another type
        return refused;
    }
}

/// The data folder as it was, unless all went well.
class Staging {
public:
    explicit Staging(std::filesystem::path data) : m_data(std::move(data)) { }
    ~Staging()
    {
        std::error_code ignored;
        std::filesystem::remove_all(folder(), ignored);
        for (auto const& path : m_made)
            std::filesystem::remove_all(path, ignored);
    }
    Staging(Staging const&) = delete;
    Staging& operator=(Staging const&) = delete;
    [[nodiscard]] std::filesystem::path folder() const { return m_data / "restore.part"; }
    void made(std::filesystem::path path) { m_made.push_back(std::move(path)); }
    void keep() { m_made.clear(); }

private:
    std::filesystem::path m_data;
    std::vector<std::filesystem::path> m_made;
};

Result<void> expect_empty(std::filesystem::path const& data)
{
    std::error_code failed;
    std::filesystem::create_directories(data, failed);
    for (std::filesystem::directory_iterator entry(data, failed), end; !failed && entry != end; entry.increment(failed)) {
        auto const name = entry->path().filename();
        if (name != "keys" && name != "rtkeren.toml")
            return Error::conflict("restore.not_empty", {{"path", data.string()}, {"name", name.string()}});
    }
    if (failed)
        return Error::unavailable("environment.data_unwritable", data.string() + ": " + failed.message());
    return Done {};
}

/// Without its keys a copy is worth little: this is looked at before anything is read.
Result<secrets::Keys> keys_for(About const& about, std::filesystem::path const& file)
{
    auto keys = TRY(secrets::Keys::open(file));
    if (keys.fingerprint() != about.fingerprint || keys.newest() < about.newest_key)
        return Error::field("keys", "restore.other_keys", file.string());
    return keys;
}

Result<void> compare(Sums& found, std::filesystem::path const& folder)
{
    if (found.erase(std::string(sums_name)) == 0)
        return Error::field("from", "restore.incomplete", std::string(sums_name));
    std::ifstream in(folder / sums_name, std::ios::binary);
    auto const sums = TRY(parse_sums(std::string(std::istreambuf_iterator<char>(in), {})));
    for (auto const& [name, hash] : sums) {
        auto const there = found.find(name);
        if (there == found.end())
            return Error::field("from", "restore.incomplete", name);
        if (there->second != hash)
            return Error::field("from", "restore.altered", name);
    }
    for (auto const& [name, hash] : found)
        if (!sums.contains(name) && hash_in_name(name).empty()) // evidence of a later, cut-off copy into the same folder harms nobody
            return Error::field("from", "restore.altered", name);
    return Done {};
}

Result<void> move_evidence(Staging& staging, std::filesystem::path const& target)
{
    std::error_code failed;
    std::filesystem::create_directories(staging.folder() / "evidence", failed);
    std::filesystem::rename(staging.folder() / "evidence", target, failed);
    if (failed)
        return Error::unavailable("environment.data_unwritable", target.string() + ": " + failed.message());
    staging.made(target);
    return Done {};
}

} // namespace

Result<RestoreReport> restore(OpenOptions const& options, RestoreOptions const& wanted)
{
    TRY(expect_empty(options.data));
    auto const config = TRY(Config::read(options.data, options.flags));
    auto const facts = TRY(read_about(wanted.from));
    auto const about = TRY(parse_about(facts));
    auto const place = keys_file_of(config, options.data);
    auto const keys = TRY(keys_for(about, wanted.keys.empty() ? place : wanted.keys));
    auto const url = database_url(config, options.data);
    std::string const database(url.starts_with("postgres") ? dump_name : sqlite_name);
    if ((database == sqlite_name) != (about.database == "sqlite"))
        return Error::field("db", "restore.other_database", about.database);
    if (about.schema > static_cast<std::int64_t>(db::all_migrations().size()))
        return Error::unavailable("environment.schema_newer", "schema " + std::to_string(about.schema));

    Staging staging(options.data);
    auto found = TRY(extract_parts(wanted.from, staging.folder()));
    TRY(compare(found, staging.folder()));
    if (!found.contains(database))
        return Error::field("from", "restore.incomplete", database);
    TRY(move_evidence(staging, options.data / "evidence"));
    for (auto const* suffix : {"", "-wal", "-shm"})
        if (database == sqlite_name)
            staging.made(database_file(url).string() + suffix);
    TRY(db::Database::fill_from_copy(url, (staging.folder() / database).string()));
    if (!std::filesystem::exists(place)) {
        TRY(keys.save(place));
        staging.made(place);
    }
    auto const opened = TRY(db::Database::open(url));
    TRY(opened->migrate(db::all_migrations()));
    staging.keep();
    return RestoreReport {static_cast<std::int64_t>(found.size()) - 2, static_cast<int>(about.schema), about.made_at};
}

} // namespace rtkeren::app
