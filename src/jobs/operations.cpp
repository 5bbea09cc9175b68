#include "jobs/jobs.hpp"
#include "jobs/sql.hpp"
#include "language/language.hpp"

namespace rtkeren::jobs {

struct RetryJob {
    RequestId id;
    JobId job;
};

} // namespace rtkeren::jobs

template<>
struct rtkeren::operations::Fields<rtkeren::jobs::RetryJob> {
    static constexpr auto table()
    {
        using rtkeren::jobs::RetryJob;
        return std::tuple {field("id", &RetryJob::id), field("job", &RetryJob::job, {.label = TR_NOOP("Pekerjaan")})};
    }
};

namespace rtkeren::jobs {
namespace {

Result<operations::Answer> retry_job(db::WriteTx& tx, operations::Context& context, RetryJob const& input)
{
    TRY(find(tx, context.city, input.job));
    TRY(revive(tx, context.city, input.job, context.now));
    return operations::Answer {.id = input.job.str(), .href = "/pekerjaan/" + input.job.str(), .message = "job.queued_again"};
}

} // namespace

std::vector<operations::Operation> operations()
{
    return {operations::make<RetryJob>("jobs.retry", "jobs.read", "Put a job that failed for good back into the queue", retry_job)};
}

Result<db::Rows> list(db::ReadTx& tx, CityId city, db::ListCut const& cut)
{
    return tx.list(sql::list_jobs, cut, city);
}

std::span<std::string_view const> list_columns()
{
    return sql::list_jobs.columns;
}

} // namespace rtkeren::jobs
