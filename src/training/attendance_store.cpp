#include "training/attendance.hpp"

#include "identity/identity.hpp"
#include "training/sql.hpp"

namespace rtkeren::training {
namespace {

StoredMark mark_of(db::Row const& row)
{
    return {.id = row.id<MarkId>(0), .session = row.id<SessionId>(1), .seat = row.id<SeatId>(2), .present = row.flag(3), .route = row.text(4), .reason = row.text(5), .file = row.text_or(6),
        .device = row.text_or(7).substr(0, 8), .corrects = row.maybe_id<MarkId>(8), .made_at = row.maybe_instant(9), .recorded_at = row.instant(10),
        .recorded_person = row.maybe_id<PersonId>(11), .recorded_by_name = row.text(12)};
}

Presence presence_in(db::Row const& row)
{
    return {.session = row.id<SessionId>(0), .seat = row.id<SeatId>(1), .present = row.flag(2), .mark = row.id<MarkId>(3), .routes = row.text(4)};
}

/// The one who marked, as a mark names it: who runs the phone's outbox, or nobody for a participant without an account.
struct Recorder {
    std::optional<UserId> user {};
    std::optional<PersonId> person {};
    std::string name {};
};
Recorder recorder_of(Actor const& actor)
{
    if (actor.person.is_none())
        return {};
    return {actor.user, actor.person, actor.name};
}

Result<MarkId> insert_mark(db::WriteTx& tx, operations::Context& context, NewMark const& wanted, std::optional<MarkId> corrects)
{
    auto const id = context.next<MarkId>();
    auto const recorder = recorder_of(context.actor);
    auto const device = wanted.device.empty() ? std::nullopt : std::optional(context.services.keys.lookup("training.device", wanted.device));
    auto const file = wanted.file ? std::optional(wanted.file->str()) : std::nullopt;
    TRY(tx.run(sql::insert_mark, context.city, id, wanted.session.course, wanted.session.id, wanted.seat.id, wanted.present, wanted.route, wanted.reason, file, device, corrects,
        context.made_at, context.now, recorder.user, recorder.person, recorder.name));
    return id;
}

/// Whether the very same proof was given before: a second press, the same list read twice.
Result<bool> is_repeated(db::ReadTx& tx, operations::Context const& context, NewMark const& wanted)
{
    auto const file = wanted.file ? wanted.file->str() : std::string {};
    auto const row = TRY(tx.maybe(sql::same_mark, context.city, wanted.session.id, wanted.seat.id, wanted.present, wanted.route, file, context.actor.user));
    return row.has_value();
}

/// Both versions, for who must choose.
Result<void> refuse_differing(db::ReadTx& tx, operations::Context const& context, NewMark const& wanted, Presence const& before)
{
    auto const ruling = TRY(mark(tx, context.city, before.mark));
    return Error::conflict("training.mark_differs",
        {{"name", short_name(wanted.seat.name)}, {"was", before.present ? "present" : "absent"}, {"wanted", wanted.present ? "present" : "absent"}, {"by", ruling.recorded_by_name},
            {"at", ruling.recorded_at.iso()}, {"routes", before.routes}, {"mark", before.mark.str()}});
}

} // namespace

Result<StoredMark> mark(db::ReadTx& tx, CityId city, MarkId id) { return mark_of(TRY(tx.one("training.no_mark", sql::mark, city, id))); }

Result<std::vector<StoredMark>> marks_of_session(db::ReadTx& tx, CityId city, SessionId session)
{
    std::vector<StoredMark> marks;
    for (auto const& row : TRY(tx.run(sql::marks_of_session, city, session)))
        marks.push_back(mark_of(row));
    return marks;
}

Result<std::optional<Presence>> presence_of(db::ReadTx& tx, CityId city, SessionId session, SeatId seat)
{
    auto const row = TRY(tx.maybe(sql::presence, city, session, seat));
    return row ? std::optional(presence_in(*row)) : std::nullopt;
}

Result<std::vector<Presence>> presences_of_session(db::ReadTx& tx, CityId city, SessionId session)
{
    std::vector<Presence> all;
    for (auto const& row : TRY(tx.run(sql::presences_of_session, city, session)))
        all.push_back(presence_in(row));
    return all;
}

Result<std::optional<Closing>> closing_of(db::ReadTx& tx, CityId city, SessionId session)
{
    auto const row = TRY(tx.maybe(sql::closing_of_session, city, session));
    return row ? std::optional(Closing {row->ulid(0), row->text(1), row->text(2), row->instant(3)}) : std::nullopt;
}

Result<Marked> write_mark(db::WriteTx& tx, operations::Context& context, NewMark const& wanted)
{
    auto const before = TRY(presence_of(tx, context.city, wanted.session.id, wanted.seat.id));
    auto const differs = before && before->present != wanted.present;
    if (differs && wanted.reason.empty())
        TRY(refuse_differing(tx, context, wanted, *before));
    if (before && !differs) {
        auto const repeated = TRY(is_repeated(tx, context, wanted));
        if (repeated)
            return Marked::Same;
    }
    auto const id = TRY(insert_mark(tx, context, wanted, differs ? std::optional(before->mark) : std::nullopt));
    auto const rules = !before || differs;
    auto const routes = rules ? std::string(wanted.route) : with_route(before->routes, wanted.route);
    TRY(tx.run(sql::upsert_presence, context.city, wanted.session.id, wanted.seat.id, wanted.session.course, wanted.present, rules ? id : before->mark, routes));
    return !before ? Marked::First : differs ? Marked::Corrected : Marked::Proof;
}

std::string href_of_session(Session const& session) { return href_of(session.course) + "/presensi/" + session.id.str(); }

Result<Course> led_course(db::ReadTx& tx, Actor const& actor, CourseId id)
{
    auto found = TRY(course(tx, actor.city, id));
    if (!may_lead(actor, found))
        return may_read(actor, found) ? Error::forbidden("operation.not_allowed") : Error::not_found("training.no_course");
    return found;
}

Result<Led> led_session(db::ReadTx& tx, Services const& services, Actor const& actor, SessionId id)
{
    auto found = TRY(session(tx, actor.city, id));
    auto of = TRY(course(tx, actor.city, found.course));
    if (!may_lead(actor, of))
        return may_read(actor, of) ? Error::forbidden("operation.not_allowed") : Error::not_found("training.no_session");
    auto const manages = may(actor, "training.manage", of.unit_code, of.pokmas.str());
    auto const times = times_of(found, services.zone);
    return Led {std::move(of), std::move(found), times, manages};
}

Actor participant_actor(CityId city)
{
    auto actor = identity::system_actor(city, {});
    actor.name = {};
    return actor;
}

} // namespace rtkeren::training
