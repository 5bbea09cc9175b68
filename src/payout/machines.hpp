#pragma once

#include "payout/payout.hpp"
#include "workflow/machine.hpp"

namespace rtkeren::payout {

enum class PokmasState : std::uint8_t { Formed, DecreeIssued, AccountVerified, Active, Suspended, Expired, Dissolved };
enum class PokmasEvent : std::uint8_t { SetAccount, IssueDecree, VerifyAccount, Activate, Suspend, Resume, Expire, Renew, Dissolve };
/// `Confirmed` is the settled end: the money is with the pokmas.
enum class TrancheState : std::uint8_t { Requested, Verified, Approved, Spp, Spm, Sp2d, Confirmed, Returned, Bounced, Withdrawn };
enum class TrancheEvent : std::uint8_t { Verify, Approve, IssueSpp, IssueSppAndSpm, SignSpm, RecordSp2d, Confirm, Bounce, Return, Resubmit, Withdraw };

[[nodiscard]] workflow::Machine const& pokmas_machine();
[[nodiscard]] workflow::Machine const& tranche_machine();

} // namespace rtkeren::payout

namespace rtkeren::operations {

template <> struct Choices<payout::PokmasState> {
    using enum payout::PokmasState;
    static constexpr std::array<std::pair<payout::PokmasState, std::string_view>, 7> values { { { Formed, "formed" }, { DecreeIssued, "decree_issued" },
        { AccountVerified, "account_verified" }, { Active, "active" }, { Suspended, "suspended" }, { Expired, "expired" }, { Dissolved, "dissolved" } } };
};
template <> struct Choices<payout::PokmasEvent> {
    using enum payout::PokmasEvent;
    static constexpr std::array<std::pair<payout::PokmasEvent, std::string_view>, 9> values { { { SetAccount, "set_account" }, { IssueDecree, "issue_decree" },
        { VerifyAccount, "verify_account" }, { Activate, "activate" }, { Suspend, "suspend" }, { Resume, "resume" }, { Expire, "expire" }, { Renew, "renew" },
        { Dissolve, "dissolve" } } };
};
template <> struct Choices<payout::TrancheState> {
    using enum payout::TrancheState;
    static constexpr std::array<std::pair<payout::TrancheState, std::string_view>, 10> values { { { Requested, "requested" }, { Verified, "verified" },
        { Approved, "approved" }, { Spp, "spp" }, { Spm, "spm" }, { Sp2d, "sp2d" }, { Confirmed, "confirmed" }, { Returned, "returned" },
        { Bounced, "bounced" }, { Withdrawn, "withdrawn" } } };
};
template <> struct Choices<payout::TrancheEvent> {
    using enum payout::TrancheEvent;
    static constexpr std::array<std::pair<payout::TrancheEvent, std::string_view>, 11> values { { { Verify, "verify" }, { Approve, "approve" },
        { IssueSpp, "issue_spp" }, { IssueSppAndSpm, "issue_spp_and_spm" }, { SignSpm, "sign_spm" }, { RecordSp2d, "record_sp2d" }, { Confirm, "confirm" },
        { Bounce, "bounce" }, { Return, "return" }, { Resubmit, "resubmit" }, { Withdraw, "withdraw" } } };
};

} // namespace rtkeren::operations
