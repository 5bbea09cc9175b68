#include "language/language.hpp"
#include "spending/cash.hpp"
#include "spending/expense_parts.hpp"
#include "spending/expense_steps.hpp"
#include "spending/sql.hpp"

namespace rtkeren::spending {
namespace {

std::string event_label(std::string_view event)
{
    if (event == workflow::started)
        return tr("Dicatat");
    for (auto const& row : expense_machine().transitions)
        if (row.event == event)
            return tr(row.label);
    return std::string(event);
}

/// "receipt: Nota tidak terbaca" as people read it.
std::string worded_reason(std::string const& reason)
{
    auto const colon = reason.find(": ");
    auto const code = "spending.ask." + reason.substr(0, colon == std::string::npos ? 0 : colon);
    return colon != std::string::npos && language::has_message(code) ? language::word(code) + ": " + reason.substr(colon + 2) : reason;
}

std::vector<ExpenseHistory> history_of(std::vector<workflow::HistoryRow> const& rows, Zone zone)
{
    std::vector<ExpenseHistory> items;
    for (auto row = rows.rbegin(); row != rows.rend(); ++row) {
        auto const day = row->at.date_in(zone);
        items.push_back({row->at.iso(), format_date_short(day, language::current()) + " " + format_time(row->at, zone), event_label(row->event), row->actor_name,
            worded_reason(row->reason), std::string(expense_state_tone(row->to))});
    }
    return items;
}

std::string undoing_label(std::string_view kind)
{
    if (kind == "not_accepted")
        return tr("Tidak disahkan");
    if (kind == "disallowed")
        return tr("Dianulir");
    return kind == "refunded" ? tr("Dikembalikan penyedia") : tr("Ditarik");
}

Result<void> add_undoings(db::ReadTx& tx, Services& services, ExpenseId id, ExpensePage& page)
{
    auto const rows = TRY(tx.run(sql::undoings_of_expense, services.city, id));
    for (auto const& row : rows)
        page.undoings.push_back({undoing_label(row.text(1)), format_rupiah(row.rupiah(3)), row.text(5), row.text(7), format_date(row.date(8), language::current())});
    return Done {};
}

Result<void> add_details(db::ReadTx& tx, Services& services, StoredExpense const& expense, ExpensePage& page)
{
    auto const details = TRY(details_of(tx, services.city, expense.id));
    page.verdict_note = tr("Diperiksa menurut aturan versi {version}.", {{"version", std::to_string(details.pack_version)}});
    if (details.replaces)
        page.replaces_href = href_of(*details.replaces);
    if (details.replaced_by)
        page.replaced_href = href_of(*details.replaced_by);
    page.joint = expense.joint;
    return Done {};
}

bool may_correct(Actor const& actor, StoredExpense const& expense)
{
    auto const open = expense.state == "draft" || expense.state == "submitted" || expense.state == "goods_ok" || expense.state == "query";
    return open && may_take_back(actor, expense) && expense.undone.is_zero() && may(actor, "spending.record", expense.place, expense.pokmas.str());
}

Result<http::Response> get_expense(Services& services, http::Exchange& exchange)
{
    return show_expense(services, exchange, {});
}

/// A file that cannot be taken: the page again, with its reason.
Result<http::Response> refused_step(Services& services, http::Exchange const& exchange, Error const& error)
{
    if (error.kind != ErrorKind::Invalid)
        return error;
    auto response = TRY(show_expense(services, exchange, html::refused_form({{"reason", exchange.request.form_value("reason")}, {"code", exchange.request.form_value("code")}}, error)));
    response.status = http_status_of(error.kind);
    return response;
}

/// Steps with nothing but a reason and papers: /belanja/{id}/<verb>.
http::Handler post_step(Services& services, std::string operation)
{
    return screens::page(services, [operation](Services& the_services, http::Exchange& exchange) -> Result<http::Response> {
        auto const id = exchange.parameter("id");
        TRY(db::read(the_services.db, [&](db::ReadTx& tx) { return readable_expense(tx, the_services.city, exchange.actor(), id); }));
        boost::json::object extra {{"expense", id}};
        if (!exchange.request.uploads.empty()) {
            auto const papers = form_papers(the_services, exchange, nullptr);
            if (!papers.ok())
                return refused_step(the_services, exchange, papers.error());
            extra["papers"] = papers->rows;
        }
        return screens::submit(the_services, exchange, operation, extra, [&](html::FormState const& form, Error const&) { return show_expense(the_services, exchange, form); });
    });
}

} // namespace

Result<http::Response> show_expense(Services& services, http::Exchange const& exchange, html::FormState const& form)
{
    ExpensePage page;
    page.form = form;
    auto const& actor = exchange.actor();
    std::optional<ExpenseId> opened;
    auto const fill = [&](db::ReadTx& tx) -> Result<void> {
        auto const expense = TRY(readable_expense(tx, services.city, actor, exchange.parameter("id")));
        page.frame = screens::frame(services, exchange, expense.number, {{"/belanja", tr("Belanja")}, {"", expense.number}});
        page.sheet = TRY(sheet_of(tx, services, actor, expense));
        for (auto& action : page.sheet.actions)
            action.refused = form.has_errors() && action.action == exchange.request.path;
        auto const rows = TRY(workflow::history(tx, services.city, expense_machine().name, expense.id.ulid()));
        page.history = history_of(rows, services.zone);
        TRY(add_undoings(tx, services, expense.id, page));
        TRY(add_details(tx, services, expense, page));
        if (may_correct(actor, expense))
            page.edit_href = "/belanja/baru?ganti=" + expense.id.str();
        if (may(actor, "spending.accept", expense.place, expense.pokmas.str()))
            opened = expense.id;
        return Done {};
    };
    TRY(db::read(services.db, fill));
    // Who accepts several at once must have opened the sample: that it was opened is kept.
    if (opened)
        TRY(record_opening(services, actor, *opened));
    page.codes = ask_options();
    page.debtors = debtor_options();
    page.accounts = account_options();
    return screens::show(page);
}

std::vector<http::Route> expense_page_routes(Services& services)
{
    using enum http::Method;
    std::vector<http::Route> routes {{Get, "/belanja/{id}", "signed_in", screens::page(services, get_expense), "One expense with its papers, taxes and history"}};
    struct StepRoute {
        std::string verb, permission, operation, summary;
    };
    std::vector<StepRoute> const steps {{"ajukan", "spending.record", "spending.submit", "Send an expense to be checked"},
        {"barang", "spending.goods", "spending.goods_ok", "The goods were seen"}, {"periksa", "spending.check", "spending.check", "Receipt and tax are right"},
        {"tanya", "signed_in", "spending.ask_back", "Ask back"}, {"jawab", "spending.record", "spending.answer", "Answer what was asked"},
        {"sahkan", "spending.accept", "spending.accept", "Accept an expense"}, {"tolak", "spending.accept", "spending.not_accept", "Refuse all or part"},
        {"anulir", "spending.disallow", "spending.disallow", "Disallow after acceptance"}, {"batalkan", "spending.record", "spending.withdraw", "Take a mistake back"},
        {"kembali", "spending.record", "spending.supplier_refund", "The supplier gave money back"}, {"bukti", "spending.record", "spending.add_papers", "Attach more papers"}};
    for (auto const& step : steps)
        routes.push_back({Post, "/belanja/{id}/" + step.verb, step.permission, post_step(services, step.operation), step.summary, expense_body_limit});
    return routes;
}

} // namespace rtkeren::spending
