#include "app/drafts_pages.hpp"

#include "app/pages.hpp"
#include "app/rooms.hpp"
#include "app/sync.hpp"
#include "language/language.hpp"
#include "operations/drafts.hpp"
#include "screens/screens.hpp"

#include <algorithm>

namespace rtkeren::app {

struct DropDraft {
    RequestId id;
    RequestId draft;
};

} // namespace rtkeren::app

namespace rtkeren::operations {

template<> struct Fields<app::DropDraft> {
    static constexpr auto table() { return std::tuple {field("id", &app::DropDraft::id), field("draft", &app::DropDraft::draft, {.label = TR_NOOP("Draf")})}; }
};

} // namespace rtkeren::operations

namespace rtkeren::app {
namespace {

namespace json = boost::json;
using operations::Draft;
using operations::FieldInfo;
using operations::FieldType;

std::string moment_of(Services const& services, Instant at) { return format_date_short(at.date_in(services.zone), language::current()) + ", " + format_time(at, services.zone); }

std::string title_of(Draft const& draft) { return draft.title.empty() ? draft.operation : draft.title; }

/// The refusal in a sentence: the fields' where they are to blame.
std::string reason_of(Draft const& draft)
{
    if (draft.error.fields.empty())
        return language::word(draft.error);
    std::string text;
    for (auto const& field : draft.error.fields)
        text += (text.empty() ? "" : " ") + language::word(field);
    return text;
}

/// Somebody wrote down the same otherwise; any other conflict (a meeting that was moved) is a refusal in its own words.
bool differs(Draft const& draft)
{
    return draft.conflict && std::ranges::any_of(draft.error.arguments, [](auto const& each) { return each.first == "was"; });
}

tables::TableSpec drafts_spec()
{
    using tables::Kind;
    return {.path = "/draf",
        .columns = {{.key = "title", .label = TR_NOOP("Yang Anda catat"), .width = 40}, {.key = "kind", .label = TR_NOOP("Keadaan"), .kind = Kind::Badge},
            {.key = "reason", .label = TR_NOOP("Mengapa belum masuk"), .width = 50}, {.key = "made_at", .label = TR_NOOP("Dicatat di ponsel"), .kind = Kind::Instant, .hide_on_phone = true},
            {.key = "received_at", .label = TR_NOOP("Sampai di server"), .kind = Kind::Instant}},
        .filters = {{"jenis", TR_NOOP("Keadaan"), "kind", {{"refused", tr("Ditolak")}, {"conflict", tr("Berbeda dengan catatan lain")}}}},
        .search = true};
}

/// A person has a handful of them, so that they are searched here.
bool is_wanted(Draft const& draft, tables::ListRequest const& request)
{
    auto const kind = request.filter("jenis");
    if (!kind.empty() && (kind == "conflict") != differs(draft))
        return false;
    return request.q.empty() || fold(title_of(draft) + " " + reason_of(draft)).find(fold(request.q)) != std::string::npos;
}

Result<tables::Table> drafts_table(Services& services, Actor const& actor, tables::TableSpec const& spec, tables::ListRequest const& request)
{
    auto const drafts = TRY(db::read(services.db, [&](db::ReadTx& tx) { return operations::drafts_of(tx, services, actor.user); }));
    auto table = tables::table_of(spec, request, {});
    table.title = tr("Draf dari ponsel");
    table.zone = services.zone;
    table.filename = "draf";
    table.empty_title = tr("Tidak ada draf");
    table.empty_text = tr("Yang dicatat di ponsel tanpa sinyal dan belum bisa diterima, menunggu Anda di sini.");
    for (auto const& draft : drafts)
        if (is_wanted(draft, request))
            table.add({title_of(draft), tables::Cell(differs(draft) ? tr("Berbeda dengan catatan lain") : tr("Ditolak")).tone(differs(draft) ? tables::Tone::Warn : tables::Tone::No),
                     reason_of(draft), draft.made_at, draft.received_at})
                .at("/draf/" + draft.id.str())
                .named(draft.id.str());
    return table;
}

Result<http::Response> get_drafts(Services& services, http::Exchange& exchange)
{
    auto const spec = drafts_spec();
    auto answer = TRY(screens::list(services, exchange, spec, [&](tables::ListRequest const& request) { return drafts_table(services, exchange.actor(), spec, request); }));
    if (answer.file)
        return std::move(*answer.file);
    DraftsPage page {screens::frame(services, exchange, tr("Draf dari ponsel")), std::move(answer.html)};
    page.frame.help = tr("Tidak ada yang hilang: buka satu draf, betulkan isinya dan kirim lagi, atau buang bila memang keliru.");
    return screens::show(page);
}

Result<Draft> draft_of_path(Services& services, http::Exchange const& exchange)
{
    auto const id = RequestId::parse(exchange.parameter("id"));
    if (!id.ok())
        return Error::not_found("operation.no_draft");
    return db::read(services.db, [&](db::ReadTx& tx) { return operations::draft(tx, services, exchange.actor().user, *id); });
}

bool is_typed(FieldInfo const& field) { return field.type != FieldType::Id && field.type != FieldType::List && field.type != FieldType::Object && field.type != FieldType::Sha256; }

/// "training.mark.present": the room's word for a choice, or the choice itself.
std::string choice_word(std::string_view operation, std::string_view field, std::string_view choice)
{
    auto const code = std::string(operation.substr(0, operation.find('.'))) + "." + std::string(field) + "." + std::string(choice);
    return language::has_message(code) ? language::word(code) : std::string(choice);
}

DraftField drawn(Draft const& draft, FieldInfo const& info)
{
    DraftField field {.name = info.name, .label = info.label.empty() ? info.name : tr(info.label), .hint = info.hint.empty() ? std::string {} : tr(info.hint), .required = info.required};
    field.kind = info.type == FieldType::Choice ? "choice" : info.type == FieldType::Flag ? "flag" : info.type == FieldType::Date ? "date" : info.type == FieldType::Rupiah ? "money"
        : info.type == FieldType::LongText                                                                                                                           ? "long"
                                                                                                                                                                     : "text";
    for (auto const& choice : info.choices)
        field.options.push_back({choice, choice_word(draft.operation, info.name, choice)});
    return field;
}

/// What was typed on the phone, as the form shows it; secrets are never shown again and stay as they are when left empty.
html::FormState form_of(Draft const& draft, operations::Operation const& operation)
{
    html::FormState form;
    form.values = operations::form_values(operation, draft.input);
    form.set("id", draft.id.str());
    for (auto const& field : draft.error.fields)
        form.errors.emplace_back(field.name, language::word(field));
    if (draft.error.fields.empty())
        form.summary = language::word(draft.error);
    return form;
}

Result<http::Response> show_draft(Services& services, http::Exchange const& exchange, Draft const& draft, std::optional<html::FormState> refused = {})
{
    auto const* operation = registry().find(draft.operation);
    DraftPage page;
    page.title = title_of(draft);
    page.frame = screens::frame(services, exchange, page.title, {{"/menunggu", tr("Menunggu saya")}, {"/draf", tr("Draf dari ponsel")}, {"", page.title}});
    page.action = "/draf/" + draft.id.str();
    page.draft_id = draft.id.str();
    page.drop_id = services.env.ulid().str();
    page.conflict = differs(draft);
    page.facts = {{tr("Dicatat di ponsel"), moment_of(services, draft.made_at)}, {tr("Sampai di server"), moment_of(services, draft.received_at)}};
    for (auto const& [name, value] : draft.error.arguments)
        if (auto const code = "draft." + name; language::has_message(code))
            page.facts.emplace_back(language::word(code), name == "at" ? moment_of(services, Instant::parse(value).value_or(Instant {})) : choice_word(draft.operation, "mark", value));
    if (operation == nullptr)
        return screens::show(page); // the program no longer knows it: it can only be given up
    page.form = refused ? std::move(*refused) : form_of(draft, *operation);
    for (auto const& info : operation->fields)
        if (is_typed(info) && info.name != "device")
            page.fields.push_back(drawn(draft, info));
    return screens::show(page);
}

Result<http::Response> get_draft(Services& services, http::Exchange& exchange)
{
    auto const draft = TRY(draft_of_path(services, exchange));
    return show_draft(services, exchange, draft);
}

/// The phone's input with what was mended on the page.
json::object mended(Draft const& draft, operations::Operation const& operation, http::Exchange const& exchange)
{
    auto input = draft.input;
    auto const typed = operations::object_of_form(exchange.request.form);
    for (auto const& info : operation.fields) {
        auto const* value = typed.if_contains(info.name);
        auto const is_absent_flag = info.type == FieldType::Flag && value == nullptr;
        auto const is_kept_secret = info.secret && (value == nullptr || value->is_null());
        if (!is_typed(info) || is_kept_secret || info.name == "device")
            continue;
        if (value != nullptr || is_absent_flag)
            input[info.name] = value != nullptr ? *value : json::value(nullptr);
    }
    input["id"] = draft.id.text();
    return input;
}

Result<void> end(Services& services, Actor const& actor, RequestId id, operations::DraftEnd how)
{
    auto const now = services.now();
    return db::write(services.db, services.city, [&](db::WriteTx& tx) { return operations::end_draft(tx, services.city, actor.user, id, how, now); });
}

Result<http::Response> post_draft(Services& services, http::Exchange& exchange)
{
    auto const draft = TRY(draft_of_path(services, exchange));
    auto const* operation = TRY(operation_named(registry(), draft.operation));
    auto const answer = operations::run(services, operations::Call {*operation, exchange.actor(), mended(draft, *operation, exchange), draft.made_at});
    if (answer.ok()) {
        TRY(end(services, exchange.actor(), draft.id, operations::DraftEnd::Done));
        return screens::done(*answer);
    }
    Arguments typed;
    for (auto const& [name, value] : exchange.request.form)
        if (name != "csrf" && !operations::is_secret_name(name))
            typed.emplace_back(name, value);
    auto response = TRY(show_draft(services, exchange, draft, html::refused_form(typed, answer.error())));
    response.status = http_status_of(answer.error().kind);
    return response;
}

Result<operations::Answer> drop_draft(db::WriteTx& tx, operations::Context& context, DropDraft const& input)
{
    auto const dropped = TRY(operations::draft(tx, context.services, context.actor.user, input.draft));
    TRY(operations::end_draft(tx, context.city, context.actor.user, dropped.id, operations::DraftEnd::Dropped, context.now));
    return operations::Answer {.id = dropped.id.str(), .href = "/draf", .message = "draft.dropped", .arguments = {{"title", title_of(dropped)}}};
}

} // namespace

std::vector<http::Route> draft_routes(Services& services)
{
    using enum http::Method;
    return {{Get, "/draf", "signed_in", screens::page(services, get_drafts), "What one's phone sent and was refused"},
        {Get, "/draf/{id}", "signed_in", screens::page(services, get_draft), "Form that mends what was refused"},
        {Post, "/draf/{id}", "signed_in", screens::page(services, post_draft), "Send a refused item again"}};
}

std::vector<operations::Operation> sync_operations() { return {operations::make<DropDraft>("app.drop_draft", "", "Give up what was refused", drop_draft)}; }

} // namespace rtkeren::app
