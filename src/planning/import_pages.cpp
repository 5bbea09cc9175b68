#include "language/language.hpp"
#include "planning/import_rows.hpp"
#include "planning/pages.hpp"
#include "planning/parts.hpp"
#include "planning/quantity.hpp"
#include "planning/steps.hpp"
#include "tables/render.hpp"

#include <algorithm>

namespace rtkeren::planning {
namespace {

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

/// What was read and what would happen to it.
struct Trial {
    sheets::Lines sheet;
    std::vector<std::string> fates; // one a line
};

/// Judges without writing: first each field, then what only the database knows.
Result<void> judge_plans(Services& services, http::Exchange const& exchange, ImportPlan const& input, Trial& trial)
{
    auto const work = [&](db::ReadTx& tx) -> Result<void> {
        operations::Context context {services, exchange.actor(), services.city, services.now(), services.today(), input.id, {}, 0, input.id.ulid()};
        auto const ready = TRY(ready_import(tx, context, input));
        sheets::add_errors(plan_sheet(), trial.sheet, ready.errors);
        for (auto const& plan : ready.plans) {
            for (auto const row : plan.rows)
                trial.fates[row] = language::word(plan.draft.plan ? "planning.fate_replaced" : "planning.fate_new");
        }
        return Done {};
    };
    return db::read(services.db, work);
}

Result<void> judge_prices(Services& services, ImportPrices const& input, Trial& trial)
{
    auto const work = [&](db::ReadTx& tx) -> Result<void> {
        sheets::add_errors(price_sheet(), trial.sheet, ready_prices(tx, services.city, input).errors);
        std::fill(trial.fates.begin(), trial.fates.end(), language::word("planning.fate_price"));
        return Done {};
    };
    return db::read(services.db, work);
}

Result<Trial> trial_of(Services& services, http::Exchange const& exchange, sheets::Kind const& kind, std::int64_t year)
{
    auto const book = TRY(workbook_of(exchange.request));
    Trial trial;
    trial.sheet = TRY(sheets::read(kind, book));
    trial.fates.resize(trial.sheet.lines.size());
    auto input = sheets::input_of(kind, trial.sheet, {{"year", std::to_string(year)}});
    input["id"] = services.env.ulid().text();
    auto const is_plan = &kind == &plan_sheet();
    if (is_plan) {
        auto const parsed = operations::parse<ImportPlan>(input);
        if (parsed)
            TRY(judge_plans(services, exchange, *parsed, trial));
        else
            sheets::add_errors(kind, trial.sheet, parsed.error().fields);
    } else {
        auto const parsed = operations::parse<ImportPrices>(input);
        if (parsed)
            TRY(judge_prices(services, *parsed, trial));
        else
            sheets::add_errors(kind, trial.sheet, parsed.error().fields);
    }
    return trial;
}

std::size_t column_of(sheets::Kind const& kind, std::string_view key)
{
    auto const found = std::find_if(kind.columns.begin(), kind.columns.end(), [&](sheets::Column const& column) { return column.key == key; });
    CHECK(found != kind.columns.end());
    return std::size_t(found - kind.columns.begin());
}

std::string amount_of_line(sheets::Kind const& kind, sheets::Line const& line)
{
    if (&kind != &plan_sheet())
        return line.texts[column_of(kind, "price")];
    auto const quantity = Quantity::parse(line.texts[column_of(kind, "quantity")]);
    auto const price = parse_rupiah(line.texts[column_of(kind, "unit_price")]);
    auto const amount = quantity && price ? line_amount(quantity->thousandths(), *price) : std::nullopt;
    return amount ? format_rupiah(*amount) : "–";
}

std::vector<ImportRowLine> rows_of(sheets::Kind const& kind, Trial const& trial)
{
    std::vector<ImportRowLine> rows;
    auto const place = column_of(kind, &kind == &plan_sheet() ? "unit" : "place");
    auto const item = column_of(kind, "item");
    for (std::size_t i = 0; i < trial.sheet.lines.size(); ++i) {
        auto const& line = trial.sheet.lines[i];
        std::string fate = trial.fates[i];
        if (!line.errors.empty()) {
            fate.clear();
            for (auto const& error : line.errors)
                fate += (fate.empty() ? "" : " ") + language::word(error);
        }
        rows.push_back({std::to_string(line.number), line.texts[place], line.texts[item], amount_of_line(kind, line), fate, line.errors.empty() ? "ok" : "no"});
    }
    return rows;
}

http::Response import_page(Services& services, http::Exchange const& exchange, sheets::Kind const& kind, html::FormState form, Trial const& trial, int status)
{
    ImportPlanPage page;
    page.title = tr(kind.title);
    auto const parent = std::string(kind.path.substr(0, kind.path.rfind('/')));
    page.frame = screens::frame(services, exchange, page.title, {{parent, parent == "/rab" ? "RAB" : tr("Harga acuan")}, {"", tr("Impor")}});
    page.text = tr(kind.lead);
    page.action = kind.path;
    page.columns = sheets::columns_text(kind);
    page.example_href = std::string(kind.path) + "/contoh";
    page.lines = rows_of(kind, trial);
    page.ready = !trial.sheet.lines.empty() && trial.sheet.ok();
    page.rejected = !trial.sheet.ok();
    page.form = std::move(form);
    return screens::show(page, status);
}

Result<http::Response> get_import(Services& services, http::Exchange& exchange, sheets::Kind const& kind)
{
    auto form = screens::fresh_form(services);
    auto const year = db::read(services.db, [&](db::ReadTx& tx) { return programme::year_or_current(tx, services.city, {}); });
    if (year)
        form.set("year", std::to_string(year->year));
    return import_page(services, exchange, kind, std::move(form), {}, 200);
}

Result<http::Response> example_of(Services& services, http::Exchange& exchange, sheets::Kind const& kind)
{
    auto const format = exchange.request.query_value("format") == "csv" ? tables::Format::Csv : tables::Format::Xlsx;
    auto file = TRY(tables::render(sheets::template_of(kind), format, services.city_name));
    return http::Response::download(std::move(file.bytes), std::move(file.content_type), std::move(file.filename));
}

Result<http::Response> post_import(Services& services, http::Exchange& exchange, sheets::Kind const& kind)
{
    Arguments typed {{"id", exchange.request.form_value("id")}, {"year", exchange.request.form_value("year")}, {"text", exchange.request.form_value("text")}};
    auto const year = parse_integer(trim(exchange.request.form_value("year")));
    auto const refuse = [&](Error const& error, Trial const& trial) -> Result<http::Response> {
        return import_page(services, exchange, kind, html::refused_form(typed, error), trial, http_status_of(error.kind));
    };
    if (!year)
        return refuse(Error::field("year", "integer.format", exchange.request.form_value("year")), {});
    auto const trial = trial_of(services, exchange, kind, *year);
    if (!trial)
        return refuse(trial.error(), {});
    typed[2].second = sheets::text_of(kind, trial->sheet);
    auto const wish = exchange.request.form_value("_do");
    if (wish == "ditolak") {
        auto file = TRY(tables::render(sheets::rejected_of(kind, trial->sheet), tables::Format::Xlsx, services.city_name));
        return http::Response::download(std::move(file.bytes), std::move(file.content_type), std::move(file.filename));
    }
    if (wish != "simpan" || !trial->sheet.ok()) {
        html::FormState form;
        form.values = typed;
        return import_page(services, exchange, kind, std::move(form), *trial, trial->sheet.ok() ? 200 : 422);
    }
    auto const* operation = screens::registry().find(kind.operation);
    CHECK(operation != nullptr);
    auto input = sheets::input_of(kind, trial->sheet, {{"year", std::to_string(*year)}});
    input["id"] = exchange.request.form_value("id");
    auto const answer = operations::run(services, exchange.actor(), *operation, input);
    return answer ? screens::done(*answer) : refuse(answer.error(), *trial);
}

using ImportWork = Result<http::Response> (*)(Services&, http::Exchange&, sheets::Kind const&);
http::Handler with_kind(Services& services, ImportWork work, sheets::Kind const& kind)
{
    return screens::page(services, [work, &kind](Services& s, http::Exchange& exchange) { return work(s, exchange, kind); });
}

constexpr std::uint64_t sheet_limit = 20'000'000;

} // namespace

std::vector<http::Route> import_routes(Services& services)
{
    using enum http::Method;
    return {
        {Get, "/rab/impor", "planning.write", with_kind(services, get_import, plan_sheet()), "Import plans from a spreadsheet"},
        {Post, "/rab/impor", "planning.write", with_kind(services, post_import, plan_sheet()), "Check or save an import of plans", sheet_limit},
        {Get, "/rab/impor/contoh", "planning.write", with_kind(services, example_of, plan_sheet()), "Template of the plans' import"},
        {Get, "/harga/impor", "planning.prices", with_kind(services, get_import, price_sheet()), "Import reference prices from a spreadsheet"},
        {Post, "/harga/impor", "planning.prices", with_kind(services, post_import, price_sheet()), "Check or save an import of reference prices", sheet_limit},
        {Get, "/harga/impor/contoh", "planning.prices", with_kind(services, example_of, price_sheet()), "Template of the prices' import"},
    };
}

} // namespace rtkeren::planning
