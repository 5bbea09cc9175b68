#include "followup/survey.hpp"

#include "followup/sql.hpp"
#include "identity/identity.hpp"
#include "identity/persons.hpp"
#include "territory/territory.hpp"

#include <algorithm>

namespace rtkeren::followup {
namespace {

Visit visit_of(db::Row const& row)
{
    return {.id = row.id<VisitId>(0), .course = row.id<training::CourseId>(1), .seat = row.id<training::SeatId>(2), .person = row.id<PersonId>(3), .name = row.text(4), .after_days = row.integer(5),
        .opens_on = row.date(6), .due_on = row.date(7), .closes_on = row.date(8), .region = row.text(9), .kelurahan = row.text(10), .opened_at = row.maybe_instant(11),
        .answer = row.maybe_id<AnswerId>(12), .phone_shown_at = row.maybe_instant(13), .phone_shown_to = row.maybe_id<UserId>(14), .replaced = !row.is_null(15),
        .state = row.text_or(16, "scheduled")};
}

Answer answer_of(db::Row const& row)
{
    Answer answer;
    answer.id = row.id<AnswerId>(0);
    answer.business = row.maybe_id<enterprise::BusinessId>(1);
    answer.way = row.text(2);
    answer.on = row.date(3);
    answer.producing = row.text(4);
    answer.method = row.text_or(5);
    answer.sold_from = row.maybe_date(6);
    answer.sold_to = row.maybe_date(7);
    answer.workers = row.is_null(8) ? std::nullopt : std::optional(row.integer(8));
    answer.obstacle_note = row.text(9);
    answer.photo = row.text_or(10);
    answer.next_step = row.text(11);
    answer.next_on = row.maybe_date(12);
    answer.note = row.text(13);
    answer.reason = row.text(14);
    answer.corrects = row.maybe_id<AnswerId>(15);
    answer.replaced_by = row.maybe_id<AnswerId>(16);
    answer.entered_by = row.id<UserId>(17);
    answer.entered_person = row.id<PersonId>(18);
    answer.entered_by_name = row.text(19);
    answer.entered_at = row.instant(20);
    return answer;
}

Result<Answer> with_parts(db::ReadTx& tx, CityId city, db::Row const& row)
{
    auto answer = answer_of(row);
    auto const sales = TRY(tx.run(sql::sales_of_answer, city, answer.id));
    for (auto const& sale : sales)
        answer.sales.push_back({sale.text(0), sale.is_null(1) ? std::nullopt : std::optional(sale.rupiah(1)), sale.maybe_id<turnover::RecordId>(2)});
    auto const obstacles = TRY(tx.run(sql::obstacles_of_answer, city, answer.id));
    for (auto const& obstacle : obstacles)
        answer.obstacles.push_back(obstacle.text(0));
    return answer;
}

Result<std::vector<Answer>> all_with_parts(db::ReadTx& tx, CityId city, db::Rows const& rows)
{
    std::vector<Answer> answers;
    for (auto const& row : rows) {
        auto answer = TRY(with_parts(tx, city, row));
        answers.push_back(std::move(answer));
    }
    return answers;
}

std::vector<Try> tries_in(db::Rows const& rows)
{
    std::vector<Try> tries;
    for (auto const& row : rows)
        tries.push_back({row.date(0), row.text(1), row.text(2), row.text(3), row.text(4), row.maybe_date(5)});
    return tries;
}

} // namespace

std::string href_of(VisitId id) { return "/pendampingan/" + id.str(); }

Result<Visit> visit(db::ReadTx& tx, CityId city, VisitId id) { return visit_of(TRY(tx.one("followup.no_visit", sql::visit, city, id))); }

Result<std::vector<Visit>> visits_of(db::ReadTx& tx, CityId city, training::SeatId seat)
{
    std::vector<Visit> visits;
    auto const rows = TRY(tx.run(sql::visits_of_seat, city, seat));
    for (auto const& row : rows)
        visits.push_back(visit_of(row));
    return visits;
}

Result<Visit> readable(db::ReadTx& tx, Actor const& actor, VisitId id)
{
    auto one = TRY(visit(tx, actor.city, id));
    if (!may(actor, "followup.read", one.region) && !may_visit(actor, one))
        return Error::not_found("followup.no_visit");
    return one;
}

bool may_visit(Actor const& actor, Visit const& visit) { return may(actor, "followup.visit", visit.region); }

Result<std::vector<Answer>> answers_of(db::ReadTx& tx, CityId city, VisitId id) { return all_with_parts(tx, city, TRY(tx.run(sql::answers_of_visit, city, id))); }

Result<std::vector<Answer>> answers_of(db::ReadTx& tx, CityId city, InterviewId id) { return all_with_parts(tx, city, TRY(tx.run(sql::answers_of_interview, city, id))); }

Result<std::optional<Answer>> last_answer(db::ReadTx& tx, CityId city, Visit const& visit)
{
    auto const row = TRY(tx.maybe(sql::last_answer, city, visit.seat, visit.after_days));
    if (!row)
        return std::optional<Answer> {};
    auto answer = TRY(with_parts(tx, city, *row));
    return std::optional(std::move(answer));
}

Result<std::optional<Answer>> last_answer(db::ReadTx& tx, CityId city, Interview const& interview)
{
    auto const row = TRY(tx.maybe(sql::last_interview, city, interview.business, interview.id));
    if (!row)
        return std::optional<Answer> {};
    auto answer = TRY(with_parts(tx, city, *row));
    return std::optional(std::move(answer));
}

Result<std::vector<Try>> tries_of(db::ReadTx& tx, CityId city, VisitId id) { return tries_in(TRY(tx.run(sql::tries_of_visit, city, id))); }

Result<std::vector<Try>> tries_of(db::ReadTx& tx, CityId city, InterviewId id) { return tries_in(TRY(tx.run(sql::tries_of_interview, city, id))); }

Result<std::vector<enterprise::Business>> businesses_to_name(db::ReadTx& tx, CityId city, PersonId person)
{
    auto all = TRY(enterprise::businesses_of(tx, city, person));
    std::erase_if(all, [](enterprise::Business const& each) { return each.closed_on.has_value(); });
    return all;
}

Result<std::string> full_phone(db::ReadTx& tx, Services const& services, PersonId person)
{
    auto const row = TRY(tx.one("identity.unknown_person", sql::phone_of_person, services.city, person));
    return identity::plain_phone(services, person, row.text_or(0));
}

Result<Turn> turn_at(db::ReadTx& tx, CityId city, std::string_view kelurahan, Date today)
{
    for (auto const* role : {"pendamping", "pptk"}) {
        auto const holders = TRY(identity::holders(tx, city, role, kelurahan, today));
        if (holders.empty())
            continue;
        Turn turn {role, {}};
        for (auto const& holder : holders)
            turn.names.push_back(holder.name);
        return turn;
    }
    return Turn {"dinas", {}};
}

} // namespace rtkeren::followup
