#include "followup/pages_room.hpp"

#include "followup/sql.hpp"
#include "programme/programme.hpp"
#include "territory/territory.hpp"

#include <algorithm>

/// What became of earlier courses, beside where the next one is planned: pages of topics, courses, RT and purses.
namespace rtkeren::followup {
namespace {

constexpr std::size_t obstacles_named = 3;

std::string obstacles_words(Counted const& counted)
{
    std::string text;
    for (std::size_t i = 0; i < counted.obstacles.size() && i < obstacles_named; ++i)
        text += (i == 0 ? "" : ", ") + words_of("obstacle", counted.obstacles[i].first) + " (" + format_number(counted.obstacles[i].second) + ")";
    return text.empty() ? text : tr("Yang paling menghambat: {list}.", {{"list", text}});
}

/// Who reads visits sees every count; everybody else sees groups only.
html::Safe survival(Counted const& counted, std::string title, std::string lead, std::string const& query, bool reads)
{
    auto const groups = groups_of(counted.outcomes, counted.sold, [](auto const&, auto const&, auto const&, auto) { return std::vector<std::string> {""}; });
    if (groups.empty())
        return {};
    SurvivalPanel panel {std::move(title), std::move(lead), reads ? "/pendampingan/hasil?" + query : std::string {}, {}, {}};
    for (auto const& figure : groups.front().figures) {
        auto const is_few = !reads && figure.tally.answered() < turnover::smallest_group;
        auto href = reads ? "/pendampingan?bagian=selesai&hari=" + std::to_string(figure.days) + "&" + query : std::string {};
        auto words = is_few ? tr("kurang dari {n} jawaban", {{"n", std::to_string(turnover::smallest_group)}}) : share_words(figure.tally);
        panel.lines.push_back({tr("{days} hari", {{"days", std::to_string(figure.days)}}), std::move(words), median_words(figure.median), format_number(figure.tally.asked()), std::move(href)});
    }
    auto const answers = counted.obstacles.empty() ? 0 : counted.obstacles.front().second;
    if (reads || answers >= turnover::smallest_group)
        panel.obstacles = obstacles_words(counted);
    return html::part(panel);
}

Result<html::Safe> topic_panel(Services& services, db::ReadTx& tx, Actor const* actor, std::string_view topic)
{
    if (actor == nullptr || topic.empty())
        return html::Safe {};
    auto const reads_city = may(*actor, "followup.read", "");
    auto const counted = TRY(count(tx, services.city, {.topic = std::string(topic), .reach = whole_city()}));
    return survival(counted, tr("Apa jadinya peserta topik ini"), tr("Semua pelatihan topik ini di kota, menurut jawaban peserta sesudahnya."), "topik=" + std::string(topic), reads_city);
}

Result<html::Safe> place_panel(Services& services, db::ReadTx& tx, Actor const* actor, std::string const& code)
{
    if (actor == nullptr || !may(*actor, "followup.read", code))
        return html::Safe {};
    auto const counted = TRY(count(tx, services.city, {.place = code, .reach = whole_city()}));
    auto words = TRY(enterprise::place_words(tx, services.city, code));
    return survival(counted, tr("Setelah pelatihan"), tr("Peserta pelatihan yang tinggal di {place}.", {{"place", words}}), "per=topik&rt=" + code, true);
}

Result<html::Safe> unit_panel(Services& services, db::ReadTx& tx, Actor const* actor, std::string_view subject)
{
    auto const id = territory::RegionId::parse(subject);
    if (!id.ok())
        return html::Safe {};
    auto const region = TRY(territory::find(tx, services.city, *id));
    return place_panel(services, tx, actor, region.code);
}

/// Beside the money for the next course.
Result<html::Safe> purse_panel(Services& services, db::ReadTx& tx, Actor const* actor, std::string_view subject)
{
    auto const id = PurseId::parse(subject);
    if (!id.ok())
        return html::Safe {};
    auto const purse = TRY(programme::purse(tx, services.city, *id));
    return purse.envelope == "fisik" ? Result<html::Safe>(html::Safe {}) : place_panel(services, tx, actor, purse.unit_code);
}

Result<html::Safe> course_panel(Services& services, db::ReadTx& tx, Actor const* actor, std::string_view subject)
{
    auto const id = training::CourseId::parse(subject);
    if (actor == nullptr || !id.ok())
        return html::Safe {};
    auto const course = TRY(training::course(tx, services.city, *id));
    if (!training::may_read(*actor, course) && !may(*actor, "followup.read", course.unit_code))
        return html::Safe {};
    auto const plan = TRY(tx.run(sql::plan_of_course, services.city, *id));
    if (plan.empty())
        return html::Safe {};
    auto const turn = TRY(turn_at(tx, services.city, course.kelurahan, services.today()));
    PlanPanel panel;
    panel.lead = tr("Setiap peserta yang selesai ditanya lagi. Giliran {role} kelurahan peserta.", {{"role", words_of("turn", turn.role)}});
    for (auto const& row : plan)
        panel.lines.push_back({tr("{days} hari", {{"days", std::to_string(row.integer(0))}}), day_words(row.date(1)), row.is_null(2) ? tr("Direncanakan") : tr("Sudah di daftar pendamping")});
    return html::part(panel);
}

} // namespace

std::vector<screens::Panel> figure_panels() { return {{"topic", 20, topic_panel}, {"course", 60, course_panel}, {"unit", 70, unit_panel}, {"purse", 70, purse_panel}}; }

} // namespace rtkeren::followup
