#include "secrets/secrets.hpp"
#include "support/database.hpp"
#include "workflow/holidays.hpp"
#include "workflow/workflow.hpp"

#include <gtest/gtest.h>

namespace rtkeren::workflow {
namespace {

constexpr StateRow desk_states[] {
    {"asked", "Diminta", StateKind::Start, "desk.answer", 3, Days::Working},
    {"answered", "Dijawab", StateKind::End},
};
constexpr TransitionRow desk_transitions[] {{"answer", "Jawab", "asked", "answered", "desk.answer"}};
constexpr Machine desk_machine {"desk", "Meja", "/meja/", desk_states, desk_transitions};

struct HolidaysTest : testing::Test {
    FixedEnv env {Instant::parse("2024-08-14T05:00:00.000Z").value()}; // a Wednesday
    secrets::Keys keys {secrets::Keys::from(env)};
    CityId city {next_city()};
    Services services {.db = test_database(), .env = env, .keys = keys, .city = city, .city_name = "Kota Uji", .evidence_folder = {}};
    Actor sari {.city = city, .user = UserId(env.ulid()), .person = PersonId(env.ulid()), .name = "Sari", .grants = {{"tapem", "35.72", "", {"workflow.holidays"}}},
        .permissions = {"workflow.holidays"}};

    Result<operations::Answer> load(std::string const& csv)
    {
        auto const& kind = *imports().front();
        auto lines = TRY(sheets::read(kind, documents::read_workbook_bytes(csv).value()));
        auto input = sheets::input_of(kind, lines, {});
        input["id"] = env.ulid().text();
        return operations::run(services, sari, operations().front(), input);
    }
    std::string due_of_new_item()
    {
        auto const item = db::write(services.db, city, [&](db::WriteTx& tx) {
            operations::Context context {services, sari, city, env.now(), services.today(), {}, {}, 0, env.ulid()};
            return start(tx, context, desk_machine, {.subject = env.ulid(), .title = "Meja", .place = ""});
        });
        EXPECT_TRUE(item.ok());
        return item->due->iso();
    }
};

TEST_F(HolidaysTest, WorkingDaysPassOverThem)
{
    EXPECT_EQ(due_of_new_item(), "2024-08-19") << "Thursday, Friday, Monday";
    auto const answer = load("Tanggal;Nama hari libur;Jenis\n16/08/2024;Cuti bersama;cuti bersama\n2024-08-19;Libur setempat;\n");
    ASSERT_TRUE(answer.ok()) << answer.error().code;
    EXPECT_EQ(due_of_new_item(), "2024-08-21");
    ASSERT_TRUE(load("Tanggal;Nama hari libur\n2024-08-19;Proklamasi\n").ok()) << "the same day again is the newer list's word";
    auto const known = db::read(services.db, [&](db::ReadTx& tx) { return holidays_after(tx, city, Date::of(2024, 8, 14).value()); });
    EXPECT_EQ(known->on(Date::of(2024, 8, 19).value())->name, "Proklamasi");
    EXPECT_TRUE(known->on(Date::of(2024, 8, 16).value())->joint_leave);
}

TEST_F(HolidaysTest, WrongRowsAreNamedAndNothingIsTakenIn)
{
    auto const answer = load("Tanggal;Nama hari libur;Jenis\n2024-08-19;Satu;libur\n19 Agustus 2024;Dua;\n2024-08-20;Tiga;tanggal merah\n");
    ASSERT_FALSE(answer.ok());
    ASSERT_EQ(answer.error().fields.size(), 2U);
    EXPECT_EQ(answer.error().fields[0].name + " " + answer.error().fields[0].code, "rows.1.date workflow.holiday_twice");
    EXPECT_EQ(answer.error().fields[1].name + " " + answer.error().fields[1].code, "rows.2.kind workflow.holiday_kind");
    EXPECT_EQ(due_of_new_item(), "2024-08-19");
    sari.grants.front().place = "35.72.03.1002";
    EXPECT_EQ(load("Tanggal;Nama hari libur\n2024-08-19;Satu\n").error().code, "operation.not_allowed");
}

} // namespace
} // namespace rtkeren::workflow
