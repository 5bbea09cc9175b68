#include "training/pages_room.hpp"

#include "identity/identity.hpp"
#include "payout/payout.hpp"
#include "territory/territory.hpp"
#include "training/sql.hpp"

#include <algorithm>
#include <set>

namespace rtkeren::training {
namespace {

constexpr std::size_t spare_meetings = 4, most_meetings = 60;
constexpr int usual_call_days = 7; // what the form begins with; the pack judges
constexpr std::string_view usual_quota = "20";

/// Purses with training lines that this person may plan on, with what their lines hold.
Result<std::vector<html::Option>> purse_options(db::ReadTx& tx, Services& services, Actor const& actor, int year)
{
    auto const pack = TRY(rules::released(tx, services.city, year));
    auto const reach = course_reach(actor, "training.manage");
    auto const& r = reach.places;
    std::vector<std::pair<html::Option, Rupiah>> found;
    for (auto const& row : TRY(tx.run(sql::purses_for_courses, services.city, year, r[0].first, r[0].second, r[1].first, r[1].second, r[2].first, r[2].second, r[3].first, r[3].second, reach.pokmas))) {
        auto const* item = pack->menu_item(row.text(6));
        if (item == nullptr || !item->training || !may(actor, "training.manage", row.text(1), row.text(5)))
            continue;
        if (found.empty() || found.back().first.value != row.text(0)) {
            auto const* envelope = pack->envelope(row.text(4));
            auto place = TRY(enterprise::place_words(tx, services.city, row.text(1)));
            found.push_back({{row.text(0), std::move(place) + ", " + (envelope ? envelope->label : row.text(4))}, {}});
        }
        found.back().second += row.rupiah(7);
    }
    std::vector<html::Option> options;
    for (auto& [option, amount] : found) {
        option.label += " (" + format_rupiah(amount) + ")";
        options.push_back(std::move(option));
    }
    return options;
}

Result<std::vector<html::Option>> topic_options(db::ReadTx& tx, CityId city)
{
    std::vector<html::Option> options;
    for (auto const& each : TRY(topics(tx, city)))
        if (!each.retired)
            options.push_back({each.code, each.name});
    return options;
}

/// Who may lead: facilitators, mentors and operators of the kelurahan, officers of the group.
Result<std::vector<html::Option>> facilitator_options(db::ReadTx& tx, Services& services, std::string const& kelurahan, PokmasId pokmas)
{
    std::vector<html::Option> options;
    std::set<std::string> seen;
    for (auto const* role : {"fasilitator", "pendamping", "operator"})
        for (auto const& holder : TRY(identity::holders(tx, services.city, role, kelurahan, services.today())))
            if (seen.insert(holder.person.str()).second)
                options.push_back({holder.person.str(), holder.name + ", " + identity::role_label(role)});
    for (auto const& officer : TRY(payout::officers(tx, services.city, pokmas))) {
        auto const name = TRY(identity::person_name(tx, services.city, officer.person));
        if (seen.insert(officer.person.str()).second)
            options.push_back({officer.person.str(), name + ", " + payout::label_of(officer.position)});
    }
    return options;
}

std::vector<LineChoice> line_choices(std::vector<planning::PlanLine> const& lines, html::FormState const& form)
{
    std::vector<LineChoice> choices;
    for (auto const& line : lines)
        choices.push_back({line.id.str(), line.item, line.activity, format_rupiah(line.amount), form.is_chosen("lines", line.id.str())});
    return choices;
}

/// Rows as typed, and empty ones to go on.
std::vector<MeetingRow> meeting_rows(html::FormState const& form)
{
    std::vector<MeetingRow> rows;
    for (std::size_t i = 0; i < most_meetings; ++i) {
        auto const name = "sessions." + std::to_string(i) + ".";
        auto const on = form.value(name + "on"), begins = form.value(name + "begins"), ends = form.value(name + "ends"), subject = form.value(name + "subject");
        if (i >= spare_meetings && on.empty() && begins.empty() && subject.empty())
            break;
        rows.push_back({std::to_string(i), on, begins, ends, subject, std::string(html::date_input_type(on))});
    }
    return rows;
}

/// What the money says before anybody decides: typical cost, the bounds of the pack, what this choice would be.
std::vector<LabelText> review_lines(Topic const& topic, rules::Pack const& pack, std::vector<planning::PlanLine> const& lines)
{
    Rupiah sum;
    for (auto const& line : lines)
        sum += line.amount;
    auto const least = pack.number("participants_min", 10), most = pack.number("participants_max", 30);
    return {{tr("Biaya lazim per peserta"), money_or_dash(topic.seat_cost) + (topic.cost_note.empty() ? "" : " (" + topic.cost_note + ")")},
        {tr("Batas yang ditanyakan pemeriksa"),
            tr("{low} sampai {high} per peserta", {{"low", format_rupiah(Rupiah::checked(pack.number("seat_cost_low", 0)))}, {"high", format_rupiah(Rupiah::checked(pack.number("seat_cost_high", 0)))}})},
        {tr("Semua baris di bawah"), format_rupiah(sum)},
        {tr("Per peserta dengan semua baris"), tr("{few} untuk {least} orang, {many} untuk {most} orang",
                                                    {{"few", money_or_dash(shared_by(sum, least))}, {"least", std::to_string(least)}, {"many", money_or_dash(shared_by(sum, most))}, {"most", std::to_string(most)}})},
        {tr("Jam seluruhnya"), std::to_string(topic.hours)}};
}

struct PlanSubject {
    programme::Purse purse;
    std::string topic;
    std::optional<Course> course {}; // that is changed
};

Result<PlanPage> read_plan_page(db::ReadTx& tx, Services& services, http::Exchange const& exchange, PlanSubject const& subject, html::FormState form)
{
    auto const& purse = subject.purse;
    if (!purse.pokmas || !may(exchange.actor(), "training.manage", purse.unit_code, purse.pokmas->str()))
        return Error::not_found("programme.no_purse");
    auto const pack = TRY(rules::released(tx, services.city, purse.year));
    auto const of = TRY(topic(tx, services.city, subject.topic));
    auto const but = subject.course ? std::optional(subject.course->id) : std::nullopt;
    auto const lines = TRY(free_lines(tx, services.city, purse.id, *pack, of.category, but));
    auto const title = subject.course ? tr("Ubah rencana") : tr("Rencanakan pelatihan");
    auto const* envelope = pack->envelope(purse.envelope);
    PlanPage page {.frame = screens::frame(services, exchange, title, {{"/pelatihan/semua", tr("Pelatihan")}, {"", title}}), .form = std::move(form), .title = title,
        .action = exchange.request.path, .back_href = subject.course ? href_of(subject.course->id) : "/pelatihan/baru",
        .purse_label = TRY(enterprise::place_words(tx, services.city, purse.unit_code)) + ", " + (envelope ? envelope->label : purse.envelope), .topic_label = of.name};
    page.path = path_view(legal_path(of.product_kind, services.today()));
    page.review = review_lines(of, *pack, lines);
    page.lines = line_choices(lines, page.form);
    page.facilitators = TRY(facilitator_options(tx, services, purse.kelurahan, *purse.pokmas));
    page.earlier = TRY(earlier_lines(tx, services.city, of.code));
    page.panels = TRY(screens::panels_of("topic", services, tx, &exchange.actor(), of.code));
    if (subject.course) {
        page.topics = TRY(topic_options(tx, services.city));
    } else {
        page.purse = purse.id.str();
        page.topic = of.code;
        page.meetings = meeting_rows(page.form);
    }
    return page;
}

Result<http::Response> show_start(Services& services, http::Exchange const& exchange, html::FormState form)
{
    PlanStartPage page {screens::frame(services, exchange, tr("Rencanakan pelatihan"), {{"/pelatihan/semua", tr("Pelatihan")}, {"", tr("Rencanakan pelatihan")}}), std::move(form)};
    auto const read = [&](db::ReadTx& tx) -> Result<Done> {
        auto const year = TRY(programme::year_or_current(tx, services.city, {}));
        page.purses = TRY(purse_options(tx, services, exchange.actor(), year.year));
        page.topics = TRY(topic_options(tx, services.city));
        return Done {};
    };
    TRY(db::read(services.db, read));
    return screens::show(page);
}

Result<PlanSubject> chosen_subject(db::ReadTx& tx, CityId city, std::string const& purse, std::string topic)
{
    auto const id = PurseId::parse(purse);
    if (!id.ok())
        return Error::not_found("programme.no_purse");
    return PlanSubject {TRY(programme::purse(tx, city, *id)), std::move(topic)};
}

Result<http::Response> show_plan(Services& services, http::Exchange const& exchange, std::string const& purse, std::string const& topic, html::FormState form)
{
    auto const read = [&](db::ReadTx& tx) -> Result<PlanPage> {
        auto const subject = TRY(chosen_subject(tx, services.city, purse, topic));
        return read_plan_page(tx, services, exchange, subject, std::move(form));
    };
    auto const page = TRY(db::read(services.db, read));
    return screens::show(page);
}

Result<http::Response> get_plan(Services& services, http::Exchange& exchange)
{
    auto form = screens::fresh_form(services);
    auto const purse = exchange.request.query_value("kantong"), topic_code = exchange.request.query_value("topik");
    form.set("kantong", purse);
    form.set("topik", topic_code);
    if (purse.empty() || topic_code.empty())
        return show_start(services, exchange, std::move(form));
    form.set("call_from", services.today().iso());
    form.set("call_until", services.today().plus_days(usual_call_days).iso());
    form.set("quota", std::string(usual_quota));
    return show_plan(services, exchange, purse, topic_code, std::move(form));
}

Result<http::Response> post_plan(Services& services, http::Exchange& exchange)
{
    return screens::submit(services, exchange, "training.plan", {}, [&](html::FormState const& refused, Error const&) {
        return show_plan(services, exchange, exchange.request.form_value("purse"), exchange.request.form_value("topic"), refused);
    });
}

Result<Course> planned_course_of(db::ReadTx& tx, Services& services, http::Exchange const& exchange)
{
    auto const found = TRY(readable_course(tx, exchange.actor(), services.city, exchange.parameter("id")));
    return manageable(tx, exchange.actor(), services.city, found.id);
}

Result<void> fill_plan(db::ReadTx& tx, CityId city, html::FormState& form, Course const& course)
{
    form.set("version", std::to_string(course.version));
    form.set("topic", course.topic);
    form.set("title", course.title);
    form.set("venue", course.venue);
    form.set("quota", std::to_string(course.quota));
    form.set("call_from", course.call_from.iso());
    form.set("call_until", course.call_until.iso());
    form.set("facilitator", course.facilitator ? course.facilitator->str() : std::string {});
    form.set("target", course.target);
    for (auto const& line : TRY(cost_of(tx, city, course)).lines)
        form.values.emplace_back("lines", line.line.id.str());
    return Done {};
}

Result<http::Response> show_change(Services& services, http::Exchange const& exchange, html::FormState form, bool fills)
{
    auto const read = [&](db::ReadTx& tx) -> Result<PlanPage> {
        auto const course = TRY(planned_course_of(tx, services, exchange));
        if (fills)
            TRY(fill_plan(tx, services.city, form, course));
        auto const chosen = form.value("topic");
        PlanSubject const subject {TRY(programme::purse(tx, services.city, course.purse)), chosen.empty() ? course.topic : chosen, course};
        return read_plan_page(tx, services, exchange, subject, std::move(form));
    };
    auto const page = TRY(db::read(services.db, read));
    return screens::show(page);
}

Result<http::Response> get_change(Services& services, http::Exchange& exchange) { return show_change(services, exchange, screens::fresh_form(services), true); }

Result<http::Response> post_change(Services& services, http::Exchange& exchange)
{
    auto const course = TRY(db::read(services.db, [&](db::ReadTx& tx) { return planned_course_of(tx, services, exchange); }));
    return screens::submit(services, exchange, "training.change", {{"course", course.id.text()}},
        [&](html::FormState const& refused, Error const&) { return show_change(services, exchange, refused, false); });
}

} // namespace

std::vector<http::Route> plan_routes(Services& services)
{
    using enum http::Method;
    return {{Get, "/pelatihan/baru", "training.manage", screens::page(services, get_plan), "Form of a new course: purse and topic, then the plan"},
        {Post, "/pelatihan/baru", "training.manage", screens::page(services, post_plan), "Plan a course"},
        {Get, "/pelatihan/{id}/ubah", "training.manage", screens::page(services, get_change), "Form of changes to a course"},
        {Post, "/pelatihan/{id}/ubah", "training.manage", screens::page(services, post_change), "Change a course"}};
}

} // namespace rtkeren::training
