#pragma once

#include "base/actor.hpp"
#include "base/env.hpp"
#include "base/result.hpp"
#include "db/db.hpp"
#include "operations/fields.hpp"
#include "operations/services.hpp"

#include <boost/json/object.hpp>

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// One way to change anything: an operation is declared once and is then a form, a JSON call, a command and an import row.
///
///     struct DrawCash { RequestId id; PokmasId pokmas; Rupiah amount; Date on; Note note; };
///     template<> struct operations::Fields<DrawCash> { static constexpr auto table() { return std::tuple {
///         operations::field("id", &DrawCash::id), operations::field("pokmas", &DrawCash::pokmas, {.label = TR_NOOP("Pokmas")}), ... }; } };
///     Result<Answer> draw_cash(db::WriteTx& tx, Context& context, DrawCash const& input);
///     std::vector<operations::Operation> operations() { return {operations::make<DrawCash>("spending.draw_cash", "spending.cash", "Draw cash from the bank account", draw_cash)}; }
namespace rtkeren::operations {

/// What an operation answers: where the person goes next and what happened, in numbers. Stored with the request, so a repeat gets the same.
struct Answer {
    std::string id; // of what was made or changed
    std::string href; // page that shows it
    std::string message; // code of the success sentence ("spending.cash_drawn"), worded when shown
    Arguments arguments {};
    boost::json::object data {}; // anything scripts need; amounts as integers
    std::vector<Verdict> verdicts {}; // warnings and notes that did not refuse
};

/// What an operation may use beside its transaction: drawn before, the same in each run of the work.
struct Context {
    Services& services;
    Actor const& actor;
    CityId city;
    Instant now; // recorded_at
    Date today; // the city's business day
    RequestId request;
    std::optional<Instant> made_at {}; // when the device says it was made: a claim, printed and never sorted by
    /// The nth id of this request: equal in a second run of the work.
    [[nodiscard]] Ulid next_id();
    template<class IdType>
    [[nodiscard]] IdType next() { return IdType(next_id()); }

    std::uint32_t ids_drawn {0};
    Ulid id_seed {};
};

using Run = std::function<Result<Answer>(db::WriteTx&, Context&, boost::json::object const& input)>;

struct Operation {
    std::string name; // "spending.record_expense"
    std::string permission; // "spending.record"; where it holds is checked inside with the place of the subject; "" for everybody signed in
    std::string summary; // one English line, for docs, OpenAPI and --help
    std::vector<FieldInfo> fields;
    std::function<Result<boost::json::object>(boost::json::object const&)> normalise; // parse and write again: the digest's text; all field errors at once
    Run run;
};

/// Wraps a typed function. Input errors come back all at once as Error::fields.
template<class Input, class Work>
Operation make(std::string name, std::string permission, std::string summary, Work work);

/// A stored answer as JSON and back; texts are not in it, they are worded when shown.
[[nodiscard]] boost::json::object to_json(Answer const&);
[[nodiscard]] Answer answer_of(boost::json::object const&); // of what to_json wrote; anything else throws
[[nodiscard]] boost::json::object to_json(Verdict const&);
[[nodiscard]] Verdict verdict_of(boost::json::object const&);

/// Our own mistakes in a declaration stop the program at start: no "id", no room before the dot.
void check_shape(Operation const&);

/// The schema of an operation's input for OpenAPI 3.1.
[[nodiscard]] boost::json::object schema_of(Operation const&);

/// Every operation of the program by name; filled by `app` from the rooms' lists.
class Registry {
public:
    void add(std::vector<Operation>);
    [[nodiscard]] Operation const* find(std::string_view name) const;
    [[nodiscard]] std::vector<Operation> const& all() const { return m_operations; }

private:
    std::vector<Operation> m_operations;
};

/// One operation to be run: what an envelope of a phone, a row of an import or a step of the example city becomes.
struct Call {
    Operation const& operation;
    Actor const& actor;
    boost::json::object input;
    std::optional<Instant> made_at {}; // the device's claim
    std::optional<Instant> now {}; // the example city's past; otherwise the city's clock
};

/// Checks the permission (operation.not_allowed), parses (input.invalid with all fields), opens the city's write transaction, answers a repeated request
/// from the store (same id, actor, operation and input) or refuses it (Conflict request.id_reused), runs, stores the answer. The request id is the input's "id".
/// A refused operation stores nothing: the corrected form may keep its id.
[[nodiscard]] Result<Answer> run(Services&, Actor const&, Operation const&, boost::json::object const& input);
[[nodiscard]] Result<Answer> run(Services&, Call const&);

/// Runs and takes everything back: what `run` would answer or refuse now, with nothing stored, not even the request.
[[nodiscard]] Result<Answer> attempt(Services&, Call const&);

/// The same inside a transaction that is open already: an import that is all or nothing. After a refusal the transaction must end.
[[nodiscard]] Result<Answer> run_in(db::WriteTx&, Services&, Actor const&, Operation const&, boost::json::object const& input);

/// Many in one commit, each in its own savepoint: one that is refused leaves the others alone. When the database itself fails
/// (Retry, Unavailable, Internal), nothing of the batch is stored and every answer is that error.
[[nodiscard]] std::vector<Result<Answer>> run_batch(Services&, std::span<Call const>);

/// {"id":..., "lines":[{...}]} from form fields "id", "lines.0.amount"; empty text becomes null; a row of only empty fields is dropped.
/// Rows keep their order and are counted from 0 again; a key sent twice becomes a list; names that start with "_" and "csrf" are the form's own.
using Form = std::vector<std::pair<std::string, std::string>>;
[[nodiscard]] boost::json::object object_of_form(Form const&);

/// The way back, for showing a refused form with what was typed: "lines.0.amount" as text; secrets and unknown keys are left out.
[[nodiscard]] Form form_values(Operation const&, boost::json::object const&);

} // namespace rtkeren::operations

#include "operations/make.hpp"
