#include "workflow/machine.hpp"
#include "workflow/workflow.hpp"

#include <gtest/gtest.h>

namespace rtkeren::workflow {
namespace {

constexpr StateRow good_states[] {
    {"draft", "Disusun", StateKind::Start, "plan.edit", 30},
    {"submitted", "Menunggu", StateKind::Normal, "plan.approve", 5, Days::Working},
    {"approved", "Disetujui", StateKind::End},
    {"withdrawn", "Ditarik", StateKind::End},
};
constexpr TransitionRow good_transitions[] {
    {"submit", "Kirim", "draft", "submitted", "plan.edit"},
    {"return", "Kembalikan", "submitted", "draft", "plan.approve", true},
    {.event = "approve", .label = "Setujui", .from = "submitted", .to = "approved", .permission = "plan.approve", .not_same_as = {"submit"}},
    {"withdraw", "Tarik", "draft", "withdrawn", "plan.edit", true},
};
constexpr Machine good {"plan", "RAB", "/rab/", good_states, good_transitions};

TEST(Machine, AWholeOneHasNoProblems)
{
    EXPECT_EQ(check_machine(good), std::vector<std::string> {});
}

TEST(Machine, DrawsItself)
{
    EXPECT_EQ(mermaid(good),
        "stateDiagram-v2\n    [*] --> draft\n    draft --> submitted: submit\n    submitted --> draft: return\n    submitted --> approved: approve\n"
        "    draft --> withdrawn: withdraw\n    approved --> [*]\n    withdrawn --> [*]\n");
}

TEST(Machine, SaysWhatIsMissing)
{
    constexpr StateRow states[] {{"a", "", StateKind::Start, "p", 1}, {"b", "", StateKind::Normal, "q", 0}, {"c", "", StateKind::Normal, "", 1}, {"d", "", StateKind::End, "p", 0}, {"e", "", StateKind::End}};
    constexpr TransitionRow transitions[] {{"go", "", "a", "b", "p"}, {"leave", "", "d", "a", "p"}};
    Machine const machine {"broken", "", "/", states, transitions};
    auto const problems = check_machine(machine);
    auto const says = [&](std::string_view text) { return std::find(problems.begin(), problems.end(), text) != problems.end(); };
    EXPECT_TRUE(says("a: no way back and no way out"));
    EXPECT_TRUE(says("b: no deadline"));
    EXPECT_TRUE(says("b: who it waits for can do nothing"));
    EXPECT_TRUE(says("b: no path to an end"));
    EXPECT_TRUE(says("c: nothing leads there"));
    EXPECT_TRUE(says("c: waits for nobody"));
    EXPECT_TRUE(says("d: an end waits for nobody"));
    EXPECT_TRUE(says("d: an end is left"));
    EXPECT_TRUE(says("e: nothing leads there"));
}

TEST(Machine, RefusesNamesThatMeanNothing)
{
    constexpr StateRow states[] {{"a", "", StateKind::Normal, "p", 1}, {"a", "", StateKind::End}};
    constexpr TransitionRow transitions[] {{"go", "", "a", "z", "p"}, {.event = "go", .label = "", .from = "a", .to = "a", .permission = "p", .not_same_as = {"nothing"}}};
    Machine const machine {"broken", "", "/", states, transitions};
    EXPECT_EQ(check_machine(machine),
        (std::vector<std::string> {"a: two states of this name", "there is no start", "go: unknown state a or z", "go in a: two ways", "go: four eyes with nothing, which is no event"}));
}

TEST(Machine, CountsWorkingDays)
{
    auto const friday = Date::of(2023, 7, 7).value();
    EXPECT_EQ(plain_deadline(friday, 3, Days::Calendar).iso(), "2023-07-10");
    EXPECT_EQ(plain_deadline(friday, 3, Days::Working).iso(), "2023-07-12");
    EXPECT_EQ(plain_deadline(friday, 0, Days::Working), friday);
}

} // namespace
} // namespace rtkeren::workflow
