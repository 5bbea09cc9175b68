#include "app/founding.hpp"
#include "app/rooms.hpp"
#include "app/serve.hpp"
#include "identity/identity.hpp"
#include "support/database.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

/// A real city begins empty; the example city stays an example and stays at home.
namespace rtkeren::app {
namespace {

void assemble_once()
{
    static bool const done = [] {
        if (registry().all().empty())
            assemble();
        return true;
    }();
    (void)done;
}

OpenOptions fresh_options(std::string const& name)
{
    return {.data = tests::fresh_path(name), .flags = {{"db", tests::fresh_database_url()}, {"listen", "127.0.0.1:0"}}};
}

territory::City example_city()
{
    return {.id = territory::city_id_of("35.72").value(), .code = "35.72", .name = "Kota Blitar", .zone = Zone::Wib, .letterhead = "Pemerintah Kota Blitar", .example = true,
        .example_today = Date::of(2024, 10, 15).value(), .example_set_on = system_env()->now().date_in(Zone::Wib)};
}

TEST(Founding, ARealCityBeginsWithItsAdministratorAndOfficialRegions)
{
    assemble_once();
    auto const options = fresh_options("real");
    auto const founded = found_city(options, {.code = "35.72", .name = "Kota Blitar"});
    ASSERT_TRUE(founded.ok()) << founded.error().code << founded.error().detail;
    EXPECT_EQ(founded->login, "admin");
    EXPECT_FALSE(founded->recovery.empty());
    EXPECT_EQ(found_city(options, {.code = "35.72", .name = "Kota Blitar"}).error().code, "environment.city_exists");
    auto program = Program::open(options).value();
    EXPECT_FALSE(program->city().example);
    auto& services = program->services();
    auto const kelurahan = db::read(services.db, [&](db::ReadTx& tx) { return territory::regions(tx, services.city, territory::Level::Kelurahan, "", services.today()); });
    EXPECT_EQ(kelurahan->size(), 21U);
}

TEST(Founding, TheExampleCityCannotBecomeARealOne)
{
    assemble_once();
    auto const options = fresh_options("example-stays");
    ASSERT_TRUE(Program::create(options, example_city()).ok());
    EXPECT_EQ(found_city(options, {.code = "35.72", .name = "Kota Blitar"}).error().code, "environment.city_exists");
    EXPECT_EQ(found_city(options, {.code = "35.71", .name = "Kota Kediri"}).error().code, "environment.example_beside") << "nor share its database with one";
    auto program = Program::open(options).value();
    EXPECT_TRUE(program->city().example);
}

TEST(Founding, TheExampleCityListensAtHomeOnly)
{
    assemble_once();
    auto options = fresh_options("example-home");
    ASSERT_TRUE(Program::create(options, example_city()).ok());
    options.flags["listen"] = "0.0.0.0:0";
    auto program = Program::open(options).value();
    auto const refused = make_server(*program, false);
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().code, "environment.example_public");
    EXPECT_EQ(exit_code_of(refused.error().kind), 7);
    EXPECT_TRUE(make_server(*program, true).ok());
    options.flags["listen"] = "127.0.0.1:0";
    auto at_home = Program::open(options).value();
    EXPECT_TRUE(make_server(*at_home, false).ok());
}

TEST(Imports, EveryOneHasItsOperationColumnsAndTwoExamples)
{
    assemble_once();
    std::set<std::string_view> names;
    for (auto const* kind : all_imports()) {
        EXPECT_TRUE(names.insert(kind->name).second) << kind->name;
        auto const* operation = registry().find(kind->operation);
        ASSERT_NE(operation, nullptr) << kind->operation;
        EXPECT_EQ(operation->permission, kind->permission) << kind->name;
        EXPECT_EQ(kind->examples.size(), 2U) << kind->name;
        auto const list = std::ranges::find(operation->fields, kind->list, &operations::FieldInfo::name);
        ASSERT_NE(list, operation->fields.end()) << kind->name;
        for (auto const& column : kind->columns)
            EXPECT_NE(std::ranges::find(list->fields, column.key, &operations::FieldInfo::name), list->fields.end()) << kind->name << "." << column.key;
        for (auto const& extra : kind->extras)
            EXPECT_NE(std::ranges::find(operation->fields, extra.key, &operations::FieldInfo::name), operation->fields.end()) << kind->name << "." << extra.key;
        for (auto const& example : kind->examples)
            EXPECT_EQ(example.size(), kind->columns.size()) << kind->name;
    }
    for (auto const* wanted : {"rt", "users", "pokmas", "sp2d", "rab", "prices", "opening", "holidays"})
        EXPECT_TRUE(names.contains(wanted)) << wanted;
}

} // namespace
} // namespace rtkeren::app
