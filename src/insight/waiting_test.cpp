#include "insight/kinds.hpp"
#include "insight/room.hpp"
#include "insight/waiting.hpp"

#include <array>
#include <gtest/gtest.h>

namespace rtkeren::insight {
namespace {

Date day(std::string_view iso) { return Date::parse(iso).value(); }
Instant noon(std::string_view iso) { return Instant::parse(std::string(iso) + "T05:00:00.000Z").value(); }

constexpr std::array states {workflow::StateRow {"checked", "Menunggu verifikasi", workflow::StateKind::Start, "planning.verify", 5}};
constexpr workflow::Machine rab {"rab", "RAB", "/rab/", states, {}};

workflow::Waiting waiting(std::string const& machine, std::optional<Date> due, Date today)
{
    workflow::Waiting each {.item = {.id = {}, .machine = machine, .subject = {}, .title = "RAB RT 02 RW 03", .state = "checked", .version = 1, .place = "35.72.03.1002.003.002", .pokmas = "",
                                .waits_for = "planning.verify", .due = due, .since = noon("2023-10-05"), .entered_by = {}}};
    if (due)
        each.days_left = today.days_until(*due);
    return each;
}

TEST(WaitingPage, GroupsByDeadline)
{
    use_machines({rab});
    auto const today = day("2023-10-09");
    std::vector const inbox {waiting("rab", day("2023-10-05"), today), waiting("rab", day("2023-10-11"), today), waiting("rab", day("2023-10-20"), today), waiting("rab", {}, today)};
    auto const page = present_waiting(inbox, {}, {}, PlaceNames {}, {}, today, Zone::Wib);
    ASSERT_EQ(page.groups.size(), 3U);
    EXPECT_EQ(page.groups[0].tasks.size(), 1U);
    EXPECT_EQ(page.groups[1].tasks.size(), 1U);
    EXPECT_EQ(page.groups[2].tasks.size(), 2U);
    EXPECT_EQ(page.title, "4 hal menunggu Anda");
    EXPECT_EQ(page.late, "1 lewat tenggat");
    EXPECT_EQ(page.groups[0].tasks[0].leaf.number, "4");
    EXPECT_EQ(page.groups[0].tasks[0].state, "Menunggu verifikasi");
    EXPECT_EQ(page.groups[0].tasks[0].href, "/rab/00000000000000000000000000");
    EXPECT_EQ(page.groups[0].tasks[0].action, "Buka RAB");
    EXPECT_EQ(page.groups[2].tasks[0].leaf.unit, "Oktober");
}

TEST(WaitingPage, DutiesStandAmongTheFilesByTheirDeadline)
{
    use_machines({rab});
    auto const today = day("2023-10-09");
    std::vector const inbox {waiting("rab", day("2023-10-05"), today), waiting("rab", day("2023-10-20"), today)};
    std::vector<Duty> const duties {{"Setor pajak Rp64.000", "belum disetor", "", "/kas/1", "Buka buku kas", day("2023-10-01")}, {"Tutup buku kas September 2023", "", "", "/kas/1/tutup-bulan", "Tutup bulan", {}}};
    auto page = present_waiting(inbox, duties, {}, PlaceNames {}, {}, today, Zone::Wib);
    EXPECT_EQ(page.title, "4 hal menunggu Anda");
    EXPECT_EQ(page.late, "2 lewat tenggat");
    ASSERT_EQ(page.groups.size(), 2U);
    EXPECT_EQ(page.groups[0].tasks[0].title, "Setor pajak Rp64.000");
    EXPECT_EQ(page.groups[1].tasks.back().title, "Tutup buku kas September 2023") << "no deadline stands last";
    EXPECT_EQ(present_waiting(inbox, duties, {}, PlaceNames {}, {std::string(next_steps), 0}, today, Zone::Wib).groups[0].tasks.size(), 1U);
    page.notes.push_back({"6 jabatan menunggu konfirmasi Anda", "", "/pengguna/konfirmasi", "Buka konfirmasi"});
    count_notes(page);
    EXPECT_EQ(page.title, "5 hal menunggu Anda");
}

TEST(WaitingPage, FiltersByKindAndCutsPages)
{
    use_machines({rab});
    auto const today = day("2023-10-09");
    std::vector<workflow::Waiting> inbox(cards_a_page + 5, waiting("rab", day("2023-10-11"), today));
    inbox.push_back(waiting("other", day("2023-10-12"), today));
    auto const first = present_waiting(inbox, {}, {}, PlaceNames {}, {"rab", 0}, today, Zone::Wib);
    ASSERT_EQ(first.groups.size(), 1U);
    EXPECT_EQ(first.groups[0].tasks.size(), cards_a_page);
    EXPECT_EQ(first.more_href, "/menunggu?jenis=rab&dari=60");
    EXPECT_EQ(first.kinds.size(), 3U);
    auto const second = present_waiting(inbox, {}, {}, PlaceNames {}, {"rab", cards_a_page}, today, Zone::Wib);
    EXPECT_EQ(second.groups[0].tasks.size(), 5U);
    EXPECT_EQ(second.more_href, "");
}

TEST(WaitingPage, LeavesOutWhatIsDueLongAfter)
{
    auto const today = day("2023-10-09");
    auto const seen = due_in_sight({waiting("pokmas", today.plus_days(days_ahead + 1), today), waiting("rab", today.plus_days(days_ahead), today), waiting("rab", today.plus_days(-90), today),
        waiting("rab", {}, today)});
    ASSERT_EQ(seen.size(), 3U);
    EXPECT_EQ(seen.front().item.machine, "rab");
}

TEST(WaitingPage, SaysWhenNothingWaits)
{
    auto const page = present_waiting({}, {}, {}, PlaceNames {}, {}, day("2023-10-09"), Zone::Wib);
    EXPECT_EQ(page.title, "Tidak ada yang menunggu Anda");
    html::Out out;
    render(out, page);
    EXPECT_NE(out.take().find("class=\"empty\""), std::string::npos);
}

TEST(Leaf, SaysHowLong)
{
    auto const today = day("2023-10-09");
    EXPECT_EQ(leaf_of(day("2023-10-09"), today).unit, "hari ini");
    EXPECT_EQ(leaf_of(day("2023-10-12"), today).tone, "warn");
    EXPECT_EQ(leaf_of(day("2023-10-14"), today).tone, "");
    EXPECT_EQ(leaf_of({}, today).unit, "tanpa tenggat");
}

} // namespace
} // namespace rtkeren::insight
