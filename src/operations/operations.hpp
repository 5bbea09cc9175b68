#pragma once

#include "base/actor.hpp"
#include "base/env.hpp"
#include "base/result.hpp"
#include "db/db.hpp"
#include "operations/fields.hpp"
#include "operations/services.hpp"

#include <boost/json/object.hpp>

#include <functional>
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
    std::string permission; // "spending.record"; where it holds is checked inside with the place of the subject
    std::string summary; // one English line, for docs, OpenAPI and --help
    std::vector<FieldInfo> fields;
    std::function<Result<boost::json::object>(boost::json::object const&)> normalise; // parse and write again: the digest's text; all field errors at once
    Run run;
};

/// Wraps a typed function. Input errors come back all at once as Error::fields.
template<class Input, class Work>
Operation make(std::string name, std::string permission, std::string summary, Work work);

/// Every operation of the program by name; filled by `app` from the rooms' lists.
class Registry {
public:
    void add(std::vector<Operation>);
    [[nodiscard]] Operation const* find(std::string_view name) const;
    [[nodiscard]] std::vector<Operation> const& all() const { return m_operations; }

private:
    std::vector<Operation> m_operations;
};

/// Parses, checks the permission (operation.not_allowed), opens the city's write transaction, answers a repeated request from the store
/// (same id, actor and input) or refuses it (request.id_reused), runs, stores the answer. The request id is the input's "id".
[[nodiscard]] Result<Answer> run(Services&, Actor const&, Operation const&, boost::json::object const& input);

/// The same inside a transaction that is open already: imports, the phone's sync and the example city, many in one commit.
/// A refusal must end the transaction or be a savepoint of the caller: see `run_batch`.
[[nodiscard]] Result<Answer> run_in(db::WriteTx&, Services&, Actor const&, Operation const&, boost::json::object const& input);

/// {"id":..., "lines":[{...}]} from form fields "id", "lines.0.amount"; empty text becomes null; a row of only empty fields is dropped.
[[nodiscard]] boost::json::object object_of_form(std::vector<std::pair<std::string, std::string>> const& form);

} // namespace rtkeren::operations

#include "operations/make.hpp"
