#include "app/sync.hpp"

#include "app/drafts_pages.hpp"
#include "app/rooms.hpp"
#include "language/language.hpp"
#include "operations/drafts.hpp"
#include "screens/screens.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>

namespace rtkeren::app {
namespace {

namespace json = boost::json;

/// One item of the outbox as the phone wrote it.
struct Envelope {
    std::size_t place {0}; // in the request
    std::string id_text, operation_name, title, device;
    std::int64_t seq {0};
    std::optional<RequestId> id {};
    std::optional<Instant> made_at {};
    json::object input {};
    operations::Operation const* operation {nullptr};
    bool known {false}; // was answered before
    std::optional<Error> wrong {}; // it cannot even be tried
};

std::string text_of(json::object const& object, std::string_view key, std::size_t longest)
{
    auto const* value = object.if_contains(key);
    if (value == nullptr || !value->is_string())
        return {};
    auto const text = std::string_view(value->get_string());
    return is_valid_utf8(text) ? std::string(first_characters(text, longest)) : std::string {};
}

Envelope envelope_of(json::value const& item, std::size_t place, operations::Registry const& registry)
{
    Envelope envelope {.place = place};
    auto const* object = item.if_object();
    auto const* input = object != nullptr ? object->if_contains("input") : nullptr;
    if (object == nullptr || input == nullptr || !input->is_object()) {
        envelope.wrong = Error::invalid("sync.envelope");
        return envelope;
    }
    envelope.id_text = text_of(*object, "id", 40);
    envelope.operation_name = text_of(*object, "operation", 80);
    envelope.title = text_of(*object, "title", 200);
    envelope.device = text_of(*object, "device", 64);
    if (auto const* seq = object->if_contains("seq"); seq != nullptr && seq->is_int64())
        envelope.seq = seq->get_int64();
    envelope.input = input->get_object();
    envelope.input["id"] = envelope.id_text; // one id: the envelope's
    auto const id = RequestId::parse(envelope.id_text);
    auto const made_at = Instant::parse(text_of(*object, "made_at", 40));
    if (made_at.ok())
        envelope.made_at = *made_at;
    if (!id.ok() || id->is_none()) {
        envelope.wrong = Error::invalid("sync.envelope");
        return envelope;
    }
    envelope.id = *id;
    auto const operation = operation_named(registry, envelope.operation_name);
    if (operation.ok())
        envelope.operation = *operation;
    else
        envelope.wrong = operation.error();
    return envelope;
}

Result<std::vector<Envelope>> envelopes_of(json::object const& body, operations::Registry const& registry)
{
    auto const* items = body.if_contains("items");
    if (items == nullptr || !items->is_array())
        return Error::invalid("json.syntax");
    auto const& list = items->get_array();
    if (list.size() > sync_items_max) {
        auto error = Error::invalid("sync.too_many");
        error.arguments = {{"limit", std::to_string(sync_items_max)}};
        return error;
    }
    std::vector<Envelope> envelopes;
    for (std::size_t i = 0; i < list.size(); ++i)
        envelopes.push_back(envelope_of(list[i], i, registry));
    // A phone counts what it writes: in that order it happened, whatever order arrived.
    std::ranges::stable_sort(envelopes, [](Envelope const& a, Envelope const& b) { return std::tie(a.device, a.seq) < std::tie(b.device, b.seq); });
    return envelopes;
}

Result<void> find_known(Services& services, std::vector<Envelope>& envelopes)
{
    std::vector<RequestId> ids;
    for (auto const& envelope : envelopes)
        if (envelope.id)
            ids.push_back(*envelope.id);
    auto const known = TRY(db::read(services.db, [&](db::ReadTx& tx) { return operations::answered(tx, services.city, ids); }));
    for (auto& envelope : envelopes)
        envelope.known = envelope.id && std::ranges::find(known, *envelope.id) != known.end();
    return Done {};
}

using Answers = std::vector<Result<operations::Answer>>;

bool is_ours(Error const& error) { return error.kind == ErrorKind::Internal; }
bool is_for_later(Error const& error) { return error.kind == ErrorKind::Retry || error.kind == ErrorKind::Unavailable || is_ours(error); }

/// One that breaks us must not hold up the others for ever: then each runs alone.
Answers answers_of(Services& services, std::span<operations::Call const> calls)
{
    auto answers = operations::run_batch(services, calls);
    auto const is_broken = std::ranges::any_of(answers, [](auto const& answer) { return !answer.ok() && is_ours(answer.error()); });
    if (!is_broken)
        return answers;
    answers.clear();
    for (auto const& call : calls)
        answers.push_back(operations::run(services, call));
    return answers;
}

std::string_view word_of(Envelope const& envelope, Result<operations::Answer> const& answer)
{
    if (answer.ok())
        return envelope.known ? "already" : "done";
    if (is_for_later(answer.error()))
        return "later";
    return answer.error().kind == ErrorKind::Conflict ? "conflict" : "refused";
}

constexpr std::string_view drop_operation = "app.drop_draft";

/// An id that stands for something else already could never be sent again under it; without an id nothing could; giving up what is gone is done.
bool is_kept(Envelope const& envelope, Result<operations::Answer> const& answer)
{
    return envelope.id && !answer.ok() && !is_for_later(answer.error()) && answer.error().code != "request.id_reused" && envelope.operation_name != drop_operation;
}

json::object told(Envelope const& envelope, Result<operations::Answer> const& answer)
{
    json::object item {{"id", envelope.id_text}, {"answer", word_of(envelope, answer)}};
    if (answer.ok()) {
        item["message"] = language::word(answer->message, answer->arguments);
        item["href"] = answer->href;
        item["data"] = answer->data;
        return item;
    }
    auto error = screens::error_json(answer.error(), {});
    json::object arguments;
    for (auto const& [name, value] : answer.error().arguments)
        arguments[name] = value;
    error["error"].as_object()["arguments"] = std::move(arguments); // of a conflict: the other version
    item["error"] = std::move(error["error"]);
    item["kept"] = is_kept(envelope, answer);
    return item;
}

/// What was refused waits for its sender; what went through after all waits no longer.
Result<void> settle_drafts(Services& services, Actor const& actor, std::vector<Envelope> const& envelopes, Answers const& answers)
{
    auto const now = services.now();
    return db::write(services.db, services.city, [&](db::WriteTx& tx) -> Result<void> {
        auto const open = TRY(operations::open_drafts(tx, services.city, actor.user));
        for (std::size_t i = 0; i < envelopes.size(); ++i) {
            auto const& envelope = envelopes[i];
            if (!envelope.id)
                continue;
            if (answers[i].ok() && std::ranges::find(open, *envelope.id) != open.end())
                TRY(operations::end_draft(tx, services.city, actor.user, *envelope.id, operations::DraftEnd::Done, now));
            if (is_kept(envelope, answers[i]))
                TRY(operations::keep_draft(tx, services, actor.user,
                    {.id = *envelope.id, .operation = envelope.operation_name, .title = envelope.title, .device = envelope.device, .input = envelope.input,
                        .made_at = envelope.made_at.value_or(now), .error = answers[i].error()},
                    now));
        }
        return Done {};
    });
}

bool needs_settling(Services& services, Actor const& actor, Answers const& answers)
{
    if (std::ranges::any_of(answers, [](auto const& answer) { return !answer.ok(); }))
        return true;
    auto const open = db::read(services.db, [&](db::ReadTx& tx) { return operations::open_drafts(tx, services.city, actor.user); });
    return !open.ok() || !open->empty();
}

} // namespace

Result<json::object> sync_items(Services& services, Actor const& actor, json::object const& body, operations::Registry const& registry)
{
    if (text_of(body, "person", 40) != actor.person.text())
        return Error::forbidden("sync.other_person");
    auto envelopes = TRY(envelopes_of(body, registry));
    TRY(find_known(services, envelopes));
    std::vector<operations::Call> calls;
    for (auto const& envelope : envelopes)
        if (!envelope.wrong)
            calls.push_back({*envelope.operation, actor, envelope.input, envelope.made_at});
    auto tried = answers_of(services, calls);
    // The database is away: nothing was stored, so the phone keeps everything as it is.
    for (auto const& answer : tried)
        if (!answer.ok() && is_for_later(answer.error()) && !is_ours(answer.error()))
            return answer.error();
    Answers answers;
    std::size_t next = 0;
    for (auto const& envelope : envelopes)
        answers.push_back(envelope.wrong ? Result<operations::Answer>(*envelope.wrong) : std::move(tried[next++]));
    if (needs_settling(services, actor, answers))
        TRY(settle_drafts(services, actor, envelopes, answers));
    json::array items(envelopes.size());
    for (std::size_t i = 0; i < envelopes.size(); ++i)
        items[envelopes[i].place] = told(envelopes[i], answers[i]);
    return json::object {{"items", std::move(items)}, {"as_of", services.now().iso()}};
}

namespace {

Result<http::Response> post_sync(Services& services, http::Exchange& exchange)
{
    boost::system::error_code failed;
    auto const body = json::parse(exchange.request.body, failed);
    if (failed || !body.is_object())
        return Error::invalid("json.syntax");
    auto const answer = TRY(sync_items(services, exchange.actor(), body.get_object(), registry()));
    return http::Response::json(json::serialize(answer));
}

} // namespace

std::vector<http::Route> sync_routes(Services& services)
{
    std::vector<http::Route> all {{http::Method::Post, "/api/v1/sync", "signed_in", screens::page(services, post_sync), "Takes what a phone kept while it was offline", 2 * 1024 * 1024}};
    for (auto& route : draft_routes(services))
        all.push_back(std::move(route));
    return all;
}

} // namespace rtkeren::app
