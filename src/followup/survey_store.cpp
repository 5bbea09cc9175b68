#include "followup/survey.hpp"

#include "followup/sql.hpp"
#include "identity/stand_ins.hpp"
#include "language/language.hpp"
#include "territory/territory.hpp"

#include <algorithm>
#include <array>

namespace rtkeren::followup {
namespace {

/// Courses and visits name participants, the registry's boards can be cut by who finished a course, and the trail tells everything.
constexpr std::array<std::string_view, 7> telling {"followup.visit", "followup.read", "training.read", "training.manage", "training.lead", "enterprise.read", "audit.read"};

Interview interview_in(db::Row const& row)
{
    return {.id = row.id<InterviewId>(0), .round = row.id<RoundId>(1), .number = row.integer(2), .business = row.id<enterprise::BusinessId>(3), .business_name = row.text_or(4),
        .activity = row.text_or(5), .owner = row.id<PersonId>(6), .owner_name = row.text(7), .region = row.text(8), .kelurahan = row.text(9), .interviewer = row.maybe_id<PersonId>(10),
        .interviewer_name = row.text(11), .outcome = row.text(12), .tries = row.integer(13), .answer = row.maybe_id<AnswerId>(14), .phone_shown_at = row.maybe_instant(15),
        .phone_shown_to = row.maybe_id<UserId>(16)};
}

} // namespace

bool knows_treated(std::vector<Grant> const& grants)
{
    return std::ranges::any_of(grants, [](Grant const& grant) {
        return std::ranges::any_of(telling, [&](std::string_view permission) { return std::ranges::binary_search(grant.permissions, permission); });
    });
}

std::string business_title(std::int64_t number) { return tr("Usaha nomor {number}", {{"number", std::to_string(number)}}); }

std::string href_of(RoundId id) { return "/survei/" + id.str(); }
std::string href_of(InterviewId id) { return "/wawancara/" + id.str(); }

Stretch stretch_of(std::string_view place)
{
    if (covers_place(place, ""))
        return {"", "~"};
    return {std::string(place), std::string(place) + "/"}; // '/' follows the dot: the place itself and all below it
}

Result<Round> round(db::ReadTx& tx, CityId city, RoundId id)
{
    auto const row = TRY(tx.one("followup.no_round", sql::round, city, id));
    return Round {.id = id, .number = row.integer(1), .name = row.text(2), .place = row.text(3), .frame_kind = row.text(4),
        .baseline_for = row.is_null(5) ? std::nullopt : std::optional(row.integer(5)), .month = row.text(6), .from_on = row.date(7), .until_on = row.date(8), .sample_size = row.integer(9),
        .frame_count = row.integer(10), .frame_hash = row.text(11), .commitment = row.text(12), .seed = row.text_or(13), .drawn_by_name = row.text(14), .drawn_at = row.maybe_instant(15),
        .tries = row.integer(16), .entered_by_name = row.text(17), .entered_at = row.instant(18), .state = row.text(19)};
}

Result<Round> round_for(db::ReadTx& tx, Actor const& actor, RoundId id)
{
    auto one = TRY(round(tx, actor.city, id));
    if (!may(actor, "followup.survey", one.place))
        return Error::not_found("followup.no_round");
    return one;
}

Result<std::string> frame_of_round(db::ReadTx& tx, CityId city, RoundId id)
{
    auto const row = TRY(tx.one("followup.no_round", sql::frame_text, city, id));
    return row.text(0);
}

Result<Interview> own_interview(db::ReadTx& tx, Actor const& actor, InterviewId id)
{
    auto one = interview_in(TRY(tx.one("followup.no_interview", sql::interview, actor.city, id)));
    if (!actor.has("followup.interview") || one.interviewer != actor.person)
        return Error::not_found("followup.no_interview");
    return one;
}

Result<std::vector<OpenInterview>> open_interviews(db::ReadTx& tx, Actor const& actor, Date today)
{
    std::vector<OpenInterview> all;
    if (!actor.has("followup.interview") || knows_treated(actor.grants))
        return all;
    auto const rows = TRY(tx.run(sql::open_interviews, actor.city, actor.person, today));
    for (auto const& row : rows) {
        auto const until = row.date(5);
        auto const promised = row.maybe_date(7);
        OpenInterview one {.id = row.id<InterviewId>(0), .business = row.text(1), .round = row.text(4), .region = row.text(3), .href = href_of(row.id<InterviewId>(0)),
            .due = promised ? std::min(*promised, until) : until, .tries = row.integer(6)};
        if (one.business.empty())
            one.business = business_title(row.integer(2));
        all.push_back(std::move(one));
    }
    return all;
}

Result<std::vector<Interview>> interviews_of(db::ReadTx& tx, CityId city, RoundId id)
{
    std::vector<Interview> all;
    for (auto const& row : TRY(tx.run(sql::interviews_of_round, city, id)))
        all.push_back(interview_in(row));
    return all;
}

Result<std::vector<Interviewer>> interviewers(db::ReadTx& tx, CityId city, Date today)
{
    auto const home = TRY(territory::city(tx, city));
    auto const holders = TRY(identity::holders(tx, city, "pewawancara", home.code, today));
    std::vector<Interviewer> all;
    for (auto const& holder : holders) {
        auto const grants = TRY(identity::grants_of(tx, city, holder.person, today));
        all.push_back({holder.person, holder.name, knows_treated(grants)});
    }
    std::ranges::sort(all, {}, &Interviewer::name);
    return all;
}

} // namespace rtkeren::followup
