#include "reporting/room.hpp"

#include "language/language.hpp"
#include "reporting/inputs.hpp"
#include "reporting/pages.hpp"

#include <array>

namespace rtkeren::reporting {
namespace {

constexpr std::array<std::string_view, 7> permission_names {
    "reporting.progress", "reporting.submit", "reporting.check", "reporting.check_money", "reporting.accept", "reporting.close", "reporting.finding"};

} // namespace

std::vector<operations::Operation> operations()
{
    using operations::make;
    return {
        make<ReportProgress>("reporting.report_progress", "reporting.progress", "Report how far a work is, with photos", report_progress),
        make<OpenLpj>("reporting.open_lpj", "", "Open the accountability report (LPJ) of a pokmas and year", open_lpj),
        make<StepLpj>("reporting.submit_lpj", "reporting.submit", "Send the report; refused with the list of what lacks", submit_lpj),
        make<ReasonLpj>("reporting.take_back_lpj", "reporting.submit", "Take the report back before anybody checked it", take_back_lpj),
        make<StepLpj>("reporting.check_lpj", "reporting.check", "First check: the report is complete", check_lpj),
        make<StepLpj>("reporting.check_money", "reporting.check_money", "Second check: the money is right", check_money),
        make<StepLpj>("reporting.accept_lpj", "reporting.accept", "Accept the report", accept_lpj),
        make<ReturnLpj>("reporting.return_lpj", "", "Send the report back, naming each document and what mends it", return_lpj),
        make<ReasonLpj>("reporting.sample_lpj", "reporting.finding", "Take an accepted report as a sample for inspection", sample_lpj),
        make<StepLpj>("reporting.finish_lpj", "reporting.close", "Declare the report final once every purse is closed", finish_lpj),
        make<ClosePurse>("reporting.close_purse", "reporting.close", "Close a purse, with its debt named where one is left", close_purse),
        make<OpenFinding>("reporting.open_finding", "reporting.finding", "Open a finding about a pokmas or one of its purses", open_finding),
        make<AnswerFinding>("reporting.answer_finding", "", "Answer a finding", answer_finding),
        make<ReasonFinding>("reporting.close_finding", "reporting.finding", "Close an answered finding", close_finding),
        make<ReasonFinding>("reporting.ask_finding_again", "reporting.finding", "Ask for another answer to a finding", ask_again),
        make<ReasonFinding>("reporting.withdraw_finding", "reporting.finding", "Withdraw a finding", withdraw_finding),
    };
}

std::vector<workflow::Machine> machines()
{
    return {lpj_machine(), finding_machine()};
}

std::vector<screens::NavEntry> navigation()
{
    return {{"insight.read", "/lpj", TR_NOOP("LPJ"), "report-money", 55, screens::NavPart::Money}, {"reporting.finding", "/temuan", TR_NOOP("Temuan"), "alert-triangle", 57, screens::NavPart::Money}};
}

std::span<std::string_view const> permissions()
{
    return permission_names;
}

std::vector<http::Route> routes(Services& services)
{
    std::vector<http::Route> all;
    for (auto const make : {lpj_routes, progress_routes, finding_routes}) {
        for (auto& route : make(services))
            all.push_back(std::move(route));
    }
    return all;
}

} // namespace rtkeren::reporting
