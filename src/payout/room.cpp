#include "payout/room.hpp"

#include "payout/opening.hpp"
#include "payout/operations.hpp"

namespace rtkeren::payout {

std::vector<operations::Operation> operations()
{
    using operations::make;
    return {
        make<FormPokmas>("payout.form_pokmas", "payout.manage", "Form a residents' group with its officers", form_pokmas),
        make<IssueDecree>("payout.issue_decree", "payout.decree", "Issue or renew the decree of a group", issue_decree),
        make<SetAccount>("payout.set_account", "payout.manage", "Enter the bank account of a group", set_account),
        make<VerifyAccount>("payout.verify_account", "payout.account", "Declare an account verified with the bank's letter", verify_account),
        make<StepPokmas>("payout.activate", "payout.manage", "Activate a group", activate),
        make<ReasonPokmas>("payout.suspend", "payout.decree", "Suspend a group", suspend),
        make<ReasonPokmas>("payout.resume", "payout.decree", "Activate a suspended group again", resume),
        make<ReasonPokmas>("payout.expire", "payout.manage", "Record that a decree ended", expire),
        make<ReasonPokmas>("payout.dissolve", "payout.decree", "Dissolve a group that holds nothing", dissolve),
        make<ReplaceOfficer>("payout.replace_officer", "payout.manage", "Replace an officer of a group", replace_officer),
        make<ImportPokmas>("payout.import_pokmas", "payout.manage", "Take in a list of groups with accounts, all or nothing", import_pokmas),
        make<SignContract>("payout.sign_contract", "payout.contract", "Sign the year's contract of a group over its planned purses", sign_contract),
        make<Addendum>("payout.addendum", "payout.contract", "Change a contract up or down", addendum),
        make<EndContract>("payout.end_contract", "payout.contract", "End a contract; what was not disbursed is cancelled", end_contract),
        make<RequestTranche>("payout.request_tranche", "payout.request", "Request a tranche for the units whose gates pass", request_tranche),
        make<StepTranche>("payout.resubmit", "payout.request", "Send a returned request again, judged anew", resubmit),
        make<StepTranche>("payout.verify", "payout.verify", "Declare a request complete", verify),
        make<StepTranche>("payout.approve", "payout.approve", "Approve a tranche", approve),
        make<ApproveBulk>("payout.approve_bulk", "payout.approve", "Approve several tranches, all or none", approve_bulk),
        make<IssueSpp>("payout.issue_spp", "payout.account", "Issue the payment request (and order, unless the year keeps them apart)", issue_spp),
        make<StepTranche>("payout.sign_spm", "payout.approve", "Sign the payment order", sign_spm),
        make<ReasonTranche>("payout.return", "", "Send a tranche back for correction", send_back),
        make<ReasonTranche>("payout.withdraw", "", "Withdraw a tranche", withdraw),
        make<RecordSp2d>("payout.record_sp2d", "payout.sp2d", "Record the treasury's order to pay", record_sp2d),
        make<Confirm>("payout.confirm", "payout.confirm", "Confirm that the money reached the account", confirm),
        make<Bounce>("payout.bounce", "", "Record that the bank sent the money back", bounce),
        make<ArrivedElsewhere>("payout.arrived_elsewhere", "", "Record that the money reached another group", arrived_elsewhere),
        make<SendOn>("payout.send_on", "", "Record that the other group sent the money on", send_on),
        make<ImportSp2d>("payout.import_sp2d", "payout.sp2d", "Record a list of the treasury's orders, all or nothing", import_sp2d),
        make<ProposeOpening>("payout.propose_opening", "payout.opening", "Upload the balances of a city that starts in mid-year", propose_opening),
        make<DecideOpening>("payout.confirm_opening", "payout.opening", "Enter the uploaded balances into the books, as a second person", confirm_opening),
        make<RefuseOpening>("payout.refuse_opening", "payout.opening", "Refuse uploaded balances", refuse_opening),
    };
}

std::vector<workflow::Machine> machines() { return { pokmas_machine(), tranche_machine(), opening_machine() }; }

std::vector<std::string_view> permissions()
{
    return { "payout.manage", "payout.decree", "payout.account", "payout.contract", "payout.request", "payout.verify", "payout.approve", "payout.sp2d",
        "payout.confirm", "payout.opening" };
}

std::vector<screens::NavEntry> navigation()
{
    return { { "payout.contract", "/kontrak", TR_NOOP("Kontrak"), "file-text", 39, screens::NavPart::Money }, { "insight.read", "/pencairan", TR_NOOP("Pencairan"), "cash", 40, screens::NavPart::Money },
        { "insight.read", "/pokmas", TR_NOOP("Pokmas"), "users-group", 45, screens::NavPart::Money } };
}

} // namespace rtkeren::payout
