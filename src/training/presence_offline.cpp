#include "training/presence_pages.hpp"

#include "language/language.hpp"
#include "operations/drafts.hpp"
#include "training/sql.hpp"

#include <boost/json/serialize.hpp>

#include <algorithm>
#include <map>

/// What the phone keeps for marking without a signal: the meetings of these days of the courses that one leads.
namespace rtkeren::training {
namespace {

namespace json = boost::json;

constexpr int days_back = 1, days_ahead = 14;
constexpr std::size_t courses_max = 40; // who manages a whole city picks a meeting online first

json::object offline_mark(db::Row const& row)
{
    return {{"present", row.flag(2)}, {"routes", row.text(3)}, {"by", row.text(4)}, {"at", row.text(5)}};
}

/// Names are as short as on a slip: a phone is lost more easily than a list.
Result<json::array> offline_seats(db::ReadTx& tx, CityId city, CourseId course)
{
    json::array seats;
    for (auto const& seat : TRY(seats_of(tx, city, course)))
        if (seat.takes_part())
            seats.push_back(json::object {{"id", seat.id.text()}, {"name", short_name(seat.name)}});
    return seats;
}

Result<json::object> offline_meeting(db::ReadTx& tx, Services const& services, Session const& session)
{
    auto const times = times_of(session, services.zone);
    auto const closed = TRY(closing_of(tx, services.city, session.id));
    json::object marks;
    for (auto const& row : TRY(tx.run(sql::offline_marks, services.city, session.id)))
        marks[row.text(1)] = offline_mark(row);
    return json::object {{"id", session.id.text()}, {"course", session.course.text()}, {"number", session.number}, {"on", session.on.iso()},
        {"when", format_date_full(session.on, language::current()) + ", " + hours_of(session)}, {"venue", session.venue}, {"subject", session.subject}, {"opens", times.opens.iso()},
        {"begins", times.begins.iso()}, {"shut", times.shut.iso()}, {"cancelled", session.cancelled}, {"closed", closed.has_value()}, {"marks", std::move(marks)}};
}

Result<json::object> provision(db::ReadTx& tx, Services const& services, Actor const& actor)
{
    auto const today = services.today();
    json::array courses, meetings;
    std::map<CourseId, bool> led;
    for (auto const& row : TRY(tx.run(sql::sessions_between, services.city, today.plus_days(-days_back), today.plus_days(days_ahead), actor.person))) {
        auto const id = row.id<CourseId>(1);
        if (!led.contains(id)) {
            auto const of = TRY(course(tx, services.city, id));
            auto const open = of.state == "selected" || of.state == "running" || of.state == "results";
            led[id] = open && may_lead(actor, of) && courses.size() < courses_max;
            if (led[id])
                courses.push_back(json::object {{"id", id.text()}, {"title", of.title}, {"seats", TRY(offline_seats(tx, services.city, id))}});
        }
        if (led[id]) {
            auto const held = TRY(session(tx, services.city, row.id<SessionId>(0)));
            meetings.push_back(TRY(offline_meeting(tx, services, held)));
        }
    }
    return json::object {{"courses", std::move(courses)}, {"sessions", std::move(meetings)}};
}

/// What was refused and is not mended yet: what is not among them any more, a phone forgets.
Result<json::array> draft_ids(db::ReadTx& tx, CityId city, UserId user)
{
    json::array ids;
    for (auto const& id : TRY(operations::open_drafts(tx, city, user)))
        ids.emplace_back(id.text());
    return ids;
}

Result<http::Response> get_provision(Services& services, http::Exchange& exchange)
{
    auto const& actor = exchange.actor();
    auto kept = TRY(db::read(services.db, [&](db::ReadTx& tx) { return provision(tx, services, actor); }));
    kept["drafts"] = TRY(db::read(services.db, [&](db::ReadTx& tx) { return draft_ids(tx, services.city, actor.user); }));
    kept["person"] = actor.person.text();
    kept["name"] = actor.name;
    kept["csrf"] = exchange.session->csrf;
    kept["as_of"] = services.now().iso();
    kept["shown"] = format_date_short(services.today(), language::current()) + ", " + format_time(services.now(), services.zone);
    return http::Response::json(json::serialize(kept));
}

/// The same for everybody, so that a phone may keep it: no name and no token is in it, and its address says its language.
Result<http::Response> get_shell(Services& services, http::Exchange& exchange)
{
    auto const asked = exchange.request.query_value("bahasa");
    auto const spoken = asked.empty() ? exchange.language : language::language_of(asked);
    language::Use const use(spoken);
    std::optional<http::Session> const nobody;
    http::Exchange const visitor {exchange.request, nobody, {}, spoken};
    OfflinePage page {screens::frame(services, visitor, tr("Presensi tanpa sinyal"))};
    page.frame.kind = "form";
    page.frame.notice.clear();
    page.frame.scripts = {"/-/aset/presensi.js"};
    auto response = screens::show(page);
    response.header("Cache-Control", "no-cache");
    return response;
}

} // namespace

std::vector<http::Route> presence_offline_routes(Services& services)
{
    using enum http::Method;
    return {{Get, "/offline/presensi", "", screens::page(services, get_shell), "The shell for attendance without a signal"},
        {Get, "/api/v1/offline/attendance", "signed_in", screens::page(services, get_provision), "What a phone keeps for attendance without a signal"}};
}

} // namespace rtkeren::training
