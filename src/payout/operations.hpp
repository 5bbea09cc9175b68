#pragma once

#include "payout/parts.hpp"

/// The work of each operation; `operations()` in room.cpp names them.
namespace rtkeren::payout {

[[nodiscard]] Result<Answer> form_pokmas(db::WriteTx&, Context&, FormPokmas const&);
[[nodiscard]] Result<Answer> issue_decree(db::WriteTx&, Context&, IssueDecree const&);
[[nodiscard]] Result<Answer> set_account(db::WriteTx&, Context&, SetAccount const&);
[[nodiscard]] Result<Answer> verify_account(db::WriteTx&, Context&, VerifyAccount const&);
[[nodiscard]] Result<Answer> activate(db::WriteTx&, Context&, StepPokmas const&);
[[nodiscard]] Result<Answer> suspend(db::WriteTx&, Context&, ReasonPokmas const&);
[[nodiscard]] Result<Answer> resume(db::WriteTx&, Context&, ReasonPokmas const&);
[[nodiscard]] Result<Answer> expire(db::WriteTx&, Context&, ReasonPokmas const&);
[[nodiscard]] Result<Answer> dissolve(db::WriteTx&, Context&, ReasonPokmas const&);
[[nodiscard]] Result<Answer> replace_officer(db::WriteTx&, Context&, ReplaceOfficer const&);
[[nodiscard]] Result<Answer> import_pokmas(db::WriteTx&, Context&, ImportPokmas const&);

[[nodiscard]] Result<Answer> sign_contract(db::WriteTx&, Context&, SignContract const&);
[[nodiscard]] Result<Answer> addendum(db::WriteTx&, Context&, Addendum const&);
[[nodiscard]] Result<Answer> end_contract(db::WriteTx&, Context&, EndContract const&);

[[nodiscard]] Result<Answer> request_tranche(db::WriteTx&, Context&, RequestTranche const&);
[[nodiscard]] Result<Answer> resubmit(db::WriteTx&, Context&, StepTranche const&);
[[nodiscard]] Result<Answer> verify(db::WriteTx&, Context&, StepTranche const&);
[[nodiscard]] Result<Answer> approve(db::WriteTx&, Context&, StepTranche const&);
[[nodiscard]] Result<Answer> approve_bulk(db::WriteTx&, Context&, ApproveBulk const&);
[[nodiscard]] Result<Answer> issue_spp(db::WriteTx&, Context&, IssueSpp const&);
[[nodiscard]] Result<Answer> sign_spm(db::WriteTx&, Context&, StepTranche const&);
[[nodiscard]] Result<Answer> send_back(db::WriteTx&, Context&, ReasonTranche const&);
[[nodiscard]] Result<Answer> withdraw(db::WriteTx&, Context&, ReasonTranche const&);
[[nodiscard]] Result<Answer> record_sp2d(db::WriteTx&, Context&, RecordSp2d const&);
[[nodiscard]] Result<Answer> confirm(db::WriteTx&, Context&, Confirm const&);
[[nodiscard]] Result<Answer> bounce(db::WriteTx&, Context&, Bounce const&);
[[nodiscard]] Result<Answer> arrived_elsewhere(db::WriteTx&, Context&, ArrivedElsewhere const&);
[[nodiscard]] Result<Answer> send_on(db::WriteTx&, Context&, SendOn const&);
[[nodiscard]] Result<Answer> import_sp2d(db::WriteTx&, Context&, ImportSp2d const&);

/// A group that is written: by the form, or by an import with its decree.
struct NewPokmas {
    PokmasId id;
    std::string name, kelurahan;
    std::vector<std::string> rws; // in order
    std::string address, minutes, decree;
    std::optional<Date> decree_on, decree_until;
    PokmasState state { PokmasState::Formed };
};
[[nodiscard]] Result<void> add_pokmas(db::WriteTx&, Context&, NewPokmas const&);
/// The first officers of a group, from today. payout.officer_missing {position}, payout.officer_double, payout.officer_twice, payout.officer_taken {position}
[[nodiscard]] Result<void> write_officers(db::WriteTx&, Context&, PokmasId, std::string_view place, std::vector<OfficerInput> const&);
/// Codes of RW in order, each once and in the kelurahan, that no other group serves. place.format, place.unknown, payout.rw_outside, payout.rw_served {pokmas}
[[nodiscard]] Result<std::vector<std::string>> check_rws(
    db::ReadTx&, CityId, std::string_view kelurahan, std::vector<std::string> const&, std::string_view field);

} // namespace rtkeren::payout
