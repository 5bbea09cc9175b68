#include "training/people.hpp"
#include "training/operations.hpp"

#include "audit/audit.hpp"
#include "evidence/evidence.hpp"
#include "training/sql.hpp"

#include <algorithm>

namespace rtkeren::training {
namespace {

/// Honours of all trainers against the lines of the plan that are meant for them.
Result<std::vector<Verdict>> honor_verdicts(db::ReadTx& tx, CityId city, Course const& course)
{
    auto const cost = TRY(cost_of(tx, city, course));
    Rupiah planned, honors;
    for (auto const& each : cost.lines)
        planned += each.line.spend_kind == "honor" ? each.line.amount : Rupiah {};
    for (auto const& each : TRY(trainers_of(tx, city, course.id)))
        honors += each.honor;
    std::vector<Verdict> verdicts;
    if (honors > planned)
        verdicts.push_back({"training.honor_over_lines", Severity::Warn, {},
            {{"honors", std::to_string(honors.value())}, {"planned", std::to_string(planned.value())}, {"total_over", std::to_string((honors - planned).value())}}});
    return verdicts;
}

Result<PersonId> trainer_person(db::WriteTx& tx, Context& context, AddTrainer const& input)
{
    TypedPerson const typed {.name = input.name.str(), .phone = input.phone.str(), .nik = input.nik.str(), .place = input.place.str(), .no_nik = input.no_nik,
        .no_nik_note = input.no_nik_note.str(), .asks_nik = true};
    if (!input.person)
        return person_typed(tx, context, typed);
    TRY(complete_nik(tx, context, *input.person, typed));
    return *input.person;
}

} // namespace

Result<Answer> add_trainer(db::WriteTx& tx, Context& context, AddTrainer const& input)
{
    auto const course = TRY(manageable(tx, context.actor, context.city, input.course));
    TRY(check_state(course, {"planned", "open", "selected", "running"}));
    auto const minutes = minutes_of(TRY(sessions_of(tx, context.city, course.id)));
    if (input.hours * 60 > minutes)
        return Error::field("hours", "training.trainer_hours", std::to_string(input.hours), {{"minutes", std::to_string(minutes)}, {"hours", std::to_string(input.hours)}});
    if (input.civil_servant && !input.civil_rank)
        return Error::field("civil_rank", "required");
    auto const person = TRY(trainer_person(tx, context, input));
    auto const others = TRY(trainers_of(tx, context.city, course.id));
    if (std::ranges::find(others, person, &Trainer::person) != others.end())
        return Error::conflict("training.trainer_known");
    auto const seats = TRY(seats_of(tx, context.city, course.id));
    if (std::ranges::any_of(seats, [&](Seat const& seat) { return seat.person == person && seat.takes_part(); }))
        return Error::conflict("training.trainer_takes_part");
    auto const id = context.next<TrainerId>();
    auto const cv = input.cv ? db::Parameter(std::string(input.cv->str())) : db::Parameter(std::nullopt);
    TRY(tx.run(sql::insert_trainer, context.city, id, course.id, person, input.expertise, input.civil_servant, input.civil_servant ? input.civil_rank : std::nullopt, input.hours * 60,
        input.honor, cv, context.now));
    if (input.cv)
        TRY(evidence::attach(tx, context, {.subject_kind = "trainer", .subject = id.str(), .paper = "riwayat_hidup", .sha256 = std::string(input.cv->str())}));
    auto const now = TRY(trainer(tx, context.city, id));
    boost::json::object summary {{"course", course.id.text()}, {"hours", input.hours}, {"honor", input.honor.value()}};
    TRY(audit::append(tx, context, {"training.add_trainer", "trainer", id.str(), course.unit_code, std::move(summary)}));
    auto verdicts = TRY(honor_verdicts(tx, context.city, course));
    for (auto& verdict : clash_verdicts(TRY(clashes_of(tx, context.city, course.id))))
        verdicts.push_back(std::move(verdict));
    return Answer {.id = id.str(), .href = href_of(course.id), .message = "training.trainer_added", .arguments = {{"name", now.name}}, .data = {{"trainer", id.text()}},
        .verdicts = std::move(verdicts)};
}

Result<Answer> remove_trainer(db::WriteTx& tx, Context& context, RemoveTrainer const& input)
{
    auto const before = TRY(trainer(tx, context.city, input.trainer));
    auto const course = TRY(manageable(tx, context.actor, context.city, before.course));
    TRY(check_state(course, {"planned", "open", "selected", "running"}));
    TRY(tx.run(sql::delete_trainer, context.city, before.id));
    boost::json::object summary {{"course", course.id.text()}, {"person", before.person.text()}, {"honor", before.honor.value()}};
    TRY(audit::append(tx, context, {"training.remove_trainer", "trainer", before.id.str(), course.unit_code, std::move(summary), input.reason.str()}));
    return Answer {.id = before.id.str(), .href = href_of(course.id), .message = "training.trainer_gone", .arguments = {{"name", before.name}}};
}

} // namespace rtkeren::training
