#pragma once

#include "training/store.hpp"

/// Whether a course may be planned so: what is wrong refuses with its field, what is unusual warns with its numbers.
namespace rtkeren::training {

struct CourseCheck {
    programme::Purse purse;
    Topic topic;
    std::shared_ptr<rules::Pack const> pack;
    LegalPath path;
    Date starts_on, ends_on;
    std::int64_t minutes {0};
    Rupiah planned; // of the lines
    std::vector<Verdict> verdicts {}; // warnings only
};
struct MeetingTimes {
    Date on;
    std::int64_t begins {0}, ends {0};
};
/// Fields: purse, topic, lines, quota, call_until, facilitator, sessions.N.on, sessions.N.ends. `but` is the course whose own lines are free.
[[nodiscard]] Result<CourseCheck> check_course(db::ReadTx&, operations::Context const&, PurseId, CoursePart const&, std::vector<MeetingTimes> const&, std::optional<CourseId> but = {});

/// Invalid where a number of the pack says `block`; else the verdict joins the others.
[[nodiscard]] Result<void> judge(std::vector<Verdict>&, rules::Pack const&, std::string_view key, Verdict);

/// Lines of the purse that may pay for a course on the topic and pay for no other; the course's own ones too.
[[nodiscard]] Result<std::vector<planning::PlanLine>> free_lines(db::ReadTx&, CityId, PurseId, rules::Pack const&, std::string_view category, std::optional<CourseId> but = {});

} // namespace rtkeren::training
