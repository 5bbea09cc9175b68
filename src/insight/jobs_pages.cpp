#include "insight/pages.hpp"
#include "insight/trail.hpp"
#include "jobs/jobs.hpp"
#include "language/language.hpp"

#include <boost/json/serialize.hpp>

namespace rtkeren::insight {
namespace {

enum JobColumn : std::size_t { JobMadeAt, JobKey, JobKind, JobStateName, JobAttempts, JobProgress, JobTotal, JobMessage, JobRunAfter };

std::string state_words(std::string_view state)
{
    return state == "queued" ? tr("menunggu") : state == "running" ? tr("berjalan") : state == "done" ? tr("selesai") : tr("berhenti gagal");
}

tables::Tone state_tone(std::string_view state)
{
    return state == "queued" ? tables::Tone::Info : state == "running" ? tables::Tone::Warn : state == "done" ? tables::Tone::Ok : tables::Tone::No;
}

std::string progress_words(std::int64_t progress, std::int64_t total) { return total > 0 ? std::to_string(progress) + "/" + std::to_string(total) : std::string {}; }

std::string message_words(std::string const& code) { return code.empty() ? code : language::has_message(code) ? language::word(code) + " [" + code + "]" : code; }

tables::TableSpec jobs_spec()
{
    using tables::Kind;
    std::vector<tables::Choice> states;
    for (auto const* state : {"queued", "running", "done", "dead"})
        states.push_back({state, state_words(state)});
    return {.path = "/pekerjaan",
        .columns = {{.key = "made_at", .label = TR_NOOP("Dibuat"), .kind = Kind::Instant, .sort = "made_at"}, {.key = "kind", .label = TR_NOOP("Pekerjaan"), .sort = "kind", .width = 24},
            {.key = "state", .label = TR_NOOP("Keadaan"), .kind = Kind::Badge, .sort = "state"}, {.key = "attempts", .label = TR_NOOP("Percobaan"), .kind = Kind::Integer, .sort = "attempts"},
            {.key = "progress", .label = TR_NOOP("Kemajuan"), .hide_on_phone = true}, {.key = "message", .label = TR_NOOP("Kesalahan terakhir"), .width = 30}},
        .filters = {{"keadaan", TR_NOOP("Keadaan"), "state", std::move(states)}},
        .search = true,
        .default_sort = "-made_at"};
}

Result<tables::Table> jobs_table(db::ReadTx& tx, Services& services, tables::ListRequest const& request)
{
    auto const spec = jobs_spec();
    auto const page = TRY(rows_of(request, spec, jobs::list_columns(), [&](db::ListCut const& cut) { return jobs::list(tx, services.city, cut); }));
    auto table = tables::table_of(spec, request, page);
    table.title = tr("Pekerjaan");
    table.as_of = services.now();
    table.zone = services.zone;
    table.empty_title = tr("Tidak ada pekerjaan");
    table.empty_text = tr("Pekerjaan yang lama, seperti pemeriksaan malam, tercatat di sini.");
    for (auto const& row : page.rows)
        table
            .add({row.instant(JobMadeAt), deed_of(row.text(JobKind)), tables::Cell(state_words(row.text(JobStateName))).tone(state_tone(row.text(JobStateName))), row.integer(JobAttempts),
                progress_words(row.integer(JobProgress), row.integer(JobTotal)), message_words(row.text(JobMessage))})
            .at("/pekerjaan/" + row.text(JobKey))
            .named(row.text(JobKey));
    return table;
}

} // namespace

Result<http::Response> show_jobs(Services& services, http::Exchange& exchange)
{
    auto const work = [&](db::ReadTx& tx) -> Result<std::pair<screens::ListAnswer, jobs::Counts>> {
        auto list = TRY(screens::list(services, exchange, jobs_spec(), [&](tables::ListRequest const& request) { return jobs_table(tx, services, request); }));
        auto const counts = TRY(jobs::counts(tx, services.city));
        return std::pair(std::move(list), counts);
    };
    auto answer = TRY(db::read(services.db, work));
    if (answer.first.file)
        return std::move(*answer.first.file);
    auto const& counts = answer.second;
    ListPage page {.frame = screens::frame(services, exchange, tr("Pekerjaan")),
        .title = tr("Pekerjaan"),
        .facts = tr("{queued} menunggu, {running} berjalan, {dead} berhenti gagal.",
            {{"queued", std::to_string(counts.queued)}, {"running", std::to_string(counts.running)}, {"dead", std::to_string(counts.dead)}}),
        .list = std::move(answer.first.html)};
    return screens::show(page);
}

Result<http::Response> show_job(Services& services, http::Exchange& exchange)
{
    auto const id = jobs::JobId::parse(exchange.parameter("id"));
    if (!id.ok())
        return Error::not_found("job.not_found");
    auto const job = TRY(db::read(services.db, [&](db::ReadTx& tx) { return jobs::find(tx, services.city, *id); }));
    auto const language = language::current();
    auto const title = deed_of(job.kind);
    JobPage page {.frame = screens::frame(services, exchange, title, {{"/pekerjaan", tr("Pekerjaan")}, {"", title}}), .form = screens::fresh_form(services), .title = title};
    page.state = state_words(jobs::name_of(job.state));
    page.tone = tables::name_of(state_tone(jobs::name_of(job.state)));
    page.job = job.id.str();
    page.may_retry = job.state == jobs::JobState::Dead;
    page.error = message_words(job.message);
    page.facts = {{tr("Dibuat"), format_date(job.made_at.date_in(services.zone), language) + " " + format_time(job.made_at, services.zone), ""},
        {tr("Percobaan"), std::to_string(job.attempts), ""}, {tr("Kemajuan"), progress_words(job.progress, job.total), ""}};
    if (auto const* href = job.result.if_contains("href"); href != nullptr && href->is_string())
        page.facts.push_back({tr("Hasil"), std::string(href->as_string()), std::string(href->as_string())});
    else if (!job.result.empty())
        page.facts.push_back({tr("Hasil"), boost::json::serialize(job.result), ""});
    return screens::show(page);
}

} // namespace rtkeren::insight
