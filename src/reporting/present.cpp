#include "language/language.hpp"
#include "reporting/parts.hpp"

#include <array>

namespace rtkeren::reporting {
namespace {

constexpr std::array lpj_steps {
    StepPath {"submit", "kirim", "send", ""},
    StepPath {"take_back", "ambil", "arrow-back-up", "second"},
    StepPath {"check", "lengkap", "list-check", ""},
    StepPath {"check_money", "keuangan", "checks", ""},
    StepPath {"accept", "terima", "rubber-stamp", ""},
    StepPath {"return", "kembalikan", "arrow-back-up", "danger"},
    StepPath {"sample", "sampel", "zoom-in", "second"},
    StepPath {"finish", "selesai", "circle-check", "second"},
};

std::vector<SheetCell> cells_of(Section const& section, std::vector<std::string> const& texts, std::string const& href)
{
    std::vector<SheetCell> cells;
    for (std::size_t i = 0; i < texts.size(); ++i)
        cells.push_back({texts[i], i == 0 ? href : std::string {}, section.columns[i].number});
    return cells;
}

Sheet sheet_of(Section const& section)
{
    Sheet sheet {section.id, section.title, section.intro, section.empty, {}, {}, {}};
    for (auto const& column : section.columns)
        sheet.heads.push_back({column.label, {}, column.number});
    for (auto const& row : section.rows) {
        if (row.cells.size() == 1)
            sheet.rows.push_back({{}, row.cells.front(), std::to_string(section.columns.size())});
        else
            sheet.rows.push_back({cells_of(section, row.cells, row.href), {}, {}});
    }
    sheet.totals = cells_of(section, section.totals, {});
    return sheet;
}

std::vector<LackLine> lack_lines(std::vector<Missing> const& all)
{
    std::vector<LackLine> lines;
    for (auto const& each : all) {
        auto const why = each.code + ".why";
        auto const blocks = each.severity == Severity::Block;
        lines.push_back({language::word(each.code, each.numbers), language::has_message(why) ? language::word(why, each.numbers) : std::string {}, each.href, blocks ? "miss" : "wait",
            blocks ? "circle-x" : "clock"});
    }
    return lines;
}

std::string lacks_title_of(std::vector<Missing> const& all)
{
    if (all.empty())
        return tr("Tidak ada yang kurang");
    if (is_complete(all))
        return tr("Lengkap, dengan catatan");
    return trn("Kurang {n}", "Kurang {n}", std::int64_t(all.size()));
}

Action opening_action(Services& services, Account const& account)
{
    Action action;
    action.label = tr("Buka LPJ");
    action.action = lpj_href(account.pokmas.id, account.year) + "/buka";
    action.id = services.env.ulid().str();
    action.icon = "notebook";
    return action;
}

std::vector<PurseToClose> purse_lines(Services& services, LpjView const& view)
{
    std::vector<PurseToClose> lines;
    for (std::size_t i = 0; i < view.purses.size(); ++i) {
        auto const& purse = view.purses[i];
        auto const is_closable = view.may_close && !purse.closed;
        lines.push_back({purse.unit_name + ", " + view.account.purses[i].envelope, purse.closed ? tr("ditutup") : tr("terbuka"), format_rupiah(view.left[i]),
            lpj_href(view.account.pokmas.id, view.account.year) + "/tutup/" + purse.id.str(), services.env.ulid().str(), is_closable, is_closable && view.left[i].is_positive()});
    }
    return lines;
}

void put_standing(LpjPage& page, LpjView const& view, Date today)
{
    auto const& report = view.account.lpj;
    if (!report) {
        page.state = tr("Belum dibuka");
        return;
    }
    page.state = label_of_state(lpj_machine(), report->state);
    page.tone = tone_of_state(lpj_machine(), report->state);
    auto const due = report->is_with_pokmas() ? due_text(report->state == "open" ? std::optional(report->due_on) : report->due, today) : due_text(report->due, today);
    page.due = due.text;
    page.late = due.late;
    if (report->rounds > 0)
        page.rounds = tr("putaran {round}", {{"round", std::to_string(report->rounds)}});
}

} // namespace

LpjPage present(Services& services, LpjView const& view, Date today)
{
    auto const& account = view.account;
    LpjPage page;
    page.title = tr("LPJ {name} {year}", {{"name", account.pokmas.name}, {"year", std::to_string(account.year)}});
    put_standing(page, view, today);
    auto const base = account.lpj ? href_of(account.lpj->id) : lpj_href(account.pokmas.id, account.year);
    page.pdf_href = base + "/pdf";
    page.progress_href = "/progres?tahun=" + std::to_string(account.year);
    page.letterhead = letterhead_of(account);
    for (auto& [label, value] : cover_of(account))
        page.cover.push_back({std::move(label), std::move(value)});
    page.statement = statement_of(account);
    page.chair = account.chair.name;
    page.treasurer = account.treasurer.name;
    for (auto const& section : sections_of(account))
        page.sheets.push_back(sheet_of(section));
    page.lacks = lack_lines(account.missing);
    page.lacks_title = lacks_title_of(account.missing);
    if (account.lpj)
        page.actions = actions_of(services, view.possible, lpj_steps, base, account.lpj->version);
    else if (view.may_open)
        page.actions = {opening_action(services, account)};
    page.purses = purse_lines(services, view);
    for (auto const& each : view.returns)
        page.returns.push_back({std::to_string(each.round), each.document, each.fix, each.actor_name + ", " + moment_of(services, each.at)});
    page.history = history_lines(services, lpj_machine(), view.history);
    return page;
}

} // namespace rtkeren::reporting
