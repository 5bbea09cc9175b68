#include "training/store.hpp"

#include "spending/spending.hpp"
#include "training/sql.hpp"

#include <algorithm>
#include <set>

namespace rtkeren::training {
namespace {

Topic topic_of(db::Row const& row)
{
    return {.code = row.text(0), .name = row.text(1), .category = row.text(2), .product_kind = row.text_or(3), .curriculum = row.text(4), .hours = row.integer(5),
        .seat_cost = row.is_null(6) ? std::nullopt : std::optional(row.rupiah(6)), .cost_note = row.text(7), .retired = !row.is_null(8), .version = row.integer(9)};
}

Trainer trainer_of(db::Row const& row)
{
    return {.id = row.id<TrainerId>(0), .course = row.id<CourseId>(9), .person = row.id<PersonId>(1), .name = row.text(2), .region = row.text(3), .expertise = row.text(4),
        .civil_servant = row.flag(5), .civil_rank = row.is_null(10) ? 0 : row.integer(10), .minutes = row.integer(6), .honor = row.rupiah(7), .cv_file = row.text_or(8)};
}

std::optional<std::int64_t> maybe_score(db::Row const& row, std::size_t column) { return row.is_null(column) ? std::nullopt : std::optional(row.integer(column)); }

StoredSeat stored_seat_of(db::Row const& row)
{
    StoredSeat seat;
    seat.id = row.id<SeatId>(0);
    seat.course = row.id<CourseId>(1);
    seat.person = row.id<PersonId>(2);
    seat.name = row.text(3);
    seat.region = row.text(4);
    seat.state = row.text(5);
    seat.pre_score = maybe_score(row, 6);
    seat.post_score = maybe_score(row, 7);
    seat.outcome = row.text_or(8);
    if (!row.is_null(9))
        seat.business = row.id<enterprise::BusinessId>(9);
    seat.certificate_number = row.text_or(10);
    seat.version = row.integer(11);
    seat.household = row.text_or(12);
    seat.idea = row.text(13);
    seat.poor = row.text(14);
    seat.came_by = row.text(15);
    seat.earlier_topic = row.integer(16);
    seat.earlier_year = row.integer(17);
    seat.earlier_household = row.integer(18);
    seat.points = row.integer(19);
    seat.reasons = row.text(20);
    seat.state_reason = row.text(21);
    seat.deviates = row.flag(22);
    seat.decided_by_name = row.text(23);
    seat.decided_at = row.maybe_instant(24);
    seat.outcome_reason = row.text(25);
    seat.certificate_code = row.text_or(26);
    seat.certificate_at = row.maybe_instant(27);
    seat.entered_by_name = row.text(28);
    seat.entered_at = row.instant(29);
    seat.phone_sealed = row.text_or(30);
    seat.phone_lookup = row.text_or(31);
    seat.name_fold = row.text(32);
    seat.consent_on = row.maybe_date(33);
    return seat;
}

} // namespace

Result<Topic> topic(db::ReadTx& tx, CityId city, std::string_view code) { return topic_of(TRY(tx.one("training.no_topic", sql::topic, city, code))); }

Result<std::vector<Topic>> topics(db::ReadTx& tx, CityId city)
{
    std::vector<Topic> all;
    for (auto const& row : TRY(tx.run(sql::topics, city)))
        all.push_back(topic_of(row));
    return all;
}

Result<std::vector<Trainer>> trainers_of(db::ReadTx& tx, CityId city, CourseId id)
{
    std::vector<Trainer> all;
    for (auto const& row : TRY(tx.run(sql::trainers_of_course, city, id)))
        all.push_back(trainer_of(row));
    return all;
}

Result<Trainer> trainer(db::ReadTx& tx, CityId city, TrainerId id) { return trainer_of(TRY(tx.one("training.no_trainer", sql::trainer, city, id))); }

Result<std::vector<StoredSeat>> stored_seats(db::ReadTx& tx, CityId city, CourseId id)
{
    std::vector<StoredSeat> all;
    for (auto const& row : TRY(tx.run(sql::stored_seats, city, id)))
        all.push_back(stored_seat_of(row));
    return all;
}

Result<StoredSeat> stored_seat(db::ReadTx& tx, CityId city, SeatId id) { return stored_seat_of(TRY(tx.one("training.no_seat", sql::stored_seat, city, id))); }

Applicant applicant_of(StoredSeat const& seat)
{
    return {.id = seat.id.str(), .idea = !seat.idea.empty(), .poor = seat.poor == "yes", .earlier_topic = seat.earlier_topic, .earlier_year = seat.earlier_year,
        .earlier_household = seat.earlier_household, .entered_at = seat.entered_at.iso(), .points = seat.points};
}

std::map<std::string, std::vector<std::string>> doubles_in(std::vector<StoredSeat> const& seats)
{
    // What stands more than once on one list is looked at by somebody; nobody is refused for it.
    std::map<std::string, std::map<std::string, std::vector<std::string>>> found;
    for (auto const& seat : seats) {
        if (seat.state == "withdrawn" || seat.state == "refused")
            continue;
        if (!seat.phone_lookup.empty())
            found["phone"][seat.phone_lookup].push_back(seat.id.str());
        if (!seat.household.empty())
            found["household"][seat.household].push_back(seat.id.str());
        found["name"][seat.name_fold + "|" + seat.region].push_back(seat.id.str());
    }
    std::map<std::string, std::vector<std::string>> doubles;
    for (auto const& [kind, groups] : found)
        for (auto const& [key, ids] : groups)
            if (ids.size() > 1)
                for (auto const& id : ids)
                    doubles[id].push_back(kind);
    return doubles;
}

Result<std::vector<Clash>> clashes_of(db::ReadTx& tx, CityId city, CourseId id)
{
    std::vector<Clash> clashes;
    for (auto const& row : TRY(tx.run(sql::clashes, city, id)))
        clashes.push_back({row.text(0), row.id<PersonId>(1), row.id<CourseId>(2), row.text(3), row.date(4), row.integer(5)});
    return clashes;
}

std::vector<Verdict> clash_verdicts(std::vector<Clash> const& clashes)
{
    std::vector<Verdict> verdicts;
    for (auto const& clash : clashes)
        verdicts.push_back({"training.clash", Severity::Warn, {}, {{"name", clash.name}, {"title", clash.title}, {"on", clash.on.iso()}, {"at", Clock::of(clash.begins).str()}}});
    return verdicts;
}

std::optional<Rupiah> shared_by(Rupiah amount, std::int64_t people)
{
    if (people <= 0)
        return std::nullopt;
    return Rupiah::checked((2 * amount.value() + people) / (2 * people));
}

std::optional<Rupiah> CourseCost::per_seat() const { return shared_by(spent, seats); }
std::optional<Rupiah> CourseCost::per_finished() const { return shared_by(spent, finished); }
Rupiah Made::cost_each() const { return shared_by(cost, pieces).value_or(cost); }

Result<CourseCost> cost_of(db::ReadTx& tx, CityId city, Course const& course)
{
    std::set<std::string> mine;
    for (auto const& row : TRY(tx.run(sql::lines_of_purse, city, course.purse)))
        if (row.id<CourseId>(1) == course.id)
            mine.insert(row.text(0));
    std::map<std::string, spending::LineSpending> spent;
    for (auto const& each : TRY(spending::spending_by_line(tx, city, course.purse)))
        spent.emplace(each.line.str(), each);
    CourseCost cost;
    for (auto& line : TRY(planning::approved_lines(tx, city, course.purse))) {
        if (!mine.contains(line.id.str()))
            continue;
        auto const found = spent.find(line.id.str());
        auto const of_line = found == spent.end() ? spending::LineSpending {line.id, {}, {}} : found->second;
        cost.planned += line.dropped_on ? Rupiah {} : line.amount;
        cost.spent += of_line.spent;
        cost.accepted += of_line.accepted;
        cost.lines.push_back({std::move(line), of_line.spent, of_line.accepted});
    }
    for (auto const& seat : TRY(seats_of(tx, city, course.id))) {
        cost.seats += seat.takes_part() || seat.state == "dropped" ? 1 : 0;
        cost.finished += seat.state == "finished" ? 1 : 0;
    }
    return cost;
}

bool was_never_there(Attendance const& attendance, SeatId seat)
{
    auto const* known = attendance.of(seat);
    return !attendance.counted.empty() && known != nullptr && known->present == 0;
}

Result<std::vector<Made>> made_by(db::ReadTx& tx, CityId city, SeatId seat)
{
    std::vector<Made> all;
    for (auto const& row : TRY(tx.run(sql::results_of_seat, city, seat)))
        all.push_back({.id = row.id<Id<struct MadeTag>>(0).ulid(), .seat = row.id<SeatId>(1), .product = row.text(2), .pieces = row.integer(3), .cost = row.rupiah(4), .price = row.rupiah(5),
            .sheet = row.text(6), .photo = row.text(7), .entered_by_name = row.text(8), .entered_at = row.instant(9)});
    return all;
}

Result<Course> manageable(db::ReadTx& tx, Actor const& actor, CityId city, CourseId id)
{
    auto found = TRY(course(tx, city, id));
    if (!may(actor, "training.manage", found.unit_code, found.pokmas.str()))
        return may_read(actor, found) ? Error::forbidden("operation.not_allowed") : Error::not_found("training.no_course");
    return found;
}

Result<Course> leadable(db::ReadTx& tx, Actor const& actor, CityId city, CourseId id)
{
    auto found = TRY(course(tx, city, id));
    if (!may_lead(actor, found))
        return may_read(actor, found) ? Error::forbidden("operation.not_allowed") : Error::not_found("training.no_course");
    return found;
}

Result<Course> readable_course(db::ReadTx& tx, Actor const& actor, CityId city, std::string_view id)
{
    auto const parsed = CourseId::parse(id);
    if (!parsed.ok())
        return Error::not_found("training.no_course");
    auto found = TRY(course(tx, city, *parsed));
    if (!may_read(actor, found))
        return Error::not_found("training.no_course");
    return found;
}

Result<void> check_state(Course const& course, std::initializer_list<std::string_view> states)
{
    if (std::ranges::find(states, course.state) != states.end())
        return Done {};
    auto const* row = course_machine().state(course.state);
    return Error::conflict("training.not_now", {{"state", row ? tr(row->label) : course.state}});
}

std::int64_t minutes_of(std::vector<Session> const& sessions)
{
    std::int64_t minutes = 0;
    for (auto const& session : sessions)
        minutes += session.cancelled ? 0 : session.ends - session.begins;
    return minutes;
}

} // namespace rtkeren::training
