#include "audit/audit.hpp"
#include "evidence/evidence.hpp"
#include "jobs/jobs.hpp"
#include "reporting/inputs.hpp"
#include "reporting/room.hpp"
#include "reporting/sql.hpp"
#include "reporting/store.hpp"

#include <algorithm>

namespace rtkeren::reporting {
namespace {

Result<void> check_stage(db::ReadTx& tx, Context const& context, ReportProgress const& input, std::string const& activity_fold)
{
    auto const stage = percent_of(input.stage);
    auto const other = TRY(tx.maybe(sql::stage_conflict, context.city, input.purse, activity_fold, input.on, stage));
    if (other)
        return Error::field("stage", "reporting.stage_order", std::to_string(stage), {{"stage", std::to_string(other->integer(0))}, {"on", other->date(1).iso()}});
    return Done {};
}

/// The same photo cannot show two things: worth a look, no refusal.
Result<std::vector<Verdict>> attach_photos(db::WriteTx& tx, Context& context, ReportProgress const& input, ProgressId id)
{
    std::vector<Verdict> verdicts;
    std::vector<std::array<db::Parameter, 5>> rows;
    std::vector<std::string> seen;
    for (std::size_t i = 0; i < input.photos.size(); ++i) {
        auto const& photo = input.photos[i];
        auto const paper = workflow::name_of(photo.paper);
        if (std::ranges::find(seen, photo.sha256.str()) != seen.end())
            return Error::field("photos." + std::to_string(i), "reporting.photo_twice", {});
        seen.push_back(photo.sha256.str());
        auto const attached = TRY(evidence::attach(tx, context,
            {.subject_kind = "progress", .subject = id.str(), .paper = std::string(paper), .sha256 = photo.sha256.str()}));
        if (!attached.reused_for.empty())
            verdicts.push_back({"reporting.photo_reused", Severity::Warn, {}, {{"number", std::to_string(i + 1)}, {"count", std::to_string(attached.reused_for.size())}}});
        rows.push_back({context.city, id, std::int64_t(i + 1), paper, photo.sha256.str()});
    }
    TRY(tx.run_rows<5>(sql::insert_photos, rows));
    return verdicts;
}

Result<programme::Purse> purse_of_fact(db::ReadTx& tx, CityId city, std::string const& purse)
{
    auto const id = TRY(PurseId::parse(purse));
    return programme::purse(tx, city, id);
}

/// 1 when the notice board of the unit stands: a photo of it in this year.
Result<rules::FactAnswer> read_notice_board(db::ReadTx& tx, CityId city, std::string const& subject, int)
{
    auto const purse = TRY(purse_of_fact(tx, city, subject));
    auto const row = TRY(tx.one("reporting.no_photo", sql::count_boards, city, purse.unit, purse.year));
    return rules::FactAnswer {.value = row.integer(0) > 0 ? 1 : 0, .numbers = {{"unit", purse.unit_name}}, .href = progress_href(purse.unit_code, purse.year)};
}

/// The furthest percentage that a photo shows; 100 where the purse pays for no works.
Result<rules::FactAnswer> read_progress_photos(db::ReadTx& tx, CityId city, std::string const& subject, int)
{
    auto const purse = TRY(purse_of_fact(tx, city, subject));
    auto const pack = TRY(rules::released(tx, city, purse.year));
    rules::FactAnswer answer {.value = 100, .numbers = {{"unit", purse.unit_name}}, .href = progress_href(purse.unit_code, purse.year)};
    auto const works = TRY(plans_works(tx, city, purse.id, *pack));
    if (!works)
        return answer;
    auto const row = TRY(tx.one("reporting.no_photo", sql::highest_stage, city, purse.id));
    answer.value = std::max<std::int64_t>(row.integer(0), 0);
    answer.numbers.emplace_back("stage", std::to_string(answer.value));
    return answer;
}

/// 1 when no finding about the purse, or about its pokmas as a whole, is open.
Result<rules::FactAnswer> read_no_open_finding(db::ReadTx& tx, CityId city, std::string const& subject, int)
{
    auto const purse = TRY(purse_of_fact(tx, city, subject));
    if (!purse.pokmas)
        return rules::FactAnswer {.value = 1};
    auto const findings = TRY(open_findings(tx, city, *purse.pokmas));
    auto const found = std::ranges::find_if(findings, [&](OpenFindingRow const& each) { return !each.purse || *each.purse == purse.id; });
    if (found == findings.end())
        return rules::FactAnswer {.value = 1};
    return rules::FactAnswer {.value = 0, .numbers = {{"number", found->number}, {"title", found->title}}, .href = href_of(found->id)};
}

Photo photo_of(db::Row const& row)
{
    return {row.id<ProgressId>(0), row.text(1), int(row.integer(2)), row.date(3), row.text(4), row.text(5)};
}

} // namespace

int percent_of(ProgressStage stage)
{
    return int(stage) * 25;
}

Result<Answer> report_progress(db::WriteTx& tx, Context& context, ReportProgress const& input)
{
    auto const purse = TRY(programme::purse(tx, context.city, input.purse));
    auto const pokmas = purse.pokmas ? purse.pokmas->str() : std::string {};
    if (!may(context.actor, "reporting.progress", purse.unit_code, pokmas))
        return Error::forbidden("operation.not_allowed");
    TRY(programme::running_year(tx, context.city, purse.year));
    TRY(programme::check_date(purse.year, input.on, context.today, "on"));
    if (input.photos.empty())
        return Error::field("photos", "reporting.photo_needed");
    auto const activity_fold = fold(input.activity.str());
    TRY(check_stage(tx, context, input, activity_fold));
    auto const id = context.next<ProgressId>();
    auto const stage = percent_of(input.stage);
    TRY(tx.run(sql::insert_progress, context.city, id, purse.year, purse.id, purse.unit, purse.unit_code, purse.unit_name, input.activity, activity_fold, stage, input.on, input.note,
        context.now, context.actor.user, context.actor.name, context.made_at));
    auto verdicts = TRY(attach_photos(tx, context, input, id));
    boost::json::object const summary {{"purse", purse.id.text()}, {"stage", stage}, {"photos", std::int64_t(input.photos.size())}};
    TRY(audit::append(tx, context, {"reporting.report_progress", "progress", id.str(), purse.unit_code, summary}));
    TRY(jobs::emit(tx, context, {"reporting.report_progress", id.str(), summary}));
    Answer answer {id.str(), progress_href(purse.unit_code, purse.year), "reporting.progress_reported", {{"unit", purse.unit_name}, {"stage", std::to_string(stage)}}};
    answer.data = summary;
    answer.verdicts = std::move(verdicts);
    return answer;
}

Result<std::vector<Photo>> photos_of_purse(db::ReadTx& tx, CityId city, PurseId purse)
{
    auto const rows = TRY(tx.run(sql::photos_of_purse, city, purse));
    std::vector<Photo> photos;
    for (auto const& row : rows)
        photos.push_back(photo_of(row));
    return photos;
}

Result<std::vector<Photo>> photos_of_unit(db::ReadTx& tx, CityId city, territory::RegionId unit, int year)
{
    auto const rows = TRY(tx.run(sql::photos_of_unit, city, unit, year));
    std::vector<Photo> photos;
    for (auto const& row : rows)
        photos.push_back(photo_of(row));
    return photos;
}

std::vector<rules::Fact> facts()
{
    return {
        {"reporting.notice_board", TR_NOOP("Papan informasi terpasang"), read_notice_board},
        {"reporting.progress_photos", TR_NOOP("Foto kemajuan pekerjaan"), read_progress_photos},
        {"reporting.no_open_finding", TR_NOOP("Tidak ada temuan terbuka"), read_no_open_finding},
    };
}

} // namespace rtkeren::reporting
