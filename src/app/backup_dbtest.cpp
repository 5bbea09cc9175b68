#include "app/backup.hpp"
#include "app/backup_parts.hpp"
#include "app/checking.hpp"
#include "app/rooms.hpp"
#include "simulation/simulation.hpp"
#include "support/database.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <fstream>
#include <thread>

/// A copy that was taken while people work comes back whole; what was altered is found.
namespace rtkeren::app {

namespace {

namespace fs = std::filesystem;

OpenOptions fresh_place(std::string const& name)
{
    return {.data = tests::fresh_path(name), .flags = {{"db", tests::fresh_database_url()}}};
}

std::string bytes_of(fs::path const& path)
{
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void write_bytes(fs::path const& path, std::string const& bytes) { std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes; }

std::string code_of(auto const& result) { return result.ok() ? "" : result.error().code; }

/// An example city of a few RT with one year, made once for all tests of this file.
Program& example_city()
{
    static std::unique_ptr<Program> const program = [] {
        assemble();
        territory::City const city {.id = territory::city_id_of("35.72").value(),
            .code = "35.72",
            .name = "Kota Blitar",
            .zone = Zone::Wib,
            .letterhead = "Pemerintah Kota Blitar",
            .example = true,
            .example_today = simulation::example_today(2023),
            .example_set_on = system_env()->now().date_in(Zone::Wib)};
        auto made = Program::create(fresh_place("city"), city).value();
        auto filled = simulation::make_demo(made->services(), registry(), city, {.seed = 7, .first_year = 2023, .last_year = 2023, .units = 2}, [](auto, auto, auto) { });
        EXPECT_TRUE(filled.ok()) << filled.error().code << ' ' << filled.error().detail;
        return made;
    }();
    return *program;
}

/// Somebody who writes while the copy is taken.
class Busy {
public:
    explicit Busy(Program& program)
        : m_thread([this, &program] {
            while (!m_is_done) {
                audit::Made const made {program.city().id, {}, {}, program.services().now()};
                auto written = db::write(program.database(), program.city().id, [&](db::WriteTx& tx) { return audit::append(tx, made, {"test.busy", "city", "35.72", ""}); });
                EXPECT_TRUE(written.ok());
            }
        })
    {
    }
    ~Busy()
    {
        m_is_done = true;
        m_thread.join();
    }
    Busy(Busy const&) = delete;
    Busy& operator=(Busy const&) = delete;

private:
    std::atomic<bool> m_is_done {false};
    std::thread m_thread;
};

fs::path copy_of_city()
{
    static fs::path const copy = [] {
        fs::path const target = tests::fresh_path("city.tar");
        auto& city = example_city();
        Busy const busy(city);
        auto made = back_up(city, target);
        EXPECT_TRUE(made.ok()) << made.error().code << ' ' << made.error().detail;
        EXPECT_GT(made.value().files, 0);
        EXPECT_TRUE(made.value().damaged.empty());
        return target;
    }();
    return copy;
}

fs::path some_evidence()
{
    for (auto const& entry : fs::recursive_directory_iterator(example_city().data() / "evidence"))
        if (entry.is_regular_file())
            return entry.path();
    return {};
}

/// Byte after byte the same files.
void expect_same_evidence(fs::path const& left, fs::path const& right)
{
    int files = 0;
    for (auto const& entry : fs::recursive_directory_iterator(left)) {
        if (!entry.is_regular_file())
            continue;
        ++files;
        EXPECT_EQ(bytes_of(entry.path()), bytes_of(right / entry.path().lexically_relative(left))) << entry.path();
    }
    EXPECT_GT(files, 0);
}

} // namespace

TEST(Backup, ComesBackWholeAndClean)
{
    auto const place = fresh_place("restored");
    auto report = restore(place, {.from = copy_of_city(), .keys = example_city().keys_file()});
    ASSERT_TRUE(report.ok()) << report.error().code << ' ' << report.error().detail;
    auto opened = Program::open(place);
    ASSERT_TRUE(opened.ok()) << opened.error().code;
    auto& restored = **opened;
    EXPECT_EQ(restored.city().name, "Kota Blitar");
    expect_same_evidence(example_city().data() / "evidence", restored.data() / "evidence");
    auto const checked = check_city(restored.database(), restored.city().id).value();
    EXPECT_TRUE(checked.ok());
    EXPECT_GT(checked.money.checked.at("entries"), 0);
    EXPECT_EQ(checked.money.checked, check_city(example_city().database(), example_city().city().id).value().money.checked);
    EXPECT_EQ(code_of(restore(place, {.from = copy_of_city()})), "restore.not_empty");
}

TEST(Backup, NeverHoldsTheKeys)
{
    auto const bytes = bytes_of(copy_of_city());
    auto const keys = bytes_of(example_city().keys_file());
    auto const index = keys.find("index ");
    ASSERT_NE(index, std::string::npos);
    EXPECT_EQ(bytes.find(keys.substr(index + 6, 64)), std::string::npos);
}

TEST(Backup, LooksAtTheKeysFirst)
{
    EXPECT_EQ(code_of(restore(fresh_place("without"), {.from = copy_of_city()})), "environment.keys_missing");
    fs::path const others = tests::fresh_path("others.keys");
    ASSERT_TRUE(secrets::Keys::create(others).ok());
    auto const place = fresh_place("other");
    EXPECT_EQ(code_of(restore(place, {.from = copy_of_city(), .keys = others})), "restore.other_keys");
    EXPECT_TRUE(fs::is_empty(place.data));
}

TEST(Backup, FindsAFalsifiedByteAndLeavesNothingBehind)
{
    auto const whole = bytes_of(copy_of_city());
    auto const altered = fs::path(tests::fresh_path("altered.tar"));
    auto const evidence = whole.find(bytes_of(some_evidence()));
    ASSERT_NE(evidence, std::string::npos);
    auto const database = whole.find(example_city().database().dialect() == db::Dialect::Sqlite ? "SQLite format 3" : "PGDMP");
    ASSERT_NE(database, std::string::npos);
    for (auto const at : {evidence + 100, database + 3000}) {
        auto bytes = whole;
        bytes[at] = static_cast<char>(bytes[at] ^ 1);
        write_bytes(altered, bytes);
        auto const place = fresh_place("altered" + std::to_string(at));
        auto refused = restore(place, {.from = altered, .keys = example_city().keys_file()});
        EXPECT_EQ(code_of(refused), "restore.altered") << at;
        EXPECT_TRUE(fs::is_empty(place.data));
        EXPECT_EQ(db::Database::open(place.flags.at("db")).value()->schema_version().value(), 0);
    }
}

TEST(Backup, RefusesWhatIsCutOffOrForeign)
{
    auto const whole = bytes_of(copy_of_city());
    auto const cut = fs::path(tests::fresh_path("cut.tar"));
    auto const keys = example_city().keys_file();
    write_bytes(cut, whole.substr(0, whole.size() / 2));
    auto const refused = code_of(restore(fresh_place("cut"), {.from = cut, .keys = keys}));
    EXPECT_TRUE(refused == "restore.not_a_copy" || refused == "restore.incomplete") << refused;
    write_bytes(cut, "no tar at all");
    EXPECT_EQ(code_of(restore(fresh_place("foreign"), {.from = cut, .keys = keys})), "restore.not_a_copy");
    EXPECT_EQ(code_of(restore(fresh_place("absent"), {.from = "/nowhere.tar", .keys = keys})), "restore.not_a_copy");
    EXPECT_EQ(code_of(back_up(example_city(), cut)), "backup.exists");
}

TEST(Backup, IntoAFolderWritesOnlyNewEvidence)
{
    fs::path const folder = tests::fresh_path("copies") + "/";
    auto const first = back_up(example_city(), folder);
    ASSERT_TRUE(first.ok()) << first.error().code << ' ' << first.error().detail;
    auto const second = back_up(example_city(), folder);
    ASSERT_TRUE(second.ok()) << second.error().code;
    EXPECT_EQ(second->files, first->files);
    EXPECT_LT(second->bytes, first->bytes);
    auto const place = fresh_place("from_folder");
    auto restored = restore(place, {.from = folder, .keys = example_city().keys_file()});
    ASSERT_TRUE(restored.ok()) << restored.error().code << ' ' << restored.error().detail;
    expect_same_evidence(example_city().data() / "evidence", place.data / "evidence");
}

TEST(Backup, TakesNoNameThatLeadsOut)
{
    EXPECT_TRUE(is_part_name("about.json"));
    EXPECT_TRUE(is_part_name("evidence/ab/cd/abcd" + std::string(60, '0')));
    for (std::string const& name : {std::string("../about.json"), std::string("/etc/passwd"), std::string("keys"), "evidence/../cd/abcd" + std::string(60, '0'), std::string()})
        EXPECT_FALSE(is_part_name(name)) << name;
}

} // namespace rtkeren::app
