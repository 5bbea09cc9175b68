#include "operations/operations.hpp"
#include "operations/sql.hpp"
#include "secrets/secrets.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>

namespace rtkeren::operations {
namespace {

/// A call that was parsed and allowed, with everything drawn that must be the same when the work runs twice.
struct Prepared {
    Operation const& operation;
    Actor const& actor;
    boost::json::object input; // canonical
    std::string digest;
    RequestId request;
    Instant now;
    std::optional<Instant> made_at;
    Ulid id_seed;
};

/// Keyed, so that nobody who reads the table can try out which NIK or password was sent.
std::string digest_of(Services const& services, Operation const& operation, boost::json::object const& canonical)
{
    return services.keys.lookup("request", operation.name + '\n' + boost::json::serialize(canonical));
}

RequestId request_of(boost::json::object const& canonical)
{
    auto const& text = canonical.at("id").as_string();
    return RequestId::parse(std::string_view(text.data(), text.size())).value();
}

Result<Prepared> prepare(Services& services, Call const& call)
{
    auto const& operation = call.operation;
    auto const allowed = operation.permission.empty() || call.actor.has(operation.permission);
    if (!allowed || call.actor.city != services.city)
        return Error::forbidden("operation.not_allowed");
    auto canonical = TRY(operation.normalise(call.input));
    auto digest = digest_of(services, operation, canonical);
    auto const request = request_of(canonical);
    auto const now = call.now ? *call.now : services.now();
    return Prepared {operation, call.actor, std::move(canonical), std::move(digest), request, now, call.made_at, services.env.ulid()};
}

/// The stored answer when this very request was answered before; nothing when its id is new.
Result<std::optional<Answer>> replayed(db::WriteTx& tx, Services const& services, Prepared const& call)
{
    auto row = TRY(tx.maybe(sql::find_request, services.city, call.request));
    if (!row)
        return std::optional<Answer> {};
    if (row->text(0) != call.actor.user.str() || row->text(1) != call.digest)
        return Error::conflict("request.id_reused");
    return std::optional {answer_of(boost::json::parse(row->text(2)).as_object())};
}

Result<Answer> execute(db::WriteTx& tx, Services& services, Prepared const& call)
{
    auto before = TRY(replayed(tx, services, call));
    if (before)
        return std::move(*before);
    Context context {services, call.actor, services.city, call.now, call.now.date_in(services.zone), call.request, call.made_at, 0, call.id_seed};
    auto answer = TRY(call.operation.run(tx, context, call.input));
    auto const stored = boost::json::serialize(to_json(answer));
    auto const made_at = call.made_at ? *call.made_at : call.now;
    TRY(tx.run(sql::insert_request, services.city, call.request, call.actor.user, call.digest, stored, made_at, call.now));
    return answer;
}

/// After these the transaction itself is in doubt: no savepoint helps.
bool ends_the_batch(Error const& error)
{
    return error.kind == ErrorKind::Retry || error.kind == ErrorKind::Unavailable || error.kind == ErrorKind::Internal;
}

Result<Answer> execute_nested(db::WriteTx& tx, Services& services, Prepared const& call)
{
    std::optional<Answer> answer;
    auto outcome = tx.nested([&]() -> Result<void> {
        answer = TRY(execute(tx, services, call));
        return Done {};
    });
    if (!outcome)
        return std::move(outcome).error();
    return std::move(*answer);
}

/// All of them without a savepoint each, which costs a copy of every page that a call changes; an error where one is refused.
std::optional<std::vector<Result<Answer>>> run_unmarked(Services& services, std::span<Result<Prepared> const> calls)
{
    std::vector<Result<Answer>> answers;
    if (std::ranges::any_of(calls, [](auto const& call) { return !call.ok(); }))
        return std::nullopt;
    auto outcome = db::write(services.db, services.city, [&](db::WriteTx& tx) -> Result<bool> {
        answers.clear(); // the work may run twice
        for (auto const& call : calls)
            answers.push_back(TRY(execute(tx, services, *call)));
        return true;
    });
    return outcome ? std::optional(std::move(answers)) : std::nullopt;
}

} // namespace

Result<Answer> run(Services& services, Call const& call)
{
    auto prepared = TRY(prepare(services, call));
    return db::write(services.db, services.city, [&](db::WriteTx& tx) { return execute(tx, services, prepared); });
}

Result<Answer> run(Services& services, Actor const& actor, Operation const& operation, boost::json::object const& input)
{
    return run(services, Call {operation, actor, input});
}

Result<Answer> attempt(Services& services, Call const& call)
{
    auto prepared = TRY(prepare(services, call));
    std::optional<Result<Answer>> answer;
    auto const taken_back = db::write(services.db, services.city, [&](db::WriteTx& tx) -> Result<Answer> {
        answer = execute(tx, services, prepared);
        return *answer ? Error::conflict("operation.attempted") : answer->error(); // either ends the write without a trace
    });
    CHECK(!taken_back.ok());
    auto const came_through = answer && answer->ok() && taken_back.error().code == "operation.attempted";
    return came_through ? std::move(*answer) : Result<Answer>(taken_back.error());
}

Result<Answer> run_in(db::WriteTx& tx, Services& services, Actor const& actor, Operation const& operation, boost::json::object const& input)
{
    auto prepared = TRY(prepare(services, Call {operation, actor, input}));
    return execute(tx, services, prepared);
}

std::vector<Result<Answer>> run_batch(Services& services, std::span<Call const> calls)
{
    std::vector<Result<Prepared>> prepared;
    prepared.reserve(calls.size());
    for (auto const& call : calls)
        prepared.push_back(prepare(services, call));
    if (auto unmarked = run_unmarked(services, prepared))
        return std::move(*unmarked);
    std::vector<Result<Answer>> answers;
    auto outcome = db::write(services.db, services.city, [&](db::WriteTx& tx) -> Result<bool> {
        answers.clear(); // the work may run twice
        for (auto const& call : prepared) {
            answers.push_back(call ? execute_nested(tx, services, *call) : Result<Answer>(call.error()));
            if (call && !answers.back() && ends_the_batch(answers.back().error()))
                return answers.back().error();
        }
        return true;
    });
    if (!outcome)
        answers.assign(calls.size(), outcome.error());
    return answers;
}

} // namespace rtkeren::operations
