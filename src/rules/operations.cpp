#include "rules/operations.hpp"

#include "audit/audit.hpp"
#include "jobs/jobs.hpp"
#include "rules/room.hpp"
#include "rules/store.hpp"
#include "territory/territory.hpp"

namespace rtkeren::rules {

namespace {

using operations::Answer;
using operations::Context;

std::string address_of(int year, int version) { return "/aturan/" + std::to_string(year) + "/" + std::to_string(version); }

/// In the form the findings belong to the one field "text"; their path and line stand in the wording.
Error as_field_of_text(Error error)
{
    for (auto& field : error.fields) {
        field.value = field.name;
        field.name = "text";
    }
    error.code = "input.invalid";
    return error;
}

Result<Answer> load_pack(db::WriteTx& tx, Context& context, LoadPack const& input)
{
    auto const city = TRY(territory::city(tx, context.city));
    if (!may(context.actor, "rules.load", city.code))
        return Error::forbidden("operation.not_allowed");
    auto const parsed = Pack::parse(input.text.str());
    if (!parsed.ok())
        return as_field_of_text(parsed.error());
    auto const& pack = **parsed;
    if (pack.city != city.code)
        return Error::field("text", "rules.other_city", pack.city, {{"city", city.name}, {"code", city.code}});
    auto const version = TRY(store_pack(tx, context, pack, input.text.str(), input.note.str()));
    auto const subject = std::to_string(pack.year) + "/" + std::to_string(version);
    TRY(audit::append(
        tx, context, {"rules.load", "rules_pack", subject, city.code, {{"year", pack.year}, {"version", version}, {"hash", pack.hash}}, input.note.str()}));
    return Answer {.id = subject,
        .href = address_of(pack.year, version),
        .message = "rules.loaded",
        .arguments = {{"year", std::to_string(pack.year)}, {"version", std::to_string(version)}},
        .data = {{"year", pack.year}, {"version", version}, {"hash", pack.hash}}};
}

/// What would be wrong with releasing it now: the same person, an older version, a gate that nobody can judge.
Result<void> check_release(db::ReadTx& tx, Context const& context, ReleasePack const& input, StoredPack const& stored, Pack const& pack)
{
    if (stored.released_at)
        return Error::conflict("rules.released_already", {{"version", std::to_string(stored.version)}});
    if (stored.loaded_by == context.actor.person)
        return Error::invalid("rules.same_person");
    auto const in_force = TRY(version_in_force(tx, context.city, stored.year));
    if (in_force > stored.version)
        return Error::conflict("rules.superseded", {{"version", std::to_string(in_force)}});
    if (input.letter_date > context.today)
        return Error::field("letter_date", "date.future", input.letter_date.iso());
    auto unknown = unknown_facts(pack);
    if (!unknown.empty())
        return Error::invalid("rules.unknown_fact", std::move(unknown));
    return Done {};
}

Result<Answer> release_pack(db::WriteTx& tx, Context& context, ReleasePack const& input)
{
    auto const city = TRY(territory::city(tx, context.city));
    if (!may(context.actor, "rules.release", city.code))
        return Error::forbidden("operation.not_allowed");
    auto const year = int(input.year);
    auto const stored = TRY(stored_pack(tx, context.city, year, int(input.version)));
    auto const pack = TRY(version(tx, context.city, year, stored.version));
    TRY(check_release(tx, context, input, stored, *pack));
    TRY(mark_released(tx, context, *pack, stored.version, input.letter.str(), input.letter_date));
    auto const subject = std::to_string(year) + "/" + std::to_string(stored.version);
    TRY(audit::append(tx, context,
        {"rules.release", "rules_pack", subject, city.code,
            {{"year", year}, {"version", stored.version}, {"letter", input.letter.str()}, {"letter_date", input.letter_date.iso()}}}));
    TRY(jobs::emit(tx, context, {"rules.released", subject, {{"year", year}, {"version", stored.version}}}));
    return Answer {.id = subject,
        .href = "/aturan/" + std::to_string(year),
        .message = "rules.released",
        .arguments = {{"year", std::to_string(year)}, {"version", std::to_string(stored.version)}},
        .data = {{"year", year}, {"version", stored.version}}};
}

} // namespace

std::vector<operations::Operation> operations()
{
    return {operations::make<LoadPack>("rules.load", "rules.load", "Put in a rule pack; another person releases it", load_pack),
        operations::make<ReleasePack>("rules.release", "rules.release", "Release a rule pack that another person put in", release_pack)};
}

} // namespace rtkeren::rules
