#include "operations/drafts.hpp"

#include "operations/sql.hpp"
#include "secrets/secrets.hpp"

#include <boost/json/array.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value_to.hpp>

#include <array>
#include <stdexcept>

namespace rtkeren::operations {
namespace {

constexpr std::array kinds {ErrorKind::Invalid, ErrorKind::NotFound, ErrorKind::Forbidden, ErrorKind::Conflict, ErrorKind::Retry, ErrorKind::Unavailable, ErrorKind::Internal};

ErrorKind kind_of(std::string_view name)
{
    for (auto const kind : kinds)
        if (rtkeren::name_of(kind) == name)
            return kind;
    throw std::runtime_error("a stored refusal has an unknown kind");
}

boost::json::object pairs_of(Arguments const& arguments)
{
    boost::json::object object;
    for (auto const& [name, value] : arguments)
        object.insert_or_assign(name, value);
    return object;
}

Arguments from_pairs(boost::json::value const& value)
{
    Arguments arguments;
    for (auto const& item : value.as_object())
        arguments.emplace_back(std::string(item.key()), boost::json::value_to<std::string>(item.value()));
    return arguments;
}

secrets::Cell cell_of(std::string_view row) { return {"operations_draft", "input", row}; }

Draft draft_of(db::Row const& row, Services const& services)
{
    Draft kept {.id = row.id<RequestId>(0), .operation = row.text(1), .title = row.text(2), .conflict = row.text(3) == "conflict", .input = {},
        .error = error_of(boost::json::parse(row.text(5)).as_object()), .made_at = row.instant(7), .received_at = row.instant(8)};
    auto const plain = services.keys.unseal(cell_of(row.text(0)), row.text(4));
    if (plain.ok())
        kept.input = boost::json::parse(*plain).as_object();
    return kept;
}

} // namespace

boost::json::object stored_error(Error const& error)
{
    boost::json::array fields, verdicts;
    for (auto const& field : error.fields)
        fields.push_back(boost::json::object {{"name", field.name}, {"code", field.code}, {"value", field.value}, {"arguments", pairs_of(field.arguments)}});
    for (auto const& verdict : error.verdicts)
        verdicts.push_back(to_json(verdict));
    return {{"kind", name_of(error.kind)}, {"code", error.code}, {"fields", std::move(fields)}, {"verdicts", std::move(verdicts)}, {"arguments", pairs_of(error.arguments)}};
}

Error error_of(boost::json::object const& object)
{
    Error error {.kind = kind_of(boost::json::value_to<std::string>(object.at("kind"))), .code = boost::json::value_to<std::string>(object.at("code"))};
    for (auto const& field : object.at("fields").as_array()) {
        auto const& part = field.as_object();
        error.fields.push_back({boost::json::value_to<std::string>(part.at("name")), boost::json::value_to<std::string>(part.at("code")), boost::json::value_to<std::string>(part.at("value")),
            from_pairs(part.at("arguments"))});
    }
    for (auto const& verdict : object.at("verdicts").as_array())
        error.verdicts.push_back(verdict_of(verdict.as_object()));
    error.arguments = from_pairs(object.at("arguments"));
    return error;
}

Result<void> keep_draft(db::WriteTx& tx, Services const& services, UserId user, NewDraft const& draft, Instant received)
{
    auto const sealed = services.keys.seal(cell_of(draft.id.str()), boost::json::serialize(draft.input));
    auto const kind = draft.error.kind == ErrorKind::Conflict ? "conflict" : "refused";
    TRY(tx.run(sql::keep_draft, services.city, user, draft.id, draft.operation, draft.title, kind, sealed, boost::json::serialize(stored_error(draft.error)), draft.device, draft.made_at, received));
    return Done {};
}

Result<void> end_draft(db::WriteTx& tx, CityId city, UserId user, RequestId id, DraftEnd end, Instant now)
{
    TRY(tx.run(sql::end_draft, city, user, id, now, end == DraftEnd::Done ? "done" : "dropped"));
    return Done {};
}

Result<std::vector<Draft>> drafts_of(db::ReadTx& tx, Services const& services, UserId user)
{
    std::vector<Draft> drafts;
    for (auto const& row : TRY(tx.run(sql::drafts, services.city, user)))
        drafts.push_back(draft_of(row, services));
    return drafts;
}

Result<std::vector<RequestId>> open_drafts(db::ReadTx& tx, CityId city, UserId user)
{
    std::vector<RequestId> ids;
    for (auto const& row : TRY(tx.run(sql::open_drafts, city, user)))
        ids.push_back(row.id<RequestId>(0));
    return ids;
}

Result<std::vector<RequestId>> answered(db::ReadTx& tx, CityId city, std::span<RequestId const> ids)
{
    std::vector<RequestId> known;
    for (auto const& id : ids) {
        auto const row = TRY(tx.maybe(sql::find_request, city, id));
        if (row)
            known.push_back(id);
    }
    return known;
}

Result<Draft> draft(db::ReadTx& tx, Services const& services, UserId user, RequestId id)
{
    auto const row = TRY(tx.one("operation.no_draft", sql::draft, services.city, user, id));
    return draft_of(row, services);
}

} // namespace rtkeren::operations
