#include "evidence/evidence.hpp"
#include "identity/identity.hpp"
#include "payout/gates.hpp"
#include "payout/operations.hpp"
#include "payout/sql.hpp"

#include <algorithm>

namespace rtkeren::payout {

namespace {

using workflow::name_of;

/// A tranche with its group, when the actor may do this to it.
struct Subject {
    Tranche tranche;
    Pokmas pokmas;
};

Result<Subject> subject_of(db::ReadTx& tx, Context const& context, TrancheId id)
{
    auto found = TRY(tranche(tx, context.city, id));
    auto group = TRY(pokmas(tx, context.city, found.pokmas));
    return Subject { std::move(found), std::move(group) };
}

Result<Subject> allowed_subject(db::ReadTx& tx, Context const& context, std::string_view permission, TrancheId id)
{
    auto subject = TRY(subject_of(tx, context, id));
    TRY(allow(context, permission, subject.pokmas));
    return subject;
}

/// Either office may report what the bank told it.
Result<Subject> subject_of_bank_news(db::ReadTx& tx, Context const& context, TrancheId id)
{
    auto subject = TRY(subject_of(tx, context, id));
    auto const place = std::string_view(subject.pokmas.place);
    if (!may(context.actor, "payout.sp2d", place, subject.pokmas.id.text()) && !may(context.actor, "payout.account", place, subject.pokmas.id.text()))
        return Error::forbidden("operation.not_allowed");
    return subject;
}

Answer answer_of(Subject const& subject, std::string message)
{
    auto const& tranche = subject.tranche;
    Answer answer { tranche.id.str(), href_of_tranche(tranche.id), std::move(message),
        { { "number", std::to_string(tranche.number) }, { "pokmas", subject.pokmas.name }, { "amount", std::to_string(tranche.amount.value()) } } };
    answer.data = { { "tranche", tranche.id.text() }, { "amount", tranche.amount.value() } };
    return answer;
}

Result<void> step(db::WriteTx& tx, Context& context, Subject const& subject, TrancheEvent event, workflow::Step const& step, std::string_view operation,
    boost::json::object summary = {})
{
    auto advanced = TRY(workflow::advance(tx, context, tranche_machine(), subject.tranche.id.ulid(), event, step));
    summary["to"] = advanced.to;
    summary["amount"] = subject.tranche.amount.value();
    summary["pokmas"] = subject.pokmas.id.text();
    return note(tx, context, { operation, "tranche", subject.tranche.id.str(), subject.pokmas.place, std::move(summary), step.reason });
}

/// The units of this request are judged again at the approval: what turned red since then stops it.
Result<std::vector<Verdict>> judge_again(db::ReadTx& tx, CityId city, Tranche const& tranche)
{
    auto judged = TRY(judge_tranche(tx, city, tranche.pokmas, tranche.year, tranche.number, tranche.id));
    auto parts = TRY(tranche_parts(tx, city, tranche.id));
    std::vector<Verdict> verdicts;
    for (auto const& unit : judged.units) {
        auto const is_in
            = std::ranges::any_of(parts, [&](ledger::Part const& part) { return std::ranges::find(unit.purses, part.purse) != unit.purses.end(); });
        if (!is_in)
            continue;
        auto of_unit = verdicts_of(unit);
        verdicts.insert(verdicts.end(), std::make_move_iterator(of_unit.begin()), std::make_move_iterator(of_unit.end()));
    }
    return verdicts;
}

Result<Answer> approve_one(db::WriteTx& tx, Context& context, TrancheId id, std::optional<std::int64_t> version)
{
    auto subject = TRY(allowed_subject(tx, context, "payout.approve", id));
    TRY(programme::open_year(tx, context.city, subject.tranche.year));
    auto verdicts = TRY(judge_again(tx, context.city, subject.tranche));
    if (rules::blocks(verdicts))
        return Error::refused(std::move(verdicts));
    TRY(step(tx, context, subject, TrancheEvent::Approve, { .version = version }, "payout.approve"));
    TRY(keep_decision(tx, context, id.ulid(), "payout.approve", subject.tranche.pack_version, verdicts));
    auto answer = answer_of(subject, "payout.tranche_approved");
    answer.verdicts = std::move(verdicts);
    return answer;
}

} // namespace

Result<Answer> verify(db::WriteTx& tx, Context& context, StepTranche const& input)
{
    auto subject = TRY(allowed_subject(tx, context, "payout.verify", input.tranche));
    TRY(step(tx, context, subject, TrancheEvent::Verify, { .version = input.version }, "payout.verify"));
    return answer_of(subject, "payout.tranche_verified");
}

Result<Answer> approve(db::WriteTx& tx, Context& context, StepTranche const& input) { return approve_one(tx, context, input.tranche, input.version); }

Result<Answer> approve_bulk(db::WriteTx& tx, Context& context, ApproveBulk const& input)
{
    Rupiah total;
    std::vector<Verdict> verdicts;
    for (auto const& id : input.tranches) {
        auto one = TRY(approve_one(tx, context, id, {}));
        total += Rupiah::checked(one.data.at("amount").as_int64());
        verdicts.insert(verdicts.end(), one.verdicts.begin(), one.verdicts.end());
    }
    Answer answer { context.request.str(), "/pencairan", "payout.tranches_approved",
        { { "count", std::to_string(input.tranches.size()) }, { "amount", std::to_string(total.value()) } } };
    answer.verdicts = std::move(verdicts);
    return answer;
}

Result<Answer> issue_spp(db::WriteTx& tx, Context& context, IssueSpp const& input)
{
    auto subject = TRY(allowed_subject(tx, context, "payout.account", input.tranche));
    auto pack = TRY(rules::released(tx, context.city, subject.tranche.year));
    auto const apart = pack->step("spm"); // the year asks for the SPM as a step of its own
    auto const event = apart ? TrancheEvent::IssueSpp : TrancheEvent::IssueSppAndSpm;
    TRY(step(tx, context, subject, event, { .version = input.version }, "payout.issue_spp"));
    auto const year = subject.tranche.year;
    auto spp = input.spp.str();
    if (spp.empty())
        spp = TRY(programme::next_number(tx, context.city, "SPP", year));
    auto spm = input.spm.str();
    if (spm.empty() && !apart)
        spm = TRY(programme::next_number(tx, context.city, "SPM", year));
    TRY(tx.run(sql::set_spp, context.city, subject.tranche.id, spp, spm));
    return answer_of(subject, apart ? "payout.spp_issued" : "payout.spm_issued");
}

Result<Answer> sign_spm(db::WriteTx& tx, Context& context, StepTranche const& input)
{
    auto subject = TRY(allowed_subject(tx, context, "payout.approve", input.tranche));
    TRY(step(tx, context, subject, TrancheEvent::SignSpm, { .version = input.version }, "payout.sign_spm"));
    auto spm = subject.tranche.spm;
    if (spm.empty())
        spm = TRY(programme::next_number(tx, context.city, "SPM", subject.tranche.year));
    TRY(tx.run(sql::set_spp, context.city, subject.tranche.id, subject.tranche.spp, spm));
    return answer_of(subject, "payout.spm_issued");
}

Result<Answer> send_back(db::WriteTx& tx, Context& context, ReasonTranche const& input)
{
    auto subject = TRY(subject_of(tx, context, input.tranche));
    TRY(step(tx, context, subject, TrancheEvent::Return, { .reason = input.reason.str(), .version = input.version }, "payout.return"));
    return answer_of(subject, "payout.tranche_returned");
}

Result<Answer> withdraw(db::WriteTx& tx, Context& context, ReasonTranche const& input)
{
    auto subject = TRY(subject_of(tx, context, input.tranche));
    TRY(step(tx, context, subject, TrancheEvent::Withdraw, { .reason = input.reason.str(), .version = input.version }, "payout.withdraw"));
    return answer_of(subject, "payout.tranche_withdrawn");
}

Result<Answer> record_sp2d(db::WriteTx& tx, Context& context, RecordSp2d const& input)
{
    auto subject = TRY(allowed_subject(tx, context, "payout.sp2d", input.tranche));
    auto const& tranche = subject.tranche;
    TRY(programme::open_year(tx, context.city, tranche.year));
    TRY(check_active(subject.pokmas));
    TRY(programme::check_date(tranche.year, input.date, context.today, "date"));
    auto const number = fold(input.number.str());
    auto used = TRY(tx.run(sql::sp2d_by_number, context.city, number));
    for (auto const& row : used)
        if (row.id<TrancheId>(0) != tranche.id)
            return Error::field("number", "payout.sp2d_used", input.number.str());
    auto parts = TRY(tranche_parts(tx, context.city, tranche.id));
    TRY(step(tx, context, subject, TrancheEvent::RecordSp2d, { .evidence = input.number.str(), .version = input.version }, "payout.record_sp2d",
        { { "number", input.number.str() } }));
    auto const header = header_of(context, tranche.year, input.date, "sp2d", tranche.id.str(), "SP2D " + input.number.str() + ", " + subject.pokmas.name);
    auto const entry = header.id;
    TRY(ledger::post(tx, context.city, ledger::sp2d_issued(header, subject.pokmas.id, parts)));
    TRY(tx.run(sql::insert_sp2d, context.city, tranche.id, input.number, number, input.date, entry));
    TRY(tx.run(sql::set_sp2d, context.city, tranche.id, input.number, input.date));
    return answer_of(subject, "payout.sp2d_recorded");
}

namespace {

/// What the bank says about an order: not before the order, not in the future.
Result<void> check_bank_date(Tranche const& tranche, Date day, Date today, std::string_view field)
{
    if (day > today)
        return Error::field(std::string(field), "date.future", day.iso(), { { "today", today.iso() } });
    if (tranche.sp2d_on && day < *tranche.sp2d_on)
        return Error::field(std::string(field), "payout.before_sp2d", day.iso(), { { "sp2d_on", tranche.sp2d_on->iso() } });
    return Done {};
}

Result<void> check_arrived_here(db::ReadTx& tx, CityId city, Tranche const& tranche)
{
    if (!tranche.elsewhere)
        return Done {};
    auto other = TRY(pokmas(tx, city, *tranche.elsewhere));
    return Error::conflict("payout.still_elsewhere", { { "pokmas", other.name }, { "amount", std::to_string(tranche.elsewhere_amount.value()) } });
}

/// Who kept the tax when paying, where the year's pack says that the kelurahan does.
Result<std::optional<ledger::Withholding>> withholding_of(db::ReadTx& tx, Context const& context, Subject const& subject, Confirm const& input)
{
    auto const withheld = input.withheld.value_or(Rupiah {});
    if (withheld.is_zero())
        return std::optional<ledger::Withholding> {};
    auto pack = TRY(rules::released(tx, context.city, subject.tranche.year));
    if (pack->choice("tax_withheld_by", "pokmas") != "kelurahan")
        return Error::field("withheld", "payout.withheld_by_pokmas", std::to_string(withheld.value()));
    auto treasurer = input.treasurer;
    if (!treasurer) {
        auto holders = TRY(identity::holders(tx, context.city, "bendahara_kelurahan", subject.pokmas.kelurahan, context.today));
        if (holders.empty())
            return Error::field("treasurer", "payout.no_treasurer");
        treasurer = holders.front().person;
    }
    return std::optional(ledger::Withholding { "treasurer:" + treasurer->str(), withheld });
}

} // namespace

Result<Answer> confirm(db::WriteTx& tx, Context& context, Confirm const& input)
{
    auto subject = TRY(allowed_subject(tx, context, "payout.confirm", input.tranche));
    auto const& tranche = subject.tranche;
    TRY(programme::running_year(tx, context.city, tranche.year));
    TRY(check_bank_date(tranche, input.date, context.today, "date"));
    TRY(check_arrived_here(tx, context.city, tranche));
    auto withholding = TRY(withholding_of(tx, context, subject, input));
    auto const withheld = withholding ? withholding->amount : Rupiah {};
    if (input.amount + withheld != tranche.amount)
        return Error::field("amount", "payout.amount_differs", std::to_string(input.amount.value()),
            { { "expected", std::to_string((tranche.amount - withheld).value()) }, { "got", std::to_string(input.amount.value()) } });
    auto parts = TRY(tranche_parts(tx, context.city, tranche.id));
    TRY(step(tx, context, subject, TrancheEvent::Confirm, { .evidence = input.slip ? input.slip->str() : std::string {}, .version = input.version },
        "payout.confirm", { { "received", input.amount.value() } }));
    auto const header = header_of(context, tranche.year, input.date, "sp2d", tranche.id.str(), "SP2D " + tranche.sp2d + " diterima " + subject.pokmas.name);
    auto const entry = header.id;
    TRY(ledger::post(tx, context.city, ledger::sp2d_confirmed(header, subject.pokmas.id, parts, withholding)));
    TRY(tx.run(sql::set_confirmed, context.city, tranche.id, input.date, input.amount, withheld));
    TRY(tx.run(sql::set_outcome, context.city, tranche.id, "confirmed", input.date, entry, ""));
    auto answer = answer_of(subject, "payout.tranche_confirmed");
    if (input.slip)
        TRY(evidence::attach(tx, context, { .subject_kind = "tranche", .subject = tranche.id.str(), .paper = "bukti_bank", .sha256 = input.slip->str() }));
    else
        answer.verdicts.push_back({ "payout.no_slip", Severity::Warn, {}, { { "pokmas", subject.pokmas.name } } });
    return answer;
}

Result<Answer> bounce(db::WriteTx& tx, Context& context, Bounce const& input)
{
    auto subject = TRY(subject_of_bank_news(tx, context, input.tranche));
    auto const& tranche = subject.tranche;
    TRY(programme::running_year(tx, context.city, tranche.year));
    TRY(check_bank_date(tranche, input.date, context.today, "date"));
    TRY(check_arrived_here(tx, context.city, tranche));
    auto parts = TRY(tranche_parts(tx, context.city, tranche.id));
    TRY(step(tx, context, subject, TrancheEvent::Bounce, { .reason = input.reason.str(), .version = input.version }, "payout.bounce"));
    auto const header = header_of(context, tranche.year, input.date, "sp2d", tranche.id.str(), "Retur SP2D " + tranche.sp2d + ": " + input.reason.str());
    auto const entry = header.id;
    TRY(ledger::post(tx, context.city, ledger::sp2d_bounced(header, subject.pokmas.id, parts)));
    TRY(tx.run(sql::set_outcome, context.city, tranche.id, "bounced", input.date, entry, input.reason));
    TRY(tx.run(sql::clear_sp2d, context.city, tranche.id));
    return answer_of(subject, "payout.tranche_bounced");
}

Result<Answer> arrived_elsewhere(db::WriteTx& tx, Context& context, ArrivedElsewhere const& input)
{
    auto subject = TRY(subject_of_bank_news(tx, context, input.tranche));
    auto const& tranche = subject.tranche;
    TRY(programme::running_year(tx, context.city, tranche.year));
    if (tranche.state != name_of(TrancheState::Sp2d))
        return Error::conflict("workflow.not_possible", { { "state", tranche.state }, { "event", "arrived_elsewhere" } });
    TRY(check_arrived_here(tx, context.city, tranche));
    TRY(check_bank_date(tranche, input.date, context.today, "date"));
    if (input.receiver == tranche.pokmas)
        return Error::field("receiver", "payout.not_elsewhere");
    auto receiver = TRY(pokmas(tx, context.city, input.receiver));
    auto const text = "Salah transfer SP2D " + tranche.sp2d + " untuk " + subject.pokmas.name;
    TRY(ledger::post(tx, context.city,
        ledger::arrived_elsewhere(header_of(context, tranche.year, input.date, "sp2d", tranche.id.str(), text), receiver.id, tranche.amount)));
    TRY(tx.run(sql::set_elsewhere, context.city, tranche.id, receiver.id, tranche.amount));
    TRY(note(tx, context,
        { "payout.arrived_elsewhere", "tranche", tranche.id.str(), subject.pokmas.place,
            { { "receiver", receiver.id.text() }, { "amount", tranche.amount.value() } }, input.reason.str() }));
    auto answer = answer_of(subject, "payout.arrived_at_other");
    answer.arguments.emplace_back("receiver", receiver.name);
    return answer;
}

Result<Answer> send_on(db::WriteTx& tx, Context& context, SendOn const& input)
{
    auto subject = TRY(subject_of(tx, context, input.tranche));
    auto const& tranche = subject.tranche;
    if (!tranche.elsewhere)
        return Error::conflict("payout.nothing_elsewhere");
    auto receiver = TRY(pokmas(tx, context.city, *tranche.elsewhere));
    // The receiver's treasurer sends it, or the kelurahan treasurer records that it was sent.
    if (!may(context.actor, "payout.confirm", receiver.place, receiver.id.text()) && !may(context.actor, "payout.account", receiver.place))
        return Error::forbidden("operation.not_allowed");
    TRY(programme::running_year(tx, context.city, tranche.year));
    TRY(check_bank_date(tranche, input.date, context.today, "date"));
    auto const text = "Diteruskan ke " + subject.pokmas.name + ", SP2D " + tranche.sp2d + (input.evidence.empty() ? "" : ", " + input.evidence.str());
    TRY(ledger::post(tx, context.city,
        ledger::sent_on(header_of(context, tranche.year, input.date, "sp2d", tranche.id.str(), text), receiver.id, tranche.elsewhere_amount)));
    TRY(tx.run(sql::set_elsewhere, context.city, tranche.id, std::nullopt, Rupiah {}));
    TRY(note(tx, context,
        { "payout.send_on", "tranche", tranche.id.str(), subject.pokmas.place, { { "receiver", receiver.id.text() }, { "evidence", input.evidence.str() } } }));
    auto answer = answer_of(subject, "payout.sent_on_now");
    answer.arguments.emplace_back("receiver", receiver.name);
    return answer;
}

} // namespace rtkeren::payout
