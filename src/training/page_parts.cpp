#include "training/pages_room.hpp"

#include "territory/territory.hpp"
#include "training/sql.hpp"

#include <algorithm>

namespace rtkeren::training {

std::string word_of(std::string_view kind, std::string_view name)
{
    return name.empty() ? std::string {} : language::word("training." + std::string(kind) + "." + std::string(name));
}

std::string course_state_label(std::string_view state)
{
    auto const* row = course_machine().state(state);
    return row ? tr(row->label) : std::string(state);
}

std::string_view course_state_tone(std::string_view state)
{
    if (state == "cancelled")
        return "no";
    if (state == "closed" || state == "running")
        return "ok";
    return state == "planned" ? "info" : "warn";
}

std::string_view seat_tone(std::string_view state)
{
    if (state == "selected" || state == "finished")
        return "ok";
    return state == "applied" || state == "waiting" ? "info" : "no";
}

PathView path_view(LegalPath const& path)
{
    PathView view {.label = path.label};
    if (path.needs_bpom())
        view.warning = tr("P-IRT tidak dapat diberikan untuk produk ini: perlu izin BPOM.");
    for (auto const& step : path.steps) {
        auto const what = enterprise::choice_label("licence", step.step);
        view.steps.push_back({what, step.required ? tr("wajib") : tr("dianjurkan"), step.step == "bpom" && step.required ? "warn" : step.required ? "info" : "", word_of("desk", step.desk),
            step.basis, step.note});
    }
    return view;
}

std::vector<std::string> curriculum_lines(std::string const& curriculum)
{
    std::vector<std::string> lines;
    for (auto const line : split(curriculum, '\n'))
        if (!trim(line).empty())
            lines.emplace_back(trim(line));
    return lines;
}

std::vector<MeetingLine> meeting_lines(std::vector<Session> const& sessions)
{
    std::vector<MeetingLine> lines;
    for (auto const& session : sessions) {
        MeetingLine line {std::to_string(session.number), format_date_full(session.on, language::current()), Clock::of(session.begins).str() + "–" + Clock::of(session.ends).str(), session.venue,
            session.subject, {}, {}, {}, {}};
        if (session.cancelled) {
            line.note = tr("Dibatalkan: {reason}", {{"reason", session.cancelled_reason}});
            line.tone = "no";
        } else if (!session.moved_reason.empty()) {
            line.note = tr("Semula {day}: {reason}", {{"day", format_date(session.announced_on, language::current())}, {"reason", session.moved_reason}});
            line.tone = "warn";
        }
        lines.push_back(std::move(line));
    }
    return lines;
}

std::string reasons_words(std::string const& stored)
{
    std::string text;
    for (auto const& reason : reasons_in(stored)) {
        auto const what = language::word("training.reason." + reason.code, {{"count", std::to_string(reason.count)}});
        text += (text.empty() ? "" : ", ") + what + (reason.points > 0 ? " (" + std::to_string(reason.points) + ")" : std::string {});
    }
    return text;
}

std::string money_or_dash(std::optional<Rupiah> amount) { return amount ? format_rupiah(*amount) : std::string("–"); }

Result<std::vector<EarlierLine>> earlier_lines(db::ReadTx& tx, CityId city, std::string_view topic)
{
    std::vector<EarlierLine> lines;
    for (auto const& row : TRY(tx.run(sql::earlier_courses, city, topic))) {
        auto const finished = row.integer(4);
        auto outcome = tr("{business} punya usaha, {group} dalam kelompok, dari {finished} yang selesai",
            {{"business", std::to_string(row.integer(5))}, {"group", std::to_string(row.integer(6))}, {"finished", std::to_string(finished)}});
        lines.push_back({"/pelatihan/" + row.text(0), row.text(1), format_date(row.date(2), language::current()), tr("{finished} dari {quota} tempat", {{"finished", std::to_string(finished)},
            {"quota", std::to_string(row.integer(3))}}), std::move(outcome), money_or_dash(shared_by(row.rupiah(7), finished))});
    }
    return lines;
}

Result<std::vector<html::Option>> living_places(db::ReadTx& tx, Services const& services, std::string_view below)
{
    std::vector<html::Option> options;
    for (auto const& kelurahan : TRY(territory::regions(tx, services.city, territory::Level::Kelurahan, "", services.today()))) {
        if (!below.empty() && kelurahan.code != below)
            continue;
        for (auto const& rt : TRY(territory::regions(tx, services.city, territory::Level::Rt, kelurahan.code, services.today())))
            options.push_back({rt.code, kelurahan.name + ", " + territory::short_name(rt.level, rt.code, rt.name)});
        options.push_back({kelurahan.code, tr("{kelurahan}, RT tidak tahu", {{"kelurahan", kelurahan.name}})});
    }
    return options;
}

CourseReach course_reach(Actor const& actor, std::string_view permission)
{
    CourseReach reach {enterprise::reach_of(actor, permission), {}};
    std::vector<Grant const*> grants;
    for (auto const& grant : actor.grants)
        if (std::ranges::binary_search(grant.permissions, permission, std::less<> {}))
            grants.push_back(&grant);
    auto const one = !grants.empty() && std::ranges::all_of(grants, [&](Grant const* grant) { return !grant->pokmas.empty() && grant->pokmas == grants.front()->pokmas; });
    if (one)
        reach.pokmas = grants.front()->pokmas;
    return reach;
}

std::string site_of(http::Request const& request)
{
    auto const host = request.header("host");
    return (request.secure ? "https://" : "http://") + (host.empty() ? std::string("localhost") : host);
}

std::vector<html::Crumb> course_crumbs(Course const& course, std::string last)
{
    std::vector<html::Crumb> crumbs {{"/pelatihan/semua", tr("Pelatihan")}};
    if (last.empty()) {
        crumbs.push_back({"", course.title});
        return crumbs;
    }
    crumbs.push_back({href_of(course.id), course.title});
    crumbs.push_back({"", std::move(last)});
    return crumbs;
}

html::Frame visitor_frame(Services& services, http::Exchange const& exchange, std::string title)
{
    auto frame = screens::frame(services, exchange, std::move(title));
    frame.kind = "public";
    frame.nav.clear();
    return frame;
}

} // namespace rtkeren::training
