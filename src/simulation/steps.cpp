#include "identity/identity.hpp"
#include "simulation/world.hpp"
#include "training/attendance.hpp"

#include <algorithm>
#include <optional>

namespace rtkeren::simulation {

namespace {

constexpr std::size_t steps_a_commit = 1000;

/// Actors as of a day: read once for each person and day of a batch.
class Actors {
public:
    explicit Actors(World& world) : m_world(world) { }
    Result<Actor const*> at(std::string const& login, Date day)
    {
        auto const key = login + day.iso();
        if (auto const known = m_known.find(key); known != m_known.end())
            return &known->second;
        auto actor = TRY(read(login, day));
        return &m_known.emplace(key, std::move(actor)).first->second;
    }

private:
    Result<Actor> read(std::string const& login, Date day)
    {
        if (login == visitor)
            return identity::system_actor(m_world.city.id, {});
        if (login == participant)
            return training::participant_actor(m_world.city.id);
        return db::read(m_world.services.db, [&](db::ReadTx& tx) { return identity::actor_of_login(tx, m_world.city.id, login, day); });
    }

    World& m_world;
    std::map<std::string, Actor> m_known;
};

Error with_step(Error error, Step const& step)
{
    error.detail += (error.detail.empty() ? "" : "; ") + step.operation + " as " + step.login + " at " + step.at.iso();
    for (auto const& verdict : error.verdicts) {
        error.detail += " " + verdict.code;
        for (auto const& [name, value] : verdict.numbers)
            error.detail += " " + name + "=" + value;
    }
    return error;
}

Result<std::vector<operations::Call>> calls_of(World& world, Actors& actors, std::span<Step const> steps)
{
    std::vector<operations::Call> calls;
    calls.reserve(steps.size());
    for (auto const& step : steps) {
        auto const* operation = world.registry.find(step.operation);
        if (!operation)
            return with_step(Error::internal("operation.unknown"), step);
        auto actor = actors.at(step.login, step.at.date_in(world.services.zone));
        if (!actor.ok())
            return with_step(std::move(actor).error(), step);
        calls.push_back({*operation, **actor, step.input, step.made_at, step.at});
        calls.back().input["id"] = world.services.env.ulid().str();
    }
    return calls;
}

} // namespace

Result<std::vector<operations::Answer>> run_steps(World& world, std::string_view what, std::vector<Step> const& steps)
{
    std::vector<operations::Answer> answers;
    answers.reserve(steps.size());
    Actors actors(world);
    for (std::size_t from = 0; from < steps.size(); from += steps_a_commit) {
        auto const part = std::span(steps).subspan(from, std::min(steps_a_commit, steps.size() - from));
        auto calls = TRY(calls_of(world, actors, part));
        auto results = operations::run_batch(world.services, calls);
        for (std::size_t i = 0; i < results.size(); ++i) {
            if (!results[i].ok())
                return with_step(std::move(results[i]).error(), part[i]);
            answers.push_back(std::move(results[i]).value());
        }
        world.progress(what, answers.size(), steps.size());
    }
    return answers;
}

Instant moment(World& world, Date day)
{
    auto const start = Instant::start_of(day, world.services.zone);
    return start.plus_seconds(8 * 3600 + world.random.between(0, 12 * 3600));
}

std::string World::login_of(std::string_view role, std::string_view place) const
{
    auto const found = logins.find(std::string(role) + " " + std::string(place));
    CHECK(found != logins.end());
    return found->second;
}

} // namespace rtkeren::simulation
