#include "training/store.hpp"

#include "training/sql.hpp"
#include "workflow/workflow.hpp"

namespace rtkeren::training {
namespace {

std::optional<std::int64_t> maybe_integer(db::Row const& row, std::size_t column) { return row.is_null(column) ? std::nullopt : std::optional(row.integer(column)); }

Session session_of(db::Row const& row)
{
    return {.id = row.id<SessionId>(0), .course = row.id<CourseId>(1), .number = row.integer(2), .on = row.date(3), .begins = row.integer(4), .ends = row.integer(5), .venue = row.text(6),
        .subject = row.text(7), .announced_on = row.date(8), .moved_reason = row.text(9), .cancelled = !row.is_null(10), .cancelled_reason = row.text(11), .version = row.integer(12)};
}

Seat seat_of(db::Row const& row)
{
    return {.id = row.id<SeatId>(0), .course = row.id<CourseId>(1), .person = row.id<PersonId>(2), .name = row.text(3), .region = row.text(4), .state = row.text(5),
        .pre_score = maybe_integer(row, 6), .post_score = maybe_integer(row, 7), .outcome = row.text_or(8),
        .business = row.is_null(9) ? std::nullopt : std::optional(row.id<enterprise::BusinessId>(9)), .certificate_number = row.text_or(10), .version = row.integer(11)};
}

} // namespace

std::string href_of(CourseId id) { return "/pelatihan/" + id.str(); }

Result<Course> course(db::ReadTx& tx, CityId city, CourseId id)
{
    auto const row = TRY(tx.one("training.no_course", sql::course, city, id));
    auto const item = TRY(workflow::find(tx, city, course_machine().name, id.ulid()));
    return Course {.id = id, .year = static_cast<int>(row.integer(1)), .topic = row.text(2), .topic_name = row.text(3), .category = row.text(4), .product_kind = row.text_or(5),
        .title = row.text(6), .purse = row.id<PurseId>(7), .pokmas = row.id<PokmasId>(8), .unit_code = row.text(9), .kelurahan = row.text(10), .venue = row.text(11),
        .quota = row.integer(12), .call_from = row.date(13), .call_until = row.date(14), .starts_on = row.date(15), .ends_on = row.date(16),
        .facilitator = row.is_null(17) ? std::nullopt : std::optional(row.id<PersonId>(17)), .facilitator_name = row.text(18), .target = row.text(19), .legality = row.text(20),
        .pack_version = static_cast<int>(row.integer(21)), .example = row.flag(22), .version = row.integer(23), .state = item.state, .entered_by_name = row.text(24),
        .entered_at = row.instant(25)};
}

Result<std::vector<Session>> sessions_of(db::ReadTx& tx, CityId city, CourseId id)
{
    std::vector<Session> sessions;
    for (auto const& row : TRY(tx.run(sql::sessions_of_course, city, id)))
        sessions.push_back(session_of(row));
    return sessions;
}

Result<Session> session(db::ReadTx& tx, CityId city, SessionId id) { return session_of(TRY(tx.one("training.no_session", sql::session, city, id))); }

Result<std::vector<Seat>> seats_of(db::ReadTx& tx, CityId city, CourseId id)
{
    std::vector<Seat> seats;
    for (auto const& row : TRY(tx.run(sql::seats_of_course, city, id)))
        seats.push_back(seat_of(row));
    return seats;
}

Result<Seat> seat(db::ReadTx& tx, CityId city, SeatId id) { return seat_of(TRY(tx.one("training.no_seat", sql::seat, city, id))); }

bool may_lead(Actor const& actor, Course const& course)
{
    return may(actor, "training.manage", course.unit_code, course.pokmas.str()) || (course.facilitator && *course.facilitator == actor.person && actor.has("training.lead"));
}

bool may_read(Actor const& actor, Course const& course) { return may(actor, "training.read", course.unit_code, course.pokmas.str()) || may_lead(actor, course); }

} // namespace rtkeren::training
