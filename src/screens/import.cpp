#include "screens/import.hpp"

#include "base/text.hpp"
#include "language/language.hpp"
#include "screens/pages.hpp"
#include "screens/screens.hpp"
#include "tables/render.hpp"

#include <algorithm>

namespace rtkeren::screens {

namespace {

constexpr std::uint64_t sheet_limit = 20'000'000;

Result<documents::Workbook> workbook_of(http::Request const& request)
{
    auto const* upload = request.upload("sheet");
    if (upload != nullptr && upload->size > 0)
        return documents::read_workbook(upload->path);
    auto const text = request.form_value("text");
    if (trim(text).empty())
        return Error::field("sheet", "import.nothing");
    return documents::read_workbook_bytes(text);
}

Arguments extras_of(sheets::Kind const& kind, http::Request const& request)
{
    Arguments extras;
    for (auto const& extra : kind.extras)
        extras.emplace_back(extra.key, std::string(trim(request.form_value(extra.key))));
    return extras;
}

/// Columns that hold anything in any line.
std::vector<std::size_t> used_columns(sheets::Kind const& kind, sheets::Lines const& lines)
{
    std::vector<std::size_t> used;
    for (std::size_t i = 0; i < kind.columns.size(); ++i)
        if (std::ranges::any_of(lines.lines, [i](sheets::Line const& line) { return !line.texts[i].empty(); }))
            used.push_back(i);
    return used;
}

void add_lines(ImportPage& page, sheets::Kind const& kind, sheets::Lines const& lines)
{
    auto const used = used_columns(kind, lines);
    for (auto const i : used)
        page.headings.push_back(tr(kind.columns[i].label));
    auto const is_whole = lines.ok();
    for (auto const& line : lines.lines) {
        auto fate = !line.errors.empty() ? sheets::why(kind, line) : !line.fate.empty() ? line.fate : is_whole ? language::word("import.fate_new") : tr("sejauh ini benar");
        ImportLine shown {std::to_string(line.number), std::move(fate), line.errors.empty() ? "ok" : "no", {}};
        for (auto const i : used)
            shown.cells.emplace_back(tr(kind.columns[i].label), line.texts[i]);
        page.lines.push_back(std::move(shown));
    }
}

ImportPage import_page(Services& services, http::Exchange const& exchange, sheets::Kind const& kind, html::FormState form)
{
    ImportPage page {.frame = frame(services, exchange, tr(kind.title), {{std::string(kind.back_href), tr(kind.back_label)}, {"", tr("Impor")}}), .form = std::move(form)};
    page.frame.help = tr("Baris yang salah ditunjukkan; tidak ada yang tersimpan sebelum semuanya benar.");
    page.title = tr(kind.title);
    page.lead = tr(kind.lead);
    page.action = kind.path;
    page.example_href = std::string(kind.path) + "/contoh";
    page.columns = sheets::columns_text(kind);
    for (auto const& extra : kind.extras)
        page.extras.push_back({std::string(extra.key), tr(extra.label), extra.kind == sheets::Extra::Kind::Date ? "date" : "text"});
    return page;
}

Result<http::Response> show_import(Services& services, http::Exchange& exchange, sheets::Kind const& kind)
{
    auto form = fresh_form(services);
    for (auto const& extra : kind.extras) {
        if (extra.today)
            form.set(extra.key, services.today().iso());
        else if (extra.kind == sheets::Extra::Kind::Year)
            form.set(extra.key, std::to_string(services.today().year()));
    }
    return show(import_page(services, exchange, kind, std::move(form)));
}

html::FormState typed_form(sheets::Kind const& kind, http::Request const& request)
{
    html::FormState form;
    form.set("id", request.form_value("id"));
    form.set("text", request.form_value("text"));
    for (auto const& [key, value] : extras_of(kind, request))
        form.set(key, value);
    return form;
}

Result<http::Response> refused(
    Services& services, http::Exchange const& exchange, sheets::Kind const& kind, html::FormState form, sheets::Lines const& lines, Error const& error)
{
    if (error.kind == ErrorKind::Internal || exchange.request.wants_json)
        return error;
    auto worded = html::refused_form({}, error);
    form.errors = std::move(worded.errors);
    form.verdicts = std::move(worded.verdicts);
    form.summary = form.errors.empty() ? language::word(error) : std::string {};
    auto page = import_page(services, exchange, kind, std::move(form));
    add_lines(page, kind, lines);
    page.rejected = !lines.ok();
    return show(page, http_status_of(error.kind));
}

Result<http::Response> rejected_file(Services& services, sheets::Kind const& kind, sheets::Lines const& lines)
{
    auto file = TRY(tables::render(sheets::rejected_of(kind, lines), tables::Format::Xlsx, services.city_name));
    return http::Response::download(std::move(file.bytes), std::move(file.content_type), std::move(file.filename));
}

std::vector<std::string> notes_of(operations::Answer const& tried)
{
    std::vector<std::string> notes;
    if (auto const* given = tried.data.if_contains("notes"); given != nullptr && given->is_array())
        for (auto const& note : given->get_array())
            notes.emplace_back(note.as_string());
    return notes;
}

Result<http::Response> show_trial(Services& services, http::Exchange const& exchange, sheets::Kind const& kind, html::FormState form, sheets::Lines const& lines,
    operations::Answer const& tried)
{
    if (!lines.ok())
        form.summary = tr("Ada baris yang perlu dibetulkan. Belum ada yang disimpan.");
    auto page = import_page(services, exchange, kind, std::move(form));
    add_lines(page, kind, lines);
    page.ready = lines.ok();
    page.rejected = !lines.ok();
    page.notes = notes_of(tried);
    if (lines.ok())
        page.summary = trn("{n} baris benar. Belum ada yang disimpan.", "{n} baris benar. Belum ada yang disimpan.", std::int64_t(lines.lines.size()));
    return show(page, lines.ok() ? 200 : 422);
}

Result<http::Response> post_import(Services& services, http::Exchange& exchange, sheets::Kind const& kind, AfterImport const& after)
{
    auto const* operation = registry().find(kind.operation);
    CHECK(operation != nullptr);
    auto const& request = exchange.request;
    auto form = typed_form(kind, request);
    auto const book = workbook_of(request);
    if (!book.ok())
        return refused(services, exchange, kind, std::move(form), {}, book.error());
    auto lines = sheets::read(kind, *book);
    if (!lines.ok())
        return refused(services, exchange, kind, std::move(form), {}, lines.error());
    form.set("text", sheets::text_of(kind, *lines));
    auto const extras = extras_of(kind, request);
    auto const wish = request.form_value("_do");
    if (wish == "simpan" && lines->ok()) {
        auto input = sheets::input_of(kind, *lines, extras);
        input["id"] = request.form_value("id");
        auto const answer = operations::run(services, exchange.actor(), *operation, input);
        if (answer.ok())
            return after ? after(exchange, *answer) : Result<http::Response>(done(*answer));
        auto left = sheets::place_error(kind, *lines, answer.error());
        return left ? refused(services, exchange, kind, std::move(form), *lines, *left) : show_trial(services, exchange, kind, std::move(form), *lines, {});
    }
    auto const tried = sheets::attempt(services, exchange.actor(), *operation, kind, *lines, extras);
    if (wish == "ditolak" && !lines->ok())
        return rejected_file(services, kind, *lines);
    if (!tried.ok())
        return refused(services, exchange, kind, std::move(form), *lines, tried.error());
    return show_trial(services, exchange, kind, std::move(form), *lines, *tried);
}

Result<http::Response> example_of(Services& services, http::Exchange& exchange, sheets::Kind const& kind)
{
    auto const format = exchange.request.query_value("format") == "csv" ? tables::Format::Csv : tables::Format::Xlsx;
    auto file = TRY(tables::render(sheets::template_of(kind), format, services.city_name));
    return http::Response::download(std::move(file.bytes), std::move(file.content_type), std::move(file.filename));
}

using ImportWork = Result<http::Response> (*)(Services&, http::Exchange&, sheets::Kind const&);
http::Handler with_kind(Services& services, ImportWork work, sheets::Kind const& kind)
{
    return page(services, [work, &kind](Services& each, http::Exchange& exchange) { return work(each, exchange, kind); });
}

} // namespace

std::vector<http::Route> import_routes(Services& services, sheets::Kind const& kind, AfterImport after)
{
    auto const post = [&kind, after = std::move(after)](Services& each, http::Exchange& exchange) { return post_import(each, exchange, kind, after); };
    using enum http::Method;
    std::string const path(kind.path);
    std::string const permission(kind.permission);
    std::string const name(kind.name);
    return {
        {Get, path, permission, with_kind(services, show_import, kind), "Import " + name + " from a spreadsheet"},
        {Post, path, permission, page(services, post), "Check or save an import of " + name, sheet_limit},
        {Get, path + "/contoh", permission, with_kind(services, example_of, kind), "Template of the import of " + name},
    };
}

} // namespace rtkeren::screens
